import { describe, expect, test } from 'vitest'
import { withRoles } from '../../src/check/roles.js'
import { unnamedIntegration } from '../../src/clumio/integrations.js'
import type { DiscoveredRole } from '../../src/documents/document.js'
import type { Integration } from '../../src/model/options.js'
import { type Plan, parseAddress } from '../../src/terraform/plan/index.js'
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
function planIn(...accounts: string[]): Plan {
  const parsed = parseAddress('data.aws_caller_identity.me')
  if (parsed === null) throw new Error('no address')
  const state = accounts.map((account_id) => ({ address: 'x', parsed, values: { account_id } }))
  return { state } as unknown as Plan
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
    const plan = planIn(...callers)
    const by = vouched ? 'job' : 'head'
    const facts = { plan, by, roles: roles.map(planned), unknown: [], unreadable: [], buckets: [] } as const
    const integrations = stated.map((each) => ({ ...NAMED, ...each }))
    const found = withRoles(facts, { ...OPTIONS, integrations, account, standing: 'pull' }).integrations
    expect(found).toHaveLength(expected.length)
    expect(found).toMatchObject(expected)
  })
})
