import { escapeTemplate } from '../../../terraform/hcl/syntax/index.js'
import type { Insert } from '../../remedies/operation.js'
import type { Patch, Refusal } from '../layout/printer.js'

/** As a quoted HCL string. */
export function hclString({ arn, template }: Insert): string {
  if (template !== undefined) return `"${template}"`
  return `"${escapeTemplate(arn.replaceAll('\\', '\\\\').replaceAll('"', '\\"'))}"`
}

/** As the inside of a JSON string; null where an expression is wanted and the text is no template. */
export function jsonText({ arn, template }: Insert, escapes: boolean): string | null {
  if (template !== undefined) return escapes ? template : null
  return escapes ? escapeTemplate(arn) : arn
}

/** Edits of one source file. */
export interface SourcePatch extends Patch {
  readonly path: string
}

/** Edits of one source file, or the reason there are none. */
export type SourceEdits = SourcePatch | Refusal

/** The same, with the text that the edits are of. */
export interface TextPatch extends SourcePatch {
  readonly text: string
}
