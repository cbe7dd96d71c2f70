import { isObject } from '../../tree/value.js'

/** The function that takes what a macro makes, or a file holds, in the place of the object that it stands in. */
export const TRANSFORM = 'Fn::Transform'

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

export function identity({ name, argument }: Call): string {
  const text = typeof argument === 'object' && argument !== null ? textOf(argument) : String(argument)
  return name === 'Ref' ? text : `${name} ${text}`
}

/** Of arguments that nest, each is asked for at every level of the others, and for each statement anew. */
const texts = new WeakMap<object, string>()

function textOf(argument: object): string {
  const text = texts.get(argument) ?? JSON.stringify(argument)
  texts.set(argument, text)
  return text
}

/** The pseudo parameter that stands for nothing at all. */
export function isNoValue(value: unknown): boolean {
  const call = intrinsic(value)
  return call?.name === 'Ref' && call.argument === 'AWS::NoValue'
}

/** A call of `Fn::If`: the name of its condition, and what it is when that holds and when not. */
export interface If {
  readonly condition: string
  readonly branches: readonly [unknown, unknown]
}

export function ifCall(value: unknown): If | null {
  const call = intrinsic(value)
  if (call?.name !== 'Fn::If' || !Array.isArray(call.argument) || call.argument.length !== 3) return null
  const [condition, yes, no] = call.argument
  return typeof condition === 'string' ? { condition, branches: [yes, no] } : null
}
