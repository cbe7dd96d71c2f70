import { type JsonObject, memberAt } from '../../tree/value.js'
import { writtenKey } from './address.js'
import { asObject, field } from './fields.js'

/** The format of the state that Terraform stores, as in `terraform.tfstate` and as `terraform state pull` prints it. */
export const STORED_STATE = 4

/**
 * The instances of a resource of a stored state, each in the form in which `terraform show -json` prints it. The stored format
 * is not documented; what stands here is Terraform's `internal/states/statefile/version4.go`, read 2026-11.
 */
export function storedInstances(resource: JsonObject | null): readonly JsonObject[] {
  const [module, mode, type, name] = ['module', 'mode', 'type', 'name'].map((key) => field(resource, key))
  const instances = field(resource, 'instances')
  if (typeof type !== 'string' || typeof name !== 'string' || !Array.isArray(instances)) return []
  const prefix = typeof module === 'string' ? `${module}.` : ''
  const base = `${prefix}${mode === 'data' ? 'data.' : ''}${type}.${name}`
  return instances.map((instance) => {
    const index = memberAt(instance, 'index_key')
    return {
      address: `${base}${writtenKey(typeof index === 'string' || typeof index === 'number' ? index : null)}`,
      type,
      index,
      // States of Terraform before 0.12 have flat maps, and keep them until the resource is written again.
      values: asObject(memberAt(instance, 'attributes')) ?? asObject(memberAt(instance, 'attributes_flat')),
      sensitive_values: marksOf(memberAt(instance, 'sensitive_attributes')),
      deposed_key: memberAt(instance, 'deposed'),
    }
  })
}

/**
 * The marks of paths such as `[{"type": "get_attr", "value": "policy"}]`: the attribute that a path begins with is marked as
 * a whole, and what is no such list marks everything.
 */
function marksOf(paths: unknown): unknown {
  if (paths === undefined || paths === null) return {}
  if (!Array.isArray(paths)) return true
  const names = paths.map((path) => (Array.isArray(path) ? memberAt(path[0], 'value') : undefined))
  if (!names.every((name) => typeof name === 'string')) return true
  return Object.fromEntries(names.map((name) => [name, true]))
}
