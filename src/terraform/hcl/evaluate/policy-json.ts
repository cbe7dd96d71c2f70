import {
  eachOption,
  knownString,
  memberNamed,
  parsedDocument,
  possible,
  possibleAll,
  unnamed,
  type Value,
} from '../values/index.js'

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
      return possibleAll(documentsOf(value.body), value.made)
    case 'oneOf':
      return eachOption(value, documentsOf)
    case 'json':
    case 'string': {
      const document = parsedDocument(value)
      if (document !== null) return statementsOf(document)
      // The provider skips empty documents.
      return value.kind === 'string' && value.text === '' ? [] : [possible(unnamed('a policy document', value.origin))]
    }
    default:
      return [possible(value.kind === 'unknown' ? value : unnamed('a policy document', value.origin))]
  }
}

/**
 * The `Version` of a policy document, null where it has none: variables of policies have a meaning in one of them only (IAM
 * User Guide, "Version"). Undefined where it is not known, or differs among what the document may be.
 */
export function versionOf(value: Value): string | null | undefined {
  if (value.kind === 'repeated') return versionOf(value.body)
  if (value.kind === 'oneOf') return agreed(value.options.map(versionOf))
  const document = value.kind === 'json' || value.kind === 'string' ? parsedDocument(value) : null
  return document === null ? undefined : versionIn(document)
}

function versionIn(document: Value): string | null | undefined {
  if (document.kind === 'oneOf') return agreed(document.options.map(versionIn))
  if (document.kind !== 'object') return undefined
  const version = memberNamed(document, 'Version')
  if (version === null) return document.open ? undefined : null
  return knownString(version.value) ?? undefined
}

function agreed(versions: readonly (string | null | undefined)[]): string | null | undefined {
  const [first, ...others] = versions
  return others.every((one) => one === first) ? first : undefined
}

/** The statements of a policy object: a list, or a single object. */
export function statementsOf(document: Value): readonly Value[] {
  if (document.kind === 'oneOf') return eachOption(document, statementsOf)
  if (document.kind !== 'object')
    return [possible(document.kind === 'unknown' ? document : unnamed('a policy', document.origin))]
  const statement = memberNamed(document, 'Statement')
  if (statement === null) return document.open ? [possible(unnamed('statements', document.origin))] : []
  return items(statement.value)
}

function items(value: Value): readonly Value[] {
  if (value.kind === 'tuple') return value.items
  if (value.kind === 'oneOf') return eachOption(value, items)
  if (value.kind === 'null') return []
  return value.kind === 'object' ? [value] : [possible(value)]
}
