import { type FailOn, fails } from '../../model/options.js'
import type { CheckResult, ConfigurationChange, Finding, Report } from '../../model/report.js'
import { LEVELS, type Level, rowOf } from '../../model/rules.js'
import { type Annotation, commandOf } from '../commands.js'
import { forLog } from '../escape.js'
import type { Render, RenderContext } from '../format.js'
import { ignoredPlace } from '../ignored.js'
import { nothingChecked } from '../nothing.js'
import { roomFor } from '../room.js'
import { byUrgency } from '../urgency.js'

/** Annotations of one level that a step can make; the rest stays in the log (actions/toolkit, problem matchers). */
const PER_LEVEL = 10

/**
 * The report as workflow commands, worst first, ten of each level; what was left out is said in plain lines, of which
 * there are as many as are in proportion to what was checked. A failed
 * run has at least one error annotation and a green one none: with `fail-on: never` errors are shown as warnings.
 */
export const github: Render = (result, context) => {
  const { report, bytes } = result
  const { told = [] } = context
  const found = shown(report, (level) => shownLevel(level, report, context.failOn))
  const known = new Set(told.map(wordsOf))
  // What a pull request changes in its own rules is read before what these rules find.
  const annotations = [
    ...superseded(told, found),
    ...(report.changed ?? []).map(changeAnnotation),
    ...found.filter((each) => !known.has(wordsOf(each))),
  ]
  annotations.push(...unmatched(report, context), ...nothing(report, context, annotations))
  if (report.conclusion === 'failure' && !annotations.some(({ level }) => level === 'error')) {
    annotations.unshift(failure(report, context.failOn))
  }
  const lines: string[] = []
  for (const level of LEVELS) {
    const own = annotations.filter((annotation) => annotation.level === level)
    const room = PER_LEVEL - told.filter((annotation) => annotation.level === level).length
    lines.push(...own.slice(0, room).map(commandOf))
    if (own.length > room) {
      lines.push(
        `${own.length - room} more of level ${level} are not annotated: GitHub shows ${PER_LEVEL} of each per step.`,
      )
    }
  }
  const notes = report.notes.map((note) => forLog(`Note: ${note}`))
  return withinBytes(lines, [...notes, ...ignoredLines(report)], roomFor(bytes))
    .map((line) => `${line}\n`)
    .join('')
}

/**
 * What is annotated of a checkout before it is known whether that is what is judged: ten of each level, worst first, and none
 * as an error, since the judgement may be green.
 */
export function early({ report }: CheckResult): readonly Annotation[] {
  const all = shown(report, (level) => (level === 'error' ? 'warning' : level))
  return LEVELS.flatMap((level) => all.filter((each) => each.level === level).slice(0, PER_LEVEL))
}

/** The findings, worst first. */
function shown({ findings }: Report, levelOf: (level: Level) => Level): readonly Annotation[] {
  return [...findings].sort(byUrgency).map((finding) => annotationOf(finding, levelOf(finding.level)))
}

/** An annotation without its level. */
function wordsOf(annotation: Annotation): string {
  return commandOf({ ...annotation, level: 'notice' })
}

/** Annotations cannot be taken back: those of the checkout that do not hold for what was judged are named. */
function superseded(told: readonly Annotation[], found: readonly Annotation[]): readonly Annotation[] {
  const holds = new Set(found.map(wordsOf))
  const gone = told.filter((each) => !holds.has(wordsOf(each)))
  if (gone.length === 0) return []
  const places = gone.map(({ file, startLine }) => `${file}:${startLine}`)
  const more = places.length > NAMED ? ` and ${places.length - NAMED} more` : ''
  const [first, are, them] =
    gone.length === 1 ? ['1 annotation', 'is', 'it'] : [`${gone.length} annotations`, 'are', 'them']
  const message = `${first} of the checkout, made before GitHub had answered, ${are} superseded, since the head of the pull request does not have ${them}: ${places.slice(0, NAMED).join(', ')}${more}.`
  return [{ level: 'notice', title: TITLE, message }]
}

/** Places that one sentence names. */
const NAMED = 5

/** All of the first lines, and as many of the others as have room; how many those left out are. */
function withinBytes(always: readonly string[], others: readonly string[], room: number): readonly string[] {
  const sizeOf = (line: string) => Buffer.byteLength(line) + 1
  let left = room - LEFT_OUT.length - 20
  for (const line of always) left -= sizeOf(line)
  const fitting = others.findIndex((line) => {
    left -= sizeOf(line)
    return left < 0
  })
  if (fitting === -1) return [...always, ...others]
  return [...always, ...others.slice(0, fitting), `${others.length - fitting} ${LEFT_OUT}`]
}

const LEFT_OUT =
  'more lines are left out, since they would be far longer than what was checked; the JSON report has them.'

const TITLE = 'Clumio policy check'

/** A pattern that matches nothing is most often mistyped. */
function unmatched(report: Report, { unmatched: patterns = [] }: RenderContext): readonly Annotation[] {
  const result = nothingChecked(report) === null ? '' : '; nothing was checked'
  return patterns.map((pattern) => ({
    level: 'warning',
    title: TITLE,
    message: `files: the pattern ${pattern} matches no file${result}.`,
  }))
}

/** A run that judged no policy says so, unless there was neither a file nor a pattern to blame. */
function nothing(
  report: Report,
  { unmatched: patterns = [], onlyChanged = false }: RenderContext,
  others: readonly Annotation[],
): readonly Annotation[] {
  const text = nothingChecked(report)
  const isTold = patterns.length > 0 || others.some(({ level }) => level !== 'notice')
  if (text === null || onlyChanged || isTold || report.summary.files === 0) return []
  return [{ level: 'warning', title: TITLE, message: `${text.replace(/^n/, 'N')}.` }]
}

/** What the configuration ignores, in the log: an annotation would ask for something to be done. */
function ignoredLines({ ignored }: Report): readonly string[] {
  return ignored.map((one) => {
    const { place, names } = ignoredPlace(one)
    const what = names.map(({ kind, name }) => `, ${kind} ${name}`).join('')
    return forLog(`Ignored by the configuration: ${one.rule} at ${place}${what}: ${one.reason}`.replaceAll('\n', ' '))
  })
}

function shownLevel(level: Level, report: Report, failOn: FailOn): Level {
  return level === 'error' && (failOn === 'never' || report.conclusion === 'success') ? 'warning' : level
}

function failure(report: Report, failOn: FailOn): Annotation {
  const reached = report.findings.filter(({ level }) => fails(level, failOn)).length
  const message =
    reached > 0
      ? `${reached} ${reached === 1 ? 'finding is' : 'findings are'} at or above the level "${failOn}" of fail-on.`
      : 'The check failed.'
  return { level: 'error', title: TITLE, message }
}

function changeAnnotation({ path, line, text, greener }: ConfigurationChange): Annotation {
  const message = `Changed by this pull request: ${text}`
  const level = greener ? 'warning' : 'notice'
  return { level, title: 'Clumio policy check', message, file: path, startLine: line, endLine: line }
}

function annotationOf(finding: Finding, level: Level): Annotation {
  const { path, ...place } = finding.location
  return { level, title: rowOf(finding.rule).title, message: finding.message, file: path, ...place }
}
