import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compile, Glob, globMatches, matchExact, matchGlob, matchSymbols, subjectOf } from '../../src/iam/text/glob.js'
import { joinText, type Text, type Token } from '../../src/iam/text/text.js'
import { glob } from '../support/concrete-match.js'

const RUNS = Number(process.env.FC_RUNS ?? 200)
const TIMEOUT = 30_000 + RUNS * 50

const patterns = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?', '/'), maxLength: 8 })
const subjects = fc.string({ unit: fc.constantFrom('a', 'b', '/', '*', '?'), maxLength: 8 })

/** How a pattern may get past the bucket. */
const heads = fc.constantFrom('prefix', '', '*', '?', '*/', 'a*', '??')

/** Every key of up to four characters; `c` stands for what no pattern names. */
const KEYS: readonly string[] = (() => {
  const keys: string[][] = [['']]
  for (let length = 1; length <= 4; length++) {
    keys.push((keys[length - 1] ?? []).flatMap((key) => ['a', 'b', 'c', '/'].map((char) => key + char)))
  }
  return keys.flat().filter((key) => key !== '')
})()

describe('glob matching against its definition', () => {
  test('patterns and subjects without expressions', () => {
    fc.assert(
      fc.property(patterns, subjects, (pattern, subject) => {
        const expected = glob(pattern.replaceAll('x', ''), hidden(subject))
        expect(globMatches(pattern, subject)).toBe(expected)
        expect(matchGlob(pattern, subject)).toBe(expected ? 'T' : 'F')
        expect(matchSymbols(compile(pattern, true), compile(subject, false))).toBe(expected ? 'T' : 'F')
        expect(matchExact(pattern, subject)).toBe(pattern === subject ? 'T' : 'F')
      }),
      { numRuns: RUNS * 10 },
    )
  })

  test(
    'how much of the objects of a bucket a pattern covers',
    () => {
      fc.assert(
        fc.property(heads, patterns, fc.constantFrom('a/', 'ab/', 'b/a/'), (head, tail, prefix) => {
          const pattern = (head === 'prefix' ? prefix : head) + tail
          const matched = KEYS.filter((key) => glob(pattern, prefix + key)).length
          const expected = matched === 0 ? 'none' : matched === KEYS.length ? 'all' : 'some'
          const { sure, possible } = new Glob(compile(pattern, true)).coverage(subjectOf(compile(prefix, false)))
          expect({ pattern, sure }).toEqual({ pattern, sure: possible })
          // A pattern may need a longer key than those tried.
          if (!(expected === 'none' && sure === 'some'))
            expect({ pattern, prefix, sure }).toEqual({ pattern, prefix, sure: expected })
          else expect(pattern.replaceAll('*', '').length).toBeGreaterThan(4)
        }),
        { numRuns: RUNS, examples: [['*', '??', 'a/']] },
      )
    },
    TIMEOUT,
  )
})

function hidden(text: string): string {
  return text.replaceAll('*', '\ue000').replaceAll('?', '\ue001')
}

const VALUES: Readonly<Record<string, readonly string[]>> = {
  any: ['', 'a', 'b/a', '*', '?b', '1'],
  digits: ['111111111111', '121212121212'],
  organization: ['ab1ab1ab1a', `1b${'a'.repeat(30)}`],
  name: ['a', 'ab', '1b'],
}

const tokens: fc.Arbitrary<Token> = fc.constantFrom<Token>(
  { token: 'any' },
  { token: 'digits', holds: 'digits' },
  { token: 'name', holds: 'name' },
  { token: 'organization', holds: 'organization' },
)

function texts(units: readonly string[]): fc.Arbitrary<Text> {
  const piece = fc.oneof(fc.string({ unit: fc.constantFrom(...units), maxLength: 3 }), tokens)
  return fc.array(piece, { maxLength: 3 }).map(joinText)
}

/** Every way to put values in the place of tokens, the same value for the same token. */
function* choices(names: readonly string[]): Generator<ReadonlyMap<string, string>> {
  const [name, ...rest] = names
  if (name === undefined) yield new Map()
  else
    for (const value of VALUES[name] ?? []) for (const other of choices(rest)) yield new Map([...other, [name, value]])
}

function filled(text: Text, values: ReadonlyMap<string, string>, subject: boolean): string {
  const show = (piece: string) => (subject ? hidden(piece) : piece)
  if (typeof text === 'string') return show(text)
  return text.map((piece) => show(typeof piece === 'string' ? piece : (values.get(piece.token) ?? ''))).join('')
}

describe('glob matching with expressions', () => {
  test(
    'a sure answer holds for every value of every expression',
    () => {
      fc.assert(
        fc.property(texts(['a', '1', '*', '/', '?']), texts(['a', '1', '/']), (pattern, subject) => {
          const answer = matchSymbols(compile(pattern, true), compile(subject, false))
          if (answer === 'U') return
          for (const values of choices(Object.keys(VALUES))) {
            const matched = glob(filled(pattern, values, false), filled(subject, values, true))
            expect({ values: [...values], matched }).toEqual({ values: [...values], matched: answer === 'T' })
          }
        }),
        { numRuns: RUNS },
      )
    },
    TIMEOUT,
  )
})
