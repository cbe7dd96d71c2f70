import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'

/** Packages whose files are embedded in a module of the project: what the module's path ends in → folder. */
const EMBEDDED = new Map([['terraform/hcl/syntax/grammar.js', 'node_modules/@tree-sitter-grammars/tree-sitter-hcl']])

/**
 * The packages of which at least one module is part of a webpack compilation, as folder (relative to `root`) →
 * package.json. The modules inside a concatenated module count.
 */
export function collectPackages(compilation, root) {
  const packages = new Map()
  const visit = (module) => {
    for (const inner of module.modules ?? []) visit(inner)
    if (typeof module.resource === 'string') {
      const file = module.resource.split('?')[0]
      for (const [end, embedded] of EMBEDDED) {
        if (file.split(sep).join('/').endsWith(end))
          packages.set(embedded, readJson(join(root, embedded, 'package.json')))
      }
      const folder = packageFolder(file)
      if (folder !== null) {
        packages.set(relative(root, folder).split(sep).join('/'), readJson(join(folder, 'package.json')))
      }
    }
  }
  for (const module of compilation.modules) visit(module)
  return packages
}

/** The text of `licenses.txt`: one block per package and version, sorted by name. */
export function renderLicenses(packages) {
  const blocks = new Map()
  for (const [folder, manifest] of packages) {
    blocks.set(`${manifest.name}@${manifest.version}`, { manifest, text: licenseText(folder) })
  }
  const names = [...blocks.keys()].sort()
  return names
    .map((name) => {
      const { manifest, text } = blocks.get(name)
      return `${name}\nLicense: ${manifest.license ?? 'see below'}\n\n${text}\n`
    })
    .join(`\n${'-'.repeat(80)}\n\n`)
}

/** The folder of the package that a file in `node_modules` belongs to; null for the project's own files. */
function packageFolder(file) {
  if (!file.includes(`${sep}node_modules${sep}`)) return null
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder)) {
    // Folders such as `dist/esm/` have a package.json without a name, which only sets the module type.
    const manifest = join(folder, 'package.json')
    if (existsSync(manifest) && readJson(manifest).name !== undefined) return folder
  }
  return null
}

function licenseText(folder) {
  const file = readdirSync(folder)
    .sort()
    .find((name) => /^(licen[cs]e|copying)/i.test(name))
  if (file === undefined) return 'The package carries no licence text; see its repository.'
  return readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim()
}

function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'))
}
