import { createHash } from 'node:crypto'
import { failing, knownString, plainString, type SourceOrigin, type Value } from '../values/index.js'
import type { PureFunction } from './engines.js'

/** Encodings and digests of texts that are known. */
export const ENCODING_FUNCTIONS: Readonly<Record<string, PureFunction>> = {
  base64encode: (args, origin) => encoded(args, origin, (text) => Buffer.from(text, 'utf8').toString('base64')),
  base64decode: ([value], origin) => {
    const text = value === undefined ? null : knownString(value)
    if (text === null) return null
    if (!/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(text)) return failing('a text that is not in base64')
    const bytes = Buffer.from(text, 'base64')
    const decoded = bytes.toString('utf8')
    return Buffer.from(decoded, 'utf8').equals(bytes) ? plainString(decoded, origin) : failing('bytes that are no text')
  },
  urlencode: (args, origin) => encoded(args, origin, queryEscaped),
  md5: (args, origin) => encoded(args, origin, (text) => digest('md5', text, 'hex')),
  sha1: (args, origin) => encoded(args, origin, (text) => digest('sha1', text, 'hex')),
  sha256: (args, origin) => encoded(args, origin, (text) => digest('sha256', text, 'hex')),
  sha512: (args, origin) => encoded(args, origin, (text) => digest('sha512', text, 'hex')),
  base64sha256: (args, origin) => encoded(args, origin, (text) => digest('sha256', text, 'base64')),
  base64sha512: (args, origin) => encoded(args, origin, (text) => digest('sha512', text, 'base64')),
}

function encoded([value]: readonly Value[], origin: SourceOrigin, change: (text: string) => string): Value | null {
  const text = value === undefined ? null : knownString(value)
  // Half a pair of surrogates has no bytes.
  return text === null || /[\ud800-\udfff]/u.test(text) ? null : plainString(change(text), origin)
}

function digest(algorithm: string, text: string, form: 'hex' | 'base64'): string {
  return createHash(algorithm).update(text, 'utf8').digest(form)
}

/** As in the query of an address: a blank is `+`. */
function queryEscaped(text: string): string {
  return encodeURIComponent(text)
    .replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+')
}
