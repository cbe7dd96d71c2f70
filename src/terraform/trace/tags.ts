import { type Context, configurationOf, type Scope } from '../hcl/modules/index.js'
import { type Attribute, ignoresChanges, type MergedBlock, nestedBlocks } from '../hcl/syntax/index.js'
import { entriesOf, knownString, type Value } from '../hcl/values/index.js'

const NOTHING: ReadonlyMap<string, string> = new Map()

/**
 * The tags that a bucket has for sure: those that are written and known, and that Terraform applies to a bucket which is there
 * already. A tag of its own wins over one that the provider adds by default.
 */
export function tagsIn(block: MergedBlock, scope: Scope, context: Context): ReadonlyMap<string, string> {
  const attribute = block.attribute('tags')
  const isKept = ['tags', 'tags_all'].some((name) => ignoresChanges(block, name))
  if (attribute === null || isKept || block.blocks.some(({ file }) => file.hasError)) return NOTHING
  const value = context.evaluate(attribute.value, { ...scope, file: attribute.file })
  const isIgnored = ignoredTags(block, scope, context)
  const known = (entriesOf(value) ?? []).map((one) => [knownString(one.key), knownString(one.value)] as const)
  return new Map(
    known.filter(
      (pair): pair is readonly [string, string] => pair[0] !== null && pair[1] !== null && !isIgnored(pair[0]),
    ),
  )
}

/** The tags that the provider neither reads nor writes (AWS provider, "ignore_tags Configuration Block"). */
function ignoredTags(block: MergedBlock, { module }: Scope, context: Context): (key: string) => boolean {
  const { blocks, module: at } = configurationOf(block, module)
  const ignoring = blocks.flatMap(({ body }) => nestedBlocks(body.blocks, 'ignore_tags'))
  const named = (name: string) => ignoring.flatMap(({ body }) => body.attributes.get(name) ?? []).map(textsIn)
  const textsIn = ({ value, file }: Attribute) => textsOf(context.evaluate(value, { module: at, file, env: null }))
  const [keys, prefixes] = [named('keys'), named('key_prefixes')]
  const isOpen = [...keys, ...prefixes].includes(null) || ignoring.some(({ type }) => type === 'dynamic')
  return (key) =>
    isOpen ||
    keys.some((list) => list?.includes(key)) ||
    prefixes.some((list) => list?.some((prefix) => key.startsWith(prefix)))
}

/** The texts of a list or a set; null where not all are known. */
function textsOf(value: Value): readonly string[] | null {
  const texts = entriesOf(value)?.map((one) => knownString(one.value)) ?? [null]
  return texts.every((text) => text !== null) ? texts : null
}
