import type { DiscoveredRole, StreamEntry, UnknownPolicy } from '../documents/document.js'
import type { OwnershipSetting } from '../documents/ownership.js'
import type { Policy } from '../documents/policy.js'
import { concealed as withoutSecrets } from '../documents/secrets.js'
import { type Plan, Secrets } from '../terraform/plan/index.js'
import type { PlanUnit, RootUnit, Unit } from './unit.js'

/**
 * The units with what the plans and states of the run mark as sensitive taken out of what is shown of the others
 * (docs/trust.md, "Sensitive values"): one document marks a value, and another one shows it in clear.
 *
 * Sources are public, but for what they take from a file that no commit holds, such as one of values: where one of these
 * holds a marked value, nothing is shown of a policy of sources that does.
 */
export function concealed(units: readonly Unit[], plans: readonly Plan[], files: ReadFiles): readonly Unit[] {
  const marked = plans.filter(({ secrets }) => !secrets.isEmpty)
  if (marked.length === 0) return units
  const all = new Secrets()
  for (const { secrets } of marked) all.include(secrets)
  for (const { secrets } of plans) secrets.join(all)
  const hidden = new Hidden(all)
  const { isPublic } = files
  let isTaken: boolean | null = null
  const isTakenBySources = () => {
    isTaken ??= files.notPublic().some((text) => all.isIn(text))
    return isTaken
  }
  return units.map((unit) => {
    if (unit.kind === 'plan') return hidden.plan(unit)
    if (unit.kind === 'root') return isTakenBySources() ? hidden.root(unit) : unit
    if (unit.kind === 'file') return { ...unit, policies: hidden.policies(unit.policies, isPublic(unit.path)) }
    if (unit.kind !== 'stream') return unit
    return { ...unit, entries: () => hidden.entries(unit.entries()) }
  })
}

/** What is known of the files of a run. */
export interface ReadFiles {
  /** Whether the text of a file is one that a commit holds, so that whoever reads the repository has it. */
  readonly isPublic: (path: string) => boolean
  /** The texts of other files that sources were read with. */
  readonly notPublic: () => readonly string[]
}

/** What is told of documents, without what may be shown nowhere. */
class Hidden {
  readonly #secrets: Secrets

  constructor(secrets: Secrets) {
    this.#secrets = secrets
  }

  plan({ facts, policies, settings, ...unit }: PlanUnit): PlanUnit {
    const { unknown, unreadable, roles } = facts
    const own = {
      unknown: unknown.map((one) => this.#unknown(one)),
      unreadable: unreadable.map((one) => this.#unknown(one)),
      roles: roles.filter((one) => !this.#isInRole(one)),
    }
    return {
      ...unit,
      facts: { ...facts, ...own },
      policies: withoutSecrets(policies, this.#secrets),
      settings: settings.map((one) => this.#setting(one)),
    }
  }

  root({ parts, ...unit }: RootUnit): RootUnit {
    const shown = parts.map((part) => ({
      ...part,
      policies: withoutSecrets(part.policies, this.#secrets),
      settings: part.settings.map((one) => this.#setting(one)),
      unknown: part.unknown.map((one) => (this.#secrets.isIn(one.bucket) ? { ...one, bucket: null } : one)),
    }))
    return { ...unit, parts: shown }
  }

  /** What a tool printed was in no commit before, whoever commits it. */
  policies(policies: readonly Policy[], isPublic: boolean): readonly Policy[] {
    const isShown = ({ origin }: Policy) => isPublic && origin.source !== 'policy-wrapped'
    return policies.flatMap((one) => (isShown(one) ? one : withoutSecrets([one], this.#secrets)))
  }

  *entries(all: Iterable<StreamEntry>): Generator<StreamEntry> {
    for (const one of all) {
      if (one.kind === 'unread') yield one
      else for (const policy of withoutSecrets([one.policy], this.#secrets)) yield { kind: 'policy', policy }
    }
  }

  #unknown(one: UnknownPolicy): UnknownPolicy {
    return this.#secrets.isIn(one.bucket) ? { ...one, sensitive: true, hidesBucket: true } : one
  }

  #setting(setting: OwnershipSetting): OwnershipSetting {
    const { bucket, setting: stated } = setting
    const isHidden = stated.kind === 'value' && this.#secrets.isIn(stated.value)
    return {
      ...setting,
      bucket: this.#secrets.isIn(bucket) ? null : bucket,
      ...(isHidden ? { sensitive: true } : {}),
    }
  }

  #isInRole({ integration: { account, roleName, rolePath, roleId } }: DiscoveredRole): boolean {
    return this.#secrets.isIn([account, roleName, rolePath, roleId])
  }
}
