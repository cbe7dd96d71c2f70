import { haveOneType, spread, type Value } from '../values/index.js'

/** Functions of Terraform's language over values alone. */

export type { PureFunction } from './engines.js'
export { Engines } from './engines.js'
export { PURE_FUNCTIONS } from './table.js'

type Refuses = (args: readonly Value[]) => boolean

const isOfText = ({ kind }: Value) => kind === 'string' || kind === 'primitive'
const isList = ({ kind }: Value) => kind === 'tuple'
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
  tolist: unless((value) => isList(value) && haveOneType(spread(value))),
  toset: unless((value) => isList(value) && haveOneType(spread(value))),
  tomap: unless((value) => value.kind === 'object' && haveOneType(spread(value))),
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
export function mayRefuse(name: string, args: readonly Value[]): boolean {
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
