import { integrationsIn } from '../clumio/integrations.js'
import type { Document } from '../documents/document.js'
import { FORMS } from '../documents/forms/index.js'
import type { Policy } from '../documents/policy.js'
import { readDocument } from '../documents/read.js'
import { NORMALISED } from '../documents/wrapped/policies.js'
import { UserError } from '../model/errors.js'
import type { CheckOptions } from '../model/options.js'
import type { CheckResult, LineEdit } from '../model/report.js'
import { memorySource, type Source } from '../sources/source.js'
import { type Sources, sourcesOf } from '../sources/sources.js'
import { applyLineEdits } from '../text/edit.js'
import { nodeAt } from '../tree/node.js'
import { parseStrict } from '../tree/parse.js'

/** A fix can uncover a further finding; a fix that brings itself back must not run for ever. */
export const MAX_ROUNDS = 5

/** The name of the policy in the report on it: it is in no file. */
export const POLICY_PATH = '<policy>'

/** A policy with every edit made that there is. */
export interface Corrected {
  /** As `aws s3api put-bucket-policy` takes it, without a final newline. */
  readonly text: string
  /** What is left. */
  readonly result: CheckResult
}

/**
 * Corrects the one policy of a document: bare, or in what a tool printed. It is judged for the account that the document
 * tells, and by itself, so that its edits may be made.
 *
 * @throws {UserError} for a document without a policy, or with several, and for a normalised copy of one.
 */
export async function correct(
  source: Source,
  options: CheckOptions,
  judge: (sources: Sources, options: CheckOptions) => Promise<CheckResult>,
): Promise<Corrected | null> {
  const document = await readDocument(source, FORMS)
  if (document.kind === 'nothing') return null
  const { policy, written } = await onlyPolicy(document)
  const own = ownOptions(options, policy)
  let text = written
  let result = await judge(sourceOf(text), own)
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const edits = editsOf(result)
    if (edits.length === 0) break
    text = applyLineEdits(text, edits)
    result = await judge(sourceOf(text), own)
  }
  return { text: await strict(text), result }
}

/** Forms that hold a policy as S3 takes it. */
const AS_S3_TAKES_IT: ReadonlySet<string> = new Set(['policy-json', 'policy-wrapped'])

interface Written {
  readonly policy: Policy
  readonly written: string
}

async function onlyPolicy(document: Exclude<Document, { kind: 'nothing' }>): Promise<Written> {
  if (document.kind === 'unreadable') throw new UserError(`${POLICY} cannot be read: ${document.reason}`)
  const all = document.kind === 'read' ? document.policies : []
  const [policy, ...others] = all.filter(({ origin }) => AS_S3_TAKES_IT.has(origin.source))
  if (policy === undefined) throw new UserError('standard input holds no policy as S3 takes it')
  if (others.length > 0) throw new UserError(`standard input holds ${others.length + 1} policies; give one at a time`)
  if (policy.origin.generated === NORMALISED) throw new UserError(`${POLICY} cannot be put back: ${NORMALISED}`)
  if (policy.sensitive === true) throw new UserError(`${POLICY} is marked as a secret, and is not printed`)
  const isBare = policy.origin.source === 'policy-json' && policy.origin.at.length + policy.origin.base === 0
  const bare = isBare && document.kind === 'read' ? document.text.trimEnd() : null
  const written =
    bare ?? policy.text ?? (document.kind === 'read' ? await writtenIn(document.text, policy.origin) : null)
  if (written === null) throw new UserError(`${POLICY} cannot be printed as it is written there`)
  return { policy, written }
}

const POLICY = 'the policy on standard input'

/** With the roles of the account that the document tells. What the configuration says of the rest of a run is not for it. */
function ownOptions(options: CheckOptions, { account }: Policy): CheckOptions {
  const own: CheckOptions = { ...options, entries: null }
  if (account === undefined) return own
  return { ...own, account, integrations: integrationsIn(options.integrations, account) }
}

function sourceOf(text: string): Sources {
  return sourcesOf({ read: () => null, list: () => [], status: () => 'nothing' }, [
    memorySource(POLICY_PATH, new TextEncoder().encode(text), 'job'),
  ])
}

function editsOf({ report }: CheckResult): readonly LineEdit[] {
  return report.findings.flatMap(({ fix }) => (fix?.applicability === 'edit' ? fix.edits : []))
}

/** S3 takes no comments and no commas behind the last item (S3 User Guide, "Adding a bucket policy"). */
async function strict(text: string): Promise<string> {
  if (parseStrict(text) !== null) return text
  const { withoutExtras } = await import('../tree/lenient.js')
  const plain = withoutExtras(text)
  if (parseStrict(plain)?.ok !== true) throw new UserError(`${POLICY} cannot be printed as strict JSON`)
  return plain
}

/** The text of a policy that is an object in a document: what a parser makes of it is not all that may stand there. */
async function writtenIn(text: string, { base, at }: Policy['origin']): Promise<string | null> {
  const { readJsonTree } = await import('../tree/json.js')
  const node = nodeAt(readJsonTree(text.slice(base), { at: base }).root, at)
  return node === null ? null : text.slice(node.start, node.end)
}
