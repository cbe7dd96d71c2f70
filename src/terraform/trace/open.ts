import { chainOf, type InstanceKey, type ModuleInstance, openCollection, qualified } from '../hcl/modules/index.js'
import type { Attribute, MergedBlock } from '../hcl/syntax/index.js'

/** A resource or a module of which nobody knows whether there is any. */
export interface Open {
  /** Its name with that of the module instance that declares it, without a key of its own. */
  readonly name: string
  /** What decides that, as a text: of two with the same one is there where the other is. */
  readonly by: string
}

/** What the sources leave open of an instance of `type.name`: one, or nothing. */
export function openOf(block: MergedBlock, name: string, key: InstanceKey, module: ModuleInstance): readonly Open[] {
  const by = openCollection(block, key, module)
  return by === null ? [] : [{ name: qualified(module, name), by }]
}

/** The bucket or the module that an expression is an attribute of, as `Open` names it; null for any other expression. */
export function referredBy({ value }: Attribute, module: ModuleInstance): string | null {
  const { target, steps } = chainOf(value)
  if (target.kind !== 'variable' || (target.name !== 'aws_s3_bucket' && target.name !== 'module')) return null
  const names = steps.filter((step) => typeof step === 'string')
  const [name] = names
  return name !== undefined && names.length === 2 ? qualified(module, `${target.name}.${name}`) : null
}
