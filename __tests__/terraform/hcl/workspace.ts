import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parseAddress } from '../../../src/terraform/plan/index.js'
import { HclGrammar, type PolicyRequest, type SourceFiles } from '../../../src/terraform/trace/index.js'

const GRAMMAR = new HclGrammar()

/** The files of a folder as sources; `changes` replaces texts by path, or takes a file away with null. */
export function folderFiles(folder: string, changes: Readonly<Record<string, string | null>> = {}): SourceFiles {
  const texts: Record<string, string> = {}
  for (const name of readdirSync(folder, { recursive: true }).map(String)) {
    if (statSync(join(folder, name)).isFile())
      texts[name.replaceAll('\\', '/')] = readFileSync(join(folder, name), 'utf8')
  }
  for (const [path, text] of Object.entries(changes)) {
    if (text === null) delete texts[path]
    else texts[path] = text
  }
  const top = realpathSync(folder)
  const real = (path: string) => {
    const there = join(top, path)
    return existsSync(there) ? relative(top, realpathSync(there)).replaceAll('\\', '/') : path
  }
  return { ...textFiles(texts), real }
}

/** Sources from a record of path → text. */
export function textFiles(texts: Readonly<Record<string, string>>): SourceFiles {
  return {
    grammar: GRAMMAR,
    lookup: (path) => {
      const text = Object.hasOwn(texts, path) ? texts[path] : undefined
      if (text === undefined) return null
      const bytes = new TextEncoder().encode(text)
      return { path, by: 'head', size: bytes.length, bytes: () => bytes }
    },
    list: (folder) => entriesOf(Object.keys(texts)).filter((path) => path !== '' && folderOf(path) === folder),
  }
}

/** Files, and the folders above them. */
function entriesOf(paths: readonly string[]): readonly string[] {
  const above = paths.flatMap((path) => path.split('/').map((_step, i, steps) => steps.slice(0, i).join('/')))
  return [...new Set([...paths, ...above])]
}

function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : ''
}

/** A request for a policy by its address as text. */
export function request(
  address: string,
  statements: readonly unknown[] | null,
  variables: Readonly<Record<string, unknown>> = {},
): PolicyRequest {
  const parsed = parseAddress(address)
  if (parsed === null) throw new Error(`not an address: ${address}`)
  return { rootDirectory: '', address: parsed, attribute: 'policy', statements, variables }
}
