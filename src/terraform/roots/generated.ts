import { baseName } from '../../text/paths.js'
import { terraformFile, variableFiles } from '../../text/terraform-files.js'
import { parseStrict } from '../../tree/parse.js'
import { isObject } from '../../tree/value.js'
import { type ScannedBody, scanBody } from '../scan/body.js'
import { plainText, unescapeQuoted } from '../scan/escapes.js'
import { scanSource, type TerraformSource } from './declarations.js'

/** A file that Terragrunt writes into the module when it runs it (Terragrunt, "generate block"). */
export interface Generated {
  /** Where the block or the attribute that says so begins. */
  readonly offset: number
  /** The name of the file; null where it is not known. */
  readonly name: string | null
  /** What is written; null where it is computed. */
  readonly contents: string | null
}

/** The files that a file of Terragrunt lets be written. */
export function generatedBy(text: string, { blocks, attributes }: ScannedBody): readonly Generated[] {
  const found: Generated[] = []
  for (const { type, bodyStart, bodyEnd } of blocks)
    if (type === 'generate') found.push({ offset: bodyStart, ...fileIn(scanBody(text, bodyStart, bodyEnd), text) })
  for (const { name, start, end } of attributes) {
    if (name !== 'generate') continue
    const each = within(text, start, end)
    const files = each?.attributes.map((one) => within(text, one.start, one.end)) ?? [null]
    for (const file of files) found.push({ offset: start, ...(file === null ? UNKNOWN : fileIn(file, text)) })
  }
  return found
}

const UNKNOWN = { name: null, contents: null }

/** The body of an object; null where an expression is none, or more than one line says. */
function within(text: string, start: number, end: number): ScannedBody | null {
  const written = text.slice(start, end).trim()
  if (!written.startsWith('{') || !written.endsWith('}')) return null
  const from = text.indexOf('{', start)
  const body = scanBody(text, from + 1, from + written.length - 1)
  return body.stray || body.broken || body.blocks.length > 0 ? null : body
}

function fileIn({ attributes }: ScannedBody, text: string): Pick<Generated, 'name' | 'contents'> {
  const written = (name: string) => {
    const one = attributes.find((each) => each.name === name)
    return one === undefined ? '' : text.slice(one.start, one.end).trim()
  }
  const contents = written('contents')
  const [, , heredoc] = /^<<-?(\w{1,100})[ \t\r]*\n([\s\S]*?)(?<=\n)[ \t]*\1$/.exec(contents) ?? []
  const [, quoted] = /^"((?:[^"\\\n]|\\.)*)"$/.exec(contents) ?? []
  return {
    name: /^"(?:[^"\n]*\/)?([^"\n/\\{}]+)"$/.exec(plainText(written('path')))?.[1] ?? null,
    contents: heredoc ?? (quoted === undefined ? null : unescapeQuoted(quoted)),
  }
}

/** What a file that is written changes of a module. */
export interface Change {
  /** Whether something of the module is changed for certain. */
  readonly sure: boolean
  /** Whether variables may have another value than their defaults. */
  readonly open: boolean
}

/** What configuration is overridden by. */
const NAMED = ['variables', 'locals', 'data', 'resources', 'calls'] as const

/**
 * What a file that Terragrunt writes may change of a module, so that its sources alone do not tell what is applied: a
 * policy, a value of a variable, or what overrides something by its name. Null for what stands beside it, most often a
 * provider or a backend.
 */
export function changeBy({ name, contents }: Generated, module: readonly TerraformSource[]): Change | null {
  const kind = name === null ? null : terraformFile(name)?.kind
  if (kind === undefined || (name !== null && kind === 'variables' && variableFiles([name]).length === 0)) return null
  // A further file cannot declare a variable again.
  const replaces = kind !== 'configuration' || module.some(({ path }) => baseName(path) === name)
  const unknown = { sure: false, open: replaces }
  if (contents === null || name === null) return unknown
  const own = scanSource(name, contents)
  if (own.broken || (!name.endsWith('.json') && scanBody(contents).stray)) return unknown
  if (kind === 'variables') {
    const given = valuesIn(name, contents) ?? []
    return given.some((one) => module.some(({ variables }) => variables.has(one))) ? { sure: true, open: true } : null
  }
  return changeOf(own, module) ?? (own.mayHold ? { sure: false, open: false } : null)
}

/** What a file changes of a module that it is put into: what it declares again, by its name. Null for nothing. */
export function changeOf(own: TerraformSource, module: readonly TerraformSource[]): Change | null {
  const shared = NAMED.filter((of) => [...own[of]].some((one) => module.some((file) => file[of].has(one))))
  const isReplaced = module.some(({ path }) => baseName(path) === baseName(own.path))
  return shared.length + Number(isReplaced) > 0 ? { sure: true, open: shared.includes('variables') } : null
}

/** The names of the variables that a file gives values; null for one in JSON that is broken. */
export function valuesIn(path: string, text: string): readonly string[] | null {
  if (!path.endsWith('.json')) return scanBody(text).attributes.map(({ name }) => name)
  const parsed = parseStrict(text)
  if (parsed?.ok !== true) return null
  const [document] = parsed.documents
  return isObject(document?.value) ? Object.keys(document.value) : []
}

/** Why a module is not judged as it is applied into which the files of a unit's folder are copied. */
export const COPIED_INTO =
  'Terragrunt copies it over a module with bucket policies, which it changes; give the plan of the unit'

/** Why what such a file is written into is not judged as it is applied. */
export const WRITTEN_INTO =
  'it lets Terragrunt write a file that may change a module with bucket policies; give the plan of the unit'
