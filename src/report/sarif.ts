import { isStatementFinding, type CheckResult, type Finding, type Fix, type LineEdit } from '../model/report.js'
import { LEVELS, type Level, RULE_IDS, RULES, type RuleId } from '../model/rules.js'
import { LineIndex } from '../text/lines.js'
import type { Format, RenderContext } from './format.js'

/** SARIF's words for the levels (SARIF 2.1.0, §3.27.10). */
const SARIF_LEVEL: Readonly<Record<Level, string>> = { error: 'error', warning: 'warning', notice: 'note' }

/** The report as SARIF 2.1.0 (OASIS), with the properties that GitHub code scanning reads. */
export const sarif: Format = (result, context) => `${JSON.stringify(log(result, context), null, 2)}\n`

function log(result: CheckResult, context: RenderContext): unknown {
  const { report } = result
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: report.tool.name,
            semanticVersion: report.tool.version,
            rules: RULE_IDS.map((id) => rule(id, context)),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The working directory of the check.' } } },
        results: report.findings.map((finding) => resultOf(finding, result)),
      },
    ],
  }
}

function rule(id: RuleId, context: RenderContext): unknown {
  const { title, summary } = RULES[id]
  const page = context.rulePages === null ? {} : { helpUri: `${context.rulePages}${id}.md` }
  return {
    id,
    name: title,
    shortDescription: { text: title },
    fullDescription: { text: summary },
    help: { text: summary },
    ...page,
    properties: { tags: ['security', 'backup'] },
  }
}

function resultOf(finding: Finding, result: CheckResult): unknown {
  const { fix } = finding
  return {
    ruleId: finding.rule,
    ruleIndex: RULE_IDS.indexOf(finding.rule),
    level: SARIF_LEVEL[finding.level],
    message: { text: finding.message },
    locations: [{ physicalLocation: physicalLocation(finding, result) }],
    partialFingerprints: { 'clumio-policy-check/v1': finding.fingerprint },
    ...(fix !== null && fix.applicability === 'edit' ? { fixes: [fixOf(fix, result)] } : {}),
    properties: propertiesOf(finding),
  }
}

function physicalLocation({ location }: Finding, result: CheckResult): unknown {
  const { path, startLine, startColumn, endLine, endColumn } = location
  const region = { startLine, startColumn, endLine, endColumn }
  // A plan is not read as text: its findings point at the file alone.
  return {
    artifactLocation: artifact(path),
    ...(result.texts.get(path) === '' ? { region: { startLine: 1 } } : { region }),
  }
}

/** A relative URI: names may hold any character. */
function artifact(path: string): unknown {
  return { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' }
}

function fixOf(fix: Fix, result: CheckResult): unknown {
  return {
    description: { text: fix.title },
    artifactChanges: fix.edits.map((edit) => ({
      artifactLocation: artifact(edit.path),
      replacements: [replacement(edit, result.texts.get(edit.path))],
    })),
  }
}

/** Whole lines, from the first column of the first to the end of the last. */
function replacement(edit: LineEdit, text: string | undefined): unknown {
  const endColumn = text === undefined ? {} : { endColumn: new LineIndex(text).lineText(edit.endLine).length + 1 }
  return {
    deletedRegion: { startLine: edit.startLine, startColumn: 1, endLine: edit.endLine, ...endColumn },
    insertedContent: { text: edit.replacement },
  }
}

function propertiesOf(finding: Finding): unknown {
  const bucket = finding.policy?.bucket ?? null
  const address = finding.policy?.address ?? null
  const verdict = isStatementFinding(finding) ? { verdict: finding.verdict, because: finding.because } : {}
  return { severity: LEVELS.indexOf(finding.level), bucket, address, ...verdict }
}
