import type { BucketRef } from '../clumio/integrations.js'
import type { PlanFacts, UnknownSource } from '../documents/document.js'
import type { OwnershipSetting } from '../documents/ownership.js'
import { type Policy, type Tags, tagsOfOne } from '../documents/policy.js'
import type { Report } from '../model/report.js'
import type { Subject } from '../rules/index.js'
import { grouped } from '../text/group.js'
import { terraformFile } from '../text/terraform-files.js'
import { TOO_MANY } from '../text/terraform-types.js'
import { plural } from '../text/words.js'
import type { LeftOut } from '../units/everywhere.js'
import type { PlanUnit, RootUnit, Unit } from '../units/unit.js'

/** A policy of a root module without a plan, with one set of values. */
export interface PolicyVariant {
  readonly name: string
  readonly policy: Policy
}

/** What Terraform loads by itself, beside sets of values that are named. */
const ALONE = 'no further file of values'

/** The policies of a root module: those of one address with every set of values. */
export function rootPolicies({ parts }: RootUnit): readonly (readonly PolicyVariant[])[] {
  const groups = new Map<string, PolicyVariant[]>()
  for (const { name, policies } of parts) {
    for (const policy of policies) {
      const key = `${policy.origin.address}\n${policy.origin.attribute ?? ''}`
      groups.set(key, [...(groups.get(key) ?? []), { name: name ?? ALONE, policy }])
    }
  }
  return [...groups.values()]
}

/** The settings of a root module; those that are the same with several sets of values once. */
export function rootSettings({ parts }: RootUnit): readonly OwnershipSetting[] {
  const settings = new Map<string, OwnershipSetting>()
  for (const one of parts.flatMap((part) => part.settings)) {
    const { origin, setting, acl } = one
    const key = JSON.stringify([origin.address, setting, acl.kind])
    if (!settings.has(key)) settings.set(key, one)
  }
  return [...settings.values()]
}

/** What the sources of a root module leave unknown: what lacks the same values is one subject. */
export function unknownIn(unit: RootUnit): {
  readonly subjects: readonly Subject[]
  readonly unread: Report['unread']
} {
  const { root, parts } = unit
  const causes = new Map<string, [UnknownSource, ...UnknownSource[]]>()
  const seen = new Set<string>()
  const unread = new Map<string, Report['unread'][number]>()
  for (const one of [...parts.flatMap((part) => part.unknown), ...notFollowed(unit)]) {
    const { address, missing, why, range } = one
    const cause = missing.length > 0 ? JSON.stringify(missing) : why
    if (seen.has(`${cause}\n${address}`)) continue
    seen.add(`${cause}\n${address}`)
    const known = causes.get(cause)
    if (known === undefined) causes.set(cause, [one])
    else known.push(one)
    unread.set(`${range.path}\n${address}`, { path: range.path, reason: `${address}: ${why}` })
  }
  const subjects = [...causes.values()].map((unknown) => ({ kind: 'unknown-sources', root, unknown }) as const)
  return { subjects, unread: [...unread.values()] }
}

/** A root module that was not looked at as a whole, or not with all files of values: what else it holds is not known. */
function notFollowed({ path, parts, further }: RootUnit): readonly UnknownSource[] {
  const [place = path] = parts.flatMap(({ policies, unknown }) => [
    ...policies.map(({ origin }) => origin.path),
    ...unknown.map(({ range }) => range.path),
  ])
  const rest = (why: string): UnknownSource => ({
    address: 'further instances',
    bucket: null,
    missing: [],
    why,
    range: { path: place, start: 0, end: 0 },
    sure: true,
  })
  return [
    ...(parts.some(({ whole }) => !whole) ? [rest('it declares more modules or instances than are followed')] : []),
    ...(further > 0 ? [rest(`it has ${plural(further, 'more file')} of values, with which it was not judged`)] : []),
  ]
}

/** What root modules were not judged with, and what of them was not. */
export function leftOutOf(units: readonly Unit[]): LeftOut {
  const roots = new Set<string>()
  const values: string[] = []
  for (const unit of units) {
    if (unit.kind === 'unreadable' || unit.kind === 'unopened') {
      if (terraformFile(unit.path)?.kind === 'variables') values.push(unit.path)
    } else if (unit.kind === 'root') {
      const isWhole = unit.parts.every(({ whole, unknown }) => whole && unknown.every(({ why }) => why !== TOO_MANY))
      if (unit.further > 0 || !isWhole) for (const folder of [unit.folder, unit.root]) roots.add(folder)
    }
  }
  return { roots, values }
}

/** The tags of a policy's bucket, where the plan holds them; null where nobody knows them. */
export type TagsOf = (policy: Policy, places: readonly BucketRef[]) => Tags | null

/** The tags of planned buckets: of the one that holds a policy, and of all that have a name which the policy may be about. */
export function tagsByBucket({ buckets }: PlanFacts): TagsOf {
  const byAddress = grouped(buckets, ({ address }) => address)
  const byName = grouped(buckets, ({ bucket }) => bucket)
  return ({ origin }, places) => {
    const own = byAddress.get(origin.address ?? '') ?? []
    const named = places.map(({ bucket }) => (bucket === null ? [] : (byName.get(bucket) ?? [])))
    // Of a policy that may be about a bucket of which nothing is known, nothing is.
    if (own.length === 0 && (named.length === 0 || named.some((list) => list.length === 0))) return null
    return tagsOfOne([...own, ...named.flat()].map(({ tags }) => tags))
  }
}

/** What the report says of a plan that does not hold everything. */
export function partialNotes({ path, facts }: PlanUnit): readonly string[] {
  const { partial, valuesOnly } = facts.plan
  const notes: string[] = []
  if (partial) {
    notes.push(
      `The plan ${path} is partial: Terraform stopped before it was complete, and only what it holds was judged.`,
    )
  }
  if (valuesOnly) {
    notes.push(`The plan ${path} is reduced to its planned values, so it is partial: only what these hold was judged.`)
  }
  return notes
}
