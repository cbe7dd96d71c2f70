import { expect, test } from 'vitest'
import { checkTree } from '../support/check.js'

/** What takes a policy may stand in one file of a module, and the policy in another, which alone names none that is attached. */

const POLICY =
  '{ Version = "2012-10-17", Statement = [{ Effect = "Deny", Principal = "*", Action = "s3:*", Resource = "arn:aws:s3:::b/*" }] }'
const resource = (type: string, body: string) => `resource "${type}" "p" {\n${body}}\n`
const TEMPLATE = `jsonencode({ Resources = { P = { Type = "AWS::S3::BucketPolicy", Properties = { Bucket = "b", PolicyDocument = ${POLICY} } } } })`
const MANIFEST = `{ apiVersion = "s3.services.k8s.aws/v1alpha1", kind = "Bucket", spec = { name = "b", policy = jsonencode(${POLICY}) } }`
const ESCAPED = MANIFEST.replace('policy =', '"pol\\u0069cy" =').replace('Statement =', '"State${"m"}ent" =')
const control = (type: string) =>
  resource('aws_cloudcontrolapi_resource', `  type_name = ${type}\n  desired_state = local.d\n`)
const STATE = `jsonencode({ Bucket = "b", PolicyDocument = ${POLICY} })`

test.each([
  ['a stack', resource('aws_cloudformation_stack', '  template_body = local.d\n'), TEMPLATE],
  ['a resource of Cloud Control', control('"AWS::S3::BucketPolicy"'), STATE],
  ['one whose type is escaped', control(String.raw`"AWS::S3::Bucket\u0050olicy"`), STATE],
  ['one whose type is written elsewhere', control('local.t'), STATE],
  ['a manifest', resource('kubernetes_manifest', '  manifest = local.d\n'), MANIFEST],
  ['a manifest with escaped names', resource('kubernetes_manifest', '  manifest = local.d\n'), ESCAPED],
  ['an object', resource('aws_s3_object', '  content = local.d\n'), STATE],
  ['an output', 'output "d" {\n  value = local.d\n}\n', `jsonencode(${POLICY})`],
])('%s is told', async (_, taking, value) => {
  const files = {
    'main.tf': taking,
    'locals.tf': `locals {\n  d = ${value}\n  t = "AWS::S3::Bucket\${"Policy"}"\n}\n`,
  }
  expect((await checkTree(files)).report.findings).toHaveLength(1)
})

test.each([
  ['an output of something else', 'output "d" {\n  value = local.d\n}\n', '"x"'],
  ['a manifest without a policy', resource('kubernetes_manifest', '  manifest = local.d\n'), '{ kind = "ConfigMap" }'],
  [
    'an instance that is given one of a role',
    resource('aws_iam_role_policy', '  policy = local.d\n'),
    `jsonencode(${POLICY})`,
  ],
])('%s is not', async (_, taking, value) => {
  const files = { 'main.tf': taking, 'locals.tf': `locals {\n  d = ${value}\n}\n` }
  expect((await checkTree(files)).report.findings).toEqual([])
})
