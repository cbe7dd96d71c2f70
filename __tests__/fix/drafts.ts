import { tellingOf } from '../../src/check/silence.js'
import { FORMS } from '../../src/documents/forms/index.js'
import { readText } from '../../src/documents/read.js'
import type { CheckOptions } from '../../src/model/options.js'
import type { StatementDraft } from '../../src/rules/drafts/draft.js'
import { Fingerprints } from '../../src/rules/drafts/fingerprint.js'
import { draftsOn, type RuleContext, statementSubjects } from '../../src/rules/index.js'
import { judgePolicy } from '../../src/verdicts/judged.js'
import { OPTIONS } from '../support/check.js'
import { BASE_STATEMENT } from '../support/vectors.js'

/** A policy of so many statements that block Clumio. */
export function blockingPolicy(count: number, member: Readonly<Record<string, unknown>> = {}): string {
  const statements = Array.from({ length: count }, (_, i) => ({ ...BASE_STATEMENT, Sid: `S${i}`, ...member }))
  return JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2)
}

/** The drafts of the statements of a policy, as the rules make them. */
export async function draftsOf(
  text: string,
  options: CheckOptions = OPTIONS,
  path = 'policy.json',
): Promise<readonly StatementDraft[]> {
  const document = await readText(text, path, FORMS)
  if (document.kind !== 'read') throw new Error(`no document: ${document.kind}`)
  const context: RuleContext = { ...tellingOf(OPTIONS, new Set()), fingerprints: new Fingerprints() }
  return document.policies
    .flatMap((policy) => draftsOn(statementSubjects(judgePolicy(policy, options), context), context))
    .filter((draft) => 'judged' in draft)
}

/** The one draft of a policy. */
export async function draftOf(text: string, options: CheckOptions = OPTIONS, path?: string): Promise<StatementDraft> {
  const [draft] = await draftsOf(text, options, path)
  if (draft === undefined) throw new Error('no draft')
  return draft
}
