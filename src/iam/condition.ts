import type { KeyState } from './context.js'
import type { Condition, SetOperator } from './model.js'
import { isDate, matchValue, OPERATORS, type Operator, type RequestValue, type Scope } from './operators.js'
import type { Reason, Trace, Unknown } from './reason.js'
import { display, isPlain, openParts, type Text, type Token } from './text/text.js'
import { agree, and, not, or, type Tri } from './text/tri.js'
import { resolve } from './variables.js'

/**
 * Whether one condition (an operator with one key) holds for the request. A key that may be absent is evaluated twice,
 * as if absent and as if present; the answer counts only where both agree.
 */
export function evaluateCondition(
  condition: Condition,
  { context, variables }: Omit<Scope, 'key'>,
  trace?: Trace,
): Tri {
  const operator = OPERATORS.get(condition.operator)
  const key = condition.key.toLowerCase()
  const state = context.lookup(key)
  const problem = problemOf(condition, operator)
  if (operator === undefined || problem !== null) {
    trace?.unknowns.push({ kind: 'invalid', problem: problem ?? 'unknown-operator' })
    return noted(condition, state, 'U', trace)
  }
  // A variable is never that of a key with several values.
  const single = state.presence !== 'no' && !state.multivalued
  const scope: Scope = { context, variables, key: single ? key : '' }
  const value =
    operator.family.kind === 'null' ? evaluateNull(condition, state) : evaluate(condition, operator, state, scope)
  if (value === 'U') trace?.unknowns.push(...unknownsOf({ condition, operator, state, scope }))
  else if (!isAlwaysSo(condition, operator)) {
    trace?.assumptions.push(...state.rests)
    if (state.presence !== 'no' && state.presentUnder) trace?.assumptions.push(state.presentUnder)
  }
  return noted(condition, state, value, trace)
}

/** Why a test cannot be evaluated: operators that no document has, and forms of which none says what they do. */
function problemOf({ ifExists, values }: Condition, operator: Operator | undefined): string | null {
  if (operator === undefined || (operator.family.kind === 'null' && ifExists)) return 'unknown-operator'
  if (operator.family.kind === 'bool' && values.length > 1) return 'two-bools'
  return null
}

/** Whether the answer is the same for every request: a set prefix before `Null` (docs/semantics.md, D15). */
function isAlwaysSo({ set }: Condition, { family }: Operator): boolean {
  return family.kind === 'null' && set !== null
}

function noted(condition: Condition, state: KeyState, value: Tri, trace?: Trace): Tri {
  trace?.reasons.push({ part: 'condition', value, condition, ...describe(state) })
  return value
}

function describe(state: KeyState): Pick<Extract<Reason, { part: 'condition' }>, 'state' | 'holds'> {
  if (state.presence === 'no') return { state: 'absent', holds: null }
  const holds =
    state.value.kind === 'values'
      ? state.value.alternatives.map((set) => set.map(display).join(', ')).join(' or ')
      : state.value.kind
  return { state: state.presence === 'yes' ? 'present' : 'maybe', holds }
}

interface Undecided {
  readonly condition: Condition
  readonly operator: Operator
  readonly state: KeyState
  readonly scope: Scope
}

/** What would settle the condition, all of it needed. */
function unknownsOf({ condition, operator, state, scope }: Undecided): readonly Unknown[] {
  const key = condition.key.toLowerCase()
  if (condition.values.length === 0 && (state.presence !== 'maybe' || emptyAnswer(condition, operator, true) === 'U')) {
    return [{ kind: 'invalid', problem: 'empty-values' }]
  }
  if (scope.context.isObjectState(key)) return [{ kind: 'object-state', key }]
  const asked: readonly Unknown[] = [{ kind: 'context', key }, ...openValues(condition).slice(0, 1)]
  if (state.presence !== 'yes') return asked
  if (state.value.kind === 'now') {
    return [condition.values.every(isDate) ? { kind: 'time' } : policyPart(condition, scope)]
  }
  if (state.value.kind !== 'values') return asked
  const held = state.value.alternatives.flat()
  const caller = callerPart(held)
  if (caller !== null) return [caller, ...openValues(condition).slice(0, 1)]
  if (!held.every(isPlain)) return asked
  return [
    isOpenForEach({ condition, operator, state, scope }) ? policyPart(condition, scope) : { kind: 'context', key },
  ]
}

/** Whether no value that the request may hold would settle the condition: then the policy leaves it open. */
function isOpenForEach({ condition, operator, state, scope }: Undecided): boolean {
  if (state.presence === 'no' || state.value.kind !== 'values') return false
  // How several values of a request are compared is not defined without a set operator, whatever they are.
  if (state.multivalued && state.value.alternatives.flat().length > 1) return false
  return state.value.alternatives.every((only) => {
    const one: KeyState = { ...state, value: { kind: 'values', alternatives: [only] } }
    return evaluate(condition, operator, one, scope) === 'U'
  })
}

const CALLER_PARTS = ['account', 'role', 'role-id'] as const

/** The part of the caller's identity in a request's value that nobody named. */
function callerPart(held: readonly Text[]): Unknown | null {
  const tokens = held.flatMap((text) =>
    isPlain(text) ? [] : text.map((piece) => typeof piece === 'object' && piece.token),
  )
  const kind = CALLER_PARTS.find((part) => tokens.includes(part))
  return kind === undefined ? null : { kind }
}

/** The request's value is known, so what is missing is in the policy: an expression, a variable, or a value that fits. */
function policyPart(condition: Condition, { variables, context }: Scope): Unknown {
  const [open] = openValues(condition)
  if (open !== undefined) return open
  for (const value of condition.values.filter(isPlain)) {
    const resolved = resolve(value, { wildcards: false, variables }, context)
    if (resolved.kind !== 'symbols') return { kind: 'context', key: resolved.key }
  }
  const family = OPERATORS.get(condition.operator)?.family.kind
  return { kind: 'invalid', problem: family !== undefined && SPANS.has(family) ? 'value-in-part' : 'value' }
}

/** Operators whose values may cover a part of what a request holds. */
const SPANS: ReadonlySet<string> = new Set(['address', 'arn', 'string'])

/** Values that the file does not spell out; one that holds the identity of somebody else matches nothing. */
function openValues({ values }: Condition): readonly Unknown[] {
  return values
    .filter((value) => !isPlain(value) && !value.some((piece) => isOther(piece)))
    .map((value) => ({ kind: 'token', token: openParts(value) }))
}

function isOther(piece: string | Token): boolean {
  return typeof piece !== 'string' && piece.means === 'other-principal'
}

/**
 * Null on a key of which an assumption says that it is present is decided (docs/semantics.md, D20). With a set prefix it holds
 * always or never, as Access Analyzer's policy checks document (docs/semantics.md, D15).
 */
function evaluateNull(condition: Condition, state: KeyState): Tri {
  if (condition.set !== null) return condition.set === 'all' ? 'T' : 'F'
  const present = state.presence !== 'no' && (state.presence === 'yes' || state.presentUnder !== undefined)
  const isAbsent: Tri = state.presence === 'no' ? 'T' : present ? 'F' : 'U'
  let result: Tri = 'F'
  for (const value of condition.values) {
    result = or(result, value === 'true' ? isAbsent : value === 'false' ? not(isAbsent) : 'U')
  }
  return result
}

function evaluate(condition: Condition, operator: Operator, state: KeyState, scope: Scope): Tri {
  const isEmpty = condition.values.length === 0
  const whenAbsent = isEmpty ? emptyAnswer(condition, operator, false) : absentAnswer(condition, operator)
  if (state.presence === 'no') return whenAbsent
  const present = isEmpty ? emptyAnswer(condition, operator, true) : presentAnswer(condition, operator, state, scope)
  if (state.presence === 'yes' || state.presentUnder !== undefined) return present
  return agree([whenAbsent, present])
}

/**
 * Absent key: false, for operators that require a mismatch true, with IfExists true; ForAllValues true and ForAnyValue
 * false, negated or not (IAM User Guide, "Condition operators"; docs/semantics.md, D15).
 */
function absentAnswer(condition: Condition, operator: Operator): Tri {
  if (condition.ifExists || condition.set === 'all') return 'T'
  if (condition.set === 'any') return 'F'
  return operator.negated ? 'T' : 'F'
}

/**
 * A list without values (Access Analyzer's policy checks, "Empty array condition"): with ForAnyValue it never matches,
 * with ForAllValues or IfExists only when the key is missing; a plain positive operator matches nothing. What a plain
 * negated one does is not documented (docs/semantics.md, D15).
 */
function emptyAnswer({ set, ifExists }: Condition, { negated }: Operator, present: boolean): Tri {
  if (set === 'any') return ifExists && !present ? 'U' : 'F'
  if (set === 'all' || ifExists) return present ? 'F' : 'T'
  return negated ? 'U' : 'F'
}

type Present = Exclude<KeyState, { presence: 'no' }>

function presentAnswer(condition: Condition, operator: Operator, state: Present, scope: Scope): Tri {
  // Without a set operator, how a multivalued key is compared is not defined.
  if (state.multivalued && condition.set === null) return 'U'
  const { value } = state
  if (value.kind !== 'values') {
    const one = againstList(condition.values, operator, value, scope)
    return state.multivalued && one !== 'U' ? agree([one, absentAnswer(condition, operator)]) : one
  }
  return agree(
    value.alternatives.map((set) => {
      const answers = set.map((text) => againstList(condition.values, operator, { kind: 'text', text }, scope))
      return overSet(condition.set, answers)
    }),
  )
}

function overSet(set: SetOperator, answers: readonly Tri[]): Tri {
  return set === 'any' ? answers.reduce(or, 'F' as Tri) : answers.reduce(and, 'T' as Tri)
}

/** One request value against the list: OR for positive operators, NOR for negated ones. */
function againstList(values: readonly Text[], operator: Operator, request: RequestValue, scope: Scope): Tri {
  let matched: Tri = 'F'
  for (const value of values) {
    const one = matchValue(operator.family, value, request, scope)
    // A variable without a value: a positive operator does not match; for a negated one AWS documents a match but
    // warns that the statement may become invalid (docs/semantics.md, D18).
    matched = or(matched, one === 'no-value' ? (operator.negated ? 'U' : 'F') : one)
    if (matched === 'T') break
  }
  return operator.negated ? not(matched) : matched
}
