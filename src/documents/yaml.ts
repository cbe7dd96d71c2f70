import { markDuplicate } from '../iam/duplicates.js'
import type { Node } from '../tree/node.js'
import type { HiddenMember, JsonDocument, ParsedJson } from '../tree/parse.js'
import { hiddenIn } from './duplicates.js'

/** The documents of a YAML text as values, in which what an alias refers to is one object. */
export async function parseYaml(text: string): Promise<ParsedJson> {
  const { readYamlDocuments } = await import('../tree/yaml.js')
  const documents: JsonDocument[] = []
  for (const one of readYamlDocuments(text)) {
    if (!one.ok) return one
    const made: Made = { values: new Map(), hidden: [] }
    documents.push({
      value: one.root === null ? null : jsonOf(one.root, made),
      base: one.base,
      syntax: 'yaml',
      hidden: made.hidden,
    })
  }
  return { ok: true, documents }
}

/** What is made of the nodes of a document. */
interface Made {
  readonly values: Map<Node, unknown>
  readonly hidden: HiddenMember[]
}

/** A node as `JSON.parse` would give it; objects whose text has a name twice are marked (docs/semantics.md, D31). */
function jsonOf(given: Node, made: Made): unknown {
  const node = given.aliasOf ?? given
  if (node.kind !== 'object' && node.kind !== 'array') return node.value
  const known = made.values.get(node)
  if (known !== undefined) return known
  const value = node.kind === 'array' ? node.items.map((item) => jsonOf(item, made)) : objectOf(node, made)
  made.values.set(node, value)
  return value
}

function objectOf(node: Node, made: Made): object {
  const object: Record<string, unknown> = {}
  for (const { name, value } of node.members) {
    if (Object.hasOwn(object, name)) {
      markDuplicate(object, name)
      const hidden = hiddenIn(name, JSON.stringify({ [name]: object[name] }))
      if (hidden !== null) made.hidden.push(hidden)
    }
    const inner = value === null ? null : jsonOf(value, made)
    if (name === '__proto__')
      Object.defineProperty(object, name, { value: inner, enumerable: true, configurable: true })
    else object[name] = inner
  }
  return object
}
