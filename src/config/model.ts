import type {
  Boundary,
  CheckOptions,
  ContextFact,
  Feature,
  IgnoreEntry,
  Protect,
  Remedy,
  Selector,
} from '../model/options.js'
import type { Level, RuleId } from '../model/rules.js'
import type { NamedRole } from './role.js'

/** An integration as the file states it; null stands for "not stated". */
export interface ConfigIntegration extends Selector {
  readonly role: NamedRole
  readonly boundary: Boundary | null
  readonly sessions: readonly string[] | null
  readonly roleId: string | null
  readonly expressions: { readonly account?: string; readonly roleName?: string } | null
}

/** A validated configuration file; null stands for "not stated". */
export interface ConfigFile {
  /** As it is named in reports. */
  readonly path: string
  readonly integrations: readonly ConfigIntegration[]
  readonly protect: Protect | null
  readonly features: readonly Feature[] | null
  readonly remedy: Remedy | null
  /** Keys in lower case. */
  readonly context: Readonly<Record<string, ContextFact>>
  readonly levels: Readonly<Partial<Record<RuleId, Level | 'off'>>>
  readonly ignore: readonly IgnoreEntry[]
  /** Files with values of variables by the folders of root modules. */
  readonly terraformVariables?: CheckOptions['terraformVariables']
  /** Where the integrations stand, in their order, and the value of `protect`. */
  readonly places?: {
    readonly integrations: readonly IgnoreEntry['location'][]
    readonly protect: IgnoreEntry['location'] | null
  }
  /**
   * Where entries stand, as lines that start at 1: by `integrations`, `integrations[0]`, `rules.policy-unknown`; keys of
   * `context` in lower case.
   */
  readonly lines: ReadonlyMap<string, number>
}
