import { alternativeVerdict, type Question, type StatementVerdict } from '../clumio/judge.js'
import type { Need } from '../clumio/needs.js'
import type { Statement } from '../iam/model.js'
import type { Bucket } from '../iam/resource.js'

/** What judges a statement that may be one of several alternatives. */
export interface AlternativeJudge {
  readonly statement: Statement
  readonly on: (bucket: Bucket) => StatementVerdict
  /** The same statement as if it was there for sure. */
  readonly sure: Pick<AlternativeJudge, 'statement' | 'on'>
}

/** The judges of statements that are alternatives to each other, by the item of the list that makes them. */
export function chosenAmong<Judge extends AlternativeJudge>(
  judges: readonly Judge[],
): ReadonlyMap<number, readonly Judge[]> {
  const chosen = new Map<number, Judge[]>()
  for (const judge of judges) {
    const { index, oneOf } = judge.statement
    if (oneOf === undefined) continue
    const own = chosen.get(index)
    if (own === undefined) chosen.set(index, [judge])
    else own.push(judge)
  }
  return chosen
}

/** The alternatives of a policy on one bucket: what all of them block is blocked, whichever is meant (docs/semantics.md, D28). */
export class Alternatives {
  readonly #chosen: ReadonlyMap<number, readonly AlternativeJudge[]>
  readonly #question: Question
  /** By the item of the list. */
  readonly #inAll = new Map<number, ReadonlySet<Need['feature']>>()

  constructor(chosen: ReadonlyMap<number, readonly AlternativeJudge[]>, question: Question) {
    this.#chosen = chosen
    this.#question = question
  }

  judged(judge: AlternativeJudge): { readonly statement: Statement; readonly verdict: StatementVerdict } {
    const { statement } = judge
    const { bucket } = this.#question
    const open = judge.on(bucket)
    const features = statement.oneOf === undefined ? null : this.#blockedInAll(statement.index, statement.oneOf.of)
    if (features === null || features.size === 0) return { statement, verdict: open }
    const verdict = alternativeVerdict(features, judge.sure.on(bucket), open, this.#question)
    return { statement: verdict === open ? statement : judge.sure.statement, verdict }
  }

  /** The features that each alternative blocks, one of which is there for sure. */
  #blockedInAll(index: number, count: number): ReadonlySet<Need['feature']> {
    const known = this.#inAll.get(index)
    if (known !== undefined) return known
    const blocking = new Map<Need['feature'], Set<number>>()
    for (const { statement, sure } of this.#chosen.get(index) ?? []) {
      for (const feature of new Set(sure.on(this.#question.bucket).blocked.map(({ need }) => need.feature))) {
        const own = blocking.get(feature) ?? new Set()
        blocking.set(feature, own)
        for (const alternative of statement.oneOf?.own ?? []) own.add(alternative)
      }
    }
    const found = new Set([...blocking].flatMap(([feature, own]) => (own.size === count ? [feature] : [])))
    this.#inAll.set(index, found)
    return found
  }
}
