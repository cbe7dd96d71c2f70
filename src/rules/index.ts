import type { OwnershipSetting } from '../documents/ownership.js'
import type { Origin } from '../documents/policy.js'
import { denyFinding, denyRule } from './deny.js'
import type { Draft, RuleSettings, StatementDraft, UnreadDraft } from './draft.js'
import { exemptionFinding } from './exemption.js'
import type { Fingerprints } from './fingerprint.js'
import { joined, type JudgedPolicy, placeOf } from './judged.js'
import { ownershipFinding } from './object-ownership.js'
import { cut } from './words.js'

/** The findings on a judged policy, in the order of its statements. */
export function policyFindings(
  judged: JudgedPolicy,
  settings: RuleSettings,
  fingerprints: Fingerprints,
): readonly Draft[] {
  const drafts: Draft[] = []
  for (const statement of judged.statements) {
    const whole = denyFinding(judged, statement, settings, fingerprints)
    if (whole === null) continue
    const deny = exceptIgnored(whole, settings, fingerprints)
    const { subject } = deny
    const level = settings.level(deny.rule, deny.level)
    if (level !== null) drafts.push({ ...deny, level })
    // The exemption's own lint needs the facts of the deny finding even where that rule is off.
    const exemption = exemptionFinding(judged, subject, deny, settings, fingerprints)
    if (exemption !== null) drafts.push(exemption)
  }
  return drafts
}

/**
 * The same finding on the buckets that no ignore entry silences, when that is some of them. It keeps its fingerprint
 * unless it becomes a finding of another rule.
 */
function exceptIgnored(whole: StatementDraft, settings: RuleSettings, fingerprints: Fingerprints): StatementDraft {
  const { judged, subject, fingerprint } = whole
  const open = subject.on.filter(({ verdict, bucket }) => {
    const rule = denyRule(verdict.verdict)
    return !settings.isIgnored({ rule, fingerprint, sid: subject.statement.sid, place: placeOf(judged.policy, bucket) })
  })
  const rest = open.length < subject.on.length ? joined(open) : null
  const isSame = rest !== null && denyRule(rest.verdict.verdict) === whole.rule
  const names = isSame ? { of: () => fingerprint } : fingerprints
  return (rest !== null && denyFinding(judged, rest, settings, names)) || whole
}

export function settingFindings(
  ownership: readonly OwnershipSetting[],
  settings: RuleSettings,
  fingerprints: Fingerprints,
): readonly Draft[] {
  return ownership.map((setting) => ownershipFinding(setting, settings, fingerprints)).filter((draft) => draft !== null)
}

/** A file that holds a policy which nobody could read: never silent. */
export function unreadableFinding(
  path: string,
  unreadable: { readonly text: string; readonly reason: string; readonly offset: number; readonly holds?: 'plan' },
  settings: RuleSettings,
  fingerprints: Fingerprints,
): UnreadDraft | null {
  const level = settings.level('policy-unreadable', 'warning')
  if (level === null) return null
  const origin: Origin = { source: 'policy-json', path, at: [], base: 0, address: null, wrapped: false }
  return {
    rule: 'policy-unreadable',
    level,
    message: `The file ${unreadable.holds === 'plan' ? 'is meant as a plan' : 'holds a bucket policy'} but cannot be read: ${cut(unreadable.reason, 200)}.`,
    fingerprint: fingerprints.of({ rule: 'policy-unreadable', path, owner: '', sid: null, content: null }),
    origin,
    bucket: null,
    text: unreadable.text,
    offset: unreadable.offset,
  }
}

/** A root module whose files declare bucket policies while no plan of it was given: it must not look checked. */
export function unplannedFinding(
  root: { readonly folder: string; readonly path: string; readonly address: string; readonly policies: number },
  at: { readonly text: string; readonly offset: number },
  settings: RuleSettings,
  fingerprints: Fingerprints,
): UnreadDraft | null {
  const level = settings.level('policy-unknown', 'notice')
  if (level === null) return null
  const what = root.policies === 1 ? 'a bucket policy' : `${root.policies} bucket policies`
  const where = root.folder === '' ? 'the working directory' : root.folder
  return {
    rule: 'policy-unknown',
    level,
    message: `The Terraform root module in ${cut(where)} declares ${what}, and no plan of it was given: pass the output of "terraform show -json" as plan-files.`,
    fingerprint: fingerprints.of({ rule: 'policy-unknown', path: root.folder, owner: '', sid: null, content: null }),
    origin: { source: 'terraform-source', path: root.path, at: [], base: 0, address: root.address, wrapped: true },
    bucket: null,
    ...at,
  }
}

/** A planned policy whose text is no policy, or whose content no plan holds. */
export function plannedUnread(
  rule: 'policy-unreadable' | 'policy-unknown',
  path: string,
  policy: { readonly address: string; readonly bucket: string | null; readonly why: string },
  settings: RuleSettings,
  fingerprints: Fingerprints,
): UnreadDraft | null {
  const level = settings.level(rule, 'warning')
  if (level === null) return null
  const { address, bucket, why } = policy
  const advice =
    rule === 'policy-unknown' ? 'check it again once it is known, or make it depend on known values' : 'correct it'
  return {
    rule,
    level,
    message: `The policy of ${cut(address)} was not judged: ${cut(why, 200)}; ${advice}.`,
    fingerprint: fingerprints.of({ rule, path, owner: address, sid: null, content: null }),
    origin: { source: 'terraform-plan', path, at: [], base: 0, address, wrapped: true },
    bucket,
    text: '',
    offset: 0,
  }
}
