import { bind, type Context, madeOf, type Scope } from '../modules/index.js'
import type { Block } from '../syntax/index.js'
import { entriesOf, type Made, unnamed, type Value, withMade } from '../values/index.js'

/** A nested block as it is read: once for each item of a `dynamic` block. */
export interface Expanded {
  /** The block with the attributes: itself, or the `content` of a dynamic one. */
  readonly block: Block
  readonly scope: Scope
  readonly dynamic: boolean
  /** It is not known how often it is there. */
  readonly repeated: boolean
  /** What decides how often it is there, where that is not known. */
  readonly made?: Made
}

/**
 * Expands dynamic blocks in their place, as Terraform does. One of which nobody knows how often it is there may be there
 * any number of times; without a plan it counts as planned.
 */
export function expandBlocks(blocks: readonly Block[], scope: Scope, context: Context): readonly Expanded[] {
  return blocks.flatMap((block) => (block.type === 'dynamic' ? expand(block, scope, context) : [plain(block, scope)]))
}

function plain(block: Block, scope: Scope): Expanded {
  return { block, scope: { ...scope, file: block.file }, dynamic: false, repeated: false }
}

function expand(block: Block, outer: Scope, context: Context): readonly Expanded[] {
  const content = block.body.blocks.find(({ type }) => type === 'content')
  const each = block.body.attributes.get('for_each')
  if (content === undefined || each === undefined) return []
  const scope = { ...outer, file: block.file }
  const iterator = block.body.attributes.get('iterator')?.value
  const name = iterator?.kind === 'variable' ? iterator.name : (block.labels[0] ?? '')
  const collection = context.evaluate(each.value, scope)
  const at = (key: Value, value: Value, repeated: boolean, made?: Made): Expanded => ({
    block: content,
    scope: { ...scope, env: bind(scope.env, name, iteratorOf(key, value)) },
    dynamic: true,
    repeated,
    ...(made && { made }),
  })
  const open = scope.module.unplanned === null
  const entries = collection.kind === 'tuple' || collection.kind === 'object' ? entriesOf(collection) : null
  if (entries !== null) return entries.map(({ key, value }) => at(key, value, false))
  if (collection.kind === 'null') return []
  const items = collection.kind === 'tuple' ? collection.items : []
  const made: Made = { ...madeOf([each.value], scope), always: true }
  const key = withMade(unnamed(`${name}.key`), made)
  if (items.length > 0) {
    return items.map((item) => (item.kind === 'repeated' ? at(key, item.body, open, made) : at(key, item, false)))
  }
  return [at(key, withMade(unnamed(`${name}.value`), made), open, made)]
}

function iteratorOf(key: Value, value: Value): Value {
  return {
    kind: 'object',
    members: [
      { name: 'key', value: key, origin: null },
      { name: 'value', value, origin: null },
    ],
    open: false,
    origin: null,
  }
}
