import { describe, expect, test } from 'vitest'
import type { Voucher } from '../../../src/model/trust.js'
import { Engines } from '../../../src/terraform/hcl/functions/index.js'
import { Sources } from '../../../src/terraform/hcl/modules/index.js'
import { HclGrammar } from '../../../src/terraform/hcl/syntax/index.js'

/** What `file()` and the like may draw out of a file, by who vouches for it (docs/trust.md, "Reading"). */

const GRAMMAR = new HclGrammar()

async function isDrawn(text: string, by: Voucher): Promise<boolean> {
  const engines = new Engines()
  const bytes = new TextEncoder().encode(text)
  const lookup = (path: string) => ({ path, by, size: bytes.length, bytes: () => bytes })
  const sources = new Sources({ lookup, list: () => [] }, await GRAMMAR.load(), engines)
  const first = sources.plain('a') !== null
  return (await engines.load()) ? sources.plain('a') !== null : first
}

const DENY = { Sid: 'X', Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: 'arn:aws:s3:::b1/*' }
const POLICY = { Version: '2012-10-17', Id: 'P', Statement: [DENY] }
const TEXT = JSON.stringify(POLICY)
const resource = (more: object) => ({ mode: 'managed', type: 'aws_s3_bucket_policy', name: 'p', ...more })

const POLICIES: readonly (readonly [name: string, text: string])[] = [
  ['a policy', TEXT],
  ['a policy laid out, with a mark before it', `\ufeff${JSON.stringify(POLICY, null, 2)}\n`],
  ['one statement that is no list', JSON.stringify({ Statement: DENY })],
  ['a list of statements', JSON.stringify([DENY, DENY])],
  ['JSON with a comma behind the last statement', `{\n  "Statement": [ ${JSON.stringify(DENY)}, ]\n}`],
  ['a template with expressions in its texts', TEXT.replace('b1', '$'.concat('{bucket}'))],
  ['a template with an expression for a value', TEXT.replace('"s3:*"', '$'.concat('{jsonencode(actions)}'))],
  ['a template with an expression for the statements', '{"Statement": $'.concat('{jsonencode(list)}}')],
  [
    'a template with a loop',
    '{"Statement": [%{ for i, b in list }{"Effect": "Deny", "Resource": "$'.concat(
      '{b}"}%{ if i < n },%{ endif }%{ endfor }]}',
    ),
  ],
  [
    'a template that is a call',
    '$'.concat('{jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Deny" }] })}\n'),
  ],
  ['a policy in YAML', 'Version: "2012-10-17"\nStatement:\n  - Effect: Deny\n    Principal: "*"\n    Action: s3:*\n'],
  ['statements in YAML', '- Effect: Deny\n  Action: s3:*\n'],
  [
    'YAML with marks of comments and anchors in its texts',
    'Statement:\n- Effect: Deny\n  Sid: a#b\n  Action: "*"\n  Resource: ["# no", \'&no\']\n  Principal: |\n    # no\n',
  ],
  [
    'a template that is a call, with marks of comments in its texts',
    '$'.concat(
      '{jsonencode({ Statement = [{ Effect = "Deny", Resource = "arn:aws:s3:::b1/*", Sid = "a # \\" b" }] })}',
    ),
  ],
  [
    'a template that is a call with expressions',
    '$'.concat('{jsonencode({ Statement = [{ Effect = effect, Condition = { (test) = { a = list } } }] })}'),
  ],
]

/** A policy with something beside it that no part of the policy is. */
const MORE: readonly (readonly [name: string, text: string])[] = [
  ['JSON with a comment in a line', `{\n  "Statement": [ // password\n${JSON.stringify(DENY)} ]\n}`],
  ['JSON with a comment', TEXT.replace('[', '[ /* password */ ')],
  ['JSON with a comment before it', `// password\n${TEXT}`],
  ['JSON with a comment behind it', `${TEXT}\n/* password */`],
  ['JSON with a statement that another one hides', TEXT.replace('{', '{"Statement":[{"Effect":"password"}],')],
  ['JSON with a member that another one hides', TEXT.replace('"Sid"', '"Sid":"password","Sid"')],
  ['JSON with a hidden number', TEXT.replace('"Sid"', '"Sid":12345678,"Sid"')],
  ['JSON with a hidden member, escaped', TEXT.replace('"Sid"', '"S\\u0069d":"password","Sid"')],
  ['YAML with a comment before it', '# password\nStatement:\n- Effect: Deny\n'],
  ['YAML with a comment behind a value', 'Statement:\n- Effect: Deny # password\n'],
  ['YAML with a comment behind the mark of a text', 'Statement:\n- Effect: Deny\n  Sid: | # password\n    a\n'],
  ['YAML with a comment behind it', 'Statement:\n- Effect: Deny\n# password'],
  ['YAML with a comment behind its end', 'Statement:\n- Effect: Deny\n...\n# password\n'],
  ['YAML in one line with a comment', '---\n{Statement: [{Effect: Deny}, # password\n]}\n'],
  ['YAML with a member that another one hides', 'Statement:\n- Effect: Deny\n  Sid: password\n  Sid: a\n'],
  [
    'YAML with a member that another one hides in other words',
    'Statement:\n- Effect: Deny\n  Condition: {Bool: {yes: password, true: a}}\n',
  ],
  ['YAML with a merged member that another one hides', 'Statement:\n- <<: {Sid: password}\n  Effect: Deny\n  Sid: a\n'],
  ['YAML with an anchor', 'Statement:\n- &password\n  Effect: Deny\n'],
  ['YAML with a directive', '%PASSWORD abc\n---\nStatement:\n- Effect: Deny\n'],
  ['a template with a comment in an expression', TEXT.replace('"s3:*"', '$'.concat('{/* password */ actions}'))],
  ['a template with a comment behind a string', TEXT.replace('"s3:*"', '$'.concat('{f("\\"a") /* password */}'))],
  [
    'a template with a comment between strings that hold templates',
    TEXT.replace('"s3:*"', '$'.concat('{["$', '{a["b"]}", /* password */ "c"]}')),
  ],
  [
    'a template with a comment in a directive',
    '{"Statement": [%{ for b in list /* password */ }{"Effect": "Deny"},%{ endfor }]}',
  ],
  [
    'a template with a comment in a directive within another one',
    '{"Statement": [%{ for b in list }%{ if b /* password */ }{"Effect": "Deny"},%{ endif }%{ endfor }]}',
  ],
  [
    'a template with a member that another one hides',
    TEXT.replace('"s3:*"', '$'.concat('{jsonencode(actions)}')).replace('"Sid"', '"Sid":"password","Sid"'),
  ],
  [
    'a template that is a call with a comment',
    '$'.concat('{jsonencode({ Statement = [{ Effect = "Deny" }] # password\n})}'),
  ],
  [
    'a template that is a call with a member that another one hides',
    '$'.concat('{jsonencode({ Statement = [{ Sid = "password", Effect = "Deny", "Sid" = "a" }] })}'),
  ],
  [
    'a template that is a call with something else in a statement',
    '$'.concat('{jsonencode({ Statement = [{ Password = "password", Effect = "Deny" }] })}'),
  ],
]

const STATE = { version: 4, terraform_version: '1.9.0', serial: 1, lineage: 'x', outputs: {} }
const PLANS: readonly (readonly [name: string, text: string])[] = [
  [
    'a plan',
    JSON.stringify({ format_version: '1.2', resource_changes: [resource({ change: { after: { policy: TEXT } } })] }),
  ],
  ['planned values', JSON.stringify({ format_version: '1.2', planned_values: { outputs: { a: { value: TEXT } } } })],
  ['a state as it is shown', JSON.stringify({ format_version: '1.0', values: { root_module: { resources: [] } } })],
  [
    'a stored state',
    JSON.stringify({ ...STATE, resources: [resource({ instances: [{ attributes: { policy: TEXT } }] })] }),
  ],
  [
    'a stored state of format 3',
    JSON.stringify({ version: 3, terraform_version: '0.11.1', modules: [{ policy: TEXT }] }),
  ],
  [
    'a plan behind the line of a wrapper',
    `[command]terraform show\n${JSON.stringify({ format_version: '1.2', values: POLICY })}`,
  ],
]
const OTHERS: readonly (readonly [name: string, text: string])[] = [
  ...PLANS,
  ...MORE,
  ['an ini file with the words in a comment', 'password=abc\n# "Statement": "Effect": "Principal": s3:\n'],
  ['YAML with the words in a comment', 'password: abc\n# Statement: Effect: Principal: s3:\n'],
  ['a policy with something else beside its statements', JSON.stringify({ ...POLICY, password: 'abc' })],
  ['a statement with something else in it', JSON.stringify({ Statement: [{ ...DENY, Password: 'abc' }] })],
  ['a policy within something else', JSON.stringify({ a: { b: POLICY } })],
  ['a policy as text within something else', JSON.stringify({ Policy: TEXT, password: 'abc' })],
  ['statements without an effect', JSON.stringify({ Statement: [{ Principal: '*' }] })],
  ['no statements', JSON.stringify({ Statement: [] })],
  ['text for statements', JSON.stringify({ Statement: 'Effect' })],
  ['a policy with text behind it', `${TEXT}\npassword=abc "Statement"\n`],
  ['several policies behind one another', `${TEXT}\n${TEXT}\n`],
  ['a template that is another call', '$'.concat('{jsonencode({ Statement = [], password = "abc" })}')],
  ['a template with text around it', 'password=abc\n$'.concat('{jsonencode({ Statement = [] })}')],
  ['broken JSON', '{"Statement": [{"Effect": "Deny"'],
]

describe('of a file that no commit holds', () => {
  test.each(POLICIES)('%s may be drawn', async (_name, text) => {
    expect(await isDrawn(text, 'job')).toBe(true)
    expect(await isDrawn(text, 'nobody')).toBe(true)
  })

  test.each(OTHERS)('%s may not', async (_name, text) => {
    expect(await isDrawn(text, 'job')).toBe(false)
    expect(await isDrawn(text, 'nobody')).toBe(false)
  })
})

describe('of a file that a commit holds', () => {
  test.each(PLANS)('%s may not be drawn', async (_name, text) => {
    expect(await isDrawn(text, 'head')).toBe(false)
    expect(await isDrawn(text, 'base')).toBe(false)
  })

  test.each(['password=abc', '{"format_version": "1.2"}', TEXT])('everything else may: %s', async (text) => {
    expect(await isDrawn(text, 'head')).toBe(true)
  })
})

/** By whom the file is vouched for that the names of `links` lead to, and what a root variable is worth then. */
async function variableFrom(links: Readonly<Record<string, string>>, by: Voucher): Promise<readonly string[]> {
  const texts: Readonly<Record<string, string>> = { 'creds.ini': 'sid = "X"\n', 'own.tfvars': 'sid = "X"\n' }
  const lookup = (path: string) => {
    const bytes = new TextEncoder().encode(texts[links[path] ?? path])
    return { path, by, size: bytes.length, bytes: () => bytes }
  }
  const real = (path: string) => links[path] ?? path
  const sources = new Sources({ lookup, real, list: () => Object.keys(links) }, await GRAMMAR.load(), new Engines())
  return sources
    .variableFiles('', [])
    .map((file) => (file === null ? 'nothing' : [...file.body.attributes.keys()].join()))
}

describe('values of variables come of a file that is called like one', () => {
  test.each<[name: string, to: string, by: Voucher, given: string]>([
    ['a link to a file that a step left gives nothing', 'creds.ini', 'job', 'nothing'],
    ['nor one to a file that a step wrote over', 'creds.ini', 'nobody', 'nothing'],
    ['one to a file of the commit does', 'creds.ini', 'head', 'sid'],
    ['and one to a file of values that no commit holds', 'own.tfvars', 'job', 'sid'],
  ])('%s', async (_, to, by, given) => {
    expect(await variableFrom({ 'terraform.tfvars': to }, by)).toEqual([given])
    expect(await variableFrom({ 'v.auto.tfvars': to }, by)).toEqual([given])
  })
})
