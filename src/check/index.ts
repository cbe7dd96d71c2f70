import type { Form } from '../documents/form.js'
import { FORMS } from '../documents/forms/index.js'
import type { CheckOptions } from '../model/options.js'
import type { CheckResult } from '../model/report.js'
import { Fingerprints } from '../rules/drafts/fingerprint.js'
import type { Rule } from '../rules/index.js'
import { RULE_LIST } from '../rules/registry.js'
import type { Sources } from '../sources/sources.js'
import { finish } from './finish.js'
import { gather } from './gather.js'
import { judge } from './judge.js'
import { read } from './read.js'
import { report } from './report.js'
import { silence, tellingOf, unusedNotes } from './silence.js'

/** What a shell hears while a long check runs. */
export interface CheckHooks {
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
 * The whole check: sources → documents → units → verdicts → findings → report. It sees sources and options; never the
 * environment, the disk, the clock or GitHub.
 */
export async function check(
  sources: Sources,
  options: CheckOptions,
  { progress }: CheckHooks = {},
  { forms, rules }: CheckParts = PARTS,
): Promise<CheckResult> {
  const { explain = false } = options
  const documents = await read(sources.files, forms, progress)
  const gathered = await gather(documents, sources, options)
  const ruleContext = { ...tellingOf(options), fingerprints: new Fingerprints() }
  const judged = await judge(gathered, { options, rules, ruleContext, explain })
  const { told, ignored } = silence(judged.drafts, options)
  const finished = await finish(told, judged, gathered, options)
  const notes = [...judged.notes, ...unusedNotes(judged.drafts, options)]
  const unread = judged.unread.filter(({ path }) => !finished.superseded.has(path))
  const { findings, texts } = finished
  return {
    report: report({ files: documents.length, judged: { ...judged, notes }, findings, ignored, unread }, options),
    texts,
    explanations: judged.explanations,
    unopened: documents.flatMap(({ path, document }) =>
      document.kind === 'unopened' ? [{ path, reason: document.reason }] : [],
    ),
  }
}
