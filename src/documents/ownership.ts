import { isObject, member, memberAt } from '../tree/value.js'
import type { Origin, Policy } from './policy.js'

/** The Object Ownership under which ACLs no longer count (S3 User Guide, "Controlling ownership of objects"). */
export const ENFORCED = 'BucketOwnerEnforced'

/** The Object Ownership setting of a bucket, as far as the document tells. */
export type Setting =
  | { readonly kind: 'value'; readonly value: string }
  /** There are no ownership controls: ACLs are enabled, as with `ObjectWriter`. */
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown' }

export type Acl =
  | { readonly kind: 'none' }
  | { readonly kind: 'canned'; readonly name: string }
  /** Grants to somebody other than the owner. */
  | { readonly kind: 'grants'; readonly grantees: readonly string[] }
  | { readonly kind: 'unknown' }

export interface OwnershipSetting {
  readonly origin: Origin
  readonly bucket: string | null
  readonly setting: Setting
  readonly acl: Acl
  /** Something that works by ACL alone uses the bucket: the standard logs of CloudFront. */
  readonly aclsNeeded?: boolean
  /** Policies of the same bucket, when the document would hold them; not known for a command's output. */
  readonly policies: { readonly known: boolean; readonly list: readonly Policy[] }
}

/** `ObjectOwnership` of the one rule that `OwnershipControls` take, as commands print it and templates write it. */
export function ownershipIn(holder: unknown): unknown {
  const rules = memberAt(holder, 'OwnershipControls', 'Rules')
  return Array.isArray(rules) ? memberAt(rules[0], 'ObjectOwnership') : undefined
}

/** The output of `aws s3api get-bucket-ownership-controls`, or null. */
export function readOwnershipControls(value: unknown, path: string, base: number): OwnershipSetting | null {
  const ownership = ownershipIn(value)
  if (typeof ownership !== 'string') return null
  return output(path, base, ['OwnershipControls', 'Rules', 0, 'ObjectOwnership'], {
    setting: { kind: 'value', value: ownership },
    acl: { kind: 'unknown' },
  })
}

/** The output of `aws s3api get-bucket-acl`, or null. Grants to others prove that ACLs are enabled. */
export function readBucketAcl(value: unknown, path: string, base: number): OwnershipSetting | null {
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
export function readOwnershipError(text: string, path: string): OwnershipSetting | null {
  if (!text.includes('OwnershipControlsNotFoundError') || !text.includes('GetBucketOwnershipControls')) return null
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
