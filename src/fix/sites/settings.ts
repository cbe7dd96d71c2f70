import { ENFORCED } from '../../documents/ownership.js'
import type { Policy } from '../../documents/policy.js'
import type { SettingDraft } from '../../rules/drafts/draft.js'
import { cut } from '../../rules/drafts/words.js'
import type { Plan, PlanIndex, PlannedResource } from '../../terraform/plan/index.js'
import { type AttributeLocation, type AttributeRequest, locateAttribute } from '../../terraform/trace/index.js'
import { isObject, member } from '../../tree/value.js'
import type { PlannedSources } from '../../units/planned-sources.js'
import { locationOf } from '../locate.js'
import { WHY } from '../offer.js'
import { patchLiteral } from '../patch/hcl/index.js'
import { BUCKET_OWNER_ENFORCED } from '../remedies/bucket-owner-enforced.js'
import type { EditGroup, Patch, Place, RemediableDraft, Trial } from '../site.js'
import { ownershipCommands, pastedBucket } from '../snippet.js'
import { aclObstacle, isControls } from './acl.js'
import { type PlannedSetting, type SettingEdit, trySettings } from './settings-trial.js'

/** A planned instance that a finding is about, with what its sources say. */
interface PlannedOwnership {
  readonly draft: SettingDraft
  readonly plan: Plan
  readonly change: PlannedResource
  readonly located: AttributeLocation | null
}

/**
 * Planned ownership settings in their sources. A literal there is edited where nothing else has its value from it, no ACL
 * is in use, and the edited sources evaluate to the wanted value for exactly these instances.
 */
export class PlannedSettings {
  readonly #sources: PlannedSources
  readonly #policies: readonly Policy[]
  readonly #subjects = new Map<SettingDraft, Promise<PlannedOwnership | null>>()
  #all: readonly PlannedSetting[] | null = null
  #users: Promise<ReadonlyMap<string, readonly PlannedResource[]>> | null = null

  constructor(sources: PlannedSources, policies: readonly Policy[]) {
    this.#sources = sources
    this.#policies = policies
  }

  /** The lines of a setting in the sources; null where none are known. */
  async place(draft: SettingDraft): Promise<Place | null> {
    const located = (await this.#subjectOf(draft))?.located ?? null
    const range = located?.literal?.range ?? located?.fallback?.range ?? null
    const lines = range === null ? null : this.#sources.lines(range.path)
    if (range === null || lines === null) return null
    return { location: locationOf(range.path, lines, range), text: lines.text, because: null }
  }

  async obstacle(draft: SettingDraft): Promise<string | null> {
    const subject = await this.#subjectOf(draft)
    return subject === null ? WHY.wrappedSetting : obstacleOf(subject, this.#sources)
  }

  async patch(draft: SettingDraft): Promise<Patch> {
    const literal = (await this.#subjectOf(draft))?.located?.literal ?? null
    if (literal === null) return { ok: false, why: WHY.noSource }
    const { path, start, end } = literal.range
    return { ok: true, path, edits: patchLiteral({ start, end }, BUCKET_OWNER_ENFORCED) }
  }

  /** Other planned settings whose value comes from the same literal. */
  async others(draft: SettingDraft, covered: readonly RemediableDraft[]): Promise<readonly string[]> {
    const literal = (await this.#subjectOf(draft))?.located?.literal ?? null
    if (literal === null) return []
    const own = await this.#changesOf(covered)
    const users = (await this.#usersOf()).get(literal.range.id) ?? []
    return users.filter((change) => !own.has(change)).map(({ address }) => cut(address))
  }

  async tryOut(groups: readonly EditGroup[]): Promise<ReadonlyMap<EditGroup, Trial>> {
    const settingEdits: SettingEdit[] = []
    for (const group of groups) {
      const { path, edits, drafts } = group
      const [first] = drafts
      const subject = first?.rule === 'object-ownership' ? await this.#subjectOf(first) : null
      const isDirect = subject?.located?.literal?.direct === true
      settingEdits.push({ group, path, edits, isDirect, changes: await this.#changesOf(drafts) })
    }
    const context = { settings: this.#settings(), policies: this.#policies, sources: this.#sources }
    const trials = new Map<EditGroup, Trial>()
    for (const [group, ok] of await trySettings(settingEdits, context)) {
      trials.set(group, ok ? { ok, sizes: new Map() } : { ok, why: WHY.settingChangesMore })
    }
    return trials
  }

  /** The lines that a person has to write. */
  async lines(draft: SettingDraft): Promise<string> {
    const subject = await this.#subjectOf(draft)
    return subject === null ? ownershipCommands(draft.setting.bucket) : wantedLines(subject, this.#sources)
  }

  async #changesOf(drafts: readonly RemediableDraft[]): Promise<ReadonlySet<PlannedResource>> {
    const changes = new Set<PlannedResource>()
    for (const draft of drafts) {
      const subject = draft.rule === 'object-ownership' ? await this.#subjectOf(draft) : null
      if (subject !== null) changes.add(subject.change)
    }
    return changes
  }

  #subjectOf(draft: SettingDraft): Promise<PlannedOwnership | null> {
    const subject = this.#subjects.get(draft) ?? ownershipOf(draft, this.#sources)
    this.#subjects.set(draft, subject)
    return subject
  }

  #settings(): readonly PlannedSetting[] {
    this.#all ??= settingsOf(this.#sources)
    return this.#all
  }

  #usersOf(): Promise<ReadonlyMap<string, readonly PlannedResource[]>> {
    this.#users ??= usersOf(this.#settings(), this.#sources)
    return this.#users
  }
}

async function ownershipOf(draft: SettingDraft, sources: PlannedSources): Promise<PlannedOwnership | null> {
  const { origin } = draft.setting
  const plan = sources.planOf(origin)
  if (plan === null || origin.address === null) return null
  const change = sources.indexOf(plan).at(origin.address)
  if (change === null) return null
  const request = requestFor(plan, change, sources)
  return { draft, plan, change, located: request === null ? null : await locateAttribute(request, sources.files) }
}

/** What to ask the sources about: the setting, or of a bucket without one the ACL that shows that ACLs are enabled. */
function requestFor(plan: Plan, change: PlannedResource, sources: PlannedSources): AttributeRequest | null {
  const rootDirectory = sources.rootOf(plan)
  if (rootDirectory === null) return null
  const base = { rootDirectory, address: change.parsed, variables: plan.variables }
  if (!isControls(change)) return { ...base, block: null, attribute: 'acl', planned: null }
  const rule = Array.isArray(change.after?.rule) ? change.after.rule[0] : null
  const value = isObject(rule) ? member(rule, 'object_ownership') : undefined
  return {
    ...base,
    block: 'rule',
    attribute: 'object_ownership',
    planned: typeof value === 'string' ? value : null,
  }
}

/** Why the change is shown only; null where an edit may be tried. */
function obstacleOf({ draft, plan, change, located }: PlannedOwnership, sources: PlannedSources): string | null {
  const acl = aclObstacle(draft.setting, plan, change, sources)
  const move = 'ACLs may be in use, so move their grants to the bucket policy first'
  if (draft.aclsInUse) return acl === null ? move : `${move}; ${acl}`
  if (acl !== null) return acl
  if (!isControls(change) || draft.setting.setting.kind !== 'value') return 'the setting is not written in the sources'
  if (located === null) return WHY.noSource
  const { literal } = located
  if (literal === null) return located.why ?? 'the value is not written out in the sources'
  if (literal.whyNotEditable !== null) return literal.whyNotEditable
  return sources.isLinked(literal.range.path) ? WHY.linked : null
}

/** The planned settings whose value comes from each literal, by the id of its range. */
async function usersOf(
  settings: readonly PlannedSetting[],
  sources: PlannedSources,
): Promise<ReadonlyMap<string, readonly PlannedResource[]>> {
  const users = new Map<string, PlannedResource[]>()
  for (const { request, change } of settings) {
    const { literal } = await locateAttribute(request, sources.files)
    if (literal === null) continue
    const known = users.get(literal.range.id)
    if (known === undefined) users.set(literal.range.id, [change])
    else known.push(change)
  }
  return users
}

/** Every setting that the plans put in place and that sources may be known of. */
function settingsOf(sources: PlannedSources): readonly PlannedSetting[] {
  return sources.plans.flatMap((plan) =>
    plan.changes.flatMap((change) => {
      const present = isControls(change) && !change.deposed && change.after !== null
      const request = present ? requestFor(plan, change, sources) : null
      return request === null ? [] : [{ change, request }]
    }),
  )
}

/** The lines that a person has to write: a caller's arguments, the setting, or a resource that holds it. */
function wantedLines({ draft, plan, change, located }: PlannedOwnership, sources: PlannedSources): string {
  const setting = `object_ownership = "${ENFORCED}"`
  if (/(?:^|[/:])terraform-aws-modules\/(?:terraform-aws-)?s3-bucket(?:\W|$)/.test(located?.fetchedFrom ?? '')) {
    // Without the first line the module takes no notice of the second.
    return `control_object_ownership = true\nobject_ownership         = "${ENFORCED}"`
  }
  if (isControls(change) && change.after !== null) return `rule {\n  ${setting}\n}`
  const { name } = change.parsed
  // A name that may not be shown does not stand in the address.
  const isShown = change.address.includes(name)
  const label = isShown && /^[A-Za-z_][A-Za-z0-9_-]{0,63}$/.test(name) ? name : 'this'
  const bucket =
    isShown && isReferable(sources.indexOf(plan), change)
      ? `aws_s3_bucket.${label}.id`
      : `"${pastedBucket(draft.setting.bucket)}"`
  return `resource "aws_s3_bucket_ownership_controls" "${label}" {\n  bucket = ${bucket}\n\n  rule {\n    ${setting}\n  }\n}`
}

/** Whether the bucket at hand is the only one of its name in its module, so that a reference needs no key. */
function isReferable(index: PlanIndex, change: PlannedResource): boolean {
  const { parsed } = change
  return parsed.type === 'aws_s3_bucket' && parsed.key === null && index.configured(parsed) !== null
}
