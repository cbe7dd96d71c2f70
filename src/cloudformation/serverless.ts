import { readPlainText } from '../iam/parse.js'
import { joinText, type Text, type Token } from '../iam/text/text.js'
import type { Route } from '../tree/node.js'
import { isObject, type JsonObject, member, memberAt } from '../tree/value.js'
import { intrinsicReader } from './reader.js'
import type { Dialect } from './template.js'

/** A template within a configuration of the Serverless Framework. */
export interface ServerlessTemplate {
  readonly template: JsonObject
  readonly at: Route
}

/** The templates in `resources` of a serverless.yml (Serverless Framework, "AWS Infrastructure Resources"). */
export function serverlessTemplates(config: JsonObject): readonly ServerlessTemplate[] {
  const resources = member(config, 'resources')
  if (member(config, 'service') === undefined || member(config, 'provider') === undefined) return []
  const list = Array.isArray(resources)
    ? resources.map((one, i) => [one, ['resources', i]] as const)
    : [[resources, ['resources']] as const]
  return list.flatMap(([one, at]) =>
    isObject(one) && isObject(member(one, 'Resources')) ? [{ template: filled(one, config, 0) as JsonObject, at }] : [],
  )
}

/** In its strings every `${…}` is a variable of Serverless, and none of a policy. */
export const SERVERLESS: Dialect = {
  reader: (scope) =>
    intrinsicReader(scope, (value) => {
      const plain = readPlainText(value)
      return typeof plain === 'string' && plain.includes('${') ? withVariables(plain) : plain
    }),
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

const MAX_DEPTH = 100
/** A variable may stand for a text with others in it. */
const MAX_ROUNDS = 5
/** `${self:custom.name}`; with a default behind a comma, what the file says counts. */
const OWN = /\$\{self:([A-Za-z0-9_.-]+)(?:,[^${}]*)?\}/g

/** A value with what the file itself says in the place of its variables. What does not change stays the same object. */
function filled(value: unknown, config: JsonObject, depth: number): unknown {
  if (typeof value === 'string') return value.includes('${self:') ? filledText(value, config) : value
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return value
  if (Array.isArray(value)) {
    const items = value.map((one) => filled(one, config, depth + 1))
    return items.every((one, i) => one === value[i]) ? value : items
  }
  const entries = Object.entries(value).map(([name, one]) => [name, filled(one, config, depth + 1)] as const)
  return entries.every(([name, one]) => one === member(value, name)) ? value : Object.fromEntries(entries)
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
