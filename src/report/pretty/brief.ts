import { type Finding, isVerdictFinding } from '../../model/report.js'
import { grouped } from '../../text/group.js'
import { plural } from '../../text/words.js'
import { forTerminal } from '../escape.js'
import { windowOf } from './cells.js'
import type { FrameView } from './frame.js'
import { LEVEL_COLORS } from './style.js'
import { columnsOf, wrapWords } from './wrap.js'

/** Above this many findings each has a line, unless all of them are asked for. */
export const MOST_IN_FULL = 20

/** One line for each finding, those of one cause below what decides them. Blocks of lines. */
export function briefBlocks(findings: readonly Finding[], view: FrameView): readonly (readonly string[])[] {
  const key = ({ cause, level, fingerprint }: Finding) => (cause === null ? fingerprint : `${level} ${cause}`)
  return [...grouped(findings, key).values()].map((group) => causeLines(group, view))
}

function causeLines(group: readonly Finding[], view: FrameView): readonly string[] {
  const [first] = group
  if (first === undefined) return []
  const { paint, width } = view
  const { level, rule } = first
  const color = LEVEL_COLORS[level]
  const label = `${paint(level, color, 'bold')}${paint(`[${rule}]`, color)} `
  const room = width === null ? null : width - level.length - rule.length - 3
  if (group.length === 1) return loneLines(first, label, { width, room })
  const bold = (line: string) => paint(line, 'bold')
  const [lead = '', ...more] = wrapWords(`${plural(group.length, 'finding')}: ${briefWords(first)}`, width, room)
  return [`${label}${bold(lead)}`, ...more.map(bold), ...group.map((finding) => `  ${placeWords(finding)}`)]
}

/** The place is never cut, since somebody goes there by it: where it has no room beside the label, it is on its own. */
function loneLines(
  finding: Finding,
  label: string,
  { width, room }: { readonly width: number | null; readonly room: number | null },
): readonly string[] {
  const place = `${placeWords(finding)}:`
  const words = briefWords(finding)
  if (width === null || room === null || columnsOf(place) <= room) {
    return [`${label}${cutTo(`${place} ${words}`, room)}`]
  }
  return [label.trimEnd(), `  ${place}`, `  ${cutTo(words, width - 2)}`]
}

/** What decides, or all there is to say. */
function briefWords(finding: Finding): string {
  return forTerminal(isVerdictFinding(finding) ? finding.deciding : finding.message)
}

/** Where a finding is, with the bucket or the address that tells it from others at the place. */
export function placeWords({ location, policy }: Finding): string {
  const { path, startLine, startColumn } = location
  const name = policy?.bucket ?? policy?.address ?? null
  return `${forTerminal(path)}:${startLine}:${startColumn}${name === null ? '' : ` (${forTerminal(name)})`}`
}

/** One line of at most so many columns. */
function cutTo(text: string, room: number | null): string {
  return room === null ? text : windowOf(text, 0, 0, Math.max(20, room - 1)).text
}
