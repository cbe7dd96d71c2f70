import { Lookout } from '../../tree/lookout.js'
import type { ByteReader } from '../../tree/stream.js'
import { parsedJson } from '../../tree/value.js'

/** Where in a plan a resource stands. */
export type Part = 'changes' | 'planned' | 'state'

const ROLE = 'aws_iam_role'

/** The ARN of a role as its attribute; within other texts quotes are escaped. */
const ARN = /"arn"\s*:\s*"arn:[^:"]*:iam:[^:"]*:([^:"]*):/
const LATIN = new TextDecoder('latin1')

/** What a change has of which something is left afterwards: one that takes a role away is about whatever the state has there. */
const AFTER = ['"after":{', '"after": {']

/**
 * Tells roles that are not looked for by their bytes. An estate has thousands of roles, and of a role that has not the
 * name of one that is looked for nothing is asked but its marks, its account where no other in the state told the same, and
 * whether the state has it: so it need be neither parsed nor kept. What its name is made of may be escaped, and then it is
 * read as the others are.
 */
export class OtherRoles {
  readonly #reader: ByteReader
  readonly #word: Lookout | null
  readonly #escape = new Lookout('\\u00')
  readonly #planned = new Set<string>()
  readonly #inState = new Set<string>()
  readonly #accounts = new Set<string>()

  /** @param word what the names of all roles that are looked for have in them; null where every role is looked for */
  constructor(reader: ByteReader, word: string | null) {
    this.#reader = reader
    this.#word = word === null ? null : new Lookout(word)
  }

  /**
   * Whether the resource that the reader has captured is such a role.
   *
   * @param written its address as it stands in the text; null where that is not known yet
   */
  captured(type: string, part: Part | null, written: string | null): boolean {
    if (type !== ROLE || part === null || written === null || this.#word === null) return false
    if (this.#reader.holds(this.#word) || this.#reader.holds(this.#escape)) return false
    if (part === 'changes') return AFTER.some((written) => this.#reader.captured.includes(written))
    const addresses = part === 'planned' ? this.#planned : this.#inState
    addresses.add(written.includes('\\') ? String(parsedJson(`"${written}"`)) : written)
    return part === 'planned' || this.#isAccountKnown()
  }

  /** Takes note of a role that is kept from the state: of others in its account nobody needs the ARN. */
  noteKept(type: string, arn: unknown): void {
    const account = type === ROLE && typeof arn === 'string' ? arn.split(':')[4] : undefined
    if (account !== undefined) this.#accounts.add(account)
  }

  /** Whether a role that is kept is in the account of the captured one, or that has no ARN. */
  #isAccountKnown(): boolean {
    const account = ARN.exec(LATIN.decode(this.#reader.captured))?.[1]
    return account === undefined || this.#accounts.has(account)
  }

  /** Whether the state has a role at an address, which was not kept. */
  isInState(address: string): boolean {
    return this.#inState.has(address)
  }

  /** Whether the state has all roles that are planned, among those that were not kept. */
  get areInState(): boolean {
    return [...this.#planned].every((address) => this.#inState.has(address))
  }
}
