import type { TextEdit } from '../../../text/edit.js'
import type { MapView, Obstacle, Operation, StatementRemedy } from '../../remedies/operation.js'

/** The edits that an operation is in its place. */
export interface Patch {
  readonly edits: readonly TextEdit[]
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

export const LOSES_COMMENT: Refusal = {
  reason: 'a comment stands inside the text that would be replaced and would be lost',
}
