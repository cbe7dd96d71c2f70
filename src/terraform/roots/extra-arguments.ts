import { type ScannedBody, scanBody } from '../scan/body.js'
import { plainText } from '../scan/escapes.js'
import type { UnitPath } from './unit-path.js'

/** What a file of Terragrunt hands to Terraform on its command line, which counts more than its inputs. */
export interface ExtraArguments {
  /** The label of the block: of two blocks with one label that of the unit counts, and not that of what it includes. */
  readonly label: string
  /** Variables that get a value, which is not looked at. */
  readonly names: readonly string[]
  /** Files of values, of which later ones win. One that is not required may be missing. */
  readonly files: readonly { readonly path: UnitPath; readonly required: boolean }[]
  /** Any variable may get a value. */
  readonly any: boolean
}

/** Any variable may get a value. */
export const ANY: ExtraArguments = { label: '', names: [], files: [], any: true }

/** What may give values in a text that is not understood. */
const GIVES = /\b(?:required|optional)_var_files\b|\bTF_VAR_|\bTF_CLI_ARGS|-var\b|\barguments\b/

/**
 * The `extra_arguments` of the `terraform` blocks of a file that may give variables values when something is planned or
 * applied (Terragrunt, "terraform block"): variables and files of values on the command line, and variables of the
 * environment, before which Terragrunt's own, made of `inputs`, stand back. What copies files of values or leaves them out
 * may give any.
 *
 * @param pathOf the path that an expression means; null where that is not known
 */
export function extraArguments(
  { blocks }: ScannedBody,
  text: string,
  pathOf: (written: string) => UnitPath | null,
): readonly ExtraArguments[] {
  return blocks
    .filter(({ type }) => type === 'terraform')
    .flatMap(({ bodyStart, bodyEnd }) => {
      const body = scanBody(text, bodyStart, bodyEnd)
      const extra = body.blocks.filter(({ type }) => type === 'extra_arguments')
      const isLost = (body.stray || body.broken) && GIVES.test(text.slice(bodyStart, bodyEnd))
      const isOpen = body.attributes.some(
        ({ name, start, end }) =>
          /^(?:in|ex)clude_(?:in|from)_copy$/.test(name) && COPIES.test(plainText(text.slice(start, end))),
      )
      return [...(isLost || isOpen ? [ANY] : []), ...extra.map((one) => argumentsOf(one, text, pathOf))]
    })
}

/** Patterns that files of values may match, or that are not known. */
const COPIES = /tfvars|\*"|[$%]\{|\\|^\s*[^[\s]/

function argumentsOf(
  { labels: [label = ''], bodyStart, bodyEnd }: ScannedBody['blocks'][number],
  text: string,
  pathOf: (written: string) => UnitPath | null,
): ExtraArguments {
  const { attributes, stray, broken } = scanBody(text, bodyStart, bodyEnd)
  const written = (name: string) => {
    const one = attributes.find((each) => each.name === name)
    return one === undefined ? null : plainText(text.slice(one.start, one.end).trim())
  }
  const given = { label, names: [], files: [], any: false }
  const commands = written('commands') ?? ''
  const listed = itemsOf(commands)?.map((one) => (/^"[\w -]*"$/.test(one) ? one.slice(1, -1) : null)) ?? [null]
  const takesValues = NEED_VARS.test(commands) || ['plan', 'apply'].every((one) => listed.includes(one))
  // Another command than these changes nothing that is judged.
  if (listed.every((one) => one !== null && one !== 'plan' && one !== 'apply')) return given
  const line = onLine(written('arguments') ?? '[]', pathOf)
  const files = (['required', 'optional'] as const).flatMap((kind) =>
    (itemsOf(written(`${kind}_var_files`) ?? '[]') ?? ['']).map((one) => fileAt(one, kind === 'required', pathOf)),
  )
  const own = [...line.files, ...files]
  const environment = written('env_vars') ?? '{}'
  const known = own.flatMap((one) => one ?? [])
  return {
    label,
    names: [...line.names, ...[...environment.matchAll(/\bTF_VAR_([\w-]+)/g)].map(([, name = '']) => name)],
    files: known,
    any:
      ((stray || broken) && GIVES.test(text.slice(bodyStart, bodyEnd))) ||
      line.any ||
      UNKNOWN_NAMES.test(environment) ||
      known.length < own.length ||
      (own.length > 0 && !takesValues),
  }
}

const NEED_VARS = /^\[?\s*get_terraform_commands_that_need_vars\(\)/

/** Names of variables of the environment that are not written out, and those that hold whole arguments. */
const UNKNOWN_NAMES = /^[^{]|^\{\s*for\b|\)\s*[=:]|\\|\$\{[^}]*\}[^"\n]*"\s*[=:]|TF_CLI_ARGS/

function fileAt(written: string, required: boolean, pathOf: (written: string) => UnitPath | null) {
  const path = pathOf(written)
  return path === null ? null : { path, required }
}

/** An argument that begins as one which gives a value, or as nothing yet, up to what is not known. */
const MAY_GIVE = /^"-{0,2}(?:v(?:a(?:r(?:-[a-z]*)?)?)?)?(?:[$%]\{|\\)/

/** What a list of arguments gives: `-var name=value` and `-var-file path`, in one argument or in two. */
function onLine(written: string, pathOf: (written: string) => UnitPath | null) {
  const names: string[] = []
  const files: (ExtraArguments['files'][number] | null)[] = []
  const items = itemsOf(written)
  let any = items === null
  for (let i = 0; items !== null && i < items.length; i++) {
    const [, flag, rest] = /^"--?(var|var-file)(?:=(.*))?"$/.exec(items[i] ?? '') ?? []
    // What is no text, or goes on with an expression before it is another one, may be any argument.
    if (flag === undefined) any ||= !/^"/.test(items[i] ?? '') || MAY_GIVE.test(items[i] ?? '')
    const value = rest === undefined ? (flag === undefined ? '' : (items[++i] ?? '')) : `"${rest}"`
    const name = /^"([\w-]+)=/.exec(value)?.[1]
    if (flag === 'var-file') files.push(fileAt(value, true, pathOf))
    else if (flag === 'var' && name !== undefined) names.push(name)
    else any ||= flag === 'var'
  }
  return { names, files, any }
}

/** A text, a comment, a bracket, or what stands between them. */
const TOKEN =
  /"(?:[^"\\\n$]|\\.|\$(?!\{)|\$\{(?:[^{}"\n]|"[^"\n]*")*\})*"|(?:#|\/\/).*|\/\*[\s\S]*?\*\/|[,()[\]{}]|[^\s,()[\]{}"#/]+|\s+/gy

/** The expressions of a list, as written; null for what is no list. */
function itemsOf(written: string): readonly string[] | null {
  const tokens = written.match(TOKEN) ?? []
  if (!written.startsWith('[') || tokens.join('').length !== written.length) return null
  const items: string[] = []
  let [item, depth] = ['', 0]
  for (const token of tokens) {
    if (/^(?:#|\/[/*])/.test(token)) continue
    if (/^[\])}]$/.test(token)) depth--
    if (depth === 0 && token === ']') return [...items, item].map((one) => one.trim()).filter((one) => one !== '')
    if (depth === 1 && token === ',') {
      items.push(item)
      item = ''
    } else if (depth > 0) item += token
    if (/^[[({]$/.test(token)) depth++
  }
  return null
}
