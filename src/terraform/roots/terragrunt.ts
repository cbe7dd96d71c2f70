import { folderOf, isRelativeSource } from '../../text/paths.js'
import { holdsPolicy } from '../../text/policy-text.js'
import { UNIT } from '../../text/terraform-files.js'
import { parseStrict } from '../../tree/parse.js'
import { memberAt } from '../../tree/value.js'
import { type ScannedBody, scanBody } from '../scan/body.js'
import { plainTemplate, plainText } from '../scan/escapes.js'
import { withLiterals } from './calls.js'
import { ANY, type ExtraArguments, extraArguments } from './extra-arguments.js'
import { type Generated, generatedBy } from './generated.js'
import type { Start, UnitPath } from './unit-path.js'

/** A file of Terragrunt, as far as a look without a grammar tells. */
export interface UnitFile {
  readonly path: string
  /** Where its module is taken from; null where it runs its own, or one from elsewhere. */
  readonly source: UnitPath | null
  /** The source as written, with the literal local values in it; null where there is none. */
  readonly written: string | null
  /** What is not looked at in it may give variables values that count less than its inputs. */
  readonly givesMore: boolean
  /** What it hands to Terraform besides its inputs, and over them. */
  readonly hands: readonly ExtraArguments[]
  /** Files whose source and inputs it takes over; null in the list for one that cannot be told. */
  readonly includes: readonly (UnitPath | null)[]
  /** Maps and lists of its inputs may be merged into those of what it includes. */
  readonly merges: boolean
  /** Files that it lets Terragrunt write into the module. */
  readonly generates: readonly Generated[]
}

/** A file that another includes, by the label of the block. */
interface Include {
  readonly label: string
  readonly file: UnitPath | null
  /** How what both have is put together; null where that is not known. */
  readonly strategy: string | null
}

/**
 * What a `terragrunt.hcl` says of its module (Terragrunt, "terraform block" and "include block"). `//` in a source marks
 * the part that is copied; `find_in_parent_folders` names a file in a folder above.
 */
export function unitFile(path: string, text: string): UnitFile {
  if (path.endsWith('.json')) return unitInJson(path, text)
  const body = scanBody(text)
  const { blocks } = body
  const literals = literalsIn(blocks, text)
  const pathOf = (written: string) => withLiterals(asTemplate(written), literals)
  const within = ({ bodyStart, bodyEnd }: ScannedBody['blocks'][number], name: string) => {
    const attribute = scanBody(text, bodyStart, bodyEnd).attributes.find((one) => one.name === name)
    if (attribute === undefined) return null
    return pathOf(text.slice(attribute.start, attribute.end))
  }
  const of = (type: string) => blocks.filter((block) => block.type === type)
  const includes = of('include').map((block): Include => {
    const [label = ''] = block.labels
    const written = within(block, 'merge_strategy') ?? '"shallow"'
    const strategy = /^"(\w+)"$/.exec(written)?.[1] ?? null
    return { label, file: strategy === null ? null : unitPath(within(block, 'path') ?? '', [], path), strategy }
  })
  const [written = null] = of('terraform').map((block) => within(block, 'source'))
  const source = written === null ? null : modulePath(written, includes, path)
  return {
    path,
    source,
    written,
    givesMore: false,
    hands: extraArguments(body, text, (one) => unitPath(pathOf(one), includes, path)),
    includes: includes.flatMap(({ file, strategy }) => (strategy === 'no_merge' ? [] : [file])),
    merges: includes.some(({ strategy }) => strategy !== 'shallow' && strategy !== 'no_merge'),
    generates: generatedBy(text, body),
  }
}

/** A file that cannot be read: what it says is not known. */
export function lostUnit(path: string): UnitFile {
  return {
    path,
    source: null,
    written: null,
    givesMore: true,
    hands: [ANY],
    includes: [],
    merges: false,
    generates: [],
  }
}

/**
 * The path of a source, as a text: it may be written as the address of a file, and with a query, which changes nothing of
 * a folder. A bare name is that of a file, and of no module.
 */
function modulePath(written: string, includes: readonly Include[], at: string): UnitPath | null {
  const source = unitPath(written.replace(/^"file:\/\//, '"').replace(/\?[^"{}]*"$/, '"'), includes, at)
  return source !== null && source.start.kind === 'own' && !isRelativeSource(source.path) ? null : source
}

/** A unit in JSON: its source and its inputs. What else may give values is not followed there. */
function unitInJson(path: string, text: string): UnitFile {
  const parsed = parseStrict(text)
  const value = parsed?.ok === true ? parsed.documents[0]?.value : undefined
  const source = memberAt(memberAt(value, 'terraform'), 'source')
  const written = typeof source === 'string' ? `"${plainTemplate(source)}"` : null
  return {
    path,
    source: modulePath(written ?? '', [], path),
    written,
    givesMore: value === undefined || /"(?:include|generate)"/.test(text),
    hands: value === undefined || /"(?:extra_arguments|\w+clude_\w+_copy)"/.test(text) ? [ANY] : [],
    includes: [],
    merges: false,
    generates: [],
  }
}

/** Local values that are one text, without their quotes, by their names. */
function literalsIn(blocks: ScannedBody['blocks'], text: string): ReadonlyMap<string, string> {
  const locals = blocks
    .filter(({ type }) => type === 'locals')
    .flatMap(({ bodyStart, bodyEnd }) => scanBody(text, bodyStart, bodyEnd).attributes)
    .map(({ name, start, end }) => [`local.${name}`, asTemplate(text.slice(start, end))] as const)
  return new Map(locals.flatMap(([name, one]) => (LITERAL.test(one) ? [[name, one.slice(1, -1)] as const] : [])))
}

/** An expression as the text that holds nothing else, without escapes and literals in it. */
function asTemplate(written: string): string {
  const plain = plainText(written.trim())
  return plain.startsWith('"') ? plain : plainTemplate(`"\${${plain}}"`)
}

/** A text that an expression may begin; in a local value others may follow. */
const TEXT = /^"(?:\$\{([^{}\n]{1,300})\})?([^"\n$]{0,1000})"$/
const LITERAL = /^"(?:\$\{[^{}\n]{1,300}\})?[^"\n]{0,1000}"$/

/**
 * @param written a path, as a text
 * @param at the file that it stands in
 * @returns null for one that leads elsewhere, or is made of what is not known
 */
function unitPath(written: string, includes: readonly Include[], at: string): UnitPath | null {
  const [, expression, rest] = TEXT.exec(written) ?? []
  if (rest === undefined) return null
  const path = rest.replaceAll('//', '/')
  if (expression === undefined) return /^[^/\\:%][^\\:%]*$/.test(rest) ? { start: { kind: 'own' }, path } : null
  const start = startOf(expression.replace(/\s+/g, ''), includes, at)
  return start === null ? null : { start, path: path.replace(/^\/*/, './') }
}

/** The folder that a function of Terragrunt names ("Functions"), without the blanks in it; null for another expression. */
function startOf(expression: string, includes: readonly Include[], at: string): Start | null {
  if (/^get_(?:path_to_)?repo_root\(\)$/.test(expression)) return { kind: 'top' }
  if (/^get_(?:original_)?terragrunt_dir\(\)$/.test(expression)) return { kind: 'own' }
  const [parent, label] =
    /^(?:get_parent_terragrunt_dir|path_relative_from_include)\((?:"([\w-]*)")?\)$/.exec(expression) ?? []
  if (parent !== undefined) {
    // In what is included that is the folder of the file itself.
    if (includes.length === 0) return { kind: 'folder', folder: folderOf(at) }
    const [{ file }, ...more] = [...includes.filter((one) => label === undefined || one.label === label), NONE]
    return file === null || more.length > 1 ? null : { kind: 'beside', file }
  }
  const [, folder, name] = /^(dirname\()?find_in_parent_folders\((?:"([\w.-]{1,200})")?\)\)?$/.exec(expression) ?? []
  if (folder !== undefined) return { kind: 'above', name: name ?? UNIT, isIn: true }
  const isBare = expression === 'find_in_parent_folders()'
  return name === undefined && !isBare ? null : { kind: 'above', name: name ?? UNIT, isIn: false }
}

const NONE: Include = { label: '', file: null, strategy: null }

/** What a file of Terragrunt has to do with bucket policies that is not judged. */
export interface UnitHolding {
  readonly why: string
  /** Zero-based. */
  readonly offset: number
  /** Set where it is not sure to be the policy of a bucket. */
  readonly unsure?: true
}

/**
 * Configuration that Terragrunt writes when it runs, and inputs for a module from elsewhere (Terragrunt, "generate block" and
 * "terraform block"), as far as they hold a bucket policy or make the module write one, and the file says so by itself.
 */
export function holdingsOf(text: string): readonly UnitHolding[] {
  if (text.trimStart().startsWith('{')) return generatedInJson(text)
  const { source, written } = unitFile('', text)
  return [...generatedIn(text), ...(written === null || source !== null ? [] : givenElsewhere(text, written))]
}

function generatedIn(text: string): readonly UnitHolding[] {
  const { blocks, attributes } = scanBody(text)
  const written = [
    ...blocks.flatMap(({ type, bodyStart, bodyEnd }) => (type === 'generate' ? [[bodyStart, bodyEnd] as const] : [])),
    ...attributes.flatMap(({ name, start, end }) => (name === 'generate' ? [[start, end] as const] : [])),
  ].filter(([start, end]) => WRITES.test(text.slice(start, end)) || holdsPolicy(text.slice(start, end)))
  return written.map(([offset]) => ({ offset, why: GENERATED }))
}

function generatedInJson(text: string): readonly UnitHolding[] {
  const offset = text.indexOf('"generate"')
  return offset !== -1 && (WRITES.test(text) || holdsPolicy(text)) ? [{ offset, why: GENERATED, unsure: true }] : []
}

const WRITES = /\baws(?:cc)?_s3_bucket_policy\b|AWS::S3::BucketPolicy/
const GENERATED = 'a generate block writes it, which Terragrunt makes only when it runs; give the plan of the unit'

/**
 * The inputs of a unit for a module from elsewhere, as far as they hold a bucket policy or make the module write one
 * (Terragrunt, "terraform block").
 *
 * @param source that of the unit, as written
 */
export function givenElsewhere(text: string, source: string): readonly UnitHolding[] {
  const inputs = inputsIn(text)
  if (inputs === undefined) return []
  const given = text.slice(inputs.start, inputs.end)
  const isOfBuckets = /s3|bucket/i.test(source) && GIVES_POLICY.test(given)
  if (!isOfBuckets && !holdsPolicy(given) && !DENIES.test(given)) return []
  // A source that begins with an expression may lead anywhere.
  const isSure = isOfBuckets && !source.startsWith('"${')
  const why = source.startsWith('"${') ? UNTOLD : ELSEWHERE
  return [{ offset: inputs.start, why, ...(isSure ? {} : { unsure: true }) }]
}

/**
 * The inputs of a unit whose module nobody knows, where one of the checkout may be it.
 *
 * @param takes whether a module that may write a bucket policy has variables of these names
 */
export function givenUnknown(text: string, takes: (names: readonly string[]) => boolean): readonly UnitHolding[] {
  const inputs = inputsIn(text)
  const names = inputs === undefined ? [] : namesGiven(text.slice(inputs.start, inputs.end))
  if (inputs === undefined || names.length === 0 || !takes(names)) return []
  return [{ offset: inputs.start, why: UNFOUND, unsure: true }]
}

function inputsIn(text: string): ScannedBody['attributes'][number] | undefined {
  return scanBody(text).attributes.find(({ name }) => name === 'inputs')
}

/** The names that the objects of an expression have at their top, as far as a look at its text tells. */
function namesGiven(expression: string): readonly string[] {
  const plain = withoutHeredocs(expression.slice(0, MAX_INPUTS))
    .replace(/"((?:[^"\\\n]|\\.)*)"/g, (_, one: string) => (/^[\w-]+$/.test(one) ? one : '_'))
    .replace(/(?:#|\/\/).*$/gm, '')
  const names = new Set<string>()
  let [braces, brackets] = [0, 0]
  for (const [token, name] of plain.matchAll(/[{}[\]]|(?<![\w-])([\w-]+)[ \t]*(?:=(?![=>])|:)/g)) {
    if (name !== undefined && braces === 1 && brackets === 0) names.add(name)
    else if (token === '{' || token === '}') braces += token === '{' ? 1 : -1
    else if (token === '[' || token === ']') brackets += token === '[' ? 1 : -1
  }
  return [...names]
}

/** Of longer inputs the beginning is looked at: more than people write. */
const MAX_INPUTS = 20_000

/** An expression without the lines of texts that run over several. */
function withoutHeredocs(expression: string): string {
  let marker: string | null = null
  const kept: string[] = []
  for (const line of expression.split('\n')) {
    if (marker === null) {
      kept.push(line)
      marker = /<<-?(\w{1,100})\r?$/.exec(line)?.[1] ?? null
    } else if (line.trim() === marker) marker = null
  }
  return kept.join('\n')
}

const ELSEWHERE =
  'the module that it runs is not in the checkout, and its inputs make that write one; give the plan of the unit'

const UNTOLD =
  'the module that it runs is not known, or not in the checkout, and its inputs hold a policy or a part of one; give the plan of the unit'

const UNFOUND =
  'the module that it runs is not known, and its inputs are those of one that may write a bucket policy; give the plan of the unit'

/** A statement that is handed over by itself. */
const DENIES = /\bEffect"?[ \t]*[=:][ \t]*"Deny"/

/** An input that is a policy, or a flag that makes a module write one, and is not off. */
const GIVES_POLICY = /\b(?:attach_\w+|\w*polic(?:y|ies))"?[ \t]*[=:](?![ \t]*(?:false|null|""|\[\]|\{\}))/
