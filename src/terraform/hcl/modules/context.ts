import type { Text } from '../../../iam/text/text.js'
import { terraformFile } from '../../../text/terraform-files.js'
import type { Engines } from '../functions/index.js'
import type { Expr, HclFile, MergedBlock, ModuleConfig, ObjectExpr, TemplatePart } from '../syntax/index.js'
import { getIndex, mayMiss, type Name, type SourceOrigin, type Value } from '../values/index.js'
import type { Sources } from './files.js'

/** A module as called at one place with one instance key; the root module has no call. */
export interface ModuleInstance {
  readonly config: ModuleConfig
  /** Names of the calls joined by dots, as in the manifest of `init`. */
  readonly key: string
  /** `module.a["x"].module.b`, or `''` for the root module. */
  readonly address: string
  /** Fetched code, not the repository's: never edited. */
  readonly remote: boolean
  readonly root: ModuleInstance | null
  readonly call: ModuleCall | null
  /** Values of root variables that the plan states. */
  readonly variables: Readonly<Record<string, unknown>>
  /** Set where no plan says what there is: what a `count` or `for_each` leaves open counts as planned. */
  readonly unplanned: Unplanned | null
  /** Values of locals, variables and documents; null while one is being found, which shows a cycle. */
  readonly memo: Map<string, Value | null>
  /** Of what is remembered, that in which a value took part that is declared as sensitive. */
  readonly marked: Set<string>
  readonly children: Map<string, ModuleInstance | null>
}

/** What a root module without a plan is evaluated with, besides what Terraform loads by itself. */
export interface Unplanned {
  /** Files with values of variables, as `-var-file` names them: later ones win. */
  readonly files: readonly string[]
  /**
   * Files of Terragrunt whose `inputs` are the values of variables, the one that counts most first: that of the unit, whose
   * folder is copied over that of the module.
   */
  readonly units: readonly string[]
  /** Maps and lists that several of them give are merged into each other. */
  readonly deep?: boolean
  /** Other files of Terragrunt, which are not known, may give values too. */
  readonly open: boolean
  /** Variables that get other values on the command line, which are not known; null for any. */
  readonly restated: ReadonlySet<string> | null
}

export interface ModuleCall {
  readonly caller: ModuleInstance
  readonly block: MergedBlock
  /** `each` or `count` of the call. */
  readonly env: Env | null
}

/** Names that are bound around an expression: `each`, `count`, loop variables, variables of a template. */
export interface Env {
  readonly name: string
  readonly value: Value
  readonly parent: Env | null
}

/** One argument of `try` or `can` while it is evaluated: what is found to be doubtful in it is told to it. */
export class Attempt {
  #mayFail = false

  /** Whether a part of the argument may be an error. */
  get mayFail(): boolean {
    return this.#mayFail
  }

  doubt(): void {
    this.#mayFail = true
  }
}

/** What an expression is evaluated in. */
export interface Scope {
  readonly module: ModuleInstance
  readonly file: HclFile
  readonly env: Env | null
  /** Within `try` or `can`: what may be an error counts as one of the values. */
  readonly attempt?: Attempt
  /** In a template file nothing but its variables has a name; `open` when it is not known which variables it has. */
  readonly template?: 'closed' | 'open'
}

/** What the parts of the evaluator need of each other. */
export interface Context {
  readonly sources: Sources
  readonly engines: Engines
  evaluate(expr: Expr, scope: Scope): Value
  /** The text of template parts; `decode` makes of a literal stretch what it stands for. */
  text(parts: readonly TemplatePart[], scope: Scope, decode: (raw: string) => string): Text
  /** Notes of a value that the sources declare it as sensitive: whatever is made of it may be shown nowhere. */
  conceal(value: Value): void
  /** Notes that what was noted as sensitive takes part in what is evaluated: whatever comes of it is marked. */
  touch(): void
  /** Notes the same of what a plan marks in a file that no commit holds: of the keys that are made of it none is shown. */
  taint(): void
  /** Whether that was noted of anything. */
  readonly tainted: boolean
  /** How often something was noted to take part. */
  readonly touches: number
  /** The texts of what was noted as sensitive. */
  readonly concealed: ReadonlySet<string>
  /** Notes of a value that the sources take the mark from it: Terraform shows it in addresses. */
  release(value: Value): void
  /** The texts of what the mark was taken from. */
  readonly released: ReadonlySet<string>
  /** Whether there is work left to spend on a step; false ends the evaluation, with everything left unknown. */
  spend(steps: number): boolean
}

/** Whether an error within a value makes all of it one: elsewhere Terraform has accepted the sources. */
export function isStrict(scope: Scope, context: Context): boolean {
  return scope.attempt !== undefined || context.sources.edited
}

/** `value[key]`. Where that may be an error, `try` may go on to its next argument; of one in a local value it hears nothing. */
export function indexed(value: Value, key: Value, token: Name, { attempt }: Scope): Value {
  if (attempt !== undefined && mayMiss(value, key)) attempt.doubt()
  return getIndex(value, key, token)
}

export function bind(env: Env | null, name: string, value: Value): Env {
  return { name, value, parent: env }
}

export function lookupEnv(env: Env | null, name: string): Value | null {
  for (let at = env; at !== null; at = at.parent) if (at.name === name) return at.value
  return null
}

/** Loop names bound to an item: one name takes the value, two take key and value. */
export function bindLoop(env: Env | null, names: readonly string[], key: Value, value: Value): Env | null {
  const [first, second] = names
  if (first === undefined) return env
  return second === undefined ? bind(env, first, value) : bind(bind(env, first, key), second, value)
}

/** Qualifies a name by its module, so that two instances' values are not taken for the same one. */
export function qualified(module: ModuleInstance, name: string): string {
  return module.address === '' ? name : `${module.address}.${name}`
}

/** Whether a file gives values to variables. Terraform takes no reference in one: what looks like one is a mistake. */
export function isOfValues({ path }: HclFile): boolean {
  return terraformFile(path)?.kind === 'variables'
}

export function expressionOrigin(expr: Expr, file: HclFile): SourceOrigin {
  const style = file.kind === 'json' ? ({ style: 'tf-json' } as const) : ({ style: 'expression', node: expr } as const)
  return { file, start: expr.start, end: expr.end, ...style }
}

export function objectOrigin(expr: ObjectExpr, file: HclFile): SourceOrigin {
  const style = file.kind === 'json' ? ({ style: 'tf-json' } as const) : ({ style: 'object', node: expr } as const)
  return { file, start: expr.start, end: expr.end, ...style }
}
