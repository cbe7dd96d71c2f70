import { type Finding, isStatementFinding } from '../model/report.js'
import { terraformFile } from '../text/terraform-files.js'
import { WHY } from './offer.js'
import { shownInstead } from './wording.js'

/** How many characters of lines are shown, as where a site does not offer them. */
const LONGEST_SHOWN = 2500

/**
 * Findings whose edits are offered only where a run of everything offers them too: what inputs leave out of a run may read
 * the file that is edited, and make something else of it.
 *
 * @param everything the findings of such a run, for the paths of files that are edited; null where nothing is left out that
 * may read one of them
 */
export async function heldOutside(
  findings: readonly Finding[],
  everything: (paths: readonly string[]) => Promise<readonly Finding[] | null>,
): Promise<readonly Finding[]> {
  const isOfFile = (finding: Finding) => hasEdit(finding) && terraformFile(finding.location.path) === null
  const edited = new Set(findings.filter(isOfFile).map(({ location }) => location.path))
  const all = edited.size === 0 ? null : await everything([...edited])
  if (all === null) return findings
  return findings.map((finding) => (!isOfFile(finding) || isOffered(finding, all) ? finding : shown(finding)))
}

function shown(finding: Finding): Finding {
  const instead = (fix: Finding['fix']) => (fix === null ? null : shownInstead(fix, WHY.readOutside, LONGEST_SHOWN))
  const fix = instead(finding.fix)
  return isStatementFinding(finding)
    ? { ...finding, fix, alternative: instead(finding.alternative) }
    : { ...finding, fix }
}

function hasEdit(finding: Finding): boolean {
  const isEdit = (fix: Finding['fix']) => fix?.applicability === 'edit'
  return isEdit(finding.fix) || (isStatementFinding(finding) && isEdit(finding.alternative))
}

/** Whether all findings on the lines of one, at least one, are edited. */
function isOffered({ rule, location }: Finding, all: readonly Finding[]): boolean {
  const here = all.filter(
    (one) =>
      one.rule === rule &&
      one.location.path === location.path &&
      one.location.startLine <= location.endLine &&
      one.location.endLine >= location.startLine,
  )
  return here.length > 0 && here.every(hasEdit)
}
