import type { Token } from '../../../iam/text/text.js'
import type { Expr } from '../syntax/index.js'
import { knownString } from '../values/index.js'
import { type Env, isOfValues, type ModuleInstance, qualified, type Scope } from './context.js'

/** The instance of a block that an expression is evaluated for; no name of HCL is spelled like that. */
export const INSTANCE = '(instance)'

/** The collection of an open instance, by its expression. */
export const COLLECTION = '(for_each)'

/** Longer expressions are cut where they stand for a value that is not known. */
export const MAX_NAME = 120

/** What is bound for an instance, besides what it is called. */
const OF_INSTANCES = new Set(['each', 'count', COLLECTION])

const NOT_WRITTEN: Token = { token: 'a value that is not written as one', vague: true }

/**
 * What is written for a value that is not known. The same expression stands for the same value where it is evaluated in the
 * same module, for the same instance and in the same turn of a loop.
 *
 * In a file of values such an expression is what somebody forgot to quote, most often a password, and is not repeated.
 */
export function namedBy({ start, end }: Expr, { file, module, env }: Scope): Token {
  if (isOfValues(file)) return NOT_WRITTEN
  const text = file.text.slice(start, end)
  const token = text.slice(0, MAX_NAME)
  const turn = turnOf(env)
  if (turn !== null) return { token, only: symbolOf(turn.holder ?? module, `${turn.text} ${text}`) }
  return module.call === null && text.length <= MAX_NAME ? { token } : { token, only: symbolOf(module, text) }
}

/** The same for a reference such as `data.a.b.c`, which is qualified by its module. */
export function referenceName(expr: Expr, scope: Scope): Token {
  const { module, file } = scope
  if (isOfValues(file)) return NOT_WRITTEN
  const text = file.text.slice(expr.start, expr.end)
  if (text.includes('[') || text.length > MAX_NAME)
    return { ...namedBy(expr, scope), token: qualified(module, text.slice(0, MAX_NAME)) }
  return { token: qualified(module, text) }
}

/** A value that is not known of one instance of a block. */
export function instanceName(token: string, instance: string, module: ModuleInstance): Token {
  return { token, only: symbolOf(module, `${instance} ${token}`) }
}

/** What an expression is evaluated anew for: an instance, by what it is called, or a turn of a loop, by what it binds. */
function turnOf(env: Env | null): { readonly holder: Env | null; readonly text: string } | null {
  for (let at = env; at !== null; at = at.parent) {
    if (at.name === INSTANCE) return { holder: null, text: knownString(at.value) ?? '' }
    if (!OF_INSTANCES.has(at.name)) return { holder: at, text: '' }
  }
  return null
}

const symbols = new WeakMap<object, Map<string, symbol>>()

/** One symbol for each text within something that is there once. */
function symbolOf(holder: object, text: string): symbol {
  const known = symbols.get(holder) ?? new Map<string, symbol>()
  symbols.set(holder, known)
  const symbol = known.get(text) ?? Symbol('value')
  known.set(text, symbol)
  return symbol
}
