import type { JsonValue, Value } from './value.js'

/** The value that a text is the JSON of; the value itself where it is not text. */
export function parsedDocument(value: Value): Value | null {
  if (value.kind === 'json') return value.document
  return value.kind === 'string' ? (value.json?.() ?? null) : null
}

/** A document as text again. */
export function jsonOf(document: Value): JsonValue {
  return { kind: 'json', document, origin: document.origin }
}
