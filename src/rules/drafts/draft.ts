import type { BucketRef } from '../../clumio/integrations.js'
import type { OwnershipSetting } from '../../documents/ownership.js'
import type { Origin } from '../../documents/policy.js'
import type { Location, StatementFacts } from '../../model/report.js'
import type { Level, RuleId } from '../../model/rules.js'
import type { JudgedPolicy, JudgedStatement } from '../../verdicts/judged.js'

/** A route of member names and indices from a policy (or setting) to what a finding is about. */
export type Route = readonly (string | number)[]

interface DraftBase {
  readonly level: Level
  readonly message: string
  readonly fingerprint: string
  /** See `Finding`. */
  readonly cause: string | null
}

/** A finding on one statement, before anybody looked up its lines or made a fix. */
export interface StatementDraft extends DraftBase {
  readonly rule: 'deny-blocks-clumio' | 'deny-may-block-clumio' | 'ineffective-exemption'
  readonly judged: JudgedPolicy
  readonly subject: JudgedStatement
  readonly facts: Omit<StatementFacts, 'policy' | 'statement' | 'alternative'>
  /** From the statement to the element a person would look at. */
  readonly route: Route
  /** Everything blocked is `restore`, and nobody asked for restore: a protection that may be deliberate. */
  readonly restoreOnly: boolean
}

export interface SettingDraft extends DraftBase {
  readonly rule: 'object-ownership'
  readonly setting: OwnershipSetting
  /** Somebody else may write, or ACLs may be in use: then the change is shown, never offered. */
  readonly aclsInUse: boolean
}

/** A policy that could not be read, or that no plan and no source tells. */
export interface UnreadDraft extends DraftBase {
  readonly rule: 'policy-unreadable' | 'policy-unknown'
  readonly origin: Origin
  readonly bucket: string | null
  readonly text: string
  readonly offset: number
  /** Where it ends, where that is known. */
  readonly end?: number
}

export type Draft = StatementDraft | SettingDraft | UnreadDraft

/** Where what a draft is about was read. */
export function originOf(draft: Draft): Origin {
  switch (draft.rule) {
    case 'object-ownership':
      return draft.setting.origin
    case 'policy-unknown':
    case 'policy-unreadable':
      return draft.origin
    default:
      return draft.judged.policy.origin
  }
}

/** A finding on an entry of the configuration file: it says itself where it stands. */
export interface ConfigurationDraft extends DraftBase {
  readonly rule: 'expired-ignore' | 'unused-entry'
  readonly location: Location
  readonly fixUnavailable: string
}

/** What an ignore entry is compared with. */
export interface Ignorable {
  readonly rule: RuleId
  readonly fingerprint: string
  readonly sid: string | null
  readonly place: BucketRef
}
