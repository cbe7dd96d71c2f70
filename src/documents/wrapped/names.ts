/**
 * What the members are called by which tools print the policy of a bucket and what it belongs to. Tools print one name in
 * several cases (`bucketPolicy`, `bucket_policy`, `BucketPolicy`), so names are compared by their letters and digits.
 */

/** Letters and digits of a name, in lower case. */
export function plainName(name: string): string {
  return name.replace(/[^A-Za-z0-9]/g, '').toLowerCase()
}

/** Members that hold a policy: of a bucket where the bucket is named beside it, or the object is a row of a result. */
const HOLDERS: ReadonlySet<string> = new Set(['policy', 'policystd', 'policydocument', 'policyjson', 'rawpolicy'])

/**
 * Members that hold the policy of a bucket wherever they stand: AWS Config's `BucketPolicy.policyText`, CloudTrail's
 * `bucketPolicy` (AWS Config, "AWS resource types: AWS::S3::Bucket"; CloudTrail, "Amazon S3 CloudTrail events").
 */
const BUCKET_HOLDERS: ReadonlySet<string> = new Set(['bucketpolicy', 's3bucketpolicy', 'policytext'])

/** Members that are known to hold another kind of policy: of a role, an endpoint, an access point, a key, a queue, an API, an organization. */
const OTHER_HOLDERS: ReadonlySet<string> = new Set([
  'assumerolepolicy',
  'assumerolepolicydocument',
  'assumerolepolicystd',
  'trustpolicy',
  'trustpolicydocument',
  'vpcendpointpolicy',
  'endpointpolicy',
  'accesspointpolicy',
  'multiregionaccesspointpolicy',
  'objectlambdaaccesspointpolicy',
  'tablebucketpolicy',
  'keypolicy',
  'kmskeypolicy',
  'queuepolicy',
  'topicpolicy',
  'restapipolicy',
  'apipolicy',
  'accesspolicy',
  'accesspolicies',
  'permissionsboundary',
  'resourcecontrolpolicy',
  'servicecontrolpolicy',
  'rcp',
  'scp',
  // The CDK's tree of constructs repeats what the template beside it holds.
  'awscdkcloudformationprops',
])

/** What a member is known to hold; null for one that says nothing. */
export function heldIn(name: string): 'bucket-policy' | 'policy' | 'other' | null {
  const plain = plainName(name)
  if (BUCKET_HOLDERS.has(plain)) return 'bucket-policy'
  if (HOLDERS.has(plain)) return 'policy'
  return OTHER_HOLDERS.has(plain) ? 'other' : null
}

/** Members that only objects with another kind of policy have. */
const OTHERS: ReadonlySet<string> = new Set([
  'vpcendpointid',
  'vpcendpointtype',
  'accesspointarn',
  'networkorigin',
  'assumerolepolicydocument',
  'queueurl',
  'topicarn',
  'restapiid',
  'keymanager',
  'policysummary',
  'tablebucketarn',
])

export function isOfOther(name: string): boolean {
  return OTHERS.has(plainName(name))
}

/** Lists whose items are results, each on its own: Steampipe, `select-resource-config`, results of queries. */
const ROWS: ReadonlySet<string> = new Set(['rows', 'results', 'items'])

export function holdsRows(name: string): boolean {
  return ROWS.has(plainName(name))
}

/** Where the owner's account stands, the surest first. */
export const ACCOUNTS: readonly string[] = [
  'owneraccountid',
  'accountid',
  'awsaccountid',
  'recipientaccountid',
  'accountnumber',
  'account',
]

export const REGIONS: readonly string[] = ['awsregion', 'region', 'bucketregion']

/** Where the bucket's name or its ARN stands, the surest first. */
export const BUCKETS: readonly string[] = ['bucket', 'bucketname', 'bucketarn', 'arn', 'resourcename', 'resourceid']

/** Where something's name stands, which may be that of the bucket. */
export const NAMES: readonly string[] = ['name', 'id', 'title']
