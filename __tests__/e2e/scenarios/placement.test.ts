import { expect } from 'vitest'
import { suggestionsIn } from '../../support/apply.js'
import { headText, push, withSuggestions } from '../../support/fake-github/people.js'
import type { Files } from '../../support/fake-github/repository.js'
import type { Pull } from '../../support/fake-github/state.js'
import {
  blockingStatement,
  crlf,
  manyPolicies,
  PRINCIPALS,
  policy,
  READ,
  type Statement,
  VPC_ONLY,
} from '../../support/policies.js'
import { findings, placesOf, scenario, standing, summaryOf } from '../../support/scenario.js'

/** Every finding gets one place: a suggestion, a comment, or an entry of the summary with the reason. */

const A = blockingStatement('A', 'bucket-a')
const B = blockingStatement('B', 'bucket-b')
const FILLER: readonly Statement[] = Array.from({ length: 4 }, (_, i) => ({ ...READ, Sid: `Read${i}` }))

function suggestions(pull: Pull): number {
  return pull.comments.filter(({ body }) => suggestionsIn(body).length > 0).length
}

scenario('an added file has a suggestion, which touches nothing but the principal', async (s) => {
  const pull = s.open({ 'policy.json': policy(VPC_ONLY) })
  const step = await s.run(pull)
  expect(step.exitCode).toBe(1)
  const fixed = withSuggestions(pull).get('policy.json') ?? ''
  const { Principal: _, ...rest } = VPC_ONLY
  expect(JSON.parse(fixed).Statement).toEqual([{ ...rest, NotPrincipal: { AWS: PRINCIPALS } }])
  await s.fix(pull)
})

scenario('context lines of a hunk carry a suggestion', async (s) => {
  const pull = s.open({ 'policy.json': policy({ ...A, Sid: 'Renamed' }) }, { 'policy.json': policy(A) })
  const step = await s.run(pull)
  expect(placesOf(s.github, pull, step)).toEqual({ inline: ['Renamed'], summary: [] })
  expect(suggestions(pull)).toBe(1)
  await s.fix(pull)
})

scenario('a statement outside of every hunk is in the summary, with a permalink and the patch', async (s) => {
  const pull = s.open({ 'policy.json': policy(A, ...FILLER, B) }, { 'policy.json': policy(A, ...FILLER) })
  const step = await s.run(pull)
  expect(placesOf(s.github, pull, step)).toEqual({ inline: ['B'], summary: ['A'] })
  const summary = summaryOf(s.github, pull)
  expect(summary).toContain(`/blob/${pull.headSha}/policy.json#L8`)
  expect(summary).toContain('+      "NotPrincipal": {')
})

scenario('lines to change in two hunks are shown and not offered', async (s) => {
  const others = Array.from({ length: 9 }, (_, i) => `arn:aws:iam::123456789011:user/user${i}`)
  const list = (first: string, last: string): Statement => ({
    ...A,
    Principal: undefined,
    NotPrincipal: { AWS: [first, ...others, last] },
  })
  const wildcard = PRINCIPALS[5]?.replace('daebaksrv-S3Backup', '*') ?? ''
  const before = { 'policy.json': policy(list('arn:aws:iam::123456789011:user/x', 'arn:aws:iam::123456789011:user/y')) }
  const pull = s.open({ 'policy.json': policy(list(wildcard, 'arn:aws:iam::123456789011:user/z')) }, before)
  const step = await s.run(pull)
  expect(step.exitCode).toBe(1)
  expect(placesOf(s.github, pull, step).inline).toContain('A')
  expect(suggestions(pull)).toBe(0)
  expect(pull.comments.map(({ body }) => body).join()).toContain('not all in one hunk')
})

scenario('a renamed and changed file is commented under its new name', async (s) => {
  const base = { 'old.json': policy(...FILLER, A) }
  const pull = s.open({ 'old.json': null, 'new.json': policy(...FILLER, { ...A, Sid: 'Moved' }) }, base)
  const step = await s.run(pull)
  expect(pull.comments.map(({ path }) => path)).toEqual(['new.json'])
  expect(placesOf(s.github, pull, step).inline).toEqual(['Moved'])
  await s.fix(pull)
})

scenario('a file that is only renamed has no hunks: summary', async (s) => {
  const pull = s.open({ 'old.json': null, 'new.json': policy(A) }, { 'old.json': policy(A) })
  const step = await s.run(pull)
  expect(placesOf(s.github, pull, step)).toEqual({ inline: [], summary: ['A'] })
  expect(summaryOf(s.github, pull)).toContain('does not change its text')
})

scenario('a file that the pull request removes is not looked at', async (s) => {
  const pull = s.open({ 'policy.json': null }, { 'policy.json': policy(A), 'README.md': 'read me\n' })
  const step = await s.run(pull)
  expect(step.exitCode).toBe(0)
  expect(s.github.writes()).toEqual([])
})

scenario('a file that Git takes for binary has no diff: summary', async (s) => {
  const utf16 = Buffer.from(`\ufeff${policy(A)}`, 'utf16le')
  const pull = s.open({ 'policy.json': utf16 })
  const step = await s.run(pull)
  expect(step.exitCode).toBe(1)
  expect(placesOf(s.github, pull, step)).toEqual({ inline: [], summary: ['A'] })
})

scenario('a diff that is too large for GitHub to show: summary, while other files are commented', async (s) => {
  const large = `${policy(A).trimEnd()}${'\n'.repeat(20_100)}`
  const pull = s.open({ 'z-large.json': large, 'a-small.json': policy(B) })
  const step = await s.run(pull)
  expect(placesOf(s.github, pull, step)).toEqual({ inline: ['B'], summary: ['A'] })
  expect(summaryOf(s.github, pull)).toContain('GitHub shows no diff')
})

const TEXTS: readonly (readonly [name: string, text: string, reason: string | null])[] = [
  ['in CRLF', crlf(policy(A)), null],
  ['without a final newline', policy(A).trimEnd(), null],
  ['on one line, without a final newline', JSON.stringify({ Version: '2012-10-17', Statement: [A] }), null],
  ['indented with tabs', `${JSON.stringify({ Version: '2012-10-17', Statement: [A] }, null, '\t')}\n`, null],
  ['with a byte order mark', `\ufeff${policy(A)}`, null],
  ['with mixed line ends', policy(A).replace('\n', '\r\n'), 'mixes line ends'],
  [
    'with an invisible character in the lines',
    policy({
      ...A,
      Principal: undefined,
      NotPrincipal: { AWS: [PRINCIPALS[0], 'arn:aws:iam::123456789011:user/\u202ex'] },
    }),
    'invisible',
  ],
]
for (const [name, text, reason] of TEXTS) {
  scenario(`a policy ${name} is ${reason === null ? 'offered a suggestion' : 'told without one'}`, async (s) => {
    const pull = s.open({ 'policy.json': text })
    const step = await s.run(pull)
    expect(step.exitCode).toBe(1)
    expect(placesOf(s.github, pull, step)).toEqual({ inline: ['A'], summary: [] })
    expect(suggestions(pull)).toBe(reason === null ? 1 : 0)
    if (reason === null) await s.fix(pull)
    else expect(pull.comments[0]?.body).toContain(reason)
  })
}

scenario('two statements on one line are told together, in one comment', async (s) => {
  const pull = s.open({ 'policy.json': `${JSON.stringify({ Version: '2012-10-17', Statement: [A, B] })}\n` })
  const step = await s.run(pull)
  expect(findings(step)).toHaveLength(2)
  expect(placesOf(s.github, pull, step).inline).toEqual(['A', 'B'])
  expect(standing(s.github, pull)).toHaveLength(1)
})

scenario('suggestions next to each other are applied together', async (s) => {
  const close = (one: Statement) =>
    `    {"Sid":"${one.Sid}","Effect":"Deny",\n     "Principal":"*","Action":"s3:*","Resource":${JSON.stringify(one.Resource)}}`
  const text = `{\n  "Version": "2012-10-17",\n  "Statement": [\n${close(A)},\n${close(B)}\n  ]\n}\n`
  const pull = s.open({ 'policy.json': text })
  const step = await s.run(pull)
  expect(placesOf(s.github, pull, step).inline).toEqual(['A', 'B'])
  await s.fix(pull)
})

scenario('an attempt to exempt Clumio that does not work is told with its statement', async (s) => {
  const wildcard = PRINCIPALS.map((arn) => arn.replace('daebaksrv-S3Backup', 'daebaksrv-*'))
  const pull = s.open({ 'policy.json': policy({ ...A, Principal: undefined, NotPrincipal: { AWS: wildcard } }) })
  const step = await s.run(pull)
  expect(
    findings(step)
      .map(({ rule }) => rule)
      .sort(),
  ).toEqual(['deny-blocks-clumio', 'ineffective-exemption'])
  expect(standing(s.github, pull)).toHaveLength(1)
  await s.fix(pull)
})

scenario('a path with blanks, brackets and letters beyond ASCII is a path', async (s) => {
  const path = 'pölicies/a b [1] (copy)#%20.json'
  const pull = s.open({ [path]: policy(A) })
  const step = await s.run(pull)
  expect(step.annotations[0]?.file).toBe(path)
  expect(pull.comments[0]?.path).toBe(path)
  await s.fix(pull)
})

scenario('the principal-arn remedy is offered where the workflow asks for it', async (s) => {
  const inputs = { 'aws-account-id': '123456789011', 'clumio-role-id': 'ClumioRole-x', remedy: 'principal-arn' }
  const pull = s.open({ 'policy.json': policy(A) })
  await s.run(pull, { inputs })
  expect(withSuggestions(pull).get('policy.json')).toContain('"aws:PrincipalArn"')
  await s.fix(pull, { inputs })
})

scenario('several files are told in one review, lower lines first', async (s) => {
  const pull = s.open(manyPolicies(13))
  const step = await s.run(pull)
  expect(placesOf(s.github, pull, step).inline).toHaveLength(13)
  expect(s.github.writes()).toEqual(['pulls/create-review', 'issues/create-comment'])
  for (const path of new Set(pull.comments.map((each) => each.path))) {
    const lines = pull.comments.filter((each) => each.path === path).map(({ line }) => line ?? 0)
    expect(lines).toEqual([...lines].sort((a, b) => b - a))
  }
  expect(JSON.parse(withSuggestions(pull).get('policies/bucket-011.json') ?? '').Statement[2]).toHaveProperty(
    'NotPrincipal',
  )
})

scenario('committing one suggestion of two leaves the other', async (s) => {
  const pull = s.open({ 'a.json': policy(A), 'b.json': policy(B) })
  await s.run(pull)
  const [first] = pull.comments.filter(({ path }) => path === 'a.json')
  if (first === undefined) throw new Error('no comment')
  push(pull, Object.fromEntries(withSuggestions(pull, [first])))
  const step = await s.run(pull)
  expect(step.exitCode).toBe(1)
  expect(placesOf(s.github, pull, step).inline).toEqual(['B'])
  await s.fix(pull)
})

/** A repository as it may be: files of every kind beside the policy. */
const CLUTTER: Files = {
  'package.json': '{ "name": "x" }\n',
  'broken.json': '{ "a": \n',
  'empty.json': '',
  'deep/.hidden/data.jsonc': '// nothing\n{}\n',
  'bin/data.json': Buffer.from([0, 1, 2, 255]),
}

scenario('files that are no policies are passed over', async (s) => {
  const pull = s.open({ ...CLUTTER, 'policy.json': policy(A) })
  const step = await s.run(pull)
  expect(findings(step)).toHaveLength(1)
  const second = await s.fix(pull)
  expect(findings(second)).toEqual([])
  expect(headText(pull, 'package.json')).toBe('{ "name": "x" }\n')
})
