import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const LINES = readFileSync(new URL('../../action.yml', import.meta.url), 'utf8').split('\n')

/** A plain scalar ends at `: ` or ` #`, and cannot begin with a character of YAML's own (YAML 1.2.2, §7.3.3). */
function isSafe(value: string): boolean {
  const quoted = /^'(?:[^']|'')*'$/.test(value) || /^"(?:[^"\\]|\\.)*"$/.test(value)
  return quoted || !(/: |:$| #/.test(value) || /^[-?:,[\]{}#&*!|>'"%@`\s]/.test(value))
}

test('every line of action.yml is a key with a value that YAML takes as it is written', () => {
  const broken = LINES.filter((line) => {
    if (line === '' || line.trimStart().startsWith('#')) return false
    const match = /^(?: {2}){0,2}[\w-]+:(?: (.+))?$/.exec(line)
    return match === null || (match[1] !== undefined && !isSafe(match[1]))
  })
  expect(broken).toEqual([])
})

test('only the token has a default', () => {
  expect(LINES.filter((line) => line.includes('default:'))).toHaveLength(1)
})
