/**
 * Which `s3:` condition keys a request can carry, from the AWS Service Authorization Reference, "Actions, resources, and
 * condition keys for Amazon S3" (data of 2026-09-26). Keys are lower-cased; a trailing `/` stands for any tag key.
 */

/** Keys that every action of the Clumio role carries. */
const EVERY_ACTION = [
  's3:resourceaccount',
  's3:tlsversion',
  's3:authtype',
  's3:signatureage',
  's3:signatureversion',
  's3:x-amz-content-sha256',
  's3:buckettag/',
]

const LISTING = ['s3:delimiter', 's3:max-keys', 's3:prefix']
const OBJECT = ['s3:existingobjecttag/']
const VERSION = [...OBJECT, 's3:versionid']
const GRANTS = [
  's3:x-amz-acl',
  's3:x-amz-grant-full-control',
  's3:x-amz-grant-read',
  's3:x-amz-grant-read-acp',
  's3:x-amz-grant-write',
  's3:x-amz-grant-write-acp',
  's3:x-amz-storage-class',
]
const TAGGING = ['s3:requestobjecttag/', 's3:requestobjecttagkeys']

/** Keys beyond those of every action, by lower-cased action. Access point keys are absent from direct requests (A3). */
const BY_ACTION: Readonly<Record<string, readonly string[]>> = {
  's3:putinventoryconfiguration': ['s3:inventoryaccessibleoptionalfields'],
  's3:listbucket': LISTING,
  's3:listbucketversions': LISTING,
  's3:getobject': OBJECT,
  's3:getobjecttagging': OBJECT,
  's3:getobjectversion': VERSION,
  's3:getobjectversiontagging': VERSION,
  's3:putobject': [
    ...GRANTS,
    ...TAGGING,
    's3:if-match',
    's3:if-none-match',
    's3:object-lock-event-hold',
    's3:object-lock-event-hold-duration-days',
    's3:object-lock-legal-hold',
    's3:object-lock-mode',
    's3:object-lock-remaining-retention-days',
    's3:object-lock-retain-until-date',
    's3:objectcreationoperation',
    's3:x-amz-copy-source',
    's3:x-amz-metadata-directive',
    's3:x-amz-object-annotation-directive',
    's3:x-amz-server-side-encryption',
    's3:x-amz-server-side-encryption-aws-kms-key-id',
    's3:x-amz-server-side-encryption-customer-algorithm',
    's3:x-amz-website-redirect-location',
  ],
  's3:putobjectacl': [...OBJECT, ...GRANTS],
  's3:putobjecttagging': [...OBJECT, ...TAGGING],
  's3:deleteobject': ['s3:if-match'],
}

/** Documented keys of other actions and of access points: absent from every request of the Clumio role. */
const ELSEWHERE = [
  's3:accesspointnetworkorigin',
  's3:dataaccesspointaccount',
  's3:dataaccesspointarn',
  's3:accesspointtag/',
  's3:accessgrantsinstancearn',
  's3:accessgrantscope',
  's3:locationconstraint',
  's3:existingjoboperation',
  's3:existingjobpriority',
  's3:jobsuspendedcause',
  's3:requestjoboperation',
  's3:requestjobpriority',
  's3:x-amz-object-ownership',
]

const carriedBy = new Map<string, ReadonlySet<string>>()

/** Whether an action's request can carry a key; both lower-cased. */
export function carries(action: string, key: string): boolean {
  let keys = carriedBy.get(action)
  if (!keys) {
    keys = new Set([...EVERY_ACTION, ...(BY_ACTION[action] ?? [])])
    carriedBy.set(action, keys)
  }
  return keys.has(withoutTag(key))
}

let documented: ReadonlySet<string> | null = null

/** Whether an `s3:` key is in any of the tables; one that is not stays unknown (docs/semantics.md, D25). */
export function isDocumentedS3Key(key: string): boolean {
  documented ??= new Set([...EVERY_ACTION, ...ELSEWHERE, ...Object.values(BY_ACTION).flat()])
  return documented.has(withoutTag(key))
}

/** `s3:existingobjecttag/team` → `s3:existingobjecttag/`. */
function withoutTag(key: string): string {
  const slash = key.indexOf('/')
  return slash === -1 ? key : key.slice(0, slash + 1)
}

/** Headers of writes, which default encryption does not fill: unknown on restore (docs/semantics.md, D26). */
export function isWriteHeader(key: string): boolean {
  const name = withoutTag(key)
  return (BY_ACTION['s3:putobject'] ?? []).includes(name) || name === 's3:requestobjecttag/'
}
