import { memberNamed, parsedDocument, possible, unknown, type Value } from '../values/index.js'

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
