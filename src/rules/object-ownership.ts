import { ENFORCED, grantsToOthers, type OwnershipSetting } from '../documents/ownership.js'
import type { Policy } from '../documents/policy.js'
import type { Condition, Statement } from '../iam/model.js'
import { globMatches } from '../iam/text/glob.js'
import { display, isPlain, type Text, type Token } from '../iam/text/text.js'
import { type Level, RULES } from '../model/rules.js'
import { causeOf } from './drafts/cause.js'
import type { SettingDraft } from './drafts/draft.js'
import { cut } from './drafts/words.js'
import type { Rule, RuleContext } from './rule.js'

/** Whether somebody outside the bucket's account can write objects, as far as the documents show. */
type Writers = 'seen' | 'seen-enforced' | 'none' | 'unknown'

interface Judgement {
  readonly level: Level
  readonly text: string
}

/** A bucket whose ACLs are enabled, so that objects may belong to others (docs/semantics.md, D42). */
export const objectOwnership: Rule = {
  id: 'object-ownership',
  find: (subject, context) => (subject.kind === 'ownership' ? ownershipDraft(subject.setting, context) : null),
}

function ownershipDraft(setting: OwnershipSetting, { level: levelOf, fingerprints }: RuleContext): SettingDraft | null {
  const writers = writersOf(setting)
  const judgement = judge(setting, writers)
  const level = judgement === null ? null : levelOf('object-ownership', judgement.level)
  if (judgement === null || level === null) return null
  const { path, address } = setting.origin
  const owner = address ?? setting.bucket ?? setting.origin.at.join('/')
  return {
    rule: 'object-ownership',
    level,
    message: `${bucketOf(setting)} ${setting.sensitive === true ? CONCEALED : judgement.text}.`,
    fingerprint: fingerprints.of({ rule: 'object-ownership', path, owner, sid: null, content: setting.setting }),
    cause: setting.sensitive === true ? null : causeOf('object-ownership', [judgement.text]),
    setting,
    aclsInUse: writers !== 'none' || setting.aclsNeeded === true || hasAcl(setting),
  }
}

function bucketOf({ bucket, origin }: OwnershipSetting): string {
  if (bucket !== null) return `Bucket ${cut(bucket, 63)}`
  return origin.address === null ? 'The bucket' : `The bucket of ${cut(origin.address)}`
}

const ADVICE = `set Object Ownership to ${ENFORCED}, as the vendor recommends`

const CONCEALED = `has an Object Ownership that is marked as sensitive, so that it is not shown, and under which ACLs may count; ${ADVICE}`

function judge(setting: OwnershipSetting, writers: Writers): Judgement | null {
  const { setting: value } = setting
  if (value.kind === 'unknown') {
    return grantsToOthers(setting.acl)
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
  return { level: RULES['object-ownership'].defaultLevel, text }
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
  const writers = statements.filter(allowsWrites).map((statement) => ({ statement, foreign: foreignIn(statement) }))
  const seen = writers.filter(({ foreign }) => foreign === 'yes')
  if (seen.length > 0) {
    const enforced = seen.every(({ statement }) => demandsOwnerAcl(statement)) || statements.some(deniesOtherAcls)
    return enforced ? 'seen-enforced' : 'seen'
  }
  const open = writers.some(({ foreign }) => foreign === 'maybe')
  return open || !setting.policies.known || setting.acl.kind === 'unknown' ? 'unknown' : 'none'
}

const WRITES = ['s3:putobject', 's3:replicateobject']

function allowsWrites({ effect, action }: Statement): boolean {
  if (effect !== 'Allow' || action.kind === 'invalid') return false
  const patterns = action.patterns.map((pattern) => display(pattern).toLowerCase())
  const listed = (write: string) => patterns.some((pattern) => globMatches(pattern, write))
  return WRITES.some((write) => listed(write) === (action.kind === 'positive'))
}

/** Whether an Allow names somebody outside of the bucket's account; NotPrincipal grants nothing. */
function foreignIn({ principal }: Statement): Foreign {
  if (principal.kind !== 'principal') return 'no'
  if (principal.everyone) return 'yes'
  const answers = principal.entries.map(({ type, value }) => (type === 'AWS' ? foreign(value) : 'no'))
  if (answers.includes('yes')) return 'yes'
  return principal.partial || answers.includes('maybe') ? 'maybe' : 'no'
}

type Foreign = 'yes' | 'maybe' | 'no'

/** A literal account may be another one; an identity of the template's own account is not; an expression may be any. */
function foreign(value: Text): Foreign {
  if (isPlain(value)) return 'yes'
  const own = (piece: string | Token) =>
    typeof piece !== 'string' && (piece.means === 'account' || piece.means === 'other-principal')
  if (value.some(own)) return 'no'
  const [first] = value
  return typeof first === 'string' && /^arn:[^:]*:(?:iam|sts)::\d{12}:/.test(first) ? 'yes' : 'maybe'
}

const OWNER_ACL = 'bucket-owner-full-control'

/** An Allow that holds only for uploads that hand the object over. */
function demandsOwnerAcl({ conditions }: Statement): boolean {
  return conditions.some(
    (condition) => condition.operator === 'StringEquals' && !condition.ifExists && onOwnerAcl(condition),
  )
}

/** A Deny of uploads that do not hand the object over. */
function deniesOtherAcls({ effect, conditions }: Statement): boolean {
  return (
    effect === 'Deny' &&
    conditions.some((condition) => condition.operator === 'StringNotEquals' && onOwnerAcl(condition))
  )
}

function onOwnerAcl({ key, values }: Condition): boolean {
  return key.toLowerCase() === 's3:x-amz-acl' && values.length > 0 && values.every((value) => value === OWNER_ACL)
}
