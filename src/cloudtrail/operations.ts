import { needsOf } from '../clumio/needs.js'
import { FEATURES, type Feature } from '../model/options.js'

/**
 * What S3's names of operations in CloudTrail mean (S3 User Guide, "Amazon S3 CloudTrail events" and "Required permissions
 * for Amazon S3 API operations"; S3 API reference, the headers of each request; read 2026-11).
 */

/** IAM actions of operations whose name is not that of their action. */
const ACTIONS: Readonly<Record<string, string>> = {
  HeadObject: 'GetObject',
  HeadBucket: 'ListBucket',
  ListObjects: 'ListBucket',
  ListObjectsV2: 'ListBucket',
  ListObjectVersions: 'ListBucketVersions',
  ListMultipartUploads: 'ListBucketMultipartUploads',
  CopyObject: 'PutObject',
  CreateMultipartUpload: 'PutObject',
  InitiateMultipartUpload: 'PutObject',
  UploadPart: 'PutObject',
  UploadPartCopy: 'PutObject',
  CompleteMultipartUpload: 'PutObject',
  DeleteObjects: 'DeleteObject',
  GetBucketEncryption: 'GetEncryptionConfiguration',
  GetBucketInventoryConfiguration: 'GetInventoryConfiguration',
  ListBucketInventoryConfigurations: 'GetInventoryConfiguration',
  PutBucketInventoryConfiguration: 'PutInventoryConfiguration',
  GetBucketLifecycle: 'GetLifecycleConfiguration',
  GetBucketLifecycleConfiguration: 'GetLifecycleConfiguration',
  GetBucketMetricsConfiguration: 'GetMetricsConfiguration',
  ListBucketMetricsConfigurations: 'GetMetricsConfiguration',
  GetBucketNotificationConfiguration: 'GetBucketNotification',
  PutBucketNotificationConfiguration: 'PutBucketNotification',
  GetBucketReplication: 'GetReplicationConfiguration',
  GetObjectLockConfiguration: 'GetBucketObjectLockConfiguration',
  GetPublicAccessBlock: 'GetBucketPublicAccessBlock',
}

/**
 * The feature that an operation is evidence of; null for one that none needs. An action of several features counts for the
 * first: reads of a backup say nothing of the writes of a restore.
 */
export function featureOf(operation: string): Feature | null {
  const action = `s3:${Object.hasOwn(ACTIONS, operation) ? ACTIONS[operation] : operation}`
  return needsOf(FEATURES).find((need) => need.action === action)?.feature ?? null
}

const ACL = [
  'x-amz-acl',
  'x-amz-grant-full-control',
  'x-amz-grant-read',
  'x-amz-grant-read-acp',
  'x-amz-grant-write-acp',
]
/** Of requests that begin an object; parts and the end of a multipart upload carry none of them. */
const WRITE = [
  ...ACL,
  'x-amz-server-side-encryption',
  'x-amz-server-side-encryption-aws-kms-key-id',
  'x-amz-server-side-encryption-customer-algorithm',
  'x-amz-storage-class',
  'x-amz-website-redirect-location',
  'x-amz-object-lock-mode',
  'x-amz-object-lock-legal-hold',
]

/** Sent by copies alone, although plain writes need the same action: a fact of `context` would hold for both. */
export const OF_COPIES: ReadonlySet<string> = new Set(['x-amz-copy-source', 'x-amz-metadata-directive'])

const HEADERS: Readonly<Record<string, readonly string[]>> = {
  PutObject: WRITE,
  CopyObject: [...WRITE, ...OF_COPIES],
  UploadPartCopy: ['x-amz-copy-source'],
  CreateMultipartUpload: WRITE,
  InitiateMultipartUpload: WRITE,
  PutObjectAcl: ACL,
}

/** Headers behind condition keys that the requests of an operation may carry. */
export function headersOf(operation: string): readonly string[] {
  return Object.hasOwn(HEADERS, operation) ? (HEADERS[operation] ?? []) : []
}

/** Headers whose values are never shown: they hold keys, targets, and the addresses of people. */
export function isPrivate(header: string): boolean {
  return /^x-amz-(?:copy-source|grant-|website-)/.test(header)
}
