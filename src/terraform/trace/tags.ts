import type { Context, Scope } from '../hcl/modules/index.js'
import type { MergedBlock } from '../hcl/syntax/index.js'
import { entriesOf, knownString } from '../hcl/values/index.js'

/** The tags of a bucket that are written and known. */
export function tagsIn(block: MergedBlock, scope: Scope, context: Context): ReadonlyMap<string, string> {
  const attribute = block.attribute('tags')
  const value = attribute === null ? null : context.evaluate(attribute.value, { ...scope, file: attribute.file })
  const entries = (value === null ? null : entriesOf(value)) ?? []
  const known = entries.map(({ key, value: tag }) => [knownString(key), knownString(tag)] as const)
  return new Map(known.filter((pair): pair is readonly [string, string] => !pair.includes(null)))
}
