import fc from 'fast-check'

/**
 * Writes JSON as people do: every object and list decides for itself whether it is spread over lines, with comments,
 * trailing commas and odd spacing where the author has that habit.
 */
export interface Author {
  readonly indent: string
  readonly colon: string
  readonly comma: string
  readonly pad: string
  readonly eol: '\n' | '\r\n'
  /** Of ten objects or lists, how many stand on one line. */
  readonly inline: number
  readonly comments: 'none' | 'some'
  readonly trailingCommas: boolean
  readonly leadingCommas: boolean
  readonly blankLines: boolean
  readonly finalNewline: boolean
}

export const authors: fc.Arbitrary<Author> = fc.record({
  indent: fc.constantFrom('  ', '    ', '\t', ' '),
  colon: fc.constantFrom(': ', ': ', ':', ' : '),
  comma: fc.constantFrom(', ', ', ', ','),
  pad: fc.constantFrom('', ' '),
  eol: fc.constantFrom('\n', '\n', '\r\n'),
  inline: fc.constantFrom(0, 0, 3, 6, 10),
  comments: fc.constantFrom('none', 'some'),
  trailingCommas: fc.constantFrom(false, false, true),
  leadingCommas: fc.constantFrom(false, false, false, true),
  blankLines: fc.constantFrom(false, false, true),
  finalNewline: fc.boolean(),
})

/** Draws from a list of numbers that fast-check made, over and over. */
export type Dice = (sides: number) => number

export function dice(numbers: readonly number[]): Dice {
  let at = 0
  return (sides) => (numbers[at++ % numbers.length] ?? 0) % sides
}

export const rolls = fc.array(fc.nat(1000), { minLength: 40, maxLength: 40 })

export function written(value: unknown, author: Author, roll: Dice): string {
  const text = new Writer(author, roll).write(value, 0)
  return text + (author.finalNewline ? author.eol : '')
}

class Writer {
  readonly #author: Author
  readonly #roll: Dice
  #comments = 0

  constructor(author: Author, roll: Dice) {
    this.#author = author
    this.#roll = roll
  }

  write(value: unknown, depth: number): string {
    if (typeof value !== 'object' || value === null) return JSON.stringify(value)
    const isList = Array.isArray(value)
    const [open, close] = isList ? ['[', ']'] : ['{', '}']
    const spread = this.#roll(10) >= this.#author.inline
    const inner = spread ? depth + 1 : depth
    const items = isList
      ? value.map((item) => this.write(item, inner))
      : Object.entries(value).map(([key, item]) => this.#member(key, item, inner))
    if (items.length === 0) return open + close
    return spread ? this.#spread(items, open, close, depth) : this.#inline(items, open, close, isList)
  }

  #member(key: string, value: unknown, depth: number): string {
    return JSON.stringify(key) + this.#author.colon + this.#block(6) + this.write(value, depth)
  }

  /** A comment within a line, now and then. */
  #block(rarity: number): string {
    if (this.#author.comments === 'none' || this.#roll(rarity * 4) !== 0) return ''
    return `/* ${this.#comments++} */ `
  }

  #inline(items: readonly string[], open: string, close: string, isList: boolean): string {
    const pad = isList ? '' : this.#author.pad
    const { comma, trailingCommas } = this.#author
    return open + pad + items.join(comma) + (trailingCommas ? ',' : '') + pad + close
  }

  #spread(items: readonly string[], open: string, close: string, depth: number): string {
    const { indent, eol, trailingCommas, leadingCommas } = this.#author
    const pad = indent.repeat(depth + 1)
    const lines = items.map((item, i) => {
      const last = i === items.length - 1
      if (leadingCommas) return `${i === 0 ? pad : `${indent.repeat(depth)}, `}${item}${this.#behind()}`
      return pad + item + (last && !trailingCommas ? '' : ',') + this.#behind()
    })
    const blank = this.#author.blankLines && this.#roll(3) === 0 ? eol : ''
    return open + this.#behind() + eol + this.#above(pad) + lines.join(eol + blank) + eol + indent.repeat(depth) + close
  }

  #behind(): string {
    if (this.#author.comments === 'none' || this.#roll(5) !== 0) return ''
    return this.#roll(2) === 0 ? ` // ${this.#comments++}, "x": "*"` : ` /* ${this.#comments++} */`
  }

  #above(pad: string): string {
    if (this.#author.comments === 'none' || this.#roll(5) !== 0) return ''
    return `${pad}// ${this.#comments++} {${this.#author.eol}`
  }
}
