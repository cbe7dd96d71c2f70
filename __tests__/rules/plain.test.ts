import { describe, expect, it } from 'vitest'
import type { Condition } from '../../src/iam/model.js'
import { OPERATORS } from '../../src/iam/operators.js'
import type { Reason } from '../../src/iam/reason.js'
import { forMarkdown } from '../../src/report/escape.js'
import { plainConditions, plainPrincipal } from '../../src/rules/drafts/plain.js'
import { KEYS } from './plain-keys.js'

type ConditionReason = Extract<Reason, { part: 'condition' }>

function condition(operator: string, key: string, values: readonly string[], change: Partial<Condition> = {}) {
  const set = change.set === 'all' ? 'ForAllValues:' : change.set === 'any' ? 'ForAnyValue:' : ''
  const written = `${set}${operator}${change.ifExists === true ? 'IfExists' : ''}`
  return { written, set: null, operator, ifExists: false, key, values, ...change }
}

function reason(own: Condition, change: Partial<ConditionReason> = {}): ConditionReason {
  return { part: 'condition', value: 'T', condition: own, state: 'maybe', holds: 'foreign', ...change }
}

const said = (own: Condition, change: Partial<ConditionReason> = {}) => plainConditions([reason(own, change)])
const absent = { state: 'absent', holds: null } as const
const open = { value: 'U', holds: 'unknown' } as const

describe('One test as a sentence', () => {
  const cases: readonly (readonly [string, Condition, Partial<ConditionReason>, string])[] = [
    [
      'the VPC of the vendor’s example',
      condition('StringNotEquals', 'aws:SourceVpc', ['vpc-5680e03d']),
      {},
      "only requests from VPC vpc-5680e03d are allowed; Clumio's do not come from it",
    ],
    [
      'several VPC endpoints',
      condition('StringNotEquals', 'aws:sourceVpce', ['vpce-1', 'vpce-2', 'vpce-3', 'vpce-4']),
      {},
      "only requests through VPC endpoint vpce-1, vpce-2 or 2 more are allowed; Clumio's are not among them",
    ],
    [
      'private addresses',
      condition('NotIpAddress', 'aws:SourceIp', ['10.0.0.0/8']),
      { holds: 'public-address' },
      "only requests from address 10.0.0.0/8 are allowed; Clumio's come from public addresses",
    ],
    [
      'an organization that nobody named',
      condition('StringNotEquals', 'aws:PrincipalOrgID', ['o-a1b2c3d4e5']),
      open,
      "only requests by principals of organization o-a1b2c3d4e5 are allowed; whether Clumio's are among them is not known",
    ],
    [
      'requests without MFA',
      condition('Bool', 'aws:MultiFactorAuthPresent', ['false'], { ifExists: true }),
      { holds: 'false' },
      "only requests with MFA are allowed; Clumio's are not among them",
    ],
    [
      'requests over TLS',
      condition('Bool', 'aws:SecureTransport', ['true']),
      { state: 'present', holds: 'true' },
      "requests over TLS are denied; Clumio's are among them",
    ],
    [
      'a key that roles do not carry',
      condition('StringNotEquals', 'aws:username', ['bob']),
      absent,
      "only requests by user bob are allowed; Clumio's are not among them",
    ],
    [
      'a header that reads do not carry',
      condition('StringNotEquals', 's3:x-amz-server-side-encryption', ['AES256']),
      absent,
      "only requests with encryption header AES256 are allowed; Clumio's carry none",
    ],
    [
      'a key that must be there',
      condition('Null', 'aws:MultiFactorAuthAge', ['true']),
      absent,
      "requests without MFA age are denied; Clumio's carry none",
    ],
    [
      'a key that must not be there',
      condition('Null', 'aws:TokenIssueTime', ['false']),
      { state: 'present', holds: 'now' },
      "requests with any issue time are denied; Clumio's are among them",
    ],
    [
      'a date in the past',
      condition('DateGreaterThan', 'aws:CurrentTime', ['2020-01-01T00:00:00Z']),
      { state: 'present', holds: 'now' },
      'requests made at a time after 2020-01-01T00:00:00Z are denied; that time has passed',
    ],
    [
      'a tag of the caller',
      condition('StringNotEquals', 'aws:PrincipalTag/Team', ['data']),
      open,
      "only requests by principals with tag Team = data are allowed; whether Clumio's are among them is not known",
    ],
    [
      'a set of which each value must be known',
      condition('StringNotEquals', 'aws:PrincipalServiceNamesList', ['logging.s3.amazonaws.com'], { set: 'all' }),
      absent,
      "only requests by AWS service logging.s3.amazonaws.com are allowed; Clumio's are not among them",
    ],
    [
      'a set that holds nothing else',
      condition('StringEquals', 'aws:CalledVia', ['athena.amazonaws.com'], { set: 'all' }),
      absent,
      "requests with no AWS service but athena.amazonaws.com are denied; Clumio's carry none",
    ],
    [
      'a key that may be missing',
      condition('NumericGreaterThan', 'aws:MultiFactorAuthAge', ['3600'], { ifExists: true }),
      absent,
      "requests without MFA age, or with MFA age above 3600, are denied; Clumio's carry none",
    ],
    [
      'an operator that no document has',
      condition('StringFoo', 'aws:PrincipalAccount', ['111122223333']),
      open,
      "requests by principals of account StringFoo 111122223333 are denied; whether Clumio's are among them is not known",
    ],
    [
      'a value with blanks',
      condition('StringNotLike', 'aws:UserAgent', ['my very own backup agent of 2024*']),
      open,
      'only requests with user agent like "my very own…" are allowed; whether Clumio\'s are among them is not known',
    ],
  ]
  it.each(cases)('%s', (_name, own, change, expected) => {
    expect(said(own, change)).toBe(expected)
  })
})

describe('Several tests as a sentence', () => {
  const vpc = reason(condition('StringNotEquals', 'aws:SourceVpc', ['vpc-1']))
  const service = reason(condition('Bool', 'aws:PrincipalIsAWSService', ['false'], { ifExists: true }))
  const tls = reason(condition('Bool', 'aws:SecureTransport', ['true']))
  const user = reason(condition('StringNotEquals', 'aws:username', ['bob']))
  const cases: readonly (readonly [string, readonly [ConditionReason, ...ConditionReason[]], string])[] = [
    [
      'exceptions add up',
      [vpc, service],
      "only requests from VPC vpc-1 or by AWS services are allowed; Clumio's are not among them",
    ],
    [
      'more than two are counted',
      [vpc, service, user],
      "only requests from VPC vpc-1 or by AWS services (or 1 more test) are allowed; Clumio's are not among them",
    ],
    [
      'what is denied comes before its exceptions',
      [tls, vpc],
      "requests over TLS are denied, except those from VPC vpc-1; Clumio's are among them",
    ],
  ]
  it.each(cases)('%s', (_name, reasons, expected) => {
    expect(plainConditions(reasons)).toBe(expected)
  })
})

describe('A principal as a sentence', () => {
  const principal = (why: Extract<Reason, { part: 'principal' }>['why'], entry: string | null) =>
    ({ part: 'principal', value: 'T', why, entry }) as const
  const cases = [
    ['everybody', principal('everyone', '*'), 0, 'everybody is denied, the Clumio role included, without a condition'],
    [
      'the account',
      principal('account', 'arn:aws:iam::111122223333:root'),
      0,
      'every principal of account 111122223333 is denied, the Clumio role included, without a condition',
    ],
    [
      'sessions that a list lacks',
      principal('session-not-listed', 'arn:aws:sts::111122223333:assumed-role/R/daebaksrv-S3Backup'),
      3,
      'everybody outside of NotPrincipal is denied, and it lacks the Clumio session daebaksrv-S3Backup and 3 others',
    ],
  ] as const
  it.each(cases)('%s', (_name, own, others, expected) => {
    expect(plainPrincipal(own, others, true)).toBe(expected)
  })
})

const LONG = 'arn:aws:iam::111122223333:role/a/very/long/path/to/a/role-whose-name-nobody-wants-to-read-in-a-sentence'
const VALUES: readonly (readonly string[])[] = [
  ['x-1', 'x-2', 'x-3', 'x-4'],
  [LONG],
  ['a b c d e f g h i j k l m n o p q r', 's t u v w x y z a b c d e f g h i j'],
  ['<b>*x*</b> @team #1 [x](https://evil.example) `y` |'],
]
const FORMS = [{}, { ifExists: true }, { set: 'all' }, { set: 'any' }] as const
const STATES: readonly Partial<ConditionReason>[] = [{}, absent, open]

describe('Every operator on every key', () => {
  it.each([...OPERATORS.keys(), 'StringFoo'])(
    '%s: at most 25 words that name key and value, without markup',
    (operator) => {
      const wrong: string[] = []
      for (const [key, noun] of KEYS) {
        for (const values of VALUES) {
          for (const form of FORMS) {
            for (const state of STATES)
              wrong.push(...problems(said(condition(operator, key, values, form), state), noun, operator))
          }
        }
      }
      expect(wrong).toEqual([])
    },
  )
})

function problems(sentence: string, noun: string, operator: string): readonly string[] {
  const isAnyRequest = operator === 'Null' && / of (?:any|no) kind /.test(sentence)
  const found = {
    long: sentence.split(' ').length > 25,
    'key not named': !isAnyRequest && !sentence.includes(noun),
    'value not named': operator !== 'Null' && !/x-1|arn:aws|"a b|"<b>|one of \d+ value/.test(sentence),
    markup: /<b>|(?<!\\)\*|@team|\]\(https:\/\//.test(forMarkdown(sentence)),
  }
  return Object.entries(found).flatMap(([what, is]) => (is ? [`${what}: ${sentence}`] : []))
}
