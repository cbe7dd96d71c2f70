import { describe, expect, test } from 'vitest'
import { withRoles } from '../../src/check/roles.js'
import { unnamedIntegration } from '../../src/clumio/integrations.js'
import type { DiscoveredRole } from '../../src/documents/document.js'
import type { Integration } from '../../src/model/options.js'
import { PlanAccounts } from '../../src/terraform/accounts/index.js'
import { PlanIndex, readPlans } from '../../src/terraform/plan/index.js'
import { OPTIONS } from '../support/check.js'

/** Input before configuration before plan before default, for each value by itself. */

const A = '111122223333'
const B = '444455556666'
const NAMED: Integration = { ...unnamedIntegration('aws', null), partition: null, roleName: 'R', origin: 'input' }
const planned = (change: Partial<Integration>): DiscoveredRole => ({
  address: 'aws_iam_role.r',
  integration: { ...NAMED, origin: 'plan', boundaryStated: true, ...change },
  standing: { existed: true, added: false, callers: [] },
})

/** A plan that was made in accounts. */
function planIn(...accounts: string[]) {
  const resources = accounts.map((account_id, index) => ({
    address: `data.aws_caller_identity.me[${index}]`,
    type: 'aws_caller_identity',
    values: { account_id },
  }))
  const text = JSON.stringify({
    format_version: '1.2',
    resource_changes: [],
    prior_state: { values: { root_module: { resources } } },
  })
  const result = readPlans('plan.json', [new TextEncoder().encode(text)], null)
  const [plan] = result.kind === 'plans' ? result.plans : []
  if (plan === undefined) throw new Error('no plan')
  return { plan, accounts: new PlanAccounts(new PlanIndex(plan)) }
}

interface Case {
  readonly name: string
  readonly stated?: readonly Partial<Integration>[]
  readonly account?: string
  readonly roles?: readonly Partial<Integration>[]
  readonly callers?: readonly string[]
  readonly vouched?: boolean
  readonly expected: readonly Partial<Integration>[]
}

const CASES: readonly Case[] = [
  { name: 'nothing is known', expected: [] },
  { name: 'a role of the plan without an account is none', roles: [{}], expected: [] },
  { name: 'a role of the plan gets the account of an input', roles: [{}], account: A, expected: [{ account: A }] },
  {
    name: 'the account of an input comes before that of the caller',
    roles: [{ account: B }],
    account: A,
    expected: [{ account: A }],
  },
  {
    name: 'a role whose ARN is of another account is not the one that is meant',
    roles: [{ account: B, partition: 'aws' }],
    account: A,
    expected: [],
  },
  {
    name: 'a name from an input gets the account of the caller',
    stated: [{}],
    callers: [A],
    expected: [{ account: A, introduced: false }],
  },
  {
    name: 'an account that only an unvouched plan says makes the role a new one',
    stated: [{}],
    callers: [A],
    vouched: false,
    expected: [{ account: A, introduced: true }],
  },
  { name: 'a stated account stays', stated: [{ account: A }], callers: [B], expected: [{ account: A }] },
  { name: 'of two callers neither is meant', stated: [{}], callers: [A, B], expected: [{ account: null }] },
  {
    name: 'the account of the role of that name comes before the caller',
    stated: [{}],
    roles: [{ account: B, partition: 'aws' }],
    callers: [A],
    expected: [{ account: B }],
  },
  {
    name: 'a boundary that nobody stated is the plan of the job to say',
    stated: [{ account: A }],
    roles: [{ account: A, boundary: 'present' }],
    expected: [{ boundary: 'present', boundaryStated: true }],
  },
  {
    name: 'a stated boundary stays',
    stated: [{ account: A, boundary: 'none', boundaryStated: true }],
    roles: [{ account: A, boundary: 'present' }],
    expected: [{ boundary: 'none' }],
  },
  {
    name: 'a named role that the plan only creates does not exist yet',
    stated: [{ account: A }],
    roles: [{ account: A, created: true }],
    expected: [{ created: true, origin: 'input' }],
  },
  {
    name: 'the role of another name says nothing',
    stated: [{ account: A, roleName: 'Other' }],
    roles: [{ account: A, created: true, boundary: 'present' }],
    expected: [{ roleName: 'Other', boundary: 'none' }],
  },
]

describe('each value by itself', () => {
  test.each(CASES)('$name', ({ stated = [], account = null, roles = [], callers = [], vouched = true, expected }) => {
    const by = vouched ? 'job' : 'head'
    const read = { ...planIn(...callers), unknown: [], unreadable: [], buckets: [] }
    const facts = { ...read, by, roles: roles.map(planned) } as const
    const integrations = stated.map((each) => ({ ...NAMED, ...each }))
    const options = { ...OPTIONS, integrations, account, standing: 'pull' } as const
    const found = withRoles(facts, options, 'aws_s3_bucket_policy.p').integrations
    expect(found).toHaveLength(expected.length)
    expect(found).toMatchObject(expected)
  })
})
