import { describe, expect, test } from 'vitest'
import { place } from '../../src/github/comments/placement.js'
import { parsePatch } from '../../src/github/pull/diff.js'
import type { PlacedFile } from '../../src/github/pull/head.js'
import type { Finding } from '../../src/model/report.js'
import { blocking, countPlaced, edit, fix, undecided } from '../support/findings.js'

const TEXT = [
  '{',
  '  "Sid": "One",',
  '  "Principal": "*",',
  '  "Action": "s3:*"',
  '}',
  'six',
  'seven',
  'eight',
  '',
].join('\n')

function known(text: string, patch: string, byteOrderMark = false): PlacedFile {
  return { kind: 'known', head: { text, byteOrderMark, hunks: parsePatch(patch) ?? [] } }
}

/** A diff that added the lines `from..to` of the text. */
function added(text: string, from: number, to: number): string {
  const lines = text.split('\n').slice(from - 1, to)
  return `@@ -${from - 1},0 +${from},${lines.length} @@\n${lines.map((line) => `+${line}`).join('\n')}`
}

const WHOLE = known(TEXT, added(TEXT, 1, 8))
const TEXTS = new Map([['policy.json', TEXT]])
const FIX = fix([edit('policy.json', 3, 3, '  "NotPrincipal": "x",')])

function placed(findings: readonly Finding[], file: PlacedFile | null = WHOLE, texts = TEXTS) {
  const plan = place(findings, file === null ? new Map() : new Map([['policy.json', file]]), texts)
  expect(countPlaced(plan)).toBe(findings.length)
  return plan
}

describe('one finding', () => {
  test('whose edit lies in one hunk becomes a suggestion on the lines of the edit', () => {
    const { threads } = placed([blocking({ lines: [1, 5] }, { fix: FIX })])
    expect(threads).toMatchObject([
      { startLine: 3, endLine: 3, suggestion: { replacement: '  "NotPrincipal": "x",' }, reason: null },
    ])
  })

  test('without a fix becomes a comment on its lines', () => {
    const { threads } = placed([blocking({ lines: [1, 5] })])
    expect(threads).toMatchObject([{ startLine: 1, endLine: 5, suggestion: null, reason: null }])
  })

  test('below a byte order mark, which the diff shows, becomes a suggestion all the same', () => {
    const file = known(TEXT, added(`\ufeff${TEXT}`, 1, 8), true)
    expect(placed([blocking({ lines: [1, 5] }, { fix: FIX })], file).threads).toMatchObject([
      { startLine: 3, reason: null },
    ])
  })

  test('of which only some lines are in a hunk is told there', () => {
    const { threads } = placed([blocking({ lines: [1, 5] }, { fix: FIX })], known(TEXT, added(TEXT, 4, 7)))
    expect(threads).toMatchObject([
      { startLine: 4, endLine: 5, suggestion: null, reason: expect.stringContaining('hunk') },
    ])
  })

  test('of level notice goes to the job summary only', () => {
    const plan = placed([undecided({ lines: [1, 5] }, { level: 'notice' })])
    expect(plan.threads).toEqual([])
    expect(plan.jobSummary).toHaveLength(1)
  })

  test.each<[string, PlacedFile | null, string]>([
    ['in no file of the pull request', null, 'not part of this pull request'],
    ['in a file without a diff', { kind: 'unknown', reason: 'GitHub shows no diff for the file' }, 'no diff'],
    ['outside of every hunk', known(TEXT, added(TEXT, 7, 8)), 'not in the diff'],
    ['in a file whose diff is of another version', known(TEXT, '@@ -1 +1 @@\n-a\n+other'), 'do not agree'],
  ])('%s goes to the summary', (_name, file, reason) => {
    const plan = placed([blocking({ lines: [1, 5] }, { fix: FIX })], file)
    expect(plan.threads).toEqual([])
    expect(plan.summary).toMatchObject([{ reason: expect.stringContaining(reason) }])
  })

  test('goes to the summary when the head holds other lines than were checked', () => {
    const judged = new Map([['policy.json', TEXT.replace('One', 'Two')]])
    const plan = placed([blocking({ lines: [1, 5] })], WHOLE, judged)
    expect(plan.summary).toMatchObject([{ reason: expect.stringContaining('other lines') }])
  })
})

describe('no suggestion, but a comment with the reason', () => {
  const crlf = TEXT.replaceAll('\n', '\r\n')
  const mixed = TEXT.replace('\n', '\r\n')
  const hidden = TEXT.replace('"*"', '"*\u202e"')
  const at = (text: string) => known(text, added(text, 1, 8))

  test.each<[string, string, PlacedFile, ReturnType<typeof fix>, string]>([
    ['for a change of nothing', TEXT, WHOLE, fix([edit('policy.json', 3, 3, '  "Principal": "*",')]), 'already'],
    ['for blank lines', TEXT, WHOLE, fix([edit('policy.json', 6, 6, '  ')]), 'blank'],
    ['in a file of mixed line ends', mixed, at(mixed), FIX, 'mixes line ends'],
    ['over characters that cannot be seen', hidden, at(hidden), FIX, 'cannot be seen'],
    [
      'with characters that cannot be seen',
      TEXT,
      WHOLE,
      fix([edit('policy.json', 3, 3, 'a\u200bb')]),
      'cannot be seen',
    ],
    ['with a lone carriage return', TEXT, WHOLE, fix([edit('policy.json', 3, 3, 'a\rb')]), 'cannot be seen'],
    [
      'on a line with a byte order mark',
      TEXT,
      known(TEXT, added(`\ufeff${TEXT}`, 1, 8), true),
      fix([edit('policy.json', 1, 1, '[')]),
      'byte order mark',
    ],
    ['past the end of the file', TEXT, WHOLE, fix([edit('policy.json', 9, 9, 'x')]), 'do not fit'],
    ['in another file', TEXT, WHOLE, fix([edit('other.json', 3, 3, 'x')]), 'another file'],
    ['in two files', TEXT, WHOLE, fix([edit('policy.json', 3, 3, 'x'), edit('other.json', 3, 3, 'x')]), 'another file'],
    [
      'for edits that overlap',
      TEXT,
      WHOLE,
      fix([edit('policy.json', 3, 4, 'x'), edit('policy.json', 4, 4, 'y')]),
      'do not fit',
    ],
  ])('%s', (_name, text, file, wanted, reason) => {
    const { threads } = placed([blocking({ lines: [1, 6] }, { fix: wanted })], file, new Map([['policy.json', text]]))
    expect(threads).toMatchObject([{ suggestion: null, reason: expect.stringContaining(reason) }])
  })

  test('a file of CRLF line ends is suggested with LF', () => {
    const { threads } = placed([blocking({ lines: [1, 5] }, { fix: FIX })], at(crlf), new Map([['policy.json', crlf]]))
    expect(threads).toMatchObject([{ suggestion: { replacement: '  "NotPrincipal": "x",' } }])
  })

  test('an edit whose ends are in two hunks that touch', () => {
    const patch = `${added(TEXT, 1, 3)}\n${added(TEXT, 4, 8)}`
    const { threads } = placed(
      [blocking({ lines: [1, 5] }, { fix: fix([edit('policy.json', 3, 4, 'x')]) })],
      known(TEXT, patch),
    )
    expect(threads).toMatchObject([{ suggestion: null, reason: expect.stringContaining('hunk') }])
  })

  test('a fix that is text only says its own reason', () => {
    const textOnly = fix([], { applicability: 'text-only', text: 'x', note: 'the role is new' })
    const { threads } = placed([blocking({ lines: [1, 5] }, { fix: textOnly })])
    expect(threads).toMatchObject([{ startLine: 1, endLine: 5, suggestion: null, reason: null }])
  })
})

describe('several findings', () => {
  test('two edits of one fix become one suggestion over the lines between', () => {
    const both = fix([edit('policy.json', 4, 4, 'four'), edit('policy.json', 2, 2, 'two')])
    const { threads } = placed([blocking({ lines: [1, 5] }, { fix: both })])
    expect(threads).toMatchObject([
      { startLine: 2, endLine: 4, suggestion: { replacement: 'two\n  "Principal": "*",\nfour' } },
    ])
  })

  test('instances of a plan that share a range are one comment', () => {
    const { threads } = placed([
      blocking({ lines: [1, 5], address: 'a["x"]' }, { fix: FIX }),
      blocking({ lines: [1, 5], address: 'a["y"]' }, { fix: FIX }),
    ])
    expect(threads).toHaveLength(1)
    expect(threads[0]?.findings).toHaveLength(2)
    expect(threads[0]?.suggestion).not.toBeNull()
  })

  test('statements of one line that share an edit are one comment', () => {
    const first = blocking({ lines: [3, 3] }, { fix: FIX, fingerprint: 'a' })
    const second = blocking({ lines: [3, 3] }, { fix: FIX, fingerprint: 'b' })
    expect(placed([first, second]).threads).toHaveLength(1)
  })

  test('instances whose fixes differ share a comment without a suggestion', () => {
    const other = fix([edit('policy.json', 3, 3, 'other')])
    const { threads } = placed([
      blocking({ lines: [1, 5], address: 'x' }, { fix: FIX }),
      blocking({ lines: [1, 5], address: 'y' }, { fix: other }),
    ])
    expect(threads).toMatchObject([{ suggestion: null, reason: expect.stringContaining('different changes') }])
  })

  test('one text-only fix among them takes the suggestion away', () => {
    const textOnly = fix([], { applicability: 'text-only', text: 'x' })
    const { threads } = placed([
      blocking({ lines: [1, 5], address: 'x' }, { fix: FIX }),
      blocking({ lines: [1, 5], address: 'y' }, { fix: textOnly }),
    ])
    expect(threads).toMatchObject([{ suggestion: null, reason: expect.stringContaining('no edit') }])
  })

  test('instances stand in the order of their addresses', () => {
    const finding = (address: string, fingerprint: string) => blocking({ lines: [1, 5], address }, { fingerprint })
    const { threads } = placed([finding('a["y"]', '1'), finding('a["x"]', '2')])
    expect(threads[0]?.findings.map(({ policy }) => policy?.address)).toEqual(['a["x"]', 'a["y"]'])
  })

  test('an ineffective exemption is told with the statement it stands in', () => {
    const deny = blocking({ lines: [3, 3] }, { fix: FIX })
    const { policy, statement } = deny
    const attempt = { rule: 'ineffective-exemption', level: 'warning', fingerprint: 'i', policy, statement } as const
    const { threads } = placed([blocking({ lines: [5, 5] }, attempt), deny])
    expect(threads).toHaveLength(1)
    expect(threads[0]?.findings.map(({ rule }) => rule)).toEqual(['deny-blocks-clumio', 'ineffective-exemption'])
  })

  test('of two suggestions that overlap the first is offered', () => {
    const { threads } = placed([
      blocking({ lines: [1, 4] }, { fix: fix([edit('policy.json', 3, 4, 'a')]) }),
      blocking({ lines: [3, 6] }, { fix: fix([edit('policy.json', 4, 6, 'b')]) }),
    ])
    expect(threads.map(({ suggestion }) => suggestion?.replacement ?? null)).toEqual(['a', null])
    expect(threads[1]?.reason).toContain('another suggestion')
  })

  test('the worst comes first', () => {
    const { threads } = placed([undecided({ lines: [1, 1] }), blocking({ lines: [6, 6] })])
    expect(threads.map(({ startLine }) => startLine)).toEqual([6, 1])
  })
})
