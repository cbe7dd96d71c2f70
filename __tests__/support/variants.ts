import fc from 'fast-check'

type Json = Readonly<Record<string, unknown>>

/** How a text may differ without meaning anything else. */
export interface Spelling {
  readonly indent: number | string
  /** Members of objects in another order. */
  readonly reversed: boolean
  /** Single values as lists of one, and lists of one as single values. */
  readonly lists: boolean
  /** Names of condition keys in capitals. */
  readonly capitals: boolean
}

export const spellings: fc.Arbitrary<Spelling> = fc.record({
  indent: fc.constantFrom<number | string>(0, 2, 4, '\t'),
  reversed: fc.boolean(),
  lists: fc.boolean(),
  capitals: fc.boolean(),
})

/** A policy document in another spelling. */
export function spelled(policy: Json, spelling: Spelling): string {
  const statements = policy.Statement as readonly Json[]
  const other = { ...policy, Statement: statements.map((statement) => inStatement(statement, spelling)) }
  return JSON.stringify(spelling.reversed ? reversed(other) : other, null, spelling.indent)
}

function inStatement(statement: Json, spelling: Spelling): Json {
  const list = (value: unknown) => (spelling.lists ? toggled(value) : value)
  return mapped(statement, (name, value) => {
    if (/^(?:Not)?(?:Action|Resource)$/.test(name)) return [name, list(value)]
    if (/^(?:Not)?Principal$/.test(name) && isObject(value))
      return [name, mapped(value, (type, who) => [type, list(who)])]
    if (name !== 'Condition' || !isObject(value)) return [name, value]
    return [
      name,
      mapped(value, (operator, keys) => [
        operator,
        isObject(keys) ? mapped(keys, (key, one) => [capitalised(key, keys, spelling), list(one)]) : keys,
      ]),
    ]
  })
}

/** Two keys that differ in their case only stay two. */
function capitalised(key: string, keys: Json, { capitals }: Spelling): string {
  const isAlone = Object.keys(keys).filter((other) => other.toLowerCase() === key.toLowerCase()).length === 1
  return capitals && isAlone ? key.toUpperCase() : key
}

function toggled(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 1 && typeof value[0] === 'string' ? value[0] : value
  return typeof value === 'string' ? [value] : value
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function mapped(object: Json, change: (name: string, value: unknown) => [string, unknown]): Json {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => change(name, value)))
}

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, inner]) => [name, reversed(inner)]),
  )
}
