import { fails } from '../../model/options.js'
import { type CheckResult, type Finding, isStatementFinding, type Report } from '../../model/report.js'
import { plural } from '../../text/words.js'
import { forTerminal } from '../escape.js'
import type { RenderContext } from '../format.js'
import { NOT_LOOKED_AT } from '../not-looked-at.js'
import { textLines } from './frame.js'
import type { Paint } from './style.js'

const SHOWN = 10

/** What was judged, what is open, and what the result rests on. Blocks of lines. */
export function summaryBlocks(
  result: CheckResult,
  context: RenderContext,
  paint: Paint,
): readonly (readonly string[])[] {
  const { report } = result
  return [
    report.notes.map((note) => `${paint('note:', 'cyan')} ${forTerminal(note)}`),
    undecided(report.findings, paint),
    listed('Not read', report.unread, ({ path, reason }) => `${forTerminal(path)}: ${forTerminal(reason)}`, paint),
    listed('Ignored by the configuration', report.ignored, ignoredLine, paint),
    roles(report.findings, paint),
    assumptions(report, paint),
    [...verdict(report, context, paint), paint(NOT_LOOKED_AT, 'dim')],
  ].filter((block) => block.length > 0)
}

function listed<T>(title: string, items: readonly T[], line: (item: T) => string, paint: Paint): readonly string[] {
  if (items.length === 0) return []
  const shown = items.slice(0, SHOWN).map((item) => `  ${line(item)}`)
  const more = items.length > SHOWN ? [`  and ${items.length - SHOWN} more`] : []
  return [paint(`${title} (${items.length})`, 'bold'), ...shown, ...more]
}

function ignoredLine({ rule, reason, expires }: Report['ignored'][number]): string {
  return `${rule}: ${forTerminal(reason)}${expires === null ? '' : ` (until ${forTerminal(expires)})`}`
}

/** Undecided statements by the fact that would settle them, with the line to paste. */
function undecided(findings: readonly Finding[], paint: Paint): readonly string[] {
  const groups = new Map<string, { text: string; configuration: string | null; places: Set<string> }>()
  for (const finding of findings.filter(isStatementFinding)) {
    for (const { id, text, configuration } of finding.missing) {
      const group = groups.get(id) ?? { text, configuration, places: new Set<string>() }
      group.places.add(`${finding.location.path}:${finding.location.startLine}`)
      groups.set(id, group)
    }
  }
  if (groups.size === 0) return []
  const lines = [paint('What would settle the undecided statements', 'bold')]
  for (const { text, configuration, places } of groups.values()) {
    const shown = [...places].slice(0, SHOWN).map(forTerminal)
    const more = places.size > SHOWN ? `, and ${places.size - SHOWN} more` : ''
    lines.push(`  ${forTerminal(text)}`)
    if (configuration !== null) lines.push(...textLines(configuration).map((line) => `    ${paint(line, 'green')}`))
    lines.push(`    ${paint(shown.join(', ') + more, 'dim')}`)
  }
  return lines
}

function roles(findings: readonly Finding[], paint: Paint): readonly string[] {
  const known = new Map<string, string>()
  for (const finding of findings.filter(isStatementFinding)) {
    for (const { arn, origin } of finding.roles) known.set(arn, origin)
  }
  return listed('Roles judged', [...known], ([arn, from]) => `${forTerminal(arn)}: ${forTerminal(from)}`, paint)
}

function assumptions({ assumptions: all }: Report, paint: Paint): readonly string[] {
  if (all.length === 0) return []
  const lines = all.map(
    ({ id, text, policies }) => `  ${forTerminal(id)} ${forTerminal(text)} (${plural(policies, 'policy', 'policies')})`,
  )
  return [paint('What the policies without an error rest on', 'bold'), ...lines]
}

function verdict(report: Report, context: RenderContext, paint: Paint): readonly string[] {
  const { summary, findings, conclusion } = report
  const judged = `${plural(summary.policies, 'bucket policy', 'bucket policies')} with ${plural(summary.statements, 'statement')} judged in ${plural(summary.files, 'file')}`
  const counts = [
    plural(summary.errors, 'error'),
    plural(summary.warnings, 'warning'),
    plural(summary.notices, 'notice'),
    ...(summary.ignored > 0 ? [`${summary.ignored} ignored`] : []),
    ...(summary.outOfScope > 0 ? [`${plural(summary.outOfScope, 'policy', 'policies')} out of scope`] : []),
  ]
  const head =
    conclusion === 'failure'
      ? paint(`✖ ${failedBy(findings, context)}`, 'red', 'bold')
      : summary.policies === 0
        ? paint(
            summary.outOfScope > 0 ? '! No bucket policy is in scope.' : '! No bucket policy was found.',
            'yellow',
            'bold',
          )
        : findings.length === 0
          ? paint('✔ No Deny statement blocks Clumio.', 'green', 'bold')
          : paint('✔ Nothing at the level that fails the check.', 'green', 'bold')
  return [head, `${judged}: ${counts.join(', ')}.`, ...editHint(findings)]
}

function failedBy(findings: readonly Finding[], { failOn }: RenderContext): string {
  const count = findings.filter(({ level }) => fails(level, failOn)).length
  return `${plural(count, 'finding')} at or above the level "${failOn}".`
}

function editHint(findings: readonly Finding[]): readonly string[] {
  const count = findings.filter(({ fix }) => fix?.applicability === 'edit').length
  return count === 0 ? [] : [`${plural(count, 'finding')} can be fixed with --fix; --diff shows the edits.`]
}
