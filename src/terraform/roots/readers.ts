import { baseName, join } from '../../text/paths.js'

/** Where a module's text stands and runs. */
export interface Running {
  /** The module's folder, `path.module`. */
  readonly folder: string
  /** The folder of the root module, `path.root`: relative paths without either start at it. */
  readonly root: string
}

/** What `path.module` and its like, and Terragrunt's folder of a unit, stand for at the start of a path that a text writes. */
const FOLDERS: readonly (readonly [string, (running: Running) => string])[] = [
  ['${path.module}/', ({ folder }) => folder],
  ['${path.root}/', ({ root }) => root],
  ['${path.cwd}/', ({ root }) => root],
  ['${get_terragrunt_dir()}/', ({ root }) => root],
]

/** The longest path that is looked at. */
const MAX_PATH = 300

/**
 * Whether a text of Terraform may name a file: one of its quoted paths leads there (Terraform, "References to Named
 * Values", `path.module`), or ends as the file's does behind a value that the text alone does not tell.
 *
 * @param text without escapes and literals in templates, see `plainText`
 */
export function mayName(text: string, running: Running, file: string): boolean {
  const name = baseName(file)
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + name.length)) {
    if (mayLeadTo(`${before(text, at)}${name}`, running, file)) return true
  }
  return false
}

/** What stands before a name in its quotes or its line. */
function before(text: string, at: number): string {
  const line = text.slice(Math.max(0, at - MAX_PATH), at)
  return line.slice(Math.max(line.lastIndexOf('"'), line.lastIndexOf('\n')) + 1)
}

function mayLeadTo(written: string, running: Running, file: string): boolean {
  const [start, folder] = FOLDERS.find(([one]) => written.startsWith(one)) ?? ['', null]
  const rest = written.slice(start.length)
  const open = Math.max(rest.lastIndexOf('}'), rest.lastIndexOf('%'))
  if (open !== -1) return file.endsWith(rest.slice(open + 1).replace(/^[a-z]/, ''))
  if (folder !== null) return join(folder(running), rest) === file
  return [running.root, running.folder].some((one) => join(one, rest) === file)
}

/** The end of the name of a file behind a value that the text alone does not tell. */
const ENDS = /[}%]([\w.-]{0,100}\.\w{1,20})"/g

/** The same where the name of the file does not stand in the text as a whole: `"${each.key}.json"`. */
export function mayMakeName(text: string, file: string): boolean {
  return [...text.matchAll(ENDS)].some(([, end = '']) => file.endsWith(end.replace(/^[a-z]/, '')))
}
