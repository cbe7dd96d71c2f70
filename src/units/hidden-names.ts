import type { UnknownSource } from '../documents/document.js'
import type { Origin } from '../documents/policy.js'
import type { Plan, Secrets } from '../terraform/plan/index.js'

const HIDDEN_REASON = 'the reason has something in it that a plan marks as sensitive, so that it is not shown'

/** A name of Terraform, or a part of a path. */
const NAME = /[\p{L}\p{N}_-]+/gu

/**
 * Names in the configuration of a root module that hold what plans mark as sensitive and that no commit holds, as the label
 * of a resource in a file that a step made. One name has one number, so that findings are told from each other.
 */
export class HiddenNames {
  readonly #secrets: Secrets
  readonly #isPublic: (name: string) => boolean
  readonly #numbers = new Map<string, number>()

  /** @param isPublic whether a name stands in a text that a commit holds */
  constructor(secrets: Secrets, isPublic: (name: string) => boolean) {
    this.#secrets = secrets
    this.#isPublic = isPublic
  }

  /** What has an address, as it may be shown: `aws_s3_bucket_policy.(hidden 1)`. */
  named<T extends { readonly origin: Origin }>(one: T): T {
    const { address } = one.origin
    return address === null ? one : { ...one, origin: { ...one.origin, address: this.#address(address) } }
  }

  /** What the sources declare in the place of a plan, by the same addresses. */
  plan(plan: Plan): Plan {
    return { ...plan, changes: plan.changes.map((one) => ({ ...one, address: this.#address(one.address) })) }
  }

  unknown(one: UnknownSource): UnknownSource {
    const { address, bucket, why } = one
    return {
      ...one,
      address: this.#address(address),
      bucket: this.#secrets.isIn(bucket) ? null : bucket,
      why: this.#isIn(why) ? HIDDEN_REASON : why,
    }
  }

  #address(address: string): string {
    return address.replace(NAME, (name) => (this.#isHidden(name) ? `(hidden ${this.#numberOf(name)})` : name))
  }

  #isIn(text: string): boolean {
    return this.#secrets.isIn(
      text.replace(NAME, (name) => (this.#secrets.isIn(name) && this.#isPublic(name) ? '' : name)),
    )
  }

  #isHidden(name: string): boolean {
    return this.#numbers.has(name) || (this.#secrets.isIn(name) && !this.#isPublic(name))
  }

  #numberOf(name: string): number {
    const number = this.#numbers.get(name) ?? this.#numbers.size + 1
    this.#numbers.set(name, number)
    return number
  }
}
