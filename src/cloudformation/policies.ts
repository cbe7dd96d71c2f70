import { hidesStatements, markDuplicates, TWO_LISTS } from '../documents/duplicates.js'
import { type Origin, type Policy, type UnreadPolicy, withNamedBucket } from '../documents/policy.js'
import { duplicateIn } from '../iam/duplicates.js'
import type { PolicyDocument } from '../iam/model.js'
import { parsePolicy, type Reader, statementsOf } from '../iam/parse.js'
import { TEMPLATE_TYPE } from '../text/terraform-types.js'
import { isObject, type JsonObject, member, memberAt } from '../tree/value.js'
import { type Call, intrinsic, TRANSFORM } from './language/calls.js'
import { chosenDocument } from './language/choices.js'
import { MAX_DEPTH, sameObject } from './language/copy.js'
import { typeOf } from './language/reader.js'
import { resolved, type Scope } from './language/scope.js'
import { standsIn } from './language/stands.js'

/** What the policy of a resource is read with. */
export interface PolicyContext {
  readonly origin: Origin
  readonly properties: JsonObject
  readonly scope: Scope
  readonly reader: Reader
  /** The object can be read again alone: no loop or other file has a part in it. */
  readonly isAlone: boolean
}

/** The policy of a resource, and what of it cannot be read: a part that comes from elsewhere. */
export function readBucketPolicy(context: PolicyContext): readonly (Policy | UnreadPolicy)[] {
  const { properties, origin } = context
  const written = member(properties, 'PolicyDocument')
  if (typeof written === 'string') return [readText(written, undefined, context)]
  const elsewhere = member(properties, TRANSFORM)
  if (written === undefined && elsewhere !== undefined) return [transformed(origin, elsewhere)]
  if (!isObject(written)) return [{ origin, why: 'its PolicyDocument is no object' }]
  const call = intrinsic(written)
  if (call !== null && call.name !== 'Fn::If') return [readCall(call, context)]
  const policy = readObject(call === null ? written : chosenDocument(written), context)
  const transform = member(written, TRANSFORM)
  const found = transform === undefined ? [policy] : [policy, transformed(origin, transform)]
  // What is brought beside a document may take its place.
  return elsewhere === undefined ? found : [...found, { ...transformed(origin, elsewhere), unsure: true }]
}

/**
 * A resource that a transform beside its type brings, or makes anew: what it becomes is not known where it may be a bucket
 * policy. Null for one of another type, and for one without such a transform.
 */
export function readTransformed(resource: unknown, origin: Origin): UnreadPolicy | null {
  const transform = member(resource, TRANSFORM)
  const type = typeOf(resource)
  if (transform === undefined || (type !== null && type !== TEMPLATE_TYPE)) return null
  if (type === null) return { origin, why: `a resource of the template is ${fromTransform(transform)}`, unsure: true }
  const why = `its resource is ${fromTransform(transform)}`
  const isWritten = memberAt(resource, 'Properties', 'PolicyDocument') !== undefined
  return isWritten ? { origin, why, unsure: true } : { origin, why }
}

/** A document that a function gives. */
function readCall(call: Call, context: PolicyContext): Policy | UnreadPolicy {
  const { origin } = context
  const { name, argument } = call
  if (name === TRANSFORM) return transformed(origin, argument)
  if (name === 'Fn::ToJsonString' && isObject(argument)) {
    return readObject(argument, { ...context, origin: { ...origin, at: [...origin.at, name] }, isAlone: false })
  }
  const text = textOf(call)
  return text === null
    ? { origin, why: `its PolicyDocument is what ${name} gives` }
    : readText(text.template, { variables: text.variables }, context)
}

function transformed(origin: Origin, transform: unknown): UnreadPolicy {
  return { origin, why: `its PolicyDocument is ${fromTransform(transform)}` }
}

/** Where a transform brings something from, in words. */
export function fromTransform(transform: unknown): string {
  const location = memberAt(transform, 'Parameters', 'Location')
  const name = member(transform, 'Name')
  if (name !== 'AWS::Include') return `what the macro ${shown(name)} makes of it`
  const what = typeof location === 'string' ? shown(location) : 'a location that is not spelled out'
  return `included from ${what}, which is not in the checkout`
}

function shown(value: unknown): string {
  return `"${String(value).slice(0, 100)}"`
}

function readObject(written: JsonObject, context: PolicyContext): Policy | UnreadPolicy {
  const { scope, properties, isAlone } = context
  const given = resolved(written, scope)
  const policy = policyIn(isObject(given) ? given : written, context)
  if ('why' in policy || !isAlone) return policy
  const reread = (changed: JsonObject): Policy | null => {
    const [read] = readBucketPolicy({ ...context, properties: { ...properties, PolicyDocument: changed } })
    return read === undefined || 'why' in read ? null : read
  }
  return { ...policy, reread }
}

function policyIn(raw: JsonObject, { origin, properties, reader, scope }: PolicyContext): Policy | UnreadPolicy {
  const document = withStands(parsePolicy(raw, reader), scope)
  if (document.statements.length === 0 && hidesStatements(raw)) return { origin, why: TWO_LISTS }
  // Of two names nobody knows which one counts: then the Resources tell.
  const bucket = duplicateIn(properties) === 'Bucket' ? null : reader.text(member(properties, 'Bucket'))
  return withNamedBucket({ origin, document, raw, bucket, hasTokens: true })
}

function withStands(document: PolicyDocument, scope: Scope): PolicyDocument {
  const statements = document.statements.map((one) => {
    const stands = standsIn(one.whole ?? one.raw, scope)
    return stands.length === 0 ? one : { ...one, stands }
  })
  return { ...document, statements }
}

/** The variables of `Fn::Sub` beside those that it takes from the template. */
interface Substituted {
  readonly variables: unknown
}

/** A document as a text, in JSON; what `Fn::Sub` puts into it stands in its strings. */
function readText(text: string, substituted: Substituted | undefined, context: PolicyContext): Policy | UnreadPolicy {
  const { origin } = context
  try {
    const raw: unknown = JSON.parse(text)
    if (isObject(raw) && (substituted === undefined || statementsOf(raw).length > 0)) {
      markDuplicates(raw, text)
      const value = substituted === undefined ? raw : withSub(raw, substituted.variables)
      return policyIn(value as JsonObject, { ...context, origin: { ...origin, wrapped: true } })
    }
  } catch {
    // Told below.
  }
  return { origin, why: 'its PolicyDocument is a text that is no JSON object' }
}

/** Each string of a value as `Fn::Sub` of it. */
function withSub(value: unknown, variables: unknown, depth = 0): unknown {
  if (typeof value === 'string' && value.includes('${')) {
    return { 'Fn::Sub': variables === undefined ? value : [value, variables] }
  }
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return value
  if (Array.isArray(value)) return value.map((one) => withSub(one, variables, depth + 1))
  const entries = Object.entries(value).map(([name, one]) => [name, withSub(one, variables, depth + 1)] as const)
  return sameObject(value, entries)
}

/** A text that `Fn::Sub` or `Fn::Join` makes, as the template of `Fn::Sub` and its variables; null for another function. */
function textOf({ name, argument }: Call): { readonly template: string; readonly variables: unknown } | null {
  const [first, second] = Array.isArray(argument) ? argument : [argument]
  if (typeof first !== 'string') return null
  if (name === 'Fn::Sub') return { template: first, variables: second }
  if (name !== 'Fn::Join' || !Array.isArray(second)) return null
  const pieces = second.map((piece, i) => (typeof piece === 'string' ? piece.replaceAll('${', '${!') : `\${piece${i}}`))
  const variables = Object.fromEntries(second.map((piece, i) => [`piece${i}`, piece]))
  return { template: pieces.join(first), variables }
}
