import { describe, expect, test } from 'vitest'
import { checkFiles } from '../support/check.js'

/** What loops make where they are no longer followed is told where a bucket policy is among it, and only there. */

const numbers = (count: number) => Array.from({ length: count }, (_, i) => `n${i}`)
const loop = (name: string, items: unknown, body: object) => ({ [`Fn::ForEach::${name}`]: [name, items, body] })
const mark = (name: string) => `$${`{${name}}`}`

const STATEMENT = { Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: 'arn:aws:s3:::b/*' }
const DOCUMENT = { Version: '2012-10-17', Statement: [STATEMENT] }
const QUEUE = { Type: 'AWS::SQS::Queue' }
const policy = (type: unknown = 'AWS::S3::BucketPolicy', document: object = DOCUMENT) => ({
  Type: type,
  Properties: { Bucket: 'b', PolicyDocument: document },
})
const named = (name: string, resource: object) => ({ [`R${mark(name)}`]: resource })
const policies = (items: unknown) => loop('P', items, named('P', policy()))
const queues = (count: number) => loop('Q', numbers(count), named('Q', QUEUE))

async function told(resources: object, more: object = {}, files: Readonly<Record<string, string>> = {}) {
  const template = JSON.stringify({ Transform: 'AWS::LanguageExtensions', Resources: resources, ...more })
  const { report } = await checkFiles({ 't.json': template, ...files })
  expect(report.unread).toHaveLength(report.findings.length)
  return report.findings.map(({ level, message }) => `${level}: ${message}`)
}

const BEYOND =
  'its loops go beyond the 500 resources that a template may have, and not all that they make was looked at.'
const WARNING = [`warning: The file holds a bucket policy that was not judged: ${BEYOND}`]
const NOTICE = [`notice: The file may hold a bucket policy that was not judged: ${BEYOND}`]

/** A mapping that has lists of nothing, and a long one for the last of many items. */
const LATE = {
  Mappings: { M: Object.fromEntries(numbers(600).map((key, i) => [key, { k: i < 599 ? [] : numbers(501) }])) },
}

describe('a bucket policy beyond the resources that a template may have is told', () => {
  test.each([
    ['in a loop of policies', policies(numbers(501))],
    ['in a loop behind another one', { ...queues(600), ...policies(['a']) }],
    ['in a loop of items that nobody knows', { ...queues(600), ...policies({ Ref: 'Names' }) }],
    [
      'behind resources that no loop makes',
      { ...Object.fromEntries(numbers(500).map((id) => [id, QUEUE])), ...policies(['a']) },
    ],
    ['in a loop in a loop', { ...queues(600), ...loop('O', ['a'], policies(['b'])) }],
    [
      'behind other resources of the last turn',
      loop('T', numbers(251), { A: QUEUE, [`B${mark('T')}`]: QUEUE, ...policies([]), C: policy() }),
    ],
    [
      'in turns after hundreds that make nothing',
      loop('T', numbers(600), policies({ 'Fn::FindInMap': ['M', { Ref: 'T' }, 'k'] })),
    ],
  ])('%s', async (_name, resources) => {
    expect(await told(resources, LATE)).toEqual(WARNING)
  })

  test.each([
    ['a type that the item decides', named('P', policy(`AWS::S3::${mark('P')}`))],
    ['another type that holds one', named('P', policy('My::S3::Bucket::MODULE'))],
    ['what a macro makes', named('P', { 'Fn::Transform': { Name: 'Macro' } })],
    [
      'a stack of the checkout',
      named('P', { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: './inner.json' } }),
    ],
    [
      'a stack from elsewhere',
      named('P', { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: { Ref: 'U' } } }),
    ],
  ])('as a notice where it is not sure: %s', async (_name, body) => {
    const inner = JSON.stringify({ Resources: { Q: QUEUE } })
    expect(await told({ ...queues(500), ...loop('P', ['a'], body) }, {}, { 'inner.json': inner })).toEqual(NOTICE)
  })

  test.each([
    ['other resources only', queues(600)],
    ['500 policies, and not one more', policies(numbers(500))],
    ['a loop of nothing', { ...queues(600), ...policies([]) }],
    ['a policy before them', { ...policies(['a']), ...queues(600) }],
    ['a policy that no loop makes', { ...queues(600), P: policy() }],
    [
      'the policy of a turn whose other resource is cut',
      { First: QUEUE, ...loop('T', numbers(250), { [`P${mark('T')}`]: policy(), [`Q${mark('T')}`]: QUEUE }) },
    ],
    [
      'a policy of another kind',
      { ...queues(600), ...loop('P', ['a'], named('P', { ...policy('AWS::SQS::QueuePolicy') })) },
    ],
    [
      'a policy whose condition is false',
      { ...queues(600), ...loop('P', ['a'], named('P', { ...policy(), Condition: 'No' })) },
    ],
  ])('nothing is told of %s', async (_name, resources) => {
    expect(await told(resources, { Conditions: { No: { 'Fn::Equals': ['a', 'b'] } } })).toEqual([])
  })
})

describe('loops that are not followed to their end', () => {
  const nested = (depth: number, inner: object): object =>
    depth === 0 ? inner : loop(`L${depth}`, ['a'], nested(depth - 1, inner))

  const turns = loop('A', numbers(300), loop('B', numbers(300), loop('C', [], {})))

  test.each([
    ['of more turns than are followed', '50,000 turns', (inner: object) => ({ ...turns, ...loop('P', ['a'], inner) })],
    ['in one another', 'eight in one another', (inner: object) => nested(9, inner)],
  ])('%s: a policy there is told, nothing else', async (_name, bound, around) => {
    const message = `warning: The file holds a bucket policy that was not judged: its loops go beyond ${bound}, and not all that they make was looked at.`
    expect(await told(around({ P: policy() }))).toEqual([message])
    expect(await told(around({ P: QUEUE }))).toEqual([])
  })
})

test('members that a loop makes of a policy take no statement away', async () => {
  const padded = {
    ...loop('K', numbers(600), { [`x${mark('K')}`]: 1 }),
    ...DOCUMENT,
    Statement: [{ ...STATEMENT, Effect: 'Deny' }],
  }
  const { report } = await checkFiles({ 't.json': JSON.stringify({ Resources: { P: policy(undefined, padded) } }) })
  expect(report.findings.map(({ rule }) => rule)).toEqual(['deny-blocks-clumio'])
})
