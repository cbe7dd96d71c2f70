import { type Origin, type Policy, withNamedBucket } from '../documents/policy.js'
import { madeIn, markMade } from '../iam/made.js'
import { parsePolicy, UNKNOWN_MEMBERS } from '../iam/parse.js'
import type { Text } from '../iam/text/text.js'
import { type Plan, Secrets } from '../terraform/plan/index.js'
import {
  isOpen,
  type PolicyLocation,
  SOURCE_READER,
  SourceUnknown,
  type StatementLocation,
} from '../terraform/trace/index.js'
import { isObject } from '../tree/value.js'

/** What is known of a policy besides what its sources say. */
export interface SourcePolicyFacts {
  readonly origin: Origin
  readonly bucket: Text | null
  readonly plan: Plan | null
  readonly sensitive: boolean
  readonly hidesBucket: boolean
  readonly fromSources: NonNullable<Policy['fromSources']>
}

/** A policy as its sources say it, with what they leave open as unknown; null where they hold no statement of it. */
export function policyOfSources(location: PolicyLocation, facts: SourcePolicyFacts): Policy | null {
  if (!location.statements.some(({ found }) => found)) return null
  const { origin, bucket, plan, fromSources } = facts
  const statements = location.statements.map((one) =>
    one.found ? possible(one) : new SourceUnknown([{ token: 'statement' }]),
  )
  const { version = '2012-10-17' } = location
  const raw = { ...(version === null ? {} : { Version: version }), Statement: statements }
  const hidden = hiddenIn(plan, location, { raw, bucket })
  return withNamedBucket({
    origin,
    document: parsePolicy(raw, SOURCE_READER),
    raw,
    bucket,
    hasTokens: true,
    sensitive: facts.sensitive || facts.hidesBucket || hidden.sensitive,
    hidesBucket: facts.hidesBucket || hidden.hidesBucket,
    open: !location.complete || isOpen(raw),
    fromSources,
  })
}

/** The sources say of every statement of a policy that it is there. */
export function isComplete({ complete, statements }: PolicyLocation): boolean {
  return complete && statements.every(({ found }) => found)
}

/** Whether what the sources tell of a policy holds anything that these or the plan call sensitive. */
export function hiddenIn(
  plan: Plan | null,
  { concealed, marked }: Pick<PolicyLocation, 'concealed' | 'marked'>,
  { raw, bucket }: Pick<Policy, 'raw' | 'bucket'>,
): Required<Pick<Policy, 'sensitive' | 'hidesBucket'>> {
  const ofSources = new Secrets()
  for (const text of concealed) ofSources.add(text, true)
  const isHidden = (value: unknown) => ofSources.isIn(value) || plan?.secrets.isIn(value) === true
  const hidesBucket = isHidden(bucket)
  return { hidesBucket, sensitive: marked || hidesBucket || isHidden(raw) }
}

/** A statement of the sources that may be there several times or not at all says so. */
function possible({ source, certain, made }: Extract<StatementLocation, { found: true }>): unknown {
  if (certain || !isObject(source)) return source
  const often = new SourceUnknown([{ token: 'how often the statement is there' }])
  if (made !== undefined) markMade(often, made)
  const statement = { ...source, [UNKNOWN_MEMBERS]: often }
  const whole = madeIn(source)
  if (whole !== null) markMade(statement, whole)
  return statement
}
