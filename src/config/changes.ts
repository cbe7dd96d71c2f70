import type { CheckOptions, ContextFact, IgnoreEntry, Integration } from '../model/options.js'
import { DEFAULT_FEATURES, DEFAULT_REMEDY } from './defaults.js'
import type { ConfigFile, ConfigIntegration } from './model.js'
import { sameParts } from './options.js'
import type { NamedRole } from './role.js'

/** A fact of the configuration that a pull request adds or changes, as a reader of the summary sees it. */
export interface ConfigChange {
  readonly kind: 'integration' | 'ignore' | 'context' | 'features' | 'protect' | 'rules' | 'remedy'
  /** A sentence fragment; it quotes the file and must be escaped for where it is shown. */
  readonly text: string
}

export interface Introduced {
  readonly changes: readonly ConfigChange[]
  /** Integrations of the head whose role, sessions or expressions, the parts that edits are made of, are new. */
  readonly integrations: readonly ConfigIntegration[]
  readonly ignore: readonly IgnoreEntry[]
}

/**
 * What the head's configuration says that the base's does not. Without a configuration in the base everything is new.
 * Entries are compared by content: a moved or reformatted entry is not new.
 */
export function introducedBy(head: ConfigFile, base: ConfigFile | null): Introduced {
  const known = base?.integrations ?? []
  const integrations = head.integrations.filter((each) => !known.some((old) => makesSameEdits(each, old)))
  const changed = head.integrations.filter((each) => !known.some((old) => equal(each, old)))
  const ignore = head.ignore.filter((each) => !(base?.ignore ?? []).some((old) => ignoreKey(old) === ignoreKey(each)))
  const changes: ConfigChange[] = [
    ...changed.map((each) => describeIntegration(each, known)),
    ...ignore.map(describeIgnore),
    ...contextChanges(head.context, base?.context ?? {}),
    ...otherChanges(head, base),
  ]
  return { changes, integrations, ignore }
}

/** The options with `introduced` set on the integrations and ignore entries that are new. */
export function markIntroduced(options: CheckOptions, { integrations, ignore }: Introduced): CheckOptions {
  const newKeys = new Set(ignore.map(ignoreKey))
  return {
    ...options,
    integrations: options.integrations.map((each) =>
      integrations.some((added) => gives(added, each)) ? { ...each, introduced: true } : each,
    ),
    ignore: options.ignore.map((each) => (newKeys.has(ignoreKey(each)) ? { ...each, introduced: true } : each)),
  }
}

/** True when an integration got something that ends up in its edits from an entry of the file. */
function gives({ role, sessions, expressions }: ConfigIntegration, integration: Integration): boolean {
  const { roleName, account, rolePath, origin } = integration
  const isRole =
    role.name === roleName &&
    (role.account === null || role.account === account) &&
    (role.path === null || role.path === rolePath)
  // The role of an input is the workflow's word; sessions and expressions are the file's all the same.
  return isRole && (origin === 'configuration' || sessions !== null || expressions !== null)
}

function makesSameEdits(a: ConfigIntegration, b: ConfigIntegration): boolean {
  return sameParts(a.role, b.role) && equal([a.sessions, a.expressions], [b.sessions, b.expressions])
}

/** Everything but where the entry stands. */
function ignoreKey({ rule, files, buckets, addresses, sids, fingerprint, reason, expires }: IgnoreEntry): string {
  return JSON.stringify([rule, files, buckets, addresses, sids, fingerprint, reason, expires])
}

function describeIntegration(each: ConfigIntegration, known: readonly ConfigIntegration[]): ConfigChange {
  const isKnown = known.some((old) => sameParts(old.role, each.role))
  return { kind: 'integration', text: `the integration ${roleText(each.role)} is ${isKnown ? 'changed' : 'new'}` }
}

function roleText({ partition, account, path, name }: NamedRole): string {
  return account === null ? name : `arn:${partition ?? 'aws'}:iam::${account}:role${path ?? '/'}${name}`
}

function describeIgnore(entry: IgnoreEntry): ConfigChange {
  const what = [
    entry.rule,
    ...entry.buckets.map((each) => `bucket ${each}`),
    ...entry.files.map((each) => `file ${each}`),
    ...entry.addresses.map((each) => `address ${each}`),
    ...entry.sids.map((each) => `Sid ${each}`),
    entry.fingerprint === null ? null : `fingerprint ${entry.fingerprint}`,
  ].filter((each) => each !== null)
  const until = entry.expires === null ? '' : `, until ${entry.expires}`
  return { kind: 'ignore', text: `an ignore entry is new (${what.join(', ')}${until}): ${entry.reason}` }
}

function contextChanges(
  head: Readonly<Record<string, ContextFact>>,
  base: Readonly<Record<string, ContextFact>>,
): readonly ConfigChange[] {
  const keys = [...new Set([...Object.keys(head), ...Object.keys(base)])].sort()
  return keys
    .filter((key) => !equal(head[key], base[key]))
    .map((key) => ({ kind: 'context', text: `the fact ${key} is ${describeFact(head[key])}` }))
}

function describeFact(fact: ContextFact | undefined): string {
  if (fact === undefined) return 'no longer stated'
  return fact === null ? 'stated as never present' : `stated as ${fact.join(', ')}`
}

function otherChanges(head: ConfigFile, base: ConfigFile | null): readonly ConfigChange[] {
  const changes: ConfigChange[] = []
  const features = head.features ?? DEFAULT_FEATURES
  if (
    !equal(features, base?.features ?? DEFAULT_FEATURES) ||
    (head.features === null) !== ((base?.features ?? null) === null)
  ) {
    changes.push({ kind: 'features', text: `the required features are ${features.join(', ')}` })
  }
  const remedy = head.remedy ?? DEFAULT_REMEDY
  if (remedy !== (base?.remedy ?? DEFAULT_REMEDY)) changes.push({ kind: 'remedy', text: `the remedy is ${remedy}` })
  if (!equal(head.protect, base?.protect ?? null)) {
    const text =
      head.protect === null ? 'every bucket is checked' : 'which buckets are backed up, and checked, is changed'
    changes.push({ kind: 'protect', text })
  }
  for (const rule of new Set([...Object.keys(head.levels), ...Object.keys(base?.levels ?? {})])) {
    const level = Object.entries(head.levels).find(([key]) => key === rule)?.[1] ?? 'its default level'
    const old = Object.entries(base?.levels ?? {}).find(([key]) => key === rule)?.[1] ?? 'its default level'
    if (level !== old) changes.push({ kind: 'rules', text: `the rule ${rule} is set to ${level}` })
  }
  return changes
}

function equal(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
