import { expect, test } from 'vitest'
import { joinWords, plural } from '../../src/text/words.js'

test.each<[readonly string[], string]>([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
])('%j is a list in words', (words, expected) => {
  expect(joinWords(words)).toBe(expected)
})

test('the last word may be joined by another one', () => {
  expect(joinWords(['a', 'b', 'c'], 'or')).toBe('a, b or c')
})

test('a count has its noun in the right number', () => {
  expect([0, 1, 2].map((count) => plural(count, 'policy', 'policies'))).toEqual([
    '0 policies',
    '1 policy',
    '2 policies',
  ])
})
