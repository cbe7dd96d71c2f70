import type { LineEdit } from '../../model/report.js'
import { shownFence } from '../escape.js'
import { unifiedDiff } from '../unified.js'

/** Edits as diff blocks for a reader, one per file. Empty when the texts they refer to are not known. */
export function patchBlocks(edits: readonly LineEdit[], texts: ReadonlyMap<string, string>): string {
  const byPath = new Map<string, LineEdit[]>()
  for (const edit of edits) byPath.set(edit.path, [...(byPath.get(edit.path) ?? []), edit])
  const blocks: string[] = []
  for (const [path, own] of byPath) {
    const text = texts.get(path)
    if (text !== undefined) blocks.push(shownFence(unifiedDiff(path, text, own).trimEnd(), 'diff'))
  }
  return blocks.join('\n\n')
}
