import { commentBody, type SharedCause } from '../../report/markdown/comment.js'
import type { MarkdownView } from '../../report/markdown/words.js'
import type { ReviewComment, ThreadState } from '../api/answers.js'
import { BODY_BYTES, STANDING_COMMENTS } from '../api/limits.js'
import { type Marker, markerWord, readMarker, textHash, withMarker } from './marker.js'
import type { Thread } from './placement.js'

/** Bytes kept free for the marker in front of a comment's text. */
const MARKER_BYTES = 6_000

/** A planned comment with its finished body. */
export interface WrittenThread {
  readonly thread: Thread
  readonly fingerprints: readonly string[]
  readonly hash: string
  readonly body: string
}

/** A review comment that this tool wrote earlier. */
export interface OwnComment {
  readonly comment: ReviewComment
  readonly marker: Marker
  /** True when somebody answered; such a comment is never deleted. */
  readonly answered: boolean
  /** Null when GitHub did not tell. */
  readonly thread: ThreadState | null
}

/** Own comments that tell something; those that this tool closed are left out. */
export interface SortedComments {
  /** They stand for a finding. */
  readonly open: readonly OwnComment[]
  /** A person resolved the thread or hid the comment. */
  readonly settled: readonly OwnComment[]
}

/** Writes the bodies. A suggestion that does not fit into a comment is shown as a patch instead. */
export function writeThread(thread: Thread, id: string, view: MarkdownView, shared?: SharedCause): WrittenThread {
  const budget = BODY_BYTES - MARKER_BYTES
  const replacement = thread.suggestion?.replacement ?? null
  const whole = commentBody({ findings: thread.findings, replacement, reason: thread.reason, shared }, view, budget)
  const reason = 'it is longer than GitHub takes'
  const text =
    whole ?? commentBody({ findings: thread.findings, replacement: null, reason, shared }, view, budget) ?? ''
  const kept = whole === null ? { ...thread, suggestion: null, reason } : thread
  const fingerprints = thread.findings.map((finding) => markerWord(finding.fingerprint))
  const unique = [...new Set(fingerprints)].sort()
  const hash = textHash(text)
  const marker: Marker = { kind: 'comment', id, head: '', fingerprints: unique, hash }
  return { thread: kept, fingerprints: unique, hash, body: withMarker(marker, text) }
}

/** The comments that carry this tool's marker, for whatever id, and were written under the token's own name. */
export function ownComments(all: readonly ReviewComment[], login: string): readonly OwnComment[] {
  const answered = new Set(all.flatMap((comment) => (comment.inReplyTo === null ? [] : [comment.inReplyTo])))
  return all.flatMap((comment) => {
    const marker = comment.login === login ? readMarker(comment.body) : null
    if (marker === null || (marker.kind !== 'comment' && marker.kind !== 'fixed')) return []
    return [{ comment, marker, answered: answered.has(comment.id), thread: null }]
  })
}

/**
 * Sorts own comments by who closed them. This tool edits what it closes, so a thread that is resolved, or a comment
 * that is hidden, with its text still there was closed by a person: what it tells is not told inline again.
 */
export function sortComments(own: readonly OwnComment[], threads: readonly ThreadState[]): SortedComments {
  const byComment = new Map(threads.map((thread) => [thread.firstComment, thread]))
  const standing = own
    .filter(({ marker }) => marker.kind === 'comment')
    .map((each) => ({ ...each, thread: byComment.get(each.comment.nodeId) ?? null }))
  const isSettled = ({ thread }: OwnComment) => thread !== null && (thread.resolved || thread.hidden)
  return { open: standing.filter((each) => !isSettled(each)), settled: standing.filter(isSettled) }
}

/** What to do about one planned comment. */
export type ThreadStep =
  | { readonly kind: 'keep'; readonly own: OwnComment }
  | { readonly kind: 'edit'; readonly own: OwnComment; readonly written: WrittenThread }
  | { readonly kind: 'post'; readonly written: WrittenThread }

export interface ThreadChanges {
  readonly steps: readonly ThreadStep[]
  /** Own comments whose findings other comments tell, with the steps that make those stand. */
  readonly replaced: readonly { readonly own: OwnComment; readonly by: readonly ThreadStep[] }[]
  /** Own comments whose findings are gone. */
  readonly gone: readonly OwnComment[]
}

/**
 * Compares what should stand with what stands. A comment about the same finding is kept when its text is the same,
 * edited when it still stands on the lines it must stand on, and replaced otherwise: a suggestion on other lines, or
 * on an outdated comment, could not be applied or would change the wrong lines. In the end every finding that has a
 * planned comment is told by one.
 *
 * @param open own comments that stand for a finding
 * @param present fingerprints of everything reported now, wherever it is told
 * @param unread paths about which this run can say nothing
 */
export function planThreads(
  written: readonly WrittenThread[],
  open: readonly OwnComment[],
  present: ReadonlySet<string>,
  unread: ReadonlySet<string>,
): ThreadChanges {
  const used = new Set<OwnComment>()
  const tells = (old: OwnComment, each: WrittenThread) =>
    old.marker.fingerprints.some((fingerprint) => each.fingerprints.includes(fingerprint))
  const take = (each: WrittenThread, fits: (old: OwnComment) => boolean) => {
    const found = open.find((old) => !used.has(old) && tells(old, each) && fits(old))
    if (found !== undefined) used.add(found)
    return found
  }
  const steps = written.map((each): ThreadStep => {
    const spoken =
      take(each, (old) => standsOn(old.comment, each.thread)) ??
      take(each, (old) => each.thread.suggestion === null && old.marker.hash === each.hash)
    if (spoken === undefined) return { kind: 'post', written: each }
    return spoken.marker.hash === each.hash
      ? { kind: 'keep', own: spoken }
      : { kind: 'edit', own: spoken, written: each }
  })
  const left = open.filter((old) => !used.has(old))
  const replaced = left.flatMap((own) => {
    const by = steps.filter((_, i) => written[i] !== undefined && tells(own, written[i]))
    return by.length === 0 ? [] : [{ own, by }]
  })
  return { steps, replaced, gone: goneFrom(left, present, unread) }
}

/** The comments whose findings are gone; see `planThreads`. */
export function goneFrom(
  comments: readonly OwnComment[],
  present: ReadonlySet<string>,
  unread: ReadonlySet<string>,
): readonly OwnComment[] {
  return comments.filter(
    ({ comment, marker }) =>
      !unread.has(comment.path) && !marker.fingerprints.some((fingerprint) => present.has(fingerprint)),
  )
}

/**
 * How many more comments a pull request has room for, and which of this run's own are too many: of all that stand, those of
 * other ids too, the newest beyond the limit. Every run that looks then comes to the same ones.
 *
 * @param kept this run's own that stay
 * @param others those of other ids that stand
 */
export function roomBeside(
  kept: readonly OwnComment[],
  others: readonly OwnComment[],
): { readonly room: number; readonly surplus: ReadonlySet<OwnComment> } {
  const all = [...kept, ...others].sort((a, b) => a.comment.id - b.comment.id)
  const tooMany = new Set(all.slice(STANDING_COMMENTS))
  return {
    room: Math.max(0, STANDING_COMMENTS - all.length),
    surplus: new Set(kept.filter((own) => tooMany.has(own))),
  }
}

function standsOn(comment: ReviewComment, thread: Thread): boolean {
  return comment.path === thread.path && comment.startLine === thread.startLine && comment.line === thread.endLine
}
