import type { Lookout } from './lookout.js'

/** The text is not the JSON that it seemed to be. `offset` counts bytes from the start of the file. */
export class ByteSyntaxError extends Error {
  readonly offset: number

  constructor(message: string, offset: number) {
    super(message)
    this.name = 'ByteSyntaxError'
    this.offset = offset
  }
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d
/** The start of `null`. */
const LOWER_N = 0x6e
const OPEN_BRACKET = 0x5b
const CLOSE_BRACKET = 0x5d
const COMMA = 0x2c
const COLON = 0x3a
const NEWLINE = 0x0a

/** The largest single value that is kept in memory: one resource, one expression. */
const MAX_CAPTURE = 128 * 1024 * 1024

/** Bytes that are looked at at a time: little enough for the caches of a processor. */
const PIECE = 256 * 1024

/**
 * Walks JSON in UTF-8 over chunks of bytes, skipping what nobody asked for at the speed of a byte loop and parsing only
 * captured slices. It never builds the whole tree and never needs the whole file as one string: what is at hand lies in one
 * buffer, which is filled again and again and grows with the largest capture only.
 */
export class ByteReader {
  readonly #chunks: Iterator<Uint8Array>
  /** What of the last chunk is not in the buffer yet. */
  #ahead: Uint8Array = new Uint8Array(0)
  #room: Buffer = Buffer.alloc(0)
  /** The part of the room that is filled. */
  #buffer: Buffer = this.#room
  #at = 0
  /** Bytes of the file before the buffer. */
  #before = 0
  /** Start of a capture in the buffer, or -1. */
  #mark = -1
  /** Bytes after which a capture is given up; null where a longer one fails. */
  #most: number | null = null
  readonly #decoder = new TextDecoder('utf-8')
  /** Line ends up to `#counted`, an index into the buffer; -1 where they are not counted. */
  #lineEnds = 0
  #counted = -1

  /** @param lines whether line ends are counted, for `line` */
  constructor(chunks: Iterable<Uint8Array>, lines = false) {
    this.#chunks = chunks[Symbol.iterator]()
    if (lines) this.#counted = 0
  }

  get offset(): number {
    return this.#before + this.#at
  }

  /** The line of the position, 1-based; 1 where lines are not counted. */
  get line(): number {
    if (this.#counted !== -1) this.#countTo(this.#at)
    return this.#lineEnds + 1
  }

  #countTo(end: number): void {
    const part = this.#buffer.subarray(this.#counted, end)
    for (let at = part.indexOf(NEWLINE); at !== -1; at = part.indexOf(NEWLINE, at + 1)) this.#lineEnds++
    this.#counted = Math.max(end, this.#counted)
  }

  fail(message: string): never {
    throw new ByteSyntaxError(message, this.offset)
  }

  /** Loads the next piece behind what is still needed; false at the end of the file. */
  #refill(): boolean {
    while (this.#ahead.length === 0) {
      const next = this.#chunks.next()
      if (next.done) return false
      this.#ahead = next.value
    }
    if (this.#most !== null && this.#buffer.length - this.#mark > this.#most) this.drop()
    // An escape may have stepped one byte over the edge, which the next piece must not lose.
    const keep = this.#mark === -1 ? Math.min(this.#at, this.#buffer.length) : this.#mark
    if (this.#counted !== -1) {
      this.#countTo(keep)
      this.#counted -= keep
    }
    if (this.#buffer.length - keep > MAX_CAPTURE) this.fail('one value of it is too large')
    this.#take(keep)
    this.#before += keep
    this.#at -= keep
    if (this.#mark !== -1) this.#mark = 0
    return true
  }

  /** Takes the next piece into the buffer, behind what it has from `keep` on. */
  #take(keep: number): void {
    const piece = this.#ahead.subarray(0, PIECE)
    this.#ahead = this.#ahead.subarray(piece.length)
    const rest = this.#buffer.subarray(keep)
    const length = rest.length + piece.length
    if (length > this.#room.length) {
      this.#room = Buffer.allocUnsafeSlow(Math.max(length, 2 * this.#room.length))
      this.#room.set(rest)
    } else if (keep > 0) this.#room.copyWithin(0, keep, keep + rest.length)
    this.#room.set(piece, rest.length)
    this.#buffer = this.#room.subarray(0, length)
  }

  /** The byte at the position, or -1 at the end of the file. */
  peek(): number {
    while (this.#at >= this.#buffer.length) if (!this.#refill()) return -1
    return this.#buffer[this.#at] ?? -1
  }

  advance(): void {
    this.#at++
  }

  /** Skips white space and returns the byte behind it. */
  next(): number {
    for (;;) {
      const byte = this.peek()
      if (byte !== 0x20 && byte !== NEWLINE && byte !== 0x0d && byte !== 0x09) return byte
      this.#at++
    }
  }

  skipLine(): void {
    for (;;) {
      const byte = this.peek()
      if (byte === -1) return
      this.#at++
      if (byte === NEWLINE) return
    }
  }

  #expect(byte: number, what: string): void {
    if (this.next() !== byte) this.fail(`${what} is expected`)
    this.#at++
  }

  /** Calls back for each member of the object at the position; the callback must consume the value. */
  object(member: (name: string) => void): void {
    this.#expect(OPEN_BRACE, 'an object')
    if (this.next() === CLOSE_BRACE) {
      this.#at++
      return
    }
    for (;;) {
      member(this.key())
      const byte = this.next()
      this.#at++
      if (byte === CLOSE_BRACE) return
      if (byte !== COMMA) this.fail(byte === -1 ? 'the text ends too early' : 'a comma is expected')
    }
  }

  /** The name of the member at the position, and its colon. */
  key(): string {
    if (this.next() !== QUOTE) this.fail('a property name is expected')
    const name = this.value()
    this.#expect(COLON, 'a colon')
    return String(name)
  }

  /** Calls back for each element of the array at the position; the callback must consume it. `null` counts as empty. */
  array(element: () => void): void {
    if (this.next() !== OPEN_BRACKET) {
      if (this.next() !== LOWER_N) this.fail('a list is expected')
      this.skip()
      return
    }
    this.#at++
    if (this.next() === CLOSE_BRACKET) {
      this.#at++
      return
    }
    for (;;) {
      element()
      const byte = this.next()
      this.#at++
      if (byte === CLOSE_BRACKET) return
      if (byte !== COMMA) this.fail(byte === -1 ? 'the text ends too early' : 'a comma is expected')
    }
  }

  /** Whether an object stands at the position; what is no object is skipped. */
  isObject(): boolean {
    if (this.next() === OPEN_BRACE) return true
    this.skip()
    return false
  }

  /** Parses the value at the position. */
  value(): unknown {
    this.next()
    this.begin()
    this.skip()
    return this.end()
  }

  /** The string at the position, read without disturbing a capture; names and types hold no escapes that matter. */
  word(): string {
    if (this.next() !== QUOTE) this.fail('a string is expected')
    this.#at++
    const start = this.offset
    this.#skipString()
    const from = start - this.#before
    // Without a capture the start may have left the buffer; then the name is none that anybody looks for.
    return from < 0 ? '' : this.#buffer.toString('utf8', from, this.#at - 1)
  }

  /** Starts a capture at the position: bytes are kept until `end` or `drop`. */
  begin(): void {
    this.#mark = this.#at
    this.#most = null
  }

  /** From now on the capture may be given up where it has more bytes than so many. */
  loosen(most: number): void {
    this.#most = most
  }

  /** Whether the capture has not been given up. */
  get isKept(): boolean {
    return this.#mark !== -1 && this.#at - this.#mark <= (this.#most ?? MAX_CAPTURE)
  }

  /** Ends the capture, and gives its bytes as they are until something else is read; null where it was given up. */
  taken(): Buffer | null {
    const bytes = this.isKept ? this.captured : null
    this.drop()
    return bytes
  }

  /** What was read since the start of the capture, until something else is read. */
  get captured(): Buffer {
    return this.#buffer.subarray(this.#mark, this.#at)
  }

  /** Whether a word is in what was read since the start of the capture. */
  holds(word: Lookout): boolean {
    return this.find(word) !== -1
  }

  /** Where in the window a word stands in what was read since the start of the capture; -1 where it does not. */
  find(word: Lookout, from = this.#mark): number {
    const found = word.find(this.#buffer, this.#before, this.#before + from, this.offset)
    return found === -1 ? -1 : found - this.#before
  }

  /** The bytes at hand, the captured ones among them, until something else is read. */
  get window(): Buffer {
    return this.#buffer
  }

  /** Ends the capture and parses what was read since its start. */
  end(): unknown {
    const slice = this.#buffer.subarray(this.#mark, this.#at)
    this.#mark = -1
    try {
      return JSON.parse(this.#decoder.decode(slice))
    } catch {
      return this.fail('a value is malformed')
    }
  }

  drop(): void {
    this.#mark = -1
    this.#most = null
  }

  /** Skips the value at the position and gives its bytes, which hold until anything else is read. */
  slice(): Buffer {
    this.next()
    this.begin()
    this.skip()
    const slice = this.#buffer.subarray(this.#mark, this.#at)
    this.#mark = -1
    return slice
  }

  /** Skips the value at the position. */
  skip(): void {
    const byte = this.next()
    if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
      this.#at++
      this.skipToClose(1)
    } else if (byte === QUOTE) {
      this.#at++
      this.#skipString()
    } else if (byte === -1 || byte === COMMA || byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
      this.fail('a value is expected')
    } else this.#skipLiteral()
  }

  #skipLiteral(): void {
    for (;;) {
      const byte = this.peek()
      if (byte <= 0x20 || byte === COMMA || byte === CLOSE_BRACE || byte === CLOSE_BRACKET) return
      this.#at++
    }
  }

  /** Skips to behind the bracket that closes the given number of open ones. */
  skipToClose(open: number): void {
    const walk: Walk = { at: this.#at, depth: open, inString: false }
    for (;;) {
      walk.at = this.#at
      walkStructure(this.#buffer, walk)
      this.#at = walk.at
      if (walk.depth === 0) return
      // A string goes on in the next chunk; an escape may have stepped over the edge.
      if (walk.inString) this.#skipString()
      else if (this.peek() === -1) this.fail('the text ends too early')
      walk.inString = false
    }
  }

  /** Skips to behind the closing quote of a string whose inside the position is in. */
  #skipString(): void {
    for (;;) {
      const end = closingQuote(this.#buffer, this.#at)
      this.#at = end
      if (end < this.#buffer.length) break
      if (!this.#refill()) this.fail('a string is not closed')
    }
    this.#at++
  }
}

interface Walk {
  at: number
  depth: number
  inString: boolean
}

/** Follows brackets and strings until the depth is 0 or the buffer ends. The hot loop: locals only. */
function walkStructure(buffer: Uint8Array, walk: Walk): void {
  const length = buffer.length
  let depth = walk.depth
  let i = walk.at
  while (i < length && depth > 0) {
    const byte = buffer[i++]
    if (byte === QUOTE) {
      i = closingQuote(buffer, i)
      walk.inString = i >= length
      if (!walk.inString) i++
    } else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) depth++
    else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) depth--
  }
  walk.at = i
  walk.depth = depth
}

/** The closing quote of a string, or an index at or one behind the end of the buffer. */
function closingQuote(buffer: Uint8Array, from: number): number {
  let i = from
  while (i < buffer.length) {
    const byte = buffer[i]
    if (byte === QUOTE) return i
    i += byte === BACKSLASH ? 2 : 1
  }
  return i
}
