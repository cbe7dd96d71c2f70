import { addChange, Secrets, storedInstances } from '../terraform/plan/index.js'
import { mayHoldSecrets } from '../text/policy-text.js'
import { isObject, type JsonObject, member, parsedJson } from '../tree/value.js'
import { isOfTerraform, marksSecret, unmarked } from './marks.js'
import type { Policy } from './policy.js'

/** What nests deeper than this is not looked at: then everything counts as made of a secret. */
const MAX_DEPTH = 200

/** Policies without the text of those in which something stands that is marked as a secret elsewhere. */
export function concealed(policies: readonly Policy[], secrets: Secrets): readonly Policy[] {
  if (secrets.isEmpty) return policies
  return policies.map((policy) => {
    const { bucket, account, region } = policy
    const hidesBucket = secrets.isIn([bucket, account, region])
    if (!hidesBucket && !secrets.isIn(policy.raw)) return policy
    return { ...policy, sensitive: true, hidesBucket: hidesBucket || policy.hidesBucket === true }
  })
}

/**
 * What the documents of a file mark as secret, wherever it stands in them: a policy beside it may be made of it. A value that
 * stands there only encrypted is not known.
 */
export function secretsIn(documents: readonly unknown[]): Secrets {
  const secrets = new Secrets()
  const todo = documents.map((value) => ({ value, depth: 0 }))
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    const { value, depth } = next
    if (depth > MAX_DEPTH) {
      secrets.close()
      return secrets
    }
    for (const inner of partsOf(value, secrets)) todo.push({ value: inner, depth: depth + 1 })
  }
  return secrets
}

/** What is in a value, of which the secrets are noted. */
function partsOf(value: unknown, secrets: Secrets): readonly unknown[] {
  if (typeof value === 'string') return /^\s*[{[]/.test(value) && mayHoldSecrets(value) ? [parsedJson(value)] : []
  if (Array.isArray(value)) return value
  if (!isObject(value)) return []
  const marked = unmarked(value)
  if (marked.kind === 'unread') return []
  if (marked.kind === 'secret') {
    secrets.add(marked.value, true)
    return [marked.value]
  }
  noteMarks(value, secrets)
  return Object.values(value)
}

function noteMarks(object: JsonObject, secrets: Secrets): void {
  if (marksSecret(object)) noteSecret(object, secrets)
  if (!isOfTerraform(object)) return
  addChange(secrets, object)
  secrets.add(member(object, 'values'), member(object, 'sensitive_values'))
  for (const { values, sensitive_values } of storedInstances(instanceIn(object))) secrets.add(values, sensitive_values)
  // Which of them are sensitive, only the configuration of a whole plan says.
  secrets.add(member(object, 'variables'), true)
}

/** An output of Terraform, or a resource of Pulumi with the names of its secret outputs. */
function noteSecret(object: JsonObject, secrets: Secrets): void {
  secrets.add(member(object, 'value'), true)
  const [names, outputs] = [member(object, 'additionalSecretOutputs'), member(object, 'outputs')]
  if (names === undefined || names === null) return
  const isNamed = Array.isArray(names) && names.every((name) => typeof name === 'string')
  if (!isNamed) secrets.add(outputs, true)
  else for (const name of names) secrets.add(member(outputs, name), true)
}

/** An instance of a stored state as the resource that has no other one. */
function instanceIn(object: JsonObject): JsonObject | null {
  return member(object, 'sensitive_attributes') === undefined ? null : { type: '', name: '', instances: [object] }
}
