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
  const all: Record<string, unknown> = {}
  const asWritten: string[] = []
  for (const member of members) {
    const parsed = parseStrict(`{${member}}`)
    const value = parsed?.ok === true ? parsed.documents[0]?.value : null
    if (!isObject(value)) {
      asWritten.push(`  ${member}`)
      continue
    }
    for (const [name, own] of Object.entries(value)) all[name] = mergedValue(all[name], own)
  }
  const lines = Object.entries(all).map(([name, value]) => `  ${JSON.stringify(name)}: ${layout(value)}`)
  return [...lines, ...asWritten].join(',\n')
}

/** Facts stand beside each other; what is said of the one integration that nobody has named yet is one entry. */
function mergedValue(known: unknown, own: unknown): unknown {
  if (isObject(known) && isObject(own)) return { ...known, ...own }
  if (!Array.isArray(known) || !Array.isArray(own)) return own
  const [a, b]: readonly unknown[] = [known[0], own[0]]
  const isIntegration = isObject(a) && isObject(b) && 'role' in a && 'role' in b
  return isIntegration ? [{ ...b, ...a, ...withoutRole(b) }] : [...known, ...own]
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
