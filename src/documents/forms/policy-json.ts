import { readFunctions } from '../../cloudformation/unjudged.js'
import { parsePolicy } from '../../iam/parse.js'
import { isPlain, type Text } from '../../iam/text/text.js'
import { type JsonObject, member } from '../../tree/value.js'
import { hidesStatements, TWO_LISTS } from '../duplicates.js'
import type { Form } from '../form.js'
import { MISPLACED, misplacesStatements } from '../json.js'
import { looksLikeBucketPolicy, type Origin, type Policy } from '../policy.js'
import { TEMPLATE_READER } from '../template.js'
import { type ReadPolicy, withBesides } from '../wrapped/policies.js'

/** A policy as S3 takes it: in JSON, JSON with comments, or a template of it. */
export const policyJson: Form = {
  id: 'policy-json',
  source: 'policy-json',
  words: ['Statement'],
  mayBeIn: mayHoldPolicy,
  isAlone: (object) => Object.keys(object).every((name) => OWN.has(name)),
  readObject(object, { path, base, at, syntax }) {
    const origin = { source: 'policy-json', path, at, base, address: null, wrapped: false } as const
    const policy = readPolicy(object, origin)
    if (policy !== null) {
      const held = { policies: [policy], settings: [], broken: null }
      return withBesides(
        held,
        object,
        { path, base, at, syntax },
        { isOwn: ([name]) => OWN.has(name), readPolicy: readAny },
      )
    }
    if (hidesStatements(object)) return { policies: [], settings: [], broken: TWO_LISTS }
    if (!misplacesStatements(object)) return null
    return { policies: [], settings: [], broken: null, unread: [{ origin, why: MISPLACED }] }
  },
}

/** The members of a policy (IAM User Guide, "Grammar of the IAM JSON policy language"). */
const OWN: ReadonlySet<unknown> = new Set(['Version', 'Id', 'Statement'])

/** Whether the words of a policy with a principal are in a text. */
export function mayHoldPolicy(text: string): boolean {
  return text.includes('Statement') && (text.includes('Principal') || text.includes('PolicyDocument'))
}

/** An object that is a bucket policy on its own, or null. */
export function readPolicy(raw: JsonObject, origin: Origin): Policy | null {
  if (member(raw, 'Statement') === undefined) return null
  const document = parsePolicy(raw, TEMPLATE_READER)
  if (!looksLikeBucketPolicy(raw, document)) return null
  return { origin, document, raw, bucket: null, hasTokens: hasTokens(document) }
}

const FUNCTIONS = 'functions of CloudFormation stand in it, and it is in no template'

/** A policy, or one with functions in it, which mean something in a template only. */
export const readAny: ReadPolicy = (raw, origin) => {
  const policy = readPolicy(raw, origin)
  return policy === null && readFunctions(raw, origin) !== null ? { why: FUNCTIONS } : policy
}

function hasTokens(document: Policy['document']): boolean {
  const token = (text: Text) => !isPlain(text)
  return document.statements.some(
    (statement) =>
      (statement.principal.kind !== 'invalid' && statement.principal.entries.some((entry) => token(entry.value))) ||
      (statement.action.kind !== 'invalid' && statement.action.patterns.some(token)) ||
      (statement.resource.kind !== 'invalid' && statement.resource.patterns.some(token)) ||
      statement.conditions.some((condition) => condition.values.some(token)),
  )
}
