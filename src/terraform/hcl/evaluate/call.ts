import { PURE_FUNCTIONS } from '../functions/index.js'
import { Attempt, type Context, expressionOrigin, isStrict, namedBy, type Scope } from '../modules/index.js'
import type { CallExpr } from '../syntax/index.js'
import {
  failing,
  haveOneType,
  isFailing,
  isKnown,
  itemOf,
  mergeObjects,
  oneOf,
  primitive,
  type SourceOrigin,
  spread,
  unknown,
  unnamed,
  type Value,
  weightOf,
} from '../values/index.js'
import { fileSet, fileValue, templateFile, templateString } from './file-functions.js'

/** Calls a function of Terraform's language. One that is not known here gives an unknown value. */
export function callFunction(expr: CallExpr, scope: Scope, context: Context): Value {
  const origin = expressionOrigin(expr, scope.file)
  const name = expr.name.startsWith('core::') ? expr.name.slice('core::'.length) : expr.name
  const written = namedBy(expr, scope)
  // Each call of these gives another value.
  const token = EVER_NEW.has(name) ? { ...written, only: Symbol(name) } : written
  if (name === 'try' || name === 'can') return attempt(name, expr, scope, context)
  const args = argumentsOf(expr, scope, context)
  if (args?.some(isFailing) && isStrict(scope, context)) return failing(token)
  if (args === null) return name === 'merge' ? openMerge(expr, scope, context) : unknown(token, origin)
  if (!context.spend(weightOf(args))) return unknown(token, origin)
  if (context.sources.edited && !argumentsFit(name, args)) return failing(`the arguments of ${name}()`)
  if (name === 'sensitive') for (const value of args) context.conceal(value)
  if (name === 'nonsensitive') for (const value of args) context.release(value)
  const special = Object.hasOwn(SPECIAL, name) ? SPECIAL[name] : undefined
  const result = special
    ? special(args, expr, scope, context)
    : (PURE_FUNCTIONS.get(name)?.(args, origin, context.engines) ?? null)
  doubtRefused(name, args, scope)
  if (result === null || !context.spend(weightOf([result])))
    return { ...unknown(token, origin), ...encoded(name, args) }
  return args.some(isOpenList) && result.kind !== 'tuple' ? itemOf(result, token) : result
}

/** Tells an attempt of a call that Terraform may refuse, as far as its arguments are known. */
function doubtRefused(name: string, args: readonly Value[], { attempt: attempted }: Scope): void {
  if (attempted !== undefined && mayRefuse(name, args)) attempted.doubt()
}

/** What a text is made of that is not read. */
function encoded(name: string, [value]: readonly Value[]): { readonly encodes?: Value } {
  return name === 'yamlencode' && value !== undefined ? { encodes: value } : {}
}

const EVER_NEW: ReadonlySet<string> = new Set(['uuid', 'bcrypt', 'timestamp'])

/** Whether a list has items of which it is not known how many there are. */
function isOpenList(value: Value): boolean {
  return value.kind === 'tuple' && value.items.some(({ kind }) => kind === 'repeated')
}

/** Functions that make lists or sets, whose elements must be of one type. */
const MAKE_LISTS = new Set(['tolist', 'toset', 'distinct', 'setunion', 'setintersection', 'setsubtract', 'matchkeys'])

/** Whether values have the types that a function needs; true where that is not known. */
function argumentsFit(name: string, args: readonly Value[]): boolean {
  if (name === 'coalesce' || name === 'coalescelist') return haveOneType(args)
  return MAKE_LISTS.has(name) || name === 'tomap' ? haveOneType(args.flatMap(spread)) : true
}

type Refuses = (args: readonly Value[]) => boolean

const isOfText = ({ kind }: Value) => kind === 'string' || kind === 'primitive'
const isList = ({ kind }: Value) => kind === 'tuple'
const haveItemsOneType = (value: Value) => haveOneType(spread(value))
const isListOfText = (value: Value) => isList(value) && spread(value).every(isOfText)
const isNumberOrText = (value: Value) => value.kind === 'string' || typeof plainValue(value) === 'number'
const isBoolOrText = (value: Value) => value.kind === 'string' || typeof plainValue(value) === 'boolean'

function plainValue(value: Value): unknown {
  return value.kind === 'primitive' ? value.value : null
}

/** Unless each of the values is one that the function takes. */
const unless =
  (fits: (value: Value) => boolean): Refuses =>
  (args) =>
    !args.every((value) => value.kind === 'null' || fits(value))

/**
 * Functions that are given here what Terraform may refuse (Terraform, "Functions", and the conversions of its types): elsewhere
 * it has accepted what is evaluated, and within `try` and `can` it need not have.
 */
const REFUSES: Readonly<Record<string, Refuses>> = {
  tostring: unless(isOfText),
  tonumber: unless(isNumberOrText),
  tobool: unless(isBoolOrText),
  tolist: unless((value) => isList(value) && haveItemsOneType(value)),
  toset: unless((value) => isList(value) && haveItemsOneType(value)),
  tomap: unless((value) => value.kind === 'object' && haveItemsOneType(value)),
  one: unless((value) => isList(value) && spread(value).length <= 1),
  concat: (args) => !args.every(isList),
  sort: unless(isListOfText),
  compact: unless(isListOfText),
  coalesce: unless(isOfText),
  zipmap: () => true,
  slice: () => true,
  transpose: () => true,
  format: () => true,
  formatlist: () => true,
}

/** Whether what is known of the arguments leaves it open that Terraform refuses a call. */
function mayRefuse(name: string, args: readonly Value[]): boolean {
  const refuses = Object.hasOwn(REFUSES, name) ? REFUSES[name] : undefined
  const count = ONE_TEXT.has(name) ? 1 : args.length
  return args.length !== count || refuses?.(args) === true
}

const ONE_TEXT: ReadonlySet<string> = new Set([
  'lower',
  'upper',
  'title',
  'trimspace',
  'tostring',
  'tonumber',
  'tobool',
])

type SpecialFunction = (args: readonly Value[], expr: CallExpr, scope: Scope, context: Context) => Value | null

const SPECIAL: Readonly<Record<string, SpecialFunction>> = {
  file: ([path], _expr, scope, context) => fileValue(path, scope, context),
  templatefile: ([path, variables], _expr, scope, context) => templateFile(path, variables, scope, context),
  templatestring: ([text, variables], _expr, scope, context) => templateString(text, variables, scope, context),
  fileset: ([folder, pattern], expr, scope, context) => fileSet(folder, pattern, expr, { scope, context }),
  merge: (args, expr, scope) => mergeObjects(args, mergeOrigin(expr, scope)),
}

/** Null when the last argument is spread and it is not known into how many. */
function argumentsOf(expr: CallExpr, scope: Scope, context: Context): readonly Value[] | null {
  const args = expr.args.map((arg) => context.evaluate(arg, scope))
  if (!expr.expand) return args
  const last = args.at(-1)
  const items = last?.kind === 'tuple' ? last.items : null
  return items === null || items.some(({ kind }) => kind === 'repeated') ? null : [...args.slice(0, -1), ...items]
}

/** `try` takes its first argument that works: which one that is, is only certain for what is known. */
function attempt(name: string, expr: CallExpr, scope: Scope, context: Context): Value {
  const origin = expressionOrigin(expr, scope.file)
  const options: Value[] = []
  for (const arg of expr.args) {
    const attempted = new Attempt()
    const value = context.evaluate(arg, { ...scope, attempt: attempted })
    if (isFailing(value)) {
      if (name === 'can') return primitive(false, origin)
      continue
    }
    const choices = value.kind === 'oneOf' ? value.options : [value]
    for (const option of choices) if (!isFailing(option)) options.push(option)
    if (name === 'can' && (attempted.mayFail || choices.some(isFailing))) return unnamed('whether it works', origin)
    if (!attempted.mayFail && choices.every(({ kind }) => kind !== 'unknown')) break
  }
  if (name === 'can') {
    const [first] = options
    return first !== undefined && isKnown(first) ? primitive(true, origin) : unnamed('whether it works', origin)
  }
  return options.length === 0 ? unnamed('try()', origin) : oneOf(options, origin)
}

/** Of a list that is not known to the end it is not known how many objects come last. */
function openMerge(expr: CallExpr, scope: Scope, context: Context): Value {
  const args = expr.args.map((arg) => context.evaluate(arg, scope))
  const last = args.at(-1)
  return mergeObjects([...args.slice(0, -1), ...(last === undefined ? [] : spread(last))], mergeOrigin(expr, scope))
}

function mergeOrigin(expr: CallExpr, scope: Scope): SourceOrigin {
  const span = { file: scope.file, start: expr.start, end: expr.end }
  return scope.file.kind === 'json' ? { ...span, style: 'tf-json' } : { ...span, style: 'merge', node: expr }
}
