import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DEFAULT_FILES } from '../../src/config/defaults.js'
import { discover, discoverRequired } from '../../src/sources/discover.js'
import { openDisk } from '../../src/sources/disk.js'
import { Checkouts } from '../../src/sources/files/checkouts.js'
import { readIndex } from '../../src/sources/files/git-index.js'
import { isContentOf, lfsPointer, pointerTo } from '../../src/sources/files/lfs.js'
import { writeReport } from '../../src/sources/write.js'

let root: string
let ws: string

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'guard-')))
  ws = join(root, 'ws')
  put('ws/a.json', '{"a":1}\n')
  put('ws/sub/b.json', '{}\n')
  put('secret.json', '"SECRET"')
  git('init', '-q')
  git('add', '-A')
  put('ws/left.json', '"by a step"')
})

afterEach(() => {
  rmSync(root, { recursive: true, force: true })
})

function put(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

function git(...args: string[]): string {
  return execFileSync('git', args, { cwd: ws, encoding: 'utf8', env: { ...process.env, GIT_CONFIG_NOSYSTEM: '1' } })
}

function link(target: string, path: string): void {
  symlinkSync(target, join(ws, path))
}

const open = () => openDisk({ cwd: ws, workspace: ws })
const settings = () => ({ cwd: ws, workspace: ws, defaults: DEFAULT_FILES, checkouts: new Checkouts(ws) })

/** What a read of a path gives: the content, nothing, or the sentence that refuses it. */
function readAt(path: string): string | null {
  const source = open().read(path)
  return source === null ? null : Buffer.from(source.bytes()).toString()
}

function namedAt(path: string, pipe = false): string {
  try {
    return Buffer.from(open().source(path, pipe).bytes()).toString()
  } catch (thrown) {
    return String(thrown)
  }
}

describe('never read', () => {
  const cases: { name: string; make: () => void; path: string; says: string }[] = [
    { name: 'the folder of Git', make: () => {}, path: '.git/config', says: "one of Git's own files" },
    { name: 'a link into it', make: () => link('.git/config', 'c.json'), path: 'c.json', says: "Git's own" },
    { name: 'what is below a link to it', make: () => link('.git', 'g'), path: 'g/config', says: "Git's own" },
    {
      name: 'a folder of that name in other letters',
      make: () => put('ws/x/.GIT/c', ''),
      path: 'x/.GIT/c',
      says: "Git's",
    },
    { name: 'the file of that name', make: () => put('ws/w/.git', 'gitdir: /x'), path: 'w/.git', says: "Git's own" },
    { name: 'a link that leads out', make: () => link('../secret.json', 'l.json'), path: 'l.json', says: 'leads out' },
    {
      name: 'what is below a link that leads out',
      make: () => link('..', 'up'),
      path: 'up/secret.json',
      says: 'leads out',
    },
    {
      name: 'a chain of links that leads out',
      make: () => {
        link('two', 'one')
        link('../secret.json', 'two')
      },
      path: 'one',
      says: 'leads out',
    },
    {
      name: 'a pipe',
      make: () => execFileSync('mkfifo', [join(ws, 'p.json')]),
      path: 'p.json',
      says: 'not a regular file',
    },
    { name: 'a device', make: () => link('/dev/zero', 'z.json'), path: 'z.json', says: 'not a regular file' },
  ]
  test.skipIf(process.platform === 'win32').each(cases)('$name', ({ make, path, says }) => {
    make()
    expect(readAt(path)).toBeNull()
    expect(namedAt(path)).toContain(says)
    expect(namedAt(path, true)).toContain(says)
    expect(namedAt(path)).not.toContain('SECRET')
    expect(() => open().source(path).quickText?.()).toThrow(says)
    const found = discover([path], settings())
    expect([found.paths, found.problems.map(({ message }) => message).join()]).toEqual([
      [],
      expect.stringContaining(says),
    ])
    expect(discoverRequired([path], { ...settings(), pipes: true }).problems).toHaveLength(1)
  })

  test.skipIf(process.platform === 'win32')('a socket', async () => {
    const server = createServer()
    await new Promise<void>((ready) => server.listen(join(ws, 's.json'), ready))
    try {
      expect(readAt('s.json')).toBeNull()
      expect(namedAt('s.json')).toContain('not a regular file')
    } finally {
      server.close()
    }
  })

  test('what a glob that names the folder of Git finds', () => {
    put('ws/.git/x.json', '{}')
    expect(discover(['.git/*.json', '.git/**'], settings())).toMatchObject({ paths: [], problems: [] })
    expect(open().list('.git')).toEqual([])
    expect(open().list('')).not.toContain('.git')
  })

  test('a repository that a file leads to', () => {
    renameSync(join(ws, '.git'), join(ws, 'state'))
    put('ws/.git', 'gitdir: state\n')
    expect(readAt('state/config')).toBeNull()
    expect(namedAt('state/config')).toContain("Git's own")
    expect(open().read('a.json')?.by).toBe('head')
  })

  test('but a folder that a commit made to look like one is read, so that nothing can be hidden in it', () => {
    for (const name of ['HEAD', 'objects/x', 'refs/x', 'p.json']) put(`ws/policies/${name}`, '{}')
    git('add', '-A')
    expect(readAt('policies/p.json')).toBe('{}')
  })

  test('outside of the workspace a person may name a file, and a pipe where pipes are named', () => {
    expect(namedAt('../secret.json')).toBe('"SECRET"')
    expect(readAt('../secret.json')).toBeNull()
  })
})

describe('one file after the other', () => {
  const texts = (...paths: string[]) => {
    const disk = open()
    return paths.map((path) => {
      try {
        return disk.source(path).quickText?.() ?? null
      } catch (thrown) {
        return String(thrown)
      }
    })
  }

  test('each folder, link and name is looked at for itself', () => {
    put('ws/sub/c.json', '"C"')
    put('ws/sub/.git', 'gitdir: x')
    link('../a.json', 'sub/link.json')
    link('../../secret.json', 'sub/out.json')
    link('sub', 'way')
    expect(texts('sub/b.json', 'sub/c.json', 'a.json', 'sub/link.json', 'way/c.json')).toEqual([
      '{}\n',
      '"C"',
      '{"a":1}\n',
      '{"a":1}\n',
      '"C"',
    ])
    const refused = texts('sub/b.json', 'sub/out.json', 'sub/.git', 'sub/../.git/config', 'sub/no.json', 'sub/../sub')
    expect(refused.slice(1).map(String)).toEqual([
      expect.stringContaining('leads out'),
      expect.stringContaining("Git's own"),
      expect.stringContaining("Git's own"),
      'UserError: sub/no.json cannot be read (ENOENT)',
      expect.stringContaining('not a regular file'),
    ])
  })

  test('what is put in the place of a folder between two files leads nowhere', () => {
    const disk = open()
    expect(disk.source('sub/b.json').quickText?.()).toBe('{}\n')
    renameSync(join(ws, 'sub'), join(ws, 'moved'))
    link('..', 'sub')
    expect(() => disk.source('sub/secret.json').quickText?.()).toThrow('leads out')
  })

  test('a file that is changed is read anew, whatever took its place or that of its folder', async () => {
    const disk = open()
    const read = () => disk.source('sub/b.json').quickText?.()
    expect(read()).toBe('{}\n')
    put('ws/new.json', '"new"')
    renameSync(join(ws, 'new.json'), join(ws, 'sub/b.json'))
    expect(read()).toBe('"new"')
    await new Promise((done) => setTimeout(done, 1))
    renameSync(join(ws, 'sub'), join(ws, 'moved'))
    put('ws/sub/b.json', '"another folder"')
    expect(read()).toBe('"another folder"')
  })
})

describe('who vouches for a file of a checkout', () => {
  test.each([2, 4])('the commit for what it holds, with an index of version %i', (version) => {
    git('update-index', '--index-version', String(version))
    put('ws/crlf.json', '{}\r\n')
    const by = (path: string) => open().read(path)?.by
    expect([by('a.json'), by('sub/b.json'), by('left.json')]).toEqual(['head', 'head', 'job'])
    put('ws/a.json', 'rewritten')
    put('ws/sub/b.json', '{}\r\n')
    expect([by('a.json'), by('sub/b.json')]).toEqual(['nobody', 'head'])
    expect(openDisk({ cwd: ws, workspace: ws, standing: 'stranger' }).read('sub/b.json')?.by).toBe('base')
  })

  test('the commit for a file whose pointer of Git LFS it holds', () => {
    const text = Buffer.from('{"large":true}')
    put('ws/large.json', pointerTo(text).toString())
    git('add', 'large.json')
    put('ws/large.json', text.toString())
    expect(open().read('large.json')?.by).toBe('head')
    const pointer = lfsPointer(pointerTo(text))
    expect(pointer !== null && isContentOf(text, pointer)).toBe(true)
    expect(lfsPointer(text)).toBeNull()
  })

  test('the nearest checkout counts', () => {
    put('ws/second/c.json', '{}')
    execFileSync('git', ['init', '-q'], { cwd: join(ws, 'second') })
    git('-C', 'second', 'remote', 'add', 'origin', 'https://github.com/acme/other.git')
    const checkouts = new Checkouts(ws)
    expect(checkouts.rootOf(join(ws, 'second/c.json'))).toBe(join(ws, 'second'))
    expect(checkouts.repositoryOf(join(ws, 'second'))).toBe('acme/other')
    expect(checkouts.repositoryOf(ws)).toBeNull()
  })

  test('an index that is cut off anywhere is none, and never an error', () => {
    const bytes = readFileSync(join(ws, '.git/index'))
    expect(readIndex(bytes, 20)?.has('sub/b.json')).toBe(true)
    for (let length = 0; length < bytes.length; length++) expect(readIndex(bytes.subarray(0, length), 20)).toBeNull()
  })

  /** What Git itself lists, as `path id`. */
  const listed = () =>
    git('ls-files', '-s')
      .trim()
      .split('\n')
      .map((line) => line.replace(/^\d+ (\w+) 0\t(.*)$/, '$2 $1'))

  function readSplit(cut = Number.POSITIVE_INFINITY) {
    const own = readFileSync(join(ws, '.git/index'))
    const index = readIndex(own.subarray(0, cut), 20, (id) => readFileSync(join(ws, `.git/sharedindex.${id}`)))
    return index === null ? null : [...index].map(([path, { id }]) => `${path} ${id}`).sort()
  }

  test.each([2, 4])('the commit by a split index of version %i, whatever it changes of the shared one', (version) => {
    for (let i = 0; i < 200; i++) {
      put(`ws/many/${i}.json`, `{"a":${i}}`)
      // What was written just now Git writes into the new index in any case.
      utimesSync(join(ws, `many/${i}.json`), 1e9, 1e9)
    }
    git('add', 'many')
    git('config', 'splitIndex.maxPercentChange', '100')
    git('update-index', '--index-version', String(version))
    git('update-index', '--split-index')
    expect(readSplit()).toEqual(listed())
    for (const i of [3, 64, 130]) put(`ws/many/${i}.json`, '{"b":1}')
    for (let i = 10; i < 150; i += i < 20 ? 1 : 70) rmSync(join(ws, `many/${i}.json`))
    put('ws/many/added.json', '{}')
    git('add', '-A', 'many')
    git('rm', '-q', '--cached', 'sub/b.json')
    expect(readSplit()).toEqual(listed())
    expect(readIndex(readFileSync(join(ws, '.git/index')), 20)).toBeNull()
    const by = (path: string) => open().read(path)?.by
    const paths = ['a.json', 'many/3.json', 'many/199.json', 'many/added.json', 'sub/b.json', 'left.json']
    expect(paths.map(by)).toEqual(['head', 'head', 'head', 'head', 'job', 'job'])
    const length = readFileSync(join(ws, '.git/index')).length
    for (let cut = 0; cut < length; cut++) expect(readSplit(cut), String(cut)).toBeNull()
    git('rm', '-qr', '--cached', 'many')
    expect(readSplit()).toEqual(listed())
    expect(listed()).toHaveLength(1)
  })

  test.each<[string, () => void]>([
    ['whose shared one is gone', () => rmSync(shared())],
    ['whose shared one is another', () => writeFileSync(shared(), 'DIRC of another')],
    ['that is damaged', () => put('ws/.git/index', 'DIRC')],
  ])('nobody by an index %s', (_name, damage) => {
    git('update-index', '--split-index')
    damage()
    expect(['a.json', 'left.json'].map((path) => open().read(path)?.by)).toEqual(['nobody', 'nobody'])
  })

  test('the job where there is no index yet', () => {
    rmSync(join(ws, '.git/index'))
    expect(['a.json', 'left.json'].map((path) => open().read(path)?.by)).toEqual(['job', 'job'])
  })

  /** The path of the shared index. */
  const shared = () => join(ws, '.git', readdirSync(join(ws, '.git')).find((name) => name.startsWith('shared')) ?? '')
})

describe('never written', () => {
  const write = (path: string) => () => writeReport({ cwd: ws, workspace: ws, path, content: 'report' })
  const cases: { name: string; make: () => void; path: string; says: string; kept?: string }[] = [
    { name: 'through a link that leads out', make: () => link('../secret.json', 'r'), path: 'r', says: 'leads out' },
    { name: 'through a link to what is not there', make: () => link('../new', 'r'), path: 'r', says: 'leads out' },
    { name: 'below a folder that is a link out', make: () => link('..', 'out'), path: 'out/new', says: 'leads out' },
    { name: 'into the folder of Git', make: () => {}, path: '.git/hooks/x', says: "Git's own" },
    { name: 'through a link into it', make: () => link('.git/config', 'r'), path: 'r', says: "Git's own" },
    {
      name: 'through a link to a file of the commit',
      make: () => link('a.json', 'r'),
      path: 'r',
      says: 'another file',
    },
    {
      name: 'below a link, over a file of the commit',
      make: () => link('sub', 'r'),
      path: 'r/b.json',
      says: 'another file',
    },
    {
      name: 'through a link of the commit to a file of a step',
      make: () => {
        link('left.json', 'r')
        git('add', 'r')
      },
      path: 'r',
      says: 'a link that a commit holds',
    },
    {
      name: 'through a link of the commit to what is not there',
      make: () => {
        link('none.json', 'r')
        git('add', 'r')
      },
      path: 'r',
      says: 'a link that a commit holds',
    },
    {
      name: 'below links of the commit, over a file of a step',
      make: () => {
        put('ws/left/r.json', 'of a step')
        link('left', 'mid')
        link('mid', 'r')
        git('add', 'mid', 'r')
      },
      path: 'r/r.json',
      says: 'a folder on the way is a link that a commit holds',
    },
    {
      name: 'to a pipe',
      make: () => execFileSync('mkfifo', [join(ws, 'r')]),
      path: 'r',
      says: 'r ',
    },
  ]
  test.skipIf(process.platform === 'win32').each(cases)('$name', ({ make, path, says }) => {
    make()
    expect(write(path)).toThrow(says)
    expect(readFileSync(join(root, 'secret.json'), 'utf8')).toBe('"SECRET"')
    expect(existsSync(join(root, 'new'))).toBe(false)
    expect(readFileSync(join(ws, 'a.json'), 'utf8')).toBe('{"a":1}\n')
    expect(readFileSync(join(ws, 'sub/b.json'), 'utf8')).toBe('{}\n')
  })

  test('but what was asked for is: a new file, one that is there, one of the commit, one outside', () => {
    for (const path of ['new.json', 'deep/er/new.json', 'left.json', 'a.json', '../outside.json']) {
      write(path)()
      expect(readFileSync(join(ws, path), 'utf8')).toBe('report')
    }
  })
})
