import { deploysTemplates, mayHoldBucketPolicy, TEMPLATE_TYPE } from '../../text/terraform-types.js'
import type { ByteReader } from '../../tree/stream.js'
import { type JsonObject, member, memberAt } from '../../tree/value.js'
import { asObject, objectIn } from './fields.js'
import { MAX_OTHER } from './marked.js'
import type { OtherResource } from './model.js'
import { storedInstances } from './stored-state.js'

const WORDS = ['Statement', 'Principal'].map((word) => Buffer.from(word))
/** Attributes that may hold a policy; those of a template only where one is deployed, those of files only beside AWS. */
const POLICY = [attribute('policy')]
const OF_TEMPLATES = ['template_body', 'template_url', 'desired_state'].map(attribute)
const OF_FILES = [attribute('content')]

/** A name as it stands in JSON, and the marks of a value that is known only after apply: compact, and laid out otherwise. */
function attribute(name: string): { readonly name: Buffer; readonly open: readonly Buffer[] } {
  return {
    name: Buffer.from(`"${name}"`),
    open: [`"${name}":true`, `"${name}": true`].map((mark) => Buffer.from(mark)),
  }
}

/** Whether an attribute that may hold a policy is open. Plans have thousands of resources: few looks at each must do. */
function holdsOpen(text: Buffer, type: string): boolean {
  const isOfAws = /^aws(?:cc)?_/.test(type)
  const asked = [...POLICY, ...(deploysTemplates(type) ? OF_TEMPLATES : []), ...(isOfAws ? [] : OF_FILES)]
  return asked.some(({ name, open }) => text.includes(name) && open.some((mark) => text.includes(mark)))
}

const TEMPLATE = Buffer.from(TEMPLATE_TYPE)
const ADDRESS = Buffer.from('"template_url"')

/**
 * The instances in a resource of a type that is not looked at, with all their values, where these hold the words of a bucket
 * policy: in each of the shapes that plans and states have.
 *
 * @param bytes null for one that is too large to be kept
 */
export function othersIn(bytes: Uint8Array | null, type: string): readonly OtherResource[] {
  if (bytes === null || !mayHoldBucketPolicy(type)) return []
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const isOpen = holdsOpen(text, type)
  const isElsewhere = deploysTemplates(type) && text.includes(ADDRESS)
  if (!isOpen && !isElsewhere && !text.includes(TEMPLATE) && !WORDS.every((word) => text.includes(word))) return []
  const resource = objectIn(bytes)
  if (member(resource, 'mode') === 'data') return []
  const stored = storedInstances(resource)
  return (stored.length > 0 ? stored : [resource]).flatMap((one) => instance(one, type, isOpen))
}

/** Members of plans and states that hold no values (Terraform, "JSON output format"), or repeat those of resources. */
const SKIPPED: ReadonlySet<string> = new Set([
  'terraform_version',
  'timestamp',
  'applyable',
  'relevant_attributes',
  'checks',
  'check_results',
  'proposed_unknown',
  'deferred_action_invocations',
  'serial',
  'lineage',
])

/** What a member that no plan has holds, where the words of a bucket policy are in it; it is skipped or taken by this. */
export function foreignIn(name: string, reader: ByteReader): readonly OtherResource[] {
  if (SKIPPED.has(name)) {
    reader.skip()
    return []
  }
  reader.next()
  reader.begin()
  reader.loosen(MAX_OTHER)
  reader.skip()
  const bytes = reader.taken()
  if (bytes === null) return []
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const mayHold =
    text.includes('\\u00') || (text.includes('Principal') && (name === 'Statement' || text.includes('Statement')))
  if (!mayHold) return []
  const values = objectIn(Buffer.concat([Buffer.from(`{${JSON.stringify(name)}:`), text, Buffer.from('}')]))
  if (values === null) return []
  return [{ address: `the member ${JSON.stringify(name)}`, type: '', values, isOpen: false }]
}

function instance(one: JsonObject | null, type: string, isOpen: boolean): readonly OtherResource[] {
  const address = member(one, 'address')
  const values = asObject(memberAt(one, 'change', 'after')) ?? asObject(member(one, 'values'))
  const isDeposed = ['deposed', 'deposed_key'].some((name) => typeof member(one, name) === 'string')
  return typeof address === 'string' && values !== null && !isDeposed ? [{ address, type, values, isOpen }] : []
}
