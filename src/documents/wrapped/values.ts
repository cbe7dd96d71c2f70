import { isObject, member } from '../../tree/value.js'

/** What a tool puts in the place of a value. */
export type Marked =
  | { readonly kind: 'plain'; readonly value: unknown }
  | { readonly kind: 'secret'; readonly value: unknown }
  | { readonly kind: 'unread'; readonly why: string }

/** Pulumi's signatures for special values (`sdk/go/common/resource/sig`, and `plugin.UnknownStringValue`). */
const SIGNATURE = '4dabf18193072939515e22adb298388d'
const SECRET = '1b47061264138c4ac30d75fd1eb44270'
const UNKNOWN = '04da6b54-80e4-46f7-96ec-b56ff0331ba9'

/** Whether a text stands for a value that is not known. */
export function mayBeMarked(text: string): boolean {
  return text === UNKNOWN
}

/** A value without the mark that Pulumi's state or preview puts around it, or in its place. */
export function unmarked(value: unknown): Marked {
  if (value === UNKNOWN) return { kind: 'unread', why: 'it is known only after the update' }
  if (!isObject(value) || member(value, SIGNATURE) !== SECRET) return { kind: 'plain', value }
  const plaintext = member(value, 'plaintext')
  if (typeof plaintext !== 'string') return { kind: 'unread', why: 'it is an encrypted secret of the stack' }
  try {
    return { kind: 'secret', value: JSON.parse(plaintext) }
  } catch {
    return { kind: 'unread', why: 'it is a secret of the stack that is no JSON' }
  }
}
