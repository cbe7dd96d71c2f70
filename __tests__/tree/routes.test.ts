import { describe, expect, test } from 'vitest'
import { commaAfter, hasComment, JsonTrees, readJsonTree } from '../../src/tree/json.js'
import { memberAt, memberOf, type Node, nodeAt, type Route } from '../../src/tree/node.js'

const TEXT = `// a policy
{
  "a": {"b": ["x", {"c": 1}, null]},
  "a~/b": true,
  "a": {"b": ["y", {"c": 2.5},], "d": {}}
}`

function rootOf(text: string): Node {
  const { root } = readJsonTree(text)
  if (root === null) throw new Error('no value')
  return root
}

describe('a route into a JSON document', () => {
  const root = rootOf(TEXT)

  test.each<{ name: string; route: Route; text: string | null }>([
    { name: 'is the document when it is empty', route: [], text: TEXT.slice(TEXT.indexOf('{')) },
    { name: 'takes the last of members with the same name', route: ['a', 'b', 0], text: '"y"' },
    { name: 'goes through lists and objects', route: ['a', 'b', 1, 'c'], text: '2.5' },
    { name: 'takes names as they are', route: ['a~/b'], text: 'true' },
    { name: 'ends at an empty object', route: ['a', 'd'], text: '{}' },
    { name: 'has no place behind a comma that trails', route: ['a', 'b', 2], text: null },
    { name: 'has no place under a name that is missing', route: ['a', 'x', 'y'], text: null },
    { name: 'has no place by name in a list', route: ['a', 'b', 'c'], text: null },
    { name: 'has no place by index in an object', route: ['a', 0], text: null },
    { name: 'has no place in a scalar', route: ['a', 'b', 0, 'c'], text: null },
    { name: 'has no place under an inherited name', route: ['constructor'], text: null },
  ])('$name', ({ route, text }) => {
    const node = nodeAt(root, route)
    expect(node === null ? null : TEXT.slice(node.start, node.end)).toBe(text)
  })

  test('says of a node what it stands for and how it is written', () => {
    const facts = (route: Route) => {
      const node = nodeAt(root, route)
      return [node?.kind, node?.value, node?.style, node?.shared]
    }
    expect(facts([])).toEqual(['object', undefined, 'flow', false])
    expect(facts(['a', 'b'])).toEqual(['array', undefined, 'flow', false])
    expect(facts(['a', 'b', 0])).toEqual(['string', 'y', 'quoted', false])
    expect(facts(['a', 'b', 1, 'c'])).toEqual(['number', 2.5, 'plain', false])
    expect(facts(['a~/b'])).toEqual(['boolean', true, 'plain', false])
  })

  test('of names leads to the member, key included, or to the last one that is there', () => {
    const text = (route: Route) => {
      const member = memberAt(root, route)
      return member === null ? null : TEXT.slice(member.start, member.end)
    }
    expect(text(['a', 'd'])).toBe('"d": {}')
    expect(text(['a', 'd', 'missing'])).toBe('"d": {}')
    expect(text(['missing', 'd'])).toBe(null)
  })

  test('may lead to a member without a value where the text breaks off', () => {
    const broken = readJsonTree('{"a": 1, "b"}')
    expect(broken.hasError).toBe(true)
    expect(memberOf(broken.root, 'b')).toMatchObject({ name: 'b', value: null })
    expect(readJsonTree('').root).toBe(null)
  })
})

describe('the documents of a text', () => {
  test('have the offsets of the text, and are read once each', () => {
    const text = '{"a": 1}\n{"b": [2]}\n'
    const trees = new JsonTrees(text)
    const second = trees.at(9)
    expect(text.slice(second.root?.start, second.end)).toBe('{"b": [2]}')
    expect(second.at(['b', 0])).toMatchObject({ start: 16, end: 17, value: 2 })
    expect(second.at(['a'])).toBe(null)
    expect(trees.at(9)).toBe(second)
    expect(trees.at(0).end).toBe(8)
  })

  test('may have a comma behind the last item, unless that is not allowed', () => {
    expect(readJsonTree('[1,]').hasError).toBe(false)
    expect(readJsonTree('[1,]', { strictCommas: true }).hasError).toBe(true)
  })
})

describe('what stands between the nodes', () => {
  test('is a comment, outside of strings', () => {
    const text = '{"a": "// no", /* yes */ "b": 1}'
    expect(hasComment(text, { start: 0, end: text.length })).toBe(true)
    expect(hasComment(text, { start: 0, end: 14 })).toBe(false)
  })

  test('is the comma that comes next, over white space and comments', () => {
    expect(commaAfter('1 /* , */\n, 2', 1)).toBe(10)
    expect(commaAfter('1 ] , 2', 1)).toBe(null)
  })
})
