import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { unformatted } from '../../../../scripts/terraform/terraform.mjs'
import { type Insert, sourceNotPrincipal, sourcePrincipalArn } from '../../../../src/fix/patch/hcl/index.js'
import { locatePolicy } from '../../../../src/terraform/trace/index.js'
import { applyTextEdits } from '../../../../src/text/edit.js'
import { HAS_TERRAFORM } from '../../../support/terraform.js'
import { request, textFiles } from '../../../terraform/hcl/workspace.js'

const A: Insert = { arn: 'arn:a' }
const B: Insert = { arn: 'arn:b' }

interface Case {
  readonly name: string
  readonly before: string
  readonly after: string
  /** Not as `terraform fmt` would write it, before and after. */
  readonly unformatted?: true
}

function encoded(statement: string): string {
  return `resource "aws_s3_bucket_policy" "p" {
  policy = jsonencode({
    Statement = [
${statement}
    ]
  })
}
`
}

function document(statement: string, more = ''): string {
  return `data "aws_iam_policy_document" "d" {
${statement}
}

resource "aws_s3_bucket_policy" "p" {
  policy = data.aws_iam_policy_document.d.json
}
${more}`
}

async function locate(text: string) {
  const { statements } = await locatePolicy(request('aws_s3_bucket_policy.p', null), textFiles({ 'main.tf': text }))
  const [first] = statements
  if (!first?.found) throw new Error('the statement is not located')
  return first
}

async function rewritten(text: string, remedy: 'not-principal' | 'principal-arn', inserts: readonly Insert[]) {
  const statement = await locate(text)
  const edits =
    remedy === 'not-principal'
      ? sourceNotPrincipal(statement, {
          principals: inserts,
          listed: [],
          standIns: (entry) => (entry === 'arn:*' ? ['arn:a'] : []),
        })
      : sourcePrincipalArn(statement, inserts)
  return 'reason' in edits ? edits.reason : applyTextEdits(text, edits.edits)
}

const NOT_PRINCIPAL: readonly Case[] = [
  {
    name: 'a key in parentheses is as wide as they are',
    before: encoded(`      {
        ("Sid")   = "S"
        Principal = "*"
        Action    = "s3:*"
      },`),
    after: encoded(`      {
        ("Sid") = "S"
        NotPrincipal = {
          AWS = [
            "arn:a",
            "arn:b",
          ]
        }
        Action = "s3:*"
      },`),
  },
  {
    name: 'a key in parentheses has its colon behind them',
    before: encoded(`      {
        ("Sid") : "S"
        Principal : "*"
      },`),
    after: encoded(`      {
        ("Sid") : "S"
        NotPrincipal : {
          AWS : [
            "arn:a",
            "arn:b",
          ]
        }
      },`),
  },
  {
    name: 'comments on both sides of what comes to span lines have a column each',
    before: encoded(`      {
        Resource = [
          "*",
        ]                  # t
        Principal = "*"    # t
        Action    = "s3:*" # t
      },`),
    after: encoded(`      {
        Resource = [
          "*",
        ] # t
        NotPrincipal = {
          AWS = [
            "arn:a",
            "arn:b",
          ]
        }               # t
        Action = "s3:*" # t
      },`),
  },
  {
    name: 'comments follow a line that grows',
    before: encoded(`      {
        Effect       = "Deny"              # "t"
        NotPrincipal = { AWS = ["arn:c"] } // t
        Action       = "s3:*\${"#"}"
      },`),
    after: encoded(`      {
        Effect       = "Deny"                                # "t"
        NotPrincipal = { AWS = ["arn:c", "arn:a", "arn:b"] } // t
        Action       = "s3:*\${"#"}"
      },`),
  },
  {
    name: 'a group of one-line items is split, and both parts get a column of their own',
    before: encoded(
      '      {\n        Sid       = "S"\n        Effect    = "Deny"\n        Principal = "*"\n        Action    = "s3:*"\n        Resource  = "*"\n      },',
    ),
    after: encoded(
      '      {\n        Sid    = "S"\n        Effect = "Deny"\n        NotPrincipal = {\n          AWS = [\n            "arn:a",\n            "arn:b",\n          ]\n        }\n        Action   = "s3:*"\n        Resource = "*"\n      },',
    ),
  },
  {
    name: 'comments behind the items move with them',
    before: encoded(
      '      {\n        Sid       = "S" # one\n        Effect    = "Deny"\n        Principal = "*"    # everyone\n        Action    = "s3:*" # two\n        Resource  = "*"    # three\n      },',
    ),
    after: encoded(
      '      {\n        Sid    = "S" # one\n        Effect = "Deny"\n        NotPrincipal = {\n          AWS = [\n            "arn:a",\n            "arn:b",\n          ]\n        }                 # everyone\n        Action   = "s3:*" # two\n        Resource = "*"    # three\n      },',
    ),
  },
  {
    name: 'neighbours that were not aligned stay as they are',
    before: encoded(
      '      {\n        Effect = "Deny"\n        Principal = "*"\n        Action = "s3:*"\n        Resource = "*"\n      },',
    ),
    after: encoded(
      '      {\n        Effect = "Deny"\n        NotPrincipal = {\n          AWS = [\n            "arn:a",\n            "arn:b",\n          ]\n        }\n        Action = "s3:*"\n        Resource = "*"\n      },',
    ),
    unformatted: true,
  },
  {
    name: 'an object on one line stays on one line',
    before: encoded('      { Effect = "Deny", Principal = { AWS = ["*"] }, Action = "s3:*", Resource = "*" },'),
    after: encoded(
      '      { Effect = "Deny", NotPrincipal = { AWS = ["arn:a", "arn:b"] }, Action = "s3:*", Resource = "*" },',
    ),
  },
  {
    name: 'quoted keys and colons are kept, and so are commas',
    before: encoded(
      '      {\n        "Effect" : "Deny",\n        "Principal" : "*",\n        "Action" : "s3:*",\n        "Resource" : "*"\n      },',
    ),
    after: encoded(
      '      {\n        "Effect" : "Deny",\n        "NotPrincipal" : {\n          "AWS" : [\n            "arn:a",\n            "arn:b",\n          ]\n        },\n        "Action" : "s3:*",\n        "Resource" : "*"\n      },',
    ),
  },
  {
    name: 'an existing list keeps its entries and their form',
    before: encoded(
      '      {\n        Effect = "Deny"\n        NotPrincipal = {\n          AWS = [\n            var.mine,\n            "arn:b"\n          ]\n        }\n        Action   = "s3:*"\n        Resource = "*"\n      },',
    ),
    after: encoded(
      '      {\n        Effect = "Deny"\n        NotPrincipal = {\n          AWS = [\n            var.mine,\n            "arn:b",\n            "arn:a"\n          ]\n        }\n        Action   = "s3:*"\n        Resource = "*"\n      },',
    ),
  },
  {
    name: 'inert entries are replaced in their place',
    before: encoded(
      '      { Effect = "Deny", NotPrincipal = { AWS = ["arn:*", "arn:c"] }, Action = "s3:*", Resource = "*" },',
    ),
    after: encoded(
      '      { Effect = "Deny", NotPrincipal = { AWS = ["arn:a", "arn:c", "arn:b"] }, Action = "s3:*", Resource = "*" },',
    ),
  },
  {
    name: 'the blocks of a policy document',
    before: document(
      '  statement {\n    effect    = "Deny"\n    actions   = ["s3:*"]\n    resources = ["*"]\n\n    principals {\n      type        = "*"\n      identifiers = ["*"]\n    }\n  }',
    ),
    after: document(
      '  statement {\n    effect    = "Deny"\n    actions   = ["s3:*"]\n    resources = ["*"]\n\n    not_principals {\n      type = "AWS"\n      identifiers = [\n        "arn:a",\n        "arn:b",\n      ]\n    }\n  }',
    ),
  },
  {
    name: 'a variable that is a list is put into concat()',
    before: document(
      '  statement {\n    effect = "Deny"\n\n    not_principals {\n      type        = "AWS"\n      identifiers = var.exempt\n    }\n  }',
      '\nvariable "exempt" {\n  default = ["arn:c"]\n}\n',
    ),
    after: document(
      '  statement {\n    effect = "Deny"\n\n    not_principals {\n      type        = "AWS"\n      identifiers = concat(var.exempt, ["arn:a", "arn:b"])\n    }\n  }',
      '\nvariable "exempt" {\n  default = ["arn:c"]\n}\n',
    ),
  },
]

const ONE = 'variable "v" {\n  default = "arn:c"\n}\n'
const MAP = 'variable "m" {\n  default = { "aws:PrincipalArn" = ["arn:c"] }\n}\n'

function heredoc(statement: string): string {
  return `resource "aws_s3_bucket_policy" "p" {
  policy = <<-EOT
    { "Statement": [
      ${statement}
    ] }
  EOT
}

${ONE}`
}

const PRINCIPAL_ARN: readonly Case[] = [
  {
    name: 'comments follow a Condition that grows',
    before: encoded(`      {
        Effect    = "Deny"                                        # t
        Condition = { Bool = { "aws:SecureTransport" = "true" } } # t
      },`),
    after: encoded(`      {
        Effect    = "Deny"                                                                                         # t
        Condition = { Bool = { "aws:SecureTransport" = "true" }, ArnNotEquals = { "aws:PrincipalArn" = "arn:a" } } # t
      },`),
  },
  {
    name: 'a Condition is appended and disturbs no column',
    before: encoded('      {\n        Effect    = "Deny"\n        Principal = "*"\n        Resource  = "*"\n      },'),
    after: encoded(
      '      {\n        Effect    = "Deny"\n        Principal = "*"\n        Resource  = "*"\n        Condition = {\n          ArnNotEquals = {\n            "aws:PrincipalArn" = "arn:a"\n          }\n        }\n      },',
    ),
  },
  {
    name: 'a Condition is appended on one line',
    before: encoded('      { Effect = "Deny", Principal = "*", Resource = "*" },'),
    after: encoded(
      '      { Effect = "Deny", Principal = "*", Resource = "*", Condition = { ArnNotEquals = { "aws:PrincipalArn" = "arn:a" } } },',
    ),
  },
  {
    name: 'an operator joins a Condition on one line',
    before: encoded(
      '      {\n        Effect    = "Deny"\n        Condition = { Bool = { "aws:SecureTransport" = "true" } }\n      },',
    ),
    after: encoded(
      '      {\n        Effect    = "Deny"\n        Condition = { Bool = { "aws:SecureTransport" = "true" }, ArnNotEquals = { "aws:PrincipalArn" = "arn:a" } }\n      },',
    ),
  },
  {
    name: 'an operator joins a Condition on several lines',
    before: encoded(
      '      {\n        Effect = "Deny"\n        Condition = {\n          Bool = { "aws:SecureTransport" = "true" }\n        }\n      },',
    ),
    after: encoded(
      '      {\n        Effect = "Deny"\n        Condition = {\n          Bool = { "aws:SecureTransport" = "true" }\n          ArnNotEquals = {\n            "aws:PrincipalArn" = "arn:a"\n          }\n        }\n      },',
    ),
  },
  {
    name: 'a value on that key becomes a list, whatever the operator',
    before: encoded('      { Effect = "Deny", Condition = { StringNotLike = { "aws:PrincipalArn" = "arn:c" } } },'),
    after: encoded(
      '      { Effect = "Deny", Condition = { StringNotLike = { "aws:PrincipalArn" = ["arn:c", "arn:a"] } } },',
    ),
  },
  {
    name: 'a list on that key gets one more entry',
    before: encoded('      { Effect = "Deny", Condition = { ArnNotLike = { "aws:principalarn" = ["arn:c"] } } },'),
    after: encoded(
      '      { Effect = "Deny", Condition = { ArnNotLike = { "aws:principalarn" = ["arn:c", "arn:a"] } } },',
    ),
  },
  {
    name: 'the same operator on another key gets this one as well, never a second operator',
    before: encoded('      { Effect = "Deny", Condition = { ArnNotEquals = { "aws:SourceArn" = "arn:c" } } },'),
    after: encoded(
      '      { Effect = "Deny", Condition = { ArnNotEquals = { "aws:SourceArn" = "arn:c", "aws:PrincipalArn" = "arn:a" } } },',
    ),
  },
  {
    name: 'an expression on that key stays, and another operator takes this one',
    before: `${encoded('      { Effect = "Deny", Condition = { ArnNotEquals = { "aws:PrincipalArn" = var.v } } },')}\n${ONE}`,
    after: `${encoded(
      '      { Effect = "Deny", Condition = { ArnNotEquals = { "aws:PrincipalArn" = var.v }, ArnNotLike = { "aws:PrincipalArn" = "arn:a" } } },',
    )}\n${ONE}`,
  },
  {
    name: 'a list that others may share stays, and another operator takes this one',
    before: `${encoded('      { Effect = "Deny", Condition = { ArnNotEquals = var.m } },')}\n${MAP}`,
    after: `${encoded(
      '      { Effect = "Deny", Condition = { ArnNotEquals = var.m, ArnNotLike = { "aws:PrincipalArn" = "arn:a" } } },',
    )}\n${MAP}`,
  },
  {
    name: 'a list in JSON that is an expression stays, and another operator takes this one',
    before: heredoc(
      '{ "Effect": "Deny", "Condition": { "ArnNotLike": { "aws:PrincipalArn": ${jsonencode([var.v])} } } }',
    ),
    after: heredoc(
      '{ "Effect": "Deny", "Condition": { "ArnNotLike": { "aws:PrincipalArn": ${jsonencode([var.v])} }, "ArnNotEquals": { "aws:PrincipalArn": "arn:a" } } }',
    ),
  },
  {
    name: 'a condition block follows the last block',
    before: document(
      '  statement {\n    effect = "Deny"\n\n    principals {\n      type        = "*"\n      identifiers = ["*"]\n    }\n  }',
    ),
    after: document(
      '  statement {\n    effect = "Deny"\n\n    principals {\n      type        = "*"\n      identifiers = ["*"]\n    }\n\n    condition {\n      test     = "ArnNotEquals"\n      variable = "aws:PrincipalArn"\n      values   = ["arn:a"]\n    }\n  }',
    ),
  },
]

describe('NotPrincipal', () => {
  test.each(NOT_PRINCIPAL)('$name', async ({ before, after }) => {
    expect(await rewritten(before, 'not-principal', [A, B])).toBe(after)
  })

  test.each(NOT_PRINCIPAL)('with line ends of Windows: $name', async ({ before, after }) => {
    const crlf = (text: string) => text.replaceAll('\n', '\r\n')
    expect(await rewritten(crlf(before), 'not-principal', [A, B])).toBe(crlf(after))
  })

  const refused: readonly (readonly [string, string])[] = [
    ['an expression', encoded('      { Effect = "Deny", Principal = var.x },')],
    [
      'a service beside everyone',
      encoded('      { Effect = "Deny", Principal = { AWS = "*", Service = "s3.amazonaws.com" } },'),
    ],
    ['an account', encoded('      { Effect = "Deny", Principal = { AWS = "arn:aws:iam::123456789012:root" } },')],
    [
      'a comment inside',
      encoded(
        '      {\n        Effect = "Deny"\n        Principal = {\n          # all\n          AWS = "*"\n        }\n      },',
      ),
    ],
    [
      'several principals blocks',
      document(
        '  statement {\n    principals {\n      type        = "AWS"\n      identifiers = ["*"]\n    }\n    principals {\n      type        = "Service"\n      identifiers = ["x"]\n    }\n  }',
      ),
    ],
    [
      'dynamic principals',
      document(
        '  statement {\n    dynamic "principals" {\n      for_each = ["*"]\n      content {\n        type        = "AWS"\n        identifiers = [principals.value]\n      }\n    }\n  }',
      ),
    ],
  ]

  test.each(refused)('no edit over %s', async (_name, text) => {
    const statement = await locate(text)
    const edits = sourceNotPrincipal(statement, { principals: [A], listed: [], standIns: () => [] })
    expect(edits).toMatchObject({ reason: expect.any(String) })
  })

  test('configured expressions are written as such, literals are escaped', async () => {
    const before = encoded('      { Effect = "Deny", Principal = "*" },')
    const inserts = [{ arn: 'arn:1', template: 'arn:${var.account_id}' }, { arn: 'arn:${x}' }]
    const after = encoded('      { Effect = "Deny", NotPrincipal = { AWS = ["arn:${var.account_id}", "arn:$${x}"] } },')
    expect(await rewritten(before, 'not-principal', inserts)).toBe(after)
  })

  test('expressions in the JSON text of a heredoc are kept', async () => {
    const text = (list: string) =>
      `resource "aws_s3_bucket_policy" "p" {\n  policy = <<EOT\n{ "Statement": [\n  { "Effect": "Deny", "NotPrincipal": { "AWS": ${list} }, "Action": "\${var.action}" }\n] }\nEOT\n}\n`
    expect(await rewritten(text('"arn:${var.c}"'), 'not-principal', [A, { arn: 'arn:${b}' }])).toBe(
      text('["arn:${var.c}", "arn:a", "arn:$${b}"]'),
    )
  })

  test('expressions of the configuration cannot stand in a plain file', async () => {
    const files = textFiles({
      'main.tf': 'resource "aws_s3_bucket_policy" "p" {\n  policy = file("p.json")\n}',
      'p.json': '{ "Statement": [{ "Effect": "Deny", "Principal": "*" }] }',
    })
    const [statement] = (await locatePolicy(request('aws_s3_bucket_policy.p', null), files)).statements
    if (!statement?.found) throw new Error('the statement is not located')
    const wanted = { principals: [{ arn: 'arn:1', template: 'arn:${var.a}' }], listed: [], standIns: () => [] }
    expect(sourceNotPrincipal(statement, wanted)).toMatchObject({ reason: expect.stringContaining('no template') })
  })
})

describe('aws:PrincipalArn', () => {
  test.each(PRINCIPAL_ARN)('$name', async ({ before, after }) => {
    expect(await rewritten(before, 'principal-arn', [A])).toBe(after)
  })

  test('a merged object takes the Condition in its literal part', async () => {
    const text = (last: string) =>
      encoded(`      merge(local.common, { Sid = "S"${last} })`) +
      'locals {\n  common = { Effect = "Deny", Principal = "*" }\n}\n'
    expect(await rewritten(text(''), 'principal-arn', [A])).toBe(
      text(', Condition = { ArnNotEquals = { "aws:PrincipalArn" = "arn:a" } }'),
    )
  })

  test('where every operator is in use, no edit is made', async () => {
    const operators = ['ArnNotEquals', 'ArnNotLike', 'StringNotEquals', 'StringNotLike']
    const used = operators.map((name) => `${name} = var.m`).join(', ')
    const text = `${encoded(`      { Effect = "Deny", Condition = { ${used} } },`)}\n${MAP}`
    expect(await rewritten(text, 'principal-arn', [A])).toContain('in use')
  })

  test('a Condition that is an expression is left alone', async () => {
    const text = `${encoded('      { Effect = "Deny", Condition = local.c },')}locals {\n  c = data.x.y.z\n}\n`
    expect(await rewritten(text, 'principal-arn', [A])).toBe('the Condition is an expression')
  })
})

test.skipIf(!HAS_TERRAFORM)('terraform fmt has nothing to add', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fmt-'))
  try {
    const cases = [...NOT_PRINCIPAL, ...PRINCIPAL_ARN].filter((one) => !one.unformatted)
    for (const [i, { before, after }] of cases.entries()) {
      writeFileSync(join(folder, `before-${i}.tf`), before)
      writeFileSync(join(folder, `after-${i}.tf`), after)
    }
    expect(unformatted(folder)).toEqual([])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
