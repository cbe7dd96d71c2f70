import { any, effectiveMembers, isKnown, knownString, type Origin, primitive, type Value } from './value.js'

/** True, false, or null when it is not known. */
export function decideCondition(value: Value): boolean | null {
  if (value.kind === 'primitive' && typeof value.value === 'boolean') return value.value
  const text = value.kind === 'string' ? knownString(value) : null
  if (text === 'true' || text === 'false') return text === 'true'
  if (value.kind !== 'alt') return null
  const decided = value.options.map(decideCondition)
  const [first] = decided
  return first !== undefined && decided.every((one) => one === first) ? first : null
}

export function unary(operator: string, operand: Value, origin: Origin): Value {
  if (operator === '!') {
    const decided = decideCondition(operand)
    return decided === null ? any('a condition', origin) : primitive(!decided, origin)
  }
  const number = numberOf(operand)
  return number === null ? any('a number', origin) : primitive(-number, origin)
}

/** The right side is evaluated on demand: the logical operators may be decided by the left one. */
export function binary(operator: string, left: () => Value, right: () => Value, origin: Origin): Value {
  const unknown = any('a condition', origin)
  if (operator === '&&' || operator === '||') {
    const stop = operator === '||'
    const a = decideCondition(left())
    if (a === stop) return primitive(stop, origin)
    const b = decideCondition(right())
    if (b === stop) return primitive(stop, origin)
    return a === null || b === null ? unknown : primitive(!stop, origin)
  }
  if (operator === '==' || operator === '!=') {
    const equal = equals(left(), right())
    return equal === null ? unknown : primitive(equal === (operator === '=='), origin)
  }
  const a = numberOf(left())
  const b = numberOf(right())
  return a === null || b === null ? unknown : arithmetic(operator, a, b, origin)
}

function arithmetic(operator: string, a: number, b: number, origin: Origin): Value {
  switch (operator) {
    case '<':
      return primitive(a < b, origin)
    case '<=':
      return primitive(a <= b, origin)
    case '>':
      return primitive(a > b, origin)
    case '>=':
      return primitive(a >= b, origin)
    case '+':
      return primitive(a + b, origin)
    case '-':
      return primitive(a - b, origin)
    case '*':
      return primitive(a * b, origin)
    default: {
      const result = operator === '/' ? a / b : a % b
      return Number.isFinite(result) ? primitive(result, origin) : any('a number', origin)
    }
  }
}

function numberOf(value: Value): number | null {
  if (value.kind === 'primitive') return typeof value.value === 'number' ? value.value : null
  const text = value.kind === 'string' ? knownString(value) : null
  const number = text === null || text.trim() === '' ? Number.NaN : Number(text)
  return Number.isFinite(number) ? number : null
}

/** Whether two values are equal; null when it is not known. */
export function equals(a: Value, b: Value): boolean | null {
  if (a.kind === 'alt') return agree(a.options.map((option) => equals(option, b)))
  if (b.kind === 'alt') return agree(b.options.map((option) => equals(a, option)))
  if (a.kind === 'any' || b.kind === 'any' || a.kind === 'gen' || b.kind === 'gen') return null
  if (a.kind === 'null' || b.kind === 'null') return a.kind === b.kind
  const left = knownString(a)
  const right = knownString(b)
  if (left !== null && right !== null) return left === right
  if (a.kind === 'string' && b.kind === 'string') return incompatible(a, b) ? false : null
  if (a.kind === 'tuple' && b.kind === 'tuple') {
    if (isKnown(a) && isKnown(b) && a.items.length !== b.items.length) return false
    return isKnown(a) && isKnown(b) ? both(a.items.map((item, i) => equals(item, b.items[i] ?? item))) : null
  }
  if (a.kind === 'object' && b.kind === 'object' && isKnown(a) && isKnown(b)) {
    return effectiveMembers(a).length === 0 && effectiveMembers(b).length === 0 ? true : null
  }
  return null
}

/** Strings that are known in part may differ for certain, as `""` and `"a${b}"` do. */
function incompatible(a: Value & { kind: 'string' }, b: Value & { kind: 'string' }): boolean {
  const known = [a, b].map(knownString).find((text) => text !== null)
  const other = typeof a.text === 'string' ? b.text : a.text
  if (known === undefined || known === null || typeof other === 'string') return false
  return other.some((piece) => typeof piece === 'string' && !known.includes(piece))
}

function agree(results: readonly (boolean | null)[]): boolean | null {
  const [first] = results
  return first !== undefined && results.every((one) => one === first) ? first : null
}

function both(results: readonly (boolean | null)[]): boolean | null {
  if (results.some((one) => one === false)) return false
  return results.every((one) => one === true) ? true : null
}
