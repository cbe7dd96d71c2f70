import { describe, expect, test } from 'vitest'
import { plainTemplate, plainText } from '../../src/terraform/scan/escapes.js'

describe('a text is looked through as people write it', () => {
  test.each([
    ['a letter that is escaped', String.raw`"../\u006dod"`, '"../mod"'],
    ['by its longer form', String.raw`"../\U0000006dod"`, '"../mod"'],
    ['a slash, as JSON escapes it', String.raw`"..\/mod"`, '"../mod"'],
    ['a literal in a template', '"../m${"od"}"', '"../mod"'],
    ['in brackets, with blanks', '"../m${ ( "od" ) }"', '"../mod"'],
    ['in one that stands in another', '"../m${"${"o"}d"}"', '"../mod"'],
    ['nothing at all', '"../mod${""}"', '"../mod"'],
    ['an escaped letter in a literal in a template', String.raw`"../m${'${'}"\u006fd"}"`, '"../mod"'],
  ])('%s', (_, text, plain) => {
    expect(plainText(text)).toBe(plain)
  })

  test.each([
    ['a quote', String.raw`"a\"b"`],
    ['a quote by its number', String.raw`"a\u0022b"`],
    ['a dollar, which would open a template', String.raw`"\u0024{var.a}"`],
    ['a brace, which would do so', String.raw`"$\u007bvar.a}"`],
    ['a percent sign', String.raw`"\u0025{ if true }"`],
    ['a backslash, behind which no escape begins', String.raw`"\\u006d"`],
    ['a line break', String.raw`"a\u000ab"`],
    ['a number that is no letter', String.raw`"\UFFFFFFFF"`],
    ['what begins as a template and is none', '"$${"od"}"'],
    ['a strip marker, which takes blanks around it', '"../m ${~"od"}"'],
    ['a template in a literal', '"${"a${b}"}"'],
  ])('%s stays as it is', (_, text) => {
    expect(plainText(text)).toBe(text)
  })

  test('in JSON the letters are those of the document already', () => {
    expect(plainTemplate(String.raw`../m${'${'}"od"}\u006d`)).toBe(String.raw`../mod\u006d`)
  })

  test('of literals within each other more than anybody nests are left', () => {
    expect(plainTemplate('${"'.repeat(20) + '"}'.repeat(20))).toMatch(/^(?:\$\{"){12}/)
  })
})
