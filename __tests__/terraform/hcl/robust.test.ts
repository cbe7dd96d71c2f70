import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parsePolicy } from '../../../src/iam/parse.js'
import { locatePolicy, SOURCE_READER } from '../../../src/terraform/trace/index.js'
import { fixtureFolder } from '../../support/terraform.js'
import { folderFiles, request, textFiles } from './workspace.js'

const STATEMENT = { Sid: 'S', Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: 'arn:aws:s3:::b/*' }
const OBJECT = '{ Sid = "S", Effect = "Deny", Principal = "*", Action = "s3:*", Resource = "arn:aws:s3:::b/*" }'

function encoded(statements: string, more = '') {
  return textFiles({
    'main.tf': `resource "aws_s3_bucket_policy" "p" {\n  bucket = "b"\n  policy = jsonencode({ Statement = [${statements}] })\n}\n${more}`,
  })
}

const ADDRESS = 'aws_s3_bucket_policy.p'

describe('sources that are not those of the plan are never mapped by force', () => {
  const changes: readonly (readonly [string, unknown])[] = [
    ['another action', { ...STATEMENT, Action: 's3:GetObject' }],
    ['another principal', { ...STATEMENT, Principal: { AWS: 'arn:aws:iam::123456789012:root' } }],
    ['another effect', { ...STATEMENT, Effect: 'Allow' }],
    ['another resource', { ...STATEMENT, Resource: 'arn:aws:s3:::other/*' }],
    ['one resource more', { ...STATEMENT, Resource: ['arn:aws:s3:::b', 'arn:aws:s3:::b/*'] }],
    ['a condition more', { ...STATEMENT, Condition: { Bool: { 'aws:SecureTransport': 'false' } } }],
    ['another Sid', { ...STATEMENT, Sid: 'T' }],
  ]

  test.each(changes)('%s', async (_name, planned) => {
    const located = await locatePolicy(request(ADDRESS, [planned]), encoded(OBJECT))
    expect(located.statements).toMatchObject([{ found: false }])
    expect(located.fallback).toMatchObject({ what: 'attribute', range: { path: 'main.tf', startLine: 3, endLine: 3 } })
  })

  const places: readonly (readonly [string, string, string | undefined])[] = [
    ['a resource that is gone', 'aws_s3_bucket_policy.q', undefined],
    ['an instance that is gone', 'aws_s3_bucket_policy.p["x"]', 'attribute'],
    ['a module that is gone', 'module.m.aws_s3_bucket_policy.p', undefined],
  ]

  test.each(places)('%s', async (_name, address, what) => {
    const located = await locatePolicy(request(address, [STATEMENT]), encoded(OBJECT))
    expect(located.problem).not.toBeNull()
    expect(located.fallback?.what).toBe(what)
  })
})

describe('what IAM takes for equal is equal', () => {
  const equal: readonly (readonly [string, string, unknown])[] = [
    ['lists in another order', 'Action = ["s3:A", "s3:B"]', { Action: ['s3:B', 's3:A'] }],
    ['a list of one and a scalar', 'Action = ["s3:A"]', { Action: 's3:A' }],
    ['actions in another case', 'Action = "S3:getobject"', { Action: 's3:GetObject' }],
    [
      'booleans and their text',
      'Condition = { Bool = { "aws:SecureTransport" = false } }',
      { Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
    ],
    [
      'condition keys in another case',
      'Condition = { Bool = { "AWS:SecureTransport" = "false" } }',
      { Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
    ],
    [
      'an account and its root user',
      'Principal = { AWS = "123456789012" }',
      { Principal: { AWS: 'arn:aws:iam::123456789012:root' } },
    ],
    ['the two ways to write everyone', 'Principal = "*"', { Principal: { AWS: '*' } }],
  ]

  test.each(equal)('%s', async (_name, source, planned) => {
    const files = encoded(`{ Sid = "S", Effect = "Deny", ${source} }`)
    const located = await locatePolicy(request(ADDRESS, [{ Sid: 'S', Effect: 'Deny', ...(planned as object) }]), files)
    expect(located.statements).toMatchObject([{ found: true, method: 'sid' }])
  })
})

describe('statements that could be mistaken for each other', () => {
  const bare = '{ Effect = "Deny", Principal = "*", Action = var.x, Resource = "*" }'
  const planned = { Effect: 'Deny', Principal: '*', Action: 's3:A', Resource: '*' }

  test('the same Sid twice is told by its place in a complete list', async () => {
    const { statements } = await locatePolicy(
      request(ADDRESS, [STATEMENT, STATEMENT]),
      encoded(`${OBJECT},\n${OBJECT}`),
    )
    const lines = statements.map((one) => (one.found ? one.range.startLine : null))
    expect(lines).toEqual([3, 4])
  })

  test('equal candidates are told by their index in a complete list', async () => {
    const { statements } = await locatePolicy(
      request(ADDRESS, [planned, planned]),
      encoded(`${bare},\n${bare}`, 'variable "x" {}'),
    )
    expect(statements).toMatchObject([
      { found: true, method: 'index', range: { startLine: 3 } },
      { found: true, method: 'index', range: { startLine: 4 } },
    ])
  })

  test('in an incomplete list none of them is taken', async () => {
    const files = textFiles({
      'main.tf': `resource "aws_s3_bucket_policy" "p" {\n  policy = jsonencode({ Statement = concat(data.x.y.z, [${bare},\n${bare}]) })\n}`,
    })
    const { statements, complete } = await locatePolicy(request(ADDRESS, [planned, planned]), files)
    expect(complete).toBe(false)
    expect(statements).toMatchObject([{ found: false }, { found: false }])
  })

  test('two planned statements of one source range share its id', async () => {
    const loop = textFiles({
      'main.tf':
        'resource "aws_s3_bucket_policy" "p" {\n  policy = jsonencode({ Statement = [for a in ["s3:A", "s3:B"] : { Effect = "Deny", Principal = "*", Action = a, Resource = "*" }] })\n}',
    })
    const { statements } = await locatePolicy(request(ADDRESS, [planned, { ...planned, Action: 's3:B' }]), loop)
    const ids = statements.map((one) => (one.found ? one.range.id : null))
    expect(ids[0]).toMatch(/^main\.tf:\d+-\d+$/)
    expect(ids[1]).toBe(ids[0])
  })
})

describe('policies that the plan does not know', () => {
  test('the statements of the sources, the bucket recognised', async () => {
    const located = await locatePolicy(
      request('aws_s3_bucket_policy.p', null),
      textFiles({
        'main.tf': `resource "aws_s3_bucket" "new" {}
data "aws_caller_identity" "me" {}
resource "aws_s3_bucket_policy" "p" {
  bucket = aws_s3_bucket.new.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Principal = { AWS = data.aws_caller_identity.me.account_id }
      Action    = ["s3:*"]
      Resource  = "\${aws_s3_bucket.new.arn}/*"
      Condition = { StringNotEquals = { "aws:SourceVpc" = var.vpc } }
    }]
  })
}
variable "vpc" {}`,
      }),
    )
    expect(located.complete).toBe(true)
    expect(located.bucket).toEqual([{ token: 'aws_s3_bucket.new.bucket' }])
    const [found] = located.statements
    if (!found?.found) throw new Error('the statement is not found')
    expect(found).toMatchObject({ certain: true, literal: false, range: { startLine: 7, endLine: 13 } })
    const [statement] = parsePolicy({ Statement: found.source }, SOURCE_READER).statements
    expect(statement).toMatchObject({
      effect: 'Deny',
      principal: {
        entries: [{ type: 'AWS', value: [{ token: 'data.aws_caller_identity.me.account_id', means: 'account' }] }],
      },
      action: { patterns: ['s3:*'] },
      resource: {
        patterns: [
          ['arn:', { means: 'partition' }, ':s3:::', { token: 'aws_s3_bucket.new.bucket', means: 'bucket-name' }, '/*'],
        ],
      },
      conditions: [{ key: 'aws:SourceVpc', values: [[{ token: 'var.vpc' }]] }],
    })
  })

  test('statements that may be missing are not certain', async () => {
    const files = textFiles({
      'main.tf': `resource "aws_s3_bucket_policy" "p" {\n  policy = jsonencode({ Statement = concat([${OBJECT}], data.x.y.z ? [${OBJECT}] : []) })\n}`,
    })
    const located = await locatePolicy(request(ADDRESS, null), files)
    expect(located.complete).toBe(false)
    expect(located.statements).toMatchObject([{ certain: true }, { certain: false }])
  })

  test('a policy that cannot be followed has no statements and is not complete', async () => {
    const files = textFiles({ 'main.tf': 'resource "aws_s3_bucket_policy" "p" {\n  policy = data.http.x.body\n}' })
    const located = await locatePolicy(request(ADDRESS, null), files)
    expect(located).toMatchObject({ statements: [], complete: false, problem: null })
  })
})

describe('what is located is not always editable', () => {
  test('fetched modules are reported at the block of the caller', async () => {
    const files = textFiles({
      'main.tf': 'module "m" {\n  source = "a/b/aws"\n}',
      '.terraform/modules/modules.json':
        '{"Modules":[{"Key":"m","Source":"a/b/aws","Dir":".terraform\\\\modules\\\\m"}]}',
      '.terraform/modules/m/main.tf': `resource "aws_s3_bucket_policy" "p" {\n  policy = jsonencode({ Statement = [${OBJECT}] })\n}`,
    })
    const { statements } = await locatePolicy(request('module.m.aws_s3_bucket_policy.p', [STATEMENT]), files)
    expect(statements).toMatchObject([
      {
        found: true,
        editable: false,
        range: { path: '.terraform/modules/m/main.tf' },
        anchor: { path: 'main.tf', startLine: 1, endLine: 3 },
      },
    ])
  })

  test('a file with syntax errors may be located, not edited', async () => {
    const files = encoded(OBJECT, 'locals {\n  x = \n}\n')
    const { statements } = await locatePolicy(request(ADDRESS, [STATEMENT]), files)
    expect(statements).toMatchObject([{ editable: false, whyNotEditable: 'the file has syntax errors' }])
  })
})

describe('hostile and large sources', () => {
  test('locals that refer to each other are unknown', async () => {
    const files = encoded('local.a', 'locals {\n  a = local.b\n  b = local.a\n}')
    const located = await locatePolicy(request(ADDRESS, [STATEMENT]), files)
    expect(located.statements).toMatchObject([{ found: false }])
  })

  test('modules that call themselves end', async () => {
    const files = textFiles({
      'main.tf':
        'module "m" {\n  source = "./"\n  p = module.m.p\n}\nvariable "p" {}\noutput "p" {\n  value = var.p\n}\nresource "aws_s3_bucket_policy" "p" {\n  policy = module.m.p\n}',
    })
    const located = await locatePolicy(request(ADDRESS, [STATEMENT]), files)
    expect(located.statements).toMatchObject([{ found: false }])
  })

  const nested: readonly (readonly [string, string])[] = [
    ['parentheses', `${'('.repeat(5000)}"x"${')'.repeat(5000)}`],
    ['lists', `${'['.repeat(5000)}${']'.repeat(5000)}`],
    ['JSON in a heredoc', `<<EOT\n${'['.repeat(50000)}\nEOT`],
    ['conditions', `${'true ? '.repeat(2000)}1${' : 2'.repeat(2000)}`],
    ['templates', `"${'%{ if true }'.repeat(2000)}x${'%{ endif }'.repeat(2000)}"`],
  ]

  test.each(nested)('deeply nested %s end', async (_name, expression) => {
    const files = textFiles({ 'main.tf': `resource "aws_s3_bucket_policy" "p" {\n  policy = ${expression}\n}` })
    const located = await locatePolicy(request(ADDRESS, [STATEMENT]), files)
    expect(located.statements).toMatchObject([{ found: false }])
  })

  test.each([
    ['texts', '"0123456789abcdef"', (last: string) => `"\${${last}}\${${last}}"`, (last: string) => last],
    ['lists', '[1]', (last: string) => `concat(${last}, ${last})`, (last: string) => last],
    ['nested lists', '[1]', (last: string) => `[${last}, ${last}]`, (last: string) => `flatten(${last})`],
    ['maps', '{ a = 1 }', (last: string) => `{ a = ${last}, b = ${last} }`, (last: string) => `flatten([${last}])`],
  ] as const)('%s that double again and again are given up', async (_, first, twice, use) => {
    const locals = Array.from({ length: 60 }, (_, i) => `  a${i + 1} = ${twice(`local.a${i}`)}`).join('\n')
    const text = `locals {\n  a0 = ${first}\n${locals}\n}\nresource "aws_s3_bucket_policy" "b" {\n  policy = jsonencode({ Statement = ${use('local.a60')} })\n}\n`
    const located = await locatePolicy(request('aws_s3_bucket_policy.b', null), textFiles({ 'main.tf': text }))
    expect(located.complete).toBe(false)
  })

  test('work that multiplies is given up', async () => {
    const locals = Array.from({ length: 12 }, (_, i) => `  l${i + 1} = flatten([for x in local.l${i} : [x, x, x, x]])`)
    const files = encoded('local.l12[0]', `locals {\n  l0 = ["a", "b"]\n${locals.join('\n')}\n}`)
    const located = await locatePolicy(request(ADDRESS, [STATEMENT]), files)
    expect(located.statements).toMatchObject([{ found: false }])
    expect(located.problem).toContain('too much work')
  })

  test('a thousand instances of one module are written on the same lines', async () => {
    const files = textFiles({
      'main.tf':
        'module "m" {\n  source   = "./m"\n  for_each = { for i in range(1000) : "k.${i}" => "bucket-${i}" }\n  name     = each.value\n}',
      'm/main.tf':
        'variable "name" {}\nresource "aws_s3_bucket_policy" "p" {\n  bucket = var.name\n  policy = jsonencode({ Statement = [{ Sid = "S", Effect = "Deny", Principal = "*", Action = "s3:*", Resource = "arn:aws:s3:::${var.name}/*" }] })\n}',
    })
    const ids = new Set<string>()
    for (let i = 0; i < 1000; i++) {
      const planned = { ...STATEMENT, Resource: `arn:aws:s3:::bucket-${i}/*` }
      const { statements } = await locatePolicy(
        request(`module.m["k.${i}"].aws_s3_bucket_policy.p`, [planned], ALL),
        files,
      )
      for (const one of statements) if (one.found) ids.add(`${one.range.id} ${one.method}`)
    }
    expect([...ids]).toEqual([expect.stringMatching(/^m\/main\.tf:\d+-\d+ sid$/)])
  })
})

const ALL = {}

test('mutated styles are not mapped to another statement', async () => {
  const folder = fixtureFolder('styles')
  const text = readFileSync(join(folder, 'main.tf'), 'utf8')
  const files = folderFiles(folder, { 'main.tf': text.replace('Sid       = "LocalDeny"', 'Sid       = "Renamed"') })
  const planned = {
    Sid: 'LocalDeny',
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:DeleteBucket',
    Resource: 'arn:aws:s3:::demo',
  }
  const located = await locatePolicy(request('aws_s3_bucket_policy.locals', [planned]), files)
  expect(located.statements).toMatchObject([{ found: false }])
})
