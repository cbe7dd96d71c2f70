import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PullFile } from '../../src/github/api/answers.js'
import { place } from '../../src/github/comments/placement.js'
import { placedFiles } from '../../src/github/pull/head.js'
import type { Finding } from '../../src/model/report.js'
import { codeFence } from '../../src/report/escape.js'
import { applyLineEdits } from '../../src/text/edit.js'
import { applySuggestions } from '../support/apply.js'
import { createReview } from '../support/fake-github/create-review.js'
import { Repository } from '../support/fake-github/repository.js'
import { Pull, WORKFLOW_BOT } from '../support/fake-github/state.js'
import { blocking, countPlaced, edit, fix } from '../support/findings.js'
import { headOver } from '../support/head.js'

/** Random files, changes and edits: one commit pair holds all of them, so that Git makes all diffs at once. */

const FILES = Number(process.env.FC_RUNS ?? 150)

const line = fc.constantFrom(
  '{',
  '}',
  '',
  '  ',
  '"Principal": "*",',
  '```',
  '\tx',
  '@@ -1 +1 @@',
  '- y',
  '\\ No newline',
  'é😀',
)
const text = fc
  .record({
    lines: fc.array(line, { minLength: 1, maxLength: 30 }),
    eol: fc.constantFrom('\n', '\n', '\r\n'),
    open: fc.boolean(),
  })
  .map(({ lines, eol, open }) => lines.join(eol) + (open ? '' : eol))

const scenario = fc.record({
  base: text,
  head: text,
  /** Where the head differs from the base: everywhere, or in few lines. */
  near: fc.boolean(),
  changed: fc.nat(29),
  start: fc.nat(29),
  length: fc.integer({ min: 1, max: 6 }),
  replacement: fc.array(line, { minLength: 1, maxLength: 5 }).map((lines) => lines.join('\n')),
})

type Scenario = typeof scenario extends fc.Arbitrary<infer T> ? T : never

function headOf({ base, head, near, changed }: Scenario): string {
  if (!near) return head
  const lines = base.split('\n')
  lines[Math.min(changed, lines.length - 1)] = 'changed'
  return lines.join('\n')
}

let repository: Repository

beforeAll(() => {
  repository = new Repository()
})

afterAll(() => repository.remove())

test('what is placed inline is taken by GitHub, and each suggestion gives what the edit says', async () => {
  const scenarios = fc.sample(scenario, FILES)
  const path = (i: number) => `f${i}.json`
  repository.commit('main', Object.fromEntries(scenarios.map((each, i) => [path(i), each.base])))
  repository.commit('change', Object.fromEntries(scenarios.map((each, i) => [path(i), headOf(each)])), 'main')
  const pull = new Pull(repository, 1, 'main', 'change')
  const list: PullFile[] = repository.diff(pull.baseSha, pull.headSha).map((entry) => ({
    path: entry.filename,
    previousPath: entry.previous_filename ?? null,
    status: entry.status,
    sha: entry.sha,
    changes: entry.changes,
    patch: entry.patch ?? null,
  }))
  const texts = new Map(scenarios.map((each, i) => [path(i), headOf(each)]))
  const client = { blob: async (sha: string) => repository.blob(sha) ?? Buffer.from('') }
  const head = await headOver({}, list, { blob: client.blob })
  const findings = scenarios.map((each, i): Finding => {
    const last = Math.min(each.start + each.length, 30)
    const edits = [edit(path(i), each.start + 1, last, each.replacement)]
    return blocking({ path: path(i), lines: [each.start + 1, last] }, { fix: fix(edits) })
  })

  const plan = place(findings, placedFiles(list, head), texts)
  expect(countPlaced(plan)).toBe(findings.length)
  let suggested = 0
  for (const { path: file, startLine, endLine, suggestion, findings: told } of plan.threads) {
    const body = suggestion === null ? 'text' : codeFence(suggestion.replacement, 'suggestion')
    const comment = {
      path: file,
      body,
      line: endLine,
      side: 'RIGHT',
      ...(startLine < endLine ? { start_line: startLine, start_side: 'RIGHT' } : {}),
    }
    const review = { commit_id: pull.headSha, event: 'COMMENT', body: 'x', comments: [comment] }
    expect(createReview(pull, repository, WORKFLOW_BOT, review)).toMatchObject({ ok: true })
    if (suggestion === null) continue
    suggested++
    const own = texts.get(file) ?? ''
    const start = startLine < endLine ? startLine : null
    const applied = applySuggestions(new Map([[file, own]]), [{ path: file, line: endLine, startLine: start, body }])
    expect(applied.get(file)).toBe(applyLineEdits(own, told[0]?.fix?.edits ?? []))
  }
  expect(suggested).toBeGreaterThan(FILES / 20)
}, 120_000)
