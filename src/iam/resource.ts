import type { RequestContext } from './context.js'
import type { PatternElement } from './model.js'
import type { Trace, Unknown } from './reason.js'
import { headMatches, spans } from './text/components.js'
import {
  atLeast,
  type Coverage,
  type CoverageRange,
  compile,
  endsInRun,
  extended,
  Glob,
  mayHoldColon,
  type Subject,
  type Symbols,
  splitAtColons,
  subjectOf,
} from './text/glob.js'
import { display, isPlain, joinText, lengthOf, openParts, piecesOf, type Text, type Token } from './text/text.js'
import type { Tri } from './text/tri.js'
import { hasVariable, resolve } from './variables.js'

/** The bucket a request goes to; its name may be a token. */
export class Bucket {
  /** `arn:P:s3:::B` */
  readonly arn: Text
  /** The ARN's first five components with the colon behind each: `arn:P:s3:::`. */
  readonly head: string
  #inParts: InParts | null = null
  #whole: Target | null = null
  readonly #name: Text

  constructor(partition: string, name: Text) {
    this.head = `arn:${partition}:s3:::`
    this.arn = withBucketNames(joinText([this.head, ...piecesOf(name)]))
    const [first, ...rest] = piecesOf(this.arn)
    this.#name = typeof first === 'string' ? joinText([first.slice(this.head.length), ...rest]) : name
  }

  /** The ARN compiled; most policies are decided without it. */
  get whole(): Target {
    this.#whole ??= targetOf(compile(this.arn, false))
    return this.#whole
  }

  /** The same by its components. */
  get inParts(): InParts {
    this.#inParts ??= {
      head: this.head
        .split(':')
        .slice(0, 5)
        .map((part) => compile(part, false)),
      name: targetOf(compile(this.#name, false)),
    }
    return this.#inParts
  }
}

/** What a pattern is matched against: the bucket, or its objects, by what stands in front of every key. */
interface Target {
  readonly bucket: Subject
  readonly object: Subject
}

interface InParts {
  /** `arn`, partition, `s3`, Region and account. */
  readonly head: readonly Symbols[]
  readonly name: Target
}

function targetOf(symbols: Symbols): Target {
  const bucket = subjectOf(symbols)
  return { bucket, object: extended(bucket, [SLASH]) }
}

const SLASH = '/'.charCodeAt(0)

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
  const made = madeOf(element.patterns)
  const at = (places: readonly number[]) => listOf(places.flatMap((one) => made[one] ?? []))
  const unnamed = { kind, patterns: at(open) }
  return ({ arn, head }) => {
    if (!isPlain(arn)) return element
    const own = byName.get(arn.slice(head.length)) ?? []
    return own.length === 0 ? unnamed : { kind, patterns: at([...open, ...own].sort((a, b) => a - b)) }
  }
}

/** Patterns that are made already, as the texts of an element. */
function listOf(made: readonly ResourcePattern[]): readonly Text[] {
  const patterns = made.map(({ text }) => text)
  madeLists.set(patterns, made)
  return patterns
}

/**
 * How many steps the patterns of an element take for a character of a bucket's name, at most: those that say something of
 * every bucket, see {@link patternsByBucket}. One that is plain reads it in one step for each 32 of its own characters.
 */
export function stepsOf(element: PatternElement): number {
  if (element.kind === 'invalid') return 0
  const open = element.patterns.filter((one) => bucketSpelledOut(one) === null)
  return open.reduce((sum, one) => sum + (isPlain(one) && !hasVariable(one) ? 1 + one.length / 32 : lengthOf(one)), 0)
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

/** What the patterns of an element say together, and the first that may cover anything. */
export interface PatternsMatch {
  readonly match: ResourceMatch
  readonly deciding: Text | null
}

/**
 * Whether Resource or NotResource covers the bucket or its objects (docs/semantics.md, D10): the two are different
 * resources, `B/*` does not match the bucket and `B` matches no object.
 *
 * @param known what `matchPatterns` said of the same request, where it was asked before
 */
export function evaluateResource(
  element: PatternElement,
  request: ResourceRequest,
  trace?: Trace,
  known?: PatternsMatch,
): ResourceMatch {
  if (element.kind === 'invalid') {
    trace?.unknowns.push({ kind: 'invalid', problem: `resource-${element.reason}` })
    return noted({ value: 'U', scope: 'all' }, null, trace)
  }
  const { match, deciding } = known ?? matchPatterns(element, request)
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

/** A text that is equal where {@link evaluateResource} says the same for the same reasons. */
export function matchKey({ match, deciding }: PatternsMatch): string {
  return `${match.value} ${match.scope} ${deciding === null ? '' : display(deciding)}`
}

export type ValidPatterns = Exclude<PatternElement, { readonly kind: 'invalid' }>

/** How the patterns match together: a list covers what its best entry does, and NotResource turns it round. */
export function matchPatterns({ kind, patterns }: ValidPatterns, request: ResourceRequest): PatternsMatch {
  let sure: Coverage = 'none'
  let possible: Coverage = 'none'
  let deciding: Text | null = null
  for (const pattern of madeOf(patterns)) {
    const range = pattern.on(request)
    if (range.possible === 'none') continue
    deciding ??= pattern.text
    sure = atLeast(sure, range.sure)
    possible = atLeast(possible, range.possible)
    // What the others match changes nothing any more.
    if (sure === 'all') break
  }
  return { match: kind === 'positive' ? fromRange(sure, possible) : fromRange(rest(possible), rest(sure)), deciding }
}

const madeLists = new WeakMap<readonly Text[], readonly ResourcePattern[]>()

/** The patterns of a list, made once for all buckets. */
function madeOf(patterns: readonly Text[]): readonly ResourcePattern[] {
  const known = madeLists.get(patterns)
  if (known !== undefined) return known
  const made = patterns.map((pattern) => new ResourcePattern(pattern))
  madeLists.set(patterns, made)
  return made
}

function noted(match: ResourceMatch, pattern: string | null, trace?: Trace): ResourceMatch {
  trace?.reasons.push({ part: 'resource', value: match.value, scope: match.scope, pattern })
  return match
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

/** What a request is for, and what variables in a pattern stand for. */
export interface ResourceRequest {
  readonly target: 'bucket' | 'object'
  readonly bucket: Bucket
  /** Whether the policy's Version has variables. */
  readonly variables: boolean
  readonly context: RequestContext
}

const NOTHING: CoverageRange = { sure: 'none', possible: 'none' }
const SOME: CoverageRange = { sure: 'some', possible: 'some' }
const EVERYTHING: CoverageRange = { sure: 'all', possible: 'all' }
const ANYTHING: CoverageRange = { sure: 'none', possible: 'all' }

/** A pattern of fewer than six parts is no ARN; what S3 makes of it is not documented (lint `resource-format`). */
function isArn(pattern: string): boolean {
  return pattern.split(':', 6).length === 6
}

/** The last component of a pattern, as far as those before it match. */
interface Tail {
  readonly head: Tri
  readonly glob: Glob
}

/** A pattern as the bucket's ARN and those of its objects are matched against it, made for what stands before the name. */
type Made =
  /** An expression in front of the name may hold any part of an ARN, so nothing of such a pattern is sure. */
  | { readonly kind: 'whole'; readonly glob: Glob }
  /** What only `others` match is possible and not sure. */
  | { readonly kind: 'tails'; readonly strict: Tail; readonly others: readonly Tail[] }

/** One pattern of a Resource or NotResource, for many buckets: what does not depend on the bucket is made once. */
class ResourcePattern {
  readonly text: Text
  /** Where the first wildcard stands; -1 where there is none. */
  readonly #wildcard: number
  /** What of a plain text stands in front of the first wildcard. */
  readonly #before: string
  readonly #isArn: boolean
  readonly #hasVariable: boolean
  /** By what stands before the name of the bucket. */
  readonly #made = new Map<string, Made>()

  constructor(text: Text) {
    this.text = text
    this.#wildcard = isPlain(text) ? text.search(/[*?]/) : -1
    this.#before = isPlain(text) && this.#wildcard !== -1 ? text.slice(0, this.#wildcard) : ''
    this.#isArn = isPlain(text) && isArn(text)
    this.#hasVariable = hasVariable(text)
  }

  /** How much of the bucket, or of its objects, it covers. */
  on(request: ResourceRequest): CoverageRange {
    const { text } = this
    const { target, bucket, variables, context } = request
    if (text === '*') return EVERYTHING
    const isSpelledOut = isPlain(text) && !this.#hasVariable
    if (isSpelledOut && this.#isArn && isPlain(bucket.arn)) {
      const quick = this.#asText(text, target, bucket.arn, bucket.head)
      if (quick !== null) return quick
    }
    if (isPlain(text) && !this.#isArn) return ANYTHING
    if (!variables || !this.#hasVariable) return coveredBy(this.#readFor(bucket, request), request)
    const resolved = resolveArn(text, variables, context)
    if (resolved.kind === 'absent') return NOTHING
    const { sure, possible } = coveredBy(readAgainst(resolved.symbols, bucket), request)
    // A variable that may have no value makes nothing sure: without one the pattern matches nothing.
    return { sure: resolved.kind === 'symbols' ? sure : 'none', possible }
  }

  #readFor(bucket: Bucket, { context }: ResourceRequest): Made {
    const known = this.#made.get(bucket.head)
    if (known !== undefined) return known
    const resolved = resolveArn(this.text, false, context)
    const made = readAgainst(resolved.kind === 'absent' ? [] : resolved.symbols, bucket)
    this.#made.set(bucket.head, made)
    return made
  }

  /** The forms nearly every policy uses, without compiling anything; null where a wildcard decides. */
  #asText(pattern: string, target: 'bucket' | 'object', arn: string, head: string): CoverageRange | null {
    const wildcard = this.#wildcard
    if (wildcard !== -1 && wildcard <= arn.length) {
      // What stands before the wildcard begins the ARN of the bucket or of its objects, or there is no match.
      return arn.startsWith(this.#before) || !pattern.startsWith(head) ? null : NOTHING
    }
    if (target === 'bucket') return whole(pattern === arn)
    if (!pattern.startsWith(arn) || pattern[arn.length] !== '/') return NOTHING
    const key = pattern.slice(arn.length + 1)
    if (key === '') return NOTHING
    const all = /^[*?]+$/.test(key) && key.includes('*') && key.split('?').length <= 2
    return all ? EVERYTHING : SOME
  }
}

/**
 * A pattern against the bucket's ARN or those of its objects. AWS says two things of a wildcard at a colon: that it
 * cannot span segments (S3 User Guide, "Amazon resource name (ARN) format"), and that a `*` which is the last character of a
 * segment can run beyond the colon (IAM User Guide, "Resource"). What only the second reading matches is possible and
 * not sure (docs/semantics.md, D11).
 */
function readAgainst(pattern: Symbols, bucket: Bucket): Made {
  const parts = splitAtColons(pattern, 5)
  const head = parts.slice(0, 5)
  if (parts.length < 6 || head.some(mayHoldColon)) return { kind: 'whole', glob: new Glob(pattern) }
  const strict = { head: headMatches(head, bucket.inParts.head), glob: new Glob(parts[5] ?? []) }
  const others: Tail[] = []
  if (!head.some(endsInRun)) return { kind: 'tails', strict, others }
  // With fewer parts before the key than an ARN has, one of them spans several of its components.
  for (let count = 1; count < 5; count++) {
    if (runsIntoKey(head[count] ?? [])) continue
    const shorter = splitAtColons(pattern, count)
    if (spans(shorter.slice(0, count), bucket.inParts.head))
      others.push({ head: 'T', glob: new Glob(shorter[count] ?? []) })
  }
  return { kind: 'tails', strict, others }
}

function coveredBy(made: Made, { target, bucket }: ResourceRequest): CoverageRange {
  if (made.kind === 'whole') {
    if (target === 'object') return { ...made.glob.coverage(bucket.whole.object), sure: 'none' }
    return made.glob.match(bucket.whole.bucket) === 'F' ? NOTHING : ANYTHING
  }
  const { sure, possible } = withTail(made.strict, target, bucket)
  const others = made.others.map((other) => withTail(other, target, bucket).possible)
  return { sure, possible: others.reduce(atLeast, possible) }
}

function asRange(value: Tri): CoverageRange {
  return value === 'U' ? ANYTHING : whole(value === 'T')
}

/** The range of the last component, as far as the components before it match. */
function withTail({ head, glob }: Tail, target: 'bucket' | 'object', bucket: Bucket): CoverageRange {
  if (head === 'F') return NOTHING
  const { name } = bucket.inParts
  const range = target === 'object' ? glob.coverage(name.object) : asRange(glob.match(name.bucket))
  return head === 'T' ? range : { sure: 'none', possible: range.possible }
}

function whole(matches: boolean): CoverageRange {
  return matches ? EVERYTHING : NOTHING
}

/** A `*` at the end of one of the first five segments runs over the bucket's name at most, never into the key. */
function runsIntoKey(segment: Symbols): boolean {
  return endsInRun(segment) && !segment.includes(SLASH)
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
