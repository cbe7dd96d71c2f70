import { applyTextEdits, distinctEdits, type TextEdit } from '../../text/edit.js'
import type { PlannedSources } from '../../units/planned-sources.js'

/** Edits of one source file that belong together. */
interface FileEdits {
  readonly path: string
  readonly edits: readonly TextEdit[]
}

/**
 * What holds with the edits of candidates made: all of them together where that holds; else each is tried alone.
 *
 * @param holds what is known with some edits made, or null where they do not hold
 */
export async function withEdits<T, R>(
  candidates: readonly T[],
  holds: (some: readonly T[]) => Promise<R | null>,
): Promise<ReadonlyMap<T, R | null>> {
  if (candidates.length === 0) return new Map()
  const together = await holds(candidates)
  if (together !== null) return new Map(candidates.map((one) => [one, together]))
  const results = new Map<T, R | null>(candidates.map((one) => [one, null]))
  if (candidates.length === 1) return results
  for (const candidate of candidates) results.set(candidate, await holds([candidate]))
  return results
}

/** The texts of all files with their edits, equal edits once; null when a file cannot be read or two edits overlap. */
export function editedTexts(groups: readonly FileEdits[], sources: PlannedSources): ReadonlyMap<string, string> | null {
  const texts = new Map<string, string>()
  for (const path of new Set(groups.map((group) => group.path))) {
    const text = sources.lines(path)?.text ?? null
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
