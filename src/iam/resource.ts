import type { RequestContext } from './context.js'
import {
  atLeast,
  atMost,
  type Coverage,
  type CoverageRange,
  compile,
  coverage,
  globMatches,
  matchSymbols,
  type Symbols,
} from './glob.js'
import type { PatternElement } from './model.js'
import type { Trace } from './reason.js'
import { display, isPlain, joinText, type Text, type Token } from './text.js'
import type { Tri } from './tri.js'
import { resolve } from './variables.js'

/** The bucket a request goes to; its name may be a token. */
export class Bucket {
  /** `arn:P:s3:::B` */
  readonly arn: Text
  #symbols: Symbols | null = null

  constructor(partition: Text, name: Text) {
    const pieces = (text: Text) => (isPlain(text) ? [text] : text)
    this.arn = withBucketNames(joinText(['arn:', ...pieces(partition), ':s3:::', ...pieces(name)]))
  }

  /** The ARN compiled; most policies are decided without it. */
  get bucketSymbols(): Symbols {
    this.#symbols ??= compile(this.arn, false)
    return this.#symbols
  }

  get objectPrefix(): Symbols {
    return [...this.bucketSymbols, '/'.charCodeAt(0)]
  }
}

export function bucketOf(partition: Text, name: Text): Bucket {
  return new Bucket(partition, name)
}

/** A part's value, and how much of the bucket it holds for. `part` with `T` is "blocked for part of the bucket". */
export interface ResourceMatch {
  readonly value: Tri
  readonly scope: 'all' | 'part'
}

type Entry = { readonly kind: 'range'; readonly range: CoverageRange } | { readonly kind: 'unknown' }

const NOTHING: CoverageRange = { sure: 'none', possible: 'none' }
const SOME: CoverageRange = { sure: 'some', possible: 'some' }
const EVERYTHING: CoverageRange = { sure: 'all', possible: 'all' }

/**
 * Whether Resource or NotResource covers the bucket or its objects (docs/semantics.md, D10): the two are different
 * resources, `B/*` does not match the bucket and `B` matches no object.
 */
export function evaluateResource(
  element: PatternElement,
  target: 'bucket' | 'object',
  bucket: Bucket,
  variables: boolean,
  context: RequestContext,
  trace?: Trace,
): ResourceMatch {
  if (element.kind === 'invalid') {
    trace?.unknowns.push({ kind: 'invalid', problem: `resource-${element.reason}` })
    return noted({ value: 'U', scope: 'all' }, null, trace)
  }
  const entries = element.patterns.map((pattern) => ({
    pattern,
    entry: matchEntry(pattern, target, bucket, variables, context),
  }))
  const match = element.kind === 'positive' ? union(entries) : complement(entries)
  const deciding = entries.find(({ entry }) => entry.kind === 'unknown' || entry.range.possible !== 'none')
  if (match.value === 'U' && deciding) trace?.unknowns.push({ kind: 'token', token: display(deciding.pattern) })
  return noted(match, deciding ? display(deciding.pattern) : null, trace)
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

function matchEntry(
  pattern: Text,
  target: 'bucket' | 'object',
  bucket: Bucket,
  variables: boolean,
  context: RequestContext,
): Entry {
  if (pattern === '*') return { kind: 'range', range: EVERYTHING }
  if (isPlain(pattern) && isPlain(bucket.arn) && !pattern.includes('${')) {
    const quick = quickMatch(pattern, target, bucket.arn)
    if (quick) return { kind: 'range', range: quick }
  }
  // A pattern of fewer than six parts is no ARN; what S3 makes of it is not documented (lint `resource-format`).
  if (isPlain(pattern) && pattern.split(':', 6).length < 6) return { kind: 'unknown' }
  const resolved = resolveArn(pattern, variables, context)
  if (resolved.kind === 'absent') return { kind: 'range', range: NOTHING }
  // A variable that may have no value makes nothing sure: without one the pattern matches nothing.
  const certain = resolved.kind === 'symbols'
  if (target === 'object') {
    const { sure, possible } = coverage(resolved.symbols, bucket.objectPrefix)
    return { kind: 'range', range: { sure: certain ? sure : 'none', possible } }
  }
  const value = matchSymbols(resolved.symbols, bucket.bucketSymbols)
  if (!certain && value === 'T') return { kind: 'unknown' }
  return value === 'U' ? { kind: 'unknown' } : { kind: 'range', range: value === 'T' ? EVERYTHING : NOTHING }
}

/** The forms nearly every policy uses, without compiling anything; null where a wildcard stands in the bucket's part. */
function quickMatch(pattern: string, target: 'bucket' | 'object', arn: string): CoverageRange | null {
  if (!pattern.startsWith(arn) && pattern.split(':', 6).length < 6) return null
  const wildcard = pattern.search(/[*?]/)
  if (wildcard !== -1 && wildcard <= arn.length) return target === 'bucket' ? whole(globMatches(pattern, arn)) : null
  if (target === 'bucket') return whole(pattern === arn)
  if (!pattern.startsWith(arn) || pattern[arn.length] !== '/') return NOTHING
  const key = pattern.slice(arn.length + 1)
  if (key === '') return NOTHING
  const all = /^[*?]+$/.test(key) && key.includes('*') && key.split('?').length <= 2
  return all ? EVERYTHING : SOME
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
  if (!isPlain(pattern)) return resolve(withBucketNames(pattern), true, variables, context)
  let at = -1
  for (let colons = 0; colons < 5; colons++) at = pattern.indexOf(':', at + 1)
  const tail = resolve(pattern.slice(at + 1), true, variables, context)
  if (tail.kind === 'absent') return tail
  return { ...tail, symbols: [...compile(pattern.slice(0, at + 1), true), ...tail.symbols] }
}
