import { BitPattern } from './bits.js'
import { isPlain, isSameToken, piecesOf, type Text, type Token } from './text.js'
import type { Tri } from './tri.js'

/**
 * A compiled pattern or subject: character codes, `ONE` (`?`), `RUN` (`*`), and tokens. Matching is a
 * walk over state sets (as bits in `bits.ts`, where there are no tokens), linear in the subject for each pattern position:
 * policy text never becomes a regular expression.
 */
export type Symbols = readonly (number | Token)[]

const ONE = -1
const RUN = -2
/** An identity that is certainly not the caller's: it matches nothing (docs/semantics.md, D29). */
const OTHER = -3

/** Whether a pattern is the identity of somebody else, and nothing more. */
export function isSomebodyElse(pattern: Symbols): boolean {
  return pattern.length === 1 && pattern[0] === OTHER
}

/** Compiles a text; `wildcards` says whether `*` and `?` are special in it. */
export function compile(text: Text, wildcards: boolean): Symbols {
  const symbols: (number | Token)[] = []
  for (const piece of piecesOf(text)) {
    if (typeof piece !== 'string') {
      symbols.push(piece.means === 'other-principal' ? OTHER : piece)
      continue
    }
    for (let i = 0; i < piece.length; i++) {
      const code = piece.charCodeAt(i)
      if (wildcards && code === 0x2a) {
        if (symbols.at(-1) !== RUN) symbols.push(RUN)
      } else symbols.push(wildcards && code === 0x3f ? ONE : code)
    }
  }
  return symbols
}

/** `sure`: tokens equal only themselves. `possible`: a token may stand for any string. */
type Mode = 'sure' | 'possible'

function isToken(symbol: number | Token | undefined): symbol is Token {
  return typeof symbol === 'object'
}

/** Whether a token can hold a character; a token can hold another one unless that is shown to be impossible. */
function canHold({ holds }: Token, read: number | Token): boolean {
  if (holds === undefined || isToken(read)) return true
  const isDigit = read >= 0x30 && read <= 0x39
  if (holds === 'digits') return isDigit
  return holds === 'organization' ? isDigit || (read >= 0x61 && read <= 0x7a) : read !== 0x3a && read !== 0x2f
}

/** How long the strings can be that symbols stand for. */
function lengthsOf(symbols: Symbols): { readonly least: number; readonly most: number } {
  let least = 0
  let most = 0
  for (const symbol of symbols) {
    const [from, to] = isToken(symbol) ? lengthsHeld(symbol) : symbol === RUN ? [0, Infinity] : [1, 1]
    least += from
    most += to
  }
  return { least, most }
}

/** An account id has 12 digits; an organization's has 10 to 32 characters after `o-` (Organizations API, `OrganizationId`). */
function lengthsHeld({ holds }: Token): readonly [number, number] {
  if (holds === 'digits') return [12, 12]
  return holds === 'organization' ? [10, 32] : [0, Infinity]
}

function haveOneLength(pattern: Symbols, subject: Symbols): boolean {
  const [a, b] = [lengthsOf(pattern), lengthsOf(subject)]
  return a.least <= b.most && b.least <= a.most
}

/** Adds a state and what follows from it without reading: a run (and, if possible, a token) may match nothing. */
function add(states: Set<number>, pattern: Symbols, at: number, mode: Mode): void {
  for (let state = at; !states.has(state); state++) {
    states.add(state)
    const symbol = pattern[state]
    if (symbol !== RUN && !(mode === 'possible' && isToken(symbol))) return
  }
}

function hasNoTokens(symbols: Symbols): symbols is readonly number[] {
  return !symbols.some(isToken)
}

/**
 * The pattern positions that are alive after the whole subject was read, but for those from which nothing is accepted that
 * is not from another one too.
 */
function advance(pattern: Symbols, subject: Symbols, mode: Mode): ReadonlySet<number> {
  let states = new Set<number>()
  add(states, pattern, 0, mode)
  for (const read of subject) {
    states = mode === 'possible' && isToken(read) ? readToken(states, pattern, read) : step(states, pattern, read, mode)
    if (states.size === 0) break
    states = fromLastRun(states, pattern)
  }
  return states
}

/** What is accepted from a position in front of a run that is alive is accepted from that run too. */
function fromLastRun(states: Set<number>, pattern: Symbols): Set<number> {
  let run = -1
  for (const state of states) if (state > run && pattern[state] === RUN) run = state
  if (run === -1) return states
  return new Set([...states].filter((state) => state >= run))
}

/** A token of the subject may be any string that it can hold: from a live position to the next that it cannot. */
function readToken(states: ReadonlySet<number>, pattern: Symbols, token: Token): Set<number> {
  const next = new Set<number>()
  for (const state of states) {
    for (let at = state; !next.has(at); at++) {
      next.add(at)
      const symbol = pattern[at]
      if (symbol === undefined || symbol === OTHER) break
      if (!isToken(symbol) && symbol >= 0 && !canHold(token, symbol)) break
    }
  }
  return next
}

function step(states: ReadonlySet<number>, pattern: Symbols, read: number | Token, mode: Mode): Set<number> {
  const next = new Set<number>()
  for (const state of states) {
    const symbol = pattern[state]
    if (symbol === undefined) continue
    if (mode === 'sure' && isToken(read))
      for (const at of statesAfter(pattern, state, read)) add(next, pattern, at, mode)
    if (symbol === RUN) add(next, pattern, state, mode)
    else if (isToken(symbol)) {
      const after = afterToken(symbol, state, read, mode)
      if (after !== null) add(next, pattern, after, mode)
    } else if (symbol === read || (symbol === ONE && !isToken(read))) add(next, pattern, state + 1, mode)
  }
  return next
}

/** The states behind a token that wildcards take for sure, since it has at least as many characters as they need. */
function statesAfter(pattern: Symbols, from: number, token: Token): readonly number[] {
  const [least, most] = lengthsHeld(token)
  const states: number[] = []
  let ones = 0
  let run = false
  let at = from
  for (; at < pattern.length && ones <= least; at++) {
    const symbol = pattern[at]
    if (symbol === RUN) {
      run = true
      states.push(at)
    } else if (symbol === ONE) ones++
    else break
  }
  const isTaken = run ? ones <= least : ones > 0 && ones === least && ones === most
  return isTaken ? [...states, at] : states
}

/** A token of the pattern, at a state: if possible it holds what is read and goes on, for sure it equals only itself. */
function afterToken(token: Token, at: number, read: number | Token, mode: Mode): number | null {
  if (mode === 'possible') return canHold(token, read) ? at : null
  return isToken(read) && isSameToken(read, token) ? at + 1 : null
}

/** What patterns are matched against. */
export interface Subject {
  readonly symbols: Symbols
  /** Whether there are tokens in it. */
  readonly isOpen: boolean
  /** Another one with which it begins. */
  readonly before?: Subject
}

export function subjectOf(symbols: Symbols): Subject {
  return { symbols, isOpen: !hasNoTokens(symbols) }
}

/** A subject with something behind it. */
export function extended(before: Subject, more: Symbols): Subject {
  const { symbols, isOpen } = subjectOf([...before.symbols, ...more])
  return { symbols, isOpen, before }
}

/** A compiled pattern for many subjects: what it needs to match them is made once. */
export class Glob {
  readonly #pattern: Symbols
  #bits: BitPattern | null | undefined

  constructor(pattern: Symbols) {
    this.#pattern = pattern
  }

  /** Null where there are tokens on either side. */
  #bitsFor({ isOpen }: Subject): BitPattern | null {
    if (isOpen) return null
    if (this.#bits !== undefined) return this.#bits
    const pattern = this.#pattern
    this.#bits = hasNoTokens(pattern) ? new BitPattern(pattern, { one: ONE, run: RUN }) : null
    return this.#bits
  }

  /** Whether it matches a subject; unknown where that depends on a token. */
  match(subject: Subject): Tri {
    const pattern = this.#pattern
    const { symbols } = subject
    const bits = this.#bitsFor(subject)
    if (bits !== null) return bits.matches(subject) ? 'T' : 'F'
    if (advance(pattern, symbols, 'sure').has(pattern.length)) return 'T'
    if (!haveOneLength(pattern, symbols)) return 'F'
    return advance(pattern, symbols, 'possible').has(pattern.length) ? 'U' : 'F'
  }

  /**
   * Coverage of the objects of a bucket: `prefix` is `arn:P:s3:::B/` and every key has one or more characters
   * (docs/semantics.md, D10).
   */
  coverage(prefix: Subject): CoverageRange {
    const pattern = this.#pattern
    const bits = this.#bitsFor(prefix)
    if (bits !== null) {
      const live = bits.liveAfter(prefix)
      const sure = live === 'literal' ? 'some' : coverageFrom(live, pattern, 'sure')
      return { sure, possible: sure }
    }
    const of = (mode: Mode) => coverageFrom(advance(pattern, prefix.symbols, mode), pattern, mode)
    return { sure: of('sure'), possible: of('possible') }
  }
}

/** Whether a pattern matches a subject; unknown where that depends on a token. */
export function matchSymbols(pattern: Symbols, subject: Symbols): Tri {
  return areSame(pattern, subject) ? 'T' : new Glob(pattern).match(subjectOf(subject))
}

/** Whether both spell out the same characters. */
function areSame(pattern: Symbols, subject: Symbols): boolean {
  if (pattern.length !== subject.length) return false
  return pattern.every((symbol, i) => typeof symbol === 'number' && symbol >= 0 && symbol === subject[i])
}

/** Glob match of whole strings with `*` and `?`, case-sensitive. */
export function matchGlob(pattern: Text, subject: Text): Tri {
  if (isPlain(pattern) && isPlain(subject)) {
    if (pattern === subject || pattern === '*') return 'T'
    return globMatches(pattern, subject) ? 'T' : 'F'
  }
  return matchSymbols(compile(pattern, true), compile(subject, false))
}

/** The symbols between colons, of the first `colons` only: the last part holds what is left, colons included. */
export function splitAtColons(symbols: Symbols, colons: number): readonly Symbols[] {
  const parts: Symbols[] = []
  let from = 0
  for (let i = 0; i < symbols.length && parts.length < colons; i++) {
    if (symbols[i] !== COLON) continue
    parts.push(symbols.slice(from, i))
    from = i + 1
  }
  parts.push(symbols.slice(from))
  return parts
}

const COLON = 0x3a

/** Whether a part of a pattern ends in `*`. */
export function endsInRun(pattern: Symbols): boolean {
  return pattern.at(-1) === RUN
}

/** Whether a part may hold a colon that is not seen: an expression of which nothing is known. */
export function mayHoldColon(symbols: Symbols): boolean {
  return symbols.some((symbol) => isToken(symbol) && symbol.holds === undefined)
}

/** Equality of whole strings; `*` and `?` are literal. */
export function matchExact(value: Text, subject: Text): Tri {
  if (isPlain(value) && isPlain(subject)) return value === subject ? 'T' : 'F'
  if (endsDiffer(value, subject)) return 'F'
  return matchSymbols(compile(value, false), compile(subject, false))
}

/** Whether two texts begin or end with letters that are not the same: no expression between them makes them equal. */
function endsDiffer(a: Text, b: Text): boolean {
  const [headA, headB] = [isPlain(a) ? a : a[0], isPlain(b) ? b : b[0]]
  if (typeof headA === 'string' && typeof headB === 'string') {
    const length = Math.min(headA.length, headB.length)
    if (!headA.startsWith(headB.slice(0, length))) return true
  }
  const [tailA, tailB] = [isPlain(a) ? a : a.at(-1), isPlain(b) ? b : b.at(-1)]
  if (typeof tailA !== 'string' || typeof tailB !== 'string') return false
  const length = Math.min(tailA.length, tailB.length)
  return !tailA.endsWith(tailB.slice(tailB.length - length))
}

/** The plain case of `matchGlob`: iterative, with one point to go back to. */
export function globMatches(pattern: string, subject: string): boolean {
  let p = 0
  let s = 0
  let star = -1
  let mark = 0
  while (s < subject.length) {
    const code = pattern.charCodeAt(p)
    if (code === 0x2a) {
      star = p++
      mark = s
    } else if (p < pattern.length && (code === 0x3f || code === subject.charCodeAt(s))) {
      p++
      s++
    } else if (star >= 0) {
      p = star + 1
      s = ++mark
    } else return false
  }
  while (pattern.charCodeAt(p) === 0x2a) p++
  return p === pattern.length
}

/** How much of "every non-empty continuation of the subject" a pattern matches. */
export type Coverage = 'none' | 'some' | 'all'

const COVERAGE_ORDER: Readonly<Record<Coverage, number>> = { none: 0, some: 1, all: 2 }

export function atLeast(a: Coverage, b: Coverage): Coverage {
  return COVERAGE_ORDER[a] >= COVERAGE_ORDER[b] ? a : b
}

/** A coverage known between two bounds; they are equal when it does not depend on a token. */
export interface CoverageRange {
  readonly sure: Coverage
  readonly possible: Coverage
}

/** The coverage of all that may follow, from the positions of a pattern that are alive. */
function coverageFrom(states: Iterable<number>, pattern: Symbols, mode: Mode): Coverage {
  let best: Coverage = 'none'
  let anyFrom = Infinity
  const exactly = new Set<number>()
  for (const state of states) {
    if (state >= pattern.length) continue
    best = 'some'
    const lengths = lengthsAccepted(pattern, state, mode)
    if (lengths?.longer === true) anyFrom = Math.min(anyFrom, lengths.from)
    else if (lengths !== undefined) exactly.add(lengths.from)
  }
  // No single state has to accept every key: of `*??` one takes keys of one character, another all longer ones.
  if (anyFrom === Infinity) return best
  for (let length = 1; length < anyFrom; length++) if (!exactly.has(length)) return best
  return 'all'
}

/** The lengths of the strings that the rest of a pattern accepts whatever their characters; undefined when they matter. */
function lengthsAccepted(
  pattern: Symbols,
  from: number,
  mode: Mode,
): { readonly from: number; readonly longer: boolean } | undefined {
  let longer = false
  let ones = 0
  for (let i = from; i < pattern.length; i++) {
    const symbol = pattern[i]
    if (symbol === RUN || (mode === 'possible' && isToken(symbol) && symbol.holds === undefined)) longer = true
    else if (symbol === ONE) ones++
    else return undefined
  }
  return { from: ones, longer }
}
