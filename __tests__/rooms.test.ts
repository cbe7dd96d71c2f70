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

/** A file as the compiler's syntax tree. */
function treeOf(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(join(SRC, file), 'utf8'), ts.ScriptTarget.Latest, true)
}

function* nodesOf(node: ts.Node): Generator<ts.Node> {
  const todo = [node]
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    yield next
    todo.push(...next.getChildren())
  }
}

test('a function that is told five things or more takes them as an object', () => {
  const many = FILES.flatMap((file) =>
    [...nodesOf(treeOf(file))]
      .filter((node) => ts.isFunctionLike(node) && node.parameters.length >= 5)
      .map((node) => `${file}: ${node.getText().split('\n')[0]}`),
  )
  expect(many).toEqual([])
})

/** What a name at the top of a file changes by, once the file is loaded: a variable, or a collection that is written to. */
function stateOf(file: string): readonly string[] {
  const tree = treeOf(file)
  const lists = tree.statements.flatMap((one) => (ts.isVariableStatement(one) ? [one.declarationList] : []))
  const variables = lists.filter(({ flags }) => (flags & ts.NodeFlags.Const) === 0).map((list) => list.getText())
  const names = new Set(
    lists.flatMap(({ declarations }) => declarations.filter(isShared).map(({ name }) => name.getText())),
  )
  const written = [...nodesOf(tree)].flatMap((node) => {
    const target = changedBy(node)
    return target !== null && names.has(target) ? [node.getText()] : []
  })
  const statics = [...nodesOf(tree)].filter(
    (node) =>
      ts.isPropertyDeclaration(node) &&
      hasWord(node, ts.SyntaxKind.StaticKeyword) &&
      !hasWord(node, ts.SyntaxKind.ReadonlyKeyword),
  )
  return [...variables, ...written, ...statics.map((node) => node.getText())].map((what) => `${file}: ${what}`)
}

/** A WeakMap is kept by those who own its keys: what it holds goes away with them, and belongs to nobody else. */
function isShared({ initializer }: ts.VariableDeclaration): boolean {
  return !/^new Weak(?:Map|Set)\b/.test(initializer?.getText() ?? '')
}

/** `names.set(…)`, `names.push(…)`, `names[…] = …`, `names.x = …`, `delete names.x` → names. */
function changedBy(node: ts.Node): string | null {
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    const { name, expression } = node.expression
    return /^(?:set|add|delete|clear|push|pop|shift|unshift|splice|sort|reverse|fill)$/.test(name.text)
      ? expression.getText()
      : null
  }
  if (ts.isDeleteExpression(node)) return ownerOf(node.expression)
  const assigns = ts.isBinaryExpression(node) && /^(?:[-+*/|&?]|\|\||&&|\?\?)?=$/.test(node.operatorToken.getText())
  return assigns ? ownerOf(node.left) : null
}

function ownerOf(node: ts.Expression): string | null {
  return ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node) ? node.expression.getText() : null
}

function hasWord(node: ts.PropertyDeclaration, kind: ts.SyntaxKind): boolean {
  return node.modifiers?.some((one) => one.kind === kind) === true
}

test('no module keeps anything between two runs', () => {
  expect(FILES.flatMap(stateOf)).toEqual([])
})

test('only the entries touch the process', () => {
  const code = (file: string) => readFileSync(join(SRC, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
  const uses = FILES.filter((file) => /\bprocess\./.test(code(file)))
  expect(uses.sort()).toEqual(['cli.ts', 'index.ts'])
})
