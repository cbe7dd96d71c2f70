import type { LineEdit } from '../../model/report.js'
import { grouped } from '../../text/group.js'
import { LineIndex } from '../../text/lines.js'
import { shownFence } from '../escape.js'
import { hunksOf } from '../hunks.js'
import { hunkText } from '../unified.js'

const CONTEXT = 2

/**
 * Edits as diff blocks for a reader, one per file, with two lines of context. Empty when no text is known for them.
 */
export function patchBlocks(edits: readonly LineEdit[], texts: ReadonlyMap<string, string>): string {
  const blocks: string[] = []
  for (const [path, own] of grouped(edits, (edit) => edit.path)) {
    const text = texts.get(path)
    if (text === undefined) continue
    const hunks = hunksOf(new LineIndex(text), own, CONTEXT).map(hunkText).join('')
    blocks.push(shownFence(`--- a/${path}\n+++ b/${path}\n${hunks.replace(/\r?\n$/, '')}`, 'diff'))
  }
  return blocks.join('\n\n')
}
