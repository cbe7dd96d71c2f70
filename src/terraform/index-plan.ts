import { withoutKeys } from './address.js'
import type { Address, ConfiguredModule, ConfiguredResource, Plan, PlannedResource, StateResource } from './model.js'

/** Look-ups in one plan: what an expression refers to, by module, type, name and instance key. */
export class PlanIndex {
  readonly plan: Plan
  readonly #changes = new Map<string, PlannedResource[]>()
  readonly #state = new Map<string, StateResource[]>()

  constructor(plan: Plan) {
    this.plan = plan
    for (const change of plan.changes) push(this.#changes, withoutKeys(change.parsed), change)
    for (const resource of plan.state) push(this.#state, withoutKeys(resource.parsed), resource)
  }

  /** The resource's block in `configuration`, which is not expanded by instance; null when it is not there. */
  configured(address: Address): ConfiguredResource | null {
    let module: ConfiguredModule | undefined = this.plan.configuration ?? undefined
    for (const { name } of address.modules) module = module?.calls.get(name)?.module
    const { mode, type, name } = address
    return module?.resources.find((one) => one.mode === mode && one.type === type && one.name === name) ?? null
  }

  /** Addresses that an attribute's expression refers to, in the module of the resource: `aws_s3_bucket.log`. */
  references(address: Address, attribute: string): readonly string[] {
    const expression = this.configured(address)?.expressions[attribute]
    return referencesOf(expression)
  }

  /** Whether the configuration sets an attribute at all; a computed one is only in the values. */
  isSet(address: Address, attribute: string): boolean {
    const expressions = this.configured(address)?.expressions
    return expressions !== undefined && Object.hasOwn(expressions, attribute)
  }

  /** The planned instance that a reference from `from` means: the same module instance, its own key or the only one. */
  planned(from: Address, mode: Address['mode'], type: string, name: string): PlannedResource | null {
    const all = this.#changes.get(withoutKeys({ ...from, mode, type, name })) ?? []
    return choose(
      all.filter((one) => !one.deposed && one.after !== null),
      from,
    )
  }

  /** The same in the prior state. */
  prior(from: Address, mode: Address['mode'], type: string, name: string): StateResource | null {
    return choose(this.#state.get(withoutKeys({ ...from, mode, type, name })) ?? [], from)
  }
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

function choose<T extends { readonly parsed: Address }>(all: readonly T[], from: Address): T | null {
  const here = all.filter(({ parsed }) => sameModule(parsed, from))
  if (here.length === 1) return here[0] ?? null
  return here.find(({ parsed }) => parsed.key === from.key) ?? null
}

function sameModule(a: Address, b: Address): boolean {
  return (
    a.modules.length === b.modules.length &&
    a.modules.every(({ name, key }, i) => name === b.modules[i]?.name && key === b.modules[i]?.key)
  )
}

/** `{references: […]}`, also inside nested blocks. */
function referencesOf(expression: unknown): readonly string[] {
  if (typeof expression !== 'object' || expression === null) return []
  const references = (expression as { references?: unknown }).references
  return Array.isArray(references) ? references.filter((one): one is string => typeof one === 'string') : []
}

/** `data.aws_iam_policy_document.x.json` → mode, type and name; null for variables, locals and module outputs. */
export function parseReference(reference: string): Pick<Address, 'mode' | 'type' | 'name'> | null {
  const match = /^(data\.)?([\p{L}_][\p{L}\p{N}_-]*)\.([\p{L}_][\p{L}\p{N}_-]*)/u.exec(reference)
  const [, data, type, name] = match ?? []
  if (type === undefined || name === undefined) return null
  if (['var', 'local', 'module', 'each', 'count', 'path', 'self', 'terraform'].includes(type)) return null
  return { mode: data === undefined ? 'managed' : 'data', type, name }
}
