/** Items by a key, in the order in which the keys first come. */
export function grouped<T, Key>(items: Iterable<T>, keyOf: (item: T) => Key): ReadonlyMap<Key, readonly T[]> {
  const groups = new Map<Key, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return groups
}

/** The entries that all maps have; none where there is no map. */
export function commonEntries<Key, Value>([first, ...others]: readonly ReadonlyMap<Key, Value>[]): ReadonlyMap<
  Key,
  Value
> {
  const entries = [...(first ?? [])]
  return new Map(entries.filter(([key, value]) => others.every((one) => one.has(key) && one.get(key) === value)))
}
