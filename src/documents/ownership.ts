import { memberAt } from '../tree/value.js'
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

/** Canned ACLs of a bucket that let somebody else in (S3 User Guide, "Access control list overview"), without hyphens. */
const OF_OTHERS = new Set(['publicread', 'publicreadwrite', 'authenticatedread', 'awsexecread', 'logdeliverywrite'])

/** Whether an ACL grants access to others than the owner: it works only while ACLs are enabled. */
export function grantsToOthers(acl: Acl): boolean {
  return acl.kind === 'grants' || (acl.kind === 'canned' && OF_OTHERS.has(acl.name.toLowerCase().replaceAll('-', '')))
}

export interface OwnershipSetting {
  readonly origin: Origin
  readonly bucket: string | null
  readonly setting: Setting
  /** True when the plan marks the setting as sensitive: its value is judged, and not shown. */
  readonly sensitive?: boolean
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
