import type { Policy } from '../../documents/policy.js'
import type { CheckOptions } from '../../model/options.js'
import type { Draft, SettingDraft, StatementDraft } from '../../rules/drafts/draft.js'
import { originOf } from '../../rules/drafts/draft.js'
import type { FoundStatement } from '../../terraform/trace/index.js'
import type { LineIndex } from '../../text/lines.js'
import type { PlannedSources } from '../../units/planned-sources.js'
import { startOf } from '../locate.js'
import { namedRoles, unknownRole, WHY } from '../offer.js'
import type { SourcePrinter } from '../patch/hcl/index.js'
import type { EditGroup, FixRemedy, Manner, Patch, Place, RemediableDraft, Site, Trial } from '../site.js'
import { statementPlace, unreadPlace } from './place.js'
import type { PlannedSettings } from './settings.js'
import { statementPatch } from './terraform-patch.js'
import { type StatementGroup, tryStatements } from './trial.js'

/**
 * The Terraform sources of all plans of a run. What is planned is judged; where it was written is told and edited, as
 * far as the sources evaluate to what is planned.
 */
export class TerraformSite implements Site {
  /** HCL is shown as its lines, since a member in JSON is not what somebody writes there. */
  readonly manner: Manner = {
    longestShown: Number.POSITIVE_INFINITY,
    closing: 'Plan again before you apply.',
    alternative: 'shown',
    inWords: 'wanted',
    unfixed: 'words',
  }
  readonly #sources: PlannedSources
  readonly #policies: readonly Policy[]
  readonly #options: CheckOptions
  readonly #printers: readonly SourcePrinter[] | undefined
  #users: ReturnType<PlannedSources['usersOf']> | null = null
  #settings: Promise<PlannedSettings> | null = null

  /**
   * @param policies all planned policies, and those of sources without a plan, with a finding or not: an edit may change none of the others
   * @param printers those that there are unless others are given
   */
  constructor(
    sources: PlannedSources,
    policies: readonly Policy[],
    options: CheckOptions,
    printers?: readonly SourcePrinter[],
  ) {
    this.#sources = sources
    this.#policies = policies
    this.#options = options
    this.#printers = printers
  }

  lines(path: string): LineIndex | null {
    return this.#sources.lines(path)
  }

  /** The lines of the sources, else the start of the plan. */
  async place(draft: Draft): Promise<Place> {
    const found = await this.#placeIn(draft)
    if (found !== null) return found
    const origin = originOf(draft)
    return { location: startOf(origin.path), text: null, because: this.#sources.whyNoRoot(origin) }
  }

  async #placeIn(draft: Draft): Promise<Place | null> {
    switch (draft.rule) {
      case 'object-ownership':
        return (await this.#settingsOf()).place(draft)
      case 'policy-unknown':
      case 'policy-unreadable':
        return unreadPlace(draft, this.#sources)
      default:
        return statementPlace(draft, this.#sources)
    }
  }

  async obstacle(draft: RemediableDraft): Promise<string | null> {
    if (draft.rule === 'object-ownership') return (await this.#settingsOf()).obstacle(draft)
    const statement = await this.#statementOf(draft)
    if (statement === null) return this.#sources.whyNoRoot(draft.judged.policy.origin) ?? WHY.noSource
    if (namedRoles(draft.subject) === null) return unknownRole(draft)
    if (statement.whyNotEditable !== null) return statement.whyNotEditable
    if (await this.#sources.isIgnored(draft.judged.policy)) return WHY.ignored
    return draft.judged.policy.fromSources === 'deferred' && !statement.literal ? WHY.expressions : null
  }

  async patch(draft: RemediableDraft, remedy: FixRemedy): Promise<Patch> {
    if (draft.rule === 'object-ownership') return (await this.#settingsOf()).patch(draft)
    const statement = await this.#statementOf(draft)
    if (statement === null || remedy === 'bucket-owner-enforced') return { ok: false, why: WHY.noSource }
    const context = { sources: this.#sources, options: this.#options, printers: this.#printers }
    const patch = statementPatch({ draft, statement }, remedy, context)
    return patch.ok && patch.path === statement.range.path ? { ...patch, own: statement.range } : patch
  }

  async others(draft: RemediableDraft, covered: readonly RemediableDraft[]): Promise<readonly string[]> {
    if (draft.rule === 'object-ownership') return (await this.#settingsOf()).others(draft, covered)
    const statement = await this.#statementOf(draft)
    const users = statement === null ? [] : ((await this.#usersOf()).get(statement.range.id) ?? [])
    const done = new Map<Policy, Set<number>>()
    for (const one of covered.flatMap(inAllVariants)) {
      if (one.rule === 'object-ownership') continue
      const { policy } = one.judged
      done.set(policy, (done.get(policy) ?? new Set<number>()).add(one.subject.statement.index))
    }
    const others = users.filter(({ policy, index }) => done.get(policy)?.has(index) !== true)
    return [...new Set(others.map(({ policy }) => nameBeside(policy, draft.judged.policy)))]
  }

  async tryOut(groups: readonly EditGroup[]): Promise<ReadonlyMap<EditGroup, Trial>> {
    const context = { policies: this.#policies, sources: this.#sources, options: this.#options }
    const ofStatements = withTold(
      await tryStatements(
        groups.flatMap((group) => statementGroup(group) ?? []),
        context,
      ),
    )
    const ofSettings = groups.filter(({ remedy }) => remedy === 'bucket-owner-enforced')
    if (ofSettings.length === 0) return ofStatements
    return new Map([...ofStatements, ...(await (await this.#settingsOf()).tryOut(ofSettings))])
  }

  async settingLines(draft: SettingDraft): Promise<string> {
    return (await this.#settingsOf()).lines(draft)
  }

  async #statementOf({ judged, subject }: StatementDraft): Promise<FoundStatement | null> {
    const located = await this.#sources.locate(judged.policy)
    const statement = located?.location.statements[subject.statement.index]
    return statement?.found === true ? statement : null
  }

  #usersOf(): ReturnType<PlannedSources['usersOf']> {
    this.#users ??= this.#sources.usersOf(this.#policies)
    return this.#users
  }

  /** Settings are rare: what places them is loaded with the first one. */
  #settingsOf(): Promise<PlannedSettings> {
    this.#settings ??= import('./settings.js').then(
      ({ PlannedSettings }) => new PlannedSettings(this.#sources, this.#policies),
    )
    return this.#settings
  }
}

function statementGroup(group: EditGroup): StatementGroup | null {
  const { path, edits, remedy } = group
  if (remedy === 'bucket-owner-enforced') return null
  const drafts = group.drafts.flatMap(inAllVariants).filter((draft) => draft.rule !== 'object-ownership')
  return { group, path, edits, remedy, drafts }
}

/** A draft for each set of values that it tells of: an edit is for all of them. */
function inAllVariants<T extends RemediableDraft>(draft: T): readonly RemediableDraft[] {
  if (draft.rule === 'object-ownership') return [draft]
  const { others = [] } = draft.subject.variants ?? {}
  return [draft, ...others.map(({ judged, statement }) => ({ ...draft, judged, subject: statement }))]
}

/** The size of a policy is the largest that it has with any set of values. */
function withTold(trials: ReadonlyMap<EditGroup, Trial>): ReadonlyMap<EditGroup, Trial> {
  const told = new Map<EditGroup, Trial>()
  // Groups that are tried together share their sizes.
  const known = new Map<Sizes, ReadonlyMap<string, number>>()
  for (const [group, trial] of trials) {
    const most = trial.ok ? (known.get(trial.sizes) ?? largest(trial.sizes)) : null
    if (trial.ok && most !== null) known.set(trial.sizes, most)
    const own = group.drafts.flatMap((draft) => {
      const size = most?.get(draft.fingerprint)
      return size === undefined ? [] : [[draft, size] as const]
    })
    told.set(group, trial.ok ? { ok: true, sizes: new Map(own) } : trial)
  }
  return told
}

type Sizes = ReadonlyMap<RemediableDraft, number>

/** The largest size of what has a fingerprint. */
function largest(sizes: Sizes): ReadonlyMap<string, number> {
  const most = new Map<string, number>()
  for (const [{ fingerprint }, size] of sizes) most.set(fingerprint, Math.max(size, most.get(fingerprint) ?? 0))
  return most
}

/** How to name a policy beside another one: by its address, and by its plan where the address is the same. */
function nameBeside({ origin }: Policy, own: Policy): string {
  if (origin.address === null) return origin.path
  if (origin.address !== own.origin.address) return origin.address
  return origin.path === own.origin.path ? `${origin.address} itself` : `${origin.address} in ${origin.path}`
}
