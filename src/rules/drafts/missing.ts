import { LEARNED_KEYS } from '../../clumio/learned-keys.js'
import type { Condition } from '../../iam/model.js'
import type { Unknown } from '../../iam/reason.js'
import { isPlain } from '../../iam/text/text.js'
import type { MissingFact } from '../../model/report.js'
import type { JudgedStatement } from '../../verdicts/judged.js'
import { cut, isPhrase } from './words.js'

type Fact = Omit<MissingFact, 'id'>

/** The facts that would settle an undecided statement, each once, with the line to paste where there is one. */
export function missingFacts({ verdict, statement }: JudgedStatement): readonly MissingFact[] {
  const unknowns = new Map<string, Unknown>()
  // Most cells of a verdict share what they rest on.
  for (const { unknowns: open } of new Set(verdict.undecided.map(({ trace }) => trace))) {
    for (const unknown of open) {
      const id = idOf(unknown)
      if (!unknowns.has(id)) unknowns.set(id, unknown)
    }
  }
  // Of conditions that ask for the same key, the first is quoted.
  const conditions = new Map([...statement.conditions].reverse().map((one) => [one.key.toLowerCase(), one]))
  return [...unknowns].map(([id, unknown]) => ({ id, ...factOf(unknown, conditions) }))
}

function idOf(unknown: Unknown): string {
  switch (unknown.kind) {
    case 'context':
    case 'object-state':
      return unknown.key
    case 'token':
      return `expression ${unknown.token}`
    case 'layers':
      return `layers ${unknown.missing.join()}`
    case 'invalid':
      return `invalid ${unknown.problem}`
    default:
      return unknown.kind
  }
}

const ADMINISTRATOR = "the account's administrator"
const ROLE = '"role": "arn:aws:iam::<account>:role/clumio/<role name>"'

/** What the administrator of the account can print. */
function printed(command: string): string {
  return `${ADMINISTRATOR}: \`aws ${command} --output text\``
}

function integration(facts = ''): string {
  return `"integrations": [ { ${ROLE}${facts} } ]`
}

function factOf(unknown: Unknown, conditions: ReadonlyMap<string, Condition>): Fact {
  switch (unknown.kind) {
    case 'context':
      return contextFact(unknown.key, conditions.get(unknown.key))
    case 'account':
      return {
        text: "the account of the bucket and of its Clumio role (input aws-account-id, or the role's ARN)",
        ask: printed('sts get-caller-identity --query Account'),
        configuration: integration(),
      }
    case 'role':
      return {
        text: 'the name of the Clumio role (input clumio-role-id)',
        ask: printed("iam list-roles --path-prefix /clumio/ --query 'Roles[].Arn'"),
        configuration: integration(),
      }
    case 'role-id':
      return {
        text: 'the unique id of the Clumio role',
        ask: printed('iam get-role --role-name <role> --query Role.RoleId'),
        configuration: integration(', "roleId": "<AROA…>"'),
      }
    case 'boundary':
      return {
        text: 'whether the Clumio role has a permissions boundary',
        ask: printed('iam get-role --role-name <role> --query Role.PermissionsBoundary'),
        configuration: integration(', "permissionsBoundary": false'),
      }
    case 'canonical-user':
      return { text: textOf(unknown), ask: printed('s3api list-buckets --query Owner.ID'), configuration: null }
    default:
      return { text: textOf(unknown), ask: null, configuration: null }
  }
}

/** What to look into where no line of configuration can settle it. */
function textOf(unknown: Exclude<Unknown, { kind: 'context' | 'account' | 'role' | 'role-id' | 'boundary' }>): string {
  switch (unknown.kind) {
    case 'canonical-user':
      return 'whose canonical user id it is; name the account by its id instead'
    case 'layers':
      return `whether AWS checks ${unknown.missing.join(' and ')} before the session; list it in NotPrincipal to be sure`
    case 'token':
      if (unknown.token.startsWith(CHOICE))
        return `whether the condition ${cut(unknown.token.slice(CHOICE.length), 80)} holds`
      return `${openWords(unknown.token)}; check the rendered policy to know`
    case 'time':
      return 'when the request is made: the date lies in the future'
    case 'object-state':
      return `${unknown.key} of each single object, which no file can tell`
    case 'invalid':
      return PROBLEMS.get(unknown.problem) ?? `a valid statement (${unknown.problem})`
  }
}

/** What one must know of a token: its value, unless it says in words what is open. */
function openWords(token: string): string {
  if (!isPhrase(token)) return `the value of "${cut(token, 80)}"`
  return /^(?:how|what|whether) /.test(token)
    ? token
    : `what ${token} ${/^(?:members|values|items|nested) /.test(token) ? 'are' : 'is'}`
}

/** What a token begins with that stands for a choice of a template by a condition. */
const CHOICE = 'Fn::If '

const PROBLEMS: ReadonlyMap<string, string> = new Map([
  ['duplicate-key', 'which of two members with the same name counts: AWS allows each name once, so remove one'],
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
  ['resource-format', 'what S3 makes of a Resource that is no ARN; write all six parts, as in arn:aws:s3:::bucket/*'],
  [
    'resource-span',
    'whether the * in Resource runs beyond its part of the ARN, of which AWS says both; write the ARN out',
  ],
  ['value', 'a value that the operator can compare; what AWS makes of this one is not documented'],
  [
    'value-in-part',
    'a value that settles it: this one covers what Clumio sends in part, or by one reading of AWS only',
  ],
  ['empty-values', 'a value: the list of a condition is empty'],
  ['two-bools', 'one value: Bool compares with "true" or with "false", not with a list'],
  ['unknown-operator', 'a condition operator that exists'],
  ['condition', 'a valid Condition block'],
])

/** Keys for which a likely mistake is known. */
const MISTAKES: ReadonlyMap<string, string> = new Map([
  ['aws:tlsversion', 'a key that exists: aws:TLSVersion is none; s3:TlsVersion is'],
])

function contextFact(key: string, condition: Condition | undefined): Fact {
  const mistake = MISTAKES.get(key)
  if (mistake !== undefined) return { text: mistake, ask: null, configuration: null }
  const written = cut(condition?.key ?? key, 80)
  return {
    text: `what ${written} is in Clumio's requests${hint(key)}`,
    ask: asked(key),
    configuration: `"context": { ${JSON.stringify(written)}: ${sample(key, condition)} }`,
  }
}

function hint(key: string): string {
  if (ORGANIZATION.has(key)) return ": the id of the organization that the bucket's account is in"
  if (key === 'aws:sourceip') return ": the public addresses that Clumio's calls come from"
  if (key.startsWith('aws:principaltag/')) return ': the tag of the Clumio role, or null if it has none'
  if (key.startsWith('s3:x-amz-')) return ': the header that a restore sends, or null if it sends none'
  return ', or null if they never carry it'
}

/** Of one account, which the role and the bucket share. */
const ORGANIZATION = new Set(['aws:principalorgid', 'aws:resourceorgid'])

/** Facts of the account, by the start of the key; whatever else is in a request is for the vendor to say. */
const COMMANDS: readonly (readonly [start: string, command: string])[] = [
  ['aws:principalorg', 'organizations describe-organization --query Organization.Id'],
  ['aws:resourceorg', 'organizations describe-organization --query Organization.Id'],
  ['aws:principaltag/', 'iam list-role-tags --role-name <role>'],
  ['aws:resourcetag/', 's3api get-bucket-tagging --bucket <bucket>'],
  ['s3:buckettag/', 's3api get-bucket-tagging --bucket <bucket>'],
  ['aws:requestedregion', 's3api get-bucket-location --bucket <bucket>'],
  ['aws:userid', 'iam get-role --role-name <role> --query Role.RoleId'],
]

function asked(key: string): string {
  const own = COMMANDS.find(([start]) => key.startsWith(start))
  if (own !== undefined) return printed(own[1])
  const vendor = "the vendor's support (support@clumio.com)"
  if (!LEARNED_KEYS.has(key)) return vendor
  return `${vendor}, or CloudTrail events of requests that succeeded: \`clumio-policy-check learn -\` makes the entry of them`
}

/** The value of the policy when it is the one candidate, else a gap to fill. */
function sample(key: string, condition: Condition | undefined): string {
  const [only, ...others] = condition?.values ?? []
  const literal = ORGANIZATION.has(key) && others.length === 0 && only !== undefined && isPlain(only)
  if (literal && only.startsWith('o-')) return JSON.stringify(cut(only, 80))
  if (key === 'aws:sourceip') return '["<CIDR>"]'
  return key.startsWith('aws:principaltag/') || key.startsWith('s3:') ? 'null' : '"<value>"'
}
