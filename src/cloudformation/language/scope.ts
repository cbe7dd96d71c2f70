import { notedDuplicate } from '../../iam/duplicates.js'
import type { ReadText } from '../../iam/parse.js'
import { isPlain, type Text } from '../../iam/text/text.js'
import { isObject, type JsonObject, member } from '../../tree/value.js'
import { intrinsic, isNoValue } from './calls.js'
import { MAX_DEPTH, sameList, sameObject } from './copy.js'
import { expandedMembers, type LoopScope } from './loops.js'
import { mapped } from './mappings.js'

/** What the expressions of a template refer to. */
export interface Scope extends LoopScope {
  readonly resources: JsonObject
  /** What a parameter is known to be; null for one that is not, or is a list. */
  readonly parameter: (name: string) => Text | null
  /** What a condition is; null where nobody knows. */
  readonly condition: (name: string) => boolean | null
  /** What a stack that the template nests gives out under a name; null where that is not known. */
  readonly output: (stack: string, name: string) => Text | null
  /** Stands before names that mean nothing but in this template; empty where it is not nested. */
  readonly prefix: string
  /** How strings without a function are read, where that is not as CloudFormation reads them. */
  readonly plain?: ReadText
}

export const NO_SCOPE: Scope = {
  resources: {},
  parameter: () => null,
  list: () => null,
  condition: () => null,
  output: () => null,
  mappings: undefined,
  prefix: '',
}

/** Names of a section, and of what they stand for: `Mappings` nest the deepest. */
const SECTION_DEPTH = 2

/**
 * A section of a template that expressions refer to. Undefined where it, or a name in it, is written twice: nobody knows which
 * one counts, so nothing in it is known.
 */
export function sectionOf(template: JsonObject, name: string): unknown {
  const section = member(template, name)
  return notedDuplicate(template) !== null || holdsDuplicate(section, SECTION_DEPTH) ? undefined : section
}

function holdsDuplicate(value: unknown, depth: number): boolean {
  if (!isObject(value)) return false
  return (
    notedDuplicate(value) !== null || (depth > 0 && Object.values(value).some((one) => holdsDuplicate(one, depth - 1)))
  )
}

/** What the parameters of a template are, as far as that is known. */
export interface Values {
  readonly texts: ReadonlyMap<string, Text>
  readonly lists: ReadonlyMap<string, readonly string[]>
}

/** How the values of parameters are found. */
export interface Giving {
  /** What the caller of a nested stack hands over; null where the template is no nested one. */
  readonly given: ReadonlyMap<string, Text> | null
  /** Every parameter has its default. */
  readonly defaults: boolean
}

/**
 * The values of parameters: what a caller gives, else the default where nobody else can set it, else the one value that
 * is allowed. Those of an SSM type are names of what is looked up when the stack is deployed (CloudFormation User Guide,
 * "Parameters").
 */
export function valuesOf(template: JsonObject, { given, defaults }: Giving): Values {
  const texts = new Map<string, Text>()
  const lists = new Map<string, readonly string[]>()
  const parameters = sectionOf(template, 'Parameters')
  for (const [name, parameter] of isObject(parameters) ? Object.entries(parameters) : []) {
    const type = String(member(parameter, 'Type'))
    if (type.startsWith('AWS::SSM::')) continue
    const value = given?.get(name) ?? written(parameter, given !== null || defaults)
    if (value === null) continue
    if (!isList(type)) texts.set(name, value)
    else if (isPlain(value))
      lists.set(
        name,
        value.split(',').map((one) => one.trim()),
      )
  }
  return { texts, lists }
}

/** Whether some parameter has a default that may be overridden. */
export function hasDefaults(template: JsonObject): boolean {
  const parameters = member(template, 'Parameters')
  return isObject(parameters) && Object.values(parameters).some((one) => member(one, 'Default') !== undefined)
}

function isList(type: string): boolean {
  return type === 'CommaDelimitedList' || type.startsWith('List<')
}

function written(parameter: unknown, isDefault: boolean): string | null {
  const allowed = member(parameter, 'AllowedValues')
  const only = Array.isArray(allowed) && allowed.length === 1 ? scalar(allowed[0]) : null
  return only ?? (isDefault ? scalar(member(parameter, 'Default')) : null)
}

function scalar(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : null
}

/**
 * A document with what its template knows in the place of expressions: values of mappings under literal keys, lists that
 * a parameter is, and without what `AWS::NoValue` leaves out. Statements keep their places in their list.
 */
export function resolved(value: unknown, scope: Scope, depth = 0): unknown {
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return value
  const found = mapped(value, scope) ?? listed(value, scope)
  if (found !== undefined) return found
  if (Array.isArray(value)) return sameList(value, resolvedItems(value, scope, depth))
  const entries = expandedMembers(value, scope).filter(([, inner]) => !isNoValue(inner))
  return sameObject(
    value,
    entries.map(([name, inner]) => {
      const isList = name === 'Statement' && Array.isArray(inner)
      const items = isList ? inner.map((one) => resolved(one, scope, depth + 1)) : null
      return [name, items === null ? resolved(inner, scope, depth + 1) : sameList(inner as unknown[], items)] as const
    }),
  )
}

function resolvedItems(list: readonly unknown[], scope: Scope, depth: number): readonly unknown[] {
  // The branches of Fn::If are found by their place.
  const isBranches = list.length === 3 && typeof list[0] === 'string' && list.some(isNoValue)
  const kept = isBranches ? list : list.filter((item) => !isNoValue(item))
  return kept.map((item) => (isNoValue(item) ? item : resolved(item, scope, depth + 1)))
}

/** A parameter that is a list of known texts. */
function listed(value: unknown, { list }: Scope): readonly string[] | undefined {
  const call = intrinsic(value)
  return (call?.name === 'Ref' && typeof call.argument === 'string' ? list(call.argument) : null) ?? undefined
}
