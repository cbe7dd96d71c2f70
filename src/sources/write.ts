import { chmodSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { basename, dirname, join, resolve } from 'node:path'
import { UserError } from '../model/errors.js'
import { realPath, type WorkspaceBoundary } from './paths.js'

/** A file to replace: its path, relative to the absolute `cwd`, and what no link may lead out of. */
export interface Replacement {
  readonly cwd: string
  readonly path: string
  readonly bytes: Uint8Array
  readonly boundaries: readonly WorkspaceBoundary[]
}

/** See `Disk.replace`. */
export function replaceFile({ cwd, path, bytes, boundaries }: Replacement): void {
  const named = resolve(cwd, path)
  const target = realPath(named)
  if (target === null) throw new UserError(`${path} does not exist any more`, { path })
  if (!boundaries.every((boundary) => boundary.allows(named))) {
    throw new UserError(`${path} is a link that leads out of the workspace`, { path })
  }
  const temporary = join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`)
  try {
    const { mode } = statSync(target)
    writeFileSync(temporary, bytes, { flag: 'wx', mode: 0o600 })
    chmodSync(temporary, mode)
    renameSync(temporary, target)
  } catch (thrown) {
    rmSync(temporary, { force: true })
    throw new UserError(`${path} cannot be written (${codeOf(thrown)})`, { path })
  }
}

/**
 * Writes a report, making the folders above it.
 *
 * @throws {UserError} when that is not possible.
 */
export function writeReport(cwd: string, path: string, content: string): void {
  const target = resolve(cwd, path)
  try {
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, content)
  } catch (thrown) {
    throw new UserError(`${path} cannot be written (${codeOf(thrown)})`, { path })
  }
}

/** Why a file or folder could not be opened. Node puts a mark in the place of bytes of a name that are not UTF-8. */
export function unopened(path: string, thrown: unknown): UserError {
  const code = codeOf(thrown)
  const isUnnamed = code === 'ENOENT' && path.includes('\ufffd')
  const why = isUnnamed ? 'cannot be opened: its name is not UTF-8' : `cannot be read (${code})`
  return new UserError(`${path} ${why}`, { path })
}

/** The short code of an error of the file system (`EACCES`), or its message. */
export function codeOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown)
  return 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : thrown.message
}
