import type { PatternElement } from './model.js'
import type { Trace } from './reason.js'
import { globMatches, matchGlob } from './text/glob.js'
import { display, isPlain, mapStrings, openParts, type Text } from './text/text.js'
import { not, or, type Tri } from './text/tri.js'

/**
 * Whether Action or NotAction covers an action. Prefix and name are case-insensitive, `*` and `?` stand anywhere
 * (IAM User Guide, "Action", "NotAction").
 *
 * @param action lower-cased, with its prefix: `s3:getobject`
 */
export function evaluateAction(element: PatternElement, action: string, trace?: Trace): Tri {
  if (element.kind === 'invalid') {
    trace?.unknowns.push({ kind: 'invalid', problem: `action-${element.reason}` })
    trace?.reasons.push({ part: 'action', value: 'U', negative: false, pattern: null })
    return 'U'
  }
  let listed: Tri = 'F'
  let by: Text | null = null
  for (const pattern of element.patterns) {
    const value = actionMatches(pattern, action)
    if (value !== 'F') by = pattern
    listed = or(listed, value)
    if (listed === 'T') break
  }
  const negative = element.kind === 'negative'
  const value = negative ? not(listed) : listed
  if (value === 'U' && by !== null) trace?.unknowns.push({ kind: 'token', token: openParts(by) })
  trace?.reasons.push({ part: 'action', value, negative, pattern: by === null ? null : display(by) })
  return value
}

function actionMatches(pattern: Text, action: string): Tri {
  if (!isPlain(pattern))
    return matchGlob(
      mapStrings(pattern, (piece) => piece.toLowerCase()),
      action,
    )
  if (pattern === '*' || pattern === 's3:*') return pattern === '*' || action.startsWith('s3:') ? 'T' : 'F'
  return globMatches(pattern.toLowerCase(), action) ? 'T' : 'F'
}
