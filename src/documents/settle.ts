import type { ParsedJson } from '../tree/parse.js'
import { isObject } from '../tree/value.js'
import { isWhole } from '../tree/whole.js'
import type { Document } from './document.js'
import type { Form } from './form.js'
import type { Settle } from './settled.js'

interface Settling {
  readonly text: string
  readonly path: string
  readonly forms: readonly Form[]
  readonly settle: Settle
}

/** A document that one form takes for a policy and nothing besides, and no form before it for anything, if it can be settled. */
export function settledIn(
  { documents: [document, ...others] }: Extract<ParsedJson, { ok: true }>,
  { text, path, forms, settle }: Settling,
): Document | null {
  if (document === undefined || others.length > 0 || !isObject(document.value)) return null
  const { value: object, base } = document
  for (const form of forms) {
    if (form.isAlone?.(object) === true) {
      const policy = isWhole(object, text) ? settle(object, path) : null
      return policy === null ? null : { kind: 'settled', policy, length: text.length }
    }
    if (form.readObject?.(object, { path, base, at: [], syntax: undefined }) != null) return null
  }
  return null
}
