import type { FoundStatement } from '../../../terraform/trace/index.js'
import type { TextEdit } from '../../../text/edit.js'
import type { Span } from '../../../tree/node.js'
import { type Exempted, notPrincipal } from '../../remedies/not-principal.js'
import type { Insert, SetText, StatementRemedy } from '../../remedies/operation.js'
import { principalArn } from '../../remedies/principal-arn.js'
import { replace } from '../layout/layout.js'
import { type Printer, patch } from '../layout/printer.js'
import { BLOCK_PRINTER } from './block.js'
import { hclString, type SourceEdits, type SourcePatch } from './insert.js'
import { JSON_TEXT_PRINTER } from './json-text.js'
import { OBJECT_PRINTER } from './object.js'

export type { Insert } from '../../remedies/operation.js'
export type { SourceEdits, SourcePatch } from './insert.js'
export type Wanted = Exempted

/** A way of writing statements in Terraform sources. */
export type SourcePrinter = Printer<FoundStatement, SourcePatch>

/** Printers of statements in Terraform sources, in the order in which they are asked. */
export const SOURCE_PRINTERS: readonly SourcePrinter[] = [JSON_TEXT_PRINTER, BLOCK_PRINTER, OBJECT_PRINTER]

/**
 * Edits of a statement in the style it is written in, or why there are none. They may be of another file or place than
 * the statement's range: where the member is written.
 */
function patchSource(statement: FoundStatement, remedy: StatementRemedy, printers = SOURCE_PRINTERS): SourceEdits {
  const { whyNotEditable } = statement
  return whyNotEditable === null ? patch(printers, statement, remedy) : { reason: whyNotEditable }
}

export function sourceNotPrincipal(
  statement: FoundStatement,
  wanted: Wanted,
  printers?: readonly SourcePrinter[],
): SourceEdits {
  return patchSource(statement, notPrincipal(wanted), printers)
}

export function sourcePrincipalArn(
  statement: FoundStatement,
  roles: readonly Insert[],
  printers?: readonly SourcePrinter[],
): SourceEdits {
  return patchSource(statement, principalArn(roles), printers)
}

/** A literal of the sources becomes another one. */
export function patchLiteral(literal: Span, { text }: SetText): readonly TextEdit[] {
  return [replace(literal, hclString({ arn: text }))]
}
