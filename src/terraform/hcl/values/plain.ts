import { heldNumber, isTooDeep } from '../syntax/index.js'
import { effectiveMembers, knownString, numberValue, primitive, type SourceOrigin, type Value } from './value.js'

/** A value of parsed JSON, for instance a variable of the plan. `origin` tells where it was written, if anywhere. */
export function fromJson(value: unknown, origin: () => SourceOrigin | null = () => null, depth = 0): Value {
  const at = origin()
  if (typeof value === 'string') return { kind: 'string', text: value, origin: at }
  if (typeof value === 'number') return numberValue(String(value), at)
  if (typeof value === 'boolean') return primitive(value, at)
  if (depth > MAX_DEPTH) return { kind: 'unknown', token: { token: 'something deeply nested' }, origin: at }
  if (Array.isArray(value)) {
    const items = value.map((item) => fromJson(item, origin, depth + 1))
    return { kind: 'tuple', items, shape: 'tuple', origin: at }
  }
  if (typeof value !== 'object' || value === null) return { kind: 'null', origin: at }
  const members = Object.entries(value).map(([name, one]) => ({
    name,
    value: fromJson(one, origin, depth + 1),
    origin: null,
  }))
  return { kind: 'object', members, open: false, shape: 'object', origin: at }
}

const MAX_DEPTH = 100

/** Parses JSON text to a value; null when it is none. */
export function parseJson(text: string, origin: () => SourceOrigin | null): Value | null {
  if (isTooDeep(text)) return null
  try {
    return fromJson(JSON.parse(withoutLost(text)), origin)
  } catch {
    return null
  }
}

/** JSON in which what no double holds stands as a number without end, which is not known. */
function withoutLost(text: string): string {
  if (!/[\d.]{16}|\d[eE]/.test(text)) return text
  return text.replace(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g, (token) =>
    token.startsWith('"') || !JSON_NUMBER.test(token) || !Number.isNaN(heldNumber(token)) ? token : '1e999',
  )
}

const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/

/** Whether a value from the sources can be what the plan states; members that the plan adds do not count. */
export function matchesPlan(value: Value, stated: unknown): boolean {
  switch (value.kind) {
    case 'unknown':
    case 'repeated':
    case 'json':
      return true
    case 'oneOf':
      return value.options.some((option) => matchesPlan(option, stated))
    case 'null':
      return stated === null
    case 'string':
    case 'primitive': {
      const text = knownString(value)
      return text === null ? typeof stated === 'string' : sameText(text, String(stated))
    }
    case 'tuple': {
      if (!Array.isArray(stated)) return false
      if (value.items.some(({ kind }) => kind === 'repeated')) return true
      return value.items.length === stated.length && value.items.every((item, i) => matchesPlan(item, stated[i]))
    }
    case 'object': {
      if (typeof stated !== 'object' || stated === null) return false
      const known = new Map(Object.entries(stated))
      return effectiveMembers(value).every((one) => known.has(one.name) && matchesPlan(one.value, known.get(one.name)))
    }
  }
}

/** Texts of several lines may differ in the indentation that a heredoc takes away. */
function sameText(written: string, stated: string): boolean {
  if (written === stated) return true
  const lines = (text: string) => text.split('\n').map((line) => line.trim())
  return written.includes('\n') && lines(written).join('\n').trim() === lines(stated).join('\n').trim()
}
