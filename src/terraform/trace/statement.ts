import { type Fallback, isFetched, rangeOf, type SourceRange } from '../hcl/modules/index.js'
import {
  type Made,
  type Member,
  memberNamed,
  type ObjectValue,
  type OriginStyle,
  type SourceOrigin,
} from '../hcl/values/index.js'
import type { Choice, Method } from './choose.js'
import { isLiteral, type Meaning, statementJson } from './source-json.js'

export interface FoundStatement {
  readonly found: true
  readonly method: Method
  /** The smallest construct that yields the statement. */
  readonly range: SourceRange
  /** Where to report it: the range, or for fetched code the caller's module block. */
  readonly anchor: SourceRange
  readonly style: OriginStyle
  readonly editable: boolean
  readonly whyNotEditable: string | null
  /** What an editor changes: the node of the style, and the file with its text. */
  readonly origin: SourceOrigin
  /** The evaluated statement; each member says where it was written. */
  readonly value: ObjectValue
  /** The statement as the sources say it, with `SourceUnknown` for what they leave open. */
  readonly source: unknown
  /** It is there exactly once as far as the sources say: no open loop, no undecided condition. */
  readonly certain: boolean
  /** What decides how often it is there, where that is not certain. */
  readonly made?: Made
  /** Effect, principal, action and condition are spelled out in the sources. */
  readonly literal: boolean
}

export interface NotFoundStatement {
  readonly found: false
  readonly why: string
}

export type StatementLocation = FoundStatement | NotFoundStatement

/** A statement of the sources as what a planned one comes from; `caller` is where code outside of the repository is called. */
export function foundStatement(
  { candidate: { value, certain, made }, method }: Choice,
  meaning: Meaning,
  caller: Fallback | null,
): StatementLocation {
  const { origin } = value
  if (origin === null) return { found: false, why: 'the statement is not written in the sources' }
  const whyNotEditable = refusal(origin, method)
  const range = rangeOf(origin.file, origin)
  return {
    found: true,
    method,
    range,
    anchor: isFetched(origin.file) ? (caller?.range ?? range) : range,
    style: origin.style,
    editable: whyNotEditable === null,
    whyNotEditable,
    origin,
    value,
    source: statementJson(value, meaning),
    certain,
    ...(made && { made }),
    literal: LITERAL.every((name) => literalMember(memberNamed(value, name))),
  }
}

const LITERAL = ['Effect', 'Principal', 'NotPrincipal', 'Action', 'NotAction', 'Condition']

/** An effect that a block leaves out is known as well. */
function literalMember(one: Member | null): boolean {
  return (
    one === null ||
    (one.name === 'Effect' && one.value.kind === 'string' && one.value.text === 'Allow') ||
    isLiteral(one.value)
  )
}

function refusal(origin: SourceOrigin, method: Method): string | null {
  if (isFetched(origin.file)) return 'it is in a module that is fetched, not in this repository'
  if (origin.file.hasError) return 'the file has syntax errors'
  if (method === 'medium') return 'several statements of the sources could be the planned one'
  switch (origin.style) {
    case 'json-text':
      return origin.region.hasError ? 'the policy text is not plain JSON around its expressions' : null
    case 'object':
    case 'statement-block':
    case 'dynamic-content':
    case 'merge':
      return null
    case 'tf-json':
      return 'JSON configuration is usually generated: change what it is generated from'
    case 'quoted-json':
      return 'the policy is JSON inside a quoted string'
    case 'filled-json':
      return 'the policy is what templatestring makes of a text: change it there'
    default:
      return 'the statement is the result of an expression'
  }
}
