import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { Writable } from 'node:stream'
import { describe, expect, test, vi } from 'vitest'
import type { CheckOptions } from '../../src/model/options.js'
import type { CheckResult, LineEdit } from '../../src/model/report.js'
import type { Judge } from '../../src/run-cli.js'
import { write } from '../../src/terminal/streams.js'
import { encode } from '../../src/text/decode.js'
import { resultOf, statementFinding } from '../report/results.js'
import { workplace } from './harness.js'

const place = workplace()

/** A check that finds every line with BAD and wants GOOD there. */
const findBad: Judge = async (sources, _options, hooks) => {
  const texts: Record<string, string> = {}
  const findings = []
  let done = 0
  for (const source of sources.files) {
    const bytes = Buffer.from(source.bytes())
    const text = bytes.subarray(0, 2).equals(Buffer.from([0xff, 0xfe]))
      ? bytes.subarray(2).toString('utf16le')
      : bytes.toString().replace(/^\ufeff/, '')
    texts[source.path] = text
    for (const [at, line] of text.split(/\r?\n/).entries()) {
      if (!line.includes('BAD')) continue
      const edit: LineEdit = {
        path: source.path,
        startLine: at + 1,
        endLine: at + 1,
        replacement: line.replace('BAD', 'GOOD'),
      }
      findings.push(
        statementFinding({
          location: { path: source.path, startLine: at + 1, startColumn: 1, endLine: at + 1, endColumn: 4 },
          fix: { remedy: 'not-principal', title: 'fix it', applicability: 'edit', note: '', text: null, edits: [edit] },
        }),
      )
    }
    hooks?.progress?.(++done)
  }
  return resultOf(findings, {}, texts as never)
}

/** A result with one word in place of another, wherever it stands in the report. */
function respelled(result: CheckResult, from: string, to: string): CheckResult {
  return { ...result, report: JSON.parse(JSON.stringify(result.report).replaceAll(from, to)) }
}

const clean: Judge = async () => resultOf([])

/** A check that only tells what it was given. */
function spy() {
  const seen: { paths: string[]; options: CheckOptions | null; explain: boolean | undefined } = {
    paths: [],
    options: null,
    explain: undefined,
  }
  const judge: Judge = async (sources, options) => {
    seen.paths = sources.files.map((source) => source.path)
    seen.options = options
    seen.explain = options.explain
    return resultOf([])
  }
  return { seen, judge }
}

describe('exit codes', () => {
  test('0 when nothing is found', async () => {
    place.write({ 'a.json': '{}' })
    expect(await place.run([], { check: clean })).toMatchObject({ code: 0, err: '' })
  })

  test('2 when a bug showed on a file, with the report of the others', async () => {
    place.write({ 'a.json': '{}' })
    const judge: Judge = async () => ({
      ...resultOf([statementFinding()]),
      failures: [{ path: 'a.json', error: new TypeError('x is undefined') }],
    })
    const { code, out, err } = await place.run(['--format', 'json'], { check: judge })
    expect(code).toBe(2)
    expect(JSON.parse(out).findings).toHaveLength(1)
    expect(err).toContain('a.json was not judged because of a bug')
    expect(err).toContain('TypeError: x is undefined')
  })

  test('1 when the conclusion is failure', async () => {
    place.write({ 'a.json': 'BAD' })
    expect(await place.run([], { check: findBad })).toMatchObject({ code: 1, err: '' })
  })

  const impossible: { name: string; argv: string[]; says: string }[] = [
    {
      name: 'an unknown option',
      argv: ['--fail-onn', 'error'],
      says: 'error: unknown option --fail-onn; did you mean --fail-on?',
    },
    { name: 'an unknown short option', argv: ['-x'], says: 'unknown option -x; --help lists the options' },
    {
      name: 'an input of the action',
      argv: ['--only-changed'],
      says: 'unknown option --only-changed; it is an input of the action and does nothing here',
    },
    { name: 'an input that has another form here', argv: ['--json-file=x'], says: 'use --format json --output FILE' },
    {
      name: 'an option without its value',
      argv: ['--format'],
      says: "Option '--format <value>' argument missing (--help",
    },
    { name: 'a value for a switch', argv: ['--fix=yes'], says: "Option '--fix' does not take an argument" },
    { name: 'an unknown format', argv: ['--format', 'jsn'], says: 'did you mean "json"? allowed: pretty, json' },
    { name: 'two ways to use the edits', argv: ['--fix', '--diff'], says: '--fix and --diff exclude each other' },
    {
      name: 'two things for stdout',
      argv: ['--diff', '--format=json'],
      says: 'say with --output FILE where the report goes',
    },
    {
      name: 'bad values, all at once',
      argv: ['--aws-account-id', '12', '--remedy=x'],
      says: 'error: 2 options are not valid:\n- --aws-account-id: "12" has fewer than the 12 digits',
    },
    { name: 'an empty value', argv: ['--config', ''], says: '--config: the value is empty' },
    {
      name: 'an empty value of several',
      argv: ['--plan-files=p', '--plan-files='],
      says: '--plan-files: the value is',
    },
    { name: 'an empty name', argv: ['a.json', ' '], says: 'the name of a file is empty' },
    {
      name: 'a root module that is missing',
      argv: ['--terraform-directory', 'nodir'],
      says: 'error: the terraform-directory nodir is not a directory',
    },
    {
      name: 'a root module below a file',
      argv: ['--terraform-directory=a.json/x'],
      says: 'a.json/x is not a directory',
    },
    { name: 'a file that is missing', argv: ['gone.json'], says: 'error: gone.json does not exist' },
    {
      name: 'a configuration that is missing',
      argv: ['--config', 'gone.jsonc'],
      says: 'gone.jsonc cannot be read (ENOENT)',
    },
    { name: 'a configuration that is a directory', argv: ['--config', '.'], says: 'is not a regular file' },
    {
      name: 'a working directory that is none',
      argv: ['--working-directory', 'a.json'],
      says: 'a.json is not a directory',
    },
    { name: 'a working directory that is missing', argv: ['--working-directory', 'x'], says: 'x is not a directory' },
    {
      name: 'a plan that is missing',
      argv: ['--plan-files', 'plan.json', 'a.json'],
      says: 'error: plan.json does not exist',
    },
    {
      name: 'a glob for plans that matches nothing',
      argv: ['--plan-files=*.plan', 'a.json'],
      says: 'error: *.plan matches no file',
    },
    {
      name: 'a directory for plans',
      argv: ['--plan-files', '.', 'a.json'],
      says: '. is a directory; name the files in it',
    },
    {
      name: 'standard input twice',
      argv: ['--plan-files', '-', '-'],
      says: 'standard input (-) can be read only once',
    },
  ]
  test.each(impossible)('2 for $name', async ({ argv, says }) => {
    place.write({ 'a.json': 'GOOD' })
    const { code, err } = await place.run(argv, { check: findBad })
    expect(err).toContain(says)
    expect(code).toBe(2)
  })

  test('2 with a place for a configuration that is not valid', async () => {
    place.write({ 'c.jsonc': '{\n  "remedi": 1\n}' })
    const { code, out, err } = await place.run(['--config', 'c.jsonc'], { check: clean })
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(/^error: c\.jsonc:2:3: unknown key "remedi".*\n$/)
  })

  test.each([
    { what: 'empty', content: '' },
    { what: 'only a comment', content: '\n// none yet\n' },
    { what: 'no text', content: Uint8Array.of(0x7b, 0xff, 0x7d) },
  ])('2 with the file, line and column of a configuration that is $what', async ({ content }) => {
    place.write({ '.github/clumio-policy-check.jsonc': content })
    const { code, err } = await place.run([], { check: clean })
    expect(code).toBe(2)
    expect(err).toMatch(/^error: \.github\/clumio-policy-check\.jsonc:1:1: .+\n$/)
  })

  test('2 with its stack when the check itself is broken', async () => {
    place.write({ 'a.json': '{}' })
    const broken: Judge = () => Promise.reject(new TypeError('x is\u001b[2J undefined'))
    const { code, out, err } = await place.run([], { check: broken })
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(/^error: this is a bug .*\nTypeError: x is\\u\{1b\}\[2J undefined\n\| {5}at /)
  })

  test('2 although the files that are there are judged and reported, with the missing one among the unread', async () => {
    place.write({ 'a.json': 'BAD' })
    const { code, out, err } = await place.run(['gone.json', 'a.json', '--format=json'], { check: findBad })
    const report = JSON.parse(out)
    expect(code).toBe(2)
    expect(err).toMatch(/^error: gone\.json .*\n$/)
    expect(report.findings).toHaveLength(1)
    expect(report.unread).toMatchObject([{ path: 'gone.json' }])
  })

  test('no report when there is nothing to report on', async () => {
    expect(await place.run(['gone.json', '--format=json'], { check: clean })).toMatchObject({ code: 2, out: '' })
  })
})

describe('what is checked', () => {
  test('the default files, in order', async () => {
    const { seen, judge } = spy()
    place.write({ 'b.json': '', 'a/c.tftpl': '', 'x.txt': '' })
    await place.run([], { check: judge })
    expect(seen.paths).toEqual(['a/c.tftpl', 'b.json'])
  })

  test('names, directories, globs and exclusions, relative to the working directory', async () => {
    const { seen, judge } = spy()
    place.write({ 'ws/a/1.json': '', 'ws/b/2.json': '', 'ws/b/3.json': '', 'other.json': '' })
    await place.run(['--working-directory=ws', 'a', 'b/*.json', '!b/3.json', '../other.json'], { check: judge })
    expect(seen.paths).toEqual(['../other.json', 'a/1.json', 'b/2.json'])
  })

  test('a name that starts with a hyphen, behind --', async () => {
    const { seen, judge } = spy()
    place.write({ '-x.json': '' })
    await place.run(['--', '-x.json'], { check: judge })
    expect(seen.paths).toEqual(['-x.json'])
  })

  test('plans first, each file once', async () => {
    const { seen, judge } = spy()
    place.write({ 'z.json': '', 'a.json': '' })
    await place.run(['--plan-files', 'z.json'], { check: judge })
    expect(seen.paths).toEqual(['z.json', 'a.json'])
  })

  test.each([
    { name: 'standard input alone', argv: ['-'], paths: ['<stdin>'] },
    { name: 'standard input beside files', argv: ['-', 'a.json'], paths: ['<stdin>', 'a.json'] },
    {
      name: 'a plan from standard input beside the default files',
      argv: ['--plan-files', '-'],
      paths: ['<stdin>', 'a.json'],
    },
  ])('$name', async ({ argv, paths }) => {
    const { seen, judge } = spy()
    place.write({ 'a.json': '' })
    await place.run(argv, { check: judge, stdin: '{}' })
    expect(seen.paths).toEqual(paths)
  })

  test('a glob that matches nothing is told', async () => {
    place.write({ 'a.json': '' })
    expect(await place.run(['*.x', 'a.json'], { check: clean })).toMatchObject({
      code: 0,
      err: 'warning: the pattern *.x matches no file\n',
    })
  })
})

describe('what must be there', () => {
  const nothing = (files: number): CheckResult => {
    const { report, ...rest } = resultOf([])
    return { ...rest, report: { ...report, summary: { ...report.summary, files, policies: 0 } } }
  }

  test.each([
    { name: 'an empty standard input', stdin: '', says: 'standard input is empty; did the command' },
    { name: 'a standard input of blanks', stdin: ' \n', says: 'standard input is empty; did the command' },
    { name: 'the error text of a command', stdin: 'An error occurred: Access Denied', says: 'holds no document' },
    { name: 'a document that is cut off', stdin: '{ "a": 1', says: 'holds no document' },
  ])('$name is 2, and the report says so', async ({ stdin, says }) => {
    const { code, out, err } = await place.run(['-', '--format=json'], { stdin })
    expect([code, JSON.parse(out).conclusion]).toEqual([2, 'failure'])
    expect(err).toContain(says)
  })

  test.each([
    { name: 'a document without a policy', stdin: '{ "a": 1 }' },
    { name: 'one with comments', stdin: '// none\n{ "a": 1 }' },
    { name: 'a stream of documents', stdin: '{}\n{}\n' },
  ])('$name on standard input is no mistake', async ({ stdin }) => {
    const { code, err } = await place.run(['-'], { stdin })
    expect([code, err]).toEqual([0, 'warning: nothing was checked: no bucket policy was judged in 1 file\n'])
  })

  test('--require-policies makes a run without a judged policy 2', async () => {
    place.write({ 'a.json': '{}' })
    const { code, err } = await place.run(['--require-policies'], { check: async () => nothing(1) })
    expect(code).toBe(2)
    expect(err).toContain('error: no bucket policy was judged, and require-policies demands one\n')
    expect((await place.run(['--require-policies'], { check: clean })).code).toBe(0)
  })
})

describe('configuration', () => {
  const CONFIG = '.github/clumio-policy-check.jsonc'
  const remedy = async (argv: string[], cwd = '') => {
    const { seen, judge } = spy()
    const { err } = await place.run(argv, { check: judge, cwd })
    expect(err).toBe('')
    return seen.options?.remedy
  }

  test('is found under the working directory, else in the nearest folder above, up to the root of the repository', async () => {
    place.write({ 'repo/ws/x.json': '', 'repo/ws/deep/x.json': '' })
    mkdirSync(place.path('repo/.git'))
    expect(await remedy([], 'repo/ws/deep')).toBe('not-principal')
    place.write({ [`repo/${CONFIG}`]: '{"remedy":"principal-arn"}' })
    expect(await remedy([], 'repo/ws/deep')).toBe('principal-arn')
    place.write({ [`repo/ws/${CONFIG}`]: '{}' })
    expect(await remedy([], 'repo/ws/deep')).toBe('not-principal')
    expect(await remedy(['--working-directory=deep'], 'repo/ws')).toBe('not-principal')
    place.write({ [`repo/ws/deep/${CONFIG}`]: '{"remedy":"principal-arn"}' })
    expect(await remedy(['--working-directory=deep'], 'repo/ws')).toBe('principal-arn')
  })

  test('is found under the folder of the start where there is no repository', async () => {
    place.write({ [CONFIG]: '{"remedy":"principal-arn"}', 'ws/x.json': '' })
    expect(await remedy(['--working-directory=ws'])).toBe('principal-arn')
  })

  test('is not read through a link out of the workspace, which is told', async () => {
    place.write({ 'out.jsonc': '{"remedy":"principal-arn"}', 'ws/x.json': '' })
    mkdirSync(place.path('ws/.github'))
    symlinkSync('../../out.jsonc', place.path(`ws/${CONFIG}`))
    const { code, err } = await place.run([], { cwd: 'ws' })
    expect([code, err]).toEqual([2, `error: ${CONFIG} is a link that leads out of the workspace\n`])
  })

  test('that is named is relative to the working directory', async () => {
    place.write({ 'ws/my.json': '{"remedy":"principal-arn"}', 'ws/x.json': '' })
    expect(await remedy(['--working-directory=ws', '--config=my.json'])).toBe('principal-arn')
  })

  test('comes behind options, with the day of the run', async () => {
    const { seen, judge } = spy()
    place.write({ [CONFIG]: '{"remedy":"principal-arn","features":["backup"]}' })
    await place.run(
      [
        '--remedy',
        'not-principal',
        '--fail-on=never',
        '--aws-account-id=111122223333',
        '--clumio-role-id',
        'R',
        '--explain',
      ],
      { check: judge },
    )
    expect(seen.options).toMatchObject({
      remedy: 'not-principal',
      features: ['backup'],
      failOn: 'never',
      account: '111122223333',
      integrations: [{ roleName: 'R', account: '111122223333', origin: 'input' }],
      today: '2026-11-24',
      onlyPaths: null,
    })
    expect(seen.explain).toBe(true)
  })
})

describe('--fix', () => {
  test('writes every edit, keeps line ends and encoding, and reports what is left', async () => {
    place.write({
      'a.json': 'x\r\nBAD\r\nBAD',
      'b.json': encode('BAD\n', { name: 'utf-16le', mark: true }),
      'c.json': '\ufeffBAD\n',
      'd.json': 'fine\n',
    })
    const { code, out, err } = await place.run(['--fix', '--format=json'], { check: findBad })
    expect(place.read('a.json')).toBe('x\r\nGOOD\r\nGOOD')
    expect(readFileSync(place.path('b.json')).equals(encode('GOOD\n', { name: 'utf-16le', mark: true }))).toBe(true)
    expect(place.read('c.json')).toBe('\ufeffGOOD\n')
    expect(err).toBe('fixed: a.json, b.json, c.json\n')
    expect(JSON.parse(out).findings).toEqual([])
    expect(code).toBe(0)
  })

  test('goes on with what a fix uncovers', async () => {
    place.write({ 'a.json': 'BADBADBAD' })
    expect((await place.run(['--fix'], { check: findBad })).code).toBe(0)
    expect(place.read('a.json')).toBe('GOODGOODGOOD')
  })

  test('ends when a fix brings itself back', async () => {
    place.write({ 'a.json': 'BAD' })
    const growing: Judge = async (...args) => respelled(await findBad(...args), 'GOOD', 'xBAD')
    expect((await place.run(['--fix'], { check: growing })).code).toBe(1)
    expect(place.read('a.json')).toBe('xxxxxBAD')
  })

  test('leaves a file whose edits overlap, and says so', async () => {
    place.write({ 'a.json': 'BAD\n', 'b.json': 'BAD\n' })
    const overlapping: Judge = async (...args) => {
      const result = await findBad(...args)
      const twice = result.report.findings.flatMap((finding) => {
        const { fix } = finding
        if (finding.location.path !== 'a.json' || fix === null) return [finding]
        const other = { ...fix, edits: fix.edits.map((edit) => ({ ...edit, replacement: 'other' })) }
        return [finding, { ...finding, fix: other } as typeof finding]
      })
      return { ...result, report: { ...result.report, findings: twice } }
    }
    const { code, err } = await place.run(['--fix'], { check: overlapping })
    expect(err).toBe('error: a.json was left as it is: overlapping edits at offset 0\nfixed: b.json\n')
    expect(code).toBe(2)
    expect(place.read('a.json')).toBe('BAD\n')
    expect(place.read('b.json')).toBe('GOOD\n')
  })

  test('leaves a file that changed while it was checked', async () => {
    place.write({ 'a.json': 'BAD\n' })
    const meanwhile: Judge = async (...args) => {
      const result = await findBad(...args)
      place.write({ 'a.json': 'new first line\nBAD\n' })
      return result
    }
    const { code, err } = await place.run(['--fix'], { check: meanwhile })
    expect(err).toContain('error: a.json was changed while it was checked')
    expect(code).toBe(2)
    expect(place.read('a.json')).toBe('new first line\nBAD\n')
  })

  test('does not write what is only shown', async () => {
    place.write({ 'a.json': 'BAD' })
    const shown: Judge = async (...args) => respelled(await findBad(...args), '"edit"', '"text-only"')
    const { code, err } = await place.run(['--fix'], { check: shown })
    expect([code, err, place.read('a.json')]).toEqual([1, 'nothing to fix\n', 'BAD'])
  })

  test('cannot write standard input', async () => {
    const { code, err } = await place.run(['--fix', '-'], { check: findBad, stdin: 'BAD' })
    expect(err).toContain('<stdin> cannot be read (ENOENT)')
    expect(code).toBe(2)
  })
})

describe('--diff', () => {
  test('prints what git apply takes, and only that; the counts go to stderr', async () => {
    const files = { 'a b.json': 'x\nBAD\n', 'sub/ü.json': '\ufeffBAD\r\nBAD', 'c.json': 'fine' }
    place.write(files)
    const { code, out, err } = await place.run(['--diff'], { check: findBad })
    expect(code).toBe(1)
    expect(err).toBe('errors: 3, warnings: 0, notices: 0\n')
    expect(place.read('a b.json')).toBe('x\nBAD\n')
    execFileSync('git', ['apply', '--whitespace=nowarn', '-'], { cwd: place.path('.'), input: out })
    expect(place.read('a b.json')).toBe('x\nGOOD\n')
    expect(place.read('sub/ü.json')).toBe('\ufeffGOOD\r\nGOOD')
    expect((await place.run(['--diff'], { check: findBad })).out).toBe('')
  })

  test('leaves out what git apply cannot reach, and says so', async () => {
    place.write({ 'ws/b.json': encode('BAD', { name: 'utf-16le', mark: true }), 'a.json': 'BAD' })
    const { code, out, err } = await place.run(['--diff', '../a.json', 'b.json'], { check: findBad, cwd: 'ws' })
    expect(out).toBe('')
    expect(err).toContain('../a.json is not below the current directory')
    expect(err).toContain('b.json is UTF-16')
    expect(code).toBe(2)
  })

  test('leaves room for a report in a file', async () => {
    place.write({ 'a.json': 'BAD' })
    const { out } = await place.run(['--diff', '--format=json', '--output=r.json'], { check: findBad })
    expect(out).toMatch(/^diff --git/)
    expect(JSON.parse(place.read('r.json')).findings).toHaveLength(1)
  })
})

describe('output', () => {
  test.each([
    ['pretty', /^error\[deny-blocks-clumio\]/],
    ['json', /^\{\n {2}"version": 1/],
    ['github', /^::error title=/],
    ['markdown', /Clumio policy check/],
    ['sarif', /^\{"\$schema":"[^"]+","version":"2\.1\.0"/],
  ])('--format %s', async (format, shape) => {
    place.write({ 'a.json': 'BAD' })
    for (const argv of [['--format', format], [`--format=${format}`]]) {
      const { code, out } = await place.run(argv, { check: findBad })
      expect(out).toMatch(shape)
      expect(code).toBe(1)
    }
  })

  test('--output writes the report, without colours, relative to the working directory', async () => {
    place.write({ 'ws/a.json': 'BAD' })
    const { code, out, err } = await place.run(['--working-directory=ws', '--output', 'out/r.txt'], {
      check: findBad,
      tty: true,
    })
    expect([code, out]).toEqual([1, ''])
    expect(err).toBe('errors: 1, warnings: 0, notices: 0\n')
    expect(place.read('ws/out/r.txt')).toMatch(/^error\[deny-blocks-clumio\]/)
  })

  test('--output - is standard output', async () => {
    place.write({ 'a.json': 'BAD' })
    const { code, out, err } = await place.run(['--format=json', '--output', '-'], { check: findBad })
    expect([code, err, JSON.parse(out).version]).toEqual([1, '', 1])
    expect(() => place.read('-')).toThrow()
  })

  test('--output that cannot be written is 2', async () => {
    place.write({ 'a.json': '' })
    const { code, err } = await place.run(['--output', 'a.json/r.txt'], { check: clean })
    expect([code, err]).toEqual([2, 'error: a.json/r.txt cannot be written (EEXIST)\n'])
  })

  const COLORED = '\u001b['
  test.each([
    { name: 'on a terminal', tty: true, env: {}, argv: [], colored: true },
    { name: 'not in a file', tty: false, env: {}, argv: [], colored: false },
    { name: 'not with --no-color', tty: true, env: {}, argv: ['--no-color'], colored: false },
    { name: 'not with NO_COLOR', tty: true, env: { NO_COLOR: '1' }, argv: [], colored: false },
    { name: 'with an empty NO_COLOR', tty: true, env: { NO_COLOR: '' }, argv: [], colored: true },
    { name: 'not on a dumb terminal', tty: true, env: { TERM: 'dumb' }, argv: [], colored: false },
    { name: 'in a file with FORCE_COLOR', tty: false, env: { FORCE_COLOR: '1' }, argv: [], colored: true },
  ])('colours: $name', async ({ tty, env, argv, colored }) => {
    place.write({ 'a.json': 'BAD' })
    const { out, err } = await place.run([...argv, 'a.json', 'gone.json'], { check: findBad, tty, env: env as never })
    expect(out.includes(COLORED)).toBe(colored)
    expect(err.includes(COLORED)).toBe(colored)
  })

  test('links to the rules lead to the action that runs', async () => {
    place.write({ 'a.json': 'BAD' })
    const env = { GITHUB_ACTION_REPOSITORY: 'o/r', GITHUB_ACTION_REF: 'v1' }
    expect((await place.run([], { check: findBad, env })).out).toContain(
      'rule: https://github.com/o/r/blob/v1/docs/rules/deny-blocks-clumio.md',
    )
  })

  test('progress shows on a terminal and only when it takes long', async () => {
    place.write({ 'a.json': '', 'b.json': '' })
    const now = vi.spyOn(performance, 'now').mockReturnValue(0)
    const slow: Judge = async (sources, options, hooks) => {
      now.mockReturnValue(399)
      hooks?.progress?.(1)
      now.mockReturnValue(450)
      hooks?.progress?.(2)
      now.mockReturnValue(0)
      return clean(sources, options, hooks)
    }
    expect((await place.run([], { check: slow, tty: true })).err).toBe('\r\u001b[Kchecked 2 of 2 files\r\u001b[K')
    expect((await place.run([], { check: slow })).err).toBe('')
    now.mockRestore()
  })

  test('file names from the command line bring no escape sequences', async () => {
    const { err } = await place.run(['\u001b[2J.json'], { check: clean })
    expect(err).toBe('error: \\u{1b}[2J.json does not exist\n')
  })

  test.each([
    ['a file that is not there', ['x\n::error::y.json'], 'error: x ::error::y.json does not exist\n'],
    ['a pattern that matches nothing', ['*\n::error::y'], 'warning: the pattern * ::error::y matches no file\n'],
  ])('a name brings no line of its own: %s', async (_name, argv, said) => {
    const { err } = await place.run(argv, { check: clean })
    expect(err).toContain(said)
    expect(err).not.toMatch(/^\s*::/m)
  })

  test('the name of a file that is fixed brings no line of its own', async () => {
    place.write({ 'a\n::error::b.json': 'BAD\n' })
    const { err } = await place.run(['--fix'], { check: findBad })
    expect(err).toMatch(/^fixed: a ::error::b\.json$/m)
    expect(err).not.toMatch(/^\s*::/m)
  })

  test('a bug that a name is part of brings no command to the runner', async () => {
    place.write({ 'a.json': '{}' })
    const broken: Judge = () => Promise.reject(new TypeError('a\n::error::b.json is undefined'))
    expect((await place.run([], { check: broken })).err).not.toMatch(/^\s*::/m)
  })

  test('a reader that has gone away is no failure, another error is', async () => {
    const failing = (code: string) =>
      new Writable({ write: (_chunk, _encoding, done) => done(Object.assign(new Error(code), { code })) })
    await expect(write(failing('EPIPE'), 'x')).resolves.toBeUndefined()
    await expect(write(failing('ENOSPC'), 'x')).rejects.toThrow('no space is left on the device')
    await expect(write(failing('EIO'), 'x')).rejects.toThrow('EIO')
  })
})

describe('--help and --version', () => {
  test('--help names every option, the exit codes and examples', async () => {
    const { code, out, err } = await place.run(['--help', '--format', 'json'])
    expect([code, err]).toEqual([0, ''])
    for (const option of [
      'plan-files',
      'terraform-directory',
      'working-directory',
      'config',
      'aws-account-id',
      'clumio-role-id',
      'features',
      'remedy',
      'fail-on',
      'format',
      'output',
      'fix',
      'diff',
      'explain',
      'summary',
      'all',
      'no-color',
      'version',
      'help',
    ]) {
      expect(out).toContain(`--${option}`)
    }
    expect(out).toContain('Exit codes')
    expect(out).toContain('Examples')
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(120)
    expect((await place.run(['-h'])).out).toBe(out)
  })

  test('--version prints the version of the package', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
    expect(await place.run(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' })
  })
})
