import { isPlain, type Text, type Token } from '../../../iam/text/text.js'
import { withParts } from './texts.js'
import type { Name, Value } from './value.js'

/** An item nests less. */
const MAX_DEPTH = 20

/**
 * One of the items that a value stands for, picked by an expression: what is not known of one item need not be the same of
 * another. The same expression picks the same one.
 */
export function itemOf(value: Value, name: Name, depth = 0): Value {
  if (depth > MAX_DEPTH) return value
  switch (value.kind) {
    case 'string':
      return isPlain(value.text) ? value : { ...value, text: textOfItem(value.text, name) }
    case 'unknown':
      return { ...value, token: tokenOfItem(value.token, name) }
    case 'repeated':
    case 'json':
      return value
    default:
      return withParts(value, (one) => itemOf(one, name, depth + 1))
  }
}

function textOfItem(text: Exclude<Text, string>, name: Name): Text {
  return text.map((piece) => (typeof piece === 'string' ? piece : tokenOfItem(piece, name)))
}

const picked = new WeakMap<Token, Map<string | symbol, symbol>>()

function tokenOfItem(token: Token, name: Name): Token {
  return { ...token, only: symbolFor(token, typeof name === 'string' ? name : (name.only ?? name.token)) }
}

/** What something makes of a value that is not known: not that value any more, and the same each time. */
export function derivedToken(token: Token, by: string): Token {
  return { token: token.token, only: symbolFor(token, by) }
}

function symbolFor(token: Token, by: string | symbol): symbol {
  const known = picked.get(token) ?? new Map<string | symbol, symbol>()
  picked.set(token, known)
  const only = known.get(by) ?? Symbol('item')
  known.set(by, only)
  return only
}
