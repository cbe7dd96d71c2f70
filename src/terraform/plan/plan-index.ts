import { grouped } from '../../text/group.js'
import { parseAddress, withoutKeys } from './address.js'
import type { Address, ConfiguredModule, ConfiguredResource, Plan, PlannedResource, StateResource } from './model.js'

/** Look-ups in one plan: what an expression refers to, by module, type, name and instance key. */
export class PlanIndex {
  readonly plan: Plan
  /** What there is after the plan. */
  readonly #changes: Instances<PlannedResource>
  readonly #state: Instances<StateResource>
  readonly #byAddress = new Map<string, PlannedResource>()
  #byType: ReadonlyMap<string, readonly PlannedResource[]> | null = null
  #stateByAddress: ReadonlyMap<string, readonly StateResource[]> | null = null
  readonly #configured = new Map<ConfiguredModule, ReadonlyMap<string, ConfiguredResource>>()

  constructor(plan: Plan) {
    this.plan = plan
    this.#changes = new Instances(plan.changes.filter((one) => !one.deposed && one.after !== null))
    this.#state = new Instances(plan.state)
    for (const change of plan.changes) {
      if (!change.deposed && !this.#byAddress.has(change.address)) this.#byAddress.set(change.address, change)
    }
  }

  /** All instances of a type of resource, in the order of the plan. */
  ofType(type: string): readonly PlannedResource[] {
    this.#byType ??= grouped(this.plan.changes, ({ parsed }) => parsed.type)
    return this.#byType.get(type) ?? []
  }

  /** The resources of the prior state at an address. */
  inState(address: string): readonly StateResource[] {
    this.#stateByAddress ??= grouped(this.plan.state, (resource) => resource.address)
    return this.#stateByAddress.get(address) ?? []
  }

  /** The instance at an address; not one that is deposed. */
  at(address: string): PlannedResource | null {
    return this.#byAddress.get(address) ?? null
  }

  /** The resource's block in `configuration`, which is not expanded by instance; null when it is not there. */
  configured(address: Address): ConfiguredResource | null {
    let module: ConfiguredModule | undefined = this.plan.configuration ?? undefined
    for (const { name } of address.modules) module = module?.calls.get(name)?.module
    const { mode, type, name } = address
    return (module && this.#resourcesOf(module).get(`${mode} ${type} ${name}`)) ?? null
  }

  /** Resources of a module by mode, type and name; of several that are the same the first. */
  #resourcesOf(module: ConfiguredModule): ReadonlyMap<string, ConfiguredResource> {
    const known = this.#configured.get(module)
    if (known !== undefined) return known
    const byName = new Map<string, ConfiguredResource>()
    for (const one of module.resources) {
      const key = `${one.mode} ${one.type} ${one.name}`
      if (!byName.has(key)) byName.set(key, one)
    }
    this.#configured.set(module, byName)
    return byName
  }

  /**
   * What an attribute's expression names, in order: `[data.aws_iam_policy_document.a.json, …]` or a single one. A plan
   * keeps the references of an expression and not the expression. Null where it refers to anything else, such as a
   * variable, which may choose among them.
   */
  namedBy(address: Address, attribute: string): readonly Reference[] | null {
    return readReferences(referencesOf(this.configured(address)?.expressions[attribute]), address.key)
  }

  /** Whether the configuration sets an attribute at all; a computed one is only in the values. */
  isSet(address: Address, attribute: string): boolean {
    const expressions = this.configured(address)?.expressions
    return expressions !== undefined && Object.hasOwn(expressions, attribute)
  }

  /** The planned instance that a reference from `from` means, in the same module instance. */
  planned(from: Address, reference: Reference): PlannedResource | null {
    return this.#changes.meant(from, reference)
  }

  /** The same in the prior state. */
  prior(from: Address, reference: Reference): StateResource | null {
    return this.#state.meant(from, reference)
  }
}

/** The bucket resource that a resource's `bucket` names; null where its expression may mean another one. */
export function bucketResource(index: PlanIndex, { parsed }: PlannedResource): PlannedResource | null {
  const [bucket, ...others] = index.namedBy(parsed, 'bucket') ?? []
  if (bucket?.type !== 'aws_s3_bucket' || others.length > 0) return null
  return index.planned(parsed, bucket)
}

/** Instances by what a reference in a module names. */
class Instances<T extends { readonly parsed: Address }> {
  readonly #byName: ReadonlyMap<string, readonly T[]>
  readonly #byKey = new Map<string, T>()

  constructor(all: readonly T[]) {
    this.#byName = grouped(all, ({ parsed }) => inModule(parsed))
    for (const [name, here] of this.#byName) {
      for (const one of here) {
        const key = withKey(name, one.parsed.key)
        if (!this.#byKey.has(key)) this.#byKey.set(key, one)
      }
    }
  }

  /** The instance with the key; without one the only instance, which an index or a splat may stand for as well. */
  meant(from: Address, reference: Reference): T | null {
    const name = inModule({ ...from, ...reference })
    const { key } = reference
    const exact = key === null ? undefined : this.#byKey.get(withKey(name, key))
    if (exact !== undefined) return exact
    const here = this.#byName.get(name) ?? []
    const [only = null] = here
    return here.length === 1 && (key === null || only?.parsed.key === null) ? only : null
  }
}

/** `0` and `"0"` are two keys. */
function withKey(name: string, key: Address['key']): string {
  return `${name} ${JSON.stringify(key)}`
}

/** A resource with all its instances in one instance of its module. */
function inModule({ modules, mode, type, name }: Address): string {
  return JSON.stringify([modules.map((step) => [step.name, step.key]), mode, type, name])
}

/** `{references: […]}`, also inside nested blocks. */
function referencesOf(expression: unknown): readonly string[] {
  if (typeof expression !== 'object' || expression === null) return []
  const references = (expression as { references?: unknown }).references
  return Array.isArray(references) ? references.filter((one): one is string => typeof one === 'string') : []
}

/** A resource or data source of the same module, with the key of the instance where one is named. */
export type Reference = Pick<Address, 'mode' | 'type' | 'name' | 'key'>

/** The keys of an instance by which an expression picks the instance of the same key. */
const OWN_KEYS = new Set(['each.key', 'count.index'])

/** Terraform lists each reference with its prefixes: `data.T.x["k"].json`, `data.T.x["k"]`, `data.T.x`. */
function readReferences(references: readonly string[], ownKey: Address['key']): readonly Reference[] | null {
  const own = references.some((reference) => OWN_KEYS.has(reference))
  const found = new Map<string, Reference[]>()
  for (const text of references) {
    if (OWN_KEYS.has(text)) continue
    const reference = parseReference(text)
    if (reference === null) return null
    const name = withoutKeys({ ...reference, modules: [] })
    const known = found.get(name) ?? []
    found.set(name, known)
    if (reference.key !== null && !known.some(({ key }) => key === reference.key)) known.push(reference)
    // A name with no key behind it stands for an instance that the expression picks by the own key.
    else if (known.length === 0) known.push({ ...reference, key: own ? ownKey : null })
  }
  return [...found.values()].flat()
}

/** `data.aws_iam_policy_document.x["k"].json` → mode, type, name and key; null for variables, locals and outputs. */
function parseReference(reference: string): Reference | null {
  const match = /^(data\.)?([\p{L}_][\p{L}\p{N}_-]*)\.([\p{L}_][\p{L}\p{N}_-]*)/u.exec(reference)
  const [whole = '', data, type, name] = match ?? []
  if (type === undefined || name === undefined) return null
  if (['var', 'local', 'module', 'each', 'count', 'path', 'self', 'terraform'].includes(type)) return null
  const mode = data === undefined ? 'managed' : 'data'
  return { mode, type, name, key: keyBehind(reference, whole) }
}

/** The instance key in brackets behind a name, or null. */
function keyBehind(reference: string, name: string): Address['key'] {
  if (reference[name.length] !== '[') return null
  const end = reference.lastIndexOf(']')
  return parseAddress(reference.slice(0, end + 1))?.key ?? null
}
