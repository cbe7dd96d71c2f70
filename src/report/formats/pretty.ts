import type { CheckResult, Explanation, Finding } from '../../model/report.js'
import { cut } from '../../text/cut.js'
import { grouped } from '../../text/group.js'
import { LineIndices } from '../../text/lines.js'
import { plural } from '../../text/words.js'
import { forTerminal } from '../escape.js'
import type { Render } from '../format.js'
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
  const blocks: (readonly string[])[] = [...findingBlocks(result, view)]
  if (context.explain) blocks.push(...explanationBlocks(result, { paint, width }))
  blocks.push(...summaryBlocks(result, context, { paint, width }))
  return `${blocks.map((block) => block.join('\n')).join('\n\n')}\n`
}

/** What stands below the findings takes about this much. */
const SUMMARY_BYTES = 8 * 1024

/** The findings by file; of more than is in proportion to what was checked, the worst. */
function findingBlocks({ report, bytes }: CheckResult, view: PrettyView): readonly (readonly string[])[] {
  const byFile = [...grouped(report.findings, ({ location }) => location.path).values()].flat()
  const lines = new Map(byFile.map((finding) => [finding, findingLines(finding, view)]))
  const sizeOf = (finding: Finding) =>
    (lines.get(finding) ?? []).reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 1)
  const kept = withinRoom(byFile, sizeOf, roomFor(bytes) - SUMMARY_BYTES)
  const leftOut = byFile.length - kept.size
  return [
    ...byFile.flatMap((finding) => (kept.has(finding) ? [lines.get(finding) ?? []] : [])),
    ...(leftOut === 0 ? [] : [[`… and ${plural(leftOut, 'more finding')}, counted below.`]]),
  ]
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
