/** How a text ends its lines. `none` is a text of one line. */
export type EolStyle = 'lf' | 'crlf' | 'mixed' | 'none'

/** A zero-based offset in UTF-16 units as a 1-based line and column. */
export interface Position {
  readonly line: number
  readonly column: number
}

/**
 * Line starts of a text. Lines end at `\n`, as in a Git diff; a `\r` before it belongs to the line end, a lone `\r`
 * to the line.
 */
export class LineIndex {
  readonly text: string
  readonly #starts: readonly number[]
  #style: EolStyle | null = null

  constructor(text: string) {
    this.text = text
    const starts = [0]
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
    this.#starts = starts
  }

  /** Number of lines; a text that ends in a line end has no further empty line, an empty text has one. */
  get count(): number {
    const last = this.#starts.at(-1) ?? 0
    return last === this.text.length && this.#starts.length > 1 ? this.#starts.length - 1 : this.#starts.length
  }

  /** Which line ends the text uses. */
  get eolStyle(): EolStyle {
    this.#style ??= styleOf(this.text)
    return this.#style
  }

  /** The line end for text that is added: `\r\n` only where every line of the text ends so. */
  get eol(): string {
    return eolIn(this.eolStyle)
  }

  /** Offset of the first character of a 1-based line; the text's length for a line past the end. */
  startOf(line: number): number {
    return this.#starts[line - 1] ?? this.text.length
  }

  /** Offset behind the last character of a 1-based line, before its line end. */
  endOf(line: number): number {
    const next = this.#starts[line]
    if (next === undefined) return this.text.length
    const end = next - 1
    return end > this.startOf(line) && this.text[end - 1] === '\r' ? end - 1 : end
  }

  /** Text of a 1-based line, without its line end. */
  lineText(line: number): string {
    return this.text.slice(this.startOf(line), this.endOf(line))
  }

  /** Text of a 1-based line as Git shows it: without its `\n`, with a `\r` before that. */
  wholeLine(line: number): string {
    return this.text.slice(this.startOf(line), (this.#starts[line] ?? this.text.length + 1) - 1)
  }

  /** 1-based line and column of an offset. */
  positionAt(offset: number): Position {
    let low = 0
    let high = this.#starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 }
  }
}

/** The indices of the texts of one run, each made when it is first asked for. */
export class LineIndices {
  readonly #byText = new Map<string, LineIndex>()

  of(text: string): LineIndex {
    const index = this.#byText.get(text) ?? new LineIndex(text)
    this.#byText.set(text, index)
    return index
  }
}

/** A lone `\r` ends a line for YAML and for many an editor, and none for Git: such a text mixes line ends. */
function styleOf(text: string): EolStyle {
  for (let at = text.indexOf('\r'); at !== -1; at = text.indexOf('\r', at + 1))
    if (text[at + 1] !== '\n') return 'mixed'
  let lf = false
  let crlf = false
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    if (at > 0 && text[at - 1] === '\r') crlf = true
    else lf = true
    if (lf && crlf) return 'mixed'
  }
  return crlf ? 'crlf' : lf ? 'lf' : 'none'
}

/** The text as YAML reads it, where a lone `\r` is a line break; every offset stays (YAML 1.2.2, §5.4). */
export function withYamlBreaks(text: string): string {
  return text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text
}

/** The same as `LineIndex.eol`, for a text of which nothing else is asked: the first `\n` alone decides it. */
export function eolOf(text: string): string {
  let at = text.indexOf('\n')
  if (at === -1) return '\n'
  for (; at !== -1; at = text.indexOf('\n', at + 1)) if (text[at - 1] !== '\r') return '\n'
  return '\r\n'
}

function eolIn(style: EolStyle): string {
  return style === 'crlf' ? '\r\n' : '\n'
}
