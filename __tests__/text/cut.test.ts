import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cut } from '../../src/text/cut.js'

const EMOJI = '\u{1f600}'
const FAMILY = '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}'
const ACCENTED = 'e\u0301'
const FLAG = '\u{1f1e9}\u{1f1ea}'

test.each<[string, string, number, string]>([
  ['a text within the limit is whole', 'abcd', 4, 'abcd'],
  ['a longer one ends in an ellipsis, which counts', 'abcde', 4, 'abc…'],
  ['no surrogate pair is cut', `ab${EMOJI}cd`, 4, 'ab…'],
  ['one that fits stays', `ab${EMOJI}cd`, 5, `ab${EMOJI}…`],
  ['no letter loses its accent', `ab${ACCENTED}cd`, 4, 'ab…'],
  ['no flag is cut in half', `ab${FLAG}cd`, 5, 'ab…'],
  ['no family is torn apart', `ab${FAMILY}cd`, 9, 'ab…'],
  ['of one endless character, a part is shown', `a${'\u0301'.repeat(50)}`, 4, 'a\u0301\u0301…'],
  ['and then no surrogate pair is cut', `${EMOJI}${'\u{1f3fb}'.repeat(9)}`, 4, `${EMOJI}…`],
  ['nothing but the ellipsis fits', 'abc', 1, '…'],
])('%s', (_name, text, limit, expected) => {
  expect(cut(text, limit)).toBe(expected)
})

test('the result is never longer than the limit, begins like the text, and holds no new half of a pair', () => {
  const text = fc.string({ unit: fc.constantFrom('a', EMOJI, '\u0301', '\u200d', FLAG, FAMILY, '\r\n'), maxLength: 30 })
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 40 }), (whole, limit) => {
      const short = cut(whole, limit)
      expect(short.length).toBeLessThanOrEqual(limit)
      if (short === whole) return
      expect(whole.startsWith(short.slice(0, -1))).toBe(true)
      expect(short).not.toMatch(/\p{Cs}/u)
    }),
  )
})
