import type { Fix, Location } from '../../model/report.js'
import type { Draft, StatementDraft } from '../../rules/drafts/draft.js'
import type { Fallback, SourceRange, StatementLocation } from '../../terraform/trace/index.js'
import { locationOf } from '../locate.js'
import type { Located, PlannedSources } from '../../units/planned-sources.js'

/** Words for the place that a finding points at when its statement was not found. */
const PLACES: Readonly<Record<Fallback['what'], string>> = {
  attribute: 'the policy attribute',
  resource: 'the resource block',
  'module-argument': "the argument of the caller's module block",
  'module-call': "the caller's module block",
}

/** Where a person would edit a planned statement, and what to say about it. */
export interface PlannedPlace {
  readonly location: Location
  /** Text of the file that the location refers to. */
  readonly text: string
  /** Why there is no edit there; null when the statement itself was found and may be edited. */
  readonly why: string | null
  readonly found: StatementLocation | null
}

/**
 * The lines of a planned statement: the statement, else the `policy` attribute, the resource block, the caller's module
 * block, else the plan file itself. It is never mapped by force: what does not fit the plan is said.
 */
export async function placeOf(draft: StatementDraft, sources: PlannedSources): Promise<PlannedPlace | null> {
  const located = await sources.locate(draft.judged.policy)
  if (located === null) return null
  const { index } = draft.subject.statement
  const statement = located.location.statements[index] ?? null
  if (statement?.found) return foundPlace(statement, sources)
  return fallbackPlace(located, statement, sources)
}

/** Where the policy stands that could not be judged: its attribute, or what is nearest to it. */
export async function placeOfUnread(draft: Draft, sources: PlannedSources): Promise<PlannedPlace | null> {
  if (draft.rule !== 'policy-unknown' && draft.rule !== 'policy-unreadable') return null
  const { address, path, source } = draft.origin
  if (address === null || source !== 'terraform-plan') return null
  const location = await sources.locateStatements(path, address, null)
  return location === null ? null : fallbackPlace({ location }, null, sources)
}

function foundPlace(
  statement: Extract<StatementLocation, { found: true }>,
  sources: PlannedSources,
): PlannedPlace | null {
  const place = rangePlace(statement.anchor, sources)
  if (place === null) return null
  return { ...place, why: statement.whyNotEditable, found: statement }
}

function fallbackPlace(
  { location }: Located,
  statement: StatementLocation | null,
  sources: PlannedSources,
): PlannedPlace | null {
  const { fallback } = location
  const place = fallback === null ? null : rangePlace(fallback.range, sources)
  if (fallback === null || place === null) return null
  const reason = statement !== null && !statement.found ? statement.why : (location.problem ?? 'it was not found')
  return { ...place, why: `the lines are those of ${PLACES[fallback.what]}: ${reason}`, found: null }
}

function rangePlace(range: SourceRange, sources: PlannedSources): Pick<PlannedPlace, 'location' | 'text'> | null {
  const text = sources.text(range.path)
  return text === null ? null : { location: locationOf(range.path, text, range), text }
}

/** An edit of a source outdates the plan that it was found in. */
export function planAgain(fix: Fix): Fix {
  return { ...fix, note: `${fix.note} Plan again before you apply.` }
}
