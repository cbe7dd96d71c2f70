import { describe, expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { isStatementFinding } from '../../../src/model/report.js'
import { applied, checkFiles } from '../../support/check.js'
import { ROLE, SIX } from '../../support/vectors.js'
import { TEMPLATES } from './templates.js'

const REMEDIES = ['not-principal', 'principal-arn'] as const

/** Lines of `after` that `before` lacks, in order; those of `before` that are gone are a breach unless they are allowed. */
function added(before: string, after: string): { readonly added: readonly string[]; readonly gone: readonly string[] } {
  const old = before.split('\n')
  const now = after.split('\n')
  let start = 0
  while (start < old.length && old[start] === now[start]) start++
  let end = 0
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end++
  return { added: now.slice(start, now.length - end), gone: old.slice(start, old.length - end) }
}

describe.each(REMEDIES)('a suggestion of %s', (remedy) => {
  describe.each([
    ['LF', (text: string) => text],
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
  ])('with %s', (_, ended) => {
    test.each(Object.entries(TEMPLATES))('clears %s', async (_name, written) => {
      const text = ended(written)
      const { report } = await checkFiles({ 'template.yaml': text }, { remedy })
      expect(report.findings.length).toBeGreaterThan(0)
      for (const { rule, fix } of report.findings) {
        expect([rule, fix?.applicability]).toEqual(['deny-blocks-clumio', 'edit'])
      }
      const after = applied(text, report.findings)
      for (const document of parseAllDocuments(after, { version: '1.1', logLevel: 'silent' })) {
        expect('errors' in document ? document.errors : []).toEqual([])
      }
      expect(after.split('\n').filter((line) => line.endsWith('\r')).length > 0).toBe(text.includes('\r'))
      const again = await checkFiles({ 'template.yaml': after }, { remedy })
      expect(again.report.findings.map(({ message }) => message)).toEqual([])
      expect(again.report.summary).toMatchObject({
        policies: report.summary.policies,
        statements: report.summary.statements,
      })
    })
  })
})

describe('what a suggestion leaves alone', () => {
  test.each(Object.entries(TEMPLATES))('all lines but those of the principal: %s', async (_, text) => {
    const { report } = await checkFiles({ 'template.yaml': text })
    for (const finding of report.findings.filter(isStatementFinding)) {
      const after = applied(text, [finding])
      const { gone } = added(text, after)
      for (const line of gone)
        expect(line).toMatch(
          /Principal|AWS:|^\s*- (?:- )?["'*!]|^\s*-["'*!]|^\s*arn:|^\s*- \{Sid: Flow|^\s*- !|Fn::GetAtt:|^\s*- (?:Deployer|Arn)$/,
        )
    }
  })

  test.each(Object.entries(TEMPLATES))('comments: %s', async (_, text) => {
    const comments = (given: string) => given.match(/#[^\n]*/g) ?? []
    const { report } = await checkFiles({ 'template.yaml': text })
    expect(comments(applied(text, report.findings))).toEqual(comments(text))
  })
})

/** The lines that an edit of one template brings. */
async function linesOf(name: string, remedy: (typeof REMEDIES)[number]): Promise<readonly string[]> {
  const text = TEMPLATES[name] ?? ''
  const { report } = await checkFiles({ 'template.yaml': text }, { remedy })
  return added(text, applied(text, report.findings)).added
}

describe('the style of a suggestion', () => {
  test('block style, with the comment on its line', async () => {
    const lines = await linesOf('a SAM template in block style with short intrinsics and comments', 'not-principal')
    expect(lines).toEqual([
      '            NotPrincipal: # everyone',
      '              AWS:',
      ...SIX.map((arn) => `                - ${arn}`),
    ])
  })

  test('lists that are not indented, and single quotes', async () => {
    const name = 'lists that are not indented, single quotes, long intrinsics'
    expect(await linesOf(name, 'not-principal')).toEqual([
      '          NotPrincipal:',
      '            AWS:',
      ...SIX.map((arn) => `            - '${arn}'`),
    ])
    expect(await linesOf(name, 'principal-arn')).toEqual([
      '            ArnNotEquals:',
      `              'aws:PrincipalArn': '${ROLE}'`,
    ])
  })

  test('an existing condition on the role is completed', async () => {
    const lines = await linesOf('four spaces, a list of one principal, another condition on the role', 'principal-arn')
    expect(lines).toEqual([
      '                                "aws:PrincipalArn":',
      '                                    - "arn:aws:iam::123456789012:role/admin"',
      `                                    - "${ROLE}"`,
    ])
  })

  test('a text over several lines keeps its lines in the list that it becomes', async () => {
    const [first, ...others] = await linesOf('texts over several lines, alone and in lists', 'principal-arn')
    expect([first, ...others].slice(0, 4)).toEqual([
      '                aws:PrincipalArn:',
      '                  - !Sub >-',
      '                      arn:aws:iam::${AWS::AccountId}:role/deployer',
      `                  - ${ROLE}`,
    ])
  })

  const ADMIN = 'arn:aws:iam::123456789012:role/admin'
  test.each([
    [`{aws:PrincipalArn: ["${ADMIN}"]}`, `["${ADMIN}", "${ROLE}"]`],
    [`{aws:PrincipalArn: ['${ADMIN}']}`, `['${ADMIN}', '${ROLE}']`],
    [`{aws:PrincipalArn: [${ADMIN}]}`, `[${ADMIN}, ${ROLE}]`],
    [`{aws:PrincipalArn: ${ADMIN}}`, `[${ADMIN}, ${ROLE}]`],
    [`{aws:PrincipalArn: [!Sub '${ADMIN}']}`, `[!Sub '${ADMIN}', '${ROLE}']`],
    [`{aws:PrincipalArn: [!GetAtt Role.Arn]}`, `[!GetAtt Role.Arn, "${ROLE}"]`],
  ])('an ARN in brackets has the quotes of those beside it: %s', async (tests, expected) => {
    const text = `Resources:
  Role: {Type: AWS::IAM::Role}
  P:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: acme
      PolicyDocument:
        Statement:
          - Effect: Deny
            Principal: "*"
            Action: s3:*
            Resource: "arn:aws:s3:::acme/*"
            Condition:
              ArnNotEquals: ${tests}
`
    const { report } = await checkFiles({ 't.yaml': text }, { remedy: 'principal-arn' })
    expect(applied(text, report.findings)).toContain(`ArnNotEquals: {aws:PrincipalArn: ${expected}}`)
  })

  test('names without quotes in brackets stay so', async () => {
    const [line = ''] = await linesOf('a policy in flow style', 'not-principal')
    expect(line).toContain('Effect: Deny, NotPrincipal: {AWS: ["arn:')
  })
})

const shared = (second: string, more = '') => `Conditions: {Prod: !Equals [a, b]}
x-any: &any
  AWS: "*"
Resources:
  A:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: acme-a
      PolicyDocument:
        Statement:
          - &deny
            Sid: One
            Effect: Deny
            Principal: "*"
            Action: s3:*
            Resource: ["arn:aws:s3:::acme-a/*", "arn:aws:s3:::acme-b/*"]
            Condition: &vpc
              StringNotEquals: {aws:SourceVpc: vpc-1}
${more}  B:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: acme-b
      PolicyDocument:
        Statement:
${second}
`

describe('lines that an anchor shares', () => {
  const allow = `          - Sid: Two
            Effect: Allow
            Principal: "*"
            Action: s3:GetObject
            Resource: "arn:aws:s3:::acme-b/*"
            Condition: *vpc`
  test('get no edit where another statement must not change', async () => {
    const { report } = await checkFiles({ 't.yaml': shared(allow) }, { remedy: 'principal-arn' })
    const [finding] = report.findings
    // NotPrincipal stands in lines of its own.
    expect(finding?.fix).toMatchObject({ applicability: 'edit', remedy: 'not-principal' })
    const bounded = { ...(await import('../../support/check.js')).INTEGRATION, boundary: 'present' as const }
    const again = await checkFiles({ 't.yaml': shared(allow) }, { integrations: [bounded] })
    expect(again.report.findings[0]?.fix?.applicability).toBe('text-only')
    expect(again.report.findings[0]?.fix?.note).toContain('other statements come from the same lines')
  })

  test('are edited where all their users need it', async () => {
    const text = shared('          - *deny')
    const { report } = await checkFiles({ 't.yaml': text })
    expect(report.findings.map(({ fix }) => fix?.applicability)).toEqual(['edit', 'edit'])
    const after = applied(text, report.findings)
    expect((await checkFiles({ 't.yaml': after })).report.findings).toEqual([])
  })

  test('are not edited where something else than a bucket policy has them too', async () => {
    const queue = `  Q:
    Type: AWS::SQS::QueuePolicy
    Properties:
      PolicyDocument:
        Statement:
          - *deny
`
    const { report } = await checkFiles({ 't.yaml': shared('          - *deny', queue) })
    expect(report.findings.map(({ fix }) => fix?.applicability)).toEqual(['text-only', 'text-only'])
  })

  test('an alias in the place of a principal gives way to what is written out', async () => {
    const second = `          - Effect: Deny
            Principal: *any
            Action: s3:*
            Resource: "arn:aws:s3:::acme-b/*"
            Condition: {StringNotEquals: {aws:SourceVpc: vpc-1}}`
    const text = shared(second)
    const { report } = await checkFiles({ 't.yaml': text })
    expect(report.findings.map(({ fix }) => fix?.applicability)).toEqual(['edit', 'edit'])
    const after = applied(text, report.findings)
    expect(after).toContain('x-any: &any\n  AWS: "*"\n')
    expect((await checkFiles({ 't.yaml': after })).report.findings).toEqual([])
  })

  test('a merged principal is edited where it is written, when nobody else has it', async () => {
    const text = `x-base: &base
  Effect: Deny
  Principal: "*"
Resources:
  A:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: acme-a
      PolicyDocument:
        Statement:
          - <<: *base
            Action: s3:*
            Resource: "arn:aws:s3:::acme-a/*"
            Condition: {StringNotEquals: {aws:SourceVpc: vpc-1}}
`
    const { report } = await checkFiles({ 't.yaml': text })
    expect(report.findings.map(({ rule }) => rule)).toEqual(['deny-blocks-clumio'])
    const after = applied(text, report.findings)
    expect((await checkFiles({ 't.yaml': after })).report.findings).toEqual([])
  })

  const merged = (second: string) => `Resources:
  A:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: acme-a
      PolicyDocument:
        Statement:
          - &base
            Sid: One
            Effect: Deny
            Principal: "*"
            Action: s3:*
            Resource: ["arn:aws:s3:::acme-a/*", "arn:aws:s3:::acme-b/*"]
            Condition:
              StringNotEquals: {aws:SourceVpc: vpc-1}
  B:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: acme-b
      PolicyDocument:
        Statement:
          - <<: *base
            Sid: Two
${second}
`

  test('that another statement takes over but for its Condition: the exemption goes there', async () => {
    const text = merged('            Condition: {Bool: {aws:SecureTransport: "false"}}')
    const { report } = await checkFiles({ 't.yaml': text })
    expect(report.findings.map(({ fix }) => [fix?.remedy, fix?.applicability])).toEqual([['principal-arn', 'edit']])
    const after = applied(text, report.findings)
    expect(after.slice(after.indexOf('  B:'))).toBe(text.slice(text.indexOf('  B:')))
    expect((await checkFiles({ 't.yaml': after })).report.findings).toEqual([])
  })

  test('that another statement takes over with another effect get no edit', async () => {
    const { report } = await checkFiles({ 't.yaml': merged('            Effect: Allow') })
    expect(report.findings.map(({ fix }) => fix?.applicability)).toEqual(['text-only'])
  })

  test('that another statement takes over and needs as well are edited once', async () => {
    const text = merged('            Action: s3:GetObject')
    const { report } = await checkFiles({ 't.yaml': text })
    expect(report.findings.map(({ fix }) => fix?.applicability)).toEqual(['edit', 'edit'])
    expect((await checkFiles({ 't.yaml': applied(text, report.findings) })).report.findings).toEqual([])
  })
})
