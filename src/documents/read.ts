import type { Source } from '../sources/source.js'
import { decode } from '../text/decode.js'
import { isEncrypted, isPointer } from '../text/stand-ins.js'
import { type JsonDocument, type ParsedJson, parseStrict } from '../tree/parse.js'
import { isObject } from '../tree/value.js'
import type { Document } from './document.js'
import { markDuplicates } from './duplicates.js'
import type { Form, Held } from './form.js'
import { hasEscapedLetters, holdsPolicy, nestsTooDeeply } from './json.js'

const NOTHING: Document = { kind: 'nothing' }

/**
 * Decides by content what a file is and reads it. A promise only where plain JSON is not enough, so that the parser for
 * comments is loaded when a file needs it.
 */
export function readDocument(source: Source, forms: readonly Form[]): Document | Promise<Document> {
  if (source.mustBe === 'plan') return readBytes(source, forms)
  const quick = source.quickText?.() ?? null
  if (quick !== null) return isPointer(quick) ? standIn(source, quick, POINTER) : readWhole(quick, source, forms)
  if (source.size > LARGE) return readBytes(source, forms)
  const bytes = source.bytes()
  if (startsAsZip(bytes)) return readBytes(source, forms)
  if (isEncrypted(bytes)) return standIn(source, '', ENCRYPTED)
  const decoded = decode(bytes)
  if (!decoded.ok) return undecodable(bytes, decoded.reason)
  if (isPointer(decoded.text)) return standIn(source, decoded.text, POINTER)
  const document = readWhole(decoded.text, source, forms)
  const isWide = decoded.encoding.name !== 'utf-8' || decoded.text.includes('\0')
  return isWide ? orMisread(document, bytes, decoded.text) : document
}

const POINTER = 'it is a pointer of Git LFS, and the file itself is not there; check out with lfs: true'
const ENCRYPTED = 'it is encrypted with git-crypt; unlock the checkout before the check'

/** What stands in the place of a file says nothing of it: told where somebody asked about the file. */
function standIn({ asked }: Source, text: string, reason: string): Document {
  return asked === true ? { kind: 'unreadable', text, reason, offset: 0 } : NOTHING
}

/** Of a source that is not read as a text. */
async function readBytes(source: Source, forms: readonly Form[]): Promise<Document> {
  for (const form of forms) {
    const document = (await form.readBytes?.(source)) ?? null
    if (document !== null) return document
  }
  return source.mustBe === 'plan' ? { kind: 'no-plan' } : NOTHING
}

/** UTF-16 with a byte too many or too few, and UTF-32, decode to a text that says nothing. */
async function orMisread(document: Document | Promise<Document>, bytes: Uint8Array, text: string): Promise<Document> {
  const read = await document
  if (read.kind !== 'nothing' || holdsPolicy(text)) return read
  return undecodable(bytes, 'it is neither valid UTF-8 nor valid UTF-16 text')
}

/** Files larger than this are read as plans, piece by piece, or not at all: a bucket policy has 20 KB. */
const LARGE = 64 * 1024 * 1024

/** A zip file that holds a plan: Terraform's binary plan, which somebody named like JSON. */
function startsAsZip(bytes: Uint8Array): boolean {
  const magic = bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04
  return magic && new TextDecoder('latin1').decode(bytes.subarray(0, 512)).includes('tfplan')
}

function readWhole(text: string, source: Source, forms: readonly Form[]): Document | Promise<Document> {
  for (const form of forms) {
    const read = form.readText?.(source, text) ?? null
    if (read instanceof Promise) return read.then((document) => document ?? readJson(text, source, forms))
    if (read !== null) return read
  }
  return readJson(text, source, forms)
}

/** A text that holds JSON; where nothing is in it, the forms that take what is left are asked. */
function readJson(text: string, source: Source, forms: readonly Form[]): Document | Promise<Document> {
  const document = readText(text, source.path, forms)
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
export function readText(text: string, path: string, forms: readonly Form[]): Document | Promise<Document> {
  if (!hasEscapedLetters(text) && !forms.some((form) => form.readObject !== undefined && form.mayBeIn(text)))
    return NOTHING
  const parsed = parseStrict(text)
  return parsed ? fromParsed(parsed, text, path, forms) : readLenient(text, path, forms)
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

function fromParsed(parsed: ParsedJson, text: string, path: string, forms: readonly Form[]): Document {
  if (!parsed.ok) return holdsPolicy(text) ? { kind: 'unreadable', text, ...explain(parsed, text) } : NOTHING
  const held: Held[] = []
  for (const document of parsed.documents) {
    markDuplicates(document.value, text, document.base)
    const own = heldBy(document, path, forms)
    const broken = own.find((one) => one.broken !== null)?.broken ?? null
    if (broken !== null)
      return { kind: 'unreadable', text, reason: broken, offset: Math.max(0, text.indexOf('"Policy"')) }
    held.push(...own)
  }
  const policies = held.flatMap((one) => one.policies)
  const settings = held.flatMap((one) => one.settings)
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

/** What the object of a JSON document holds, or the objects of its list. */
function heldBy({ value, base }: JsonDocument, path: string, forms: readonly Form[]): readonly Held[] {
  const elements: readonly (readonly [unknown, readonly number[]])[] = Array.isArray(value)
    ? value.map((item, i) => [item, [i]] as const)
    : [[value, []]]
  const held: Held[] = []
  for (const [item, at] of elements) {
    if (!isObject(item)) continue
    for (const form of forms) {
      const own = form.readObject?.(item, { path, base, at }) ?? null
      if (own === null) continue
      held.push(own)
      if (form.beside !== true) break
    }
  }
  return held
}
