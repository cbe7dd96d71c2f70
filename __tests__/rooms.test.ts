import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { ROOMS } from './rooms.js'

const SRC = join(dirname(fileURLToPath(import.meta.url)), '../src')

interface Import {
  readonly file: string
  readonly target: string
}

/** Static, type and dynamic imports of a file, as the compiler reads them. */
function importsOf(file: string): readonly Import[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(join(SRC, file), 'utf8'))
  // A package whose exports hide a file is imported by its path; it is that package all the same.
  const named = (target: string) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(target)?.[1] ?? target
  return importedFiles.map(({ fileName }) => ({ file, target: named(fileName) }))
}

const FILES = readdirSync(SRC, { recursive: true })
  .map((name) => String(name).replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.ts'))
const IMPORTS = FILES.flatMap(importsOf)

/** The folder of a file; of one at the top the file itself. */
function roomOf(file: string): string {
  const folder = posix.dirname(file)
  return folder === '.' ? file : folder
}

function resolved({ file, target }: Import): string | null {
  if (!target.startsWith('.')) return null
  return posix.normalize(posix.join(posix.dirname(file), target)).replace(/\.js$/, '.ts')
}

/** What each room imports: other rooms, and packages. */
function usedBy(room: string): { readonly rooms: readonly string[]; readonly packages: readonly string[] } {
  const own = IMPORTS.filter(({ file }) => roomOf(file) === room)
  const inside = own.flatMap((one) => resolved(one) ?? []).map(roomOf)
  const packages = own.filter((one) => resolved(one) === null).map(({ target }) => target)
  const sorted = (names: readonly string[]) => [...new Set(names)].sort()
  return { rooms: sorted(inside.filter((other) => other !== room)), packages: sorted(packages) }
}

test('every room is in the table, and every row is a room', () => {
  expect([...new Set(FILES.map(roomOf))].sort()).toEqual(Object.keys(ROOMS).sort())
})

test.each(Object.entries(ROOMS))('%s imports exactly what its row permits', (room, { rooms, packages }) => {
  expect(usedBy(room)).toEqual({ rooms: [...rooms].sort(), packages: [...packages].sort() })
})

test('a row names only rooms above it', () => {
  const order = Object.keys(ROOMS)
  for (const [room, { rooms }] of Object.entries(ROOMS)) {
    for (const other of rooms) expect(order.indexOf(other), `${room} → ${other}`).toBeLessThan(order.indexOf(room))
  }
})

test('no room holds more files than one can know', () => {
  const sizes = Object.keys(ROOMS).map((room) => ({
    room,
    files: FILES.filter((file) => roomOf(file) === room).length,
  }))
  expect(sizes.filter(({ files }) => files > 16)).toEqual([])
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
