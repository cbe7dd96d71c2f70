import { readPlainText } from '../iam/parse.js'
import { joinText, type Text, type Token } from '../iam/text/text.js'
import type { Route } from '../tree/node.js'
import { isObject, type JsonObject, member, memberAt } from '../tree/value.js'
import type { FilePlace, FileText, Included, Including } from './includes.js'
import { MAX_DEPTH, sameList, sameObject } from './language/copy.js'
import { layered } from './layers.js'
import { localPath } from './references.js'

/** Whether an object is the configuration of a service of the Serverless Framework. */
export function isServerless(config: JsonObject): boolean {
  return member(config, 'service') !== undefined && member(config, 'provider') !== undefined
}

/** What the variables of a configuration do: `${self:…}` is looked up in it, and `${file(…)}` may be a whole value. */
export function serverlessIncluding(config: JsonObject, path: string): Including {
  return {
    fileIn: (text) => (text.startsWith('${file(') ? fileIn(filledText(text, config), path) : null),
    prepared: (value) => filled(value, config, 0),
  }
}

/** What `resources` of a serverless.yml come to. */
export interface ServerlessResources {
  readonly template: JsonObject
  /** What changes resources that Serverless makes, by their logical ids; null where there is none. */
  readonly extensions: JsonObject | null
}

/**
 * What `resources` of a serverless.yml come to, in itself or in files: the items of a list are merged (Serverless Framework,
 * "AWS Infrastructure Resources"). Null where there is none.
 *
 * @param included gets the places of what stands in the configuration itself, which is in no one place of the template
 */
export function serverlessResources(
  config: JsonObject,
  place: FilePlace,
  included: Included,
): ServerlessResources | null {
  const whole = filled(included.value(member(config, 'resources'), place.path), config, 0)
  const items = itemsIn(whole, ['resources'], 0)
  for (const { item, at } of items) included.place(item, { ...place, at: [...place.at, ...at] })
  if (items.length === 0) return null
  const template = layered(
    items.map(({ item }) => item),
    included,
  )
  const extensions = member(template, 'extensions')
  return { template, extensions: isObject(extensions) ? extensions : null }
}

interface Item {
  readonly item: JsonObject
  readonly at: Route
}

/** The objects of a list, and of lists in it: Serverless takes none of these, and nothing in them is passed over. */
function itemsIn(value: unknown, at: Route, depth: number): readonly Item[] {
  if (isObject(value)) return [{ item: value, at }]
  if (!Array.isArray(value) || depth > MAX_DEPTH) return []
  return value.flatMap((one, i) => itemsIn(one, [...at, i], depth + 1))
}

/** `${file(path)}`, `${file(path):name.name}` */
const FILE = /^\$\{file\(([^()${}]+)\)(?::([A-Za-z0-9_.-]+))?\}$/

function fileIn(text: string, from: string): FileText | null {
  const [, written, names] = FILE.exec(text) ?? []
  const path = written === undefined ? null : localPath(from, written.trim())
  return path === null ? null : { path, names: names === undefined ? [] : names.split('.') }
}

/** A file that a variable reads, as a part of a text or for one of its names; the path may have variables in it. */
const MENTIONED = /\bfile\(((?:[^(){}$]|\$\{[^{}]*\})+)\)/g
/** A variable that is looked up in the configuration, as far as its path is known. */
const OWN_START = /\$\{self:([A-Za-z0-9_.-]+)/g

/**
 * The files of which a value may have a part by its variables, and by those that these look up in the configuration itself
 * (Serverless Framework, "Variables"). Paths with `*` for what is not known of them.
 *
 * @param from the path of the configuration
 */
export function mentionedFiles(value: unknown, config: JsonObject, from: string): readonly string[] {
  const found = new Set<string>()
  const seen = new Set<unknown>()
  const visit = (one: unknown, depth: number): void => {
    if (seen.has(one) || depth > MAX_DEPTH) return
    if (typeof one !== 'string') {
      if (typeof one !== 'object' || one === null) return
      seen.add(one)
      for (const inner of Object.values(one)) visit(inner, depth + 1)
      return
    }
    if (!one.includes('${')) return
    seen.add(one)
    const text = filledText(one, config)
    for (const [, written = ''] of text.matchAll(MENTIONED)) {
      const path = localPath(from, written.trim().replace(/\$\{[^{}]*\}/g, '*'))
      if (path !== null) found.add(path)
    }
    for (const [, path = ''] of text.matchAll(OWN_START)) visit(ownValue(path, config), depth + 1)
  }
  visit(value, 0)
  return [...found]
}

/** What stands at a path of the configuration, or the text on the way there that stands for more. */
function ownValue(path: string, config: JsonObject): unknown {
  let value: unknown = config
  for (const name of path.split('.')) if (name !== '' && typeof value !== 'string') value = memberAt(value, name)
  return value
}

/** The bucket policy that Serverless makes, with which it merges what `resources` say of it. */
export const DEPLOYMENT_POLICY = 'ServerlessDeploymentBucketPolicy'

/** In its strings every `${…}` is a variable of Serverless, and none of a policy. */
export const SERVERLESS = {
  made: DEPLOYMENT_POLICY,
  plain: (value: unknown): Text | null => {
    const plain = readPlainText(value)
    return typeof plain === 'string' && plain.includes('${') ? withVariables(plain) : plain
  },
}

function withVariables(text: string): Text {
  const pieces: (string | Token)[] = []
  let at = 0
  for (let open = text.indexOf('${'); open !== -1; open = text.indexOf('${', at)) {
    const close = closing(text, open + 2)
    if (close === null) break
    pieces.push(text.slice(at, open), { token: text.slice(open + 2, close) })
    at = close + 1
  }
  return joinText([...pieces, text.slice(at)])
}

/** The brace that closes a variable, which may have others in it. */
function closing(text: string, from: number): number | null {
  let depth = 1
  for (let at = from; at < text.length; at++) {
    if (text[at] === '{') depth++
    else if (text[at] === '}' && --depth === 0) return at
  }
  return null
}

/** A variable may stand for a text with others in it. */
const MAX_ROUNDS = 5
/** `${self:custom.name}`; with a default behind a comma, what the file says counts. */
const OWN = /\$\{self:([A-Za-z0-9_.-]+)(?:,[^${}]*)?\}/g

/** A value with what the file itself says in the place of its variables. What does not change stays the same object. */
function filled(value: unknown, config: JsonObject, depth: number): unknown {
  if (typeof value === 'string') return value.includes('${self:') ? filledText(value, config) : value
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return value
  const inner = (one: unknown) => filled(one, config, depth + 1)
  if (Array.isArray(value)) return sameList(value, value.map(inner))
  return sameObject(
    value,
    Object.entries(value).map(([name, one]) => [name, inner(one)]),
  )
}

function filledText(given: string, config: JsonObject): string {
  let text = given
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const next = text.replace(OWN, (whole, path: string) => {
      const found = memberAt(config, ...path.split('.'))
      return typeof found === 'string' || typeof found === 'number' ? String(found) : whole
    })
    // A text that grows without end refers to itself.
    if (next === text || next.length > given.length + MAX_TEXT) break
    text = next
  }
  return text
}

const MAX_TEXT = 4096
