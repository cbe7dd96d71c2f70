import { isObject, type JsonObject, member, parsedJson } from '../../tree/value.js'

/**
 * What Terraform marks as sensitive of the values of a resource: everything, or parts of them, as a tree of the same
 * shape with `true` at what is marked (Terraform, "JSON output format", `after_sensitive` and `sensitive_values`).
 */
export type Marks = true | JsonObject

/** No marks, as older formats have none, mean public values; marks that cannot be read mean that nothing is public. */
export function marksIn(value: unknown): Marks {
  if (value === undefined || value === false) return {}
  return isObject(value) ? value : true
}

/** Whether an attribute is marked that is one text: it has no parts, so that every mark but a plain "no" hides it. */
export function hides(marks: Marks, attribute: string): boolean {
  if (marks === true) return true
  const mark = member(marks, attribute)
  return mark !== undefined && mark !== false
}

/** Whether an attribute that has parts is marked, or any of them. */
export function hidesPart(marks: Marks, attribute: string): boolean {
  return marks === true || isMark(member(marks, attribute))
}

/** Whether anything at all is marked. */
export function hidesSome(marks: Marks): boolean {
  return marks === true || isMark(marks)
}

/** Whether anything is marked in a mark, or in a tree of marks. */
export function isMark(mark: unknown): boolean {
  if (mark === undefined || mark === false) return false
  if (Array.isArray(mark)) return mark.some(isMark)
  if (isObject(mark)) return Object.values(mark).some(isMark)
  return true
}

/** Words that every policy holds: that one of them is secret hides nothing, and would hide everything. */
const VOCABULARY = [
  /^(?:allow|deny|aws|service|federated|canonicaluser|version|statement|true|false|2012-10-17|2008-10-17|\*)$/i,
  /^(?:s3|aws):[a-z*?]*$/i,
  /^(?:for(?:any|all)values:)?(?:(?:string|arn)(?:not)?(?:equals|like)(?:ignorecase)?|bool|(?:not)?ipaddress|null)(?:ifexists)?$/i,
]

function isVocabulary(text: string): boolean {
  return VOCABULARY.some((words) => words.test(text))
}

/** Shorter values are looked for as a whole only: as a part of a text they are anywhere. */
const PART_LENGTH = 4
/** Characters of all values; with more of them nothing is compared, and everything counts as made of one. */
const MAX_CHARACTERS = 16 * 1024 * 1024
/** How deep values and marks may nest; no provider has such attributes. */
const MAX_DEPTH = 200

/** Of longer values the words are not looked for by themselves. */
const MAX_WORDS = 4096

/** A word that people do not write: what a function cuts out of a secret, as `split` does, is one. */
export function isSecretWord(word: string): boolean {
  return word.length >= 8 && /\d/.test(word) && /[a-z]/i.test(word)
}

/**
 * A text in base64, by itself and as what it is within another text; where it is not long in UTF-16 too, as `textencodebase64`
 * writes it, and in the alphabet of addresses.
 */
function inBase64(text: string): readonly string[] {
  const bytes = Buffer.from(text)
  const encoded = [bytes.toString('base64'), ...withinBase64(bytes)]
  if (text.length > MAX_WORDS) return encoded
  // Without the last byte what is left stands in either order of bytes, as long as all are ASCII.
  encoded.push(...withinBase64(Buffer.from(text, 'utf16le').subarray(0, -1)))
  const isOther = (made: string) => /[+/]/.test(made)
  return [...encoded, ...encoded.filter(isOther).map((made) => made.replaceAll('+', '-').replaceAll('/', '_'))]
}

/** What bytes are within others in base64: they begin at any of three. */
function withinBase64(bytes: Buffer): readonly string[] {
  return [0, 1, 2].map((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replace(/=+$/, '')
    const isOpen = (before + bytes.length) % 3 !== 0
    return encoded.slice([0, 2, 3][before], isOpen ? -1 : undefined)
  })
}

/** A text as `urlencode` writes it. */
function inUrl(text: string): string {
  const escaped = encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'))
  return escaped
    .replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16)}`)
    .replaceAll('%20', '+')
    .toLowerCase()
}

/** Digits that a number keeps, whatever it is read as. */
const EXACT_DIGITS = 15

/** Whether a number is spelled elsewhere as it is here: not where reading it may have cost digits, or it has an exponent. */
function isExact(value: number): boolean {
  if (Number.isInteger(value)) return Number.isSafeInteger(value)
  const text = String(value)
  return !text.includes('e') && text.replace(/^-?0?\.?0*|\./g, '').length <= EXACT_DIGITS
}

/** JSON in a text of JSON in one: no policy has more. */
const MAX_ESCAPED = 4

/** What a text stands for where it is a part of JSON, however that escapes: Terraform writes `<` as `\u003c`, others do not. */
function unescaped(text: string): string {
  if (!text.includes('\\')) return text
  return text.replace(/\\(?:u([0-9a-f]{4})|(["\\/bfnrt]))/gi, (_, code: string | undefined, char: string) =>
    code === undefined ? (ESCAPED[char] ?? char) : String.fromCharCode(Number.parseInt(code, 16)).toLowerCase(),
  )
}

const ESCAPED: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }

/**
 * What a text may be found as: itself, backwards, in base64, in an address, and the words of it that nobody writes by chance;
 * without the white space around it, too.
 */
function formsOf(text: string, folded: string): readonly string[] {
  const trimmed = folded.trim()
  const isOther = trimmed !== folded && trimmed !== '' && !isVocabulary(trimmed)
  return [...spelledAs(text, folded), ...(isOther ? spelledAs(text.trim(), trimmed) : [])]
}

function spelledAs(text: string, folded: string): readonly string[] {
  if (text.length < PART_LENGTH) return [folded, inUrl(text)]
  const encoded = [...inBase64(text), inUrl(text)].filter((made) => made.length >= PART_LENGTH)
  const words = text.length > MAX_WORDS ? [] : folded.split(/[^a-z0-9]+/).filter(isSecretWord)
  return [folded, [...folded].reverse().join(''), ...encoded.map((made) => made.toLowerCase()), ...words]
}

/**
 * The sensitive values of a plan. A mark is lost where a provider computes something of a value (the JSON of a policy
 * document, the ARN of a bucket), so that only the value itself tells what was made of it: it, or it in other letters,
 * backwards, in base64 or in an address. A value that is JSON is sensitive in all its parts.
 */
export class Secrets {
  readonly #whole = new Set<string>()
  /**
   * The values that are spelled in all ways, and whether each stands in policies only. As they are written: in base64 the case
   * of letters counts, and that a text is a word of another one spells it in no way.
   */
  readonly #spelled = new Map<string, boolean>()
  /** Made of the values when something is compared with them for the first time. */
  #parts: Parts | null = null
  #characters = 0
  #isClosed = false
  /** The same without parts of policies, of which most stand in every other policy of an estate. */
  readonly #besidesPolicies = new Set<string>()
  /** What other documents of the run mark. */
  #others: Secrets | null = null

  /** Whether nothing is marked. */
  get isEmpty(): boolean {
    return !this.#isClosed && this.#whole.size === 0
  }

  /** Takes over what another document marks, but for the parts of policies. */
  include(other: Secrets): void {
    if (other.#isClosed) this.close()
    if (this.#isClosed) return
    for (const text of other.#besidesPolicies) this.#whole.add(text)
    this.#parts = null
  }

  /** From now on what all documents of a run mark counts here too: a value may be marked in one and stand in another. */
  join(others: Secrets): void {
    this.#others = others
  }

  /** From now on everything counts as made of a sensitive value: there is one that is not known. */
  close(): void {
    this.#isClosed = true
    this.#whole.clear()
    this.#spelled.clear()
    this.#besidesPolicies.clear()
    this.#parts = null
  }

  /** Adds the marked ones of some values. */
  add(values: unknown, marks: unknown, depth = 0): void {
    if (marks === undefined || marks === false || values === undefined || values === null) return
    if (depth > MAX_DEPTH) this.close()
    else if (isObject(marks) && isObject(values)) {
      for (const [name, mark] of Object.entries(marks)) this.add(member(values, name), mark, depth + 1)
    } else if (Array.isArray(marks) && Array.isArray(values)) {
      for (const [index, mark] of marks.entries()) this.add(values[index], mark, depth + 1)
    } else if (isMark(marks) || typeof values !== 'object') this.#all(values, depth)
  }

  #all(value: unknown, depth: number, ofPolicy = false): void {
    if (depth > MAX_DEPTH) this.close()
    else if (Array.isArray(value)) for (const item of value) this.#all(item, depth + 1, ofPolicy)
    else if (isObject(value)) {
      const isPart = ofPolicy || member(value, 'Statement') !== undefined
      for (const [name, item] of Object.entries(value)) {
        this.#all(item, depth + 1, isPart)
        // The keys of a marked map are marked; those of an object are names that a provider or a type gives.
        if (isSecretWord(name)) this.#one(name, isPart)
      }
    } else if (typeof value === 'string') this.#text(value, depth, ofPolicy)
    else if (typeof value === 'number') this.#number(value, ofPolicy)
  }

  #text(text: string, depth: number, ofPolicy: boolean): void {
    const inner = /^\s*[[{]/.test(text) ? parsedJson(text) : undefined
    this.#one(text, ofPolicy || member(inner, 'Statement') !== undefined)
    if (inner !== undefined) this.#all(inner, depth + 1, ofPolicy)
  }

  #number(value: number, ofPolicy: boolean): void {
    if (isExact(value)) this.#one(String(value), ofPolicy)
    else this.close()
  }

  #one(text: string, ofPolicy: boolean): void {
    if (this.#isClosed || text === '' || isVocabulary(text)) return
    const known = this.#spelled.get(text)
    if (known === false || known === ofPolicy) return
    if (known === undefined) this.#characters += text.length
    if (this.#characters > MAX_CHARACTERS) {
      this.close()
      return
    }
    this.#spelled.set(text, ofPolicy)
    for (const made of formsOf(text, text.toLowerCase())) {
      this.#whole.add(made)
      if (!ofPolicy) this.#besidesPolicies.add(made)
    }
    this.#parts = null
  }

  /** Whether some text or a value with texts in it, names of members included, is or holds a sensitive value. */
  isIn(value: unknown): boolean {
    if (value === null || value === undefined) return false
    if (this.#isClosed || this.#others?.isIn(value) === true) return true
    if (this.#whole.size === 0) return false
    if (typeof value === 'string') return this.#isInText(value.toLowerCase())
    if (typeof value === 'number') return this.#whole.has(String(value))
    if (Array.isArray(value)) return value.some((item) => this.isIn(item))
    if (typeof value !== 'object') return false
    return Object.entries(value).some(([name, item]) => this.#isInText(name.toLowerCase()) || this.isIn(item))
  }

  #isInText(text: string): boolean {
    this.#parts ??= new Parts(this.#whole)
    let read = text
    for (let level = 0; level <= MAX_ESCAPED; level++) {
      if (this.#whole.has(read) || this.#parts.areIn(read)) return true
      const inner = unescaped(read)
      if (inner === read) return false
      read = inner
    }
    return false
  }
}

/** Texts that are looked for as parts of others, at a cost that hardly grows with their number. */
class Parts {
  readonly #heads: ReadonlySet<string>
  /** In order; none begins with another one, so that only the last one before a text can be its beginning. */
  readonly #texts: readonly string[]

  constructor(texts: Iterable<string>) {
    const kept: string[] = []
    for (const text of [...texts].filter(({ length }) => length >= PART_LENGTH).sort()) {
      const last = kept.at(-1)
      if (last === undefined || !text.startsWith(last)) kept.push(text)
    }
    this.#texts = kept
    this.#heads = new Set(kept.map((text) => text.slice(0, PART_LENGTH)))
  }

  areIn(text: string): boolean {
    for (let at = 0; at + PART_LENGTH <= text.length; at++) {
      if (this.#heads.has(text.slice(at, at + PART_LENGTH)) && this.#isBeginning(text.slice(at))) return true
    }
    return false
  }

  #isBeginning(text: string): boolean {
    let [low, high] = [0, this.#texts.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#texts[middle] ?? '') <= text) low = middle + 1
      else high = middle
    }
    const last = this.#texts[low - 1]
    return last !== undefined && text.startsWith(last)
  }
}

/** The names of variables that are sensitive, of their declarations in a plan's configuration. */
export function sensitiveNames(variables: unknown): ReadonlySet<string> {
  const entries = isObject(variables) ? Object.entries(variables) : []
  return new Set(entries.filter(([, entry]) => isMark(member(entry, 'sensitive'))).map(([name]) => name))
}

/** Adds what a change marks of a resource, before and after it. */
export function addChange(secrets: Secrets, change: unknown): void {
  secrets.add(member(change, 'before'), member(change, 'before_sensitive'))
  secrets.add(member(change, 'after'), member(change, 'after_sensitive'))
}

/** Adds what an action that a plan invokes has marked in its configuration (Terraform 1.14, `action_invocations`). */
export function addInvocation(secrets: Secrets, invocation: unknown): void {
  secrets.add(member(invocation, 'config_values'), member(invocation, 'config_sensitive'))
}

/** Adds the values of outputs that are sensitive, in each of the shapes that plans and states have. */
export function addOutputs(secrets: Secrets, outputs: unknown): void {
  for (const output of isObject(outputs) ? Object.values(outputs) : []) {
    if (isMark(member(output, 'sensitive'))) secrets.add(member(output, 'value'), true)
    secrets.add(member(output, 'before'), member(output, 'before_sensitive'))
    secrets.add(member(output, 'after'), member(output, 'after_sensitive'))
  }
}
