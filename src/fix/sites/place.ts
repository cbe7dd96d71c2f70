import { overwrittenName } from '../../iam/parse.js'
import type { StatementDraft, UnreadDraft } from '../../rules/drafts/draft.js'
import { overwrittenLint } from '../../rules/drafts/lints.js'
import type {
  Fallback,
  FoundStatement,
  PolicyLocation,
  SourceRange,
  StatementLocation,
} from '../../terraform/trace/index.js'
import type { PlannedSources } from '../../units/planned-sources.js'
import { locationOf } from '../locate.js'
import type { Place } from '../site.js'

/** Words for the place that a finding points at when its statement was not found. */
const PLACES: Readonly<Record<Fallback['what'], string>> = {
  attribute: 'the policy attribute',
  resource: 'the resource block',
  'module-argument': "the argument of the caller's module block",
  'module-call': "the caller's module block",
}

/**
 * The lines of a planned statement: the statement, else the `policy` attribute, the resource block, the caller's module
 * block; null where no source is known. It is never mapped by force: what does not fit the plan is said.
 */
export async function statementPlace(draft: StatementDraft, sources: PlannedSources): Promise<Place | null> {
  const located = await sources.locate(draft.judged.policy)
  if (located === null) return null
  const statement = located.location.statements[draft.subject.statement.index] ?? null
  return statement?.found === true
    ? rangePlace(statement.anchor, overwrittenIn(statement, draft), sources)
    : fallbackPlace(located.location, statement, sources)
}

/** What the sources say that the plan no longer shows: a member that a later one of the same name replaces. */
function overwrittenIn({ source }: FoundStatement, { judged }: StatementDraft): string | null {
  return judged.policy.sensitive === true ? null : overwrittenLint({ overwritten: overwrittenName(source) })
}

/** Where the policy stands that could not be judged: its attribute, or what is nearest to it. */
export async function unreadPlace(draft: UnreadDraft, sources: PlannedSources): Promise<Place | null> {
  const { origin, offset, end } = draft
  const { address, source, path } = origin
  const lines = end === undefined ? null : sources.lines(path)
  if (lines !== null && end !== undefined)
    return { location: locationOf(path, lines, { start: offset, end }), text: lines.text, because: null }
  const plan = sources.planOf(origin)
  if (address === null || plan === null || source !== 'terraform-plan') return null
  const location = await sources.locateStatements(plan, address, null)
  return location === null ? null : fallbackPlace(location, null, sources)
}

function fallbackPlace(
  { fallback, problem }: PolicyLocation,
  statement: StatementLocation | null,
  sources: PlannedSources,
): Place | null {
  if (fallback === null) return null
  const reason = statement !== null && !statement.found ? statement.why : (problem ?? 'it was not found')
  return rangePlace(fallback.range, `the lines are those of ${PLACES[fallback.what]}: ${reason}`, sources)
}

function rangePlace(range: SourceRange, because: string | null, sources: PlannedSources): Place | null {
  const lines = sources.lines(range.path)
  return lines === null ? null : { location: locationOf(range.path, lines, range), text: lines.text, because }
}
