import {
  blockScope,
  type Context,
  childInstance,
  hasInstance,
  type InstanceKey,
  isOwnKey,
  type ModuleInstance,
  qualified,
  remembered,
  type Step,
} from '../modules/index.js'
import type { MergedBlock } from '../syntax/index.js'
import { entriesOf, failing, knownString, loosen, possible, tuple, unknown, type Value } from '../values/index.js'
import { awsAttribute } from './aws.js'
import { renderedTemplate } from './file-functions.js'
import { evaluateAttribute, isSensitive } from './named-values.js'
import { policyDocument } from './policy-document.js'
import { certainly, follow, type Resolution, takeKey } from './resolution.js'

/** `module.NAME…`: an output of a module that is called, or all of its instances. */
export function moduleOutput(name: string, steps: readonly Step[], at: Resolution): Value {
  const { scope, context, token } = at
  const call = scope.module.config.calls.get(name)
  const { key, rest, open } = instanceKey(steps, call, at)
  const [output, ...others] = rest
  if (key === undefined || (output !== undefined && typeof output !== 'string')) return unknown(token)
  const there = call === undefined || key === null ? true : hasInstance(call, key, scope.module, context)
  if (there === false) return failing(token)
  const child = childInstance(scope.module, name, key, context)
  if (child === null) return unknown(token)
  if (output === undefined) {
    if (call === undefined || key !== null || open) return certainly(there, outputsOf(child, at), at)
    return everyInstance(call, at, (one) => {
      const made = childInstance(scope.module, name, one, context)
      return made === null ? unknown(token) : outputsOf(made, at)
    })
  }
  const found = outputOf(child, output, context)
  return found === null ? unknown(token) : certainly(there, follow(found, others, at), at)
}

function outputOf(child: ModuleInstance, name: string, context: Context): Value | null {
  const declared = child.config.outputs.get(name) ?? null
  const value = declared?.attribute('value') ?? null
  if (value === null) return null
  const found = remembered(child, `output.${name}`, context, () => evaluateAttribute(value, child, context))
  if (isSensitive(declared)) context.conceal(found)
  return found
}

/** An instance of a module. An output is evaluated when somebody reads it: others may need the very value that asks. */
function outputsOf(child: ModuleInstance, { context, token }: Resolution): Value {
  const members = [...child.config.outputs.keys()].map((name) => ({
    name,
    get value() {
      return outputOf(child, name, context) ?? unknown(token)
    },
    origin: null,
  }))
  return { kind: 'object', members, open: false, origin: null }
}

/** A resource or data source as a reference names it. */
export interface ResourceName {
  readonly mode: 'resource' | 'data'
  readonly type: string
  readonly name: string
}

interface DeclaredResource extends ResourceName {
  readonly block: MergedBlock
}

/** `TYPE.NAME…` or `data.TYPE.NAME…`: an attribute of a resource, or all of its instances. */
export function resourceValue(resource: ResourceName, steps: readonly Step[], at: Resolution): Value {
  const { scope, context, token } = at
  const { module } = scope
  const block = module.config.resources.get(`${resource.mode}.${resource.type}.${resource.name}`)
  if (block === undefined) return unknown(token)
  const { key, rest, open } = instanceKey(steps, block, at)
  if (key === undefined) return unknown(token)
  const [attribute, ...others] = rest
  const there = key === null ? true : hasInstance(block, key, module, context)
  if (there === false) return failing(token)
  const repeated = block.attribute('for_each') !== null || block.attribute('count') !== null
  const declared = { ...resource, block }
  if (typeof attribute !== 'string') {
    if (attribute !== undefined || key !== null || open) return unknown(token)
    return everyInstance(block, at, (one) => attributesOf(declared, one, at))
  }
  if (repeated && key === null && !open) return unknown(token)
  const value = attributeOf({ ...declared, key }, attribute, module, context)
  return value === null ? unknown(token) : certainly(there, follow(value, others, at), at)
}

/** The key behind a name; `open` for that of the open instance at hand, which stands for every one of them. */
function instanceKey(
  steps: readonly Step[],
  block: MergedBlock | undefined,
  at: Resolution,
): ReturnType<typeof takeKey> & { readonly open: boolean } {
  const [first] = steps
  const taken = takeKey(steps, at)
  const isOpen =
    taken.key === undefined && first !== undefined && typeof first !== 'string' && block !== undefined
      ? isOwnKey(first, block, at.scope)
      : false
  return isOpen ? { key: null, rest: taken.rest, open: true } : { ...taken, open: false }
}

/** An attribute of a resource: a policy document, what AWS makes of a name, or what the configuration sets. */
function attributeOf(
  { mode, type, name, key, block }: DeclaredResource & { readonly key: InstanceKey },
  attribute: string,
  module: ModuleInstance,
  context: Context,
): Value | null {
  const scope = blockScope(block, key, module, context)
  if (scope === null) return null
  const address = `${mode === 'data' ? 'data.' : ''}${type}.${name}${key === null ? '' : `[${JSON.stringify(key)}]`}`
  return remembered(module, `${address}.${attribute}`, context, () => {
    if (mode === 'data' && type === 'aws_iam_policy_document' && /^(?:minified_)?json$/.test(attribute)) {
      return policyDocument(block, scope, context)
    }
    if (mode === 'data' && type === 'template_file' && attribute === 'rendered') {
      return renderedTemplate(block, scope, context) ?? unknown(qualified(module, `${address}.${attribute}`))
    }
    const known = awsAttribute({ mode, type, attribute, address }, block, scope, context)
    if (known !== null) return known
    const written = block.attribute(attribute)
    if (written === null) return unknown(qualified(module, `${address}.${attribute}`))
    // The provider's schema may convert it.
    return loosen(context.evaluate(written.value, { ...scope, file: written.file }))
  })
}

/** An instance of a resource: with what of it can be asked for. */
function attributesOf(declared: DeclaredResource, key: InstanceKey, { scope, context }: Resolution): Value {
  const names = [...new Set([...FIXED, ...declared.block.blocks.flatMap(({ body }) => [...body.attributes.keys()])])]
  const members = names.flatMap((attribute) => {
    const value = attributeOf({ ...declared, key }, attribute, scope.module, context)
    return value === null ? [] : [{ name: attribute, value, origin: null }]
  })
  return { kind: 'object', members, open: true, origin: null }
}

/** All instances of a resource or of a module, for splats and functions: a list for `count`, an object for `for_each`. */
function everyInstance(
  block: MergedBlock,
  { scope, context, token }: Resolution,
  instance: (key: InstanceKey) => Value,
): Value {
  const each = block.attribute('for_each') ?? block.attribute('count')
  if (each === null) return instance(null)
  const value = context.evaluate(each.value, { module: scope.module, file: each.file, env: null })
  if (each.name === 'count') {
    const count = value.kind === 'primitive' ? Number(value.value) : Number.NaN
    if (Number.isNaN(count) && scope.module.unplanned !== null) return tuple([instance(null)])
    if (!(count >= 0 && count <= MAX_INSTANCES)) return unknown(token)
    return tuple(Array.from({ length: count }, (_, index) => instance(index)))
  }
  const keys = entriesOf(value)?.map(({ key, value: item }) => knownString(value.kind === 'tuple' ? item : key))
  if (keys === undefined && scope.module.unplanned !== null) return tuple([possible(instance(null))])
  if (keys === undefined || keys.length > MAX_INSTANCES || keys.includes(null)) return unknown(token)
  const members = keys.map((key) => ({ name: key ?? '', value: instance(key ?? null), origin: null }))
  return { kind: 'object', members, open: false, origin: null }
}

const FIXED = ['json', 'arn', 'id']
const MAX_INSTANCES = 200
