import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lineMap } from '../../src/text/line-map.js'

const lines = (text: string) => text.split('')
const mapped = (from: string, to: string) => {
  const { exact } = lineMap(lines(from).join('\n'), lines(to).join('\n'))
  return lines(from).map((_, i) => exact(i + 1))
}

describe('the lines of a text in another one', () => {
  test.each<[string, string, string, (number | null)[]]>([
    ['are the same in the same text', 'abc', 'abc', [1, 2, 3]],
    ['move down by what is put before them', 'abc', 'xxabc', [3, 4, 5]],
    ['stay above what is put behind them', 'abc', 'abcxx', [1, 2, 3]],
    ['are found around what is put between them', 'abcd', 'abxcd', [1, 2, 4, 5]],
    ['are none where they are gone', 'abcd', 'ad', [1, null, null, 2]],
    ['are found between other changes by what each text has once', 'a}b}c', 'x}b}y', [null, 2, 3, 4, null]],
    ['keep their order', 'ab', 'ba', [null, 1]],
    ['are none in an empty text', 'ab', '', [null, null]],
  ])('%s', (_name, from, to, expected) => {
    expect(mapped(from, to)).toEqual(expected)
  })

  test('are found whatever their line ends', () => {
    expect(lineMap('a\nb\n', 'x\r\na\r\nb\r\n').exact(2)).toBe(3)
  })

  test('whatever the texts: each is of the same text, and each is at most one line', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', '}'), { maxLength: 30 })
    fc.assert(
      fc.property(text, text, (from, to) => {
        const { exact, near } = lineMap(from.join('\n'), to.join('\n'))
        const found = from.flatMap((line, i) => {
          const at = exact(i + 1)
          if (at !== null) expect(to[at - 1] ?? '').toBe(line)
          expect(near(i + 1)).toBeGreaterThanOrEqual(1)
          expect(near(i + 1)).toBeLessThanOrEqual(Math.max(1, to.length))
          return at ?? []
        })
        expect(new Set(found).size).toBe(found.length)
      }),
    )
  })
})
