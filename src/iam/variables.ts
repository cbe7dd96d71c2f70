import type { RequestContext } from './context.js'
import { compile, type Symbols } from './text/glob.js'
import { isPlain, mapStrings, piecesOf, type Text } from './text/text.js'

/** A text with its policy variables put in, compiled; or why it has no value. */
export type Resolved =
  | { readonly kind: 'symbols'; readonly symbols: Symbols }
  /** A variable's key is not in the request. */
  | { readonly kind: 'absent'; readonly key: string }
  /** A variable's value is not known, or it names a multivalued key; tokens stand for such values, if they exist. */
  | { readonly kind: 'unknown'; readonly key: string; readonly symbols: Symbols }

/** What is special in a text. */
export interface Reading {
  /** Whether `*` and `?` of the text itself are. */
  readonly wildcards: boolean
  /** Whether the policy's Version has variables. */
  readonly variables: boolean
  /** Whether letters count without their case, those of a variable's value too; they do not unless it is said. */
  readonly fold?: boolean
}

type Piece =
  | { readonly kind: 'text'; readonly text: Text; readonly literal: boolean }
  | { readonly kind: 'absent'; readonly key: string }
  | { readonly kind: 'unknown'; readonly key: string }

/**
 * Puts policy variables in (IAM User Guide, "Policy elements: variables and tags"): `${key}`, `${key, 'default'}`, and
 * the escapes `${*}`, `${?}`, `${$}`. What a variable stands for is literal, wildcards in it are not special.
 */
export function resolve(
  text: Text,
  { wildcards, variables, fold = false }: Reading,
  context: RequestContext,
): Resolved {
  const folded = (piece: Text) => (fold ? mapStrings(piece, (one) => one.toLowerCase()) : piece)
  if (!variables || !hasVariable(text)) return { kind: 'symbols', symbols: compile(folded(text), wildcards) }
  const symbols: Symbols[number][] = []
  let unknown: string | null = null
  for (const piece of split(text, context)) {
    if (piece.kind === 'absent') return { kind: 'absent', key: piece.key }
    if (piece.kind === 'unknown') {
      unknown ??= piece.key
      symbols.push({ token: `\${${piece.key}}` })
    } else for (const symbol of compile(folded(piece.text), wildcards && !piece.literal)) symbols.push(symbol)
  }
  return unknown === null ? { kind: 'symbols', symbols } : { kind: 'unknown', key: unknown, symbols }
}

export function hasVariable(text: Text): boolean {
  return isPlain(text) ? text.includes('${') : text.some((piece) => typeof piece === 'string' && piece.includes('${'))
}

function split(text: Text, context: RequestContext): Piece[] {
  const result: Piece[] = []
  for (const piece of piecesOf(text)) {
    if (typeof piece === 'string') splitString(piece, context, result)
    else result.push({ kind: 'text', text: [piece], literal: true })
  }
  return result
}

function splitString(text: string, context: RequestContext, into: Piece[]): void {
  let at = 0
  while (at < text.length) {
    const open = text.indexOf('${', at)
    const close = open === -1 ? -1 : text.indexOf('}', open)
    if (close === -1) break
    if (open > at) into.push({ kind: 'text', text: text.slice(at, open), literal: false })
    into.push(variable(text.slice(open + 2, close), context))
    at = close + 1
  }
  if (at < text.length) into.push({ kind: 'text', text: text.slice(at), literal: false })
}

function variable(inside: string, context: RequestContext): Piece {
  if (inside === '*' || inside === '?' || inside === '$') return { kind: 'text', text: inside, literal: true }
  const comma = inside.indexOf(',')
  const key = (comma === -1 ? inside : inside.slice(0, comma)).trim().toLowerCase()
  const fallback = comma === -1 ? null : unquote(inside.slice(comma + 1).trim())
  const state = context.lookup(key)
  if (state.presence === 'no') {
    return fallback === null ? { kind: 'absent', key } : { kind: 'text', text: fallback, literal: true }
  }
  const certain = state.presence === 'yes' || state.presentUnder !== undefined
  if (!certain || state.multivalued || state.value.kind !== 'values') return { kind: 'unknown', key }
  const [only, ...others] = state.value.alternatives
  const [value] = only ?? []
  if (value === undefined || others.length > 0) return { kind: 'unknown', key }
  return { kind: 'text', text: value, literal: true }
}

function unquote(text: string): string {
  return text.length >= 2 && text.startsWith("'") && text.endsWith("'") ? text.slice(1, -1) : text
}
