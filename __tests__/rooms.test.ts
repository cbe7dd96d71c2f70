import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const SRC = join(dirname(fileURLToPath(import.meta.url)), '../src')

/**
 * Which room may import what; type imports count. A room is a folder of `src`, or a file at its top. Rows stand in the
 * order of the data: a room imports only rows above it, so there can be no circle between rooms.
 */
const ROOMS: Readonly<Record<string, { readonly rooms: readonly string[]; readonly packages: readonly string[] }>> = {
  text: { rooms: [], packages: [] },
  'errors.ts': { rooms: [], packages: [] },
  model: { rooms: [], packages: [] },
  iam: { rooms: [], packages: [] },
  clumio: { rooms: ['text', 'model', 'iam'], packages: [] },
  terraform: { rooms: ['text', 'model', 'iam'], packages: ['jsonc-parser', 'web-tree-sitter', 'node:zlib'] },
  documents: { rooms: ['text', 'model', 'iam', 'clumio', 'terraform'], packages: ['jsonc-parser'] },
  rules: { rooms: ['text', 'model', 'iam', 'clumio', 'documents'], packages: ['node:crypto'] },
  fix: { rooms: ['text', 'model', 'iam', 'clumio', 'terraform', 'documents', 'rules'], packages: ['jsonc-parser'] },
  'conclusion.ts': { rooms: ['model'], packages: [] },
  config: { rooms: ['text', 'errors.ts', 'model', 'clumio'], packages: ['jsonc-parser', 'node:util'] },
  'check.ts': {
    rooms: ['text', 'errors.ts', 'model', 'iam', 'clumio', 'terraform', 'documents', 'rules', 'fix', 'conclusion.ts'],
    packages: [],
  },
  report: { rooms: ['text', 'model', 'errors.ts'], packages: [] },
  files: { rooms: ['text', 'errors.ts', 'config'], packages: ['fast-glob', 'node:*'] },
  github: {
    rooms: ['text', 'errors.ts', 'model', 'report'],
    packages: ['@actions/github', '@octokit/*', 'node:crypto'],
  },
  action: {
    rooms: ['text', 'errors.ts', 'model', 'config', 'files', 'report', 'github', 'check.ts', 'conclusion.ts'],
    packages: ['@actions/core', 'node:*'],
  },
  terminal: {
    rooms: ['text', 'errors.ts', 'model', 'config', 'files', 'report', 'check.ts', 'conclusion.ts'],
    packages: ['node:util', 'node:path', 'node:stream'],
  },
  'run-action.ts': {
    rooms: ['text', 'errors.ts', 'model', 'config', 'files', 'report', 'github', 'check.ts', 'conclusion.ts', 'action'],
    packages: ['@actions/core', 'node:*'],
  },
  'run-cli.ts': {
    rooms: ['text', 'errors.ts', 'model', 'config', 'files', 'report', 'check.ts', 'conclusion.ts', 'terminal'],
    packages: ['node:util', 'node:path', 'node:stream'],
  },
  'index.ts': { rooms: ['run-action.ts', 'errors.ts'], packages: [] },
  'cli.ts': { rooms: ['run-cli.ts', 'errors.ts'], packages: [] },
}

interface Import {
  readonly file: string
  readonly target: string
}

/** Static, type and dynamic imports of a file. */
function importsOf(file: string): readonly Import[] {
  const text = readFileSync(join(SRC, file), 'utf8')
  const pattern =
    /(?:^|\n)\s*(?:import|export)\s[^'"\n;]*?(?:\{[^}]*\}[^'"\n;]*?)?from\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)import\s+['"]([^'"]+)['"]/g
  // A package whose exports hide a file is imported by its path; it is that package all the same.
  const named = (target: string) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(target)?.[1] ?? target
  return [...text.matchAll(pattern)].map((match) => ({ file, target: named(match[1] ?? match[2] ?? match[3] ?? '') }))
}

const FILES = readdirSync(SRC, { recursive: true })
  .map((name) => String(name).replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.ts'))
const IMPORTS = FILES.flatMap(importsOf)

function roomOf(file: string): string {
  return file.split('/')[0] ?? file
}

function resolved({ file, target }: Import): string | null {
  if (!target.startsWith('.')) return null
  return posix.normalize(posix.join(posix.dirname(file), target)).replace(/\.js$/, '.ts')
}

test('every room is in the table, and every row is a room', () => {
  expect([...new Set(FILES.map(roomOf))].sort()).toEqual(Object.keys(ROOMS).sort())
})

test('the imports of a room are those of its row', () => {
  const breaches = IMPORTS.filter((one) => {
    const row = ROOMS[roomOf(one.file)]
    const inside = resolved(one)
    if (row === undefined) return true
    if (inside !== null) return roomOf(inside) !== roomOf(one.file) && !row.rooms.includes(roomOf(inside))
    return !row.packages.some((name) =>
      name.endsWith('*') ? one.target.startsWith(name.slice(0, -1)) : one.target === name,
    )
  })
  expect(breaches.map(({ file, target }) => `${file} imports ${target}`)).toEqual([])
})

test('a row names only rooms above it', () => {
  const order = Object.keys(ROOMS)
  for (const [room, { rooms }] of Object.entries(ROOMS)) {
    for (const other of rooms) expect(order.indexOf(other), `${room} → ${other}`).toBeLessThan(order.indexOf(room))
  }
})

test('no files import each other in a circle', () => {
  const graph = new Map<string, string[]>()
  for (const one of IMPORTS) {
    const inside = resolved(one)
    if (inside !== null) graph.set(one.file, [...(graph.get(one.file) ?? []), inside])
  }
  const state = new Map<string, 'open' | 'done'>()
  const circles: string[] = []
  const visit = (file: string, path: readonly string[]) => {
    if (state.get(file) === 'done') return
    if (state.get(file) === 'open') {
      circles.push([...path.slice(path.indexOf(file)), file].join(' → '))
      return
    }
    state.set(file, 'open')
    for (const next of graph.get(file) ?? []) visit(next, [...path, file])
    state.set(file, 'done')
  }
  for (const file of FILES) visit(file, [])
  expect(circles).toEqual([])
})

test('no file is much over 400 lines', () => {
  const long = FILES.map((file) => ({ file, lines: readFileSync(join(SRC, file), 'utf8').split('\n').length }))
  expect(long.filter(({ lines }) => lines > 420)).toEqual([])
})

test('only the entries touch the process', () => {
  const code = (file: string) => readFileSync(join(SRC, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
  const uses = FILES.filter((file) => /\bprocess\./.test(code(file)))
  expect(uses.sort()).toEqual(['cli.ts', 'index.ts'])
})
