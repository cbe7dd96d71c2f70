import type { DiscoveredRole, PlanFacts } from '../documents/document.js'
import type { CheckOptions, Integration } from '../model/options.js'
import { planWeight } from '../model/trust.js'

/**
 * The options for a policy of a plan, with what the plan says of roles and accounts where nothing else does.
 *
 * @param address of the resource that has the policy
 */
export function withRoles(facts: PlanFacts, options: CheckOptions, address: string): CheckOptions {
  return { ...options, integrations: integrationsWithPlan(facts, options, address) }
}

/**
 * The integrations that a policy of a plan is judged for. Each value counts by itself: an input comes first, then the
 * configuration, then what the plan says, then the default. So the account of an input and the role of a plan are one
 * integration, as are the name of an input and the account that the policy's bucket is in.
 */
function integrationsWithPlan(facts: PlanFacts, options: CheckOptions, address: string): readonly Integration[] {
  const { accounts, by } = facts
  const roles = facts.roles.filter((role) => mayBeOne(role, address, facts))
  if (options.integrations.length === 0) return roles.flatMap((role) => integrationOf(role, facts, options) ?? [])
  const vouched = planWeight(by, options.standing ?? 'own') === 'verdict'
  return options.integrations.map((one) => {
    // Where the account is stated, it says which role is meant, wherever the bucket is.
    return completed(one, one.account === null ? roles : facts.roles, accounts.of(address), vouched)
  })
}

/**
 * Whether a role may be in the account of a bucket: one of another provider configuration is not taken for it unless both are
 * known to be in one account, or the plan does not say which configurations they are of.
 */
function mayBeOne({ integration, address: role }: DiscoveredRole, bucket: string, { accounts }: PlanFacts): boolean {
  const [ofRole, ofBucket] = [accounts.configurationOf(role), accounts.configurationOf(bucket)]
  if (ofRole === ofBucket) return true
  const account = accounts.of(bucket)
  if (account !== null && integration.account !== null) return account === integration.account
  return ofRole === null || ofBucket === null
}

/** The report says which roles were found, whether they count or not. */
export function roleNotes(facts: PlanFacts, options: CheckOptions): readonly string[] {
  return facts.roles.map((role) => {
    const { roleName } = role.integration
    return `The plan holds the Clumio role ${roleName} (${role.address}); ${useOf(role, facts, options)}.`
  })
}

function useOf(role: DiscoveredRole, facts: PlanFacts, options: CheckOptions): string {
  if (options.integrations.length > 0) return 'the configured roles are used instead'
  const used = integrationOf(role, facts, options)
  if (used === null) return 'it is not used, since its account is not known or not the one that was given'
  const those = facts.accounts.areOne ? 'policies of this plan' : 'policies of this plan in its account'
  const judged = `it is the role that ${those} are judged for`
  return used.introduced ? `${judged}, and edits with it are only shown: ${used.whyIntroduced}` : judged
}

/** A role of a plan in the account of an input; null where the two are not of one account, or none is known. */
function integrationOf(role: DiscoveredRole, facts: PlanFacts, options: CheckOptions): Integration | null {
  const found = withAccount(role, options.account)
  if (found === null) return null
  const why = introducedBy({ ...role, integration: found }, facts, options)
  return why === null ? found : { ...found, introduced: true, whyIntroduced: why }
}

function withAccount({ integration }: DiscoveredRole, account: string | null): Integration | null {
  const { partition, account: own } = integration
  if (account === null || own === account) return own === null ? null : integration
  // The partition is known from the ARN alone; without one, the account is only that of the plan's caller.
  return partition === null ? { ...integration, account } : null
}

const CONFIRM = 'a person must confirm that it is the right one, or name it as clumio-role-id'

/**
 * Why a role of a plan counts as one that the pull request introduces; null where it does not. Whoever writes a pull
 * request writes what is planned: only a role that the state had before is beyond that.
 */
function introducedBy(
  { integration, standing }: DiscoveredRole,
  facts: PlanFacts,
  options: CheckOptions,
): string | null {
  const { standing: place = 'own' } = options
  if (place === 'own') return null
  if (planWeight(facts.by, place) !== 'verdict') {
    return `the role counts as new in this pull request, since a committed plan names it: ${CONFIRM}`
  }
  if (standing.added) return `the role is new in this pull request: ${CONFIRM}`
  if (!standing.existed) {
    return `the role counts as new in this pull request, since no managed resource of the state is it: ${CONFIRM}`
  }
  if (!isOwnAccount(integration, standing.callers, options)) {
    return `the role counts as new in this pull request, since nothing confirms that its account is the own one: ${CONFIRM}`
  }
  return null
}

/** The plan's caller says the account, else the workflow's inputs. */
function isOwnAccount({ account }: Integration, callers: readonly string[], options: CheckOptions): boolean {
  if (callers.length > 0) return callers.every((caller) => caller === account)
  return options.account !== null && options.account === account
}

/** What a stated integration leaves open, from the plan: its account, and whether the plan only makes the role. */
function completed(
  stated: Integration,
  roles: readonly DiscoveredRole[],
  bucketAccount: string | null,
  vouched: boolean,
): Integration {
  const same = roles.filter(({ integration: { roleName, account } }) => {
    return roleName === stated.roleName && (stated.account === null || account === null || account === stated.account)
  })
  const [found, ...others] = same
  // Two roles of one name are of two accounts: neither is known to be meant.
  const role = others.length === 0 ? (found?.integration ?? null) : null
  const account = stated.account ?? role?.account ?? (same.length > 1 ? null : bucketAccount)
  const created = role?.created === true && role.rolePath === stated.rolePath
  const boundary = stated.boundaryStated || role === null || !vouched ? {} : pick(role)
  if (account === stated.account && !created && Object.keys(boundary).length === 0) return stated
  const introduced = stated.introduced || (account !== stated.account && !vouched)
  return { ...stated, ...boundary, ...(created ? { created } : {}), account, introduced }
}

function pick({ boundary, boundaryStated }: Integration): Pick<Integration, 'boundary' | 'boundaryStated'> {
  return { boundary, boundaryStated }
}
