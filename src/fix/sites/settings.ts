import { ENFORCED } from '../../documents/ownership.js'
import type { Policy } from '../../documents/policy.js'
import { isObject, member } from '../../tree/value.js'
import type { Fix, LineEdit, Location } from '../../model/report.js'
import type { SettingDraft } from '../../rules/draft.js'
import { cut } from '../../rules/words.js'
import { type AttributeLocation, type AttributeRequest, locateAttribute } from '../../terraform/trace/index.js'
import { PlanIndex } from '../../terraform/plan/index.js'
import type { Plan, PlannedResource } from '../../terraform/plan/model.js'
import { type TextEdit, toLineEdit } from '../../text/edit.js'
import { locationOf } from '../locate.js'
import { offered, pastedBucket, shown } from '../bucket-owner-enforced.js'
import { planAgain } from './place.js'
import { aclObstacle, isControls } from './acl.js'
import { type PlannedSetting, type SettingEdit, verifySettings } from './settings-trial.js'
import type { PlannedSources } from '../../units/planned-sources.js'
import { patchLiteral } from '../patch/hcl/index.js'
import { BUCKET_OWNER_ENFORCED } from '../remedies/bucket-owner-enforced.js'
import { unsuitableLines } from '../statement.js'

/** A planned ownership setting in its sources. */
export interface PlacedSetting {
  /** Null where no source is known: then the plan itself is the place. */
  readonly location: Location | null
  /** Text of the file that the location refers to. */
  readonly text: string
  /** File that the edits are of. */
  readonly path: string
  readonly fix: Fix
  readonly textEdits: readonly TextEdit[]
}

/** A planned instance that a finding is about, with what its sources say. */
interface Subject {
  readonly draft: SettingDraft
  readonly plan: Plan
  readonly change: PlannedResource
  readonly located: AttributeLocation | null
}

/**
 * Places findings on planned settings on the lines of their sources, and edits a literal there where nothing else has
 * its value from it, no ACL is in use, and the edited sources evaluate to the wanted value for exactly these instances.
 */
export async function placeSettings(
  drafts: readonly SettingDraft[],
  policies: readonly Policy[],
  sources: PlannedSources,
): Promise<ReadonlyMap<SettingDraft, PlacedSetting>> {
  const subjects: Subject[] = []
  for (const draft of drafts) {
    const subject = await subjectOf(draft, sources)
    if (subject !== null) subjects.push(subject)
  }
  const refused = new Map(subjects.map((subject) => [subject, refusalOf(subject, sources)]))
  const willing = subjects.filter((subject) => refused.get(subject) === null)
  const settings = willing.length === 0 ? [] : settingsOf(sources)
  const edits = editsOf(willing, refused, await usersOf(settings, sources), sources)
  const accepted = await verifySettings(edits, settings, policies, sources)
  const made = new Map<Subject, SettingEdit>()
  for (const [i, edit] of edits.entries()) {
    const members = willing.filter(({ change }) => edit.changes.has(change))
    for (const one of members) {
      if (accepted[i] === true) made.set(one, edit)
      else refused.set(one, 'the edit would change more than this setting')
    }
  }
  return new Map(
    subjects.map((one) => [one.draft, placed(one, made.get(one) ?? null, refused.get(one) ?? null, sources)]),
  )
}

async function subjectOf(draft: SettingDraft, sources: PlannedSources): Promise<Subject | null> {
  const { path, address } = draft.setting.origin
  for (const plan of sources.plans) {
    const change = plan.path === path ? plan.changes.find((one) => one.address === address && !one.deposed) : undefined
    if (change === undefined) continue
    const request = requestFor(plan, change, sources)
    return { draft, plan, change, located: request === null ? null : await locateAttribute(request, sources.files) }
  }
  return null
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
function refusalOf({ draft, plan, change, located }: Subject, sources: PlannedSources): string | null {
  const acl = aclObstacle(draft.setting, plan, change, sources.plans)
  const move = 'ACLs may be in use, so move their grants to the bucket policy first'
  if (draft.aclsInUse) return acl === null ? move : `${move}; ${acl}`
  if (acl !== null) return acl
  if (!isControls(change) || draft.setting.setting.kind !== 'value') return 'the setting is not written in the sources'
  if (located === null) return 'its source was not found'
  const { literal } = located
  if (literal === null) return located.why ?? 'the value is not written out in the sources'
  if (literal.whyNotEditable !== null) return literal.whyNotEditable
  return sources.isLinked(literal.range.path) ? 'the file is reached through a symbolic link' : null
}

/** One edit for each literal; where a planned instance that has no need of it uses the literal, none. */
function editsOf(
  willing: readonly Subject[],
  refused: Map<Subject, string | null>,
  users: ReadonlyMap<string, readonly PlannedResource[]>,
  sources: PlannedSources,
): readonly SettingEdit[] {
  const edits = new Map<string, SettingEdit>()
  for (const subject of willing) {
    const literal = subject.located?.literal ?? null
    if (literal === null || edits.has(literal.range.id)) continue
    const own = new Set(willing.filter((one) => one.located?.literal?.range.id === literal.range.id).map(changeOf))
    const others = (users.get(literal.range.id) ?? []).filter((change) => !own.has(change))
    const { path, start, end } = literal.range
    const textEdits = patchLiteral({ start, end }, BUCKET_OWNER_ENFORCED)
    const text = sources.text(path)
    const line = text === null ? null : toLineEdit(text, textEdits)
    const why = others.length > 0 ? sharedBy(others) : lineRefusal(text, line)
    if (why !== null || line === null) refused.set(subject, why)
    else {
      const direct = literal.direct
      edits.set(literal.range.id, { path, textEdits, line: { path, ...line }, direct, changes: own })
    }
  }
  return [...edits.values()]
}

function changeOf({ change }: Subject): PlannedResource {
  return change
}

const MAX_NAMED = 3

function sharedBy(others: readonly PlannedResource[]): string {
  const names = others.slice(0, MAX_NAMED).map(({ address }) => cut(address))
  const more = others.length > MAX_NAMED ? ` and ${others.length - MAX_NAMED} more` : ''
  return `other planned settings come from the same lines and do not need the same edit (${names.join(', ')}${more})`
}

function lineRefusal(text: string | null, line: Omit<LineEdit, 'path'> | null): string | null {
  if (text === null || line === null) return 'the edit would change nothing'
  return unsuitableLines(text, { path: '', ...line })
}

/** The planned settings whose value comes from each literal, by the id of its range. */
async function usersOf(
  settings: readonly PlannedSetting[],
  sources: PlannedSources,
): Promise<ReadonlyMap<string, readonly PlannedResource[]>> {
  const users = new Map<string, PlannedResource[]>()
  for (const { request, change } of settings) {
    const { literal } = await locateAttribute(request, sources.files)
    if (literal !== null) users.set(literal.range.id, [...(users.get(literal.range.id) ?? []), change])
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

function placed(
  subject: Subject,
  edit: SettingEdit | null,
  why: string | null,
  sources: PlannedSources,
): PlacedSetting {
  const { located, draft } = subject
  const range = located?.literal?.range ?? located?.fallback?.range ?? null
  const text = range === null ? null : sources.text(range.path)
  const location = range === null || text === null ? null : locationOf(range.path, text, range)
  const at = { location, text: text ?? '', path: edit?.path ?? location?.path ?? draft.setting.origin.path }
  const fix =
    edit === null ? shown(wantedLines(subject), why ?? 'no edit of its source changes it') : offered(edit.line)
  return { ...at, fix: planAgain(fix), textEdits: edit?.textEdits ?? [] }
}

/** The lines that a person has to write: a caller's arguments, the setting, or a resource that holds it. */
function wantedLines({ draft, plan, change, located }: Subject): string {
  const setting = `object_ownership = "${ENFORCED}"`
  if (/(?:^|[/:])terraform-aws-modules\/(?:terraform-aws-)?s3-bucket(?:\W|$)/.test(located?.fetchedFrom ?? '')) {
    // Without the first line the module takes no notice of the second.
    return `control_object_ownership = true\nobject_ownership         = "${ENFORCED}"`
  }
  if (isControls(change) && change.after !== null) return `rule {\n  ${setting}\n}`
  const { name } = change.parsed
  const label = /^[A-Za-z_][A-Za-z0-9_-]{0,63}$/.test(name) ? name : 'this'
  const bucket = isReferable(plan, change) ? `aws_s3_bucket.${label}.id` : `"${pastedBucket(draft.setting.bucket)}"`
  return `resource "aws_s3_bucket_ownership_controls" "${label}" {\n  bucket = ${bucket}\n\n  rule {\n    ${setting}\n  }\n}`
}

/** Whether the bucket at hand is the only one of its name in its module, so that a reference needs no key. */
function isReferable(plan: Plan, change: PlannedResource): boolean {
  const { parsed } = change
  return parsed.type === 'aws_s3_bucket' && parsed.key === null && new PlanIndex(plan).configured(parsed) !== null
}
