import { isPlain, type Text } from '../../../iam/text/text.js'
import { embed } from '../../../tree/embed.js'
import { readJsonTree } from '../../../tree/json.js'
import type { Member as JsonMember, Node } from '../../../tree/node.js'
import { bindLoop, type Context, madeOf, madeOfText, type Scope } from '../modules/index.js'
import {
  cutText,
  type Directive,
  decodeLiteral,
  type HclFile,
  type Hole,
  isTooDeep,
  maskTemplate,
  type Span,
  type TemplateExpr,
  type TemplatePart,
  unescapeJson,
  within,
} from '../syntax/index.js'
import {
  decideCondition,
  entriesOf,
  type JsonRegion,
  type Made,
  type Member,
  numberValue,
  oneOf,
  optionMade,
  parseJson,
  possible,
  primitive,
  type SourceOrigin,
  tuple,
  unnamed,
  unsure,
  type Value,
  withMade,
} from '../values/index.js'

/** The value of the JSON text in a heredoc or a template file; null when it is no JSON. */
export function readTemplateJson(template: TemplateExpr, scope: Scope, context: Context): Value | null {
  const { file } = scope
  const decide = (condition: Parameters<Parameters<typeof maskTemplate>[2]>[0]) =>
    decideCondition(context.evaluate(condition.condition, scope))
  const masked = maskTemplate(file.text, template, decide)
  const region = regionOf(file, { span: template.content, ...masked, escapes: true })
  if (region === null) return null
  const facts = { template, holes: masked.holes, directives: masked.directives }
  return new JsonValues(file, region, context, facts).value(region.root, scope, null)
}

/** The value of a file that holds nothing but JSON; null when it does not. */
export function readPlainJson(file: HclFile, scope: Scope, context: Context): Value | null {
  const span = { start: 0, end: file.text.length }
  const region = regionOf(file, { span, text: file.text, holes: [], escapes: false })
  return region === null ? null : new JsonValues(file, region, context, null).value(region.root, scope, null)
}

/** JSON inside a quoted string, or in a text that is made of one: everything in it is located at the string. */
export function readQuotedJson(
  text: Text,
  origin: SourceOrigin,
  context: Context,
  made: 'quoted-json' | 'filled-json' = 'quoted-json',
): Value | null {
  if (!isPlain(text)) return null
  const start = text.trimStart()[0]
  if ((start !== '{' && start !== '[') || !context.spend(text.length >> 6)) return null
  const style = origin.style === 'tf-json' ? 'tf-json' : made
  const place: SourceOrigin = { file: origin.file, start: origin.start, end: origin.end, style }
  return parseJson(text, () => place)
}

interface RegionFacts extends Pick<JsonRegion, 'holes' | 'escapes'> {
  readonly span: Span
  /** The masked text of the span. */
  readonly text: string
}

/** The JSON text of a span, parsed; null where it cannot be any. */
function regionOf(
  file: HclFile,
  { span, text, holes, escapes }: RegionFacts,
): (JsonRegion & { readonly root: Node }) | null {
  const first = text.trimStart()[0]
  if ((first !== '{' && first !== '[' && first !== '"') || isTooDeep(text)) return null
  const { root, hasError } = readJsonTree(text, { at: span.start })
  // Not spread: the masked text is made when somebody asks for it.
  return root === null ? null : Object.assign(embed(file.text, span, text, holes), { escapes, hasError, root })
}

interface TemplateFacts {
  readonly template: TemplateExpr
  readonly holes: readonly Hole[]
  readonly directives: readonly Directive[]
}

/** What is made of the nodes of a list or an object. */
interface Visitor<N, T> {
  one(node: N, scope: Scope, entered: Directive | null): readonly T[]
  /** The same of a node that may not be there. */
  asPossible(one: T, made: Made): T
}

/** Values of JSON nodes, with the expressions and directives of the template around them. */
class JsonValues {
  readonly #file: HclFile
  readonly #region: JsonRegion
  readonly #context: Context
  readonly #facts: TemplateFacts | null

  constructor(file: HclFile, region: JsonRegion, context: Context, facts: TemplateFacts | null) {
    this.#file = file
    this.#region = region
    this.#context = context
    this.#facts = facts
  }

  /** @param entered the innermost directive that is already taken into account */
  value(node: Node, scope: Scope, entered: Directive | null): Value {
    const origin = this.#origin(node)
    if (!this.#context.spend(1)) return unnamed('too much to follow', origin)
    switch (node.kind) {
      case 'object':
        return this.#object(node, scope, entered)
      case 'array':
        return tuple(
          this.#each(node.items, scope, entered, {
            one: (child, inner, at) => this.#item(child, inner, at),
            asPossible: possible,
          }),
          origin,
        )
      case 'string':
        return this.#string(node, scope)
      case 'number':
        return numberValue(this.#region.masked.slice(node.start, node.end), origin)
      case 'boolean':
        return primitive(node.value as boolean, origin)
      default:
        return { kind: 'null', origin }
    }
  }

  #origin(node: Node): SourceOrigin {
    const { start, end } = node
    return { file: this.#file, style: 'json-text', node, region: this.#region, start, end }
  }

  #object(node: Node, scope: Scope, entered: Directive | null): Value {
    const read = this.#each<JsonMember, Member | null>(node.members, scope, entered, {
      one: (property, inner, at) => [this.#member(property, inner, at)],
      // A member that may be missing.
      asPossible: (one, made) =>
        one && { ...one, value: oneOf([one.value, { kind: 'null', origin: null }], one.value.origin, made) },
    })
    // A name that is not known may be that of a member before it.
    const last = read.lastIndexOf(null)
    const known = (list: readonly (Member | null)[]) => list.filter((one) => one !== null)
    const members = [...unsure(known(read.slice(0, last + 1))), ...known(read.slice(last + 1))]
    const object: Value = { kind: 'object', members, open: last !== -1, origin: this.#origin(node) }
    return object.open ? withMade(object, this.#madeOf(node, scope)) : object
  }

  #member(
    { name: masked, key, value, start, end }: JsonMember,
    scope: Scope,
    entered: Directive | null,
  ): Member | null {
    const name = this.#text(key, masked, scope)
    if (!isPlain(name)) return null
    const origin = { file: this.#file, start, end }
    const read = value === null ? unnamed('a missing value') : this.value(value, scope, entered)
    return { name, value: read, origin }
  }

  /** An expression between the elements of a list may stand for several of them. */
  #item(node: Node, scope: Scope, entered: Directive | null): readonly Value[] {
    const hole = this.#holeAt(node)
    if (hole === null) return [this.value(node, scope, entered)]
    const value = this.#hole(hole, node, scope)
    if (value.kind !== 'string' || !isPlain(value.text)) return value.kind === 'unknown' ? [possible(value)] : [value]
    const parsed = parseJson(`[${value.text}]`, () => this.#origin(node))
    return parsed?.kind === 'tuple'
      ? parsed.items
      : [possible(unnamed('a part of the text', this.#origin(node)), value.made)]
  }

  #string(node: Node, scope: Scope): Value {
    const hole = this.#holeAt(node)
    if (hole !== null) return this.#hole(hole, node, scope)
    const text = this.#text(node, String(node.value), scope)
    const value: Value = { kind: 'string', text, origin: this.#origin(node) }
    return isPlain(text) ? value : withMade(value, this.#madeOf(node, scope))
  }

  /** The value of an expression that stands where a JSON value stands. */
  #hole(hole: Hole, node: Node, scope: Scope): Value {
    const { expr } = hole.part
    const value = expr === null ? unnamed('an empty expression') : this.#context.evaluate(expr, scope)
    if (value.kind === 'json') return value.document
    if (value.kind !== 'string') return value
    const document = value.json?.() ?? null
    if (document !== null) return document
    if (!isPlain(value.text)) return withMade(unnamed('a part of the text', this.#origin(node)), value.made)
    return parseJson(value.text, () => this.#origin(node)) ?? value
  }

  #holeAt(node: Node): Hole | null {
    const holes = this.#facts?.holes ?? []
    return holes.find((hole) => hole.outside && hole.start === node.start && hole.end === node.end) ?? null
  }

  /** @param masked what the string stands for where it holds no expressions */
  #text(string: Span, masked: string, scope: Scope): Text {
    const facts = this.#facts
    if (facts === null) return masked
    const inner = { start: string.start + 1, end: string.end - 1 }
    const parts = partsWithin(facts.template.parts, inner)
    return this.#context.text(parts, scope, (raw) => unescapeJson(decodeLiteral(raw, 'heredoc')))
  }

  /** What the expressions within a node are made of, with the text around them where that has a part in what they are. */
  #madeOf(node: Node, scope: Scope): Made {
    const parts = partsWithin(this.#facts?.template.parts ?? [], node)
    const text = node.kind === 'string' ? [] : [this.#file.text.slice(node.start, node.end).replace(/\s+/g, ' ')]
    const { words } = madeOfText(parts, scope)
    return { words: (literals) => [...words(literals), ...(literals ? text : [])] }
  }

  /** Visits nodes in order; those inside a loop once for each item, those in a branch when it may be taken. */
  #each<N extends Span, T>(
    nodes: readonly N[],
    scope: Scope,
    entered: Directive | null,
    visitor: Visitor<N, T>,
  ): readonly T[] {
    const result: T[] = []
    for (let i = 0; i < nodes.length; ) {
      const node = nodes[i]
      if (node === undefined || !this.#context.spend(1)) break
      const directive = this.#nextDirective(node, entered)
      if (directive === null) {
        result.push(...visitor.one(node, scope, entered))
        i++
        continue
      }
      const next = nodes.findIndex(
        (other, at) => at > i && (other.start < directive.start || other.start >= directive.end),
      )
      const group = nodes.slice(i, next === -1 ? nodes.length : next)
      i += group.length
      const visit = (inner: Scope) => this.#each(group, inner, directive, visitor)
      result.push(...this.#inside(directive, scope, visit, visitor.asPossible))
    }
    return result
  }

  #inside<T>(
    directive: Directive,
    scope: Scope,
    visit: (inner: Scope) => readonly T[],
    asPossible: (one: T, made: Made) => T,
  ): readonly T[] {
    if (directive.kind === 'if') {
      const decided = decideCondition(this.#context.evaluate(directive.part.condition, scope))
      if (decided === null) {
        const made = optionMade(madeOf([directive.part.condition], scope), directive.branch ? 0 : 1)
        return visit(scope).map((one) => asPossible(one, made))
      }
      return decided === directive.branch ? visit(scope) : []
    }
    const { names, collection } = directive.part
    const entries = entriesOf(this.#context.evaluate(collection, scope))
    if (entries === null) {
      const made = madeOf([collection], scope)
      const item = withMade(unnamed(names.at(-1) ?? 'an item'), made)
      const env = bindLoop(scope.env, names, withMade(unnamed('a key'), made), item)
      return visit({ ...scope, env }).map((one) => asPossible(one, made))
    }
    return entries.flatMap(({ key, value }) => visit({ ...scope, env: bindLoop(scope.env, names, key, value) }))
  }

  /** The outermost directive around a node that lies within the one already entered. */
  #nextDirective({ start }: Span, entered: Directive | null): Directive | null {
    const directives = this.#facts?.directives ?? []
    this.#context.spend(directives.length >> 5)
    let found: Directive | null = null
    for (const directive of directives) {
      if (directive.start <= start && start < directive.end && directive.parent === entered) found = directive
    }
    return found
  }
}

/** The parts of a template within a span, the first and the last cut to it. */
function partsWithin(parts: readonly TemplatePart[], span: Span): readonly TemplatePart[] {
  for (const part of within(parts, span)) {
    if (part.kind === 'for' && part.intro.end <= span.start && span.end <= part.outro.start) {
      return partsWithin(part.body, span)
    }
    if (part.kind === 'if' && part.intro.end <= span.start && span.end <= part.outro.start) {
      return partsWithin(span.start < (part.middle?.start ?? part.outro.start) ? part.yes : part.no, span)
    }
  }
  return within(parts, span).map((part) => (part.kind === 'text' ? cutText(part, span) : part))
}
