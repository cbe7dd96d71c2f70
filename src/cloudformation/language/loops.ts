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
  /** Set where a loop over what is not known makes it, which may be nothing. */
  readonly unsure?: true
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
/** Turns of all loops of one object together: nested ones that make nothing are not cut by what they make. */
const MAX_TURNS = 50_000

/** Where loops are no longer followed. */
export type LoopBound = 'resources' | 'turns' | 'depth'

/** What a loop makes where it is no longer followed: each resource that is written once, as if no item were known. */
export interface Beyond extends Declared {
  readonly bound: LoopBound
}

/** The resources of a template. */
export interface Declarations {
  readonly list: readonly Declared[]
  readonly beyond: readonly Beyond[]
}

/** The resources of a template, those that loops of the language extensions make included. */
export function declaredIn(resources: JsonObject, at: Route, scope: LoopScope): Declarations {
  const declaring = new Declaring(scope)
  declaring.visit({ members: resources, at, around: [] })
  return declaring
}

/** Resources and loops that stand in one object. */
interface Body {
  readonly members: JsonObject
  readonly at: Route
  /** The items of the loops around them. */
  readonly around: readonly Item[]
}

class Declaring implements Declarations {
  readonly list: Declared[] = []
  readonly beyond: Beyond[] = []
  readonly #scope: LoopScope
  readonly #budget = new Budget(MAX_TURNS)
  readonly #left = new Set<JsonObject>()

  constructor(scope: LoopScope) {
    this.#scope = scope
  }

  visit({ members, at, around }: Body): void {
    for (const [id, written] of Object.entries(members)) {
      const loop = loopOf(id, written, this.#scope, around)
      if (loop !== null) this.#turns(loop, { members: loop.body, at: [...at, id, 2], around })
      else if (around.length > 0 && this.#isFull) this.#leave({ members: { [id]: written }, at, around }, 'resources')
      else this.list.push({ ...filledIn(id, written, around), at: [...at, id] })
    }
  }

  #turns({ name, items }: Loop, body: Body): void {
    for (const item of items) {
      const around = [...body.around, { name, item }]
      const bound = this.#boundAt(around)
      if (bound === null) this.visit({ ...body, around })
      else {
        this.#leave({ ...body, around }, bound)
        return
      }
    }
  }

  get #isFull(): boolean {
    return this.list.length >= MAX_DECLARED
  }

  /** Why one more turn is not followed; null where it is. */
  #boundAt(around: readonly Item[]): LoopBound | null {
    if (around.length > MAX_NESTED) return 'depth'
    if (this.#isFull) return 'resources'
    return this.#budget.take(1) ? null : 'turns'
  }

  /** Notes what a body makes, once for all turns that would: as much work as there is text. */
  #leave({ members, at, around }: Body, bound: LoopBound): void {
    const open = around.map(({ name }) => ({ name, item: null }))
    const todo: Body[] = [{ members, at, around: open.slice(0, MAX_NESTED) }]
    for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
      if (this.#left.has(next.members)) continue
      this.#left.add(next.members)
      for (const [id, written] of Object.entries(next.members)) {
        const loop = loopOf(id, written, this.#scope, next.around)
        if (loop === null) this.beyond.push({ ...filledIn(id, written, next.around), at: [...next.at, id], bound })
        else if (loop.items.length > 0) todo.push(withinLoop(id, loop, next))
      }
    }
  }
}

/** The body of a loop in another body; of loops in one another, no more are told apart than are followed. */
function withinLoop(id: string, { name, body }: Loop, { at, around }: Body): Body {
  const isDeep = around.length >= MAX_NESTED
  if (isDeep) return { members: body, at, around }
  return { members: body, at: [...at, id, 2], around: [...around, { name, item: null }] }
}

function filledIn(id: string, resource: unknown, around: readonly Item[]): Omit<Declared, 'at'> {
  return {
    id: around.reduce(filledName, id),
    resource: filledAll(resource, around),
    ...(around.some(({ item }) => item === null) ? { unsure: true } : {}),
  }
}

/** The members of an object, those that loops make in their place. */
export function expandedMembers(object: object, scope: LoopScope): readonly (readonly [string, unknown])[] {
  const budget = new Budget(MAX_TURNS)
  const expanded = (one: object, depth: number): readonly (readonly [string, unknown])[] => {
    const entries = Object.entries(one)
    if (depth >= MAX_NESTED || !entries.some(([name]) => name.startsWith(LOOP))) return entries
    const made: (readonly [string, unknown])[] = []
    for (const [name, value] of entries) {
      const loop = loopOf(name, value, scope, [])
      if (loop === null) {
        made.push([name, value])
        continue
      }
      for (const item of loop.items) {
        if (made.length >= MAX_DECLARED || !budget.take(1)) break
        made.push(...expanded(filledValue(loop.body, { name: loop.name, item }) as object, depth + 1))
      }
    }
    return made
  }
  return expanded(object, 0)
}

/** A loop: what it makes something of, and its items; null for each that is not known. */
interface Loop {
  readonly name: string
  readonly body: JsonObject
  readonly items: readonly (string | null)[]
}

/**
 * `[name, list, body]` under the name of a loop; null where it is none. A list that is not known counts as one of one
 * unknown item, as does each item of it that is not.
 *
 * @param around the items of the loops around it
 */
function loopOf(id: string, loop: unknown, scope: LoopScope, around: readonly Item[]): Loop | null {
  if (!id.startsWith(LOOP) || !Array.isArray(loop)) return null
  const [name, list, body] = loop
  if (typeof name !== 'string' || !isObject(body)) return null
  return { name, body, items: itemsOf(filledAll(list, around), scope) ?? [null] }
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
