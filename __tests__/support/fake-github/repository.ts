import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, posix } from 'node:path'

/** A file of a pull request as `GET /pulls/{n}/files` lists it. */
export interface DiffEntry {
  readonly filename: string
  readonly previous_filename?: string
  readonly status: 'added' | 'removed' | 'modified' | 'renamed'
  readonly sha: string
  readonly additions: number
  readonly deletions: number
  readonly changes: number
  readonly patch?: string
}

/** By path: content, null for a file that is removed, or where a symbolic link leads. */
export type Files = Readonly<Record<string, string | Uint8Array | null | { readonly link: string }>>

/** A real Git repository in a temporary folder. */
export class Repository {
  readonly folder = mkdtempSync(join(tmpdir(), 'fake-github-'))
  /** Diffs between commits never change. */
  readonly #diffs = new Map<string, readonly DiffEntry[]>()
  readonly #lineDiffs = new Map<string, string | null>()

  constructor() {
    layOut(this.folder, 'ref: refs/heads/main')
    this.git('commit', '--quiet', '--allow-empty', '--message', 'Begin')
  }

  git(...parameters: string[]): string {
    return this.gitBytes(...parameters).toString('utf8')
  }

  gitBytes(...parameters: string[]): Buffer {
    return runGit(this.folder, parameters)
  }

  /** Commits files (null removes one) on a branch, which is made from the current one when it is new. Returns the commit. */
  commit(branch: string, files: Files, from = 'HEAD'): string {
    if (this.#tip(branch) === null) this.git('checkout', '--quiet', '-b', branch, from)
    else if (this.#read('HEAD') !== `ref: refs/heads/${branch}`) this.git('checkout', '--quiet', branch)
    for (const [path, content] of Object.entries(files)) {
      const target = join(this.folder, path)
      if (content === null) rmSync(target)
      else {
        mkdirSync(dirname(target), { recursive: true })
        if (typeof content === 'object' && 'link' in content) symlinkSync(content.link, target)
        else writeFileSync(target, content)
      }
    }
    this.git('add', '--all')
    this.git('commit', '--quiet', '--allow-empty', '--message', `Change ${branch}`)
    return this.head(branch)
  }

  /** Puts another repository into a folder: the next commit holds it as a submodule, which a checkout leaves empty. */
  embed(path: string): void {
    const folder = join(this.folder, path)
    layOut(folder, 'ref: refs/heads/main')
    runGit(folder, ['commit', '--quiet', '--allow-empty', '--message', `Begin ${path}`])
  }

  head(ref: string): string {
    return this.#tip(ref) ?? this.git('rev-parse', ref).trim()
  }

  /** The commit of a branch, read without a process: references are never packed here. */
  #tip(branch: string): string | null {
    return existsSync(join(this.folder, '.git/refs/heads', branch)) ? this.#read(`refs/heads/${branch}`) : null
  }

  #read(name: string): string {
    return readFileSync(join(this.folder, '.git', name), 'utf8').trim()
  }

  mergeBase(a: string, b: string): string {
    return this.git('merge-base', a, b).trim()
  }

  /** The test merge that GitHub makes of a pull request: head merged into base. */
  merge(base: string, head: string): string {
    const tree = this.git('merge-tree', '--write-tree', base, head).trim()
    return this.git('commit-tree', tree, '-p', base, '-p', head, '-m', `Merge ${head} into ${base}`).trim()
  }

  /**
   * Checks a commit out as `actions/checkout` does by default: depth 1, detached. Objects are borrowed instead of
   * fetched, which takes a tenth of the time.
   */
  checkout(commit: string, folder: string): void {
    layOut(folder, commit)
    writeFileSync(join(folder, '.git/shallow'), `${commit}\n`)
    writeFileSync(join(folder, '.git/objects/info/alternates'), `${join(this.folder, '.git/objects')}\n`)
    runGit(folder, ['read-tree', '--reset', '-u', 'HEAD'])
  }

  file(commit: string, path: string): Buffer | null {
    try {
      return this.gitBytes('show', `${commit}:${path}`)
    } catch {
      return null
    }
  }

  /** What the file holds that a link leads to; null for what is no link, or leads to none. */
  linked(commit: string, path: string): Buffer | null {
    if (!this.git('ls-tree', commit, '--', path).startsWith('120000 ')) return null
    const target = posix.join(posix.dirname(path), this.file(commit, path)?.toString() ?? '')
    return this.git('ls-tree', commit, '--', target).startsWith('100') ? this.file(commit, target) : null
  }

  blobId(commit: string, path: string): string | null {
    try {
      return this.git('rev-parse', '--verify', '--quiet', `${commit}:${path}`).trim()
    } catch {
      return null
    }
  }

  blob(sha: string): Buffer | null {
    try {
      return this.gitBytes('cat-file', 'blob', sha)
    } catch {
      return null
    }
  }

  isCommit(ref: string): boolean {
    try {
      return this.git('cat-file', '-t', `${ref}^{commit}`).trim() === 'commit'
    } catch {
      return false
    }
  }

  /** The entries of a commit's tree as `GET /git/trees/{sha}` lists them. */
  tree(commit: string, recursive: boolean): readonly Record<string, unknown>[] {
    const lines = this.git('ls-tree', '-z', '-l', ...(recursive ? ['-r', '-t'] : []), commit).split('\0')
    return lines.filter(Boolean).map((line) => {
      const [meta = '', path = ''] = line.split('\t')
      const [mode = '', type = '', sha = '', size = '-'] = meta.split(/ +/)
      return { path, mode, type, sha, ...(size === '-' ? {} : { size: Number(size) }) }
    })
  }

  commitsBetween(base: string, head: string): readonly string[] {
    return this.git('rev-list', `${base}..${head}`).trim().split('\n')
  }

  /** The three-dot diff of two commits as GitHub lists it, with whole patches for text. */
  diff(base: string, head: string): readonly DiffEntry[] {
    const key = `${base}...${head}`
    const known = this.#diffs.get(key) ?? this.#diff(base, head)
    this.#diffs.set(key, known)
    return known
  }

  #diff(base: string, head: string): readonly DiffEntry[] {
    const range = `${this.mergeBase(base, head)}..${head}`
    const raw = this.git('diff', '--raw', '-z', '--no-abbrev', '-M', range).split('\0')
    // Both outputs list the files in the same order. A line of a file never starts with the word `diff`.
    const patches = this.git('diff', '--no-color', '-M', '-U3', range)
      .split(/^diff --git /m)
      .slice(1)
    const entries: DiffEntry[] = []
    for (let at = 0; at < raw.length - 1; ) {
      const [, , oldId = '', newId = '', letter = ''] = (raw[at++] ?? '').split(' ')
      const first = raw[at++] ?? ''
      const renamed = letter.startsWith('R')
      const path = renamed ? (raw[at++] ?? '') : first
      const sha = letter === 'D' ? oldId : newId
      entries.push(entryOf(letter, path, renamed ? first : null, sha, patches[entries.length] ?? ''))
    }
    return withinLimits(entries)
  }

  /** Where a line of one commit's file is in another's; null when it was changed or the file is gone. */
  mapLine(path: string, from: string, to: string, line: number): number | null {
    if (from === to) return line
    const key = `${from} ${to} ${path}`
    let patch = this.#lineDiffs.get(key)
    if (patch === undefined) {
      patch = this.file(to, path) === null ? null : this.git('diff', '--no-color', '-U0', from, to, '--', path)
      this.#lineDiffs.set(key, patch)
    }
    if (patch === null) return null
    let shift = 0
    for (const match of patch.matchAll(/^@@ -(\d+)(?:,(\d+))? \+\d+(?:,(\d+))? @@/gm)) {
      const start = Number(match[1])
      const removed = Number(match[2] ?? 1)
      const added = Number(match[3] ?? 1)
      // With -U0 an insertion behind line n is written as `-n,0`.
      const first = removed === 0 ? start + 1 : start
      if (line < first) break
      if (line < first + removed) return null
      shift += added - removed
    }
    return line + shift
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}

const IDENTITY = { NAME: 'Somebody', EMAIL: 'somebody@example.com' }

/** What `git init` makes, without a process. */
function layOut(folder: string, head: string): void {
  const git = join(folder, '.git')
  for (const name of ['objects/info', 'objects/pack', 'refs/heads']) mkdirSync(join(git, name), { recursive: true })
  writeFileSync(join(git, 'HEAD'), `${head}\n`)
  writeFileSync(join(git, 'config'), '[core]\n\trepositoryformatversion = 0\n\tbare = false\n')
}

/** Nothing of the machine's own configuration is taken over, and nothing is tidied up in the background. */
const ENVIRONMENT = {
  PATH: process.env.PATH ?? '',
  GIT_CONFIG_COUNT: '1',
  GIT_CONFIG_KEY_0: 'maintenance.auto',
  GIT_CONFIG_VALUE_0: 'false',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  ...Object.fromEntries(
    Object.entries(IDENTITY).flatMap(([key, value]) => [
      [`GIT_AUTHOR_${key}`, value],
      [`GIT_COMMITTER_${key}`, value],
    ]),
  ),
}

function runGit(cwd: string, parameters: readonly string[]): Buffer {
  return execFileSync('git', parameters, {
    cwd,
    env: ENVIRONMENT,
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 1 << 28,
  })
}

/** Patches that GitHub leaves out: above 20,000 lines or 500 KB for a file, 20,000 lines or 1 MB for all (documented). */
const FILE_BYTES = 500_000
const ALL_BYTES = 1_000_000
const MOST_LINES = 20_000

function withinLimits(entries: readonly DiffEntry[]): DiffEntry[] {
  let lines = 0
  let bytes = 0
  return entries.map(({ patch, ...entry }) => {
    if (patch === undefined) return entry
    const own = Buffer.byteLength(patch)
    lines += entry.changes
    bytes += own
    return own > FILE_BYTES || lines > MOST_LINES || bytes > ALL_BYTES ? entry : { ...entry, patch }
  })
}

function entryOf(letter: string, path: string, previous: string | null, sha: string, text: string): DiffEntry {
  const at = text.indexOf('\n@@ ')
  const patch = at === -1 ? undefined : text.slice(at + 1).replace(/\n$/, '')
  const lines = patch?.split('\n') ?? []
  const additions = lines.filter((line) => line.startsWith('+')).length
  const deletions = lines.filter((line) => line.startsWith('-')).length
  return {
    filename: path,
    ...(previous === null ? {} : { previous_filename: previous }),
    status: previous !== null ? 'renamed' : letter === 'A' ? 'added' : letter === 'D' ? 'removed' : 'modified',
    sha,
    additions,
    deletions,
    changes: additions + deletions,
    ...(patch === undefined ? {} : { patch }),
  }
}
