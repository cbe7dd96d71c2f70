/** Identifiers a service would draw at random, made from the values they belong to, so that plans are reproducible. */
import { createHash } from 'node:crypto'
import { sorted } from './cty.mjs'

/** `length` lower-case letters and digits. */
export function digest(value, length) {
  return createHash('sha256')
    .update(JSON.stringify(sorted(value)))
    .digest('hex')
    .slice(0, length)
}

/** The unique id of a role, user or policy: a prefix as AWS documents it (`AROA`, `ANPA`) and 17 characters. */
export function uniqueId(prefix, value) {
  return prefix + digest(value, 17).toUpperCase()
}

/** The canonical user id of an account: 64 hexadecimal digits. */
export function canonicalId(account) {
  return createHash('sha256').update(account).digest('hex')
}

export function uuid(value) {
  return digest(value, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
