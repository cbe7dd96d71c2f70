import { display, type Text } from '../../iam/text/text.js'
import { intrinsic } from './calls.js'
import { MAX_DEPTH } from './copy.js'
import type { Scope } from './scope.js'

/** Names that `Fn::Sub` puts in. */
const PLACES = /\$\{\s*([^!{}\s][^{}]*?)\s*\}/g

/**
 * What parameters and outputs of nested stacks that a statement names are known to be, as `NAME = VALUE`: whoever calls the
 * template says that, and no text of the statement does.
 */
export function standsIn(statement: unknown, scope: Scope): readonly string[] {
  const found = new Map<string, Text>()
  const todo = [{ value: statement, depth: 0 }]
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    const { value, depth } = next
    if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) continue
    for (const name of namesIn(value)) {
      const known = knownAs(name, scope)
      if (known !== null) found.set(name, known)
    }
    for (const inner of Object.values(value)) todo.push({ value: inner, depth: depth + 1 })
  }
  return [...found].map(([name, text]) => `${name} = ${display(text)}`).sort()
}

function namesIn(value: object): readonly string[] {
  const call = intrinsic(value)
  if (call === null) return []
  const { name, argument } = call
  const [first, second] = Array.isArray(argument) ? argument : [argument]
  if (typeof first !== 'string') return []
  if (name === 'Ref') return [first]
  if (name === 'Fn::GetAtt') return [typeof second === 'string' ? `${first}.${second}` : first]
  return name === 'Fn::Sub' ? [...first.matchAll(PLACES)].map(([, place = '']) => place) : []
}

function knownAs(name: string, { parameter, output }: Scope): Text | null {
  const [stack = '', section, ...rest] = name.split('.')
  if (section === undefined) return parameter(name)
  return section === 'Outputs' ? output(stack, rest.join('.')) : null
}
