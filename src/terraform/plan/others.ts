import { deploysTemplates, mayHoldBucketPolicy, TEMPLATE_TYPE } from '../../text/terraform-types.js'
import { Lookout } from '../../tree/lookout.js'
import type { ByteReader } from '../../tree/stream.js'
import { type JsonObject, member, memberAt } from '../../tree/value.js'
import { asObject, objectIn } from './fields.js'
import { MAX_OTHER } from './marked.js'
import type { OtherResource } from './model.js'
import { addInvocation, addOutputs, type Secrets } from './sensitive.js'
import { storedInstances } from './stored-state.js'

/** The attribute of a policy. */
const POLICY = '"policy"'
/** Attributes that may hold a template, where one is deployed. */
const OF_TEMPLATES = ['"template_body"', '"template_url"', '"desired_state"']
/** Attributes of files, which count only beside AWS. */
const CONTENT = '"content"'
const ADDRESS = '"template_url"'

/** Bytes of a word up to which Node looks for its first byte at the speed of memory; for longer ones it may step in tables. */
const QUICK = 7

/** Whether an attribute is marked as known only after apply: in compact JSON, or in one that is laid out. */
function isOpenIn(bytes: Buffer, attribute: string): boolean {
  return bytes.includes(`${attribute}:true`) || bytes.includes(`${attribute}: true`)
}

/**
 * Tells of the resources of a document whose types nobody looks at which of them may hold a bucket policy. Plans have
 * thousands of resources: a few words that stand in few of them must do to turn most away.
 */
export class OtherResources {
  readonly #reader: ByteReader
  readonly #statement = new Lookout('Statement')
  readonly #principal = new Lookout('Principal')
  readonly #policy = new Lookout(POLICY.slice(1))
  readonly #content = new Lookout(CONTENT)
  readonly #template = new Lookout(TEMPLATE_TYPE.slice(0, QUICK))

  constructor(reader: ByteReader) {
    this.#reader = reader
  }

  /**
   * The instances in the resource that the reader has captured, with all their values, where these hold the words of a bucket
   * policy: in each of the shapes that plans and states have.
   */
  captured(type: string): readonly OtherResource[] {
    const deploys = deploysTemplates(type)
    const [isOpen, isTold] = [this.#isOpen(type, deploys), this.#holdsWords()]
    const isElsewhere = deploys && this.#reader.captured.includes(ADDRESS)
    if (!(isOpen || isTold || isElsewhere) || !mayHoldBucketPolicy(type)) return []
    const resource = objectIn(this.#reader.captured)
    if (member(resource, 'mode') === 'data') return []
    const stored = storedInstances(resource)
    return (stored.length > 0 ? stored : [resource]).flatMap((one) => instance(one, type, isOpen))
  }

  #holdsWords(): boolean {
    const reader = this.#reader
    const isTemplate = reader.holds(this.#template) && reader.captured.includes(TEMPLATE_TYPE)
    return isTemplate || (reader.holds(this.#principal) && reader.holds(this.#statement))
  }

  /** Whether an attribute that may hold a policy is open. */
  #isOpen(type: string, deploys: boolean): boolean {
    const reader = this.#reader
    if (reader.holds(this.#policy) && isOpenIn(reader.captured, POLICY)) return true
    if (deploys && OF_TEMPLATES.some((name) => isOpenIn(reader.captured, name))) return true
    return !/^aws(?:cc)?_/.test(type) && reader.holds(this.#content) && isOpenIn(reader.captured, CONTENT)
  }
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
  const mayHold =
    bytes.includes('\\u00') || (bytes.includes('Principal') && (name === 'Statement' || bytes.includes('Statement')))
  if (!mayHold) return []
  const values = objectIn(Buffer.concat([Buffer.from(`{${JSON.stringify(name)}:`), bytes, Buffer.from('}')]))
  if (values === null) return []
  return [{ address: `the member ${JSON.stringify(name)}`, type: '', values, isOpen: false }]
}

/**
 * An action that a plan invokes, be it later, where what it is given has the words of a bucket policy (Terraform 1.14,
 * "JSON output format", `action_invocations` and `deferred_action_invocations`). What it marks is noted.
 */
export function invokedIn(entry: unknown, secrets: Secrets): readonly OtherResource[] {
  const invocation = member(entry, 'action_invocation') ?? entry
  addInvocation(secrets, invocation)
  const address = member(invocation, 'address')
  return holding(typeof address === 'string' ? address : 'an action', asObject(invocation))
}

/** The outputs that are there after a plan, or in a state, with the words of a bucket policy. What they mark is noted. */
export function exportedIn(outputs: unknown, secrets: Secrets): readonly OtherResource[] {
  addOutputs(secrets, outputs)
  return Object.entries(asObject(outputs) ?? {}).flatMap(([name, output]) => {
    const { before: _, ...values } = asObject(output) ?? {}
    return holding(`output.${name}`, values)
  })
}

function holding(address: string, values: JsonObject | null): readonly OtherResource[] {
  if (values === null || !/Statement|AWS::S3|\\u00/.test(JSON.stringify(values))) return []
  return [{ address, type: '', values, isOpen: false }]
}

function instance(one: JsonObject | null, type: string, isOpen: boolean): readonly OtherResource[] {
  const address = member(one, 'address')
  const values = asObject(memberAt(one, 'change', 'after')) ?? asObject(member(one, 'values'))
  const isDeposed = ['deposed', 'deposed_key'].some((name) => typeof member(one, name) === 'string')
  return typeof address === 'string' && values !== null && !isDeposed ? [{ address, type, values, isOpen }] : []
}
