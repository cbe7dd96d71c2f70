const DUPLICATE = Symbol('duplicate')
const OVERWRITTEN = Symbol('overwritten')

/** Notes of an object that its text had two members with this name; a parsed object holds the last one alone. */
export function markDuplicate(object: object, name: string): void {
  mark(object, DUPLICATE, name)
}

/** Notes of an object that its language had two members with this name and let the last one win. */
export function markOverwritten(object: object, name: string): void {
  mark(object, OVERWRITTEN, name)
}

/** The name that was noted of an object by `markOverwritten`. */
export function overwrittenIn(object: object): string | null {
  return marked(object, OVERWRITTEN)
}

/** Marks are no members: nothing that lists, copies or prints an object shows them. */
function mark(object: object, kind: symbol, name: string): void {
  if (!Object.hasOwn(object, kind)) Object.defineProperty(object, kind, { value: name })
}

function marked(object: object, kind: symbol): string | null {
  const value: unknown = Object.getOwnPropertyDescriptor(object, kind)?.value
  return typeof value === 'string' ? value : null
}

/** The name that was noted of an object by `markDuplicate`. */
export function notedDuplicate(object: object): string | null {
  return marked(object, DUPLICATE)
}

/** The name that two members of an object share, exactly or but for their case; null where there is none. */
export function duplicateIn(object: object): string | null {
  const noted = notedDuplicate(object)
  if (noted !== null) return noted
  const names = Object.keys(object)
  if (names.length < 2) return null
  const seen = new Set<string>()
  for (const name of names) {
    const lower = name.toLowerCase()
    if (seen.has(lower)) return name
    seen.add(lower)
  }
  return null
}
