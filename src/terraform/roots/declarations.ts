import { compareText } from '../../text/compare.js'
import { grouped } from '../../text/group.js'
import { folderOf, isRelativeSource } from '../../text/paths.js'
import {
  deploysTemplates,
  isLooselyTyped,
  MAY_HOLD_TEXT,
  mayHandPolicy,
  mayHoldBucketPolicy,
  READS_FILE,
} from '../../text/terraform-types.js'
import { parseStrict } from '../../tree/parse.js'
import { isObject, memberAt } from '../../tree/value.js'
import { type ScannedAttribute, type ScannedBlock, type ScannedBody, scanBody } from '../scan/body.js'
import { plainTemplate, plainText } from '../scan/escapes.js'

/** What a cheap look at a `.tf` file tells; the expressions themselves are read only where they matter. */
export interface TerraformSource {
  readonly path: string
  /** `type.name` of every resource, and the names of the module calls. */
  readonly resources: ReadonlySet<string>
  readonly calls: ReadonlySet<string>
  /** `type.name` of every data source, and the names of the variables. */
  readonly data: ReadonlySet<string>
  readonly variables: ReadonlySet<string>
  /** Names of local values. */
  readonly locals: ReadonlySet<string>
  /** Variables without a default. */
  readonly required: ReadonlySet<string>
  /** Sources of module calls as templates: what stands between quotes, without escapes and literals in it. */
  readonly sources: readonly string[]
  /** Literal texts by their names, `var.a` (the default) or `local.a`: a source may be made of them. */
  readonly literals: ReadonlyMap<string, string>
  /** A `backend` or a `cloud` block says where the state of this module is, so that it is a root. */
  readonly keepsState: boolean
  /** It configures a provider, so that no module of it can be called with `count`, `for_each` or `depends_on`. */
  readonly configures: boolean
  /** It does not end as it should, so that not everything in it was seen. */
  readonly broken: boolean
  /** It may declare a bucket policy or an ownership setting, or hand a policy to a module. */
  readonly mayHold: boolean
  /**
   * A module that is not in the checkout, an output or a resource of another type gets values that are written elsewhere: it
   * may hold a policy where one is named.
   */
  readonly hands: boolean
  /** It has a name of policies, or reads what may have one. */
  readonly names: boolean
}

/**
 * What may lead to a bucket policy, in a file of any syntax: resources of S3 buckets, and modules that are not in the
 * checkout, by their names or what is handed to them; letters that are escaped may be any.
 */
const MAY_HOLD =
  /s3_bucket|s3-bucket|polic(?:y|ies)|principal|template_(?:body|url)|yaml_body|file\(|\\u[0-9a-f]{4}|\$\{[\s(]{0,20}"/i

/** What a file declares, in the syntax that its name tells. */
export function scanSource(path: string, text: string): TerraformSource {
  return path.endsWith('.json') ? scanTerraformJson(path, text) : scanTerraform(path, text)
}

/** What a file in HCL declares, by its blocks. */
export function scanTerraform(path: string, text: string): TerraformSource {
  const { blocks: scanned, broken } = scanBody(text)
  const blocks = scanned.map((one) => ({
    ...one,
    body: isOpened(one) ? scanBody(text, one.bodyStart, one.bodyEnd) : CLOSED,
  }))
  const named = (type: string, labels: number) =>
    blocks.filter((block) => block.type === type && block.labels.length === labels)
  const labelled = (type: string) => new Set(named(type, 2).map(({ labels }) => labels.join('.')))
  const written = ({ start, end }: ScannedAttribute) => text.slice(start, end).trim()
  const variables = named('variable', 1).map((block) => {
    const fallback = block.body.attributes.find(({ name }) => name === 'default')
    return { name: block.labels[0] ?? '', fallback: fallback === undefined ? null : written(fallback) }
  })
  const locals = named('locals', 0).flatMap(({ body }) => body.attributes)
  const modules = named('module', 1)
  const sources = modules.flatMap(({ body }) => body.attributes.filter(({ name }) => name === 'source'))
  const texts = [
    ...variables.map(({ name, fallback }) => [`var.${name}`, literalOf(fallback ?? '')] as const),
    ...locals.map((one) => [`local.${one.name}`, literalOf(written(one))] as const),
  ]
  const handed = modules.map(({ body }) => handedTo(body, text))
  return {
    path,
    resources: labelled('resource'),
    calls: new Set(modules.map(({ labels: [name = ''] }) => name)),
    data: labelled('data'),
    variables: new Set(variables.map(({ name }) => name)),
    locals: new Set(locals.map(({ name }) => name)),
    required: new Set(variables.flatMap(({ name, fallback }) => (fallback === null ? [name] : []))),
    sources: sources.map((source) => templateOf(written(source))),
    literals: new Map(texts.flatMap(([name, literal]) => (literal === null ? [] : [[name, literal] as const]))),
    keepsState: named('terraform', 0).some(({ body }) => body.blocks.some(({ type }) => STATE.has(type))),
    configures: named('provider', 1).some(({ body }) => body.attributes.some(({ name }) => !OF_PROXY.has(name))),
    broken: broken || blocks.some(({ body }) => body.broken),
    mayHold:
      (MAY_HOLD.test(text) && (broken || blocks.some((block) => mayLead(block, text)))) ||
      blocks.some((block) => takesAny(block, text)) ||
      handed.some((one) => READS_FILE.test(one)),
    hands: handed.some((one) => REFERS.test(one)) || blocks.some((block) => takesOthers(block, text)),
    names: namesPolicy(text) || READS_ONE.test(text),
  }
}

/** What may be named elsewhere: values, and what reads a file. */
const REFERS = /\b(?:var|local|data|each|module)\./

/** What a text is read or decoded by, in which a policy may be. */
const READS_ONE = /\b(?:file|templatefile|base64decode|base64gunzip|textdecodebase64|urldecode)\(/

/** Whether a text names policies, or flags that make a module write one. */
export function namesPolicy(text: string): boolean {
  return NAMES_POLICY.test(text) || NAMES_POLICY.test(plainText(text))
}

const NAMES_POLICY = /polic(?:y|ies)|Statement|attach_/i

/** The arguments of a call of a module that is not in the checkout; nothing for one that is. */
function handedTo({ attributes }: ScannedBody, text: string): string {
  const written = ({ start, end }: ScannedAttribute) => text.slice(start, end)
  const source = attributes.find(({ name }) => name === 'source')
  if (source === undefined || isRelativeSource(templateOf(written(source).trim()))) return ''
  return attributes.flatMap((one) => (OF_CALL.has(one.name) ? [] : [written(one)])).join('\n')
}

/** Of its own arguments a module gets `for_each` by `each.value`. */
const OF_CALL = new Set(['source', 'version', 'providers', 'count', 'depends_on'])

const CLOSED: ScannedBody = { attributes: [], blocks: [], broken: false, stray: false }

/** Of most resources and data nothing but the name matters. */
function isOpened({ type, labels }: ScannedBlock): boolean {
  return type === 'resource' || type === 'data' ? labels[0] === 'aws_s3_bucket' : true
}

const POLICIES = new Set([
  'aws_s3_bucket_policy',
  'awscc_s3_bucket_policy',
  'aws_s3_bucket_ownership_controls',
  'aws_s3_bucket_acl',
])
/** Of a bucket itself: its policy, and what enables ACLs. */
const OF_BUCKETS = new Set(['policy', 'acl', 'grant'])

/** What is in a resource of another type that has a bucket policy among its values. */
const MAY_READ_LIKE = /polic(?:y|ies)|Statement|template_(?:body|url)|yaml_body/i

function mayReadLikeOne(type: string, body: string): boolean {
  return MAY_READ_LIKE.test(plainText(body)) || (isLooselyTyped(type) && READS_FILE.test(body))
}

/** Whether a resource takes a template or a manifest, wherever and however that is written. */
function takesAny({ type, labels: [label = ''], start, bodyEnd }: ScannedBlock, text: string): boolean {
  if (type !== 'resource' || !isLooselyTyped(label)) return false
  return deploysTemplates(label) || MAY_HOLD_TEXT.test(text.slice(start, bodyEnd))
}

/** Whether an output, or a text in a resource of another type, may be what is written elsewhere. */
function takesOthers({ type, labels: [label = ''], start, bodyEnd }: ScannedBlock, text: string): boolean {
  if (type !== 'output' && !(type === 'resource' && mayHoldBucketPolicy(label))) return false
  const body = text.slice(start, bodyEnd)
  return type === 'output' ? /\blocal\./.test(body) : MAY_HOLD_TEXT.test(body) && REFERS.test(body)
}

interface BlockWithBody extends ScannedBlock {
  readonly body: ScannedBody
}

/** Whether a block may be a policy or a setting, hand one to a module that is not in the checkout, or export one. */
function mayLead({ type, labels, start, bodyEnd, body }: BlockWithBody, text: string): boolean {
  const [label = ''] = labels
  if (type === 'resource' && label !== 'aws_s3_bucket')
    return POLICIES.has(label) || (mayHoldBucketPolicy(label) && mayReadLikeOne(label, text.slice(start, bodyEnd)))
  if (type === 'module' || type === 'output') return MAY_HOLD.test(text.slice(start, bodyEnd))
  if (type === 'data') return mayHandPolicy(label) && mayReadLikeOne(label, text.slice(start, bodyEnd))
  if (type !== 'resource') return !HARMLESS.has(type) && mayReadLikeOne(type, text.slice(start, bodyEnd))
  return [...body.attributes.map(({ name }) => name), ...body.blocks.map((one) => one.type)].some((name) =>
    OF_BUCKETS.has(name),
  )
}

/** Blocks that hold no values, or only those that are used elsewhere. */
const HARMLESS = new Set(['variable', 'locals', 'provider', 'terraform', 'moved', 'import'])

const STATE = new Set(['backend', 'cloud'])

/** A block of a provider that has no more than these only names what the caller hands over (Terraform, "Providers Within Modules"). */
const OF_PROXY: ReadonlySet<string> = new Set(['alias', 'version'])

function isProxy(body: object): boolean {
  return Object.keys(body).every((name) => OF_PROXY.has(name))
}

/** The text between the quotes of a plain string, templates in it as they are written; null for anything else. */
function literalOf(expression: string): string | null {
  return QUOTED.exec(plainText(expression))?.[1] ?? null
}

/** An expression as a template: what stands between the quotes of a string, else the template that has nothing else. */
export function templateOf(expression: string): string {
  return literalOf(expression) ?? plainTemplate(`\${${plainText(expression)}}`)
}

const QUOTED = /^"([^"\\\n]{0,1000})"$/

/** The same for a `.tf.json` file; one that is no JSON declares nothing that anybody could tell. */
export function scanTerraformJson(path: string, text: string): TerraformSource {
  const parsed = parseStrict(text)
  const [document] = parsed?.ok ? parsed.documents : []
  // HCL takes a list of bodies for a body (HCL JSON syntax specification, "Bodies").
  const roots = [document?.value].flat()
  const below = (kind: string) => roots.flatMap((root) => blocks(memberAt(root, kind)))
  const labelled = (kind: string) =>
    new Set(below(kind).flatMap(([type, named]) => blocks(named).map(([name]) => `${type}.${name}`)))
  const modules = below('module')
  const sources = modules.flatMap(([, body]) => [body].flat()).map((body) => memberAt(body, 'source'))
  const variables = below('variable')
  const defaultOf = (body: unknown) => [body].flat().map((one) => memberAt(one, 'default'))
  const texts = [
    ...variables.flatMap(([name, body]) => defaultOf(body).map((value) => [`var.${name}`, value] as const)),
    ...below('locals').map(([name, value]) => [`local.${name}`, value] as const),
  ]
  const terraform = below('terraform').map(([name]) => name)
  return {
    path,
    resources: labelled('resource'),
    calls: new Set(modules.map(([name]) => name)),
    data: labelled('data'),
    variables: new Set(variables.map(([name]) => name)),
    locals: new Set(below('locals').map(([name]) => name)),
    required: new Set(
      variables.flatMap(([name, body]) => (defaultOf(body).every((one) => one === undefined) ? [name] : [])),
    ),
    sources: sources.flatMap((source) => (typeof source === 'string' ? [plainTemplate(source)] : [])),
    literals: new Map(texts.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []))),
    keepsState: terraform.some((name) => STATE.has(name)),
    configures: below('provider').some(([, body]) => [body].flat().some((one) => isObject(one) && !isProxy(one))),
    broken: parsed?.ok !== true,
    mayHold: MAY_HOLD.test(text) || below('resource').some(([type]) => isLooselyTyped(type)),
    hands:
      sources.some((source) => typeof source === 'string' && !isRelativeSource(source)) ||
      ((MAY_HOLD_TEXT.test(text) || below('output').length > 0) && REFERS.test(text)),
    names: namesPolicy(text) || READS_ONE.test(text),
  }
}

/** The blocks below a name, by their label; Terraform takes one object or a list of them. */
function blocks(value: unknown): readonly (readonly [string, unknown])[] {
  return [value].flat().flatMap((one) => (isObject(one) ? Object.entries(one) : []))
}

/** The files of each folder. */
export function byFolder(sources: readonly TerraformSource[]): ReadonlyMap<string, readonly TerraformSource[]> {
  return grouped(
    [...sources].sort((a, b) => compareText(a.path, b.path)),
    ({ path }) => folderOf(path),
  )
}
