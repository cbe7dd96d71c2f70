import { statementsOf } from '../iam/parse.js'
import { type JsonObject, member, parsedJson } from '../tree/value.js'

export { hasEscapedLetters, holdsPolicy } from '../text/policy-text.js'

/** How deep a document with a policy may nest; a policy needs about eight levels, a template around it some more. */
const MAX_DEPTH = 200

/**
 * Whether a value nests deeper than any document does: what walks it later recurses, and must not run out. A text with
 * few brackets need not be looked at.
 */
export function nestsTooDeeply(root: unknown, text: string): boolean {
  if (count(text, '{') + count(text, '[') <= MAX_DEPTH) return false
  let level: readonly unknown[] = [root]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) return true
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []))
  }
  return false
}

function count(text: string, character: string): number {
  let found = 0
  for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1)) found++
  return found
}

/** Whether a statement has a principal and is about S3. */
export function isOfBucket(statement: unknown): boolean {
  const has = (name: string) => member(statement, name) !== undefined
  if (!has('Effect') || (!has('Principal') && !has('NotPrincipal'))) return false
  const what = ['Action', 'NotAction', 'Resource', 'NotResource'].map((name) => member(statement, name))
  return /(?:^|[":])s3:/.test(JSON.stringify(what))
}

export const MISPLACED = 'its Statement is no list of statements, and holds some'

/** Values that are looked at in one policy. */
const MAX_VALUES = 100_000

/** Whether statements of a bucket stand where no policy has them: in a list of a list, under names, or in a text. */
export function misplacesStatements(policy: JsonObject): boolean {
  const todo: unknown[] = statementsOf(policy).filter((one) => member(one, 'Effect') === undefined)
  for (let steps = 0; todo.length > 0 && steps < MAX_VALUES; steps++) {
    const value = todo.pop()
    if (typeof value === 'string' && /^\s*["{[]/.test(value)) todo.push(parsedJson(value))
    if (typeof value !== 'object' || value === null) continue
    if (isOfBucket(value)) return true
    for (const one of Object.values(value)) todo.push(one)
  }
  return false
}
