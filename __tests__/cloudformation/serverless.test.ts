import { describe, expect, test } from 'vitest'
import { checkTree } from '../support/check.js'
import { edited, filesIn, told } from '../support/templates.js'

const POLICY = (bucket: string, sid: string, who = '"*"') => `Type: AWS::S3::BucketPolicy
Properties:
  Bucket: ${bucket}
  PolicyDocument:
    Statement:
      - Sid: ${sid}
        Effect: Deny
        Principal: {AWS: ${who}}
        Action: s3:*
        Resource: !Sub "arn:aws:s3:::acme/*"
        Condition: {StringNotEquals: {aws:SourceVpc: vpc-1}}`

function indented(text: string, columns: number): string {
  return text.replace(/^/gm, ' '.repeat(columns)).trimStart()
}

const HEAD = `service: reports
custom: {who: "*", name: acme, stage: "\${opt:stage, 'dev'}"}
provider: {name: aws}
`

describe('resources of a serverless.yml', () => {
  test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    [
      'are a template',
      filesIn(
        `=== serverless.yml\n${HEAD}resources:\n  Resources:\n    P:\n      ${indented(POLICY('acme', 'Own'), 6)}\n`,
      ),
      ['blocked serverless.yml P Own'],
    ],
    [
      'of a list are one template',
      filesIn(`=== serverless.yml
${HEAD}resources:
  - Resources: {B: {Type: AWS::S3::Bucket, Properties: {BucketName: "\${self:custom.name}"}}}
  - Resources:
      P:
        ${indented(POLICY('!Ref B', 'Own'), 8)}
`),
      ['blocked serverless.yml P Own'],
    ],
    [
      'in other files are judged there, with the variables of the service',
      filesIn(`=== api/serverless.yml
${HEAD}resources:
  - \${file(./resources/\${self:custom.name}.yml)}
=== api/resources/acme.yml
Resources:
  P:
    ${indented(POLICY('acme', 'Own', '"${self:custom.who}"'), 4)}
`),
      ['blocked api/resources/acme.yml P Own'],
    ],
    [
      'may be a part of another file',
      filesIn(`=== serverless.yml
${HEAD}resources:
  Resources:
    P: \${file(policies.yml):buckets.reports}
=== policies.yml
buckets:
  reports:
    ${indented(POLICY('acme', 'Own'), 4)}
`),
      ['blocked policies.yml P Own'],
    ],
    [
      'have variables that nobody knows',
      filesIn(
        `=== serverless.yml\n${HEAD}resources:\n  Resources:\n    P:\n      ${indented(POLICY('acme', 'Own', '"${self:custom.stage}"'), 6)}\n`,
      ),
      ['undecided serverless.yml P Own'],
    ],
    [
      'and files that are not there',
      filesIn(
        `=== serverless.yml\n${HEAD}resources:\n  - \${file(gone.yml)}\n  - Resources:\n      P:\n        ${indented(POLICY('acme', 'Own'), 8)}\n`,
      ),
      ['blocked serverless.yml P Own'],
    ],
  ])('%s', async (_, files, expected) => {
    expect(await told(files)).toEqual(expected)
    if (expected.every((one) => one.startsWith('blocked'))) {
      const { report } = await checkTree(files)
      expect(report.findings.map(({ fix }) => fix?.applicability)).toEqual(['edit'])
      expect(await told(await edited(files))).toEqual([])
    }
  })

  test('a file of another service keeps its own variables', async () => {
    const files = filesIn(`=== a/serverless.yml
${HEAD}resources:
  - \${file(../shared.yml)}
=== b/serverless.yml
${HEAD.replace('who: "*"', 'who: "arn:aws:iam::123456789012:user/x"')}resources:
  - \${file(../shared.yml)}
=== shared.yml
Resources:
  P:
    ${indented(POLICY('acme', 'Own', '"${self:custom.who}"'), 4)}
`)
    expect(await told(files)).toEqual(['blocked shared.yml P Own'])
    const { report } = await checkTree(files)
    expect(report.findings.map(({ fix }) => fix?.applicability)).toEqual(['text-only'])
  })
})
