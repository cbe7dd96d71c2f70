import { describe, expect, test } from 'vitest'
import { checkTree } from '../support/check.js'

const DENY = '{ Effect = "Deny", Principal = "*", Action = "s3:*", Resource = "arn:aws:s3:::b1/*" }'
const protect = { files: [], buckets: [], addresses: [], tags: { backup: 'clumio' } }

function block(type: string, name: string, ...lines: readonly string[]): string {
  return `resource "${type}" "${name}" {\n${lines.join('\n')}\n}\n`
}

/** A bucket that is not backed up. */
const bucket = (...lines: readonly string[]) =>
  block('aws_s3_bucket', 'b', 'bucket = "b1"', 'tags = { backup = "no" }', ...lines)
const tagged = (...lines: readonly string[]) => block('aws_s3_bucket', 'b', 'bucket = "b1"', ...lines)
const policy = (name: string, ...lines: readonly string[]) =>
  block('aws_s3_bucket_policy', 'p', `bucket = ${name}`, `policy = jsonencode({ Statement = [${DENY}] })`, ...lines)
const variables = (...names: readonly string[]) => names.map((name) => `variable "${name}" {}\n`).join('')
const [LITERAL, REFERENCE] = ['"b1"', 'aws_s3_bucket.b.id']

/** Whether the only policy is out of scope. */
async function isOut(files: string | Readonly<Record<string, string>>): Promise<boolean> {
  const { report } = await checkTree(typeof files === 'string' ? { 'main.tf': files } : files, { protect })
  const { outOfScope } = report.summary
  expect([outOfScope, report.findings.length]).toEqual(outOfScope === 0 ? [0, 1] : [1, 0])
  return outOfScope === 1
}

describe('tags of a bucket in the sources', () => {
  test.each<[string, string, boolean]>([
    ['another value takes it out of scope', tagged('tags = { backup = "no" }'), true],
    ['the wanted value keeps it', tagged('tags = { backup = "clumio" }'), false],
    [
      'a value of a variable is that',
      `${tagged('tags = { backup = var.b }')}variable "b" {\n  default = "no"\n}\n`,
      true,
    ],
    ['a value that is not known keeps it', tagged('tags = { backup = var.b }') + variables('b'), false],
    ['what may replace one keeps it', tagged('tags = merge({ backup = "no" }, var.t)') + variables('t'), false],
    ['a missing tag may come from the provider', tagged('tags = { team = "x" }'), false],
    ['no tags say nothing', tagged(''), false],
  ])('%s', async (_, declared, expected) => {
    expect(await isOut(declared + policy(REFERENCE))).toBe(expected)
  })

  test.each<[string, string, boolean]>([
    ['of another attribute, with no tag of it', '[acl]', true],
    ['of another one by a tag of this name', 'acl["tags"]', true],
    ['of tags', '[tags]', false],
    ['of tags in quotes', '["tags"]', false],
    ['of tags behind a comment', '[ /* acl */tags/* acl */ ]', false],
    ['of one tag', '[acl, tags["backup"]]', false],
    ['of one tag by its name', '[tags.backup]', false],
    ['of the tags with those of the provider', '[tags_all]', false],
    ['of all', 'all', false],
  ])('which a bucket keeps that ignores changes: %s', async (_, what, expected) => {
    const lifecycle = `lifecycle {\nignore_changes = ${what}\n}`
    const other = block('aws_s3_bucket', 'b', 'lifecycle {\nprevent_destroy = true\n}')
    for (const override of ['', other])
      expect(await isOut({ 'main.tf': bucket(lifecycle) + policy(REFERENCE), 'override.tf': override })).toBe(expected)
  })

  test('and in JSON', async () => {
    const json = (ignored: unknown) =>
      JSON.stringify({
        resource: {
          aws_s3_bucket: { b: { bucket: 'b1', tags: { backup: 'no' }, lifecycle: { ignore_changes: ignored } } },
        },
      })
    const isOutWith = (ignored: unknown) => isOut({ 'main.tf': policy(REFERENCE), 'b.tf.json': json(ignored) })
    expect(await isOutWith(['acl'])).toBe(true)
    for (const ignored of [['tags'], ['tags["backup"]'], 'all']) expect(await isOutWith(ignored)).toBe(false)
  })

  test.each<[string, string, boolean]>([
    ['another key', 'keys = ["team"]', true],
    ['another prefix', 'key_prefixes = ["kubernetes.io/"]', true],
    ['the key', 'keys = ["team", "backup"]', false],
    ['a prefix of it', 'key_prefixes = ["back"]', false],
    ['what is not known', 'keys = var.k', false],
  ])('which the provider ignores: %s', async (_, ignored, expected) => {
    const provider = `provider "aws" {\nignore_tags {\n${ignored}\n}\n}\n${variables('k')}`
    expect(await isOut(provider + bucket() + policy(REFERENCE))).toBe(expected)
  })

  test('beside a key that is not known, which may be this one', async () => {
    const written = variables('k') + tagged('tags = { backup = "no", (var.k) = "clumio" }')
    expect(await isOut(written + policy(REFERENCE))).toBe(false)
  })

  test('over one that the provider adds', async () => {
    const provider = 'provider "aws" {\ndefault_tags {\ntags = { backup = "clumio" }\n}\n}\n'
    expect(await isOut(provider + bucket() + policy(REFERENCE))).toBe(true)
    expect(await isOut(provider + tagged('') + policy(REFERENCE))).toBe(false)
  })

  test('of the bucket that holds the policy', async () => {
    const own = `policy = jsonencode({ Statement = [${DENY}] })`
    expect(await isOut(bucket(own))).toBe(true)
    expect(await isOut(block('aws_s3_bucket', 'b', 'bucket_prefix = "b1"', 'tags = { backup = "no" }', own))).toBe(true)
  })
})

describe('tags of a bucket that is not there for sure', () => {
  const open = bucket('count = var.c')
  const each = (name: string) =>
    block('aws_s3_bucket', 'b', 'for_each = var.c', `bucket = ${name}`, 'tags = { backup = "no" }')
  const C = variables('c', 'd')
  test.each<[string, string, boolean]>([
    ['there', bucket() + policy(LITERAL), true],
    ['there as often as is known', bucket('count = 1') + policy(LITERAL), true],
    ['there no times', bucket('count = 0') + policy(LITERAL), false],
    ['there as often as nobody knows', C + open + policy(LITERAL), false],
    ['there for what nobody knows', C + each('"b1"') + policy(LITERAL), false],
    ['that the policy refers to', C + open + policy('aws_s3_bucket.b[0].id'), true],
    [
      'that the policy refers to, with its key',
      C + each('each.key') + policy('aws_s3_bucket.b[each.key].id', 'for_each = var.c'),
      true,
    ],
    ['there as often as the policy', C + open + policy(LITERAL, 'count = var.c'), true],
    ['there as often as another bucket policy', C + open + policy(LITERAL, 'count = var.d'), false],
    ['of another collection', C + each('each.key') + policy('each.key', 'for_each = var.d'), false],
    ['of the same collection', C + each('each.key') + policy('each.key', 'for_each = var.c'), true],
    ['that may be the one which the policy tries', C + open + policy('try(aws_s3_bucket.b[0].id, "b1")'), false],
    ['of a data source', `data "aws_s3_bucket" "b" {\nbucket = "b1"\n}\n${policy('data.aws_s3_bucket.b.id')}`, false],
  ])('%s', async (_, text, expected) => {
    expect(await isOut(text)).toBe(expected)
  })

  const call = (...lines: readonly string[]) => `module "m" {\nsource = "./m"\n${lines.join('\n')}\n}\n`
  const output = 'output "id" {\nvalue = aws_s3_bucket.b.id\n}\n'
  test.each<[string, string, string, boolean]>([
    ['there', call() + policy(LITERAL), bucket(), true],
    ['of a module that may not be called', C + call('count = var.c') + policy(LITERAL), bucket(), false],
    ['of one that the policy refers to', C + call('count = var.c') + policy('module.m[0].id'), bucket() + output, true],
    ['with the policy', C + call('count = var.c'), bucket() + policy(LITERAL), true],
    [
      'and not with the policy',
      C + call('count = var.c'),
      variables('d') + bucket('count = var.d') + policy(LITERAL),
      false,
    ],
  ])('in a module: %s', async (_, root, module, expected) => {
    expect(await isOut({ 'a/main.tf': root, 'a/m/main.tf': module })).toBe(expected)
  })
})

describe('the name of a bucket that it keeps', () => {
  const scratch = (...lines: readonly string[]) => block('aws_s3_bucket', 'b', 'bucket = "scratch"', ...lines)
  const onIt = (name: string, ...lines: readonly string[]) =>
    policy(name, ...lines).replace('"arn:aws:s3:::b1/*"', '"${aws_s3_bucket.b.arn}/*"')
  const anywhere = (...lines: readonly string[]) => policy('"scratch"', ...lines).replace('arn:aws:s3:::b1/*', '*')
  const kept = (what: string) => `lifecycle {\nignore_changes = ${what}\n}`
  test.each<[string, string, number]>([
    ['is the one that is written', scratch() + onIt(REFERENCE), 1],
    ['also where it ignores changes of something else', scratch(kept('[tags]')) + onIt(REFERENCE), 1],
    ['is not known where it ignores those of its name', scratch(kept('[bucket]')) + onIt(REFERENCE), 0],
    ['or all', scratch(kept('all')) + onIt(REFERENCE), 0],
    ['is not that of a policy which ignores changes of it', anywhere(kept('[bucket]')), 0],
    ['and is that of one which does not', anywhere(), 1],
  ])('%s', async (_, text, outOfScope) => {
    const named = { files: [], buckets: ['prod-*'], addresses: [], tags: {} }
    const { report } = await checkTree({ 'main.tf': text }, { protect: named })
    expect([report.summary.outOfScope, report.findings.length]).toEqual([outOfScope, 1 - outOfScope])
  })
})

describe('of several buckets of one name', () => {
  const other = (tags: string, ...lines: readonly string[]) =>
    block('aws_s3_bucket', 'c', 'bucket = "b1"', tags, ...lines)
  const none = 'tags = { backup = "no", team = "x" }'
  test.each<[string, string, boolean]>([
    ['all say so', other(none), true],
    ['one has none', other(''), false],
    ['one has the tag', other('tags = { backup = "clumio" }'), false],
    [
      'one that may be there has the tag',
      `${variables('c')}${other('tags = { backup = "clumio" }', 'count = var.c')}`,
      false,
    ],
  ])('%s', async (_, more, expected) => {
    for (const name of [LITERAL, REFERENCE]) expect(await isOut(bucket() + more + policy(name))).toBe(expected)
  })
})

describe('of a bucket of another provider configuration', () => {
  const providers =
    'provider "aws" {\nregion = "us-east-1"\n}\nprovider "aws" {\nalias = "cn"\nregion = "cn-north-1"\n}\n'
  const CN = 'provider = aws.cn'
  const M = 'module "m" {\nsource = "./m"\nproviders = {\naws = aws.cn\n}\n}\n'
  test.each<[string, Readonly<Record<string, string>>, boolean]>([
    ['tags say nothing', { 'main.tf': providers + bucket(CN) + policy(LITERAL) }, false],
    ['that the policy refers to either', { 'main.tf': providers + bucket(CN) + policy(REFERENCE) }, false],
    ['tags count where the policy has it too', { 'main.tf': providers + bucket(CN) + policy(LITERAL, CN) }, true],
    ['as that which a call hands on', { 'main.tf': providers + M + policy(LITERAL, CN), 'm/main.tf': bucket() }, true],
    ['and as that which it does not', { 'main.tf': providers + M + policy(LITERAL), 'm/main.tf': bucket() }, false],
  ])('%s', async (_, files, expected) => {
    expect(await isOut(files)).toBe(expected)
  })
})
