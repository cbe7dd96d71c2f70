import { describe, expect } from 'vitest'
import { GRACE_MS } from '../../../src/github/api/limits.js'
import { mergeGroupEvent, pullEvent } from '../../support/fake-github/events.js'
import { pushBase } from '../../support/fake-github/people.js'
import type { Fault } from '../../support/fake-github/server.js'
import { blockingStatement, policy, READ, ROLE } from '../../support/policies.js'
import { findings, isEarly, levelsOf, scenario, standing } from '../../support/scenario.js'

/** A GitHub that lets a run wait. */

const A = blockingStatement('A', 'bucket-a')
const B = blockingStatement('B', 'bucket-b')

/** Milliseconds that starting and judging may take on a busy machine, besides what is waited for. */
const BUSY = 30_000

/** With the limits of a real run. */
const REAL = { patientFrom: Number.POSITIVE_INFINITY }

/** With all the time to answer, but for what is annotated meanwhile. */
const LATE = { patientFrom: GRACE_MS + 1 }

const silent = (answer: NonNullable<Fault['answer']>): Fault => ({ operation: '*', answer, times: 99 })

describe('a server that takes every request and', () => {
  for (const [name, answer] of [
    ['never answers', 'silence'],
    ['stalls after the headers of its answer', 'stall'],
    ['trickles its answer', 'trickle'],
  ] as const) {
    scenario(`${name} delays no annotation for long, and the end for less than a minute`, async (s) => {
      const pull = s.open({ 'a.json': policy(A), 'b.json': policy(B) })
      s.github.faults.push(silent(answer))
      const step = await s.run(pull, REAL)
      expect(step.exitCode).toBe(1)
      expect(step.annotations.map(({ level, file }) => [level, file])).toEqual([
        ['warning', 'a.json'],
        ['warning', 'b.json'],
        ['error', null],
      ])
      expect(step.log).toContain('GitHub does not answer')
      expect(findings(step)).toHaveLength(2)
      expect(step.took.annotation).toBeLessThan(2_000 + BUSY)
      expect(step.took.end).toBeLessThan(60_000 + BUSY)
    })
  }

  scenario('never answers, where only changed files count, lets the list be waited for', async (s) => {
    const pull = s.open({ 'a.json': policy(A) })
    s.github.faults.push(silent('silence'))
    const step = await s.run(pull, { ...REAL, inputs: { ...ROLE, 'only-changed': 'true' } })
    expect(isEarly(step)).toBe(false)
    expect(levelsOf(step)).toEqual(['error'])
    expect(step.log).toContain('findings in all files are reported')
    expect(step.took.annotation).toBeLessThan(15_000 + BUSY)
  })

  scenario('never answers a merge queue, the same', async (s) => {
    const pull = s.open({ 'a.json': policy(A) })
    s.github.faults.push(silent('silence'))
    const event = mergeGroupEvent(pull.headSha, pull.baseSha)
    const step = await s.runEvent(event, pull.headSha, { ...REAL, inputs: { ...ROLE, 'only-changed': 'true' } })
    expect(levelsOf(step)).toEqual(['error'])
    expect(step.took.annotation).toBeLessThan(15_000 + BUSY)
  })

  scenario('never answers says nothing of a stranger’s files', async (s) => {
    const pull = s.open({ 'a.json': policy(A) })
    s.github.faults.push(silent('silence'))
    const step = await s.run(pull, { ...REAL, event: pullEvent(pull, 'pull_request_target'), checkout: pull.baseSha })
    expect(step.exitCode).toBe(2)
    expect(isEarly(step)).toBe(false)
  })
})

describe('a late answer', () => {
  const late = (): Fault => ({ operation: 'pulls/list-files', delay: 6_000 })

  scenario('that changes nothing leaves each finding annotated once, and the rest as it is', async (s) => {
    const pull = s.open({ 'a.json': policy(A) })
    s.github.faults.push(late())
    const step = await s.run(pull, LATE)
    expect(isEarly(step)).toBe(true)
    expect(step.annotations).toMatchObject([
      { level: 'warning', file: 'a.json' },
      { level: 'error', file: null, message: '1 finding is at or above the level "error" of fail-on.' },
    ])
    expect(standing(s.github, pull)).toHaveLength(1)
    await s.fix(pull)
  })

  scenario('that moves a finding has it annotated at its place in the head', async (s) => {
    const pull = s.open({ 'a.json': policy(READ, A), 'b.json': policy(B) }, { 'a.json': policy(READ) })
    pushBase(pull, { 'a.json': policy(READ).replace('{\n', '{\n\n\n\n') })
    s.github.faults.push(late())
    const step = await s.run(pull, LATE)
    const [early, other, moved, said] = step.annotations
    expect(levelsOf(step)).toEqual(['error', 'notice', 'warning', 'warning'])
    expect([early, other].map((each) => each?.level)).toEqual(['warning', 'warning'])
    expect(moved).toMatchObject({ level: 'error', file: 'a.json', line: (early?.line ?? 0) - 3 })
    expect(said?.message).toContain(`not have it: a.json:${early?.line}.`)
  })

  scenario('by which the head is green leaves no error, and names what does not hold', async (s) => {
    const pull = s.open({ 'a.json': policy(READ), 'b.json': policy(READ) })
    // As a checkout of the base would have it: the test merge of another time.
    const other = s.github.repository.commit('other', { 'a.json': policy(A) }, 'main')
    s.github.faults.push(late())
    const step = await s.run(pull, { ...LATE, checkout: other })
    expect(step.exitCode).toBe(0)
    expect(step.annotations).toMatchObject([
      { level: 'warning', file: 'a.json' },
      { level: 'notice', message: expect.stringContaining('superseded') },
    ])
  })
})
