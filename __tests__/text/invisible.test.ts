import { describe, expect, test } from 'vitest'
import { hasInvisible, replaceInvisible } from '../../src/text/invisible.js'

describe('what a reader cannot see counts', () => {
  test.each([
    ['a bidirectional override', '\u202e'],
    ['a bidirectional isolate', '\u2066'],
    ['an Arabic letter mark', '\u061c'],
    ['a zero-width space', '\u200b'],
    ['a zero-width joiner', '\u200d'],
    ['a word joiner', '\u2060'],
    ['a byte order mark inside', '\ufeff'],
    ['a soft hyphen', '\u00ad'],
    ['a tag letter', '\u{e0041}'],
    ['a tag that nobody assigned', '\u{e0000}'],
    ['a line separator', '\u2028'],
    ['a paragraph separator', '\u2029'],
    ['a Hangul filler', '\u3164'],
    ['a halfwidth Hangul filler', '\uffa0'],
    ['a Hangul initial filler', '\u115f'],
    ['a Hangul medial filler', '\u1160'],
    ['a combining grapheme joiner', '\u034f'],
    ['a Mongolian vowel separator', '\u180e'],
    ['a variation selector behind a letter', 'x\ufe0f'],
    ['a variation selector behind a digit that is no keycap', '1\ufe0f'],
    ['a variation selector behind a line end', '\u2764\n\ufe0f'],
    ['a second variation selector behind an emoji', '\u2764\ufe0f\ufe0f'],
    ['a supplementary variation selector', '\u{e0100}'],
    ['an interlinear annotation', '\ufff9'],
    ['a bell', '\u0007'],
    ['a form feed', '\f'],
    ['half of a surrogate pair', '\ud800'],
    ['a carriage return alone', 'a\rb'],
  ])('%s', (_, text) => {
    expect(hasInvisible(`a${text}b`)).toBe(true)
    expect(hasInvisible(replaceInvisible(text, () => '?'))).toBe(false)
  })
})

describe('what a reader sees, or what lays a text out, does not count', () => {
  test.each([
    ['printable ASCII', '{"Sid": "~"}'],
    ['tabs and line ends', '\ta\r\nb\nc'],
    ['other scripts', 'é ü 日本 한국 عربى'],
    ['a no-break space', 'a\u00a0b'],
    ['an emoji', '😀'],
    ['a variation selector of an emoji', '\u2764\ufe0f \u2708\ufe0e'],
    ['a keycap', '1\ufe0f\u20e3 #\ufe0f\u20e3'],
    ['nothing', ''],
  ])('%s', (_, text) => {
    expect(hasInvisible(text)).toBe(false)
    expect(replaceInvisible(text, () => '?')).toBe(text.replaceAll('\r\n', '\n'))
  })
})

test('the time is in proportion to the length', () => {
  expect(hasInvisible('\u2764'.repeat(200_000))).toBe(false)
  expect(hasInvisible(`${'1'.repeat(200_000)}\ufe0f`)).toBe(true)
})
