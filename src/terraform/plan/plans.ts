import { ByteReader, ByteSyntaxError } from '../../tree/stream.js'
import type { Plan } from './model.js'
import { PlanBuilder } from './read.js'
import { documentsFrom } from './restart.js'

export type PlanResult =
  /** `broken` says why not every document of it can be read; null where every one could. */
  | { readonly kind: 'plans'; readonly plans: readonly Plan[]; readonly broken: string | null }
  /** JSON or text that is no plan. */
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable'; readonly reason: string; readonly offset: number }

/**
 * Reads the plans and states of a file: one document, one a line, or behind the wrapper's `[command]` line. Unknown
 * fields are ignored; format versions 0.x and 1.x are read (Terraform, "JSON output format"). A document that is broken
 * or cut off hides none that begins on a line after it.
 *
 * @param chunks the file's bytes as UTF-8 without mark; walked once more from the start where a document is broken
 * @param roleWord what the names of all roles that are looked for have in them: other roles are left out of what is planned and
 *   of the state, but for one that tells the account. Null where every role is looked for
 */
export function readPlans(path: string, chunks: Iterable<Uint8Array>, roleWord: string | null = null): PlanResult {
  const plans: Plan[] = []
  const addPlans = (pieces: Iterable<Uint8Array>) =>
    plansIn(pieces, (reader) => new PlanBuilder({ path, place: plans.length }, reader, roleWord), plans)
  const first = addPlans(chunks)
  if (first === null) return plans.length === 0 ? { kind: 'none' } : { kind: 'plans', plans, broken: null }
  let broken = 0
  for (const pieces of documentsFrom(chunks, first.start)) if (addPlans(pieces) !== null) broken++
  const { message, offset } = first.error
  if (plans.length === 0) return { kind: 'unreadable', reason: message, offset }
  return {
    kind: 'plans',
    plans,
    broken: broken > 1 ? `${message} (the first of ${broken} documents in it that are broken)` : message,
  }
}

/** A document that is broken, and how many bytes stand before it. */
interface Broken {
  readonly start: number
  readonly error: ByteSyntaxError
}

/** Adds the plans of a text up to the first document that is broken; null where none is. */
function plansIn(
  chunks: Iterable<Uint8Array>,
  builder: (reader: ByteReader) => PlanBuilder,
  plans: Plan[],
): Broken | null {
  const reader = new ByteReader(chunks)
  for (let byte = reader.next(); byte !== -1; byte = reader.next()) {
    if (byte !== 0x7b) {
      reader.skipLine()
      continue
    }
    const start = reader.offset
    try {
      const plan = builder(reader).read()
      if (plan !== null) plans.push(plan)
    } catch (error) {
      if (error instanceof ByteSyntaxError) return { start, error }
      throw error
    }
  }
  return null
}
