import type { DiscoveredRole, PlanFacts } from '../documents/document.js'
import type { CheckOptions, Integration } from '../model/options.js'
import type { Plan } from '../terraform/plan/index.js'

/**
 * The integrations that policies of a plan are judged for. Each value counts by itself: an input comes first, then the
 * configuration, then what the plan says, then the default. So the account of an input and the role of a plan are one
 * integration, as are the name of an input and the account that the plan was made in.
 *
 * @param vouched true when the plan was made by the job: what another plan says ends up in no edit that is offered
 */
export function integrationsWithPlan(
  { roles, plans }: Pick<PlanFacts, 'roles' | 'plans'>,
  { integrations, account }: Pick<CheckOptions, 'integrations' | 'account'>,
  vouched: boolean,
): readonly Integration[] {
  if (integrations.length === 0) return roles.flatMap((role) => withAccount(role, account) ?? [])
  const caller = callerAccount(plans)
  return integrations.map((one) => completed(one, roles, caller, vouched))
}

/** A role of a plan in the account of an input; null where the two are not of one account, or none is known. */
function withAccount({ integration }: DiscoveredRole, account: string | null): Integration | null {
  const { partition, account: own } = integration
  if (account === null || own === account) return own === null ? null : integration
  // The partition is known from the ARN alone; without one, the account is only that of the plan's caller.
  return partition === null ? { ...integration, account } : null
}

/** What a stated integration leaves open, from the plan: its account, and whether the plan only makes the role. */
function completed(
  stated: Integration,
  roles: readonly DiscoveredRole[],
  caller: string | null,
  vouched: boolean,
): Integration {
  const same = roles.filter(({ integration: { roleName, account } }) => {
    return roleName === stated.roleName && (stated.account === null || account === null || account === stated.account)
  })
  const [found, ...others] = same
  // Two roles of one name are of two accounts: neither is known to be meant.
  const role = others.length === 0 ? (found?.integration ?? null) : null
  const account = stated.account ?? role?.account ?? (same.length > 1 ? null : caller)
  const created = role?.created === true && role.rolePath === stated.rolePath
  const boundary = stated.boundaryStated || role === null || !vouched ? {} : pick(role)
  if (account === stated.account && !created && Object.keys(boundary).length === 0) return stated
  const introduced = stated.introduced || (account !== stated.account && !vouched)
  return { ...stated, ...boundary, ...(created ? { created } : {}), account, introduced }
}

function pick({ boundary, boundaryStated }: Integration): Pick<Integration, 'boundary' | 'boundaryStated'> {
  return { boundary, boundaryStated }
}

/** The one account that plans were made in, by `aws_caller_identity`; null where they say none, or several. */
function callerAccount(plans: readonly Plan[]): string | null {
  const accounts = new Set<string>()
  for (const { state } of plans) {
    for (const { parsed, values } of state) {
      const id = parsed.type === 'aws_caller_identity' ? values.account_id : undefined
      if (typeof id === 'string' && /^\d{12}$/.test(id)) accounts.add(id)
    }
  }
  const [only = null] = accounts
  return accounts.size === 1 ? only : null
}
