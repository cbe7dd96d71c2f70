import type { TextEdit } from '../../../text/edit.js'
import { memberAt, type Node, nodeAt, type Route, type Span } from '../../../tree/node.js'
import type { MapView, Obstacle, Operation, StatementRemedy } from '../../remedies/operation.js'

/** The edits that an operation is in its place. */
export interface Patch {
  readonly edits: readonly TextEdit[]
  /** The element of the statement that they are in: what a person must see whole. None where it is new. */
  readonly element?: Span
}

export interface Refusal {
  readonly reason: string
}

/** A way of writing statements: what a remedy may know of one, and how an operation on it is written. */
export interface Printer<Place, Made extends Patch = Patch> {
  readonly prints: (place: Place) => boolean
  readonly view: (place: Place) => MapView
  /** In the style of the place: its indentation, quotes, commas, comments, alignment. */
  readonly print: (operation: Operation, place: Place) => Made | Refusal
  /** Why the remedy finds nothing to change, in the words of the syntax. */
  readonly words: (obstacle: Obstacle, place: Place) => string
}

/** How a syntax writes each operation; `Task` is what all of them know of the place. */
export type Writers<Task, Made extends Patch = Patch> = {
  readonly [Kind in Operation['kind']]: (
    operation: Extract<Operation, { readonly kind: Kind }>,
    task: Task,
  ) => Made | Refusal
}

/** An operation by the writer of its kind. */
export function write<Task, Made extends Patch>(
  operation: Operation,
  task: Task,
  writers: Writers<Task, Made>,
): Made | Refusal {
  switch (operation.kind) {
    case 'rename':
      return writers.rename(operation, task)
    case 'complete':
      return writers.complete(operation, task)
    case 'add':
      return writers.add(operation, task)
  }
}

/** A remedy printed by the first printer that knows how the place is written. */
export function patch<Place, Made extends Patch>(
  printers: readonly Printer<Place, Made>[],
  place: Place,
  remedy: StatementRemedy,
): Made | Refusal {
  const printer = printers.find(({ prints }) => prints(place))
  if (printer === undefined) return { reason: 'it is written in a way that cannot be edited' }
  const change = remedy(printer.view(place))
  return change.kind === 'none' ? { reason: printer.words(change.obstacle, place) } : printer.print(change, place)
}

/** Where in a statement an operation changes something that is there; empty where it adds an element. */
export function elementRoute(operation: Operation): Route {
  return operation.kind === 'rename' ? [operation.from] : operation.at
}

/** A patch with the element that its edits are in: as a member of the statement, else where an alias has it from. */
export function withElement(
  made: Patch | Refusal,
  operation: Operation,
  { text, statement }: { readonly text: string; readonly statement: Node },
): Patch | Refusal {
  if ('reason' in made) return made
  const route = elementRoute(operation)
  const member = memberAt(statement, route.slice(0, 1))
  const places = route.flatMap((_step, i) => {
    const node = nodeAt(statement, route.slice(0, i + 1))
    return node === null ? [] : [node.aliasOf ?? node]
  })
  const element = [...(member === null ? [] : [member]), ...places].find((one) => isEdited(one, text, made.edits))
  return element === undefined ? made : { ...made, element }
}

/** Whether an edit is within a span, or in the rest of its last line. */
export function isEdited({ start, end }: Span, text: string, edits: readonly TextEdit[]): boolean {
  const newline = text.indexOf('\n', end)
  const last = newline === -1 ? text.length : newline
  return edits.some(({ offset }) => start <= offset && offset <= last)
}

export const LOSES_COMMENT: Refusal = {
  reason: 'a comment stands inside the text that would be replaced and would be lost',
}
