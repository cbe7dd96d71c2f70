import type { RequestContext } from './context.js'
import type { PatternElement } from './model.js'
import type { Trace, Unknown } from './reason.js'
import {
  atLeast,
  atMost,
  type Coverage,
  type CoverageRange,
  compile,
  coverage,
  endsInRun,
  globMatches,
  matchSymbols,
  mayHoldColon,
  type Symbols,
  splitAtColons,
} from './text/glob.js'
import { display, isPlain, joinText, openParts, piecesOf, type Text, type Token } from './text/text.js'
import { and, type Tri } from './text/tri.js'
import { resolve } from './variables.js'

/** The bucket a request goes to; its name may be a token. */
export class Bucket {
  /** `arn:P:s3:::B` */
  readonly arn: Text
  /** The ARN's first five components with the colon behind each: `arn:P:s3:::`. */
  readonly head: string
  #symbols: Symbols | null = null
  #components: readonly Symbols[] | null = null
  readonly #name: Text

  constructor(partition: string, name: Text) {
    this.head = `arn:${partition}:s3:::`
    this.arn = withBucketNames(joinText([this.head, ...piecesOf(name)]))
    const [first, ...rest] = piecesOf(this.arn)
    this.#name = typeof first === 'string' ? joinText([first.slice(this.head.length), ...rest]) : name
  }

  /** The ARN compiled; most policies are decided without it. */
  get bucketSymbols(): Symbols {
    this.#symbols ??= compile(this.arn, false)
    return this.#symbols
  }

  get objectPrefix(): Symbols {
    return [...this.bucketSymbols, SLASH]
  }

  /** The six components: `arn`, partition, `s3`, Region, account, name. */
  get components(): readonly Symbols[] {
    this.#components ??= [
      ...this.head
        .split(':')
        .slice(0, 5)
        .map((part) => compile(part, false)),
      compile(this.#name, false),
    ]
    return this.#components
  }
}

const SLASH = '/'.charCodeAt(0)
const COLON = ':'.charCodeAt(0)

export function bucketOf(partition: string, name: Text): Bucket {
  return new Bucket(partition, name)
}

/**
 * The patterns of an element that say something of a bucket: those that spell another bucket out match nothing of this
 * one, and a policy may name hundreds.
 */
export function patternsByBucket(element: PatternElement): (bucket: Bucket) => PatternElement {
  const named = element.kind === 'invalid' ? [] : element.patterns.map(bucketSpelledOut)
  if (element.kind === 'invalid' || named.every((name) => name === null)) return () => element
  const byName = new Map<string | null, number[]>()
  for (const [at, name] of named.entries()) {
    const own = byName.get(name)
    if (own === undefined) byName.set(name, [at])
    else own.push(at)
  }
  const open = byName.get(null) ?? []
  const { kind } = element
  const at = (places: readonly number[]) =>
    places.map((one) => element.patterns[one]).filter((pattern) => pattern !== undefined)
  const unnamed = { kind, patterns: at(open) }
  return ({ arn, head }) => {
    if (!isPlain(arn)) return element
    const own = byName.get(arn.slice(head.length)) ?? []
    return own.length === 0 ? unnamed : { kind, patterns: at([...open, ...own].sort((a, b) => a - b)) }
  }
}

/** How many patterns of an element say something of every bucket, see {@link patternsByBucket}. */
export function countOpen(element: PatternElement): number {
  return element.kind === 'invalid' ? 0 : element.patterns.filter((one) => bucketSpelledOut(one) === null).length
}

/** The bucket of an ARN without wildcards, expressions or variables in front of its key; null for any other pattern. */
function bucketSpelledOut(pattern: Text): string | null {
  return isPlain(pattern) ? (SPELLED_OUT.exec(pattern)?.[1] ?? null) : null
}

const SPELLED_OUT = /^arn:[a-z-]+:s3:::([a-z0-9.-]+)(?:\/|$)/

/** A part's value, and how much of the bucket it holds for. `part` with `T` is "blocked for part of the bucket". */
export interface ResourceMatch {
  readonly value: Tri
  readonly scope: 'all' | 'part'
}

/** What a request is for, and what variables in a pattern stand for. */
export interface ResourceRequest {
  readonly target: 'bucket' | 'object'
  readonly bucket: Bucket
  /** Whether the policy's Version has variables. */
  readonly variables: boolean
  readonly context: RequestContext
}

type Entry = { readonly kind: 'range'; readonly range: CoverageRange } | { readonly kind: 'unknown' }

const NOTHING: CoverageRange = { sure: 'none', possible: 'none' }
const SOME: CoverageRange = { sure: 'some', possible: 'some' }
const EVERYTHING: CoverageRange = { sure: 'all', possible: 'all' }

/**
 * Whether Resource or NotResource covers the bucket or its objects (docs/semantics.md, D10): the two are different
 * resources, `B/*` does not match the bucket and `B` matches no object.
 */
export function evaluateResource(element: PatternElement, request: ResourceRequest, trace?: Trace): ResourceMatch {
  if (element.kind === 'invalid') {
    trace?.unknowns.push({ kind: 'invalid', problem: `resource-${element.reason}` })
    return noted({ value: 'U', scope: 'all' }, null, trace)
  }
  const { match, deciding } = matchPatterns(element, request)
  if (match.value === 'U' && deciding !== null) trace?.unknowns.push(openIn(deciding, request.bucket))
  return noted(match, deciding === null ? null : display(deciding), trace)
}

/**
 * What leaves a pattern open: what an expression or a variable in it or in the bucket's name stands for, or how AWS reads
 * what is spelled out.
 */
function openIn(pattern: Text, { arn }: Bucket): Unknown {
  if (!isPlain(pattern) || pattern.includes('${')) return { kind: 'token', token: openParts(pattern) }
  if (!isPlain(arn) && isArn(pattern)) return { kind: 'token', token: openParts(arn) }
  return { kind: 'invalid', problem: isArn(pattern) ? 'resource-span' : 'resource-format' }
}

/** A pattern of fewer than six parts is no ARN; what S3 makes of it is not documented (lint `resource-format`). */
function isArn(pattern: string): boolean {
  return pattern.split(':', 6).length === 6
}

/** The same as a text, which is equal where {@link evaluateResource} says the same for the same reasons. */
export function coverageKey(element: ValidPatterns, request: ResourceRequest): string {
  const { match, deciding } = matchPatterns(element, request)
  return `${match.value} ${match.scope} ${deciding === null ? '' : display(deciding)}`
}

export type ValidPatterns = Exclude<PatternElement, { readonly kind: 'invalid' }>

/** How the patterns match together, and the first that may cover anything. */
function matchPatterns(
  { kind, patterns }: ValidPatterns,
  request: ResourceRequest,
): { readonly match: ResourceMatch; readonly deciding: Text | null } {
  const entries: { readonly entry: Entry }[] = []
  let deciding: Text | null = null
  for (const pattern of patterns) {
    const entry = matchEntry(pattern, request)
    if (entry.kind === 'range' && entry.range.possible === 'none') continue
    deciding ??= pattern
    entries.push({ entry })
    // What the others match changes nothing any more.
    if (entry.kind === 'range' && entry.range.sure === 'all') break
  }
  return { match: kind === 'positive' ? union(entries) : complement(entries), deciding }
}

function noted(match: ResourceMatch, pattern: string | null, trace?: Trace): ResourceMatch {
  trace?.reasons.push({ part: 'resource', value: match.value, scope: match.scope, pattern })
  return match
}

type Entries = readonly { readonly entry: Entry }[]

function union(entries: Entries): ResourceMatch {
  let sure: Coverage = 'none'
  let possible: Coverage = 'none'
  for (const { entry } of entries) {
    const range = entry.kind === 'unknown' ? { sure: 'none' as const, possible: 'all' as const } : entry.range
    sure = atLeast(sure, range.sure)
    possible = atLeast(possible, range.possible)
  }
  return fromRange(sure, possible)
}

/** NotResource: every entry none → all; some entry all → none; else some. */
function complement(entries: Entries): ResourceMatch {
  let sure: Coverage = 'all'
  let possible: Coverage = 'all'
  for (const { entry } of entries) {
    const range = entry.kind === 'unknown' ? { sure: 'none' as const, possible: 'all' as const } : entry.range
    sure = atMost(sure, rest(range.possible))
    possible = atMost(possible, rest(range.sure))
  }
  return fromRange(sure, possible)
}

function rest(covered: Coverage): Coverage {
  return covered === 'none' ? 'all' : covered === 'all' ? 'none' : 'some'
}

/** Blocked for a part whenever at least a part is sure; unknown only where nothing is sure but something possible. */
function fromRange(sure: Coverage, possible: Coverage): ResourceMatch {
  if (sure === 'all') return { value: 'T', scope: 'all' }
  if (sure === 'some') return { value: 'T', scope: 'part' }
  if (possible === 'none') return { value: 'F', scope: 'all' }
  return { value: 'U', scope: possible === 'all' ? 'all' : 'part' }
}

function matchEntry(pattern: Text, { target, bucket, variables, context }: ResourceRequest): Entry {
  if (pattern === '*') return { kind: 'range', range: EVERYTHING }
  if (isPlain(pattern) && isPlain(bucket.arn) && !pattern.includes('${')) {
    const quick = quickMatch(pattern, target, bucket.arn, bucket.head)
    if (quick) return { kind: 'range', range: quick }
  }
  if (isPlain(pattern) && !isArn(pattern)) return { kind: 'unknown' }
  const resolved = resolveArn(pattern, variables, context)
  if (resolved.kind === 'absent') return { kind: 'range', range: NOTHING }
  const { sure, possible } = matchArn(resolved.symbols, target, bucket)
  // A variable that may have no value makes nothing sure: without one the pattern matches nothing.
  return { kind: 'range', range: { sure: resolved.kind === 'symbols' ? sure : 'none', possible } }
}

/**
 * A pattern against the bucket's ARN or those of its objects. AWS says two things of a wildcard at a colon: that it
 * cannot span segments (S3 User Guide, "Amazon resource name (ARN) format"), and that a `*` which is the last character of a
 * segment can run beyond the colon (IAM User Guide, "Resource"). What only the second reading matches is possible and
 * not sure (docs/semantics.md, D11).
 */
function matchArn(pattern: Symbols, target: 'bucket' | 'object', bucket: Bucket): CoverageRange {
  const parts = splitAtColons(pattern, 5)
  const head = parts.slice(0, 5)
  if (parts.length < 6 || head.some(mayHoldColon)) return matchWhole(pattern, target, bucket)
  const strict = withTail(headMatches(head, bucket.components), parts[5] ?? [], target, bucket)
  if (!head.some(endsInRun)) return strict
  // With fewer parts before the key than an ARN has, one of them spans several of its components.
  let { possible } = strict
  for (let count = 1; count < 5; count++) {
    const shorter = splitAtColons(pattern, count)
    if (runsIntoKey(head[count] ?? [])) continue
    const reach = spans(shorter.slice(0, count), bucket.components)
    possible = atLeast(possible, withTail(reach, shorter[count] ?? [], target, bucket).possible)
  }
  return { sure: strict.sure, possible }
}

/** An expression in front of the name may hold any part of an ARN, so nothing of such a pattern is sure. */
function matchWhole(pattern: Symbols, target: 'bucket' | 'object', bucket: Bucket): CoverageRange {
  if (target === 'object') return { ...coverage(pattern, bucket.objectPrefix), sure: 'none' }
  return matchSymbols(pattern, bucket.bucketSymbols) === 'F' ? NOTHING : { sure: 'none', possible: 'all' }
}

function asRange(value: Tri): CoverageRange {
  return value === 'U' ? { sure: 'none', possible: 'all' } : whole(value === 'T')
}

/** The range of the last component, as far as the components before it match. */
function withTail(head: Tri, tail: Symbols, target: 'bucket' | 'object', bucket: Bucket): CoverageRange {
  if (head === 'F') return NOTHING
  const name = bucket.components[5] ?? []
  const range = target === 'object' ? coverage(tail, [...name, SLASH]) : asRange(matchSymbols(tail, name))
  return head === 'T' ? range : { sure: 'none', possible: range.possible }
}

/** A `*` at the end of one of the first five segments runs over the bucket's name at most, never into the key. */
function runsIntoKey(segment: Symbols): boolean {
  return endsInRun(segment) && !segment.includes(SLASH)
}

function headMatches(patterns: readonly Symbols[], components: readonly Symbols[]): Tri {
  return patterns.map((part, i) => matchSymbols(part, components[i] ?? [])).reduce(and, 'T')
}

/** Whether the patterns can cover the first five components in order, those that end in `*` several of them. */
function spans(patterns: readonly Symbols[], components: readonly Symbols[]): Tri {
  let ends = new Set([0])
  for (const pattern of patterns) {
    const next = new Set<number>()
    for (const from of ends) {
      const last = endsInRun(pattern) ? 5 : Math.min(from + 1, 5)
      for (let to = from + 1; to <= last; to++) {
        const covered = components.slice(from, to).flatMap((part, i) => (i === 0 ? part : [COLON, ...part]))
        if (matchSymbols(pattern, covered) !== 'F' && !crossesEarly(pattern, components.slice(from, to))) next.add(to)
      }
    }
    ends = next
  }
  return ends.has(5) ? 'T' : 'F'
}

/** Only the last character of a segment runs on: what stands before it matches within the first component. */
function crossesEarly(pattern: Symbols, [first = [], ...others]: readonly Symbols[]): boolean {
  return others.length > 0 && matchSymbols(pattern, first) === 'F'
}

/** The forms nearly every policy uses, without compiling anything; null where a wildcard stands before the key. */
function quickMatch(pattern: string, target: 'bucket' | 'object', arn: string, head: string): CoverageRange | null {
  if (!pattern.startsWith(arn) && pattern.split(':', 6).length < 6) return null
  const wildcard = pattern.search(/[*?]/)
  if (wildcard !== -1 && wildcard <= arn.length) {
    if (!pattern.startsWith(head)) return null
    const [tail, name] = [pattern.slice(head.length), arn.slice(head.length)]
    return target === 'object' ? startOfObjects(tail, name) : whole(globMatches(tail, name))
  }
  if (target === 'bucket') return whole(pattern === arn)
  if (!pattern.startsWith(arn) || pattern[arn.length] !== '/') return NOTHING
  const key = pattern.slice(arn.length + 1)
  if (key === '') return NOTHING
  const all = /^[*?]+$/.test(key) && key.includes('*') && key.split('?').length <= 2
  return all ? EVERYTHING : SOME
}

/**
 * Objects under the start of a name: `prod-*` and `prod-*\/*`, what most patterns over several buckets look like. Null
 * for any other pattern, unless it starts as no object of the bucket does.
 */
function startOfObjects(tail: string, name: string): CoverageRange | null {
  const fixed = tail.slice(0, Math.min(tail.search(/[*?]/), name.length + 1))
  if (!`${name}/`.startsWith(fixed)) return NOTHING
  const inBuckets = tail.endsWith('*/*')
  const start = tail.slice(0, inBuckets ? -3 : -1)
  if (!tail.endsWith('*') || /[*?]/.test(start)) return null
  if (name.startsWith(start)) return EVERYTHING
  if (start.startsWith(`${name}/`)) return inBuckets || start.length > name.length + 1 ? SOME : EVERYTHING
  return NOTHING
}

function whole(matches: boolean): CoverageRange {
  return matches ? EVERYTHING : NOTHING
}

const IN_BUCKET = /^arn:[^:]*:s3:::[^/]*$/

/** Says of the expressions in the bucket's part of an ARN that they are names, so that none of them holds a key as well. */
function withBucketNames(text: Text): Text {
  if (isPlain(text)) return text
  let before = ''
  return text.map((piece) => {
    const named: string | Token =
      typeof piece !== 'string' && IN_BUCKET.test(before) ? { holds: 'name', ...piece } : piece
    before += typeof piece === 'string' ? piece : 'x'
    return named
  })
}

/** Variables are allowed only after the fifth colon of a resource; before it they stay literal text. */
function resolveArn(pattern: Text, variables: boolean, context: RequestContext): ReturnType<typeof resolve> {
  if (!isPlain(pattern)) return resolve(withBucketNames(pattern), { wildcards: true, variables }, context)
  let at = -1
  for (let colons = 0; colons < 5; colons++) at = pattern.indexOf(':', at + 1)
  const tail = resolve(pattern.slice(at + 1), { wildcards: true, variables }, context)
  if (tail.kind === 'absent') return tail
  return { ...tail, symbols: [...compile(pattern.slice(0, at + 1), true), ...tail.symbols] }
}
