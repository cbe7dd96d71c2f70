import type { JsonObject } from '../../tree/value.js'
import { hidesStatements, TWO_LISTS } from '../duplicates.js'
import type { ObjectPlace } from '../form.js'
import { hasOddStatements, ODD_STATEMENTS } from '../odd-statements.js'
import { COMMAND_OUTPUT, type Origin, type Policy, placedBy, type UnreadPolicy } from '../policy.js'
import { heldIn, plainName } from './names.js'
import { type Find, findsIn } from './walk.js'

/** What an object holds of bucket policies in what tools print. */
export interface Wrapped {
  readonly policies: readonly Policy[]
  readonly unread: readonly UnreadPolicy[]
}

/** Reads an object that is a policy by itself; null where it is none of a bucket. */
export type ReadPolicy = (raw: JsonObject, origin: Origin) => Policy | null

/**
 * The policies of buckets within an object, or within one that is written as a text. What a place says that is known to hold another kind of policy is silent; what
 * reads like the policy of a bucket in a place that nobody knows is unread, and not sure to be one.
 */
export function wrappedIn(row: unknown, place: ObjectPlace, readPolicy: ReadPolicy): Wrapped {
  const policies: Policy[] = []
  const unread: UnreadPolicy[] = []
  const seen = new Map<JsonObject | null, Set<string>>()
  for (const find of findsIn(row, place.at)) {
    const standing = standingOf(find)
    if (standing === 'other' || isRepeated(find, seen)) continue
    // A value that is not known may be anything but where a policy belongs.
    if ('why' in find.found && standing === 'unknown' && !find.inText) continue
    const origin = originOf(find, place)
    const read = readFind(find, origin, readPolicy)
    if (read === null) continue
    if ('why' in read) unread.push({ origin, why: read.why, ...(standing === 'known' ? {} : UNSURE) })
    else if (standing === 'known' || (standing === 'named' && isOfBucket(read, find))) policies.push(read)
    else unread.push({ origin, why: UNKNOWN_PLACE, ...UNSURE })
  }
  return { policies, unread }
}

const UNSURE = { unsure: true } as const
const UNKNOWN_PLACE = 'it stands in a place that is not known to hold one'

/** Steampipe's `policy_std`: names in lower case, lists everywhere. What it says is right, how it is written is not. */
export const NORMALISED =
  'policy_std is a normalised copy, not the policy itself: change the policy where it is written'

/**
 * `known`: it is the policy of a bucket, whatever it is. `named`: it is one if what is beside it says so. `unknown`:
 * nobody knows. `other`: it is of another kind.
 */
function standingOf({ holder, around, inText }: Find): 'known' | 'named' | 'unknown' | 'other' {
  const held = holder === null ? null : heldIn(holder)
  if (around.kind === 'other') return 'other'
  if (held === 'bucket-policy') return 'known'
  // What get-bucket-policy prints, with or without other members around.
  if (holder === 'Policy' && inText) return 'known'
  if (held === 'policy') return around.kind === 'bucket' ? 'known' : 'named'
  return 'unknown'
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

function originOf({ at, inText, holder, around }: Find, { path, base }: ObjectPlace): Origin {
  const isNormalised = holder !== null && plainName(holder) === 'policystd'
  const generated = isNormalised ? NORMALISED : inText ? null : COMMAND_OUTPUT
  return {
    source: 'policy-wrapped',
    path,
    at,
    base,
    address: around.urn,
    wrapped: inText,
    ...(generated === null ? {} : { generated }),
  }
}

/** The policy of a find; null for what is none of a bucket. */
function readFind(
  { found, around, secret, text }: Find,
  origin: Origin,
  read: ReadPolicy,
): Policy | { why: string } | null {
  if ('why' in found) return found
  const policy = read(found.raw, origin)
  if (policy === null) {
    if (hidesStatements(found.raw)) return { why: TWO_LISTS }
    return hasOddStatements(found.raw) ? { why: ODD_STATEMENTS } : null
  }
  return {
    ...placedBy(policy, around),
    ...(secret === 'nothing' ? {} : { sensitive: true }),
    ...(secret === 'all' ? { hidesBucket: true } : {}),
    ...(text === null ? {} : { text }),
  }
}
