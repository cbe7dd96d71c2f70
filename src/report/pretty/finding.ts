import { type Blocked, type Finding, type Fix, isStatementFinding, type StatementFinding } from '../../model/report.js'
import { LineIndex } from '../../text/lines.js'
import { forTerminal } from '../escape.js'
import { featureWord, listSome, plural } from '../markdown/words.js'
import { editFrames, sourceFrame, textLines } from './frame.js'
import { LEVEL_COLORS, type Paint } from './style.js'

/** What showing a finding may know besides it. */
export interface PrettyView {
  readonly paint: Paint
  readonly texts: ReadonlyMap<string, string>
  readonly rulePages: string | null
  /** Line indices by path, made on first need. */
  readonly indices: Map<string, LineIndex>
}

const ACTIONS_SHOWN = 4
const REASONS_SHOWN = 12

/** One finding: what, where, the source, why, and the fix. */
export function findingLines(finding: Finding, view: PrettyView): readonly string[] {
  const { paint } = view
  const color = LEVEL_COLORS[finding.level]
  const { path, startLine, startColumn } = finding.location
  const place = `${forTerminal(path)}:${startLine}:${startColumn}`
  return [
    `${paint(finding.level, color, 'bold')}${paint(`[${finding.rule}]`, color)} ${paint(forTerminal(finding.message), 'bold')}`,
    `  ${paint('-->', 'blue')} ${place}${origin(finding)}`,
    ...frame(finding, view).map((line) => `   ${line}`),
    ...factLines(facts(finding), paint),
    ...fixLines(finding, view),
    ...(view.rulePages === null ? [] : [`   ${paint('rule:', 'blue')} ${view.rulePages}${finding.rule}.md`]),
  ]
}

/** Where a policy comes from when it is not simply the file. */
function origin({ policy, location }: Finding): string {
  if (policy === null) return ''
  const parts = [
    policy.address === null ? null : forTerminal(policy.address),
    policy.bucket === null ? null : `bucket ${forTerminal(policy.bucket)}`,
    policy.path === location.path ? null : `read from ${forTerminal(policy.path)}`,
  ].filter((part) => part !== null)
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`
}

function frame({ location, level }: Finding, view: PrettyView): readonly string[] {
  const text = view.texts.get(location.path)
  if (text === undefined) return []
  const index = view.indices.get(location.path) ?? new LineIndex(text)
  view.indices.set(location.path, index)
  return sourceFrame(location, index, LEVEL_COLORS[level], view.paint)
}

interface Fact {
  readonly name: string
  readonly text: string
}

function facts(finding: Finding): readonly Fact[] {
  if (!isStatementFinding(finding)) return []
  const more = finding.because.length - REASONS_SHOWN
  return [
    ...finding.because.slice(0, REASONS_SHOWN).map((reason) => ({ name: 'why', text: forTerminal(reason) })),
    ...(more > 0 ? [{ name: 'why', text: `and ${plural(more, 'further reason')}` }] : []),
    ...needs('blocked', finding.blocked),
    ...needs('undecided', finding.undecided),
    ...(finding.scope === 'part' ? [{ name: 'scope', text: 'only part of what Clumio needs is affected' }] : []),
    ...rests(finding),
  ]
}

/** Facts of one name share its label. */
function factLines(all: readonly Fact[], paint: Paint): readonly string[] {
  return all.map(({ name, text }, at) => {
    const label = all[at - 1]?.name === name ? ' '.repeat(name.length + 1) : paint(`${name}:`, 'blue')
    return `   ${label} ${text}`
  })
}

/** Blocked needs by feature; sessions that lack the same actions share a line. */
function needs(name: string, blocked: readonly Blocked[]): readonly Fact[] {
  const groups = new Map<string, { feature: string; actions: readonly string[]; sessions: string[] }>()
  for (const { feature, actions, session } of blocked) {
    const key = `${feature} ${actions.join(' ')}`
    const group = groups.get(key) ?? { feature: featureWord(feature), actions, sessions: [] }
    group.sessions.push(session)
    groups.set(key, group)
  }
  return [...groups.values()].map(({ feature, actions, sessions }) => {
    const who = sessions.length > 2 ? plural(sessions.length, 'session') : sessions.map(forTerminal).join(', ')
    return { name, text: `${feature} by ${who}: ${listSome(actions.map(forTerminal), ACTIONS_SHOWN)}` }
  })
}

function rests({ assumptions }: StatementFinding): readonly Fact[] {
  return assumptions.length === 0 ? [] : [{ name: 'rests on', text: assumptions.map(forTerminal).join(', ') }]
}

function fixLines(finding: Finding, view: PrettyView): readonly string[] {
  const { fix, fixUnavailable } = finding
  const { paint } = view
  if (fix === null) {
    return fixUnavailable === null ? [] : [`   ${paint('no fix:', 'blue')} ${forTerminal(fixUnavailable)}`]
  }
  const kind = fix.applicability === 'edit' ? 'fix:' : 'fix by hand:'
  return [
    `   ${paint(kind, 'green', 'bold')} ${forTerminal(fix.title)}`,
    ...wanted(fix, finding.location.path, view).map((line) => `     ${line}`),
    ...(fix.note === '' ? [] : textLines(fix.note).map((line) => `   ${paint('note:', 'blue')} ${line}`)),
  ]
}

function wanted(fix: Fix, path: string, view: PrettyView): readonly string[] {
  if (fix.edits.length > 0) return editFrames(fix.edits, view.texts, path, view.paint)
  return fix.text === null ? [] : textLines(fix.text).map((line) => view.paint(line, 'green'))
}
