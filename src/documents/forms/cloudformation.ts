import { isVendorRoleName } from '../../clumio/roles.js'
import { type Choice, parsePolicy, type Reader, readPlainText } from '../../iam/parse.js'
import { choiceOfPartitions, display, joinText, type Text, type Token } from '../../iam/text/text.js'
import { isObject, type JsonObject, member, memberAt } from '../../tree/value.js'
import type { Form, ObjectPlace } from '../form.js'
import { type Acl, type OwnershipSetting, ownershipIn } from '../ownership.js'
import type { Policy, Tags } from '../policy.js'
import { mayHoldPolicy } from './policy-json.js'

/** Templates of CloudFormation, and what the CDK writes. */
export const cloudformation: Form = {
  id: 'cloudformation',
  source: 'cloudformation',
  mayBeIn: (text) => mayHoldPolicy(text) || (text.includes('AWS::S3::Bucket') && text.includes('AccessControl')),
  readObject: (object, { path, base }) =>
    isTemplate(object) ? { ...readTemplateDocument(object, path, base), broken: null } : null,
}

/** What a CloudFormation template (or a CDK output) declares about buckets. */
export interface Template {
  readonly policies: readonly Policy[]
  readonly settings: readonly OwnershipSetting[]
}

/** An object with `Resources` whose members have a `Type` (CloudFormation User Guide, "Template anatomy"). */
export function isTemplate(value: unknown): value is JsonObject {
  if (!isObject(value)) return false
  const resources = member(value, 'Resources')
  return isObject(resources) && Object.values(resources).some((entry) => typeOf(entry) !== null)
}

export function readTemplateDocument(template: JsonObject, path: string, base: number): Template {
  const resources = member(template, 'Resources')
  if (!isObject(resources)) return { policies: [], settings: [] }
  const reader = intrinsicReader(resources)
  const buckets = bucketsByName(resources)
  const policies: Policy[] = []
  const settings: OwnershipSetting[] = []
  for (const [id, resource] of Object.entries(resources)) {
    const type = typeOf(resource)
    const properties = memberAt(resource, 'Properties')
    if (!isObject(properties)) continue
    if (type === 'AWS::S3::BucketPolicy') {
      const read = (written: unknown): Policy | null => {
        const policy = readBucketPolicy(id, { ...properties, PolicyDocument: written }, { path, base }, reader)
        return policy && { ...policy, tags: tagsOf(policy, buckets, reader), reread: read }
      }
      const policy = read(member(properties, 'PolicyDocument'))
      if (policy) policies.push(policy)
    } else if (type === 'AWS::S3::Bucket') {
      const setting = readBucket(id, properties, { path, base }, reader)
      if (setting) settings.push(setting)
    }
  }
  if (settings.length === 0) return { policies, settings }
  const own = policiesByBucket(policies)
  const logged = loggedBuckets(resources, reader)
  return {
    policies,
    settings: settings.map((setting) => {
      const name = shownName(setting, resources)
      return {
        ...setting,
        policies: { known: true, list: own.get(name) ?? [] },
        aclsNeeded: logged.has(name) || logged.has(`\${${setting.origin.address ?? ''}`),
      }
    }),
  }
}

function typeOf(resource: unknown): string | null {
  const type = memberAt(resource, 'Type')
  return typeof type === 'string' ? type : null
}

/** The file of a template, and where its document starts in the text. */
type TemplatePlace = Pick<ObjectPlace, 'path' | 'base'>

function readBucketPolicy(
  id: string,
  properties: JsonObject,
  { path, base }: TemplatePlace,
  reader: Reader,
): Policy | null {
  const written = member(properties, 'PolicyDocument')
  if (!isObject(written)) return null
  const raw = intrinsic(written) === null ? written : chosenDocument(written)
  return {
    origin: {
      source: 'cloudformation',
      path,
      at: ['Resources', id, 'Properties', 'PolicyDocument'],
      base,
      address: id,
      wrapped: false,
    },
    document: parsePolicy(raw, reader),
    raw,
    bucket: reader.text(member(properties, 'Bucket')),
    hasTokens: true,
  }
}

function readBucket(
  id: string,
  properties: JsonObject,
  { path, base }: TemplatePlace,
  reader: Reader,
): OwnershipSetting | null {
  const value = ownershipIn(properties)
  const acl = readAcl(reader.text(member(properties, 'AccessControl')), value === undefined)
  if (value === undefined && acl.kind !== 'grants') return null
  const text = reader.text(value)
  const name = reader.text(member(properties, 'BucketName'))
  const at = value === undefined ? ['AccessControl'] : ['OwnershipControls', 'Rules', 0, 'ObjectOwnership']
  return {
    origin: {
      source: 'cloudformation',
      path,
      at: ['Resources', id, 'Properties', ...at],
      base,
      address: id,
      wrapped: false,
    },
    bucket: typeof name === 'string' ? name : null,
    setting: typeof text === 'string' ? { kind: 'value', value: text } : { kind: 'unknown' },
    acl,
    policies: { known: true, list: [] },
  }
}

/** ACLs that let others write can be set only while ACLs are enabled: then they tell it, where nothing else does. */
const WRITABLE = new Set(['PublicReadWrite', 'LogDeliveryWrite'])

function readAcl(text: Text | null, alone: boolean): Acl {
  if (text === null) return { kind: 'none' }
  if (typeof text !== 'string') return { kind: 'unknown' }
  return alone && WRITABLE.has(text) ? { kind: 'grants', grantees: [text] } : { kind: 'canned', name: text }
}

/**
 * What stands in front of some dot of the names by which CloudFront writes its standard logs, which it does by ACL
 * (CloudFront Developer Guide): a bucket's name, or `${` and its logical id.
 */
function loggedBuckets(resources: JsonObject, reader: Reader): ReadonlySet<string> {
  const starts = new Set<string>()
  for (const resource of Object.values(resources)) {
    if (typeOf(resource) !== 'AWS::CloudFront::Distribution') continue
    const target = reader.text(memberAt(resource, 'Properties', 'DistributionConfig', 'Logging', 'Bucket'))
    const host = target === null ? '' : display(target).slice(0, MAX_HOST)
    for (let dot = host.indexOf('.'); dot !== -1; dot = host.indexOf('.', dot + 1)) starts.add(host.slice(0, dot))
  }
  return starts
}

/** A name of the DNS has at most 253 characters; a logical id that is referred to at most 255. */
const MAX_HOST = 300

/** The policies of a template by the bucket that they name, by reference or by name. */
function policiesByBucket(policies: readonly Policy[]): ReadonlyMap<string, readonly Policy[]> {
  const byBucket = new Map<string, Policy[]>()
  for (const policy of policies) {
    if (policy.bucket === null) continue
    const name = display(policy.bucket)
    const own = byBucket.get(name)
    if (own === undefined) byBucket.set(name, [policy])
    else own.push(policy)
  }
  return byBucket
}

/** The buckets of a template by their names as references to them are shown. */
function bucketsByName(resources: JsonObject): ReadonlyMap<string, readonly unknown[]> {
  const byName = new Map<string, unknown[]>()
  for (const [id, resource] of Object.entries(resources)) {
    if (typeOf(resource) !== 'AWS::S3::Bucket') continue
    const name = display(bucketNameOf(id, resource))
    const own = byName.get(name)
    if (own === undefined) byName.set(name, [resource])
    else own.push(resource)
  }
  return byName
}

/** The tags of a policy's bucket that are spelled out. Others are not known: tags of the stack go to its resources too. */
function tagsOf({ bucket }: Policy, buckets: ReadonlyMap<string, readonly unknown[]>, reader: Reader): Tags {
  const [own, ...others] = (bucket === null ? undefined : buckets.get(display(bucket))) ?? []
  const list = own === undefined || others.length > 0 ? [] : memberAt(own, 'Properties', 'Tags')
  if (!Array.isArray(list)) return { known: new Map(), open: true }
  const tags = new Map<string, string>()
  for (const tag of list) {
    const key = reader.text(memberAt(tag, 'Key'))
    const value = reader.text(memberAt(tag, 'Value'))
    if (typeof key === 'string' && typeof value === 'string') tags.set(key, value)
  }
  return { known: tags, open: true }
}

/** The name of a setting's bucket as a reference to it is shown. */
function shownName({ origin }: OwnershipSetting, resources: JsonObject): string {
  const id = origin.address ?? ''
  return display(bucketNameOf(id, member(resources, id)))
}

/** Intrinsic functions as tokens. A reference to a bucket is that bucket, whatever its name will be. */
function intrinsicReader(resources: JsonObject): Reader {
  const text = (value: unknown): Text | null => {
    const plain = readPlainText(value)
    if (plain !== null) return typeof plain === 'string' ? withReferences(plain) : plain
    const call = intrinsic(value)
    return call === null ? null : readCall(call, resources, text)
  }
  return {
    text,
    token: (value) => {
      const call = intrinsic(value)
      return call === null ? null : { token: identity(call) }
    },
    choice: choiceOf,
  }
}

/** Dynamic references (`{{resolve:ssm:…}}`) are filled in when the stack is deployed. */
function withReferences(text: string): Text {
  if (!text.includes('{{resolve:')) return text
  const pieces: (string | Token)[] = []
  let at = 0
  for (let open = text.indexOf('{{resolve:'); open !== -1; open = text.indexOf('{{resolve:', at)) {
    const close = text.indexOf('}}', open)
    if (close === -1) break
    pieces.push(text.slice(at, open), { token: text.slice(open + 2, close) })
    at = close + 2
  }
  return joinText([...pieces, text.slice(at)])
}

/** A document that is an expression: one that chooses among documents chooses among their statements. */
function chosenDocument(written: JsonObject): JsonObject {
  const choice = choiceOf(written)
  if (choice === null) return { Statement: [written] }
  const [first] = choice.branches.filter(isObject)
  const lists = choice.branches.map((branch) => (isObject(branch) ? member(branch, 'Statement') : branch))
  return {
    Version: first === undefined ? undefined : member(first, 'Version'),
    Statement: { 'Fn::If': [choice.by, ...lists] },
  }
}

/** `Fn::If` among the statements of a policy; `AWS::NoValue` leaves a branch out. */
function choiceOf(value: unknown): Choice | null {
  const call = intrinsic(value)
  if (call?.name !== 'Fn::If' || !Array.isArray(call.argument)) return null
  const [condition, ...branches] = call.argument
  const given = branches.flat().filter((branch) => intrinsic(branch)?.argument !== 'AWS::NoValue')
  return { by: `Fn::If ${String(condition)}`, branches: given }
}

interface Call {
  readonly name: string
  readonly argument: unknown
}

/** `{"Ref": …}` or `{"Fn::…": …}`: an object with that one member. */
function intrinsic(value: unknown): Call | null {
  if (!isObject(value)) return null
  const [only, ...others] = Object.entries(value)
  if (only === undefined || others.length > 0) return null
  const [name, argument] = only
  return name === 'Ref' || name.startsWith('Fn::') ? { name, argument } : null
}

function identity(call: Call): string {
  const argument = typeof call.argument === 'string' ? call.argument : JSON.stringify(call.argument)
  return call.name === 'Ref' ? argument : `${call.name} ${argument}`
}

function readCall(call: Call, resources: JsonObject, text: (value: unknown) => Text | null): Text {
  const { name, argument } = call
  if (name === 'Ref' && typeof argument === 'string') return joinText(reference(argument, resources))
  if (name === 'Fn::GetAtt') {
    const parts = Array.isArray(argument) ? argument : typeof argument === 'string' ? splitOnce(argument) : []
    const [id, attribute] = parts
    if (typeof id === 'string' && typeof attribute === 'string') return joinText(attributeOf(id, attribute, resources))
  }
  if (name === 'Fn::Join' && Array.isArray(argument)) {
    const [separator, list] = argument
    if (typeof separator === 'string' && Array.isArray(list)) {
      const pieces = list.map((item) => text(item) ?? [{ token: JSON.stringify(item) }])
      return joinText(pieces.flatMap((piece, i) => [...(i > 0 ? [separator] : []), ...asPieces(piece)]))
    }
  }
  if (name === 'Fn::Sub') return readSub(argument, resources, text)
  if (name === 'Fn::If' && Array.isArray(argument)) {
    const chosen = choiceOfPartitions(argument.slice(1).map((branch) => text(branch)))
    if (chosen !== null) return chosen
  }
  return [{ token: identity(call) }]
}

function asPieces(text: Text): readonly (string | Token)[] {
  return typeof text === 'string' ? [text] : text
}

function splitOnce(name: string): readonly string[] {
  const dot = name.indexOf('.')
  return dot === -1 ? [name] : [name.slice(0, dot), name.slice(dot + 1)]
}

/** `Fn::Sub`: `${Name}`, `${Name.Attribute}`, names of its own map, and `${!literal}` for a literal `${literal}`. */
function readSub(argument: unknown, resources: JsonObject, text: (value: unknown) => Text | null): Text {
  const [template, variables] = Array.isArray(argument) ? argument : [argument, undefined]
  if (typeof template !== 'string') return [{ token: JSON.stringify(argument) ?? 'Fn::Sub' }]
  const own = isObject(variables) ? variables : {}
  const pieces: (string | Token)[] = []
  let at = 0
  while (at < template.length) {
    const open = template.indexOf('${', at)
    const close = open === -1 ? -1 : template.indexOf('}', open)
    if (close === -1) break
    const name = template.slice(open + 2, close).trim()
    pieces.push(template.slice(at, open))
    if (name.startsWith('!')) pieces.push(`\${${name.slice(1)}}`)
    else if (Object.hasOwn(own, name)) pieces.push(...asPieces(text(own[name]) ?? [{ token: name }]))
    else {
      const [id = name, attribute] = splitOnce(name)
      pieces.push(...(attribute === undefined ? reference(id, resources) : attributeOf(id, attribute, resources)))
    }
    at = close + 1
  }
  pieces.push(template.slice(at))
  return joinText(pieces)
}

function reference(id: string, resources: JsonObject): readonly (string | Token)[] {
  if (id === 'AWS::AccountId') return [{ token: 'account', means: 'account' }]
  if (id === 'AWS::Partition') return [{ token: 'partition', means: 'partition' }]
  if (id === 'AWS::NoValue') return []
  const resource = member(resources, id)
  if (typeOf(resource) === 'AWS::S3::Bucket') return bucketNameOf(id, resource)
  return [{ token: id, ...otherPrincipal(resource) }]
}

function attributeOf(id: string, attribute: string, resources: JsonObject): readonly (string | Token)[] {
  const resource = member(resources, id)
  if (typeOf(resource) === 'AWS::S3::Bucket' && attribute === 'Arn') {
    return ['arn:', { token: 'partition', means: 'partition' }, ':s3:::', ...bucketNameOf(id, resource)]
  }
  return [{ token: `${id}.${attribute}`, ...otherPrincipal(resource) }]
}

/**
 * A bucket's name: as written, or an expression that other places may repeat; the bucket's own token where CloudFormation
 * makes the name up. Read without the resources, since a name cannot depend on a bucket of the same template for sure.
 */
function bucketNameOf(id: string, resource: unknown): readonly (string | Token)[] {
  const name = NAME_READER.text(memberAt(resource, 'Properties', 'BucketName'))
  return name === null ? [{ token: id, means: 'bucket-name' }] : asPieces(name)
}

const NAME_READER = intrinsicReader({})

/** An identity that this template creates, not recognised as the vendor's, is not Clumio's (docs/semantics.md, D29). */
function otherPrincipal(resource: unknown): Pick<Token, 'means' | 'named'> {
  const type = typeOf(resource)
  if (type === 'AWS::CloudFront::CloudFrontOriginAccessIdentity' || type === 'AWS::IAM::User') return OTHER
  if (type !== 'AWS::IAM::Role') return {}
  const name = memberAt(resource, 'Properties', 'RoleName')
  const isVendors = memberAt(resource, 'Properties', 'Path') === '/clumio/'
  if (typeof name !== 'string') return isVendors ? {} : OTHER
  return isVendors || isVendorRoleName(name) ? {} : { ...OTHER, named: name }
}

const OTHER = { means: 'other-principal' } as const
