import { possible } from '../values/collection.js'
import { unknown, type JsonValue, memberNamed, type Value } from '../values/value.js'

/** The value that a policy attribute holds the JSON text of; the value itself where it is not text. */
export function parsedDocument(value: Value): Value | null {
  if (value.kind === 'json') return value.document
  return value.kind === 'string' ? (value.json?.() ?? null) : null
}

/**
 * The statements of one or several policy documents, in order. Those that may be missing are `repeated`; where part of a
 * document is not known, a `repeated` of an `unknown` stands for it.
 */
export function documentsOf(value: Value): readonly Value[] {
  switch (value.kind) {
    case 'null':
      return []
    case 'tuple':
      return value.items.flatMap(documentsOf)
    case 'repeated':
      return documentsOf(value.body).map(possible)
    case 'oneOf':
      return value.options.flatMap((option) => documentsOf(option).map(possible))
    case 'json':
    case 'string': {
      const document = parsedDocument(value)
      if (document !== null) return statementsOf(document)
      // The provider skips empty documents.
      return value.kind === 'string' && value.text === '' ? [] : [possible(unknown('a policy document', value.origin))]
    }
    default:
      return [possible(value.kind === 'unknown' ? value : unknown('a policy document', value.origin))]
  }
}

/** The statements of a policy object: a list, or a single object. */
export function statementsOf(document: Value): readonly Value[] {
  if (document.kind === 'oneOf') return document.options.flatMap((option) => statementsOf(option).map(possible))
  if (document.kind !== 'object')
    return [possible(document.kind === 'unknown' ? document : unknown('a policy', document.origin))]
  const statement = memberNamed(document, 'Statement')
  if (statement === null) return document.open ? [possible(unknown('statements', document.origin))] : []
  return items(statement.value)
}

function items(value: Value): readonly Value[] {
  if (value.kind === 'tuple') return value.items
  if (value.kind === 'oneOf') return value.options.flatMap((option) => items(option).map(possible))
  if (value.kind === 'null') return []
  return value.kind === 'object' ? [value] : [possible(value)]
}

/** A document as text again. */
export function jsonOf(document: Value): JsonValue {
  return { kind: 'json', document, origin: document.origin }
}
