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
    switch (one.kind) {
      case 'string':
        texts.push(...[one.text].flat().filter((piece) => typeof piece === 'string'))
        break
      case 'primitive':
        texts.push(String(one.value))
        break
      case 'tuple':
        todo.push(...one.items)
        break
      case 'object':
        texts.push(...one.members.map(({ name }) => name).filter(isText))
        todo.push(...one.members.map((each) => each.value))
        break
      case 'oneOf':
        todo.push(...one.options)
        break
      case 'repeated':
        todo.push(one.body)
        break
      case 'json':
        todo.push(one.document)
        break
    }
  }
  return texts
}

/** Values that are looked at within one another; a policy document nests less. */
const MAX_DEPTH = 50

/** A value with every text in it changed; one that is another then is written nowhere as such. */
export function withTexts(value: Value, change: (text: Text) => Text, depth = 0): Value {
  if (depth > MAX_DEPTH) return value
  const within = (one: Value) => withTexts(one, change, depth + 1)
  switch (value.kind) {
    case 'string': {
      const text = change(value.text)
      const isSame =
        isPlain(text) && isPlain(value.text) ? text === value.text : JSON.stringify(text) === JSON.stringify(value.text)
      return isSame ? value : { kind: 'string', text, origin: null }
    }
    case 'tuple':
      return { ...value, items: value.items.map(within) }
    case 'object':
      return { ...value, members: value.members.map((one) => ({ ...one, value: within(one.value) })) }
    case 'oneOf':
      return { ...value, options: value.options.map(within) }
    case 'repeated':
      return { ...value, body: within(value.body) }
    case 'json':
      return { ...value, document: within(value.document) }
    default:
      return value
  }
}
