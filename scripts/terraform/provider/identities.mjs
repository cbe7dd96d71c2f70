/** Resources of IAM and KMS, in the manner of `buckets.mjs`. */
import { digest, uniqueId, uuid } from './names.mjs'
import {
  block,
  computed,
  either,
  optional,
  REGION,
  required,
  STRING_MAP,
  STRING_SET,
  set,
  TAGS,
  TIMEOUTS,
} from './schema.mjs'

const CREATED = '2026-01-01T00:00:00Z'

const role = {
  schema: block(
    {
      arn: computed(),
      assume_role_policy: required('string', { json: true }),
      create_date: computed(),
      description: optional(),
      force_detach_policies: optional('bool', { default: false }),
      id: either(),
      managed_policy_arns: either(STRING_SET),
      max_session_duration: optional('number', { default: 3600 }),
      name: either('string', { replaces: true }),
      name_prefix: either('string', { replaces: true }),
      path: optional('string', { default: '/', replaces: true }),
      permissions_boundary: optional(),
      ...TAGS,
      unique_id: computed(),
    },
    { inline_policy: set({ name: optional(), policy: optional('string', { json: true }) }, {}, { computed: true }) },
  ),
  apply(state, { partition, account }) {
    const prefix = typeof state.name_prefix === 'string' ? state.name_prefix : ''
    const name = typeof state.name === 'string' ? state.name : `${prefix || 'terraform-'}${digest(state, 26)}`
    return {
      arn: `arn:${partition}:iam::${account}:role${state.path}${name}`,
      create_date: CREATED,
      id: name,
      managed_policy_arns: [],
      name,
      name_prefix: prefix,
      unique_id: uniqueId('AROA', name),
    }
  },
  imported: (id) => ({ id, name: id }),
}

const policy = {
  schema: block({
    arn: computed(),
    attachment_count: computed('number'),
    description: optional('string', { replaces: true }),
    id: either(),
    name: either('string', { replaces: true }),
    name_prefix: either('string', { replaces: true }),
    path: optional('string', { default: '/', replaces: true }),
    policy: required('string', { json: true }),
    policy_id: computed(),
    ...TAGS,
  }),
  apply(state, { partition, account }) {
    const name = typeof state.name === 'string' ? state.name : `terraform-${digest(state, 26)}`
    const arn = `arn:${partition}:iam::${account}:policy${state.path}${name}`
    return { arn, attachment_count: 0, id: arn, name, name_prefix: '', policy_id: uniqueId('ANPA', name) }
  },
}

const attachment = {
  schema: block({
    id: either(),
    policy_arn: required('string', { replaces: true }),
    role: required('string', { replaces: true }),
  }),
  apply: (state) => ({ id: `${state.role}/${state.policy_arn}` }),
}

const inlinePolicy = {
  schema: block({
    id: either(),
    name: either('string', { replaces: true }),
    name_prefix: either('string', { replaces: true }),
    policy: required('string', { json: true }),
    role: required('string', { replaces: true }),
  }),
  apply: (state) => ({ id: `${state.role}:${state.name}`, name_prefix: '' }),
}

const key = {
  schema: block(
    {
      arn: computed(),
      bypass_policy_lockout_safety_check: optional('bool', { default: false }),
      custom_key_store_id: optional('string', { replaces: true }),
      customer_master_key_spec: optional('string', { default: 'SYMMETRIC_DEFAULT', replaces: true }),
      deletion_window_in_days: optional('number'),
      description: either(),
      enable_key_rotation: optional('bool', { default: false }),
      id: either(),
      is_enabled: optional('bool', { default: true }),
      key_id: computed(),
      key_usage: optional('string', { default: 'ENCRYPT_DECRYPT', replaces: true }),
      multi_region: either('bool', { replaces: true }),
      policy: either('string', { json: true }),
      ...REGION,
      rotation_period_in_days: either('number'),
      ...TAGS,
      xks_key_id: optional('string', { replaces: true }),
    },
    { timeouts: TIMEOUTS },
  ),
  apply(state, { partition, account }) {
    const id = uuid(state)
    return { arn: `arn:${partition}:kms:${state.region}:${account}:key/${id}`, id, key_id: id }
  },
}

export const IDENTITY_RESOURCES = {
  aws_iam_policy: policy,
  aws_iam_role: role,
  aws_iam_role_policy: inlinePolicy,
  aws_iam_role_policy_attachment: attachment,
  aws_kms_key: key,
}

export const PROVIDER_SCHEMA = block(
  {
    access_key: optional(),
    allowed_account_ids: optional(STRING_SET),
    profile: optional(),
    region: optional(),
    secret_key: optional(),
    skip_credentials_validation: optional('bool'),
    skip_metadata_api_check: optional(),
    skip_region_validation: optional('bool'),
    skip_requesting_account_id: optional('bool'),
  },
  {
    assume_role: { nesting: 'list', ...block({ role_arn: optional(), external_id: optional() }) },
    default_tags: { nesting: 'list', max: 1, ...block({ tags: optional(STRING_MAP) }) },
    ignore_tags: { nesting: 'list', max: 1, ...block({ keys: optional(STRING_SET) }) },
  },
)

/** Modules of the registry may name themselves to the provider. */
export const META_SCHEMA = block({ user_agent: optional(['list', 'string']) })
