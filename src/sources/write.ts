import { randomUUID } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  constants,
  fstatSync,
  ftruncateSync,
  lstatSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { UserError } from '../model/errors.js'
import { Checkouts } from './files/checkouts.js'
import { Guard, NOT_REGULAR, Refused } from './files/guard.js'
import { linkAt, realPath } from './files/paths.js'

/** A file to replace: its path, relative to the absolute `cwd`, and what says which files may be touched. */
export interface Replacement {
  readonly cwd: string
  readonly path: string
  readonly bytes: Uint8Array
  readonly guard: Guard
}

/** See `Disk.replace`. */
export function replaceFile({ cwd, path, bytes, guard }: Replacement): void {
  const named = resolve(cwd, path)
  const target = realPath(named)
  if (target === null) throw new UserError(`${path} does not exist any more`, { path })
  const refusal = guard.refusal(named, target, true)
  if (refusal !== null) throw new UserError(`${path} ${refusal}`, { path })
  const temporary = join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`)
  try {
    const stats = statSync(target)
    if (!stats.isFile()) throw new Refused(NOT_REGULAR)
    writeFileSync(temporary, bytes, { flag: 'wx', mode: 0o600 })
    chmodSync(temporary, stats.mode)
    renameSync(temporary, target)
  } catch (thrown) {
    rmSync(temporary, { force: true })
    throw unwritten(path, thrown)
  }
}

/** A report to write: its path, relative to the absolute `cwd`. */
export interface ReportFile {
  readonly cwd: string
  readonly path: string
  readonly content: string
  /** Absolute; what stands in it is not led out of it by a link. */
  readonly workspace: string
}

/**
 * Writes a report, making the folders above it. Links are written by whoever writes the files of the workspace: a report
 * goes through none that leads out of it or into Git's own folder, nor to another file that a commit holds, nor is it a link
 * that one holds; through one of a folder it takes the place of no file.
 *
 * @throws {UserError} when that is not possible.
 */
export function writeReport({ cwd, path, content, workspace }: ReportFile): void {
  const target = resolve(cwd, path)
  const checkouts = new Checkouts(realPath(workspace) ?? workspace)
  const guard = new Guard([workspace], checkouts)
  try {
    refuseTarget(target, guard, checkouts)
    mkdirSync(dirname(target), { recursive: true })
    const real = refuseTarget(target, guard, checkouts)
    if (guard.contains(target)) writeInside(real, content)
    else writeFileSync(target, content)
  } catch (thrown) {
    throw unwritten(path, thrown)
  }
}

/** Where a report would really lie, or would if it were there; throws where it must not. */
function refuseTarget(target: string, guard: Guard, checkouts: Checkouts): string {
  const real = landing(target)
  if (!guard.contains(target)) return real
  const refusal = guard.refusal(target, real, false)
  if (refusal !== null) throw new Refused(refusal.replace('is not read', 'is not written'))
  const plain = guard.plain(target)
  if (real !== plain && checkouts.entry(real) !== null) throw new Refused(LEADS_TO_ANOTHER)
  if (real === plain) return real
  const isCommittedLink = (path: string) => linkAt(path) !== null && checkouts.entry(path) !== null
  if (isCommittedLink(plain)) throw new Refused(IS_COMMITTED_LINK)
  if (realPath(real) !== null && foldersAbove(plain).some(isCommittedLink)) throw new Refused(BEHIND_COMMITTED_LINK)
  return real
}

function foldersAbove(path: string): readonly string[] {
  const folders: string[] = []
  for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder)) folders.push(folder)
  return folders
}

const LEADS_TO_ANOTHER = 'is not written: it leads to another file, which a commit holds'
const BEHIND_COMMITTED_LINK =
  'is not written: a folder on the way is a link that a commit holds, and a file stands where it leads'
const IS_COMMITTED_LINK = 'is not written: it is a link that a commit holds, to a file that nobody asked for'

/** A path with its links followed, also where nothing stands at its end yet. */
function landing(path: string, steps = 0): string {
  const real = realPath(path)
  if (real !== null || path === dirname(path)) return real ?? path
  if (steps > MAX_STEPS) throw new Refused('is not written: its links lead nowhere')
  const link = linkAt(path)
  const folder = landing(dirname(path), steps + 1)
  return link === null ? join(folder, basename(path)) : landing(resolve(folder, link), steps + 1)
}

const MAX_STEPS = 100

/** Writes to a real path. What was put in its place since it was looked at is not touched. */
function writeInside(real: string, content: string): void {
  const { O_WRONLY, O_CREAT, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants
  const descriptor = openSync(real, O_WRONLY | O_CREAT | O_NOFOLLOW | O_NONBLOCK, 0o666)
  try {
    const opened = fstatSync(descriptor)
    if (!opened.isFile()) throw new Refused(NOT_REGULAR)
    const now = lstatSync(real)
    if (realPath(real) !== real || now.ino !== opened.ino || now.dev !== opened.dev) throw new Refused(REPLACED)
    ftruncateSync(descriptor)
    writeFileSync(descriptor, content)
  } finally {
    closeSync(descriptor)
  }
}

const REPLACED = 'is not written: it was replaced while it was opened'

/** Why a file could not be written. */
function unwritten(path: string, thrown: unknown): UserError {
  const why = thrown instanceof Refused ? thrown.message : `cannot be written (${codeOf(thrown)})`
  return new UserError(`${path} ${why}`, { path })
}

/** Why a file or folder could not be opened. Node puts a mark in the place of bytes of a name that are not UTF-8. */
export function unopened(path: string, thrown: unknown): UserError {
  if (thrown instanceof Refused) return new UserError(`${path === '' ? '.' : path} ${thrown.message}`, { path })
  const code = codeOf(thrown)
  const isUnnamed = code === 'ENOENT' && path.includes('\ufffd')
  const why = isUnnamed ? 'cannot be opened: its name is not UTF-8' : `cannot be read (${code})`
  return new UserError(`${path} ${why}`, { path })
}

/** The short code of an error of the file system (`EACCES`), or its message; a full disk in words. */
export function codeOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown)
  const code = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : thrown.message
  return code === 'ENOSPC' || code === 'EDQUOT' ? 'the disk is full' : code
}
