import { UserError } from '../model/errors.js'
import { RULE_IDS, type RuleId } from '../model/rules.js'
import { member } from '../tree/value.js'

/**
 * A finding as somebody else's JSON report tells it. Nothing but its identity is taken over: messages, edits and places
 * of such a report are not trusted.
 */
export interface Claim {
  readonly rule: RuleId
  readonly fingerprint: string
}

/** Bytes of a report that is read; the largest ones this tool writes for real repositories have a few hundred kB. */
const REPORT_BYTES = 20_000_000
const CLAIMS = 20_000
const FINGERPRINT = /^[\x21-\x7e]{1,200}$/

/** @throws {UserError} for a file that is larger than any report: it is not worth reading. */
export function claimsSize(bytes: number, path: string): void {
  if (bytes > REPORT_BYTES) throw refused(path, `has more than ${REPORT_BYTES} bytes`)
}

function refused(path: string, what: string): UserError {
  return new UserError(`report-file: ${path} ${what}`, { path })
}

/**
 * Reads the findings of a JSON report, version 1, that was written elsewhere.
 *
 * @param path names the file in errors
 * @throws {UserError} when it is not such a report.
 */
export function readClaims(bytes: Uint8Array, path: string): readonly Claim[] {
  const refuse = (what: string) => refused(path, what)
  claimsSize(bytes.length, path)
  let report: unknown
  try {
    report = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw refuse('is not JSON')
  }
  if (member(member(report, 'tool'), 'name') !== 'clumio-policy-check') throw refuse('is not a report of this tool')
  if (member(report, 'version') !== 1) throw refuse('is not a report of version 1')
  const findings = member(report, 'findings')
  if (!Array.isArray(findings)) throw refuse('has no list of findings')
  if (findings.length > CLAIMS) throw refuse(`has more than ${CLAIMS} findings`)
  return findings.map((finding, i) => {
    const rule = RULE_IDS.find((id) => id === member(finding, 'rule'))
    const fingerprint = member(finding, 'fingerprint')
    if (rule === undefined) throw refuse(`has a finding of an unknown rule (number ${i + 1})`)
    if (typeof fingerprint !== 'string' || !FINGERPRINT.test(fingerprint)) {
      throw refuse(`has a finding without a valid fingerprint (number ${i + 1})`)
    }
    return { rule, fingerprint }
  })
}
