import { assumptionWords } from '../../model/assumptions.js'
import { FEATURE_WORDS } from '../../model/options.js'
import {
  type Blocked,
  type Finding,
  type Fix,
  isStatementFinding,
  type StatementFinding,
  sessionName,
} from '../../model/report.js'
import type { LineIndices } from '../../text/lines.js'
import { plural } from '../../text/words.js'
import { forTerminal } from '../escape.js'
import { placeWords } from './brief.js'
import { editFrames, sourceFrame, textLines } from './frame.js'
import { LEVEL_COLORS, type Paint } from './style.js'
import { hang, wrapWords } from './wrap.js'

/** What showing a finding may know besides it. */
export interface PrettyView {
  readonly paint: Paint
  readonly texts: ReadonlyMap<string, string>
  readonly rulePages: string | null
  /** Name the actions of each feature, not only how many. */
  readonly explain: boolean
  readonly indices: LineIndices
  /** Columns of the terminal, or null. */
  readonly width: number | null
}

/** More actions of a feature are counted. */
const ACTIONS_SHOWN = 2
const REASONS_SHOWN = 12

/**
 * One finding: what, where, the source, why, and the fix.
 *
 * @param same others of its cause that say the same of themselves
 */
export function findingLines(finding: Finding, view: PrettyView, same: readonly Finding[] = []): readonly string[] {
  const { paint } = view
  const color = LEVEL_COLORS[finding.level]
  const { path, startLine, startColumn } = finding.location
  const place = `${forTerminal(path)}:${startLine}:${startColumn}`
  const { width } = view
  const label = `${paint(finding.level, color, 'bold')}${paint(`[${finding.rule}]`, color)} `
  const bold = (line: string) => paint(line, 'bold')
  const lead = finding.level.length + finding.rule.length + 3
  const room = width === null ? null : width - 2
  const [message = '', ...more] = wrapWords(forTerminal(finding.message), room, width === null ? null : width - lead)
  const header = [
    `${label}${bold(message)}`,
    ...more.map((line) => `  ${bold(line)}`),
    ...hang(`  ${paint('-->', 'blue')} `, `${place}${origin(finding)}`, { indent: 6, width }),
  ]
  // Its statement was just shown, with the fix that replaces the exemption.
  if (finding.rule === 'ineffective-exemption') return header
  return [
    ...header,
    ...frame(finding, view).map((line) => `   ${line}`),
    ...factLines(facts(finding, view.explain), view),
    ...fixLines(finding, view),
    ...factLines(
      same.map((other) => ({ name: 'same at', text: placeWords(other) })),
      view,
    ),
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
  return sourceFrame(location, view.indices.of(text), LEVEL_COLORS[level], view)
}

interface Fact {
  readonly name: string
  readonly text: string
}

function facts(finding: Finding, explain: boolean): readonly Fact[] {
  if (!isStatementFinding(finding)) return []
  const more = finding.because.length - REASONS_SHOWN
  return [
    ...finding.because.slice(0, REASONS_SHOWN).map((reason) => ({ name: 'why', text: forTerminal(reason) })),
    ...(more > 0 ? [{ name: 'why', text: `and ${plural(more, 'further reason')}` }] : []),
    ...needs('blocked', finding.blocked, explain),
    ...needs('undecided', finding.undecided, explain),
    ...(finding.scope === 'part' ? [{ name: 'scope', text: 'only part of what Clumio needs is affected' }] : []),
    ...rests(finding),
  ]
}

/** Facts of one name share its label. */
function factLines(all: readonly Fact[], { paint, width }: PrettyView): readonly string[] {
  return all.flatMap(({ name, text }, at) => {
    const label = all[at - 1]?.name === name ? ' '.repeat(name.length + 1) : paint(`${name}:`, 'blue')
    return hang(`   ${label} `, text, { indent: name.length + 5, width })
  })
}

interface Need {
  readonly feature: string
  readonly actions: readonly string[]
  readonly who: string
}

/** Blocked needs, counted: features that the same sessions lack share a line. With `explain`, every action by name. */
function needs(name: string, blocked: readonly Blocked[], explain: boolean): readonly Fact[] {
  const all = needsOf(blocked)
  if (explain) {
    return all.map(({ feature, actions, who }) => ({
      name,
      text: `${feature} by ${who}: ${actions.map(forTerminal).join(', ')}`,
    }))
  }
  const lines = new Map<string, string[]>()
  for (const { feature, actions, who } of all) {
    lines.set(who, [...(lines.get(who) ?? []), `${feature} (${someActions(actions)})`])
  }
  return [...lines].map(([who, features]) => ({ name, text: `${features.join(', ')} by ${who}` }))
}

/** Sessions that lack the same actions of a feature, together. */
function needsOf(blocked: readonly Blocked[]): readonly Need[] {
  const groups = new Map<string, { first: Blocked; sessions: string[] }>()
  for (const each of blocked) {
    const key = `${each.feature} ${each.actions.join(' ')}`
    const group = groups.get(key) ?? { first: each, sessions: [] }
    group.sessions.push(forTerminal(sessionName(each)))
    groups.set(key, group)
  }
  return [...groups.values()].map(({ first: { feature, actions }, sessions }) => {
    const who = sessions.length > 2 ? plural(sessions.length, 'session') : sessions.join(' and ')
    return { feature: FEATURE_WORDS[feature], actions, who }
  })
}

function someActions(actions: readonly string[]): string {
  return actions.length > ACTIONS_SHOWN ? `${actions.length} actions` : actions.map(forTerminal).join(', ')
}

function rests({ assumptions }: StatementFinding): readonly Fact[] {
  return assumptions.map((id) => ({ name: 'rests on', text: forTerminal(assumptionWords(id)) }))
}

function fixLines(finding: Finding, view: PrettyView): readonly string[] {
  const { fix, fixUnavailable } = finding
  const { paint, width } = view
  if (fix === null) {
    if (isStatementFinding(finding) && finding.alternative !== null) return exemption(finding.alternative, view)
    if (fixUnavailable === null) return []
    return hang(`   ${paint('no fix:', 'blue')} `, forTerminal(fixUnavailable), { indent: 11, width })
  }
  const kind = fix.applicability === 'edit' ? 'fix:' : 'fix by hand:'
  const note = fix.note === '' ? [] : textLines(fix.note)
  return [
    ...hang(`   ${paint(kind, 'green', 'bold')} `, forTerminal(fix.title), { indent: kind.length + 4, width }),
    ...wanted(fix, finding.location.path, view).map((line) => `     ${line}`),
    ...note.flatMap((line) => hang(`   ${paint('note:', 'blue')} `, line, { indent: 9, width })),
  ]
}

/** Of an undecided statement, what somebody writes who does not want to find out. */
function exemption(fix: Fix, { paint, width }: PrettyView): readonly string[] {
  const lines = fix.text === null ? [] : textLines(fix.text)
  return [
    `   ${paint('or exempt Clumio without finding out:', 'green', 'bold')}`,
    ...lines.map((line) => `     ${paint(line, 'green')}`),
    ...hang(`   ${paint('note:', 'blue')} `, forTerminal(fix.note), { indent: 9, width }),
  ]
}

function wanted(fix: Fix, path: string, view: PrettyView): readonly string[] {
  if (fix.edits.length > 0) return editFrames(fix.edits, view, path)
  return fix.text === null ? [] : textLines(fix.text).map((line) => view.paint(line, 'green'))
}
