import type { Feature } from '../model/options.js'

/** One action that a feature performs on the bucket or on its objects. */
export interface Need {
  readonly feature: Feature
  /** As AWS writes it: `s3:GetObject`. */
  readonly action: string
  /** Lower-cased, for comparisons. */
  readonly lower: string
  readonly target: 'bucket' | 'object'
}

type Actions = { readonly bucket: readonly string[]; readonly object: readonly string[] }

/**
 * The S3 actions that the Clumio role's policies grant, by feature: github.com/clumio-code/terraform-clumio-aws-template
 * at 4db6fae (common.tf, s3.tf), read 2026-09. Account-level actions are not authorised against a bucket policy and are
 * left out.
 */
const ACTIONS: Readonly<Record<Feature, Actions>> = {
  inventory: {
    bucket: [
      'GetBucketLocation',
      'GetEncryptionConfiguration',
      'GetBucketVersioning',
      'GetBucketPolicy',
      'GetBucketPublicAccessBlock',
      'GetBucketTagging',
      'GetReplicationConfiguration',
      'GetLifecycleConfiguration',
      'GetBucketLogging',
      'GetBucketObjectLockConfiguration',
      'GetMetricsConfiguration',
    ],
    object: [],
  },
  backup: {
    bucket: [
      'GetInventoryConfiguration',
      'PutInventoryConfiguration',
      'ListBucket',
      'ListBucketVersions',
      'ListBucketMultipartUploads',
    ],
    object: ['GetObject', 'GetObjectTagging', 'GetObjectVersion', 'GetObjectVersionTagging'],
  },
  'continuous-backup': { bucket: ['GetBucketNotification', 'PutBucketNotification'], object: [] },
  restore: {
    bucket: ['GetBucketVersioning', 'ListBucketVersions'],
    object: [
      'PutObject',
      'PutObjectAcl',
      'PutObjectTagging',
      'DeleteObject',
      'AbortMultipartUpload',
      'GetObject',
      'GetObjectTagging',
    ],
  },
}

/** Everything that the given features need, in a stable order. */
export function needsOf(features: readonly Feature[]): readonly Need[] {
  const known = needs.get(features)
  if (known) return known
  const all = features.flatMap((feature) => [
    ...ACTIONS[feature].bucket.map((name) => need(feature, name, 'bucket')),
    ...ACTIONS[feature].object.map((name) => need(feature, name, 'object')),
  ])
  needs.set(features, all)
  return all
}

/** By the list of a run's options, which is asked about for every policy. */
const needs = new WeakMap<readonly Feature[], readonly Need[]>()

function need(feature: Feature, name: string, target: 'bucket' | 'object'): Need {
  return { feature, action: `s3:${name}`, lower: `s3:${name.toLowerCase()}`, target }
}
