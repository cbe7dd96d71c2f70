import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'

/** Packages of which a module of the project holds a file: name of the module → folder with manifest and licence. */
const EMBEDDED = new Map([['grammar.js', 'scripts/grammar']])

/**
 * The packages of which at least one module is part of a webpack compilation, as folder (relative to `root`) →
 * package.json. The modules inside a concatenated module count.
 */
export function collectPackages(compilation, root) {
  const packages = new Map()
  const add = (file) => {
    const folder = packageFolder(file)
    const found = folder === null ? EMBEDDED.get(basename(file)) : relative(root, folder).split(sep).join('/')
    if (found !== undefined) packages.set(found, readJson(join(root, found, 'package.json')))
  }
  const visit = (module) => {
    for (const inner of module.modules ?? []) visit(inner)
    if (typeof module.resource === 'string') add(module.resource.split('?')[0])
  }
  for (const module of compilation.modules) visit(module)
  return packages
}

/**
 * A package whose code is shipped must be what its archive holds: one that compiles or fetches something when it is
 * installed is refused, although `.npmrc` keeps such scripts from running.
 */
export function refuseInstallScripts(packages) {
  for (const { name, scripts = {}, gypfile } of packages.values()) {
    const found = ['preinstall', 'install', 'postinstall'].find((script) => scripts[script] !== undefined)
    if (found !== undefined || gypfile === true) throw new Error(`${name} is bundled and has an install script`)
  }
}

/**
 * The text of `licenses.txt`: every package and version with its own copyright lines, sorted by name, and each licence
 * text once behind the packages that are under it.
 */
export function renderLicenses(packages) {
  const blocks = new Map()
  for (const [folder, manifest] of packages) {
    blocks.set(`${manifest.name}@${manifest.version}`, { manifest, text: licenseText(folder) })
  }
  const groups = new Map()
  for (const name of [...blocks.keys()].sort()) {
    const { manifest, text } = blocks.get(name)
    const { own, terms } = partsOf(text)
    const head = [name, `License: ${manifest.license ?? 'see below'}`, ...own].join('\n')
    const key = terms.replace(/\s+/g, ' ').replaceAll("'", '"').replaceAll('"{}"', '"[]"')
    groups.set(key, { terms, heads: [...(groups.get(key)?.heads ?? []), head] })
  }
  return [...groups.values()]
    .map(({ terms, heads }) => `${heads.join('\n\n')}\n\n${terms}\n`)
    .join(`\n${'-'.repeat(80)}\n\n`)
}

/**
 * The copyright lines of a licence that is nothing but these and its terms, apart from the terms; else all of it as terms. Of
 * the Apache License that is the line of its appendix where somebody filled it in.
 */
function partsOf(text) {
  if (/^\s*Apache License\s+Version 2\.0,/.test(text)) {
    const filled = /^\s*Copyright \d{4}.*$/m
    const own = filled.exec(text)?.[0].trim()
    return {
      own: own === undefined ? [] : [own],
      terms: text.replace(filled, '   Copyright [yyyy] [name of copyright owner]'),
    }
  }
  const lines = text.split('\n')
  const own = lines.filter((line) => /^\s*copyright \(c\)/i.test(line)).map((line) => line.trim())
  const rest = lines.filter((line) => !/^\s*copyright \(c\)/i.test(line))
  const terms = rest.join('\n').replace(TITLE, '').trim()
  return /^Permission (?:is hereby granted|to use)/.test(terms) ? { own, terms } : { own: [], terms: text }
}

const TITLE = /^\s*(?:#? ?[[(]?(?:The )?(?:MIT|ISC) License(?: \(MIT\))?(?:\]\([^)\s]*\)|\))?)\s*\n/i

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

/** The name of the package that a file in `node_modules` belongs to; null for the project's own files. */
export function packageOf(file) {
  const parts = file.split(sep)
  const at = parts.lastIndexOf('node_modules')
  if (at === -1) return null
  const [first, second] = parts.slice(at + 1)
  return first.startsWith('@') ? `${first}/${second}` : first
}
