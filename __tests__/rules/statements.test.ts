import { describe, expect, test } from 'vitest'
import { isStatementFinding, type StatementFinding } from '../../src/model/report.js'
import { checkFiles } from '../support/check.js'
import { ROLE, ROLE_NAME, ROOT, SIX } from '../support/vectors.js'

const A = '111122223333'
const BASE = { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: ['arn:aws:s3:::b1', 'arn:aws:s3:::b1/*'] }
const when = (Condition: unknown) => ({ Condition })
const res = (...Resource: string[]) => ({ Resource })
const get = { Action: 's3:GetObject' }
const list = { Action: 's3:ListBucket' }

type Row = readonly [string, Readonly<Record<string, unknown>>, string, Readonly<Record<string, unknown>>?]

const rows: readonly Row[] = [
  // ARN components
  ['any service, region, account', { ...list, ...res('arn:aws:*:*:*:b1') }, 'T'],
  ['all six wildcards', res('arn:*:*:*:*:*'), 'T'],
  ['? for a region that is empty', { ...get, ...res('arn:aws:s3:?::b1/*') }, 'F'],
  ['account given', { ...get, ...res(`arn:aws:s3::${A}:b1/*`) }, 'F'],
  ['region given', { ...get, ...res('arn:aws:s3:us-west-2::b1/*') }, 'F'],
  ['five parts star', { ...get, ...res('arn:aws:s3::b1/*') }, 'U'],
  ['service pattern s*', { ...get, ...res('arn:aws:s*:::b1/*') }, 'T'],
  ['bucket and star', { ...list, ...res('arn:aws:s3:::b1*') }, 'T'],
  ['bucket/ and star for the bucket', { ...list, ...res('arn:aws:s3:::b1/*') }, 'F'],
  ['upper case arn', { ...get, ...res('ARN:aws:s3:::b1/*', 'arn:aws:s3:::b1') }, 'F'],
  ['key with colons', { ...get, ...res('arn:aws:s3:::b1/a:b:c*') }, 'T/part'],
  ['two stars', { ...get, ...res('arn:aws:s3:::b1/**') }, 'T'],
  [
    'NotResource of a pattern partition',
    { ...get, Resource: undefined, NotResource: ['arn:*:s3:::b1/*', 'arn:aws:s3:::b1'] },
    'F',
  ],
  [
    'NotResource in another partition',
    { ...get, Resource: undefined, NotResource: ['arn:aws-cn:s3:::b1/*', 'arn:aws:s3:::b1'] },
    'T',
  ],
  [
    'NotResource with a colon name',
    { ...get, Resource: undefined, NotResource: ['arn:aws:s3:::b1:*', 'arn:aws:s3:::b1'] },
    'T',
  ],
  [
    'NotResource of all spanning',
    { ...get, Resource: undefined, NotResource: ['arn:aws:s3:*:*:b1/*', 'arn:aws:s3:::b1'] },
    'F',
  ],
  [
    'NotResource of five parts',
    { ...get, Resource: undefined, NotResource: ['arn:aws:s3:*:b1/*', 'arn:aws:s3:::b1'] },
    'U',
  ],
  // lone star and ARN operators
  ['ArnLike *', when({ ArnLike: { 'aws:PrincipalArn': '*' } }), 'U'],
  ['ArnLike arn:*', when({ ArnLike: { 'aws:PrincipalArn': 'arn:*' } }), 'U'],
  ['ArnNotLike with * beside the role', when({ ArnNotLike: { 'aws:PrincipalArn': ['*', ROLE] } }), 'F'],
  [
    'ArnNotLike with * beside another',
    when({ ArnNotLike: { 'aws:PrincipalArn': ['*', 'arn:aws:iam::1:role/x'] } }),
    'U',
  ],
  ['ArnLike all parts', when({ ArnLike: { 'aws:PrincipalArn': 'arn:*:*:*:*:*' } }), 'T'],
  ['ArnNotLike all parts', when({ ArnNotLike: { 'aws:PrincipalArn': 'arn:*:*:*:*:*' } }), 'F'],
  [
    'ArnNotEquals star crossing',
    when({ ArnNotEquals: { 'aws:PrincipalArn': `arn:aws:iam:*${A}:role/clumio/*` } }),
    'U',
  ],
  [
    'ArnNotLike of star partition',
    when({ ArnNotLike: { 'aws:PrincipalArn': `arn:*:iam::${A}:role/clumio/${ROLE_NAME}` } }),
    'F',
  ],
  ['ArnNotLike role/*', when({ ArnNotLike: { 'aws:PrincipalArn': `arn:aws:iam::${A}:role/*` } }), 'F'],
  ['StringNotLike *', when({ StringNotLike: { 'aws:PrincipalArn': '*' } }), 'F'],
  ['StringLike *', when({ StringLike: { 'aws:PrincipalArn': '*' } }), 'T'],
  ['StringNotEquals literal *', when({ StringNotEquals: { 'aws:PrincipalArn': '*' } }), 'T'],
  ['ArnNotLike star on absent key', when({ ArnNotLike: { 'aws:SourceArn': '*' } }), 'T'],
  ['ArnNotLikeIfExists star on absent', when({ ArnNotLikeIfExists: { 'aws:SourceArn': '*' } }), 'T'],
  ['ArnLike star on absent', when({ ArnLike: { 'aws:SourceArn': '*' } }), 'F'],
  // MCP
  ['MCP not via', when({ Bool: { 'aws:ViaAWSMCPService': 'true' } }), 'F'],
  ['MCP not via negated string', when({ StringNotEquals: { 'aws:ViaAWSMCPService': 'true' } }), 'T'],
  ['MCP string equals false', when({ StringEquals: { 'aws:ViaAWSMCPService': 'false' } }), 'U'],
  ['MCP null false', when({ Null: { 'aws:ViaAWSMCPService': 'false' } }), 'U'],
  ['MCP IfExists false', when({ BoolIfExists: { 'aws:IsMcpServiceAction': 'false' } }), 'T'],
  ['CalledViaAWSMCP absent', when({ StringNotEquals: { 'aws:CalledViaAWSMCP': 'aws-mcp.amazonaws.com' } }), 'T'],
  // ignore case
  ['IgnoreCase role', when({ StringNotEqualsIgnoreCase: { 'aws:PrincipalArn': ROLE.toUpperCase() } }), 'F'],
  ['IgnoreCase star literal', when({ StringNotEqualsIgnoreCase: { 'aws:PrincipalArn': 'ARN:AWS:*' } }), 'T'],
  [
    'IgnoreCase with a variable of the account',
    when({
      StringNotEqualsIgnoreCase: {
        'aws:PrincipalArn': `ARN:aws:IAM::\${aws:PrincipalAccount}:ROLE/clumio/${ROLE_NAME}`,
      },
    }),
    'F',
  ],
  ['case counts', when({ StringNotEquals: { 'aws:PrincipalArn': ROLE.toUpperCase() } }), 'T'],
  [
    'default with case',
    when({ StringEqualsIgnoreCase: { 'aws:PrincipalType': "${aws:username, 'ASSUMEDROLE'}" } }),
    'T',
  ],
  ['itself', when({ StringEquals: { 'aws:PrincipalArn': '${aws:PrincipalArn}' } }), 'T'],
  ['itself under ARN', when({ ArnNotEquals: { 'aws:PrincipalArn': '${aws:PrincipalArn}' } }), 'F'],
  ['itself of an absent key', when({ StringNotEquals: { 'aws:username': '${aws:username}' } }), 'T'],
  ['itself of a tag', when({ StringNotEquals: { 'aws:PrincipalTag/x': '${aws:PrincipalTag/x}' } }), 'U'],
  [
    'itself of a tag, IfExists positive',
    when({ StringEqualsIfExists: { 'aws:PrincipalTag/x': '${aws:PrincipalTag/x}' } }),
    'T',
  ],
  ['itself of an IP', when({ StringEqualsIfExists: { 'aws:SourceIp': '${aws:SourceIp}' } }), 'T'],
  ['itself with spaces', when({ StringEqualsIfExists: { 'aws:SourceVpce': '${ aws:SourceVpce }' } }), 'T'],
  [
    'itself in old version',
    when({ StringNotEquals: { 'aws:PrincipalArn': '${aws:PrincipalArn}' } }),
    'T',
    { Version: '2008-10-17' },
  ],
  // signature age and s3 keys
  ['signatureAge less', when({ NumericLessThan: { 's3:signatureAge': 1000 } }), 'F'],
  ['signatureAge IfExists', when({ NumericGreaterThanIfExists: { 's3:signatureAge': 1 } }), 'T'],
  ['signatureAge null', when({ Null: { 's3:signatureAge': true } }), 'T'],
  ['authType query', when({ StringEquals: { 's3:authType': 'REST-QUERY-STRING' } }), 'F'],
  ['authType not header', when({ StringNotEquals: { 's3:authType': 'REST-HEADER' } }), 'F'],
  ['replication pause', when({ Bool: { 's3:isReplicationPauseRequest': 'true' } }), 'F'],
  ['replication region not', when({ StringNotEquals: { 's3:destinationRegion': 'us-east-1' } }), 'T'],
  ['log type', when({ StringEquals: { 's3:logType': 'S3_SERVER_ACCESS_LOGS' } }), 'F'],
  ['namespace IfExists', when({ StringNotEqualsIfExists: { 's3:x-amz-bucket-namespace': 'account-regional' } }), 'T'],
  ['no such s3 key', when({ StringEquals: { 's3:x-amz-nothing': 'x' } }), 'U'],
  ['bucket tag key', when({ StringNotEquals: { 's3:BucketTag/env': 'prod' } }), 'U'],
  // set prefixes and empties
  ['ForAllValues:Null', when({ 'ForAllValues:Null': { 'aws:PrincipalTag/x': 'false' } }), 'T'],
  ['ForAnyValue:Null', when({ 'ForAnyValue:Null': { 'aws:PrincipalTag/x': 'false' } }), 'F'],
  ['Null with both', when({ Null: { 'aws:PrincipalTag/x': ['true', 'false'] } }), 'U'],
  ['empty for positive unknown', when({ StringLike: { 'aws:PrincipalTag/x': [] } }), 'F'],
  ['empty negated unknown', when({ StringNotLike: { 'aws:PrincipalTag/x': [] } }), 'U'],
  ['empty IfExists present', when({ StringLikeIfExists: { 'aws:PrincipalArn': [] } }), 'F'],
  ['empty Bool', when({ Bool: { 'aws:SecureTransport': [] } }), 'F'],
  ['empty Null', when({ Null: { 'aws:SecureTransport': [] } }), 'F'],
  [
    'two bools with another F',
    when({
      Bool: { 'aws:SecureTransport': ['true', 'false'] },
      StringEquals: { 'aws:PrincipalAccount': '999988887777' },
    }),
    'F',
  ],
  ['Bool list of one', when({ Bool: { 'aws:SecureTransport': ['false'] } }), 'F'],
  ['Bool list of one, true', when({ Bool: { 'aws:SecureTransport': [true] } }), 'T'],
  // organizations
  ['org absent', when({ Null: { 'aws:PrincipalOrgID': true } }), 'F'],
  ['org present', when({ Null: { 'aws:PrincipalOrgID': false } }), 'T'],
  [
    'org not own, guarded',
    when({ StringNotEquals: { 'aws:PrincipalOrgID': 'o-abc1234567' }, Null: { 'aws:PrincipalOrgID': 'false' } }),
    'U',
  ],
  ['org 33 letters', when({ StringNotEquals: { 'aws:PrincipalOrgID': `o-${'a'.repeat(33)}` } }), 'T'],
  ['org 32 letters', when({ StringNotEquals: { 'aws:PrincipalOrgID': `o-${'a'.repeat(32)}` } }), 'U'],
  ['org 9 letters', when({ StringNotEquals: { 'aws:PrincipalOrgID': 'o-123456789' } }), 'T'],
  ['org pattern', when({ StringNotLike: { 'aws:PrincipalOrgID': 'o-a*' } }), 'U'],
  ['org any pattern', when({ StringNotLike: { 'aws:PrincipalOrgID': '*' } }), 'F'],
  ['org of resource', when({ StringNotEqualsIfExists: { 'aws:ResourceOrgID': '${aws:PrincipalOrgID}' } }), 'F'],
  ['org paths null', when({ Null: { 'aws:PrincipalOrgPaths': 'true' } }), 'F'],
  ['org paths set', when({ 'ForAllValues:StringNotLike': { 'aws:PrincipalOrgPaths': 'o-abc1234567/*' } }), 'U'],
  ['org paths any pattern', when({ 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': '*' } }), 'U'],
  [
    'org old version',
    when({ StringNotEquals: { 'aws:PrincipalOrgID': '${aws:ResourceOrgID}' } }),
    'T',
    { Version: undefined },
  ],
  ['org ForAnyValue on single', when({ 'ForAnyValue:StringNotEquals': { 'aws:PrincipalOrgID': 'x' } }), 'T'],
  ['source org absent', when({ StringNotEquals: { 'aws:SourceOrgID': '${aws:ResourceOrgID}' } }), 'T'],
  ['source org if exists', when({ StringNotEqualsIfExists: { 'aws:SourceOrgID': '${aws:ResourceOrgID}' } }), 'T'],
  // partitions
  ['principal of a pattern partition', { Principal: { AWS: `arn:*:iam::${A}:root` } }, 'F'],
  [
    'list of six with a pattern resource',
    { Principal: undefined, NotPrincipal: { AWS: SIX }, ...res('arn:*:s3:::b1/*', 'arn:aws:s3:::b1') },
    'F',
  ],
  ['gov principal', { Principal: { AWS: ROOT.replace('aws', 'aws-us-gov') } }, 'F'],
  [
    'six in another partition',
    { Principal: undefined, NotPrincipal: { AWS: SIX.map((one) => one.replace('arn:aws:', 'arn:aws-cn:')) } },
    'T',
  ],
  // placeholders
  ['account placeholder exempt', when({ StringNotEquals: { 'aws:PrincipalAccount': '<account-id>' } }), 'U'],
  ['account placeholder deny', { Principal: { AWS: '<account-id>' } }, 'U'],
  ['own account by template', when({ StringNotEquals: { 'aws:PrincipalAccount': '${AWS::AccountId}' } }), 'F'],
  ['vpce placeholder', when({ StringNotEquals: { 'aws:SourceVpce': 'vpce-<id>' } }), 'T'],
  ['cidr placeholder', when({ NotIpAddress: { 'aws:SourceIp': ['<cidr>', '10.0.0.0/8'] } }), 'U'],
  [
    'role placeholder in a path',
    when({ ArnNotLike: { 'aws:PrincipalArn': `arn:aws:iam::${A}:role/clumio/__ROLE__` } }),
    'U',
  ],
  [
    'a placeholder under another path',
    when({ ArnNotLike: { 'aws:PrincipalArn': `arn:aws:iam::${A}:role/admin/$ROLE` } }),
    'T',
  ],
  ['user placeholder', when({ ArnNotLike: { 'aws:PrincipalArn': `arn:aws:iam::${A}:user/$USER` } }), 'T'],
  ['org placeholder', when({ StringNotEquals: { 'aws:PrincipalOrgID': 'o-#{ORG}' } }), 'U'],
  ['org placeholder bare', when({ StringNotEquals: { 'aws:PrincipalOrgID': 'ORG_ID' } }), 'U'],
  ['action placeholder', { Action: 's3:<action>' }, 'U'],
  ['prefix placeholder', { ...get, ...res('arn:aws:s3:::b1/$PREFIX/*') }, 'T/part'],
]

/** What AWS's documents say of statements, one after the other, from the text of the policy to the verdict. */
describe('statements as AWS documents them', () => {
  const cases = rows.map(([why, patch, expected, policy = {}]) => ({ why, patch, expected, policy }))
  test.each(cases)('$why', async ({ patch, expected, policy }) => {
    const members = Object.entries({ ...BASE, ...patch }).filter(([, value]) => value !== undefined)
    const Statement = [Object.fromEntries(members), { ...BASE, Effect: 'Allow' }]
    const text = JSON.stringify({ Version: '2012-10-17', ...policy, Statement })
    const { report } = await checkFiles(text, { levels: { 'ineffective-exemption': 'off' } })
    expect(verdictOf(report.findings.find(isStatementFinding))).toBe(expected)
  })
})

function verdictOf(finding: StatementFinding | undefined): string {
  if (finding === undefined) return 'F'
  if (finding.verdict === 'undecided') return 'U'
  return finding.scope === 'part' ? 'T/part' : 'T'
}
