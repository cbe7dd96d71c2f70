import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { CONFIG_PATH } from '../../src/config/defaults.js'
import { type RawInputs, readInputs } from '../../src/config/inputs.js'
import type { Standing } from '../../src/model/trust.js'
import { prepare } from '../../src/sources/prepare.js'
import { workspaceOf } from '../../src/sources/repository.js'

let root: string

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'prepare-')))
})

afterEach(() => {
  rmSync(root, { recursive: true, force: true })
})

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), text)
  }
}

/** Both shells: the action stands in its workspace, a command in the folder of a repository. */
const SHELLS = [
  { shell: 'the action', workspace: () => root, stdin: null },
  { shell: 'the command', workspace: (cwd: string) => workspaceOf(root, cwd), stdin: '{}' },
] as const

describe.each(SHELLS)('$shell', ({ workspace, stdin }) => {
  const run = (inputs: RawInputs) =>
    prepare(readInputs(inputs, ''), {
      start: root,
      workspaceOf: workspace,
      stdin: stdin === null ? null : () => Readable.from([Buffer.from(stdin)]),
      standing: 'own',
    })

  const wrong: { name: string; inputs: RawInputs; says: string }[] = [
    {
      name: 'a mistyped terraform-directory',
      inputs: { 'terraform-directory': 'infa' },
      says: 'the terraform-directory infa is not a directory',
    },
    {
      name: 'a mistyped working-directory',
      inputs: { 'working-directory': 'infa' },
      says: 'the working directory infa is not a directory',
    },
    {
      name: 'a file for a folder',
      inputs: { 'terraform-directory': 'repo/infra/a.json' },
      says: 'the terraform-directory repo/infra/a.json is not a directory',
    },
    {
      name: 'a configuration that is missing',
      inputs: { config: 'gone.jsonc' },
      says: 'gone.jsonc cannot be read (ENOENT)',
    },
  ]
  test.each(wrong)('says no to $name', async ({ inputs, says }) => {
    write({ 'repo/infra/a.json': '{}' })
    await expect(run(inputs)).rejects.toThrow(says)
  })

  test.each([
    ['a link that leads out', 'out', 'is a link that leads out of the workspace'],
    ['a folder behind a link that leads out', 'out/sub', 'is a link that leads out of the workspace'],
    ['a link into .git', 'into', "is not read: it is one of Git's own files"],
    ['a folder behind a link into .git', 'into/sub', "is not read: it is one of Git's own files"],
    ['.git', '.git', "is not read: it is one of Git's own files"],
    ['a folder in .git', '.git/hooks/sub', "is not read: it is one of Git's own files"],
  ])('says no to %s as a folder, and names the input', async (_, name, why) => {
    write({ 'ws/.git/HEAD': '', 'ws/.git/hooks/sub/a.json': '{}', 'ws/a.json': '{}', 'outside/sub/a.json': '{}' })
    symlinkSync('../outside', join(root, 'ws/out'))
    symlinkSync('.git/hooks', join(root, 'ws/into'))
    const ws = join(root, 'ws')
    const around = { start: ws, workspaceOf: (cwd: string) => (stdin === null ? ws : workspaceOf(ws, cwd)) }
    for (const input of ['working-directory', 'terraform-directory']) {
      const asked = prepare(readInputs({ [input]: name }, ''), { ...around, stdin: null, standing: 'own' })
      await expect(asked, input).rejects.toThrow(`${input}: ${name} ${why}`)
    }
  })

  test.each([
    ['leads out', '../../outside.jsonc', 'is a link that leads out of the workspace'],
    ['leads nowhere', 'gone.jsonc', 'cannot be read (ENOENT)'],
  ])('says no to a configuration in its usual place that is a link and %s', async (_, target, why) => {
    write({ 'ws/.git/HEAD': '', 'ws/.github/a.json': '{}', 'outside.jsonc': '{}' })
    symlinkSync(target, join(root, 'ws', CONFIG_PATH))
    const asked = prepare(readInputs({}, ''), {
      start: join(root, 'ws'),
      workspaceOf: () => join(root, 'ws'),
      stdin: null,
      standing: 'own',
    })
    await expect(asked).rejects.toThrow(`${CONFIG_PATH} ${why}`)
  })

  test('a folder that is a link within the workspace is that folder', async () => {
    write({ 'repo/.git/HEAD': '', 'repo/infra/a.json': '{}' })
    symlinkSync('infra', join(root, 'repo/link'))
    const { sources } = await run({ 'working-directory': 'repo/link', 'terraform-directory': '../link' })
    expect(sources.files.map(({ path }) => path)).toEqual(['a.json'])
  })

  test.each([
    { at: ['repo'], found: 'repo' },
    { at: ['repo', 'repo/infra'], found: 'repo/infra' },
    { at: ['repo', 'repo/infra/app/deeper'], found: 'repo' },
  ])('takes the configuration of the nearest folder: of $at that of $found', async ({ at, found }) => {
    write({ 'repo/.git/HEAD': '', 'repo/infra/app/a.json': '{}' })
    write(Object.fromEntries(at.map((folder) => [`${folder}/${CONFIG_PATH}`, '{}'])))
    const { config, paths } = await run({ 'working-directory': 'repo/infra/app' })
    expect(join(paths.cwd, config?.path ?? '')).toBe(join(root, found, CONFIG_PATH))
  })

  test('finds what inputs name: plans first, each file once, what is missing as a mistake', async () => {
    write({ 'p.json': '{}', 'a.json': '{}' })
    const { found, sources } = await run({ 'plan-files': ['p.json', 'gone.json'], files: ['*.json', '*.x'] })
    expect(sources.files.map(({ path, mustBe, by }) => [path, mustBe, by])).toEqual([
      ['p.json', 'plan', 'head'],
      ['a.json', undefined, 'head'],
    ])
    expect(found.mistakes.map(({ message }) => message)).toEqual(['gone.json does not exist'])
    expect(found.unmatched).toEqual(['*.x'])
    expect([...found.named]).toEqual(['p.json'])
  })

  test('reads further files of the workspace through the same sources', async () => {
    write({ 'm/main.tf': '# m', 'a.json': '{}' })
    const { sources } = await run({ files: 'a.json' })
    expect(new TextDecoder().decode(sources.read('m/main.tf')?.bytes())).toBe('# m')
    expect(sources.list('m')).toEqual(['m/main.tf'])
  })

  test('- is standard input for the command, and a name for the action', async () => {
    write({ 'a.json': '{}' })
    const { found, sources } = await run({ files: '-' })
    expect(sources.files.map(({ path }) => path)).toEqual(stdin === null ? [] : ['<stdin>'])
    expect(found.mistakes.map(({ message }) => message)).toEqual(stdin === null ? ['- does not exist'] : [])
  })
})

test.each<[string, string, readonly string[]]>([
  ['without patterns all below the working directory', '', ['a/terragrunt.hcl', 'b/x.tfvars']],
  ['in a folder that is named', 'a', ['a/terragrunt.hcl']],
  ['where sources are meant', 'b/**/*.tf', ['b/x.tfvars']],
  ['not where something is taken away', '!a', ['b/x.tfvars']],
  ['not where other files are meant', 'a/p.json', []],
])('where files are looked for: %s', async (_, files, expected) => {
  write({ 'a/p.json': '{}', 'b/main.tf': '' })
  const around = { start: root, workspaceOf: () => root, stdin: null, standing: 'own' } as const
  const { sources } = await prepare(readInputs({ files }, ''), around)
  const asked = ['a/terragrunt.hcl', 'b/x.tfvars', '../terragrunt.hcl']
  expect(asked.filter((path) => sources.means?.(path))).toEqual(expected)
})

test('the configuration is not looked for above the workspace', async () => {
  write({ [CONFIG_PATH]: '{}', 'ws/sub/a.json': '{}' })
  const around = { start: join(root, 'ws'), workspaceOf: () => join(root, 'ws'), stdin: null, standing: 'own' } as const
  const { config, configPaths } = await prepare(readInputs({ 'working-directory': 'sub' }, ''), around)
  expect(config).toBeNull()
  expect(configPaths).toEqual([join(root, 'ws/sub', CONFIG_PATH), join(root, 'ws', CONFIG_PATH)])
})

test('where a stranger stands, only what a commit holds is read', async () => {
  write({ 'ws/held.json': '{}', 'ws/left.json': '{}', 'ws/named.json': '{}' })
  execFileSync('git', ['init', '-q'], { cwd: join(root, 'ws') })
  execFileSync('git', ['add', 'held.json'], { cwd: join(root, 'ws') })
  const around = { start: join(root, 'ws'), workspaceOf: () => join(root, 'ws'), stdin: null } as const
  const read = async (standing: Standing) => {
    const { sources } = await prepare(readInputs({ files: '*.json\nnamed.json' }, ''), { ...around, standing })
    const seen = ['held.json', 'left.json'].filter((path) => sources.read(path) !== null)
    return [sources.files.map(({ path }) => path), seen, sources.unopened.map(({ path }) => path)]
  }
  expect(await read('stranger')).toEqual([['held.json'], ['held.json'], ['named.json']])
  expect(await read('pull')).toEqual([['held.json', 'left.json', 'named.json'], ['held.json', 'left.json'], []])
})
