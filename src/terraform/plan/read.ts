import type { ByteReader } from '../../tree/stream.js'
import { type JsonObject, memberAt } from '../../tree/value.js'
import { parseAddress } from './address.js'
import {
  aligned,
  asObject,
  awsProvidersIn,
  declaredIn,
  field,
  heldIn,
  ignoredTags,
  isBucketPolicy,
  kept,
  keyOf,
} from './fields.js'
import type {
  ConfiguredModule,
  ConfiguredResource,
  Malformed,
  OtherResource,
  Plan,
  PlannedResource,
  StateResource,
} from './model.js'
import type { Part } from './other-roles.js'
import { exportedIn, foreignIn, invokedIn } from './others.js'
import { REPEATED, ResourceReader, UNREAD_ENTRY } from './resource.js'
import { addChange, marksIn, Secrets, sensitiveNames } from './sensitive.js'
import { STORED_STATE, storedInstances } from './stored-state.js'

/** A stored state is read as the format in which `terraform show -json` prints it. */
const STORED_FORMAT = '1.0'

/** What is open of a resource of which nothing is known. */
const ALL_UNKNOWN: JsonObject = { bucket: true, policy: true, tags: true, tags_all: true }

/** How deep modules may nest; Terraform itself has no such trees. */
const MAX_MODULES = 64

/** One document at the position of a reader, which is a plan, a state or neither. */
export class PlanBuilder {
  readonly #origin: Pick<Plan, 'path' | 'place'>
  readonly #reader: ByteReader
  readonly #changes: PlannedResource[] = []
  readonly #state: StateResource[] = []
  readonly #planned: PlannedResource[] = []
  /** Names in the configuration of the root module. */
  readonly #names = { resources: new Set<string>(), variables: new Set<string>() }
  #configuration: ConfiguredModule | null = null
  #providers: Plan['providers'] = new Map()
  #ignoredTags: Plan['ignoredTags'] = { keys: [], prefixes: [] }
  #variables: JsonObject = {}
  #sensitiveVariables: ReadonlySet<string> = new Set()
  readonly #secrets = new Secrets()
  #format: string | null = null
  readonly #malformed: Malformed[] = []
  readonly #resources: ResourceReader
  /** What resources hold that are of other types, by where they stand. */
  readonly #others = { change: [] as OtherResource[], planned: [] as OtherResource[], state: [] as OtherResource[] }
  /** Members of the document that no plan and no state has, with the words of a policy in them. */
  readonly #foreign: OtherResource[] = []
  #isPlan = false
  #hasChanges = false
  /** Terraform leaves `resource_changes` out where all changes wait for others. */
  #hasDeferred = false
  #isState = false
  /** Instances of a stored state, until it turns out to be one. */
  readonly #stored: JsonObject[] = []
  #isStored = false
  #partial = false

  /** @param roleWord what the names of all roles that are looked for have in them; null where every role is looked for */
  constructor(origin: Pick<Plan, 'path' | 'place'>, reader: ByteReader, roleWord: string | null) {
    this.#origin = origin
    this.#reader = reader
    this.#resources = new ResourceReader(reader, this.#secrets, roleWord)
  }

  /** Reads the document at the position; null when it is neither a plan nor a state. */
  read(): Plan | null {
    const reader = this.#reader
    reader.object((name) => this.#member(name, reader))
    if (this.#isStored && this.#format === null) this.#readStored()
    if (this.#format === null || !/^[01]\./.test(this.#format) || !(this.#isPlan || this.#isState)) return null
    // Without the configuration nothing says of a variable that it is public.
    const isHidden = (name: string) => this.#configuration === null || this.#sensitiveVariables.has(name)
    const given = Object.entries(this.#variables).map(
      ([name, entry]) => [name, field(asObject(entry), 'value')] as const,
    )
    for (const [name, value] of given) if (isHidden(name)) this.#secrets.add(value, true)
    const variables = given.filter(([name]) => !isHidden(name))
    const valuesOnly =
      this.#isPlan && !this.#hasChanges && !(this.#planned.every(this.#held()) && this.#resources.roles.areInState)
    const hasListed = this.#hasChanges || this.#hasDeferred
    const { change, planned, state } = this.#others
    return {
      kind: this.#isPlan ? 'plan' : 'state',
      ...this.#origin,
      changes: hasListed || valuesOnly ? [...this.#changes, ...this.#unlisted()] : this.#changes,
      state: this.#state,
      configuration: this.#configuration,
      providers: this.#providers,
      declared: this.#configuration === null ? null : declaredIn(this.#configuration, this.#names),
      ignoredTags: this.#ignoredTags,
      variables: Object.fromEntries(variables),
      malformed: this.#malformed,
      others: [...(!this.#isPlan ? state : this.#hasChanges ? change : [...change, ...planned]), ...this.#foreign],
      refreshOnly: this.#isPlan && !hasListed && !valuesOnly,
      valuesOnly,
      partial: this.#partial,
      secrets: this.#secrets,
    }
  }

  #member(name: string, reader: ByteReader): void {
    switch (name) {
      case 'format_version':
        this.#format = String(reader.value())
        break
      case 'errored':
        this.#markPartial(reader.value() === true)
        break
      case 'complete':
        this.#markPartial(reader.value() === false)
        break
      case 'variables':
        this.#variables = asObject(reader.value()) ?? {}
        break
      case 'resource_changes':
        this.#isPlan = true
        this.#hasChanges = true
        reader.array(() => this.#change())
        break
      case 'deferred_changes':
        this.#isPlan = true
        reader.array(() => {
          this.#hasDeferred = true
          this.#deferred()
        })
        break
      case 'resource_drift':
        reader.array(() => this.#drifted())
        break
      case 'action_invocations':
      case 'deferred_action_invocations':
        reader.array(() => this.#others.change.push(...invokedIn(reader.value(), this.#secrets)))
        break
      case 'planned_values':
        this.#isPlan = true
        this.#values('planned', (raw) => this.#plannedValues(raw))
        break
      case 'version':
        this.#isStored = reader.value() === STORED_STATE
        break
      case 'resources':
        reader.array(() => {
          const instances = storedInstances(this.#resources.read())
          this.#noteRepeated(instances[0]?.address)
          this.#stored.push(...instances)
          this.#others.state.push(...this.#resources.other)
        })
        break
      case 'output_changes':
      case 'outputs':
        this.#others[name === 'outputs' ? 'state' : 'change'].push(...exportedIn(reader.value(), this.#secrets))
        break
      case 'values':
        this.#isState = true
        this.#values('state', (raw) => this.#stateResource(raw))
        break
      case 'prior_state':
        if (reader.isObject()) reader.object((inner) => this.#priorState(inner))
        break
      case 'configuration':
        if (reader.isObject()) reader.object((inner) => this.#configured(inner))
        break
      default:
        this.#foreign.push(...foreignIn(name, reader))
    }
  }

  /**
   * Planned resources that no change is listed for: all of them in a plan from which somebody took the changes, and what
   * `-target` leaves out. One that the state holds as it is planned stays as it is.
   */
  #unlisted(): readonly PlannedResource[] {
    const listed = new Set(this.#changes.map(({ address }) => address))
    const unlisted = this.#planned.filter(({ address }) => !listed.has(address))
    if (unlisted.length === 0) return []
    const held = this.#held()
    return unlisted.map((one) => (held(one) ? { ...one, actions: ['no-op'] } : one))
  }

  /** Tells whether the state holds a planned resource as it is planned. */
  #held(): (planned: PlannedResource) => boolean {
    const held = heldIn(this.#state)
    return (planned) => held(planned) || this.#resources.roles.isInState(planned.address)
  }

  /** Takes the document for a stored state, whose resources stand in a list by themselves. */
  #readStored(): void {
    this.#format = STORED_FORMAT
    this.#isState = true
    for (const instance of this.#stored) this.#stateResource(instance)
  }

  #markPartial(partial: boolean): void {
    if (partial) this.#partial = true
  }

  #change(): void {
    const raw = this.#resources.read('changes')
    this.#others.change.push(...this.#resources.other)
    const change = asObject(field(raw, 'change'))
    const address = field(raw, 'address')
    const parsed = typeof address === 'string' ? parseAddress(address) : null
    addChange(this.#secrets, change)
    if (raw === null) return
    this.#noteRepeated(address)
    if (change === null || typeof address !== 'string' || parsed === null) {
      if (isBucketPolicy(field(raw, 'type'))) this.#malformed.push({ address: String(address), why: UNREAD_ENTRY })
      return
    }
    const actions = field(change, 'actions')
    const isAllUnknown = field(change, 'after_unknown') === true
    const told = (name: string) => aligned(parsed.type, field(change, name))
    const previous = field(raw, 'previous_address')
    this.#changes.push({
      address,
      previousAddress: typeof previous === 'string' ? previous : null,
      parsed: { ...parsed, key: keyOf(raw, parsed) },
      actions: Array.isArray(actions) ? actions.map(String) : [],
      deposed: typeof field(raw, 'deposed') === 'string',
      after: kept(asObject(told('after'))) ?? (isAllUnknown ? {} : null),
      afterUnknown: isAllUnknown ? ALL_UNKNOWN : (asObject(told('after_unknown')) ?? {}),
      afterSensitive: marksIn(told('after_sensitive')),
      before: kept(asObject(told('before'))),
      beforeSensitive: marksIn(told('before_sensitive')),
      imported: asObject(field(change, 'importing')) !== null || asObject(field(raw, 'importing')) !== null,
    })
  }

  /** A parser keeps the last of two members, and who applies the plan may go by the first. */
  #noteRepeated(address: unknown): void {
    if (this.#resources.isRepeated) this.#malformed.push({ address: String(address), why: REPEATED })
    this.#resources.isRepeated = false
  }

  /** What changed outside of Terraform is not judged, and may be what a policy is made of. */
  #drifted(): void {
    addChange(this.#secrets, asObject(field(this.#resources.read(), 'change')))
  }

  /** `{reason, resource_change}`: a change that waits for another one. */
  #deferred(): void {
    const reader = this.#reader
    if (!reader.isObject()) return
    reader.object((name) => (name === 'resource_change' ? this.#change() : reader.skip()))
  }

  #priorState(name: string): void {
    if (name === 'values') this.#values('state', (raw) => this.#stateResource(raw))
    else this.#reader.skip()
  }

  #values(part: Exclude<Part, 'changes'>, take: (raw: JsonObject | null) => void): void {
    const reader = this.#reader
    if (!reader.isObject()) return
    reader.object((name) => {
      if (name === 'root_module') this.#stateModule(0, () => take(this.#resources.read(part)))
      else if (name === 'outputs') this.#others[part].push(...exportedIn(reader.value(), this.#secrets))
      else reader.skip()
    })
  }

  #stateModule(depth: number, take: () => void): void {
    const reader = this.#reader
    if (depth > MAX_MODULES) reader.fail('modules nest too deeply')
    if (!reader.isObject()) return
    reader.object((name) => {
      if (name === 'resources') reader.array(take)
      else if (name === 'child_modules') reader.array(() => this.#stateModule(depth + 1, take))
      else reader.skip()
    })
  }

  #stateResource(raw: JsonObject | null): void {
    this.#others.state.push(...this.#resources.other)
    const address = field(raw, 'address')
    const isPolicy = isBucketPolicy(field(raw, 'type'))
    const values = kept(asObject(aligned(field(raw, 'type'), field(raw, 'values')))) ?? (isPolicy ? {} : null)
    this.#secrets.add(field(raw, 'values'), field(raw, 'sensitive_values'))
    const parsed = typeof address === 'string' ? parseAddress(address) : null
    this.#noteRepeated(address)
    if (parsed === null && isPolicy) this.#malformed.push({ address: String(address), why: UNREAD_ENTRY })
    if (parsed === null || values === null || typeof address !== 'string') return
    // A deposed object is on its way out.
    if (typeof field(raw, 'deposed_key') === 'string') return
    const sensitive = marksIn(field(raw, 'sensitive_values'))
    this.#resources.roles.noteKept(parsed.type, values.arn)
    this.#state.push({ address, parsed: { ...parsed, key: keyOf(raw, parsed) }, values, sensitive })
  }

  /**
   * A resource of `planned_values`, for a plan from which somebody took the changes: what is not known yet is missing
   * there (Terraform, "JSON output format", values representation), and what would be done to it nobody can tell.
   */
  #plannedValues(raw: JsonObject | null): void {
    this.#others.planned.push(...this.#resources.other)
    const address = field(raw, 'address')
    const parsed = typeof address === 'string' ? parseAddress(address) : null
    this.#secrets.add(field(raw, 'values'), field(raw, 'sensitive_values'))
    this.#noteRepeated(address)
    if (parsed === null || typeof address !== 'string') return
    const after = kept(asObject(aligned(parsed.type, field(raw, 'values')))) ?? {}
    const isOpen = isBucketPolicy(parsed.type) && !Object.hasOwn(after, 'policy')
    this.#planned.push({
      address,
      previousAddress: null,
      parsed: { ...parsed, key: keyOf(raw, parsed) },
      actions: ['unknown'],
      deposed: false,
      after,
      afterUnknown: isOpen ? { policy: true } : {},
      afterSensitive: marksIn(field(raw, 'sensitive_values')),
      before: null,
      beforeSensitive: {},
      imported: false,
    })
  }

  #configured(name: string): void {
    if (name === 'provider_config') {
      const configured = this.#reader.value()
      this.#providers = awsProvidersIn(configured)
      this.#ignoredTags = ignoredTags(configured)
      return
    }
    if (name !== 'root_module') {
      this.#reader.skip()
      return
    }
    const { module, sensitive } = this.#module(0)
    this.#configuration = module
    this.#sensitiveVariables = sensitive
  }

  /** A module with the names of its sensitive variables. */
  #module(depth: number): { readonly module: ConfiguredModule; readonly sensitive: ReadonlySet<string> } {
    const reader = this.#reader
    const resources: ConfiguredResource[] = []
    const calls = new Map<string, { source: string; expressions: JsonObject; module: ConfiguredModule }>()
    let variables: unknown = null
    if (depth > MAX_MODULES) reader.fail('modules nest too deeply')
    if (!reader.isObject()) return { module: { resources, calls }, sensitive: new Set() }
    reader.object((name) => {
      if (name === 'resources') reader.array(() => this.#configuredResource(resources, depth))
      else if (name === 'variables') variables = reader.value()
      else if (name === 'module_calls' && reader.isObject()) reader.object((call) => calls.set(call, this.#call(depth)))
      else if (name !== 'module_calls') reader.skip()
    })
    if (depth === 0) for (const name of Object.keys(asObject(variables) ?? {})) this.#names.variables.add(name)
    const sensitive = sensitiveNames(variables)
    for (const name of sensitive) this.#secrets.add(memberAt(variables, name, 'default'), true)
    return { module: { resources, calls }, sensitive }
  }

  #configuredResource(into: ConfiguredResource[], depth: number): void {
    const raw = this.#resources.read()
    if (depth === 0 && this.#resources.address !== null) this.#names.resources.add(this.#resources.address)
    const [type, name] = [field(raw, 'type'), field(raw, 'name')]
    if (typeof type !== 'string' || typeof name !== 'string') return
    const mode = field(raw, 'mode') === 'data' ? 'data' : 'managed'
    const provider = field(raw, 'provider_config_key')
    into.push({
      mode,
      type,
      name,
      expressions: asObject(aligned(type, field(raw, 'expressions'))) ?? {},
      provider: typeof provider === 'string' ? provider : null,
    })
  }

  #call(depth: number): { source: string; expressions: JsonObject; module: ConfiguredModule } {
    const reader = this.#reader
    let source = ''
    let expressions: JsonObject = {}
    let module: ConfiguredModule = { resources: [], calls: new Map() }
    let sensitive: ReadonlySet<string> = new Set()
    if (!reader.isObject()) return { source, expressions, module }
    reader.object((name) => {
      if (name === 'source') source = String(reader.value())
      else if (name === 'expressions') expressions = asObject(reader.value()) ?? {}
      else if (name === 'module') ({ module, sensitive } = this.#module(depth + 1))
      else reader.skip()
    })
    for (const name of sensitive) this.#secrets.add(memberAt(expressions, name, 'constant_value'), true)
    return { source, expressions, module }
  }
}
