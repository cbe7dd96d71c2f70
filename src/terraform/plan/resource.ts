import type { ByteReader } from '../../tree/stream.js'
import type { JsonObject } from '../../tree/value.js'
import { asObject, isBucketPolicy, TYPES } from './fields.js'
import { MAX_OTHER, MarkedResources } from './marked.js'
import type { OtherResource } from './model.js'
import { OtherRoles, type Part } from './other-roles.js'
import { OtherResources } from './others.js'
import type { Secrets } from './sensitive.js'

/** Why an entry of a plan or a state is told, in words. */
export const UNREAD_ENTRY = 'its entry cannot be read'
export const REPEATED = 'its entry has two members of one name, and which one counts is not known'

/** Reads the resources of one document one after the other, wherever they stand in it. */
export class ResourceReader {
  readonly #reader: ByteReader
  readonly #secrets: Secrets
  readonly #types: OtherResources
  readonly #marked: MarkedResources
  readonly roles: OtherRoles
  /** The address that the last resource began with; null where it stood elsewhere or nowhere. */
  address: string | null = null
  /** The last resource has two members of one name. */
  isRepeated = false
  /** What the last resource holds that is of another type. */
  other: readonly OtherResource[] = []

  /** @param roleWord what the names of all roles that are looked for have in them; null where every role is looked for */
  constructor(reader: ByteReader, secrets: Secrets, roleWord: string | null) {
    this.#reader = reader
    this.#secrets = secrets
    this.#types = new OtherResources(reader)
    this.#marked = new MarkedResources(reader)
    this.roles = new OtherRoles(reader, roleWord)
  }

  /**
   * The resource at the position when its type matters, parsed; else null, once its sensitive values are noted.
   *
   * @param part where it stands, if roles that nobody looks for are to be left out there
   */
  read(part: Part | null = null): JsonObject | null {
    const reader = this.#reader
    this.address = null
    this.other = []
    this.isRepeated = false
    if (!reader.isObject()) return null
    reader.begin()
    reader.advance()
    for (let byte = reader.next(); byte !== 0x7d; byte = reader.next()) {
      if (byte === 0x2c) {
        reader.advance()
        continue
      }
      const type = this.#typeMember()
      if (type === undefined) continue
      if (!TYPES.has(type)) {
        reader.loosen(MAX_OTHER)
        reader.skipToClose(1)
        this.other = reader.isKept ? this.#types.captured(type) : []
        this.#marked.noteCaptured(this.#secrets)
        return null
      }
      reader.skipToClose(1)
      if (this.roles.captured(type, part, this.address)) {
        this.#marked.noteCaptured(this.#secrets)
        return null
      }
      const bytes = attachesPolicy(type) ? reader.captured : null
      const resource = asObject(reader.end())
      this.isRepeated = bytes !== null && repeatsMembers(bytes, resource)
      return resource
    }
    reader.advance()
    return asObject(reader.end())
  }

  /** Steps over one member inside a capture; the value of `type` when it is that member. */
  #typeMember(): string | undefined {
    const reader = this.#reader
    const name = reader.word()
    if (reader.next() !== 0x3a) reader.fail('a colon is expected')
    reader.advance()
    if (name === 'address' && reader.next() === 0x22) {
      this.address = reader.word()
      return undefined
    }
    if (name !== 'type') {
      reader.skip()
      return undefined
    }
    reader.next()
    return reader.word()
  }
}

/** Whether resources of a type may attach a policy to a bucket. */
function attachesPolicy(type: string): boolean {
  return isBucketPolicy(type) || type === 'aws_s3_bucket'
}

const [QUOTE, BACKSLASH, COLON] = [0x22, 0x5c, 0x3a]

/**
 * Whether some object in a text of JSON has two members of one name, of which a parser keeps only the last one: the text has
 * more members then than its value.
 *
 * @param text valid JSON in UTF-8
 * @param value what a parser makes of it
 */
function repeatsMembers(text: Uint8Array, value: unknown): boolean {
  return writtenMembers(text) !== members(value)
}

/** Outside of texts a colon stands behind the name of a member, and nowhere else. */
function writtenMembers(text: Uint8Array): number {
  let count = 0
  for (let at = 0; at < text.length; at++) {
    if (text[at] === COLON) count++
    else if (text[at] === QUOTE) {
      for (at++; at < text.length && text[at] !== QUOTE; at++) if (text[at] === BACKSLASH) at++
    }
  }
  return count
}

function members(root: unknown): number {
  let count = 0
  const todo = [root]
  for (let value = todo.pop(); value !== undefined; value = todo.pop()) {
    if (typeof value !== 'object' || value === null) continue
    const inner = Object.values(value)
    if (!Array.isArray(value)) count += inner.length
    for (const one of inner) todo.push(one)
  }
  return count
}
