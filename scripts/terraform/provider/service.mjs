/**
 * What the provider would find at AWS: the policies it has put on buckets, and what a fixture says happened there
 * besides. `remote` maps a type to ids to attribute values; an id with null is gone. `refuse` names ids whose removal
 * fails.
 */
export class Service {
  #policies = new Map()
  #remote = {}
  #refuse = {}

  /** Takes over what the next step of a fixture says of the world outside. */
  arrange({ remote = {}, refuse = {} }) {
    this.#remote = remote
    this.#refuse = refuse
  }

  /** Why the object cannot be removed, or null. */
  refusal(type, { id }) {
    return this.#refuse[type]?.includes(id) ? `${type} ${id}: access denied` : null
  }

  stored(type, state) {
    if (type === 'aws_s3_bucket_policy') this.#policies.set(state.bucket, state.policy)
    if (type === 'aws_s3_bucket' && state.policy) this.#policies.set(state.bucket, state.policy)
  }

  removed(type, { bucket }) {
    if (type === 'aws_s3_bucket_policy') this.#policies.set(bucket, '')
  }

  /** The object as it is now; null when it is gone. A bucket shows the policy it has, whoever put it there. */
  current(type, state) {
    const own = this.#remote[type]
    const outside = own !== undefined && Object.hasOwn(own, state.id) ? own[state.id] : {}
    if (outside === null) return null
    const seen = type === 'aws_s3_bucket' ? { policy: this.#policies.get(state.bucket) ?? state.policy ?? '' } : {}
    return { ...state, ...seen, ...outside }
  }
}
