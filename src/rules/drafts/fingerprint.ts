import { createHash } from 'node:crypto'
import type { Given } from '../../iam/choices.js'
import { duplicateIn } from '../../iam/duplicates.js'
import { InPieces, madeIn } from '../../iam/made.js'
import type { RuleId } from '../../model/rules.js'
import { compareText } from '../../text/compare.js'
import { isObject, type JsonObject } from '../../tree/value.js'

/** What identifies a finding: domain facts, no line, no index, no prose. */
export interface Identity {
  readonly rule: RuleId
  /** The file; what comes of a root module that is known has the module's folder instead. */
  readonly path: string
  /** The root module's folder, where a plan or its sources hold the finding; absent where no root is known. */
  readonly root?: string
  /** Terraform address, CloudFormation logical id, or the bucket that a container names; else empty. */
  readonly owner: string
  readonly sid: string | null
  /** The statement, or the setting: what decides. */
  readonly content: unknown
  /** The conditions under which it is there, of those that nobody knows. */
  readonly under?: readonly Given[]
  /** What names in it are known to stand for. */
  readonly stands?: readonly string[]
  /** Set where it is marked as sensitive: then of what it is made of nothing counts that is written out. */
  readonly sensitive?: true
}

/** Makes fingerprints of one run: identical identities get an ordinal, in the order of the statements. */
export class Fingerprints {
  readonly #seen = new Map<string, number>()

  /**
   * 32 hexadecimal digits, stable across line moves, statement reordering and reformatting. A statement that decides
   * anything else is another one, whatever it is called: what was said of it once must not cover what it became.
   */
  of({ rule, path, root, owner, sid, content, under = [], stands = [], sensitive }: Identity): string {
    const place = root === undefined ? ['path', path, owner] : ['root', root, owner]
    const spelling = new Spelling(sensitive !== true)
    const besides = [
      ...under.map(({ condition, holds }) => `${holds ? 'if' : 'unless'} ${condition}`),
      ...stands,
    ].sort()
    const parts = [rule, ...place, sid === '' ? null : sid, spelling.normalised(content)]
    const key = JSON.stringify(besides.length === 0 ? parts : [...parts, besides])
    const ordinal = this.#seen.get(key) ?? 0
    this.#seen.set(key, ordinal + 1)
    const text = ordinal === 0 ? key : `${key} ${ordinal}`
    return createHash('sha256').update(text).digest('hex').slice(0, 32)
  }
}

/** What decides in a statement, in one spelling. */
class Spelling {
  readonly #literals: boolean

  /** @param literals whether what is written in expressions counts; their names always do */
  constructor(literals: boolean) {
    this.#literals = literals
  }

  /** A statement: its Sid is told apart, the case of condition keys means nothing. */
  normalised(content: unknown): string {
    if (!isObject(content)) return this.#spelled(content)
    const members = Object.entries(content).filter(([name]) => name !== 'Sid')
    const parts = members.map(([name, value]) => [
      name,
      name === 'Condition' ? this.#conditions(value) : this.#spelled(value),
    ])
    // A parsed object holds one of two members with a name; that there were two decides as well.
    return this.#noted(content, JSON.stringify([...parts.sort(byName), doubled(content)]))
  }

  /** Keys in lower case (IAM User Guide, "Condition"); two that differ only in their case stay two. */
  #conditions(value: unknown): string {
    if (!isObject(value) || value instanceof InPieces || isCall(value)) return this.#spelled(value)
    const operators = Object.entries(value).map(([operator, tests]) => {
      if (!isObject(tests) || tests instanceof InPieces || isCall(tests)) return [operator, this.#spelled(tests)]
      const keys = Object.entries(tests).map(([key, values]) => [key.toLowerCase(), this.#spelled(values)])
      return [operator, ...keys.sort(byName).flat(), ...this.#made(tests)]
    })
    return this.#noted(value, JSON.stringify(operators.sort(byName)))
  }

  /** Lists of a statement are sets, and a set of one is its element; numbers and booleans count as their text. */
  #spelled(value: unknown): string {
    if (typeof value !== 'object' || value === null) return scalar(value)
    if (value instanceof InPieces) {
      return this.#noted(value, `{"pieces":${inOrder(value.pieces.map((one) => this.#spelled(one)))}}`)
    }
    if (Array.isArray(value)) {
      return this.#noted(value, asSet(value.map((one) => this.#spelled(one))))
    }
    const spell = isCall(value) ? (one: unknown) => this.#argument(one) : (one: unknown) => this.#spelled(one)
    const members = Object.entries(value).sort(([a], [b]) => compareText(a, b))
    return this.#noted(value, `{${members.map(([name, one]) => `${JSON.stringify(name)}:${spell(one)}`).join(',')}}`)
  }

  /** What a function is called with: the order of its arguments decides, and of the lists among them. */
  #argument(value: unknown): string {
    if (Array.isArray(value)) return inOrder(value.map((one) => this.#argument(one)))
    return this.#spelled(value)
  }

  #noted(part: object, text: string): string {
    const made = this.#made(part)
    return made.length === 0 ? text : JSON.stringify([text, ...made])
  }

  /** What a part is made of that is not known. */
  #made(part: object): readonly string[] {
    const made = madeIn(part)
    if (made === null) return []
    const parts = this.#literals ? (made.parts?.() ?? []) : []
    return [...made.words(this.#literals), ...parts.map((one) => this.#spelled(one))]
  }
}

/** A call of a function in a template of CloudFormation; no element of a policy is called so. */
function isCall(value: object): boolean {
  const [name = '', ...others] = Object.keys(value)
  return others.length === 0 && (name === 'Ref' || name.startsWith('Fn::'))
}

function byName([a = '', x = '']: readonly string[], [b = '', y = '']: readonly string[]): number {
  return compareText(a, b) || compareText(x, y)
}

/** In how many objects of a statement there are two members of one name; which of them is told goes by their order. */
function doubled(statement: JsonObject): number {
  const parts = Object.values(statement).flatMap((each) => (isObject(each) ? [each, ...inner(each)] : []))
  return [statement, ...parts].filter((each) => duplicateIn(each) !== null).length
}

function inner(object: JsonObject): readonly JsonObject[] {
  return Object.values(object).filter(isObject)
}

function asSet(spelled: readonly string[]): string {
  const items = [...new Set(spelled)].sort(compareText)
  return items.length === 1 && items[0] !== undefined ? items[0] : `[${items.join(',')}]`
}

/** A list whose order counts; as the set of its members where the usual order of these is that of the list. */
function inOrder(spelled: readonly string[]): string {
  const usual = [...new Set(spelled)].sort((a, b) => rank(a) - rank(b) || compareText(a, b))
  const isUsual = usual.length === spelled.length && usual.every((one, i) => one === spelled[i])
  return isUsual ? asSet(spelled) : `(${spelled.join(',')})`
}

/**
 * Where something usually stands in what makes an ARN: `"arn:"`, the partition, the service, an expression, the rest; the
 * attribute stands behind the name that has it.
 */
function rank(spelled: string): number {
  if (spelled.startsWith('"arn:') || spelled === '""') return 0
  if (spelled.includes('"means":"partition"')) return 1
  if (/^":[a-z0-9-]*:/.test(spelled)) return 2
  if (spelled === '"Arn"') return 5
  return spelled.startsWith('{') ? 3 : 4
}

function scalar(value: unknown): string {
  return value === null || value === undefined ? 'null' : JSON.stringify(String(value))
}

/** JSON with sorted members, and one-element lists as their element, as the policy language treats them alike. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) {
    return value.length === 1 ? canonical(value[0]) : `[${value.map(canonical).join(',')}]`
  }
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).sort(([a], [b]) => compareText(a, b))
    return `{${members.map(([name, inner]) => `${JSON.stringify(name)}:${canonical(inner)}`).join(',')}}`
  }
  return JSON.stringify(value) ?? 'null'
}
