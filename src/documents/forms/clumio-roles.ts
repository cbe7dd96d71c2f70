import { VENDOR_SESSIONS } from '../../clumio/integrations.js'
import { isVendorRoleName } from '../../clumio/roles.js'
import type { Boundary, Integration } from '../../model/options.js'
import type { PlanAccounts } from '../../terraform/accounts/index.js'
import { hides, type Marks, type Plan, type PlanIndex, type PlannedResource } from '../../terraform/plan/index.js'
import type { DiscoveredRole } from '../document.js'

/**
 * The vendor's roles in a plan, by the format of their name and their path (docs/semantics.md, D4). The account of one is
 * null where the plan does not say it.
 */
export function discoverRoles(index: PlanIndex, accounts: PlanAccounts): readonly DiscoveredRole[] {
  const { plan } = index
  const { callers } = accounts
  const roles = new Map<string, DiscoveredRole>()
  for (const change of plan.changes) {
    const { address, parsed, after, actions } = change
    if (parsed.type !== 'aws_iam_role' || change.deposed || after === null) continue
    const role = roleOf(after, accounts.of(address))
    if (role === null || isHidden(role, change.afterSensitive, plan)) continue
    // Where nobody can tell what is done, a role without an ARN is one that is not there yet.
    const isNew = actions.includes('unknown') && typeof after.arn !== 'string'
    const created = actions.includes('create') || isNew
    const integration = { ...role, created, boundary: boundaryOf(change, index) }
    const existed = parsed.mode === 'managed' && isInState(change, role, index)
    roles.set(address, { address, integration, standing: { existed, added: created || change.imported, callers } })
  }
  // S3 refuses a policy that names a role which the plan deletes.
  const gone = new Set(plan.changes.filter(({ after }) => after === null).map(({ address }) => address))
  for (const { address, parsed, values, sensitive } of plan.state) {
    if (parsed.type !== 'aws_iam_role' || roles.has(address) || gone.has(address)) continue
    const integration = roleOf(values, accounts.of(address))
    if (integration === null || isHidden(integration, sensitive, plan)) continue
    const existed = parsed.mode === 'managed'
    roles.set(address, { address, integration, standing: { existed, added: false, callers } })
  }
  return [...roles.values()]
}

/** The module's variable for the path; roles elsewhere with the same name are none of the vendor's module. */
function roleOf(values: Readonly<Record<string, unknown>>, account: string | null): Integration | null {
  const { name, path, arn } = values
  if (typeof name !== 'string' || typeof path !== 'string' || !isVendorRoleName(name)) return null
  const parts = typeof arn === 'string' ? arn.split(':') : []
  return {
    partition: parts[1] ?? null,
    account: parts[4] ?? account,
    rolePath: path,
    roleName: name,
    boundary: stated(values.permissions_boundary),
    boundaryStated: true,
    sessions: VENDOR_SESSIONS,
    roleId: typeof values.unique_id === 'string' ? values.unique_id : null,
    files: [],
    buckets: [],
    addresses: [],
    expressions: null,
    origin: 'plan',
    introduced: false,
  }
}

/** A role is there to be written into policies and told: one of which a part may not be shown is none. */
function isHidden({ account, roleName, rolePath, roleId }: Integration, marks: Marks, { secrets }: Plan): boolean {
  const isMarked = ['name', 'path', 'arn', 'unique_id'].some((attribute) => hides(marks, attribute))
  return isMarked || secrets.isIn([account, roleName, rolePath, roleId])
}

/** Whether the state had the role before, under its present or its former address. */
function isInState({ address, previousAddress }: PlannedResource, role: Integration, index: PlanIndex): boolean {
  const former = previousAddress === null ? [] : index.inState(previousAddress)
  return [...index.inState(address), ...former].some(
    (one) =>
      one.parsed.mode === 'managed' &&
      one.parsed.type === 'aws_iam_role' &&
      one.values.name === role.roleName &&
      one.values.path === role.rolePath,
  )
}

function stated(value: unknown): Boundary {
  return value === null || value === undefined || value === '' ? 'none' : 'present'
}

/** The ARN of a policy that the plan creates is not known yet, and never null. */
function boundaryOf(change: PlannedResource, index: PlanIndex): Boundary {
  if (change.afterUnknown.permissions_boundary !== true) return stated(change.after?.permissions_boundary)
  const [policy, ...others] = index.namedBy(change.parsed, 'permissions_boundary') ?? []
  return policy?.type === 'aws_iam_policy' && others.length === 0 ? 'present' : 'unknown'
}
