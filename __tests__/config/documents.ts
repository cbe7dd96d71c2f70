const ROLE = 'arn:aws:iam::123456789012:role/clumio/ClumioRole-us-west-2-831e8db1-7a77-4550-b2a4-838aa526b8df'

/** Configurations that both the validator and the published schema take. */
export const VALID: Readonly<Record<string, unknown>> = {
  'nothing at all': {},
  'only a schema': { $schema: '../schema/config.schema.json' },
  'a role by ARN': { integrations: [{ role: ROLE }] },
  'a role by name': { integrations: [{ role: 'ClumioIAMRole-uw-2-831e8db1-7a77-4550-b2a4-838aa526b8df' }] },
  'a role without a path, of another partition': {
    integrations: [{ role: 'arn:aws-us-gov:iam::123456789012:role/Backup' }],
  },
  'everything about an integration': {
    integrations: [
      {
        role: ROLE,
        permissionsBoundary: 'unknown',
        sessions: ['daebaksrv-S3Backup'],
        roleId: 'AROAEXAMPLE123456789A',
        files: ['prod/**'],
        buckets: ['prod-*'],
        addresses: ['module.prod.*'],
        expressions: { account: 'var.account_id', roleName: 'var.role["x"]' },
      },
      { role: ROLE, permissionsBoundary: true, files: [], expressions: {} },
      { role: ROLE, permissionsBoundary: false },
    ],
  },
  'no integration': { integrations: [], ignore: [] },
  protect: { protect: { buckets: ['prod-*'], files: [], addresses: [], tags: { backup: 'clumio', empty: '' } } },
  'features and remedy': { features: ['restore', 'backup'], remedy: 'principal-arn' },
  'facts of every kind': {
    context: {
      'aws:PrincipalOrgID': 'o-a1b2c3',
      'aws:SourceVpce': ['vpce-0abc', 'vpce-0def'],
      'aws:PrincipalTag/team': null,
      'aws:PrincipalTag/*': null,
      'aws:MultiFactorAuthAge': 3600,
      'aws:SecureTransport': true,
      's3:x-amz-acl': [true, 1, 'x'],
    },
  },
  levels: { rules: { 'object-ownership': 'off', 'deny-may-block-clumio': 'error', 'policy-unknown': 'notice' } },
  'ignore entries': {
    ignore: [
      { rule: 'deny-blocks-clumio', buckets: ['logs-*'], files: [], reason: 'not backed up', expires: '2027-01-31' },
      { fingerprint: 'abc', reason: 'known' },
      { sids: ['DenyDelete'], reason: 'deliberate', expires: '2028-02-29' },
      { addresses: ['module.logs.*'], reason: 'logs' },
      { files: ['legacy/**'], reason: 'legacy' },
    ],
  },
}

export interface Invalid {
  readonly document: unknown
  /** A part of the message. */
  readonly says: string
  /** Set where a JSON Schema cannot say it. */
  readonly schemaCannot?: true
}

/** Configurations that both refuse, with what the validator says. */
export const INVALID: Readonly<Record<string, Invalid>> = {
  'a placeholder as a fact': {
    document: { context: { 'aws:SourceIp': ['<CIDR>'] } },
    says: 'context["aws:SourceIp"] still has the placeholder "<CIDR>"; write the real value',
    schemaCannot: true,
  },
  'a placeholder in a fact': {
    document: { context: { 'aws:SourceVpce': 'vpce-<id>' } },
    says: 'still has the placeholder "vpce-<id>"',
    schemaCannot: true,
  },
  'a placeholder as a bucket': {
    document: { protect: { buckets: ['<bucket>'] } },
    says: 'protect.buckets[0] still has the placeholder "<bucket>"',
    schemaCannot: true,
  },
  'a list at the top': { document: [], says: 'the configuration must be an object' },
  'an unknown key': {
    document: { integration: [] },
    says: 'unknown key "integration" in the configuration; did you mean "integrations"?',
  },
  'an input as a key': {
    document: { 'fail-on': 'error' },
    says: 'unknown key "fail-on" in the configuration; that is an input or an option, not a key of this file',
  },
  'integrations as an object': { document: { integrations: {} }, says: 'integrations must be a list of integrations' },
  'an integration that is a string': { document: { integrations: [ROLE] }, says: 'integrations[0] must be an object' },
  'an integration without a role': {
    document: { integrations: [{ buckets: ['a'] }] },
    says: 'integrations[0] needs a "role"',
  },
  'a role that is a placeholder': {
    document: { integrations: [{ role: 'ClumioRole-<region>-<token>' }] },
    says: 'still has a placeholder in it',
  },
  'a role that is a unique id': {
    document: { integrations: [{ role: 'AROAEXAMPLE123456789A' }] },
    says: "is the role's unique id; give its name",
  },
  'a session in place of a role': {
    document: { integrations: [{ role: 'arn:aws:sts::123456789012:assumed-role/Clumio/daebaksrv-S3Backup' }] },
    says: "give the role's ARN, arn:aws:iam::123456789012:role/clumio/Clumio, or its name",
  },
  'a role with a wildcard': {
    document: { integrations: [{ role: 'ClumioRole-*' }] },
    says: 'is not the name of a role',
  },
  'a role with a short account': {
    document: { integrations: [{ role: 'arn:aws:iam::12345:role/clumio/x' }] },
    says: 'is not the ARN of a role',
  },
  'a user in place of a role': {
    document: { integrations: [{ role: 'arn:aws:iam::123456789012:user/clumio' }] },
    says: 'is not the ARN of a role',
  },
  'a path without the rest of the ARN': { document: { integrations: [{ role: 'clumio/Name' }] }, says: 'has a path' },
  'a role that is a number': {
    document: { integrations: [{ role: 1 }] },
    says: 'integrations[0].role must be a string',
  },
  'an unknown key of an integration': {
    document: { integrations: [{ role: ROLE, bucket: ['a'] }] },
    says: 'unknown key "bucket" in integrations[0]; did you mean "buckets"?',
  },
  'a boundary in words': {
    document: { integrations: [{ role: ROLE, permissionsBoundary: 'yes' }] },
    says: 'integrations[0].permissionsBoundary must be true, false or "unknown"',
  },
  'no session': { document: { integrations: [{ role: ROLE, sessions: [] }] }, says: 'sessions must name a session' },
  'a session with a wildcard': {
    document: { integrations: [{ role: ROLE, sessions: ['daebaksrv-*'] }] },
    says: '"daebaksrv-*" in integrations[0].sessions is not the name of a role session, which has no wildcard',
  },
  'a role id that is a name': {
    document: { integrations: [{ role: ROLE, roleId: 'Clumio' }] },
    says: 'starts with AROA',
  },
  'a list that is a string': {
    document: { integrations: [{ role: ROLE, buckets: 'prod-*' }] },
    says: 'integrations[0].buckets must be a list of strings',
  },
  'a blank in a list': {
    document: { integrations: [{ role: ROLE, files: [' '] }] },
    says: 'integrations[0].files[0] must not be empty',
  },
  'an expression as an interpolation': {
    document: { integrations: [{ role: ROLE, expressions: { account: `\${var.a}` } }] },
    says: 'must be an HCL expression on one line',
  },
  'an expression of two lines': {
    document: { integrations: [{ role: ROLE, expressions: { roleName: 'a\nb' } }] },
    says: 'must be an HCL expression on one line',
  },
  'a tag that is a number': { document: { protect: { tags: { a: 1 } } }, says: 'protect.tags["a"] must be a string' },
  'an unknown key of protect': { document: { protect: { sids: [] } }, says: 'unknown key "sids" in protect' },
  'an unknown feature': {
    document: { features: ['backups'] },
    says: '"backups" is not known in features[0]; did you mean "backup"?',
  },
  'features as a string': { document: { features: 'backup' }, says: 'features must be a list of features' },
  'no feature': { document: { features: [] }, says: 'features must name at least one of' },
  'an unknown remedy': { document: { remedy: 'notprincipal' }, says: 'did you mean "not-principal"?' },
  'a context key that is none': { document: { context: { PrincipalOrgID: 'o-1' } }, says: 'is not a condition key' },
  'a wildcard for anything but tags': {
    document: { context: { 'aws:Source*': null } },
    says: 'only aws:PrincipalTag/* may have one',
  },
  'no value of a fact': { document: { context: { 'aws:SourceVpc': [] } }, says: 'or null for "never present"' },
  'an object as a fact': {
    document: { context: { 'aws:SourceVpc': {} } },
    says: 'must be a value, a list of values, or null',
  },
  'null among the values of a fact': {
    document: { context: { 'aws:SourceVpc': ['a', null] } },
    says: 'must be a value',
  },
  'a fact given twice in two spellings': {
    document: { context: { 'aws:SourceVpc': 'a', 'AWS:sourcevpc': 'b' } },
    says: 'condition keys ignore case',
    schemaCannot: true,
  },
  'an unknown rule': {
    document: { rules: { 'deny-block-clumio': 'off' } },
    says: 'did you mean "deny-blocks-clumio"?',
  },
  'an unknown level': {
    document: { rules: { 'policy-unknown': 'warn' } },
    says: 'allowed: error, warning, notice, off',
  },
  'a level that is a boolean': { document: { rules: { 'policy-unknown': false } }, says: 'must be one of "error"' },
  'an ignore entry without a reason': {
    document: { ignore: [{ rule: 'policy-unknown' }] },
    says: 'ignore[0] needs a "reason"',
  },
  'an empty reason': {
    document: { ignore: [{ rule: 'policy-unknown', reason: '' }] },
    says: 'reason must not be empty',
  },
  'an ignore entry for everything': {
    document: { ignore: [{ reason: 'quiet', files: [] }] },
    says: 'ignore[0] would ignore everything',
  },
  'an unknown rule in an ignore entry': {
    document: { ignore: [{ rule: 'all', reason: 'x' }] },
    says: '"all" is not known',
  },
  'a date of another form': {
    document: { ignore: [{ rule: 'policy-unknown', reason: 'x', expires: '31.01.2027' }] },
    says: 'ignore[0].expires "31.01.2027" is not a day of the calendar, written as YYYY-MM-DD',
  },
  'a month that does not exist': {
    document: { ignore: [{ rule: 'policy-unknown', reason: 'x', expires: '2027-13-01' }] },
    says: 'is not a day of the calendar',
  },
  'a day that does not exist': {
    document: { ignore: [{ rule: 'policy-unknown', reason: 'x', expires: '2027-02-29' }] },
    says: 'is not a day of the calendar',
    schemaCannot: true,
  },
  'a schema that is a number': { document: { $schema: 1 }, says: '$schema must be a string' },
}
