import { ENFORCED } from '../documents/ownership.js'
import type { Fix, LineEdit } from '../model/report.js'
import type { SettingDraft } from '../rules/draft.js'
import { type TextEdit, toLineEdit } from '../text/edit.js'
import { eolStyle } from '../text/lines.js'
import { STDIN_PATH } from '../sources/source.js'
import { MAX_REPLACEMENT, TOO_LONG } from './merge.js'
import { PIPED } from './statement.js'
import { patchText } from './patch/index.js'
import { BUCKET_OWNER_ENFORCED } from './remedies/bucket-owner-enforced.js'
import { treeOf } from '../tree/json.js'

/** The change to `BucketOwnerEnforced`: an edit where it is a source and no ACL is in use, else the lines or commands. */
export function fixOwnership(
  draft: SettingDraft,
  text: string,
): { readonly fix: Fix; readonly textEdits: readonly TextEdit[]; readonly instead?: Fix } {
  const { origin } = draft.setting
  if (origin.wrapped)
    return { fix: shown(commands(draft.setting.bucket), 'it is the output of a command'), textEdits: [] }
  const tree = treeOf(text, origin.base)
  const node = tree.at(origin.at)
  const textEdits = node === null ? null : patchText({ tree, node }, BUCKET_OWNER_ENFORCED)
  const wanted = `"ObjectOwnership": "${ENFORCED}"`
  if (textEdits === null) return { fix: shown(wanted, 'the value is not written out here'), textEdits: [] }
  const line = toLineEdit(text, textEdits)
  if (draft.aclsInUse) {
    return {
      fix: shown(wanted, draft.setting.aclsNeeded === true ? LOGS_WHY : ACLS_WHY),
      textEdits: [],
    }
  }
  if (origin.path === STDIN_PATH) return { fix: shown(wanted, PIPED), textEdits: [] }
  if (line !== null && line.replacement.length > MAX_REPLACEMENT) return { fix: shown(wanted, TOO_LONG), textEdits: [] }
  if (line === null || eolStyle(text) === 'mixed')
    return { fix: shown(wanted, 'the file mixes line ends'), textEdits: [] }
  return {
    fix: offered({ path: origin.path, ...line }),
    textEdits,
    instead: shown(wanted, TOO_LONG),
  }
}

/** The change as an edit of a source. */
export function offered(edit: LineEdit): Fix {
  return {
    remedy: 'bucket-owner-enforced',
    title: `Set Object Ownership to ${ENFORCED}`,
    applicability: 'edit',
    note: 'ACLs are disabled and the bucket owner owns every object, existing ones too. Readers and writers that rely on ACLs must get access by policy first.',
    text: null,
    edits: [edit],
  }
}

const ACLS_WHY = 'ACLs may be in use: move their grants to the bucket policy and remove them first'
const LOGS_WHY =
  'CloudFront writes its standard logs to this bucket by ACL and would stop: move them to another bucket, or to its newer logging, first'

const BUCKET_NAME = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/

/** Text to paste gets only a name that S3 allows. */
export function pastedBucket(bucket: string | null): string {
  return bucket !== null && BUCKET_NAME.test(bucket) ? bucket : '<bucket>'
}

function commands(bucket: string | null): string {
  const name = pastedBucket(bucket)
  return [
    `aws s3api put-bucket-acl --bucket ${name} --acl private`,
    `aws s3api put-bucket-ownership-controls --bucket ${name} --ownership-controls 'Rules=[{ObjectOwnership=${ENFORCED}}]'`,
  ].join('\n')
}

export function shown(text: string, why: string): Fix {
  return {
    remedy: 'bucket-owner-enforced',
    title: `Set Object Ownership to ${ENFORCED}`,
    applicability: 'text-only',
    note: `Shown only: ${why}. With ${ENFORCED}, ACLs no longer count; grant by policy what they granted before.`,
    text,
    edits: [],
  }
}
