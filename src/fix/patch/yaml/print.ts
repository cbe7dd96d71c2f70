import type { TextEdit } from '../../../text/edit.js'
import { type Member, memberOf, type Node, nodeAt, type Span, type Tree } from '../../../tree/node.js'
import type { AddMember, CompleteList, Insert, Operation, RenameMember } from '../../remedies/operation.js'
import { isTextCall } from '../json/view.js'
import { replace } from '../layout/layout.js'
import { LOSES_COMMENT, type Patch, type Refusal, withElement, write } from '../layout/printer.js'
import { anyQuote, columnOf, layoutOf, lineEnd, membersIn, quoteAt, quoteBeside, type YamlLayout } from './layout.js'

interface Task {
  readonly text: string
  readonly statement: Node
  readonly layout: YamlLayout
}

/** An operation on a statement whose members stand on lines of their own. */
export function printBlock(operation: Operation, tree: Tree, statement: Node): Patch | Refusal {
  const task: Task = { text: tree.text, statement, layout: layoutOf(tree, statement) }
  return withElement(write(operation, task, { rename, complete, add }), operation, task)
}

/** `"*"` or an alias → a map below the name; `AWS: "*"` → a list below it; a list → the list's items. */
function rename({ from, to, key, values }: RenameMember, task: Task): Patch | Refusal {
  const { text, statement, layout } = task
  const member = memberOf(statement, from)
  const value = member?.value ?? null
  if (member === null || value === null) return { reason: `the statement has no ${from} to replace` }
  const quote = quoteAt(text, member.key)
  const renamed = replace(member.key, quote + to + quote)
  const indent = ' '.repeat(columnOf(text, member.key.start))
  if (value.aliasOf !== undefined || value.kind !== 'object') {
    const name = nameText(key, layout)
    const lines = [`${indent}${layout.unit}${name}:`, ...itemLines(values, indent + layout.unit, task)]
    return { edits: [renamed, ...below(member, value, lines, task)] }
  }
  const inner = memberOf(value, key)
  if (inner?.value == null) return { reason: `the ${from} has no ${key} member` }
  const list = listed({ member: inner, value: inner.value, map: value }, values, task)
  return 'reason' in list ? list : { edits: [renamed, ...list.edits] }
}

/** A member of a map, and what it holds. */
interface Listed {
  readonly member: Member
  readonly value: Node
  readonly map: Node
}

/** All values in the place of what a member holds. */
function listed({ member, value, map }: Listed, values: readonly Insert[], task: Task): Patch | Refusal {
  const { text, layout } = task
  if (value.kind === 'object') return { reason: 'the list is an expression' }
  if (map.style === 'flow') {
    const list = flowList(values, columnOf(text, lineStartKey(text, map)), task)
    return holdsComment(text, value, value.items) ? LOSES_COMMENT : { edits: [replace(value, list)] }
  }
  const indent = ' '.repeat(columnOf(text, member.key.start))
  if (value.aliasOf !== undefined || value.kind !== 'array') {
    return { edits: below(member, value, itemLines(values, indent, task), task) }
  }
  if (holdsComment(text, value, value.items)) return LOSES_COMMENT
  if (value.style === 'flow') {
    const list = flowList(values, indent.length, task)
    return { edits: [replace(value, list)] }
  }
  const dash = ' '.repeat(columnOf(text, value.start))
  const items = values.map((one, i) => `${i > 0 ? dash : ''}- ${textOf(one.arn, layout.textQuote)}`)
  return { edits: [replace(value, items.join(layout.eol))] }
}

/** What a member holds goes, a comment behind it stays, and lines follow. */
function below({ key }: Member, value: Span, lines: readonly string[], { text, layout }: Task): readonly TextEdit[] {
  const colon = text.indexOf(':', key.end) + 1
  const end = Math.max(colon, value.end)
  const stop = lineEnd(text, end)
  const added = lines.map((line) => layout.eol + line).join('')
  const removed = { offset: colon, length: end - colon, text: '' }
  if (stop === end || text.slice(end, stop).trim() === '') return [{ ...removed, length: stop - colon, text: added }]
  return [removed, { offset: stop, length: 0, text: added }]
}

/** The items of a list below a name at an indentation. */
function itemLines(values: readonly Insert[], indent: string, { layout }: Task): readonly string[] {
  return values.map(({ arn }) => `${indent}${layout.listIndent}- ${textOf(arn, layout.textQuote)}`)
}

/** Keeps every entry in its order, puts stand-ins in the place of inert ones, and appends what is missing. */
function complete(operation: CompleteList, task: Task): Patch | Refusal {
  const { text, statement, layout } = task
  const { at, missing, standIns, appended } = operation
  const found = nodeAt(statement, at)
  if (found === null || missing.length === 0) return { edits: [] }
  const list = found.kind === 'array' ? (found.aliasOf ?? found) : found
  if (list.kind !== 'array') return single(operation, list, task)
  const isFlow = list.style === 'flow'
  const quote = quoteBeside(text, list.items)
  const own = isFlow ? (quote ?? (layout.textQuote || anyQuote(text, statement))) : (quote ?? layout.textQuote)
  const written = ({ arn }: Insert) => textOf(arn, own)
  const dash = ' '.repeat(columnOf(text, list.start))
  const joint = isFlow ? ', ' : `${layout.eol}${dash}- `
  const edits = [...standIns].flatMap(([i, own]) => {
    const entry = list.items[i]
    return entry === undefined ? [] : [replace(entry, own.map(written).join(joint))]
  })
  if (appended.length === 0) return { edits }
  return { edits: [...edits, ...appendTo(list, appended.map(written), joint, task)] }
}

function appendTo(list: Node, items: readonly string[], joint: string, { text, layout }: Task): readonly TextEdit[] {
  const last = list.items.at(-1)
  if (last === undefined) return [{ offset: list.start + 1, length: 0, text: items.join(', ') }]
  const added = items.map((item) => joint + item).join('')
  if (list.style !== 'flow') return [{ offset: lineEnd(text, last.end), length: 0, text: added }]
  const before = text.slice(text.lastIndexOf('\n', last.start) + 1, last.start)
  const isOnOwnLine = before.trim() === ''
  const lines = isOnOwnLine ? items.map((item) => `,${layout.eol}${before}${item}`).join('') : added
  return [{ offset: last.end, length: 0, text: lines }]
}

/** A single text becomes a list with more. */
function single({ at, standIns, appended }: CompleteList, value: Node, task: Task): Patch | Refusal {
  const { text, statement, layout } = task
  const map = nodeAt(statement, at.slice(0, -1))
  const member = memberOf(map, String(at.at(-1)))
  const isCall = isTextCall(value)
  if (map === null || member === null || (value.kind === 'object' && !isCall))
    return { reason: 'the list is an expression' }
  const old = text.slice(value.start, value.end)
  const own = standIns.get(0)
  const kept = own === undefined ? [old] : own.map(({ arn }) => textOf(arn, layout.textQuote))
  const definition = map.aliasOf ?? map
  if (definition.style === 'flow') {
    const quote = quoteBeside(text, [value]) ?? anyQuote(text, statement)
    const inline = own === undefined ? [old] : own.map(({ arn }) => textOf(arn, quote))
    const items = [...inline, ...appended.map(({ arn }) => textOf(arn, quote))]
    return { edits: [replace(value, `[${items.join(', ')}]`)] }
  }
  const quote = isCall ? layout.textQuote : quoteAt(text, value)
  const indent = `${' '.repeat(columnOf(text, member.key.start))}${layout.listIndent}- `
  const depth = columnOf(text, isBelow(text, member, value) ? value.start : member.key.start)
  if (own === undefined) kept[0] = shifted(old, indent.length - depth)
  const lines = [...kept, ...appended.map(({ arn }) => textOf(arn, quote))].map((item) => indent + item)
  return { edits: below(member, value, lines, task) }
}

/** Whether a value begins on a line below its name: its other lines are as deep as it is, else deeper than the name. */
function isBelow(text: string, { key }: Member, { start }: Span): boolean {
  return text.slice(key.end, start).includes('\n')
}

/** A text whose lines but the first move to the right, or to the left as far as they can. */
function shifted(written: string, columns: number): string {
  const [first = '', ...others] = written.split('\n')
  const moved = others.map((line) => {
    if (line.trim() === '') return line
    const space = line.length - line.trimStart().length
    return columns >= 0 ? ' '.repeat(columns) + line : line.slice(Math.min(space, -columns))
  })
  return [first, ...moved].join('\n')
}

/** A member below the others of its map. */
function add({ at, names, values, asList }: AddMember, task: Task): Patch | Refusal {
  const { text, statement, layout } = task
  const found = nodeAt(statement, at)
  const map = found?.aliasOf ?? found
  if (map === null || map === undefined || map.kind !== 'object') return { reason: 'the element is not written out' }
  if (map.style === 'flow') return addInFlow({ kind: 'add', at, names, values, asList }, map, task)
  const last = map.members.findLast((one) => one.start >= map.start && one.end <= map.end)
  if (last === undefined) return { reason: 'the element is not written out' }
  let indent = ' '.repeat(columnOf(text, last.key.start))
  const lines: string[] = []
  for (const [i, name] of names.entries()) {
    const [only] = values
    const isBare = i === names.length - 1 && !asList && values.length === 1 && only !== undefined
    lines.push(`${indent}${nameText(name, layout)}:${isBare ? ` ${textOf(only.arn, layout.textQuote)}` : ''}`)
    if (i === names.length - 1 && !isBare) lines.push(...itemLines(values, indent, task))
    indent += layout.unit
  }
  const added = lines.map((line) => layout.eol + line).join('')
  return { edits: [{ offset: lineEnd(text, last.end), length: 0, text: added }] }
}

function addInFlow({ names, values, asList }: AddMember, map: Node, { text, statement, layout }: Task): Patch {
  const quote = layout.textQuote || anyQuote(text, statement)
  const texts = values.map(({ arn }) => textOf(arn, quote))
  let value = asList || texts.length !== 1 ? `[${texts.join(', ')}]` : (texts[0] ?? '')
  const last = map.members.at(-1)
  const pad = text[map.start + 1] === ' ' ? ' ' : ''
  const named = membersIn(map).find(({ name }) => /^\w+:[^:]/.test(name))
  const keyQuote = named === undefined ? quote : quoteAt(text, named.key)
  for (const [i, name] of [...names].reverse().entries()) {
    const key = name.includes(':') ? keyQuote + name + keyQuote : nameText(name, layout)
    value = i < names.length - 1 ? `{${pad}${key}: ${value}${pad}}` : `${key}: ${value}`
  }
  if (last === undefined) return { edits: [{ offset: map.start + 1, length: 0, text: value }] }
  return { edits: [{ offset: last.end, length: 0, text: `, ${value}` }] }
}

/** A list in brackets, one item a line, deeper than the line that it begins in. */
function flowList(values: readonly Insert[], column: number, { text, statement, layout }: Task): string {
  const quote = layout.textQuote || anyQuote(text, statement)
  const outer = ' '.repeat(column) + layout.unit
  const lines = values.map(({ arn }) => `${layout.eol}${outer}${layout.unit}${textOf(arn, quote)}`)
  return `[${lines.join(',')}${layout.eol}${outer}]`
}

/** The offset of the first character on the line of a node. */
function lineStartKey(text: string, { start }: Span): number {
  let at = text.lastIndexOf('\n', start - 1) + 1
  while (text[at] === ' ' || text[at] === '-') at++
  return at
}

/** Whether a comment stands between the items of a list. */
function holdsComment(text: string, { start, end }: Span, items: readonly Span[]): boolean {
  let at = start
  for (const item of items) {
    if (text.slice(at, item.start).includes('#')) return true
    at = item.end
  }
  return text.slice(at, end).includes('#')
}

function nameText(name: string, { nameQuote, keyQuote }: YamlLayout): string {
  const quote = name.includes(':') ? keyQuote : nameQuote
  return quote + name + quote
}

/** No character of an ARN is special within quotes, and none outside of them but in brackets. */
function textOf(arn: string, quote: string): string {
  if (quote === '' && !/^[\w/+=.@:-]+$/.test(arn)) return JSON.stringify(arn)
  return quote + arn + quote
}
