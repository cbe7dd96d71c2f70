import { display, isPlain, type Text } from '../iam/text/text.js'
import { type Plan, parseAddress, withoutKeys } from '../terraform/plan/index.js'
import { type RootFolder, unitFolder } from '../terraform/roots/root-folder.js'
import type { DeclaredInstance } from '../terraform/trace/index.js'
import type { IsPlanned } from './root-parts.js'

/** What a plan tells of the root module that it was made for. */
export interface Coverage {
  readonly plan: Plan
  /** The folder of its root module; null where it is not known. */
  readonly root: string | null
  /** What was read of it, or told as not to be read: addresses, with the bucket where it is known. */
  readonly told: ReadonlyMap<string, string | null>
  /** It may say as well that what is declared has no instance. */
  readonly decides: boolean
}

/**
 * Whether plans tell of what the sources of a root module declare. A plan that may decide tells of all that its
 * configuration declares, where it is whole; else of the instances that it holds. One whose root is not known tells of
 * the same address on the same bucket, where no other root declares that. What a committed plan of a pull request tells
 * is a matter of each finding.
 *
 * @param isShared whether several roots declare what an address names
 */
export function coveredIn(
  { folder, unit }: RootFolder,
  coverages: readonly Coverage[],
  isShared: (address: DeclaredInstance['parsed']) => boolean,
): { readonly isPlanned: IsPlanned; readonly isCovered: boolean; readonly isOpen: (address: string) => boolean } {
  // Only plans of this root, and those whose root is not known, say anything of it.
  const known = coverages
    .filter(({ decides }) => decides)
    .map((one) => ({ ...one, root: rootFor(one, { folder, unit }) }))
    .filter(({ root }) => root === null || root === folder)
    .map((one) => ({ ...one, declared: one.root === null ? null : namesDeclaredBy(one) }))
  return {
    isPlanned: (one, bucket) =>
      known.some(({ root, told, declared }) => {
        if (root === null) return isSameBucket(told.get(one.address), bucket) && !isShared(one.parsed)
        return (declared?.has(nameOf(one)) ?? false) || isTold(one, told)
      }),
    isCovered: known.some(({ declared }) => declared !== null),
    isOpen: (address) => known.some(({ plan }) => plan.others.some((one) => one.isOpen && one.address === address)),
  }
}

/**
 * The root of a plan as a root module sees it. Of units that run the same code, and of that code by itself, a plan is of the one
 * in whose folder it lies, or which was named for it.
 */
function rootFor({ plan, root }: Coverage, { folder, unit }: Pick<RootFolder, 'folder' | 'unit'>): string | null {
  const own = unitFolder({ folder, unit })
  if (own === null) return root
  if (root === own) return folder
  return root !== folder || plan.path.startsWith(`${own}/`) ? root : own
}

function nameOf({ parsed }: DeclaredInstance): string {
  return withoutKeys(parsed)
}

function isSameBucket(told: string | null | undefined, bucket: Text | null): boolean {
  return told !== undefined && told !== null && bucket !== null && isPlain(bucket) && display(bucket) === told
}

/** An instance whose key is not known is any of those that are told. */
function isTold(one: DeclaredInstance, told: Coverage['told']): boolean {
  if (told.has(one.address)) return true
  const isOpen = withoutKeys(one.parsed) === one.address
  return isOpen && [...told.keys()].some((address) => withoutKeysOf(address) === one.address)
}

function withoutKeysOf(address: string): string | null {
  const parsed = parseAddress(address)
  return parsed === null ? null : withoutKeys(parsed)
}

/** What a whole plan's configuration declares: where there is no instance of it, there is none. Null for no such plan. */
function namesDeclaredBy({ plan }: Coverage): ReadonlySet<string> | null {
  if (plan.partial || plan.refreshOnly || plan.kind !== 'plan' || plan.configuration === null) return null
  const declared = new Set<string>()
  const todo = [{ module: plan.configuration, before: '' }]
  for (let one = todo.pop(); one !== undefined; one = todo.pop()) {
    const { module, before } = one
    for (const { type, name } of module.resources) declared.add(`${before}${type}.${name}`)
    for (const [name, call] of module.calls) {
      declared.add(`${before}module.${name}`)
      todo.push({ module: call.module, before: `${before}module.${name}.` })
    }
  }
  return declared
}
