import { type Policy, someTags, type Tags } from '../documents/policy.js'
import { notedDuplicate } from '../iam/duplicates.js'
import type { Reader } from '../iam/parse.js'
import { display } from '../iam/text/text.js'
import { commonEntries, grouped } from '../text/group.js'
import { isObject, type JsonObject, member, memberAt } from '../tree/value.js'
import { ifCall, intrinsic, isNoValue, TRANSFORM } from './language/calls.js'
import type { Declared } from './language/loops.js'
import { bucketNameOf, typeOf } from './language/reader.js'
import type { Scope } from './language/scope.js'

/** The buckets of a template by their names as references to them are shown. */
export type Buckets = ReadonlyMap<string, readonly Declared[]>

export function bucketsByName(declared: readonly Declared[], scope: Scope): Buckets {
  const buckets = declared.filter(({ resource }) => typeOf(resource) === 'AWS::S3::Bucket')
  return grouped(buckets, ({ id, resource }) => display(bucketNameOf(id, resource, scope)))
}

/** What the tags of buckets are read with. */
export interface TagsContext {
  readonly buckets: Buckets
  readonly scope: Scope
  readonly reader: Reader
}

/**
 * The tags of a policy's bucket that are spelled out, where one of the template's is there whenever the policy is; of several
 * that have its name, those that all have. Others are not known: tags of the stack go to its resources too.
 *
 * @param by the resource that attaches the policy
 */
export function tagsOf({ bucket }: Policy, by: Declared, { buckets, scope, reader }: TagsContext): Tags {
  const named = (bucket === null ? undefined : buckets.get(display(bucket))) ?? []
  const isThere = named.some((one) => isThereWith(one, by, scope))
  return someTags(commonEntries(isThere ? named.map(({ resource }) => tagsIn(resource, scope, reader)) : []))
}

/**
 * Whether a bucket exists where a policy does: it is referred to, without which there is no stack, or has no condition but one of
 * the policy.
 */
function isThereWith(bucket: Declared, by: Declared, { condition }: Scope): boolean {
  if (isReference(memberAt(by.resource, 'Properties', 'Bucket'), bucket.id)) return true
  const own = member(bucket.resource, 'Condition')
  const isMade = own === undefined || own === member(by.resource, 'Condition')
  return bucket.unsure !== true && (isMade || (typeof own === 'string' && condition(own) === true))
}

function isReference(value: unknown, id: string): boolean {
  const call = intrinsic(value)
  return (call?.name === 'Ref' && call.argument === id) || (call?.name === 'Fn::Sub' && call.argument === `\${${id}}`)
}

const NOTHING: ReadonlyMap<string, string> = new Map()

/** The tags that a bucket has for sure. Of two with one key nobody knows which one counts; a macro makes of them what it likes. */
function tagsIn(resource: unknown, scope: Scope, reader: Reader): ReadonlyMap<string, string> {
  const properties = member(resource, 'Properties')
  const list = member(properties, 'Tags')
  if (!isObject(resource) || !isObject(properties) || !Array.isArray(list)) return NOTHING
  if (![resource, properties].every(isWhole)) return NOTHING
  const known = new Map<string, string>()
  const seen = new Set<string>()
  for (const options of list.map((item) => optionsOf(item, scope))) {
    for (const option of options.filter((one) => !isNoValue(one))) {
      const key = isObject(option) && isWhole(option) ? reader.text(member(option, 'Key')) : null
      // What is not known may be any tag.
      if (typeof key !== 'string') return NOTHING
      const value = options.length === 1 && !seen.has(key) ? reader.text(member(option, 'Value')) : null
      if (typeof value === 'string') known.set(key, value)
      else known.delete(key)
      seen.add(key)
    }
  }
  return known
}

/** What an item may be under the conditions that are not known. */
function optionsOf(item: unknown, { condition }: Scope): readonly unknown[] {
  const call = ifCall(item)
  if (call === null) return [item]
  const holds = condition(call.condition)
  return holds === null ? call.branches : [call.branches[holds ? 0 : 1]]
}

/** Whether an object says what it says: no member is there twice, and no function makes members of it. */
function isWhole(object: JsonObject): boolean {
  return notedDuplicate(object) === null && !Object.keys(object).some((name) => name.startsWith('Fn::'))
}

/**
 * Whether the resources of a template are what is written: none is there twice, and no macro makes something of them, as one of
 * the author's may (CloudFormation User Guide, "Template macros").
 */
export function isPlainTemplate(template: JsonObject): boolean {
  const resources = member(template, 'Resources')
  const objects = isObject(resources) ? [template, resources] : [template]
  const macros = [member(template, 'Transform')].flat().map((one) => (isObject(one) ? member(one, 'Name') : one))
  const isOwn = (name: unknown) => name !== undefined && !String(name).startsWith('AWS::')
  return (
    objects.every((one) => notedDuplicate(one) === null && member(one, TRANSFORM) === undefined) && !macros.some(isOwn)
  )
}
