import { describe, expect, test } from 'vitest'
import { DEFAULT_FILES } from '../../src/config/defaults.js'
import { matchingPaths } from '../../src/sources/match.js'

const matching = (patterns: readonly string[], paths: readonly string[]) =>
  matchingPaths(patterns, paths, DEFAULT_FILES)

describe('names that need not be on disk mean what they mean on disk', () => {
  const names = ['a.json', 'g.tf', 'x.txt', 'package-lock.json', 'prod/p.json', 'prod/deep/q.json', '.git/s.json']
  const cases: { name: string; patterns: string[]; expected: string[] }[] = [
    { name: 'no pattern', patterns: [], expected: ['a.json', 'g.tf', 'prod/deep/q.json', 'prod/p.json'] },
    { name: 'only exclusions', patterns: ['!prod'], expected: ['a.json', 'g.tf'] },
    { name: 'a directory', patterns: ['prod/'], expected: ['prod/deep/q.json', 'prod/p.json'] },
    { name: 'a dot', patterns: ['.', '!*.tf'], expected: ['a.json', 'prod/deep/q.json', 'prod/p.json'] },
    {
      name: 'a file whatever its name',
      patterns: ['x.txt', './package-lock.json'],
      expected: ['package-lock.json', 'x.txt'],
    },
    { name: 'a glob without lock files', patterns: ['*.json'], expected: ['a.json'] },
    { name: 'braces and ranges', patterns: ['{a,b}.json', 'prod/[o-q].json'], expected: ['a.json', 'prod/p.json'] },
    { name: 'an ignored folder that is named', patterns: ['.git/*.json'], expected: ['.git/s.json'] },
    {
      name: 'exclusions wherever they stand',
      patterns: ['!prod/deep', '**/*.json'],
      expected: ['a.json', 'prod/p.json'],
    },
    { name: 'a name that is not there', patterns: ['gone.json'], expected: [] },
    { name: 'a way out', patterns: ['../*.json', '/a.json'], expected: [] },
  ]
  test.each(cases)('$name', ({ patterns, expected }) => {
    expect(matching(patterns, names)).toEqual(expected)
  })
})

describe('hostile names', () => {
  const long = `${'x'.repeat(300)}.json`
  const cases: { name: string; paths: string[]; expected: string[] }[] = [
    { name: 'longer than a disk takes', paths: [long], expected: [long] },
    { name: 'below what is a file', paths: ['a.json', 'a.json/b.json'], expected: ['a.json', 'a.json/b.json'] },
    { name: 'that lead out', paths: ['../a.json', '/a.json', '..', '.', ''], expected: [] },
    { name: 'with a NUL', paths: ['a\0.json'], expected: [] },
    { name: 'that look like globs', paths: ['[id].json', '**/{a}.json'], expected: ['**/{a}.json', '[id].json'] },
    {
      name: 'of the language',
      paths: ['__proto__.json', 'constructor/a.json'],
      expected: ['__proto__.json', 'constructor/a.json'],
    },
  ]
  test.each(cases)('$name', ({ paths, expected }) => {
    expect(matching([], paths)).toEqual(expected)
  })

  test('an escaped name means only itself', () => {
    expect(matching(['\\[id\\].json'], ['[id].json', 'i.json'])).toEqual(['[id].json'])
    expect(matching(['[id].json'], ['[id].json', 'i.json'])).toEqual(['[id].json', 'i.json'])
  })
})
