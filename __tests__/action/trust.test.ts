import { expect, test } from 'vitest'
import { configTrust } from '../../src/action/trust.js'
import { parseConfig } from '../../src/config/file.js'
import type { PullFile } from '../../src/github/api/client.js'
import type { PullSession } from '../../src/github/pull/session.js'

const CONFIG = '.github/clumio-policy-check.jsonc'
const NEAR = `infra/${CONFIG}`

function integration(role: string): string {
  return JSON.stringify({ integrations: [{ role: `arn:aws:iam::123456789012:role/clumio/${role}` }] })
}

function session(paths: readonly string[] | null, more: Partial<PullFile> = {}): PullSession {
  const files = paths?.map((path) => ({
    path,
    previousPath: null,
    status: 'modified',
    sha: null,
    changes: 1,
    patch: null,
    ...more,
  }))
  const pull = { number: 1, headSha: 'h', baseSha: 'b', headRepository: null, readOnly: null, locked: false }
  return { pull, files: files ?? null, head: new Map(), problems: [] }
}

/** The files of the base, by path. */
function base(files: Record<string, string>) {
  return {
    contents: async (path: string, ref: string) => {
      expect(ref).toBe('b')
      const text = files[path]
      return text === undefined ? null : { sha: 's', bytes: Buffer.from(text) }
    },
    blob: async () => Buffer.from(''),
  }
}

async function trust(config: string | null, files: Record<string, string>, pull: PullSession, candidates = [CONFIG]) {
  const parsed = config === null ? null : await parseConfig(Buffer.from(config), CONFIG)
  const found = await configTrust(parsed, candidates, pull, base(files))
  return found === null
    ? null
    : { roles: found.introduced.integrations.map(({ role }) => role.name), notes: found.notes.length }
}

test('a configuration that the pull request does not touch is trusted without asking', async () => {
  expect(await trust(integration('A'), {}, session(['other.json']))).toBeNull()
})

test('a role that the base names is known, another one is new', async () => {
  expect(await trust(integration('A'), { [CONFIG]: integration('A') }, session([CONFIG]))).toEqual({
    roles: [],
    notes: 0,
  })
  expect(await trust(integration('B'), { [CONFIG]: integration('A') }, session([CONFIG]))).toEqual({
    roles: ['B'],
    notes: 1,
  })
})

test.each([
  ['the base has no configuration', {}],
  ['the base has a broken one', { [CONFIG]: '{ "nonsense": ' }],
])('every role is new when %s', async (_name, files) => {
  expect(await trust(integration('A'), files, session([CONFIG]))).toMatchObject({ roles: ['A'] })
})

test('without the list of files the base is asked', async () => {
  expect(await trust(integration('A'), {}, session(null))).toMatchObject({ roles: ['A'] })
})

test('a renamed file does not vouch for its new place', async () => {
  const pull = session([CONFIG], { previousPath: 'old.jsonc', status: 'renamed' })
  expect(await trust(integration('A'), { 'old.jsonc': integration('A') }, pull)).toMatchObject({ roles: ['A'] })
})

test('a nearer file of the pull request is compared with the one that the base would use', async () => {
  const files = { [CONFIG]: integration('A') }
  expect(await trust(integration('A'), files, session([NEAR]), [NEAR, CONFIG])).toMatchObject({ roles: [] })
  expect(await trust(integration('B'), files, session([NEAR]), [NEAR, CONFIG])).toMatchObject({ roles: ['B'] })
})

test('a configuration that is taken away is said', async () => {
  const gone = session([CONFIG], { status: 'removed' })
  expect((await trust(null, { [CONFIG]: integration('A') }, gone))?.notes).toBeGreaterThan(0)
})
