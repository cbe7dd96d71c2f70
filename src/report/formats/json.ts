import {
  type Blocked,
  type Finding,
  type Fix,
  type IgnoredFinding,
  isStatementFinding,
  type LineEdit,
  type Location,
  type PolicyRef,
  type Report,
} from '../../model/report.js'
import { jsonWithoutCommands } from '../escape.js'
import { fitted } from '../fit-json.js'
import type { Render } from '../format.js'

/** The JSON report, version 1, with its keys in the order of the documentation. */
export const json: Render = ({ report, bytes }) => {
  const told = reportObject(report)
  const settings = told.changed.filter((_, i) => report.changed?.[i]?.isIgnore === false)
  return `${jsonWithoutCommands(fitted(told, bytes, new Set(settings)))}\n`
}

function reportObject({ version, tool, conclusion, summary, context, ...report }: Report) {
  const { files, policies, statements, errors, warnings, notices, ignored, outOfScope } = summary
  const { repository, commit, root, id } = context
  const counts = { errors, warnings, notices, ignored, known: 0, outOfScope, unread: report.unread.length }
  return {
    version,
    tool: { name: tool.name, version: tool.version },
    conclusion,
    summary: { files, policies, statements, ...counts },
    context: { repository, commit, root, id: id() },
    assumptions: report.assumptions.map(({ id, text, policies }) => ({ id, text, policies })),
    findings: report.findings.map(findingObject),
    ignored: report.ignored.map(ignoredObject),
    changed: (report.changed ?? []).map(({ path, line, text }) => ({ path, line, text })),
    notes: report.notes,
    unread: report.unread.map(({ path, reason }) => ({ path, reason })),
  }
}

function findingObject(finding: Finding) {
  const { fix, fixUnavailable } = finding
  return { ...factsObject(finding), fix: fix === null ? null : fixObject(fix), fixUnavailable }
}

function ignoredObject(ignored: IgnoredFinding) {
  const { reason, expires } = ignored
  return { ...factsObject(ignored), reason, expires }
}

function factsObject(finding: Finding) {
  const { rule, level, message, fingerprint, cause, location, policy } = finding
  return {
    rule,
    level,
    message,
    fingerprint,
    cause,
    location: locationObject(location),
    known: null,
    policy: policy === null ? null : policyObject(policy),
    ...(isStatementFinding(finding) && {
      statement: { index: finding.statement.index, sid: finding.statement.sid },
      verdict: finding.verdict,
      scope: finding.scope,
      blocked: finding.blocked.map(blockedObject),
      undecided: finding.undecided.map(blockedObject),
      because: finding.because,
      assumptions: finding.assumptions,
    }),
  }
}

function locationObject({ path, startLine, startColumn, endLine, endColumn }: Location) {
  return { path, startLine, startColumn, endLine, endColumn }
}

function policyObject({ source, path, pointer, address, root, bucket, account, region }: PolicyRef) {
  return { source, path, pointer, address, root, bucket, account, region }
}

function blockedObject({ session, role, feature, actions }: Blocked) {
  return { session, ...(role !== undefined && { role }), feature, actions }
}

function fixObject({ remedy, title, applicability, note, text, edits }: Fix) {
  return { remedy, title, applicability, note, text, edits: edits.map(editObject) }
}

function editObject({ path, startLine, endLine, replacement }: LineEdit) {
  return { path, startLine, endLine, replacement }
}
