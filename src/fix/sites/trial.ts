import type { Policy } from '../../documents/policy.js'
import { statementKey } from '../../iam/choices.js'
import { parsePolicy, statementsOf } from '../../iam/parse.js'
import type { CheckOptions, Remedy } from '../../model/options.js'
import type { StatementDraft } from '../../rules/drafts/draft.js'
import type { SourceFiles } from '../../terraform/trace/index.js'
import type { TextEdit } from '../../text/edit.js'
import { folderOf } from '../../text/paths.js'
import { isObject, type JsonObject } from '../../tree/value.js'
import { FILLED_READER, type PlannedSources } from '../../units/planned-sources.js'
import { type JudgedStatement, judgePolicy } from '../../verdicts/judged.js'
import { WHY } from '../offer.js'
import type { EditGroup, Trial } from '../site.js'
import { policySize } from '../size.js'
import { isCleared, movesOnlyListed } from '../verify.js'
import { addsOnly, changedStatements, declaresSame, withTexts } from './compare-sources.js'
import { editedTexts, withEdits } from './edited-texts.js'
import { exemptedBy } from './terraform-patch.js'

/** One edit of a source file, and the planned statements that need it. */
export interface StatementGroup {
  readonly group: EditGroup
  readonly path: string
  readonly edits: readonly TextEdit[]
  readonly remedy: Remedy
  readonly drafts: readonly StatementDraft[]
}

/** All that an edit of the sources might change. */
export interface TrialContext {
  readonly policies: readonly Policy[]
  readonly sources: PlannedSources
  readonly options: CheckOptions
}

type Sizes = ReadonlyMap<StatementDraft, number>

const MEMBERS: Readonly<Record<Remedy, readonly string[]>> = {
  'not-principal': ['Principal', 'NotPrincipal'],
  'principal-arn': ['Condition'],
}

/**
 * Evaluates the sources with the edits in them: only the statements that an edit is for may have changed, of them only
 * the member that its remedy is about, and every one of them must then leave Clumio alone. All groups are tried
 * together; where that shows anything else, each is tried alone.
 */
export async function tryStatements(
  groups: readonly StatementGroup[],
  context: TrialContext,
): Promise<ReadonlyMap<EditGroup, Trial>> {
  const results = await withEdits(groups, (some) => sizesWith(some, context))
  return new Map(
    [...results].map(([{ group }, sizes]) => [
      group,
      sizes === null ? { ok: false, why: WHY.unverified } : { ok: true, sizes },
    ]),
  )
}

/** The size of each edited policy; null where the edits do more or less than they should. */
async function sizesWith(groups: readonly StatementGroup[], context: TrialContext): Promise<Sizes | null> {
  const { sources } = context
  const texts = editedTexts(groups, sources)
  if (texts === null) return null
  const after = withTexts(sources.files, texts)
  if (!(await changesOnlyWanted(groups, after, context))) return null
  const sizes = new Map<StatementDraft, number>()
  for (const { drafts, remedy, path } of groups) {
    for (const draft of drafts) {
      const edited = await clearedPolicy({ draft, remedy, path }, after, context)
      if (edited === null) return null
      sizes.set(draft, policySize(edited))
    }
  }
  return sizes
}

async function changesOnlyWanted(
  groups: readonly StatementGroup[],
  after: SourceFiles,
  { policies, sources }: TrialContext,
): Promise<boolean> {
  const requests = policies.map((policy) => ({ policy, request: sources.requestFor(policy) }))
  const known = requests.filter((one) => one.request !== null)
  const asked = known.flatMap(({ request }) => (request === null ? [] : [request]))
  if (!(await declaresSame(asked, sources.files, after))) return false
  const changes = await changedStatements(asked, sources.files, after)
  const wanted = remediesByPolicy(groups)
  const left = new Map([...wanted].map(([policy, remedies]) => [policy, remedies.length]))
  for (const { policy: at, statement, members } of changes) {
    const policy = known[at]?.policy
    if (policy === undefined || statement === null) return false
    // No more statements of a policy may change than there are findings that the edits are for.
    const remaining = (left.get(policy) ?? 0) - 1
    left.set(policy, remaining)
    const remedies = wanted.get(policy) ?? []
    if (remaining < 0 || !remedies.some((remedy) => members.every((name) => MEMBERS[remedy].includes(name))))
      return false
  }
  return true
}

/** The remedies of each policy: one for each of its findings that the edits are for. */
function remediesByPolicy(groups: readonly StatementGroup[]): ReadonlyMap<Policy, readonly Remedy[]> {
  const remedies = new Map<Policy, Remedy[]>()
  for (const { drafts, remedy } of groups) {
    for (const { judged } of drafts) {
      const own = remedies.get(judged.policy)
      if (own === undefined) remedies.set(judged.policy, [remedy])
      else own.push(remedy)
    }
  }
  return remedies
}

/** A statement with the edit of a file that is for it. */
interface EditedDraft extends Pick<StatementGroup, 'remedy' | 'path'> {
  readonly draft: StatementDraft
}

/**
 * The edited policy, which leaves Clumio alone; null where it does not. Where only values that nobody knows leave that
 * open, those that the configuration states count.
 */
async function clearedPolicy(one: EditedDraft, after: SourceFiles, context: TrialContext): Promise<Policy | null> {
  const stated = statedFor(one, context.sources)
  for (const values of Object.keys(stated).length === 0 ? [{}] : [{}, stated]) {
    const edited = await editedPolicy(one, values, { sources: context.sources, after })
    const judged = edited === null ? undefined : judgedIn(edited, one.draft, context.options)
    if (judged === undefined || judged.verdict.verdict === 'blocked') return null
    if (isCleared(judged)) return movesOnlyListed(one.draft.subject, judged, one.remedy) ? edited : null
  }
  return null
}

/** The planned policy with the edited member of the sources in its statement; null where the sources lost it. */
async function editedPolicy(
  { draft, remedy }: EditedDraft,
  stated: Readonly<Record<string, unknown>>,
  { sources, after }: { readonly sources: PlannedSources; readonly after: SourceFiles },
): Promise<Policy | null> {
  const { policy } = draft.judged
  const { index } = draft.subject.statement
  const edited = await sources.editedStatement(policy, index, after, stated)
  const statements = statementsOf(policy.raw)
  const planned = statements[index]
  if (edited === null || !isObject(planned)) return null
  // What is written may come to something else: a variable of the pull request has any value, a function any result.
  if (!addsOnly(exemptedBy(draft, remedy), edited.before, edited.after)) return null
  const kept = Object.entries(planned).filter(([name]) => !MEMBERS[remedy].includes(name))
  const changed = Object.entries(edited.after).filter(([name]) => MEMBERS[remedy].includes(name))
  const statement: JsonObject = Object.fromEntries([...kept, ...changed])
  const raw = { ...policy.raw, Statement: statements.map((one, i) => (i === index ? statement : one)) }
  return { ...policy, raw, document: parsePolicy(raw, FILLED_READER), hasTokens: true }
}

/**
 * What the configuration says of root variables: that its expressions are the role's account and name. It counts in the
 * root module itself, for a variable that is younger than the plan: what a plan hides must not be guessed.
 */
function statedFor({ draft, path }: EditedDraft, sources: PlannedSources): Readonly<Record<string, unknown>> {
  const { judged, subject } = draft
  const plan = sources.planOf(judged.policy.origin)
  const [role, ...others] = subject.integrations
  if (plan?.declared == null || role === undefined || others.length > 0) return {}
  if (sources.rootOf(plan) !== folderOf(path)) return {}
  const { declared } = plan
  const parts = [
    [role.expressions?.account, role.account],
    [role.expressions?.roleName, role.roleName],
  ] as const
  return Object.fromEntries(
    parts.flatMap(([expression, value]) => {
      const name = /^var\.([\w-]+)$/.exec(expression ?? '')?.[1]
      return name === undefined || value === null || declared.variables.has(name) ? [] : [[name, value]]
    }),
  )
}

function judgedIn(edited: Policy, { subject }: StatementDraft, options: CheckOptions): JudgedStatement | undefined {
  const integrations = subject.integrations.map(unrestricted)
  const [judged] = judgePolicy(edited, { ...options, integrations }, statementKey(subject.statement)).statements
  return judged
}

/** The roles that the draft was judged for, whatever their lists say. */
function unrestricted<T extends { readonly files: unknown; readonly buckets: unknown; readonly addresses: unknown }>(
  one: T,
): T {
  return { ...one, files: [], buckets: [], addresses: [] }
}
