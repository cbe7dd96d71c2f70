import type { Condition } from '../iam/model.js'
import type { Trace, Unknown } from '../iam/reason.js'
import { isPlain } from '../iam/text.js'
import type { MissingFact } from '../model/report.js'
import { cut } from './words.js'

/** The facts that would settle an undecided statement, each once, with the line to paste where there is one. */
export function missingFacts(traces: readonly Trace[], conditions: readonly Condition[]): readonly MissingFact[] {
  const facts = new Map<string, MissingFact>()
  for (const unknown of traces.flatMap((trace) => trace.unknowns)) {
    const fact = missingFact(unknown, conditions)
    if (!facts.has(fact.id)) facts.set(fact.id, fact)
  }
  return [...facts.values()]
}

function missingFact(unknown: Unknown, conditions: readonly Condition[]): MissingFact {
  switch (unknown.kind) {
    case 'context':
      return contextFact(unknown.key, conditions)
    case 'account':
      return {
        id: 'account',
        text: "the account of the bucket and of its Clumio role (input aws-account-id, or the role's ARN)",
        configuration: '"integrations": [ { "role": "arn:aws:iam::<account>:role/clumio/<role name>" } ]',
      }
    case 'role':
      return {
        id: 'role',
        text: 'the name of the Clumio role (input clumio-role-id)',
        configuration: '"integrations": [ { "role": "arn:aws:iam::<account>:role/clumio/<role name>" } ]',
      }
    case 'role-id':
      return {
        id: 'role-id',
        text: 'the unique id of the Clumio role (`aws iam get-role --role-name <role> --query Role.RoleId`)',
        configuration: '"integrations": [ { "role": "<role ARN>", "roleId": "AROA…" } ]',
      }
    case 'boundary':
      return {
        id: 'boundary',
        text: 'whether the Clumio role has a permissions boundary (`aws iam get-role --role-name <role> --query Role.PermissionsBoundary`)',
        configuration: '"integrations": [ { "role": "<role ARN>", "permissionsBoundary": false } ]',
      }
    default:
      return { ...undocumentedFact(unknown), configuration: null }
  }
}

type Unsettled = Exclude<Unknown, { kind: 'context' | 'account' | 'role' | 'role-id' | 'boundary' }>

function undocumentedFact(unknown: Unsettled): Pick<MissingFact, 'id' | 'text'> {
  switch (unknown.kind) {
    case 'canonical-user':
      return { id: 'canonical-user', text: 'whose canonical user id it is; name the account by its id instead' }
    case 'layers':
      return {
        id: 'layers',
        text: `whether AWS checks ${unknown.missing.join(' and ')} before the session; list it in NotPrincipal to be sure`,
      }
    case 'token':
      return {
        id: 'expression',
        text: `the value of "${cut(unknown.token, 80)}"; check the rendered policy to know`,
      }
    case 'time':
      return { id: 'time', text: 'when the request is made: the date lies in the future' }
    case 'object-state':
      return { id: unknown.key, text: `${unknown.key} of each single object, which no file can tell` }
    case 'invalid':
      return {
        id: `invalid ${unknown.problem}`,
        text: PROBLEMS.get(unknown.problem) ?? `a valid statement (${unknown.problem})`,
      }
  }
}

const PROBLEMS: ReadonlyMap<string, string> = new Map([
  ['effect', 'a valid Effect: it must be exactly "Allow" or "Deny"'],
  ['principal-missing', 'a principal: the statement has neither Principal nor NotPrincipal, so S3 refuses it'],
  [
    'principal-both',
    'one principal element: Principal and NotPrincipal exclude each other, so S3 refuses the statement',
  ],
  [
    'principal-bare-string',
    'a valid Principal: a bare string other than "*" is not valid, so S3 refuses the statement',
  ],
  ['principal-malformed', 'a valid Principal, so S3 refuses the statement'],
  ['action-missing', 'an action: the statement has neither Action nor NotAction'],
  ['action-both', 'one action element: Action and NotAction exclude each other'],
  ['action-empty', 'an action: the list is empty'],
  ['action-malformed', 'a valid Action'],
  ['resource-missing', 'a resource: the statement has neither Resource nor NotResource'],
  ['resource-both', 'one resource element: Resource and NotResource exclude each other'],
  ['resource-empty', 'a resource: the list is empty'],
  ['resource-malformed', 'a valid Resource'],
  ['empty-values', 'a value: the list of a condition is empty'],
  ['unknown-operator', 'a condition operator that exists'],
  ['condition', 'a valid Condition block'],
])

/** Keys for which a likely mistake is known. */
const MISTAKES: ReadonlyMap<string, string> = new Map([
  ['aws:tlsversion', 'aws:TLSVersion is no condition key; s3:TlsVersion is'],
])

function contextFact(key: string, conditions: readonly Condition[]): MissingFact {
  const condition = conditions.find((one) => one.key.toLowerCase() === key)
  const written = condition?.key ?? key
  const mistake = MISTAKES.get(key)
  if (mistake !== undefined) return { id: key, text: mistake, configuration: null }
  return {
    id: key,
    text: `what ${cut(written, 80)} is in Clumio's requests${hint(key)}`,
    configuration: `"context": { ${JSON.stringify(cut(written, 80))}: ${sample(key, condition)} }`,
  }
}

function hint(key: string): string {
  if (key === 'aws:principalorgid') return ": the id of the organization that the bucket's account is in"
  if (key === 'aws:sourceip') return ": the public addresses that Clumio's calls come from"
  if (key.startsWith('aws:principaltag/')) return ': the tag of the Clumio role, or null if it has none'
  if (key.startsWith('s3:x-amz-')) return ': the header that a restore sends, or null if it sends none'
  return ', or null if they never carry it'
}

/** The value of the policy when it is the one candidate, else a gap to fill. */
function sample(key: string, condition: Condition | undefined): string {
  const [only, ...others] = condition?.values ?? []
  const literal = key === 'aws:principalorgid' && others.length === 0 && only !== undefined && isPlain(only)
  if (literal && only.startsWith('o-')) return JSON.stringify(cut(only, 80))
  if (key === 'aws:sourceip') return '["<CIDR>", "…"]'
  return key.startsWith('aws:principaltag/') || key.startsWith('s3:') ? 'null' : '"<value>"'
}
