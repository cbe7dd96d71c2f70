import { describe, expect, test } from 'vitest'
import { evaluateVector } from '../support/vectors.js'

type Inputs = Readonly<Record<string, string>>
type Row = readonly [why: string, patch: Record<string, unknown>, verdict: string, inputs?: Inputs]

/** A fact that the user states. */
function fact(key: string, value: readonly string[] | null): Inputs {
  return { context: JSON.stringify({ [key]: value }) }
}

/** The base statement of the vectors with a Condition. */
function when(condition: Record<string, unknown>): Record<string, unknown> {
  return { Condition: condition }
}

function check(rows: readonly Row[]): void {
  const cases = rows.map(([why, patch, verdict, inputs = {}]) => ({ why, patch, verdict, inputs }))
  test.each(cases)('$why', ({ why, patch, verdict, inputs }) => {
    expect(evaluateVector({ id: 'edge', patch, inputs, verdict: 'U', why })).toBe(verdict)
  })
}

describe('operators that AWS does not document stay unknown', () => {
  check([
    ['IfExists behind Null', when({ NullIfExists: { 'aws:Referer': 'true' } }), 'U'],
    ['IfExists behind Null with a set prefix', when({ 'ForAllValues:NullIfExists': { 'aws:Referer': 'true' } }), 'U'],
    ['Bool with two values', when({ Bool: { 'aws:SecureTransport': ['true', 'false'] } }), 'U'],
    ['Bool with one value twice', when({ Bool: { 'aws:ViaAWSService': ['false', 'false'] } }), 'U'],
    ['a lone * under a negated ARN operator', when({ ArnNotLike: { 'aws:PrincipalArn': '*' } }), 'U'],
    ['a lone * under a positive one', when({ ArnEquals: { 'aws:PrincipalArn': '*' } }), 'U'],
    ['a lone * on a key that holds no ARN', when({ ArnLike: { 'aws:PrincipalType': '*' } }), 'U'],
    ['a run of stars', when({ ArnLike: { 'aws:PrincipalArn': '**' } }), 'U'],
    ['a lone * under a negated operator for a network', when({ ArnNotLike: { 'aws:SourceVpcArn': '*' } }), 'U'],
    ['but ARN operators decide an absent key', when({ ArnNotLike: { 'aws:SourceArn': '*' } }), 'T'],
    ['and a text operator takes * for everything', when({ StringNotLike: { 'aws:PrincipalArn': '*' } }), 'F'],
    ['bytes compared with a text', when({ BinaryEquals: { 'aws:PrincipalType': 'QXNzdW1lZFJvbGU=' } }), 'U'],
    [
      'an ARN operator between equal texts that are no ARNs',
      when({ ArnEquals: { 'aws:PrincipalType': 'AssumedRole' } }),
      'U',
    ],
    ['a number compared with a date', when({ NumericLessThan: { 'aws:CurrentTime': '1577836800' } }), 'U'],
    ['a number compared with seconds', when({ NumericLessThan: { 'aws:EpochTime': '1577836800' } }), 'F'],
    ['bytes of an absent key', when({ BinaryEquals: { 'aws:username': 'Ym9i' } }), 'F'],
  ])
})

describe('a set prefix before Null answers for every request', () => {
  check([
    ['ForAllValues on a key that is there', when({ 'ForAllValues:Null': { 'aws:PrincipalArn': 'true' } }), 'T'],
    ['ForAllValues on a key that is not', when({ 'ForAllValues:Null': { 'aws:Referer': 'false' } }), 'T'],
    ['ForAllValues on one that may be', when({ 'ForAllValues:Null': { 'aws:SourceVpc': 'true' } }), 'T'],
    ['ForAnyValue on a key that is there', when({ 'ForAnyValue:Null': { 'aws:PrincipalArn': 'false' } }), 'F'],
    ['ForAnyValue on one that may be', when({ 'ForAnyValue:Null': { 'aws:SourceVpc': 'false' } }), 'F'],
  ])
})

describe('a list without values', () => {
  const absent = 'aws:CalledVia'
  const present = 'aws:PrincipalAccount'
  check([
    ['under ForAnyValue matches never', when({ 'ForAnyValue:StringEquals': { [present]: [] } }), 'F'],
    ['negated neither', when({ 'ForAnyValue:StringNotEquals': { [absent]: [] } }), 'F'],
    ['under ForAllValues when the key is missing', when({ 'ForAllValues:StringEquals': { [absent]: [] } }), 'T'],
    ['and only then', when({ 'ForAllValues:StringNotEquals': { [present]: [] } }), 'F'],
    [
      'which is open where the key may be missing',
      when({ 'ForAllValues:StringEquals': { 'aws:VpceOrgPaths': [] } }),
      'U',
    ],
    ['under IfExists when the key is missing', when({ StringEqualsIfExists: { 'aws:Referer': [] } }), 'T'],
    ['and only then, negated or not', when({ StringNotEqualsIfExists: { [present]: [] } }), 'F'],
    ['under a positive operator matches nothing', when({ StringEquals: { [present]: [] } }), 'F'],
    ['whatever the operator compares', when({ IpAddress: { 'aws:SourceIp': [] } }), 'F'],
    ['under a negated one is open', when({ StringNotEquals: { [present]: [] } }), 'U'],
    ['also on a key that is missing', when({ ArnNotLike: { 'aws:SourceArn': [] } }), 'U'],
  ])
})

describe('organization ids', () => {
  const key = 'aws:PrincipalOrgID'
  check([
    ['a literal * is none', when({ StringNotEquals: { [key]: '*' } }), 'T'],
    ['and equals none', when({ StringEquals: { [key]: '*' } }), 'F'],
    ['an id that is too short is none', when({ StringNotEquals: { [key]: 'o-abc' } }), 'T'],
    ['one with capitals is none', when({ StringNotEquals: { [key]: 'o-ABC1234567' } }), 'T'],
    ['unless case does not count', when({ StringNotEqualsIgnoreCase: { [key]: 'o-ABC1234567' } }), 'U'],
    ['an account is none', when({ StringNotEquals: { 'aws:ResourceOrgID': '111122223333' } }), 'T'],
    ['an id of a root is none', when({ StringNotEquals: { [key]: 'r-ab12' } }), 'T'],
    ['one that may be is open', when({ StringNotEquals: { [key]: ['*', 'o-abc1234567'] } }), 'U'],
    ['a pattern for all of them', when({ StringNotLike: { [key]: 'o-*' } }), 'F'],
    ['a pattern for all that have a character', when({ StringNotLike: { [key]: 'o-?*' } }), 'F'],
    ['in another order', when({ StringNotLike: { [key]: 'o-*?????' } }), 'F'],
    ['one for those of a length', when({ StringNotLike: { [key]: 'o-??????????' } }), 'U'],
    ['one for longer ones', when({ StringNotLike: { [key]: `o-${'?'.repeat(11)}*` } }), 'U'],
    ['one that is too short', when({ StringNotLike: { [key]: 'o-?????????' } }), 'T'],
    ['a pattern for none of them', when({ StringNotLike: { [key]: 'org-*' } }), 'T'],
    [
      'a variable under the old version',
      when({ StringNotEquals: { [key]: '${aws:ResourceOrgID}' } }),
      'T',
      { v: '2008-10-17' },
    ],
    ['the key is there', when({ Null: { [key]: 'true' } }), 'F'],
    ['and not missing', when({ Null: { 'aws:ResourceOrgID': 'false' } }), 'T'],
    ['its paths too', when({ Null: { 'aws:PrincipalOrgPaths': 'true' } }), 'F'],
    ['those of the resource too', when({ Null: { 'aws:ResourceOrgPaths': 'false' } }), 'T'],
    ['not those of a network', when({ Null: { 'aws:VpceOrgID': 'true' } }), 'U'],
    ['an account outside of any', when({ Null: { [key]: 'true' } }), 'T', fact('aws:principalorgid', null)],
  ])
})

describe('account ids have twelve digits', () => {
  check([
    ['fewer are no account', when({ StringNotEquals: { 'aws:PrincipalAccount': '11112222333' } }), 'T'],
    ['a pattern that fits', when({ StringNotLike: { 'aws:PrincipalAccount': '1111*' } }), 'F'],
  ])
})

describe('keys of calls through MCP may be missing and are false', () => {
  const keys = ['aws:ViaAWSMCPService', 'aws:IsMcpServiceAction']
  check(
    keys.flatMap((key): Row[] => [
      [`${key} is false`, when({ Bool: { [key]: 'false' } }), 'U'],
      [`${key} is true`, when({ Bool: { [key]: 'true' } }), 'F'],
      [`${key} is true or missing`, when({ BoolIfExists: { [key]: 'true' } }), 'U'],
      [`${key} is false or missing`, when({ BoolIfExists: { [key]: 'false' } }), 'T'],
      [`${key} is missing`, when({ Null: { [key]: 'true' } }), 'U'],
    ]),
  )
})

describe('the age of a signature is that of a presigned request', () => {
  check([
    ['older than', when({ NumericGreaterThan: { 's3:signatureAge': '600000' } }), 'F'],
    ['older than or missing', when({ NumericGreaterThanIfExists: { 's3:signatureAge': '600000' } }), 'T'],
    ['not that old', when({ NumericNotEquals: { 's3:signatureAge': '600000' } }), 'T'],
    ['missing', when({ Null: { 's3:signatureAge': 'true' } }), 'T'],
  ])
})

describe('without regard to case', () => {
  const team = { context: JSON.stringify({ 'aws:principaltag/team': ['Data'], 'aws:resourcetag/team': ['dATA'] }) }
  const both = { 'aws:PrincipalTag/team': '${aws:ResourceTag/team}' }
  check([
    ['the value of a variable counts too', when({ StringEqualsIgnoreCase: both }), 'T', team],
    ['and negated', when({ StringNotEqualsIgnoreCase: both }), 'F', team],
    ['with case it does not', when({ StringNotEquals: both }), 'T', team],
    [
      'a default counts too',
      when({ StringEqualsIgnoreCase: { 'aws:PrincipalTag/team': "${aws:username, 'DATA'}" } }),
      'T',
      team,
    ],
    ['wildcards stay literal', when({ StringEqualsIgnoreCase: { 'aws:PrincipalTag/team': 'D*' } }), 'F', team],
  ])
})

describe('a variable of the key under test equals it when it is there', () => {
  const itself = (key: string) => ({ [key]: `\${${key}}` })
  check([
    ['a key that is there', when({ StringNotEquals: itself('aws:UserAgent') }), 'F'],
    ['in another spelling', when({ StringNotEquals: { 'aws:useragent': '${AWS:UserAgent}' } }), 'F'],
    ['without regard to case', when({ StringNotEqualsIgnoreCase: itself('aws:UserAgent') }), 'F'],
    ['as a pattern', when({ StringNotLike: itself('aws:UserAgent') }), 'F'],
    ['positive', when({ StringEquals: itself('aws:UserAgent') }), 'T'],
    ['a network that may be missing', when({ StringNotLikeIfExists: itself('aws:SourceVpc') }), 'U'],
    ['a network under a positive test', when({ StringEqualsIfExists: itself('aws:SourceVpc') }), 'T'],
    ['an ARN under an ARN operator', when({ ArnEqualsIfExists: itself('aws:SourceVpcArn') }), 'T'],
    ['no ARN under an ARN operator', when({ ArnEqualsIfExists: itself('aws:SourceVpc') }), 'U'],
    ['one of two alternatives', when({ StringNotEquals: itself('s3:TlsVersion') }), 'F'],
    [
      'with more behind it',
      when({ StringLike: { 'aws:PrincipalTag/team': '${aws:PrincipalTag/team}*' } }),
      'T',
      fact('aws:principaltag/team', ['a', 'b']),
    ],
    ['under the old version it is text', when({ StringNotEquals: itself('aws:UserAgent') }), 'U', { v: '2008-10-17' }],
    [
      'of a key with several values it means nothing',
      when({ 'ForAnyValue:StringEquals': itself('aws:PrincipalOrgPaths') }),
      'U',
    ],
  ])
})

describe('names that every JavaScript object has are names like any other', () => {
  check([
    ['a condition key', when({ StringEquals: { constructor: 'x' } }), 'U'],
    ['an operator', when({ constructor: { 'aws:SourceVpc': 'vpc-1' } }), 'U'],
    ['a set prefix and an operator', when({ 'ForAnyValue:toString': { 'aws:SourceVpc': 'vpc-1' } }), 'U'],
    ['a member of Principal', { Principal: { constructor: '*' } }, 'U'],
  ])
})

describe('actions and resources that are no strings are invalid', () => {
  check([
    ['a number as Action', { Action: 5 }, 'U'],
    ['a boolean among actions', { Action: ['s3:ListMultipartUploadParts', true] }, 'U'],
    ['a number as NotAction', { Action: null, NotAction: 5 }, 'U'],
    ['a number as Resource', { Resource: 5 }, 'U'],
    ['a boolean among other resources', { Resource: ['arn:aws:s3:::other', false] }, 'U'],
    ['a number as NotResource', { Resource: null, NotResource: [5] }, 'U'],
  ])
})

describe('principal elements that name nobody are invalid', () => {
  check([
    ['an empty list', { Principal: { AWS: [] } }, 'U'],
    ['an empty map', { Principal: {} }, 'U'],
    ['an empty exception list', { Principal: null, NotPrincipal: { AWS: [] } }, 'U'],
  ])
})

describe('a pattern under a network key that names no id may cover that of Clumio', () => {
  check([
    ['the first digit that every new id has', when({ StringNotLike: { 'aws:SourceVpce': 'vpce-0*' } }), 'U'],
    ['single characters', when({ StringLike: { 'aws:SourceVpc': 'vpc-????????' } }), 'U'],
    ['a Region of every account', when({ ArnNotLike: { 'aws:SourceVpcArn': 'arn:aws:ec2:us-west-2:*:vpc/*' } }), 'U'],
    ['another form than the key has', when({ StringNotLike: { 'aws:SourceVpce': 'vpc-*' } }), 'T'],
    ['a wildcard that is taken literally', when({ StringNotEquals: { 'aws:SourceVpce': 'vpce-*' } }), 'T'],
    ['an id with a wildcard behind it', when({ StringNotLike: { 'aws:SourceVpce': 'vpce-0a1b2c3d4e*' } }), 'T'],
    ['every VPC of an account', when({ ArnNotLike: { 'aws:SourceVpcArn': 'arn:aws:ec2:*:111122223333:vpc/*' } }), 'T'],
    ['paths of an organization', when({ 'ForAnyValue:StringLike': { 'aws:VpceOrgPaths': 'o-abc1234567/*' } }), 'F'],
    ['no ARN under an ARN operator', when({ ArnNotEquals: { 'aws:SourceVpcArn': 'vpc-1a2b3c4d' } }), 'U'],
    ['an ARN operator on a key that holds no ARN', when({ ArnNotEquals: { 'aws:SourceVpc': 'vpc-1a2b3c4d' } }), 'U'],
    ['paths of the own one', when({ 'ForAnyValue:StringLike': { 'aws:VpceOrgPaths': '${aws:ResourceOrgID}/*' } }), 'F'],
  ])
})

describe('facts that the user states', () => {
  check([
    [
      "the organization of the role is the bucket's, whichever is stated",
      when({ StringNotEquals: { 'aws:PrincipalOrgID': '${aws:ResourceOrgID}' } }),
      'F',
      fact('aws:principalorgid', ['o-abc1234567']),
    ],
    [
      'also against a literal',
      when({ StringNotEquals: { 'aws:ResourceOrgID': 'o-abc1234567' } }),
      'F',
      fact('aws:principalorgid', ['o-abc1234567']),
    ],
    [
      'a tag that an expression names may be any, and no fact speaks of it',
      when({ StringNotEquals: { 'aws:PrincipalTag/${tag}': 'x' } }),
      'U',
      fact('aws:principaltag/*', null),
    ],
    [
      'a range is one of its addresses, not the text of the range',
      when({ StringNotEquals: { 'aws:SourceIp': '198.51.100.0/24' } }),
      'U',
      fact('aws:sourceip', ['198.51.100.0/24']),
    ],
    [
      'an account outside of any organization',
      when({ StringEquals: { 'aws:ResourceOrgID': 'o-abc1234567' } }),
      'F',
      fact('aws:principalorgid', null),
    ],
    [
      'a multivalued key needs a set operator, stated or not',
      when({ StringEquals: { 'aws:VpceOrgPaths': 'o-abc1234567/*' } }),
      'U',
      fact('aws:vpceorgpaths', ['o-vendor12345/r-ab12/']),
    ],
    [
      'the values of a multivalued key are one set',
      when({ 'ForAllValues:StringEquals': { 'aws:CalledVia': 'athena.amazonaws.com' } }),
      'F',
      fact('aws:calledvia', ['athena.amazonaws.com', 'glue.amazonaws.com']),
    ],
  ])
})

describe('a variable in a resource whose value is not known', () => {
  const tagged = { Resource: 'arn:aws:s3:::b1/${aws:PrincipalTag/team}/*' }
  check([
    ['may cover some objects', tagged, 'U'],
    ['never covers the bucket itself', tagged, 'F', { a: 'ListBucket' }],
    ['never covers objects of another bucket', { Resource: 'arn:aws:s3:::b2/${aws:PrincipalTag/team}/*' }, 'F'],
    ['leaves some objects denied where it is excepted', { Resource: null, NotResource: tagged.Resource }, 'T/part'],
    ['matches nothing beside one without a value', { Resource: `${tagged.Resource}\${aws:username}` }, 'F'],
  ])
})
