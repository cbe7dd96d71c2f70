import type { UnknownSource } from '../documents/document.js'
import type { OwnershipSetting } from '../documents/ownership.js'
import type { IgnoreEntry } from '../model/options.js'
import type { Location } from '../model/report.js'
import type { Level, RuleId } from '../model/rules.js'
import type { JudgedPolicy } from '../verdicts/judged.js'
import type { ConfigurationDraft, Draft, Ignorable, StatementDraft } from './drafts/draft.js'
import type { Fingerprints } from './drafts/fingerprint.js'

/** What is looked at by the rules, one at a time. */
export type Subject =
  /** A Deny statement that is not harmless to Clumio, with what it does on the buckets that no ignore entry names. */
  | { readonly kind: 'statement'; readonly judged: JudgedPolicy; readonly deny: StatementDraft }
  | { readonly kind: 'ownership'; readonly setting: OwnershipSetting }
  /** A file that holds a policy or a plan and cannot be parsed, or nobody knows what. `offset` is zero-based in `text`. */
  | {
      readonly kind: 'unreadable-file'
      readonly path: string
      readonly text: string
      readonly reason: string
      readonly offset: number
      readonly holds?: 'plan' | 'unknown'
      /** Set where it is not sure to be the policy of a bucket. */
      readonly unsure?: true
    }
  /** A policy with so many statements and buckets that `unjudged` pairs of them were left out. */
  | { readonly kind: 'crowded-policy'; readonly judged: JudgedPolicy; readonly text: string }
  /** A planned policy that is no policy, or that is known only after apply. */
  | {
      readonly kind: 'planned-policy'
      readonly state: 'unreadable' | 'unknown'
      readonly path: string
      /** Which of the plans of the file it is of. */
      readonly plan: number
      readonly address: string
      readonly bucket: string | null
      readonly why: string
      readonly unsure?: true
      readonly advice?: string
    }
  /** What the sources of a root module without a plan leave unknown for one reason. */
  | {
      readonly kind: 'unknown-sources'
      readonly root: string
      readonly unknown: readonly [UnknownSource, ...UnknownSource[]]
    }
  | { readonly kind: 'ignore-entry'; readonly entry: IgnoreEntry; readonly today: string }
  /** An entry of the configuration that met nothing; `name` is its reason or its role. */
  | {
      readonly kind: 'unused-entry'
      readonly entry: 'ignore' | 'integration' | 'protect'
      readonly name: string
      readonly location: Location
    }

/** What every rule may know besides its subject. */
export interface RuleContext {
  /** True when the user chose the features. */
  readonly featuresSet: boolean
  /** Whether the configuration silences a finding on one bucket, file or address. */
  readonly isIgnored: (one: Ignorable) => boolean
  /**
   * The level of a finding after the configuration's overrides; null when its rule is off. `standard` is the level without
   * them, where it is another one than the default of the rule.
   */
  readonly level: (rule: RuleId, standard?: Level) => Level | null
  readonly fingerprints: Pick<Fingerprints, 'of'>
}

/** One question about one kind of subject. Its title, its usual level and its help are in the table of rules. */
export interface Rule {
  readonly id: RuleId
  /** The finding on a subject, before anybody looked up its lines or made a fix; null when there is none. */
  readonly find: (subject: Subject, context: RuleContext) => Draft | ConfigurationDraft | null
}
