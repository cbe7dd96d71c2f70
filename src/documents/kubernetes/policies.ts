import { parsePolicy } from '../../iam/parse.js'
import { parseStrict } from '../../tree/parse.js'
import { isObject, type JsonObject } from '../../tree/value.js'
import { hidesStatements, markDuplicates, TWO_LISTS } from '../duplicates.js'
import type { Held, ObjectPlace } from '../form.js'
import { type Origin, type Policy, placedBy, type UnreadPolicy } from '../policy.js'
import { TEMPLATE_READER } from '../template.js'
import { type BucketFacts, factsOf, type Holder, holdersIn, isOfAws, manifestsIn } from './manifests.js'
import { structuredPolicy } from './structured.js'

/** The policies that the manifests of a document give their buckets; null where there is no resource of AWS in it. */
export function manifestPolicies(object: JsonObject, place: ObjectPlace): Held | null {
  const manifests = manifestsIn(object, place.at)
  if (manifests.length === 0) return isOfAws(object) ? NOTHING : null
  const policies: Policy[] = []
  const unread: UnreadPolicy[] = []
  for (const manifest of manifests) {
    for (const holder of holdersIn(manifest)) {
      const facts = factsOf(manifest)
      const origin = originOf([...manifest.at, ...holder.below], facts, place)
      const read = readHolder(holder, origin, facts)
      if ('why' in read) unread.push({ origin, why: read.why })
      else policies.push(read)
    }
  }
  return { ...NOTHING, policies, unread }
}

const NOTHING: Held = { policies: [], settings: [], broken: null }

const STRUCTURED = "the policy is written in Crossplane's own structure: change it there"

function originOf(at: Origin['at'], { address }: BucketFacts, { path, base, syntax }: ObjectPlace): Origin {
  const own = { source: 'kubernetes', path, at, base, address, wrapped: true } as const
  return syntax === undefined ? own : { ...own, syntax }
}

function readHolder({ value }: Holder, origin: Origin, facts: BucketFacts): Policy | { readonly why: string } {
  if (isObject(value)) return policyOf(structuredPolicy(value), { ...origin, generated: STRUCTURED }, facts)
  const parsed = typeof value === 'string' ? parseStrict(value) : null
  const [document] = parsed?.ok ? parsed.documents : []
  if (typeof value !== 'string' || !isObject(document?.value))
    return { why: 'its policy is a text that is no JSON object' }
  markDuplicates(document.value, value)
  if (hidesStatements(document.value)) return { why: TWO_LISTS }
  const reread = (raw: JsonObject): Policy => policyOf(raw, { ...origin, embedded: true }, facts)
  return { ...reread(document.value), reread }
}

/** Whatever such a place holds is the policy of a bucket. */
function policyOf(raw: JsonObject, origin: Origin, facts: BucketFacts): Policy {
  const document = parsePolicy(raw, TEMPLATE_READER)
  return placedBy({ origin, document, raw, bucket: null, hasTokens: true }, facts)
}
