import type { TemplatePart } from './ast.js'

/** The parts of a `<<-` heredoc: the least indentation of its lines is taken away from each, blank lines aside. */
export function flush(parts: readonly TemplatePart[]): readonly TemplatePart[] {
  let least = Number.POSITIVE_INFINITY
  const measure = (line: string) => {
    least = Math.min(least, indentOf(line))
    return line
  }
  new Lines(measure).parts(parts)
  return least === 0 || least === Number.POSITIVE_INFINITY ? parts : new Lines((line) => line.slice(least)).parts(parts)
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length
}

/** Visits parts in the order of the text, and what stands at the start of each line. */
class Lines {
  readonly #change: (line: string) => string
  #atStart = true

  constructor(change: (line: string) => string) {
    this.#change = change
  }

  parts(parts: readonly TemplatePart[]): readonly TemplatePart[] {
    return parts.map((part) => this.#part(part))
  }

  #part(part: TemplatePart): TemplatePart {
    if (part.kind === 'text') return { ...part, flushed: this.#text(part.raw) }
    this.#mark()
    if (part.kind === 'hole') return part
    if (part.kind === 'for') {
      const body = this.parts(part.body)
      this.#mark()
      return { ...part, body }
    }
    const yes = this.parts(part.yes)
    if (part.middle !== null) this.#mark()
    const no = this.parts(part.no)
    this.#mark()
    return { ...part, yes, no }
  }

  #text(raw: string): string {
    const lines = raw.split(/(?<=\n)/).map((line) => {
      const changed = this.#atStart && !/^\s*\n$/.test(line) ? this.#change(line) : line
      this.#atStart = line.endsWith('\n')
      return changed
    })
    return lines.join('')
  }

  /** An expression or a directive; at the start of a line it has no indentation. */
  #mark(): void {
    if (this.#atStart) this.#change('')
    this.#atStart = false
  }
}
