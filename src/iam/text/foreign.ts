import { piecesOf, type Text } from './text.js'

/** A VPC, endpoint, account or organization id; eight digits of a longer VPC or endpoint id tell it as well. */
const ID = /^(?:vpce?-[0-9a-f]{8}.*|\d{12}|o-[a-z0-9]{10,32})$/
/** Stands for an expression or a policy variable, which names some id of the customer's (docs/semantics.md, D22). */
const EXPRESSION = '\u0000'

/**
 * Whether a pattern names an id, as opposed to a form that every id has (`vpce-*`, `vpce-0*`): a value without wildcards,
 * or one where a part of its own between colons and slashes is an id (`arn:aws:ec2:*:111122223333:vpc/*`).
 */
export function namesAnId(pattern: Text): boolean {
  const pieces = piecesOf(pattern)
  const text = pieces.map((piece) => (typeof piece === 'string' ? withoutVariables(piece) : EXPRESSION)).join('')
  if (!/[*?]/.test(text)) return true
  const parts = text.split(/[:/]/)
  // The partition, service and Region of an ARN are nobody's.
  const own = parts[0] === 'arn' ? parts.slice(4) : parts
  return own.some((part) => ID.test(part) || (part.includes(EXPRESSION) && !/[*?]/.test(part)))
}

/** One pass: a regular expression would look for the end of every `${` anew. */
function withoutVariables(text: string): string {
  let result = ''
  let at = 0
  for (let open = text.indexOf('${'); open !== -1; open = text.indexOf('${', at)) {
    const close = text.indexOf('}', open)
    if (close === -1) break
    result += text.slice(at, open) + EXPRESSION
    at = close + 1
  }
  return result + text.slice(at)
}
