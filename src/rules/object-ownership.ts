import type { OwnershipSetting } from '../documents/ownership.js'
import type { Policy } from '../documents/policy.js'
import { globMatches } from '../iam/glob.js'
import type { Statement } from '../iam/model.js'
import { display, isPlain, wholeToken } from '../iam/text.js'
import type { Level } from '../model/rules.js'
import type { RuleSettings, SettingDraft } from './draft.js'
import type { Fingerprints } from './fingerprint.js'
import { cut } from './words.js'

/** Whether somebody outside the bucket's account can write objects, as far as the documents show. */
type Writers = 'seen' | 'seen-enforced' | 'none' | 'unknown'

interface Judgement {
  readonly level: Level
  readonly text: string
}

/** The finding on a bucket whose ACLs are enabled (object ownership note §4); null when it is fine or undecided. */
export function ownershipFinding(
  setting: OwnershipSetting,
  settings: RuleSettings,
  fingerprints: Fingerprints,
): SettingDraft | null {
  const writers = writersOf(setting)
  const judgement = judge(setting, writers)
  const level = judgement === null ? null : settings.level('object-ownership', judgement.level)
  if (judgement === null || level === null) return null
  const { path, address } = setting.origin
  const owner = address ?? setting.bucket ?? setting.origin.at.join('/')
  return {
    rule: 'object-ownership',
    level,
    message: `${bucketOf(setting)} ${judgement.text}.`,
    fingerprint: fingerprints.of({ rule: 'object-ownership', path, owner, sid: null, content: setting.setting.kind }),
    setting,
    aclsInUse: writers !== 'none' || hasAcl(setting),
  }
}

function bucketOf({ bucket, origin }: OwnershipSetting): string {
  if (bucket !== null) return `Bucket ${cut(bucket, 63)}`
  return origin.address === null ? 'The bucket' : `The bucket of ${cut(origin.address)}`
}

const ENFORCED = 'BucketOwnerEnforced'
const ADVICE = `set Object Ownership to ${ENFORCED}, as the vendor recommends`

function judge(setting: OwnershipSetting, writers: Writers): Judgement | null {
  const { setting: value } = setting
  if (value.kind === 'unknown') {
    return setting.acl.kind === 'grants'
      ? warning(
          `grants access to others by ACL, so ACLs are enabled and Clumio may be unable to read objects that others wrote; ${ADVICE}`,
        )
      : null
  }
  if (value.kind === 'none') return writerJudgement('has no ownership controls, so ACLs are enabled', writers)
  switch (value.value) {
    case ENFORCED:
      return null
    case 'ObjectWriter':
      return writerJudgement('has Object Ownership ObjectWriter', writers)
    case 'BucketOwnerPreferred':
      return preferredJudgement(writers)
    default:
      return warning(`has the Object Ownership "${cut(value.value, 40)}", which is no value of S3; ${ADVICE}`)
  }
}

function writerJudgement(what: string, writers: Writers): Judgement {
  switch (writers) {
    case 'seen':
    case 'seen-enforced':
      return warning(
        `${what} and lets others write, and Clumio cannot read objects that belong to another account; ${ADVICE}`,
      )
    case 'unknown':
      return warning(
        `${what}, and whether other accounts write to it is not known; Clumio cannot read their objects: ${ADVICE}`,
      )
    case 'none':
      return { level: 'notice', text: `${what}; no foreign writer is seen, but ${ADVICE}` }
  }
}

function preferredJudgement(writers: Writers): Judgement {
  const what = 'has Object Ownership BucketOwnerPreferred'
  if (writers === 'seen') {
    return warning(
      `${what} and lets others write: uploads without the ACL bucket-owner-full-control are skipped by backups; ${ADVICE}`,
    )
  }
  const rest =
    writers === 'seen-enforced'
      ? 'objects older than the setting may be skipped'
      : 'objects that others wrote may be skipped'
  return { level: 'notice', text: `${what}; ${rest}: ${ADVICE}` }
}

function warning(text: string): Judgement {
  return { level: 'warning', text }
}

function hasAcl(setting: OwnershipSetting): boolean {
  const { acl } = setting
  return (
    acl.kind === 'grants' || acl.kind === 'unknown' || (acl.kind === 'canned' && acl.name.toLowerCase() !== 'private')
  )
}

/** Canned ACLs that let somebody else write (S3 User Guide, "Access control list overview"). */
const WRITABLE = new Set(['publicreadwrite', 'public-read-write', 'logdeliverywrite', 'log-delivery-write'])

function writersOf(setting: OwnershipSetting): Writers {
  if (setting.acl.kind === 'canned' && WRITABLE.has(setting.acl.name.toLowerCase())) return 'seen'
  if (setting.acl.kind === 'grants') return 'seen'
  const statements = setting.policies.list.flatMap((policy: Policy) => policy.document.statements)
  if (statements.some(letsOthersWrite)) return statements.some(enforcesOwnerAcl) ? 'seen-enforced' : 'seen'
  if (!setting.policies.known || setting.acl.kind === 'unknown') return 'unknown'
  return 'none'
}

const WRITES = ['s3:putobject', 's3:replicateobject']

function letsOthersWrite(statement: Statement): boolean {
  if (statement.effect !== 'Allow' || statement.principal.kind !== 'principal') return false
  const writes =
    statement.action.kind === 'positive' &&
    statement.action.patterns.some((pattern) =>
      WRITES.some((write) => globMatches(display(pattern).toLowerCase(), write)),
    )
  if (!writes) return false
  const { everyone, entries } = statement.principal
  return everyone || entries.some(({ type, value }) => type === 'AWS' && mayBeForeign(value))
}

/** An identity of the template's own account is no foreign writer; a literal account may be one. */
function mayBeForeign(value: Parameters<typeof display>[0]): boolean {
  if (wholeToken(value) !== null) return false
  return isPlain(value) || !value.some((piece) => typeof piece !== 'string' && piece.means === 'account')
}

function enforcesOwnerAcl(statement: Statement): boolean {
  return statement.conditions.some(
    ({ key, values }) =>
      key.toLowerCase() === 's3:x-amz-acl' && values.some((value) => value === 'bucket-owner-full-control'),
  )
}
