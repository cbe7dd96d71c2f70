import type { Checkout } from './checkout.js'
import type { TerraformSource } from './declarations.js'

/** Which modules of a checkout may write a bucket policy, each found out once. */
export class PolicyWriters {
  readonly #checkout: Checkout
  readonly #known = new Map<string, boolean>()
  #all: readonly string[] | null = null

  constructor(checkout: Checkout) {
    this.#checkout = checkout
  }

  /** Whether a module, or one that it calls, may. */
  has(folder: string): boolean {
    const known = this.#known.get(folder) ?? this.#mayWrite(folder)
    this.#known.set(folder, known)
    return known
  }

  /** Whether one that may has variables of these names. */
  take(names: readonly string[]): boolean {
    this.#all ??= [...this.#checkout.modules.keys()].filter((folder) => this.has(folder))
    return this.#all.some((folder) => names.every((name) => this.#checkout.declares(folder, name)))
  }

  #mayWrite(folder: string): boolean {
    const { modules } = this.#checkout
    const files = [...this.#checkout.reachable(folder)].flatMap((one) => modules.get(one) ?? [])
    return files.some((file) => file.mayHold && isOfBuckets(file))
  }
}

function isOfBuckets({ resources, sources }: TerraformSource): boolean {
  return [...resources].some((name) => OF_BUCKETS.test(name)) || sources.some((one) => /s3|bucket/i.test(one))
}

/** Resources that may put a bucket policy or a setting of a bucket in place. */
export const OF_BUCKETS = /^aws(?:cc)?_(?:s3_bucket|cloud(?:formation|control))/
