import { createHash } from 'node:crypto'
import { duplicateIn } from '../../iam/duplicates.js'
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
}

/** Makes fingerprints of one run: identical identities get an ordinal, in the order of the statements. */
export class Fingerprints {
  readonly #seen = new Map<string, number>()

  /**
   * 32 hexadecimal digits, stable across line moves, statement reordering and reformatting. A statement that decides
   * anything else is another one, whatever it is called: what was said of it once must not cover what it became.
   */
  of({ rule, path, root, owner, sid, content }: Identity): string {
    const place = root === undefined ? ['path', path, owner] : ['root', root, owner]
    const key = JSON.stringify([rule, ...place, sid === '' ? null : sid, normalised(content)])
    const ordinal = this.#seen.get(key) ?? 0
    this.#seen.set(key, ordinal + 1)
    const text = ordinal === 0 ? key : `${key} ${ordinal}`
    return createHash('sha256').update(text).digest('hex').slice(0, 32)
  }
}

/** What decides in a statement, in one spelling: its Sid is told apart, the case of condition keys means nothing. */
function normalised(content: unknown): string {
  if (!isObject(content)) return spelled(content)
  const members = Object.entries(content).filter(([name]) => name !== 'Sid')
  const parts = members.map(([name, value]) => [name, name === 'Condition' ? conditions(value) : spelled(value)])
  // A parsed object holds one of two members with a name; that there were two decides as well.
  return JSON.stringify([...parts.sort(byName), doubled(content)])
}

/** Keys in lower case (IAM User Guide, "Condition"); two that differ only in their case stay two. */
function conditions(value: unknown): string {
  if (!isObject(value)) return spelled(value)
  const operators = Object.entries(value).map(([operator, tests]) => {
    if (!isObject(tests)) return [operator, spelled(tests)]
    const keys = Object.entries(tests).map(([key, values]) => [key.toLowerCase(), spelled(values)])
    return [operator, ...keys.sort(byName).flat()]
  })
  return JSON.stringify(operators.sort(byName))
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

/** Lists of a statement are sets, and a set of one is its element; numbers and booleans count as their text. */
function spelled(value: unknown): string {
  if (Array.isArray(value)) {
    const items = [...new Set(value.map(spelled))].sort(compareText)
    return items.length === 1 && items[0] !== undefined ? items[0] : `[${items.join(',')}]`
  }
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).sort(([a], [b]) => compareText(a, b))
    return `{${members.map(([name, inner]) => `${JSON.stringify(name)}:${spelled(inner)}`).join(',')}}`
  }
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
