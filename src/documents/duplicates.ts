import { duplicateIn, markDuplicate } from '../iam/duplicates.js'
import type { HiddenMember } from '../tree/parse.js'
import { isObject, type JsonObject } from '../tree/value.js'
import { isWhole } from '../tree/whole.js'
import { holdsPolicy } from './json.js'

/** Two members of one object with the same name. */
interface Duplicate {
  /** JSON path of the object. */
  readonly at: readonly (string | number)[]
  readonly name: string
  /** The one that another one hides, as it is written. */
  readonly hidden: string
}

/** Documents with more of them are not worth a longer list: each statement is told once. */
const MAX_DUPLICATES = 1000
/** No policy stands deeper; a document that nests deeper than this is not read. */
const MAX_DEPTH = 200

/**
 * Marks the objects of a parsed text that have two members with the same name: a parser keeps the last one, while the
 * grammar of policies forbids such a pair (docs/semantics.md, D31). Linear in the text; comments are skipped. Only a text with a
 * statement that may deny is looked at.
 *
 * @param from offset in the text at which the value was parsed
 * @returns the hidden members that hold the policy of a bucket, or say what holds one
 */
export function markDuplicates(value: unknown, text: string, from = 0): readonly HiddenMember[] {
  if (!mayDeny(text) || (from === 0 && isWhole(value, text))) return []
  return duplicatesIn(text, from).flatMap(({ at, name, hidden }) => {
    const object = objectAt(value, at)
    if (object !== null) markDuplicate(object, name)
    return hiddenIn(name, hidden) ?? []
  })
}

/**
 * What a parsed document does not tell of a member of which it has two; null where it may be left out. Of the members of
 * a policy itself its judgement tells.
 *
 * @param written the member, in JSON
 */
export function hiddenIn(name: string, written: string): HiddenMember | null {
  if (name.toLowerCase() === 'statement') return null
  const isSure = written.includes('BucketPolicy')
  return isSure || holdsPolicy(written) ? { name, isSure } : null
}

export const TWO_LISTS = 'the policy has two lists of statements, and which one counts is not known'

/** Two members of the same name may hide the statements by which a policy is known; silent is the one thing it must not be. */
export function hidesStatements(raw: JsonObject): boolean {
  return duplicateIn(raw)?.toLowerCase() === 'statement'
}

/** Letters may be escaped, and an effect in another case, or that is no text, is no valid one but none that allows. */
function mayDeny(text: string): boolean {
  return /deny/i.test(text) || text.includes('\\u') || /"effect"\s*:\s*[^"\s]/i.test(text)
}

/** The object at a path, or the innermost one that is still there: the last of two members hides the first. */
function objectAt(root: unknown, at: readonly (string | number)[]): JsonObject | null {
  let found = isObject(root) ? root : null
  let value = root
  for (const step of at) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return found
    value = (value as Readonly<Record<string | number, unknown>>)[step]
    if (isObject(value)) found = value
  }
  return found
}

type Frame =
  | { readonly kind: 'object'; readonly members: Map<string, { readonly from: number; to: number }>; step: string }
  | { readonly kind: 'list'; step: number }

function duplicatesIn(text: string, from: number): readonly Duplicate[] {
  const duplicates: Duplicate[] = []
  const frames: Frame[] = []
  let isName = false
  let at = from
  while (at < text.length) {
    const frame = frames.at(-1)
    switch (text[at]) {
      case '"': {
        const end = endOfString(text, at)
        if (isName && frame?.kind === 'object') {
          const name = nameOf(text.slice(at, end))
          frame.step = name
          const known = frame.members.get(name)
          if (known !== undefined && duplicates.length < MAX_DUPLICATES && frames.length <= MAX_DEPTH) {
            const hidden = text.slice(known.from, known.to)
            duplicates.push({ at: frames.slice(0, -1).map(({ step }) => step), name, hidden })
          }
          frame.members.set(name, { from: at, to: text.length })
        }
        isName = false
        at = end
        continue
      }
      case '{':
        frames.push({ kind: 'object', members: new Map(), step: '' })
        isName = true
        break
      case '[':
        frames.push({ kind: 'list', step: 0 })
        isName = false
        break
      case '}':
      case ']':
        frames.pop()
        isName = false
        if (frames.length === 0) return duplicates
        break
      case ',':
        if (frame?.kind === 'list') frame.step++
        isName = frame?.kind === 'object'
        if (frame?.kind === 'object') {
          const ended = frame.members.get(frame.step)
          if (ended !== undefined) ended.to = at
        }
        break
      case '/':
        at = endOfComment(text, at)
        continue
    }
    at++
  }
  return duplicates
}

/** The offset behind the closing quote. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x5c) at++
    else if (code === 0x22) return at + 1
  }
  return text.length
}

/** The offset behind a comment, or behind a slash that begins none. */
function endOfComment(text: string, start: number): number {
  const next = text[start + 1]
  if (next !== '/' && next !== '*') return start + 1
  const end = next === '/' ? text.indexOf('\n', start) : text.indexOf('*/', start + 2)
  return end === -1 ? text.length : end + 2 - (next === '/' ? 1 : 0)
}

function nameOf(quoted: string): string {
  if (!quoted.includes('\\')) return quoted.slice(1, -1)
  try {
    return String(JSON.parse(quoted))
  } catch {
    return quoted.slice(1, -1)
  }
}
