import { applyTextEdits, distinctEdits, type TextEdit } from '../../text/edit.js'
import type { PlannedSources } from '../../units/planned-sources.js'

/** Edits of one source file that belong together. */
interface FileEdits {
  readonly path: string
  readonly edits: readonly TextEdit[]
}

/**
 * What holds with the edits of candidates made: all of them together where that holds; else halves are tried, so that the few
 * that do not hold are found in few steps. One that does not hold hides behind others as little as they behind it.
 *
 * @param holds what is known with some edits made, or null where they do not hold
 */
export async function withEdits<T, R>(
  candidates: readonly T[],
  holds: (some: readonly T[]) => Promise<R | null>,
): Promise<ReadonlyMap<T, R | null>> {
  const results = new Map<T, R | null>(candidates.map((one) => [one, null]))
  const todo = [candidates]
  let failed = 0
  for (let some = todo.pop(); some !== undefined && failed < MAX_FAILED; some = todo.pop()) {
    const known = some.length === 0 ? null : await holds(some)
    if (known !== null) for (const one of some) results.set(one, known)
    else if (some.length <= 1) failed += some.length
    else todo.push(some.slice(0, some.length / 2), some.slice(some.length / 2))
  }
  return results
}

/** Edits that do not hold, after which no further ones are tried: each costs as many evaluations of a root as it is halved. */
const MAX_FAILED = 12

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
