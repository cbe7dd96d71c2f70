import { isObject, type JsonObject, member } from '../tree/value.js'

/** What a tool puts in the place of a value. */
export type Marked =
  | { readonly kind: 'plain'; readonly value: unknown }
  | { readonly kind: 'secret'; readonly value: unknown }
  | { readonly kind: 'unread'; readonly why: string }

/** Pulumi's signatures for special values (`sdk/go/common/resource/sig`, and `plugin.UnknownStringValue`). */
const SIGNATURE = '4dabf18193072939515e22adb298388d'
const SECRET = '1b47061264138c4ac30d75fd1eb44270'
const UNKNOWN = '04da6b54-80e4-46f7-96ec-b56ff0331ba9'

/** Whether a text stands for a value that is not known. */
export function mayBeMarked(text: string): boolean {
  return text === UNKNOWN
}

/** A value without the mark that Pulumi's state or preview puts around it, or in its place. */
export function unmarked(value: unknown): Marked {
  if (value === UNKNOWN) return { kind: 'unread', why: 'it is known only after the update' }
  if (!isObject(value) || member(value, SIGNATURE) !== SECRET) return { kind: 'plain', value }
  const plaintext = member(value, 'plaintext')
  if (typeof plaintext !== 'string') return { kind: 'unread', why: 'it is an encrypted secret of the stack' }
  try {
    return { kind: 'secret', value: JSON.parse(plaintext) }
  } catch {
    return { kind: 'unread', why: 'it is a secret of the stack that is no JSON' }
  }
}

/** Members by which plans and states mark values, whatever they say: what else is marked may be in the policy as well. */
const MARKS = ['after_sensitive', 'before_sensitive', 'sensitive_values', 'sensitive_attributes']
/** Members that only plans and states have, and what they have together (Terraform, "JSON output format"). */
const OF_TERRAFORM: readonly (readonly string[])[] = [
  ...[...MARKS, 'resource_changes', 'planned_values', 'prior_state', 'output_changes', 'resource_drift'].map((name) => [
    name,
  ]),
  ...['resources', 'values', 'outputs'].map((name) => ['terraform_version', name]),
  ['actions', 'after'],
  ['lineage', 'serial'],
  ['schema_version', 'values'],
  ['schema_version', 'attributes'],
  ['provider_name', 'values'],
]

/**
 * Whether an object is a plan or a state, or a part of one, which something else holds: nothing in it is known to be public.
 * Only the whole document tells what was made of its sensitive values.
 */
export function isOfTerraform(object: JsonObject): boolean {
  return OF_TERRAFORM.some((names) => names.every((name) => member(object, name) !== undefined))
}

/** Whether an object says of itself that it is a secret: an output of Terraform, a resource of Pulumi with secret outputs. */
export function marksSecret(object: JsonObject): boolean {
  const secret = [member(object, 'sensitive'), member(object, 'additionalSecretOutputs')]
  return secret.some((mark) => mark !== undefined && !['false', 'null', '{}', '[]'].includes(shortJson(mark)))
}

/** A mark as JSON, as far as it may say that nothing is marked. */
function shortJson(mark: unknown): string {
  const isFilled = typeof mark === 'object' && mark !== null && Object.keys(mark).length > 0
  return isFilled ? '' : JSON.stringify(mark)
}
