import { isBucketPolicy } from './fields.js'

/** Why an entry of a plan or a state is told, in words. */
export const UNREAD_ENTRY = 'its entry cannot be read'
export const REPEATED = 'its entry has two members of one name, and which one counts is not known'

/** Whether resources of a type may attach a policy to a bucket. */
export function attachesPolicy(type: string): boolean {
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
export function repeatsMembers(text: Uint8Array, value: unknown): boolean {
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
