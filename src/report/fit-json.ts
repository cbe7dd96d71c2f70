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
 * @param always members of the lists besides the findings that are told whatever the room is
 */
export function fitted<F extends Told>(report: Listed<F>, bytes?: number, always: Always = new Set()): string {
  const limit = roomFor(bytes)
  if (mayFit(report.findings, limit, Number.POSITIVE_INFINITY)) {
    const whole = JSON.stringify(report, null, 2)
    if (Buffer.byteLength(whole) <= limit) return whole
  }
  let change = (finding: Told): Told => finding
  for (const step of STEPS) {
    const before = change
    change = (finding) => step.change(before(finding))
    if (!mayFit(changed(report.findings, change), limit, step.longest)) continue
    const findings = [...changed(report.findings, change)]
    const text = JSON.stringify({ ...report, findings }, shortened(step.longest, always))
    if (Buffer.byteLength(text) <= limit) return text
  }
  return withWorst(report, change, { limit, always })
}

/**
 * Whether findings alone, written without white space, are no longer than a report may be. Looks at as many of them as
 * there is room for: a few bytes may have thousands.
 */
function mayFit(findings: Iterable<Told>, limit: number, longest: number): boolean {
  if (limit === Number.POSITIVE_INFINITY) return true
  let left = limit
  for (const finding of findings) {
    // What is longer than the room is not even written.
    left -= leastLength(finding, longest) > left ? left + 1 : sizeOf(finding, longest)
    if (left < 0) return false
  }
  return true
}

function sizeOf(finding: Told, longest: number): number {
  return Buffer.byteLength(JSON.stringify(finding, shortened(longest)))
}

type Always = ReadonlySet<unknown>

/** The longest text of what is always told. */
const LONGEST_ALWAYS = 1000

/** Cuts the texts of what is written as JSON; JSON.stringify calls it with what holds them. */
function shortened(longest: number, always: Always = new Set()) {
  if (longest === Number.POSITIVE_INFINITY) return undefined
  return function (this: unknown, _name: string, value: unknown): unknown {
    return typeof value === 'string' ? cut(value, always.has(this) ? LONGEST_ALWAYS : longest) : value
  }
}

interface Listed<F> {
  readonly findings: readonly F[]
  readonly notes: readonly string[]
}

/**
 * As many of the findings as there is room for, cut as in the last step, the worst of them, in their order; a note counts
 * those left out. Half of the room is theirs, however long the other lists are, but for what is always told.
 */
function withWorst(
  whole: Listed<Told>,
  change: (finding: Told) => Told,
  { limit, always }: { readonly limit: number; readonly always: Always },
): string {
  const report = withShortLists(whole, limit / 2, always)
  const short = shortened(SHORTEST, always)
  const frame = JSON.stringify({ ...report, findings: [] }, short)
  // What is always told may be more than all the room, and takes the findings no more than half of theirs.
  const room = Math.max(limit / 4, limit - Buffer.byteLength(frame) - LEFT_OUT.length - 20)
  const kept = withinRoom(report.findings, (finding) => sizeOf(change(finding), SHORTEST) + 1, room)
  const findings = report.findings.filter((each) => kept.has(each)).map(change)
  const count = report.findings.length - kept.size
  // The note itself is whole.
  const { notes, ...others }: Listed<Told> = JSON.parse(JSON.stringify({ ...report, findings }, short))
  return JSON.stringify({ ...others, notes: count === 0 ? notes : [...notes, `${count} ${LEFT_OUT}`] })
}

/**
 * A report whose lists besides the findings have each their part of some room; notes count what is left out of them. A
 * pull request may change thousands of entries of a configuration, and each change is told.
 */
function withShortLists<F>(report: Listed<F>, room: number, always: Always): Listed<F> {
  const lists = Object.entries(report).filter(([name, one]) => name !== 'findings' && Array.isArray(one))
  const notes: string[] = []
  const short = lists.map(([name, list]: readonly [string, readonly unknown[]]) => {
    let left = room / lists.length
    const kept = list.filter((one) => {
      if (always.has(one)) return true
      left -= Buffer.byteLength(JSON.stringify(one, shortened(SHORTEST))) + 1
      return left >= 0
    })
    if (kept.length < list.length) notes.push(`${list.length - kept.length} of "${name}" are left out here.`)
    return [name, kept] as const
  })
  const shorter: Listed<F> = { ...report, ...Object.fromEntries(short) }
  return { ...shorter, notes: [...shorter.notes, ...notes] }
}

const LEFT_OUT =
  'findings are counted in the summary and left out here, since the report would be far longer than what was checked.'

/** The longest parts of a finding, which alone may be more than a text can hold; a name is cut to `longest`. */
function leastLength({ fix, statement }: Told, longest: number): number {
  const name = Math.min(statement?.sid?.length ?? 0, longest)
  return (fix?.edits ?? []).reduce((total, { replacement }) => total + replacement.length, name)
}

/** Findings with less of each; an edit of lines that several of them are about stands at the first one. */
function* changed(findings: readonly Told[], change: (finding: Told) => Told): Iterable<Told> {
  const seen = new Map<string, Set<string>>()
  for (const finding of findings) {
    const { fix } = finding
    if (fix === null || fix.edits.length === 0) {
      yield change(finding)
      continue
    }
    const edits = fix.edits.filter(({ path, startLine, replacement }) => {
      const key = `${path}\n${startLine}`
      const known = seen.get(key) ?? new Set()
      seen.set(key, known)
      return known.size < known.add(replacement).size
    })
    const note = edits.length < fix.edits.length ? `${fix.note} ${ELSEWHERE}` : fix.note
    yield change({ ...finding, fix: { ...fix, note, edits } })
  }
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
