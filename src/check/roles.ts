import type { DiscoveredRole, PlanFacts } from '../documents/document.js'
import type { CheckOptions, Integration } from '../model/options.js'
import { planWeight } from '../model/trust.js'

/** The options with the roles that a plan holds, which count where nobody configured one. */
export function withRoles(facts: PlanFacts, options: CheckOptions): CheckOptions {
  if (options.integrations.length > 0) return options
  return { ...options, integrations: facts.roles.map((role) => integrationOf(role, facts, options)) }
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
  const why = introducedBy(role, facts, options)
  const judged = 'it is the role that policies of this plan are judged for'
  return why === null ? judged : `${judged}, and edits with it are only shown: ${why}`
}

function integrationOf(role: DiscoveredRole, facts: PlanFacts, options: CheckOptions): Integration {
  const why = introducedBy(role, facts, options)
  return why === null ? role.integration : { ...role.integration, introduced: true, whyIntroduced: why }
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
