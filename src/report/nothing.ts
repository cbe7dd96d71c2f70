import type { Report } from '../model/report.js'
import { plural } from '../text/words.js'

/**
 * What is said in the place of a success when not one bucket policy was judged: that, and what was looked at. Null when
 * a policy was judged. Plain words of the project, without a full stop.
 */
export function nothingChecked({ summary, unread }: Pick<Report, 'summary' | 'unread'>): string | null {
  if (summary.policies > 0) return null
  return `nothing was checked: ${lookedAt(summary, unread.length)}`
}

function lookedAt({ files, outOfScope }: Report['summary'], unread: number): string {
  const rest = unread === 0 ? '' : `; ${unread} ${unread === 1 ? 'thing was' : 'things were'} not read`
  const where = files === 0 ? 'there was no file to look at' : `no bucket policy was judged in ${plural(files, 'file')}`
  if (outOfScope === 0) return `${where}${rest}`
  const policies = outOfScope === 1 ? 'the one bucket policy' : `all ${outOfScope} bucket policies`
  return `${policies} in ${plural(files, 'file')} ${outOfScope === 1 ? 'is' : 'are'} outside of "protect" in the configuration${rest}`
}
