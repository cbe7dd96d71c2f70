import type { Document } from '../documents/document.js'
import type { Form } from '../documents/form.js'
import { LARGE, readDocument } from '../documents/read.js'
import type { Settle } from '../documents/settled.js'
import { UserError } from '../model/errors.js'
import { pathsIn } from '../sources/search.js'
import type { Source } from '../sources/source.js'
import type { Sources } from '../sources/sources.js'
import { decode } from '../text/decode.js'
import { baseName } from '../text/paths.js'
import { isConfiguration, isOfTerragrunt } from '../text/terraform-files.js'
import { type Isolation, isTooMuch } from './isolate.js'

/** How sources are read: in which forms, and what settles policies of which nothing is to be told. */
export interface Reading {
  readonly forms: readonly Form[]
  readonly settle: Settle | null
}

/** What a source turned out to hold, or why it could not be opened. */
export interface ReadSource {
  readonly path: string
  /** Set where the user named it as a plan. */
  readonly mustBe?: Source['mustBe']
  readonly document: Document | Unopened
  /** Its size where it holds something, else 0. */
  readonly bytes: number
}

/** A file that could not be opened. */
export interface Unopened {
  readonly kind: 'unopened'
  readonly reason: string
  /** Set where nobody says that a plan is in it: what it holds is not known. */
  readonly found?: true
}

/**
 * Reads every source.
 *
 * @param tick called after each file, with the number of files read
 */
export async function read(
  sources: Iterable<Source>,
  reading: Reading,
  isolation: Isolation,
  tick: (files: number) => void = () => {},
): Promise<readonly ReadSource[]> {
  const done: ReadSource[] = []
  for (const source of sources) {
    const read = readOne(source, reading, isolation)
    const document = read instanceof Promise ? await read : read
    const bytes = sizeOf(source, document)
    done.push({ path: source.path, document, bytes, ...(source.mustBe === undefined ? {} : { mustBe: source.mustBe }) })
    tick(done.length)
  }
  return done
}

/** Whether configuration of Terraform reads files, which may be among those that are judged by themselves. */
export function readsFiles(read: readonly ReadSource[]): boolean {
  return read.some(({ document }) => document.kind === 'terraform' && /\b(?:template)?file\(/.test(document.text))
}

/** A file by a name that is not written out, or any of a folder. */
const READS_ANY = /\b(?:file|templatefile|fileset|filebase64)\s*\(/

/**
 * The sources of a run with those of Terraform that may read some files; null where none may, or where nothing is left out.
 *
 * @param paths files that are edited
 * @param leavesOut whether something of what the sources of the run make is not told
 */
export function withReaders(paths: readonly string[], sources: Sources, leavesOut: boolean): Sources | null {
  const terraform = [...pathsIn(sources, (path) => isConfiguration(path) || isOfTerragrunt(path))]
  const judged = new Set(sources.files.map(({ path }) => path))
  const missing = new Set(terraform.filter((path) => !judged.has(path) && isConfiguration(path)))
  if (missing.size === 0 && !leavesOut) return null
  const names = paths.map(baseName)
  const mayRead = terraform.filter((path) => {
    const source = sources.read(path)
    const decoded = source === null || source.size > LARGE ? null : decode(source.bytes())
    const text = decoded?.ok === true ? decoded.text : ''
    return READS_ANY.test(text) || names.some((name) => text.includes(name))
  })
  if (mayRead.length === 0) return null
  // Who reads a file in a unit, its module says.
  const wanted = mayRead.some(isOfTerragrunt) ? terraform : mayRead
  const added = wanted.filter((path) => missing.has(path)).flatMap((path) => sources.read(path) ?? [])
  return added.length === 0 && !leavesOut ? null : { ...sources, files: [...sources.files, ...added] }
}

/** The same, with what was settled read in full: by whom a policy is told that another one reads, its document says. */
export async function inFull(
  read: readonly ReadSource[],
  sources: Iterable<Source>,
  forms: readonly Form[],
  isolation: Isolation,
): Promise<readonly ReadSource[]> {
  const settled = new Set(read.flatMap(({ path, document }) => (document.kind === 'settled' ? path : [])))
  const again = new Map<string, ReadSource['document']>()
  for (const source of sources) {
    if (settled.has(source.path)) again.set(source.path, await readOne(source, { forms, settle: null }, isolation))
  }
  return read.map((one) => ({ ...one, document: again.get(one.path) ?? one.document }))
}

/**
 * Parsers recurse as deep as a document nests; one that nests deeper than the stack is reported, not fatal. Nor is a
 * file that cannot be opened, or on which a bug shows: what else there is gets judged.
 */
function readOne(
  source: Source,
  { forms, settle }: Reading,
  isolation: Isolation,
): Document | Unopened | Promise<Document | Unopened> {
  const failed = (error: unknown) => unread(source, error, isolation)
  try {
    const document = readDocument(source, forms, settle)
    return document instanceof Promise ? document.catch(failed) : document
  } catch (error) {
    return failed(error)
  }
}

function unread(source: Source, error: unknown, isolation: Isolation): Document | Unopened {
  if (error instanceof UserError) {
    const unopened = { kind: 'unopened', reason: error.message } as const
    return source.mustBe === undefined ? { ...unopened, found: true } : unopened
  }
  if (isTooMuch(error))
    return { kind: 'unreadable', text: '', reason: 'it nests too deeply or is too large', offset: 0 }
  return { kind: 'unopened', reason: `${source.path}: ${isolation.reasonOf(source.path, error)}` }
}

/** The text is at hand; of a plan, which is read without one, the file was opened before. */
function sizeOf(source: Source, document: Document | Unopened): number {
  if (document.kind === 'stream') return source.size
  if (document.kind === 'settled') return document.length
  if (!('text' in document)) return 0
  return document.kind === 'read' && document.plan !== undefined ? source.size : document.text.length
}
