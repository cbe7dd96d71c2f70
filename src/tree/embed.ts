import type { TextEdit } from '../text/edit.js'
import type { Span } from './node.js'

/**
 * A text within a text: a policy in a heredoc, in a template, in a string. What the outer syntax puts into it (an
 * expression) is a hole. Inner and outer text share their offsets where the mask is as long as what it covers; where
 * they cannot (escapes of a string), `OffsetMap` says which offset is which.
 */
export interface Embedded extends Span {
  /**
   * The outer text up to the end of the line that the span ends on, in which everything outside the span is blank and
   * each hole is filler: nodes of the inner text have their offsets in it. Made without a look at the whole outer text.
   */
  readonly masked: string
  /** What stands in the inner text without belonging to it, in order. */
  readonly holes: readonly Span[]
}

/** Stands for a part of a hole inside a string: a private-use character that no policy holds. */
const FILLER = '\ue000'
const FILLERS = /\ue000+/g

/** Filler of a length; one that stands where a value stands is a string of its own. */
export function filler(length: number, outsideOfString: boolean): string {
  return outsideOfString ? `"${FILLER.repeat(Math.max(0, length - 2))}"` : FILLER.repeat(length)
}

/** Whether a text of a masked document is nothing but the filler of holes. */
export function isFiller(text: string): boolean {
  return text !== '' && text.replace(FILLERS, '') === ''
}

/** Spaces of the same length; line ends stay. */
export function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ')
}

/** @param inner the text of the span with filler in the place of its holes, of the same length */
export function embed(outer: string, { start, end }: Span, inner: string, holes: readonly Span[]): Embedded {
  let masked: string | null = null
  return {
    start,
    end,
    holes,
    get masked() {
      masked ??= blankBefore(outer, start) + inner + blank(restOfLine(outer, end))
      return masked
    },
  }
}

/** As many characters as stand before an offset, of which only the line end before its line is left. */
function blankBefore(text: string, offset: number): string {
  const line = text.lastIndexOf('\n', offset - 1) + 1
  const lineEnd = text[line - 2] === '\r' ? '\r\n' : '\n'.slice(0, line)
  return ' '.repeat(line - lineEnd.length) + lineEnd + ' '.repeat(offset - line)
}

/** What follows on the line of an offset, its line end included. */
function restOfLine(text: string, offset: number): string {
  const newline = text.indexOf('\n', offset)
  return text.slice(offset, newline === -1 ? text.length : newline + 1)
}

/** Whether a part of the span is a hole that stands for a value, not for a piece of a string. */
export function hasOpenHole({ masked, holes }: Embedded, { start, end }: Span): boolean {
  return holes.some((hole) => hole.start >= start && hole.end <= end && masked[hole.start] === '"')
}

export type Restored = { readonly ok: true; readonly edits: readonly TextEdit[] } | { readonly ok: false; why: Lost }
type Lost = 'holes-moved' | 'holes-lost'

/**
 * Edits of the masked text as edits of the outer one: holes that they took over as filler are put back. Refused where
 * holes would change their order, or get lost.
 *
 * @param replaceable offsets of edits that may drop the holes of what they replace
 */
export function restore(
  outer: string,
  { holes }: Embedded,
  edits: readonly TextEdit[],
  replaceable: ReadonlySet<number>,
): Restored {
  const restored: TextEdit[] = []
  for (const edit of edits) {
    const own = holes.filter(({ start, end }) => start >= edit.offset && end <= edit.offset + edit.length)
    const kept = (edit.text.match(FILLERS) ?? []).join('')
    if (kept === '' && replaceable.has(edit.offset)) restored.push(edit)
    else if (kept === '' && own.length > 0) return { ok: false, why: 'holes-lost' }
    else if (kept.length !== own.reduce((sum, { start, end }) => sum + end - start, 0)) {
      return { ok: false, why: 'holes-moved' }
    } else restored.push({ ...edit, text: putBack(outer, edit.text, own) })
  }
  return { ok: true, edits: restored }
}

function putBack(outer: string, text: string, holes: readonly Span[]): string {
  let result = text
  let from = 0
  for (const { start, end } of holes) {
    const at = result.indexOf(FILLER, from)
    const hole = outer.slice(start, end)
    result = result.slice(0, at) + hole + result.slice(at + end - start)
    from = at + hole.length
  }
  return result
}

/** Which offset of an inner text stands where in the outer one. */
export class OffsetMap {
  readonly inner: string
  readonly #outer: readonly number[]

  /** @param outer for each UTF-16 unit of the inner text where what it is written as starts, and where the last ends */
  constructor(inner: string, outer: readonly number[]) {
    this.inner = inner
    this.#outer = outer
  }

  toOuter({ start, end }: Span): Span {
    const last = this.#outer.at(-1) ?? 0
    return { start: this.#outer[start] ?? last, end: this.#outer[end] ?? last }
  }

  /** An offset within an escape is that of the character it stands for. */
  toInner(outer: number): number {
    let low = 0
    let high = this.#outer.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#outer[middle] ?? 0) <= outer) low = middle
      else high = middle - 1
    }
    return low
  }
}

/** The text that a JSON string stands for, with the place of each character; `start` is that of the opening quote. */
export function insideJsonString(text: string, { start, end }: Span): OffsetMap {
  const offsets: number[] = []
  let inner = ''
  for (let at = start + 1; at < end - 1; ) {
    const length = text[at] !== '\\' ? 1 : text[at + 1] === 'u' ? 6 : 2
    offsets.push(at)
    inner += length === 1 ? (text[at] ?? '') : unescaped(text.slice(at, at + length))
    at += length
  }
  return new OffsetMap(inner, [...offsets, end - 1])
}

/** The text that a string of YAML in single quotes stands for, on one line: two quotes are one. */
export function insideSingleQuotes(text: string, { start, end }: Span): OffsetMap {
  const offsets: number[] = []
  let inner = ''
  for (let at = start + 1; at < end - 1; at += text[at] === "'" ? 2 : 1) {
    offsets.push(at)
    inner += text[at] ?? ''
  }
  return new OffsetMap(inner, [...offsets, end - 1])
}

const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }

/** One escape as the one UTF-16 unit that it stands for. */
function unescaped(written: string): string {
  const mark = written[1] ?? ''
  return mark === 'u' ? String.fromCharCode(Number.parseInt(written.slice(2), 16) || 0) : (ESCAPES[mark] ?? mark)
}
