import type { ReadText } from '../../iam/parse.js'
import { isPlain } from '../../iam/text/text.js'
import { member } from '../../tree/value.js'
import { intrinsic } from './calls.js'

/** Conditions refer to each other no deeper than anybody writes. */
const MAX_DEPTH = 20

/**
 * What the conditions of a template are: true and false where everything that they compare is known, else null
 * (CloudFormation User Guide, "Condition functions").
 */
export function conditionsOf(conditions: unknown, text: ReadText): (name: string) => boolean | null {
  const all = { conditions, text, known: new Map<string, boolean | null>() }
  return (name) => named(name, all, 0)
}

interface Conditions {
  readonly conditions: unknown
  readonly text: ReadText
  /** What was found, by depth and name: how deep a condition is referred to decides whether it is followed. */
  readonly known: Map<string, boolean | null>
}

function named(name: string, all: Conditions, depth: number): boolean | null {
  const key = `${depth} ${name}`
  const found = all.known.get(key)
  if (found !== undefined) return found
  const value = holds(member(all.conditions, name), all, depth)
  all.known.set(key, value)
  return value
}

function holds(condition: unknown, all: Conditions, depth: number): boolean | null {
  if (depth > MAX_DEPTH) return null
  const other = member(condition, 'Condition')
  if (typeof other === 'string') return named(other, all, depth + 1)
  const call = intrinsic(condition)
  if (call === null || !Array.isArray(call.argument)) return null
  const inner = (one: unknown) => holds(one, all, depth + 1)
  switch (call.name) {
    case 'Fn::Equals':
      return equals(call.argument, all.text)
    case 'Fn::Not':
      return not(inner(call.argument[0]))
    case 'Fn::And':
      return every(call.argument.slice(0, MAX_OPERANDS).map(inner))
    case 'Fn::Or':
      return not(every(call.argument.slice(0, MAX_OPERANDS).map((one) => not(inner(one)))))
    default:
      return null
  }
}

/** `Fn::And` and `Fn::Or` take at most ten. */
const MAX_OPERANDS = 10

function equals([a, b]: readonly unknown[], text: ReadText): boolean | null {
  const [one, other] = [text(a), text(b)]
  return one !== null && other !== null && isPlain(one) && isPlain(other) ? one === other : null
}

function not(value: boolean | null): boolean | null {
  return value === null ? null : !value
}

function every(values: readonly (boolean | null)[]): boolean | null {
  if (values.includes(false)) return false
  return values.includes(null) ? null : true
}
