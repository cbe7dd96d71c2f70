import { describe, expect, test } from 'vitest'
import { parseLog, parseOutputs } from '../support/runner.js'

/** The runner emulator reads a log as the runner does: what it misses, no test of the action would find. */

describe('workflow commands in a log', () => {
  test.each<[string, string, readonly string[]]>([
    ['at the start of a line', '::error::x', ['error']],
    ['behind blanks and tabs', ' \t::error::x', ['error']],
    ['behind a next-line character', '\u0085::error::x', ['error']],
    ['in capitals', '::ERROR::x', ['error']],
    ['in the middle of a line: none', 'x ::error::y', []],
    ['without its end: none', '::error x', []],
    ['of an unknown name: none', '::eror::x', []],
    ['behind a carriage return', 'x\r::error::y', ['error']],
    ['behind a line separator: none, it ends no line', 'x\u2028::error::y', []],
    ['of the old form, anywhere', 'x ##[error]y', ['error']],
    ['of the old form without its end: none', 'x ##[error y', []],
    ['two in a line: the first', '##[error]x ##[warning]y', ['error']],
    [
      'between stop-commands and its token: none',
      '::stop-commands::t\n::error::x\n##[error]y\n::t::\n::notice::z',
      ['stop-commands', 'notice'],
    ],
    ['with another token: still none', '::stop-commands::t\n::u::\n::error::x', ['stop-commands']],
  ])('%s', (_name, log, names) => {
    expect(parseLog(log).map(({ name }) => name)).toEqual(names)
  })

  test('values are decoded, and properties without a value left out', () => {
    const [command] = parseLog('::error file=a%2Cb%3Ac,line=,title=100%25%0A::x%0Ay%25')
    expect(command).toEqual({ name: 'error', properties: { file: 'a,b:c', title: '100%\n' }, data: 'x\ny%' })
  })

  test('the old form separates properties by semicolons', () => {
    expect(parseLog('##[error file=a;line=1]x')[0]?.properties).toEqual({ file: 'a', line: '1' })
  })
})

describe('the file of outputs', () => {
  test.each<[string, string, Record<string, string>]>([
    ['lines', 'a=1\nb=2=3\n', { a: '1', b: '2=3' }],
    ['a heredoc', 'a<<EOF\nx\ny\nEOF\n', { a: 'x\ny' }],
    ['an equals sign before the arrows', 'a=b<<c\n', { a: 'b<<c' }],
    ['arrows before the equals sign', 'a<<b=c\nx\nb=c\n', { a: 'x' }],
  ])('%s', (_name, text, outputs) => {
    expect(parseOutputs(text)).toEqual(outputs)
  })

  test.each([
    ['a line of another kind', 'hello\n'],
    ['a heredoc without its end', 'a<<EOF\nx\n'],
    ['a heredoc whose end is indented', 'a<<EOF\nx\n EOF\n'],
  ])('%s fails the step', (_name, text) => {
    expect(() => parseOutputs(text)).toThrow()
  })
})
