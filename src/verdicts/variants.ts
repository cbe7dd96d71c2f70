import { bucketName } from '../documents/policy.js'
import { display } from '../iam/text/text.js'
import { acrossBuckets, type BucketVerdict, type JudgedPolicy, type JudgedStatement } from './judged.js'

/** A policy as judged with one set of values. */
export interface JudgedVariant {
  /** What a reader calls the set. */
  readonly name: string
  readonly judged: JudgedPolicy
}

interface One extends JudgedVariant {
  readonly statement: JudgedStatement
}

/**
 * One policy that was judged with several sets of values, as one: its statements on which several agree (the same
 * statement, verdict and features) are one, on the buckets of all of them.
 *
 * @param count how many sets of values there are, those without the policy among them
 */
export function foldVariants(variants: readonly JudgedVariant[], count: number): readonly JudgedPolicy[] {
  const groups = new Map<string, One[]>()
  for (const one of variants) {
    for (const [key, statement] of keyed(one.judged)) {
      groups.set(key, [...(groups.get(key) ?? []), { ...one, statement }])
    }
  }
  const folded = new Map<JudgedPolicy, JudgedStatement[]>(variants.map(({ judged }) => [judged, []]))
  for (const group of groups.values()) {
    const merged = mergedOf(group, count)
    folded.get(merged.judged)?.push(merged.statement)
  }
  return [...folded]
    .filter(([, statements]) => statements.length > 0)
    .map(([judged, statements]) => ({ ...judged, statements }))
}

/** The statements of a policy by what those must share that agree. */
function keyed({ statements }: JudgedPolicy): readonly (readonly [string, JudgedStatement])[] {
  const seen = new Map<string, number>()
  return statements.map((one) => {
    const { sid, index } = one.statement
    const name = sid ?? `#${index}`
    const nth = seen.get(name) ?? 0
    seen.set(name, nth + 1)
    const { verdict, blocked, undecided } = one.verdict
    const features = new Set([...blocked, ...undecided].map(({ need }) => need.feature))
    return [JSON.stringify([name, nth, verdict, [...features].sort()]), one] as const
  })
}

function mergedOf(group: readonly One[], count: number): { judged: JudgedPolicy; statement: JudgedStatement } {
  const [first, ...rest] = group
  if (first === undefined) throw new Error('a group has a statement')
  const changed = group.filter(({ judged }) => judged.policy.unchanged !== true)
  const perBucket = new Map<string, BucketVerdict>()
  for (const { statement } of new Set([...changed, ...group])) {
    for (const one of statement.perBucket) {
      const name = bucketName(one.bucket) ?? display(one.bucket.name)
      if (!perBucket.has(name)) perBucket.set(name, one)
    }
  }
  const across = acrossBuckets([...perBucket.values()])
  // The worst is told, with the policy that it is of; of a change what that is about, be it no worse than what stays.
  const worst = group.find(({ statement }) => statement.document === across?.document) ?? first
  const told = changed.includes(worst) ? worst : (changed[0] ?? worst)
  const others = [first, ...rest].filter((one) => one !== told)
  const names = group.length === count ? [] : group.map(({ name }) => name)
  const { perBucket: all, integrations } = across ?? told.statement
  const statement = told === worst && across !== null ? across : { ...told.statement, perBucket: all, integrations }
  return {
    judged: told.judged,
    statement: {
      ...statement,
      variants: { names, own: told.name, others },
    },
  }
}
