import { failing, isKnown, knownString, numberIn, primitive, type SourceOrigin, type Value } from '../values/index.js'
import type { PureFunction } from './engines.js'

/** Functions over numbers. */
export const NUMBER_FUNCTIONS: Readonly<Record<string, PureFunction>> = {
  abs: (args, origin) => calculated(args, origin, ([value = 0]) => Math.abs(value)),
  ceil: (args, origin) => calculated(args, origin, ([value = 0]) => Math.ceil(value)),
  floor: (args, origin) => calculated(args, origin, ([value = 0]) => Math.floor(value)),
  signum: (args, origin) => calculated(args, origin, ([value = 0]) => Math.sign(value)),
  max: (args, origin) => calculated(args, origin, (values) => values.reduce((a, b) => Math.max(a, b))),
  min: (args, origin) => calculated(args, origin, (values) => values.reduce((a, b) => Math.min(a, b))),
  pow: (args, origin) => calculated(args, origin, ([base = 0, exponent = 0]) => base ** exponent),
  sum: ([list], origin) => {
    if (list?.kind !== 'tuple' || !isKnown(list)) return null
    return list.items.length === 0
      ? failing('the sum of nothing')
      : calculated(list.items, origin, (values) => values.reduce((total, value) => total + value, 0))
  },
  parseint: ([value, base], origin) => parsedInteger(value, base, origin),
}

/** Terraform calculates with more digits: only numbers that both can hold come to the same. */
function calculated(
  args: readonly Value[],
  origin: SourceOrigin,
  calculate: (values: readonly number[]) => number,
): Value | null {
  const numbers = args.map((arg) => numberIn(knownString(arg)))
  if (numbers.length === 0 || !numbers.every((number) => number !== null)) return null
  const result = calculate(numbers)
  return [...numbers, result].every((number) => Number.isSafeInteger(number * 1024))
    ? primitive(result + 0, origin)
    : null
}

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz'

function parsedInteger(value: Value | undefined, base: Value | undefined, origin: SourceOrigin): Value | null {
  const text = value === undefined ? null : knownString(value)
  const radix = base === undefined ? null : numberIn(knownString(base))
  // Above 36 Terraform tells capital letters from small ones.
  if (text === null || radix === null || !Number.isInteger(radix) || radix < 2 || radix > 36) return null
  const digits = text.replace(/^[+-]/, '').toLowerCase()
  if (digits === '' || [...digits].some((digit) => !DIGITS.slice(0, radix).includes(digit))) {
    return failing('a text that is no whole number')
  }
  const number = Number.parseInt(digits, radix) * (text.startsWith('-') ? -1 : 1)
  return Number.isSafeInteger(number) ? primitive(number + 0, origin) : null
}
