import { joinText, type Text } from '../../iam/text.js'
import { type Context, qualified, type Scope } from './context.js'
import type { Merged } from './module.js'
import { textOf, type Value } from './value.js'

interface Asked {
  readonly mode: 'resource' | 'data'
  readonly type: string
  readonly attribute: string
  /** The resource within its module. */
  readonly address: string
}

/** Attributes that the provider computes and whose meaning is known. Null for all others. */
export function awsAttribute(asked: Asked, block: Merged, scope: Scope, context: Context): Value | null {
  const { mode, type, attribute } = asked
  if (type === 'aws_s3_bucket') return bucketAttribute(asked, block, scope, context)
  // Another provider configuration may stand for another account.
  if (mode !== 'data' || block.attribute('provider') !== null) return null
  const token = qualified(scope.module, `${asked.address}.${attribute}`)
  if (type === 'aws_caller_identity' && (attribute === 'account_id' || attribute === 'id')) {
    return { kind: 'any', token: { token, means: 'account' }, origin: null }
  }
  if (type === 'aws_partition' && (attribute === 'partition' || attribute === 'id')) {
    return { kind: 'any', token: { token, means: 'partition' }, origin: null }
  }
  return null
}

/** A bucket's `id` is its name, and its ARN holds nothing but partition and name. */
function bucketAttribute(asked: Asked, block: Merged, scope: Scope, context: Context): Value | null {
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

function bucketName(address: string, block: Merged, scope: Scope, context: Context): Text {
  const token = { token: qualified(scope.module, `${address}.bucket`) }
  const written = block.attribute('bucket')
  if (written !== null) {
    const value = context.evaluate(written.value, { ...scope, file: written.file })
    if (value.kind === 'string' || value.kind === 'primitive' || value.kind === 'any') return textOf(value)
    return [token]
  }
  const prefix = block.attribute('bucket_prefix')
  if (prefix === null) return [token]
  const text = textOf(context.evaluate(prefix.value, { ...scope, file: prefix.file }))
  return joinText([...(typeof text === 'string' ? [text] : text), token])
}
