/** How a pattern says any one character, and any number of them. */
export interface Wildcards {
  readonly one: number
  readonly run: number
}

/** A subject without tokens, as character codes. */
export interface Read {
  readonly symbols: readonly unknown[]
  /** Another subject with which it begins: who has read that one goes on from there. */
  readonly before?: Read
}

/**
 * A pattern without tokens, made for many subjects: its positions are bits, and all that are alive move at once. A subject
 * takes one step for each of its characters and for each 32 positions between the first that is alive and the last.
 */
export class BitPattern {
  /** Where in the pattern each position begins: at its symbol, or at the runs in front of that. */
  readonly #starts: readonly number[]
  readonly #length: number
  /** The position from which on there are only wildcards. */
  readonly #wildFrom: number
  /** Positions that have a run in front of them: what is read may be part of it. */
  readonly #stays: Int32Array
  /** Positions at any one character. */
  readonly #any: Int32Array
  /** Positions at a character of their own: the number of each word that has some, and behind it its bits. */
  readonly #own: ReadonlyMap<number, readonly number[]>
  /** The positions that are alive, and the first and the last word that has some: room for one subject after the other. */
  readonly #alive: Int32Array
  #low = 0
  #high = 0
  #last: Read | null = null

  constructor(pattern: readonly number[], { one, run }: Wildcards) {
    this.#length = pattern.length
    this.#starts = startsOf(pattern, run)
    const words = (this.#starts.length + 31) >>> 5
    this.#stays = new Int32Array(words)
    this.#any = new Int32Array(words)
    this.#alive = new Int32Array(words)
    const own = new Map<number, number[]>()
    let wildFrom = 0
    for (const [position, start] of this.#starts.entries()) {
      const [word, bit] = [position >>> 5, 1 << (position & 31)]
      const at = this.#symbolOf(position)
      const symbol = pattern[at]
      if (at > start) set(this.#stays, word, bit)
      if (symbol === one) set(this.#any, word, bit)
      else if (symbol !== undefined) {
        addTo(own, symbol, word, bit)
        wildFrom = position + 1
      }
    }
    this.#own = own
    this.#wildFrom = wildFrom
  }

  /** Whether the pattern matches the whole of a subject. */
  matches(subject: Read): boolean {
    this.#read(subject)
    return this.#isAlive(this.#starts.length - 1)
  }

  /**
   * The places in the pattern that are alive after the whole subject was read, but for those from which nothing is accepted
   * that is not from another one too; the length of the pattern is the place behind it. `literal`: there are some, and a
   * character of the pattern's own is to come after each of them.
   */
  liveAfter(subject: Read): readonly number[] | 'literal' {
    this.#read(subject)
    const [low, high] = [this.#low, this.#high]
    if (low > high) return []
    if (high * 32 + 31 < this.#wildFrom) return 'literal'
    const places: number[] = []
    for (let position = low * 32; position < Math.min(this.#starts.length, high * 32 + 32); position++) {
      if (!this.#isAlive(position)) continue
      for (let place = this.#starts[position] ?? 0; place <= this.#symbolOf(position); place++) places.push(place)
    }
    return places
  }

  /** Where the symbol of a position stands; behind the pattern for the last one. */
  #symbolOf(position: number): number {
    return (this.#starts[position + 1] ?? this.#length + 1) - 1
  }

  #isAlive(position: number): boolean {
    return (((this.#alive[position >>> 5] ?? 0) >>> (position & 31)) & 1) === 1
  }

  /** Goes on from where it is if that is where the subject does. */
  #read(subject: Read): void {
    const { symbols, before } = subject
    const isBegun = before !== undefined && before === this.#last
    this.#last = subject
    if (!isBegun) {
      this.#alive.fill(0)
      this.#alive[0] = 1
      this.#low = 0
      this.#high = 0
    }
    for (let at = isBegun ? before.symbols.length : 0; at < symbols.length && this.#low <= this.#high; at++) {
      const read = symbols[at]
      this.#step(typeof read === 'number' ? this.#own.get(read) : undefined)
      this.#forgetBeforeRun()
    }
  }

  /** Reads one character, given the positions that are at it. */
  #step(own: readonly number[] | undefined): void {
    const alive = this.#alive
    const from = this.#low
    const last = Math.min(this.#high + 1, alive.length - 1)
    let next = 0
    let carried = 0
    this.#low = last + 1
    this.#high = -1
    for (let word = from; word <= last; word++) {
      const before = alive[word] ?? 0
      let moving = this.#any[word] ?? 0
      if (own !== undefined) {
        while ((own[next] ?? word) < word) next += 2
        if (own[next] === word) moving |= own[next + 1] ?? 0
      }
      moving &= before
      const after = (moving << 1) | carried | (before & (this.#stays[word] ?? 0))
      carried = moving >>> 31
      alive[word] = after
      if (after === 0) continue
      if (this.#high === -1) this.#low = word
      this.#high = word
    }
  }

  /** What is accepted from a position in front of a run that is alive is accepted from that run too. */
  #forgetBeforeRun(): void {
    const alive = this.#alive
    for (let word = this.#high; word >= this.#low; word--) {
      const before = alive[word] ?? 0
      const staying = before & (this.#stays[word] ?? 0)
      if (staying === 0) continue
      alive[word] = before & (-1 << (31 - Math.clz32(staying)))
      if (word > this.#low) alive.fill(0, this.#low, word)
      this.#low = word
      return
    }
  }
}

function startsOf(pattern: readonly number[], run: number): readonly number[] {
  const starts = [0]
  for (let at = 0; at < pattern.length; at++) if (pattern[at] !== run) starts.push(at + 1)
  return starts
}

function set(words: Int32Array, word: number, bit: number): void {
  words[word] = (words[word] ?? 0) | bit
}

/** Positions come in their order, so that the last word is the one to add to. */
function addTo(own: Map<number, number[]>, symbol: number, word: number, bit: number): void {
  const words = own.get(symbol)
  if (words === undefined) own.set(symbol, [word, bit])
  else if (words.at(-2) === word) words.push((words.pop() ?? 0) | bit)
  else words.push(word, bit)
}
