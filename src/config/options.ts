import type { Boundary, CheckOptions, ConfiguredEntries, Feature, Integration } from '../model/options.js'
import {
  CONFIG_PATH,
  DEFAULT_FAIL_ON,
  DEFAULT_FEATURES,
  DEFAULT_REMEDY,
  DEFAULT_ROLE_PATH,
  DEFAULT_SESSIONS,
} from './defaults.js'
import type { Inputs } from './inputs.js'
import type { ConfigFile, ConfigIntegration } from './model.js'
import type { NamedRole } from './role.js'

export interface OptionSources {
  readonly inputs: Pick<Inputs, 'account' | 'role' | 'features' | 'remedy' | 'failOn' | 'terraformDirectory'>
  readonly config: ConfigFile | null
  /** `YYYY-MM-DD` in UTC. */
  readonly today: string
  /** See `CheckOptions`. */
  readonly onlyPaths?: ReadonlySet<string> | null | undefined
  readonly change?: CheckOptions['change'] | undefined
  /** The run is about everything, so that every entry of the configuration should meet something. */
  readonly whole?: boolean
  /** See `CheckOptions`: what the wanted format shows. */
  readonly shown?: Pick<CheckOptions, 'explain' | 'alternatives'>
}

/** Merges by precedence: input or flag, then configuration file, then default. (What a plan says comes in `check`.) */
export function buildOptions({
  inputs,
  config,
  today,
  onlyPaths = null,
  change,
  whole = false,
  shown = {},
}: OptionSources): CheckOptions {
  const features: readonly Feature[] | null = inputs.features ?? config?.features ?? null
  return {
    integrations: integrations(inputs, config?.integrations ?? []),
    account: inputs.account ?? inputs.role?.account ?? null,
    features: features ?? DEFAULT_FEATURES,
    featuresSet: features !== null,
    remedy: inputs.remedy ?? config?.remedy ?? DEFAULT_REMEDY,
    protect: config?.protect ?? null,
    context: config?.context ?? {},
    levels: config?.levels ?? {},
    ignore: config?.ignore ?? [],
    terraformVariables: config?.terraformVariables ?? {},
    failOn: inputs.failOn ?? DEFAULT_FAIL_ON,
    onlyPaths,
    ...(change === undefined ? {} : { change }),
    terraformDirectory: inputs.terraformDirectory,
    today,
    configuration: config?.path ?? null,
    entries: whole && config !== null ? configuredEntries(inputs, config) : null,
    ...shown,
  }
}

/**
 * Whether a run judges everything that the configuration is about: the default files of the folder that the configuration
 * is for, and not as one of several jobs.
 */
export function isWhole(
  { files, onlyChanged, id, reportFile, comments, planFiles }: Inputs,
  config: Pick<ConfigFile, 'path'> | null,
): boolean {
  const isOneOfSeveral = id !== null || (comments === 'off' && planFiles.length > 0)
  const isPart = files.length > 0 || onlyChanged || reportFile !== null || isOneOfSeveral
  // A file that was named may be one of several; the repository's own lies at its usual place.
  return config?.path === CONFIG_PATH && !isPart
}

/** An input that names the role or its account leaves some integrations of the file without a use. */
function configuredEntries(inputs: OptionSources['inputs'], config: ConfigFile): ConfiguredEntries {
  const counting = inputs.role === null && inputs.account === null ? config.integrations : []
  const integrations = counting.flatMap(({ role, files, buckets, addresses }, i) => {
    const location = config.places?.integrations[i]
    return location === undefined ? [] : [{ name: role.name, files, buckets, addresses, location }]
  })
  return { integrations, protect: config.places?.protect ?? null }
}

function integrations(inputs: OptionSources['inputs'], stated: readonly ConfigIntegration[]): readonly Integration[] {
  if (inputs.role !== null) return [fromInput(inputs.role, inputs.account, stated)]
  const { account } = inputs
  return stated
    .filter(({ role }) => account === null || role.account === null || role.account === account)
    .map((each) => complete(each.role, account, each, 'configuration'))
}

/**
 * The one integration of an input. What the file states about the same role (its boundary, sessions, path) stays true
 * and is used where the input says nothing; where the file uses it does not matter any more.
 */
function fromInput(role: NamedRole, account: string | null, stated: readonly ConfigIntegration[]): Integration {
  const same = stated.filter((each) => isSameRole(each.role, { ...role, account: role.account ?? account }))
  const [facts, ...others] = same
  // Two entries for one name may be two roles of two accounts: then neither is known to be meant.
  const known = facts !== undefined && others.every((other) => sameParts(other.role, facts.role)) ? facts : null
  const merged: NamedRole = {
    partition: role.partition ?? known?.role.partition ?? null,
    account: role.account ?? account ?? known?.role.account ?? null,
    path: role.path ?? known?.role.path ?? null,
    name: role.name,
  }
  return complete(merged, account, known === null ? null : { ...known, files: [], buckets: [], addresses: [] }, 'input')
}

/** True unless the two differ in a part that both state. */
function isSameRole(a: NamedRole, b: NamedRole): boolean {
  const agree = (x: string | null, y: string | null) => x === null || y === null || x === y
  return a.name === b.name && agree(a.account, b.account) && agree(a.partition, b.partition) && agree(a.path, b.path)
}

export function sameParts(a: NamedRole, b: NamedRole): boolean {
  return a.name === b.name && a.account === b.account && a.partition === b.partition && a.path === b.path
}

function complete(
  role: NamedRole,
  account: string | null,
  facts: Omit<ConfigIntegration, 'role'> | null,
  origin: Integration['origin'],
): Integration {
  const boundary: Boundary | null = facts?.boundary ?? null
  return {
    partition: role.partition,
    account: role.account ?? account,
    rolePath: role.path ?? DEFAULT_ROLE_PATH,
    roleName: role.name,
    boundary: boundary ?? 'none',
    boundaryStated: boundary !== null,
    sessions: facts?.sessions ?? DEFAULT_SESSIONS,
    roleId: facts?.roleId ?? null,
    files: facts?.files ?? [],
    buckets: facts?.buckets ?? [],
    addresses: facts?.addresses ?? [],
    expressions: facts?.expressions ?? null,
    origin,
    introduced: false,
  }
}
