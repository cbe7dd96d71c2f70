import type { ObjectExpr } from '../../../terraform/hcl/syntax/ast.js'
import type { FoundStatement } from '../../../terraform/trace/index.js'
import type { SourceOrigin } from '../../../terraform/hcl/values/value.js'
import { withComments } from './comments.js'
import { blockNotPrincipal, blockPrincipalArn } from './block.js'
import type { Wanted } from './list.js'
import { objectNotPrincipal, objectPrincipalArn } from './object.js'
import type { HclEdits, Insert, SourceEdits } from './insert.js'
import { jsonNotPrincipal, jsonPrincipalArn } from './json-region.js'

export type { Wanted } from './list.js'
export type { Insert, SourceEdits } from './insert.js'

/**
 * Exempts principals by `NotPrincipal` in the source of a statement, in the style it is written in. The edits may be of
 * another file or place than the statement's range: where the `Principal` is written.
 */
export function sourceNotPrincipal(statement: FoundStatement, wanted: Wanted): SourceEdits {
  const { origin, value, whyNotEditable } = statement
  if (whyNotEditable !== null) return { reason: whyNotEditable }
  switch (origin.style) {
    case 'json-text':
      return jsonNotPrincipal(origin, value, wanted)
    case 'statement-block':
    case 'dynamic-content':
      return aligned(origin, blockNotPrincipal(value, origin.node, wanted))
    default:
      return aligned(origin, objectNotPrincipal(value, wanted))
  }
}

/** Exempts roles by `ArnNotEquals aws:PrincipalArn` in the source of a statement, in the style it is written in. */
export function sourcePrincipalArn(statement: FoundStatement, roles: readonly Insert[]): SourceEdits {
  const { origin, value, whyNotEditable } = statement
  if (whyNotEditable !== null) return { reason: whyNotEditable }
  switch (origin.style) {
    case 'json-text':
      return jsonPrincipalArn(origin, value, roles)
    case 'statement-block':
    case 'dynamic-content':
      return aligned(origin, blockPrincipalArn(origin.node, roles))
    default:
      return aligned(origin, objectPrincipalArn(value, ownerOf(statement), roles))
  }
}

/** Comments are moved within the statement, or where something else is edited for it, on the edited lines. */
function aligned(origin: SourceOrigin, result: HclEdits): SourceEdits {
  if ('reason' in result) return result
  const { path, text, edits } = result
  const start = Math.min(...edits.map(({ offset }) => offset))
  const end = Math.max(...edits.map(({ offset, length }) => offset + length))
  const isOwn = path === origin.file.path && origin.start <= start && end <= origin.end
  return { path, edits: withComments(text, isOwn ? origin : { start, end }, edits) }
}

/** The object that takes a new member: the statement, or the last literal argument of `merge()`, whose members win. */
function ownerOf({ origin }: FoundStatement): { path: string; text: string; object: ObjectExpr } | null {
  const { path, text } = origin.file
  if (origin.style === 'object') return { path, text, object: origin.node }
  const last = origin.style === 'merge' ? origin.node.args.at(-1) : undefined
  return last?.kind === 'object' ? { path, text, object: last } : null
}
