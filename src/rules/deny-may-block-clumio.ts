import { denyOf } from './deny-blocks-clumio.js'
import type { Rule } from './rule.js'

/** A Deny of which the files do not say whether it blocks Clumio. */
export const denyMayBlockClumio: Rule = {
  id: 'deny-may-block-clumio',
  find: (subject, context) => denyOf('deny-may-block-clumio', subject, context),
}
