import { readdirSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { check } from '../../src/check/index.js'
import { literalTree } from '../../src/sources/literals.js'
import { asPlan } from '../../src/sources/source.js'
import { sourcesOf } from '../../src/sources/sources.js'
import { INTEGRATION, OPTIONS } from '../support/check.js'
import { folder as filesIn } from '../support/folder.js'

const FIXTURES = fileURLToPath(new URL('../fixtures/terraform', import.meta.url))

/** The role in the account that the plans were made in, which the sources do not spell out. */
const ROLE = { ...INTEGRATION, account: '123456789012' }

type Verdicts = ReadonlyMap<string, ReadonlySet<string>>

/** The verdicts on each statement of what is planned, or declared, by address and Sid. */
async function verdicts(files: Readonly<Record<string, Uint8Array>>, plan: string | null): Promise<Verdicts> {
  const tree = literalTree(files, 'head')
  const configuration = Object.keys(files).filter((path) => /\.(?:tf|tofu|tf\.json)$/.test(path))
  const sources = configuration.flatMap((path) => tree.read(path) ?? [])
  const planned = plan === null ? [] : [tree.read(plan)].flatMap((one) => (one === null ? [] : [asPlan(one)]))
  const { explanations } = await check(sourcesOf(tree, [...planned, ...sources]), {
    ...OPTIONS,
    integrations: [ROLE],
    explain: true,
  })
  const found = new Map<string, Set<string>>()
  for (const { path, address, sid, index, verdict } of explanations) {
    if (plan !== null && path !== plan) continue
    const key = `${address} ${sid ?? index}`
    found.set(key, (found.get(key) ?? new Set()).add(verdict))
  }
  return found
}

describe('with its plan taken away, no verdict on a root turns into its opposite', () => {
  const cases = readdirSync(FIXTURES).flatMap((name) => {
    const folder = `${FIXTURES}/${name}`
    if (!statSync(folder).isDirectory() || name === 'stale') return []
    return readdirSync(folder).includes('plan.json') ? [[name, folder] as const] : []
  })

  test.each(cases)(
    '%s',
    async (_name, folder) => {
      const files = Object.fromEntries(filesIn(folder).files)
      const planned = await verdicts(files, 'plan.json')
      const { 'plan.json': _plan, ...rest } = files
      const declared = await verdicts(rest, null)
      const shared = [...planned].filter(([key]) => declared.has(key))
      const turned = shared.flatMap(([key, before]) => {
        const after = declared.get(key) ?? new Set()
        const isOpposite =
          (before.has('blocked') && !before.has('not-blocked') && after.has('not-blocked')) ||
          (before.has('not-blocked') && !before.has('blocked') && after.has('blocked'))
        return isOpposite ? [`${key}: ${[...before]} with the plan, ${[...after]} without`] : []
      })
      expect(turned).toEqual([])
      // Most of what is planned is found in the sources too, under the same address.
      expect(shared.length).toBeGreaterThan(planned.size / 2)
    },
    60_000,
  )
})
