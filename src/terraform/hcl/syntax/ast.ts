/** Zero-based offsets in UTF-16 units into the text of a file; `end` is exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

export type Expr =
  | LiteralExpr
  | TemplateExpr
  | TupleExpr
  | ObjectExpr
  | ForExpr
  | VariableExpr
  | GetExpr
  | IndexExpr
  | SplatExpr
  | CallExpr
  | ConditionalExpr
  | BinaryExpr
  | UnaryExpr
  | OtherExpr

export interface LiteralExpr extends Span {
  readonly kind: 'literal'
  readonly value: number | boolean | null
}

/** A quoted string or a heredoc, the whole of a template file, or a string of a `.tf.json` file. */
export interface TemplateExpr extends Span {
  readonly kind: 'template'
  /** Backslash escapes hold in `quoted` only; `json` is a string of a `.tf.json` file, already decoded. */
  readonly form: 'quoted' | 'heredoc' | 'file' | 'json'
  /** What stands between the quotes or markers. */
  readonly content: Span
  readonly parts: readonly TemplatePart[]
}

export type TemplatePart = TemplateText | TemplateHole | TemplateFor | TemplateIf

export interface TemplateText extends Span {
  readonly kind: 'text'
  /** As written, escapes included. */
  readonly raw: string
  /** The stretches of it that stay, where marks `~` or a `<<-` heredoc take white space away. */
  readonly kept?: readonly Span[]
}

/** `${…}` or `%{…}`; the marks `~` take white space away on their side. */
export interface Marks extends Span {
  readonly stripBefore: boolean
  readonly stripAfter: boolean
}

export interface TemplateHole extends Marks {
  readonly kind: 'hole'
  readonly expr: Expr | null
}

/** `%{ for name in collection }…%{ endfor }` */
export interface TemplateFor extends Span {
  readonly kind: 'for'
  readonly intro: Marks
  readonly outro: Marks
  readonly names: readonly string[]
  readonly collection: Expr
  readonly body: readonly TemplatePart[]
}

/** `%{ if condition }…%{ else }…%{ endif }` */
export interface TemplateIf extends Span {
  readonly kind: 'if'
  readonly intro: Marks
  readonly middle: Marks | null
  readonly outro: Marks
  readonly condition: Expr
  readonly yes: readonly TemplatePart[]
  readonly no: readonly TemplatePart[]
}

export interface TupleExpr extends Span {
  readonly kind: 'tuple'
  readonly items: readonly Expr[]
}

export interface ObjectExpr extends Span {
  readonly kind: 'object'
  readonly elements: readonly ObjectElement[]
}

/** `key = value` or `key : value`, from the first character of the key to the last of the value. */
export interface ObjectElement extends Span {
  readonly key: Expr
  /** The key with its parentheses. */
  readonly keySpan: Span
  /** The key as written when it is a bare name or a plain quoted string, else null. */
  readonly name: string | null
  readonly separator: Span
  readonly value: Expr
}

/** `[for k, v in collection : body if condition]`, or with `key =>` an object. */
export interface ForExpr extends Span {
  readonly kind: 'for'
  readonly names: readonly string[]
  readonly collection: Expr
  readonly key: Expr | null
  readonly body: Expr
  readonly grouped: boolean
  readonly condition: Expr | null
}

export interface VariableExpr extends Span {
  readonly kind: 'variable'
  readonly name: string
}

export interface GetExpr extends Span {
  readonly kind: 'get'
  readonly target: Expr
  readonly name: string
}

export interface IndexExpr extends Span {
  readonly kind: 'index'
  readonly target: Expr
  readonly key: Expr
}

/** `target[*].steps` or `target.*.steps` */
export interface SplatExpr extends Span {
  readonly kind: 'splat'
  readonly target: Expr
  readonly steps: readonly (string | Expr)[]
}

export interface CallExpr extends Span {
  readonly kind: 'call'
  readonly name: string
  readonly args: readonly Expr[]
  /** The last argument is spread: `f(list...)`. */
  readonly expand: boolean
}

export interface ConditionalExpr extends Span {
  readonly kind: 'conditional'
  readonly condition: Expr
  readonly yes: Expr
  readonly no: Expr
}

export interface BinaryExpr extends Span {
  readonly kind: 'binary'
  readonly operator: string
  readonly left: Expr
  readonly right: Expr
}

export interface UnaryExpr extends Span {
  readonly kind: 'unary'
  readonly operator: string
  readonly operand: Expr
}

/** Something that cannot be read: a syntax error, or nesting beyond the limit. */
export interface OtherExpr extends Span {
  readonly kind: 'other'
}

/** A configuration file, or a template or policy file that a configuration reads. */
export interface HclFile {
  /** As given to the lookup, with `/`. */
  readonly path: string
  readonly text: string
  readonly kind: 'hcl' | 'json' | 'text'
  /** The text has syntax errors: offsets may serve to locate, never to rewrite. */
  readonly hasError: boolean
  readonly body: Body
}

export interface Attribute extends Span {
  readonly file: HclFile
  readonly name: string
  readonly value: Expr
}

export interface Block extends Span {
  readonly file: HclFile
  readonly type: string
  readonly labels: readonly string[]
  readonly body: Body
}

/** Attributes of a body by name; of two with the same name, which Terraform refuses, the last. */
export interface Body {
  readonly attributes: ReadonlyMap<string, Attribute>
  readonly blocks: readonly Block[]
}
