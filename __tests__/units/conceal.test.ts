import { describe, expect, test } from 'vitest'
import { checked, expectHidden, type Files, SECRET, told } from '../support/marked.js'

const rendered = (vpc: string) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: vpc,
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: 'arn:aws:s3:::b/*',
        Condition: { StringNotEquals: { 'aws:SourceVpc': vpc } },
      },
    ],
  })

/** A bucket policy in HCL that denies all but one VPC. */
const policy = (vpc: string, more = 'bucket = "b"') => `resource "aws_s3_bucket_policy" "p" {
  ${more}
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "Only"
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = "*"
      Condition = { StringNotEquals = { "aws:SourceVpc" = ${vpc} } }
    }]
  })
}
`
const altered = (value: string) => `replace(replace(${value}, "Hidden", "-hid-"), "-Word7", "den")`

describe('what a function makes of a marked value in a file that no commit holds', () => {
  const drawn = `resource "aws_s3_bucket_policy" "p" {
  bucket = "b"
  policy = ${altered('file("../made/policy.json")')}
}
`
  test.each<[name: string, committed: Files, left: Files]>([
    ['of the policy that is read', { 'infra/main.tf': drawn }, { 'made/policy.json': rendered(SECRET) }],
    [
      'of what is decoded of it',
      {
        'infra/main.tf': policy(altered('local.x')).concat(
          'locals {\n  x = jsondecode(file("../made/policy.json")).Statement[0].Sid\n}\n',
        ),
      },
      { 'made/policy.json': rendered(SECRET) },
    ],
    [
      'of a template that is filled',
      {
        'infra/main.tf': `resource "aws_s3_bucket_policy" "p" {\n  bucket = "b"\n  policy = ${altered(
          'templatefile("../made/policy.json", {})',
        )}\n}\n`,
      },
      { 'made/policy.json': rendered(SECRET) },
    ],
    [
      'of a variable',
      { 'infra/main.tf': policy(altered('var.x')).concat('variable "x" {}\n') },
      { 'infra/a.auto.tfvars': `x = "${SECRET}"\n` },
    ],
    [
      'of a variable in JSON',
      { 'infra/main.tf': policy(altered('var.x')).concat('variable "x" {}\n') },
      { 'infra/a.auto.tfvars.json': JSON.stringify({ x: SECRET }) },
    ],
    [
      'of a part of a variable',
      { 'infra/main.tf': policy(altered('var.x.list[0]')).concat('variable "x" {}\n') },
      { 'infra/a.auto.tfvars': `x = {\n  list = ["${SECRET}"]\n}\n` },
    ],
    [
      'of the key of a variable',
      { 'infra/main.tf': policy(altered('keys(var.x)[0]')).concat('variable "x" {}\n') },
      { 'infra/a.auto.tfvars': `x = { ${SECRET} = 1 }\n` },
    ],
    [
      'of what decides by it',
      { 'infra/main.tf': policy('length(var.x) > 3 ? "vpc-of-one" : "vpc-2"').concat('variable "x" {}\n') },
      { 'infra/a.auto.tfvars': `x = "${SECRET}"\n` },
    ],
    [
      'of the output of a module',
      {
        'infra/main.tf': policy(altered('module.m.x')).concat('module "m" {\n  source = "./m"\n}\n'),
      },
      { 'infra/m/main.tf': `locals {\n  x = "${SECRET}"\n}\noutput "x" {\n  value = local.x\n}\n` },
    ],
    [
      'of the name of a bucket',
      { 'infra/main.tf': policy('"vpc-1"', `bucket = ${altered('var.x')}`).concat('variable "x" {}\n') },
      { 'infra/a.auto.tfvars': `x = "${SECRET}"\n` },
    ],
    [
      'of the key of an instance',
      { 'infra/main.tf': policy('"vpc-1"', `for_each = toset([${altered('var.x')}])`).concat('variable "x" {}\n') },
      { 'infra/a.auto.tfvars': `x = "${SECRET}"\n` },
    ],
  ])('%s is shown nowhere', async (_name, committed, left) => {
    expectHidden(await checked(committed, left))
  })

  const template = (vpc: string, bucket = 'b') => `service: x
provider:
  name: aws
resources:
  Resources:
    P:
      Type: AWS::S3::BucketPolicy
      Properties:
        Bucket: ${bucket}
        PolicyDocument:
          Statement:
            - Effect: Deny
              Principal: '*'
              Action: 's3:*'
              Resource: 'arn:aws:s3:::b/*'
              Condition:
                StringNotEquals:
                  aws:SourceVpc: ${vpc}
`
  const name = `\${file(../made/t.json):Resources.B.Properties.BucketName}`
  const left = {
    'made/t.json': JSON.stringify({
      Resources: { B: { Type: 'AWS::S3::Bucket', Properties: { BucketName: SECRET } } },
    }),
  }

  test.each<[name: string, text: string]>([
    ['as it is', template(name)],
    ['of its parts', template(`!Join ['-hid-', !Split ['Hidden', '${name}']]`)],
    ['of the name of a bucket', template('vpc-1', `!Join ['-hid-', !Split ['Hidden', '${name}']]`)],
  ])('in a template %s is shown nowhere', async (_name, text) => {
    const result = await checked({ 'sls/serverless.yml': text }, left)
    expectHidden(result)
    for (const part of ['Fn::Split', 'one-hid']) expect(told(result)).not.toContain(part)
  })

  test('in the names of resources of a loop is shown nowhere', async () => {
    const text = `service: x
provider:
  name: aws
resources:
  Transform: AWS::LanguageExtensions
  Resources:
    'Fn::ForEach::L':
      - N
      - ['${name}', other]
      - 'P\${N}':
          Type: AWS::S3::BucketPolicy
          Properties:
            Bucket: b
            PolicyDocument:
              Statement:
                - Effect: Deny
                  Principal: '*'
                  Action: 's3:*'
                  Resource: '*'
`
    const result = await checked({ 'sls/serverless.yml': text }, left)
    expectHidden(result)
    expect(result.report.findings).toHaveLength(2)
  })
})

describe('shown as ever', () => {
  const own = { 'infra/main.tf': policy('var.x').concat('variable "x" {}\nvariable "y" {}\n') }

  test('is another value of the same file', async () => {
    const result = await checked(own, { 'infra/a.auto.tfvars': `y = "${SECRET}"\nx = "vpc-other"\n` })
    expect(told(result)).toContain('vpc-other')
    expect(told(result)).not.toContain(SECRET)
  })

  test('is what a function makes of a value that the commit holds', async () => {
    const result = await checked({ ...own, 'infra/terraform.tfvars': `x = "${SECRET}-vpc"\n` }, {})
    expect(told(result)).toContain('vpc')
  })

  test('is the edit of the lines that the commit holds', async () => {
    const text = policy(altered('var.x')).concat('variable "x" {}\n')
    const { report } = await checked({ 'infra/main.tf': text }, { 'infra/a.auto.tfvars': `x = "${SECRET}"\n` })
    expect(report.findings.map(({ fix }) => fix?.applicability)).toEqual(['edit'])
  })
})
