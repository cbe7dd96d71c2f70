import { isRelativeSource } from '../../../text/paths.js'
import { Secrets } from '../../plan/index.js'
import { type Attribute, type Expr, joinPath, type MergedBlock } from '../syntax/index.js'
import { eachIndex, knownString, plainString, primitive, unknown, unnamed, type Value } from '../values/index.js'
import {
  bind,
  type Context,
  type Env,
  lookupEnv,
  type ModuleInstance,
  qualified,
  type Scope,
  type Unplanned,
} from './context.js'
import { knownFolder } from './known/index.js'
import { isAsked } from './manifest.js'
import { COLLECTION, INSTANCE, instanceName } from './names.js'

export type InstanceKey = string | number | null

/** Where the values of root variables come from: a plan states them, or without one the sources do. */
export interface RootValues {
  readonly variables: Readonly<Record<string, unknown>>
  readonly unplanned?: Unplanned | null
}

/** The root module of a configuration. */
export function rootInstance(
  folder: string,
  { variables, unplanned = null }: RootValues,
  context: Context,
): ModuleInstance {
  const config = context.sources.module(folder)
  return {
    config,
    key: '',
    address: '',
    remote: false,
    root: null,
    call: null,
    variables,
    unplanned,
    memo: new Map(),
    marked: new Set(),
    children: new Map(),
  }
}

/**
 * The instance of a module that a call makes. Null when the sources have no such call or instance, or its directory is
 * not known: a module that was never fetched, or one outside of the working directory.
 */
export function childInstance(
  caller: ModuleInstance,
  name: string,
  key: InstanceKey,
  context: Context,
): ModuleInstance | null {
  const address = `${caller.address === '' ? '' : `${caller.address}.`}module.${name}${keyText(key)}`
  const known = caller.children.get(address)
  if (known !== undefined) return known
  const made = makeChild({ caller, name, key, address }, context)
  caller.children.set(address, made)
  return made
}

interface ChildName {
  readonly caller: ModuleInstance
  readonly name: string
  readonly key: InstanceKey
  readonly address: string
}

function makeChild({ caller, name, key, address }: ChildName, context: Context): ModuleInstance | null {
  const block = caller.config.calls.get(name)
  const path = block === undefined ? null : folderOf(caller, name, block, context)
  if (block === undefined || path === null || isAround(caller, path.folder)) return null
  const env = instanceEnv(block, key, caller, context)
  if (env === undefined) return null
  return {
    config: context.sources.module(path.folder),
    key: caller.key === '' ? name : `${caller.key}.${name}`,
    address,
    remote: path.remote,
    root: caller.root ?? caller,
    call: { caller, block, env },
    variables: {},
    unplanned: caller.unplanned,
    memo: new Map(),
    marked: new Set(),
    children: new Map(),
  }
}

/** Whether a module is that of a folder, or is called by it: Terraform finds no end of such calls. */
function isAround(module: ModuleInstance, folder: string): boolean {
  for (let at: ModuleInstance | null = module; at !== null; at = at.call?.caller ?? null) {
    if (at.config.folder === folder) return true
  }
  return false
}

/** Where the code of a module is. */
interface ModulePath {
  readonly folder: string
  readonly remote: boolean
}

/** Why a call of the sources gives no instance: what is missing, and where it was looked for. */
export function lostModule(caller: ModuleInstance, name: string, context: Context): string {
  const block = caller.config.calls.get(name)
  const attribute = block?.attribute('source') ?? null
  const file = block?.block?.file
  const module = file && context.sources.isMarked(file, name) ? 'the module' : `module "${name}"`
  if (block === undefined || attribute === null) return `${module} has no source`
  const before = context.touches
  const found = folderOf(caller, name, block, context)
  const text = sourceText(caller, attribute, context)
  if (context.touches > before) return `the source of ${module} holds a sensitive value`
  if (found !== null) {
    if (isAround(caller, found.folder)) return `${module} calls the folder ${found.folder} in a circle`
    const isEmpty = context.sources.files(found.folder).length === 0
    return isEmpty
      ? `the folder ${found.folder} of ${module} holds no configuration`
      : `${module} has no such instance in the sources`
  }
  const root = (caller.root ?? caller).config.folder
  const fetched = `${root === '' ? '' : `${root}/`}.terraform/modules`
  if (text === null) return `the source of ${module} is not a literal`
  if (isRelativeSource(text)) return `${module} has the source "${text}", which leads out of the files that may be read`
  return `${module} comes from "${text}" and is not in ${fetched}, where "terraform init" puts it`
}

/** Relative sources are joined from the caller's directory, as Terraform does; others are in the manifest of `init`. */
function folderOf(caller: ModuleInstance, name: string, block: MergedBlock, context: Context): ModulePath | null {
  const attribute = block.attribute('source')
  if (attribute === null) return null
  const text = sourceText(caller, attribute, context)
  const root = (caller.root ?? caller).config.folder
  if (text !== null && isRelativeSource(text)) {
    const folder = joinPath(caller.config.folder, text)
    return folder === null ? null : { folder, remote: caller.remote || isFetched(root, folder) }
  }
  const key = caller.key === '' ? name : `${caller.key}.${name}`
  const written = block.attribute('version')
  const version = written === null ? null : sourceText(caller, written, context)
  const listed = context.sources.manifest(root).get(key)
  if (listed !== undefined && (text === null ? caller.unplanned === null : isAsked(listed, text, version))) {
    const folder = joinPath(root, listed.folder)
    if (folder !== null && context.sources.files(folder).length > 0) return { folder, remote: true }
  }
  if (text === null) return null
  const known = knownFolder(text, version)
  return known === null ? null : { folder: known, remote: true }
}

function sourceText(caller: ModuleInstance, { value, file }: Attribute, context: Context): string | null {
  const source = context.evaluate(value, { module: caller, file, env: null })
  return source.kind === 'string' && typeof source.text === 'string' ? source.text : null
}

function isFetched(root: string, folder: string): boolean {
  const below = joinPath(root, '.terraform/modules')
  return folder === below || folder.startsWith(`${below}/`)
}

export function keyText(key: InstanceKey): string {
  return key === null ? '' : typeof key === 'number' ? `[${key}]` : `[${JSON.stringify(key)}]`
}

const SETS = new Set(['toset', 'fileset', 'setunion', 'setintersection', 'setsubtract'])

/**
 * `each` or `count` of one instance of a block; undefined when the sources have no instance with that key. Where they do
 * not say which there are, the key is taken from the address and the value is unknown.
 */
function instanceEnv(
  block: MergedBlock,
  key: InstanceKey,
  module: ModuleInstance,
  context: Context,
): Env | null | undefined {
  if (key === null) return module.unplanned === null ? null : openEnv(block, module, context)
  const count = block.attribute('count')
  if (count !== null && typeof key === 'number')
    return bind(instanceNamed(count, key, module), 'count', objectOf({ index: primitive(key) }))
  const each = block.attribute('for_each')
  if (each === null || typeof key === 'number') return undefined
  const entries = eachIndex(eachCollection(each, module, context))
  const value = entries === null ? eachValue(each, key, module) : entries.get(key)
  if (value === undefined) return undefined
  return bind(instanceNamed(each, key, module), 'each', objectOf({ key: plainString(key), value }))
}

/** Says of what is evaluated for which instance it is: of two with one key, made for one collection, all is the same. */
function instanceNamed(made: Attribute, key: InstanceKey, module: ModuleInstance): Env {
  return bind(null, INSTANCE, plainString(instanceText(made, key, module)))
}

function instanceText(made: Attribute, key: InstanceKey, module: ModuleInstance): string {
  return `${collectionText(made, module)} ${keyText(key)}`
}

/**
 * `each` or `count` of an instance that is planned without that its key is known. Of two instances with the key of one
 * another everything is the same that depends on it, where they are made for the same collection.
 */
function openEnv(block: MergedBlock, module: ModuleInstance, context: Context): Env | null {
  const each = block.attribute('for_each')
  const made = each ?? block.attribute('count')
  if (made === null) return null
  const env = bind(instanceNamed(made, null, module), COLLECTION, plainString(collectionText(made, module)))
  if (each === null) return env
  const key = unknown(instanceName(qualified(module, 'each.key'), instanceText(made, null, module), module))
  const collection = eachCollection(each, module, context)
  const [only] = collection.kind === 'tuple' ? collection.items : []
  if (only?.kind === 'repeated' && collection.kind === 'tuple' && collection.items.length === 1) {
    return bind(env, 'each', objectOf({ key, value: only.body }))
  }
  return isSetOf(each) ? bind(env, 'each', objectOf({ key, value: key })) : env
}

/** References to resources that are made for the instances of others: more than people chain. */
const MAX_CHAIN = 5

/** What an expression says which instances there are; for the instances of another resource, what that one says. */
function collectionText({ value, file }: Attribute, module: ModuleInstance): string {
  let text = textAt(file, value)
  for (let step = 0; step < MAX_CHAIN; step++) {
    const block =
      module.config.resources.get(`resource.${text}`) ?? module.config.calls.get(text.slice('module.'.length))
    const made = block?.attribute('for_each') ?? block?.attribute('count') ?? null
    if (made === null) return text
    text = textAt(made.file, made.value)
  }
  return text
}

function textAt(file: Attribute['file'], { start, end }: Attribute['value']): string {
  return file.text.slice(start, end).replace(/\s+/g, '')
}

/**
 * Whether an expression picks the instance of a block that has the key of the open instance at hand: then the two are
 * one for each item of the same collection.
 */
export function isOwnKey(step: Expr, block: MergedBlock, { module, env, file }: Scope): boolean {
  const own = lookupEnv(env, COLLECTION)
  const made = block.attribute('for_each') ?? block.attribute('count')
  if (own === null || made === null) return false
  const text = textAt(file, step)
  const isKey = text === 'count.index' || text === 'each.key' || (text === 'each.value' && isSetOf(made))
  return isKey && knownString(own) === collectionText(made, module)
}

function isSetOf({ value }: Attribute): boolean {
  return value.kind === 'call' && SETS.has(value.name)
}

/** Whether a reference's key is one of a block's instances; null where the sources do not say which there are. */
export function hasInstance(
  block: MergedBlock,
  key: Exclude<InstanceKey, null>,
  module: ModuleInstance,
  context: Context,
): boolean | null {
  const count = block.attribute('count')
  if (count !== null) {
    const number = numberOf(count, module, context)
    const index = Number(key)
    return number === null ? null : Number.isInteger(index) && index >= 0 && index < number
  }
  const each = block.attribute('for_each')
  if (each === null) return null
  const entries = eachIndex(eachCollection(each, module, context))
  return entries === null ? null : entries.has(String(key))
}

/** What `count` comes to; null where the sources do not say. */
function numberOf(count: Attribute, module: ModuleInstance, context: Context): number | null {
  const value = context.evaluate(count.value, { module, file: count.file, env: null })
  const number = Number(knownString(value) ?? Number.NaN)
  return Number.isNaN(number) ? null : number
}

function eachCollection(each: Attribute, module: ModuleInstance, context: Context): Value {
  return remembered(module, `for_each:${each.file.path}:${each.start}`, context, () =>
    context.evaluate(each.value, { module, file: each.file, env: null }),
  )
}

/** The elements of a set are their own keys. */
function eachValue(each: Attribute, key: string, module: ModuleInstance): Value {
  if (isSetOf(each)) return plainString(key)
  return unknown(instanceName(`each.value of "${key}"`, instanceText(each, key, module), module))
}

function objectOf(members: Readonly<Record<string, Value>>): Value {
  return {
    kind: 'object',
    members: Object.entries(members).map(([name, value]) => ({ name, value, origin: null })),
    open: false,
    origin: null,
  }
}

/** A value of a module that is found once; a value that needs itself is unknown. */
export function remembered(module: ModuleInstance, key: string, context: Context, find: () => Value): Value {
  const known = module.memo.get(key)
  if (known === null) return unnamed('a value that refers to itself')
  if (known !== undefined) {
    if (module.marked.has(key)) context.touch()
    return known
  }
  module.memo.set(key, null)
  const before = context.touches
  const value = find()
  if (context.touches > before) module.marked.add(key)
  module.memo.set(key, value)
  return value
}

/** Instances of one block; a root with more is no configuration that a person applies. */
export const MAX_INSTANCES = 500

/**
 * The keys of a block's instances, as far as the sources say: null for a block without any, and for the instance that is
 * planned where nobody knows which there are.
 */
export function instanceKeys(block: MergedBlock, module: ModuleInstance, context: Context): readonly InstanceKey[] {
  const count = block.attribute('count')
  if (count !== null) {
    const number = numberOf(count, module, context)
    if (number === null) return [null]
    return Array.from({ length: Math.max(0, Math.min(number, MAX_INSTANCES)) }, (_, index) => index)
  }
  const each = block.attribute('for_each')
  if (each === null) return [null]
  const before = context.touches
  const entries = eachIndex(eachCollection(each, module, context))
  if (entries === null) return [null]
  const keys = [...entries.keys()].slice(0, MAX_INSTANCES)
  // A plan has no such keys, since Terraform refuses them.
  return module.unplanned === null || context.touches === before ? keys : withoutSecrets(keys, context)
}

/**
 * What decides which instances of a block there are, if any, where nobody knows it: a text that blocks share of which one has
 * instances where the other has. Null where that is known.
 *
 * @param key of `instanceKeys`
 */
export function openCollection(block: MergedBlock, key: InstanceKey, module: ModuleInstance): string | null {
  const made = block.attribute('count') ?? block.attribute('for_each')
  return key !== null || made === null ? null : qualified(module, collectionText(made, module))
}

/** Keys as addresses may show them: of one that holds a sensitive value nothing is known, as of one that cannot be found. */
function withoutSecrets(keys: readonly string[], { concealed, released, tainted }: Context): readonly InstanceKey[] {
  if (tainted) return [null]
  const secrets = new Secrets()
  for (const text of concealed) if (!released.has(text)) secrets.add(text, true)
  return [...new Set(keys.map((key) => (secrets.isIn(key) ? null : key)))]
}

/** What the expressions of a block instance see; null when the sources have no such instance. */
export function blockScope(
  block: MergedBlock,
  key: InstanceKey,
  module: ModuleInstance,
  context: Context,
): Scope | null {
  const env = instanceEnv(block, key, module, context)
  const file = block.block?.file
  return env === undefined || file === undefined ? null : { module, file, env }
}
