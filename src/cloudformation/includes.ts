import type { LinkedFile } from '../documents/linked.js'
import type { Route } from '../tree/node.js'
import { isObject, type JsonObject, member, memberAt } from '../tree/value.js'
import { TRANSFORM } from './language/calls.js'
import { MAX_DEPTH, sameList, sameObject } from './language/copy.js'
import { includeLocation, localPath } from './references.js'

/** The files that a template refers to, by their paths, and the names that lead to what it takes of one; without names as stacks. */
export type Files = (path: string, names?: readonly string[]) => LinkedFile | null

/** Where an object stands that comes from another file than the template. */
export interface FilePlace extends Pick<LinkedFile, 'path' | 'base' | 'syntax'> {
  readonly at: Route
  /** Why it cannot be edited there, though it is written out: others have a part in it. */
  readonly made?: string
}

/** A text that stands for what is in a file. */
export interface FileText {
  readonly path: string
  /** The names that lead to the value in the file. */
  readonly names: readonly string[]
}

/** How a kind of templates includes files, beside what CloudFormation does. */
export interface Including {
  /** The file that a text stands for; null for a text that is one. */
  readonly fileIn: (text: string) => FileText | null
  /** What becomes of the value of a file before it is put in its place. */
  readonly prepared: (value: unknown) => unknown
}

const PLAIN: Including = { fileIn: () => null, prepared: (value) => value }

/** Includes of one template; what is included may include. */
const MAX_INCLUDES = 500
/** From the top of a template to a policy document. */
const MAX_PLACED = 4

/** A template with what it includes in its place, and where that is written. */
export class Included {
  readonly #files: Files
  readonly #including: Including
  readonly #places = new Map<unknown, FilePlace>()
  #left = MAX_INCLUDES

  constructor(files: Files, including = PLAIN) {
    this.#files = files
    this.#including = including
  }

  /** The place of an object in the file that it was included from; null for one of the template itself. */
  placeOf(object: unknown): FilePlace | null {
    return this.#places.get(object) ?? null
  }

  /**
   * A template with what its own transforms and functions include.
   *
   * @param path of the template
   */
  template(template: JsonObject, path: string): JsonObject {
    const own = this.value(template, path)
    const whole = isObject(own) ? own : template
    const included = [member(template, 'Transform')].flat().flatMap((transform) => {
      const location = includeLocation(transform)
      const found = location === null ? null : this.#fileAt(path, location, 0)
      return found === null ? [] : [found]
    })
    return included.length === 0 ? whole : merged([whole, ...included])
  }

  /** A value with what it includes. */
  value(value: unknown, path: string): unknown {
    return this.#expand(value, path, 0)
  }

  #expand(value: unknown, path: string, depth: number): unknown {
    if (typeof value === 'string') return this.#standingFor(value, depth)
    if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return value
    const inner = (one: unknown) => this.#expand(one, path, depth + 1)
    if (Array.isArray(value)) return sameList(value, value.map(inner))
    const location = includeLocation(member(value, TRANSFORM))
    const found = location === null ? null : this.#fileAt(path, location, depth)
    const entries = Object.entries(value).filter(([name]) => found === null || name !== TRANSFORM)
    if (found !== null && entries.length === 0) return found
    const own = sameObject(
      value,
      entries.map(([name, one]) => [name, inner(one)] as const),
    )
    return found === null ? own : { ...own, ...found }
  }

  /** What a file holds, with its own includes. */
  #fileAt(from: string, location: string, depth: number): JsonObject | null {
    const path = localPath(from, location)
    const value = path === null ? null : this.#inFile({ path, names: [] }, depth)
    return isObject(value) ? value : null
  }

  #standingFor(text: string, depth: number): unknown {
    const found = this.#including.fileIn(text)
    return found === null ? text : (this.#inFile(found, depth) ?? text)
  }

  #inFile({ path, names }: FileText, depth: number): unknown {
    const file = this.#files(path, names)
    if (file === null || this.#left-- <= 0) return null
    const written = memberAt(this.#including.prepared(file.value), ...names)
    const value = this.#expand(written, file.path, depth + 1)
    const place = { path: file.path, base: file.base, syntax: file.syntax, at: names }
    if (!Array.isArray(value)) this.place(value, place)
    else for (const [i, item] of value.entries()) this.place(item, { ...place, at: [...names, i] })
    return value
  }

  /** Notes where a value and what is in it is written; what is known already stays. */
  place(value: unknown, place: FilePlace, depth = 0): void {
    if (!isObject(value) || this.#places.has(value)) return
    this.#places.set(value, place)
    if (depth >= MAX_PLACED) return
    for (const [name, inner] of Object.entries(value)) {
      this.place(inner, { ...place, at: [...place.at, name] }, depth + 1)
    }
  }

  /** Notes where the last part is written of an object that several make. */
  placeMade(object: JsonObject, place: FilePlace): void {
    this.#places.set(object, place)
  }
}

/** Sections of all, the later ones over those before; what is in one of them stays. */
export function merged(templates: readonly JsonObject[]): JsonObject {
  const sections = new Map<string, unknown>()
  const copied = new Map<string, Map<string, unknown>>()
  for (const template of templates) {
    for (const [name, section] of Object.entries(template)) {
      const own = sections.get(name)
      if (isObject(own) && isObject(section)) {
        const members = copied.get(name) ?? new Map(Object.entries(own))
        for (const [key, value] of Object.entries(section)) members.set(key, value)
        copied.set(name, members)
      } else {
        sections.set(name, section)
        copied.delete(name)
      }
    }
  }
  for (const [name, members] of copied) sections.set(name, Object.fromEntries(members))
  return Object.fromEntries(sections)
}
