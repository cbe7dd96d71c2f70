import { parseStrict } from '../../tree/parse.js'
import { isObject, member, memberAt } from '../../tree/value.js'
import type { Form } from '../form.js'
import { type OwnershipSetting, ownershipIn } from '../ownership.js'

/** What commands print of a bucket's Object Ownership and ACL; a dump may hold a policy beside it. */
export const ownershipOutput: Form = {
  id: 'ownership',
  source: 'ownership',
  beside: true,
  words: ['OwnershipControls', 'Grants'],
  mayBeIn: (text) => text.includes('OwnershipControls') || (text.includes('"Grants"') && text.includes('"Owner"')),
  readText({ path }, text) {
    const setting = readOwnershipError(text, path)
    return setting === null ? null : { kind: 'read', text, policies: [], settings: [setting] }
  },
  readObject(object, { path, base }) {
    const setting = readOwnershipControls(object, path, base) ?? readBucketAcl(object, path, base)
    return setting === null ? null : { policies: [], settings: [setting], broken: null }
  },
}

/** The output of `aws s3api get-bucket-ownership-controls`, or null. */
function readOwnershipControls(value: unknown, path: string, base: number): OwnershipSetting | null {
  const ownership = ownershipIn(value)
  if (typeof ownership !== 'string') return null
  return output(path, base, ['OwnershipControls', 'Rules', 0, 'ObjectOwnership'], {
    setting: { kind: 'value', value: ownership },
    acl: { kind: 'unknown' },
  })
}

/** The output of `aws s3api get-bucket-acl`, or null. Grants to others prove that ACLs are enabled. */
function readBucketAcl(value: unknown, path: string, base: number): OwnershipSetting | null {
  if (!isObject(value)) return null
  const owner = member(value, 'Owner')
  const grants = member(value, 'Grants')
  const ownerId = memberAt(owner, 'ID')
  if (typeof ownerId !== 'string' || !Array.isArray(grants)) return null
  const grantees = grants.map(granteeOf).filter((grantee): grantee is string => grantee !== null && grantee !== ownerId)
  if (grantees.length === 0) return null
  return output(path, base, ['Grants'], { setting: { kind: 'unknown' }, acl: { kind: 'grants', grantees } })
}

function granteeOf(grant: unknown): string | null {
  const grantee = memberAt(grant, 'Grantee')
  if (!isObject(grantee)) return null
  const id = member(grantee, 'ID') ?? member(grantee, 'URI') ?? member(grantee, 'EmailAddress')
  return typeof id === 'string' ? id : null
}

/** The error that stands for "no ownership controls" in a saved command output (S3 API, GetBucketOwnershipControls). */
function readOwnershipError(text: string, path: string): OwnershipSetting | null {
  if (!text.includes('OwnershipControlsNotFoundError') || !text.includes('GetBucketOwnershipControls')) return null
  // Words in a document are not the answer of a command.
  if (parseStrict(text) !== null) return null
  return output(path, 0, [], { setting: { kind: 'none' }, acl: { kind: 'unknown' } })
}

function output(
  path: string,
  base: number,
  at: readonly (string | number)[],
  facts: Pick<OwnershipSetting, 'setting' | 'acl'>,
): OwnershipSetting {
  return {
    origin: { source: 'ownership', path, at, base, address: null, wrapped: true },
    bucket: null,
    ...facts,
    policies: { known: false, list: [] },
  }
}
