import { createHash } from 'node:crypto'
import { isObject } from '../../tree/value.js'
import type { RuleId } from '../../model/rules.js'
import { compareText } from '../../text/compare.js'

/** What identifies a finding: domain facts, no line, no index, no prose. */
export interface Identity {
  readonly rule: RuleId
  readonly path: string
  /** Terraform address, CloudFormation logical id, or the bucket; empty where none is known. */
  readonly owner: string
  readonly sid: string | null
  /** The statement (or setting); it counts only where there is no Sid. */
  readonly content: unknown
}

/** Makes fingerprints of one run: identical identities get an ordinal, in the order of the statements. */
export class Fingerprints {
  readonly #seen = new Map<string, number>()

  /** 32 hexadecimal digits, stable across line moves, statement reordering and reformatting. */
  of(identity: Identity): string {
    const { rule, path, owner, sid, content } = identity
    const what = sid === null || sid === '' ? `content ${canonical(withLowerKeys(content))}` : `sid ${sid}`
    const key = JSON.stringify([rule, path, owner, what])
    const ordinal = this.#seen.get(key) ?? 0
    this.#seen.set(key, ordinal + 1)
    const text = ordinal === 0 ? key : `${key} ${ordinal}`
    return createHash('sha256').update(text).digest('hex').slice(0, 32)
  }
}

/** A statement whose condition keys are in lower case: their case means nothing (IAM User Guide, "Condition"). */
function withLowerKeys(statement: unknown): unknown {
  if (!isObject(statement) || !isObject(statement.Condition)) return statement
  const condition = Object.entries(statement.Condition).map(([operator, tests]) => [
    operator,
    isObject(tests)
      ? Object.fromEntries(Object.entries(tests).map(([key, values]) => [key.toLowerCase(), values]))
      : tests,
  ])
  return { ...statement, Condition: Object.fromEntries(condition) }
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
