import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { mergeGroupEvent, pullEvent } from '../../support/fake-github/events.js'
import { applicable, commitSuggestions } from '../../support/fake-github/people.js'
import { blockingStatement, manyPolicies, policy, READ, ROLE, VPC_ONLY } from '../../support/policies.js'
import { findings, placesOf, scenario, standing, summaryOf } from '../../support/scenario.js'

/** Everything is bounded, worst first; what is left out is announced, and is in the report. */

const MOST_CHARACTERS = 65_536

/** As many policies, each statement with a VPC of its own: what one cause would tell once is told for each. */
function apart(count: number): Record<string, string> {
  let vpc = 0
  const own = (text: string) => text.replaceAll('vpc-5680e03d', () => `vpc-${++vpc}`)
  return Object.fromEntries(Object.entries(manyPolicies(count)).map(([path, text]) => [path, own(text)]))
}

describe('many findings', () => {
  scenario('31 findings: thirty comments, and the rest in the summary with a word why', async (s) => {
    const pull = s.open(manyPolicies(31))
    const step = await s.run(pull)
    const { inline, summary } = placesOf(s.github, pull, step)
    expect([inline.length, summary.length]).toEqual([30, 1])
    expect(s.github.writes()).toEqual(['pulls/create-review', 'issues/create-comment'])
    expect(summaryOf(s.github, pull)).toContain('at most 30 review comments')
    expect(step.annotations).toHaveLength(10)
    expect(step.log).toContain('21 more')
    expect(step.log).toContain('in the summary')
    const writes = s.github.writes().length
    await s.run(pull)
    expect(s.github.writes()).toHaveLength(writes)
  })

  scenario(
    '300 findings: thirty comments, a summary within the limit that says what it leaves out and where it is, all in the report',
    async (s) => {
      const pull = s.open(apart(300))
      const step = await s.run(pull)
      expect(findings(step)).toHaveLength(300)
      expect(standing(s.github, pull)).toHaveLength(30)
      const body = summaryOf(s.github, pull)
      expect(body.length).toBeLessThanOrEqual(MOST_CHARACTERS)
      expect(body).toMatch(
        /\d+ further entries did not fit here; the \[job summary\]\(https:\/\/github\.example\/\S+\/actions\/runs\/1\) has all/,
      )
      for (let i = 0; i < 300; i++) expect(step.summary).toContain(`\`S${i + 1}\``)
      expect(Buffer.byteLength(step.summary)).toBeLessThan(1_000_000)
      const calls = s.github.calls.length
      await s.run(pull)
      expect(s.github.calls.length - calls).toBeLessThanOrEqual(calls)
      expect(s.github.writes()).toHaveLength(2)
    },
  )

  scenario('errors are told before warnings', async (s) => {
    // Deletions only: what they block is restores, which is a warning.
    const deletes = (sid: string) => ({
      ...blockingStatement(sid, `a-${sid.toLowerCase()}`),
      Action: 's3:DeleteObject',
    })
    const warnings = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`a${i}.json`, policy(deletes(`W${i}`))]))
    const pull = s.open({ ...warnings, 'z.json': policy(VPC_ONLY) })
    const step = await s.run(pull)
    expect(step.commands[0]).toMatchObject({ name: 'error', properties: { file: 'z.json' } })
    expect(step.commands.filter(({ name }) => name === 'warning')).toHaveLength(10)
  })
})

describe('long texts', () => {
  scenario('a suggestion longer than a comment may be is shown, or told to be too long', async (s) => {
    const users = Array.from(
      { length: 260 },
      (_, i) => `arn:aws:iam::123456789011:user/a-rather-long-name-of-a-user-${i}`,
    )
    const statement = { ...VPC_ONLY, Principal: undefined, NotPrincipal: { AWS: users } }
    const pull = s.open({ 'policy.json': `${JSON.stringify({ Version: '2012-10-17', Statement: [statement] })}\n` })
    const step = await s.run(pull)
    expect(step.exitCode).toBe(1)
    for (const { body } of pull.comments) expect(body.length).toBeLessThanOrEqual(MOST_CHARACTERS)
    expect(placesOf(s.github, pull, step).inline).toHaveLength(1)
  })

  scenario('a Sid of 200 kB makes no text too long, nor an annotation', async (s) => {
    const sid = 'x'.repeat(200_000)
    const pull = s.open({
      'policy.json': policy({ ...VPC_ONLY, Sid: sid }),
      'b.json': policy(blockingStatement('B', 'b')),
    })
    const step = await s.run(pull)
    expect(step.exitCode).toBe(1)
    expect(findings(step)).toHaveLength(2)
    const said = [...pull.comments, ...pull.conversation, ...pull.reviews]
    for (const { body } of said) expect(body.length).toBeLessThanOrEqual(MOST_CHARACTERS)
    for (const { message } of step.annotations) expect(message.length).toBeLessThanOrEqual(4_096)
    expect(step.log.length).toBeLessThan(50_000)
    // A policy of more than 20 KB is none that S3 takes: nothing to suggest there, and none the less for the other.
    expect(applicable(pull).map(({ path }) => path)).toEqual(['b.json'])
  })

  scenario('a summary that does not fit is cut between entries', async (s) => {
    const base = apart(120)
    const pull = s.open({ 'other.json': '{}\n' }, base)
    const step = await s.run(pull)
    expect(findings(step)).toHaveLength(120)
    const body = summaryOf(s.github, pull)
    expect(body.length).toBeLessThanOrEqual(MOST_CHARACTERS)
    expect(body).toMatch(/\d+ further entries did not fit/)
    expect(body.split('```').length % 2).toBe(1)
    expect(body.split('<details>').length).toBe(body.split('</details>').length)
  })
})

scenario('many findings of one cause are explained once, in comments and summaries', async (s) => {
  const pull = s.open(manyPolicies(30))
  const step = await s.run(pull)
  const comments = standing(s.github, pull)
  const explained = comments.filter(({ body }) => body.includes('Only requests from VPC vpc-5680e03d are allowed'))
  expect([comments.length, explained.length]).toEqual([30, 1])
  const [first] = explained
  const place = `for the reason told at \`${first?.path}:${first?.line}\`.`
  expect(comments.filter(({ body }) => body.includes(place))).toHaveLength(29)
  expect(comments.every(({ body }) => body.includes('```suggestion'))).toBe(true)
  for (const text of [summaryOf(s.github, pull), step.summary]) expect(text.split('\n').length).toBeLessThanOrEqual(40)
  const writes = s.github.writes().length
  await s.run(pull)
  expect(s.github.writes()).toHaveLength(writes)
})

scenario('a cause keeps its explanation when the first of its comments goes', async (s) => {
  const pull = s.open(manyPolicies(3))
  await s.run(pull)
  const explains = ({ body }: { readonly body: string }) => body.includes('Only requests from VPC')
  commitSuggestions(pull, standing(s.github, pull).filter(explains))
  await s.run(pull)
  const left = standing(s.github, pull)
  expect([left.length, left.filter(explains).length]).toEqual([2, 1])
})

scenario('fixing in batches converges: each run tells only what is left', async (s) => {
  const pull = s.open(manyPolicies(3))
  let step = await s.run(pull)
  for (let left = 3; left > 0; left--) {
    expect(placesOf(s.github, pull, step).inline).toHaveLength(left)
    commitSuggestions(pull, standing(s.github, pull).slice(0, 1))
    step = await s.run(pull)
  }
  expect(step.exitCode).toBe(0)
  expect(standing(s.github, pull)).toEqual([])
})

scenario('only-changed tells nothing of what the pull request leaves alone', async (s) => {
  const pull = s.open({ 'new.json': policy(READ) }, { 'old.json': policy(VPC_ONLY) })
  const step = await s.run(pull, { inputs: { ...ROLE, 'only-changed': 'true' } })
  expect(step.exitCode).toBe(0)
  expect(s.github.writes()).toEqual([])
})

scenario(
  'only-changed tells what is in a submodule that the pull request moves, and nothing of another one',
  async (s) => {
    const { repository } = s.github
    repository.commit('main', { 'README.md': 'read me\n' })
    repository.embed('sub')
    repository.commit('change', {}, 'main')
    const pull = s.github.openPull('main', 'change')
    const prepare = (workspace: string) => {
      for (const name of ['sub', 'other']) {
        execFileSync('git', ['init', '-q', join(workspace, name)])
        writeFileSync(join(workspace, name, 'b.json'), policy({ ...VPC_ONLY, Sid: name }))
      }
    }
    const step = await s.run(pull, { inputs: { ...ROLE, 'only-changed': 'true' }, prepare })
    expect(step.exitCode).toBe(1)
    expect(findings(step).map(({ statement }) => statement?.sid)).toEqual(['sub'])
  },
)

describe('only-changed tells what the pull request puts in force by what it takes away', () => {
  const inputs = { ...ROLE, 'only-changed': 'true' }
  const { Effect, ...statement } = VPC_ONLY
  const main = `variable "e" {
  default = "Deny"
}
resource "aws_s3_bucket_policy" "p" {
  bucket = "hd-test"
  policy = jsonencode({ Statement = [merge(${JSON.stringify(statement)}, { Effect = var.e })] })
}
`
  const base = { 'app/main.tf': main, 'app/terraform.tfvars': 'e = "Allow"\n', 'v/a.txt': 'e = "Allow"\n' }
  const linked = { 'app/main.tf': main, 'app/terraform.tfvars': { link: '../v/a.txt' }, 'v/a.txt': 'e = "Allow"\n' }

  for (const [name, files, head] of [
    ['removed values', base, { 'app/terraform.tfvars': null }],
    ['renamed values', base, { 'app/terraform.tfvars': null, 'app/old.txt': base['app/terraform.tfvars'] }],
    ['what a link leads to', linked, { 'v/a.txt': 'e = "Deny"\n' }],
    ['what a link led to', linked, { 'v/a.txt': null }],
  ] as const) {
    scenario(name, async (s) => {
      const pull = s.open(head, files)
      const event = pullEvent(pull, 'pull_request_target')
      const group = mergeGroupEvent(pull.headSha, pull.baseSha)
      // Where a link leads nowhere, nobody knows the values.
      const level = name === 'what a link led to' ? 'warning' : 'error'
      const steps = [await s.run(pull, { inputs }), await s.runEvent(group, pull.headSha, { inputs })]
      if (level === 'error') steps.push(await s.run(pull, { inputs, event, checkout: pull.baseSha }))
      for (const step of steps) expect(findings(step)[0]).toMatchObject({ level, location: { path: 'app/main.tf' } })
    })
  }
})
