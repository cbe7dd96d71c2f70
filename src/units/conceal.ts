import type { DiscoveredRole, StreamEntry, UnknownPolicy } from '../documents/document.js'
import type { OwnershipSetting } from '../documents/ownership.js'
import type { Origin, Policy } from '../documents/policy.js'
import { concealed as withoutSecrets } from '../documents/secrets.js'
import { type Plan, Secrets } from '../terraform/plan/index.js'
import { HiddenNames } from './hidden-names.js'
import type { FileUnit, PlanUnit, RootUnit, Unit, UnreadableUnit } from './unit.js'

/**
 * The units with what the plans and states of the run mark as sensitive taken out of what is shown of the others
 * (docs/trust.md, "Sensitive values"): one document marks a value, and another one shows it in clear.
 *
 * Sources are public, but for what they take from a file that no commit holds, such as one of values: where one of these
 * holds a marked value, nothing is shown of a policy of sources that does. What functions make of one is followed where
 * sources are evaluated (`Sources.isMarked`).
 */
export function concealed(units: readonly Unit[], plans: readonly Plan[], files: ReadFiles): readonly Unit[] {
  const all = marksIn(plans)
  if (all.isEmpty) return units
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
    if (unit.kind === 'root') return isTakenBySources() ? hidden.root(unit, files) : unit
    if (unit.kind === 'file') return hidden.file(unit, isPublic)
    if (unit.kind === 'unreadable') return hidden.unreadable(unit, isPublic)
    if (unit.kind !== 'stream') return unit
    return { ...unit, entries: () => hidden.entries(unit.entries()) }
  })
}

/** What plans mark as sensitive, taken together. */
export function marksIn(plans: readonly Plan[]): Secrets {
  const all = new Secrets()
  for (const { secrets } of plans) if (!secrets.isEmpty) all.include(secrets)
  return all
}

/** What is known of the files of a run. */
export interface ReadFiles {
  /** Whether the text of a file is one that a commit holds, so that whoever reads the repository has it. */
  readonly isPublic: (path: string) => boolean
  /** The texts of other files that sources were read with. */
  readonly notPublic: () => readonly string[]
  /** Whether something stands in a text that sources were read with and that a commit holds. */
  readonly isInPublic: (part: string) => boolean
}

const MADE_BY_A_TOOL = 'a tool wrote it: change it where it is written'
const CONCEALED = 'it has something in it that a plan marks as sensitive, so that nothing of it is shown'

/** What may be made of a file, or of those that it was read with. */
interface Drawn extends Pick<FileUnit, 'path' | 'text' | 'readWith'> {
  readonly ofTemplate?: boolean
}

/** What is told of documents, without what may be shown nowhere. */
class Hidden {
  readonly #secrets: Secrets
  readonly #holding = new Map<string, boolean>()

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

  root({ parts, ...unit }: RootUnit, { isInPublic }: ReadFiles): RootUnit {
    const names = new HiddenNames(this.#secrets, isInPublic)
    const shown = parts.map((part) => ({
      ...part,
      plan: names.plan(part.plan),
      policies: withoutSecrets(part.policies, this.#secrets).map((one) => names.named(one)),
      settings: part.settings.map((one) => names.named(this.#setting(one))),
      unknown: part.unknown.map((one) => names.unknown(one)),
    }))
    return { ...unit, parts: shown }
  }

  file(unit: FileUnit, isPublic: ReadFiles['isPublic']): FileUnit {
    const { policies, settings } = unit
    const ofTemplate = [...policies, ...settings].some(({ origin }) => origin.source === 'cloudformation')
    if (this.#isDrawn({ ...unit, ofTemplate }, isPublic)) {
      const hidden = { sensitive: true, hidesBucket: true }
      return {
        ...unit,
        policies: policies.map((one) => this.#made({ ...one, ...hidden })),
        settings: settings.map((one) => this.#made({ ...one, bucket: null, sensitive: true })),
      }
    }
    const isOwn = isPublic(unit.path)
    const shown = isOwn ? settings : settings.map((one) => this.#named(this.#setting(one)))
    return { ...unit, policies: this.policies(policies, isOwn), settings: shown }
  }

  unreadable(unit: UnreadableUnit, isPublic: ReadFiles['isPublic']): UnreadableUnit {
    const isHidden = this.#isDrawn(unit, isPublic) || (!isPublic(unit.path) && this.#secrets.isIn(unit.reason))
    return isHidden ? { ...unit, reason: CONCEALED } : unit
  }

  /**
   * Whether a template holds something that may be shown nowhere, or was read with another file that does: what a function
   * makes of it is not known for it any more.
   */
  #isDrawn({ path, text, ofTemplate, readWith = [] }: Drawn, isPublic: ReadFiles['isPublic']): boolean {
    const others = readWith.filter((one) => one.path !== path)
    const files = ofTemplate === true ? [...others, { path, text }] : others
    return files.some((one) => !isPublic(one.path) && this.#holds(one))
  }

  /** The files of one template are asked about for each of them. */
  #holds({ path, text }: Drawn): boolean {
    const known = this.#holding.get(path) ?? this.#secrets.isIn(text)
    this.#holding.set(path, known)
    return known
  }

  /** What a tool printed was in no commit before, whoever commits it. */
  policies(policies: readonly Policy[], isPublic: boolean): readonly Policy[] {
    const isShown = ({ origin }: Policy) => isPublic && origin.source !== 'policy-wrapped'
    return policies.flatMap((one) => (isShown(one) ? one : this.#alone(one)))
  }

  *entries(all: Iterable<StreamEntry>): Generator<StreamEntry> {
    for (const one of all) {
      if (one.kind === 'unread') yield one
      else for (const policy of this.#alone(one.policy)) yield { kind: 'policy', policy }
    }
  }

  #alone(policy: Policy): readonly Policy[] {
    // Functions may put together what stands there in pieces only.
    const isMade = policy.origin.source === 'cloudformation' && this.#secrets.isIn(policy.document)
    const own = isMade ? { ...policy, sensitive: true } : policy
    return withoutSecrets([own], this.#secrets).map((one) => this.#named(one))
  }

  /** What a loop of a template makes is named by what functions make. */
  #made<T extends { readonly origin: Origin }>(one: T): T {
    const isLooped = one.origin.at.some((step) => String(step).startsWith('Fn::ForEach::'))
    return this.#named(isLooped ? { ...one, origin: { ...one.origin, address: null } } : one)
  }

  /** A name in a file that no commit holds may be made of what is marked, and so may one on the way to where it stands. */
  #named<T extends { readonly origin: Origin }>(one: T): T {
    const { address, at, generated } = one.origin
    const isIn = (value: unknown) => this.#secrets.isIn(value)
    const hidden = {
      ...(isIn(address) && { address: null }),
      ...(isIn(at.filter((step) => typeof step === 'string')) && { hidesRoute: true as const }),
      ...(isIn(generated) && { generated: MADE_BY_A_TOOL }),
    }
    return Object.keys(hidden).length === 0 ? one : { ...one, origin: { ...one.origin, ...hidden } }
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
