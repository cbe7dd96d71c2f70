import { markDuplicate } from '../iam/duplicates.js'
import type { Node } from '../tree/node.js'
import type { ParsedJson } from '../tree/parse.js'

/** The documents of a YAML text as values, in which what an alias refers to is one object. */
export async function parseYaml(text: string): Promise<ParsedJson> {
  const { readYamlDocuments } = await import('../tree/yaml.js')
  const documents: { value: unknown; base: number; syntax: 'yaml' }[] = []
  for (const one of readYamlDocuments(text)) {
    if (!one.ok) return one
    const values = new Map<Node, unknown>()
    documents.push({
      value: one.root === null ? null : jsonOf(one.root, values),
      base: one.base,
      syntax: 'yaml',
    })
  }
  return { ok: true, documents }
}

/** A node as `JSON.parse` would give it; objects whose text has a name twice are marked (docs/semantics.md, D31). */
function jsonOf(given: Node, values: Map<Node, unknown>): unknown {
  const node = given.aliasOf ?? given
  if (node.kind !== 'object' && node.kind !== 'array') return node.value
  const known = values.get(node)
  if (known !== undefined) return known
  const value = node.kind === 'array' ? node.items.map((item) => jsonOf(item, values)) : objectOf(node, values)
  values.set(node, value)
  return value
}

function objectOf(node: Node, values: Map<Node, unknown>): object {
  const object: Record<string, unknown> = {}
  for (const { name, value } of node.members) {
    if (Object.hasOwn(object, name)) markDuplicate(object, name)
    const inner = value === null ? null : jsonOf(value, values)
    if (name === '__proto__')
      Object.defineProperty(object, name, { value: inner, enumerable: true, configurable: true })
    else object[name] = inner
  }
  return object
}
