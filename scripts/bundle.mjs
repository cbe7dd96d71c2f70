/**
 * Bundles the compiled JavaScript in `lib/` with `@vercel/ncc`. What the entries share is bundled once, so that `dist/`
 * holds no module twice for their sake: both entries import `check.js`, and what is loaded only when needed lies in
 * chunks beside it. Every file is minified, and every chunk has a name that says what it is:
 *
 * - a module that `import()` loads gives its chunk its own path, `report/json.js` is in `report-json.js`, a package its
 *   name, and whatever needs one of the packages in `CHUNK_OF_PACKAGE` is in the chunk of that package;
 * - what webpack sets apart because several chunks need it has the name of the package or folder that it holds most of.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, posix, relative, sep } from 'node:path'
import ncc from '@vercel/ncc'
import { minify } from 'terser'
import { httpParser } from './http-parser.mjs'
import { collectPackages, packageOf } from './licenses.mjs'

/** The bundle that all entries share. */
const SHARED = 'check.js'

/** The module made for it below `lib/`: what the entries import, and nothing else. */
const SHARED_ENTRY = 'shared.entry.js'

/** What `httpParser()` gives, in a file of its own. */
const HTTP_PARSER = 'http-parser.cjs'

/**
 * Packages in bundles of their own, which are loaded when something of them is used: most runs walk no folder, or send no
 * request. `text` is what such a bundle exports.
 *
 * Of the client of HTTP that the packages of GitHub bring along, that is what they use: `fetch` through a proxy. The rest
 * of it, web sockets, caches, mocks, would be a tenth of the bundle. A proxy is reached by `connect`, which the package
 * adds to its dispatchers in the index that is left out here. It brings its parser of HTTP twice, and takes the one for
 * every machine when the one with vector instructions cannot be loaded. One is enough: the faster is named as a module
 * that is nowhere, and the other is beside the bundle, compressed.
 */
const APART = [
  {
    name: 'undici',
    text: `const Dispatcher = require('undici/lib/dispatcher/dispatcher.js')
Object.assign(Dispatcher.prototype, { connect: require('undici/lib/api/api-connect.js') })
exports.ProxyAgent = require('undici/lib/dispatcher/proxy-agent.js')
exports.fetch = require('undici/lib/web/fetch/index.js').fetch
`,
    externals: {
      '../llhttp/llhttp_simd-wasm.js': './no-vector-instructions.cjs',
      '../llhttp/llhttp-wasm.js': `./${HTTP_PARSER}`,
    },
  },
  { name: 'fast-glob', text: "module.exports = require('fast-glob')\n", externals: {} },
]

/** A module of Node that takes longer to load than a small file to judge, and that only what hashes needs. */
const LATE = 'node:crypto'

/** Packages too large to load in vain: what imports them is in one chunk, which only an `import()` loads. */
const CHUNK_OF_PACKAGE = new Map([
  ['@actions/github', 'github'],
  ['web-tree-sitter', 'hcl'],
  ['re2js', 'regex'],
  ['yaml', 'yaml-reader'],
])

/** The client of GitHub brings a method for each of its 1,000 routes; calls are made by their routes, and need none. */
const ENDPOINTS = /^const Endpoints = \{$[\s\S]*?^\};$/m

/**
 * Names of errors stay: they are told apart by them in a log. Names in the sight of an `eval` do not: the runtime of the HCL
 * parser has two, for JavaScript within a grammar, and the grammar of HCL has none.
 */
const MINIFY = {
  toplevel: true,
  ecma: 2020,
  compress: { passes: 3, keep_classnames: /Error$/ },
  mangle: { keep_classnames: /Error$/, eval: true },
  format: { comments: false },
}

/**
 * What holds code of others, who may make objects of functions without a name and properties that do something when they are
 * read; of our own none does, so that such functions become arrows, as those that webpack puts around modules do, and
 * reads of what nobody uses are left out.
 */
const OF_OTHERS = /\.cjs$|^(?:actions-core|github|jsonc-parser|octokit|re2js|web-tree-sitter|yaml)\.js$/

/** The HCL parser names its WebAssembly by address, and is handed the embedded bytes instead. */
const NOT_READ = /^[0-9a-f]+\.wasm$/

/**
 * What the HCL parser, a module of the other kind, needs in CommonJS. It takes a member of a module of Node that is a function,
 * of which webpack's `import()` gives none; and it names a variable as the `require` by which ncc tells its address.
 */
const FOR_PARSER = [
  [' = require("module");', ' = { ...require("module") };'],
  ['createRequire(require("url").pathToFileURL(__filename).href)', 'createRequire(__filename)'],
]

const STATIC_IMPORT = /^(?:import|export)\s(?:[^'"]*\sfrom\s)?['"]([^'"]+)['"];/gm
const NAMED_IMPORT = /^import\s\{([^}]+)\}\sfrom\s['"]([^'"]+)['"];/gm
const DYNAMIC_IMPORT = /\bimport\((['"])([^'"]+)\1\)/g

/**
 * Bundles the entries (names of modules at the top of `lib/`, without extension).
 *
 * @returns `files`, name → bytes; `packages`, the folders of the packages in them → package.json; `twice`, the modules
 * that more than one chunk holds. Throws an Error with one sentence when the bundle would not run on its own.
 */
export async function bundle(root, entries) {
  const lib = join(root, 'lib')
  const texts = readModules(lib)
  for (const [path, text] of texts) {
    writeFileSync(
      join(lib, path),
      text.replace(DYNAMIC_IMPORT, (_, quote, target) => named(texts, path, target, quote)),
    )
  }
  writeFileSync(join(lib, SHARED_ENTRY), sharedEntry(texts, entries))

  const apart = []
  for (const part of APART) apart.push({ ...part, file: `${part.name}.cjs`, built: await runApart(lib, part) })
  const outside = Object.fromEntries(apart.map(({ name, file }) => [name, `./${file}`]))
  const shared = await run(join(lib, SHARED_ENTRY), SHARED, outside)
  const { compilation } = shared.stats
  refuseHeavyStart(compilation)
  const names = chunkNames(compilation, lib)
  const files = new Map([[SHARED, withChunkNames(asCommonJs(withLate(shared.code, apart)), names)]])
  for (const [name, text] of chunkTexts(shared.assets, names)) take(files, name, asCommonJs(text))
  withoutEndpoints(files)
  const packages = collectPackages(compilation, root)
  for (const { file, built } of apart) {
    take(files, file, built.code)
    for (const [folder, found] of collectPackages(built.stats.compilation, root)) packages.set(folder, found)
  }
  take(files, HTTP_PARSER, httpParser())
  for (const entry of entries) {
    const starter = await run(join(lib, `${entry}.js`), `${entry}.js`, { '/^\\./': `./${SHARED}` })
    take(files, `${entry}.js`, starter.code)
    for (const [folder, found] of collectPackages(starter.stats.compilation, root)) packages.set(folder, found)
  }
  for (const [name, text] of files) files.set(name, Buffer.from(await minified(name, text)))
  files.set('package.json', Buffer.from(`${JSON.stringify({ type: 'commonjs' })}\n`))
  return { files, packages, twice: heldTwice(compilation, lib) }
}

async function run(entry, filename, externals = {}) {
  const built = await ncc(entry, { filename, externals, esm: false, cache: false, quiet: true })
  refuseUnresolved(built.stats.compilation)
  return built
}

async function runApart(lib, { name, text, externals }) {
  const entry = join(lib, `${name}.entry.cjs`)
  writeFileSync(entry, text)
  return run(entry, `${name}.cjs`, externals)
}

async function minified(name, text) {
  const isOwn = !OF_OTHERS.test(name)
  const compress = { ...MINIFY.compress, unsafe_arrows: isOwn, pure_getters: isOwn || 'strict' }
  const { code } = await minify({ [name]: text }, { ...MINIFY, compress })
  return `${code}\n`
}

function take(files, name, content) {
  if (files.has(name)) throw new Error(`two files are named ${name}`)
  files.set(name, content)
}

/** All modules below `lib/`: path with `/` → text. */
function readModules(lib) {
  const paths = readdirSync(lib, { recursive: true }).map((path) => path.split(sep).join('/'))
  return new Map(
    paths.filter((path) => path.endsWith('.js')).map((path) => [path, readFileSync(join(lib, path), 'utf8')]),
  )
}

function withoutEndpoints(files) {
  const [holder, ...others] = [...files].filter(([, text]) => ENDPOINTS.test(text))
  if (holder === undefined || others.length > 0)
    throw new Error('the client of GitHub lists its routes in another way than this script knows')
  const [name, text] = holder
  files.set(name, text.replace(ENDPOINTS, 'const Endpoints = {};'))
}

/** What webpack loads at the start, where nothing needs it yet, is loaded when something of it is used. */
function withLate(code, apart) {
  const names = [...apart.map(({ file }) => `./${file}`), LATE]
  return names.reduce((text, name) => {
    const required = ` = ${requireCall(name)};`
    if (!text.includes(required)) throw new Error(`webpack loads ${name} in another way than this script knows`)
    return text.replaceAll(required, () => ` = ${lateModule(name)};`)
  }, code)
}

function asCommonJs(text) {
  return FOR_PARSER.reduce((all, [written, needed]) => all.replaceAll(written, needed), text)
}

function lateModule(name) {
  return `new Proxy({}, { get: (_, key) => key === "default" ? ${requireCall(name)} : ${requireCall(name)}[key] })`
}

function requireCall(name) {
  return `require(${JSON.stringify(name)})`
}

/** A module that exports what the entries import from others. */
function sharedEntry(texts, entries) {
  const lines = entries.flatMap((entry) => {
    const text = texts.get(`${entry}.js`)
    if (text === undefined) throw new Error(`src/${entry}.ts is missing`)
    const imports = [...text.matchAll(NAMED_IMPORT)]
    if (imports.length !== [...text.matchAll(STATIC_IMPORT)].length || text.search(DYNAMIC_IMPORT) !== -1)
      throw new Error(`src/${entry}.ts must import names only: import { … } from '…'`)
    return imports.filter(([, , target]) => target.startsWith('.')).map(([, list, target]) => [list, target])
  })
  return lines.map(([list, target]) => `export {${list}} from '${target}';\n`).join('')
}

/** An `import()` with the name of its chunk, as webpack reads it. */
function named(texts, importer, target, quote) {
  const path = resolveFrom(importer, target)
  if (path !== null && !texts.has(path)) throw new Error(`lib/${importer} imports ${target}, which is not there`)
  return `import(/* webpackChunkName: "${nameOf(texts, path, target)}" */ ${quote}${target}${quote})`
}

const OF_PLANS = /^(?:documents\/forms\/plan-file|documents\/secrets|units\/conceal|terraform\/roots\/[\w-]+)\.js$/

function nameOf(texts, path, target) {
  // What reads plans, what tells their roots apart and what hides their secrets share most of their modules.
  if (path !== null && OF_PLANS.test(path)) return 'plans'
  for (const [name, chunk] of CHUNK_OF_PACKAGE) if (needs(texts, path ?? target, name)) return chunk
  return slug((path ?? target).replace(/(\/index)?\.js$/, ''))
}

/** Whether a module, or one that it imports for sure, imports a package. */
function needs(texts, start, name) {
  const seen = new Set([start])
  for (const path of seen) {
    if (path === name) return true
    for (const [, target] of texts.get(path)?.matchAll(STATIC_IMPORT) ?? [])
      seen.add(resolveFrom(path, target) ?? target)
  }
  return false
}

/** The path below `lib/` of a relative import; null for a package. */
function resolveFrom(importer, target) {
  return target.startsWith('.') ? posix.join(posix.dirname(importer), target) : null
}

function slug(text) {
  return text.replaceAll(/[^A-Za-z0-9]+/g, '-').replaceAll(/^-|-$/g, '')
}

/** The chunks beside the shared bundle, by id. */
function chunkNames(compilation, lib) {
  const chunks = [...compilation.chunks].filter((chunk) => !chunk.hasRuntime())
  const taken = new Set(chunks.map(({ name }) => name))
  return chunks
    .map((chunk) => {
      if (chunk.name) return { id: chunk.id, name: chunk.name }
      const content = slug(mostOf(compilation.chunkGraph.getChunkModules(chunk), lib))
      const name = taken.has(content) ? `${content}-shared` : content
      taken.add(name)
      return { id: chunk.id, name }
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** The scope or name of the package, or else the folder below `lib/`, that most bytes of the modules belong to. */
function mostOf(modules, lib) {
  const sizes = new Map()
  for (const module of modules.flatMap((one) => one.modules ?? [one])) {
    const owner = packageOf(module.resource ?? '') ?? dirname(relative(lib, module.resource ?? lib))
    const key = owner.startsWith('@') ? owner.split('/')[0] : owner
    sizes.set(key, (sizes.get(key) ?? 0) + module.size())
  }
  return [...sizes].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0][0]
}

/** Webpack finds a chunk's file by its id. */
function withChunkNames(code, names) {
  const rule = `"" + chunkId + ".${SHARED}"`
  if (code.split(rule).length !== 2) throw new Error('ncc finds its chunks by another rule than this script knows')
  return code.replace(
    rule,
    `(${JSON.stringify(Object.fromEntries(names.map(({ id, name }) => [id, name])))})[chunkId] + ".js"`,
  )
}

/** The chunks as [name, text]. Anything else that ncc gives would be missing at run time, but for what is not read. */
function chunkTexts(assets, names) {
  const rest = new Map(Object.entries(assets).map(([file, { source }]) => [file, String(source)]))
  const chunks = names.map(({ id, name }) => {
    const file = `${id}.${SHARED}`
    const text = rest.get(file)
    if (text === undefined) throw new Error(`ncc gave no file for chunk ${name}`)
    rest.delete(file)
    return [`${name}.js`, text]
  })
  const unknown = [...rest.keys()].filter((file) => file !== 'package.json' && !NOT_READ.test(file))
  if (unknown.length > 0) throw new Error(`ncc gave files that are not chunks: ${unknown.join(', ')}`)
  return chunks
}

/** Modules of the project that several chunks hold, as webpack does with what is too small for a chunk of its own. */
function heldTwice(compilation, lib) {
  const found = []
  for (const module of compilation.modules) {
    const chunks = compilation.chunkGraph.getNumberOfModuleChunks(module)
    const inner = module.modules ?? [module]
    if (chunks > 1)
      found.push(...inner.map((one) => ({ path: relative(lib, one.resource ?? ''), bytes: one.size(), chunks })))
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** A static import on the way from an entry would make every start load what hardly any needs. */
function refuseHeavyStart(compilation) {
  for (const chunk of compilation.chunks) {
    if (!chunk.hasRuntime()) continue
    for (const module of compilation.chunkGraph.getChunkModules(chunk).flatMap((one) => one.modules ?? [one])) {
      const name = packageOf(module.resource ?? '')
      if (CHUNK_OF_PACKAGE.has(name)) throw new Error(`every start would load ${name}: import() what needs it`)
    }
  }
}

/** ncc builds an import that it cannot resolve into a call that fails at run time, and exits with 0. */
function refuseUnresolved(compilation) {
  for (const module of compilation.modules) {
    const request = /@@notfound\.js\?(.*)$/.exec(module.resource ?? '')?.[1]
    if (request !== undefined) throw new Error(`cannot resolve '${request}'`)
  }
}
