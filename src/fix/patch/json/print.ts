import type { TextEdit } from '../../../text/edit.js'
import { hasComment } from '../../../tree/json.js'
import { memberAt, memberOf, memberValue, type Node, nodeAt } from '../../../tree/node.js'
import type { AddMember, CompleteList, Insert, Operation, RenameMember } from '../../remedies/operation.js'
import {
  append,
  indentAt,
  indentOfItems,
  inPlaceOf,
  type Layout,
  listText,
  mapText,
  memberText,
  replace,
  startsLine,
} from '../layout/layout.js'
import { LOSES_COMMENT, type Patch, type Refusal, withElement, write } from '../layout/printer.js'
import { containerOf, isSpread, layoutOf } from './layout.js'
import { isTextCall } from './view.js'

/** The statement to print in, and how what it gets is written. */
export interface JsonPlace {
  readonly text: string
  readonly statement: Node
  /** As the inside of a JSON string, before its escapes. */
  readonly written: (insert: Insert) => string
  /** How names are written; in double quotes unless it is given. */
  readonly key?: (name: string) => string
}

interface Task extends JsonPlace {
  readonly layout: Layout
  readonly literal: (insert: Insert) => string
}

/** An operation on a statement in JSON text. */
export function printJson(operation: Operation, place: JsonPlace): Patch | Refusal {
  const measured = layoutOf(place.text, place.statement)
  const layout = place.key === undefined ? measured : { ...measured, key: place.key }
  const task = { ...place, layout, literal: (insert: Insert) => JSON.stringify(place.written(insert)) }
  return withElement(write(operation, task, { rename, complete, add }), operation, place)
}

/** `"*"` → an object with the list; `{"AWS": "*"}` → the list in its place; `{"AWS": ["*"]}` → the list's items. */
function rename({ from, to, key, values }: RenameMember, task: Task): Patch | Refusal {
  const { text, statement, layout } = task
  const member = memberOf(statement, from)
  if (member?.value == null) return { reason: `the statement has no ${from} to replace` }
  const renamed = replace(member.key, layout.key(to))
  const indent = startsLine(text, member.start) ? indentAt(text, member.start) : null
  const items = values.map(task.literal)
  if (member.value.kind === 'string') {
    const list = listText(items, indent === null ? null : indent + layout.unit, layout)
    return {
      edits: [renamed, replace(member.value, mapText(layout.key(key) + layout.separator + list, indent, layout))],
    }
  }
  const list = memberValue(member.value, key)
  if (list === null) return { reason: `the ${from} has no ${key} member` }
  return hasComment(text, list) ? LOSES_COMMENT : { edits: [renamed, replaced(list, items, indent !== null, task)] }
}

function replaced(list: Node, items: readonly string[], isRoomy: boolean, { text, layout }: Task): TextEdit {
  const [first] = list.items
  const last = list.items.at(-1)
  if (first && last && startsLine(text, first.start)) {
    return inPlaceOf(text, { start: first.start, end: last.end }, items, layout)
  }
  return replace(list, listText(items, isRoomy ? indentAt(text, list.start) : null, layout))
}

/** Keeps every entry in its order, puts stand-ins in the place of inert ones, and appends what is missing. */
function complete({ at, missing, standIns, appended }: CompleteList, task: Task): Patch | Refusal {
  const { text, statement, layout, literal } = task
  const list = nodeAt(statement, at)
  if (list === null || missing.length === 0) return { edits: [] }
  const added = appended.map(literal)
  if (list.kind !== 'array') {
    // The list of a principal is spread where the element starts a line, that of a test where the test itself does.
    const member = memberAt(statement, at.length > 2 ? at : at.slice(0, 1))
    const indent = member !== null && startsLine(text, member.start) ? indentAt(text, list.start) : null
    const kept = standIns.get(0)?.map(literal) ?? [keptText(list, indent !== null, task)]
    return { edits: [replace(list, listText([...kept, ...added], indent, layout))] }
  }
  const edits = [...standIns].flatMap(([i, own]) => {
    const entry = list.items[i]
    return entry === undefined ? [] : [inPlaceOf(text, entry, own.map(literal), layout)]
  })
  return { edits: added.length === 0 ? edits : [...edits, ...append(containerOf(text, list, layout), added, layout)] }
}

/** The one value of what becomes a list: a text, or an expression, whose lines move along where the list is spread. */
function keptText(value: Node, isSpreadOut: boolean, { text, layout }: Task): string {
  if (!isTextCall(value)) return JSON.stringify(String(value.value))
  const written = text.slice(value.start, value.end)
  return isSpreadOut ? written.replaceAll('\n', `\n${layout.unit}`) : written
}

function add(operation: AddMember, { text, statement, layout, literal }: Task): Patch | Refusal {
  const { at, names, values } = operation
  const object = nodeAt(statement, at)
  if (object === null) return { reason: 'the element is not written out' }
  const container = containerOf(text, object, layout)
  // The list of a principal is spread where any member beside it starts a line, all else where the last one does.
  const isPrincipal = at.length === 1 && names.length === 1
  const first = isPrincipal ? object.members.find(({ start }) => startsLine(text, start)) : undefined
  const indent = first === undefined ? indentOfItems(container) : indentAt(text, first.start)
  const written = { ...operation, values: values.map(literal) }
  const member = memberText(written, indent, layout, isTight(object, names, text))
  return { edits: append(container, [member], layout) }
}

/** New maps are spread over lines when the author's other ones beside them are; those of a new Condition always. */
function isTight(object: Node, names: readonly string[], text: string): boolean {
  return names.length === 2 && !object.members.every(({ value }) => value === null || isSpread(text, value))
}
