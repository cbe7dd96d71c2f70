import { type CheckResult, type Explanation, type Finding, isStatementFinding } from '../../model/report.js'
import { cut } from '../../text/cut.js'
import { grouped } from '../../text/group.js'
import { LineIndices } from '../../text/lines.js'
import { plural } from '../../text/words.js'
import { forTerminal } from '../escape.js'
import type { Render } from '../format.js'
import { briefBlocks, MOST_IN_FULL } from '../pretty/brief.js'
import { findingLines, type PrettyView } from '../pretty/finding.js'
import type { FrameView } from '../pretty/frame.js'
import { type Color, painter } from '../pretty/style.js'
import { summaryBlocks } from '../pretty/summary.js'
import { hang } from '../pretty/wrap.js'
import { roomFor, withinRoom } from '../room.js'

/** The report for a person at a terminal: findings by file with their source and fix, then what was judged. */
export const pretty: Render = (result, context) => {
  const paint = painter(context.color)
  const { rulePages, explain, width = null } = context
  const view: PrettyView = { paint, texts: result.texts, rulePages, explain, indices: new LineIndices(), width }
  const isBrief = context.length === 'summary' || (context.length !== 'all' && isMany(result))
  const blocks: (readonly string[])[] = [...(isBrief ? briefly(result, view) : findingBlocks(result, view))]
  if (context.explain) blocks.push(...explanationBlocks(result, { paint, width }))
  blocks.push(...summaryBlocks(result, context, { paint, width }))
  return `${blocks.map((block) => block.join('\n')).join('\n\n')}\n`
}

function isMany({ report }: CheckResult): boolean {
  return report.findings.length > MOST_IN_FULL
}

/** Bytes of a line with its part of the cause above it, at most. */
const BRIEF_BYTES = 300

function briefly({ report, bytes }: CheckResult, view: PrettyView): readonly (readonly string[])[] {
  const { findings } = report
  if (findings.length === 0) return []
  const kept = withinRoom(findings, () => BRIEF_BYTES, roomFor(bytes) - SUMMARY_BYTES)
  return [
    ...briefBlocks(
      findings.filter((finding) => kept.has(finding)),
      view,
    ),
    [
      ...leftOut(findings.length - kept.size),
      view.paint('--all shows each of them with its lines and its fix.', 'dim'),
    ],
  ]
}

function leftOut(count: number): readonly string[] {
  return count === 0 ? [] : [`… and ${plural(count, 'more finding')}, counted below.`]
}

/** What stands below the findings takes about this much. */
const SUMMARY_BYTES = 8 * 1024

/** The findings by file; of more than is in proportion to what was checked, the worst. */
function findingBlocks({ report, bytes }: CheckResult, view: PrettyView): readonly (readonly string[])[] {
  const byFile = [...grouped(report.findings, ({ location }) => location.path).values()].flat()
  const same = sameCause(byFile)
  const shown = byFile.filter((finding) => same.has(finding))
  const lines = new Map(shown.map((finding) => [finding, findingLines(finding, view, same.get(finding))]))
  const sizeOf = (finding: Finding) =>
    (lines.get(finding) ?? []).reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 1)
  const kept = withinRoom(shown, sizeOf, roomFor(bytes) - SUMMARY_BYTES)
  const missing = shown.reduce(
    (sum, finding) => sum + (kept.has(finding) ? 0 : 1 + (same.get(finding)?.length ?? 0)),
    0,
  )
  return [
    ...shown.flatMap((finding) => (kept.has(finding) ? [lines.get(finding) ?? []] : [])),
    ...(missing === 0 ? [] : [leftOut(missing)]),
  ]
}

/** The findings that are shown, each with others of its cause that would say the same. */
function sameCause(findings: readonly Finding[]): ReadonlyMap<Finding, readonly Finding[]> {
  const groups = grouped(findings, (finding) => {
    const { cause, level, fix, fixUnavailable, fingerprint } = finding
    if (cause === null) return fingerprint
    const needs = isStatementFinding(finding) ? [finding.blocked, finding.undecided, finding.scope] : []
    const told = [fix?.applicability, fix?.remedy, fix?.note, fix?.text, fixUnavailable]
    return JSON.stringify([cause, level, told, needs])
  })
  return new Map([...groups.values()].flatMap(([first, ...others]) => (first === undefined ? [] : [[first, others]])))
}

const VERDICT_COLORS: Readonly<Record<Explanation['verdict'], Color>> = {
  blocked: 'red',
  'not-blocked': 'green',
  undecided: 'yellow',
}

/** Why each statement was judged as it was, by file. */
function explanationBlocks({ explanations }: CheckResult, view: FrameView): readonly (readonly string[])[] {
  const { paint } = view
  if (explanations.length === 0) return []
  const blocks: (readonly string[])[] = [[paint('Why each Deny statement was judged as it was', 'bold')]]
  for (const [path, own] of grouped(explanations, (each) => each.path)) {
    blocks.push([paint(forTerminal(path), 'bold'), ...own.flatMap((each) => explanationLines(each, view))])
  }
  return blocks
}

function explanationLines(
  { index, sid, verdict, bucket, address, because }: Explanation,
  { paint, width }: FrameView,
): string[] {
  const name = sid === null ? '' : ` "${forTerminal(cut(sid))}"`
  const where = [address, bucket === null ? null : `bucket ${bucket}`].filter((each) => each !== null)
  const place = where.length === 0 ? '' : ` (${where.map(forTerminal).join(', ')})`
  return [
    `  statement ${index + 1}${name}${place}: ${paint(verdict, VERDICT_COLORS[verdict])}`,
    ...because.flatMap((reason) => hang('    ', forTerminal(reason), { indent: 6, width })),
  ]
}
