import { hasEscapedLetters, holdsPolicy } from '../documents/json.js'
import { looksLikeBucketPolicy, type Origin, type Policy } from '../documents/policy.js'
import { parsePolicy, type Reader, statementsKey, statementsOf } from '../iam/parse.js'
import { callsPutPolicy, mayDeclareBucketPolicy, TEMPLATE_TYPE } from '../text/terraform-types.js'
import { isObject, type JsonObject, memberAt } from '../tree/value.js'
import { intrinsic } from './language/calls.js'
import { intrinsicReader, typeOf } from './language/reader.js'
import { NO_SCOPE } from './language/scope.js'

/** A bucket policy with functions in it, which refer to nothing that is known; null for what is none. */
export function readFunctions(raw: JsonObject, origin: Origin): Policy | null {
  const document = parsePolicy(raw, intrinsicReader(NO_SCOPE))
  return looksLikeBucketPolicy(raw, document) ? { origin, document, raw, bucket: null, hasTokens: true } : null
}

/** Values that are looked at in one resource, and texts in one another. */
const MAX_VALUES = 100_000
const MAX_TEXTS = 4

interface Value {
  readonly value: unknown
  readonly texts: number
}

/**
 * What reads like a bucket policy in resources that are not known to attach one: modules, what macros make something of,
 * documents of Systems Manager, state machines, parameters of products; scripts and code that put one in place.
 */
export class Unjudged {
  readonly #reader: Reader
  /** Policies of resources that are judged, which others may repeat. */
  readonly #judged: ReadonlySet<string>

  constructor(resources: readonly unknown[], reader: Reader) {
    this.#reader = reader
    const documents = resources.map((one) => memberAt(one, 'Properties', 'PolicyDocument'))
    const judged = documents.filter((_, i) => typeOf(resources[i]) === TEMPLATE_TYPE)
    this.#judged = new Set(judged.filter(isObject).map(statementsKey))
  }

  isIn(resource: unknown): boolean {
    const type = typeOf(resource) ?? ''
    if (!isObject(resource)) return false
    const isOfOther = !mayDeclareBucketPolicy(type)
    const todo: Value[] = [{ value: type === TEMPLATE_TYPE ? besidePolicy(resource) : resource, texts: 0 }]
    for (let steps = 0; steps < MAX_VALUES; steps++) {
      const next = todo.pop()
      if (next === undefined) return false
      const inner = isOfOther ? scripted(next) : this.#within(next)
      if (inner === true) return true
      for (const one of inner) todo.push(one)
    }
    return true
  }

  /** What is in a value; true where it is a policy. */
  #within({ value, texts }: Value): readonly Value[] | true {
    const text = typeof value === 'string' ? value : joined(value)
    if (text !== null && isScript(text)) return true
    const read = text === null ? null : texts < MAX_TEXTS ? this.#read(text) : holdsPolicy(text) || null
    if (read === true || (isObject(value) && this.#isPolicy(value))) return true
    const inner = typeof value === 'object' && value !== null ? Object.values(value) : []
    const within = inner.map((one) => ({ value: one, texts }))
    return read === null ? within : [...within, { value: read, texts: texts + 1 }]
  }

  #isPolicy(value: JsonObject): boolean {
    if (statementsOf(value).length === 0 || this.#judged.has(statementsKey(value))) return false
    return looksLikeBucketPolicy(value, parsePolicy(value, this.#reader))
  }

  /** What a text holds: true for a policy, null for nothing that matters. */
  #read(text: string): object | true | null {
    if (!text.includes('Statement') && !hasEscapedLetters(text)) return null
    if (!JSON_START.test(text)) return null
    try {
      const value: unknown = JSON.parse(text)
      return typeof value === 'string' ? [value] : isObject(value) || Array.isArray(value) ? value : null
    } catch {
      return holdsPolicy(text) ? true : null
    }
  }
}

/** A text that begins as a document in JSON does. */
const JSON_START = /^\s*["{[]/

/** Whether a text puts a bucket policy in place, or holds one among other words, as scripts, code and YAML do. */
function isScript(text: string): boolean {
  return callsPutPolicy(text) || (!JSON_START.test(text) && holdsPolicy(text))
}

/** What is in a value of a resource whose own policies are of another kind; true where a script is. */
function scripted({ value, texts }: Value): readonly Value[] | true {
  const text = typeof value === 'string' ? value : joined(value)
  if (text !== null && isScript(text)) return true
  return typeof value === 'object' && value !== null ? Object.values(value).map((one) => ({ value: one, texts })) : []
}

/** A resource that attaches a policy, without that policy. */
function besidePolicy(resource: JsonObject): readonly unknown[] {
  const { Properties: properties, ...rest } = resource
  if (!isObject(properties)) return [rest, properties]
  const { PolicyDocument: _, ...others } = properties
  return [rest, others]
}

/** A text that `Fn::Join` makes of pieces, what is not written out left open; null for anything else. */
function joined(value: unknown): string | null {
  const call = intrinsic(value)
  const [separator, pieces] = call?.name === 'Fn::Join' && Array.isArray(call.argument) ? call.argument : []
  if (typeof separator !== 'string' || !Array.isArray(pieces)) return null
  return pieces.map((piece) => (typeof piece === 'string' ? piece : 'x')).join(separator)
}
