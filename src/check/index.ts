import type { Form } from '../documents/form.js'
import { FORMS } from '../documents/forms/index.js'
import type { CheckOptions } from '../model/options.js'
import type { CheckResult, Report } from '../model/report.js'
import { Fingerprints } from '../rules/drafts/fingerprint.js'
import type { Rule } from '../rules/index.js'
import { RULE_LIST } from '../rules/registry.js'
import type { Lookup, Source } from '../sources/source.js'
import { finish } from './finish.js'
import { gather } from './gather.js'
import { judge } from './judge.js'
import { read } from './read.js'
import { report } from './report.js'
import { silence, tellingOf } from './silence.js'

/** What a shell may want besides the result, and what it hears while a long check runs. */
export interface CheckHooks {
  /** Collect an explanation for every Deny statement judged, not only for those with a finding. */
  readonly explain?: boolean
  /** Make the other remedy of each fix too, for formats that show it; true unless it is said. */
  readonly alternatives?: boolean
  /** Folders that could not be opened while files were looked for. */
  readonly unopened?: Report['unread']
  /** Called after each file. */
  readonly progress?: (filesDone: number) => void
}

/** The lists that the check goes by; a test may hand in longer ones. */
export interface CheckParts {
  readonly forms: readonly Form[]
  readonly rules: readonly Rule[]
}

const PARTS: CheckParts = { forms: FORMS, rules: RULE_LIST }

/**
 * The whole check: sources → documents → units → verdicts → findings → report. It sees sources, a lookup for further
 * ones and options; never the environment, the disk, the clock or GitHub.
 */
export async function check(
  sources: Iterable<Source>,
  lookup: Lookup,
  options: CheckOptions,
  hooks: CheckHooks = {},
  { forms, rules }: CheckParts = PARTS,
): Promise<CheckResult> {
  const { explain = false, alternatives = true, unopened: folders = [], progress } = hooks
  const documents = await read(sources, forms, progress)
  const gathered = await gather(documents, folders, lookup, options)
  const ruleContext = { ...tellingOf(options), fingerprints: new Fingerprints() }
  const judged = await judge(gathered, { options, rules, ruleContext, explain })
  const { told, ignored } = silence(judged.drafts, options)
  const finished = await finish(told, judged, gathered, options, alternatives)
  const unread = judged.unread.filter(({ path }) => !finished.superseded.has(path))
  const { findings, texts } = finished
  return {
    report: report({ files: documents.length, judged, findings, ignored, unread }, options),
    texts,
    explanations: judged.explanations,
    unopened: documents.flatMap(({ path, document }) =>
      document.kind === 'unopened' ? [{ path, reason: document.reason }] : [],
    ),
  }
}
