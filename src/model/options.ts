import { LEVEL_ORDER, type Level, type RuleId } from './rules.js'
import type { Standing } from './trust.js'

/** The Clumio features a user can require; the names are those of the `features` input. */
export const FEATURES = ['inventory', 'backup', 'continuous-backup', 'restore'] as const
export type Feature = (typeof FEATURES)[number]

/** The features in a sentence. */
export const FEATURE_WORDS: Readonly<Record<Feature, string>> = {
  inventory: 'inventory',
  backup: 'backup',
  'continuous-backup': 'continuous backup',
  restore: 'restore',
}

export const REMEDIES = ['not-principal', 'principal-arn'] as const
export type Remedy = (typeof REMEDIES)[number]

export const FAIL_ON = ['error', 'warning', 'notice', 'never'] as const
export type FailOn = (typeof FAIL_ON)[number]

/** True for a level that fails the check. */
export function fails(level: Level, failOn: FailOn): boolean {
  return failOn !== 'never' && LEVEL_ORDER[level] <= LEVEL_ORDER[failOn]
}

/** Whether the Clumio role has a permissions boundary, as far as anybody said so. */
export type Boundary = 'none' | 'present' | 'unknown'

/** One Clumio connection: the role of one AWS account and Region. */
export interface Integration {
  /** AWS partition of the role's ARN (`aws`, `aws-cn`, `aws-us-gov`); null when only a role name is known. */
  readonly partition: string | null
  /** 12 digits; null when the bucket owner's account is not known. */
  readonly account: string | null
  /** IAM path with its leading and trailing slash, `/clumio/` by default. */
  readonly rolePath: string
  /** Role name without path; null for the unnamed role of an account of which no integration is known. */
  readonly roleName: string | null
  readonly boundary: Boundary
  /** False when `boundary` is the default and the reader should be told so (assumption A2). */
  readonly boundaryStated: boolean
  /** Role session names that must keep working, in the vendor's order. */
  readonly sessions: readonly string[]
  /** The role's unique id (`AROA…`), when the user gave it. */
  readonly roleId: string | null
  /** Globs over paths relative to the working directory. Empty lists restrict nothing. */
  readonly files: readonly string[]
  readonly buckets: readonly string[]
  readonly addresses: readonly string[]
  /** HCL expressions to write instead of literals in Terraform files. */
  readonly expressions: { readonly account?: string; readonly roleName?: string } | null
  /** Where the role comes from, for the reader: an input or flag, the configuration file, a plan, or nowhere. */
  readonly origin: 'input' | 'configuration' | 'plan' | 'none'
  /** From nowhere, though others are known: none of them is for the bucket. */
  readonly instead?: true
  /** True when the pull request under check itself introduces this role: its edits are shown, never offered. */
  readonly introduced: boolean
  /** Why it counts as introduced, in words; absent where it plainly is. */
  readonly whyIntroduced?: string
  /** True when the plan under check only creates the role: S3 refuses principals that do not exist yet. */
  readonly created?: boolean
}

/** A fact the user states about Clumio's requests: alternative values, or null for "never present". */
export type ContextFact = readonly string[] | null

/** Lists are ANDed, members of one list ORed; an empty list restricts nothing. */
export interface Selector {
  readonly files: readonly string[]
  readonly buckets: readonly string[]
  readonly addresses: readonly string[]
}

export interface Protect extends Selector {
  readonly tags: Readonly<Record<string, string>>
}

export interface IgnoreEntry extends Selector {
  readonly rule: RuleId | null
  readonly sids: readonly string[]
  readonly fingerprint: string | null
  readonly reason: string
  /** `YYYY-MM-DD`, the last day on which the entry counts (UTC); null never expires. */
  readonly expires: string | null
  /** Where the entry stands in the configuration file, for `expired-ignore`. */
  readonly location: {
    readonly path: string
    readonly startLine: number
    readonly startColumn: number
    readonly endLine: number
    readonly endColumn: number
  }
  /** True when the pull request under check added or changed the entry. */
  readonly introduced: boolean
}

/** A folder that the user named as the root module, for the plans of one file or, with null, for all. */
export interface NamedRoot {
  readonly plan: string | null
  readonly folder: string
}

/** The root modules that `terraform-directory` names: one for all plans, or `plan.json=directory` a line. */
export function namedRoots(text: string | null): readonly NamedRoot[] {
  const lines = (text ?? '').split(/\r\n|\r|\n/).map((line) => line.trim())
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const at = line.indexOf('=')
      return at === -1
        ? { plan: null, folder: line }
        : { plan: line.slice(0, at).trim(), folder: line.slice(at + 1).trim() }
    })
}

/** Entries of the configuration that should meet something in a run of everything, and where they stand. */
export interface ConfiguredEntries {
  /** Those that count in the run; the name is that of the role. */
  readonly integrations: readonly (Selector & { readonly name: string; readonly location: IgnoreEntry['location'] })[]
  readonly protect: IgnoreEntry['location'] | null
}

/** Which run a report is of. */
export interface RunIdentity {
  /** `owner/name`, and the commit that was judged; null where they are not known. */
  readonly repository: string | null
  readonly commit: string | null
  /** What keeps jobs apart. Asked for where it is told: what hashes it takes longer to load than a small file to judge. */
  readonly id: () => string
}

/** What a change does besides changing files, by paths that are relative to the working directory. */
export interface ChangeFacts {
  /** Folders that hold other names than before. */
  readonly folders: ReadonlySet<string>
  /**
   * What changed files named before, a folder of configuration with `/` at its end, and with `*` where its path begins with an
   * expression: what one of them called may be called by nobody any more.
   */
  readonly named: ReadonlySet<string>
}

/** Everything `check` may know besides the sources. Built by `config/`; "today" is handed in by the shells. */
export interface CheckOptions {
  readonly integrations: readonly Integration[]
  /** The bucket owner's account where no integration matches; null when not known. */
  readonly account: string | null
  readonly features: readonly Feature[]
  /** True when the user chose the features; then a Deny that blocks only `restore` is an error, not a warning. */
  readonly featuresSet: boolean
  readonly remedy: Remedy
  readonly protect: Protect | null
  /** Keys are lower-cased condition keys; `aws:principaltag/*` covers all tags not named. */
  readonly context: Readonly<Record<string, ContextFact>>
  readonly levels: Readonly<Partial<Record<RuleId, Level | 'off'>>>
  readonly ignore: readonly IgnoreEntry[]
  readonly failOn: FailOn
  /**
   * Only report findings in these paths (relative to the working directory); null reports all. A path at which nothing
   * stands is one that was removed or renamed: what it could have been read by is reported as well.
   */
  readonly onlyPaths: ReadonlySet<string> | null
  /** What else is known of the change that `onlyPaths` are the files of. */
  readonly change?: ChangeFacts
  /**
   * Root module of the plans, relative to the working directory, or one line for each plan (`plan.json=directory`, see
   * `namedRoots`); null to find it from the plan.
   */
  readonly terraformDirectory: string | null
  /** Files with values of variables by the folders of root modules: each is a set of values that is judged by itself. */
  readonly terraformVariables?: Readonly<Record<string, readonly string[]>>
  /** `YYYY-MM-DD` in UTC. */
  readonly today: string
  /** The configuration file, as reports name it; null or absent where there is none. */
  readonly configuration?: string | null
  /** Null or absent where the run is about a part: then an entry may be for the rest. */
  readonly entries?: ConfiguredEntries | null
  /** Where the run stands, which says what plans may do; on own ground unless it is said. */
  readonly standing?: Standing
  /** Set where others read what is told: in a job. At a terminal the files are those of whoever reads it. */
  readonly published?: true
  /** Collect an explanation for every Deny statement judged, not only for those with a finding. */
  readonly explain?: boolean
  /** Make the other remedy of each fix too, for formats that show it; true unless it is said. */
  readonly alternatives?: boolean
  /** Which run it is; nobody's unless it is said. */
  readonly run?: RunIdentity
}
