import type { Level } from '../model/rules.js'
import { cut } from '../text/cut.js'
import { commandData, commandProperty, forAnnotation } from './escape.js'

/** Characters of an annotation's message that the runner keeps (actions/runner). */
const MESSAGE_LENGTH = 4_096

export interface Annotation {
  readonly level: Level
  readonly message: string
  readonly title: string
  readonly file?: string
  readonly startLine?: number
  readonly endLine?: number
  readonly startColumn?: number
  readonly endColumn?: number
}

/**
 * One workflow command. The runner drops columns when a range has several lines, and the toolkit drops zeros, so
 * neither is sent.
 */
export function commandOf(annotation: Annotation): string {
  const { startLine, endLine, startColumn, endColumn } = annotation
  const oneLine = startLine !== undefined && startLine === endLine
  const properties: [string, string | number | undefined][] = [
    ['title', annotation.title],
    ['file', annotation.file],
    ['line', startLine],
    ['endLine', endLine],
    ['col', oneLine ? startColumn : undefined],
    // The runner's end column is inclusive, the report's is not.
    ['endColumn', oneLine && endColumn !== undefined && endColumn > 1 ? endColumn - 1 : undefined],
  ]
  const list = properties
    .filter(([, value]) => value !== undefined && value !== '' && value !== 0)
    .map(([name, value]) => `${name}=${commandProperty(forAnnotation(String(value)))}`)
    .join(',')
  const message = cut(forAnnotation(annotation.message), MESSAGE_LENGTH)
  return `::${annotation.level} ${list}::${commandData(message)}`
}
