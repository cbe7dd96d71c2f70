import type { Body, HclFile, Span, TemplateExpr } from './ast.js'
import { Converter } from './convert.js'
import { templateParts } from './convert-template.js'
import type { SyntaxNode } from './nodes.js'
import type { ParseHcl } from './parser.js'

const EMPTY: Body = { attributes: new Map(), blocks: [] }

/** Reads a configuration file in HCL syntax. The bodies of its blocks are converted when they are first asked for. */
export function readHclFile(path: string, text: string, parse: ParseHcl): HclFile {
  const { root, hasError } = parse(text)
  const node = root.namedChildren.find(({ type }) => type === 'body') ?? null
  let body: Body | null = null
  const file: HclFile = {
    path,
    text,
    kind: 'hcl',
    hasError,
    get body() {
      body ??= new Converter(file, text, (span) => span).body(node)
      return body
    },
  }
  return file
}

/** A file that holds no configuration: a policy or a template. */
export function readTextFile(path: string, text: string): HclFile {
  return { path, text, kind: 'text', hasError: false, body: EMPTY }
}

/**
 * Reads a text as a template, or null when it has syntax errors. The grammar knows templates only inside a
 * configuration, so the text is wrapped in a heredoc and offsets are shifted back; `place` maps them further where the
 * text is itself a part of a file.
 */
export function readTemplate(
  file: HclFile,
  text: string,
  parse: ParseHcl,
  place: (span: Span) => Span = (span) => span,
): TemplateExpr | null {
  const mark = unusedMark(text)
  const opening = `x = <<${mark}\n`
  const wrapped = `${opening}${text}\n${mark}\n`
  const { root, hasError } = parse(wrapped)
  if (hasError) return null
  let heredoc: SyntaxNode | undefined = root
  while (heredoc !== undefined && heredoc.type !== 'heredoc_template') heredoc = heredoc.namedChildren.at(-1)
  if (heredoc === undefined) return null
  const converter = new Converter(file, wrapped, ({ start, end }) =>
    place({ start: start - opening.length, end: end - opening.length }),
  )
  const content = converter.between(opening.length, opening.length + text.length)
  const parts = templateParts(converter, heredoc, opening.length, opening.length + text.length)
  return { kind: 'template', form: 'file', content, parts, ...content }
}

function unusedMark(text: string): string {
  let mark = 'TEMPLATE'
  while (text.includes(mark)) mark += '_'
  return mark
}
