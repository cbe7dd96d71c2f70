import { boolIn, numberIn } from './conversion.js'
import {
  effectiveMembers,
  isKnown,
  knownString,
  type ObjectValue,
  type PrimitiveValue,
  primitive,
  type SourceOrigin,
  type StringValue,
  type TupleValue,
  unnamed,
  type Value,
} from './value.js'

/** True, false, or null when it is not known. */
export function decideCondition(value: Value): boolean | null {
  if (value.kind === 'primitive' && typeof value.value === 'boolean') return value.value
  const text = value.kind === 'string' ? knownString(value) : null
  if (text === 'true' || text === 'false') return text === 'true'
  if (value.kind !== 'oneOf') return null
  const decided = value.options.map(decideCondition)
  const [first] = decided
  return first !== undefined && decided.every((one) => one === first) ? first : null
}

export function unary(operator: string, operand: Value, origin: SourceOrigin): Value {
  if (operator === '!') {
    const decided = decideCondition(operand)
    return decided === null ? unnamed('a condition', origin) : primitive(!decided, origin)
  }
  const number = numberOf(operand)
  return number === null ? unnamed('a number', origin) : primitive(-number, origin)
}

/** The right side is evaluated on demand: the logical operators may be decided by the left one. */
export function binary(operator: string, left: () => Value, right: () => Value, origin: SourceOrigin): Value {
  const undecided = unnamed('a condition', origin)
  if (operator === '&&' || operator === '||') {
    const stop = operator === '||'
    const a = decideCondition(left())
    if (a === stop) return primitive(stop, origin)
    const b = decideCondition(right())
    if (b === stop) return primitive(stop, origin)
    return a === null || b === null ? undecided : primitive(!stop, origin)
  }
  if (operator === '==' || operator === '!=') {
    const equal = equals(left(), right())
    return equal === null ? undecided : primitive(equal === (operator === '=='), origin)
  }
  const a = numberOf(left())
  const b = numberOf(right())
  return a === null || b === null ? undecided : arithmetic(operator, a, b, origin)
}

function arithmetic(operator: string, a: number, b: number, origin: SourceOrigin): Value {
  switch (operator) {
    case '<':
      return primitive(a < b, origin)
    case '<=':
      return primitive(a <= b, origin)
    case '>':
      return primitive(a > b, origin)
    case '>=':
      return primitive(a >= b, origin)
    default: {
      const result = calculated(operator, a, b)
      const isHeld = [a, b, result].every(isExact) && isCalculated(operator, [a, b, result])
      return isHeld ? primitive(result, origin) : unnamed('a number', origin)
    }
  }
}

function calculated(operator: string, a: number, b: number): number {
  switch (operator) {
    case '+':
      return a + b
    case '-':
      return a - b
    case '*':
      return a * b
    default:
      return operator === '/' ? a / b : a % b
  }
}

/** Terraform calculates with more digits: only numbers that both can hold come to the same. */
function isExact(number: number): boolean {
  return Number.isSafeInteger(number * 1024)
}

/** Whether no digit was lost: a product or a quotient of two such numbers may have more of them, and be rounded to such a one. */
function isCalculated(operator: string, numbers: readonly [number, number, number]): boolean {
  const scaled = (number: number) => BigInt(number * 1024)
  const [a, b, result] = [scaled(numbers[0]), scaled(numbers[1]), scaled(numbers[2])]
  if (operator === '*') return a * b === result * 1024n
  return operator !== '/' || a * 1024n === result * b
}

function numberOf(value: Value): number | null {
  if (value.kind === 'primitive') return typeof value.value === 'number' ? value.value : null
  const text = value.kind === 'string' ? knownString(value) : null
  const number = numberIn(text)
  return Number.isNaN(number) ? null : number
}

/** Whether two values are equal; null when it is not known. */
export function equals(a: Value, b: Value): boolean | null {
  if (a.kind === 'oneOf') return unanimous(a.options.map((option) => equals(option, b)))
  if (b.kind === 'oneOf') return unanimous(b.options.map((option) => equals(a, option)))
  if (a.kind === 'unknown' || b.kind === 'unknown' || a.kind === 'repeated' || b.kind === 'repeated') return null
  if (a.kind === 'null' || b.kind === 'null') return a.kind === b.kind
  if (a.kind === 'tuple' || b.kind === 'tuple') return a.kind === 'tuple' && b.kind === 'tuple' && sameItems(a, b)
  if (a.kind === 'object' || b.kind === 'object') return a.kind === 'object' && b.kind === 'object' && sameMembers(a, b)
  if (a.kind === 'json' || b.kind === 'json') return null
  return sameScalars(a, b)
}

/** Values of different types are never equal, whatever they look like as text. */
function sameScalars(a: Scalar, b: Scalar): boolean | null {
  const left = knownString(a)
  const right = knownString(b)
  const loose = a.loose === true || b.loose === true
  if (left === null || right === null) {
    if (a.kind === 'string' && b.kind === 'string') return incompatible(a, b) ? false : null
    return loose ? null : false
  }
  if (!loose) return typeOf(a) === typeOf(b) && left === right
  if (left !== right) return mayBeOneNumber(numberIn(left), numberIn(right)) ? null : false
  // A text that is no number and no bool was a string from the start.
  return numberIn(left) === null && boolIn(left) === null ? true : null
}

/** Of one that no double holds nobody knows how it is spelled. */
function mayBeOneNumber(a: number | null, b: number | null): boolean {
  return a !== null && b !== null && (a === b || Number.isNaN(a) || Number.isNaN(b))
}

type Scalar = StringValue | PrimitiveValue

function typeOf(value: Scalar): string {
  return value.kind === 'string' ? 'string' : typeof value.value
}

/** Lists, sets and tuples; a set has its items in a fixed order, as far as they are known. */
function sameItems(a: TupleValue, b: TupleValue): boolean | null {
  if (a.shape !== undefined && b.shape !== undefined && a.shape !== b.shape) return false
  if (!isKnown(a) || !isKnown(b)) return null
  if ((a.items.length === 0) !== (b.items.length === 0)) return false
  if (a.shape === undefined || b.shape === undefined) return null
  if (a.items.length !== b.items.length) return false
  // Two empty lists are equal when their elements are of one type, which is not known here.
  if (a.items.length === 0) return a.shape === 'tuple' ? true : null
  if (a.shape === 'set' && a.items.some((item) => knownString(item) === null)) return null
  return both(a.items.map((item, i) => equals(item, b.items[i] ?? item)))
}

function sameMembers(a: ObjectValue, b: ObjectValue): boolean | null {
  if (a.shape !== undefined && b.shape !== undefined && a.shape !== b.shape) return false
  if (a.shape === undefined || b.shape === undefined || !isKnown(a) || !isKnown(b)) return null
  const left = new Map(effectiveMembers(a).map((one) => [one.name, one.value]))
  const right = new Map(effectiveMembers(b).map((one) => [one.name, one.value]))
  if (left.size !== right.size || [...left.keys()].some((name) => !right.has(name))) return false
  if (left.size === 0) return a.shape === 'object' ? true : null
  return both([...left].map(([name, value]) => equals(value, right.get(name) ?? value)))
}

/** Strings that are known in part may differ for certain, as `""` and `"a${b}"` do. */
function incompatible(a: Value & { kind: 'string' }, b: Value & { kind: 'string' }): boolean {
  const known = [a, b].map(knownString).find((text) => text !== null)
  const other = typeof a.text === 'string' ? b.text : a.text
  if (known === undefined || known === null || typeof other === 'string') return false
  return other.some((piece) => typeof piece === 'string' && !known.includes(piece))
}

function unanimous(results: readonly (boolean | null)[]): boolean | null {
  const [first] = results
  return first !== undefined && results.every((one) => one === first) ? first : null
}

function both(results: readonly (boolean | null)[]): boolean | null {
  if (results.some((one) => one === false)) return false
  return results.every((one) => one === true) ? true : null
}
