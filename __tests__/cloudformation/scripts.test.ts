import { describe, expect, test } from 'vitest'
import { checkFiles } from '../support/check.js'

const DENY = {
  Sid: 'Vpc',
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: 'arn:aws:s3:::b1/*',
  Condition: { StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } },
}
const TEXT = JSON.stringify({ Version: '2012-10-17', Statement: [DENY] })
const COMMAND = `aws s3api put-bucket-policy --bucket b1 --policy '${TEXT}'`
const SCRIPT = `#!/bin/bash\nset -e\n${COMMAND}\n`
const WITHOUT_CALL = `#!/bin/bash\ncat > p.json <<EOF\n${TEXT}\nEOF\n`
const PYTHON = `import boto3\nboto3.client("s3").put_bucket_policy(Bucket="b1", Policy='''${TEXT}''')\n`
const NODE = 'exports.handler = () => s3.putBucketPolicy({ Bucket: "b1", Policy: process.env.POLICY }).promise()'

const code = (ZipFile: unknown) => ({ Type: 'AWS::Lambda::Function', Properties: { Code: { ZipFile } } })
const instance = (UserData: unknown) => ({ Type: 'AWS::EC2::Instance', Properties: { UserData } })
const init = (commands: unknown) => ({
  Type: 'AWS::EC2::Instance',
  Metadata: { 'AWS::CloudFormation::Init': { config: { commands } } },
})

async function toldIn(content: string, path: string) {
  const { report } = await checkFiles({ [path]: content })
  return report.findings.map(({ rule, level }) => `${level} ${rule}`)
}

describe('a template tells of a resource whose scripts put a bucket policy in place', () => {
  test.each<[string, object]>([
    ['user data', instance({ 'Fn::Base64': SCRIPT })],
    ['with variables', instance({ 'Fn::Base64': { 'Fn::Sub': `${SCRIPT} $\{AWS::Region}` } })],
    ['with variables of its own', instance({ 'Fn::Base64': { 'Fn::Sub': [SCRIPT, { A: 'b' }] } })],
    ['in pieces', instance({ 'Fn::Base64': { 'Fn::Join': ['\n', ['#!/bin/bash', { Ref: 'AWS::Region' }, COMMAND]] } })],
    [
      'cut within the policy',
      instance({ 'Fn::Join': ['', [WITHOUT_CALL.slice(0, 40), { Ref: 'A' }, WITHOUT_CALL.slice(40)]] }),
    ],
    ['a policy that something else puts', instance({ 'Fn::Base64': WITHOUT_CALL })],
    ['a policy of elsewhere', instance('aws s3api put-bucket-policy --bucket b1 --policy file://p.json')],
    ['a launch configuration', { Type: 'AWS::AutoScaling::LaunchConfiguration', Properties: { UserData: SCRIPT } }],
    ['commands of cfn-init', init({ a: { command: COMMAND } })],
    ['as a list', init({ a: { command: ['aws', 's3api', 'put-bucket-policy', '--policy', 'file://p.json'] } })],
    ['code in Python', code(PYTHON)],
    ['code in JavaScript', code(NODE)],
    ['of the newer SDK', code('await s3.send(new PutBucketPolicyCommand(input))')],
    ['code in pieces', code({ 'Fn::Join': ['\n', PYTHON.split('\n')] })],
  ])('%s', async (_, resource) => {
    const template = { Resources: { R: resource } }
    const wanted = ['notice policy-unreadable']
    expect(await toldIn(JSON.stringify(template, null, 2), 'template.json')).toEqual(wanted)
    const yaml = `Resources:\n  R: ${JSON.stringify(resource)}\n`
    expect(await toldIn(yaml, 'template.yaml')).toEqual(wanted)
  })

  test('a block of YAML', async () => {
    const lines = SCRIPT.trimEnd().replace(/^/gm, '          ')
    const yaml = `Resources:\n  R:\n    Type: AWS::EC2::Instance\n    Properties:\n      UserData:\n        Fn::Base64: !Sub |\n${lines}\n`
    expect(await toldIn(yaml, 'template.yaml')).toEqual(['notice policy-unreadable'])
  })

  test.each<[string, object]>([
    ['another command', instance({ 'Fn::Base64': 'aws s3api get-bucket-policy --bucket b1' })],
    ['what is named after it', { Type: 'AWS::Events::Rule', Properties: { Name: 'detect-put-bucket-policy' } }],
    [
      'an event',
      { Type: 'AWS::Events::Rule', Properties: { EventPattern: { detail: { eventName: ['PutBucketPolicy'] } } } },
    ],
    [
      'a permission',
      {
        Type: 'AWS::Serverless::Function',
        Properties: { Policies: [{ Statement: [{ Effect: 'Allow', Action: 's3:putBucketPolicy', Resource: '*' }] }] },
      },
    ],
    ['a policy of another kind', code(PYTHON.replace('put_bucket_policy', 'create_policy').replaceAll('s3', 'sqs'))],
  ])('but not of %s', async (_, resource) => {
    expect(await toldIn(JSON.stringify({ Resources: { R: resource } }), 'template.json')).toEqual([])
  })
})
