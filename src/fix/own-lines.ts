import type { LineIndex } from '../text/lines.js'
import type { Span } from '../tree/node.js'

/** What may stand beside a policy on its lines: it tells nothing. */
const PUNCTUATION = /^[\s,;()[\]{}]*$/

/** The start of a comment in JSON and HCL once strings are left out, or the end of one. */
const COMMENT = /#|\/\/|\/\*|\*\//
const STRING = /"(?:[^"\\\n]|\\.)*"/g
const YAML_COMMENT = /(?:^|\s)#/

/**
 * Whether the whole lines of a span hold nothing but a policy, or a part of one: neither anything of what it stands in, nor a
 * comment.
 *
 * @param own where the policy, or the statement, stands
 */
export function areOwnLines(lines: LineIndex, { start, end }: Span, own: Span, isYaml: boolean): boolean {
  const { text } = lines
  const from = lines.startOf(lines.positionAt(start).line)
  const to = lines.endOf(lines.positionAt(end).line)
  const beside = [text.slice(from, Math.min(to, own.start)), text.slice(Math.max(from, own.end), to)]
  if (!beside.every((part) => PUNCTUATION.test(part))) return false
  const shown = text.slice(from, to)
  return isYaml ? !YAML_COMMENT.test(shown) : !COMMENT.test(shown.replace(STRING, '""'))
}
