/**
 * A mistake of the person who runs the check (a bad option, a broken configuration, a missing file): one clear
 * sentence with file, line and what to do. Everything else that is thrown is a bug and keeps its stack.
 */
export class UserError extends Error {
  readonly location: { readonly path: string; readonly line?: number; readonly column?: number } | null

  constructor(message: string, location: { path: string; line?: number; column?: number } | null = null) {
    super(message)
    this.name = 'UserError'
    this.location = location
  }
}

/** Whatever was thrown, as an Error. */
export function toError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown))
}
