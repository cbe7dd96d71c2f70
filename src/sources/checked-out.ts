import { join } from 'node:path'
import { readPlain } from './files/open.js'

const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/
const BRANCH = /^ref: (refs\/[\w./-]{1,500})$/

/**
 * The commit that a repository is at, by its own word (gitrepository-layout(5)); null where that cannot be read simply.
 *
 * @param root absolute
 */
export function checkedOutCommit(root: string): string | null {
  const head = textOf(join(root, '.git/HEAD'))
  if (head === null || COMMIT.test(head)) return head
  const branch = BRANCH.exec(head)?.[1]
  if (branch === undefined || branch.includes('..')) return null
  const tip = textOf(join(root, '.git', branch))
  if (tip !== null) return COMMIT.test(tip) ? tip : null
  const packed = textOf(join(root, '.git/packed-refs'))?.split('\n') ?? []
  return packed.find((line) => line.endsWith(` ${branch}`))?.slice(0, -branch.length - 1) ?? null
}

function textOf(path: string): string | null {
  const bytes = readPlain(path, MAX_SIZE)
  return bytes === null ? null : new TextDecoder().decode(bytes).trim()
}

const MAX_SIZE = 64 * 1024 * 1024
