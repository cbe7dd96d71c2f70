/**
 * Condition keys, in lower case, of which CloudTrail's events of successful requests may prove something: what `learn`
 * prints entries for. A test holds the list to it.
 */
export const LEARNED_KEYS: ReadonlySet<string> = new Set([
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:viaawsservice',
  'aws:vpcsourceip',
  's3:authtype',
  's3:object-lock-legal-hold',
  's3:object-lock-mode',
  's3:signatureversion',
  's3:tlsversion',
  's3:x-amz-acl',
  's3:x-amz-content-sha256',
  's3:x-amz-server-side-encryption',
  's3:x-amz-server-side-encryption-aws-kms-key-id',
  's3:x-amz-server-side-encryption-customer-algorithm',
  's3:x-amz-storage-class',
])
