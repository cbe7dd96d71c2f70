import { statementsOf } from '../../iam/parse.js'
import { parseStrict } from '../../tree/parse.js'
import { isObject, type JsonObject, member } from '../../tree/value.js'
import { hidesStatements, markDuplicates } from '../duplicates.js'
import { hasEscapedLetters, holdsPolicy } from '../json.js'
import { isOfTerraform, marksSecret, mayBeMarked, unmarked } from '../marks.js'
import { type Around, aroundIn, isStep, NOTHING_AROUND, pulumiMembers, reportMembers, voidMembers } from './around.js'
import { heldIn, holdsRows, plainName } from './names.js'

/** Something in a document that has statements, or text that cannot be read and holds some. */
export interface Find {
  /** The object, or why there is none. */
  readonly found: { readonly raw: JsonObject } | { readonly why: string }
  /** Route of the object; of one that is written as a text that of the outermost text. */
  readonly at: readonly (string | number)[]
  readonly inText: boolean
  /** The text that is it and nothing besides; null where there is none. */
  readonly text: string | null
  /** The name of the member that holds it; null at the top. */
  readonly holder: string | null
  /** The object that has that member. */
  readonly owner: JsonObject | null
  /** It is, or stands in, a member that is called like the policy of a bucket. */
  readonly inBucketPlace: boolean
  readonly around: Around
  /** The owner is a row of a result. */
  readonly inRow: boolean
  readonly secret: Secrecy
}

/** What of a policy is judged and not shown: where a tool marks it as a secret its text, within a plan or a state its bucket as well. */
export type Secrecy = 'nothing' | 'text' | 'all'

/** How many texts may be written in one another: a Config item in a text holds a policy in another one. */
const MAX_TEXTS = 4

/** What nests deeper than this is not read (see `nestsTooDeeply`), and said to be there. */
const MAX_DEPTH = 200

/** A value on the way; what is around it is looked up only where something was found. */
interface Visit {
  readonly value: unknown
  /** Null at the top. */
  readonly above: Visit | null
  /** The name or index in what is above; null for what is written in the text above. */
  readonly step: string | number | null
  readonly texts: number
  readonly depth: number
  readonly secret: Secrecy
}

/**
 * Everything in a document that has statements, in the order of the text, with what is around it. Nothing recurses, so
 * a document may nest as deep as it likes.
 *
 * @param root a row: an object, a list, or a text that holds one
 * @param at its route in its document
 */
export function findsIn(root: unknown, at: readonly (string | number)[]): readonly Find[] {
  const walk = new Walk(at)
  walk.from(root)
  return walk.finds
}

class Walk {
  readonly finds: Find[] = []
  readonly #base: readonly (string | number)[]
  readonly #todo: Visit[] = []
  #isTooDeep = false
  readonly #around = new Map<unknown, Around>()

  constructor(base: readonly (string | number)[]) {
    this.#base = base
  }

  from(root: unknown): void {
    this.#todo.push({ value: root, above: null, step: null, texts: 0, depth: 0, secret: 'nothing' })
    for (let next = this.#todo.pop(); next !== undefined; next = this.#todo.pop()) this.#visit(next)
  }

  #visit(visit: Visit): void {
    const { value } = visit
    const marked = unmarked(value)
    if (marked.kind === 'unread') this.#add(visit, { why: marked.why })
    else if (marked.kind === 'secret')
      this.#todo.push({ ...visit, value: marked.value, secret: secretest(visit.secret, 'text') })
    else if (typeof value === 'string') this.#text(visit, value)
    else if (Array.isArray(value)) {
      for (let i = value.length - 1; i >= 0; i--) this.#push(value[i], visit, i)
    } else if (isObject(value)) this.#object({ ...visit, secret: secretest(visit.secret, secrecyOf(value)) }, value)
  }

  #push(value: unknown, above: Visit, step: string | number): void {
    if (!mayHold(value)) return
    const { texts, secret } = above
    const visit = { value, above, step, texts, secret, depth: above.depth + 1 }
    if (visit.depth <= MAX_DEPTH) this.#todo.push(visit)
    else if (!this.#isTooDeep) {
      this.#isTooDeep = true
      this.#add(visit, { why: 'it nests too deeply' }, true)
    }
  }

  #object(visit: Visit, object: JsonObject): void {
    const isPolicy =
      statementsOf(object).length > 0 || (member(object, 'Statement') !== undefined && hidesStatements(object))
    if (isPolicy) this.#add(visit, { raw: object })
    const isGone = voidMembers(object)
    const isOwn = visit.above === null ? reportMembers(object) : null
    const members = Object.entries(pulumiMembers(object, () => isPlanned(visit)) ?? object)
    for (let i = members.length - 1; i >= 0; i--) {
      const [name, value] = members[i] ?? ['', null]
      if (isGone.has(plainName(name)) || isOwn?.has(name) === true || (isPolicy && name === 'Statement')) continue
      this.#push(value, visit, name)
    }
  }

  /** A text that begins as JSON does is another document, which may be such a text again; any other is words. */
  #text(visit: Visit, text: string): void {
    if (!/^\s*["{[]/.test(text)) return
    if (visit.texts >= MAX_TEXTS) {
      if (holdsPolicy(text)) this.#add(visit, { why: 'it is a text in more texts than are read' }, true)
      return
    }
    const parsed = parseStrict(text)
    const [document] = parsed?.ok ? parsed.documents : []
    if (document === undefined) {
      const isPlace = typeof visit.step === 'string' && heldIn(visit.step) === 'bucket-policy'
      if (isPlace || holdsPolicy(text)) this.#add(visit, { why: 'the text that holds it is not valid JSON' }, true)
      return
    }
    markDuplicates(document.value, text)
    this.#todo.push({ ...visit, value: document.value, above: visit, step: null, texts: visit.texts + 1 })
  }

  /** @param isText whether the value is a text that cannot be read */
  #add(visit: Visit, found: Find['found'], isText = false): void {
    const way = wayTo(visit)
    if (way.some(({ step }) => typeof step === 'string' && heldIn(step) === 'other')) return
    const holder = way.findLastIndex(({ step }) => typeof step === 'string')
    const owner = way[holder]?.above ?? null
    const text = way.findIndex((one) => one.step === null && one.above !== null)
    const inText = isText || text !== -1
    this.finds.push({
      found,
      at: [...this.#base, ...way.slice(0, text === -1 ? way.length : text).flatMap(({ step }) => step ?? [])],
      inText,
      text: visit.step === null && typeof visit.above?.value === 'string' ? visit.above.value : null,
      holder: holder === -1 ? null : String(way[holder]?.step),
      owner: isObject(owner?.value) ? owner.value : null,
      inBucketPlace: way.some(({ step }) => typeof step === 'string' && heldIn(step) === 'bucket-policy'),
      around: this.#aroundOf(way),
      inRow: owner !== null && isRow(owner),
      secret: visit.secret,
    })
  }

  #aroundOf(way: readonly Visit[]): Around {
    let around = NOTHING_AROUND
    for (const { value } of way.slice(0, -1)) {
      if (!isObject(value)) continue
      const known = this.#around.get(value) ?? aroundIn(value, around)
      this.#around.set(value, known)
      around = known
    }
    return around
  }
}

/** What an object makes secret of everything in it. */
function secrecyOf(object: JsonObject): Secrecy {
  return isOfTerraform(object) ? 'all' : marksSecret(object) ? 'text' : 'nothing'
}

function secretest(outer: Secrecy, own: Secrecy): Secrecy {
  return outer === 'nothing' || own === 'all' ? own : outer
}

/** Most values of a document hold nothing, and need not be looked at. */
function mayHold(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('Statement') || hasEscapedLetters(value) || mayBeMarked(value)
  return typeof value === 'object' && value !== null
}

/** A value with everything above it, from the top. */
function wayTo(visit: Visit): readonly Visit[] {
  const way: Visit[] = []
  for (let one: Visit | null = visit; one !== null; one = one.above) way.push(one)
  return way.reverse()
}

function isPlanned(visit: Visit): boolean {
  return wayTo(visit).some(({ value }) => isObject(value) && isStep(value))
}

/** Whether something is the whole of a result: a document, or an item of a list of rows. */
function isRow({ above, step }: Visit): boolean {
  if (above === null) return true
  // A row that is written as a text.
  if (step === null) return isRow(above)
  return typeof step === 'number' && typeof above.step === 'string' && holdsRows(above.step)
}
