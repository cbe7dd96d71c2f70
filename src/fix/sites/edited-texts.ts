import { applyTextEdits, distinctEdits, type TextEdit } from '../../text/edit.js'
import type { PlannedSources } from '../../units/planned-sources.js'

/** Edits of one source file that belong together. */
interface SourceEdits {
  readonly path: string
  readonly edits: readonly TextEdit[]
}

/** Which candidates hold: all of them together where they do; else each is tried alone. */
export async function tried<T>(
  candidates: readonly T[],
  holds: (some: readonly T[]) => Promise<boolean>,
): Promise<readonly boolean[]> {
  if (candidates.length === 0) return []
  if (await holds(candidates)) return candidates.map(() => true)
  if (candidates.length === 1) return [false]
  const results: boolean[] = []
  for (const candidate of candidates) results.push(await holds([candidate]))
  return results
}

/** The texts of all files with their edits, equal edits once; null when a file cannot be read or two edits overlap. */
export function editedTexts(
  groups: readonly SourceEdits[],
  sources: PlannedSources,
): ReadonlyMap<string, string> | null {
  const texts = new Map<string, string>()
  for (const path of new Set(groups.map((group) => group.path))) {
    const text = sources.text(path)
    if (text === null) return null
    const edits = groups.filter((group) => group.path === path).flatMap((group) => group.edits)
    try {
      texts.set(path, applyTextEdits(text, distinctEdits(edits)))
    } catch {
      return null
    }
  }
  return texts
}
