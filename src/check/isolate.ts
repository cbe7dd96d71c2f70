import { toError } from '../model/errors.js'
import type { Failure } from '../model/report.js'

/** Why a file is told as unreadable on which memory, the stack or the length of a text ran out. */
const TOO_MUCH = 'it nests too deeply or is too large to be judged'
const OWN_ERROR = 'the check failed on it by an error of its own'

/**
 * What went wrong with single files, so that one of them never takes the others down. A file that is too much is
 * unreadable, which is a fact about the file; anything else is a bug, which fails the run and is told with its stack.
 */
export class Isolation {
  readonly #failures: Failure[] = []

  get failures(): readonly Failure[] {
    return this.#failures
  }

  /** The reason to tell of a file for what was thrown while it was looked at. */
  reasonOf(path: string, thrown: unknown): string {
    if (isTooMuch(thrown)) return TOO_MUCH
    const error = toError(thrown)
    const isKnown = this.#failures.some((one) => one.path === path && one.error.message === error.message)
    if (!isKnown) this.#failures.push({ path, error })
    return OWN_ERROR
  }

  /** What `look` gives, or what `otherwise` makes of the reason why it gives nothing. */
  guard<T>(path: string, look: () => T, otherwise: (reason: string) => T): T {
    try {
      return look()
    } catch (thrown) {
      return otherwise(this.reasonOf(path, thrown))
    }
  }

  /** The same for what takes its time. */
  async guardAsync<T>(path: string, look: () => Promise<T>, otherwise: (reason: string) => T | Promise<T>): Promise<T> {
    try {
      return await look()
    } catch (thrown) {
      return await otherwise(this.reasonOf(path, thrown))
    }
  }
}

/** The stack, a text or a list ran out (ECMAScript throws a `RangeError` for each), or the memory of the HCL parser (WebAssembly, `RuntimeError`). */
export function isTooMuch(thrown: unknown): boolean {
  return thrown instanceof RangeError || (thrown instanceof Error && thrown.name === 'RuntimeError')
}
