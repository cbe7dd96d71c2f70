import type { CheckResult, Finding, Fix, Location } from '../model/report.js'
import { type LineMap, lineMap } from '../text/line-map.js'

/**
 * The result with the places of its findings in other versions of the files. A fix of which the other version lacks a line
 * keeps its words and loses its edits.
 *
 * @param other the other version's text; null where there is none, and for files that are not texts: then nothing changes
 */
export function atLines(result: CheckResult, other: (path: string) => string | null): CheckResult {
  const texts = new Map(result.texts)
  const maps = new Map<string, LineMap>()
  for (const [path, text] of result.texts) {
    const now = text === '' ? null : other(path)
    if (now === null || now === text) continue
    texts.set(path, now)
    maps.set(path, lineMap(text, now))
  }
  if (maps.size === 0) return result
  const placed = <F extends Finding>(finding: F): F => ({
    ...finding,
    location: placedAt(finding.location, maps.get(finding.location.path)),
    ...(finding.fix === null ? {} : { fix: refitted(finding.fix, maps) }),
  })
  const { report } = result
  return { ...result, texts, report: { ...report, findings: report.findings.map(placed) } }
}

function placedAt(location: Location, map: LineMap | undefined): Location {
  if (map === undefined) return location
  const startLine = map.near(location.startLine)
  return { ...location, startLine, endLine: Math.max(startLine, map.near(location.endLine)) }
}

function refitted(fix: Fix, maps: ReadonlyMap<string, LineMap>): Fix {
  const edits = fix.edits.map((edit) => {
    const map = maps.get(edit.path)
    if (map === undefined) return edit
    const startLine = map.exact(edit.startLine)
    for (let line = edit.startLine; startLine !== null && line <= edit.endLine; line++) {
      if (map.exact(line) !== startLine + line - edit.startLine) return null
    }
    return startLine === null ? null : { ...edit, startLine, endLine: startLine + edit.endLine - edit.startLine }
  })
  return { ...fix, edits: edits.includes(null) ? [] : edits.flatMap((edit) => edit ?? []) }
}
