import type { Expr, Span } from './ast.js'

/** Digits that a double keeps, whatever they are. */
const DIGITS = 15
/** Longer ones are not looked at: nobody writes them. */
const MAX_LENGTH = 400

/**
 * The number that a text of digits stands for, where a double holds it and writes it as Terraform does, which computes with 512
 * bits: two of them are equal only where what is written is. NaN for any other one.
 */
export function heldNumber(written: string): number {
  if (written.length > MAX_LENGTH) return Number.NaN
  const value = Number(written)
  const digits = written
    .replace(/[eE].*$/, '')
    .replace(/[-+.]/g, '')
    .replace(/^0+|0+$/g, '')
  if (digits === '') return 0
  const isKept = digits.length <= DIGITS || /^[-+]?\d+$/.test(written)
  const size = Math.abs(value)
  // A smaller one has an exponent in JavaScript only, and one that is too small for a double is not 0.
  return isKept && size >= 1e-6 && size <= Number.MAX_SAFE_INTEGER ? value : Number.NaN
}

/** What is no number that a double holds cannot be read. */
export function numericLiteral(written: string, span: Span): Expr {
  const value = heldNumber(written)
  return Number.isNaN(value) ? { kind: 'other', ...span } : { kind: 'literal', value, ...span }
}
