import { display, joinText, type Text } from '../../../iam/text/text.js'
import { accountOf, type Context, qualified, type Scope } from '../modules/index.js'
import { ignoresChanges, type MergedBlock } from '../syntax/index.js'
import { knownString, textOf, type Value } from '../values/index.js'

interface Asked {
  readonly mode: 'resource' | 'data'
  readonly type: string
  readonly attribute: string
  /** The resource within its module. */
  readonly address: string
}

/** Attributes that the provider computes and whose meaning is known. Null for all others. */
export function awsAttribute(asked: Asked, block: MergedBlock, scope: Scope, context: Context): Value | null {
  const { mode, type, attribute } = asked
  if (type === 'aws_s3_bucket') return bucketAttribute(asked, block, scope, context)
  if (mode === 'resource' && (attribute === 'arn' || attribute === 'unique_id')) {
    if (type === 'aws_iam_role') return otherRole(asked, block, scope, context)
    if (type === 'aws_iam_user') return identity(asked, scope, null)
  }
  if (mode !== 'data') return null
  if (type === 'aws_iam_role') return attribute === 'arn' ? roleThatIs(asked, block, scope, context) : null
  const token = qualified(scope.module, `${asked.address}.${attribute}`)
  if (type === 'aws_caller_identity' && (attribute === 'account_id' || attribute === 'id')) {
    const inAccount = accountOf(block, scope.module)
    return { kind: 'unknown', token: { token, means: 'account', inAccount }, origin: null }
  }
  if (type === 'aws_partition' && (attribute === 'partition' || attribute === 'id')) {
    return { kind: 'unknown', token: { token, means: 'partition' }, origin: null }
  }
  return null
}

/**
 * An identity that the configuration makes is not Clumio's role, unless it is recognised as the vendor's by name or path
 * (docs/semantics.md, D29).
 */
function otherRole(asked: Asked, block: MergedBlock, scope: Scope, context: Context): Value | null {
  const written = (name: string) => writtenIn(block, name, scope, context)
  const path = written('path')
  const name = written('name') ?? written('name_prefix')
  if (mayBeVendors(path) || mayBeVendors(name)) {
    return roleThatIs(asked, block, scope, context)
  }
  return identity(asked, scope, name === null ? null : knownString(name))
}

/**
 * The ARN of a role that is looked up, or made, by a name that is written out. Names are unique in an account, so that it is the
 * configured role where that is called so; else another one, unless the name may be the vendor's.
 */
function roleThatIs({ address, attribute }: Asked, block: MergedBlock, scope: Scope, context: Context): Value | null {
  const name = writtenIn(block, 'name', scope, context)
  const named = name && knownString(name)
  if (named === null || attribute !== 'arn') return null
  const inAccount = accountOf(block, scope.module)
  const token = { token: qualified(scope.module, `${address}.${attribute}`), named, is: 'role-arn', inAccount } as const
  const isOther = !/clumio/i.test(named) && !mayBeVendors(writtenIn(block, 'path', scope, context))
  return { kind: 'unknown', token: isOther ? { ...token, means: 'other-principal' } : token, origin: null }
}

/** What an argument of a block is; null where it has none of the name. */
function writtenIn(block: MergedBlock, name: string, scope: Scope, context: Context): Value | null {
  const attribute = block.attribute(name)
  return attribute === null ? null : context.evaluate(attribute.value, { ...scope, file: attribute.file })
}

/** Whether a name or a path has a part of the vendor's in it, or something that is not known. */
function mayBeVendors(value: Value | null): boolean {
  return value !== null && /clumio|\$\{/i.test(display(textOf(value)))
}

function identity({ address, attribute }: Asked, scope: Scope, named: string | null): Value {
  const token = qualified(scope.module, `${address}.${attribute}`)
  return {
    kind: 'unknown',
    token: { token, means: 'other-principal', ...(named === null ? {} : { named }) },
    origin: null,
  }
}

/** A bucket's `id` is its name, and its ARN holds nothing but partition and name. */
function bucketAttribute(asked: Asked, block: MergedBlock, scope: Scope, context: Context): Value | null {
  const name = () => bucketName(asked.address, block, scope, context)
  if (asked.attribute === 'id' || asked.attribute === 'bucket') return { kind: 'string', text: name(), origin: null }
  if (asked.attribute !== 'arn') return null
  const text = name()
  const pieces = typeof text === 'string' ? [text] : text
  return {
    kind: 'string',
    text: joinText(['arn:', { token: 'partition', means: 'partition' }, ':s3:::', ...pieces]),
    origin: null,
  }
}

function bucketName(address: string, block: MergedBlock, scope: Scope, context: Context): Text {
  const token = { token: qualified(scope.module, `${address}.bucket`) }
  // One that is there already keeps its name.
  if (ignoresChanges(block, 'bucket')) return [token]
  const written = block.attribute('bucket')
  if (written !== null) {
    const value = context.evaluate(written.value, { ...scope, file: written.file })
    if (value.kind === 'string' || value.kind === 'primitive' || value.kind === 'unknown') return textOf(value)
    return [token]
  }
  const prefix = block.attribute('bucket_prefix')
  if (prefix === null) return [token]
  const text = textOf(context.evaluate(prefix.value, { ...scope, file: prefix.file }))
  return joinText([...(typeof text === 'string' ? [text] : text), token])
}
