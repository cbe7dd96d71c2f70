import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FORMS } from '../../src/documents/forms/index.js'
import { readDocument } from '../../src/documents/read.js'
import { mayConcern } from '../../src/documents/words.js'
import { sourceOf } from '../support/check.js'

/** The same forms, each asked of every text. */
const ASKED = FORMS.map(({ words: _, isNamed: __, ...form }) => form)

const ROOT = new URL('../../', import.meta.url).pathname
const FILES = ['examples', '__tests__/fixtures', 'schema'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length)),
)

async function kindOf(path: string, text: string, forms: typeof FORMS): Promise<string> {
  return (await readDocument(sourceOf(path, text), forms)).kind
}

test('the words of a form stand in whatever it reads or tells', async () => {
  const passedOver: string[] = []
  for (const path of FILES) {
    const text = readFileSync(join(ROOT, path), 'utf8')
    if (text.length > 1_000_000 || mayConcern(FORMS, path, text)) continue
    if ((await kindOf(path, text, ASKED)) !== 'nothing') passedOver.push(path)
  }
  expect(passedOver).toEqual([])
})

/** What the tests of all forms look for, whole and in parts. */
const PIECES = [
  ...[
    '"@level"',
    '"@module":"terraform',
    '"lineage"',
    '"serial"',
    '"resources"',
    '"format_version"',
    '"planned_values"',
  ],
  ...['OwnershipControlsNotFoundError', 'GetBucketOwnershipControls', '"OwnershipControls"', '"Grants"', '"Owner"'],
  ...['Statement', '"Statement": [', '"Effect": "Deny"', '"Principal": "*"', 'PolicyDocument', 's3:*', 'Resources:'],
  ...['AWS::S3::BucketPolicy', 'AWS::S3::Bucket', 'AccessControl', 'AWS::CloudFormation::Stack', '${file(', 'service'],
  ...['s3.services.k8s.aws/', 's3.aws.upbound.io/', 's3.aws.m.crossplane.io/', '{{ x }}', 'policy:', 'TemplateBody'],
  ...[
    '"aws:s3/bucketPolicy:BucketPolicy"',
    'St\\u0061tement',
    '\\x53tatement',
    'provider',
    'resources',
    'kind: Bucket',
  ],
  ...[
    '{',
    '}',
    '[',
    ']',
    ':',
    ',',
    '\n',
    '"',
    ' ',
    '- ',
    '#',
    'x',
    '"a": 1',
    'version https://git-lfs.github.com/spec/v1\n',
  ],
]

test('a text without any of them is nothing to every form', async () => {
  const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map((list) => list.join(''))
  const paths = fc.constantFrom(
    'a.json',
    'a.yaml',
    'a.template',
    'main.tf',
    'x.tf.json',
    'terragrunt.hcl',
    'serverless.yml',
  )
  await fc.assert(
    fc.asyncProperty(paths, texts, async (path, text) => {
      if (mayConcern(FORMS, path, text)) return
      expect(await kindOf(path, text, ASKED)).toBe('nothing')
    }),
    { numRuns: Number(process.env.FC_RUNS ?? 2000) },
  )
})

test('a form that names no words is asked of every text', () => {
  const [first] = FORMS
  if (first === undefined) throw new Error('there are forms')
  const more = { id: 'more', source: first.source, mayBeIn: () => true }
  expect([mayConcern(FORMS, 'a.json', '{}'), mayConcern([...FORMS, more], 'a.json', '{}')]).toEqual([false, true])
  expect(mayConcern(FORMS, 'main.tf', '')).toBe(true)
})
