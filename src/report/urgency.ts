import type { Finding } from '../model/report.js'
import { LEVEL_ORDER } from '../model/rules.js'
import { compareText } from '../text/compare.js'

/** Worst level first, what a statement blocks before what explains it, then by place. */
export function byUrgency(a: Finding, b: Finding): number {
  return (
    LEVEL_ORDER[a.level] - LEVEL_ORDER[b.level] ||
    Number(a.rule === 'ineffective-exemption') - Number(b.rule === 'ineffective-exemption') ||
    compareText(a.location.path, b.location.path) ||
    a.location.startLine - b.location.startLine ||
    a.location.startColumn - b.location.startColumn ||
    compareText(a.policy?.address ?? '', b.policy?.address ?? '') ||
    compareText(a.fingerprint, b.fingerprint)
  )
}
