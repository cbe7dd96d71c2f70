import type { Voucher } from '../model/trust.js'

export type { Voucher }

/** A file as the check sees it. Paths are relative to the working directory, with `/`. */
export interface Source {
  readonly path: string
  /** Set for files that the user named as plans: one that is none must never pass. */
  readonly mustBe?: 'plan'
  /** Set for files that were named, or that the judged change touches: what cannot be judged of them is told. */
  readonly asked?: true
  /** Set when the path leads through a symbolic link: such a file is read, never edited. */
  readonly linked?: boolean
  /** Without it nobody vouches for the content. */
  readonly by?: Voucher
  /** Length in bytes. */
  readonly size: number
  /** The whole content. Throws when the file cannot be read. */
  bytes(): Uint8Array
  /**
   * The content as text when that is quick to have: a small file in valid UTF-8 without mark. Null sends the reader to
   * `bytes`; without it that is the only way.
   */
  quickText?(): string | null
  /** The content in pieces, each of which holds until the next; for files too large for memory. Without it `bytes` serves. */
  chunks?(): Iterable<Uint8Array>
}

/** The name of standard input in reports; no file of a repository is called like that. */
export const STDIN_PATH = '<stdin>'

/** A source whose content is at hand. */
export function memorySource(path: string, bytes: Uint8Array, by: Voucher): Source {
  return { path, by, size: bytes.length, bytes: () => bytes }
}

/** The same source, which must turn out to be a plan. */
export function asPlan(source: Source): Source {
  return withFacts(source, { mustBe: 'plan' })
}

/** The same source, which somebody asked about. */
export function asAsked(source: Source): Source {
  return withFacts(source, { asked: true })
}

/** The same source, which is reached through a symbolic link. */
export function asLinked(source: Source): Source {
  return withFacts(source, { linked: true })
}

/** The same source, of which more is known: who vouches for it. */
export function vouchedBy(source: Source, by: Voucher): Source {
  return withFacts(source, { by })
}

function withFacts(source: Source, facts: Pick<Source, 'mustBe' | 'asked' | 'by' | 'linked'>): Source {
  const { path, mustBe, asked, linked } = source
  return {
    path,
    ...(mustBe === undefined ? {} : { mustBe }),
    ...(asked === undefined ? {} : { asked }),
    ...(linked === undefined ? {} : { linked }),
    // Found out when it is asked for: it may take a look at the whole content.
    get by() {
      return source.by ?? 'nobody'
    },
    ...facts,
    get size() {
      return source.size
    },
    bytes: () => source.bytes(),
    ...(source.quickText ? { quickText: () => source.quickText?.() ?? null } : {}),
    ...(source.chunks ? { chunks: () => source.chunks?.() ?? [] } : {}),
  }
}

/** Names the files that stand directly in a folder, as paths; `''` is the working directory. */
export type ListFolder = (folder: string) => readonly string[]

/** Yields a further source by path (a module, a template, a variable file), or null where there is none. */
export interface Lookup {
  (path: string): Source | null
  /** Without it no folder can be listed, and modules are not found. */
  readonly list?: ListFolder
}
