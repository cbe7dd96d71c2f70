import type { Expr, ObjectElement, ObjectExpr } from '../../../terraform/hcl/syntax/index.js'
import {
  effectiveMembers,
  type Member,
  memberNamed,
  type ObjectValue,
  type Value,
} from '../../../terraform/hcl/values/index.js'
import type { FoundStatement } from '../../../terraform/trace/index.js'
import type { Route } from '../../../tree/node.js'
import type {
  AddMember,
  CompleteList,
  MapView,
  Obstacle,
  Operation,
  RenameMember,
  View,
} from '../../remedies/operation.js'
import { append, indentOfItems, type Layout, listText, mapText, memberText, replace } from '../layout/layout.js'
import { elementRoute, isEdited, LOSES_COMMENT, type Printer, type Refusal, write } from '../layout/printer.js'
import { aligned } from './comments.js'
import { hclString, type SourcePatch, type TextPatch } from './insert.js'
import { itemsOfObject, realignAround, separatorText } from './items.js'
import { containerOf, hasHclComment, objectLayout, plainText } from './layout.js'
import { completeWritten, indentOf, isWithin, listView, replaceStar, type Written, writtenAt } from './written.js'

const WORDS: Readonly<Record<Obstacle, string>> = {
  'no-principal': 'the Principal is not written in this statement',
  'principal-elsewhere': 'the Principal is not written in this statement',
  'not-principal-no-map': 'the NotPrincipal element is an expression',
  'list-elsewhere': 'the list of principals is not written in this statement',
  'list-unknown': 'the list of principals is an expression whose value is not known',
  'condition-no-map': 'the Condition is an expression',
  'condition-list-unknown': 'the list of aws:PrincipalArn is an expression',
  'statement-in-parts': 'the statement is put together from several objects',
  'no-operator-free': 'every operator that could hold the exemption is in use',
}

/** Statements of HCL objects, in `jsonencode()` or wherever their value comes from. */
export const OBJECT_PRINTER: Printer<FoundStatement, SourcePatch> = {
  prints: () => true,
  view: statementView,
  print: (operation, statement) => {
    const made = write(operation, statement, { rename, complete, add })
    return 'reason' in made ? made : aligned(statement.origin, elementOf(made, operation, statement))
  },
  words: (obstacle) => WORDS[obstacle],
}

function statementView(statement: FoundStatement): MapView {
  const { value } = statement
  return {
    ...mapOf(value, (name, one) => {
      if (name === 'Condition') return conditionView(one)
      return name === 'NotPrincipal' ? notPrincipalView(one) : { kind: 'unknown' }
    }),
    extensible: ownerOf(statement) !== null && !value.open,
  }
}

function mapOf(object: ObjectValue, view: (name: string, one: Member) => View): MapView {
  return {
    kind: 'map',
    names: effectiveMembers(object).map(({ name }) => name),
    member: (name) => {
      const one = memberNamed(object, name)
      return one === null ? null : view(name, one)
    },
    extensible: false,
  }
}

function notPrincipalView({ value }: Member): View {
  if (value.kind !== 'object') return { kind: 'unknown' }
  return mapOf(value, (_, list) => {
    const written = writtenAt(list)
    return written === null ? { kind: 'elsewhere' } : listView(written.item.value, list.value)
  })
}

/** Only what is written in the Condition itself can be added to: it is nobody else's. */
function conditionView(condition: Member): View {
  const { value } = condition
  const written = writtenAt(condition)
  const block = written?.item.value
  if (written === null || value.kind !== 'object' || block?.kind !== 'object') return { kind: 'unknown' }
  const own = (one: Member) => (isWithin(one, written.path, block) ? writtenAt(one) : null)
  const operators = mapOf(value, (_, operator) => {
    if (operator.value.kind !== 'object') return { kind: 'unknown' }
    const tests = mapOf(operator.value, (_name, list) => testView(own(list), list.value))
    return { ...tests, extensible: own(operator)?.item.value.kind === 'object' }
  })
  return { ...operators, extensible: !value.open }
}

/** A value to test for: a single one may be any text. */
function testView(written: Written | null, value: Value): View {
  const kind = written?.item.value.kind
  if (kind === 'template' && value.kind !== 'tuple') return { kind: 'text', text: null }
  return kind === 'tuple' || (kind !== undefined && value.kind === 'tuple')
    ? { kind: 'list', entries: [] }
    : { kind: 'elsewhere' }
}

/** The object that takes a new member: the statement, or the last literal argument of `merge()`, whose members win. */
function ownerOf({ origin }: FoundStatement): { path: string; text: string; object: ObjectExpr } | null {
  const { path, text } = origin.file
  if (origin.style === 'object') return { path, text, object: origin.node }
  const last = origin.style === 'merge' ? origin.node.args.at(-1) : undefined
  return last?.kind === 'object' ? { path, text, object: last } : null
}

/** `"*"` or `{ AWS = "*" }` on one line becomes an object on lines; an `AWS` on a line of its own keeps its place. */
function rename({ from, to, key, values }: RenameMember, { value }: FoundStatement): TextPatch | Refusal {
  const written = writtenAt(memberNamed(value, from))
  if (written === null) return { reason: `the ${from} is not written in this statement` }
  const { path, text, item, items, layout } = written
  const star = starOf(item.value, key)
  if (plainText(item.value) !== '*' && star === null) {
    return { reason: `the ${from} is an expression, or names others besides "*"` }
  }
  if (hasHclComment(text, item)) return LOSES_COMMENT
  const name = text[item.key.start] === '"' ? `"${to}"` : to
  const principals = values.map(hclString)
  if (star !== null && text.slice(item.start, star.element.start).includes('\n')) {
    const inner = itemsOfObject(star.object)
    const target = inner[star.object.elements.indexOf(star.element)]
    if (target === undefined) return { reason: `the ${from} has no ${key} member` }
    const own = { path, text, item: target, items: inner, layout }
    return { path, text, edits: [replace(item.key, name), ...replaceStar(own, principals)] }
  }
  const indent = indentOf(written)
  const list = listText(principals, indent === null ? null : indent + layout.unit, layout)
  const separator = indent === null ? separatorText(text, item) : layout.separator
  const replacement = name + separator + mapText(layout.key(key) + layout.separator + list, indent, layout)
  const realigned = indent === null ? [] : realignAround(text, items, item)
  return { path, text, edits: [replace(item, replacement), ...realigned] }
}

/** The only element of `{ AWS = "*" }` or `{ AWS = ["*"] }`. */
function starOf(object: Expr, key: string): { readonly object: ObjectExpr; readonly element: ObjectElement } | null {
  if (object.kind !== 'object' || object.elements.length !== 1) return null
  const [element] = object.elements
  if (element?.name !== key) return null
  const inner = element.value
  const star = inner.kind === 'tuple' && inner.items.length === 1 ? inner.items[0] : inner
  return star !== undefined && plainText(star) === '*' ? { object, element } : null
}

/** The element that edits are in, as it is written in the statement or elsewhere. */
function elementOf(made: TextPatch, operation: Operation, { value }: FoundStatement): TextPatch {
  const route = elementRoute(operation)
  const places = route.flatMap((_step, i) => writtenAt(memberAtRoute(value, route.slice(0, i + 1))) ?? [])
  const found = places.find(({ path, item }) => path === made.path && isEdited(item, made.text, made.edits))
  return found === undefined ? made : { ...made, element: found.item }
}

function memberAtRoute(statement: ObjectValue, route: Route): Member | null {
  let found: Member | null = null
  let object: Value = statement
  for (const name of route) {
    found = object.kind === 'object' ? memberNamed(object, String(name)) : null
    if (found === null) return null
    object = found.value
  }
  return found
}

function complete(operation: CompleteList, { value }: FoundStatement): TextPatch | Refusal {
  const list = memberAtRoute(value, operation.at)
  const written = writtenAt(list)
  if (list === null || written === null) return { reason: WORDS['list-elsewhere'] }
  const { path, text } = written
  return { path, text, edits: completeWritten(written, list.value, operation) }
}

function add(operation: AddMember, statement: FoundStatement): TextPatch | Refusal {
  const { at, values } = operation
  const place = at.length === 0 ? ownerOf(statement) : objectAt(statement, at)
  if (place === null) return { reason: WORDS['condition-no-map'] }
  const { path, text, object } = place
  const layout = layoutIn(place)
  const container = containerOf(text, object)
  const written = { ...operation, values: values.map(hclString) }
  const item = memberText(written, indentOfItems(container), layout)
  return { path, text, edits: append(container, [item], layout) }
}

interface ObjectPlace {
  readonly path: string
  readonly text: string
  readonly object: ObjectExpr
  /** Of what stands around it. */
  readonly outer?: Layout
}

function objectAt({ value }: FoundStatement, at: Route): ObjectPlace | null {
  const written = writtenAt(memberAtRoute(value, at))
  if (written?.item.value.kind !== 'object') return null
  return { path: written.path, text: written.text, object: written.item.value, outer: written.layout }
}

function layoutIn({ text, object, outer }: ObjectPlace): Layout {
  return outer !== undefined && object.elements.length === 0 ? outer : objectLayout(text, object)
}
