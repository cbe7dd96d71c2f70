import { describe, expect, test } from 'vitest'
import { check } from '../../src/check/index.js'
import type { CheckOptions } from '../../src/model/options.js'
import type { Standing, Voucher } from '../../src/model/trust.js'
import { literalTree } from '../../src/sources/literals.js'
import { memorySource } from '../../src/sources/source.js'
import { sourcesOf } from '../../src/sources/sources.js'
import { OPTIONS } from '../support/check.js'

const AWS = 'registry.terraform.io/hashicorp/aws'
const NAME = 'ClumioRole-us-west-2-831e8db1-7a77-4550-b2a4-838aa526b8df'
const ACCOUNT = '123456789012'
const values = (account = ACCOUNT) => ({
  name: NAME,
  path: '/clumio/',
  arn: `arn:aws:iam::${account}:role/clumio/${NAME}`,
})
const about = (address: string, type: string) => {
  const mode = address.startsWith('data.') ? 'data' : 'managed'
  return { address, mode, type, name: address.split('.').at(-1), provider_name: AWS }
}
const role = (address = 'aws_iam_role.r', account?: string, more: object = {}) => ({
  ...about(address, 'aws_iam_role'),
  values: values(account),
  sensitive_values: {},
  ...more,
})
const caller = (account: string) => ({
  ...about('data.aws_caller_identity.c', 'aws_caller_identity'),
  values: { account_id: account },
})
const change = (actions: readonly string[], more: object = {}, whole: object = {}) => ({
  ...about('aws_iam_role.r', 'aws_iam_role'),
  ...whole,
  change: { actions, before: null, after: values(), after_unknown: {}, ...more },
})
const policy = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: ['arn:aws:s3:::b1', 'arn:aws:s3:::b1/*'] }],
})
const HCL = `resource "aws_s3_bucket_policy" "b" {
  bucket = "b1"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = ["arn:aws:s3:::b1", "arn:aws:s3:::b1/*"]
    }]
  })
}
`

async function fixOf(
  state: readonly object[],
  changes: readonly object[],
  by: Voucher,
  standing: Standing,
  options: Partial<CheckOptions> = {},
) {
  const bucketPolicy = {
    ...about('aws_s3_bucket_policy.b', 'aws_s3_bucket_policy'),
    change: { actions: ['create'], before: null, after: { bucket: 'b1', policy }, after_unknown: {} },
  }
  const plan = {
    format_version: '1.2',
    resource_changes: [bucketPolicy, ...changes],
    prior_state: { values: { root_module: { resources: state } } },
  }
  const tree = literalTree({ 'main.tf': HCL }, 'head')
  const hcl = tree.read('main.tf')
  const files = [memorySource('plan.json', new TextEncoder().encode(JSON.stringify(plan)), by), ...(hcl ? [hcl] : [])]
  const { report } = await check(sourcesOf(tree, files), { ...OPTIONS, integrations: [], standing, ...options })
  const finding = report.findings.find(({ rule }) => rule === 'deny-blocks-clumio')
  return { fix: finding?.fix ?? null, notes: report.notes, finding }
}

describe('a role of a plan is offered', () => {
  const known = [role(), caller(ACCOUNT)]
  const input = { account: ACCOUNT }
  test.each<[string, readonly object[], readonly object[], Voucher, Standing, Partial<CheckOptions>, string | null]>([
    ['where the state had it, in the account of the caller', known, [], 'job', 'pull', {}, null],
    ['where the plan leaves it or changes it in place', known, [change(['update'])], 'job', 'pull', {}, null],
    ['where the inputs name its account and no caller is known', [role()], [], 'job', 'pull', input, null],
    ['not where nothing confirms its account', [role()], [], 'job', 'pull', {}, 'nothing confirms'],
    [
      'not in another account than the caller',
      [role('aws_iam_role.r', '210987654321'), caller(ACCOUNT)],
      [],
      'job',
      'pull',
      {},
      'nothing confirms',
    ],
    [
      'not where a data source has it',
      [role('data.aws_iam_role.r'), caller(ACCOUNT)],
      [],
      'job',
      'pull',
      {},
      'no managed resource',
    ],
    [
      'not where the plan creates it',
      [caller(ACCOUNT)],
      [change(['create'])],
      'job',
      'pull',
      {},
      'is new in this pull request',
    ],
    [
      'not where the plan replaces it',
      known,
      [change(['delete', 'create'])],
      'job',
      'pull',
      {},
      'is new in this pull request',
    ],
    [
      'not where the plan imports it',
      known,
      [change(['no-op'], { importing: { id: NAME } })],
      'job',
      'pull',
      {},
      'is new in this pull request',
    ],
    [
      'where the plan only moves it',
      [role('aws_iam_role.old'), caller(ACCOUNT)],
      [change(['no-op'], {}, { previous_address: 'aws_iam_role.old' })],
      'job',
      'pull',
      {},
      null,
    ],
    ['not where the plan is committed', known, [], 'head', 'pull', {}, 'a committed plan names it'],
    ['not where nobody answers for the plan', known, [], 'nobody', 'pull', {}, 'a committed plan names it'],
    ['on own ground, whoever names it', [role('data.aws_iam_role.r')], [], 'head', 'own', {}, null],
    ['on own ground where the plan creates it', [caller(ACCOUNT)], [change(['create'])], 'job', 'own', {}, null],
  ])('%s', async (_name, state, changes, by, standing, options, why) => {
    const { fix, notes } = await fixOf(state, changes, by, standing, options)
    expect(fix?.applicability, fix?.note).toBe(why === null ? 'edit' : 'text-only')
    if (why !== null) {
      expect(fix?.note).toContain(why)
      expect(notes.join('\n')).toContain(why)
    }
  })

  test('by aws:PrincipalArn where the plan only creates it', async () => {
    expect((await fixOf([caller(ACCOUNT)], [change(['create'])], 'job', 'own')).fix?.remedy).toBe('principal-arn')
  })

  test('never where the plan marks a part of it as sensitive', async () => {
    const hidden = role('aws_iam_role.r', ACCOUNT, { sensitive_values: { name: true } })
    const { finding, notes } = await fixOf([hidden, caller(ACCOUNT)], [], 'job', 'own')
    expect(finding).toBeDefined()
    expect(JSON.stringify([finding, notes])).not.toContain(NAME)
  })
})
