import { describe, expect, test } from 'vitest'
import type { IgnoreEntry } from '../../src/model/options.js'
import { checkTree } from '../support/check.js'

const OPEN = ['v', 'w', 's', 't'].map((name) => `variable "${name}" {}\n`).join('')
const VPC = '{ StringNotEquals = { "aws:SourceVpc" = "x" } }'

interface Parts {
  readonly action?: string
  readonly resource?: string
  readonly condition?: string
  readonly principal?: string
}

/** A statement of Terraform's language. */
function statement({
  action = '"s3:*"',
  resource = '"arn:aws:s3:::b/*"',
  condition = VPC,
  principal = '"*"',
}: Parts = {}): string {
  return `{ Sid = "S", Effect = "Deny", Principal = ${principal}, Action = ${action}, Resource = ${resource}, Condition = ${condition} }`
}

/** A root module with a list of statements, and whatever stands beside it. */
function root(statements: string, beside = ''): string {
  return `${OPEN}${beside}
resource "aws_s3_bucket_policy" "p" {
  bucket = "b"
  policy = jsonencode({ Version = "2012-10-17", Statement = ${statements} })
}
`
}

const tf = (parts: Parts, beside = '') => root(`[${statement(parts)}]`, beside)

/** A root module with a policy document. */
function document(blocks: string, { actions = '"s3:*"', resources = '"arn:aws:s3:::b/*"', given = '' } = {}) {
  return `${OPEN}
data "aws_iam_policy_document" "d" {
  ${given}
  statement {
    sid = "S"
    effect = "Deny"
    actions = [${actions}]
    resources = [${resources}]
    principals {
      type = "*"
      identifiers = ["*"]
    }
    ${blocks}
  }
}
resource "aws_s3_bucket_policy" "p" {
  bucket = "b"
  policy = data.aws_iam_policy_document.d.json
}
`
}

const condition = (name: string, variable: string, values = '"x"') =>
  `condition {\n test = ${name}\n variable = ${variable}\n values = [${values}]\n}`
const dynamic = (each: string, values = '"x"') =>
  `dynamic "condition" {\n for_each = ${each}\n content {\n test = "StringNotEquals"\n variable = "aws:SourceVpc"\n values = [${values}]\n}\n}`

const CONDITIONS = `Parameters:
  P: { Type: String }
  Q: { Type: String }
Conditions:
  A: !Equals [!Ref "AWS::Region", x]
  B: !Equals [!Ref "AWS::Region", y]
`

/** A template with a list of statements. */
function template(statements: string): string {
  return `${CONDITIONS}Resources:
  P:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: b
      PolicyDocument:
        Version: "2012-10-17"
        Statement: ${statements}
`
}

function written({
  action = '"s3:*"',
  resource = '"arn:aws:s3:::b/*"',
  condition = '{StringNotEquals: {"aws:SourceVpc": x}}',
  principal = '"*"',
}: Parts = {}): string {
  return `{Sid: S, Effect: Deny, Principal: ${principal}, Action: ${action}, Resource: ${resource}, Condition: ${condition}}`
}

const cf = (parts: Parts) => template(`[${written(parts)}]`)

/** A file of JSON with placeholders in it. */
const json = (parts: { readonly resource?: string; readonly value?: string }) => {
  const { resource = 'arn:aws:s3:::b/*', value = 'x' } = parts
  const statement = {
    Sid: 'S',
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: resource,
    Condition: { StringNotEquals: { 'aws:SourceVpc': value } },
  }
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] })
}

const PLAIN_JSON = `{"Version":"2012-10-17","Statement":[{"Sid":"S","Effect":"Deny","Principal":"*","Action":"s3:*",
  "Resource":["arn:aws:s3:::b","arn:aws:s3:::b/*"],"Condition":{"StringNotEquals":{"aws:SourceVpc":"vpc-1"}}}]}`

const PLAIN_TEMPLATE = `Resources:
  B:
    Type: AWS::S3::Bucket
  P:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref B
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Sid: S
            Effect: Deny
            Principal: "*"
            Action: s3:*
            Resource: [{Fn::GetAtt: [B, Arn]}, !Join ["", [!GetAtt B.Arn, "/*"]], !Sub "\${B.Arn}/x"]
            Condition: {StringNotEquals: {aws:SourceVpc: vpc-1}}
`

const PLAIN_SOURCES = `
data "aws_partition" "p" {}
resource "aws_s3_bucket" "b" {
  bucket = "b"
}
resource "aws_s3_bucket_policy" "p" {
  bucket = aws_s3_bucket.b.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "S"
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = [aws_s3_bucket.b.arn, "\${aws_s3_bucket.b.arn}/*", "arn:\${data.aws_partition.p.partition}:s3:::\${aws_s3_bucket.b.id}/x"]
      Condition = { StringNotEquals = { "aws:SourceVpc" = "vpc-1" } }
    }]
  })
}
`

type Files = Readonly<Record<string, string>>

const main = (text: string): Files => ({ 'main.tf': text })
const stack = (text: string): Files => ({ 't.yaml': text })
const bare = (text: string): Files => ({ 'p.json': text })

async function prints(files: Files, ignored: readonly string[] = []): Promise<readonly string[]> {
  const ignore: readonly IgnoreEntry[] = ignored.map((fingerprint) => ({
    rule: null,
    buckets: [],
    files: [],
    addresses: [],
    sids: [],
    fingerprint,
    reason: 'narrow',
    expires: null,
    location: { path: 'c.jsonc', startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 },
    introduced: false,
  }))
  const { report } = await checkTree(files, { ignore })
  return report.findings.filter(({ rule }) => rule.startsWith('deny-')).map((one) => one.fingerprint)
}

const loopOver = (each: string) => tf({ resource: `[for x in ${each} : "arn:aws:s3:::b/\${x}"]` })
const called = (argument: string): Files => ({
  'main.tf': `${OPEN}module "m" {\n  source = "./m"\n  a = ${argument}\n}\n`,
  'm/main.tf': `variable "a" {}\n${tf({ action: 'concat(["s3:GetObject"], var.a)' }).slice(OPEN.length)}`,
})
const nested = (value: string): Files => ({
  'main.yaml': `Resources:\n  S:\n    Type: AWS::CloudFormation::Stack\n    Properties:\n      TemplateURL: ./t.yaml\n      Parameters:\n        P: ${value}\n`,
  't.yaml': cf({ resource: '!Sub "arn:${AWS::Partition}:s3:::${P}"' }).replace('  Q: { Type: String }\n', ''),
})
const long = (end: string) => `"${'x'.repeat(130)}" == var.v ? "s3:GetObject" : "${end}"`

/** Statements that differ in one expression: no two of a row are covered by one entry. */
const APART: readonly (readonly [string, readonly Files[]])[] = [
  [
    'what Fn::If makes of a resource',
    [
      '"arn:aws:s3:::b/logs/*"',
      '!If [A, "arn:aws:s3:::b/logs/*", "arn:aws:s3:::b/*"]',
      '!If [B, "arn:aws:s3:::b/logs/*", "arn:aws:s3:::b/*"]',
      '!If [A, "arn:aws:s3:::b/*", "arn:aws:s3:::b/logs/*"]',
    ].map((resource) => stack(cf({ resource }))),
  ],
  [
    'what Fn::If makes of an action',
    ['"s3:*"', '!If [B, "s3:*", ["s3:GetObject"]]', '!If [A, "s3:*", ["s3:GetObject"]]'].map((action) =>
      stack(cf({ action })),
    ),
  ],
  [
    'what Fn::If makes of the values of a condition',
    ['x', '!If [A, x, y]', '!If [B, x, y]', '!If [A, x, z]'].map((value) =>
      stack(cf({ condition: `{StringNotEquals: {"aws:SourceVpc": ${value}}}` })),
    ),
  ],
  [
    'what Fn::If makes of an operator',
    [
      '{"aws:SourceVpc": x}',
      '!If [A, {"aws:SourceVpc": x}, {"aws:SourceVpc": y}]',
      '!If [B, {"aws:SourceVpc": x}, {"aws:SourceVpc": y}]',
    ].map((tests) => stack(cf({ condition: `{StringNotEquals: ${tests}}` }))),
  ],
  [
    'what Fn::If makes of principals',
    ['"*"', '!If [A, "*", {AWS: "123456789012"}]', '!If [B, "*", {AWS: "123456789012"}]'].map((principal) =>
      stack(cf({ principal })),
    ),
  ],
  [
    'under which condition a statement of a template is there',
    [
      `[${written()}]`,
      `[!If [A, ${written()}, !Ref "AWS::NoValue"]]`,
      `[!If [B, ${written()}, !Ref "AWS::NoValue"]]`,
      `[!If [A, !Ref "AWS::NoValue", ${written()}]]`,
    ].map((statements) => stack(template(statements))),
  ],
  [
    'functions of a template and what they are called with',
    [
      '!Ref P',
      '!Ref Q',
      '!Sub "${P}"',
      '!Sub "${Q}"',
      '!Sub "${P}${Q}"',
      '!Sub "${Q}${P}"',
      '!Sub ["${X}", {X: !Ref P}]',
      '!Sub ["${X}", {X: !Ref Q}]',
      '!Join ["-", [!Ref P, !Ref Q]]',
      '!Join ["-", [!Ref Q, !Ref P]]',
      '!Join ["-", [!Ref Q, !Ref P, !Ref Q]]',
      '!Select [0, !Ref P]',
      '!Select [1, !Ref P]',
      '!Select [0, [!Ref P, !Ref Q]]',
      '!Select [0, [!Ref Q, !Ref P]]',
      '!FindInMap [M, !Ref P, k]',
      '!FindInMap [M, !Ref Q, k]',
      '!FindInMap [M, !Ref P, l]',
      '!FindInMap [k, !Ref P, M]',
      '!ImportValue a',
      '!ImportValue b',
      '"{{resolve:ssm:a}}"',
      '"{{resolve:ssm:b}}"',
    ].map((value) => stack(cf({ condition: `{StringNotEquals: {"aws:SourceVpc": ${value}}}` }))),
  ],
  ['what the caller of a nested stack hands over', ['b/logs/*', 'b/*'].map(nested)],
  [
    'lists that are not known to the end',
    ['var.v', 'var.w', 'var.v ? ["s3:*"] : []', 'var.w ? ["s3:*"] : []', 'var.v ? [] : ["s3:*"]'].map((more) =>
      main(tf({ action: `concat(["s3:GetObject"], ${more})` })),
    ),
  ],
  [
    'such lists by the name of a local value',
    [
      'var.v',
      'var.w',
      'var.v ? ["s3:*"] : []',
      'var.w ? ["s3:*"] : []',
      'setunion(var.v, var.w)',
      'setunion(var.v, var.v)',
    ].map((more) => main(tf({ action: 'concat(["s3:GetObject"], local.more)' }, `locals {\n more = ${more}\n}\n`))),
  ],
  ['such lists that a module is called with', ['var.v', 'var.w'].map(called)],
  ['the collections of a loop', ['var.v', 'var.w', 'keys(var.v)'].map((each) => main(loopOver(each)))],
  [
    'loops and lists',
    [
      '"arn:aws:s3:::b/*"',
      '[for x in var.v : "arn:aws:s3:::b/*"]',
      '[for x in var.w : "arn:aws:s3:::b/*"]',
      '[for x in var.v : "arn:aws:s3:::b/*" if x == var.w]',
      '[for x in ["a"] : "arn:aws:s3:::b/*" if x == var.w]',
    ].map((resource) => main(tf({ resource }))),
  ],
  [
    'templates',
    [
      '${var.v}',
      '${var.w}',
      '${var.v}${var.w}',
      '${var.w}${var.v}',
      '${upper(var.v)}',
      '${upper(var.w)}',
      '%{ if var.v }a%{ endif }',
      '%{ if var.w }a%{ endif }',
      '%{ if var.v }b%{ endif }',
      '%{ for x in var.v }${x}%{ endfor }',
      '%{ for x in var.w }${x}%{ endfor }',
    ].map((text) => main(tf({ resource: `"arn:aws:s3:::b/${text}/*"` }))),
  ],
  [
    'conditionals',
    [
      'var.v ? "s3:GetObject" : "s3:*"',
      'var.w ? "s3:GetObject" : "s3:*"',
      'var.v ? "s3:*" : "s3:GetObject"',
      'var.v ? "s3:GetObject" : "s3:Get*"',
      'var.v ? "s3:GetObject" : (var.w ? "s3:Get*" : "s3:*")',
      'var.v ? "s3:GetObject" : (var.s ? "s3:Get*" : "s3:*")',
      long('s3:Get*'),
      long('s3:*'),
    ].map((action) => main(tf({ action }))),
  ],
  [
    'what local values of a conditional say',
    ['s3:Get*', 's3:*'].map((wide) =>
      main(tf({ action: 'var.v ? "s3:GetObject" : local.wide' }, `locals {\n wide = "${wide}"\n}\n`)),
    ),
  ],
  [
    'lookups',
    [
      'lookup({ a = "s3:GetObject" }, var.v, "s3:*")',
      'lookup({ a = "s3:GetObject" }, var.w, "s3:*")',
      'lookup({ a = "s3:Get*" }, var.v, "s3:*")',
      'lookup(var.s, "a", "s3:*")',
      'lookup(var.t, "a", "s3:*")',
      '{ a = "s3:GetObject", b = "s3:*" }[var.v]',
      '{ a = "s3:GetObject", b = "s3:*" }[var.w]',
      'try(var.s.a, "s3:*")',
      'try(var.t.a, "s3:*")',
    ].map((action) => main(tf({ action }))),
  ],
  [
    'operators that are not known',
    [
      '{ (var.v) = { "aws:SourceVpc" = "x" } }',
      '{ (var.w) = { "aws:SourceVpc" = "x" } }',
      '{ (var.v) = { "aws:SourceVpc" = "y" } }',
      '{ (var.v) = { "aws:SourceIp" = "x" } }',
      '{ "${var.v}Equals" = { "aws:SourceVpc" = "x" } }',
    ].map((one) => main(tf({ condition: one }))),
  ],
  [
    'keys of conditions that are not known',
    ['(var.v) = "x"', '(var.w) = "x"', '(var.v) = "y"'].map((test) =>
      main(tf({ condition: `{ StringNotEquals = { ${test} } }` })),
    ),
  ],
  [
    'conditions that are not known',
    [
      'var.v',
      'var.w',
      `merge(var.v, ${VPC})`,
      `merge(var.w, ${VPC})`,
      `merge(var.v, ${VPC.replace('"x"', '"y"')})`,
      `var.v ? ${VPC} : {}`,
      `var.w ? ${VPC} : {}`,
      `var.v ? ${VPC.replace('"x"', '"y"')} : {}`,
      '{ StringNotEquals = var.v }',
      '{ StringNotEquals = var.w }',
      '{ StringEquals = var.v }',
    ].map((one) => main(tf({ condition: one }))),
  ],
  [
    'principals that are not known',
    [
      'var.v',
      'var.w',
      '{ AWS = var.v }',
      '{ AWS = var.w }',
      '{ AWS = concat(["123456789012"], var.v) }',
      '{ AWS = concat(["123456789012"], var.w) }',
      '{ (var.v) = "*" }',
      '{ (var.w) = "*" }',
    ].map((principal) => main(tf({ principal }))),
  ],
  [
    'what decides whether a statement is there',
    [
      '[%]',
      'var.v ? [%] : []',
      'var.w ? [%] : []',
      'var.v ? [] : [%]',
      '[for x in var.v : %]',
      '[for x in var.w : %]',
      '[for x in ["a"] : % if x == var.v]',
    ].map((list) => main(root(list.replaceAll('%', statement())))),
  ],
  [
    'what a statement is merged with',
    ['var.v', 'var.w'].map((other) => main(root(`[merge(${other}, ${statement()})]`))),
  ],
  [
    'blocks of a policy document that are not known',
    [
      condition('var.v', '"aws:SourceVpc"'),
      condition('var.w', '"aws:SourceVpc"'),
      condition('var.v', '"aws:SourceVpc"', '"y"'),
      condition('"StringNotEquals"', 'var.v'),
      condition('"StringNotEquals"', 'var.w'),
      condition('"StringNotEquals"', '"aws:SourceVpc"'),
      condition('"StringNotEquals"', '"aws:SourceVpc"', 'var.v'),
      condition('"StringNotEquals"', '"aws:SourceVpc"', 'var.w'),
      dynamic('var.v'),
      dynamic('var.w'),
      dynamic('var.v', '"y"'),
      dynamic('var.v', 'condition.value'),
      dynamic('var.w', 'condition.value'),
      dynamic('var.v ? ["x"] : []', 'condition.value'),
      dynamic('var.w ? ["x"] : []', 'condition.value'),
    ].map((block) => main(document(block))),
  ],
  [
    'the collections of dynamic statements',
    ['var.v', 'var.w', '["a"]'].map((each) =>
      main(
        document('')
          .replace('  statement {', `  dynamic "statement" {\n    for_each = ${each}\n    content {`)
          .replace('    \n  }\n}', '  }\n  }\n}'),
      ),
    ),
  ],
  [
    'documents that a policy document is overridden by',
    ['override_policy_documents = [var.v]', 'override_policy_documents = [var.w]'].map((given) =>
      main(document('', { given })),
    ),
  ],
  [
    'what a module gives out',
    ['var.a', 'keys(var.a)'].map((value) => ({
      'main.tf': `${tf({ action: 'concat(["s3:GetObject"], module.m.out)' })}module "m" {\n  source = "./m"\n  a = var.v\n}\n`,
      'm/main.tf': `variable "a" {}\noutput "out" {\n  value = ${value}\n}\n`,
    })),
  ],
  [
    'what a resource is made for',
    ['var.v', 'var.w', 'toset(var.v)'].map((each) =>
      main(
        tf({ resource: '"arn:aws:s3:::b/${each.value}/*"' }).replace(
          'bucket = "b"',
          `for_each = ${each}\n  bucket = "b"`,
        ),
      ),
    ),
  ],
  [
    'templates of JSON in Terraform',
    [
      '"${var.v}"',
      '"${var.w}"',
      '"a/${var.v}"',
      '%{ if var.v }"a",%{ endif }"b"',
      '%{ if var.w }"a",%{ endif }"b"',
      '%{ if var.v }%{ else }"a",%{ endif }"b"',
      '${jsonencode(var.v)}',
      '${jsonencode(var.w)}',
      '"b", ${jsonencode(var.v ? "a" : "c")}',
      '"b", ${jsonencode(var.w ? "a" : "c")}',
    ].map((values) =>
      main(`${OPEN}resource "aws_s3_bucket_policy" "p" {
  bucket = "b"
  policy = <<EOT
{"Version": "2012-10-17", "Statement": [{"Sid": "S", "Effect": "Deny", "Principal": "*", "Action": "s3:*",
 "Resource": "arn:aws:s3:::b/*", "Condition": {"StringNotEquals": {"aws:SourceVpc": [${values}]}}}]}
EOT
}
`),
    ),
  ],
  [
    'placeholders',
    [
      '${P}',
      '${Q}',
      '{{ .Values.p }}',
      '{{ .Values.q }}',
      '<P>',
      '<Q>',
      '$P_P',
      '__Q_Q__',
      '#{p}',
      '%{ if a }x%{ endif }',
      '%{ if b }x%{ endif }',
      '{{ if .a }}x{{ end }}',
      '{{ if .b }}x{{ end }}',
    ].map((value) => bare(json({ value }))),
  ],
  [
    'variables of serverless.yml',
    ['${self:custom.a}', '${self:custom.b}', '${env:A}', '${opt:a}'].map((value) => ({
      'serverless.yml': `service: s\nprovider:\n  name: aws\nresources:\n${cf({
        condition: `{StringNotEquals: {"aws:SourceVpc": "${value}"}}`,
      }).replace(/^/gm, '  ')}`,
    })),
  ],
]

describe('fingerprints of statements that differ in one expression are others, and no entry covers two:', () => {
  test.each(APART)('%s', async (_name, variants) => {
    const all: (readonly string[])[] = []
    for (const files of variants) all.push(await prints(files))
    expect(all.map((own) => own.length > 0)).toEqual(variants.map(() => true))
    const silenced = all.flatMap((own, i) =>
      all.flatMap((other, j) => (i !== j && other.every((one) => own.includes(one)) ? [`${i} silences ${j}`] : [])),
    )
    expect(silenced).toEqual([])
  })

  test('an entry that was written for the narrow one leaves the wide one told', async () => {
    const [narrow, wide] = ['"arn:aws:s3:::b/logs/*"', 'var.v ? "arn:aws:s3:::b/logs/*" : "arn:aws:s3:::b/*"']
    const entries = await prints(main(tf({ resource: narrow })))
    expect(await prints(main(tf({ resource: narrow })), entries)).toEqual([])
    expect(await prints(main(tf({ resource: wide ?? '' })), entries)).toHaveLength(1)
  })
})

/** A statement of which something is marked as sensitive, with a secret in the sources. */
const marked = (secret: string, key: string, mark = 'sensitive') =>
  main(
    tf(
      { condition: `{ StringNotEquals = { "aws:SourceVpc" = lookup(local.secrets, ${key}, "x") } }` },
      `locals {\n  secrets = ${mark}({ a = "${secret}" })\n}\n`,
    ),
  )

describe('of a statement that is marked as sensitive', () => {
  test('the names in its expressions have a part in the fingerprint', async () => {
    expect(await prints(marked('4711', 'var.v'))).not.toEqual(await prints(marked('4711', 'var.w')))
  })

  test('what is written out there has none, so that nobody finds it by trying', async () => {
    expect(await prints(marked('4711', 'var.v'))).toEqual(await prints(marked('0815', 'var.v')))
    expect(await prints(marked('4711', 'var.v', 'tomap'))).not.toEqual(await prints(marked('0815', 'var.v', 'tomap')))
  })
})

/** Fingerprints that stand in the files of users. */
const KNOWN: readonly (readonly [string, Files, string])[] = [
  ['JSON', bare(PLAIN_JSON), '08ce1c95b1bc8d47c7d19b0e06777fb0'],
  ['a template whose functions name its own bucket', stack(PLAIN_TEMPLATE), '6fb75d42b1f86b4c2f5b1228fd481ffa'],
  ['sources that name a bucket of theirs', main(PLAIN_SOURCES), '9e442f33b95897ac3cac6e1f8c1b4cb6'],
]

describe('fingerprints of statements of which nothing is open stay what they are in', () => {
  test.each(KNOWN)('%s', async (_name, files, expected) => {
    expect(await prints(files)).toEqual([expected])
  })
})

const ALIKE: readonly (readonly [string, Files, Files])[] = [
  [
    'where its lines are',
    main(tf({ action: 'concat(["s3:GetObject"], var.v)' })),
    main(`# moved\n\n${tf({ action: 'concat(["s3:GetObject"], var.v)' })}`),
  ],
  [
    'how an expression is laid out',
    main(tf({ action: 'concat(["s3:GetObject"], var.v ? ["s3:*"] : [])' })),
    main(tf({ action: 'concat(\n  [ # first\n    "s3:GetObject",\n  ],\n  var.v   ? ["s3:*"] : [],\n)' })),
  ],
  [
    'the order of a list with something that is not known',
    main(tf({ action: '["s3:GetObject", var.v, "s3:${var.w}"]' })),
    main(tf({ action: '["s3:${var.w}", "s3:GetObject", var.v]' })),
  ],
  [
    'the order of keys',
    main(
      root(
        `[merge(var.v, { Effect = "Deny", Sid = "S", Principal = "*", Action = "s3:*", Resource = "arn:aws:s3:::b/*" })]`,
      ),
    ),
    main(
      root(
        `[merge(var.v, { Sid = "S", Principal = "*", Effect = "Deny", Resource = "arn:aws:s3:::b/*", Action = "s3:*" })]`,
      ),
    ),
  ],
  [
    'the case of condition keys',
    main(tf({ condition: '{ StringNotEquals = { "aws:SourceVpc" = var.v ? "x" : "y" } }' })),
    main(tf({ condition: '{ StringNotEquals = { "AWS:sourceVPC" = var.v ? "x" : "y" } }' })),
  ],
  [
    'whether one value is a list',
    main(tf({ resource: '"arn:aws:s3:::b/${var.v}"' })),
    main(tf({ resource: '["arn:aws:s3:::b/${var.v}"]' })),
  ],
  [
    'the order of blocks',
    main(document([condition('var.v', '"aws:SourceVpc"'), condition('var.w', '"aws:SourceIp"')].join('\n'))),
    main(document([condition('var.w', '"aws:SourceIp"'), condition('var.v', '"aws:SourceVpc"')].join('\n'))),
  ],
  [
    'what other statements of the policy say',
    main(root(`concat([{ Sid = "T", Effect = "Allow" }], var.v ? [${statement()}] : [])`)),
    main(root(`concat([{ Sid = "U", Effect = "Allow" }], var.v ? [${statement()}] : [])`)),
  ],
  [
    'the case of condition keys of a template',
    stack(cf({ condition: '{StringNotEquals: {"aws:SourceVpc": !If [A, x, y]}}' })),
    stack(cf({ condition: '{StringNotEquals: {"AWS:sourceVPC": [!If [A, x, y]]}}' })),
  ],
]

describe('fingerprints of statements with expressions are stable whatever is', () => {
  test.each(ALIKE)('%s', async (_name, one, other) => {
    const first = await prints(one)
    expect(first).not.toEqual([])
    expect([...(await prints(other))].sort()).toEqual([...first].sort())
  })
})

test('choices of choices, level by level, take no more work than they have lines', async () => {
  const texts = Array.from({ length: 30 }, (_, i) => `  t${i + 1} = var.v ? "\${local.t${i}}a" : "\${local.t${i}}b"\n`)
  const joined = `locals {\n  t0 = var.w ? "x" : "y"\n${texts.join('')}}\n`
  const lists = Array.from(
    { length: 8 },
    (_, i) => `  l${i + 1} = var.v ? [local.l${i}, local.l${i}] : [local.l${i}]\n`,
  )
  const nested = `locals {\n  l0 = var.w ? "x" : "y"\n${lists.join('')}}\n`
  const chosen = document(condition('"StringNotEquals"', '"aws:SourceVpc"', 'local.l8'))
  expect(await prints(main(tf({ resource: '"arn:aws:s3:::b/${local.t30}"' }, joined)))).toHaveLength(1)
  expect(await prints(main(chosen + nested))).toHaveLength(1)
}, 20_000)
