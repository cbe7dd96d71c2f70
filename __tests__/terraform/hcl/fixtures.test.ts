import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { locatePolicy, type SourceFiles } from '../../../src/terraform/trace/index.js'
import { expectedOf, fixtureFolder, plannedStatements } from '../../support/terraform.js'
import { folderFiles, request } from './workspace.js'

const ROOTS = readdirSync(fixtureFolder('.')).filter((name) => existsSync(join(fixtureFolder(name), 'expected.json')))

/** Policies in modules from a registry, which only the manifest leads to. */
const FETCHED = /^module\.archive\./

/** `address index sid` → `path:first-last` for every planned statement, and for those that only the sources show. */
async function locations(root: string, plan: string, files: SourceFiles): Promise<ReadonlyMap<string, string | null>> {
  const document = JSON.parse(readFileSync(join(fixtureFolder(root), plan), 'utf8'))
  const variables = Object.fromEntries(
    Object.entries(document.variables ?? {}).map(([name, value]) => [name, (value as { value: unknown }).value]),
  )
  const known = plannedStatements(document)
  const addresses = (document.resource_changes ?? [])
    .filter(
      ({ mode, change }: { mode: string; change: { after: unknown } }) => mode === 'managed' && change.after !== null,
    )
    .map(({ address }: { address: string }) => address)
  const result = new Map<string, string | null>()
  for (const address of addresses) {
    const statements = known.get(address) ?? null
    const located = await locatePolicy(request(address, statements, variables), files)
    for (const [i, one] of located.statements.entries()) {
      const sid = statements?.[i]?.Sid ?? (one.found ? (one.source as { Sid?: unknown }).Sid : null) ?? null
      const at = one.found ? one.anchor : undefined
      const place = at === undefined ? null : `${at.path}:${at.startLine}-${at.endLine}`
      result.set(`${address} ${statements === null ? null : i} ${sid}`, place)
    }
  }
  return result
}

describe.each(ROOTS)('%s', (root) => {
  const { plans } = expectedOf(root)
  const cases = Object.keys(plans).flatMap((plan) => [
    { plan, manifest: 'with the manifest of init', changes: {}, fetched: true },
    { plan, manifest: 'by relative sources', changes: { '.terraform/modules/modules.json': null }, fetched: false },
  ])

  test.each(cases)('statements of $plan are where they are written, $manifest', async ({ plan, changes, fetched }) => {
    const found = await locations(root, plan, folderFiles(fixtureFolder(root), changes))
    const expected = (plans[plan]?.statements ?? []).filter(({ address }) => fetched || !FETCHED.test(address))
    const wanted = expected.map(
      ({ address, index, sid, location }) => [`${address} ${index} ${sid}`, location] as const,
    )
    expect(wanted.map(([key]) => [key, found.get(key)])).toEqual(wanted)
  })
})
