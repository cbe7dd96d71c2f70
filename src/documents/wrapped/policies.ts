import { parsePolicy, statementsKey } from '../../iam/parse.js'
import { display } from '../../iam/text/text.js'
import type { JsonObject } from '../../tree/value.js'
import { hidesStatements, TWO_LISTS } from '../duplicates.js'
import type { Held, ObjectPlace } from '../form.js'
import { MISPLACED, misplacesStatements } from '../json.js'
import {
  bucketsOf,
  COMMAND_OUTPUT,
  isAboutOther,
  type Origin,
  type Policy,
  placedBy,
  type UnreadPolicy,
} from '../policy.js'
import { TEMPLATE_READER } from '../template.js'
import { heldIn, plainName } from './names.js'
import { type Find, findsIn } from './walk.js'

/** What an object holds of bucket policies in what tools print. */
export interface Wrapped {
  readonly policies: readonly Policy[]
  readonly unread: readonly UnreadPolicy[]
}

/** Reads an object that is a policy by itself, or says why it is not read; null where it is none of a bucket. */
export type ReadPolicy = (raw: JsonObject, origin: Origin) => Policy | { readonly why: string } | null

/**
 * The policies of buckets within an object, or within one that is written as a text. What a place says that is known to hold another kind of policy is silent; what
 * reads like the policy of a bucket in a place that nobody knows is unread, and not sure to be one.
 */
export function wrappedIn(row: unknown, place: ObjectPlace, readPolicy: ReadPolicy): Wrapped {
  const policies: Policy[] = []
  const unread: UnreadPolicy[] = []
  for (const { find, standing, origin, read } of readIn(row, place, readPolicy)) {
    const isSure = standing === 'known' || isWhole(find, place)
    if ('why' in read) unread.push({ origin, why: read.why, ...(isSure ? {} : UNSURE) })
    else if (standing === 'known' || (standing === 'named' && isOfBucket(read, find))) policies.push(read)
    else unread.push({ origin, why: UNKNOWN_PLACE, ...UNSURE })
  }
  return { policies, unread }
}

/**
 * What a form reads of an object, with what reads like a bucket policy in the members for which the form does not account:
 * by themselves they would be judged or told, and what stands beside them takes nothing away.
 *
 * @param isOwn whether something at a route in the object is the form's, or known to hold no bucket policy
 */
export function withBesides(
  held: Held,
  object: JsonObject,
  place: ObjectPlace,
  { isOwn, readPolicy }: { readonly isOwn: (route: Origin['at']) => boolean; readonly readPolicy: ReadPolicy },
): Held {
  // Most objects have no other members.
  if (Object.keys(object).every((name) => isOwn([name]))) return held
  const known = new Set(held.policies.map(({ raw }) => statementsKey(raw)))
  const found = readIn(object, place, readPolicy).flatMap(({ origin, read }): readonly UnreadPolicy[] => {
    if (isOwn(origin.at.slice(place.at.length))) return []
    if ('why' in read) return [{ origin, why: read.why, ...UNSURE }]
    return known.has(statementsKey(read.raw)) ? [] : [{ origin, why: UNKNOWN_PLACE, ...UNSURE }]
  })
  return { ...held, unread: [...(held.unread ?? []), ...found] }
}

/** A find that is a policy, or cannot be read. */
interface ReadFind {
  readonly find: Find
  readonly standing: Standing
  readonly origin: Origin
  readonly read: Policy | { readonly why: string }
}

function readIn(row: unknown, place: ObjectPlace, readPolicy: ReadPolicy): readonly ReadFind[] {
  const seen = new Map<JsonObject | null, Set<string>>()
  return findsIn(row, place.at).flatMap((find) => {
    const standing = standingOf(find)
    // A value that is not known may be anything but where a policy belongs.
    const isAnything = 'why' in find.found && standing === 'unknown' && !find.inText
    if (isRepeated(find, seen) || isAnything) return []
    const origin = originOf(find, place)
    const read = readFind(find, origin, readPolicy)
    return read === null || (standing === 'doubtful' && !saysBucket(read, find))
      ? []
      : [{ find, standing, origin, read }]
  })
}

const UNSURE = { unsure: true } as const
const UNKNOWN_PLACE = 'it stands in a place that is not known to hold one'

/** Steampipe's `policy_std`: names in lower case, lists everywhere. What it says is right, how it is written is not. */
export const NORMALISED =
  'policy_std is a normalised copy, not the policy itself: change the policy where it is written'

/**
 * `known`: it is the policy of a bucket, whatever it is. `named`: it is one if what is beside it says so. `unknown`:
 * nobody knows. `doubtful`: what is around it says that it is of another kind.
 */
type Standing = 'known' | 'named' | 'unknown' | 'doubtful'

function standingOf({ holder, around, inText }: Find): Standing {
  const held = holder === null ? null : heldIn(holder)
  if (around.kind === 'other') return 'doubtful'
  if (around.kind === 'unsure') return 'unknown'
  if (held === 'bucket-policy') return 'known'
  // What get-bucket-policy prints, with or without other members around.
  if (holder === 'Policy' && inText) return 'known'
  if (held === 'policy') return around.kind === 'bucket' ? 'known' : 'named'
  return 'unknown'
}

/**
 * Whether a policy among what is of another kind is one of a bucket all the same, so that it is not silent: a place that it
 * stands in is called so, or what is beside it names the bucket that it names.
 */
function saysBucket(read: Policy | { why: string }, { inBucketPlace, around }: Find): boolean {
  if (inBucketPlace) return true
  if ('why' in read) return false
  const { names } = around
  return bucketsOf({ ...read, bucket: null }, () => []).some((one) => names.includes(display(one.name)))
}

/** Whether a policy is all that a document holds, or an item of its list. */
function isWhole({ at, inText }: Find, place: ObjectPlace): boolean {
  return !inText && at.length === place.at.length
}

/** Whether a bucket is named beside a policy; of a row it is enough that it tells where something is, or nothing else. */
function isOfBucket({ bucket }: Policy, { around, inRow, owner }: Find): boolean {
  if (bucket !== null || around.sure > 0) return true
  if (!inRow || owner === null) return false
  const isPlaced = around.account !== null || around.region !== null
  return isPlaced || Object.keys(owner).every((name) => heldIn(name) === 'policy')
}

/** Rows may hold one policy twice: as it is and normalised, as a text and as an object. */
function isRepeated({ found, owner, holder }: Find, seen: Map<JsonObject | null, Set<string>>): boolean {
  if (holder === null || heldIn(holder) !== 'policy' || owner === null) return false
  const isCopy = plainName(holder) === 'policystd' && Object.keys(owner).some((name) => isFilled(owner, name))
  const known = seen.get(owner) ?? new Set()
  seen.set(owner, known)
  const text = 'raw' in found ? JSON.stringify(found.raw) : ''
  if (isCopy || (text !== '' && known.has(text))) return true
  known.add(text)
  return false
}

function isFilled(owner: JsonObject, name: string): boolean {
  const value = owner[name]
  return plainName(name) === 'policy' && value !== null && value !== undefined && value !== ''
}

function originOf({ at, inText, holder, around }: Find, { path, base, syntax }: ObjectPlace): Origin {
  const isNormalised = holder !== null && plainName(holder) === 'policystd'
  const generated = isNormalised ? NORMALISED : inText ? null : COMMAND_OUTPUT
  return {
    source: 'policy-wrapped',
    path,
    at,
    base,
    address: around.urn,
    wrapped: inText,
    ...(syntax === undefined ? {} : { syntax }),
    ...(generated === null ? {} : { generated }),
  }
}

/** The policy of a find; null for what is none of a bucket. */
function readFind(find: Find, origin: Origin, read: ReadPolicy): Policy | { why: string } | null {
  const { found, around, secret, text } = find
  if ('why' in found) return found
  const own = read(found.raw, origin)
  const why = own !== null && 'why' in own ? own : null
  const given = own !== null && 'why' in own ? null : own
  const policy = given ?? (isPlaceOfBucket(find) ? policyOf(found.raw, origin, around) : null)
  if (policy === null) {
    if (why !== null) return why
    if (hidesStatements(found.raw)) return { why: TWO_LISTS }
    return misplacesStatements(found.raw) ? { why: MISPLACED } : null
  }
  const placed = placedBy(policy, around)
  return {
    ...placed,
    bucket: placed.bucket ?? policy.bucket,
    ...(secret === 'nothing' ? {} : { sensitive: true }),
    ...(secret === 'all' ? { hidesBucket: true } : {}),
    ...(text === null ? {} : { text }),
  }
}

/** Whether a place holds the policy of a bucket and nothing else, so that its Resources need not tell. */
function isPlaceOfBucket({ holder, around }: Find): boolean {
  const held = holder === null ? null : heldIn(holder)
  return around.kind === 'bucket' && (held === 'bucket-policy' || held === 'policy')
}

/** S3 has taken it, unless it is about another service: the policy of a directory bucket, or of one on Outposts. */
function policyOf(raw: JsonObject, origin: Origin, { names, sure }: Find['around']): Policy | null {
  const document = parsePolicy(raw, TEMPLATE_READER)
  const isOfOther = misplacesStatements(raw) || document.statements.every(isAboutOther)
  const bucket = sure > 0 ? (names[0] ?? null) : null
  return isOfOther ? null : { origin, document, raw, bucket, hasTokens: true }
}
