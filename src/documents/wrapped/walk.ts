import { statementsOf } from '../../iam/parse.js'
import { parseStrict } from '../../tree/parse.js'
import { isObject, type JsonObject, member } from '../../tree/value.js'
import { hidesStatements, markDuplicates } from '../duplicates.js'
import { hasEscapedLetters, holdsPolicy } from '../json.js'
import { type Around, aroundIn, isReport, isVoid, NOTHING_AROUND, pulumiMembers } from './around.js'
import { heldIn, holdsRows } from './names.js'
import { unmarked } from './values.js'

/** Something in a document that has statements, or text that cannot be read and holds some. */
export interface Find {
  /** The object, or why there is none. */
  readonly found: { readonly raw: JsonObject } | { readonly why: string }
  /** Route of the object; of one that is written as a text that of the outermost text. */
  readonly at: readonly (string | number)[]
  readonly inText: boolean
  /** The name of the member that holds it; null at the top. */
  readonly holder: string | null
  /** The object that has that member. */
  readonly owner: JsonObject | null
  readonly around: Around
  /** The owner is a row of a result. */
  readonly inRow: boolean
  /** A tool marks it as a secret: it is judged, and not shown. */
  readonly secret: boolean
}

/** How many texts may be written in one another: a Config item in a text holds a policy in another one. */
const MAX_TEXTS = 4

interface Visit extends Omit<Find, 'found' | 'at' | 'inText'> {
  readonly value: unknown
  readonly above: Visit | null
  readonly step: string | number | null
  /** The outermost text that it is in. */
  readonly text: Visit | null
  readonly texts: number
  /** It is a row itself, or each of its items is one. */
  readonly isRow: boolean
  readonly listsRows: boolean
}

/**
 * Everything in a document that has statements, in the order of the text, with what is around it. Nothing recurses, so
 * a document may nest as deep as it likes.
 *
 * @param root a row: an object, or a text that holds one
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

  constructor(base: readonly (string | number)[]) {
    this.#base = base
  }

  from(root: unknown): void {
    if (isObject(root) && isReport(root)) return
    this.#todo.push({
      value: root,
      above: null,
      step: null,
      text: null,
      texts: 0,
      holder: null,
      owner: null,
      around: NOTHING_AROUND,
      inRow: false,
      isRow: true,
      listsRows: false,
      secret: false,
    })
    for (let next = this.#todo.pop(); next !== undefined; next = this.#todo.pop()) this.#visit(next)
  }

  #visit(given: Visit): void {
    const marked = unmarked(given.value)
    if (marked.kind === 'unread') {
      if (given.around.kind === 'bucket' && isHolder(given)) this.#add(given, { why: marked.why })
      return
    }
    const visit = marked.kind === 'secret' ? { ...given, value: marked.value, secret: true } : given
    const { value } = visit
    if (typeof value === 'string') this.#text(visit, value)
    else if (Array.isArray(value)) this.#items(visit, value)
    else if (isObject(value)) this.#object(visit, value)
  }

  #object(visit: Visit, object: JsonObject): void {
    if (statementsOf(object).length > 0 || (member(object, 'Statement') !== undefined && hidesStatements(object))) {
      this.#add(visit, { raw: object })
      return
    }
    if (isVoid(object)) return
    const around = aroundIn(object, visit.around)
    const members = Object.entries(pulumiMembers(object, around) ?? object)
    for (let i = members.length - 1; i >= 0; i--) {
      const [name, value] = members[i] ?? ['', null]
      if ((typeof value !== 'object' && typeof value !== 'string') || heldIn(name) === 'other') continue
      const own = { holder: name, owner: object, around, inRow: visit.isRow, isRow: false, listsRows: holdsRows(name) }
      this.#todo.push({ ...visit, ...own, value, above: visit, step: name })
    }
  }

  #items(visit: Visit, items: readonly unknown[]): void {
    for (let i = items.length - 1; i >= 0; i--) {
      this.#todo.push({ ...visit, value: items[i], above: visit, step: i, isRow: visit.listsRows, listsRows: false })
    }
  }

  /** A text that begins as JSON does is another document; any other is words. */
  #text(visit: Visit, text: string): void {
    if (!text.includes('Statement') && !hasEscapedLetters(text)) return
    if (visit.texts >= MAX_TEXTS || !/^\s*[{[]/.test(text)) return
    const parsed = parseStrict(text)
    const [document] = parsed?.ok ? parsed.documents : []
    if (document === undefined) {
      if (holdsPolicy(text))
        this.#add({ ...visit, text: visit.text ?? visit }, { why: 'the text that holds it is not valid JSON' })
      return
    }
    markDuplicates(document.value, text)
    this.#todo.push({ ...visit, value: document.value, text: visit.text ?? visit, texts: visit.texts + 1 })
  }

  #add(visit: Visit, found: Find['found']): void {
    const { holder, owner, around, inRow, secret, text } = visit
    this.finds.push({
      found,
      at: this.#route(text ?? visit),
      inText: text !== null,
      holder,
      owner,
      around,
      inRow,
      secret,
    })
  }

  #route(visit: Visit): readonly (string | number)[] {
    const steps: (string | number)[] = []
    for (let one: Visit | null = visit; one !== null; one = one.above) if (one.step !== null) steps.push(one.step)
    return [...this.#base, ...steps.reverse()]
  }
}

function isHolder({ holder }: Visit): boolean {
  const held = holder === null ? null : heldIn(holder)
  return held === 'policy' || held === 'bucket-policy'
}
