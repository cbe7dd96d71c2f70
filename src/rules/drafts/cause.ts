import { createHash } from 'node:crypto'
import type { Condition } from '../../iam/model.js'
import type { Reason } from '../../iam/reason.js'
import { display } from '../../iam/text/text.js'
import type { RuleId } from '../../model/rules.js'
import { compareText } from '../../text/compare.js'

/**
 * What findings of one rule share that one thing decides, whatever file, bucket and account they are about: 16
 * hexadecimal digits.
 *
 * @param deciding what decides, in one spelling, as JSON
 */
export function causeOf(rule: RuleId, deciding: readonly unknown[]): string {
  return createHash('sha256')
    .update(JSON.stringify([rule, deciding]))
    .digest('hex')
    .slice(0, 16)
}

/** One reason as what it shares with the same reason elsewhere. */
export function sharedPart(reason: Reason): unknown {
  switch (reason.part) {
    case 'condition':
      return conditionPart(reason.condition)
    case 'principal':
      // An entry that names a role or a session decides by itself; else what is denied goes by each bucket's account.
      return [reason.why, reason.why.startsWith('names-') || reason.why === 'unknown' ? reason.entry : null]
    case 'effect':
      return [reason.part, reason.expression]
    case 'duplicate':
      return [reason.part, reason.name.toLowerCase()]
    default:
      return [reason.part, reason.pattern]
  }
}

/** The key in lower case, the values as the set that they are (IAM User Guide, "Condition"); ArnLike is ArnEquals. */
function conditionPart({ operator, set, ifExists, key, values }: Condition): unknown {
  const list = [...new Set(values.map(display))].sort(compareText)
  return [operator.replace(/^(Arn(?:Not)?)Like$/, '$1Equals'), set, ifExists, key.toLowerCase(), list]
}
