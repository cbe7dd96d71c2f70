import type { TextEdit } from '../../text/edit.js'
import type { SetText, StatementRemedy } from '../remedies/operation.js'
import type { SourcePrinter } from './hcl/index.js'
import { JSON_PRINTER, type NodePlace, type NodePrinter } from './json/index.js'
import { type Patch, patch, type Refusal } from './layout/printer.js'
import { YAML_PRINTER } from './yaml/index.js'

/** The printers of a run, where they are others than the lists say. */
export interface Printers {
  /** Of the nodes of documents. */
  readonly nodes?: readonly NodePrinter[]
  /** Of statements in Terraform sources. */
  readonly sources?: readonly SourcePrinter[]
}

/** Printers of the nodes of documents, in the order in which they are asked. */
export const NODE_PRINTERS: readonly NodePrinter[] = [JSON_PRINTER, YAML_PRINTER]

/** Edits of a statement in a document, or why there are none. */
export function patchNode(place: NodePlace, remedy: StatementRemedy, printers = NODE_PRINTERS): Patch | Refusal {
  return patch(printers, place, remedy)
}

/** Edits of a text in a document; null where it is written in another way. */
export function patchText(place: NodePlace, operation: SetText, printers = NODE_PRINTERS): readonly TextEdit[] | null {
  if (place.node.shared) return null
  return printers.find(({ prints }) => prints(place))?.setText(operation, place.node, place.tree) ?? null
}
