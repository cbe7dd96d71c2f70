import { statementsOf } from '../iam/parse.js'
import { UserError } from '../model/errors.js'
import type { Source } from '../sources/source.js'
import { cut } from '../text/cut.js'
import { decode } from '../text/decode.js'
import { looks, mayHoldBase64, mayHoldPolicyInPieces, mayHoldSecrets } from '../text/policy-text.js'
import { isPointer, meantText, POINTER, standInOf } from '../text/stand-ins.js'
import { isConfiguration } from '../text/terraform-files.js'
import { type HiddenMember, type JsonDocument, type ParsedJson, parseStrict } from '../tree/parse.js'
import { isObject } from '../tree/value.js'
import { chunksOf } from './chunks.js'
import type { Document } from './document.js'
import { markDuplicates } from './duplicates.js'
import type { Form, Held } from './form.js'
import { hasEscapedLetters, holdsPolicy, isOfBucket, nestsTooDeeply } from './json.js'
import type { LinkedFile } from './linked.js'
import { settledIn } from './settle.js'
import type { Settle } from './settled.js'
import { mayConcern } from './words.js'
import { parseYaml } from './yaml.js'

const NOTHING: Document = { kind: 'nothing' }

/**
 * Decides by content what a file is and reads it. A promise only where plain JSON is not enough, so that the parser for
 * comments is loaded when a file needs it.
 *
 * @param settle settles what it can of files that are one policy and nothing besides
 */
export function readDocument(
  source: Source,
  forms: readonly Form[],
  settle: Settle | null = null,
): Document | Promise<Document> {
  if (source.mustBe === 'plan') return readBytes(source, forms)
  const quick = source.quickText?.() ?? null
  if (quick === null) return source.size > STREAMED ? readLarge(source, forms) : readDecoded(source, forms, settle)
  return isPointer(quick) ? standIn(source, quick, POINTER) : readWhole(quick, source, forms, settle)
}

/** Of a source that may be read piece by piece; else as any other, unless it is far too large for that. */
async function readLarge(source: Source, forms: readonly Form[]): Promise<Document> {
  for (const form of forms) {
    const document = (await form.readLarge?.(source)) ?? null
    if (document !== null) return document
  }
  return source.size > LARGE ? readBytes(source, forms) : readDecoded(source, forms, null)
}

function readDecoded(source: Source, forms: readonly Form[], settle: Settle | null): Document | Promise<Document> {
  const bytes = source.bytes()
  if (startsAsZip(bytes)) return readBytes(source, forms)
  const why = standInOf(bytes)
  const decoded = decode(bytes)
  if (why !== null) return standIn(source, why === POINTER && decoded.ok ? decoded.text : '', why)
  if (!decoded.ok) return undecodable(bytes, decoded.reason)
  const document = readWhole(decoded.text, source, forms, settle)
  const isWide = decoded.encoding.name !== 'utf-8' || decoded.text.includes('\0')
  return isWide ? orMisread(document, bytes, decoded.text) : document
}

/**
 * What stands in the place of a file says nothing of it: told where somebody asked about the file, and where Terraform would
 * read it.
 */
function standIn({ asked, path }: Source, text: string, reason: string): Document {
  const told = { kind: 'unreadable', text, reason, offset: 0 } as const
  if (asked === true) return told
  return isConfiguration(path) ? { ...told, unsure: true } : NOTHING
}

/** Of a source that is not read as a text. */
async function readBytes(source: Source, forms: readonly Form[]): Promise<Document> {
  for (const form of forms) {
    const document = (await form.readBytes?.(source)) ?? null
    if (document !== null) return document
  }
  if (source.mustBe === 'plan') return { kind: 'no-plan' }
  return source.size > LARGE && mayHoldPolicyInPieces(narrowPieces(source)) ? TOO_LARGE : NOTHING
}

const TOO_LARGE: Document = {
  kind: 'unreadable',
  text: '',
  reason: 'it has more than 64 MB, and of that size only plans and lists of rows are read; a bucket policy has 20 KB',
  offset: 0,
}

/** The bytes as characters, without the zero bytes of wide ones. */
function* narrowPieces(source: Source): Generator<string> {
  const decoder = new TextDecoder('latin1')
  for (const chunk of chunksOf(source)) {
    for (let at = 0; at < chunk.length; at += PIECE) {
      yield decoder.decode(chunk.subarray(at, at + PIECE)).replaceAll('\0', '')
    }
  }
}

const PIECE = 1024 * 1024

/** UTF-16 with a byte too many or too few, and UTF-32, decode to a text that says nothing. */
async function orMisread(document: Document | Promise<Document>, bytes: Uint8Array, text: string): Promise<Document> {
  const read = await document
  if (read.kind !== 'nothing' || holdsPolicy(text)) return read
  return undecodable(bytes, 'it is neither valid UTF-8 nor valid UTF-16 text')
}

/** Files larger than this are not kept as a text where a form can read them piece by piece. */
const STREAMED = 4 * 1024 * 1024

/** Files larger than this are read piece by piece by a form that can, or not at all: a bucket policy has 20 KB. */
export const LARGE = 64 * 1024 * 1024

/** A zip file that holds a plan: Terraform's binary plan, which somebody named like JSON. */
function startsAsZip(bytes: Uint8Array): boolean {
  const magic = bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04
  return magic && new TextDecoder('latin1').decode(bytes.subarray(0, 512)).includes('tfplan')
}

function readWhole(
  text: string,
  source: Source,
  forms: readonly Form[],
  settle: Settle | null,
): Document | Promise<Document> {
  if (!mayConcern(forms, source.path, text)) return NOTHING
  for (const form of forms) {
    const read = form.readText?.(source, text) ?? null
    if (read instanceof Promise) return read.then((document) => document ?? readJson(text, source, forms, settle))
    if (read !== null) return read
  }
  return readJson(text, source, forms, settle)
}

/** A text that holds JSON; where nothing is in it, the forms that take what is left are asked. */
function readJson(
  text: string,
  source: Source,
  forms: readonly Form[],
  settle: Settle | null,
): Document | Promise<Document> {
  const document = readText(text, source.path, forms, settle)
  if (document instanceof Promise) return document.then((read) => orRest(read, text, source, forms))
  return orRest(document, text, source, forms)
}

function orRest(
  document: Document,
  text: string,
  source: Source,
  forms: readonly Form[],
): Document | Promise<Document> {
  if (document.kind !== 'nothing') return document
  for (const form of forms) {
    const read = form.readRest?.(source, text) ?? null
    if (read !== null) return read
  }
  return document
}

/** What the JSON documents of a decoded text hold. */
export function readText(
  text: string,
  path: string,
  forms: readonly Form[],
  settle: Settle | null = null,
): Document | Promise<Document> {
  if (!hasEscapedLetters(text) && !forms.some((form) => form.readObject !== undefined && form.mayBeIn(text)))
    return NOTHING
  const parsed = parseStrict(text)
  const settled = parsed?.ok === true && settle !== null ? settledIn(parsed, { text, path, forms, settle }) : null
  if (settled !== null) return settled
  if (parsed !== null) return fromParsed(parsed, text, path, forms)
  return BRACKET.test(text) ? readBracketed(text, path, forms) : readUnbracketed(text, path, forms)
}

/**
 * A file that another one refers to, as the first document that it holds; null for none, and for one that is of no use.
 */
export async function openLinked(source: Source | null): Promise<LinkedFile | null> {
  if (source === null || source.size > LARGE) return null
  const text = linkedText(source)
  if (text === null) return null
  const parsed = parseStrict(text) ?? (await parseLinked(text))
  const [first] = parsed.ok ? parsed.documents : []
  if (first === undefined) return null
  const { value, base, syntax } = first
  if (syntax === undefined) markDuplicates(value, text, base)
  return { path: source.path, text, value, base, syntax }
}

/** A file in plain JSON as a value; undefined for none, and for anything else. */
export function readJsonFile(source: Source | null): unknown {
  const text = source === null || source.size > LARGE ? null : linkedText(source)
  const parsed = text === null ? null : parseStrict(text)
  return parsed?.ok ? parsed.documents[0]?.value : undefined
}

function linkedText(source: Source): string | null {
  try {
    const quick = source.quickText?.() ?? null
    if (quick !== null) return isPointer(quick) ? null : quick
    return meantText(source.bytes())
  } catch (error) {
    // What cannot be opened is as good as not there.
    if (error instanceof UserError) return null
    throw error
  }
}

async function parseLinked(text: string): Promise<ParsedJson> {
  if (!BRACKET.test(text)) return parseYaml(text)
  const { parseLenient } = await import('../tree/lenient.js')
  const parsed = parseLenient(text)
  return parsed.ok ? parsed : parseYaml(text)
}

/** A bracket behind nothing but white space: JSON, unless it is YAML in flow style. */
const BRACKET = /^[\s\uFEFF]*[{[/]/

/** A text that begins as JSON does. YAML that does is a template in flow style, with marks or without quotes. */
async function readBracketed(text: string, path: string, forms: readonly Form[]): Promise<Document> {
  const { parseLenient } = await import('../tree/lenient.js')
  const parsed = parseLenient(text)
  if (parsed.ok || !mayBeYaml(text, forms)) return fromParsed(parsed, text, path, forms)
  const document = await fromYaml(await parseYaml(text), text, path, forms)
  return document.kind === 'read' ? document : fromParsed(parsed, text, path, forms)
}

async function readUnbracketed(text: string, path: string, forms: readonly Form[]): Promise<Document> {
  if (!mayBeYaml(text, forms)) return holdsPolicy(text) ? readLenient(text, path, forms) : NOTHING
  const parsed = await parseYaml(text)
  if (!parsed.ok || parsed.documents.every(({ value }) => !isObject(value) && !Array.isArray(value))) {
    const lenient = await readLenient(text, path, forms)
    return lenient.kind === 'unreadable' && !parsed.ok && !startsExpression(text, lenient.offset)
      ? { ...lenient, reason: parsed.reason, offset: parsed.offset }
      : lenient
  }
  return fromYaml(parsed, text, path, forms)
}

/** Whether the parser for YAML is worth its time: most files have nothing to do with buckets. */
function mayBeYaml(text: string, forms: readonly Form[]): boolean {
  const isIn = (one: string) => forms.some(({ mayBeInYaml }) => mayBeInYaml?.(one) === true)
  return mayHoldBase64(text) || looks(text).some(isIn) || holdsPolicy(text)
}

/** What YAML holds in a form that is written in it; a policy in another place is there and not read. */
async function fromYaml(parsed: ParsedJson, text: string, path: string, forms: readonly Form[]): Promise<Document> {
  const written = forms.filter(({ mayBeInYaml }) => mayBeInYaml !== undefined)
  if (!parsed.ok) return fromParsed(parsed, text, path, written)
  const held = heldByEach(parsed.documents, text, path, written)
  const document = await withoutSecrets(documentOf(parsed.documents, held, text), parsed.documents)
  if (document.kind === 'unreadable' || !holdsPolicy(text)) return document
  const elsewhere = parsed.documents.find((one, i) => held[i]?.length === 0 && holdsElsewhere(one.value))
  if (elsewhere === undefined) return document
  const isPolicy = isObject(elsewhere.value) && statementsOf(elsewhere.value).some(isOfBucket)
  const base = Math.max(elsewhere.base, text.indexOf('Statement', elsewhere.base))
  if (isPolicy && document.kind !== 'read') return { kind: 'unreadable', text, reason: OTHER_YAML, offset: base }
  const origin = { source: 'policy-json', path, at: [], base, syntax: 'yaml', address: null, wrapped: false } as const
  // What something else holds is not sure to be the policy of a bucket.
  const told = { origin, why: OTHER_YAML, ...(isPolicy ? {} : ({ unsure: true } as const)) }
  if (document.kind !== 'read') return { kind: 'read', text, policies: [], settings: [], unread: [told] }
  return { ...document, unread: [...(document.unread ?? []), told] }
}

const OTHER_YAML =
  'it holds a bucket policy in YAML that is no template of CloudFormation and no manifest of a bucket; render it to JSON first'

/** Whether some object within a document is the policy of a bucket, or some text holds one. */
function holdsElsewhere(root: unknown): boolean {
  const seen = new Set<unknown>()
  const todo: unknown[] = [root]
  for (let value = todo.pop(); value !== undefined; value = todo.pop()) {
    if (typeof value === 'string' && holdsPolicy(value)) return true
    if (typeof value !== 'object' || value === null || seen.has(value)) continue
    seen.add(value)
    if (isObject(value) && statementsOf(value).some(isOfBucket)) return true
    for (const inner of Object.values(value)) if (inner !== undefined && inner !== null) todo.push(inner)
  }
  return false
}

/** Bytes that are no text: silent, unless a policy shows through, without the zero bytes of wide characters. */
function undecodable(bytes: Uint8Array, reason: string): Document {
  const text = new TextDecoder('latin1').decode(bytes).replaceAll('\0', '')
  return holdsPolicy(text) ? { kind: 'unreadable', text, reason, offset: 0 } : NOTHING
}

async function readLenient(text: string, path: string, forms: readonly Form[]): Promise<Document> {
  const { parseLenient } = await import('../tree/lenient.js')
  return fromParsed(parseLenient(text), text, path, forms)
}

function fromParsed(
  parsed: ParsedJson,
  text: string,
  path: string,
  forms: readonly Form[],
): Document | Promise<Document> {
  if (!parsed.ok) return holdsPolicy(text) ? { kind: 'unreadable', text, ...explain(parsed, text) } : NOTHING
  const { documents } = parsed
  return withoutSecrets(documentOf(documents, heldByEach(documents, text, path, forms), text), documents)
}

/** Hides policies in which something stands that another part of the file marks as a secret. */
function withoutSecrets(document: Document, documents: readonly JsonDocument[]): Document | Promise<Document> {
  if (document.kind !== 'read' || document.policies.length === 0 || !mayHoldSecrets(document.text)) return document
  return import('./secrets.js').then(({ concealed, secretsIn }) => {
    const secrets = secretsIn(documents.map(({ value }) => value))
    return { ...document, policies: concealed(document.policies, secrets) }
  })
}

/** What each document of a text holds, up to the first that is broken. */
function heldByEach(
  documents: readonly JsonDocument[],
  text: string,
  path: string,
  forms: readonly Form[],
): readonly (readonly Held[])[] {
  const held: (readonly Held[])[] = []
  for (const document of documents) {
    const { syntax, value, base } = document
    const hidden = syntax === undefined ? markDuplicates(value, text, base) : (document.hidden ?? [])
    const read = heldBy(document, path, forms)
    const own = hidden.length === 0 ? read : [...read, hiddenHeld(hidden, document, path, read)]
    held.push(own)
    if (own.some(({ broken }) => broken !== null)) break
  }
  return held
}

/** Two members of one name around a policy: a parser reads the last one, and who applies the document may not. */
function hiddenHeld(
  hidden: readonly HiddenMember[],
  { base, syntax }: JsonDocument,
  path: string,
  read: readonly Held[],
): Held {
  const own = { source: 'policy-json', path, at: [], base, address: null, wrapped: false } as const
  const origin = syntax === undefined ? own : { ...own, syntax }
  const isKnown = read.some(({ policies }) => policies.length > 0)
  const unread = [...new Map(hidden.map((one) => [one.name, one])).values()].map(({ name, isSure }) => ({
    origin,
    why: `it has two members named ${JSON.stringify(cut(name))}, and which one counts is not known`,
    ...(isSure || isKnown || name.toLowerCase() === 'policy' ? {} : ({ unsure: true } as const)),
  }))
  return { policies: [], settings: [], broken: null, unread }
}

function documentOf(
  documents: readonly JsonDocument[],
  heldOfEach: readonly (readonly Held[])[],
  text: string,
): Document {
  const held = heldOfEach.flat()
  const broken = held.find((one) => one.broken !== null)?.broken ?? null
  if (broken !== null)
    return { kind: 'unreadable', text, reason: broken, offset: Math.max(0, text.indexOf('"Policy"')) }
  const policies = held.flatMap((one) => one.policies)
  const settings = held.flatMap((one) => one.settings)
  const unread = held.flatMap((one) => one.unread ?? [])
  const linked = held.flatMap((one) => one.linked ?? [])
  if (policies.length + settings.length + unread.length + linked.length === 0) return NOTHING
  if (documents.some(({ value }) => nestsTooDeeply(value, text))) {
    return { kind: 'unreadable', text, reason: 'it nests too deeply', offset: 0 }
  }
  return { kind: 'read', text, policies, settings, unread, ...(linked.length === 0 ? {} : { linked }) }
}

/** What to do about a text that is no JSON: most often it is YAML, or a template with expressions outside strings. */
function explain(parsed: Extract<ParsedJson, { ok: false }>, text: string): { reason: string; offset: number } {
  const { reason, offset } = parsed
  if (startsExpression(text, offset)) {
    return {
      reason: 'a template expression stands outside a string; check the rendered policy or the plan instead',
      offset,
    }
  }
  return { reason, offset }
}

function startsExpression(text: string, offset: number): boolean {
  // Of an expression in braces the first one may pass for an object.
  return [offset, offset - 1].some((at) => ['${', '%{', '{{', '{%', '<%'].includes(text.slice(at, at + 2)))
}

/** What the object of a JSON document holds, or the objects of its list. */
function heldBy({ value, base, syntax }: JsonDocument, path: string, forms: readonly Form[]): readonly Held[] {
  const elements: readonly (readonly [unknown, readonly number[]])[] = Array.isArray(value)
    ? value.map((item, i) => [item, [i]] as const)
    : [[value, []]]
  const held: Held[] = []
  for (const [item, at] of elements) {
    for (const form of forms) {
      const place = { path, base, at, syntax }
      const own = isObject(item)
        ? (form.readObject?.(item, place) ?? null)
        : typeof item === 'string' || Array.isArray(item)
          ? (form.readItem?.(item, place) ?? null)
          : null
      if (own === null) continue
      held.push(own)
      if (form.beside !== true) break
    }
  }
  return held
}
