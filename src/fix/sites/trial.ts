import type { Policy } from '../../documents/policy.js'
import { parsePolicy, statementsOf } from '../../iam/parse.js'
import { isObject, type JsonObject } from '../../tree/value.js'
import type { CheckOptions, Remedy } from '../../model/options.js'
import type { StatementDraft } from '../../rules/drafts/draft.js'
import { judgePolicy } from '../../verdicts/judged.js'
import type { TextEdit } from '../../text/edit.js'
import { FILLED_READER, type PlannedSources } from '../../units/planned-sources.js'
import { editedTexts, tried } from './edited-texts.js'
import { changedStatements, withTexts } from './compare-sources.js'
import { isCleared } from '../verify.js'

/** One edit of a source file, and the planned statements that need it. */
export interface PlannedGroup {
  readonly path: string
  readonly edits: readonly TextEdit[]
  readonly remedy: Remedy
  readonly drafts: readonly StatementDraft[]
}

const MEMBERS: Readonly<Record<Remedy, readonly string[]>> = {
  'not-principal': ['Principal', 'NotPrincipal'],
  'principal-arn': ['Condition'],
}

/**
 * Evaluates the sources with the edits in them: only the statements that an edit is for may have changed, of them only
 * the member that its remedy is about, and every one of them must then leave Clumio alone. All groups are tried
 * together; where that shows anything else, each is tried alone.
 */
export async function verifyGroups(
  groups: readonly PlannedGroup[],
  policies: readonly Policy[],
  sources: PlannedSources,
  options: CheckOptions,
): Promise<readonly boolean[]> {
  return tried(groups, (some) => holds(some, policies, sources, options))
}

async function holds(
  groups: readonly PlannedGroup[],
  policies: readonly Policy[],
  sources: PlannedSources,
  options: CheckOptions,
): Promise<boolean> {
  const texts = editedTexts(groups, sources)
  if (texts === null) return false
  const after = withTexts(sources.files, texts)
  const requests = policies.map((policy) => ({ policy, request: sources.requestFor(policy) }))
  const known = requests.filter((one) => one.request !== null)
  const changes = await changedStatements(
    known.flatMap(({ request }) => (request === null ? [] : [request])),
    sources.files,
    after,
  )
  const wanted = new Map(known.map(({ policy }) => [policy, draftsOf(policy, groups)]))
  const left = new Map([...wanted].map(([policy, drafts]) => [policy, drafts.length]))
  for (const { policy: at, statement, members } of changes) {
    const policy = known[at]?.policy
    if (policy === undefined || statement === null) return false
    // No more statements of a policy may change than there are findings that the edits are for.
    const remaining = (left.get(policy) ?? 0) - 1
    left.set(policy, remaining)
    const remedies = (wanted.get(policy) ?? []).map(({ remedy }) => remedy)
    if (remaining < 0 || !remedies.some((remedy) => members.every((name) => MEMBERS[remedy].includes(name))))
      return false
  }
  for (const { drafts, remedy } of groups) {
    for (const draft of drafts) if (!(await isClearedBy(draft, remedy, sources, after, options))) return false
  }
  return true
}

function draftsOf(policy: Policy, groups: readonly PlannedGroup[]): readonly { readonly remedy: Remedy }[] {
  return groups.flatMap(({ drafts, remedy }) =>
    drafts.filter(({ judged }) => judged.policy === policy).map(() => ({ remedy })),
  )
}

/** The planned statement with the edited member of the sources in it no longer blocks Clumio. */
async function isClearedBy(
  draft: StatementDraft,
  remedy: Remedy,
  sources: PlannedSources,
  after: PlannedSources['files'],
  options: CheckOptions,
): Promise<boolean> {
  const { policy } = draft.judged
  const { index } = draft.subject.statement
  const now = await sources.editedStatement(policy, index, after)
  const statements = statementsOf(policy.raw)
  const planned = statements[index]
  if (now === null || !isObject(planned)) return false
  const kept = Object.entries(planned).filter(([name]) => !MEMBERS[remedy].includes(name))
  const changed = Object.entries(now).filter(([name]) => MEMBERS[remedy].includes(name))
  const statement: JsonObject = Object.fromEntries([...kept, ...changed])
  const raw = { ...policy.raw, Statement: statements.map((one, i) => (i === index ? statement : one)) }
  const edited: Policy = { ...policy, raw, document: parsePolicy(raw, FILLED_READER), hasTokens: true }
  const integrations = draft.subject.integrations
  const [judged] = judgePolicy(edited, { ...options, integrations: integrations.map(unrestricted) }, index).statements
  return judged !== undefined && isCleared(judged)
}

/** The roles that the draft was judged for, whatever their lists say. */
function unrestricted<T extends { readonly files: unknown; readonly buckets: unknown; readonly addresses: unknown }>(
  one: T,
): T {
  return { ...one, files: [], buckets: [], addresses: [] }
}
