import { isVendorRoleName } from '../../clumio/roles.js'
import { notedDuplicate } from '../../iam/duplicates.js'
import { type Reader, type ReadText, readPlainText } from '../../iam/parse.js'
import { choiceOfPartitions, joinText, piecesOf, type Text, type Token } from '../../iam/text/text.js'
import { isObject, member, memberAt } from '../../tree/value.js'
import { type Call, identity, ifCall, intrinsic } from './calls.js'
import { choiceOf } from './choices.js'
import { mapped } from './mappings.js'
import type { Scope } from './scope.js'

export function typeOf(resource: unknown): string | null {
  const type = memberAt(resource, 'Type')
  return typeof type === 'string' ? type : null
}

/** Intrinsic functions as tokens. A reference to a bucket is that bucket, whatever its name will be. */
export function intrinsicReader(scope: Scope): Reader {
  const { plain: plainText = readPlain } = scope
  const text = (value: unknown): Text | null => {
    const plain = plainText(value)
    if (plain !== null) return plain
    const call = intrinsic(value)
    return call === null ? null : readCall(call, scope, text)
  }
  return {
    text,
    token: (value) => {
      const call = intrinsic(value)
      return call === null ? null : { token: identity(call) }
    },
    list: (value) => splitText(value, text),
    choice: (value) => choiceOf(value, { condition: scope.condition, text }),
  }
}

function readPlain(value: unknown): Text | null {
  const plain = readPlainText(value)
  return typeof plain === 'string' ? withReferences(plain) : plain
}

/**
 * Dynamic references (`{{resolve:ssm:…}}`) are filled in when the stack is deployed. `${NAME}` outside of `Fn::Sub` is no
 * variable of a policy, whose names have a colon: something fills it in before.
 */
const REFERENCE = /\{\{(resolve:[^{}]{1,500})\}\}|\$\{([A-Za-z_][\w.-]{0,100})\}/g

function withReferences(text: string): Text {
  const pieces: (string | Token)[] = []
  let at = 0
  for (const { 0: whole, 1: resolved, 2: name = '', index } of text.matchAll(REFERENCE)) {
    pieces.push(text.slice(at, index), { token: resolved ?? name })
    at = index + whole.length
  }
  return joinText([...pieces, text.slice(at)])
}

function readCall(call: Call, scope: Scope, text: ReadText): Text {
  const { name, argument } = call
  if (name === 'Ref' && typeof argument === 'string') return joinText(reference(argument, scope))
  if (name === 'Fn::GetAtt') {
    const parts = Array.isArray(argument) ? argument : typeof argument === 'string' ? splitOnce(argument) : []
    const [id, attribute] = parts
    if (typeof id === 'string' && typeof attribute === 'string') return joinText(attributeOf(id, attribute, scope))
  }
  const made =
    name === 'Fn::Join' ? readJoin(argument, text) : name === 'Fn::Sub' ? readSub(argument, scope, text) : null
  if (made !== null) return made
  const found = mapped({ [name]: argument }, scope)
  if (found !== undefined && !Array.isArray(found)) return String(found)
  if (name === 'Fn::Select') {
    const selected = selectedText(argument, text)
    if (selected !== null) return selected
  }
  return readIf(call, scope, text) ?? [{ token: scope.prefix + identity(call) }]
}

/** `Fn::Join`; null where it is not written out, or makes more than a policy can hold. */
function readJoin(argument: unknown, text: ReadText): Text | null {
  const [separator, list] = Array.isArray(argument) ? argument : []
  if (typeof separator !== 'string' || !Array.isArray(list)) return null
  const pieces: (string | Token)[] = []
  let length = 0
  for (const [at, item] of list.entries()) {
    const own = piecesOf(text(item) ?? [{ token: JSON.stringify(item) }])
    pieces.push(...(at > 0 ? [separator] : []), ...own)
    length += separator.length + lengthOf(own)
    if (length > MOST_TEXT) return null
  }
  return joinText(pieces)
}

/** `Fn::If` where its condition is known, or where it chooses nothing but the partition of an ARN. */
function readIf(call: Call, scope: Scope, text: ReadText): Text | null {
  const found = ifCall({ [call.name]: call.argument })
  if (found === null) return null
  const holds = scope.condition(found.condition)
  return holds === null ? choiceOfPartitions(found.branches.map(text)) : text(found.branches[holds ? 0 : 1])
}

/** `Fn::Select` by a number from a list that is written out, or from a text that is split. */
function selectedText(argument: unknown, text: ReadText): Text | null {
  const [index, list] = Array.isArray(argument) ? argument : []
  const items = Array.isArray(list) ? list : splitText(list, text)
  const item: unknown = items?.[Number(index)]
  return item === undefined ? null : text(item)
}

function splitText(value: unknown, text: ReadText): readonly string[] | null {
  const call = intrinsic(value)
  if (call?.name !== 'Fn::Split' || !Array.isArray(call.argument)) return null
  const [separator, whole] = call.argument
  const given = text(whole)
  return typeof separator === 'string' && separator !== '' && typeof given === 'string' ? given.split(separator) : null
}

function splitOnce(name: string): readonly string[] {
  const dot = name.indexOf('.')
  return dot === -1 ? [name] : [name.slice(0, dot), name.slice(dot + 1)]
}

/**
 * Characters of a text, an expression counted as some of them, above which it is no part of a policy, of which S3 takes 20 KB:
 * functions repeat what is in them.
 */
const MOST_TEXT = 65_536
const OF_TOKEN = 16

function lengthOf(pieces: readonly (string | Token)[]): number {
  return pieces.reduce((sum, piece) => sum + (typeof piece === 'string' ? piece.length : OF_TOKEN), 0)
}

/**
 * `Fn::Sub`: `${Name}`, `${Name.Attribute}`, names of its own map, and `${!literal}` for a literal `${literal}`. Null where
 * it makes more than a policy can hold.
 */
function readSub(argument: unknown, scope: Scope, text: ReadText): Text | null {
  const [template, variables] = Array.isArray(argument) ? argument : [argument, undefined]
  if (typeof template !== 'string') return [{ token: JSON.stringify(argument) ?? 'Fn::Sub' }]
  const own = isObject(variables) ? variables : {}
  const given = new Map<string, readonly (string | Token)[]>()
  const pieces: (string | Token)[] = []
  let length = 0
  let at = 0
  while (at < template.length) {
    const open = template.indexOf('${', at)
    const close = open === -1 ? -1 : template.indexOf('}', open)
    if (close === -1) break
    const name = template.slice(open + 2, close).trim()
    pieces.push(template.slice(at, open))
    if (name.startsWith('!')) pieces.push(`\${${name.slice(1)}}`)
    else if (Object.hasOwn(own, name)) {
      const value = given.get(name) ?? piecesOf(text(own[name]) ?? [{ token: name }])
      given.set(name, value)
      pieces.push(...value)
      length += lengthOf(value)
      if (length > MOST_TEXT) return null
    } else {
      const [id = name, attribute] = splitOnce(name)
      pieces.push(...(attribute === undefined ? reference(id, scope) : attributeOf(id, attribute, scope)))
    }
    at = close + 1
  }
  pieces.push(template.slice(at))
  return joinText(pieces)
}

function reference(id: string, scope: Scope): readonly (string | Token)[] {
  if (id === 'AWS::AccountId') return [{ token: 'account', means: 'account' }]
  if (id === 'AWS::Partition') return [{ token: 'partition', means: 'partition' }]
  if (id === 'AWS::NoValue') return []
  // The other pseudo parameters are the same in every stack of an account and Region, or nothing that policies name.
  if (id.startsWith('AWS::')) return [{ token: id }]
  const known = scope.parameter(id)
  if (known !== null) return piecesOf(known)
  const resource = member(scope.resources, id)
  if (typeOf(resource) === 'AWS::S3::Bucket') return bucketNameOf(id, resource, scope)
  const role = vendorsRole(resource)
  if (role !== null) return [role]
  return [{ token: scope.prefix + id, ...otherPrincipal(resource ?? madeRole(id, scope)) }]
}

function attributeOf(id: string, attribute: string, scope: Scope): readonly (string | Token)[] {
  const resource = member(scope.resources, id)
  if (typeOf(resource) === 'AWS::S3::Bucket' && attribute === 'Arn') {
    return ['arn:', { token: 'partition', means: 'partition' }, ':s3:::', ...bucketNameOf(id, resource, scope)]
  }
  const output = attribute.startsWith(OUTPUTS) ? scope.output(id, attribute.slice(OUTPUTS.length)) : null
  if (output !== null) return piecesOf(output)
  const token = `${scope.prefix}${id}.${attribute}`
  const role = attribute === 'Arn' ? vendorsRole(resource) : null
  if (role !== null) return [{ token, named: role, is: 'role-arn' }]
  return [{ token, ...otherPrincipal(resource ?? madeRole(id, scope)) }]
}

/** What SAM makes a role for, unless it names one, under its own logical id and this (AWS SAM, "Generated CloudFormation resources"). */
const WITH_ROLE: ReadonlySet<unknown> = new Set(['AWS::Serverless::Function', 'AWS::Serverless::StateMachine'])
const OF_ROLE = 'Role'

/** The role that SAM makes under a logical id which the template does not declare; its name is made up. */
function madeRole(id: string, { resources }: Scope): unknown {
  const owner = id.endsWith(OF_ROLE) ? member(resources, id.slice(0, -OF_ROLE.length)) : undefined
  const isMade = WITH_ROLE.has(typeOf(owner)) && memberAt(owner, 'Properties', OF_ROLE) === undefined
  return isMade ? { Type: 'AWS::IAM::Role' } : undefined
}

/** Attributes of a nested stack (CloudFormation User Guide, "AWS::CloudFormation::Stack"). */
const OUTPUTS = 'Outputs.'

/**
 * A bucket's name: as written, or an expression that other places may repeat; the bucket's own token where CloudFormation
 * makes the name up. Read without the resources, since a name cannot depend on a bucket of the same template for sure.
 */
export function bucketNameOf(id: string, resource: unknown, scope: Scope): readonly (string | Token)[] {
  const properties = member(resource, 'Properties')
  // Of two names nobody knows which one counts.
  const isTwice = isObject(properties) && notedDuplicate(properties) !== null
  const written = isTwice ? undefined : member(properties, 'BucketName')
  const name = intrinsicReader({ ...scope, resources: {} }).text(written)
  return name === null ? [{ token: scope.prefix + id, means: 'bucket-name' }] : piecesOf(name)
}

/** The name that a role of the template has, where it is written out and may be the vendor's; null else. */
function vendorsRole(resource: unknown): string | null {
  if (typeOf(resource) !== 'AWS::IAM::Role') return null
  const name = memberAt(resource, 'Properties', 'RoleName')
  return typeof name === 'string' && !name.includes('${') && mayBeVendors(resource) ? name : null
}

/** Whether a role has the vendor's path, or a name like the vendor's. */
function mayBeVendors(role: unknown): boolean {
  const name = memberAt(role, 'Properties', 'RoleName')
  return memberAt(role, 'Properties', 'Path') === '/clumio/' || (typeof name === 'string' && isVendorRoleName(name))
}

/** An identity that this template creates, not recognised as the vendor's, is not Clumio's (docs/semantics.md, D29). */
function otherPrincipal(resource: unknown): Pick<Token, 'means' | 'named'> {
  const type = typeOf(resource)
  if (type === 'AWS::CloudFront::CloudFrontOriginAccessIdentity' || type === 'AWS::IAM::User') return OTHER
  if (type !== 'AWS::IAM::Role') return {}
  if (mayBeVendors(resource)) return {}
  const name = memberAt(resource, 'Properties', 'RoleName')
  return typeof name === 'string' ? { ...OTHER, named: name } : OTHER
}

const OTHER = { means: 'other-principal' } as const
