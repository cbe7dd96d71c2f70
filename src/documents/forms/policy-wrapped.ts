import type { Source } from '../../sources/source.js'
import { terraformFile } from '../../text/terraform-files.js'
import { isObject } from '../../tree/value.js'
import type { Document } from '../document.js'
import type { Form, Held, ObjectPlace } from '../form.js'
import { wrappedIn } from '../wrapped/policies.js'
import { mayHoldPolicy, policyJson, readAny } from './policy-json.js'

/**
 * Policies in what tools print: `aws s3api get-bucket-policy`, AWS Config, CloudTrail, Steampipe, CloudQuery, Pulumi, and
 * rows that name a bucket and its policy. docs/forms/tool-output.md lists them.
 */
export const policyWrapped: Form = {
  id: 'policy-wrapped',
  source: 'policy-wrapped',
  words: ['Statement', 'BucketPolicy'],
  // Pulumi may hold a policy as a secret, or not know it yet.
  mayBeIn: (text) => mayHoldPolicy(text) || PULUMI.test(text),
  readObject: readRow,
  readItem: readRow,
  readLarge,
}

const PULUMI = /"aws(?::s3\/bucketPolicy|-native:s3):BucketPolicy"/

function readRow(row: unknown, place: ObjectPlace): Held | null {
  // What Terraform makes of its configuration in JSON is known only to Terraform.
  if (terraformFile(place.path)?.syntax === 'json') return null
  const { policies, unread } = wrappedIn(row, place, readAny)
  return policies.length + unread.length > 0 ? { policies, settings: [], broken: null, unread } : null
}

/** A large file of items, as a stream; null where none of them holds a policy of this form. */
async function readLarge(source: Source): Promise<Document | null> {
  const { entriesOf } = await import('../wrapped/stream.js')
  const read = (item: unknown, place: ObjectPlace) =>
    (isObject(item) ? policyJson.readObject?.(item, place) : null) ?? readRow(item, place)
  const entries = () => entriesOf(source, read)
  for (const entry of entries()) {
    if (entry.kind === 'policy' && entry.policy.origin.source === 'policy-wrapped') return { kind: 'stream', entries }
  }
  return null
}
