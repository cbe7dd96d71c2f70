import {
  failing,
  fromJson,
  knownString,
  MAX_MADE,
  plainString,
  type SourceOrigin,
  tuple,
  type Value,
} from '../values/index.js'
import type { RegexPattern } from './engine.js'
import type { Engines, PureFunction } from './engines.js'

/** Functions that need an engine of their own: they are unknown until it is loaded. */
export const PATTERN_FUNCTIONS: Readonly<Record<string, PureFunction>> = {
  regex: (args, origin, engines) =>
    matched(args, engines, (pattern, text) => {
      for (const match of pattern.matches(text)) return captured(pattern, match.groups, origin)
      return failing('a text that does not match')
    }),
  regexall: (args, origin, engines) =>
    matched(args, engines, (pattern, text) => {
      const found: Value[] = []
      for (const match of pattern.matches(text)) {
        if (found.length >= MAX_MATCHES) return null
        found.push(captured(pattern, match.groups, origin))
      }
      return { ...tuple(found, origin), shape: 'list' }
    }),
  yamldecode: ([value], _origin, engines) => {
    const text = value === undefined ? null : knownString(value)
    if (value === undefined || text === null || text.length > MAX_YAML) return null
    const read = engines.yaml
    if (read === null) return null
    try {
      return fromJson(read(text) ?? null, () => value.origin)
    } catch (error) {
      // Nesting without end, too, is only not followed.
      return error instanceof RangeError || error instanceof ReferenceError ? null : failing('a text that is no YAML')
    }
  },
}

const MAX_MATCHES = 1024
const MAX_YAML = 256 * 1024

/** Matching takes steps in the product of both lengths. */
const MAX_PATTERN = 1000
const MAX_WORK = 4_000_000

/** A pattern that is known, compiled; null where it is not, or would take too much work on the text. */
export function compiled(source: string, text: string, engines: Engines): RegexPattern | 'broken' | null {
  if (source.length > MAX_PATTERN || source.length * text.length > MAX_WORK) return null
  const engine = engines.regex
  if (engine === null) return null
  try {
    return engine.compile(source)
  } catch {
    return 'broken'
  }
}

function matched(
  [pattern, value]: readonly Value[],
  engines: Engines,
  match: (pattern: RegexPattern, text: string) => Value | null,
): Value | null {
  const source = pattern === undefined ? null : knownString(pattern)
  const text = value === undefined ? null : knownString(value)
  if (source === null || text === null) return null
  const made = compiled(source, text, engines)
  return made === 'broken' ? failing('a pattern that is none') : made && match(made, text)
}

/** The whole match without groups, an object of named groups, or a list of those without names. */
function captured(pattern: RegexPattern, match: readonly (string | null)[], origin: SourceOrigin): Value {
  const value = (text: string | null | undefined): Value =>
    text === null || text === undefined ? { kind: 'null', origin } : plainString(text, origin)
  if (pattern.groups === 0) return value(match[0])
  if (pattern.names.size === 0) return { ...tuple(match.slice(1).map(value), origin), shape: 'tuple' }
  const members = [...pattern.names].map(([group, name]) => ({ name, value: value(match[group]), origin: null }))
  return { kind: 'object', members, open: false, shape: 'object', origin }
}

const MAX_EXPANDED = 16 * MAX_MADE

/** `replace` with a pattern between slashes; null where it cannot be followed. */
export function replaceMatches(source: string, text: string, replacement: string, engines: Engines): string | null {
  const pattern = compiled(source, text, engines)
  if (pattern === null || pattern === 'broken') return null
  // A group may be put in as often as it is named.
  if (replacement.length * text.length > MAX_EXPANDED) return null
  let result = ''
  let at = 0
  let count = 0
  for (const { start, end, groups } of pattern.matches(text)) {
    if (++count > MAX_MATCHES) return null
    result += text.slice(at, start) + expanded(replacement, groups, pattern)
    if (result.length > MAX_MADE) return null
    at = end
  }
  return result + text.slice(at)
}

/** `$1`, `$name`, `${1}` and `$$`, as in Go: a name is as long as it can be, and one that no group has stands for nothing. */
function expanded(replacement: string, groups: readonly (string | null)[], { names }: RegexPattern): string {
  return replacement.replace(/\$(?:(\$)|\{(\w+)\}|(\w+))/g, (_whole, dollar, braced, bare) => {
    if (dollar !== undefined) return '$'
    const name = String(braced ?? bare)
    const group = /^\d+$/.test(name) ? Number(name) : [...names].find(([, one]) => one === name)?.[0]
    return group === undefined ? '' : (groups[group] ?? '')
  })
}
