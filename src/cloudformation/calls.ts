import type { Choice } from '../iam/parse.js'
import { isObject, type JsonObject, member } from '../tree/value.js'

/** A call of an intrinsic function. */
export interface Call {
  readonly name: string
  readonly argument: unknown
}

/** `{"Ref": …}` or `{"Fn::…": …}`: an object with that one member. */
export function intrinsic(value: unknown): Call | null {
  if (!isObject(value)) return null
  const [only, ...others] = Object.entries(value)
  if (only === undefined || others.length > 0) return null
  const [name, argument] = only
  return name === 'Ref' || name.startsWith('Fn::') ? { name, argument } : null
}

export function identity(call: Call): string {
  const argument = typeof call.argument === 'string' ? call.argument : JSON.stringify(call.argument)
  return call.name === 'Ref' ? argument : `${call.name} ${argument}`
}

/** The pseudo parameter that stands for nothing at all. */
export function isNoValue(value: unknown): boolean {
  const call = intrinsic(value)
  return call?.name === 'Ref' && call.argument === 'AWS::NoValue'
}

/** A document that is an expression: one that chooses among documents chooses among their statements. */
export function chosenDocument(written: JsonObject): JsonObject {
  const choice = ifAmong(written)
  if (choice === null) return { Statement: [written] }
  const [first] = choice.branches.filter(isObject)
  const lists = choice.branches.map((branch) => (isObject(branch) ? member(branch, 'Statement') : branch))
  return {
    Version: first === undefined ? undefined : member(first, 'Version'),
    Statement: { 'Fn::If': [choice.by, ...lists] },
  }
}

/** `Fn::If` among the statements of a policy, or in the principal of one; `AWS::NoValue` leaves a branch out. */
export function choiceOf(value: unknown): Choice | null {
  if (isNoValue(value)) return { by: 'AWS::NoValue', branches: [], complete: false }
  return ifAmong(value) ?? ifWithin(value)
}

function ifAmong(value: unknown): Choice | null {
  const call = intrinsic(value)
  if (call?.name !== 'Fn::If' || !Array.isArray(call.argument)) return null
  const [condition, ...branches] = call.argument
  const given = branches.flat().filter((branch) => !isNoValue(branch))
  const complete = branches.length === 2 && branches.every((branch) => isObject(branch) && !isNoValue(branch))
  return { by: `Fn::If ${String(condition)}`, branches: given, complete }
}

const PRINCIPALS = ['Principal', 'NotPrincipal'] as const

/** A statement whose principal is a choice, as a choice of statements with one principal each. */
function ifWithin(statement: unknown): Choice | null {
  if (!isObject(statement)) return null
  for (const name of PRINCIPALS) {
    const principal = member(statement, name)
    const whole = spread(principal, (one) => ({ ...statement, [name]: one }))
    if (whole !== null) return whole
    const list = member(principal, 'AWS')
    const inner = spread(list, (one) => ({ ...statement, [name]: { ...(principal as object), AWS: one } }))
    if (inner !== null) return inner
  }
  return null
}

function spread(value: unknown, put: (branch: unknown) => object): Choice | null {
  const call = intrinsic(value)
  if (call?.name !== 'Fn::If' || !Array.isArray(call.argument) || call.argument.length !== 3) return null
  const [condition, ...branches] = call.argument
  if (branches.some(isNoValue)) return null
  return { by: `Fn::If ${String(condition)}`, branches: branches.map(put), complete: true }
}
