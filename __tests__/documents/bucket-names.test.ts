import { describe, expect, test } from 'vitest'
import { isStatementFinding } from '../../src/model/report.js'
import { checkTree } from '../support/check.js'

const deny = (bucket: string, ...resources: readonly string[]) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: (resources.length > 0 ? resources : [`arn:aws:s3:::${bucket}/*`]).map((Resource) => ({
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:*',
      Resource,
    })),
  })

const stack = (bucket: string, document: string, name = '') => `Parameters: {Name: {Type: String}}
Resources:
  B: {Type: AWS::S3::Bucket${name === '' ? '' : `, Properties: {BucketName: "${name}"}`}}
  P:
    Type: AWS::S3::BucketPolicy
    Properties: {Bucket: ${bucket}, PolicyDocument: ${document}}
`
const service = (bucket: string, document: string, name: string) =>
  `service: s\nprovider: {name: aws}\ncustom: {name: "${name}"}\nresources:\n${stack(bucket, document, '${self:custom.name}').replace(/^/gm, '  ')}`

async function told(path: string, text: string): Promise<readonly string[]> {
  const { report } = await checkTree({ [path]: text })
  const statements = report.findings.filter(isStatementFinding)
  expect(statements).toHaveLength(report.findings.length)
  return statements.map(({ verdict, policy }) => `${verdict} ${policy.bucket}`)
}

describe('S3 takes no policy that names another bucket, so that the Resources tell which one an expression stands for', () => {
  test.each<[string, string, string, readonly string[]]>([
    ['a parameter', 'a.yml', stack('!Ref Name', deny('alpha')), ['blocked alpha']],
    ['a name that CloudFormation makes up', 'a.yml', stack('!Ref B', deny('alpha')), ['blocked alpha']],
    [
      'a variable',
      'main.tf',
      `variable "b" {}\nresource "aws_s3_bucket_policy" "p" {\n  bucket = var.b\n  policy = jsonencode(${deny('alpha')})\n}\n`,
      ['blocked alpha'],
    ],
    [
      'and so in the statements that repeat the expression',
      'a.yml',
      stack(
        '!Ref Name',
        deny('alpha').replace(
          ']',
          `,{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":{"Fn::Sub":"arn:aws:s3:::\${Name}/*"}}]`,
        ),
      ),
      ['blocked alpha', 'blocked alpha'],
    ],
    ['but no expression that cannot be it', 'a.yml', stack('!Sub "x-${Name}"', deny('alpha')), []],
    [
      'and none of several names',
      'a.yml',
      stack('!Ref Name', deny('', 'arn:aws:s3:::alpha/*', 'arn:aws:s3:::beta/*')),
      ['undecided null', 'undecided null'],
    ],
  ])('%s', async (_, path, text, expected) => {
    expect(await told(path, text)).toEqual(expected)
  })

  test('what stays open is which bucket it is, not how an ARN is read', async () => {
    const text = stack('!Ref Name', deny('', 'arn:aws:s3:::alpha/*', 'arn:aws:s3:::beta/*'))
    const { report } = await checkTree({ 'a.yml': text })
    for (const { message } of report.findings) expect(message).toContain('one must know the value of "${Name}";')
  })
})

test.each(['{bucket_arn}', '@@ARN@@', '@ARN@'])('%s stands for the ARN of the bucket', async (arn) => {
  const text = deny('', 'R').replace('"R"', JSON.stringify([arn, `${arn}/*`]))
  expect(await told('a.json', text)).toEqual(['blocked null'])
})

describe('a name with something to be filled in is the same bucket in its Resources', () => {
  const manifest = (bucket: string) => `apiVersion: s3.services.k8s.aws/v1alpha1
kind: Bucket
metadata: {name: data}
spec:
  name: ${bucket}
  policy: |
    ${deny(bucket)}
`
  test.each<[string, string, string]>([
    ['of a stack, filled in before', 'a.yml', stack('!Ref B', deny('acme-${ENV}-logs'), 'acme-${ENV}-logs')],
    ['of a service', 'serverless.yml', service('!Ref B', deny('${self:custom.name}'), 'intake-${sls:stage}')],
    [
      'of a service, by the variable',
      'serverless.yml',
      service('"${self:custom.name}"', deny('in-${opt:s}'), 'in-${opt:s}'),
    ],
    ['of a manifest', 'a.yaml', manifest('acme-${CLUSTER}-data')],
    ['of a manifest, in other marks', 'a.yaml', manifest('acme-$(CLUSTER)-data')],
    ['of a row', 'a.json', `{"bucket":"acme-\${env}","policy":${deny('acme-${env}')}}`],
    ['of a row, in other marks', 'a.json', `{"bucket":"acme-<ENV>","policy":${deny('acme-<ENV>')}}`],
  ])('%s', async (_, path, text) => {
    expect(await told(path, text)).toEqual(['blocked null'])
  })
})
