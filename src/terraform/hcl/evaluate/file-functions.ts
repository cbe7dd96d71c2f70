import { isPlain, joinText, piecesOf, type Text } from '../../../iam/text/text.js'
import { parsedJson } from '../../../tree/value.js'
import { bind, type Context, type Env, expressionOrigin, filesNamed, type Scope } from '../modules/index.js'
import {
  type CallExpr,
  decodeLiteral,
  type HclFile,
  joinPath,
  type MergedBlock,
  type TemplateExpr,
} from '../syntax/index.js'
import {
  effectiveMembers,
  isBelowWorkingDirectory,
  knownString,
  matchesPlan,
  parsedDocument,
  plainString,
  type SourceOrigin,
  setOf,
  type Value,
  withTexts,
} from '../values/index.js'
import { readPlainJson, readQuotedJson } from './json-text.js'
import { evaluateTemplate } from './template.js'

/** `file(path)`: the text of a file, which may be read as JSON. */
export function fileValue(path: Value | undefined, scope: Scope, context: Context): Value | null {
  const file = fileAt(path, scope, context)
  return file === null ? null : textFile(file, scope, context)
}

function textFile(file: HclFile, scope: Scope, context: Context): Value {
  let json: Value | null | undefined
  return {
    kind: 'string',
    text: file.text,
    origin: wholeFile(file),
    json: () => {
      json ??= readPlainJson(file, { ...scope, file }, context)
      return json
    },
  }
}

/** `templatefile(path, variables)`: only the given variables are known in the template. */
export function templateFile(
  path: Value | undefined,
  variables: Value | undefined,
  scope: Scope,
  context: Context,
): Value | null {
  const file = fileAt(path, scope, context)
  return file === null ? null : templateOf(file, variables, scope, context)
}

function templateOf(file: HclFile, variables: Value | undefined, scope: Scope, context: Context): Value | null {
  const template = context.sources.template(file)
  return template === null ? null : evaluateTemplate(template, templateScope(file, variables, scope), context)
}

function templateScope(file: HclFile, variables: Value | undefined, scope: Scope): Scope {
  let env: Env | null = null
  const closed = variables === undefined || (variables.kind === 'object' && !variables.open)
  for (const { name, value } of variables?.kind === 'object' ? effectiveMembers(variables) : []) {
    env = bind(env, name, value)
  }
  return { ...scope, file, env, template: closed ? 'closed' : 'open' }
}

/** `data "template_file"` with `template = file(…)`, the predecessor of templatefile(). */
export function renderedTemplate(block: MergedBlock, scope: Scope, context: Context): Value | null {
  const evaluated = (name: string) => {
    const attribute = block.attribute(name)
    return attribute === null ? null : context.evaluate(attribute.value, { ...scope, file: attribute.file })
  }
  const origin = evaluated('template')?.origin ?? null
  if (origin?.file.kind !== 'text' || origin.start !== 0 || origin.end !== origin.file.text.length) return null
  return templateOf(origin.file, evaluated('vars') ?? undefined, scope, context)
}

/** A path as it is written; one below the folder where Terraform runs as a relative one. */
function pathIn(value: Value | undefined): string | null {
  if (value === undefined) return null
  if (value.kind !== 'string' || !isBelowWorkingDirectory(value.text)) return knownString(value)
  const rest = joinText(piecesOf(value.text).slice(1))
  return isPlain(rest) ? `.${rest}` : null
}

/** Paths are relative to the root module, where Terraform runs. */
function fileAt(path: Value | undefined, scope: Scope, context: Context): HclFile | null {
  const text = pathIn(path)
  if (text === null || text.startsWith('/')) return null
  const { config, unplanned } = scope.module.root ?? scope.module
  const joined = joinPath(config.folder, text)
  const unit = unplanned?.units[0] ?? null
  const file = joined === null ? null : context.sources.plain(context.sources.copied(joined, config.folder, unit))
  if (file !== null && context.sources.isMarked(file)) context.taint()
  return file
}

function wholeFile(file: HclFile): SourceOrigin {
  const end = file.text.length
  return { file, start: 0, end, style: 'expression', node: { kind: 'other', start: 0, end } }
}

/** `templatestring(text, variables)`: a template that is itself a value. */
export function templateString(
  text: Value | undefined,
  variables: Value | undefined,
  scope: Scope,
  context: Context,
): Value | null {
  const source = text === undefined ? null : knownString(text)
  const origin = text?.origin ?? null
  if (source === null || origin === null) return null
  const template = context.sources.templateText(origin.file, source, origin)
  if (template === null) return null
  const inner = templateScope(origin.file, variables, scope)
  const render = ({ parts }: TemplateExpr) => context.text(parts, inner, (raw) => decodeLiteral(raw, 'file'))
  const made = render(template)
  const json = () =>
    renderedJson(text, made, (leaf) => {
      const own = context.sources.templateText(origin.file, leaf, origin)
      return own === null ? null : render(own)
    }) ?? readQuotedJson(made, origin, context, 'filled-json')
  return { kind: 'string', text: made, origin, json }
}

/**
 * The JSON that a text is whose strings are templates, each where the text is written; null where that is not what the
 * whole template gives: what it puts in may have quotes, and directives may choose among members.
 */
function renderedJson(source: Value | undefined, made: Text, render: (leaf: string) => Text | null): Value | null {
  const document = source === undefined || !isPlain(made) ? null : parsedDocument(source)
  if (document === null) return null
  const rendered = withTexts(document, (leaf) => (isPlain(leaf) && /[$%]\{/.test(leaf) ? (render(leaf) ?? leaf) : leaf))
  return matchesPlan(rendered, parsedJson(String(made))) ? rendered : null
}

/** How many files a pattern may name. */
const MAX_FILES = 1000

/** `fileset(folder, pattern)`: paths of files below the folder. */
export function fileSet(
  folder: Value | undefined,
  pattern: Value | undefined,
  call: CallExpr,
  { scope, context }: { readonly scope: Scope; readonly context: Context },
): Value | null {
  const [base, wanted] = [folder, pattern].map(pathIn)
  if (typeof base !== 'string' || typeof wanted !== 'string' || base.startsWith('/')) return null
  const root = (scope.module.root ?? scope.module).config.folder
  const top = joinPath(root, base)
  const found = top === null ? null : filesNamed(wanted, { top, root }, context)
  // A folder that is not there, or not to be seen, says nothing of the one that Terraform saw.
  if (found === null || found.length === 0 || found.length > MAX_FILES) return null
  return setOf(
    found.map((file) => plainString(file)),
    expressionOrigin(call, scope.file),
  )
}
