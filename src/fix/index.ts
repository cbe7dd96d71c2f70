import { type Origin, type Policy, shownBucket } from '../documents/policy.js'
import type { CheckOptions } from '../model/options.js'
import type { Finding, Fix, PolicyRef } from '../model/report.js'
import type { Draft, SettingDraft, StatementDraft, UnreadDraft } from '../rules/draft.js'
import type { TextEdit } from '../text/edit.js'
import { locationOf, statementSpan } from './locate.js'
import { mergeEdits } from './merge.js'
import { fixOwnership } from './bucket-owner-enforced.js'
import { fixStatement, type Room } from './statement.js'
import { treeOf } from '../tree/json.js'

export interface Finished {
  readonly finding: Finding
  readonly textEdits: readonly TextEdit[]
  /** See `BuiltFix`. */
  readonly growth?: number | undefined
  readonly crowded?: true | undefined
  readonly instead?: Fix | undefined
}

/** Drafts of one file as findings: with lines, and with edits or the reason there are none. */
export async function finishFindings(
  path: string,
  text: string,
  drafts: readonly Draft[],
  options: CheckOptions,
  alternatives: boolean,
): Promise<readonly Finding[]> {
  const each = (draft: Draft, room: Room) => finish(draft, path, text, options, alternatives, room)
  const finished = await finishAll(drafts, each)
  const withFix = finished.filter(({ textEdits }) => textEdits.length > 0)
  const fixes = mergeEdits(
    path,
    text,
    withFix.map(({ finding, textEdits, instead }) => ({ fix: fixOf(finding), textEdits, instead })),
  )
  const merged = new Map(withFix.map(({ finding }, i) => [finding, fixes[i] ?? null]))
  return finished.map(({ finding }) =>
    merged.has(finding) ? { ...finding, fix: merged.get(finding) ?? null } : finding,
  )
}

/** S3's limit holds for what all edits of a policy make of it: where it does not take all of them, shorter ones are made. */
async function finishAll(
  drafts: readonly Draft[],
  each: (draft: Draft, room: Room) => Promise<Finished> | Finished,
): Promise<readonly Finished[]> {
  const pass = async (tight: ReadonlySet<Policy>) => {
    const finished: Finished[] = []
    const grown = new Map<Policy, number>()
    for (const draft of drafts) {
      const policy = policyOf(draft)
      if (policy === null) finished.push(await each(draft, ROOMY))
      else {
        const before = grown.get(policy) ?? 0
        const done = await each(draft, { grown: before, tight: tight.has(policy) })
        grown.set(policy, before + (done.growth ?? 0))
        finished.push(done)
      }
    }
    return finished
  }
  const first = await pass(new Set())
  const tight = drafts.filter((_, i) => first[i]?.crowded === true).map(policyOf)
  return tight.length === 0 ? first : pass(new Set(tight.filter((policy) => policy !== null)))
}

const ROOMY: Room = { grown: 0, tight: false }

function policyOf(draft: Draft): Policy | null {
  return 'judged' in draft ? draft.judged.policy : null
}

function fixOf(finding: Finding): Fix {
  if (finding.fix === null) throw new Error('a finding with text edits has a fix')
  return finding.fix
}

/** One draft as a finding, with the text edits of its fix. */
export function finish(
  draft: Draft,
  path: string,
  text: string,
  options: CheckOptions,
  alternatives: boolean,
  room = ROOMY,
): Promise<Finished> | Finished {
  switch (draft.rule) {
    case 'object-ownership':
      return finishSetting(draft, path, text)
    case 'policy-unreadable':
    case 'policy-unknown':
      return finishUnread(draft, path)
    default:
      return finishStatement(draft, path, text, options, alternatives, room)
  }
}

async function finishStatement(
  draft: StatementDraft,
  path: string,
  text: string,
  options: CheckOptions,
  alternatives: boolean,
  room: Room,
): Promise<Finished> {
  const { subject, facts } = draft
  const result =
    draft.rule === 'ineffective-exemption'
      ? ({ ok: false, why: 'the fix is that of the Deny finding on the same statement' } as const)
      : await fixStatement(draft, text, options, alternatives, room)
  const textEdits = result.ok ? result.main.textEdits : []
  const finding: Finding = {
    rule: draft.rule,
    level: draft.level,
    message: draft.message,
    fingerprint: draft.fingerprint,
    location: locationOf(path, text, statementSpan(draft, text, textEdits)),
    policy: refOf(draft.judged.policy.origin, shownBucket(draft.judged.policy, subject.bucket), pointerOf(draft)),
    statement: {
      index: subject.statement.index,
      sid: draft.judged.policy.sensitive === true ? null : subject.statement.sid,
    },
    ...facts,
    fix: result.ok ? result.main.fix : null,
    fixUnavailable: result.ok ? null : result.why,
    alternative: result.ok ? result.alternative : null,
  }
  return {
    finding,
    textEdits,
    ...(result.ok ? { growth: result.main.growth, crowded: result.main.crowded, instead: result.main.instead } : {}),
  }
}

/** The statement's JSON pointer; of a wrapped policy that of the string, of a single statement that of the member. */
function pointerOf({ judged, subject }: StatementDraft): string | null {
  const { origin, raw } = judged.policy
  if (origin.at.length === 0 && origin.wrapped) return null
  if (origin.wrapped) return pointer(origin.at)
  const list = Array.isArray(raw.Statement)
  return pointer([...origin.at, 'Statement', ...(list ? [subject.statement.index] : [])])
}

/** RFC 6901. */
function pointer(at: readonly (string | number)[]): string {
  return at.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

function refOf(origin: Origin, bucket: string | null, at: string | null): PolicyRef {
  return { source: origin.source, path: origin.path, pointer: at, address: origin.address, bucket }
}

function finishSetting(draft: SettingDraft, path: string, text: string): Finished {
  const { origin, bucket } = draft.setting
  const { fix, textEdits, instead } = fixOwnership(draft, text)
  const node = origin.at.length === 0 ? null : treeOf(text, origin.base).at(origin.at)
  const finding: Finding = {
    rule: draft.rule,
    level: draft.level,
    message: draft.message,
    fingerprint: draft.fingerprint,
    location: locationOf(path, text, node ?? { start: 0, end: 0 }),
    policy: refOf(origin, bucket, origin.at.length === 0 ? null : pointer(origin.at)),
    fix,
    fixUnavailable: null,
  }
  return { finding, textEdits, instead }
}

function finishUnread(draft: UnreadDraft, path: string): Finished {
  const at = Math.min(draft.offset, draft.text.length)
  const finding: Finding = {
    rule: draft.rule,
    level: draft.level,
    message: draft.message,
    fingerprint: draft.fingerprint,
    location: locationOf(path, draft.text, { start: at, end: Math.min(at + 1, draft.text.length) }),
    policy: refOf(draft.origin, draft.bucket, null),
    fix: null,
    fixUnavailable: draft.rule === 'policy-unknown' ? 'its text is not known' : 'the policy must be readable first',
  }
  return { finding, textEdits: [] }
}
