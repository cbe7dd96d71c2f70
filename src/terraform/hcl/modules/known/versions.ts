/** A release, or a part of one in a constraint: `[4, 1, 2]`. */
export type Version = readonly number[]

/** Digits with dots, `v` before them or not; null for anything else, a release before its time among it. */
export function versionOf(text: string): Version | null {
  const [, digits] = /^v?(\d{1,6}(?:\.\d{1,6}){0,3})$/.exec(text.trim()) ?? []
  return digits === undefined ? null : digits.split('.').map(Number)
}

export function compareVersions(a: Version, b: Version): number {
  for (let i = 0; i < 3; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/**
 * Whether a release meets a constraint (Terraform, "Version Constraints"): comparisons with commas between them, of which
 * `~>` lets the last part that is written grow. Null where the constraint is none that is known.
 */
export function meets(version: Version, constraint: string): boolean | null {
  const parts = constraint.split(',').map((part) => /^(=|!=|>=|<=|>|<|~>)?\s*(\S+)$/.exec(part.trim()))
  const answers = parts.map((part) => {
    const bound = versionOf(part?.[2] ?? '')
    return bound === null ? null : compares(part?.[1] ?? '=', version, bound)
  })
  return answers.includes(null) ? null : answers.every((answer) => answer === true)
}

function compares(operator: string, version: Version, bound: Version): boolean {
  const order = compareVersions(version, bound)
  switch (operator) {
    case '!=':
      return order !== 0
    case '>=':
      return order >= 0
    case '<=':
      return order <= 0
    case '>':
      return order > 0
    case '<':
      return order < 0
    case '~>': {
      const kept = bound.slice(0, -1)
      return order >= 0 && kept.every((part, i) => part === (version[i] ?? 0))
    }
    default:
      return order === 0
  }
}
