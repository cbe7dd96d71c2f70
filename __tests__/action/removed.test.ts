import { describe, expect, test } from 'vitest'
import type { Material, PullPlace } from '../../src/action/material.js'
import { onlyChanged } from '../../src/action/only-changed.js'
import { pathMap } from '../../src/sources/files/paths.js'
import { literalTree } from '../../src/sources/literals.js'
import { sourcesOf } from '../../src/sources/sources.js'
import {
  ALLOWS,
  attached,
  BLOCKS,
  BY_EFFECT,
  type Change,
  called,
  type Files,
  told,
  unit,
  variable,
} from '../support/changes.js'

const README = 'See main.tf, ./mod and p.json.\n'

const root = { 'README.md': README, 'app/main.tf': variable('Deny') + attached(BY_EFFECT) }
const ROOT = ['app/main.tf']
const callee = { 'README.md': README, 'mod/main.tf': variable('Deny') + attached(BY_EFFECT) }
const CALLEE = ['mod/main.tf']
const stack = (effect: string) =>
  JSON.stringify(
    {
      Resources: {
        S: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: 'n.json', Parameters: { E: effect } } },
      },
    },
    null,
    1,
  )
const statement = { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: 'arn:aws:s3:::b/*' }
const template = (...statements: unknown[]) =>
  JSON.stringify({
    AWSTemplateFormatVersion: '2010-09-09',
    Parameters: { E: { Type: 'String', AllowedValues: ['Deny'] } },
    Resources: {
      A: { Type: 'AWS::S3::BucketPolicy', Properties: { Bucket: 'b', PolicyDocument: { Statement: statements } } },
    },
  })
const included = { 'Fn::Transform': { Name: 'AWS::Include', Parameters: { Location: 'i.json' } } }
const ALLOWED = 'inputs = {\n  e = "Allow"\n}\n'

describe('what a change takes away counts for all that could have read it', () => {
  test.each<[string, Files, Change, readonly string[]]>([
    ['values', { ...root, 'app/terraform.tfvars': 'e = "Allow"\n' }, { 'app/terraform.tfvars': null }, ROOT],
    ['values of a name', { ...root, 'app/x.auto.tfvars': 'e = "Allow"\n' }, { 'app/x.auto.tfvars': null }, ROOT],
    [
      'values, renamed',
      { ...root, 'app/terraform.tfvars': 'e = "Allow"\n' },
      { 'app/x.txt': '<- app/terraform.tfvars' },
      ROOT,
    ],
    ['an override', { ...root, 'app/z_override.tf': attached(ALLOWS) }, { 'app/z_override.tf': null }, ROOT],
    [
      'an override of a local value',
      {
        'app/main.tf': `locals {\n  p = ${BLOCKS}\n}\n${attached('local.p')}`,
        'app/z_override.tf': `locals {\n  p = ${ALLOWS}\n}\n`,
      },
      { 'app/z_override.tf': null },
      ROOT,
    ],
    ['the file that OpenTofu reads', { ...root, 'app/main.tofu': attached(ALLOWS) }, { 'app/main.tofu': null }, ROOT],
    [
      'the caller of a module',
      { ...callee, 'root/main.tf': called('../mod', '  e = "Allow"\n') },
      { 'root/main.tf': null },
      CALLEE,
    ],
    [
      'the caller, renamed to nothing',
      { ...callee, 'root/main.tf': called('../mod', '  e = "Allow"\n') },
      { 'root/main.txt': '<- root/main.tf' },
      CALLEE,
    ],
    [
      'a call',
      { ...callee, 'root/main.tf': called('../mod', '  e = "Allow"\n') },
      { 'root/main.tf': 'locals {}\n' },
      CALLEE,
    ],
    [
      'the example of a module',
      { 'a/main.tf': callee['mod/main.tf'], 'a/examples/all/main.tf': called('../..', '  e = "Allow"\n') },
      { 'a/examples/all/main.tf': null },
      ['a/main.tf'],
    ],
    [
      'a call, commented out',
      { ...callee, 'root/main.tf': called('../mod', '  e = "Allow"\n') },
      { 'root/main.tf': `/*\n${called('../mod', '  e = "Allow"\n')}*/\n` },
      CALLEE,
    ],
    [
      'an override of a call',
      { ...callee, 'root/main.tf': called('../mod'), 'root/m_override.tf': 'module "m" {\n  e = "Allow"\n}\n' },
      { 'root/m_override.tf': null },
      CALLEE,
    ],
    [
      'the unit that runs a module',
      { ...callee, 'live/terragrunt.hcl': unit('../mod', ALLOWED) },
      { 'live/terragrunt.hcl': null },
      CALLEE,
    ],
    [
      'the unit, by a path with a function',
      { ...callee, 'live/terragrunt.hcl': unit('${get_repo_root()}/mod', ALLOWED) },
      { 'live/terragrunt.hcl': null },
      CALLEE,
    ],
    [
      'the unit, by what it includes',
      {
        ...callee,
        'root.hcl': unit('${get_repo_root()}/mod'),
        'live/terragrunt.hcl': `include "root" {\n  path = find_in_parent_folders("root.hcl")\n}\n${ALLOWED}`,
      },
      { 'live/terragrunt.hcl': null },
      CALLEE,
    ],
    [
      'a file that may be there',
      { 'app/main.tf': attached(`fileexists("flag") ? ${ALLOWS} : ${BLOCKS}`), 'app/flag': 'x' },
      { 'app/flag': null },
      ROOT,
    ],
    [
      'a file that is tried',
      { 'app/main.tf': attached(`try(file("p.json"), ${BLOCKS})`), 'app/p.json': '{"Statement":[]}' },
      { 'app/p.json': null },
      [...ROOT, ...ROOT],
    ],
    [
      'a file that is named as configuration and tried',
      { 'app/main.tf': attached(`try(file("data/p.tf"), ${BLOCKS})`), 'app/data/p.tf': '{"Statement":[]}' },
      { 'app/data/p.tf': null },
      [...ROOT, ...ROOT],
    ],
    [
      'a file of a computed name',
      {
        'app/main.tf': attached(`try(file("\${each.key}.json"), ${BLOCKS})`, '  for_each = toset(["p"])\n'),
        'app/p.json': '{"Statement":[]}',
      },
      { 'app/p.json': null },
      [...ROOT, ...ROOT],
    ],
    [
      'a file that fileset() listed',
      {
        'app/main.tf': attached(`length(fileset("f", "*.x")) == 2 ? ${ALLOWS} : ${BLOCKS}`),
        'app/f/a.x': 'x',
        'app/f/b.x': 'x',
      },
      { 'app/f/b.x': null },
      ROOT,
    ],
    [
      'a folder that fileset() listed',
      {
        'app/main.tf': attached(`length(fileset("f", "**/*.x")) == 2 ? ${ALLOWS} : ${BLOCKS}`),
        'app/f/a.x': 'x',
        'app/f/d/e/b.x': 'x',
      },
      { 'app/f/d/e/b.x': null },
      ROOT,
    ],
    [
      'the template that nests one',
      { 't.json': stack('Allow'), 'n.json': template({ ...statement, Effect: { Ref: 'E' } }) },
      { 't.json': null },
      ['n.json'],
    ],
    [
      'the stack that nests one',
      { 't.json': stack('Allow'), 'n.json': template({ ...statement, Effect: { Ref: 'E' } }) },
      { 't.json': '{"Resources":{}}' },
      ['n.json'],
    ],
    [
      'what a serverless.yml includes',
      {
        'serverless.yml':
          'service: a\nprovider:\n  name: aws\nresources:\n  - ${file(r.yml)}\n  - ' +
          template({ ...statement }) +
          '\n',
        'r.yml': 'Resources:\n  Q:\n    Type: AWS::SQS::Queue\n',
      },
      { 'r.yml': null },
      ['serverless.yml'],
    ],
    [
      'what a template includes',
      { 't.json': template(included, statement), 'i.json': JSON.stringify({ ...statement, Effect: 'Allow' }) },
      { 'i.json': null },
      ['t.json', 't.json'],
    ],
  ])('%s', async (_, base, change, findings) => {
    expect(await told(base, change)).toEqual({ findings, problem: null })
    expect(await told(base, change, 'merge-group')).toEqual({ findings, problem: null })
  })
})

describe('what a change brings counts as well', () => {
  test.each<[string, Files, Change, readonly string[]]>([
    [
      'a file that fileset() lists',
      { 'app/main.tf': attached(`length(fileset("f", "*.x")) == 1 ? ${ALLOWS} : ${BLOCKS}`), 'app/f/a.x': 'x' },
      { 'app/f/b.x': 'x' },
      ROOT,
    ],
    [
      'a backend, which makes a module a root',
      { ...callee, 'root/main.tf': called('../mod', '  e = "Allow"\n') },
      { 'mod/backend.tf': 'terraform {\n  backend "s3" {}\n}\n' },
      CALLEE,
    ],
    [
      'an override of a call',
      { ...callee, 'mod/main.tf': variable('Allow') + attached(BY_EFFECT), 'root/main.tf': called('../mod') },
      { 'root/m_override.tf': 'module "m" {\n  e = "Deny"\n}\n' },
      CALLEE,
    ],
    [
      'data of a computed name',
      {
        'app/main.tf': attached(
          `jsondecode(file("\${each.key}.yml")) ? ${BLOCKS} : ${ALLOWS}`,
          '  for_each = toset(["on"])\n',
        ),
        'app/on.yml': 'false',
      },
      { 'app/on.yml': 'true' },
      ROOT,
    ],
  ])('%s', async (_, base, change, findings) => {
    expect(await told(base, change)).toEqual({ findings, problem: null })
  })
})

describe('what has nothing to do with a policy says nothing of it', () => {
  const all = {
    ...root,
    'app/terraform.tfvars': 'e = "Deny"\n',
    'app/envs/old.tfvars': 'e = "Deny"\n',
    'app/lambda/index.ts': 'x',
    'app/state.tf': 'terraform {\n  backend "s3" {}\n}\n',
    'app/other.tf': '// some\nlocals {\n  n = 1\n}\n',
    'other/main.tf': 'locals {}\n',
    'other/more.tf': called('../mod'),
    'other/terraform.tfvars': 'x = 1\n',
    'mod/main.tf': 'variable "x" {\n  default = 1\n}\n',
    'live/terragrunt.hcl': unit('../mod'),
    't.json': template(statement),
    'x.json': '{}',
    'p.json': JSON.stringify({ Statement: [statement] }),
    'lists/main.tf': attached(BLOCKS, '  for_each = fileset("d", "*.json")\n'),
    'lists/d/a.json': '{}',
  }
  test.each<[string, Change]>([
    ['a text for readers', { 'README.md': null }],
    ['a text for readers, renamed', { 'READ.md': '<- README.md' }],
    ['configuration of another root', { 'other/main.tf': null }],
    ['a call of another module', { 'other/more.tf': null }],
    ['values of another root', { 'other/terraform.tfvars': null }],
    ['configuration beside it', { 'app/other.tf': '// none\nlocals {\n  n = 4 / 2\n  d = "."\n  s = "//"\n}\n' }],
    ['where the state of its root is kept', { 'app/state.tf': 'terraform {\n  backend "gcs" {}\n}\n' }],
    ['a set of values that no other set needs', { 'app/envs/old.tfvars': null }],
    ['a unit of another module', { 'live/terragrunt.hcl': null }],
    ['a file that nobody reads', { 'app/lambda/index.ts': null, 'x.json': null }],
    ['a file that keeps its name where fileset() lists it', { 'lists/d/a.json': '{ }' }],
  ])('%s', async (_, change) => {
    expect(await told(all, change)).toEqual({ findings: [], problem: null })
  })
})

describe('where GitHub does not show what a file named, all is told, and why', () => {
  const base = { ...callee, 'root/main.tf': 'locals {}\n' }
  const without = async (path: string, status: string) => {
    const tree = literalTree(base, 'head')
    const sources = sourcesOf(tree, [])
    const files = [{ path, previousPath: null, status, sha: null, changes: 9, patch: null }]
    const pull = { session: { files, pull: {}, head: new Map(), problems: [] } } as unknown as PullPlace
    const material = { sources, pull, client: null } as unknown as Material
    const { paths, problem } = await onlyChanged({ kind: 'other', name: '' }, material, pathMap(''))
    return paths === null ? problem : 'some'
  }
  test('of modules and templates', async () => {
    expect(await without('x/main.tf', 'removed')).toBe(
      'GitHub does not show what x/main.tf named before, so findings in all files are reported.',
    )
    expect(await without('root/main.tf', 'modified')).toContain('root/main.tf')
    expect(await without('t.yaml', 'removed')).toContain('t.yaml')
    expect(await without('x.png', 'removed')).toBe('some')
    expect(await without('package-lock.json', 'modified')).toBe('some')
    expect(await without('root/main.tf', 'added')).toBe('some')
  })

  test('in a group that is merged, a plan that is gone', async () => {
    const { findings, problem } = await told(
      { ...callee, 'plan.json': '{"resource_changes":[]}' },
      { 'plan.json': null },
      'merge-group',
    )
    expect({ findings, problem }).toEqual({
      findings: CALLEE,
      problem: 'plan.json was a plan, so findings in all files are reported.',
    })
  })
})
