import type { Token } from '../../../iam/text/text.js'
import { type Context, type InstanceKey, indexed, type Scope, type Step } from '../modules/index.js'
import { failing, getAttribute, knownString, oneOf, type Value } from '../values/index.js'

/** What a reference is resolved in. */
export interface Resolution {
  readonly scope: Scope
  readonly context: Context
  /** Stands for the value where that is not known. */
  readonly token: Token
}

/** A value, or what the further steps of a reference make of it. */
export function follow(value: Value, steps: readonly Step[], { scope, context, token }: Resolution): Value {
  return steps.reduce(
    (at, step) =>
      typeof step === 'string'
        ? getAttribute(at, step, token)
        : indexed(at, context.evaluate(step, scope), token, scope),
    value,
  )
}

/** A value of an instance that may not be there: `try` may go on to its next argument. Without a plan it is planned. */
export function certainly(there: boolean | null, value: Value, { scope, token }: Resolution): Value {
  return there === null && scope.attempt && scope.module.unplanned === null
    ? oneOf([value, failing(token)], value.origin)
    : value
}

/** The instance key behind a name: null when there is none, undefined when it is not known. */
export function takeKey(
  steps: readonly Step[],
  { scope, context }: Resolution,
): { readonly key: InstanceKey | undefined; readonly rest: readonly Step[] } {
  const [first, ...rest] = steps
  if (first === undefined || typeof first === 'string') return { key: null, rest: steps }
  const value = context.evaluate(first, scope)
  if (value.kind === 'primitive' && typeof value.value === 'number') return { key: value.value, rest }
  return { key: knownString(value) ?? undefined, rest }
}
