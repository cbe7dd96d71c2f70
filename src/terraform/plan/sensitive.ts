import { isObject, type JsonObject, member } from '../../tree/value.js'

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

function isMark(mark: unknown): boolean {
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

/** Shorter values are looked for as a whole only: as a part of a text they are anywhere. */
const PART_LENGTH = 4
/** Values that begin alike; what has more of them is compared with none and counts as made of one. */
const MAX_ALIKE = 200

/**
 * The sensitive values of a plan. A mark is lost where a provider computes something of a value (the JSON of a policy
 * document, the ARN of a bucket), so that only the value itself tells what was made of it.
 */
export class Secrets {
  readonly #whole = new Set<string>()
  /** By their first characters. */
  readonly #parts = new Map<string, string[]>()

  get empty(): boolean {
    return this.#whole.size === 0
  }

  /** Adds the marked ones of some values. */
  add(values: unknown, marks: unknown): void {
    if (marks === undefined || marks === false || values === undefined || values === null) return
    if (isObject(marks) && isObject(values)) {
      for (const [name, mark] of Object.entries(marks)) this.add(member(values, name), mark)
    } else if (Array.isArray(marks) && Array.isArray(values)) {
      for (const [index, mark] of marks.entries()) this.add(values[index], mark)
    } else if (isMark(marks) || typeof values !== 'object') this.#all(values)
  }

  #all(value: unknown): void {
    if (Array.isArray(value)) for (const item of value) this.#all(item)
    else if (isObject(value)) for (const item of Object.values(value)) this.#all(item)
    else if (typeof value === 'string' || typeof value === 'number') this.#one(String(value))
  }

  #one(text: string): void {
    if (text === '' || VOCABULARY.some((words) => words.test(text)) || this.#whole.has(text)) return
    this.#whole.add(text)
    if (text.length < PART_LENGTH) return
    const head = text.slice(0, PART_LENGTH)
    const alike = this.#parts.get(head)
    if (alike === undefined) this.#parts.set(head, [text])
    else alike.push(text)
  }

  /** Whether some text or a value with texts in it, names of members included, is or holds a sensitive value. */
  isIn(value: unknown): boolean {
    if (this.empty) return false
    if (typeof value === 'string') return this.#isInText(value)
    if (typeof value === 'number') return this.#whole.has(String(value))
    if (Array.isArray(value)) return value.some((item) => this.isIn(item))
    if (typeof value !== 'object' || value === null) return false
    return Object.entries(value).some(([name, item]) => this.#isInText(name) || this.isIn(item))
  }

  #isInText(text: string): boolean {
    if (this.#whole.has(text)) return true
    for (let at = 0; at + PART_LENGTH <= text.length; at++) {
      const alike = this.#parts.get(text.slice(at, at + PART_LENGTH))
      if (alike === undefined) continue
      if (alike.length > MAX_ALIKE || alike.some((secret) => text.startsWith(secret, at))) return true
    }
    return false
  }
}

/** The names of variables that are sensitive, of their declarations in a plan's configuration. */
export function sensitiveNames(variables: unknown): ReadonlySet<string> {
  const entries = isObject(variables) ? Object.entries(variables) : []
  return new Set(entries.filter(([, entry]) => isMark(member(entry, 'sensitive'))).map(([name]) => name))
}

/** Adds the values of outputs that are sensitive, in each of the shapes that plans and states have. */
export function addOutputs(secrets: Secrets, outputs: unknown): void {
  for (const output of isObject(outputs) ? Object.values(outputs) : []) {
    if (isMark(member(output, 'sensitive'))) secrets.add(member(output, 'value'), true)
    secrets.add(member(output, 'before'), member(output, 'before_sensitive'))
    secrets.add(member(output, 'after'), member(output, 'after_sensitive'))
  }
}
