import type { Value } from './value.js'

/** Every text of a value that is known, a number as its text; of a text in pieces the pieces. */
export function textsIn(value: Value): readonly string[] {
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
