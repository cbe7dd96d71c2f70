import type { Level } from '../model/rules.js'
import { cut } from '../text/cut.js'
import { grouped } from '../text/group.js'
import { roomFor, withinRoom } from './room.js'

/** Of a report in JSON: what may be cut of it, by what all findings have in common. */
interface Told {
  readonly level: Level
  readonly message: string
  readonly blocked?: readonly Group[]
  readonly undecided?: readonly Group[]
  readonly because?: readonly string[]
  readonly statement?: { readonly sid: string | null }
  readonly fix: FixTold | null
}

interface Group {
  readonly session: string
  readonly feature: string
  readonly actions: readonly string[]
}

interface FixTold {
  readonly applicability: string
  readonly note: string
  readonly text: string | null
  readonly edits: readonly { readonly path: string; readonly startLine: number; readonly replacement: string }[]
}

/**
 * A report as JSON text. One that would be too long for what was checked is written without white space, then with its
 * lists and texts cut, which say how much is missing. Every finding is told, with its rule, place and fingerprint, as
 * long as a statement has a few characters: of a list of thousands that are none, the worst are told and a note counts
 * the others.
 *
 * @param bytes of the files that were checked; without a number nothing is cut
 */
export function fitted<F extends Told>(report: Listed<F>, bytes?: number): string {
  const limit = roomFor(bytes)
  if (leastLength(report.findings) <= limit) {
    const whole = JSON.stringify(report, null, 2)
    if (Buffer.byteLength(whole) <= limit) return whole
  }
  let text = ''
  let findings: readonly Told[] = withEachEditOnce(report.findings)
  for (const { change, longest } of STEPS) {
    findings = findings.map(change)
    if (leastLength(findings, longest) > limit) continue
    text = JSON.stringify({ ...report, findings }, shortened(longest))
    if (Buffer.byteLength(text) <= limit) return text
  }
  return withWorst({ ...report, findings }, limit)
}

/** Cuts the texts of what is written as JSON. */
function shortened(longest: number): ((name: string, value: unknown) => unknown) | undefined {
  if (longest === Number.POSITIVE_INFINITY) return undefined
  return (_name, value) => (typeof value === 'string' && value.length > longest ? cut(value, longest) : value)
}

interface Listed<F> {
  readonly findings: readonly F[]
  readonly notes: readonly string[]
}

/**
 * As many of the findings as there is room for, cut as in the last step, the worst of them, in their order; a note counts
 * those left out.
 */
function withWorst(report: Listed<Told>, limit: number): string {
  const short = shortened(SHORTEST)
  const frame = JSON.stringify({ ...report, findings: [] }, short)
  const sizeOf = (finding: Told) => Buffer.byteLength(JSON.stringify(finding, short)) + 1
  const kept = withinRoom(report.findings, sizeOf, limit - Buffer.byteLength(frame) - LEFT_OUT.length - 20)
  const findings = report.findings.filter((each) => kept.has(each))
  const count = report.findings.length - kept.size
  // The note itself is whole.
  const { notes, ...others }: Listed<Told> = JSON.parse(JSON.stringify({ ...report, findings }, short))
  return JSON.stringify({ ...others, notes: count === 0 ? notes : [...notes, `${count} ${LEFT_OUT}`] })
}

const LEFT_OUT =
  'findings are counted in the summary and left out here, since the report would be far longer than what was checked.'

/** The longest parts of findings, which alone may be more than a text can hold; a name is cut to `longest`. */
function leastLength(findings: readonly Told[], longest = Number.POSITIVE_INFINITY): number {
  return findings.reduce((sum, { fix, statement }) => {
    const name = Math.min(statement?.sid?.length ?? 0, longest)
    return (fix?.edits ?? []).reduce((total, { replacement }) => total + replacement.length, sum + name)
  }, 0)
}

/** An edit of lines that several findings are about stands at the first of them. */
function withEachEditOnce(findings: readonly Told[]): readonly Told[] {
  const seen = new Set<string>()
  return findings.map((finding) => {
    const { fix } = finding
    if (fix === null || fix.edits.length === 0) return finding
    const edits = fix.edits.filter(({ path, startLine, replacement }) => {
      const key = `${path}\n${startLine}\n${replacement}`
      const isNew = !seen.has(key)
      seen.add(key)
      return isNew
    })
    const note = edits.length < fix.edits.length ? `${fix.note} ${ELSEWHERE}` : fix.note
    return { ...finding, fix: { ...fix, note, edits } }
  })
}

const ELSEWHERE = 'The edit stands at an earlier finding of this report.'

interface Step {
  readonly change: (finding: Told) => Told
  /** The longest text that is left as it is. */
  readonly longest: number
}

const SHORTEST = 60

/** What is left out, more with each step. */
const STEPS: readonly Step[] = [
  { change: (finding) => finding, longest: Number.POSITIVE_INFINITY },
  { change: withGroups((group) => ({ ...group, actions: some(group.actions, 2) })), longest: Number.POSITIVE_INFINITY },
  { change: withGroups((group) => ({ ...group, actions: some(group.actions, 0) })), longest: Number.POSITIVE_INFINITY },
  { change: withLittle, longest: 160 },
  { change: withLittle, longest: SHORTEST },
]

function withGroups(change: (group: Group) => Group): (finding: Told) => Told {
  return (finding) => ({
    ...finding,
    ...(finding.blocked && { blocked: finding.blocked.map(change) }),
    ...(finding.undecided && { undecided: finding.undecided.map(change) }),
  })
}

/** The first few of a list, and how many more there are. */
function some(list: readonly string[], most: number): readonly string[] {
  const more = list.length - most
  if (more <= 1) return list
  return [...list.slice(0, most), most === 0 ? `${more} in all` : `… and ${more} more`]
}

/** One group for each feature, few reasons, and no edit: who wants one applies it with `--fix`. */
function withLittle(finding: Told): Told {
  const { blocked, undecided, because, fix } = finding
  return {
    ...finding,
    ...(blocked && { blocked: byFeature(blocked) }),
    ...(undecided && { undecided: byFeature(undecided) }),
    ...(because && { because: some(because, 2) }),
    fix:
      fix === null || fix.edits.length === 0 ? fix : { ...fix, applicability: 'text-only', note: NOT_HERE, edits: [] },
  }
}

const NOT_HERE = 'Left out of this report, which would be too long; --fix and --diff have it.'

function byFeature(groups: readonly Group[]): readonly Group[] {
  return [...grouped(groups, ({ feature }) => feature).values()].flatMap(([first, ...others]) => {
    if (first === undefined) return []
    const session = others.length === 0 ? first.session : `${first.session} and ${others.length} more`
    return [{ ...first, session }]
  })
}
