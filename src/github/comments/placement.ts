import { type Finding, isStatementFinding, type LineEdit } from '../../model/report.js'
import { byUrgency } from '../../report/urgency.js'
import { commentablePart } from '../pull/diff.js'
import type { HeadText, PlacedFile } from '../pull/head.js'
import { hunksMatch, type Suggestion, suggestionFor } from './suggestion.js'

/** A planned review comment: findings that share their lines, worst first. */
export interface Thread {
  readonly path: string
  /** Where the comment stands, both ends in one hunk; the range of the suggestion when there is one. */
  readonly startLine: number
  readonly endLine: number
  readonly findings: readonly Finding[]
  readonly suggestion: Suggestion | null
  /** Why a fix that exists is not offered by one click; null with a suggestion, or when there is no fix. */
  readonly reason: string | null
}

/** A finding that the summary tells, with the reason. */
export interface Elsewhere {
  readonly finding: Finding
  readonly reason: string
  /** True where the pull request does not change its file. */
  readonly outside: boolean
}

/** Where every finding goes. Nothing is dropped: the counts of the three lists add up to the findings handed in. */
export interface Placement {
  readonly threads: readonly Thread[]
  readonly summary: readonly Elsewhere[]
  /** Findings of level notice: told in the job summary only. */
  readonly jobSummary: readonly Finding[]
}

/**
 * Decides where each finding goes on a pull request. Pure.
 *
 * @param files every file of the pull request's diff, by path from the repository's root
 * @param texts the texts that were judged, by the same paths
 * @param unlisted why a file may be missing among these though the pull request changes it; null where all are listed
 */
export function place(
  findings: readonly Finding[],
  files: ReadonlyMap<string, PlacedFile>,
  texts: ReadonlyMap<string, string>,
  unlisted: string | null = null,
): Placement {
  const jobSummary = findings.filter((finding) => finding.level === 'notice')
  const summary: Elsewhere[] = []
  const threads: Thread[] = []
  for (const group of groupFindings(findings.filter((finding) => finding.level !== 'notice'))) {
    const placed = placeGroup(group, files, texts)
    if (placed !== null && typeof placed !== 'string') threads.push(placed)
    else {
      const outside = placed === null && unlisted === null
      const reason = placed ?? unlisted ?? 'the file is not part of this pull request'
      summary.push(...group.map((finding) => ({ finding, reason, outside })))
    }
  }
  return { threads: withoutOverlaps(threads), summary, jobSummary }
}

/** A thread, or the reason why the group belongs into the summary; null where its file is not listed. */
function placeGroup(
  group: readonly Finding[],
  files: ReadonlyMap<string, PlacedFile>,
  texts: ReadonlyMap<string, string>,
): Thread | string | null {
  const [worst] = group
  if (worst === undefined) throw new Error('a group has at least one finding')
  const { path, startLine, endLine } = worst.location
  const file = files.get(path)
  if (file === undefined) return null
  if (file.kind === 'unknown') return file.reason
  const { head } = file
  const judged = texts.get(path)
  if (judged === undefined) return 'the text that was checked is not known'
  if (!hunksMatch(head)) return 'the diff and the head of the pull request do not agree'

  const offer = offerFor(group, head, judged, path)
  if (offer.suggestion !== null) {
    return { path, findings: group, ...rangeOf(offer.suggestion), suggestion: offer.suggestion, reason: null }
  }
  const part = commentablePart(head.hunks, startLine, endLine)
  if (part === null) return 'its lines are not in the diff of this pull request'
  if (!sameText(head.text, judged, part))
    return 'the head of the pull request holds other lines there than were checked'
  return { path, findings: group, ...part, suggestion: null, reason: offer.reason }
}

/** The one suggestion of a group, or the reason why its fix is only shown. */
function offerFor(
  group: readonly Finding[],
  head: HeadText,
  judged: string,
  path: string,
): { readonly suggestion: Suggestion | null; readonly reason: string | null } {
  const fixes = group.flatMap((finding) => (finding.fix === null ? [] : [finding.fix]))
  const [fix] = fixes
  if (fix === undefined) return { suggestion: null, reason: null }
  const shown = fixes.filter((each) => each.applicability === 'text-only')
  if (shown.length === fixes.length) return { suggestion: null, reason: null }
  if (shown.length > 0) return { suggestion: null, reason: 'another finding on these lines has no edit' }
  if (fixes.some((each) => editsKey(each.edits) !== editsKey(fix.edits))) {
    return { suggestion: null, reason: 'the findings on these lines want different changes' }
  }
  if (fix.edits.some((edit) => edit.path !== path)) {
    return { suggestion: null, reason: 'the change belongs into another file' }
  }
  const result = suggestionFor(fix.edits, head, judged)
  return result.ok ? { suggestion: result.suggestion, reason: null } : { suggestion: null, reason: result.reason }
}

function rangeOf(suggestion: Suggestion): { startLine: number; endLine: number } {
  return { startLine: suggestion.startLine, endLine: suggestion.endLine }
}

function sameText(head: string, judged: string, part: { startLine: number; endLine: number }): boolean {
  return sliceLines(head, part.startLine, part.endLine) === sliceLines(judged, part.startLine, part.endLine)
}

function sliceLines(text: string, startLine: number, endLine: number): string {
  return text
    .split('\n', endLine)
    .slice(startLine - 1)
    .map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line))
    .join('\n')
}

/**
 * Findings that one comment tells: the instances of a plan that share a source range, statements that one edit
 * changes together, and an ineffective exemption with the statement it stands in. Worst first, in each group and over
 * all.
 */
export function groupFindings(findings: readonly Finding[]): readonly (readonly Finding[])[] {
  const groups: Finding[][] = []
  const byKey = new Map<string, Finding[]>()
  for (const finding of [...findings].sort(byUrgency)) {
    const keys = keysOf(finding)
    const group = keys.map((key) => byKey.get(key)).find((known) => known !== undefined) ?? []
    if (group.length === 0) groups.push(group)
    group.push(finding)
    for (const key of keys) if (!byKey.has(key)) byKey.set(key, group)
  }
  return groups
}

/** What two findings must share for one comment to tell both: their lines, their edits, or their statement. */
function keysOf(finding: Finding): string[] {
  const { path, startLine, endLine } = finding.location
  const keys = [JSON.stringify(['at', path, startLine, endLine])]
  const { fix } = finding
  if (fix !== null && fix.applicability === 'edit' && fix.edits.length > 0) {
    keys.push(JSON.stringify(['edits', path, editsKey(fix.edits)]))
  }
  if (isStatementFinding(finding) && finding.policy.pointer !== null) {
    const { policy, statement } = finding
    keys.push(JSON.stringify(['statement', path, policy.path, policy.pointer, policy.address, statement.index]))
  }
  return keys
}

function editsKey(edits: readonly LineEdit[]): string {
  return JSON.stringify(edits.map((edit) => [edit.path, edit.startLine, edit.endLine, edit.replacement]))
}

/** Of suggestions that overlap, the first keeps its offer; applying it would outdate the others. */
function withoutOverlaps(threads: readonly Thread[]): readonly Thread[] {
  const taken = new Map<string, Suggestion[]>()
  return threads.map((thread) => {
    const { suggestion } = thread
    if (suggestion === null) return thread
    const others = taken.get(thread.path) ?? []
    taken.set(thread.path, others)
    if (others.some((other) => other.startLine <= suggestion.endLine && suggestion.startLine <= other.endLine)) {
      return { ...thread, suggestion: null, reason: 'another suggestion changes the same lines; apply that one first' }
    }
    others.push(suggestion)
    return thread
  })
}
