import { describe, expect, test } from 'vitest'
import type { RenderContext } from '../../../src/report/format.js'
import { pretty } from '../../../src/report/formats/pretty.js'
import { cellsOf, windowOf } from '../../../src/report/pretty/cells.js'
import { hasInvisible } from '../../../src/text/invisible.js'
import { expiredIgnore, ignoredFinding, resultOf, statementFinding, undecidedFinding } from '../results.js'

const PLAIN: RenderContext = { color: false, explain: false, rulePages: null, failOn: 'error' }
const NEVER =
  'Not looked at: identity policies and permissions boundaries, service and resource control policies (SCP, RCP), KMS key policies, VPC endpoint policies, and anything that is not in the files checked.'

describe('a finding', () => {
  test('shows what, where, the source, why, and the fix', () => {
    expect(pretty(resultOf([statementFinding()]), { ...PLAIN, rulePages: 'https://example.org/rules/' })).toBe(`\
error[deny-blocks-clumio] Deny statement "DenyOutsideVpc" denies s3:GetObject to the Clumio role.
  --> a.json:7:7 (bucket data)
     │
   7 │       "Principal": "*",
     │       ^^^^^^^^^^^^^^^^
   why: Principal "*" includes the Clumio role
        StringNotEquals aws:SourceVpc holds for calls from elsewhere
   blocked: backup (5 actions) by 3 sessions
   rests on: A1: Clumio reaches the bucket from its own network: not from a VPC, VPC endpoint or private address range that a policy names.
   fix: Exempt the Clumio role with NotPrincipal
      6         "Effect": "Deny",
      7 -       "Principal": "*",
      7 +       "NotPrincipal": {
      8 +         "AWS": ["arn:aws:iam::111122223333:root"]
      9 +       },
     10         "Action": "s3:*",
   note: The account's root user becomes exempt as well.
   rule: https://example.org/rules/deny-blocks-clumio.md

Roles judged (1)
  arn:aws:iam::111122223333:role/clumio/R: configuration

✖ 1 finding at or above the level "error".
2 bucket policies with 5 statements judged in 3 files: 1 error.
1 finding can be fixed with --fix; --diff shows the edits.
${NEVER}
`)
  })

  test('that is undecided is listed by the fact that would settle it, with a file to paste', () => {
    const elsewhere = undecidedFinding({
      location: { path: 'b.json', startLine: 3, startColumn: 1, endLine: 3, endColumn: 2 },
    })
    const text = pretty(resultOf([undecidedFinding(), elsewhere]), PLAIN)
    expect(text).toContain(`
What would settle the undecided statements
  the organization of the account (aws:PrincipalOrgID)
    ask the administrator
    a.json:7, b.json:3
  As .github/clumio-policy-check.jsonc:
    {
      "context": {
        "aws:PrincipalOrgID": "o-…"
      }
    }
`)
    expect(text).toContain('✔ Nothing at the level that fails the check.')
    const known = pretty({ ...resultOf([undecidedFinding()]), configuration: 'conf.jsonc' }, PLAIN)
    expect(known).toContain(`
  In conf.jsonc, where a member of the same name takes the entries:
    "context": {
      "aws:PrincipalOrgID": "o-…"
    }
`)
  })

  test('over several lines is marked at the left, a long one shortened', () => {
    const long = `${Array.from({ length: 30 }, (_, at) => `line ${at + 1}`).join('\n')}\n`
    const at = { path: 'a.json', startLine: 2, startColumn: 1, endLine: 29, endColumn: 1 }
    expect(pretty(resultOf([statementFinding({ location: at, fix: null })], {}, { 'a.json': long }), PLAIN)).toContain(
      `
      │
    2 │ ┃ line 2
    3 │ ┃ line 3
    4 │ ┃ line 4
    5 │ ┃ line 5
    6 │ ┃ line 6
    7 │ ┃ line 7
    8 │ ┃ line 8
      │   … 18 lines
   27 │ ┃ line 27
   28 │ ┃ line 28
   29 │ ┃ line 29
`.slice(1),
    )
  })

  test('of a configuration, and one whose text is not known, are shown too', () => {
    const text = pretty(resultOf([expiredIgnore()], {}, {} as never), PLAIN)
    expect(text).toContain('warning[expired-ignore] This ignore entry expired on 2026-01-31.\n  --> conf.jsonc:2:3\n\n')
  })

  test('with a fix by hand shows the wanted lines, one without says why', () => {
    const fix = {
      ...statementFinding().fix,
      applicability: 'text-only',
      text: '"A": [\n\t"b"\n]',
      edits: [],
      note: '',
    } as never
    expect(pretty(resultOf([statementFinding({ fix })]), PLAIN)).toContain(
      '   fix by hand: Exempt the Clumio role with NotPrincipal\n     "A": [\n         "b"\n     ]\n',
    )
    expect(
      pretty(resultOf([statementFinding({ fix: null, fixUnavailable: 'The statement names Clumio.' })]), PLAIN),
    ).toContain('   no fix: The statement names Clumio.\n')
  })

  test('counts actions by feature and sessions; --explain names them', () => {
    const need = (session: string, feature: 'backup' | 'restore', actions: string[]) => ({ session, feature, actions })
    const blocked = [
      need('a', 'backup', ['s3:GetObject']),
      need('b', 'backup', ['s3:GetObject']),
      need('a', 'restore', ['s3:1', 's3:2', 's3:3']),
      need('b', 'restore', ['s3:1', 's3:2', 's3:3']),
      need('c', 'restore', ['s3:1']),
    ]
    const result = resultOf([statementFinding({ blocked })])
    expect(pretty(result, PLAIN)).toContain(`
   blocked: backup (s3:GetObject), restore (3 actions) by a and b
            restore (s3:1) by c
`)
    expect(pretty(result, { ...PLAIN, explain: true })).toContain(`
   blocked: backup by a and b: s3:GetObject
            restore by a and b: s3:1, s3:2, s3:3
            restore by c: s3:1
`)
  })

  test('about an exemption without effect leaves the facts to the finding of its statement', () => {
    const text = pretty(resultOf([statementFinding({ rule: 'ineffective-exemption' })]), PLAIN)
    expect(text).not.toContain('why:')
    expect(text).not.toContain('blocked:')
  })

  test('that comes from elsewhere names it', () => {
    const policy = {
      source: 'terraform-plan',
      path: 'plan.json',
      pointer: null,
      address: 'm.x["a"]',
      bucket: null,
      root: null,
      account: null,
      region: null,
    } as const
    expect(pretty(resultOf([statementFinding({ policy })]), PLAIN)).toContain(
      '  --> a.json:7:7 (m.x["a"], read from plan.json)\n',
    )
  })
})

describe('many findings', () => {
  const alike = (count: number, change: Parameters<typeof statementFinding>[0] = {}) =>
    Array.from({ length: count }, (_, at) =>
      statementFinding({
        fingerprint: `f${at}`,
        cause: 'c',
        location: { path: `p${at}.json`, startLine: 7, startColumn: 7, endLine: 7, endColumn: 23 },
        ...change,
      }),
    )
  const deciding = 'only requests from VPC vpc-1 are allowed'

  test('of one cause are told once, with the places', () => {
    const text = pretty(resultOf(alike(3)), PLAIN)
    expect(text.match(/^error\[/gm)).toHaveLength(1)
    expect(text).toContain('   same at: p1.json:7:7 (data)\n            p2.json:7:7 (data)\n')
    expect(text).not.toContain('--all')
  })

  test.each<[string, Parameters<typeof statementFinding>[0]]>([
    ['another cause', { cause: 'd' }],
    ['another level', { level: 'warning' }],
    ['other actions', { blocked: [] }],
    ['no fix, for a reason of its own', { fix: null, fixUnavailable: 'it names Clumio' }],
  ])('with %s stand by themselves', (_name, change) => {
    const [first] = alike(1)
    if (first === undefined) throw new Error('a finding')
    expect(pretty(resultOf([first, ...alike(1, change)]), PLAIN)).not.toContain('same at')
  })

  test.each([
    ['as many as are read at a time are shown in full', 20, undefined, false],
    ['more have a line each', 21, undefined, true],
    ['all of them are shown where that is asked for', 21, 'all', false],
    ['few have a line each where that is asked for', 2, 'summary', true],
  ] as const)('%s', (_name, count, length, isBrief) => {
    const findings = alike(count, { deciding }).map((finding, at) => ({ ...finding, cause: `c${at}` }))
    const text = pretty(resultOf(findings), { ...PLAIN, length })
    expect(text.includes('--all shows each')).toBe(isBrief)
    expect(text.includes('fix: Exempt')).toBe(!isBrief)
    expect(text.match(/^error\[deny-blocks-clumio\] /gm)).toHaveLength(count)
    if (isBrief) expect(text).toContain(`error[deny-blocks-clumio] p1.json:7:7 (data): ${deciding}\n`)
  })

  test('of one cause have a line each below what decides them, within the terminal but for a place, which is whole', () => {
    const path = `${'folder/'.repeat(20)}p.json`
    const long = alike(1, { location: { path, startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 } })
    const text = pretty(resultOf([...alike(21, { deciding }), ...long]), { ...PLAIN, width: 60 })
    const lines = text.slice(0, text.indexOf('--all')).split('\n')
    expect(lines.slice(0, 4)).toEqual([
      'error[deny-blocks-clumio] 22 findings: only requests from',
      'VPC vpc-1 are allowed',
      '  p0.json:7:7 (data)',
      '  p1.json:7:7 (data)',
    ])
    expect(lines).toContain(`  ${path}:1:1 (data)`)
    expect(Math.max(...lines.filter((line) => !line.includes(path)).map((line) => line.length))).toBeLessThanOrEqual(60)
  })

  test('have their place on a line of its own where it has no room beside the rule', () => {
    const location = { path: 'policies/production/a.json', startLine: 12, startColumn: 7, endLine: 12, endColumn: 8 }
    const findings = alike(1, { location, deciding, cause: null })
    const text = pretty(resultOf(findings), { ...PLAIN, length: 'summary', width: 50 })
    expect(text.split('\n').slice(0, 3)).toEqual([
      'error[deny-blocks-clumio]',
      '  policies/production/a.json:12:7 (data):',
      '  only requests from VPC vpc-1 are allowed',
    ])
  })

  test('show an edit within the terminal, to the end of its lines', () => {
    const arn = `arn:aws:iam::111122223333:role/${'x'.repeat(90)}/END`
    const [edit] = statementFinding().fix?.edits ?? []
    if (edit === undefined) throw new Error('an edit')
    const own = statementFinding().fix
    const fix = own === null ? null : { ...own, edits: [{ ...edit, replacement: `  "NotPrincipal": "${arn}",` }] }
    const text = pretty(resultOf([statementFinding({ fix })]), { ...PLAIN, width: 80 })
    const added = text.slice(text.indexOf('7 + '), text.indexOf('8         "Action"')).split('\n')
    expect(Math.max(...added.map((line) => line.length))).toBeLessThanOrEqual(80)
    expect(added.map((line) => line.replace(/^ *(?:7 \+ )?/, '')).join('')).toContain(arn)
  })
})

describe('the summary', () => {
  test('of a green run says what was judged and what that rests on', () => {
    const assumptions = [{ id: 'A1', text: 'Clumio is not in a VPC.', policies: 2 }]
    const text = pretty(resultOf([], { assumptions, notes: ['the role R is new'] }), PLAIN)
    expect(text).toBe(`\
note: the role R is new

What the policies without an error rest on
  A1 Clumio is not in a VPC. (2 policies)

✔ No Deny statement blocks Clumio.
2 bucket policies with 5 statements judged in 3 files: no finding.
${NEVER}
`)
  })

  test('counts what was ignored, not read and out of scope', () => {
    const change = {
      ignored: [ignoredFinding()],
      unread: Array.from({ length: 12 }, (_, at) => ({ path: `${at}.json`, reason: 'cut off' })),
      summary: { ...resultOf([]).report.summary, ignored: 1, outOfScope: 1 },
    }
    const text = pretty(resultOf([], change), PLAIN)
    expect(text).toContain('Not read (12)\n  0.json: cut off\n')
    expect(text).toContain('  9.json: cut off\n  and 2 more\n')
    expect(text).toContain(
      'Ignored by the configuration (1)\n  deny-blocks-clumio at a.json:7, bucket data, Sid DenyOutsideVpc: logs (until 2027-01-31)\n',
    )
    expect(text).toContain(': no finding, 1 ignored, 1 policy out of scope.')
  })

  test('of a run that found no policy is not a green tick', () => {
    const summary = { ...resultOf([]).report.summary, policies: 0, statements: 0 }
    expect(pretty(resultOf([], { summary }), PLAIN)).toContain(
      '! Nothing was checked: no bucket policy was judged in 3 files.\n0 bucket policies',
    )
    const part = { ...summary, outOfScope: 2 }
    expect(pretty(resultOf([], { summary: part }), PLAIN)).toContain(
      '! Nothing was checked: all 2 bucket policies in 3 files are outside of "protect" in the configuration.\n',
    )
    const empty = { ...summary, files: 0 }
    expect(pretty(resultOf([], { summary: empty }), PLAIN)).toContain(
      '! Nothing was checked: there was no file to look at.\n',
    )
  })

  test('never says that nothing blocks where the configuration ignores what does', () => {
    const text = pretty(resultOf([], { ignored: [ignoredFinding()] }), PLAIN)
    expect(text).toContain('✔ No finding; 1 Deny statement that blocks Clumio is ignored by the configuration.\n')
    expect(text).not.toContain('No Deny statement blocks')
  })

  test('of a run that could not be done is not about the findings alone', () => {
    expect(pretty(resultOf([], { conclusion: 'failure' }), PLAIN)).toContain(
      '✖ The check could not be done completely.',
    )
  })
})

describe('at the width of a terminal', () => {
  const NARROW = { ...PLAIN, width: 60 }
  const isLong = (line: string) => line.length > 60

  test('sentences are wrapped between words, and words are never broken', () => {
    const lines = pretty(resultOf([statementFinding(), undecidedFinding()]), NARROW).split('\n')
    expect(lines.filter(isLong)).toEqual(['      8 +         "AWS": ["arn:aws:iam::111122223333:root"]'].filter(isLong))
    expect(lines).toContain('error[deny-blocks-clumio] Deny statement "DenyOutsideVpc"')
    expect(lines).toContain('  denies s3:GetObject to the Clumio role.')
    const word = 'x'.repeat(80)
    expect(pretty(resultOf([statementFinding({ message: `a ${word} b` })]), NARROW)).toContain(`\n  ${word}\n`)
  })

  test('the mark stays below the source that it is about', () => {
    const text = `{ "Statement": [{ ${'"Effect":   "Deny", '.repeat(10)} "Principal": "*" }] }`
    const at = text.indexOf('"Principal"') + 1
    const location = { path: 'a.json', startLine: 1, startColumn: at, endLine: 1, endColumn: at + 16 }
    const shown = pretty(resultOf([statementFinding({ location, fix: null })], {}, { 'a.json': text }), NARROW)
    const lines = shown.split('\n')
    const marked = lines.findIndex((one) => one.includes('^'))
    const [source = '', mark = ''] = lines.slice(marked - 1)
    expect(source.slice(mark.indexOf('^'), mark.lastIndexOf('^') + 1)).toBe('"Principal": "*"')
    expect(isLong(source)).toBe(false)
  })
})

describe('an edit of a long line', () => {
  const PADDING = `"Sid": "${'x'.repeat(600)}"`
  const line = (member: string) => `{ ${PADDING}, ${member}, ${PADDING} }`

  test.each([
    ['shows the part that changes in both lines', '"Principal": "*"', '"NotPrincipal": { "AWS": "a" }'],
    ['shows what is put in where nothing goes', '"Condition": {}', '"Condition": { "Bool": {} }'],
  ])('%s', (_rule, before, after) => {
    const edits = [{ path: 'a.json', startLine: 1, endLine: 1, replacement: line(after) }]
    const finding = statementFinding()
    const fix = finding.fix === null ? null : { ...finding.fix, edits }
    const location = { path: 'a.json', startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 }
    const shown = pretty(
      resultOf([statementFinding({ fix, location })], {}, { 'a.json': `${line(before)}\n` }),
      PLAIN,
    ).split('\n')
    const ofKind = (sign: string) => shown.find((one) => new RegExp(`^ *1 \\${sign} `).test(one)) ?? ''
    expect(ofKind('-')).toContain(before)
    expect(ofKind('+')).toContain(after)
    expect(ofKind('+').length).toBeLessThan(260)
  })
})

test('--explain shows every verdict with its reasons', () => {
  const result = {
    ...resultOf([]),
    explanations: [
      {
        path: 'a.json',
        bucket: 'data',
        address: null,
        index: 0,
        sid: 'X',
        verdict: 'not-blocked',
        because: ['a', 'b'],
      },
      { path: 'a.json', bucket: null, address: null, index: 1, sid: null, verdict: 'undecided', because: [] },
    ] as const,
  }
  expect(pretty(result, { ...PLAIN, explain: true })).toContain(`\
Why each Deny statement was judged as it was

a.json
  statement 1 "X" (bucket data): not-blocked
    a
    b
  statement 2: undecided
`)
  expect(pretty(result, PLAIN)).not.toContain('Why each')
})

describe('what others wrote', () => {
  const EVIL = 'x\u001b[2J\u202e\u0007\r\n::error::y'

  test('brings no escape sequence, control character or new line of its own', () => {
    const evil = statementFinding({
      message: EVIL,
      because: [EVIL],
      assumptions: [EVIL],
      statement: { index: 0, sid: EVIL },
      location: { ...statementFinding().location, path: EVIL },
      policy: {
        source: 'policy-json',
        path: EVIL,
        pointer: null,
        address: EVIL,
        root: EVIL,
        bucket: EVIL,
        account: EVIL,
        region: EVIL,
      },
      blocked: [{ session: EVIL, feature: 'backup', actions: [EVIL] }],
      missing: [{ id: 'x', text: EVIL, ask: EVIL, configuration: EVIL }],
      roles: [{ arn: EVIL, origin: EVIL }],
      fix: {
        remedy: 'not-principal',
        title: EVIL,
        applicability: 'edit',
        note: EVIL,
        text: null,
        edits: [{ path: EVIL, startLine: 1, endLine: 1, replacement: EVIL }],
      },
    })
    const change = {
      notes: [EVIL],
      unread: [{ path: EVIL, reason: EVIL }],
      ignored: [
        ignoredFinding({
          rule: 'deny-may-block-clumio',
          message: EVIL,
          reason: EVIL,
          expires: EVIL,
          location: { path: EVIL, startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 },
          statement: { index: 0, sid: EVIL },
        }),
      ],
      assumptions: [{ id: EVIL, text: EVIL, policies: 1 }],
    }
    for (const texts of [{ [EVIL]: EVIL }, {}]) {
      const result = {
        ...resultOf([evil, statementFinding({ fixUnavailable: EVIL, fix: null })], change, texts as never),
        explanations: [
          { path: EVIL, bucket: EVIL, address: EVIL, index: 0, sid: EVIL, verdict: 'blocked', because: [EVIL] },
        ] as const,
      }
      const text = pretty(result, { ...PLAIN, explain: true })
      expect([...text].filter((char) => char !== '\n' && hasInvisible(char))).toEqual([])
      expect(text.split('\n').filter((line) => line.startsWith('::'))).toEqual([])
    }
  })

  test('is the only thing without colours when colours are on', () => {
    const text = pretty(resultOf([statementFinding({ message: EVIL })]), { ...PLAIN, color: true })
    expect(text).toContain('\u001b[31m\u001b[1merror\u001b[22m\u001b[39m')
    const sequences = text.split('\u001b').slice(1)
    expect(sequences.filter((sequence) => !/^\[\d+m/.test(sequence))).toEqual([])
  })
})

describe('a line of source', () => {
  const caret = (line: string, from: number, to: number, room = 40) => {
    const { text, markStart, markWidth } = windowOf(line, from, to, room)
    return [text, ' '.repeat(markStart) + '^'.repeat(markWidth)]
  }

  test.each([
    { name: 'is marked where it says', line: 'abc "x" d', from: 4, to: 7, shown: ['abc "x" d', '    ^^^'] },
    { name: 'has tabs as blanks', line: '\t"x"', from: 1, to: 4, shown: ['    "x"', '    ^^^'] },
    { name: 'has wide characters of two columns', line: '日本 x', from: 3, to: 4, shown: ['日本 x', '     ^'] },
    { name: 'has combining marks of none', line: 'e\u0301x', from: 2, to: 3, shown: ['e\u0301x', ' ^'] },
    { name: 'has emoji of two columns', line: '😀x', from: 2, to: 3, shown: ['😀x', '  ^'] },
    {
      name: 'has invisible characters written out',
      line: '\u202ex',
      from: 1,
      to: 2,
      shown: ['\\u{202e}x', '        ^'],
    },
    { name: 'is marked behind its end with one column', line: 'ab', from: 2, to: 2, shown: ['ab', '  ^'] },
    { name: 'may be empty', line: '', from: 0, to: 0, shown: ['', '^'] },
  ])('$name', ({ line, from, to, shown }) => {
    expect(caret(line, from, to)).toEqual(shown)
  })

  test('that is long is cut around the mark, at both ends', () => {
    const line = `${'a'.repeat(100_000)}"Principal"${'b'.repeat(100_000)}`
    const [text = '', mark = ''] = caret(line, 100_000, 100_011)
    expect(text).toBe(`…${'a'.repeat(13)}"Principal"${'b'.repeat(16)}…`)
    expect(text.slice(mark.indexOf('^'))).toMatch(/^"Principal"/)
    expect(mark.trim()).toBe('^'.repeat(11))
  })

  test('that is long is cut only at the end when the mark is at its start', () => {
    expect(caret('x'.repeat(50), 0, 3)).toEqual([`${'x'.repeat(40)}…`, '^^^'])
  })

  test('keeps pairs of surrogates together wherever it is cut', () => {
    for (let at = 0; at < 40; at++) {
      const { text } = windowOf('😀'.repeat(2000), 1000 + 2 * at, 1002 + 2 * at, 20)
      expect(text.replaceAll('😀', '').replaceAll('…', '')).toBe('')
    }
  })

  test('has cells that cover it without gaps', () => {
    const line = 'a\t日e\u0301😀\u0000'
    expect(cellsOf(line).map((cell) => cell.offset)).toEqual([0, 1, 2, 3, 4, 5, 7])
  })
})
