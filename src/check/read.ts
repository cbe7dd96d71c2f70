import type { Document } from '../documents/document.js'
import type { Form } from '../documents/form.js'
import { readDocument } from '../documents/read.js'
import { UserError } from '../model/errors.js'
import type { Source, Voucher } from '../sources/source.js'

/** What a source turned out to hold, or why it could not be opened. */
export interface ReadSource {
  readonly path: string
  /** Who vouches for it; nobody where it is not said. */
  readonly by: Voucher
  readonly document: Document | Unopened
}

/** A file that could not be opened. */
export interface Unopened {
  readonly kind: 'unopened'
  readonly reason: string
}

/**
 * Reads every source.
 *
 * @param tick called after each file, with the number of files read
 */
export async function read(
  sources: Iterable<Source>,
  forms: readonly Form[],
  tick: (files: number) => void = () => {},
): Promise<readonly ReadSource[]> {
  const done: ReadSource[] = []
  for (const source of sources) {
    done.push({ path: source.path, by: source.by ?? 'nobody', document: await readOne(source, forms) })
    tick(done.length)
  }
  return done
}

/**
 * Parsers recurse as deep as a document nests; one that nests deeper than the stack is reported, not fatal. Nor is a
 * file that cannot be opened: what else there is gets judged.
 */
async function readOne(source: Source, forms: readonly Form[]): Promise<Document | Unopened> {
  try {
    const document = readDocument(source, forms)
    return document instanceof Promise ? await document : document
  } catch (error) {
    if (error instanceof UserError) return { kind: 'unopened', reason: error.message }
    if (!(error instanceof RangeError)) throw error
    return { kind: 'unreadable', text: '', reason: 'it nests too deeply or is too large', offset: 0 }
  }
}
