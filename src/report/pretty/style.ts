import { styleText } from 'node:util'
import type { Level } from '../../model/rules.js'

export type Color = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'blue' | 'magenta' | 'cyan'

/** Wraps a text in the escape sequences of one or more styles, or leaves it alone. */
export type Paint = (text: string, ...colors: readonly Color[]) => string

/** @param color whether the reader wants colours; decided once by the shell, so that Node must not decide again. */
export function painter(color: boolean): Paint {
  if (!color) return (text) => text
  return (text, ...colors) => (text === '' ? '' : styleText([...colors], text, { validateStream: false }))
}

export const LEVEL_COLORS: Readonly<Record<Level, Color>> = { error: 'red', warning: 'yellow', notice: 'cyan' }
