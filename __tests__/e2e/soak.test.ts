import { describe, expect } from 'vitest'
import { hunksOf, sideLines } from '../support/fake-github/create-review.js'
import { headText } from '../support/fake-github/people.js'
import { type Pull, threadOf } from '../support/fake-github/state.js'
import { policy, READ } from '../support/policies.js'
import type { StepResult } from '../support/runner.js'
import { findings, markerOf, type Scenario, scenario, standing, summaryOf } from '../support/scenario.js'
import { headPolicies, LEGACY, randomFrom, Soak } from '../support/soak.js'

/**
 * Random histories of a pull request: pushes, rebases, people and faults, with a run after most of them, or two at once. At
 * the end one run without faults must leave everything in order, whatever came before.
 *
 *   SOAK_RUNS=200 npx vitest run __tests__/e2e/soak.test.ts      more of them
 *   SOAK_SEED=17 SOAK_RUNS=1 npx vitest run …                    one again
 */
const RUNS = Number(process.env.SOAK_RUNS ?? 2)
const FIRST = Number(process.env.SOAK_SEED ?? 1)
const STEPS = 5

/** Sids of the statements that block Clumio, from the files alone. */
function blocking(pull: Pull): readonly string[] {
  return Object.values(headPolicies(pull))
    .flat()
    .filter((statement) => statement.Effect === 'Deny' && statement.Principal === '*')
    .map(({ Sid }) => String(Sid))
    .sort()
}

/** Whether a comment can stand on the line that tells the principal of a statement. */
function inDiff(pull: Pull, sid: string): boolean {
  for (const path of Object.keys(headPolicies(pull))) {
    const lines = headText(pull, path).split('\n')
    const at = lines.findIndex((line) => line.includes(`"Sid": "${sid}"`))
    if (at === -1) continue
    const principal = lines.findIndex((line, i) => i > at && line.includes('"Principal"')) + 1
    const entry = pull.repository.diff(pull.baseSha, pull.headSha).find(({ filename }) => filename === path)
    return hunksOf(entry?.patch ?? '').some((hunk) => sideLines(hunk, 'RIGHT').has(principal))
  }
  throw new Error(`no statement ${sid}`)
}

/** Fingerprints of which a person resolved or hid the comment. */
function settledByPeople({ github }: Scenario, pull: Pull): ReadonlySet<string> {
  const closed = pull.comments.filter((each) => {
    const by = pull.resolved.get(threadOf(each))
    return (each.hidden ?? null) !== null || (by !== undefined && by.login !== github.user.login)
  })
  return new Set(
    closed.flatMap(({ body, user }) => {
      const marker = user.login === github.user.login ? markerOf(body) : null
      return marker?.kind === 'comment' ? marker.fingerprints : []
    }),
  )
}

function expectOrder(s: Scenario, pull: Pull, step: StepResult): void {
  const expected = blocking(pull)
  const all = findings(step)
  expect(all.map(({ statement }) => statement?.sid ?? '').sort()).toEqual(expected)
  expect(step.exitCode).toBe(expected.length > 0 ? 1 : 0)
  const summary = summaryOf(s.github, pull)
  const settled = settledByPeople(s, pull)
  const told = standing(s.github, pull).flatMap(({ body }) => markerOf(body)?.fingerprints ?? [])
  for (const { fingerprint, statement } of all) {
    const sid = statement?.sid ?? ''
    const comments = told.filter((each) => each === fingerprint).length
    const inSummary = summary.includes(`\`${sid}\``)
    const wanted =
      !inDiff(pull, sid) || settled.has(fingerprint) ? { inSummary: true } : { comments: 1, inSummary: false }
    expect({ sid, comments, inSummary }).toMatchObject({ sid, ...wanted })
    expect(comments).toBeLessThanOrEqual(1)
  }
  const open = new Set(all.map(({ fingerprint }) => fingerprint))
  expect(told.filter((fingerprint) => !open.has(fingerprint))).toEqual([])
  expect(new Set(told).size).toBe(told.length)
}

/** Ids of all that is said on a pull request. */
function saidOn({ comments, conversation, reviews }: Pull): readonly number[] {
  return [...comments, ...conversation, ...reviews].map(({ id }) => id)
}

/** Runs, of which none posts anything new on a pull request that is closed. */
async function runAtOnce(s: Scenario, pull: Pull, runs: number): Promise<void> {
  const said = pull.open ? null : saidOn(pull)
  const ended = await Promise.allSettled(Array.from({ length: runs }, () => s.run(pull)))
  for (const each of ended) if (each.status === 'rejected') throw each.reason
  if (said !== null) expect(saidOn(pull).filter((id) => !said.includes(id))).toEqual([])
}

async function play(s: Scenario, seed: number): Promise<void> {
  const random = randomFrom(seed)
  if (random() < 0.3) s.github.rights = { contents: 'write', pullRequests: 'write' }
  const pull = s.open({ 'notes.txt': 'begin\n' }, { ...LEGACY, 'clean.json': policy(READ) })
  const soak = new Soak(s, pull, random)
  try {
    soak.begin()
    await s.run(pull)
    for (let i = 0; i < STEPS; i++) {
      if (soak.chance(0.6)) soak.talk()
      if (soak.chance(0.8)) soak.change()
      if (soak.chance(0.5)) soak.trouble()
      if (soak.chance(0.1)) soak.surprise()
      if (soak.chance(0.8)) {
        const runs = soak.chance(0.2) ? 2 : 1
        soak.history.push(runs === 2 ? 'TWO RUNS AT ONCE' : 'RUN')
        await runAtOnce(s, pull, runs)
      }
      soak.calm()
    }
    pull.locked = false
    pull.open = true
    const step = await s.run(pull)
    expectOrder(s, pull, step)
    const writes = s.github.writes().length
    await s.run(pull)
    expect(s.github.writes().slice(writes), 'a run without changes posts nothing').toEqual([])
  } catch (thrown) {
    const { message } = thrown as Error
    throw new Error(`seed ${seed}: ${soak.history.join(', ')}\n${message}`, { cause: thrown })
  }
}

describe('whatever happened, one more run leaves everything in order', () => {
  for (let seed = FIRST; seed < FIRST + RUNS; seed++) {
    scenario(`seed ${seed}`, (s) => play(s, seed))
  }
})
