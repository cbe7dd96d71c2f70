import { readText } from '../../src/documents/read.js'
import type { CheckOptions } from '../../src/model/options.js'
import type { StatementDraft } from '../../src/rules/draft.js'
import { Fingerprints } from '../../src/rules/fingerprint.js'
import { policyFindings } from '../../src/rules/index.js'
import { judgePolicy } from '../../src/rules/judged.js'
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
  const document = await readText(text, path)
  if (document.kind !== 'read') throw new Error(`no document: ${document.kind}`)
  const settings = {
    featuresSet: false,
    isIgnored: () => false,
    level: (_: unknown, standard: StatementDraft['level']) => standard,
  }
  const fingerprints = new Fingerprints()
  return document.policies
    .flatMap((policy) => policyFindings(judgePolicy(policy, options), settings, fingerprints))
    .filter((draft) => 'judged' in draft)
}

/** The one draft of a policy. */
export async function draftOf(text: string, options: CheckOptions = OPTIONS, path?: string): Promise<StatementDraft> {
  const [draft] = await draftsOf(text, options, path)
  if (draft === undefined) throw new Error('no draft')
  return draft
}
