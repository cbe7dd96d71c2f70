import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { suggestionsIn } from '../../support/apply.js'
import type { Pull } from '../../support/fake-github/state.js'
import { harms } from '../../support/harmless.js'
import { blockingStatement, policy, ROLE, VPC_ONLY } from '../../support/policies.js'
import type { StepResult } from '../../support/runner.js'
import { findings, markerOf, type Scenario, scenario, standing } from '../../support/scenario.js'

/** Texts that want to act: as workflow commands, as markup, as marks of this tool. Nothing of them does. */

const FENCE = '```'
const MARK = '<!-- clumio-policy-check:v1 comment id=x head= fp=x hash=x -->'
const TEXTS: readonly (readonly [name: string, text: string])[] = [
  ['a command', '::error::pwned'],
  ['a command in a new line', 'x\n::error file=a,line=1::pwned'],
  [
    'a command behind every line break there is',
    'x\r::error::a\r\n::error::b\u0085::error::c\u2028::error::d\u2029::error::e\v::error::f\f::error::g',
  ],
  ['commands of the old form', 'x ##[error]pwned ##[set-env name=PATH;]pwned ##[group]x'],
  ['an end of all commands', '\n::stop-commands::pwned\n'],
  ['an output', '\n::set-output name=conclusion::success\nconclusion=success\nconclusion<<EOF\nsuccess\nEOF'],
  ['escapes of a command', 'x%0A::error::pwned%0D%0A::warning::pwned'],
  ['mentions', '@acme/security @octocat cc @a, (@b) `@c` &#64;d'],
  ['references', '#1 acme/policies#2 GH-3 https://github.com/a/b/issues/4 www.example.com'],
  ['markup', '<img src=x onerror=alert(1)><script>alert(1)</script><b>bold</b><!-- x -->'],
  ['closed elements', '</details></summary></td></table><details open><summary>more'],
  ['links and pictures', '[x](https://evil.example) ![x](https://evil.example/x.png) <https://evil.example>'],
  ['a reference to a link', '[x][y]\n\n[y]: https://evil.example'],
  ['backticks', '` `` ``` ```` x'],
  ['a suggestion', `x\n\n${FENCE}suggestion\nPWNED\n${FENCE}\n`],
  ['a longer suggestion', `x\n\n${FENCE}${FENCE}suggestion\nPWNED\n${FENCE}${FENCE}\n`],
  ['a table', '| a | b |\n|---|---|\n| x |'],
  ['headings and lists', '\n# pwned\n- pwned\n> pwned\n***\n'],
  ['a mark of this tool', MARK],
  ['a mark of this tool in a new line', `\n${MARK}\n--> <!-- clumio-policy-check:v1 summary id=x -->`],
  ['right-to-left marks', '\u202etxet\u202c \u2066x\u2069 \u200bzero\u200dwidth\ufeff'],
  ['control characters', 'x\u0000\u0007\u001b[31mred\u001b[0m\u009b31m'],
  ['half a character', 'x\ud800y\udc00z'],
  ['mathematics', '$\\color{red}{x}$ $$x$$ $`x`$'],
]

/** What a path and a variable can hold: bytes of UTF-8 without a zero. */
function wellFormed(text: string): boolean {
  return !text.includes('\u0000') && Buffer.from(text).toString() === text
}

/** The texts in all that the step says, on the pull request and elsewhere. */
function expectHarmless(s: Scenario, pull: Pull, step: StepResult, suggestions: number): void {
  const said = [...pull.comments, ...pull.conversation, ...pull.reviews].map(({ body }) => body)
  for (const text of [step.summary, ...said]) expect(harms(text)).toEqual([])
  expect(pull.comments.flatMap(({ body }) => suggestionsIn(body))).toHaveLength(suggestions)
  expect([...pull.conversation, { body: step.summary }].flatMap(({ body }) => suggestionsIn(body))).toEqual([])
  for (const { body } of pull.comments) expect(markerOf(body)?.kind).toBe('comment')
  // Nothing moves the cursor, clears the screen or rings.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about
  expect(step.log).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/)
  expect(s.github.writes()).not.toContain('pulls/delete-review-comment')
}

describe('a Sid, a value of a condition and a resource', () => {
  for (const [name, text] of TEXTS) {
    scenario(`with ${name}`, async (s) => {
      const statement = {
        ...VPC_ONLY,
        Sid: text,
        Resource: ['arn:aws:s3:::hd-test', `arn:aws:s3:::hd-test/${text}*`, 'arn:aws:s3:::hd-test/*'],
        Condition: { StringNotEquals: { 'aws:SourceVpc': ['vpc-5680e03d', text] } },
      }
      const pull = s.open({ 'policy.json': policy(statement) })
      const step = await s.run(pull)
      expect(step.exitCode).toBe(1)
      expect(findings(step).map(({ statement }) => statement?.sid)).toEqual([JSON.parse(JSON.stringify(text))])
      expectHarmless(s, pull, step, 1)
      expect(standing(s.github, pull)).toHaveLength(1)
    })
  }
})

describe('a file name', () => {
  const NAMES = TEXTS.filter(([, text]) => wellFormed(text)).map(
    ([name, text]) => [name, text.replaceAll('/', '∕').slice(0, 180)] as const,
  )
  scenario('of every kind', async (s) => {
    const files = Object.fromEntries(
      NAMES.map(([, text], i) => [`policies/${i}-${text}.json`, policy(blockingStatement(`S${i}`, `bucket-${i}`))]),
    )
    const pull = s.open(files)
    const step = await s.run(pull)
    expect(findings(step)).toHaveLength(NAMES.length)
    expect(
      standing(s.github, pull)
        .map(({ path }) => path)
        .sort(),
    ).toEqual(Object.keys(files).sort())
    expectHarmless(s, pull, step, NAMES.length)
  })

  scenario('of every kind, in the summary', async (s) => {
    const files = Object.fromEntries(
      NAMES.map(([, text], i) => [`policies/${i}-${text}.json`, policy(blockingStatement(`S${i}`, `bucket-${i}`))]),
    )
    const pull = s.open({ 'other.txt': 'x\n' }, files)
    const step = await s.run(pull)
    expect(findings(step)).toHaveLength(NAMES.length)
    expectHarmless(s, pull, step, 0)
  })

  scenario('of every kind, with a policy that cannot be read', async (s) => {
    const files = Object.fromEntries(
      NAMES.map(([, text], i) => [`policies/${i}-${text}.json`, policy(VPC_ONLY).replace('"s3:*",', '"s3:*"')]),
    )
    const pull = s.open(files)
    const step = await s.run(pull)
    expect(findings(step).map(({ rule }) => rule)).toEqual(NAMES.map(() => 'policy-unreadable'))
    expectHarmless(s, pull, step, 0)
  })
})

describe('a plan', () => {
  /** HCL knows fewer escapes than JSON. */
  const quoted = (text: string) => JSON.stringify(text).replaceAll('\\f', '\\u000c').replaceAll('\\b', '\\u0008')
  const planned = (text: string, i: number) => {
    const bucket = `bucket-${i}`
    const document = policy({ ...blockingStatement(text, bucket) })
    return {
      address: `module.m[${quoted(text)}].aws_s3_bucket_policy.p[${quoted(text)}]`,
      module_address: `module.m[${quoted(text)}]`,
      mode: 'managed',
      type: 'aws_s3_bucket_policy',
      name: 'p',
      index: text,
      provider_name: 'registry.terraform.io/hashicorp/aws',
      change: {
        actions: ['create'],
        before: null,
        after: { bucket, tags: { [text]: text }, policy: document },
        after_unknown: {},
        before_sensitive: false,
        after_sensitive: {},
      },
    }
  }

  scenario('with addresses, buckets and Sids of every kind', async (s) => {
    const pull = s.open({ 'main.tf': '# nothing\n' })
    const plan = JSON.stringify({
      format_version: '1.2',
      resource_changes: TEXTS.map(([, text], i) => planned(text, i)),
    })
    const step = await s.run(pull, {
      inputs: { ...ROLE, 'plan-files': 'plan.json' },
      prepare: (workspace) => writeFileSync(join(workspace, 'plan.json'), plan),
    })
    expect(step.exitCode).toBe(1)
    expect(findings(step)).toHaveLength(TEXTS.length)
    expectHarmless(s, pull, step, 0)
  })
})

describe('the rest of what a workflow hands over', () => {
  /** A pull request that brings a configuration full of the texts, `fact` being said of its requests. */
  function configured(s: Scenario, fact: string): Pull {
    const text = TEXTS.map(([, each]) => each).join(' ')
    const config = {
      ignore: [{ rule: 'deny-blocks-clumio', buckets: ['hd-test'], sids: [text], reason: text }],
      protect: { buckets: ['*', text] },
      context: { 'aws:PrincipalTag/x': fact },
    }
    const files = { 'policy.json': policy({ ...VPC_ONLY, Sid: text }), 'b.json': policy(blockingStatement('B', 'b')) }
    return s.open({ ...files, '.github/clumio-policy-check.jsonc': JSON.stringify(config) })
  }

  scenario('reasons, names and facts of the configuration', async (s) => {
    // Whole elements of markup would be placeholders that nobody filled in.
    const pull = configured(s, TEXTS.map(([, each]) => each.replaceAll('>', '')).join(' '))
    const step = await s.run(pull)
    expect(step.exitCode, step.log).toBe(1)
    expectHarmless(s, pull, step, 1)
  })

  scenario('a fact that is refused for the placeholders in it', async (s) => {
    const pull = configured(s, TEXTS.map(([, each]) => each).join(' '))
    const step = await s.run(pull)
    expect(step.exitCode).toBe(2)
    expect(step.commands.map((command) => command.name)).toEqual(['error'])
    expectHarmless(s, pull, step, 0)
  })

  scenario('inputs of every kind are one mistake, told once', async (s) => {
    const commit = s.github.repository.commit('main', { 'README.md': 'read me\n' })
    const all = TEXTS.map(([, text]) => text).filter(wellFormed)
    for (const text of [all.join(' '), all.join('\n'), all.reverse().join('\n')]) {
      const step = await s.runEvent({ name: 'push', payload: {} }, commit, { inputs: { ...ROLE, 'fail-on': text } })
      expect(step.exitCode).toBe(2)
      expect(step.commands.map((command) => command.name)).toEqual(['error'])
    }
  })

  scenario('a folder of that name, an id and a job', async (s) => {
    const text = '::error::x ##[error]y @octocat <img>'
    const pull = s.open({ [`${text}/policy.json`]: policy(VPC_ONLY) })
    const step = await s.run(pull, {
      inputs: { ...ROLE, 'working-directory': text, id: `${MARK}\n${text}` },
      env: { GITHUB_JOB: text, GITHUB_WORKFLOW: text },
    })
    expect(step.exitCode).toBe(1)
    expectHarmless(s, pull, step, 1)
  })

  scenario("GitHub's own words, when it refuses", async (s) => {
    const text = `\n::error::pwned ##[error]x @octocat ${MARK} <img>`
    const pull = s.open({ 'policy.json': policy(VPC_ONLY) })
    s.github.faults.push({
      operation: 'pulls/create-review',
      answer: { status: 403, body: { message: text } },
      times: 9,
    })
    const step = await s.run(pull)
    expect(step.exitCode).toBe(1)
    expectHarmless(s, pull, step, 0)
  })
})

test.each<[string, string]>([
  ['an element', '<img src="x">'],
  ['a mention', 'hello @octocat'],
  ['a mention behind an entity', 'hello &#64;octocat'],
  ['a link', '[x](https://evil.example)'],
  ['a hidden comment', 'x <!-- y -->'],
  ['a reference', 'see #12'],
  ['a mark that turns text', 'x\u202ey'],
  ['an element that is not closed', '<details>'],
])('the search for harm finds %s', (_name, markdown) => {
  expect(harms(markdown)).not.toEqual([])
})
