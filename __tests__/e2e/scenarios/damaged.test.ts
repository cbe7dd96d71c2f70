import fc from 'fast-check'
import { expect } from 'vitest'
import { authors, dice, rolls, written } from '../../support/authors.js'
import { policies } from '../../support/blocking.js'
import { harms } from '../../support/harmless.js'
import { mutateBytes, mutateJson, mutations, SEED } from '../../support/mutate.js'
import { blockingStatement, policy } from '../../support/policies.js'
import { findings, scenario } from '../../support/scenario.js'
import { slips } from '../../support/sound.js'

/**
 * The built action on a pull request full of damaged files: what blocks is told, and nothing else is said than words.
 *
 *   SOAK_RUNS=50 npx vitest run __tests__/e2e/scenarios/damaged.test.ts
 */
const RUNS = Math.ceil(Number(process.env.SOAK_RUNS ?? 10) / 10)
const FILES = 60

const damaged = fc
  .record({ document: policies, author: authors, rolls, inValue: mutations, inBytes: mutations, both: fc.boolean() })
  .map(({ document, author, rolls: numbers, inValue, inBytes, both }) => {
    const text = Buffer.from(written(mutateJson(document, inValue), author, dice(numbers)))
    return both ? mutateBytes(text, inBytes) : text
  })

for (let run = 0; run < RUNS; run++) {
  scenario(`damaged files do not hide the one that blocks (seed ${SEED + run})`, async (s) => {
    const others = fc.sample(damaged, { numRuns: FILES, seed: SEED + run })
    const names = ['json', 'yaml', 'tf', 'tftpl', 'tf.json']
    const files = Object.fromEntries(others.map((text, i) => [`policies/${i}.${names[i % names.length]}`, text]))
    const pull = s.open({ ...files, 'planted.json': policy(blockingStatement('Planted')) })
    const step = await s.run(pull)
    expect(step.exitCode, step.log).toBe(1)
    expect(findings(step).some(({ statement }) => statement?.sid === 'Planted')).toBe(true)
    const said = [...pull.comments, ...pull.conversation, ...pull.reviews].map(({ body }) => body)
    for (const text of [step.log, step.summary, JSON.stringify(step.report), ...said]) expect(slips(text)).toEqual([])
    for (const text of [step.summary, ...said]) expect(harms(text)).toEqual([])
  })
}
