import { duplicateIn } from '../iam/duplicates.js'
import { isObject, type JsonObject, member, parsePolicy } from '../iam/parse.js'
import { isPlain, type Text } from '../iam/text.js'
import { decode } from '../text/decode.js'
import type { Source } from '../text/source.js'
import type { Document } from './document.js'
import { markDuplicates } from './duplicates.js'
import { isTemplate, readTemplateDocument } from './cloudformation.js'
import {
  hasEscapedLetters,
  holdsPolicy,
  type JsonDocument,
  nestsTooDeeply,
  type ParsedJson,
  parseStrict,
} from './json.js'
import { type OwnershipSetting, readBucketAcl, readOwnershipControls, readOwnershipError } from './ownership.js'
import { looksLikeBucketPolicy, type Origin, type Policy } from './policy.js'
import { TEMPLATE_READER } from './template.js'

const NOTHING: Document = { kind: 'nothing' }

/** How deep a `Policy` string is looked for below the root of a JSON document. */
const MAX_WRAPPING = 4

/**
 * Decides by content what a file is and reads it. A promise only where plain JSON is not enough, so that the parser for
 * comments is loaded when a file needs it.
 */
export function readDocument(source: Source): Document | Promise<Document> {
  if (source.mustBe === 'plan') return readPlan(source)
  const quick = source.quickText?.() ?? null
  if (quick !== null) return readWhole(quick, source)
  if (source.size > LARGE) return readPlan(source)
  const bytes = source.bytes()
  if (startsAsZip(bytes)) return readPlan(source)
  const decoded = decode(bytes)
  if (!decoded.ok) return undecodable(bytes, decoded.reason)
  const document = readWhole(decoded.text, source)
  const isWide = decoded.encoding.name !== 'utf-8' || decoded.text.includes('\0')
  return isWide ? orMisread(document, bytes, decoded.text) : document
}

/** UTF-16 with a byte too many or too few, and UTF-32, decode to a text that says nothing. */
async function orMisread(document: Document | Promise<Document>, bytes: Uint8Array, text: string): Promise<Document> {
  const read = await document
  if (read.kind !== 'nothing' || holdsPolicy(text)) return read
  return undecodable(bytes, 'it is neither valid UTF-8 nor valid UTF-16 text')
}

function readWhole(text: string, source: Source): Document | Promise<Document> {
  if (source.path.endsWith('.tf')) return readTerraform(source.path, text)
  if (mayBePlan(text)) return readPlan(source)
  return source.path.endsWith('.tf.json') ? readTerraformJson(source.path, text) : readText(text, source.path)
}

/** JSON that Terraform reads, unless it is a policy all the same. */
async function readTerraformJson(path: string, text: string): Promise<Document> {
  const document = await readText(text, path)
  if (document.kind !== 'nothing') return document
  const { scanTerraformJson } = await import('./terraform-source.js')
  return { kind: 'terraform', text, source: scanTerraformJson(path, text) }
}

/** Only a repository with bucket policies in Terraform pays for looking at what its files declare. */
async function readTerraform(path: string, text: string): Promise<Document> {
  const { scanTerraform } = await import('./terraform-source.js')
  return { kind: 'terraform', text, source: scanTerraform(path, text) }
}

/** Files larger than this are read as plans, piece by piece, or not at all: a bucket policy has 20 KB. */
const LARGE = 64 * 1024 * 1024

/** A zip file that holds a plan: Terraform's binary plan, which somebody named like JSON. */
function startsAsZip(bytes: Uint8Array): boolean {
  const magic = bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04
  return magic && new TextDecoder('latin1').decode(bytes.subarray(0, 512)).includes('tfplan')
}

function mayBePlan(text: string): boolean {
  if (text.includes('"@level"')) return text.includes('"@module":"terraform')
  return text.includes('"format_version"') && /"(?:resource_changes|planned_values|values)"/.test(text)
}

/** The part that reads plans is loaded when a file looks like one. */
async function readPlan(source: Source): Promise<Document> {
  const { readPlanFile } = await import('./plan-file.js')
  const document = readPlanFile(source)
  if (document !== null) return document
  if (source.mustBe === 'plan') return { kind: 'no-plan' }
  if (source.size > LARGE) return NOTHING
  const decoded = decode(source.bytes())
  return decoded.ok ? readText(decoded.text, source.path) : NOTHING
}

/** The same for a text that is already decoded. */
export function readText(text: string, path: string): Document | Promise<Document> {
  if (!mayMatter(text)) return NOTHING
  const parsed = parseStrict(text)
  return parsed ? fromParsed(parsed, text, path) : readLenient(text, path)
}

/** Bytes that are no text: silent, unless a policy shows through, without the zero bytes of wide characters. */
function undecodable(bytes: Uint8Array, reason: string): Document {
  const text = new TextDecoder('latin1').decode(bytes).replaceAll('\0', '')
  return holdsPolicy(text) ? { kind: 'unreadable', text, reason, offset: 0 } : NOTHING
}

/** A cheap test that turns away everything without policies or ownership settings. */
function mayMatter(text: string): boolean {
  return (
    hasEscapedLetters(text) ||
    (text.includes('Statement') && (text.includes('Principal') || text.includes('PolicyDocument'))) ||
    text.includes('OwnershipControls') ||
    (text.includes('AWS::S3::Bucket') && text.includes('AccessControl')) ||
    (text.includes('"Grants"') && text.includes('"Owner"'))
  )
}

async function readLenient(text: string, path: string): Promise<Document> {
  const error = readOwnershipError(text, path)
  if (error !== null) return { kind: 'read', text, policies: [], settings: [error] }
  const { parseLenient } = await import('./lenient.js')
  return fromParsed(parseLenient(text), text, path)
}

function fromParsed(parsed: ParsedJson, text: string, path: string): Document {
  if (!parsed.ok) return holdsPolicy(text) ? { kind: 'unreadable', text, ...explain(parsed, text) } : NOTHING
  const policies: Policy[] = []
  const settings: OwnershipSetting[] = []
  for (const document of parsed.documents) {
    markDuplicates(document.value, text, document.base)
    const broken = collect(document, path, policies, settings)
    if (broken !== null)
      return { kind: 'unreadable', text, reason: broken, offset: Math.max(0, text.indexOf('"Policy"')) }
  }
  if (policies.length + settings.length === 0) return NOTHING
  if (parsed.documents.some(({ value }) => nestsTooDeeply(value, text))) {
    return { kind: 'unreadable', text, reason: 'it nests too deeply', offset: 0 }
  }
  return { kind: 'read', text, policies, settings }
}

/** What to do about a text that is no JSON: most often it is YAML, or a template with expressions outside strings. */
function explain(parsed: Extract<ParsedJson, { ok: false }>, text: string): { reason: string; offset: number } {
  const { reason, offset } = parsed
  const rest = text.slice(offset, offset + 2)
  if (rest === '${' || rest === '%{' || rest === '{{') {
    return {
      reason: 'a template expression stands outside a string; check the rendered policy or the plan instead',
      offset,
    }
  }
  if (/^\s*(?:---|[\w-]+:\s)/.test(text.slice(0, 200))) {
    return { reason: 'it is not JSON (YAML is not read; render it to JSON first)', offset }
  }
  return { reason, offset }
}

/** Adds what a JSON document holds; returns why a wrapped policy in it cannot be read, or null. */
function collect(
  document: JsonDocument,
  path: string,
  policies: Policy[],
  settings: OwnershipSetting[],
): string | null {
  let broken: string | null = null
  const { value, base } = document
  const elements: readonly (readonly [unknown, readonly number[]])[] = Array.isArray(value)
    ? value.map((item, i) => [item, [i]] as const)
    : [[value, []]]
  for (const [item, at] of elements) {
    if (!isObject(item)) continue
    const setting = readOwnershipControls(item, path, base) ?? readBucketAcl(item, path, base)
    if (setting) settings.push(setting)
    if (isTemplate(item)) {
      const template = readTemplateDocument(item, path, base)
      policies.push(...template.policies)
      settings.push(...template.settings)
      continue
    }
    const policy = readPolicy(item, { source: 'policy-json', path, at, base, address: null, wrapped: false })
    if (policy) policies.push(policy)
    else if (hidesStatements(item)) broken ??= TWO_LISTS
    else broken ??= collectWrapped(item, path, base, at, policies)
  }
  return broken
}

const TWO_LISTS = 'the policy has two lists of statements, and which one counts is not known'

/** Two members of the same name may hide the statements by which a policy is known; silent is the one thing it must not be. */
function hidesStatements(raw: JsonObject): boolean {
  return duplicateIn(raw)?.toLowerCase() === 'statement'
}

/** An object that is a bucket policy on its own, or null. */
export function readPolicy(raw: JsonObject, origin: Origin): Policy | null {
  if (member(raw, 'Statement') === undefined) return null
  const document = parsePolicy(raw, TEMPLATE_READER)
  if (!looksLikeBucketPolicy(raw, document)) return null
  return { origin, document, raw, bucket: null, hasTokens: hasTokens(document) }
}

/** `Policy` strings, as `aws s3api get-bucket-policy` prints them, with or without other members around. */
function collectWrapped(
  value: unknown,
  path: string,
  base: number,
  at: readonly (string | number)[],
  policies: Policy[],
): string | null {
  if (!isObject(value) || at.length > MAX_WRAPPING) return null
  let broken: string | null = null
  for (const [name, inner] of Object.entries(value)) {
    const here = [...at, name]
    if (name === 'Policy' && typeof inner === 'string') {
      const parsed = parseStrict(inner)
      const [document] = parsed?.ok ? parsed.documents : []
      markDuplicates(document?.value, inner)
      const origin: Origin = { source: 'policy-wrapped', path, at: here, base, address: null, wrapped: true }
      const policy = isObject(document?.value) ? readPolicy(document.value, origin) : null
      if (policy) policies.push(policy)
      else if (isObject(document?.value) && hidesStatements(document.value)) broken = TWO_LISTS
      else if (parsed === null && holdsPolicy(inner)) broken = 'the policy in its "Policy" string is not valid JSON'
    } else if (isObject(inner)) broken ??= collectWrapped(inner, path, base, here, policies)
  }
  return broken
}

function hasTokens(document: Policy['document']): boolean {
  const token = (text: Text) => !isPlain(text)
  return document.statements.some(
    (statement) =>
      (statement.principal.kind !== 'invalid' && statement.principal.entries.some((entry) => token(entry.value))) ||
      (statement.action.kind !== 'invalid' && statement.action.patterns.some(token)) ||
      (statement.resource.kind !== 'invalid' && statement.resource.patterns.some(token)) ||
      statement.conditions.some((condition) => condition.values.some(token)),
  )
}
