import { hides, type PlanIndex, parseAddress, type StateResource } from '../plan/index.js'
import { AccountConfigurations } from './configurations.js'

/** An account that a resource of the state tells of the configuration that the resource is made with. */
interface Told {
  readonly account: string
  /** Null where the plan does not say which one it is. */
  readonly configuration: string | null
  readonly byCaller: boolean
}

/**
 * The accounts that a plan is made in: what `aws_caller_identity` and the ARNs of roles tell of one provider configuration
 * holds for resources of the same one, and of one that differs in nothing that decides on the account (docs/semantics.md, D29).
 */
export class PlanAccounts {
  readonly #index: PlanIndex
  readonly #configurations: AccountConfigurations
  readonly #told: readonly Told[]

  constructor(index: PlanIndex) {
    const { plan } = index
    this.#index = index
    this.#configurations = new AccountConfigurations(plan)
    this.#told = plan.state.flatMap((resource) => {
      const byCaller = resource.parsed.type === 'aws_caller_identity'
      const isHidden = hides(resource.sensitive, byCaller ? 'account_id' : 'arn')
      const account = isHidden ? null : accountIn(resource)
      if (account === null || plan.secrets.isIn(account)) return []
      return [{ account, configuration: this.configurationOf(resource.address), byCaller }]
    })
  }

  /** What `aws_caller_identity` tells of any configuration, each account once. */
  get callers(): readonly string[] {
    return [...new Set(this.#told.filter(({ byCaller }) => byCaller).map(({ account }) => account))]
  }

  /** Whether all provider configurations are for one account, as far as the plan says. */
  get areOne(): boolean {
    return this.#configurations.areOne
  }

  /** The account of the resource at an address, 12 digits; null where nothing tells it. */
  of(address: string): string | null {
    const own = this.configurationOf(address)
    const same = own === null ? [] : this.#told.filter(({ configuration }) => configuration === own)
    const callers = same.filter(({ byCaller }) => byCaller)
    if (callers.length > 0) return agreed(callers)
    if (same.length > 0) return agreed(same)
    // Where the plan does not say which configuration it is, what tells an account may be about another one.
    const isAny = ({ configuration }: Told) => configuration === null || own === null || configuration === own
    return this.#configurations.areOne ? agreed(this.#told.filter(isAny)) : null
  }

  /** The configuration of a resource, as a text to be compared; null where the plan does not say it. */
  configurationOf(address: string): string | null {
    const parsed = parseAddress(address)
    const key = parsed === null ? null : (this.#index.configured(parsed)?.provider ?? null)
    return key === null ? null : this.#configurations.at(key, address)
  }
}

/** The one account that all tell; null where they tell none, or several. */
function agreed(told: readonly Told[]): string | null {
  const [only = null, ...others] = new Set(told.map(({ account }) => account))
  return others.length > 0 ? null : only
}

function accountIn({ parsed, values }: StateResource): string | null {
  const { account_id: id, arn } = values
  if (parsed.type === 'aws_caller_identity') return typeof id === 'string' && /^\d{12}$/.test(id) ? id : null
  return parsed.type === 'aws_iam_role' && typeof arn === 'string' ? (arn.split(':')[4] ?? null) : null
}
