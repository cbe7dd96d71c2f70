import { isObject, member } from '../../tree/value.js'
import { type ConfiguredProvider, type Plan, providerIn } from '../plan/index.js'
import { decidesOnAccount } from '../provider/index.js'

/**
 * What the provider configurations of a plan say of accounts: each as a text that two of them share which differ in nothing
 * that decides on it, such as the Region alone. These texts hold secrets, and are compared only.
 */
export class AccountConfigurations {
  readonly #plan: Pick<Plan, 'providers' | 'variables'>
  /** By their keys those that are written, not what a module is handed. */
  readonly #written: ReadonlyMap<string, string>

  constructor(plan: Pick<Plan, 'providers' | 'variables'>) {
    this.#plan = plan
    const written = [...plan.providers].filter(([key, one]) => isWritten(key, one))
    this.#written = new Map(written.map(([key, one]) => [key, this.#decidingParts(key, one)]))
  }

  /** Whether all that are written are for one account. */
  get areOne(): boolean {
    const texts = new Set(this.#written.values())
    return texts.size <= 1 && !texts.has(VARIES)
  }

  /**
   * The text of the configuration at a key.
   *
   * @param user what uses it, whose instance may be of a configuration of its own
   */
  at(key: string, user: string): string {
    const own = this.#written.get(key)
    if (own !== undefined) return own === VARIES ? `${VARIES} ${user}` : own
    // Nothing is written of the default one of the root, which goes to modules unasked unless a call hands on another one.
    if (!key.includes(':')) return key.includes('.') ? `unknown ${key}` : ''
    const possible = new Set(this.#written.values())
    if (!this.#written.has(providerIn(key))) possible.add('')
    const [only = ''] = possible
    return possible.size === 1 && only !== VARIES ? only : `unknown ${key}`
  }

  #decidingParts(key: string, expressions: ConfiguredProvider): string {
    const parts = Object.entries(expressions).filter(([name]) => decidesOnAccount(name))
    const texts = parts.map(([name, expression]) => this.#part(key, name, expression))
    return texts.includes(VARIES) ? VARIES : texts.filter((text) => text !== '').join('\n')
  }

  /** One argument or block; the empty text where it says nothing of the account. */
  #part(key: string, name: string, expression: unknown): string {
    const isRole = name.startsWith('assume_role')
    const deciding = isRole ? rolesIn(expression) : expression
    const references = referencesIn(deciding)
    if (references === null || references.some((one) => one.startsWith('each.'))) return VARIES
    const text = `${name} ${JSON.stringify(deciding)}`
    if (references.length === 0) return text
    // It stops a plan in other accounts, and leads into none.
    if (name.endsWith('_account_ids')) return ''
    // A plan keeps what an expression refers to, and not the expression: two that refer to the same may still differ.
    return isRole && this.#tellsAccount(key, references) ? text : `${text} of ${key}`
  }

  /** Whether variables have the account of an ARN among them, whatever is written around it: an ARN has one. */
  #tellsAccount(key: string, references: readonly string[]): boolean {
    if (key.includes(':')) return false
    const names = references.map((one) => /^var\.([\p{L}_][\p{L}\p{N}_-]*)/u.exec(one)?.[1])
    const values = names.map((name) => (name === undefined ? undefined : member(this.#plan.variables, name)))
    if (values.includes(undefined)) return false
    return new Set(JSON.stringify(values).match(/(?<![0-9A-Za-z])\d{12}(?![0-9A-Za-z])/g)).size === 1
  }
}

/** A configuration of which each instance may be for another account (OpenTofu, `for_each` of providers). */
const VARIES = 'varies'

/** Whether a configuration is written: one in a module that says nothing stands for what the module is handed. */
function isWritten(key: string, expressions: ConfiguredProvider): boolean {
  return !key.includes(':') || Object.keys(expressions).length > 0
}

/** Of what a role is assumed with, only which role it is decides on the account. */
function rolesIn(assumed: unknown): unknown {
  if (Array.isArray(assumed)) return assumed.map(roleIn)
  const value = member(assumed, 'constant_value')
  return roleIn(isObject(value) ? value : assumed)
}

function roleIn(assumed: unknown): unknown {
  return member(assumed, 'role_arn') ?? assumed
}

/** How deep the arguments of a provider may nest. */
const MAX_DEPTH = 16

/** What an expression refers to of which a plan keeps nothing. */
const UNTOLD = '(untold)'

/** What the expressions in some value refer to; null where it nests deeper than any configuration. */
function referencesIn(value: unknown, depth = 0): readonly string[] | null {
  if (typeof value !== 'object' || value === null) return []
  if (depth > MAX_DEPTH) return null
  const references = member(value, 'references')
  if (Array.isArray(references)) return references.map(String)
  if (member(value, 'constant_value') !== undefined) return []
  // Terraform writes an expression that refers to nothing, such as `lower("A")`, without what it comes to.
  if (!Array.isArray(value) && Object.keys(value).length === 0) return [UNTOLD]
  const found = Object.values(value).map((one) => referencesIn(one, depth + 1))
  return found.includes(null) ? null : found.flatMap((one) => one ?? [])
}
