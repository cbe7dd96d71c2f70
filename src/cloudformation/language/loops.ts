import { Budget } from '../../iam/choices.js'
import { isPlain, type Text } from '../../iam/text/text.js'
import type { Route } from '../../tree/node.js'
import { isObject, type JsonObject } from '../../tree/value.js'
import { intrinsic } from './calls.js'
import { copyOf, MAX_DEPTH } from './copy.js'
import { mapped } from './mappings.js'

/** A resource, with the route at which it is written; several that a loop makes share one. */
export interface Declared {
  readonly id: string
  readonly resource: unknown
  readonly at: Route
}

/** What the list of a loop may refer to. */
export interface LoopScope {
  readonly parameter: (name: string) => Text | null
  /** The texts of a parameter that is a list; null where they are not known. */
  readonly list: (name: string) => readonly string[] | null
  readonly mappings: unknown
}

const LOOP = 'Fn::ForEach::'
/** A template has at most 500 resources (CloudFormation User Guide, "Understand CloudFormation quotas"). */
const MAX_DECLARED = 500
const MAX_NESTED = 8
/** Rounds of all loops of one object together: nested ones that make nothing are not cut by what they make. */
const MAX_ITEMS = 50_000

/** The resources of a template. */
export interface Declarations {
  readonly list: readonly Declared[]
  /** Loops make more of them than are looked at. */
  readonly isCut: boolean
}

/** The resources of a template, those that loops of the language extensions make included. */
export function declaredIn(resources: JsonObject, at: Route, scope: LoopScope): Declarations {
  const found: Declared[] = []
  const budget = new Budget(MAX_ITEMS)
  let isCut = false
  const visit = (members: JsonObject, route: Route, around: readonly Item[]): void => {
    for (const [id, written] of Object.entries(members)) {
      if (around.length > 0 && found.length >= MAX_DECLARED) {
        isCut = true
        return
      }
      const loop = id.startsWith(LOOP) && around.length < MAX_NESTED ? loopOf(written, scope, around) : null
      for (const item of loop?.items ?? []) {
        if (budget.take(1)) visit(loop?.body ?? {}, [...route, id, 2], [...around, item])
        else isCut = true
      }
      if (loop === null) found.push({ ...filledIn(id, written, around), at: [...route, id] })
    }
  }
  visit(resources, at, [])
  return { list: found, isCut }
}

function filledIn(id: string, resource: unknown, around: readonly Item[]): Omit<Declared, 'at'> {
  return {
    id: around.reduce(filledName, id),
    resource: filledAll(resource, around),
  }
}

/** The members of an object, those that loops make in their place. */
export function expandedMembers(object: object, scope: LoopScope): readonly (readonly [string, unknown])[] {
  const budget = new Budget(MAX_ITEMS)
  const expanded = (one: object, depth: number): readonly (readonly [string, unknown])[] => {
    const entries = Object.entries(one)
    if (depth >= MAX_NESTED || !entries.some(([name]) => name.startsWith(LOOP))) return entries
    const made: (readonly [string, unknown])[] = []
    for (const [name, value] of entries) {
      const loop = name.startsWith(LOOP) ? loopOf(value, scope, []) : null
      if (loop === null) made.push([name, value])
      for (const item of loop?.items ?? []) {
        if (made.length >= MAX_DECLARED || !budget.take(1)) break
        made.push(...expanded(filledValue(loop?.body ?? {}, item) as object, depth + 1))
      }
    }
    return made.slice(0, MAX_DECLARED)
  }
  return expanded(object, 0)
}

/** A loop: what it makes something of, and its items. */
interface Loop {
  readonly body: JsonObject
  readonly items: readonly Item[]
}

/**
 * `[name, list, body]`; null where it is no loop. A list that is not known counts as one of one unknown item, as does
 * each item of it that is not.
 *
 * @param around the items of the loops around it
 */
function loopOf(loop: unknown, scope: LoopScope, around: readonly Item[]): Loop | null {
  if (!Array.isArray(loop)) return null
  const [name, list, body] = loop
  if (typeof name !== 'string' || !isObject(body)) return null
  const items = itemsOf(filledAll(list, around), scope) ?? [null]
  return { body, items: items.slice(0, MAX_DECLARED + 1).map((item) => ({ name, item })) }
}

/** The items of a list; null for each that is not known, and for a list that is not. */
function itemsOf(list: unknown, scope: LoopScope): readonly (string | null)[] | null {
  if (Array.isArray(list)) return list.map((item) => itemOf(item, scope))
  const call = intrinsic(list)
  const found = call?.name === 'Ref' ? scope.list(String(call.argument)) : mapped(list, scope)
  return Array.isArray(found) ? found.map(String) : null
}

function itemOf(item: unknown, scope: LoopScope): string | null {
  if (typeof item === 'string' || typeof item === 'number') return String(item)
  const call = intrinsic(item)
  const value = call?.name === 'Ref' ? scope.parameter(String(call.argument)) : null
  return value !== null && isPlain(value) ? value : null
}

/** The name that a loop gives its items, and one of them; null for one that is not known. */
interface Item {
  readonly name: string
  readonly item: string | null
}

/** A name with the item in it; an item that is not known is called after the loop. */
function filledName(text: string, { name, item }: Item): string {
  const known = item ?? name
  // `&{Name}` leaves out what a logical id cannot have.
  return text.replaceAll(`\${${name}}`, known).replaceAll(`&{${name}}`, known.replace(/[^A-Za-z0-9]/g, ''))
}

function filledAll(value: unknown, around: readonly Item[]): unknown {
  return around.reduce<unknown>((filled, item) => filledValue(filled, item), value)
}

function filledValue(value: unknown, item: Item, depth = 0): unknown {
  if (typeof value === 'string') return filledText(value, item)
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return value
  if (Array.isArray(value)) return value.map((one) => filledValue(one, item, depth + 1))
  const call = intrinsic(value)
  if (call?.name === 'Ref' && call.argument === item.name) return item.item ?? value
  // What a function takes as names stays names: of resources, of attributes, of mappings.
  const isNames = item.item === null && (call?.name === 'Ref' || call?.name === 'Fn::GetAtt')
  if (isNames) return { [call.name]: namesIn(call.argument, item) }
  if (call?.name === 'Fn::Sub') return { [call.name]: subOf(call.argument, item, depth + 1) }
  return copyOf(
    value,
    Object.entries(value).map(([key, inner]) => [filledName(key, item), filledValue(inner, item, depth + 1)]),
  )
}

function namesIn(argument: unknown, item: Item): unknown {
  if (Array.isArray(argument)) return argument.map((one) => namesIn(one, item))
  return typeof argument === 'string' ? filledName(argument, item) : argument
}

function subOf(argument: unknown, item: Item, depth: number): unknown {
  if (!Array.isArray(argument)) return typeof argument === 'string' ? filledTemplate(argument, item) : argument
  const [template, ...variables] = argument
  return [
    typeof template === 'string' ? filledTemplate(template, item) : template,
    ...variables.map((one) => filledValue(one, item, depth)),
  ]
}

/** A text with the item in it; with one that is not known it is what `Fn::Sub` makes of it. */
function filledText(text: string, item: Item): unknown {
  const isOpen = [`\${${item.name}}`, `&{${item.name}}`].some((mark) => text.includes(mark))
  return item.item === null && isOpen ? { 'Fn::Sub': escapedBut(text, item.name) } : filledName(text, item)
}

/** In a template of `Fn::Sub`, every `${…}` stands for itself but those of the loop. */
function escapedBut(text: string, name: string): string {
  return text.replaceAll(`&{${name}}`, `\${${name}}`).replaceAll('${', '${!').replaceAll(`\${!${name}}`, `\${${name}}`)
}

/** A template of `Fn::Sub`: an item that is not known stays a variable, but for where it is part of a name. */
function filledTemplate(template: string, item: Item): string {
  if (item.item !== null) return filledName(template, item)
  const own = `\${${item.name}}`
  let text = ''
  let depth = 0
  for (let at = 0; at < template.length; at++) {
    if (template.startsWith(own, at) || template.startsWith(`&{${item.name}}`, at)) {
      text += depth > 0 ? item.name : own
      at += own.length - 1
      continue
    }
    if (template.startsWith('${', at)) depth++
    else if (template[at] === '}' && depth > 0) depth--
    text += template[at]
  }
  return text
}
