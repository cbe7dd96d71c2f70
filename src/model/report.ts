import type { Feature, Remedy, RunIdentity } from './options.js'
import type { Level } from './rules.js'

/** Lines and columns start at 1, columns count UTF-16 units, lines are inclusive, `endColumn` is exclusive. */
export interface Location {
  readonly path: string
  readonly startLine: number
  readonly startColumn: number
  readonly endLine: number
  readonly endColumn: number
}

export type PolicySourceKind =
  | 'policy-json'
  | 'policy-wrapped'
  | 'terraform-plan'
  | 'terraform-state'
  | 'terraform-source'
  | 'cloudformation'
  | 'kubernetes'
  | 'ownership'

export interface PolicyRef {
  readonly source: PolicySourceKind
  /** The file the policy was read from, relative to the working directory, with `/`. */
  readonly path: string
  /** JSON pointer of the statement (or setting) in that file; null where the file has no such structure. */
  readonly pointer: string | null
  readonly address: string | null
  /** The folder of the root module, of what a plan or Terraform's sources hold; null where it is not known. */
  readonly root: string | null
  readonly bucket: string | null
  /** The account that owns the bucket, 12 digits, and the bucket's Region; null where nothing around the policy tells. */
  readonly account: string | null
  readonly region: string | null
}

/** Replaces the whole lines `startLine..endLine` of `path`; `replacement` is joined by `\n`, without a final newline. */
export interface LineEdit {
  readonly path: string
  readonly startLine: number
  readonly endLine: number
  readonly replacement: string
}

/** Where a role comes from that nothing names. */
export const UNNAMED_ROLE = 'no input or configuration names it'

/** What the note of a fix says where it helps no role with a permissions boundary. */
export const OTHER_REMEDY = 'use the other remedy (aws:PrincipalArn)'

export interface Fix {
  readonly remedy: Remedy | 'bucket-owner-enforced'
  readonly title: string
  /** `edit`: may be applied by one click. `text-only`: shown, never offered. */
  readonly applicability: 'edit' | 'text-only'
  readonly note: string
  /** The wanted lines for a reader, for text-only fixes; null for edits. */
  readonly text: string | null
  readonly edits: readonly LineEdit[]
}

/** What one session cannot (or may not) do for one feature. */
export interface Blocked {
  readonly session: string
  /** Whose session it is, where the statement does not do the same to each of several roles. */
  readonly role?: string
  readonly feature: Feature
  readonly actions: readonly string[]
}

/** A session for a reader, with the name of its role where there are several. */
export function sessionName({ session, role }: Blocked): string {
  return role === undefined ? session : `${session} of ${role.slice(role.lastIndexOf('/') + 1)}`
}

/** A fact that would settle an undecided statement, and how to supply it. */
export interface MissingFact {
  /** Groups statements that the same fact settles, e.g. `aws:principalorgid`. */
  readonly id: string
  /** In words: what is not known. */
  readonly text: string
  /** Who can tell it, and the command that prints it, in one sentence; null where nobody can. */
  readonly ask: string | null
  /** A line to paste into the configuration file, or null when only a person can decide. */
  readonly configuration: string | null
}

interface FindingBase {
  readonly level: Level
  /** One sentence a person can act on. */
  readonly message: string
  readonly fingerprint: string
  /** The same for findings of one rule that one thing decides; null where that cannot be said. */
  readonly cause: string | null
  readonly location: Location
  readonly fix: Fix | null
  readonly fixUnavailable: string | null
}

/** What the two deny rules and `ineffective-exemption` share. */
export interface StatementFacts {
  readonly policy: PolicyRef
  readonly statement: { readonly index: number | null; readonly sid: string | null }
  readonly verdict: 'blocked' | 'undecided'
  readonly scope: 'all' | 'part'
  readonly blocked: readonly Blocked[]
  readonly undecided: readonly Blocked[]
  readonly because: readonly string[]
  /** What of that a reader has to know first: one plain sentence of at most 25 words, which may stand in another one. Not part of the JSON report. */
  readonly deciding: string
  readonly assumptions: readonly string[]
  /** What would settle the undecided part; empty on a plain block. */
  readonly missing: readonly MissingFact[]
  /** The other remedy; of an undecided statement, how to exempt Clumio without finding out. Shown collapsed in comments. */
  readonly alternative: Fix | null
  /** The roles that were judged, as ARNs or in words, and where each comes from. */
  readonly roles: readonly { readonly arn: string; readonly origin: string }[]
}

export interface StatementFinding extends FindingBase, StatementFacts {
  readonly rule: 'deny-blocks-clumio' | 'deny-may-block-clumio' | 'ineffective-exemption'
}

export interface PolicyFinding extends FindingBase {
  readonly rule: 'object-ownership' | 'policy-unknown' | 'policy-unreadable'
  readonly policy: PolicyRef
}

export interface ConfigurationFinding extends FindingBase {
  readonly rule: 'expired-ignore' | 'unused-entry'
  readonly policy: null
}

export type Finding = StatementFinding | PolicyFinding | ConfigurationFinding

export function isStatementFinding(finding: Finding): finding is StatementFinding {
  return 'statement' in finding
}

type VerdictFinding = StatementFinding & { readonly rule: Exclude<StatementFinding['rule'], 'ineffective-exemption'> }

/** Whether a finding is the verdict on a statement, and not what stands beside it about an exemption that does nothing. */
export function isVerdictFinding(finding: Finding): finding is VerdictFinding {
  return isStatementFinding(finding) && finding.rule !== 'ineffective-exemption'
}

export interface Assumption {
  /** The assumptions that it rests on, of A1 to A7 (docs/semantics.md, D32). */
  readonly id: string
  readonly text: string
  /** Policies without an error that rest on it. */
  readonly policies: number
}

/** A finding that an entry of the configuration silences: all of it but its fix, with the entry's own words. */
export type IgnoredFinding = (StatementFinding | PolicyFinding) & {
  readonly fix: null
  readonly reason: string
  readonly expires: string | null
}

/** A fact of the configuration that the pull request under check adds, changes or removes. */
export interface ConfigurationChange {
  /** The configuration file, and the line where the entry stands, or the section that it was taken from. */
  readonly path: string
  readonly line: number
  /** In words, with what was there before. */
  readonly text: string
  /** True where the result may be greener by it. Not part of the JSON report. */
  readonly greener: boolean
  /** True for an entry of `ignore`, of which there may be thousands. Not part of the JSON report. */
  readonly isIgnore: boolean
}

/** The JSON report, version 1. Fields may be added within a version, never renamed or removed. */
export interface Report {
  readonly version: 1
  readonly tool: { readonly name: 'clumio-policy-check'; readonly version: string }
  readonly conclusion: 'success' | 'failure'
  readonly summary: {
    readonly files: number
    readonly policies: number
    readonly statements: number
    readonly errors: number
    readonly warnings: number
    readonly notices: number
    readonly ignored: number
    readonly outOfScope: number
  }
  /** Which run it is of; `root` is the folder of the root module, where the run judged plans of one. */
  readonly context: RunIdentity & { readonly root: string | null }
  readonly assumptions: readonly Assumption[]
  readonly findings: readonly Finding[]
  readonly ignored: readonly IgnoredFinding[]
  /** What the pull request changes in the configuration; what can make the result greener comes first, and of it what weakens most. */
  readonly changed?: readonly ConfigurationChange[]
  readonly unread: readonly { readonly path: string; readonly reason: string }[]
  /** Set where the configuration turns off the rule that tells what blocks. Not part of the JSON report, which has a note. */
  readonly blocksUntold?: true
  /** Facts of the run for the reader: roles that were discovered, files that were not judged. */
  readonly notes: readonly string[]
}

/** One line of `--explain`: why a statement without a finding was judged as it was. */
export interface Explanation {
  readonly path: string
  readonly bucket: string | null
  readonly address: string | null
  readonly index: number
  readonly sid: string | null
  readonly verdict: 'blocked' | 'not-blocked' | 'undecided'
  readonly because: readonly string[]
}

/** A bug that showed on one file: the others were judged all the same, and the run fails. */
export interface Failure {
  readonly path: string
  readonly error: Error
}

/** The report, with what only the formats need: the texts its locations and edits refer to. */
export interface CheckResult {
  readonly report: Report
  /** Decoded text by path, for every file with a finding or an edit. */
  readonly texts: ReadonlyMap<string, string>
  readonly explanations: readonly Explanation[]
  /** What was named as a plan and is not a whole one; in `unread` too. Whatever else was found, the run failed. */
  readonly mistakes?: Report['unread']
  /** Files that could not be opened; they are in `unread` too. */
  readonly unopened?: Report['unread']
  /** Files that were read and hold nothing that is judged or told. */
  readonly nothingIn?: ReadonlySet<string>
  /** The configuration file that was read; null or absent where there is none. */
  readonly configuration?: string | null
  /** Of all files that hold something: how long a report may be goes by it. */
  readonly bytes?: number
  /** Bugs that showed on single files; these are in `unread` too. */
  readonly failures?: readonly Failure[]
}
