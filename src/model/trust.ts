/**
 * Who may say what. Every fact carries who said it (`Voucher`), every run stands somewhere (`Standing`), and what a fact may
 * do follows from the two, here and nowhere else. docs/trust.md has the same table in words.
 *
 *     standingOf(event)           where the run stands
 *     mayRead(by, standing)       whether a policy, template, module or variables file is read at all
 *     fileText(by)                what `file()` and the like yield of a file that may be read: whole, or policies only
 *     isPublic(by)                whether whoever reads the repository has the text anyway
 *     planWeight(by, standing)    what a plan or state may do besides being judged, or that it is refused
 *     configurationWeight(…)      what a configuration may do, or that it is refused
 */

/**
 * Who answers for the content of a source: the commit that a change is to be merged into (or a shared configuration, or the
 * workflow itself), the commit that is judged, the job (no commit holds the file: it was made by a step, or by whoever
 * started the run), or nobody, where a commit holds a file of this name and another content than stands there.
 */
export type Voucher = 'base' | 'head' | 'job' | 'nobody'

/**
 * Where a run stands. `own`: push, schedule, merge queue, terminal: what is there was let in. `pull`: a pull request that is
 * judged with its own rights (`pull_request`, a fork's too). `stranger`: a stranger's text is judged with our rights
 * (`pull_request_target`, `workflow_run`).
 */
export type Standing = 'own' | 'pull' | 'stranger'

/** Where a run of a workflow stands, by the name of its event. */
export function standingOf(event: string): Standing {
  if (event === 'pull_request_target' || event === 'workflow_run') return 'stranger'
  return event === 'pull_request' ? 'pull' : 'own'
}

/**
 * Whether a file may be read as a policy, template, module or variables file. For a stranger only a commit's text counts:
 * what else lies on the disk of the job is ours.
 */
export function mayRead(by: Voucher, standing: Standing): boolean {
  return standing !== 'stranger' || by === 'base' || by === 'head'
}

/**
 * What an expression (`file()`, `templatefile()`, a hash of a file) may draw out of a file that may be read: all of it, or
 * only what is a policy or a template of one. Steps leave credentials in the workspace, and an expression would put them into
 * a comment.
 */
export type FileText = 'whole' | 'policy'

export function fileText(by: Voucher = 'nobody'): FileText {
  return isPublic(by) ? 'whole' : 'policy'
}

/**
 * Whether a commit holds the text, so that whoever reads what is told of it has it anyway. Of another one a job tells policies
 * and what decides in them, and no other line: a step may have written a password beside a policy.
 */
export function isPublic(by: Voucher = 'nobody'): boolean {
  return by === 'base' || by === 'head'
}

/**
 * What a plan or a state may do. `verdict`: it supersedes what files say by its verdict, and its roles may count. `finding`:
 * it is judged, silences only what it tells itself, and its roles are text. `refused`: it is not judged.
 */
export type PlanWeight = 'verdict' | 'finding' | 'refused'

export function planWeight(by: Voucher, standing: Standing): PlanWeight {
  if (!mayRead(by, standing)) return 'refused'
  if (standing === 'own') return 'verdict'
  return by === 'job' ? 'verdict' : 'finding'
}

/**
 * What a configuration may do. `full`: all that it says. `told`: the same, with every difference from the base's told first,
 * and roles that only it names are never one click. `refused`: it is not read; of a file that a commit holds with another
 * content, that content counts.
 *
 * @param named whether an input names the file: what the job made is then the workflow's own word
 */
export type ConfigurationWeight = 'full' | 'told' | 'refused'

export function configurationWeight(by: Voucher, standing: Standing, named = false): ConfigurationWeight {
  if (standing === 'own' || by === 'base') return 'full'
  if (standing === 'stranger') return 'refused'
  if (by === 'head') return 'told'
  return by === 'job' && named ? 'full' : 'refused'
}
