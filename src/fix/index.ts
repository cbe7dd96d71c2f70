import { type Origin, shownBucket } from '../documents/policy.js'
import type { Finding, Fix, PolicyFinding, PolicyRef, StatementFinding } from '../model/report.js'
import type { Draft, StatementDraft } from '../rules/drafts/draft.js'
import { settle } from './batch.js'
import { mergeEdits } from './merge.js'
import type { FinishOptions, Outcome } from './propose.js'
import type { Place, Site } from './site.js'

export type { FinishOptions } from './propose.js'

/** Findings, with the texts by path that their locations and edits refer to. */
export interface Finished {
  readonly findings: readonly Finding[]
  readonly texts: ReadonlyMap<string, string>
}

/** Drafts of a site as findings: with lines, and with edits or the reason there are none. */
export async function finish(drafts: readonly Draft[], site: Site, options: FinishOptions): Promise<Finished> {
  const outcomes = await settle(drafts, { site, options })
  const edits = [...outcomes.values()].filter((outcome) => outcome.kind === 'edit')
  const merged = mergeEdits(edits, (path) => site.lines(path))
  const findings: Finding[] = []
  const texts = new Map<string, string>()
  for (const draft of drafts) {
    const outcome = outcomes.get(draft)
    if (outcome === undefined) continue
    const place = await site.place(draft, outcome.kind === 'edit' ? outcome.textEdits : [])
    if (!counts(draft, place, options)) continue
    const fix = outcome.kind === 'none' ? null : ((outcome.kind === 'edit' ? merged.get(outcome) : null) ?? outcome.fix)
    findings.push(findingOf(draft, place, fix, outcome))
    if (place.text !== null) texts.set(place.location.path, place.text)
    for (const { path } of fix?.edits ?? []) {
      const lines = site.lines(path)
      if (lines !== null) texts.set(path, lines.text)
    }
  }
  return { findings, texts }
}

/** Drafts of a site as findings with lines and without a fix: nobody is going to change what they are about. */
export async function locateAll(
  drafts: readonly Draft[],
  site: Site,
  options: FinishOptions,
): Promise<readonly LocatedFinding[]> {
  const located: LocatedFinding[] = []
  for (const draft of drafts) {
    const place = await site.place(draft, [])
    if (!counts(draft, place, options)) continue
    const finding = findingOf(draft, place, null, { kind: 'none', why: '' })
    located.push({ draft, finding: { ...finding, fix: null, fixUnavailable: null }, text: place.text })
  }
  return located
}

/** See `locateAll`. */
export interface LocatedFinding {
  readonly draft: Draft
  readonly finding: DraftFinding & { readonly fix: null }
  /** Text that the location refers to; null where nothing of it was read. */
  readonly text: string | null
}

type DraftFinding = StatementFinding | PolicyFinding

/** With only-changed, what a plan leaves as it is counts when the file changed that the finding is in. */
function counts(draft: Draft, { location }: Place, { onlyPaths }: FinishOptions): boolean {
  const isUnchanged = 'judged' in draft && draft.judged.policy.unchanged === true
  return onlyPaths === null || !isUnchanged || onlyPaths.has(location.path)
}

function findingOf(draft: Draft, { location, because }: Place, fix: Fix | null, outcome: Outcome): DraftFinding {
  const { level, message, fingerprint, cause } = draft
  const fixUnavailable = outcome.kind === 'none' ? outcome.why : null
  switch (draft.rule) {
    case 'object-ownership': {
      const { origin, bucket } = draft.setting
      const policy = refOf(origin, bucket, origin.at.length === 0 ? null : pointer(origin.at))
      return { rule: draft.rule, level, message, fingerprint, cause, location, policy, fix, fixUnavailable }
    }
    case 'policy-unknown':
    case 'policy-unreadable': {
      const policy = refOf(draft.origin, draft.bucket, null)
      return { rule: draft.rule, level, message, fingerprint, cause, location, policy, fix, fixUnavailable }
    }
    default: {
      const { judged, subject, facts } = draft
      const { account, region, hidesBucket } = judged.policy
      return {
        rule: draft.rule,
        level,
        message,
        fingerprint,
        cause,
        location,
        policy: {
          ...refOf(judged.policy.origin, shownBucket(judged.policy, subject.bucket), pointerOf(draft)),
          ...(hidesBucket === true ? {} : { account: account ?? null, region: region ?? null }),
        },
        statement: {
          index: subject.statement.index,
          sid: judged.policy.sensitive === true ? null : subject.statement.sid,
        },
        ...facts,
        because: because === null ? facts.because : [...facts.because, because],
        fix,
        fixUnavailable,
        alternative: (outcome.kind === 'none' ? outcome.exemption : outcome.alternative) ?? null,
      }
    }
  }
}

/** The statement's JSON pointer; of a wrapped policy that of the string, of a single statement that of the member. */
function pointerOf({ judged, subject }: StatementDraft): string | null {
  const { origin, raw } = judged.policy
  if (origin.at.length === 0 && origin.wrapped) return null
  if (origin.wrapped) return pointer(origin.at)
  const { index, at = [] } = subject.statement
  const list = Array.isArray(raw.Statement)
  // A document that is chosen as a whole has its statements in its branches.
  const way = at.includes('Statement') ? at : ['Statement', ...(list ? [index] : []), ...at]
  return pointer([...origin.at, ...way])
}

/** RFC 6901. */
function pointer(at: readonly (string | number)[]): string {
  return at.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

function refOf(
  { source, path, address, root, unit, hidesRoute }: Origin,
  bucket: string | null,
  at: string | null,
): PolicyRef {
  return {
    source,
    path,
    pointer: hidesRoute === true ? null : at,
    address,
    root: root === undefined ? null : (unit ?? root) || '.',
    bucket,
    account: null,
    region: null,
  }
}
