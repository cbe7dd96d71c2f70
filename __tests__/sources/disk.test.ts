import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { UserError } from '../../src/model/errors.js'
import { openDisk } from '../../src/sources/disk.js'
import { readAll } from '../../src/sources/prepare.js'
import { writeReport } from '../../src/sources/write.js'

let root: string
let inside: string

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'workspace-')))
  inside = join(root, 'ws')
  mkdirSync(join(inside, 'sub'), { recursive: true })
  mkdirSync(join(root, 'module'))
  writeFileSync(join(inside, 'a.json'), '{"a":1}')
  writeFileSync(join(inside, 'sub', 'b.json'), '{}')
  writeFileSync(join(root, 'secret.json'), '"secret"')
  writeFileSync(join(root, 'module', 'main.tf'), '# x')
  symlinkSync('../secret.json', join(inside, 'leak.json'))
  symlinkSync('a.json', join(inside, 'alias.json'))
})

afterEach(() => {
  rmSync(root, { recursive: true, force: true })
})

const text = (bytes: Uint8Array | undefined) => (bytes === undefined ? undefined : Buffer.from(bytes).toString())

describe('sources', () => {
  test('a source knows its size and reads the file when asked, each time anew', () => {
    const source = openDisk({ cwd: inside, workspace: inside }).source('a.json')
    expect([source.path, source.size, text(source.bytes())]).toEqual(['a.json', 7, '{"a":1}'])
    writeFileSync(join(inside, 'a.json'), '{}')
    expect([source.size, text(source.bytes())]).toEqual([2, '{}'])
  })

  test('a file that is gone is a mistake of the user with its name', () => {
    const source = openDisk({ cwd: inside, workspace: inside }).source('gone.json')
    expect(() => source.bytes()).toThrow('gone.json cannot be read (ENOENT)')
  })

  test('standard input is read to its end', async () => {
    expect(text(await readAll(Readable.from([Buffer.from([0xc3]), Buffer.from([0xbc])])))).toBe('ü')
  })
})

describe('the tree', () => {
  const cases: { name: string; path: string; found: string | null }[] = [
    { name: 'finds a file by its path', path: 'sub/b.json', found: 'sub/b.json' },
    { name: 'reports a path without detours', path: './sub/../a.json', found: 'a.json' },
    { name: 'finds nothing where there is nothing', path: 'nothing.json', found: null },
    { name: 'takes no directory for a file', path: 'sub', found: null },
    { name: 'does not go up out of the workspace', path: '../secret.json', found: null },
    { name: 'does not follow a link out of the workspace', path: 'leak.json', found: null },
    { name: 'follows a link within the workspace', path: 'alias.json', found: 'alias.json' },
    { name: 'takes a NUL in a path for no file', path: 'a.json\0', found: null },
    { name: 'takes a file below a file for no file', path: 'a.json/x', found: null },
  ]
  test.each(cases)('$name', ({ path, found }) => {
    expect(openDisk({ cwd: inside, workspace: inside }).read(path)?.path ?? null).toBe(found)
  })

  test.each([
    { path: 'a.json', status: 'file' },
    { path: 'sub', status: 'folder' },
    { path: '', status: 'folder' },
    { path: 'nothing.json', status: 'nothing' },
    { path: 'a.json/x', status: 'nothing' },
    { path: 'leak.json', status: 'outside' },
    { path: '../secret.json', status: 'outside' },
    { path: '../nothing.json', status: 'outside' },
  ])('"$path" is $status', ({ path, status }) => {
    expect(openDisk({ cwd: inside, workspace: inside }).status(path)).toBe(status)
  })

  test('lists what stands in a folder, sorted, and nothing outside of the workspace', () => {
    const disk = openDisk({ cwd: inside, workspace: inside })
    expect(disk.list('')).toEqual(['a.json', 'alias.json', 'leak.json', 'sub'])
    expect(disk.list('sub')).toEqual(['sub/b.json'])
    expect([disk.list('..'), disk.list('a.json'), disk.list('gone')]).toEqual([[], [], []])
  })

  test('says whether a link leads to a file; outside of a checkout the job vouches for all, or who started the run', () => {
    const disk = openDisk({ cwd: inside, workspace: inside, standing: 'pull' })
    expect(disk.read('a.json')).toMatchObject({ by: 'job', linked: false })
    expect(disk.read('alias.json')).toMatchObject({ by: 'job', linked: true })
    expect(openDisk({ cwd: inside, workspace: inside }).source('a.json').by).toBe('head')
  })

  test.skipIf(process.platform === 'win32')('takes what was put in the place of a file for no file', () => {
    const disk = openDisk({ cwd: inside, workspace: inside })
    const [pipe, link] = [disk.read('a.json'), disk.read('sub/b.json')]
    rmSync(join(inside, 'a.json'))
    execFileSync('mkfifo', [join(inside, 'a.json')])
    rmSync(join(inside, 'sub/b.json'))
    symlinkSync('../../secret.json', join(inside, 'sub/b.json'))
    expect(() => pipe?.bytes()).toThrow('a.json is not a regular file')
    expect(() => link?.bytes()).toThrow('sub/b.json is a link that leads out of the workspace')
    expect(disk.read('a.json')).toBeNull()
  })

  test('does not take an absolute path out of the workspace', () => {
    expect(openDisk({ cwd: inside, workspace: inside }).read(join(root, 'secret.json'))).toBe(null)
  })

  test('goes up from the working directory as far as the workspace', () => {
    const disk = openDisk({ cwd: join(inside, 'sub'), workspace: inside })
    expect(text(disk.read('../a.json')?.bytes())).toBe('{"a":1}')
    expect(disk.read('../../secret.json')).toBe(null)
  })

  test('also reads below a folder that the user named', () => {
    const disk = openDisk({ cwd: inside, workspace: inside, named: ['../module'] })
    expect(disk.read('../module/main.tf')?.path).toBe('../module/main.tf')
    expect(disk.read('../secret.json')).toBe(null)
  })
})

describe('replace', () => {
  const open = () => openDisk({ cwd: inside, workspace: inside })

  test('writes the new bytes, keeps the mode and leaves nothing else behind', () => {
    chmodSync(join(inside, 'a.json'), 0o640)
    open().replace('a.json', Buffer.from('new'))
    expect(readFileSync(join(inside, 'a.json'), 'utf8')).toBe('new')
    expect(statSync(join(inside, 'a.json')).mode & 0o777).toBe(0o640)
    expect(readdirSync(inside).sort()).toEqual(['a.json', 'alias.json', 'leak.json', 'sub'])
  })

  test('a link stays a link', () => {
    open().replace('alias.json', Buffer.from('new'))
    expect(lstatSync(join(inside, 'alias.json')).isSymbolicLink()).toBe(true)
    expect(readFileSync(join(inside, 'a.json'), 'utf8')).toBe('new')
  })

  test('does not write through a link out of the workspace', () => {
    expect(() => open().replace('leak.json', Buffer.from('new'))).toThrow(/leads out of the workspace/)
    expect(readFileSync(join(root, 'secret.json'), 'utf8')).toBe('"secret"')
  })

  test('does not make a file that is not there', () => {
    expect(() => open().replace('gone.json', Buffer.from('new'))).toThrow(UserError)
    expect(readdirSync(inside)).not.toContain('gone.json')
  })
})

describe('reports', () => {
  const write = (path: string, content = '') => writeReport({ cwd: inside, workspace: inside, path, content })

  test('are written with the folders above them', () => {
    write('out/deep/report.json', '{}\n')
    expect(readFileSync(join(inside, 'out/deep/report.json'), 'utf8')).toBe('{}\n')
  })

  test('that cannot be written are a mistake of the user', () => {
    expect(() => write('a.json/report.json')).toThrow(UserError)
  })
})
