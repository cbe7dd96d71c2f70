import { isObject } from '../tree/value.js'

/** A value as YAML in lines, as somebody writes it in a template; functions with a text as their mark. */
export function yamlOf(value: unknown): string {
  return linesOf(value, '').join('\n')
}

const STEP = '  '

function linesOf(value: unknown, indent: string): readonly string[] {
  if (Array.isArray(value)) return value.map((item) => `${indent}- ${inline(item)}`)
  if (!isObject(value)) return [indent + inline(value)]
  return Object.entries(value).flatMap(([name, inner]) => {
    const key = `${indent}${scalar(name)}:`
    const isBlock = (Array.isArray(inner) || isObject(inner)) && marked(inner) === null && !isEmpty(inner)
    return isBlock ? [key, ...linesOf(inner, indent + STEP)] : [`${key} ${inline(inner)}`]
  })
}

function isEmpty(value: object): boolean {
  return Object.keys(value).length === 0
}

/** A value on one line: JSON is YAML too. */
function inline(value: unknown): string {
  if (typeof value === 'string') return scalar(value)
  return marked(value) ?? JSON.stringify(value)
}

/** A function of a template with its mark; null for any other value, and for what has no short form. */
function marked(value: unknown): string | null {
  const [only, ...others] = isObject(value) ? Object.entries(value) : []
  if (only === undefined || others.length > 0) return null
  const [name, argument] = only
  if (name === 'Ref' && typeof argument === 'string') return `!Ref ${scalar(argument)}`
  if (!name.startsWith('Fn::')) return null
  const parts = Array.isArray(argument) ? argument : [argument]
  if (name === 'Fn::GetAtt' && parts.every((part) => typeof part === 'string'))
    return `!GetAtt ${scalar(parts.join('.'))}`
  const mark = `!${name.slice('Fn::'.length)}`
  return typeof argument === 'string' ? `${mark} ${scalar(argument)}` : null
}

/** Words that some parser takes for something else than a text. */
const WORDS = /^(?:y|n|yes|no|on|off|true|false|null)$/i

function scalar(text: string): string {
  return /^[A-Za-z](?:[\w/.@+=:-]*[\w/.@+=-])?$/.test(text) && !WORDS.test(text) ? text : JSON.stringify(text)
}
