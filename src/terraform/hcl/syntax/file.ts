import { type ScannedBlock, scanBody } from '../../scan/body.js'
import type { Block, Body, HclFile, Span, TemplateExpr } from './ast.js'
import { Converter } from './convert.js'
import { templateParts } from './convert-template.js'
import type { SyntaxNode } from './nodes.js'
import type { ParseHcl } from './parser.js'

const EMPTY: Body = { attributes: new Map(), blocks: [] }

/**
 * Reads a configuration file in HCL syntax: parses it when something of it is asked for, and converts the bodies of its
 * blocks when they are. What most files of an estate declare is never asked for, and of those that name neither buckets
 * nor policies the headers of their blocks are found without the parser.
 *
 * @param keeps whether the syntax tree is kept until then; not for one of many versions of a text that come and go
 */
export function readHclFile(path: string, text: string, parse: ParseHcl, { keeps = true } = {}): HclFile {
  const whole = once(() => {
    const tree = parse(text)
    const { root, hasError } = tree
    const node = root.namedChildren.find(({ type }) => type === 'body') ?? null
    const read = new Converter(file, text, (span) => span).body(node)
    if (keeps) tree.keep(() => convertAll(read))
    else {
      convertAll(read)
      tree.free()
    }
    return { hasError, body: read }
  })
  const body = once((): Body => {
    const headers = MAY_MATTER.test(text) ? null : headersOf(text)
    if (headers === null) return whole().body
    const blocks = once(() => new Map(whole().body.blocks.map((block) => [block.start, block.body])))
    return { attributes: new Map(), blocks: headers.map((header) => lateBlock(header, file, blocks)) }
  })
  const file: HclFile = {
    path,
    text,
    kind: 'hcl',
    get hasError() {
      return whole().hasError
    },
    get body() {
      return body()
    },
  }
  return file
}

/** Asks for every body, which is converted by that. */
function convertAll(body: Body): void {
  const todo = [...body.blocks]
  for (let block = todo.pop(); block !== undefined; block = todo.pop())
    for (const one of block.body.blocks) todo.push(one)
}

/** What a statement of a bucket policy, or the way to one, cannot be written without; escaped letters may be any. */
const MAY_MATTER = /s3|polic(?:y|ies)|principal|module|\\u[0-9a-f]{4}/i

/** The blocks of a text that the scanner understands as a whole; null for any other. */
function headersOf(text: string): readonly ScannedBlock[] | null {
  const { attributes, blocks, broken, stray } = scanBody(text)
  return broken || stray || attributes.length > 0 ? null : blocks
}

function lateBlock(
  { type, labels, start, bodyEnd }: ScannedBlock,
  file: HclFile,
  bodies: () => ReadonlyMap<number, Body>,
): Block {
  return {
    file,
    type,
    labels,
    start,
    end: bodyEnd + 1,
    get body() {
      return bodies().get(start) ?? EMPTY
    },
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
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
  const tree = parse(wrapped)
  try {
    return tree.hasError ? null : templateIn(tree.root, { file, text, wrapped, opening, place })
  } finally {
    tree.free()
  }
}

interface WrappedTemplate {
  readonly file: HclFile
  readonly text: string
  readonly wrapped: string
  readonly opening: string
  readonly place: (span: Span) => Span
}

function templateIn(root: SyntaxNode, { file, text, wrapped, opening, place }: WrappedTemplate): TemplateExpr | null {
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
