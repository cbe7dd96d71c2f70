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
    ['a set prefix before Null', when({ 'ForAllValues:Null': { 'aws:Referer': 'true' } }), 'U'],
    ['another set prefix before Null', when({ 'ForAnyValue:Null': { 'aws:SourceVpc': 'false' } }), 'U'],
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
