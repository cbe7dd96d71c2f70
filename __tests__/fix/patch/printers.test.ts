import { describe, expect, test } from 'vitest'
import { SOURCE_PRINTERS } from '../../../src/fix/patch/hcl/index.js'
import { NODE_PRINTERS, patchNode, patchText } from '../../../src/fix/patch/index.js'
import { patch } from '../../../src/fix/patch/layout/printer.js'
import { BUCKET_OWNER_ENFORCED } from '../../../src/fix/remedies/bucket-owner-enforced.js'
import type { Change, Insert } from '../../../src/fix/remedies/operation.js'
import { locatePolicy } from '../../../src/terraform/trace/index.js'
import { applyTextEdits, type TextEdit } from '../../../src/text/edit.js'
import { JsonTrees } from '../../../src/tree/json.js'
import type { Tree } from '../../../src/tree/node.js'
import { readYamlDocuments } from '../../../src/tree/yaml.js'
import { YamlTrees } from '../../../src/tree/yaml-trees.js'
import { request, textFiles } from '../../terraform/hcl/workspace.js'

const A: Insert = { arn: 'arn:a' }
const B: Insert = { arn: 'arn:b' }
const KEY = 'aws:PrincipalArn'

/** The same operations for every printer. */
const OPERATIONS = {
  rename: { kind: 'rename', from: 'Principal', to: 'NotPrincipal', key: 'AWS', values: [A, B] },
  complete: {
    kind: 'complete',
    at: ['NotPrincipal', 'AWS'],
    missing: [A, B],
    standIns: new Map([[0, [A]]]),
    appended: [B],
  },
  condition: { kind: 'add', at: [], names: ['Condition', 'ArnNotEquals', KEY], values: [A], asList: false },
  operator: { kind: 'add', at: ['Condition'], names: ['ArnNotLike', KEY], values: [A, B], asList: false },
  test: { kind: 'add', at: ['Condition', 'ArnNotEquals'], names: [KEY], values: [A], asList: false },
  append: {
    kind: 'complete',
    at: ['Condition', 'ArnNotEquals', KEY],
    missing: [A],
    standIns: new Map(),
    appended: [A],
  },
} as const satisfies Record<string, Change>

type Name = keyof typeof OPERATIONS

/** Statements in the style of one syntax, before and after an operation. */
interface Case {
  readonly operation: Name
  readonly before: string
  readonly after: string
}

function inJson(text: string, operation: Name): string {
  const tree = new JsonTrees(text).at(0)
  if (tree.root === null) throw new Error('no statement')
  const made = patchNode({ tree, node: tree.root }, () => OPERATIONS[operation])
  return 'reason' in made ? made.reason : applyTextEdits(text, made.edits)
}

function yamlTree(text: string): Tree {
  return new YamlTrees(text, readYamlDocuments(text)).at(0)
}

function inYaml(text: string, operation: Name): string {
  const tree = yamlTree(text)
  if (tree.root === null) throw new Error('no statement')
  const made = patchNode({ tree, node: tree.root }, () => OPERATIONS[operation])
  return 'reason' in made ? made.reason : applyTextEdits(text, made.edits)
}

/** @param around what stands before and behind the statement in the file */
async function inSource([head, tail]: readonly [string, string], statement: string, operation: Name): Promise<string> {
  const text = head + statement + tail
  const { statements } = await locatePolicy(request('aws_s3_bucket_policy.p', null), textFiles({ 'main.tf': text }))
  const [found] = statements
  if (!found?.found) throw new Error('the statement is not located')
  const made = patch(SOURCE_PRINTERS, found, () => OPERATIONS[operation])
  if ('reason' in made) return made.reason
  return applyTextEdits(text, made.edits).slice(head.length, -tail.length)
}

const JSON_CASES: readonly Case[] = [
  {
    operation: 'rename',
    before: '{\n  "Principal": "*", // all\n  "Action": "s3:*"\n}',
    after:
      '{\n  "NotPrincipal": {\n    "AWS": [\n      "arn:a",\n      "arn:b"\n    ]\n  }, // all\n  "Action": "s3:*"\n}',
  },
  {
    operation: 'complete',
    before: '{"NotPrincipal":{"AWS":["arn:*","arn:c"]},"Action":"s3:*"}',
    after: '{"NotPrincipal":{"AWS":["arn:a","arn:c","arn:b"]},"Action":"s3:*"}',
  },
  {
    operation: 'condition',
    before: '{\n\t"Action": "s3:*" // last\n}',
    after: `{\n\t"Action": "s3:*", // last\n\t"Condition": {\n\t\t"ArnNotEquals": {\n\t\t\t"${KEY}": "arn:a"\n\t\t}\n\t}\n}`,
  },
  {
    operation: 'operator',
    before: '{ "Action": "s3:*", "Condition": { "Bool": { "x": "y" } } }',
    after: `{ "Action": "s3:*", "Condition": { "Bool": { "x": "y" }, "ArnNotLike": { "${KEY}": ["arn:a", "arn:b"] } } }`,
  },
  {
    operation: 'test',
    before: '{ "Condition": { "ArnNotEquals": {} } }',
    after: `{ "Condition": { "ArnNotEquals": { "${KEY}": "arn:a" } } }`,
  },
  {
    operation: 'append',
    before: `{ "Condition": { "ArnNotEquals": { "${KEY}": "arn:c" } } }`,
    after: `{ "Condition": { "ArnNotEquals": { "${KEY}": ["arn:c", "arn:a"] } } }`,
  },
  {
    operation: 'rename',
    before: '{ "Principal": { "AWS": /* all */ ["*" /* all */] } }',
    after: 'a comment stands inside the text that would be replaced and would be lost',
  },
  { operation: 'rename', before: '{ "Principal": { "Service": "x" } }', after: 'the Principal has no AWS member' },
]

const YAML_CASES: readonly Case[] = [
  {
    operation: 'rename',
    before: 'Principal: "*" # all\nAction: s3:*\n',
    after: 'NotPrincipal: # all\n  AWS:\n    - arn:a\n    - arn:b\nAction: s3:*\n',
  },
  {
    operation: 'complete',
    before: 'NotPrincipal:\n  AWS:\n    - arn:*\n    - arn:c\n',
    after: 'NotPrincipal:\n  AWS:\n    - arn:a\n    - arn:c\n    - arn:b\n',
  },
  {
    operation: 'condition',
    before: 'Action: s3:* # last\n',
    after: `Action: s3:* # last\nCondition:\n  ArnNotEquals:\n    ${KEY}: arn:a\n`,
  },
  {
    operation: 'operator',
    before: 'Condition: { Bool: { x: y } }\n',
    after: `Condition: { Bool: { x: y }, ArnNotLike: { "${KEY}": ["arn:a", "arn:b"] } }\n`,
  },
  {
    operation: 'append',
    before: `Condition:\n  ArnNotEquals:\n    ${KEY}: arn:c\n`,
    after: `Condition:\n  ArnNotEquals:\n    ${KEY}:\n      - arn:c\n      - arn:a\n`,
  },
  { operation: 'rename', before: 'Principal:\n  Service: x\n', after: 'the Principal has no AWS member' },
]

const ENCODED = [
  'variable "x" {}\nresource "aws_s3_bucket_policy" "p" {\n  policy = jsonencode({\n    Statement = [',
  ']\n  })\n}\n',
] as const

const OBJECT_CASES: readonly Case[] = [
  {
    operation: 'rename',
    before: '{\n  Sid       = "S"\n  Principal = "*" # all\n}',
    after: '{\n  Sid = "S"\n  NotPrincipal = {\n    AWS = [\n      "arn:a",\n      "arn:b",\n    ]\n  } # all\n}',
  },
  {
    operation: 'complete',
    before: '{ NotPrincipal = { AWS = ["arn:*", var.x] } }',
    after: '{ NotPrincipal = { AWS = ["arn:a", var.x, "arn:b"] } }',
  },
  {
    operation: 'condition',
    before: '{\n  Action = "s3:*" # last\n}',
    after: `{\n  Action = "s3:*" # last\n  Condition = {\n    ArnNotEquals = {\n      "${KEY}" = "arn:a"\n    }\n  }\n}`,
  },
  {
    operation: 'operator',
    before: '{ Condition = { Bool = { x = "y" } } }',
    after: `{ Condition = { Bool = { x = "y" }, ArnNotLike = { "${KEY}" = ["arn:a", "arn:b"] } } }`,
  },
  {
    operation: 'test',
    before: '{ Condition = { ArnNotEquals = {} } }',
    after: `{ Condition = { ArnNotEquals = { "${KEY}" = "arn:a" } } }`,
  },
  {
    operation: 'append',
    before: `{ Condition = { ArnNotEquals = { "${KEY}" = concat(["arn:c"], var.x) } } }`,
    after: `{ Condition = { ArnNotEquals = { "${KEY}" = concat(["arn:c"], var.x, ["arn:a"]) } } }`,
  },
  {
    operation: 'rename',
    before: '{ Principal = var.x }',
    after: 'the Principal is an expression, or names others besides "*"',
  },
]

const HEREDOC = [
  'variable "x" {}\nresource "aws_s3_bucket_policy" "p" {\n  policy = <<EOT\n{"Statement": [',
  ']}\nEOT\n}\n',
] as const

const JSON_TEXT_CASES: readonly Case[] = [
  {
    operation: 'rename',
    before: '{"Sid": "${var.x}", "Principal": "*"}',
    after: '{"Sid": "${var.x}", "NotPrincipal": {"AWS": ["arn:a", "arn:b"]}}',
  },
  {
    operation: 'complete',
    before: '{"NotPrincipal": {"AWS": ["arn:*", "${var.x}"]}}',
    after: '{"NotPrincipal": {"AWS": ["arn:a", "${var.x}", "arn:b"]}}',
  },
  {
    operation: 'append',
    before: `{"Condition": {"ArnNotEquals": {"${KEY}": "\${var.x}"}}}`,
    after: `{"Condition": {"ArnNotEquals": {"${KEY}": ["\${var.x}", "arn:a"]}}}`,
  },
]

const BLOCK = [
  'data "aws_iam_policy_document" "d" {\n',
  '\n}\nresource "aws_s3_bucket_policy" "p" {\n  policy = data.aws_iam_policy_document.d.json\n}\n',
] as const

const BLOCK_CASES: readonly Case[] = [
  {
    operation: 'rename',
    before: '  statement {\n    principals {\n      type        = "*"\n      identifiers = ["*"]\n    }\n  }',
    after:
      '  statement {\n    not_principals {\n      type = "AWS"\n      identifiers = [\n        "arn:a",\n        "arn:b",\n      ]\n    }\n  }',
  },
  {
    operation: 'complete',
    before:
      '  statement {\n    not_principals {\n      type        = "AWS"\n      identifiers = ["arn:*", "arn:c"]\n    }\n  }',
    after:
      '  statement {\n    not_principals {\n      type        = "AWS"\n      identifiers = ["arn:a", "arn:c", "arn:b"]\n    }\n  }',
  },
  {
    operation: 'condition',
    before: '  statement {\n    actions = ["s3:*"]\n  }',
    after: `  statement {\n    actions = ["s3:*"]\n\n    condition {\n      test     = "ArnNotEquals"\n      variable = "${KEY}"\n      values   = ["arn:a"]\n    }\n  }`,
  },
  { operation: 'rename', before: '  statement {\n    sid = "S"\n  }', after: 'the statement has no principals block' },
]

describe('an operation is printed in the style of its place', () => {
  test.each(JSON_CASES)('in JSON: $operation in $before', ({ operation, before, after }) => {
    expect(inJson(before, operation)).toBe(after)
  })

  test.each(YAML_CASES)('in YAML: $operation in $before', ({ operation, before, after }) => {
    expect(inYaml(before, operation)).toBe(after)
  })

  test.each(OBJECT_CASES)('in an HCL object: $operation in $before', async ({ operation, before, after }) => {
    expect(await inSource(ENCODED, before, operation)).toBe(after)
  })

  test.each(JSON_TEXT_CASES)('in JSON text in HCL: $operation in $before', async ({ operation, before, after }) => {
    expect(await inSource(HEREDOC, before, operation)).toBe(after)
  })

  test.each(BLOCK_CASES)('in a block: $operation in $before', async ({ operation, before, after }) => {
    expect(await inSource(BLOCK, before, operation)).toBe(after)
  })
})

describe('printers are a list', () => {
  const text = '{"Principal": "*", "ObjectOwnership": "ObjectWriter"}'
  const tree = new JsonTrees(text).at(0)
  const node = tree.at([]) ?? expect.fail('no statement')
  const edit: TextEdit = { offset: 0, length: 0, text: '# ' }

  test('of which the first that knows the place prints', () => {
    const [json] = NODE_PRINTERS
    if (json === undefined) throw new Error('no printer')
    const mine = { ...json, print: () => ({ edits: [edit] }), setText: () => [edit] }
    const remedy = () => OPERATIONS.rename
    expect(patchNode({ tree, node }, remedy, [mine, json])).toEqual({ edits: [edit] })
    expect(patchNode({ tree, node }, remedy, [{ ...mine, prints: () => false }, json])).not.toEqual({ edits: [edit] })
    expect(patchText({ tree, node }, BUCKET_OWNER_ENFORCED, [mine])).toEqual([edit])
    expect(patchNode({ tree, node }, remedy, [])).toEqual({ reason: 'it is written in a way that cannot be edited' })
  })

  test('and a statement that other places refer to is written where it stands, whichever of them is meant', () => {
    const shared = '- &deny\n  Principal: "*"\n- *deny\n'
    const document = yamlTree(shared)
    const changed = [0, 1].map((index) => {
      const statement = document.at([index]) ?? expect.fail('no statement')
      const made = patchNode({ tree: document, node: statement }, () => OPERATIONS.rename)
      return 'reason' in made ? made.reason : applyTextEdits(shared, made.edits)
    })
    const once = '- &deny\n  NotPrincipal:\n    AWS:\n      - arn:a\n      - arn:b\n- *deny\n'
    expect(changed).toEqual([once, once])
  })

  test('and a text that other places refer to is left alone', () => {
    const document = yamlTree('one: &text ObjectWriter\ntwo: *text\n')
    const setting = document.at(['one']) ?? expect.fail('no setting')
    expect(patchText({ tree: document, node: setting }, BUCKET_OWNER_ENFORCED)).toBe(null)
  })

  test('a text becomes another one where it is a text', () => {
    const setting = tree.at(['ObjectOwnership']) ?? expect.fail('no setting')
    const edits = patchText({ tree, node: setting }, BUCKET_OWNER_ENFORCED) ?? []
    expect(applyTextEdits(text, edits)).toBe('{"Principal": "*", "ObjectOwnership": "BucketOwnerEnforced"}')
    expect(patchText({ tree, node }, BUCKET_OWNER_ENFORCED)).toBe(null)
  })
})
