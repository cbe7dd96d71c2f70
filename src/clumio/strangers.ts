import { identitiesOf } from '../iam/principal.js'
import { isPlain } from '../iam/text/text.js'
import { isObject, type JsonObject } from '../tree/value.js'
import type { Question } from './judge.js'

/**
 * Names of a policy that are nobody and nothing of Clumio's requests, and are all alike to them: roles and users other than
 * those who ask, VPCs and endpoints. Policies that differ in such names alone come to the same, so each is told by one of them.
 * That holds for names that are spelled out, without a pattern or an expression: these are compared as a whole, whatever
 * the operator, and in any letters; an id of a network is none of Clumio's (docs/semantics.md, A1) unless somebody
 * stated what Clumio's are.
 */
export class Strangers {
  /** In lower case; null where one of them is not spelled out, so that nobody is certainly somebody else. */
  readonly #own: ReadonlySet<string> | null
  readonly #alikeIn: ReadonlyMap<string, (value: unknown) => unknown>

  constructor({ callers, facts }: Pick<Question, 'callers' | 'facts'>) {
    const names = callers.map(identitiesOf).flatMap(({ account, own, session }) => [...account, own, session])
    const plain = names.filter((name) => name !== null && isPlain(name))
    const own = new Set(plain.map((name) => String(name).toLowerCase()))
    this.#own = plain.length === names.length && !own.has(SOMEBODY) ? own : null
    const alike: readonly (readonly [string, (value: unknown) => unknown])[] = [
      ['aws:principalarn', (value) => this.#identity(value)],
      ['aws:sourcevpc', network],
      ['aws:sourcevpce', network],
    ]
    this.#alikeIn = new Map(alike.filter(([key]) => !Object.hasOwn(facts.context, key)))
  }

  /** The value of Principal or NotPrincipal. */
  principals(value: unknown): unknown {
    if (!isObject(value)) return value
    return mapMembers(value, (type, names) => (type === 'AWS' ? each(names, (name) => this.#identity(name)) : names))
  }

  /** A Condition block; of operators and keys each stays, with as many values. */
  conditions(block: unknown): unknown {
    if (!isObject(block)) return block
    return mapMembers(block, (_, keys) => {
      if (!isObject(keys)) return keys
      return mapMembers(keys, (key, values) => {
        const alike = this.#alikeIn.get(key.toLowerCase())
        return alike === undefined ? values : each(values, alike)
      })
    })
  }

  #identity(value: unknown): unknown {
    if (this.#own === null || typeof value !== 'string' || !IDENTITY.test(value) || value.includes('__')) return value
    return this.#own.has(value.toLowerCase()) ? value : SOMEBODY
  }
}

function network(value: unknown): unknown {
  return typeof value === 'string' && NETWORK.test(value) ? SOME_NETWORK : value
}

/** A role or a user (IAM User Guide, "IAM ARNs"); two underscores may be the start of an expression. */
const IDENTITY = /^arn:[a-z-]{1,20}:iam::\d{12}:(?:role|user)\/[\w+=,.@/-]{1,1000}$/
/** Of no account that there is. */
const SOMEBODY = 'arn:aws:iam::000000000000:role/somebody'

const NETWORK = /^vpce?-[0-9a-f]{8,17}$/
const SOME_NETWORK = 'vpc-00000000'

function each(values: unknown, alike: (value: unknown) => unknown): unknown {
  return Array.isArray(values) ? values.map(alike) : alike(values)
}

function mapMembers(object: JsonObject, change: (name: string, value: unknown) => unknown): JsonObject {
  const names = Object.keys(object)
  // An assignment to that name would make no member.
  if (names.includes('__proto__')) return object
  const changed: Record<string, unknown> = {}
  for (const name of names) changed[name] = change(name, object[name])
  return changed
}
