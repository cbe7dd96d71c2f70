import type { RoleSession } from '../iam/caller.js'
import type { Text } from '../iam/text/text.js'
import type { Integration, Selector } from '../model/options.js'
import { matchesName, matchesPath } from '../text/path-glob.js'
import { partitionOfRegion, regionOfRoleName } from './roles.js'

/** The session names that the vendor's article lists, in its order. */
export const VENDOR_SESSIONS = [
  'daebaksrv-createS3CustomerSession',
  'Ingestion-ingesttool',
  'daebaksrv-RestoreTargetCheck',
  'daebaksrv-S3Backup',
] as const

/** What a selector is compared with; what is not known matches no list. */
export interface BucketRef {
  readonly path: string
  readonly bucket: string | null
  readonly address: string | null
  /** The account that owns the bucket, and its Region, where that is told beside the policy. */
  readonly account?: string | null
  readonly region?: string | null
  /** Files besides its own that have a part in it, such as a unit of Terragrunt: those that name the one mean it too. */
  readonly through?: readonly string[]
}

/** Whether all lists of a selector match; an empty list restricts nothing. */
export function selects(selector: Selector, place: BucketRef): boolean {
  return (
    [place.path, ...(place.through ?? [])].some((path) => anyMatches(selector.files, path, matchesPath)) &&
    anyMatches(selector.buckets, place.bucket, matchesName) &&
    anyMatches(selector.addresses, place.address, matchesName)
  )
}

function anyMatches(
  patterns: readonly string[],
  value: string | null,
  matches: (pattern: string, value: string) => boolean,
): boolean {
  if (patterns.length === 0) return true
  return value !== null && patterns.some((pattern) => matches(pattern, value))
}

export function isUnrestricted(selector: Selector): boolean {
  return selector.files.length + selector.buckets.length + selector.addresses.length === 0
}

/**
 * The integrations of a bucket: every one whose lists match; those without lists only where no other matches. Accounts
 * do not delegate across partitions, so an integration of another partition never applies. Where the bucket's account is
 * known, one of another account never does; nor does one whose role is named after another Region, where a role of the
 * bucket's Region is there (one connection is for one account and Region). Where none is left, the role is an unnamed
 * Clumio role of the bucket's account.
 */
export function integrationsFor(
  all: readonly Integration[],
  place: BucketRef,
  partition: string,
  account: string | null,
): readonly Integration[] {
  const here = all.filter((one) => (partitionOf(one) ?? partition) === partition)
  const matching = matchingIntegrations(here, place)
  if (matching.length === 0) {
    const unnamed = unnamedIntegration(partition, place.account ?? account)
    return [all.length === 0 ? unnamed : { ...unnamed, instead: true }]
  }
  return place.account == null ? matching : matching.map(inAccount(place.account))
}

function matchingIntegrations(all: readonly Integration[], place: BucketRef): readonly Integration[] {
  const own = all.filter(isOfAccount(place.account ?? null))
  const chosen = own.filter((one) => !isUnrestricted(one) && selects(one, place))
  const matching = chosen.length > 0 ? chosen : own.filter(isUnrestricted)
  const regionOfRole = ({ roleName }: Integration) => (roleName === null ? null : regionOfRoleName(roleName))
  if (place.region == null || !matching.some((one) => regionOfRole(one) === place.region)) return matching
  return matching.filter((one) => (regionOfRole(one) ?? place.region) === place.region)
}

function isOfAccount(owner: string | null): (one: Integration) => boolean {
  return ({ account }) => owner === null || account === null || account === owner
}

/** Those that may protect a bucket of an account, as roles of that account. */
export function integrationsIn(all: readonly Integration[], account: string): readonly Integration[] {
  return all.filter(isOfAccount(account)).map(inAccount(account))
}

const inAccounts = new WeakMap<Integration, Map<string, Integration>>()

/** An integration of which the role's name alone is known, in the account of a bucket; the same object each time. */
function inAccount(account: string): (one: Integration) => Integration {
  return (one) => {
    if (one.account !== null) return one
    const known = inAccounts.get(one) ?? new Map<string, Integration>()
    inAccounts.set(one, known)
    const made = known.get(account) ?? { ...one, account }
    known.set(account, made)
    return made
  }
}

/** The partitions of the roles that protect a place: by their ARNs, else by the Region in their names (docs/semantics.md, D12). */
export function partitionsOf(all: readonly Integration[], place: BucketRef): readonly string[] {
  const partitions = matchingIntegrations(all, place).map(partitionOf)
  return [...new Set(partitions.filter((partition) => partition !== null))]
}

function partitionOf({ partition, roleName }: Integration): string | null {
  const region = roleName === null ? null : regionOfRoleName(roleName)
  return partition ?? (region === null ? null : partitionOfRegion(region))
}

/** Those of all lists, each once; unnamed roles of one account are the same. */
export function joinIntegrations(lists: Iterable<readonly Integration[]>): readonly Integration[] {
  const joined = new Map<Integration | string, Integration>()
  for (const list of lists) {
    for (const one of list) {
      const key = one.origin === 'none' ? `account ${one.account}` : one
      if (!joined.has(key)) joined.set(key, one)
    }
  }
  return [...joined.values()]
}

/** Names lists of integrations by whom they hold: roles that nobody names are all the same. */
export class IntegrationKeys {
  readonly #numbers = new Map<Integration, number>()

  of(list: readonly Integration[]): string {
    return list.map((one) => this.#numberOf(one)).join(' ')
  }

  #numberOf(integration: Integration): number {
    if (integration.origin === 'none') return -1
    const number = this.#numbers.get(integration) ?? this.#numbers.size
    this.#numbers.set(integration, number)
    return number
  }
}

export function unnamedIntegration(partition: string, account: string | null): Integration {
  return {
    partition,
    account,
    rolePath: '/clumio/',
    roleName: null,
    boundary: 'none',
    boundaryStated: false,
    sessions: VENDOR_SESSIONS,
    roleId: null,
    files: [],
    buckets: [],
    addresses: [],
    expressions: null,
    origin: 'none',
    introduced: false,
  }
}

/** An integration whose role and account are spelled out, so that its principals can be written into a policy. */
export interface NamedIntegration extends Integration {
  readonly account: string
  readonly roleName: string
}

export function isNamed(integration: Integration): integration is NamedIntegration {
  return integration.account !== null && integration.roleName !== null
}

const ACCOUNT_TOKEN: Text = [{ token: 'account', holds: 'digits' }]
/** An unnamed role still has a name that the vendor gives: it starts with `Clumio`. */
const ROLE_NAME_TOKEN: Text = ['Clumio', { token: 'role', holds: 'name' }]

const callers = new WeakMap<Integration, Map<string, readonly RoleSession[]>>()

/** One caller for each session of an integration; the same objects each time, so that what is known of them is kept. */
export function callersOf(integration: Integration, partition: string): readonly RoleSession[] {
  const known = callers.get(integration) ?? new Map<string, readonly RoleSession[]>()
  callers.set(integration, known)
  const made = known.get(partition) ?? makeCallers(integration, partition)
  known.set(partition, made)
  return made
}

function makeCallers(integration: Integration, partition: string): readonly RoleSession[] {
  return integration.sessions.map((session) => ({
    kind: 'role-session',
    partition: integration.partition ?? partition,
    account: integration.account ?? ACCOUNT_TOKEN,
    rolePath: integration.rolePath,
    roleName: integration.roleName ?? ROLE_NAME_TOKEN,
    session,
    roleId: integration.roleId,
    boundary: integration.boundary,
  }))
}

export function roleArn(integration: NamedIntegration, partition: string): string {
  const { account, rolePath, roleName } = integration
  return `arn:${integration.partition ?? partition}:iam::${account}:role${rolePath}${roleName}`
}

/** The names of roles, each with its ARN; null where the account is not known, or roles of several have the name. */
export function roleArns(integrations: readonly Integration[], partition: string): ReadonlyMap<string, string | null> {
  const arns = new Map<string, string | null>()
  for (const one of integrations) {
    if (one.roleName === null) continue
    const arn = isNamed(one) ? roleArn(one, partition) : null
    arns.set(one.roleName, arns.has(one.roleName) && arns.get(one.roleName) !== arn ? null : arn)
  }
  return arns
}

/** The principals of the vendor's article, in its order: the account root once, then each role with its sessions. */
export function vendorPrincipals(integrations: readonly NamedIntegration[], partition: string): readonly string[] {
  const principals: string[] = []
  for (const one of integrations) {
    const own = one.partition ?? partition
    const root = `arn:${own}:iam::${one.account}:root`
    if (!principals.includes(root)) principals.push(root)
    principals.push(roleArn(one, partition))
    for (const session of one.sessions) {
      principals.push(`arn:${own}:sts::${one.account}:assumed-role/${one.roleName}/${session}`)
    }
  }
  return [...new Set(principals)]
}

/** The Region of a bucket that these integrations protect, where their role names agree on one. */
export function regionOf(integrations: readonly Integration[]): string | null {
  const regions = new Set(integrations.map(({ roleName }) => (roleName === null ? null : regionOfRoleName(roleName))))
  const [only = null] = regions
  return regions.size === 1 ? only : null
}
