const MADE = Symbol('made')

/** What a part of a statement is made of that its source does not spell out. */
export interface Made {
  /**
   * Texts of its expressions, the same for another layout.
   *
   * @param literals whether texts and numbers that are written in them have a part in it
   */
  readonly words: (literals: boolean) => readonly string[]
  /** The values of which it is one, or any number, where these are known. */
  readonly parts?: () => readonly unknown[]
}

/** Notes of a part of a statement what it is made of. The note is no member: nothing that lists or prints the part shows it. */
export function markMade(part: object, made: Made): void {
  Object.defineProperty(part, MADE, { value: made, configurable: true })
}

/** What was noted of a part of a statement; null for one that says all of itself. */
export function madeIn(part: object): Made | null {
  const value: Made | undefined = Object.getOwnPropertyDescriptor(part, MADE)?.value
  return value ?? null
}

/** A text of which something is not known: what stands in it, in its order. */
export abstract class InPieces {
  abstract readonly pieces: readonly unknown[]
}
