/** Planning, applying and reading of one resource, the way the AWS provider's SDK does it. Values as in `cty.mjs`. */
import { equal, hasUnknown, sorted, UNKNOWN } from './cty.mjs'
import { goJson } from './go-json.mjs'
import { conform } from './schema.mjs'

/**
 * The planned state and the attributes whose change replaces the object. `prior` is null on create; `config` is never
 * null here, a destroy needs no plan.
 */
export function planChange(resource, prior, config, settings) {
  const planned = planBlock(resource.schema, prior, config, settings)
  const replace = Object.entries(resource.schema.attributes)
    .filter(([name, { replaces }]) => replaces && prior !== null && !equal(planned[name], prior[name]))
    .map(([name]) => name)
  return { planned, replace }
}

function planBlock({ attributes, blocks }, prior, config, settings) {
  const planned = {}
  for (const [name, attribute] of Object.entries(attributes)) {
    planned[name] = planAttribute(attribute, prior === null ? undefined : prior?.[name], config, name, settings)
  }
  for (const [name, nested] of Object.entries(blocks)) {
    planned[name] = planNested(nested, prior, config[name], name, settings)
  }
  return planned
}

/** `stored` is undefined while there is no object yet. */
function planAttribute(attribute, stored, config, name, settings) {
  const written = config[name]
  if (attribute.fill === 'tags') return allTags(config.tags, stored, settings)
  if (written !== null && written !== undefined) return attribute.json ? normalised(written, stored) : written
  if (attribute.fill === 'region') return stored ?? settings.region
  if (attribute.default !== undefined) return attribute.default
  if (attribute.computed) return stored === undefined ? UNKNOWN : stored
  // What was never written is stored as an empty value: no difference.
  return isEmpty(stored) ? stored : null
}

function planNested(nested, prior, written, name, settings) {
  const stored = prior === null ? undefined : prior[name]
  if (nested.nesting === 'single') return written ?? null
  if (written === UNKNOWN) return UNKNOWN
  if (nested.computed && (written ?? []).length === 0) return stored === undefined ? UNKNOWN : stored
  return (written ?? []).map((element, index) =>
    planBlock(nested, Array.isArray(stored) ? (stored[index] ?? null) : null, element, settings),
  )
}

/** The tags of the resource over the provider's default ones; not known before there are any. */
function allTags(tags, stored, { defaultTags }) {
  if (tags === UNKNOWN) return UNKNOWN
  const all = { ...defaultTags, ...tags }
  if (Object.keys(all).length > 0) return sorted(all)
  return stored === undefined ? UNKNOWN : {}
}

function isEmpty(stored) {
  if (stored === '' || stored === false || stored === 0) return true
  return stored !== null && typeof stored === 'object' && stored !== UNKNOWN && Object.keys(stored).length === 0
}

/** Policy text with sorted keys and without blanks; the stored text where it says the same. */
function normalised(written, stored) {
  if (written === UNKNOWN) return UNKNOWN
  try {
    const value = sorted(JSON.parse(written))
    if (typeof stored === 'string' && stored !== '' && equal(value, JSON.parse(stored))) return stored
    return goJson(value)
  } catch {
    return written
  }
}

/** The state after apply: everything unknown is filled in, what was not written is empty. */
export function applyChange(resource, planned, settings) {
  const given = resource.apply(planned, settings)
  const state = {}
  for (const [name, { type }] of Object.entries(resource.schema.attributes)) {
    const value = planned[name]
    // A flag that was never written stays null; other attributes are stored as empty.
    const kept = !hasUnknown(value) && (value !== null || type === 'bool')
    state[name] = kept ? value : (given[name] ?? emptyOf(type))
  }
  for (const [name, nested] of Object.entries(resource.schema.blocks)) {
    state[name] = planned[name] === UNKNOWN ? (given[name] ?? []) : filled(planned[name], nested)
  }
  return conform(state, resource.schema)
}

function filled(value, nested) {
  if (!Array.isArray(value)) return value
  return value.map((element) => {
    const attributes = Object.entries(nested.attributes).map(([name, { type }]) => {
      const known = element[name] !== null && !hasUnknown(element[name])
      return [name, known ? element[name] : emptyOf(type)]
    })
    const blocks = Object.entries(nested.blocks).map(([name, inner]) => [name, filled(element[name], inner)])
    return Object.fromEntries([...attributes, ...blocks])
  })
}

function emptyOf(type) {
  if (type === 'string') return ''
  if (type === 'bool') return false
  if (type === 'number') return 0
  return type[0] === 'map' ? {} : []
}
