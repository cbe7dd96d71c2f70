import {
  allMade,
  knownString,
  type Made,
  memberNamed,
  type ObjectValue,
  optionMade,
  type Value,
} from '../hcl/values/index.js'
import { matchStatement } from './match.js'

/** A statement that the sources may yield. */
export interface Candidate {
  readonly value: ObjectValue
  /** False when it may be missing or there several times: an open loop, an undecided condition. */
  readonly certain: boolean
  /** What decides how often it is there, where that is not certain. */
  readonly made?: Made
}

export interface Candidates {
  readonly list: readonly Candidate[]
  /** The list is complete and in the planned order. */
  readonly closed: boolean
}

/** How a planned statement was told from the others, strongest first; `medium` is no ground for an edit. */
export type Method = 'sid' | 'structure' | 'index' | 'medium'

export interface Choice {
  readonly candidate: Candidate
  readonly method: Method
}

/** The statements in a list of evaluated ones. */
export function candidatesOf(statements: readonly Value[]): Candidates {
  const list: Candidate[] = []
  let closed = true
  const add = (value: Value, certain: boolean, made?: Made): void => {
    if (value.kind === 'object') {
      list.push({ value, certain, ...(made && { made }) })
      return
    }
    closed = false
    if (value.kind === 'repeated') add(value.body, false, allMade([made, value.made]))
    if (value.kind !== 'oneOf') return
    for (const [i, option] of value.options.entries())
      add(option, false, allMade([made, value.made && optionMade(value.made, i)]))
  }
  for (const statement of statements) add(statement, true)
  return { list, closed }
}

type Json = Readonly<Record<string, unknown>>

interface Compatible {
  readonly candidate: Candidate
  readonly score: number
}

/** Two literals besides the effect, or a literal and a part: less could be a coincidence. */
const ENOUGH = 4

/**
 * The candidate of a planned statement, or null: no candidate fits (the sources are not those of the plan, or cannot be
 * followed), or several fit equally well.
 */
export function chooseCandidate(planned: Json, index: number, count: number, candidates: Candidates): Choice | null {
  const compatible: Compatible[] = []
  for (const candidate of candidates.list) {
    const score = matchStatement(candidate.value, planned)
    if (score !== null && score > 0) compatible.push({ candidate, score })
  }
  const inPlace = candidates.closed && candidates.list.length === count ? candidates.list[index] : undefined
  const atIndex = compatible.find(({ candidate }) => candidate === inPlace)
  const sameSid = compatible.filter(
    ({ candidate }) => sidOf(candidate.value) !== null && sidOf(candidate.value) === planned.Sid,
  )
  const named = sameSid.find((one) => one === atIndex) ?? lastOf(sameSid)
  if (named !== undefined) return { candidate: named.candidate, method: 'sid' }
  const [first] = compatible
  if (first === undefined) return null
  if (compatible.every(({ candidate }) => samePlace(candidate, first.candidate))) {
    return { candidate: first.candidate, method: first.score >= ENOUGH ? 'structure' : 'medium' }
  }
  if (atIndex !== undefined) return { candidate: atIndex.candidate, method: 'index' }
  const top = Math.max(...compatible.map(({ score }) => score))
  const best = compatible.filter(({ score }) => score === top)
  const [winner] = best
  if (winner === undefined || !best.every(({ candidate }) => samePlace(candidate, winner.candidate))) return null
  return { candidate: winner.candidate, method: 'medium' }
}

/** Of several statements with the Sid, the last one that is certain overrides the others. */
function lastOf(sameSid: readonly Compatible[]): Compatible | undefined {
  return sameSid.findLast(({ candidate }) => candidate.certain) ?? sameSid.at(-1)
}

function sidOf(statement: ObjectValue): string | null {
  const sid = memberNamed(statement, 'Sid')
  const text = sid === null ? null : knownString(sid.value)
  return text === '' ? null : text
}

function samePlace(a: Candidate, b: Candidate): boolean {
  const [one, other] = [a.value.origin, b.value.origin]
  if (one === null || other === null) return one === other
  return one.file === other.file && one.start === other.start && one.end === other.end
}
