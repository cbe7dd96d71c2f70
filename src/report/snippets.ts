import { CONFIG_PATH } from '../config/defaults.js'
import { parseStrict } from '../tree/parse.js'
import { isObject, type JsonObject } from '../tree/value.js'

/** What to paste into the configuration, and the sentence that says where. Raw text. */
export interface Pasted {
  readonly lead: string
  readonly text: string
}

/**
 * Members of the configuration as something that works when it is pasted: a whole file where there is none, else the
 * members for the file that there is.
 *
 * @param members each one `"name": value` of JSON
 * @param path the configuration file of the run, or null
 */
export function pasted(members: readonly string[], path: string | null): Pasted {
  const merged = mergedMembers(members)
  if (path === null) return { lead: `As ${CONFIG_PATH}:`, text: `{\n${merged}\n}` }
  return { lead: `In ${path}, where a member of the same name takes the entries:`, text: merged.replace(/^ {2}/gm, '') }
}

/** Several members of one name are one with all of their entries. */
function mergedMembers(members: readonly string[]): string {
  const all = new Map<string, unknown[]>()
  const asWritten: string[] = []
  for (const member of members) {
    const parsed = parseStrict(`{${member}}`)
    const value = parsed?.ok === true ? parsed.documents[0]?.value : null
    if (!isObject(value)) {
      asWritten.push(`  ${member}`)
      continue
    }
    for (const [name, own] of Object.entries(value)) {
      const known = all.get(name)
      if (known === undefined) all.set(name, [own])
      else known.push(own)
    }
  }
  const lines = [...all].map(([name, values]) => `  ${JSON.stringify(name)}: ${layout(mergedValues(values))}`)
  return [...lines, ...asWritten].join(',\n')
}

/** Facts stand beside each other; what is said of the one integration that nobody has named yet is one entry. */
function mergedValues(values: readonly unknown[]): unknown {
  if (values.every(isObject)) return Object.fromEntries(values.flatMap((each) => Object.entries(each)))
  if (!values.every(Array.isArray)) return values.at(-1)
  const lists: readonly (readonly unknown[])[] = values
  const firsts = lists.map(([first]) => first)
  if (!firsts.every((one): one is JsonObject => isObject(one) && 'role' in one)) return lists.flat()
  const [first] = firsts
  const others = firsts.slice(1).map(withoutRole)
  return [Object.fromEntries([...others, first ?? {}, ...others].flatMap((each) => Object.entries(each)))]
}

function withoutRole({ role: _, ...rest }: JsonObject): JsonObject {
  return rest
}

/** One line for each entry. */
function layout(value: unknown): string {
  if (Array.isArray(value) && value.every(isObject) && value.length > 0) {
    return `[\n${value.map((item) => `    ${oneLine(item)}`).join(',\n')}\n  ]`
  }
  if (!isObject(value)) return JSON.stringify(value)
  const members = Object.entries(value).map(([name, own]) => `    ${JSON.stringify(name)}: ${oneLine(own)}`)
  return members.length === 0 ? '{}' : `{\n${members.join(',\n')}\n  }`
}

function oneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`
  if (!isObject(value)) return JSON.stringify(value)
  const members = Object.entries(value).map(([name, own]) => `${JSON.stringify(name)}: ${oneLine(own)}`)
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`
}
