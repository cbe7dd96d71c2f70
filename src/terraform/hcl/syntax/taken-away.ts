import { unescapeQuoted } from '../../scan/escapes.js'
import type { Marks, Span, TemplatePart, TemplateText } from './ast.js'

/** A stretch of a literal: a line of it at most, as Terraform's scanner cuts them. */
interface Token {
  readonly part: TemplateText
  /** Offsets in what is written. */
  start: number
  end: number
}

/**
 * The parts of a template, with what stays of their literals: the white space beside marks `~` goes, and in a `<<-`
 * heredoc the least indentation of all lines. Both look at tokens, of which each line is one: `~}` at the end of a line
 * takes its line break, but nothing of the next line (hclsyntax, `parseTemplateParts`, `flushHeredocTemplateParts`).
 */
export function takeAway(
  parts: readonly TemplatePart[],
  { isQuoted, isFlush }: { readonly isQuoted: boolean; readonly isFlush: boolean },
): readonly TemplatePart[] {
  const tokens: (Token | Marks)[] = []
  list(parts, tokens)
  if (!isFlush && !tokens.some((token) => 'stripBefore' in token && (token.stripBefore || token.stripAfter)))
    return parts
  for (const [i, token] of tokens.entries())
    if (!('part' in token)) strip(token, tokens[i - 1], tokens[i + 1], isQuoted)
  if (isFlush) flush(tokens)
  const kept = new Map<TemplateText, Span[]>()
  for (const token of tokens) {
    if (!('part' in token)) continue
    const spans = kept.get(token.part)
    if (spans === undefined) kept.set(token.part, [token])
    else spans.push(token)
  }
  return withKept(parts, kept)
}

/** What a literal stands for, escapes as they are written. */
export function keptText({ raw, kept }: TemplateText): string {
  return kept === undefined ? raw : kept.map(({ start, end }) => raw.slice(start, end)).join('')
}

/** The literal within a span of the file that cuts it. */
export function cutText(part: TemplateText, span: Span): TemplateText {
  const start = Math.max(part.start, span.start)
  const end = Math.min(part.end, span.end)
  const own = { start: start - part.start, end: end - part.start }
  const kept = part.kept && within(part.kept, own).map((one) => shifted(one, own))
  return { kind: 'text', raw: part.raw.slice(own.start, own.end), ...(kept && { kept }), start, end }
}

function shifted({ start, end }: Span, own: Span): Span {
  return { start: Math.max(start, own.start) - own.start, end: Math.min(end, own.end) - own.start }
}

/** Those of ordered spans that share a character with one. */
export function within<T extends Span>(spans: readonly T[], { start, end }: Span): readonly T[] {
  let [low, high] = [0, spans.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.end ?? 0) > start) high = middle
    else low = middle + 1
  }
  let to = low
  while (to < spans.length && (spans[to]?.start ?? end) < end) to++
  return spans.slice(low, to)
}

function list(parts: readonly TemplatePart[], tokens: (Token | Marks)[]): void {
  for (const part of parts) {
    if (part.kind === 'text') {
      for (let start = 0; start < part.raw.length; ) {
        const newline = part.raw.indexOf('\n', start)
        const end = newline === -1 ? part.raw.length : newline + 1
        tokens.push({ part, start, end })
        start = end
      }
    } else if (part.kind === 'hole') tokens.push(part)
    else {
      tokens.push(part.intro)
      list(part.kind === 'for' ? part.body : part.yes, tokens)
      if (part.kind === 'if') {
        if (part.middle !== null) tokens.push(part.middle)
        list(part.no, tokens)
      }
      tokens.push(part.outro)
    }
  }
}

function strip(marks: Marks, last: Token | Marks | undefined, next: Token | Marks | undefined, quoted: boolean): void {
  if (marks.stripBefore && last && 'part' in last) last.end = last.start + inked(textOf(last), quoted).end
  if (marks.stripAfter && next && 'part' in next) {
    next.start = Math.min(next.end, next.start + inked(textOf(next), quoted).start)
  }
}

/** From the first to the last that is no white space. */
function inked(text: string, isQuoted: boolean): Span {
  let [start, end] = [text.length, 0]
  for (const { 0: unit, index } of text.matchAll(isQuoted ? UNIT : /[\s\S]/g)) {
    if (SPACE.test(isQuoted ? unescapeQuoted(unit) : unit)) continue
    start = Math.min(start, index)
    end = index + unit.length
  }
  return { start, end }
}

/** What stands for one character in a quoted text. */
const UNIT = /\\u[\da-fA-F]{4}|\\U[\da-fA-F]{8}|\\[\s\S]|[\s\S]/g
/** As Go's `unicode.IsSpace`; JavaScript takes U+FEFF for white space as well, and not U+0085. */
const SPACE = /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]$/

function textOf({ part, start, end }: Token): string {
  return part.raw.slice(start, end)
}

/** Takes the least indentation of all lines away from each; blank lines do not count, and all else has none. */
function flush(tokens: readonly (Token | Marks)[]): void {
  let least = Number.POSITIVE_INFINITY
  let atStart = true
  const lines: Token[] = []
  for (const token of tokens) {
    const text = 'part' in token ? textOf(token) : ''
    if (atStart) {
      const indentation = inked(text, false).start
      if (indentation < text.length || !text.endsWith('\n')) {
        least = Math.min(least, indentation)
        if ('part' in token) lines.push(token)
      }
    }
    atStart = 'part' in token ? text.endsWith('\n') : false
  }
  for (const line of lines) line.start += least
}

function withKept(parts: readonly TemplatePart[], kept: ReadonlyMap<TemplateText, Span[]>): readonly TemplatePart[] {
  return parts.map((part) => {
    if (part.kind === 'text') return { ...part, kept: kept.get(part) ?? [] }
    if (part.kind === 'for') return { ...part, body: withKept(part.body, kept) }
    return part.kind === 'if' ? { ...part, yes: withKept(part.yes, kept), no: withKept(part.no, kept) } : part
  })
}
