import { duplicateIn, markDuplicate } from '../../iam/duplicates.js'

/** No template nests as deep, not even with expressions. */
export const MAX_DEPTH = 100

/** Another list in the place of one; the same one where nothing changed. */
export function sameList(list: readonly unknown[], items: readonly unknown[]): readonly unknown[] {
  return list.length === items.length && items.every((item, i) => item === list[i]) ? list : items
}

/** Another object in the place of one; the same one where nothing changed. */
export function sameObject(object: object, entries: readonly (readonly [string, unknown])[]): object {
  const old = Object.entries(object)
  const isSame = old.length === entries.length && old.every(([name, value], i) => isEntry(entries[i], name, value))
  return isSame ? object : copyOf(object, entries)
}

/** A new object in the place of one. What is known of the old one stays known: that a member stands in it twice. */
export function copyOf(object: object, entries: readonly (readonly [string, unknown])[]): object {
  const copy: Record<string, unknown> = Object.fromEntries(entries)
  const duplicate = duplicateIn(object)
  if (duplicate !== null) markDuplicate(copy, duplicate)
  return copy
}

function isEntry(entry: readonly [string, unknown] | undefined, name: string, value: unknown): boolean {
  return entry !== undefined && entry[0] === name && entry[1] === value
}
