import { fails } from '../../model/options.js'
import { type CheckResult, type Finding, isStatementFinding, type Report } from '../../model/report.js'
import { plural } from '../../text/words.js'
import { forTerminal } from '../escape.js'
import type { RenderContext } from '../format.js'
import { ignoredBlocks, ignoredPlace } from '../ignored.js'
import { NOT_LOOKED_AT } from '../not-looked-at.js'
import { nothingChecked } from '../nothing.js'
import { pasted } from '../snippets.js'
import { type FrameView, textLines } from './frame.js'
import { hang } from './wrap.js'

const SHOWN = 10

/** What was judged, what is open, and what the result rests on. Blocks of lines. */
export function summaryBlocks(
  result: CheckResult,
  context: RenderContext,
  view: FrameView,
): readonly (readonly string[])[] {
  const { report } = result
  const { paint, width } = view
  return [
    report.notes.flatMap((note) => hang(`${paint('note:', 'cyan')} `, forTerminal(note), { indent: 6, width })),
    undecided(result, view),
    listed('Not read', report.unread, ({ path, reason }) => `${forTerminal(path)}: ${forTerminal(reason)}`, view),
    listed('Ignored by the configuration', report.ignored, ignoredLine, view),
    roles(report.findings, view),
    assumptions(report, view),
    [
      ...verdict(report, context, view),
      ...hang('', NOT_LOOKED_AT, { indent: 0, width, paint: (line) => paint(line, 'dim') }),
    ],
  ].filter((block) => block.length > 0)
}

function listed<T>(
  title: string,
  items: readonly T[],
  line: (item: T) => string,
  { paint, width }: FrameView,
): readonly string[] {
  if (items.length === 0) return []
  const shown = items.slice(0, SHOWN).flatMap((item) => hang('  ', line(item), { indent: 4, width }))
  const more = items.length > SHOWN ? [`  and ${items.length - SHOWN} more`] : []
  return [paint(`${title} (${items.length})`, 'bold'), ...shown, ...more]
}

function ignoredLine(one: Report['ignored'][number]): string {
  const { rule, reason, expires } = one
  const { place, names } = ignoredPlace(one)
  const what = names.map(({ kind, name }) => `, ${kind} ${forTerminal(name)}`).join('')
  const until = expires === null ? '' : ` (until ${forTerminal(expires)})`
  return `${rule} at ${forTerminal(place)}${what}: ${forTerminal(reason)}${until}`
}

/** Undecided statements by the fact that would settle them, and what to paste. */
function undecided({ report, configuration = null }: CheckResult, { paint, width }: FrameView): readonly string[] {
  const groups = new Map<string, { text: string; ask: string | null; places: Set<string> }>()
  const members = new Set<string>()
  for (const finding of report.findings.filter(isStatementFinding)) {
    for (const { id, text, ask, configuration: member } of finding.missing) {
      const group = groups.get(id) ?? { text, ask, places: new Set<string>() }
      group.places.add(`${finding.location.path}:${finding.location.startLine}`)
      groups.set(id, group)
      if (member !== null) members.add(member)
    }
  }
  if (groups.size === 0) return []
  const lines = [paint('What would settle the undecided statements', 'bold')]
  for (const { text, ask, places } of groups.values()) {
    const shown = [...places].slice(0, SHOWN).map(forTerminal)
    const more = places.size > SHOWN ? `, and ${places.size - SHOWN} more` : ''
    lines.push(...hang('  ', forTerminal(text), { indent: 4, width }))
    if (ask !== null) lines.push(...hang('    ask ', forTerminal(ask), { indent: 4, width }))
    const dim = (line: string) => paint(line, 'dim')
    lines.push(...hang('    ', shown.join(', ') + more, { indent: 4, width, paint: dim }))
  }
  if (members.size === 0) return lines
  const { lead, text } = pasted([...members], configuration)
  lines.push(...hang('  ', forTerminal(lead), { indent: 4, width }))
  return [...lines, ...textLines(text).map((line) => `    ${paint(line, 'green')}`)]
}

function roles(findings: readonly Finding[], view: FrameView): readonly string[] {
  const known = new Map<string, string>()
  for (const finding of findings.filter(isStatementFinding)) {
    for (const { arn, origin } of finding.roles) known.set(arn, origin)
  }
  return listed('Roles judged', [...known], ([arn, from]) => `${forTerminal(arn)}: ${forTerminal(from)}`, view)
}

function assumptions({ assumptions: all }: Report, { paint, width }: FrameView): readonly string[] {
  if (all.length === 0) return []
  const lines = all.flatMap(({ id, text, policies }) =>
    hang('  ', `${forTerminal(id)} ${forTerminal(text)} (${plural(policies, 'policy', 'policies')})`, {
      indent: 5,
      width,
    }),
  )
  return [paint('What the policies without an error rest on', 'bold'), ...lines]
}

function verdict(report: Report, context: RenderContext, { paint, width }: FrameView): readonly string[] {
  const { summary, findings } = report
  const judged = `${plural(summary.policies, 'bucket policy', 'bucket policies')} with ${plural(summary.statements, 'statement')} judged in ${plural(summary.files, 'file')}`
  const levels = [
    { count: summary.errors, word: 'error' },
    { count: summary.warnings, word: 'warning' },
    { count: summary.notices, word: 'notice' },
  ].filter(({ count }) => count > 0)
  const counts = [
    ...(levels.length === 0 ? ['no finding'] : levels.map(({ count, word }) => plural(count, word))),
    ...(summary.ignored > 0 ? [`${summary.ignored} ignored`] : []),
    ...(summary.outOfScope > 0 ? [`${plural(summary.outOfScope, 'policy', 'policies')} out of scope`] : []),
  ]
  const { text, color } = headOf(report, context)
  return [
    ...hang('', text, { indent: 2, width, paint: (line) => paint(line, color, 'bold') }),
    ...hang('', `${judged}: ${counts.join(', ')}.`, { indent: 0, width }),
    ...editHint(findings),
  ]
}

/** The result in one line. A tick stands only where a policy was judged. */
function headOf(report: Report, context: RenderContext): { text: string; color: 'red' | 'yellow' | 'green' } {
  const { findings, conclusion } = report
  const nothing = nothingChecked(report)
  if (conclusion === 'failure') return { text: `✖ ${failedBy(findings, context)}`, color: 'red' }
  if (nothing !== null) return { text: `! ${nothing.replace(/^n/, 'N')}.`, color: 'yellow' }
  const blocks = ignoredBlocks(report)
  if (findings.length === 0 && blocks === null) return { text: '✔ No Deny statement blocks Clumio.', color: 'green' }
  const level = findings.length === 0 ? 'No finding' : 'Nothing at the level that fails the check'
  return { text: `✔ ${level}${blocks === null ? '' : `; ${blocks}`}.`, color: 'green' }
}

function failedBy(findings: readonly Finding[], { failOn }: RenderContext): string {
  const count = findings.filter(({ level }) => fails(level, failOn)).length
  if (count === 0) return 'The check could not be done completely.'
  return `${plural(count, 'finding')} at or above the level "${failOn}".`
}

function editHint(findings: readonly Finding[]): readonly string[] {
  const count = findings.filter(({ fix }) => fix?.applicability === 'edit').length
  return count === 0 ? [] : [`${plural(count, 'finding')} can be fixed with --fix; --diff shows the edits.`]
}
