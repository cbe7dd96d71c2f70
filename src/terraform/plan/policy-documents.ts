import { UNKNOWN_MEMBERS } from '../../iam/parse.js'
import { isObject, type JsonObject, member } from '../../tree/value.js'
import type { PlanIndex, Reference } from './plan-index.js'
import type { Address, PlannedResource } from './model.js'

/** A value that is known only after apply, in the place of the value. */
export interface PlannedUnknown {
  readonly unknown: string
}

const MARK = Symbol('unknown')

/** Marks are objects that no JSON text can hold. */
export function plannedUnknown(name: string): PlannedUnknown {
  return { unknown: name, [MARK]: true } as PlannedUnknown
}

export function isPlannedUnknown(value: unknown): value is PlannedUnknown {
  return typeof value === 'object' && value !== null && MARK in value
}

/**
 * A value with its `after_unknown` mask put over it: `true` in the mask is unknown. Terraform leaves what is unknown out
 * of the value, so members may stand in the mask alone.
 */
export function masked(value: unknown, mask: unknown, name: string): unknown {
  if (mask === true) return plannedUnknown(name)
  if (value === undefined) return undefined
  if (Array.isArray(value)) {
    const masks: readonly unknown[] = Array.isArray(mask) ? mask : []
    // Old formats leave unknown elements out of the value and keep them in the mask.
    const length = Math.max(value.length, masks.length)
    return Array.from({ length }, (_, i) => masked(value[i], masks[i], `${name}[${i}]`))
  }
  if (typeof value === 'object' && value !== null) {
    const values = value as JsonObject
    const masks = isObject(mask) ? mask : {}
    const keys = new Set([...Object.keys(values), ...Object.keys(masks)])
    return Object.fromEntries(
      [...keys].map((key) => [key, masked(member(values, key), member(masks, key), `${name}.${key}`)]),
    )
  }
  return value
}

/**
 * Whether the plan marks a part of a policy document that it defers as sensitive. The mark is lost on the way into the
 * policy, since the provider computes the text.
 */
export function isSensitiveDocument({ parsed, afterSensitive }: PlannedResource): boolean {
  return parsed.type === 'aws_iam_policy_document' && isMarked(afterSensitive)
}

function isMarked(mask: unknown): boolean {
  if (typeof mask !== 'object' || mask === null) return mask === true
  return Object.values(mask).some(isMarked)
}

/** How far documents are followed through their sources. */
const MAX_DEPTH = 16

/**
 * The statements of an `aws_iam_policy_document` that is read during apply, from its expanded `statement[]`: source
 * documents, own statements, overrides, each in place by Sid as the provider merges them. Null when a part of it is in
 * no plan.
 *
 * @param used gains the documents that were read
 */
export function deferredStatements(
  index: PlanIndex,
  document: PlannedResource,
  used: Set<PlannedResource>,
  depth = 0,
): readonly unknown[] | null {
  if (depth > MAX_DEPTH || document.after === null) return null
  used.add(document)
  const values = masked(document.after, document.afterUnknown, document.address) as JsonObject
  const read = (attribute: string) => documentsIn(index, document, values[attribute], attribute, used, depth)
  const sources = joined(read('source_json'), read('source_policy_documents'))
  const overrides = joined(read('override_policy_documents'), read('override_json'))
  const own = values.statement
  if (sources === null || overrides === null || !Array.isArray(own)) return null
  return [...own.map(statementOf), ...overrides].reduce<readonly unknown[]>(mergeStatement, sources)
}

function joined(a: readonly unknown[] | null, b: readonly unknown[] | null): readonly unknown[] | null {
  return a === null || b === null ? null : [...a, ...b]
}

/** A later statement of the same Sid replaces the earlier one in place; where a Sid is not known, it may do so. */
function mergeStatement(statements: readonly unknown[], next: unknown): readonly unknown[] {
  const sid = sidOf(next)
  if (sid === null) return [...statements, next]
  const known = typeof sid === 'string'
  const at = known ? statements.findIndex((one) => sidOf(one) === sid) : -1
  if (at !== -1) return statements.with(at, next)
  const mayBeReplaced = (one: unknown) => (known ? isPlannedUnknown(sidOf(one)) : sidOf(one) !== null)
  return [...statements.map((one) => (mayBeReplaced(one) ? possible(one) : one)), next]
}

function sidOf(statement: unknown): unknown {
  const sid = isObject(statement) ? member(statement, 'Sid') : undefined
  return sid === undefined || sid === '' ? null : sid
}

/** A statement of which it is not known whether another one takes its place. */
function possible(statement: unknown): unknown {
  return isObject(statement) && !isPlannedUnknown(statement)
    ? { ...statement, [UNKNOWN_MEMBERS]: plannedUnknown('whether another statement takes its place') }
    : statement
}

function documentsIn(
  index: PlanIndex,
  document: PlannedResource,
  value: unknown,
  attribute: string,
  used: Set<PlannedResource>,
  depth: number,
): readonly unknown[] | null {
  if (value === null || value === undefined) return []
  // The older attributes hold one document. Of a list that is not known it is not known what a function left out of it.
  const list = attribute.endsWith('_json') ? [value] : value
  if (!Array.isArray(list)) return null
  if (list.every((text) => typeof text === 'string')) return list.flatMap(statementsOfText)
  const references = index.namedBy(document.parsed, attribute)
  if (references === null || references.length !== list.length) return null
  const statements: unknown[] = []
  for (const reference of references) {
    const found = documentStatements(index, document.parsed, reference, used, depth + 1)
    if (found === null) return null
    statements.push(...found)
  }
  return statements
}

/** The statements of the document that a reference means: deferred in the plan, or known in the prior state. */
function documentStatements(
  index: PlanIndex,
  from: Address,
  reference: Reference,
  used: Set<PlannedResource>,
  depth: number,
): readonly unknown[] | null {
  if (reference.type !== 'aws_iam_policy_document') return null
  const planned = index.planned(from, reference)
  if (planned !== null) return deferredStatements(index, planned, used, depth)
  const json = index.prior(from, reference)?.values.json
  return typeof json === 'string' ? statementsOfText(json) : null
}

function statementsOfText(text: string): readonly unknown[] {
  try {
    const policy: unknown = JSON.parse(text)
    const statement = typeof policy === 'object' && policy !== null ? (policy as JsonObject).Statement : []
    return Array.isArray(statement) ? statement : statement === undefined ? [] : [statement]
  } catch {
    return []
  }
}

/** A `statement` block as the provider renders it (`aws_iam_policy_document`): one-element lists as they are. */
function statementOf(block: unknown): unknown {
  if (typeof block !== 'object' || block === null || isPlannedUnknown(block)) return plannedUnknown('statement')
  const values = block as JsonObject
  const result: Record<string, unknown> = {}
  const set = (name: string, value: unknown) => {
    if (value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0)) result[name] = value
  }
  set('Sid', values.sid === '' ? null : values.sid)
  result.Effect = values.effect ?? 'Allow'
  set('Principal', principalsOf(values.principals))
  set('NotPrincipal', principalsOf(values.not_principals))
  set('Action', values.actions)
  set('NotAction', values.not_actions)
  set('Resource', withVariables(values.resources))
  set('NotResource', withVariables(values.not_resources))
  set('Condition', conditionsOf(values.condition))
  return result
}

/** The provider writes policy variables as `&{…}`, since `${…}` is an expression of Terraform. */
function withVariables(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withVariables)
  return typeof value === 'string' ? value.replaceAll('&{', '${') : value
}

function principalsOf(blocks: unknown): unknown {
  if (!Array.isArray(blocks)) return isPlannedUnknown(blocks) ? blocks : null
  if (blocks.length === 0) return null
  // Names come from the plan: without a prototype none of them means anything special.
  const result: Record<string, unknown[]> = Object.create(null)
  for (const block of blocks) {
    const { type, identifiers } = block as JsonObject
    if (typeof type !== 'string') return plannedUnknown('principals')
    const list = Array.isArray(identifiers) ? identifiers : [identifiers]
    if (type === '*') {
      if (blocks.length === 1 && list.length === 1 && list[0] === '*') return '*'
      return plannedUnknown('principals')
    }
    result[type] = [...(result[type] ?? []), ...list.map(withVariables)]
  }
  return result
}

function conditionsOf(blocks: unknown): unknown {
  if (!Array.isArray(blocks)) return isPlannedUnknown(blocks) ? blocks : null
  if (blocks.length === 0) return null
  const result: Record<string, Record<string, unknown[]>> = Object.create(null)
  for (const block of blocks) {
    const { test, variable, values } = block as JsonObject
    if (typeof test !== 'string' || typeof variable !== 'string') return plannedUnknown('condition')
    const operator: Record<string, unknown[]> = result[test] ?? Object.create(null)
    result[test] = operator
    operator[variable] = [
      ...(operator[variable] ?? []),
      ...(Array.isArray(values) ? values : [values]).map(withVariables),
    ]
  }
  return result
}
