import { describe, expect, test } from 'vitest'
import { check } from '../../src/check/index.js'
import type { Remedy } from '../../src/model/options.js'
import { asPlan } from '../../src/sources/source.js'
import { checkFiles, INTEGRATION, OPTIONS, sourceOf, sourcesIn } from '../support/check.js'
import { lookupIn } from '../support/folder.js'
import { ROLE, SIX } from '../support/vectors.js'

const [ADMIN, BOB] = ['arn:aws:iam::111122223333:role/Admin', 'arn:aws:iam::111122223333:user/bob']
/** A role that the pull request introduces: every edit is only shown. */
const NEW = { integrations: [{ ...INTEGRATION, introduced: true }] }
const NONE = { integrations: [] }

const LISTED = { AWS: [ADMIN, BOB] }
const TESTED = {
  StringNotEquals: { 'aws:SourceVpc': ['vpc-1', 'vpc-2'] },
  StringNotEqualsIfExists: { 'aws:SourceVpce': 'vpce-9' },
}
const IN_USE = { ArnNotEquals: { 'aws:PrincipalArn': [ADMIN, BOB] } }

function statement(members: object) {
  const Resource = ['arn:aws:s3:::b1', 'arn:aws:s3:::b1/*']
  return { Sid: 'S', Effect: 'Deny', ...members, Action: 's3:*', Resource }
}

const json = (members: object) => JSON.stringify({ Version: '2012-10-17', Statement: [statement(members)] }, null, 2)

/** YAML of maps, lists and texts, in lines. */
function yaml(value: unknown, indent: string): string {
  if (Array.isArray(value)) return value.map((one) => `\n${indent}- ${JSON.stringify(one)}`).join('')
  if (typeof value !== 'object' || value === null) return ` ${JSON.stringify(value)}`
  return Object.entries(value)
    .map(([name, one]) => `\n${indent}${name}:${yaml(one, `${indent}  `)}`)
    .join('')
}

/** A template with a statement as its lines are given. */
const templateOf = (statementText: string) => `Resources:
  P:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: b1
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - ${statementText}
`

const template = (members: object) => templateOf(yaml(statement(members), '            ').trimStart())

/** What is shown of the first finding of a file. */
async function shownIn(files: Readonly<Record<string, string>>, options: object): Promise<string> {
  const { report } = await checkFiles(files, options)
  const [finding] = report.findings
  expect(finding?.fix).toMatchObject({ applicability: 'text-only' })
  return finding?.fix?.text ?? ''
}

/** The same of a statement in Terraform, for which there is a plan. */
async function shownInTerraform(members: object, main: string, remedy: Remedy): Promise<string> {
  const policy = JSON.stringify({ Version: '2012-10-17', Statement: [statement(members)] })
  const plan = JSON.stringify({
    format_version: '1.2',
    resource_changes: [
      {
        address: 'aws_s3_bucket_policy.p',
        mode: 'managed',
        type: 'aws_s3_bucket_policy',
        name: 'p',
        provider_name: 'registry.terraform.io/hashicorp/aws',
        change: { actions: ['create'], before: null, after: { bucket: 'b1', policy } },
      },
    ],
  })
  const lookup = lookupIn(new Map([['main.tf', new TextEncoder().encode(main)]]))
  const { report } = await check(sourcesIn([asPlan(sourceOf('plan.json', plan))], lookup), {
    ...OPTIONS,
    ...NEW,
    remedy,
  })
  expect(report.findings[0]?.fix).toMatchObject({ applicability: 'text-only', remedy })
  expect(report.findings[0]?.location.path).toBe('main.tf')
  return report.findings[0]?.fix?.text ?? ''
}

/** Whether texts stand in a text, in their order. */
function inOrder(text: string, parts: readonly string[]): boolean {
  let from = 0
  for (const part of parts) {
    const at = text.indexOf(`"${part}"`, from)
    if (at === -1) return false
    from = at + part.length
  }
  return true
}

const CASES: readonly (readonly [string, object, Remedy, readonly string[]])[] = [
  ['a NotPrincipal list', { NotPrincipal: LISTED }, 'not-principal', [ADMIN, BOB, ...SIX]],
  ['a Condition', { Principal: '*', Condition: TESTED }, 'principal-arn', ['vpc-1', 'vpc-2', 'vpce-9', ROLE]],
  ['a list of a Condition', { Principal: '*', Condition: IN_USE }, 'principal-arn', [ADMIN, BOB, ROLE]],
]

describe('a shown fix holds all entries of the element that it changes, in their order', () => {
  test.each(CASES)('%s in JSON', async (_name, members, remedy, entries) => {
    const text = await shownIn({ 'policy.json': json(members) }, { ...NEW, remedy })
    expect(inOrder(text, entries), text).toBe(true)
  })

  test.each(CASES)('%s in YAML', async (_name, members, remedy, entries) => {
    const text = await shownIn({ 'template.yaml': template(members) }, { ...NEW, remedy })
    expect(inOrder(text, entries), text).toBe(true)
    expect(text.trimStart()).toMatch(/^(?:NotPrincipal|Condition):/)
  })

  test.each(CASES)('%s in flow style', async (_name, members, remedy, entries) => {
    const flow = JSON.stringify(statement(members), null, 2).replaceAll('\n', '\n            ')
    const file = templateOf(flow)
    const text = await shownIn({ 'template.yaml': file }, { ...NEW, remedy })
    expect(inOrder(text, entries), text).toBe(true)
  })

  test.each(CASES)('%s in HCL', async (_name, members, remedy, entries) => {
    const object = JSON.stringify(statement(members), null, 2).replace(/^(\s*)("[^"]*"):/gm, '$1$2 =')
    const main = `resource "aws_s3_bucket_policy" "p" {\n  bucket = "b1"\n  policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = [${object}]\n  })\n}\n`
    const text = await shownInTerraform(members, main, remedy)
    expect(inOrder(text, entries), text).toBe(true)
  })

  test.each(CASES)('%s in a heredoc', async (_name, members, remedy, entries) => {
    const main = `resource "aws_s3_bucket_policy" "p" {\n  bucket = "b1"\n  policy = <<EOT\n${json(members)}\nEOT\n}\n`
    const text = await shownInTerraform(members, main, remedy)
    expect(inOrder(text, entries), text).toBe(true)
  })

  test('a not_principals block', async () => {
    const main = `data "aws_iam_policy_document" "p" {
  statement {
    sid     = "S"
    effect  = "Deny"
    actions = ["s3:*"]
    not_principals {
      type = "AWS"
      identifiers = [
        "${ADMIN}",
        "${BOB}",
      ]
    }
    resources = ["arn:aws:s3:::b1", "arn:aws:s3:::b1/*"]
  }
}
resource "aws_s3_bucket_policy" "p" {
  bucket = "b1"
  policy = data.aws_iam_policy_document.p.json
}
`
    const text = await shownInTerraform({ NotPrincipal: LISTED }, main, 'not-principal')
    expect(inOrder(text, [ADMIN, BOB, ...SIX]), text).toBe(true)
    expect(text.trimStart()).toMatch(/^not_principals \{/)
  })

  test('a list in lines of which only the last one is edited, without a role', async () => {
    const text = await shownIn({ 'policy.json': json({ NotPrincipal: LISTED }) }, NONE)
    expect(text.split('\n').slice(0, 5)).toEqual([
      '      "NotPrincipal": {',
      '        "AWS": [',
      `          "${ADMIN}",`,
      `          "${BOB}",`,
      '          "arn:aws:iam::<aws_acct_number>:root",',
    ])
  })

  test('a list behind an alias is shown where it is written', async () => {
    const file = template({ NotPrincipal: '' }).replace('NotPrincipal: ""', 'NotPrincipal: *whom')
    const anchored = `X-Whom: &whom\n  AWS:\n    - "${ADMIN}"\n    - "${BOB}"\n${file}`
    const text = await shownIn({ 'template.yaml': anchored }, NEW)
    expect(inOrder(text, [ADMIN, BOB]), text).toBe(true)
  })
})

describe('a fix for a template that nobody edits', () => {
  const template = (rest: string) => `Resources:
  Deployer: {Type: AWS::IAM::Role, Properties: {RoleName: deployer}}
  P:
    Type: AWS::S3::BucketPolicy
    Metadata: {'aws:cdk:path': Stack/P}
    Properties:
      Bucket: b1
      PolicyDocument:
        Statement: [{Effect: Deny, Action: 's3:*', Resource: 'arn:aws:s3:::b1/*', ${rest}}]
`
  const root = SIX[0]
  test.each<[string, Remedy, readonly string[]]>([
    [
      "NotPrincipal: {AWS: [!GetAtt Deployer.Arn, !Sub 'arn:aws:iam::${AWS::AccountId}:root', '*x']}",
      'not-principal',
      [
        'NotPrincipal:',
        '  AWS:',
        '    - !GetAtt Deployer.Arn',
        '    - !Sub "arn:aws:iam::${AWS::AccountId}:root"',
        '    - "*x"',
        ...SIX.filter((arn) => arn !== root).map((arn) => `    - ${arn}`),
      ],
    ],
    [
      "Principal: '*', Condition: {StringNotEquals: {aws:SourceVpc: [!ImportValue vpc, 'no']}, ArnNotEquals: {aws:PrincipalArn: !Join ['', ['arn:aws:iam::111122223333:role/', a]]}}",
      'principal-arn',
      [
        'Condition:',
        '  StringNotEquals:',
        '    aws:SourceVpc:',
        '      - !ImportValue vpc',
        '      - "no"',
        '  ArnNotEquals:',
        '    aws:PrincipalArn:',
        '      - {"Fn::Join":["",["arn:aws:iam::111122223333:role/","a"]]}',
        `      - ${ROLE}`,
      ],
    ],
  ])('is in YAML, with the functions that are there: %s', async (rest, remedy, lines) => {
    const { report } = await checkFiles({ 't.yaml': template(rest) }, { remedy })
    const [finding] = report.findings
    expect(finding?.fix?.text?.split('\n')).toEqual(lines)
    expect(finding?.fix?.note).not.toContain('must stay in it')
  })
})
