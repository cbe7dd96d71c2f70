import { commentBody } from '../report/markdown/comment.js'
import type { MarkdownView } from '../report/markdown/words.js'
import type { ReviewComment } from './client.js'
import { BODY_BYTES } from './limits.js'
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

/** A review comment that this tool wrote for this `id` earlier. */
export interface OwnComment {
  readonly comment: ReviewComment
  readonly marker: Marker
  /** True when somebody answered; such a comment is never deleted. */
  readonly answered: boolean
}

/** Writes the bodies. A suggestion that does not fit into a comment is shown as a patch instead. */
export async function writeThread(thread: Thread, id: string, view: MarkdownView): Promise<WrittenThread> {
  const budget = BODY_BYTES - MARKER_BYTES
  const replacement = thread.suggestion?.replacement ?? null
  const whole = commentBody({ findings: thread.findings, replacement, reason: thread.reason }, view, budget)
  const reason = 'it is longer than GitHub takes'
  const text = whole ?? commentBody({ findings: thread.findings, replacement: null, reason }, view, budget) ?? ''
  const kept = whole === null ? { ...thread, suggestion: null, reason } : thread
  const fingerprints = await Promise.all(thread.findings.map((finding) => markerWord(finding.fingerprint)))
  const unique = [...new Set(fingerprints)].sort()
  const hash = await textHash(text)
  const marker: Marker = { kind: 'comment', id, head: '', fingerprints: unique, hash }
  return { thread: kept, fingerprints: unique, hash, body: withMarker(marker, text) }
}

/** The comments that carry this tool's marker for this `id` and were written under the token's own name. */
export function ownComments(all: readonly ReviewComment[], id: string, login: string): readonly OwnComment[] {
  const answered = new Set(all.flatMap((comment) => (comment.inReplyTo === null ? [] : [comment.inReplyTo])))
  return all.flatMap((comment) => {
    const marker = comment.login === login ? readMarker(comment.body) : null
    if (marker === null || marker.id !== id || (marker.kind !== 'comment' && marker.kind !== 'fixed')) return []
    return [{ comment, marker, answered: answered.has(comment.id) }]
  })
}

/** What to do about one planned comment. */
export type ThreadStep =
  | { readonly kind: 'keep'; readonly own: OwnComment }
  | { readonly kind: 'edit'; readonly own: OwnComment; readonly written: WrittenThread }
  | { readonly kind: 'post'; readonly written: WrittenThread; readonly replaces: readonly OwnComment[] }

export interface ThreadPlan {
  readonly steps: readonly ThreadStep[]
  /** Own comments whose findings are gone. */
  readonly gone: readonly OwnComment[]
}

/**
 * Compares what should stand with what stands. A comment about the same finding is kept when its text is the same,
 * edited when it still stands on the lines it must stand on, and replaced otherwise: a suggestion on other lines, or
 * on an outdated comment, could not be applied or would change the wrong lines.
 *
 * @param present fingerprints of everything reported now, wherever it is told
 * @param unread paths about which this run can say nothing
 */
export function planThreads(
  written: readonly WrittenThread[],
  own: readonly OwnComment[],
  present: ReadonlySet<string>,
  unread: ReadonlySet<string>,
): ThreadPlan {
  const used = new Set<OwnComment>()
  const steps = written.map((each): ThreadStep => {
    const same = own.filter(
      (old) => !used.has(old) && old.marker.fingerprints.some((fp) => each.fingerprints.includes(fp)),
    )
    const current = same.find((old) => standsOn(old.comment, each.thread))
    const spoken =
      current ?? (each.thread.suggestion === null ? same.find((old) => old.marker.hash === each.hash) : undefined)
    if (spoken !== undefined) {
      used.add(spoken)
      const kept = spoken.marker.kind === 'comment' && spoken.marker.hash === each.hash
      return kept ? { kind: 'keep', own: spoken } : { kind: 'edit', own: spoken, written: each }
    }
    for (const old of same) used.add(old)
    return { kind: 'post', written: each, replaces: same.filter((old) => old.marker.kind === 'comment') }
  })
  const gone = own.filter(
    (old) =>
      !used.has(old) &&
      !unread.has(old.comment.path) &&
      !old.marker.fingerprints.some((fingerprint) => present.has(fingerprint)),
  )
  return { steps, gone }
}

function standsOn(comment: ReviewComment, thread: Thread): boolean {
  return comment.path === thread.path && comment.startLine === thread.startLine && comment.line === thread.endLine
}
