import type { ObjectPlace } from '../documents/form.js'
import type { Linked, LinkedFile, LinkedHeld, OpenFile } from '../documents/linked.js'
import type { Origin, Policy } from '../documents/policy.js'
import { isObject, type JsonObject, member } from '../tree/value.js'
import { type Files, Included } from './includes.js'
import { hasDefaults } from './language/scope.js'
import { type Reference, referencesIn } from './references.js'
import { isServerless, SERVERLESS, serverlessIncluding, serverlessTemplate } from './serverless.js'
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
  if (references.length === 0) return readWith(source, NO_FILES)
  const stacks = references.flatMap(({ kind, path }) => (kind === 'stack' ? [path] : []))
  return { stacks, read: (open) => readLinked(object, place, open) }
}

/** A template, and how it is read. */
interface TemplateSource {
  readonly references: () => readonly Reference[]
  readonly contextWith: (
    files: Files,
  ) => { readonly template: JsonObject; readonly context: Omit<TemplateContext, 'defaults'> } | null
}

function sourceIn(object: JsonObject, place: ObjectPlace): TemplateSource | null {
  const { path, base, syntax, at } = place
  const where = { path, base, syntax, at, printed: null }
  const plain = { dialect: CLOUDFORMATION, caller: null }
  if (isTemplate(object)) {
    return {
      references: () => referencesIn(object, path),
      contextWith: (files) => ({ template: object, context: { ...plain, where, files } }),
    }
  }
  const body = member(object, 'TemplateBody')
  if (isTemplate(body)) {
    const printed = { ...where, at: [...at, 'TemplateBody'], printed: PRINTED }
    return {
      references: () => [],
      contextWith: (files) => ({ template: body, context: { ...plain, where: printed, files } }),
    }
  }
  return isServerless(object) ? serverlessIn(object, place) : null
}

function serverlessIn(config: JsonObject, { path, base, syntax, at }: ObjectPlace): TemplateSource {
  const including = serverlessIncluding(config, path)
  return {
    references: () => referencesIn(member(config, 'resources'), path, including.fileIn),
    contextWith: (files) => {
      const included = new Included(files, including)
      const template = serverlessTemplate(config, { path, base, syntax, at }, included)
      if (!isTemplate(template)) return null
      const where = { path, base, syntax, at: [...at, 'resources'], printed: null }
      return { template, context: { where, dialect: SERVERLESS, files, included, caller: null } }
    },
  }
}

const NOTHING: Template = { policies: [], settings: [], unread: [] }

function readWith(source: TemplateSource, files: Files): Template {
  const found = source.contextWith(files)
  if (found === null) return NOTHING
  const read = (defaults: boolean) => {
    // What was put into a template is noted while it is read.
    const again = defaults ? source.contextWith(files) : found
    return again === null ? NOTHING : readTemplate(again.template, { ...again.context, defaults })
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
  const todo = [...(source?.references() ?? [])]
  for (let next = todo.pop(); next !== undefined && files.size < MAX_FILES; next = todo.pop()) {
    if (files.has(next.path)) continue
    const file = await open(next.path)
    files.set(next.path, file)
    if (file !== null) todo.push(...referencesIn(file.value, file.path))
  }
  return heldWith(object, place, files)
}

function heldWith(object: JsonObject, place: ObjectPlace, files: ReadonlyMap<string, LinkedFile | null>): LinkedHeld {
  const used = new Map<string, LinkedFile>()
  const source = sourceIn(object, place)
  const held =
    source === null
      ? NOTHING
      : readWith(source, (path) => {
          const file = files.get(path) ?? null
          if (file !== null) used.set(path, file)
          return file
        })
  const through = [place.path, ...used.keys()]
  // Hundreds of stacks may nest one template, and each asks what an edit of it makes of its own policy.
  const readings = new WeakMap<object, LinkedHeld | null>()
  const readAgain = (root: object, origin: Origin) => {
    if (!readings.has(root)) readings.set(root, replaced(root, origin, { object, place, files }))
    return readings.get(root) ?? null
  }
  const policies = held.policies.map((policy) => ({
    ...policy,
    through: through.filter((path) => path !== policy.origin.path),
    within: (root: unknown) => {
      const again = typeof root === 'object' && root !== null ? readAgain(root, policy.origin) : null
      return again === null ? null : sameAs(policy.origin, again.policies)
    },
  }))
  return { policies, settings: held.settings, unread: held.unread, files: [...used.values()] }
}

interface Linking {
  readonly object: JsonObject
  readonly place: ObjectPlace
  readonly files: ReadonlyMap<string, LinkedFile | null>
}

/** The same with another document in the place of that in which a policy is written. */
function replaced(root: unknown, { path, base }: Origin, { object, place, files }: Linking): LinkedHeld | null {
  if (path !== place.path || base !== place.base) {
    const file = files.get(path)
    return file == null ? null : heldWith(object, place, new Map([...files, [path, { ...file, value: root }]]))
  }
  const changed = place.at.reduce<unknown>((value, step) => {
    if (Array.isArray(value)) return value[Number(step)]
    return member(value, String(step))
  }, root)
  return isObject(changed) ? heldWith(changed, place, files) : null
}
