import { expect, test } from 'vitest'
import { configurationOf } from '../../src/action/prepare.js'
import { configOfNoBase, configTrust } from '../../src/action/trust.js'
import { parseConfig } from '../../src/config/file.js'
import type { PullFile } from '../../src/github/api/answers.js'
import type { PullSession } from '../../src/github/pull/session.js'
import { blobId } from '../../src/sources/files/blob-id.js'
import { pathMap } from '../../src/sources/files/paths.js'

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

type Entry = string | { readonly link: string }

/** The files and links of the base, by path. */
function base(files: Readonly<Record<string, Entry>>) {
  return {
    entry: async (path: string, ref: string) => {
      expect(ref).toBe('b')
      const found = files[path]
      if (found === undefined) return Object.keys(files).some((each) => each.startsWith(`${path}/`)) ? OTHER : null
      if (typeof found !== 'string') return { kind: 'link', target: found.link } as const
      return { kind: 'file', sha: blobId(Buffer.from(found), ''), bytes: Buffer.from(found) } as const
    },
    blob: async () => Buffer.from(''),
  }
}

const OTHER = { kind: 'other' } as const

async function trust(
  config: string | null,
  files: Readonly<Record<string, Entry>>,
  pull: PullSession,
  candidates = [CONFIG],
  isMerge = true,
) {
  const parsed = config === null ? null : await parseConfig(Buffer.from(config), CONFIG)
  const place = { root: '/nowhere', candidates, map: pathMap('') }
  const found = await configTrust(parsed, place, { session: pull, client: base(files), inputs: null, isMerge })
  return found === null
    ? null
    : { roles: found.introduced.integrations.map(({ role }) => role.name), changed: found.changed.length }
}

test('a configuration that the pull request does not touch is trusted without asking', async () => {
  expect(await trust(integration('A'), {}, session(['other.json']))).toBeNull()
})

test('one that the list does not name is compared where the checkout is no merge into the base', async () => {
  const asked = (config: string) =>
    trust(config, { [CONFIG]: integration('A') }, session(['other.json']), [CONFIG], false)
  expect(await asked(integration('A'))).toEqual({ roles: [], changed: 0 })
  expect(await asked(integration('B'))).toMatchObject({ roles: ['B'] })
})

test('a role that the base names is known, another one is new', async () => {
  expect(await trust(integration('A'), { [CONFIG]: integration('A') }, session([CONFIG]))).toEqual({
    roles: [],
    changed: 0,
  })
  expect(await trust(integration('B'), { [CONFIG]: integration('A') }, session([CONFIG]))).toEqual({
    roles: ['B'],
    changed: 2,
  })
})

test.each([
  ['the base has no configuration', {}],
  ['the base has a broken one', { [CONFIG]: '{ "nonsense": ' }],
])('every role is new when %s', async (_name, files) => {
  expect(await trust(integration('A'), files, session([CONFIG]))).toMatchObject({ roles: ['A'] })
})

test('where nobody knows the base all of a configuration is new, and nothing is said of none', async () => {
  const parsed = await parseConfig(Buffer.from(integration('Backup')), CONFIG)
  const inputs = { role: null, features: null, remedy: null }
  const { introduced, changed = [], notes } = configOfNoBase(parsed, inputs) ?? {}
  expect(introduced?.integrations.map(({ role }) => role.name)).toEqual(['Backup'])
  expect(changed).toMatchObject([{ path: CONFIG, text: expect.stringContaining('is new') }])
  expect(notes).toEqual([`The base is not known, so everything in ${CONFIG} counts as new.`])
  expect(configOfNoBase(null, inputs)).toBeNull()
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
  expect((await trust(null, { [CONFIG]: integration('A') }, gone))?.changed).toBe(2)
})

test('of a list that is cut nobody knows what it leaves out: the base is asked', async () => {
  const { pull, ...rest } = session(['other.json'])
  const cut = { ...rest, pull: { ...pull, changedFiles: 3001 } }
  expect(await trust(integration('A'), {}, cut)).toMatchObject({ roles: ['A'] })
})

const TARGET = { 'settings/c.jsonc': integration('A') }
test.each<[string, Record<string, Entry>, readonly string[]]>([
  ['a link counts as what it leads to', { ...TARGET, [CONFIG]: { link: '../settings/c.jsonc' } }, []],
  [
    'so does a link to a link',
    { ...TARGET, [CONFIG]: { link: 'x' }, '.github/x': { link: '../settings/c.jsonc' } },
    [],
  ],
  [
    'so does a folder that is a link',
    { '.github': { link: 'dot/github' }, 'dot/github/clumio-policy-check.jsonc': integration('A') },
    [],
  ],
  ['a link that leads out vouches for nothing', { [CONFIG]: { link: '../../x' } }, ['A']],
  ['nor does an absolute one', { [CONFIG]: { link: '/etc/passwd' } }, ['A']],
  ['nor one that leads in a circle', { [CONFIG]: { link: 'clumio-policy-check.jsonc' } }, ['A']],
  ['nor one that leads nowhere', { [CONFIG]: { link: 'gone' } }, ['A']],
])('in the base, %s', async (_name, files, roles) => {
  expect(await trust(integration('A'), files, session([CONFIG]))).toMatchObject({ roles })
})

test.each([
  ['a push', { kind: 'other', name: 'push' }, 'checkout'],
  ['the merge queue', { kind: 'merge-group', headSha: 'h', baseSha: 'b' }, 'checkout'],
  ['a pull request', { kind: 'pull-request', trusted: false, pull: session([]).pull }, 'checkout'],
  ['pull_request_target', { kind: 'pull-request', trusted: true, pull: session([]).pull }, 'base'],
  [
    'workflow_run',
    { kind: 'workflow-run', cause: 'push', headSha: 'h', headRepository: null, repositoryId: 1, url: null },
    'base',
  ],
] as const)('the configuration that counts on %s', (_name, event, whose) => {
  expect(configurationOf(event)).toBe(whose)
})
