import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Lookout } from '../../src/tree/lookout.js'
import { ByteReader, ByteSyntaxError } from '../../src/tree/stream.js'

/** What walks see: brackets, quotes, escapes, and what stands between. */
const BYTES = fc.array(fc.constantFrom(...'{}[]"\\\\a,: \n'), { maxLength: 90 }).map((all) => Buffer.from(all.join('')))
const VALUES = fc
  .tuple(fc.json({ maxDepth: 4 }), BYTES)
  .map(([json, rest]) => Buffer.concat([Buffer.from(json), Buffer.from(' '), rest]))
const TEXTS = fc.oneof(BYTES, VALUES)

function* inPieces(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  // As a disk gives them: each in the place of the last one.
  const room = Buffer.alloc(size)
  for (let at = 0; at < bytes.length; at += size) {
    const piece = bytes.subarray(at, at + size)
    room.set(piece)
    yield room.subarray(0, piece.length)
  }
}

/** What a walk says: where each value ends, and how it broke off. */
function told(reader: ByteReader, read: (reader: ByteReader) => unknown): readonly unknown[] {
  const all: unknown[] = []
  try {
    while (reader.next() !== -1 && all.length < 50) all.push(read(reader), reader.offset, reader.line)
  } catch (error) {
    if (!(error instanceof ByteSyntaxError)) throw error
    all.push(error.message, error.offset)
  }
  return all
}

/** Where a value of JSON ends, byte by byte; -1 where it does not. */
function endOf(text: Uint8Array, start: number): number {
  let depth = 0
  let inString = false
  for (let at = start; at < text.length; at++) {
    const byte = String.fromCharCode(text[at] ?? 0)
    if (inString) {
      if (byte === '\\') at++
      else if (byte === '"') inString = false
    } else if (byte === '"') inString = true
    else if (byte === '{' || byte === '[') depth++
    else if (byte === '}' || byte === ']') depth--
    if (depth === 0 && !inString) return at + 1
  }
  return -1
}

describe('JSON by its bytes', () => {
  test('is walked to the bracket or quote that ends a value', () => {
    fc.assert(
      fc.property(TEXTS, fc.constantFrom(...'{["'), (rest, first) => {
        const text = Buffer.concat([Buffer.from(first), rest])
        const reader = new ByteReader([text])
        const skip = () => {
          reader.skip()
          return reader.offset
        }
        const end = endOf(text, 0)
        if (end === -1) expect(skip).toThrow(ByteSyntaxError)
        else expect(skip()).toBe(end)
      }),
    )
  })

  test.each([
    ['skipped', (reader: ByteReader) => reader.skip()],
    ['sliced', (reader: ByteReader) => reader.slice().toString()],
    ['parsed', (reader: ByteReader) => reader.value()],
    ['read as words', (reader: ByteReader) => (reader.next() === 0x22 ? reader.value() : reader.skip())],
  ])('is the same wherever its pieces end: %s', (_, read) => {
    fc.assert(
      fc.property(TEXTS, (text) => {
        const whole = told(new ByteReader([text], true), read)
        for (let size = 1; size <= text.length; size++) {
          expect(told(new ByteReader(inPieces(text, size), true), read)).toEqual(whole)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('keeps a value that is longer than its room', () => {
    const long = 'x'.repeat(3_000_000)
    const reader = new ByteReader(inPieces(Buffer.from(`["${long}"] "behind"`), 4096))
    expect(reader.value()).toEqual([long])
    expect(reader.value()).toBe('behind')
  })
})

describe('a word that is looked for in parts of a text', () => {
  const parts = fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { maxLength: 12 })

  test('is seen where it stands whole within the part, in whatever order they are asked for', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ab]{0,60}$/), fc.stringMatching(/^[ab]{1,4}$/), parts, (text, word, asked) => {
        const lookout = new Lookout(word)
        for (const [one, other] of asked) {
          const [from, to] = [Math.min(one, other, text.length), Math.min(Math.max(one, other), text.length)]
          // The window ends anywhere behind the part, and begins anywhere before it.
          const [before, behind] = [from - (one % (from + 1)), Math.min(text.length, to + (other % 5))]
          const window = Buffer.from(text.slice(before, behind))
          const found = text.slice(from, to).indexOf(word)
          expect(lookout.find(window, before, from, to)).toBe(found === -1 ? -1 : from + found)
        }
      }),
      { numRuns: 2000 },
    )
  })

  test('is seen by a reader in each value, wherever pieces end', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[ab]{0,9}$/), { maxLength: 8 }),
        fc.integer({ min: 1, max: 20 }),
        (all, size) => {
          const reader = new ByteReader(inPieces(Buffer.from(all.map((one) => JSON.stringify(one)).join(' ')), size))
          const lookout = new Lookout('aba')
          const seen = all.map(() => {
            reader.next()
            reader.begin()
            reader.skip()
            const holds = reader.holds(lookout)
            reader.drop()
            return holds
          })
          expect(seen).toEqual(all.map((one) => one.includes('aba')))
        },
      ),
    )
  })
})
