import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Remedy } from '../../../src/model/options.js'
import { authors, dice, rolls, written } from '../../support/authors.js'
import { policies } from '../../support/blocking.js'
import { type Mutation, mutateJson, mutateText, mutations, runs, SEED } from '../../support/mutate.js'
import { checkInput, edited, editsOf, expectSound, linesOutside, movedEdits } from '../../support/sound.js'

/** Policies and templates in every form, damaged: judged or told, the same each time, with edits that do what they say. */

type Json = Readonly<Record<string, unknown>>
type Document = Json & { readonly Statement: readonly unknown[] }

const remedies = fc.constantFrom<Remedy>('not-principal', 'principal-arn')

/** The forms in which a policy comes to stand in a file. */
const FORMS: readonly (readonly [name: string, wrap: (document: Document) => unknown])[] = [
  ['p.json', (document) => document],
  ['p.json', (document) => ({ ...document, Statement: document.Statement.at(-1) })],
  ['p.json', (document) => [document, document]],
  ['p.json', (document) => ({ Policy: JSON.stringify(document) })],
  ['p.json', (document) => ({ bucket: 'b1', policy: JSON.stringify(document) })],
  ['t.json', (PolicyDocument) => template({ Bucket: 'b1', PolicyDocument })],
  ['t.json', (PolicyDocument) => template({ Bucket: { Ref: 'B' }, PolicyDocument })],
  ['t.json', (document) => template({ Bucket: 'b1', PolicyDocument: { 'Fn::If': ['C', document, document] } })],
  ['t.json', (document) => template({ Bucket: 'b1', PolicyDocument: { 'Fn::Sub': JSON.stringify(document) } })],
  ['t.json', (document) => ({ TemplateBody: template({ Bucket: 'b1', PolicyDocument: document }) })],
  ['o.json', (document) => ({ OwnershipControls: { Rules: [{ ObjectOwnership: 'ObjectWriter' }] }, Policy: document })],
]

function template(properties: Json): Json {
  const Condition = { C: { 'Fn::Equals': [{ Ref: 'Env' }, 'prod'] } }
  const B = { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'b1', Tags: [{ Key: 'k', Value: 'v' }] } }
  return {
    Parameters: { Env: { Type: 'String', Default: 'dev' } },
    Conditions: Condition,
    Resources: { B, P: { Type: 'AWS::S3::BucketPolicy', Condition: 'C', Properties: properties } },
  }
}

/** What an edit is held to: made, it clears its findings, brings none, and changes its own lines only. */
async function expectCleared(files: Readonly<Record<string, string>>, remedy: Remedy): Promise<void> {
  const input = { files, options: { remedy, featuresSet: true } }
  const { report } = await expectSound(input)
  const edits = editsOf(report.findings)
  if (edits.length === 0) return
  const after = edited(input, report.findings)
  const again = await checkInput({ ...input, files: after })
  const blocked = (findings: typeof report.findings) => findings.filter(({ rule }) => rule === 'deny-blocks-clumio')
  const cleared = blocked(report.findings).filter(({ fix }) => fix?.applicability === 'edit')
  expect(again.report.summary.policies).toBe(report.summary.policies)
  expect(again.report.summary.statements).toBe(report.summary.statements)
  expect(blocked(again.report.findings).length).toBe(blocked(report.findings).length - cleared.length)
  expect(edited({ files: after }, again.report.findings), 'nothing is left to edit').toEqual(after)
  for (const [path, text] of Object.entries(files)) {
    const own = edits.filter((edit) => edit.path === path)
    expect(linesOutside(String(after[path]), movedEdits(own))).toEqual(linesOutside(text, own))
  }
}

/** Values are changed first, then the text that an author makes of them. */
const damaged = fc
  .record({
    document: policies,
    form: fc.constantFrom(...FORMS),
    author: authors,
    rolls,
    inValue: fc.oneof(fc.constant<readonly Mutation[]>([]), mutations),
    inText: fc.oneof(fc.constant<readonly Mutation[]>([]), fc.constant<readonly Mutation[]>([]), mutations),
  })
  .map(({ document, form: [name, wrap], author, rolls: numbers, inValue, inText }) => {
    const value = mutateJson(wrap(document), inValue)
    return { [name]: mutateText(written(value, author, dice(numbers)), inText) }
  })

describe('damaged policies and templates', () => {
  test('in JSON', async () => {
    await fc.assert(fc.asyncProperty(damaged, remedies, expectCleared), { numRuns: runs(10), seed: SEED })
  })

  test('in YAML', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...YAML), mutations, remedies, (text, changes, remedy) =>
        expectCleared({ 't.yaml': mutateText(text, changes) }, remedy),
      ),
      { numRuns: runs(10), seed: SEED },
    )
  })

  test('in JSON text where YAML is expected, and the other way round', async () => {
    await fc.assert(
      fc.asyncProperty(damaged, fc.constantFrom(...YAML), mutations, async (one, text, changes) => {
        const [json = ''] = Object.values(one)
        await expectSound({ files: { 't.yml': json, 't.json': mutateText(text, changes) } })
      }),
      { numRuns: runs(4), seed: SEED },
    )
  })
})

const STATEMENT = `          - Sid: OnlyOurVpc
            Effect: Deny
            Principal: "*" # everybody
            Action: s3:*
            Resource:
              - arn:aws:s3:::acme
              - !Sub arn:aws:s3:::acme/*
            Condition:
              StringNotEquals:
                aws:SourceVpc: vpc-1
`
const RESOURCES = `Resources:
  P:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref B
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
${STATEMENT}  B:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: acme
      OwnershipControls: {Rules: [{ObjectOwnership: ObjectWriter}]}
`
const YAML: readonly string[] = [
  `AWSTemplateFormatVersion: "2010-09-09"\n${RESOURCES}`,
  `Transform: AWS::Serverless-2016-10-31\nConditions: {C: !Equals [!Ref A, b]}\n${RESOURCES.replace('Bucket: !Ref B', 'Bucket: !If [C, acme, !Ref B]')}`,
  RESOURCES.replace(
    'Principal: "*" # everybody',
    'NotPrincipal:\n              AWS: [ "arn:aws:iam::111122223333:root" ]',
  ),
  RESOURCES.replace('Sid: OnlyOurVpc', '&one\n            Sid: X').replace('  B:\n', '          - *one\n  B:\n'),
  `service: app\nprovider:\n  name: aws\nresources:\n${RESOURCES.replace(/^/gm, '  ').replace('acme/*', '${self:custom.name}/*')}`,
  RESOURCES.replace(
    / {8}Statement:[\s\S]*?(?= {2}B:)/,
    '        Fn::Sub: |\n          {"Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::acme/*"}]}\n',
  ),
  `Resources:\n  P: {Type: "AWS::S3::BucketPolicy", Properties: {Bucket: acme, PolicyDocument: {Statement: [{Effect: Deny, Principal: "*", Action: "s3:*", Resource: "arn:aws:s3:::acme/*"}]}}}\n`,
  `apiVersion: v1\nkind: List\n---\n${RESOURCES}---\n${RESOURCES}`,
]
