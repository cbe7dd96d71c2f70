import { escapeTemplate } from '../../../terraform/hcl/syntax/escapes.js'
import type { TextEdit } from '../../../text/edit.js'

/** A principal to be written: its ARN, or an expression of the configuration that stands for it. */
export interface Insert {
  /** The ARN as AWS reads it. */
  readonly arn: string
  /** What to write in HCL instead: the inside of a quoted string, with `${…}`. */
  readonly template?: string
}

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

/** Edits of one source file, or the reason there are none. */
export type SourceEdits = { readonly path: string; readonly edits: readonly TextEdit[] } | { readonly reason: string }

/** The same, with the text that the edits are of. */
export type HclEdits =
  | { readonly path: string; readonly text: string; readonly edits: readonly TextEdit[] }
  | { readonly reason: string }
