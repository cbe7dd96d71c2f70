const NEWLINE = 0x0a
const RETURN = 0x0d
const OPEN_BRACE = 0x7b
const QUOTE = 0x22
const BLANKS: ReadonlySet<number | undefined> = new Set([0x20, 0x09])

/** How many bytes behind a line end tell whether a document begins there. */
const LOOK_AHEAD = 4

/**
 * The documents of a text from a place on where one begins, each as pieces up to where the next one begins. It is for
 * texts in which a document is broken: nothing in such a one says where it ends.
 *
 * @param start how many bytes stand before the first of them
 */
export function* documentsFrom(chunks: Iterable<Uint8Array>, start: number): Generator<Generator<Uint8Array>> {
  const rest = new Rest(chunks, start)
  while (rest.fill()) {
    const pieces = rest.document()
    yield pieces
    // What its reader left of it.
    while (!pieces.next().done);
  }
}

/** What follows in a text. */
class Rest {
  readonly #chunks: Iterator<Uint8Array>
  #skip: number
  #buffer: Uint8Array = new Uint8Array(0)

  constructor(chunks: Iterable<Uint8Array>, skip: number) {
    this.#chunks = chunks[Symbol.iterator]()
    this.#skip = skip
  }

  /** Whether anything follows; it is at hand then. */
  fill(): boolean {
    while (this.#buffer.length === 0) if (!this.#load()) return false
    return true
  }

  /** Pieces up to the next line on which a document begins, or to the end. */
  *document(): Generator<Uint8Array> {
    for (;;) {
      const end = nextStart(this.#buffer)
      if (end !== null) {
        yield this.#take(end)
        return
      }
      const settled = this.#buffer.length - LOOK_AHEAD
      if (settled > 0) yield this.#take(settled)
      if (!this.#load()) break
    }
    yield this.#take(this.#buffer.length)
  }

  #take(length: number): Uint8Array {
    const taken = this.#buffer.subarray(0, length)
    this.#buffer = this.#buffer.subarray(length)
    return taken
  }

  /** Adds the next chunk; false at the end. */
  #load(): boolean {
    const next = this.#chunks.next()
    if (next.done) return false
    const added = next.value.subarray(this.#skip)
    this.#skip -= next.value.length - added.length
    const joined = new Uint8Array(this.#buffer.length + added.length)
    joined.set(this.#buffer)
    joined.set(added, this.#buffer.length)
    this.#buffer = joined
    return true
  }
}

/** Where the next document begins behind a line end; null where none is seen to. */
function nextStart(buffer: Uint8Array): number | null {
  for (let at = buffer.indexOf(NEWLINE); at !== -1; at = buffer.indexOf(NEWLINE, at + 1)) {
    if (beginsAt(buffer, at + 1)) return at + 1
  }
  return null
}

/**
 * Whether a document begins at the start of a line: written on one line, or with its members indented. What stands
 * within an indented document is indented as well, and a document on one line has no line within.
 */
function beginsAt(buffer: Uint8Array, at: number): boolean {
  if (buffer[at] !== OPEN_BRACE) return false
  const behind = buffer[at + 1] === RETURN ? at + 2 : at + 1
  return buffer[at + 1] === QUOTE || (buffer[behind] === NEWLINE && BLANKS.has(buffer[behind + 1]))
}
