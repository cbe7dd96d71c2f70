/** Data sources: schema, and `read(config, settings)` to their values or an error. */
import { canonicalId } from './names.mjs'
import { readPolicyDocument } from './policy-document.mjs'
import { block, computed, either, list, optional, REGION, required, STRING_SET, STRINGS, set } from './schema.mjs'

const identifiers = () => set({ identifiers: required(STRING_SET), type: required() })

const policyDocument = {
  schema: block(
    {
      id: either(),
      json: computed(),
      minified_json: computed(),
      override_json: optional(),
      override_policy_documents: optional(STRINGS),
      policy_id: optional(),
      source_json: optional(),
      source_policy_documents: optional(STRINGS),
      version: optional(),
    },
    {
      statement: list(
        {
          actions: optional(STRING_SET),
          effect: optional(),
          not_actions: optional(STRING_SET),
          not_resources: optional(STRING_SET),
          resources: optional(STRING_SET),
          sid: optional(),
        },
        {
          condition: set({ test: required(), values: required(STRINGS), variable: required() }),
          not_principals: identifiers(),
          principals: identifiers(),
        },
      ),
    },
  ),
  read: readPolicyDocument,
}

const callerIdentity = {
  schema: block({ account_id: computed(), arn: computed(), id: either(), user_id: computed() }),
  read: (_config, { partition, account }) => ({
    values: {
      account_id: account,
      arn: `arn:${partition}:sts::${account}:assumed-role/Deploy/terraform`,
      id: account,
      user_id: 'AROAEXAMPLEDEPLOY0001:terraform',
    },
  }),
}

const partition = {
  schema: block({ dns_suffix: computed(), id: either(), partition: computed(), reverse_dns_prefix: computed() }),
  read: (_config, settings) => ({
    values: {
      dns_suffix: 'amazonaws.com',
      id: settings.partition,
      partition: settings.partition,
      reverse_dns_prefix: 'com.amazonaws',
    },
  }),
}

const region = {
  schema: block({ description: computed(), endpoint: either(), id: either(), name: either(), ...REGION }),
  read(config, settings) {
    const name = config.region ?? config.name ?? settings.region
    const endpoint = `ec2.${name}.amazonaws.com`
    return { values: { description: name, endpoint, id: name, name, region: name } }
  },
}

const canonicalUser = {
  schema: block({ display_name: computed(), id: either() }),
  read: (_config, { account }) => ({ values: { display_name: 'owner', id: canonicalId(account) } }),
}

const bucket = {
  schema: block({
    arn: computed(),
    bucket: required(),
    bucket_domain_name: computed(),
    bucket_regional_domain_name: computed(),
    hosted_zone_id: computed(),
    id: either(),
    ...REGION,
  }),
  read({ bucket: name, region: own }, settings) {
    const where = own ?? settings.region
    const values = {
      arn: `arn:${settings.partition}:s3:::${name}`,
      bucket: name,
      bucket_domain_name: `${name}.s3.amazonaws.com`,
      bucket_regional_domain_name: `${name}.s3.${where}.amazonaws.com`,
      hosted_zone_id: 'Z3AQBSTGFYJSTF',
      id: name,
      region: where,
    }
    return { values }
  },
}

export const DATA_SOURCES = {
  aws_caller_identity: callerIdentity,
  aws_canonical_user_id: canonicalUser,
  aws_iam_policy_document: policyDocument,
  aws_partition: partition,
  aws_region: region,
  aws_s3_bucket: bucket,
}
