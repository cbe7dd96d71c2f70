import { LineIndex } from '../../../text/lines.js'
import type { HclFile, Span } from '../syntax/index.js'
import type { SourcePosition } from './resource.js'

/** A stretch of a source file. Two ranges with the same `id` are the same source text. */
export interface SourceRange extends Span {
  readonly id: string
  readonly path: string
  /** 1-based, inclusive. */
  readonly startLine: number
  readonly endLine: number
}

export interface Fallback {
  readonly what: SourcePosition['what']
  readonly range: SourceRange
}

/** Modules that `terraform init` downloads are kept under `.terraform`. */
export function isFetched({ path }: HclFile): boolean {
  return /(?:^|\/)\.terraform\//.test(path)
}

export function fallbackOf(place: SourcePosition | null): Fallback | null {
  return place === null ? null : { what: place.what, range: rangeOf(place.file, place.span) }
}

const lines = new WeakMap<HclFile, LineIndex>()

/** A span of a file as a range with lines. */
export function rangeOf(file: HclFile, { start, end }: Span): SourceRange {
  let index = lines.get(file)
  if (index === undefined) {
    index = new LineIndex(file.text)
    lines.set(file, index)
  }
  return {
    id: `${file.path}:${start}-${end}`,
    path: file.path,
    start,
    end,
    startLine: index.positionAt(start).line,
    endLine: index.positionAt(Math.max(start, end - 1)).line,
  }
}
