import { UNSEEN } from '../text/policy-text.js'
import type { Form } from './form.js'

/**
 * Whether a form may have something to say of a text. Each form names words of which one stands in every text that it takes
 * for its own, however it is laid out, so that one look for all of them turns away nearly every file of a repository. A text
 * with letters that are escaped may hold any word; a form that names no words goes by names of files, and is asked itself.
 */
export function mayConcern(forms: readonly Form[], path: string, text: string): boolean {
  const { words, byName } = known.get(forms) ?? learn(forms)
  return words.some((word) => text.includes(word)) || byName.some(({ isNamed }) => isNamed?.(path) !== false)
}

interface Known {
  readonly words: readonly string[]
  /** The forms that go by the name of a file. */
  readonly byName: readonly Form[]
}

const known = new WeakMap<readonly Form[], Known>()

function learn(forms: readonly Form[]): Known {
  const words = [...new Set([...forms.flatMap((form) => form.words ?? []), ...UNSEEN])]
  const learned = { words, byName: forms.filter((form) => form.words === undefined) }
  known.set(forms, learned)
  return learned
}
