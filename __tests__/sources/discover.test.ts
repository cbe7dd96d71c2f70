import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DEFAULT_FILES } from '../../src/config/defaults.js'
import { UserError } from '../../src/model/errors.js'
import { discover } from '../../src/sources/discover.js'
import { Checkouts } from '../../src/sources/files/checkouts.js'

let root: string

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'discover-')))
})

afterEach(() => {
  rmSync(root, { recursive: true, force: true })
})

function make(...paths: string[]): void {
  for (const path of paths) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), '{}')
  }
}

function find(patterns: string[], cwd = root, workspace = root) {
  return discover(patterns, { cwd, workspace, defaults: DEFAULT_FILES, checkouts: new Checkouts(workspace) })
}

const TREE = [
  'a.json',
  'b.jsonc',
  'c.json.tpl',
  'd.json.tftpl',
  'e.tftpl',
  'f.template',
  'g.tf',
  'h.JSON.txt',
  '.hidden/x.json',
  '.hidden.json',
  'prod/p.json',
  'prod/deep/q.json',
  'prod/deep/.terraform/modules/m.json',
  'prod/node_modules/pkg/r.json',
  '.git/s.json',
  'package-lock.json',
  'prod/npm-shrinkwrap.json',
  'prod/object-lock.json',
]

describe('what patterns stand for', () => {
  const cases: { name: string; patterns: string[]; expected: string[] }[] = [
    {
      name: 'no pattern means the default globs, dot folders included, in order',
      patterns: [],
      expected: [
        '.hidden.json',
        '.hidden/x.json',
        'a.json',
        'b.jsonc',
        'c.json.tpl',
        'd.json.tftpl',
        'e.tftpl',
        'f.template',
        'g.tf',
        'prod/deep/q.json',
        'prod/object-lock.json',
        'prod/p.json',
      ],
    },
    {
      name: 'only ! patterns subtract from the default globs',
      patterns: ['!prod', '!*.tftpl', '!.hidden/**'],
      expected: ['.hidden.json', 'a.json', 'b.jsonc', 'c.json.tpl', 'f.template', 'g.tf'],
    },
    {
      name: 'a directory stands for the default globs below it',
      patterns: ['prod'],
      expected: ['prod/deep/q.json', 'prod/object-lock.json', 'prod/p.json'],
    },
    { name: 'a trailing slash changes nothing', patterns: ['./prod/deep/'], expected: ['prod/deep/q.json'] },
    { name: 'a dot is the working directory', patterns: ['.', '!prod', '!.hidden*', '!?.*'], expected: [] },
    { name: 'a file is taken whatever its name', patterns: ['g.tf', 'a.json'], expected: ['a.json', 'g.tf'] },
    { name: 'a named lock file is taken', patterns: ['package-lock.json'], expected: ['package-lock.json'] },
    { name: 'a glob leaves lock files out', patterns: ['*.json'], expected: ['.hidden.json', 'a.json'] },
    { name: 'a glob leaves ignored folders out', patterns: ['prod/**/[mr].json'], expected: [] },
    {
      name: 'a folder that a pattern names is entered',
      patterns: ['prod/deep/.terraform/**/*.json'],
      expected: ['prod/deep/.terraform/modules/m.json'],
    },
    {
      name: 'a folder that a pattern names behind a glob is entered',
      patterns: ['**/node_modules/pkg/*.json'],
      expected: ['prod/node_modules/pkg/r.json'],
    },
    {
      name: 'a named directory inside an ignored one stands for the default globs',
      patterns: ['prod/node_modules/pkg'],
      expected: ['prod/node_modules/pkg/r.json'],
    },
    {
      name: 'exclusions count wherever they stand',
      patterns: ['!prod/deep', 'prod/**/*.json', 'a.json'],
      expected: ['a.json', 'prod/object-lock.json', 'prod/p.json'],
    },
    { name: 'each file counts once', patterns: ['a.json', './a.json', 'a.*', '.'], expected: [] },
    { name: 'braces are globs', patterns: ['{a,b}.json*'], expected: ['a.json', 'b.jsonc'] },
    { name: 'blank patterns are nothing', patterns: ['', '  ', ' a.json '], expected: ['a.json'] },
  ]
  test.each(cases)('$name', ({ name, patterns, expected }) => {
    make(...TREE)
    const { paths, problems } = find(patterns)
    expect(problems).toEqual([])
    if (name.startsWith('each file')) expect(new Set(paths).size).toBe(paths.length)
    else expect(paths).toEqual(expected)
  })

  test('a literal file is excluded by a glob only where the glob matches it', () => {
    make(...TREE)
    expect(find(['a.json', 'g.tf', '!*.tf']).paths).toEqual(['a.json', 'g.tf'])
  })
})

describe('names with glob characters', () => {
  test('an existing file is meant, and what the glob matches too', () => {
    make('[id].json', 'i.json', 'x.json')
    expect(find(['[id].json']).paths).toEqual(['[id].json', 'i.json'])
  })

  test('an escaped name means only itself', () => {
    make('[id].json', 'i.json')
    expect(find(['\\[id\\].json']).paths).toEqual(['[id].json'])
  })

  test('an existing directory stands for what is below it', () => {
    make('app/[slug]/p.json', 'app/s/q.json', 'app/(group)/r.json')
    expect(find(['app/[slug]']).paths).toEqual(['app/[slug]/p.json'])
    expect(find(['app/(group)']).paths).toEqual(['app/(group)/r.json'])
    expect(find(['app', '!app/[slug]']).paths).toEqual(['app/(group)/r.json'])
  })

  test('a file that is called like a pattern does not take the place of what the pattern matches', () => {
    make('**/*.json', 'a.json')
    expect(find(['**/*.json']).paths).toEqual(['**/*.json', 'a.json'])
  })

  test('blanks, quotes and letters of any script are part of a name', () => {
    make('a b/ü "q".json', "a b/it's.json")
    expect(find(['a b']).paths).toEqual(["a b/it's.json", 'a b/ü "q".json'])
  })
})

describe.skipIf(process.platform === 'win32')('line ends in names', () => {
  const ENDS = ['\n', '\r', '\r\n', '\u2028', '\u2029']

  test.each(ENDS.map((end) => [JSON.stringify(end), end] as const))('%s hides no file', (_name, end) => {
    const path = `x/a${end}b/c/d${end}e.json`
    make(path, 'x/f.json')
    const all = [path, 'x/f.json'].sort()
    for (const pattern of ['x', '**', '**/*.json', 'x/**/*.json']) expect(find([pattern]).paths).toEqual(all)
    expect(find([]).paths).toEqual(all)
    for (const pattern of [`x/a${end}b`, `x/a${end}b/**/*.json`, `x/*b/c/*${end}e.json`, path]) {
      expect(find([pattern]).paths).toEqual([path])
    }
    expect(find(['x', `!x/a${end}b/**`]).paths).toEqual(['x/f.json'])
    expect(find(['x', '!**/c/**']).paths).toEqual(['x/f.json'])
  })

  test('what stands for one in the search is a name like others', () => {
    make('x/a\uf8d0b/c.json')
    expect(find(['x/a\uf8d0b/c.json']).paths).toEqual(['x/a\uf8d0b/c.json'])
  })
})

describe('what is not there', () => {
  test('a name without glob characters is a problem, and the rest is found all the same', () => {
    make('a.json')
    const { paths, problems } = find(['missing.json', 'a.json', 'gone/'])
    expect(paths).toEqual(['a.json'])
    expect(problems.map((problem) => problem.message)).toEqual(['missing.json does not exist', 'gone/ does not exist'])
    expect(problems[0]).toBeInstanceOf(UserError)
  })

  test('an escaped name is no glob', () => {
    expect(find(['\\[id\\].json']).problems).toHaveLength(1)
  })

  test('a backslash does not make a glob of a name', () => {
    make('policies/a.json')
    expect(find(['policies\\a.json']).problems).toHaveLength(1)
  })

  test('a glob that matches nothing is told, and is no problem', () => {
    make('a.json')
    expect(find(['*.json', 'nothing/**/*.json'])).toMatchObject({
      paths: ['a.json'],
      problems: [],
      unmatched: ['nothing/**/*.json'],
    })
  })

  test('a NUL in a name is a problem', () => {
    expect(find(['a\0.json']).problems).toHaveLength(1)
  })
})

describe('outside of the working directory', () => {
  test('a named file or directory may lie anywhere', () => {
    make('here/a.json', 'there/b.json', 'there/node_modules/c.json', 'there/skip/d.json')
    const here = join(root, 'here')
    expect(find(['../there/b.json'], here, here).paths).toEqual(['../there/b.json'])
    expect(find([join(root, 'there/b.json')], here, here).paths).toEqual(['../there/b.json'])
    expect(find(['../there', '!**/skip/**'], here, here).paths).toEqual(['../there/b.json'])
    expect(find(['../there', '!../there/skip'], here, here).paths).toEqual(['../there/b.json'])
    expect(find([join(root, 'there/**/b.json')], here, here).paths).toEqual(['../there/b.json'])
  })
})

describe('links', () => {
  test('no link leads out of the workspace', () => {
    make('ws/a.json', 'secret/s.json')
    const workspace = join(root, 'ws')
    symlinkSync('../secret/s.json', join(workspace, 'file.json'))
    symlinkSync('../secret', join(workspace, 'dir'))
    const outside = (patterns: string[]) => find(patterns, workspace, workspace)
    expect(outside([]).paths).toEqual(['a.json'])
    expect(outside(['*.json', '**/*.json', 'dir/*.json', '{dir,x}/**/*.json']).paths).toEqual(['a.json'])
    for (const named of ['file.json', 'dir', 'dir/s.json']) {
      expect(outside([named]).problems.map((problem) => problem.message)).toEqual([
        `${named} is a link that leads out of the workspace`,
      ])
    }
  })

  test('a link to a file of the working directory is that file', () => {
    make('v2/policy.json')
    symlinkSync('v2/policy.json', join(root, 'current.json'))
    expect(find([]).paths).toEqual(['v2/policy.json'])
    expect(find(['current.json']).paths).toEqual(['v2/policy.json'])
    expect(find(['*.json']).paths).toEqual(['v2/policy.json'])
  })

  test('a link to a file elsewhere in the workspace is read through the link', () => {
    make('shared/p.json', 'prod/a.json')
    symlinkSync('../shared/p.json', join(root, 'prod/p.json'))
    expect(find([], join(root, 'prod'), root).paths).toEqual(['a.json', 'p.json'])
  })

  describe('a link to a folder is searched where nothing else leads there', () => {
    test.each<[string, string, readonly string[], string, readonly string[]]>([
      ['in a folder that is passed over', '../node_modules/x', [], '', ['node_modules/x/p.json']],
      ['by a pattern of endings', '../node_modules/x', ['**/*.json'], '', ['node_modules/x/p.json', 'real/p.json']],
      ['by its name', '../real', ['app/l/*.json'], '', ['real/p.json']],
      ['by a pattern for its name', '../real', ['app/**'], '', ['real/p.json']],
      ['outside of the working directory', '../real', [], 'app', ['l/p.json']],
      ['not where it is excluded', '../node_modules/x', ['!app'], '', ['real/p.json']],
      ['not below a folder that is passed over there', '../node_modules', ['app/**'], '', ['node_modules/x/p.json']],
      ["not among Git's own files", '../.git/x', ['app/**'], '', []],
      ['not in a circle', '..', ['app/**'], '', []],
    ])('%s', (_, target, patterns, cwd, found) => {
      make('real/p.json', 'node_modules/x/p.json', 'node_modules/x/node_modules/y.json', '.git/x/p.json', 'app/n.txt')
      symlinkSync(target, join(root, 'app/l'))
      const all = patterns.length === 0 && cwd === '' ? [...found, 'real/p.json'] : found
      expect(find([...patterns], join(root, cwd), root).paths.filter((path) => path !== 'app/n.txt')).toEqual(all)
    })

    test('with links of a folder named like those that are passed over left out', () => {
      make('node_modules/x/p.json', 'app/a.json')
      symlinkSync('../node_modules', join(root, 'app/node_modules'))
      expect(find([]).paths).toEqual(['app/a.json'])
      expect(find([], join(root, 'app'), root).paths).toEqual(['a.json'])
    })

    test('and what is more than anybody has is told', () => {
      make('real/p.json', 'app/a.json')
      for (let i = 0; i <= 200; i++) symlinkSync('../real', join(root, `app/l${i}`))
      const { paths, unopened } = find(['app/**'])
      expect(paths).toEqual(['app/a.json', 'real/p.json'])
      expect(unopened).toEqual([
        expect.objectContaining({ reason: expect.stringMatching(/is one of more than 200 links/) }),
      ])
      expect(find([]).unopened).toEqual([])
    })
  })

  test('a named link to a directory is walked, a circle ends, a broken link is nothing', () => {
    make('real/p.json')
    symlinkSync('real', join(root, 'link'))
    symlinkSync('.', join(root, 'real/self'))
    symlinkSync('nowhere', join(root, 'real/broken.json'))
    expect(find([]).paths).toEqual(['real/p.json'])
    expect(find(['link']).paths).toEqual(['real/p.json'])
    expect(find(['real/broken.json']).problems).toHaveLength(1)
  })
})

describe('what cannot be read', () => {
  const asRoot = process.getuid?.() === 0
  test.skipIf(asRoot)('a named file without read permission is a problem', () => {
    make('a.json')
    chmodSync(join(root, 'a.json'), 0)
    expect(find(['a.json']).problems.map((problem) => problem.message)).toEqual(['a.json cannot be opened'])
  })

  test.skipIf(asRoot)(
    'a folder without read permission is told when it is found, and a problem when it is named',
    () => {
      make('a.json', 'locked/b.json')
      chmodSync(join(root, 'locked'), 0)
      try {
        const unopened = [{ path: 'locked', reason: 'locked cannot be read (EACCES)' }]
        expect(find([])).toMatchObject({ paths: ['a.json'], problems: [], unopened })
        expect(find(['**/*.json'])).toMatchObject({ paths: ['a.json'], unopened })
        expect(find(['!locked'])).toMatchObject({ paths: ['a.json'], problems: [], unopened: [] })
        expect(find(['locked', 'a.json']).problems.map(({ message }) => message)).toEqual(['locked cannot be opened'])
      } finally {
        chmodSync(join(root, 'locked'), 0o755)
      }
    },
  )

  test.skipIf(process.platform === 'win32')('a pipe that a glob meets is left alone, a named one is a problem', () => {
    make('a.json')
    execFileSync('mkfifo', [join(root, 'pipe.json')])
    expect(find([]).paths).toEqual(['a.json'])
    expect(find(['pipe.json'])).toMatchObject({
      paths: [],
      problems: [{ message: expect.stringContaining('pipe.json is not a regular file') }],
    })
  })
})

describe('braces that stand for more names than can be looked for', () => {
  const group = '{a,b,c,d,e,f}'
  test.each([
    ['one group after the other', group.repeat(11)],
    ['groups in groups', `${'{'.repeat(1)}${`${group}${group}`.repeat(4)},x}`],
    ['a range', '{1..100000}.json'],
    ['in an exclusion', `!${group.repeat(8)}`],
  ])('are refused by name: %s', (_, pattern) => {
    expect(() => find([pattern])).toThrow(UserError)
  })

  test('some thousands are searched', () => {
    make('aaa.json', 'p7.json')
    expect(find([`${group.repeat(3)}.json`, '{p,q}{1..99}.json']).paths).toEqual(['aaa.json', 'p7.json'])
  })
})
