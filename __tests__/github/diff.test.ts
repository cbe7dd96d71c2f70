import { describe, expect, test } from 'vitest'
import { commentablePart, hunkAround, parsePatch } from '../../src/github/pull/diff.js'

const TWO_HUNKS = [
  '@@ -1,4 +1,5 @@ function',
  ' a',
  '+b',
  ' c',
  '-d',
  '+D',
  ' e',
  '@@ -20 +21,2 @@',
  ' x',
  '+y',
  '\\ No newline at end of file',
].join('\n')

describe('parsePatch', () => {
  test('reads every hunk, context included, and ranges without a length', () => {
    expect(parsePatch(TWO_HUNKS)).toEqual([
      { startLine: 1, endLine: 5, lines: ['a', 'b', 'c', 'D', 'e'] },
      { startLine: 21, endLine: 22, lines: ['x', 'y'] },
    ])
  })

  test.each([
    ['a new file', '@@ -0,0 +1,2 @@\n+a\n+b', [{ startLine: 1, endLine: 2, lines: ['a', 'b'] }]],
    ['one line of one', '@@ -1 +1 @@\n-a\n+b', [{ startLine: 1, endLine: 1, lines: ['b'] }]],
    [
      'no line end before and after',
      '@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file',
      [{ startLine: 1, endLine: 1, lines: ['b'] }],
    ],
    ['only deleted lines', '@@ -1,2 +0,0 @@\n-a\n-b', []],
    [
      'text that looks like a header',
      '@@ -1 +1,2 @@\n a\n+@@ -9 +9 @@',
      [{ startLine: 1, endLine: 2, lines: ['a', '@@ -9 +9 @@'] }],
    ],
    ['carriage returns of the file', '@@ -1 +1 @@\n-a\r\n+b\r', [{ startLine: 1, endLine: 1, lines: ['b'] }]],
    ['an empty patch', '', []],
  ])('reads %s', (_name, patch, expected) => {
    expect(parsePatch(patch)).toEqual(expected)
  })

  test.each([
    ['no header', 'a\nb'],
    ['fewer lines than promised', '@@ -1,3 +1,3 @@\n a\n b'],
    ['a line of no kind', '@@ -1,2 +1,2 @@\n a\n*b'],
    ['more added lines than promised', '@@ -1,2 +1,1 @@\n a\n+b\n+c\n-d'],
    ['the header of a file', '--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b'],
  ])('gives up on %s', (_name, patch) => {
    expect(parsePatch(patch)).toBeNull()
  })
})

describe('ranges in hunks', () => {
  const hunks = parsePatch('@@ -1,2 +1,2 @@\n a\n+b\n-c\n@@ -3,2 +3,3 @@\n d\n e\n+f') ?? []

  test.each([
    [1, 2, true],
    [3, 5, true],
    [2, 3, false],
    [5, 6, false],
    [9, 9, false],
  ])('lines %i to %i in one hunk: %j', (start, end, expected) => {
    expect(hunkAround(hunks, start, end) !== null).toBe(expected)
  })

  test.each([
    [1, 9, { startLine: 3, endLine: 5 }],
    [2, 3, { startLine: 2, endLine: 2 }],
    [6, 9, null],
  ])('the part of %i to %i that can be commented', (start, end, expected) => {
    expect(commentablePart(hunks, start, end)).toEqual(expected)
  })
})
