import { isPlain, type Text } from '../../../iam/text/text.js'
import type { Value } from './value.js'

/**
 * Every text of a value that is known, a number as its text; of a text in pieces the pieces.
 *
 * @param isText whether a key counts as one too
 */
export function textsIn(value: Value, isText: (key: string) => boolean): readonly string[] {
  const texts: string[] = []
  const todo: Value[] = [value]
  for (let one = todo.pop(); one !== undefined; one = todo.pop()) {
    if (one.kind === 'string') texts.push(...[one.text].flat().filter((piece) => typeof piece === 'string'))
    if (one.kind === 'primitive') texts.push(String(one.value))
    if (one.kind === 'object') texts.push(...one.members.map(({ name }) => name).filter(isText))
    for (const part of partsOf(one)) todo.push(part)
  }
  return texts
}

/** The values that one is made of. */
export function partsOf(value: Value): readonly Value[] {
  switch (value.kind) {
    case 'tuple':
      return value.items
    case 'object':
      return value.members.map((one) => one.value)
    case 'oneOf':
      return value.options
    case 'repeated':
      return [value.body]
    case 'json':
      return [value.document]
    default:
      return []
  }
}

/** A value with each of those changed. */
export function withParts(value: Value, change: (part: Value) => Value): Value {
  switch (value.kind) {
    case 'tuple':
      return { ...value, items: value.items.map(change) }
    case 'object':
      return { ...value, members: value.members.map((one) => ({ ...one, value: change(one.value) })) }
    case 'oneOf':
      return { ...value, options: value.options.map(change) }
    case 'repeated':
      return { ...value, body: change(value.body) }
    case 'json':
      return { ...value, document: change(value.document) }
    default:
      return value
  }
}

/** Values that are looked at within one another; a policy document nests less. */
const MAX_DEPTH = 50

/** A value with every text in it changed; one that is another then is written nowhere as such. */
export function withTexts(value: Value, change: (text: Text) => Text, depth = 0): Value {
  if (depth > MAX_DEPTH) return value
  if (value.kind !== 'string') return withParts(value, (one) => withTexts(one, change, depth + 1))
  const text = change(value.text)
  const isSame =
    isPlain(text) && isPlain(value.text) ? text === value.text : JSON.stringify(text) === JSON.stringify(value.text)
  return isSame ? value : { kind: 'string', text, origin: null }
}
