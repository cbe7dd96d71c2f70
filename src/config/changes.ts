import type { CheckOptions, IgnoreEntry, Integration } from '../model/options.js'
import { RULE_IDS } from '../model/rules.js'
import { grouped } from '../text/group.js'
import type { Inputs } from './inputs.js'
import type { ConfigFile, ConfigIntegration } from './model.js'
import { sameParts } from './options.js'
import type { NamedRole } from './role.js'
import { type Change, changedWords, differs, listWords, settingChanges } from './setting-changes.js'

/** A fact of the configuration that a pull request adds, changes or removes, as a reader of the summary sees it. */

export interface Introduced {
  /** What can make the result greener comes first, and of it what weakens most. */
  readonly changes: readonly Change[]
  /** Integrations of the head whose role, sessions or expressions, the parts that edits are made of, are new. */
  readonly integrations: readonly ConfigIntegration[]
  readonly ignore: readonly IgnoreEntry[]
  /** The role as an input names it. */
  readonly input: NamedRole | null
}

/** What a configuration says that is not there. */
export const NOTHING_STATED: ConfigFile = {
  path: '',
  integrations: [],
  protect: null,
  features: null,
  remedy: null,
  context: {},
  levels: {},
  ignore: [],
  lines: new Map(),
}

/** The inputs that come before what a configuration says. */
export type Overriding = Pick<Inputs, 'role' | 'features' | 'remedy'>

/**
 * What differs between the head's configuration and the base's, in both directions. Without a configuration in the base
 * everything is new, without one in the head everything is removed. Entries are compared by content: a moved or
 * reformatted entry is not new.
 */
export function introducedBy(
  head: ConfigFile | null,
  base: ConfigFile | null,
  inputs: Overriding | null = null,
): Introduced {
  const now = head ?? NOTHING_STATED
  const before = base ?? NOTHING_STATED
  const integrations = now.integrations.filter((each) => !before.integrations.some((old) => makesSameEdits(each, old)))
  const ignore = now.ignore.filter((each) => !before.ignore.some((old) => ignoreKey(old) === ignoreKey(each)))
  const changes = [
    ...settingChanges(now, before, inputs),
    ...integrationChanges(now, before, inputs?.role ?? null),
    ...ignoreChanges(now, before),
  ]
  const sorted = [true, false].flatMap((greener) => fewOfEachFirst(changes.filter((each) => each.greener === greener)))
  return { changes: sorted, integrations, ignore, input: inputs?.role ?? null }
}

/** The few of all kinds together are no more than a summary shows. */
const FEW = 5

/** The first few of each kind, then the others: however many there are of one kind, they hide none of another. */
function fewOfEachFirst(changes: readonly Change[]): readonly Change[] {
  const kinds = grouped(changes, ({ kind }) => kind)
  const first = [...kinds.values()].flatMap((each) => each.slice(0, FEW))
  const seen = new Set(first)
  return [...first, ...changes.filter((each) => !seen.has(each))]
}

/** The options with `introduced` set on the integrations and ignore entries that are new. */
export function markIntroduced(options: CheckOptions, { integrations, ignore, input }: Introduced): CheckOptions {
  const open = { account: options.account === null, path: (input?.path ?? null) === null }
  const newKeys = new Set(ignore.map(ignoreKey))
  return {
    ...options,
    integrations: options.integrations.map((each) =>
      integrations.some((added) => gives(added, each, open)) ? { ...each, introduced: true } : each,
    ),
    ignore: options.ignore.map((each) => (newKeys.has(ignoreKey(each)) ? { ...each, introduced: true } : each)),
  }
}

/**
 * True when an integration got something that ends up in its edits from an entry of the file.
 *
 * @param open what the inputs leave open
 */
function gives(
  { role, sessions, expressions }: ConfigIntegration,
  integration: Integration,
  open: { readonly account: boolean; readonly path: boolean },
): boolean {
  const { roleName, account, rolePath, origin } = integration
  const isRole =
    role.name === roleName &&
    (role.account === null || role.account === account) &&
    (role.path === null || role.path === rolePath)
  // The role of an input is the workflow's word; sessions, expressions and what its name leaves open are the file's.
  const completed = (open.account && role.account !== null) || (open.path && role.path !== null)
  return isRole && (origin === 'configuration' || sessions !== null || expressions !== null || completed)
}

function makesSameEdits(a: ConfigIntegration, b: ConfigIntegration): boolean {
  return sameParts(a.role, b.role) && !differs([a.sessions, a.expressions], [b.sessions, b.expressions])
}

/** Entries of two lists that belong together, and those that have no partner. */
interface Paired<T> {
  readonly same: readonly { readonly now: T; readonly old: T; readonly index: number }[]
  readonly added: readonly { readonly now: T; readonly index: number }[]
  readonly removed: readonly T[]
}

/** Pairs entries: those that are equal first, then those about the same thing, each with one partner at most. */
function pair<T>(
  now: readonly T[],
  before: readonly T[],
  isEqual: (a: T, b: T) => boolean,
  isAboutSame: (a: T, b: T) => boolean,
): Paired<T> {
  const rest = [...before]
  const take = (each: T, fits: (a: T, b: T) => boolean) => {
    const at = rest.findIndex((old) => fits(each, old))
    return at === -1 ? null : (rest.splice(at, 1)[0] ?? null)
  }
  const open = now.map((each, index) => ({ now: each, index })).filter(({ now: each }) => take(each, isEqual) === null)
  const matched = open.map((each) => ({ ...each, old: take(each.now, isAboutSame) }))
  return {
    same: matched.flatMap(({ old, ...each }) => (old === null ? [] : [{ ...each, old }])),
    added: matched.filter(({ old }) => old === null),
    removed: rest,
  }
}

function integrationChanges(now: ConfigFile, before: ConfigFile, input: NamedRole | null): readonly Change[] {
  // With a role from an input, what the file says of others is not used.
  const counts = ({ role }: ConfigIntegration) => input === null || input.name === role.name
  const line = (index: number) => now.lines.get(`integrations[${index}]`) ?? sectionLine(now, 'integrations')
  const paired = pair(
    now.integrations,
    before.integrations,
    (a, b) => !differs(a, b),
    (a, b) => sameParts(a.role, b.role),
  )
  const staying = before.integrations.filter((each) => !paired.removed.includes(each))
  return [
    ...paired.removed.map((each) => ({
      kind: 'integration' as const,
      text: `the integration ${roleText(each.role)} is removed${withFacts(each)}`,
      greener: counts(each),
      line: sectionLine(now, 'integrations'),
    })),
    ...paired.same.map((each) => changedIntegration(each, line(each.index), counts)),
    ...paired.added.map(({ now: each, index }) => ({
      kind: 'integration' as const,
      text: `the integration ${roleText(each.role)} is new${withFacts(each)}`,
      greener: counts(each) && takesPlaces(each, staying),
      line: line(index),
    })),
  ]
}

/** True unless another role without lists stays judged wherever the new one is: then it only adds what must work. */
function takesPlaces(added: ConfigIntegration, known: readonly ConfigIntegration[]): boolean {
  return !(isUnrestricted(added) && known.some(isUnrestricted))
}

function isUnrestricted({ files, buckets, addresses }: ConfigIntegration): boolean {
  return files.length + buckets.length + addresses.length === 0
}

const STRICTNESS = { none: 0, unknown: 1, present: 2 } as const
const BOUNDARY_WORDS = { none: 'none', unknown: 'unknown', present: 'one' } as const

function changedIntegration(
  { now, old }: { readonly now: ConfigIntegration; readonly old: ConfigIntegration },
  line: number,
  counts: (each: ConfigIntegration) => boolean,
): Change {
  const boundary = (each: ConfigIntegration) => each.boundary ?? 'none'
  const lists = ['files', 'buckets', 'addresses'] as const
  const sessions = ({ sessions: own }: ConfigIntegration) => own?.join(', ') ?? 'the usual ones'
  const expressions = ({ expressions: own }: ConfigIntegration) => (own === null ? 'none' : JSON.stringify(own))
  const words = [
    changedWords('permissions boundary', BOUNDARY_WORDS[boundary(now)], BOUNDARY_WORDS[boundary(old)]),
    changedWords('sessions', sessions(now), sessions(old)),
    changedWords('unique id', now.roleId ?? 'none', old.roleId ?? 'none'),
    ...lists.map((key) => changedWords(key, listWords(now[key]), listWords(old[key]))),
    changedWords('expressions', expressions(now), expressions(old)),
  ].filter((each) => each !== null)
  const greener =
    STRICTNESS[boundary(now)] < STRICTNESS[boundary(old)] ||
    lostSession(now, old) ||
    now.roleId !== old.roleId ||
    lists.some((key) => differs(now[key], old[key]))
  const text = `the integration ${roleText(now.role)} is changed: ${words.join('; ') || 'it is written in another way'}`
  return { kind: 'integration', text, greener: greener && counts(now), line }
}

/** The usual sessions are not spelled out: a list in their place, or they in place of a list, may leave one out. */
function lostSession({ sessions: now }: ConfigIntegration, { sessions: old }: ConfigIntegration): boolean {
  if (now === null || old === null) return now !== old
  return old.some((session) => !now.includes(session))
}

function withFacts({ files, buckets, addresses }: ConfigIntegration): string {
  const words = Object.entries({ files, buckets, addresses })
    .filter(([, list]) => list.length > 0)
    .map(([key, list]) => `${key} ${listWords(list)}`)
  return words.length === 0 ? '' : ` (${words.join('; ')})`
}

function roleText({ partition, account, path, name }: NamedRole): string {
  return account === null ? name : `arn:${partition ?? 'aws'}:iam::${account}:role${path ?? '/'}${name}`
}

/** Everything but where the entry stands. */
function ignoreKey(entry: IgnoreEntry): string {
  return JSON.stringify([selectionKey(entry), entry.reason, entry.expires])
}

/** What an entry silences. */
function selectionKey({ rule, files, buckets, addresses, sids, fingerprint }: IgnoreEntry): string {
  return JSON.stringify([rule, files, buckets, addresses, sids, fingerprint])
}

/** True for an entry that holds wherever its rule finds something: a list with a pattern for everything restricts nothing. */
function isEverywhere({ files, buckets, addresses, sids, fingerprint }: IgnoreEntry): boolean {
  const lists = [files, buckets, addresses, sids]
  return fingerprint === null && lists.every((list) => list.length === 0 || list.some((each) => /^[*?/]+$/.test(each)))
}

/** What silences most comes first: everywhere before in some places, then in the order of the rules. */
function bySilence({ now: a }: { readonly now: IgnoreEntry }, { now: b }: { readonly now: IgnoreEntry }): number {
  return Number(isEverywhere(b)) - Number(isEverywhere(a)) || ruleOrder(a) - ruleOrder(b)
}

/** An entry that names no rule is about all of them, and comes before. */
function ruleOrder({ rule }: IgnoreEntry): number {
  return rule === null ? -1 : RULE_IDS.indexOf(rule)
}

function ignoreChanges(now: ConfigFile, before: ConfigFile): readonly Change[] {
  const by = (key: (entry: IgnoreEntry) => string) => (a: IgnoreEntry, b: IgnoreEntry) => key(a) === key(b)
  const paired = pair(now.ignore, before.ignore, by(ignoreKey), by(selectionKey))
  const line = (entry: IgnoreEntry) => entry.location.startLine
  return [
    ...[...paired.added].sort(bySilence).map(({ now: each }) => ({
      kind: 'ignore' as const,
      text: `an ignore entry is new (${ignoreWords(each)}${until(each)}): ${each.reason}`,
      greener: true,
      line: line(each),
    })),
    ...[...paired.same].sort(bySilence).map(({ now: each, old }) => ({
      kind: 'ignore' as const,
      text: `an ignore entry is changed (${ignoreWords(each)}): ${[
        changedWords('counts', untilWords(each), untilWords(old)),
        changedWords('reason', each.reason, old.reason),
      ]
        .filter((words) => words !== null)
        .join('; ')}`,
      greener: old.expires !== null && (each.expires === null || each.expires > old.expires),
      line: line(each),
    })),
    ...paired.removed.map((each) => ({
      kind: 'ignore' as const,
      text: `an ignore entry is removed (${ignoreWords(each)}${until(each)}): ${each.reason}`,
      greener: false,
      line: sectionLine(now, 'ignore'),
    })),
  ]
}

function ignoreWords(entry: IgnoreEntry): string {
  return [
    entry.rule,
    ...entry.buckets.map((each) => `bucket ${each}`),
    ...entry.files.map((each) => `file ${each}`),
    ...entry.addresses.map((each) => `address ${each}`),
    ...entry.sids.map((each) => `Sid ${each}`),
    entry.fingerprint === null ? null : `fingerprint ${entry.fingerprint}`,
  ]
    .filter((each) => each !== null)
    .join(', ')
}

function until({ expires }: IgnoreEntry): string {
  return expires === null ? '' : `, until ${expires}`
}

function untilWords({ expires }: IgnoreEntry): string {
  return expires === null ? 'for good' : `until ${expires}`
}

/** Where a section begins in the head's file; what was removed stood there. */
function sectionLine({ lines }: ConfigFile, key: string): number {
  return lines.get(key) ?? 1
}
