import { shownBucket } from '../../documents/policy.js'
import type { Explanation } from '../../model/report.js'
import type { JudgedPolicy } from '../../verdicts/judged.js'
import { becauseOf } from './deny.js'

/** Why each statement of a policy was judged as it was, for `--explain`. */
export function explanationsOf({ policy, statements }: JudgedPolicy): readonly Explanation[] {
  return statements.map((subject) => ({
    path: policy.origin.path,
    bucket: shownBucket(policy, subject.bucket),
    address: policy.origin.address,
    index: subject.statement.index,
    sid: policy.sensitive === true ? null : subject.statement.sid,
    verdict: subject.verdict.verdict,
    because: policy.sensitive === true ? [] : becauseOf(subject),
  }))
}
