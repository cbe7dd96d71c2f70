import {
  type CheckResult,
  type Finding,
  type Fix,
  type IgnoredFinding,
  isStatementFinding,
  type LineEdit,
  type Location,
} from '../../model/report.js'
import { type Level, RULE_IDS, type RuleId, rowOf } from '../../model/rules.js'
import { cut } from '../../text/cut.js'
import { grouped } from '../../text/group.js'
import { type LineIndex, LineIndices } from '../../text/lines.js'
import { forSarif, jsonWithoutCommands } from '../escape.js'
import type { Render, RenderContext } from '../format.js'
import { roomFor } from '../room.js'
import { byUrgency } from '../urgency.js'

/** Results of a run; with more of them GitHub refuses the file (GitHub Docs, "SARIF results exceed limits", 2026-11). */
const RESULTS = 25_000

/**
 * UTF-8 bytes of all results: GitHub takes 10 MB after gzip (GitHub Docs, "SARIF file is too large", 2026-11), which
 * never adds more than a few bytes for each block, and shows no more than 5,000 results of a run.
 */
const RESULT_BYTES = 9_500_000

/** What the table of rules takes at most. */
const RULE_BYTES = 16 * 1024

/** UTF-16 units of a message; GitHub shows it as a title. */
const MESSAGE_LENGTH = 2_000
const REASONS_SHOWN = 20
/** Of a Sid, which every result of its statement repeats. */
const NAME_LENGTH = 2_048
const UNREAD_SHOWN = 100

/** SARIF's words for the levels (SARIF 2.1.0, §3.27.10). */
const SARIF_LEVEL: Readonly<Record<Level, string>> = { error: 'error', warning: 'warning', notice: 'note' }

/** What GitHub sorts rules by. */
const PRECISION: Readonly<Record<RuleId, string>> = {
  'deny-blocks-clumio': 'very-high',
  'deny-may-block-clumio': 'medium',
  'ineffective-exemption': 'very-high',
  'object-ownership': 'medium',
  'policy-unknown': 'high',
  'policy-unreadable': 'high',
  'expired-ignore': 'very-high',
  'unused-entry': 'high',
}
const PROBLEM: Readonly<Record<Level, string>> = { error: 'error', warning: 'warning', notice: 'recommendation' }

/**
 * The report as SARIF 2.1.0 (OASIS), with the properties that GitHub code scanning reads. Worst results first, within
 * GitHub's limits; what is left out, and files that could not be read, are notifications of the run.
 */
export const sarif: Render = (result, context) => `${jsonWithoutCommands(JSON.stringify(logOf(result, context)))}\n`

function logOf(result: CheckResult, context: RenderContext): unknown {
  const { report } = result
  const rules = [...new Set([...RULE_IDS, ...[...report.findings, ...report.ignored].map(({ rule }) => rule)])]
  const judged: JudgedTexts = { texts: result.texts, indices: new LineIndices(), rules }
  const results = [
    ...[...report.findings].sort(byUrgency).map((finding) => resultOf(finding, judged)),
    ...report.ignored.map((ignored) => suppressed(ignored, judged)),
  ]
  const { kept, leftOut } = fitting(results, Math.min(RESULT_BYTES, roomFor(result.bytes) - RULE_BYTES))
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: report.tool.name,
            semanticVersion: report.tool.version,
            rules: rules.map((id) => ruleOf(id, context)),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The folder to which all paths are relative.' } } },
        invocations: [{ executionSuccessful: true, toolExecutionNotifications: notifications(result, leftOut) }],
        results: kept,
      },
    ],
  }
}

/** As many results as GitHub takes, and as are in proportion to what was checked. */
function fitting(
  results: readonly unknown[],
  most: number,
): { readonly kept: readonly unknown[]; readonly leftOut: number } {
  const encoder = new TextEncoder()
  let bytes = 0
  const end = results.findIndex((result, i) => {
    bytes += encoder.encode(JSON.stringify(result)).length + 1
    return i >= RESULTS || bytes > most
  })
  const kept = end === -1 ? results : results.slice(0, end)
  return { kept, leftOut: results.length - kept.length }
}

function notifications({ report }: CheckResult, leftOut: number): readonly unknown[] {
  const notice = (text: string) => ({ level: 'warning', message: { text: forSarif(text, MESSAGE_LENGTH) } })
  const unread = report.unread
    .slice(0, UNREAD_SHOWN)
    .map(({ path, reason }) => notice(`${path} was not read: ${reason}`))
  const more = report.unread.length - unread.length
  return [
    ...(leftOut === 0
      ? []
      : [
          notice(
            `${leftOut} results are left out: there are more than GitHub takes, or than is in proportion to the files.`,
          ),
        ]),
    ...report.notes.slice(0, UNREAD_SHOWN).map(notice),
    ...unread,
    ...(more === 0 ? [] : [notice(`${more} further files were not read; the JSON report names them.`)]),
  ]
}

function ruleOf(id: RuleId, { rulePages }: RenderContext): unknown {
  const { title, summary, advice, defaultLevel } = rowOf(id)
  const precision = Object.hasOwn(PRECISION, id) ? PRECISION[id] : 'medium'
  const url = rulePages === null ? null : `${rulePages}${id}.md`
  return {
    id,
    name: title,
    shortDescription: { text: title },
    fullDescription: { text: summary },
    help: {
      text: [summary, advice, ...(url === null ? [] : [`More: ${url}`])].join('\n\n'),
      markdown: [
        summary,
        `**What to do:** ${advice}`,
        ...(url === null ? [] : [`[More about this rule](${url})`]),
      ].join('\n\n'),
    },
    ...(url === null ? {} : { helpUri: url }),
    defaultConfiguration: { level: SARIF_LEVEL[defaultLevel] },
    properties: { tags: ['security', 'backup'], precision, 'problem.severity': PROBLEM[defaultLevel] },
  }
}

/** The texts that locations and edits refer to, with their lines, and the rules that results refer to by their place. */
interface JudgedTexts {
  readonly texts: CheckResult['texts']
  readonly indices: LineIndices
  readonly rules: readonly RuleId[]
}

function resultOf(finding: Finding, judged: JudgedTexts): unknown {
  const { fix } = finding
  return {
    ...commonOf(finding, judged),
    locations: [{ physicalLocation: physicalLocation(finding.location, judged) }],
    ...(fix !== null && fix.applicability === 'edit' && fix.edits.length > 0 ? { fixes: [fixOf(fix, judged)] } : {}),
    properties: propertiesOf(finding),
  }
}

/** A finding that the configuration ignores: told, and marked as accepted. */
function suppressed(ignored: IgnoredFinding, judged: JudgedTexts): unknown {
  const justification = forSarif(ignored.reason, MESSAGE_LENGTH)
  return {
    ...commonOf(ignored, judged),
    locations: [{ physicalLocation: physicalLocation(ignored.location, judged) }],
    suppressions: [{ kind: 'external', status: 'accepted', justification }],
    properties: propertiesOf(ignored),
  }
}

function commonOf({ rule, level, message, fingerprint }: Finding, { rules }: JudgedTexts) {
  return {
    ruleId: rule,
    ruleIndex: rules.indexOf(rule),
    level: SARIF_LEVEL[level],
    message: { text: forSarif(message, MESSAGE_LENGTH) },
    // GitHub's own `primaryLocationLineHash` is left to its upload action, which warns about every other value.
    partialFingerprints: { 'clumio-policy-check/v1': fingerprint },
  }
}

function physicalLocation({ path, startLine, startColumn, endLine, endColumn }: Location, { texts }: JudgedTexts) {
  // A plan is not read as text: its findings point at the file alone.
  const region = texts.get(path) === '' ? { startLine: 1 } : { startLine, startColumn, endLine, endColumn }
  return { artifactLocation: artifact(path), region }
}

/** A relative URI: names may hold any character, and half a surrogate pair has no encoding. */
function artifact(path: string) {
  const parts = path.replace(/\p{Cs}/gu, '\ufffd').split('/')
  return { uri: parts.map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' }
}

function fixOf(fix: Fix, { texts, indices }: JudgedTexts): unknown {
  return {
    description: { text: forSarif(fix.title, MESSAGE_LENGTH) },
    artifactChanges: [...grouped(fix.edits, (edit) => edit.path)].map(([path, edits]) => {
      const text = texts.get(path)
      const index = text === undefined ? null : indices.of(text)
      return { artifactLocation: artifact(path), replacements: edits.map((edit) => replacement(edit, index)) }
    }),
  }
}

/** Whole lines, from the first column of the first to the end of the last, with the line ends of the file. */
function replacement({ startLine, endLine, replacement: text }: LineEdit, index: LineIndex | null): unknown {
  const endColumn = index === null ? {} : { endColumn: index.lineText(endLine).length + 1 }
  return {
    deletedRegion: { startLine, startColumn: 1, endLine, ...endColumn },
    insertedContent: { text: index === null ? text : text.replaceAll('\n', index.eol) },
  }
}

function propertiesOf(finding: Finding): unknown {
  const bucket = finding.policy?.bucket ?? null
  const address = finding.policy?.address ?? null
  if (!isStatementFinding(finding)) return { bucket, address }
  const sid = finding.statement.sid === null ? null : cut(finding.statement.sid, NAME_LENGTH)
  return { bucket, address, sid, verdict: finding.verdict, because: finding.because.slice(0, REASONS_SHOWN) }
}
