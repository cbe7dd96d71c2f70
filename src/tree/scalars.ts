/** What a plain scalar of YAML stands for in a template. */
export type Scalar = string | number | boolean | null

const NULLS = new Set(['', '~', 'null', 'Null', 'NULL'])
const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['True', true],
  ['TRUE', true],
  ['false', false],
  ['False', false],
  ['FALSE', false],
])
const NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?$/

/**
 * A plain scalar as policies need it. YAML 1.1 and 1.2 differ on dates, `yes`, `no`, `on`, `off`, digits with a leading
 * zero, octal and sexagesimal numbers: all of them are the text that is written, as is every number that would be
 * printed in another way.
 */
export function plainScalar(written: string): Scalar {
  if (NULLS.has(written)) return null
  const known = BOOLEANS.get(written)
  if (known !== undefined) return known
  if (!NUMBER.test(written)) return written
  const number = Number(written)
  return String(number) === written ? number : written
}
