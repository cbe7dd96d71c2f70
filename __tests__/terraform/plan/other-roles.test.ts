import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { discoverRoles } from '../../../src/documents/forms/clumio-roles.js'
import { PlanAccounts } from '../../../src/terraform/accounts/index.js'
import { type Plan, PlanIndex, readPlans } from '../../../src/terraform/plan/index.js'

const VENDOR = 'ClumioRole-us-west-2-831e8db1-7a77-4550-b2a4-838aa526b8df'
const NAMES = [VENDOR, 'service', 'Clumio', 'a"b\\c', 'é']

interface Role {
  readonly name: string
  readonly key: string | number | null
  readonly arn: boolean
  /** Where each has another one if it is not given. */
  readonly account?: string
  readonly marked: boolean
  /** Where it stands. */
  readonly planned: boolean
  readonly changed: boolean
  readonly inState: boolean
  /** The change takes it away, and says nothing more of it. */
  readonly isDeleted: boolean
}

const ROLES: fc.Arbitrary<Role> = fc.record({
  name: fc.constantFrom(...NAMES),
  key: fc.constantFrom('a"é', 0, null),
  arn: fc.boolean(),
  marked: fc.boolean(),
  planned: fc.boolean(),
  changed: fc.boolean(),
  inState: fc.boolean(),
  isDeleted: fc.boolean(),
})

function resource({ name, key, arn, marked, account }: Role, index: number) {
  const values = {
    name,
    path: '/',
    unique_id: `id-${index}`,
    description: `secret-${index}`,
    ...(arn ? { arn: `arn:aws:iam::${account ?? index}:role/${name}` } : {}),
  }
  const at = `aws_iam_role.r${index}${key === null ? '' : `[${JSON.stringify(key)}]`}`
  const own = {
    address: at,
    mode: 'managed',
    type: 'aws_iam_role',
    name: `r${index}`,
    ...(key === null ? {} : { index: key }),
  }
  return { own, values, marks: marked ? { description: true } : {} }
}

/** A plan of roles, or only its values, as Terraform writes it. */
function planOf(roles: readonly Role[], hasChanges: boolean, isEscaped: boolean): Buffer {
  const all = roles.map((role, index) => ({ role, ...resource(role, index) }))
  const valuesOf = (some: typeof all) => ({
    root_module: { resources: some.map(({ own, values, marks }) => ({ ...own, values, sensitive_values: marks })) },
  })
  const text = JSON.stringify({
    format_version: '1.2',
    planned_values: valuesOf(all.filter(({ role }) => role.planned)),
    ...(hasChanges
      ? {
          resource_changes: all
            .filter(({ role }) => role.changed)
            .map(({ role, own, values, marks }) => ({
              ...own,
              change: role.isDeleted
                ? { actions: ['delete'], after: null }
                : {
                    actions: ['no-op'],
                    before: values,
                    after: values,
                    before_sensitive: marks,
                    after_sensitive: marks,
                  },
            })),
        }
      : {}),
    prior_state: { format_version: '1.0', values: valuesOf(all.filter(({ role }) => role.inState)) },
    configuration: { root_module: {} },
  })
  return Buffer.from(isEscaped ? text.replaceAll('Clumio', '\\u0043lumio') : text)
}

function* inPieces(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

function told(plan: Plan, count: number) {
  const { valuesOnly, refreshOnly, secrets, malformed, others } = plan
  const hidden = Array.from({ length: count }, (_, index) => secrets.isIn(`secret-${index}`))
  const index = new PlanIndex(plan)
  return { roles: discoverRoles(index, new PlanAccounts(index)), valuesOnly, refreshOnly, malformed, others, hidden }
}

function read(bytes: Iterable<Uint8Array>, word: string | null): Plan {
  const result = readPlans('plan.json', bytes, word)
  const [plan] = result.kind === 'plans' ? result.plans : []
  if (plan === undefined) throw new Error(result.kind)
  return plan
}

describe('roles of a plan that nobody looks for', () => {
  test('change nothing of what is told of the plan when they are left out', () => {
    fc.assert(
      fc.property(
        fc.array(ROLES, { maxLength: 5 }),
        fc.boolean(),
        fc.boolean(),
        fc.integer({ min: 1, max: 400 }),
        (roles, hasChanges, isEscaped, size) => {
          const bytes = planOf(roles, hasChanges, isEscaped)
          const all = told(read([bytes], null), roles.length)
          expect(told(read(inPieces(bytes, size), 'Clumio'), roles.length)).toEqual(all)
        },
      ),
      { numRuns: 400 },
    )
  })

  test('are not kept', () => {
    const other = { key: null, arn: true, marked: false, planned: true, changed: true, inState: true, isDeleted: false }
    const account = '111122223333'
    const roles = ['a', VENDOR, 'b', 'c'].map((name) => ({ ...other, account, name }))
    roles.push({ ...other, account: '444455556666', name: 'd' })
    const plan = read([planOf(roles, true, false)], 'Clumio')
    expect(plan.changes.map(({ address }) => address)).toEqual(['aws_iam_role.r1'])
    // The first one of the state in an account tells it.
    expect(plan.state.map(({ address }) => address)).toEqual(['aws_iam_role.r0', 'aws_iam_role.r1', 'aws_iam_role.r4'])
  })
})
