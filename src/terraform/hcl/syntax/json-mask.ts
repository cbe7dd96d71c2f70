import { blank, filler } from '../../../tree/embed.js'
import type { Span, TemplateExpr, TemplateFor, TemplateIf, TemplatePart } from './ast.js'

/** A `%{ for }` or a branch of an `%{ if }`, with the span that its nodes stand in. */
export type Directive = Span & { readonly parent: Directive | null } & (
    | { readonly kind: 'for'; readonly part: TemplateFor }
    | { readonly kind: 'if'; readonly part: TemplateIf; readonly branch: boolean }
  )

export interface Hole extends Span {
  readonly part: TemplatePart & { readonly kind: 'hole' }
  /** It stands where a value stands, not inside a string. */
  readonly outside: boolean
}

export interface Masked {
  /** The template's content, of the same length. */
  readonly text: string
  readonly holes: readonly Hole[]
  readonly directives: readonly Directive[]
}

/**
 * Makes a template readable as JSON: each `${…}` becomes filler of its length, quoted where it stands outside of a
 * string, and each `%{…}` blanks. A branch that `decide` says is not taken becomes blank as well.
 */
export function maskTemplate(
  source: string,
  template: TemplateExpr,
  decide: (part: TemplateIf) => boolean | null,
): Masked {
  const masker = new Masker(source, decide)
  masker.parts(template.parts, null)
  return { text: masker.out.join(''), holes: masker.holes, directives: masker.directives }
}

class Masker {
  readonly out: string[] = []
  readonly holes: Hole[] = []
  readonly directives: Directive[] = []
  readonly #source: string
  readonly #decide: (part: TemplateIf) => boolean | null
  #inString = false

  constructor(source: string, decide: (part: TemplateIf) => boolean | null) {
    this.#source = source
    this.#decide = decide
  }

  parts(parts: readonly TemplatePart[], parent: Directive | null): void {
    for (const part of parts) {
      if (part.kind === 'text') this.#text(part.raw)
      else if (part.kind === 'hole') this.#hole(part)
      else if (part.kind === 'for') this.#for(part, parent)
      else this.#if(part, parent)
    }
  }

  #text(raw: string): void {
    this.out.push(raw)
    for (let at = 0; at < raw.length; at++) {
      if (this.#inString && raw[at] === '\\') at++
      else if (raw[at] === '"') this.#inString = !this.#inString
    }
  }

  #hole(part: Hole['part']): void {
    const outside = !this.#inString
    this.holes.push({ part, outside, start: part.start, end: part.end })
    this.out.push(filler(part.end - part.start, outside))
  }

  #for(part: TemplateFor, parent: Directive | null): void {
    const directive: Directive = { kind: 'for', part, parent, start: part.intro.end, end: part.outro.start }
    this.directives.push(directive)
    this.#blank(part.intro)
    this.parts(part.body, directive)
    this.#blank(part.outro)
  }

  #if(part: TemplateIf, parent: Directive | null): void {
    const decided = this.#decide(part)
    const middle = part.middle ?? { start: part.outro.start, end: part.outro.start }
    const [yes, no] = [
      { kind: 'if', part, branch: true, parent, start: part.intro.end, end: middle.start },
      { kind: 'if', part, branch: false, parent, start: middle.end, end: part.outro.start },
    ] as const
    this.#blank(part.intro)
    this.#branch(yes, part.yes, decided !== false)
    this.#blank(middle)
    this.#branch(no, part.no, decided !== true)
    this.#blank(part.outro)
  }

  #branch(directive: Directive, parts: readonly TemplatePart[], taken: boolean): void {
    if (!taken) {
      this.#blank(directive)
      return
    }
    this.directives.push(directive)
    this.parts(parts, directive)
  }

  #blank({ start, end }: Span): void {
    this.out.push(blank(this.#source.slice(start, end)))
  }
}
