import { causeOf } from './drafts/cause.js'
import type { UnreadDraft } from './drafts/draft.js'
import { cut, joinWords } from './drafts/words.js'
import type { Rule, RuleContext, Subject } from './rule.js'

/** A policy that neither a plan nor sources tell. */
export const policyUnknown: Rule = {
  id: 'policy-unknown',
  find(subject, context) {
    if (subject.kind === 'unknown-sources') return unknownSources(subject, context)
    if (subject.kind !== 'planned-policy' || subject.state !== 'unknown') return null
    const advice = 'check it again once it is known, or make it depend on known values'
    return unreadPlannedPolicy('policy-unknown', subject, context, advice)
  },
}

const GIVE_MORE = 'give the output of "terraform show -json" as plan-files, or a file of values for the root'

/** Names that stand in a message; the others are counted. */
const SHOWN = 3

/** What is missing keeps all of it from being judged: one cause is told once, where the first of it stands. */
function unknownSources(
  { root, unknown }: Extract<Subject, { kind: 'unknown-sources' }>,
  { level: levelOf, fingerprints }: RuleContext,
): UnreadDraft | null {
  const [first] = unknown
  const level = unknown.some(({ sure }) => sure) ? levelOf('policy-unknown') : levelOf('policy-unknown', 'notice')
  if (level === null) return null
  const names = [...new Set(unknown.map(({ address }) => cut(address)))]
  const more = names.length > SHOWN ? [...names.slice(0, SHOWN), `${names.length - SHOWN} more`] : names
  const what = names.length === 1 ? 'The policy of' : 'The policies of'
  const where = root === '' ? 'of the working directory' : cut(root)
  const { path, start, end } = first.range
  return {
    rule: 'policy-unknown',
    level,
    message: `${what} ${joinWords(more)} in the root module ${where} could not be judged from the sources: ${cut(first.why, 400)}; ${first.advice ?? GIVE_MORE}.`,
    fingerprint: fingerprints.of({
      rule: 'policy-unknown',
      path: root,
      owner: first.address,
      sid: null,
      content: first.missing,
    }),
    cause: causeOf('policy-unknown', [root, first.missing]),
    origin: {
      source: 'terraform-source',
      path,
      root,
      plan: 0,
      at: [],
      base: 0,
      address: first.address,
      wrapped: true,
    },
    bucket: first.bucket,
    text: '',
    offset: start,
    end,
  }
}

/** A planned policy whose text is no policy, or whose content no plan holds. */
export function unreadPlannedPolicy(
  rule: 'policy-unreadable' | 'policy-unknown',
  { path, plan, address, bucket, why, unsure, advice: own }: Extract<Subject, { kind: 'planned-policy' }>,
  { level: levelOf, fingerprints }: RuleContext,
  advice: string,
): UnreadDraft | null {
  const level = levelOf(rule, unsure === true ? 'notice' : undefined)
  if (level === null) return null
  return {
    rule,
    level,
    message: `The policy of ${cut(address)} was not judged: ${cut(why, 400)}; ${own ?? advice}.`,
    fingerprint: fingerprints.of({ rule, path, owner: address, sid: null, content: null }),
    cause: causeOf(rule, [path, plan, why]),
    origin: { source: 'terraform-plan', path, plan, at: [], base: 0, address, wrapped: true },
    bucket,
    text: '',
    offset: 0,
  }
}
