import { holdsPolicy } from '../text/policy-text.js'
import type { Route } from '../tree/node.js'
import { isObject, member } from '../tree/value.js'
import type { OwnershipSetting } from './ownership.js'
import type { Policy, UnreadPolicy } from './policy.js'

/** A file of the checkout that another one refers to, as a value. */
export interface LinkedFile {
  readonly path: string
  readonly text: string
  readonly value: unknown
  /** Where the document starts in the text. */
  readonly base: number
  readonly syntax: 'yaml' | undefined
}

/** A file that was read with another one. */
export interface UsedFile extends LinkedFile {
  /** The names that lead to each part that was taken of it, once; none for all of it. */
  readonly taken: readonly (readonly string[])[]
  /** It was read as a stack, with what its callers give it. */
  readonly nested: boolean
}

/** Yields a file by its path; null where there is none, or none that can be parsed. */
export type OpenFile = (path: string) => Promise<LinkedFile | null>

/** What a source holds that refers to other files of the checkout: it is read once these are at hand. */
export interface Linked {
  /** The files of stacks that it nests: each is judged through its callers only. */
  readonly stacks: readonly string[]
  readonly read: (open: OpenFile) => Promise<LinkedHeld>
}

/** What came of a source together with the files that it refers to. */
export interface LinkedHeld {
  readonly policies: readonly Policy[]
  readonly settings: readonly OwnershipSetting[]
  readonly unread: readonly UnreadPolicy[]
  /** The files that were read with it. */
  readonly files: readonly UsedFile[]
  /** Paths of files that parts of it may come from, which were not read for it; `*` stands for what is not known of one. */
  readonly mentions: readonly string[]
}

/** What a document holds by itself. */
interface OwnHeld {
  readonly policies: readonly Policy[]
  readonly settings: readonly OwnershipSetting[]
  readonly unread?: readonly UnreadPolicy[]
}

/** The names that lead to a part of a file. */
type Part = readonly string[]

/**
 * A file of which others take parts, which are judged for these. What nobody takes of it is judged by itself, and so is a policy
 * of which nobody who takes it tells anything: it went into what is never made, or is none.
 */
export class TakenFile {
  readonly #path: string
  readonly #value: unknown
  /** Thousands of stacks may be of one file. */
  readonly #parts = new Map<string, Part>()
  readonly #told = new ToldPlaces()
  #nested = false

  constructor({ path, value }: LinkedFile) {
    this.#path = path
    this.#value = value
  }

  /** Takes what one that refers to the file takes of it, and what is told of all that this one holds. */
  add({ taken, nested }: UsedFile, { policies, unread }: LinkedHeld): void {
    for (const part of taken.flatMap((names) => this.#sectionsOf(names))) this.#parts.set(part.join('\n'), part)
    this.#nested ||= nested
    for (const { origin } of [...policies, ...unread]) if (origin.path === this.#path) this.#told.add(origin.at)
  }

  /** What the file has besides what others take of it. */
  left<T extends OwnHeld>(document: T): T {
    const { policies, settings, unread = [] } = document
    const isLeft = ({ origin }: { readonly origin: Policy['origin'] }) => this.#isLeft(origin.at)
    const isUntold = ({ origin }: Policy) => !this.#nested && !this.#told.has(origin.at)
    return {
      ...document,
      policies: policies.filter((one) => isLeft(one) || isUntold(one)),
      settings: settings.filter(isLeft),
      unread: unread.filter(isLeft),
    }
  }

  /** Of a template that is taken as a whole the sections are, and nothing beside them. */
  #sectionsOf(names: Part): readonly Part[] {
    const isTemplate = SECTIONS.some((name) => member(this.#value, name) !== undefined)
    return names.length === 0 && isTemplate ? SECTIONS.map((name) => [name]) : [names]
  }

  #isLeft(at: Route): boolean {
    const parts = [...this.#parts.values()]
    if (parts.some((part) => part.every((name, i) => String(at[i]) === name))) return false
    // What is around parts that are taken may be told for what they are.
    const isAround = (part: Part) => at.every((step, i) => String(step) === part[i])
    return !parts.some(isAround) || holdsPolicy(JSON.stringify(without(this.#value, parts)))
  }
}

/** The sections of a template, and those of a serverless.yml with such, that lead to what is deployed. */
const SECTIONS = ['Resources', 'resources', 'extensions']

/** Where policies of a file stand of which its callers tell something. */
class ToldPlaces {
  readonly #places = new Set<string>()
  readonly #around = new Set<string>()

  add(at: Route): void {
    this.#places.add(at.join('\n'))
    for (const around of pathsTo(at)) this.#around.add(around)
  }

  /** Whether something is told at a place, around it or within. */
  has(at: Route): boolean {
    return this.#around.has(at.join('\n')) || pathsTo(at).some((one) => this.#places.has(one))
  }
}

/** A route and all that it begins with. */
function pathsTo(at: Route): readonly string[] {
  return [...at.keys(), at.length].map((length) => at.slice(0, length).join('\n'))
}

/** A value without its parts. */
function without(value: unknown, parts: readonly Part[]): unknown {
  if (!isObject(value)) return parts.length === 0 ? value : null
  const entries = Object.entries(value).flatMap(([name, inner]) => {
    const own = parts.flatMap(([first, ...rest]) => (first === name ? [rest] : []))
    if (own.some((rest) => rest.length === 0)) return []
    return [[name, own.length === 0 ? inner : without(inner, own)] as const]
  })
  return Object.fromEntries(entries)
}
