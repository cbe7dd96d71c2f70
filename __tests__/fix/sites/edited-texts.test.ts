import { describe, expect, test } from 'vitest'
import { withEdits } from '../../../src/fix/sites/edited-texts.js'

/** Which edits hold, when trying costs as much for many as for one. */

const EDITS = Array.from({ length: 256 }, (_, i) => i)

async function tried(broken: ReadonlySet<number>) {
  let trials = 0
  const results = await withEdits(EDITS, async (some) => {
    trials++
    return some.some((one) => broken.has(one)) ? null : 'holds'
  })
  return { trials, held: EDITS.filter((one) => results.get(one) === 'holds'), known: results.size }
}

describe('edits that are tried together', () => {
  test('all hold after one trial', async () => {
    expect(await tried(new Set())).toEqual({ trials: 1, held: EDITS, known: 256 })
  })

  test.each([0, 17, 128, 255])('one that does not hold (%d) is found in halves', async (one) => {
    const { trials, held } = await tried(new Set([one]))
    expect(held).toEqual(EDITS.filter((other) => other !== one))
    expect(trials).toBeLessThanOrEqual(17)
  })

  test('a few that do not hold take none of the others with them', async () => {
    const broken = new Set([3, 4, 100, 250])
    expect((await tried(broken)).held).toEqual(EDITS.filter((one) => !broken.has(one)))
  })

  test('where hardly one holds, they are given up', async () => {
    const { trials, held, known } = await tried(new Set(EDITS))
    expect(held).toEqual([])
    expect(known).toBe(256)
    expect(trials).toBeLessThan(60)
  })

  test('none are nothing to try', async () => {
    expect((await withEdits([], async () => 'holds')).size).toBe(0)
  })
})
