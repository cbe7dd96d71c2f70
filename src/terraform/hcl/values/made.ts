/** What a value is made of that is not known, or not known to be there: a fingerprint changes with it. */
export interface Made {
  /**
   * Its expressions and those that they refer to, one text for each, the same in every layout; none where the name of the
   * value says all of it.
   *
   * @param literals whether texts and numbers that are written in them have a part in it
   */
  readonly words: (literals: boolean) => readonly string[]
  /** It counts for a value that is known as well: that this is there was taken for granted. */
  readonly always?: true
}

/** Words that are collected when somebody asks for them, and once. */
export function lazyWords(collect: Made['words']): Made['words'] {
  const known = new Map<boolean, readonly string[]>()
  return (literals) => {
    const found = known.get(literals)
    if (found !== undefined) return found
    // What is made of itself says nothing more.
    known.set(literals, [])
    const words = collect(literals)
    known.set(literals, words)
    return words
  }
}

/** What several parts are made of; undefined where nothing is said of any. */
export function allMade(parts: readonly (Made | undefined)[]): Made | undefined {
  const all = [...new Set(parts)].filter((one) => one !== undefined)
  const [only] = all
  if (all.length < 2 || only === undefined) return only
  const words = lazyWords((literals) => [...new Set(all.flatMap((one) => one.words(literals)))])
  return { words, ...(all.some(({ always }) => always) && { always: true }) }
}

/** A value with what it is made of, if anything is said of that. */
export function withMade<T extends { readonly made?: Made }>(value: T, made: Made | undefined): T {
  return made === undefined ? value : { ...value, made }
}

/** What decides that one option of a choice is there. */
export function optionMade(made: Made, option: number): Made {
  return { ...made, words: lazyWords((literals) => [...made.words(literals), `option ${option}`]) }
}
