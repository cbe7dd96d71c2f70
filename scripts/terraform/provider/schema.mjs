/**
 * Schemas of resources and data sources, in a short notation:
 *
 *   attribute: { type, required | optional | computed, default?, replaces?, json?, sensitive? }
 *   block: { nesting, min?, max?, computed?, attributes, blocks }
 *
 * `type` is a type of Terraform's type system in JSON (`"string"`, `["list","string"]`); `replaces` marks an attribute
 * whose change replaces the object; `json` one whose text is normalised. A block with `computed` keeps its stored
 * content while the configuration has none of it.
 */
import { NESTING } from './protocol.mjs'

export const required = (type = 'string', more = {}) => ({ type, required: true, ...more })
export const optional = (type = 'string', more = {}) => ({ type, optional: true, ...more })
export const computed = (type = 'string', more = {}) => ({ type, computed: true, ...more })
/** Optional, and filled in by the provider when left out. */
export const either = (type = 'string', more = {}) => ({ type, optional: true, computed: true, ...more })

export const STRINGS = ['list', 'string']
export const STRING_SET = ['set', 'string']
export const STRING_MAP = ['map', 'string']

export function block(attributes, blocks = {}) {
  return { attributes, blocks }
}

export function list(attributes, blocks = {}, more = {}) {
  return { nesting: 'list', attributes, blocks, ...more }
}

export function set(attributes, blocks = {}, more = {}) {
  return { nesting: 'set', attributes, blocks, ...more }
}

/** Filled in while planning: the Region, and all tags with the provider's default ones. */
export const REGION = { region: either('string', { fill: 'region' }) }
export const TAGS = { tags: optional(STRING_MAP), tags_all: either(STRING_MAP, { fill: 'tags' }) }

export const TIMEOUTS = { nesting: 'single', attributes: { create: optional(), delete: optional() }, blocks: {} }

/** The `Schema` message of a block. */
export function toProtocol(content) {
  return { version: 0, block: blockMessage(content) }
}

function blockMessage({ attributes, blocks }) {
  return {
    attributes: Object.entries(attributes).map(([name, attribute]) => ({
      name,
      type: Buffer.from(JSON.stringify(attribute.type)),
      required: attribute.required === true,
      optional: attribute.optional === true,
      computed: attribute.computed === true,
      sensitive: attribute.sensitive === true,
    })),
    block_types: Object.entries(blocks).map(([name, nested]) => ({
      type_name: name,
      block: blockMessage(nested),
      nesting: NESTING[nested.nesting],
      min_items: nested.min ?? 0,
      max_items: nested.max ?? 0,
    })),
  }
}

/** The value with every attribute and block of the schema: what is missing is null, or empty for a list or set. */
export function conform(value, { attributes, blocks }) {
  if (value === null || value === undefined) return null
  const result = {}
  for (const name of Object.keys(attributes)) result[name] = value[name] ?? null
  for (const [name, nested] of Object.entries(blocks)) result[name] = conformBlock(value[name], nested)
  return result
}

function conformBlock(value, nested) {
  if (nested.nesting === 'single') return conform(value, nested)
  if (!Array.isArray(value)) return value ?? []
  return value.map((element) => conform(element, nested))
}
