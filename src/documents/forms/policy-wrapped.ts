import { parseStrict } from '../../tree/parse.js'
import { isObject, type JsonObject } from '../../tree/value.js'
import { hidesStatements, markDuplicates, TWO_LISTS } from '../duplicates.js'
import type { Form, Held, ObjectPlace } from '../form.js'
import { holdsPolicy } from '../json.js'
import type { Origin, Policy } from '../policy.js'
import { mayHoldPolicy, readPolicy } from './policy-json.js'

/** How deep a `Policy` string is looked for below the root of a JSON document. */
const MAX_WRAPPING = 4

/** `Policy` strings, as `aws s3api get-bucket-policy` prints them, with or without other members around. */
export const policyWrapped: Form = {
  id: 'policy-wrapped',
  source: 'policy-wrapped',
  mayBeIn: mayHoldPolicy,
  readObject(object, place) {
    const policies: Policy[] = []
    const broken = collect(object, place, policies)
    const held: Held = { policies, settings: [], broken }
    return policies.length > 0 || broken !== null ? held : null
  },
}

/** Adds the policies in an object; returns why one of them cannot be read, or null. */
function collect(object: JsonObject, { path, base, at, syntax }: ObjectPlace, policies: Policy[]): string | null {
  if (at.length > MAX_WRAPPING) return null
  let broken: string | null = null
  for (const [name, inner] of Object.entries(object)) {
    const here = [...at, name]
    if (name === 'Policy' && typeof inner === 'string') {
      const parsed = parseStrict(inner)
      const [document] = parsed?.ok ? parsed.documents : []
      markDuplicates(document?.value, inner)
      const origin: Origin = { source: 'policy-wrapped', path, at: here, base, address: null, wrapped: true }
      const policy = isObject(document?.value) ? readPolicy(document.value, origin) : null
      if (policy) policies.push(policy)
      else if (isObject(document?.value) && hidesStatements(document.value)) broken = TWO_LISTS
      else if (parsed === null && holdsPolicy(inner)) broken = 'the policy in its "Policy" string is not valid JSON'
    } else if (isObject(inner)) broken ??= collect(inner, { path, base, at: here, syntax }, policies)
  }
  return broken
}
