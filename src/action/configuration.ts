import { resolve } from 'node:path'
import type { ConfigFile } from '../config/model.js'
import { type CommitEntries, commitFileBytes } from '../github/pull/commit-file.js'
import { toError, UserError } from '../model/errors.js'
import { configurationWeight } from '../model/trust.js'
import { blobId } from '../sources/files/blob-id.js'
import { realPath, relativePath } from '../sources/files/paths.js'
import type { Source } from '../sources/source.js'
import type { PreparedRun } from './prepare.js'

/** The configuration that counts on a pull request that is judged with its own rights, and what is to be said of it. */
export interface PullConfig {
  readonly config: ConfigFile | null
  /** Its bytes, where they are not those of the disk. */
  readonly bytes: Uint8Array | null
  /** Files that look like a configuration and were not read: sentences that are annotated. */
  readonly warnings: readonly string[]
  readonly notes: readonly string[]
}

/** What may be asked for the content of the judged commit. */
export interface AskedHead {
  readonly client: CommitEntries
  readonly commit: string
}

/** A file that may be the configuration; paths are absolute with links resolved, and as reports name them. */
interface Candidate {
  readonly source: Source
  readonly real: string
  readonly path: string
}

/**
 * The configuration of a pull request (docs/trust.md, "Configuration"): the first file of the usual places that the judged
 * commit of the pull request's repository holds, as that commit has it. What a step made, or what lies in the checkout of
 * another repository, counts only where the workflow names it.
 *
 * @param head null where nobody can be asked
 * @throws {UserError} for a configuration that is missing or not valid, or whose content in the commit cannot be had
 */
export async function configOfPull(prepared: PreparedRun, head: AskedHead | null): Promise<PullConfig> {
  const warnings: string[] = []
  for (const candidate of candidatesOf(prepared)) {
    const found = await readCandidate(candidate, prepared, head)
    if (found !== null) {
      const { parseConfig } = await import('../config/file.js')
      const config = await parseConfig(found.bytes ?? candidate.source.bytes(), candidate.path)
      return { config, warnings, ...found }
    }
    warnings.push(`${candidate.path} ${NOT_HELD}`)
  }
  return { config: null, bytes: null, warnings, notes: [] }
}

const NOT_HELD =
  'looks like the configuration and was not read: no commit of this repository holds it. Where the job makes it, name it in the input config.'

function candidatesOf({ inputs, paths, disk, configPaths }: PreparedRun): readonly Candidate[] {
  return configPaths.flatMap((absolute) => {
    const path = relativePath(paths.cwd, absolute)
    const source = inputs.config === null ? disk.read(path) : disk.source(path)
    return source === null ? [] : [{ source, path, real: realPath(absolute) ?? absolute }]
  })
}

type Found = Pick<PullConfig, 'bytes' | 'notes'>

/** What counts of a candidate; null for one that does not. */
async function readCandidate(
  candidate: Candidate,
  prepared: PreparedRun,
  head: AskedHead | null,
): Promise<Found | null> {
  const { source, real } = candidate
  const { disk, inputs, root, isForeign, standing } = prepared
  const isNamed = inputs.config !== null
  // A named file that is not there is told as that.
  if (isNamed) source.bytes()
  const checkout = disk.checkouts.rootOf(real)
  const isOwn = checkout !== null && checkout === realPath(root) && !isForeign
  const by = source.by ?? 'nobody'
  if (isOwn && by === 'nobody') return rewritten(candidate, prepared, head)
  // Of another repository, or of none: the workflow's own word.
  if (isNamed && !isOwn) return AS_IT_STANDS
  if (checkout === null) return ofHead(candidate, prepared, head)
  return isOwn && configurationWeight(by, standing, isNamed) !== 'refused' ? AS_IT_STANDS : null
}

const AS_IT_STANDS: Found = { bytes: null, notes: [] }

/** What the head has in the place of a file that a step rewrote; what only its merge into the base has, the checkout names. */
async function rewritten(candidate: Candidate, prepared: PreparedRun, head: AskedHead | null): Promise<Found> {
  const { path, real } = candidate
  const found = await ofHead(candidate, prepared, head)
  if (found !== null) return found
  const id = prepared.disk.checkouts.entry(real)?.id ?? ''
  const bytes = head === null ? null : await asked(path, () => head.client.blob(id))
  if (bytes === null || blobId(bytes, id) !== id) {
    throw new UserError(
      `${path} differs from its commit, which a step may have done, and what the commit has could not be read`,
      { path },
    )
  }
  return { bytes, notes: [asCommitted(path)] }
}

/** What the head of the pull request has at the place of a candidate, by GitHub; null where that is nothing. */
async function ofHead(
  { path, source }: Candidate,
  { root, paths }: PreparedRun,
  head: AskedHead | null,
): Promise<Found | null> {
  const fromRoot = relativePath(root, resolve(paths.cwd, path))
  if (head === null || fromRoot.startsWith('../')) return null
  const bytes = await asked(path, () => commitFileBytes(fromRoot, head.commit, head.client))
  if (bytes === null) return null
  const isSame = Buffer.compare(bytes, source.bytes()) === 0
  return isSame ? AS_IT_STANDS : { bytes, notes: [asCommitted(path)] }
}

function asCommitted(path: string): string {
  return `${path}: read as the commit has it, while the checkout holds another text, which a step may have written.`
}

async function asked(path: string, ask: () => Promise<Uint8Array | null>): Promise<Uint8Array | null> {
  try {
    return await ask()
  } catch (thrown) {
    if (thrown instanceof UserError) throw thrown
    throw new UserError(`${path} could not be read as the commit has it (${toError(thrown).message})`, { path })
  }
}
