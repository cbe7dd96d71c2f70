import type { Marks, Secrets } from './sensitive.js'

/** One step of an address: a module call with its instance key. */
export interface ModuleStep {
  readonly name: string
  /** `count` index, `for_each` key, or null. */
  readonly key: string | number | null
}

/** A resource or data source instance, tokenised: keys may hold dots, brackets and quotes. */
export interface Address {
  readonly modules: readonly ModuleStep[]
  readonly mode: 'managed' | 'data'
  readonly type: string
  readonly name: string
  readonly key: string | number | null
}

/** A resource of `resource_changes`, as far as this tool reads it. Values are unvalidated JSON. */
export interface PlannedResource {
  readonly address: string
  readonly previousAddress: string | null
  readonly parsed: Address
  readonly actions: readonly string[]
  readonly deposed: boolean
  readonly after: Readonly<Record<string, unknown>> | null
  readonly afterUnknown: Readonly<Record<string, unknown>>
  readonly afterSensitive: Marks
  readonly before: Readonly<Record<string, unknown>> | null
  readonly beforeSensitive: Marks
  /** The plan takes something that is there already into its state (`import` blocks). */
  readonly imported: boolean
}

/** A resource of a state: `values` of a state document, or `prior_state` of a plan. */
export interface StateResource {
  readonly address: string
  readonly parsed: Address
  readonly values: Readonly<Record<string, unknown>>
  readonly sensitive: Marks
}

/** A resource of a type that is not looked at, whose values hold the words of a bucket policy. */
export interface OtherResource {
  readonly address: string
  readonly type: string
  readonly values: Readonly<Record<string, unknown>>
  /** Something of it that may hold one is known only after apply. */
  readonly isOpen: boolean
}

/** An attribute in `configuration`: `{constant_value}` or `{references}`; nested blocks are lists or objects of them. */
export interface ConfiguredResource {
  readonly mode: 'managed' | 'data'
  readonly type: string
  readonly name: string
  readonly expressions: Readonly<Record<string, unknown>>
  /** `provider_config_key`: the provider configuration that it is made with; null where the plan does not say it. */
  readonly provider: string | null
}

/** The expressions of a provider configuration; none in a module is what was handed on to it. */
export type ConfiguredProvider = Readonly<Record<string, unknown>>

/** A module of `configuration`; it is not expanded by instance. */
export interface ConfiguredModule {
  readonly resources: readonly ConfiguredResource[]
  readonly calls: ReadonlyMap<
    string,
    {
      readonly source: string
      readonly expressions: Readonly<Record<string, unknown>>
      readonly module: ConfiguredModule
    }
  >
}

/** What the root module of a plan declares, by the names that its expressions use. */
export interface Declared {
  /** `type.name`, and `data.type.name` of data sources. */
  readonly resources: ReadonlySet<string>
  readonly calls: ReadonlySet<string>
  readonly variables: ReadonlySet<string>
  /** What the expressions that are read refer to: `var.a`, `module.a`. */
  readonly references: ReadonlySet<string>
}

/** A resource that cannot be read, in whole or in part. */
export interface Malformed {
  readonly address: string
  readonly why: string
}

/** Tags by their keys, and by what these begin with. */
export interface IgnoredTags {
  readonly keys: readonly string[]
  readonly prefixes: readonly string[]
}

/** What one plan or state document holds of the resources that matter here. */
export interface Plan {
  /** `sources`: what the sources of a root module declare, in the place of a plan. */
  readonly kind: 'plan' | 'state' | 'sources'
  readonly path: string
  /** Which of the plans of its file it is, from 0: several in one file are each a plan of its own. */
  readonly place: number
  readonly changes: readonly PlannedResource[]
  /** Resources of the prior state, or of the state document itself. */
  readonly state: readonly StateResource[]
  readonly configuration: ConfiguredModule | null
  /** The configurations of AWS's providers (`provider_config`) by their keys. They hold secrets, and are compared only. */
  readonly providers: ReadonlyMap<string, ConfiguredProvider>
  /** What the root module declares, whatever matters here or not; null without a configuration. */
  readonly declared: Declared | null
  /** What providers leave alone of tags: what a bucket has of it, no plan tells. */
  readonly ignoredTags: IgnoredTags
  /** Root variables with a value that the configuration declares, and not as sensitive. */
  readonly variables: Readonly<Record<string, unknown>>
  /** A plan that changes nothing but the state (`-refresh-only`): what is there stays. */
  readonly refreshOnly: boolean
  /** Somebody left only `planned_values`: these are judged, and the plan is said to be reduced. */
  readonly valuesOnly: boolean
  /** What is there after the plan, or in the state, that may hold a policy in another way. */
  readonly others: readonly OtherResource[]
  /** What may attach a bucket policy and is not written as Terraform writes it: what cannot be read of it is to be told. */
  readonly malformed: readonly Malformed[]
  /** `errored: true` or `complete: false`: the plan is judged, and said to be partial. */
  readonly partial: boolean
  /** What it marks as sensitive, of all its values. */
  readonly secrets: Secrets
}
