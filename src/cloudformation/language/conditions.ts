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
  if (one === null || other === null || !isPlain(one) || !isPlain(other)) return null
  return one === other || (meantBy(one) !== null && meantBy(one) === meantBy(other) ? null : false)
}

/** `0x10`, `0o17`, `0b11` and `017`, with the underscores of YAML 1.1. */
const WHOLE = /^([-+]?)0(?:([xob])([\da-f_]+)|([0-7_]+))$/
const BASES: Readonly<Record<string, number>> = { x: 16, o: 8, b: 2 }

/** `1:30`, which is 90 in YAML 1.1: parts of sixty, the last of them maybe with a fraction. */
const SIXTIES = /^([-+]?)(\d[\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?)$/

/** Numbers that JSON cannot write, as YAML and as JavaScript and Java write them. */
const ENDLESS = /^([-+]?)\.?(inf|nan)(?:inity)?$/

/**
 * The number or truth that a text is in YAML 1.1 or JSON; null for any other text. What a template compares by such texts
 * depends on how its parser hands them over: two that mean the same are not surely different.
 */
function meantBy(written: string): string | null {
  const text = written.trim().toLowerCase()
  if (['true', 'yes', 'on', 'y'].includes(text)) return 'true'
  if (['false', 'no', 'off', 'n'].includes(text)) return 'false'
  const [, sign, letter = 'o', digits, octal] = WHOLE.exec(text) ?? []
  const whole = (digits ?? octal)?.replaceAll('_', '')
  if (whole) return String(Number.parseInt(sign + whole, BASES[letter]))
  const [, minus, parts] = SIXTIES.exec(text) ?? []
  if (parts !== undefined) return String(Number(`${minus}1`) * inSixties(parts.replaceAll('_', '')))
  const [, side, endless] = ENDLESS.exec(text) ?? []
  if (endless !== undefined) return endless === 'nan' ? endless : `${side === '-' ? '-' : ''}${endless}`
  if (!/^[-+]?(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:e[-+]?\d+)?$/.test(text)) return null
  return String(Number(text.replaceAll('_', '')))
}

function inSixties(parts: string): number {
  return parts.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)
}

function not(value: boolean | null): boolean | null {
  return value === null ? null : !value
}

function every(values: readonly (boolean | null)[]): boolean | null {
  if (values.includes(false)) return false
  return values.includes(null) ? null : true
}
