import { VENDOR_SESSIONS } from '../../clumio/integrations.js'
import { isVendorRoleName } from '../../clumio/roles.js'
import type { Boundary } from '../../model/options.js'
import { type Plan, PlanIndex, type PlannedResource } from '../../terraform/plan/index.js'
import type { DiscoveredRole } from '../document.js'

/** The vendor's roles in a plan, by the format of their name and their path (docs/semantics.md, D4). */
export function discoverRoles(plan: Plan): readonly DiscoveredRole[] {
  const account = accountOf(plan)
  const roles = new Map<string, DiscoveredRole>()
  for (const change of plan.changes) {
    if (change.parsed.type !== 'aws_iam_role' || change.deposed || change.after === null) continue
    const role = roleOf(change.after, change.address, account)
    const created = change.actions.includes('create')
    if (role)
      roles.set(change.address, {
        ...role,
        integration: { ...role.integration, created, boundary: boundaryOf(change, plan) },
      })
  }
  // S3 refuses a policy that names a role which the plan deletes.
  const gone = new Set(plan.changes.filter(({ after }) => after === null).map(({ address }) => address))
  for (const resource of plan.state) {
    const { address } = resource
    if (resource.parsed.type !== 'aws_iam_role' || roles.has(address) || gone.has(address)) continue
    const role = roleOf(resource.values, resource.address, account)
    if (role) roles.set(resource.address, role)
  }
  return [...roles.values()].filter(({ integration }) => integration.account !== null)
}

/** The module's variable for the path; roles elsewhere with the same name are none of the vendor's module. */
function roleOf(
  values: Readonly<Record<string, unknown>>,
  address: string,
  account: string | null,
): DiscoveredRole | null {
  const { name, path, arn } = values
  if (typeof name !== 'string' || typeof path !== 'string' || !isVendorRoleName(name)) return null
  const parts = typeof arn === 'string' ? arn.split(':') : []
  return {
    address,
    integration: {
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
    },
  }
}

function stated(value: unknown): Boundary {
  return value === null || value === undefined || value === '' ? 'none' : 'present'
}

/** The ARN of a policy that the plan creates is not known yet, and never null. */
function boundaryOf(change: PlannedResource, plan: Plan): Boundary {
  if (change.afterUnknown.permissions_boundary !== true) return stated(change.after?.permissions_boundary)
  const [policy, ...others] = new PlanIndex(plan).namedBy(change.parsed, 'permissions_boundary') ?? []
  return policy?.type === 'aws_iam_policy' && others.length === 0 ? 'present' : 'unknown'
}

/** The account by `aws_caller_identity`, else by an ARN of a role in the state. */
function accountOf(plan: Plan): string | null {
  for (const { parsed, values } of plan.state) {
    const id = parsed.type === 'aws_caller_identity' ? values.account_id : undefined
    if (typeof id === 'string') return id
  }
  for (const { parsed, values } of plan.state) {
    const arn = parsed.type === 'aws_iam_role' ? values.arn : undefined
    const id = typeof arn === 'string' ? arn.split(':')[4] : undefined
    if (id !== undefined) return id
  }
  return null
}
