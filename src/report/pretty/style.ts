import type { Level } from '../../model/rules.js'

const CODES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, blue: 34, magenta: 35, cyan: 36 } as const
export type Color = keyof typeof CODES

/** Wraps a text in the escape sequences of one or more styles, or leaves it alone. */
export type Paint = (text: string, ...colors: readonly Color[]) => string

export function painter(color: boolean): Paint {
  if (!color) return (text) => text
  return (text, ...colors) =>
    text === '' ? '' : `${colors.map((each) => `\u001b[${CODES[each]}m`).join('')}${text}\u001b[0m`
}

export const LEVEL_COLORS: Readonly<Record<Level, Color>> = { error: 'red', warning: 'yellow', notice: 'cyan' }
