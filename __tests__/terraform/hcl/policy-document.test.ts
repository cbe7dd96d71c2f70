import { expect, test } from 'vitest'
import { locatePolicy, SourceUnknown } from '../../../src/terraform/trace/index.js'
import { request, textFiles } from './workspace.js'

const EVERYONE = 'principals {\n    type = "*"\n    identifiers = ["*"]\n  }'
const ROOT = 'principals {\n    type = "AWS"\n    identifiers = ["arn:aws:iam::111122223333:root"]\n  }'

/** The statement that a block of an `aws_iam_policy_document` is rendered to. */
async function rendered(block: string): Promise<Readonly<Record<string, unknown>>> {
  const main = `resource "aws_s3_bucket_policy" "p" {
  bucket = "b"
  policy = data.aws_iam_policy_document.d.json
}
data "aws_iam_policy_document" "d" {
  statement {
  ${block}
  }
}
`
  const { statements } = await locatePolicy(request('aws_s3_bucket_policy.p', null), textFiles({ 'main.tf': main }))
  const [found] = statements
  return found?.found ? (found.source as Readonly<Record<string, unknown>>) : {}
}

test.each([
  ['the effect is Allow where none is set', 'actions = ["s3:*"]', { Effect: 'Allow', Action: ['s3:*'] }],
  ['empty lists and an empty Sid are left out', 'sid = ""\n  actions = []', { Effect: 'Allow' }],
  [
    '&{…} is a policy variable',
    'resources = ["a/&{aws:username}"]',
    { Effect: 'Allow', Resource: [`a/\${aws:username}`] },
  ],
  ['the one principal "*" is everybody', EVERYONE, { Effect: 'Allow', Principal: '*' }],
])('%s', async (_rule, block, statement) => {
  expect(await rendered(block)).toEqual(statement)
})

test('what "*" beside other principals stands for is not known', async () => {
  expect((await rendered(`${EVERYONE}\n  ${ROOT}`)).Principal).toBeInstanceOf(SourceUnknown)
})
