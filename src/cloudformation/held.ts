import type { ObjectPlace } from '../documents/form.js'
import type { Linked, LinkedFile, LinkedHeld, OpenFile, UsedFile } from '../documents/linked.js'
import type { Origin, Policy, Within } from '../documents/policy.js'
import type { Route } from '../tree/node.js'
import { isObject, type JsonObject, member } from '../tree/value.js'
import { type Files, Included } from './includes.js'
import { copyOf } from './language/copy.js'
import { hasDefaults } from './language/scope.js'
import type { DocumentPlace } from './place.js'
import { type Reference, referencesIn } from './references.js'
import { isServerless, mentionedFiles, SERVERLESS, serverlessIncluding, serverlessResources } from './serverless.js'
import { CLOUDFORMATION, isTemplate, readTemplate, type Template, type TemplateContext } from './template.js'

/** Why what a command printed is not edited. */
export const PRINTED = 'it is the output of a command, not the template itself: change it where it is written'

const NO_FILES: Files = () => null

/** What a template in an object says of buckets, or how it is read once its files are at hand; null for no template. */
export type Held = Template | Linked

export function isLinked(held: Held): held is Linked {
  return 'read' in held
}

/** Reads an object that is a template, holds one as `get-template` prints it, or is a configuration of Serverless. */
export function heldIn(object: JsonObject, place: ObjectPlace): Held | null {
  const source = sourceIn(object, place)
  if (source === null) return null
  const references = source.references()
  if (references.length + source.mentions().length === 0) return readWith(source, NO_FILES)
  const stacks = references.flatMap(({ kind, path }) => (kind === 'stack' ? [path] : []))
  return { stacks, read: (open) => readLinked(object, place, open) }
}

/** A template, and how it is read. */
interface TemplateSource {
  readonly references: () => readonly Reference[]
  /** The references of what one of its files holds. */
  readonly referencesOf: (file: LinkedFile) => readonly Reference[]
  /** The files that parts of it may come from, which are not read for it; of a file that is given those that this one names. */
  readonly mentions: (file?: LinkedFile) => readonly string[]
  readonly contextWith: (files: Files) => TemplateWith | null
}

interface TemplateWith {
  readonly template: JsonObject
  /** What changes resources that a tool makes, as resources; null where there is none. */
  readonly extensions?: JsonObject | null
  readonly context: Omit<TemplateContext, 'defaults'>
}

function sourceIn(object: JsonObject, place: ObjectPlace): TemplateSource | null {
  const { path, base, syntax, at } = place
  const where = { path, base, syntax, at, printed: null }
  const plain = { dialect: CLOUDFORMATION, caller: null }
  const alone = { referencesOf: referencesOfFile, mentions: () => [] }
  if (isTemplate(object)) {
    return {
      ...alone,
      references: () => referencesIn(object, path),
      contextWith: (files) => ({ template: object, context: { ...plain, where, files } }),
    }
  }
  const body = member(object, 'TemplateBody')
  if (isTemplate(body)) {
    const printed = { ...where, at: [...at, 'TemplateBody'], printed: PRINTED }
    return {
      ...alone,
      references: () => [],
      contextWith: (files) => ({ template: body, context: { ...plain, where: printed, files } }),
    }
  }
  return isServerless(object) ? serverlessIn(object, place) : null
}

function referencesOfFile({ value, path }: LinkedFile): readonly Reference[] {
  return referencesIn(value, path)
}

function serverlessIn(config: JsonObject, { path, base, syntax, at }: ObjectPlace): TemplateSource {
  const including = serverlessIncluding(config, path)
  return {
    references: () => referencesIn(member(config, 'resources'), path, including.fileIn),
    // Its variables read files from the folder of the configuration, wherever they stand.
    referencesOf: (file) => [...referencesOfFile(file), ...referencesIn(file.value, path, including.fileIn)],
    mentions: (file) => mentionedFiles(file === undefined ? member(config, 'resources') : file.value, config, path),
    contextWith: (files) => {
      const included = new Included(files, including)
      const found = serverlessResources(config, { path, base, syntax, at }, included)
      if (found === null) return null
      const where = { path, base, syntax, at: [...at, 'resources'], printed: null }
      return { ...found, context: { where, dialect: SERVERLESS, files, included, caller: null } }
    },
  }
}

const NOTHING: Template = { policies: [], settings: [], unread: [] }

/** @param only the place of policies, where no others are asked for */
function readWith(source: TemplateSource, files: Files, only: DocumentPlace | null = null): Template {
  const found = source.contextWith(files)
  if (found === null) return NOTHING
  const read = (defaults: boolean) => {
    // What was put into a template is noted while it is read.
    const again = defaults ? source.contextWith(files) : found
    return again === null ? NOTHING : readWhole(again, { ...again.context, defaults, only })
  }
  const held = read(false)
  if (!hasDefaults(found.template)) return held
  let assumed: Template | null = null
  const withDefaults = (policy: Policy) => () => {
    assumed ??= read(true)
    return sameAs(policy.origin, assumed.policies)
  }
  return { ...held, policies: held.policies.map((one) => ({ ...one, withDefaults: withDefaults(one) })) }
}

function readWhole({ template, extensions = null }: TemplateWith, context: TemplateContext): Template {
  const own = readTemplate(template, context)
  if (extensions === null) return own
  const { policies, settings, unread } = readTemplate({ Resources: extensions }, context)
  return {
    policies: [...own.policies, ...policies],
    settings: [...own.settings, ...settings],
    unread: [...own.unread, ...unread],
  }
}

function sameAs({ path, base, at, address }: Origin, policies: readonly Policy[]): Policy | null {
  const route = at.join('/')
  return (
    policies.find(
      ({ origin }) =>
        origin.path === path && origin.base === base && origin.address === address && origin.at.join('/') === route,
    ) ?? null
  )
}

/** How many files one template may refer to, through others too. */
const MAX_FILES = 500

async function readLinked(object: JsonObject, place: ObjectPlace, open: OpenFile): Promise<LinkedHeld> {
  const source = sourceIn(object, place)
  const files = new Map<string, LinkedFile | null>()
  const mentions = new Set(source?.mentions() ?? [])
  const todo = [...(source?.references() ?? []).map(({ path }) => path), ...mentions]
  for (let next = todo.pop(); next !== undefined && files.size < MAX_FILES; next = todo.pop()) {
    if (files.has(next)) continue
    const file = next.includes('*') ? null : await open(next)
    files.set(next, file)
    if (file === null) continue
    todo.push(...(source?.referencesOf(file) ?? []).map(({ path }) => path))
    for (const path of source?.mentions(file) ?? []) {
      mentions.add(path)
      todo.push(path)
    }
  }
  return { ...heldWith({ object, place, files }), mentions: [...mentions] }
}

/** A template with the files that it refers to. */
interface Linking {
  readonly object: JsonObject
  readonly place: ObjectPlace
  readonly files: ReadonlyMap<string, LinkedFile | null>
}

function heldWith(linking: Linking): Omit<LinkedHeld, 'mentions'> {
  const { held, used } = readLinking(linking)
  const through = [linking.place.path, ...used.keys()]
  const again = new Rereading(linking)
  const policies = held.policies.map((policy) => ({
    ...policy,
    through: through.filter((path) => path !== policy.origin.path),
    ...(isByItself(policy, linking) ? {} : { within: again.within(policy) }),
  }))
  return { policies, settings: held.settings, unread: held.unread, files: [...used.values()] }
}

/** Whether a policy that can be read again alone has nothing of other files in it. */
function isByItself({ reread, origin }: Policy, { object, place }: Linking): boolean {
  const written = valueAt(object, origin.at.slice(place.at.length))
  return reread !== undefined && referencesIn(written, origin.path).length === 0
}

function readLinking({ object, place, files }: Linking, only: DocumentPlace | null = null) {
  const used = new Map<string, UsedFile>()
  const source = sourceIn(object, place)
  const open: Files = (path, names) => {
    const file = files.get(path) ?? null
    if (file === null) return null
    const { taken = [], nested = false } = used.get(path) ?? {}
    const part = names ?? []
    // Thousands of stacks may be of one file.
    const isKnown = taken.some((one) => one.join('\n') === part.join('\n'))
    const isStack = names === undefined && isTemplate(file.value)
    used.set(path, { ...file, taken: isKnown ? taken : [...taken, part], nested: nested || isStack })
    return file
  }
  return { held: source === null ? NOTHING : readWith(source, open, only), used }
}

/**
 * Reads policies of a template and its files again, as edits leave them. Hundreds of stacks and turns of a loop may have
 * theirs from one place, and an edit of it is read once for all of them; those of other places are not read with it.
 */
class Rereading {
  readonly #linking: Linking
  readonly #read = new WeakMap<object, readonly Policy[]>()

  constructor(linking: Linking) {
    this.#linking = linking
  }

  within({ origin }: Policy): Within {
    const document = (root: unknown) => this.#policy(origin, root, () => this.#with(origin, [], root))
    if (origin.wrapped || origin.embedded === true) return { document }
    return { document, alone: (raw) => this.#policy(origin, raw, () => this.#with(origin, origin.at, raw)) }
  }

  #policy(origin: Origin, edited: unknown, changed: () => Linking | null): Policy | null {
    if (typeof edited !== 'object' || edited === null) return null
    let read = this.#read.get(edited)
    if (read === undefined) {
      const linking = changed()
      read = linking === null ? [] : readLinking(linking, origin).held.policies
      this.#read.set(edited, read)
    }
    return sameAs(origin, read)
  }

  /** The same with a value at a route of the document in which a policy is written. */
  #with({ path, base }: Origin, at: Route, value: unknown): Linking | null {
    const { object, place, files } = this.#linking
    if (path !== place.path || base !== place.base) {
      const file = files.get(path)
      if (file == null) return null
      return { object, place, files: new Map([...files, [path, { ...file, value: replaced(file.value, at, value) }]]) }
    }
    const changed = at.length === 0 ? valueAt(value, place.at) : replaced(object, at.slice(place.at.length), value)
    return isObject(changed) ? { object: changed, place, files } : null
  }
}

function valueAt(root: unknown, at: Route): unknown {
  return at.reduce<unknown>(stepInto, root)
}

function stepInto(value: unknown, step: string | number): unknown {
  return Array.isArray(value) ? value[Number(step)] : member(value, String(step))
}

/** A value with another one at a route in it; what is not on the way stays the same. */
function replaced(value: unknown, [step, ...below]: Route, other: unknown): unknown {
  if (step === undefined) return other
  if (typeof value !== 'object' || value === null) return value
  const inner = replaced(stepInto(value, step), below, other)
  if (Array.isArray(value)) return value.map((one, i) => (i === Number(step) ? inner : one))
  return copyOf(
    value,
    Object.entries(value).map(([name, one]) => [name, name === String(step) ? inner : one] as const),
  )
}
