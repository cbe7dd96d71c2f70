import type { Node } from 'jsonc-parser'
import { UserError } from '../model/errors.js'
import { cut } from '../text/cut.js'
import { LineIndex } from '../text/lines.js'
import { allowed } from './closest.js'

/** A field of the configuration that is being read: its node, and how a person would call it (`ignore[2].expires`). */
export interface Field {
  readonly node: Node
  readonly name: string
}

/**
 * Reads values out of a parsed configuration and keeps a list of everything that is wrong with it. Every reading
 * function returns undefined where the value is not what it must be, after the problem has been noted.
 */
export class NodeReader {
  readonly #path: string
  readonly #index: LineIndex
  readonly #problems: { readonly offset: number; readonly message: string }[] = []

  constructor(path: string, text: string) {
    this.#path = path
    this.#index = new LineIndex(text)
  }

  problem(node: { readonly offset: number }, message: string): undefined {
    this.#problems.push({ offset: node.offset, message })
    return undefined
  }

  /** Throws when there was a problem: the first one with its place, the others with line and column. */
  finish(): void {
    const [first, ...rest] = this.#problems.sort((a, b) => a.offset - b.offset)
    if (first === undefined) return
    const others = rest.map(({ offset, message }) => {
      const { line, column } = this.#index.positionAt(offset)
      return `\n- line ${line}, column ${column}: ${message}`
    })
    const { line, column } = this.#index.positionAt(first.offset)
    throw new UserError(first.message + others.join(''), { path: this.#path, line, column })
  }

  /** Start and end of a node as a location in the configuration file. */
  locate(node: Node) {
    const start = this.#index.positionAt(node.offset)
    const end = this.#index.positionAt(node.offset + node.length)
    return {
      path: this.#path,
      startLine: start.line,
      startColumn: start.column,
      endLine: end.line,
      endColumn: end.column,
    }
  }

  /** The members of an object by key. `keys` null allows any key; `hint` may know better what an unknown key is. */
  members(
    { node, name }: Field,
    keys: readonly string[] | null,
    hint: (key: string) => string | null = () => null,
  ): Map<string, Field> {
    const members = new Map<string, Field>()
    if (node.type !== 'object') {
      this.problem(node, `${name} must be an object`)
      return members
    }
    for (const property of node.children ?? []) {
      const [key, value] = property.children ?? []
      if (key === undefined || value === undefined || typeof key.value !== 'string') continue
      if (keys !== null && !keys.includes(key.value)) {
        this.problem(key, `unknown key ${quote(key.value)} in ${name}; ${hint(key.value) ?? allowed(key.value, keys)}`)
      } else if (members.has(key.value)) {
        this.problem(key, `${quote(key.value)} is given twice in ${name}`)
      } else {
        members.set(key.value, {
          node: value,
          name: keys === null ? `${name}[${quote(key.value)}]` : fieldName(name, key.value),
        })
      }
    }
    return members
  }

  items({ node, name }: Field, what: string): readonly Field[] | undefined {
    if (node.type !== 'array') return this.problem(node, `${name} must be ${what}`)
    return (node.children ?? []).map((child, index) => ({ node: child, name: `${name}[${index}]` }))
  }

  string({ node, name }: Field): string | undefined {
    if (typeof node.value !== 'string') return this.problem(node, `${name} must be a string`)
    if (node.value.trim() === '') return this.problem(node, `${name} must not be empty`)
    if (isPlaceholder(node.value)) return this.problem(node, placeholderProblem(name, node.value))
    return node.value
  }

  strings(field: Field): readonly string[] | undefined {
    const items = this.items(field, 'a list of strings')
    return items?.map((item) => this.string(item)).filter((value) => value !== undefined)
  }

  oneOf<T extends string>(field: Field, values: readonly T[]): T | undefined {
    const { node, name } = field
    const found = values.find((value) => value === node.value)
    if (found !== undefined) return found
    if (typeof node.value !== 'string')
      return this.problem(node, `${name} must be one of ${values.map(quote).join(', ')}`)
    return this.problem(node, `${quote(node.value)} is not known in ${name}; ${allowed(node.value, values)}`)
  }
}

/** What snippets leave for a person to fill in. Standard input is called `<stdin>` in reports. */
export function isPlaceholder(text: string): boolean {
  return /^(?:<(?!stdin>)[^<>]*>|…|\.{3})$/.test(text.trim())
}

export function placeholderProblem(name: string, text: string): string {
  return `${name} still has the placeholder ${quote(text)}; write the real value`
}

/** A value of the file in a message, on one line and not longer than a reader needs to recognise it. */
export function quote(text: string): string {
  return JSON.stringify(cut(text, 80))
}

function fieldName(parent: string, key: string): string {
  return parent === ROOT ? key : `${parent}.${key}`
}

export const ROOT = 'the configuration'
