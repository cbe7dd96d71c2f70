import { denyBlocksClumio } from './deny-blocks-clumio.js'
import { denyMayBlockClumio } from './deny-may-block-clumio.js'
import { expiredIgnore } from './expired-ignore.js'
import { ineffectiveExemption } from './ineffective-exemption.js'
import { objectOwnership } from './object-ownership.js'
import { policyUnknown } from './policy-unknown.js'
import { policyUnreadable } from './policy-unreadable.js'
import type { Rule } from './rule.js'
import { unusedEntry } from './unused-entry.js'

/** Every rule, in the order in which they are asked and documented. */
export const RULE_LIST: readonly Rule[] = [
  denyBlocksClumio,
  denyMayBlockClumio,
  ineffectiveExemption,
  objectOwnership,
  policyUnknown,
  policyUnreadable,
  expiredIgnore,
  unusedEntry,
]
