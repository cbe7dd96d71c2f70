import type { StatementRemedy } from '../remedies/operation.js'
import { JSON_PRINTER, type NodePlace } from './json/index.js'
import { type Patch, patch, type Printer, type Refusal } from './layout/printer.js'

/** Printers of statements that are nodes of a document, in the order in which they are asked. */
export const NODE_PRINTERS: readonly Printer<NodePlace>[] = [JSON_PRINTER]

const SHARED = 'other places of the document refer to the same lines'

/** Edits of a statement in a document, or why there are none. */
export function patchNode(place: NodePlace, remedy: StatementRemedy, printers = NODE_PRINTERS): Patch | Refusal {
  return place.statement.shared ? { reason: SHARED } : patch(printers, place, remedy)
}
