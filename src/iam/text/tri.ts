/** Kleene's three values: true, false, unknown. An unknown never becomes a pass through a negation. */
export type Tri = 'T' | 'F' | 'U'

export function not(value: Tri): Tri {
  return value === 'T' ? 'F' : value === 'F' ? 'T' : 'U'
}

export function and(a: Tri, b: Tri): Tri {
  if (a === 'F' || b === 'F') return 'F'
  return a === 'T' && b === 'T' ? 'T' : 'U'
}

export function or(a: Tri, b: Tri): Tri {
  if (a === 'T' || b === 'T') return 'T'
  return a === 'F' && b === 'F' ? 'F' : 'U'
}

export function fromBoolean(value: boolean): Tri {
  return value ? 'T' : 'F'
}

/** One answer for several possible worlds: the common one, or unknown where they differ. */
export function agree(answers: readonly Tri[]): Tri {
  const [first, ...rest] = answers
  if (first === undefined) return 'U'
  return rest.every((answer) => answer === first) ? first : 'U'
}
