/**
 * Resources of S3, as far as plans of bucket policies need them. Names, types and which attributes the provider fills
 * in follow the documents of the AWS provider, version 6. `apply(state, settings)` gives the values the service would.
 */
import { canonicalId, digest } from './names.mjs'
import {
  block,
  computed,
  either,
  list,
  optional,
  REGION,
  required,
  STRING_MAP,
  STRING_SET,
  STRINGS,
  set,
  TAGS,
  TIMEOUTS,
} from './schema.mjs'

const BUCKET = { bucket: required('string', { replaces: true }) }
const OWNER = { expected_bucket_owner: optional('string', { replaces: true }) }
const byBucket = (state) => ({ id: state.bucket })

/** Blocks of `aws_s3_bucket` that have resources of their own by now: kept as stored while not written. */
const kept = { computed: true }
const legacyBlocks = {
  cors_rule: list(
    {
      allowed_headers: optional(STRINGS),
      allowed_methods: required(STRINGS),
      allowed_origins: required(STRINGS),
      expose_headers: optional(STRINGS),
      max_age_seconds: optional('number'),
    },
    {},
    kept,
  ),
  grant: set(
    { id: optional(), permissions: required(STRING_SET), type: required(), uri: optional() },
    {},
    { computed: true },
  ),
  lifecycle_rule: list(
    { enabled: required('bool'), id: either(), prefix: optional(), tags: optional(STRING_MAP) },
    {},
    kept,
  ),
  logging: list({ target_bucket: required(), target_prefix: optional() }, {}, { ...kept, max: 1 }),
  object_lock_configuration: list({ object_lock_enabled: optional() }, {}, { ...kept, max: 1 }),
  replication_configuration: list({ role: required() }, {}, { ...kept, max: 1 }),
  server_side_encryption_configuration: list(
    {},
    {
      rule: list(
        { bucket_key_enabled: optional('bool') },
        {
          apply_server_side_encryption_by_default: list(
            { kms_master_key_id: optional(), sse_algorithm: required() },
            {},
            { min: 1, max: 1 },
          ),
        },
        { min: 1, max: 1 },
      ),
    },
    { ...kept, max: 1 },
  ),
  versioning: list({ enabled: optional('bool'), mfa_delete: optional('bool') }, {}, { ...kept, max: 1 }),
  website: list({ error_document: optional(), index_document: optional() }, {}, { ...kept, max: 1 }),
}

/** What a canned access list grants besides the owner's full control, as far as fixtures use it. */
const group = (name, permissions) => [
  { id: '', permissions, type: 'Group', uri: `http://acs.amazonaws.com/groups/${name}` },
]
const CANNED_GRANTS = {
  'log-delivery-write': group('s3/LogDelivery', ['READ_ACP', 'WRITE']),
  'public-read': group('global/AllUsers', ['READ']),
}

const bucket = {
  schema: block(
    {
      acceleration_status: either(),
      acl: either(),
      arn: computed(),
      bucket: either('string', { replaces: true }),
      bucket_domain_name: computed(),
      bucket_prefix: either('string', { replaces: true }),
      bucket_region: computed(),
      bucket_regional_domain_name: computed(),
      force_destroy: optional('bool', { default: false }),
      hosted_zone_id: computed(),
      id: either(),
      object_lock_enabled: either('bool', { replaces: true }),
      policy: either('string', { json: true }),
      request_payer: either(),
      ...REGION,
      ...TAGS,
      website_domain: computed(),
      website_endpoint: computed(),
    },
    { ...legacyBlocks, timeouts: TIMEOUTS },
  ),
  apply(state, { partition, account }) {
    const prefix = typeof state.bucket_prefix === 'string' ? state.bucket_prefix : ''
    const name = typeof state.bucket === 'string' ? state.bucket : `${prefix}${digest(state, 26)}`
    return {
      arn: `arn:${partition}:s3:::${name}`,
      bucket: name,
      bucket_domain_name: `${name}.s3.amazonaws.com`,
      bucket_prefix: prefix,
      bucket_region: state.region,
      bucket_regional_domain_name: `${name}.s3.${state.region}.amazonaws.com`,
      grant: [
        { id: canonicalId(account), permissions: ['FULL_CONTROL'], type: 'CanonicalUser', uri: '' },
        ...(CANNED_GRANTS[state.acl] ?? []),
      ],
      hosted_zone_id: 'Z3AQBSTGFYJSTF',
      id: name,
      request_payer: 'BucketOwner',
      versioning: [{ enabled: false, mfa_delete: false }],
    }
  },
  imported: (id) => ({ id, bucket: id, force_destroy: false }),
}

const bucketPolicy = {
  schema: block({ ...BUCKET, id: either(), policy: required('string', { json: true }), ...REGION }),
  apply: byBucket,
  imported: (id) => ({ id, bucket: id }),
}

const ownershipControls = {
  schema: block(
    { ...BUCKET, id: either(), ...REGION },
    { rule: list({ object_ownership: required() }, {}, { min: 1, max: 1 }) },
  ),
  apply: byBucket,
  imported: (id) => ({ id, bucket: id }),
}

const acl = {
  schema: block(
    { acl: optional(), ...BUCKET, ...OWNER, id: either(), ...REGION },
    {
      access_control_policy: list(
        {},
        {
          grant: set(
            { permission: required() },
            {
              grantee: list(
                {
                  display_name: computed(),
                  email_address: optional(),
                  id: optional(),
                  type: required(),
                  uri: optional(),
                },
                {},
                { max: 1 },
              ),
            },
          ),
          owner: list({ display_name: either(), id: required() }, {}, { min: 1, max: 1 }),
        },
        { computed: true, max: 1 },
      ),
    },
  ),
  apply: (state) => ({ id: [state.bucket, state.acl].filter(Boolean).join(',') }),
}

const publicAccessBlock = {
  schema: block({
    block_public_acls: optional('bool', { default: false }),
    block_public_policy: optional('bool', { default: false }),
    ...BUCKET,
    id: either(),
    ignore_public_acls: optional('bool', { default: false }),
    restrict_public_buckets: optional('bool', { default: false }),
    ...REGION,
  }),
  apply: byBucket,
}

const versioning = {
  schema: block(
    { ...BUCKET, ...OWNER, id: either(), mfa: optional(), ...REGION },
    { versioning_configuration: list({ mfa_delete: either(), status: required() }, {}, { min: 1, max: 1 }) },
  ),
  apply: byBucket,
}

const logging = {
  schema: block({
    ...BUCKET,
    ...OWNER,
    id: either(),
    ...REGION,
    target_bucket: required(),
    target_prefix: required(),
  }),
  apply: byBucket,
}

const encryption = {
  schema: block(
    { ...BUCKET, ...OWNER, id: either(), ...REGION },
    {
      rule: set(
        { bucket_key_enabled: optional('bool') },
        {
          apply_server_side_encryption_by_default: list(
            { kms_master_key_id: either(), sse_algorithm: required() },
            {},
            { max: 1 },
          ),
        },
        { min: 1 },
      ),
    },
  ),
  apply: byBucket,
}

const accessPoint = {
  schema: block(
    {
      account_id: either('string', { replaces: true }),
      alias: computed(),
      arn: computed(),
      bucket: required('string', { replaces: true }),
      bucket_account_id: either('string', { replaces: true }),
      domain_name: computed(),
      endpoints: computed(STRING_MAP),
      has_public_access_policy: computed('bool'),
      id: either(),
      name: required('string', { replaces: true }),
      network_origin: computed(),
      policy: either('string', { json: true }),
      ...REGION,
      ...TAGS,
    },
    { vpc_configuration: list({ vpc_id: required('string', { replaces: true }) }, {}, { max: 1 }) },
  ),
  apply(state, { partition, account }) {
    return {
      account_id: account,
      alias: `${state.name}-${digest(state, 34)}-s3alias`,
      arn: `arn:${partition}:s3:${state.region}:${account}:accesspoint/${state.name}`,
      bucket_account_id: account,
      domain_name: `${state.name}-${account}.s3-accesspoint.${state.region}.amazonaws.com`,
      endpoints: {},
      id: `${account}:${state.name}`,
      network_origin: state.vpc_configuration.length > 0 ? 'VPC' : 'Internet',
    }
  },
}

const accessPointPolicy = {
  schema: block({
    access_point_arn: required('string', { replaces: true }),
    has_public_access_policy: computed('bool'),
    id: either(),
    policy: required('string', { json: true }),
    ...REGION,
  }),
  apply: (state) => ({ id: state.access_point_arn }),
}

export const S3_RESOURCES = {
  aws_s3_access_point: accessPoint,
  aws_s3_bucket: bucket,
  aws_s3_bucket_acl: acl,
  aws_s3_bucket_logging: logging,
  aws_s3_bucket_ownership_controls: ownershipControls,
  aws_s3_bucket_policy: bucketPolicy,
  aws_s3_bucket_public_access_block: publicAccessBlock,
  aws_s3_bucket_server_side_encryption_configuration: encryption,
  aws_s3_bucket_versioning: versioning,
  aws_s3control_access_point_policy: accessPointPolicy,
}
