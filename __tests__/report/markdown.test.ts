import { marked } from 'marked'
import { describe, expect, test } from 'vitest'
import { type Finding, type IgnoredFinding, OTHER_REMEDY, UNNAMED_ROLE } from '../../src/model/report.js'
import { markdown } from '../../src/report/formats/markdown.js'
import { commentBody } from '../../src/report/markdown/comment.js'
import { byteLength, cutBytes, fitBlocks } from '../../src/report/markdown/fit.js'
import { overview } from '../../src/report/markdown/overview.js'
import type { MarkdownView } from '../../src/report/markdown/words.js'
import { suggestionsIn } from '../support/apply.js'
import { blocking, edit, fix, ROLE, result, undecided } from '../support/findings.js'

const TEXT = ['one', 'two', 'three', 'four', 'five', ''].join('\n')
const EDITS = [edit('policy.json', 3, 3, 'THREE')]
const VIEW = {
  rulePages: 'https://example.com/rules/',
  texts: new Map([['policy.json', TEXT]]),
  permalink: (path: string, start: number, end: number) => `https://example.com/blob/${path}#L${start}-L${end}`,
}
const BUDGET = 60_000

function positions(text: string, parts: readonly string[]): number[] {
  return parts.map((part) => text.indexOf(part))
}

describe('a review comment', () => {
  const alternative = fix([edit('policy.json', 4, 4, 'FOUR')], { remedy: 'principal-arn', title: 'Add a condition' })
  const finding = blocking(
    { lines: [2, 4] },
    {
      fix: fix(EDITS, { note: 'Exempts the role and the root user. It holds only without a permissions boundary.' }),
      alternative,
    },
  )
  const body = commentBody({ findings: [finding], replacement: 'THREE', reason: null }, VIEW, BUDGET) ?? ''

  test('tells everything in the order in which a reader needs it', () => {
    const parts = [
      "**This Deny blocks Clumio's inventory and backup on `hd-test`**",
      '\n\nAws:SourceVpc is not vpc-5680e03d in requests of Clumio (statement `Access-to-specific-VPC-only`).\n\n',
      '```suggestion\nTHREE\n```',
      'Exempts the role and the root user. It holds only without a permissions boundary.',
      'Other remedy: an exception on aws:PrincipalArn',
      'All reasons, and the actions by session',
      '- the statement denies everyone',
      `**Role:** \`${ROLE}\` (from the input clumio-role-id)`,
      '"ignore": [',
      '{\n  "protect": {\n    "buckets": ["hd-test"]\n  }\n}',
      '[`deny-blocks-clumio`](https://example.com/rules/deny-blocks-clumio.md)',
    ]
    const found = positions(body, parts)
    expect(found).not.toContain(-1)
    expect(found).toEqual([...found].sort((a, b) => a - b))
  })

  test('holds one suggestion with exactly the lines', () => {
    expect(suggestionsIn(body)).toEqual([['THREE']])
  })

  test('shows an edit that cannot be offered as a patch, with the reason', () => {
    const shown = commentBody({ findings: [finding], replacement: null, reason: 'two hunks' }, VIEW, BUDGET) ?? ''
    expect(suggestionsIn(shown)).toEqual([])
    expect(shown).toContain('Not offered as a suggestion: two hunks.')
    expect(shown).toContain('-three\n+THREE')
  })

  test('shows a text-only fix as plain text', () => {
    const text = fix([], {
      applicability: 'text-only',
      text: '"NotPrincipal": "<role>"',
      note: 'The role is not known.',
    })
    const shown = commentBody(
      { findings: [blocking({}, { fix: text })], replacement: null, reason: null },
      VIEW,
      BUDGET,
    )
    expect(shown).toContain('```\n"NotPrincipal": "<role>"\n```')
    expect(shown).toContain('The role is not known.')
  })

  test('says why there is no fix', () => {
    const none = blocking({}, { fixUnavailable: 'the statement names Clumio on purpose' })
    const shown = commentBody({ findings: [none], replacement: null, reason: null }, VIEW, BUDGET)
    expect(shown).toContain('**No fix is offered:** the statement names Clumio on purpose')
  })

  test('names the instances that share the lines', () => {
    const findings = [blocking({ address: 'a["x"]' }), blocking({ address: 'a["y"]', bucket: 'other' })]
    const shown = commentBody({ findings, replacement: null, reason: null }, VIEW, BUDGET) ?? ''
    expect(shown).toContain('on `hd-test` and `other`')
    expect(shown).toContain('- `a["x"]`')
    expect(shown).toContain('- `a["y"]`')
  })

  test('names the planned resource of a lone finding', () => {
    const address = 'module.team["x"].aws_s3_bucket_policy.p'
    const lone = (planned: Finding) =>
      commentBody({ findings: [planned], replacement: null, reason: null }, VIEW, BUDGET) ?? ''
    expect(lone(blocking({ address }))).toContain(`of \`${address}\`).`)
    const { policy, location } = blocking({ address })
    const common = {
      level: 'warning',
      message: 'm',
      fingerprint: 'f',
      cause: null,
      location,
      fix: null,
      fixUnavailable: null,
    } as const
    const text = lone({ ...common, rule: 'policy-unknown', policy })
    expect(text).toContain(`**Resource:** \`${address}\``)
    expect(lone(blocking())).not.toContain(' of `')
  })

  test('says what would settle an undecided statement', () => {
    const shown = commentBody({ findings: [undecided()], replacement: null, reason: null }, VIEW, BUDGET)
    expect(shown).toContain("may block Clumio's backup")
    expect(shown).toContain('{\n  "context": {\n    "aws:PrincipalOrgID": "o-…"\n  }\n}')
  })

  test('gives a whole file to paste where there is none, else the members for the one there is', () => {
    const snippets = (view: MarkdownView) => {
      const shown = commentBody({ findings: [undecided()], replacement: null, reason: null }, view, BUDGET) ?? ''
      return [...shown.matchAll(/```jsonc\n(.*?)\n```/gs)].map(([, text = '']) => text)
    }
    expect(snippets(VIEW).map((text) => Object.keys(JSON.parse(text)))).toEqual([['context'], ['ignore'], ['protect']])
    const members = snippets({ ...VIEW, configuration: 'conf.jsonc' })
    expect(members.map((text) => Object.keys(JSON.parse(`{${text}}`)))).toEqual([['context'], ['ignore'], ['protect']])
    expect(members.every((text) => text.startsWith('"'))).toBe(true)
  })

  test('leaves out whole parts, and says so, before anything else is cut', () => {
    const long = { ...finding, alternative: fix([], { applicability: 'text-only', text: 'x'.repeat(50_000) }) }
    const shown = commentBody({ findings: [long], replacement: 'THREE', reason: null }, VIEW, 10_000) ?? ''
    expect(suggestionsIn(shown)).toEqual([['THREE']])
    expect(shown).toContain('_1 further part of this comment did not fit')
    expect(shown).toContain('"ignore": [')
    expect(shown.match(/<details>/g)?.length).toBe(shown.match(/<\/details>/g)?.length)
  })

  test('shows the beginning of a name of any length', () => {
    const name = 'x'.repeat(200_000)
    const named = blocking({ bucket: name, address: name }, { statement: { index: 0, sid: name } })
    const shown = commentBody({ findings: [named], replacement: 'THREE', reason: null }, VIEW, BUDGET)
    expect(shown?.length).toBeLessThan(5_000)
    expect(shown).toContain(`${'x'.repeat(199)}…`)
  })

  test('of one cause explains it once, and else says where that is', () => {
    const others = [
      { path: 'b.json', startLine: 7 },
      { path: 'c.json', startLine: 7 },
    ]
    const first = {
      findings: [finding],
      replacement: 'THREE',
      reason: null,
      shared: { kind: 'first', others },
    } as const
    expect(commentBody(first, VIEW, BUDGET)).toContain('The same cause at `b.json:7` and `c.json:7`.')
    const shared = {
      kind: 'later',
      first: { path: 'a.json', startLine: 7 },
      fix: finding.fix,
      fixUnavailable: null,
    } as const
    const later = commentBody({ ...first, shared }, VIEW, BUDGET) ?? ''
    const lead =
      "**This Deny blocks Clumio's inventory and backup on `hd-test`** (statement `Access-to-specific-VPC-only`), for the reason told at `a.json:7`."
    expect(later).toBe(`${lead}\n\n\`\`\`suggestion\nTHREE\n\`\`\``)
    const planned = blocking({ address: 'module.a' }, { fix: finding.fix })
    expect(commentBody({ ...first, findings: [planned], shared }, VIEW, BUDGET)).toContain(
      '`Access-to-specific-VPC-only` and `module.a`), for',
    )
  })

  test.each([
    [
      'the note of a fix that is another one',
      { fix: fix(EDITS, { note: 'Not by NotPrincipal.' }) },
      'Not by NotPrincipal',
    ],
    ['why there is no fix, where that is for another reason', { fixUnavailable: 'it names Clumio' }, 'it names Clumio'],
  ])('of a cause that is told elsewhere still tells %s', (_name, own, words) => {
    const shared = {
      kind: 'later',
      first: { path: 'a.json', startLine: 7 },
      fix: finding.fix,
      fixUnavailable: 'else',
    } as const
    const input = { findings: [blocking({}, own)], replacement: null, reason: null, shared }
    expect(commentBody(input, VIEW, BUDGET)).toContain(words)
  })

  test('names the other remedy by where it is', () => {
    const bounded = {
      ...finding,
      fix: fix(EDITS, { note: `If the role has a permissions boundary, ${OTHER_REMEDY}.` }),
    }
    const shown = (one: Finding) => commentBody({ findings: [one], replacement: 'THREE', reason: null }, VIEW, BUDGET)
    expect(shown(bounded)).toContain('use the other remedy below.')
    expect(shown({ ...bounded, alternative: null })).toContain('use the other remedy (aws:PrincipalArn).')
  })

  test('on an undecided statement says who can tell, how to learn it, and how to exempt Clumio instead', () => {
    const exemption = fix([], { applicability: 'text-only', text: '"ArnNotEquals": {}', note: 'Shown only.' })
    const ask = 'the support, or `clumio-policy-check learn -` makes the entry'
    const open = undecided({}, { alternative: exemption, fixUnavailable: 'it is undecided' })
    const [fact] = open.missing
    if (fact === undefined) throw new Error('no fact')
    const input = { findings: [{ ...open, missing: [{ ...fact, ask }] }], replacement: null, reason: null }
    const shown = commentBody(input, VIEW, BUDGET) ?? ''
    expect(shown).toContain(
      'Ask the support, or `clumio-policy-check learn -` makes the entry ([how that works](https://example.com/learn.md)).',
    )
    expect(shown).toContain(
      '<summary>Or exempt Clumio without finding out</summary>\n\nShown only.\n\n```\n"ArnNotEquals": {}\n```',
    )
    expect(shown).not.toContain('No fix is offered')
  })

  test('says once why neither remedy is more than shown', () => {
    const note = (whom: string) => `Shown only: no role is known. ${whom}`
    const text = { applicability: 'text-only', text: 'x' } as const
    const both = {
      ...finding,
      fix: fix([], { ...text, note: note('Exempts four.') }),
      alternative: fix([], { ...text, note: note('Exempts all.') }),
    }
    const shown = commentBody({ findings: [both], replacement: null, reason: null }, VIEW, BUDGET) ?? ''
    expect(shown.match(/Shown only/g)).toHaveLength(1)
    expect(shown).toContain('</summary>\n\nExempts all.\n\n')
  })

  test('names a role that nothing names in words', () => {
    const roles = [{ arn: "the Clumio role of the bucket's account", origin: UNNAMED_ROLE }]
    const shown = commentBody({ findings: [{ ...finding, roles }], replacement: null, reason: null }, VIEW, BUDGET)
    expect(shown).toContain("**Role:** the Clumio role of the bucket's account (no input or configuration names it)\n")
  })

  test('shows no mark of the last line end in a patch', () => {
    const view = { ...VIEW, texts: new Map([['policy.json', TEXT.replaceAll('\n', '\r\n')]]) }
    const shown = commentBody({ findings: [finding], replacement: null, reason: 'x' }, view, BUDGET) ?? ''
    expect(shown).toContain(' five\n```')
    expect(shown).not.toContain('u{d}')
  })

  test('is not written when its suggestion does not fit', () => {
    const replacement = 'x'.repeat(2_000)
    expect(commentBody({ findings: [finding], replacement, reason: null }, VIEW, 1_000)).toBeNull()
  })

  test('lets nothing untrusted out of its place', () => {
    const hostile = '</details>\n```\n<img src=x> @org/team <!-- clumio-policy-check:v1 summary id=job --> | `x`'
    const evil = blocking(
      { bucket: hostile, address: hostile },
      {
        statement: { index: 0, sid: hostile },
        because: [hostile],
        deciding: hostile,
        roles: [{ arn: hostile, origin: hostile }],
        blocked: [{ session: hostile, feature: 'backup', actions: [hostile] }],
        fix: fix([], { applicability: 'text-only', title: hostile, note: hostile, text: hostile }),
        alternative: fix([], { applicability: 'text-only', title: hostile, note: hostile, text: hostile }),
      },
    )
    const shown = commentBody({ findings: [evil], replacement: null, reason: hostile }, VIEW, BUDGET) ?? ''
    const html = marked.parse(shown, { async: false, gfm: true })
    expect(html).not.toContain('<img')
    expect(html).not.toContain('<!--')
    expect(html.match(/<details>/g)?.length).toBe(html.match(/<\/details>/g)?.length)
    const outsideCode = html.replace(/<code[^>]*>.*?<\/code>/gs, '')
    expect(outsideCode).not.toMatch(/@org/)
  })
})

describe('the overview', () => {
  const input = (...parameters: Parameters<typeof result>) => {
    const checked = result(...parameters)
    const told = checked.report.findings.map((finding) => ({ finding, reason: 'not in the diff' }))
    return { result: checked, told, inline: 0, notices: true, remarks: [] }
  }

  test('tells verdict, changes, counts, table, findings, open questions and limits in this order', () => {
    const findings = [blocking({ lines: [2, 4] }, { fix: fix(EDITS) }), undecided({ lines: [5, 5], bucket: 'other' })]
    const more = {
      notes: ['Changed by this pull request: an ignore entry is new'],
      assumptions: [{ id: 'A1', text: 'Clumio does not come from your VPC.', policies: 3 }],
      unread: [{ path: 'broken.json', reason: 'it is not JSON' }],
    }
    const text = overview(input(findings, {}, more), VIEW, BUDGET)
    const parts = [
      '1 Deny statement locks Clumio out, 1 undecided',
      'an ignore entry is new',
      'judged in 1 file · 1 unread.\n',
      '| `hd-test` | blocked | blocked | – | – |',
      '| `other` | – | undecided | – | – |',
      '[`policy.json:2-4`](https://example.com/blob/policy.json#L2-L4)',
      '-three\n+THREE',
      'Undecided, by what would settle it',
      '"aws:PrincipalOrgID": "o-…"',
      '`broken.json`: it is not JSON',
      'A1: Clumio does not come from your VPC. (3 policies)',
      'Not looked at: identity policies',
    ]
    const found = positions(text, parts)
    expect(parts.filter((_, i) => found[i] === -1)).toEqual([])
    expect(found).toEqual([...found].sort((a, b) => a - b))
  })

  /** Files alike with a Deny of one cause each. */
  const alike = (count: number, more: Parameters<typeof blocking>[1] = {}) =>
    Array.from({ length: count }, (_, i) => {
      const path = `policies/${i}.json`
      const edits = [edit(path, 3, 3, 'THREE')]
      return blocking({ path, lines: [3, 3], bucket: `b${i}` }, { cause: 'c', fix: fix(edits), ...more })
    })

  test('tells thirty findings of one cause in one section, on at most forty lines', () => {
    const texts = new Map(alike(30).map(({ location }) => [location.path, TEXT]))
    const text = overview(input(alike(30)), { ...VIEW, texts }, BUDGET)
    expect(text.split('\n').length).toBeLessThanOrEqual(40)
    expect(text.match(/^\*\*\d+ Deny/gm)).toHaveLength(1)
    expect(text).toContain(
      "**30 Deny statements block Clumio's inventory and backup on `b0`, `b1`, `b10` and 27 more**",
    )
    expect(text).toContain('| `b0`, `b1`, `b10` and 27 more | blocked | blocked | – | – |')
    expect(text).not.toContain('-three')
    expect(text).toContain('```sh\nclumio-policy-check --fix\n```')
    for (const { location } of alike(30)) expect(text).toContain(`[\`${location.path}:3\`](`)
  })

  test('says before the places of one cause why none of them is a review comment', () => {
    const text = overview(input(alike(9)), VIEW, BUDGET)
    expect(text).toContain('\n\n_(not in the diff)_\n\n- [')
    expect(marked.parse(text)).toContain('<em>(not in the diff)</em>')
  })

  test.each<[string, Parameters<typeof blocking>[1], string]>([
    [
      'the role that the inputs name',
      { roles: [{ arn: ROLE, origin: 'the inputs' }] },
      `--fix --clumio-role-id ${ROLE}`,
    ],
    [
      'the plan, for a shell',
      { policy: { ...blocking().policy, source: 'terraform-plan', path: "it's a plan.json" } },
      "--fix --plan-files 'it'\\''s a plan.json'",
    ],
  ])('the command for all names %s', (_name, more, words) => {
    expect(overview(input(alike(2, more)), VIEW, BUDGET)).toContain(`clumio-policy-check ${words}\n`)
  })

  test('the command for all names the remedy that is not the default', () => {
    const remedied = alike(2).map((one) => ({ ...one, fix: fix(one.fix?.edits ?? [], { remedy: 'principal-arn' }) }))
    expect(overview(input(remedied), VIEW, BUDGET)).toContain('clumio-policy-check --fix --remedy principal-arn\n')
  })

  test('tells one edit of several findings once, with no command', () => {
    const text = overview(input(alike(3, { fix: fix(EDITS) })), VIEW, BUDGET)
    expect(text.match(/-three/g)).toHaveLength(1)
    expect(text).not.toContain('--fix')
  })

  test('tells causes and levels apart', () => {
    const [one, two, three] = alike(3)
    if (one === undefined || two === undefined || three === undefined) throw new Error('three findings')
    const text = overview(input([one, { ...two, cause: 'd' }, { ...three, level: 'warning' }]), VIEW, BUDGET)
    expect(text.match(/^\*\*This Deny/gm)).toHaveLength(3)
  })

  test('leaves the open questions of review comments to these', () => {
    const [here, there] = [undecided({ lines: [1, 1] }), undecided({ lines: [2, 2] })]
    const told = [{ finding: there, reason: 'not in the diff' }]
    const text = overview({ ...input([here, there]), told, inline: 1 }, VIEW, BUDGET)
    expect(text).toContain('policy.json:2')
    expect(text).not.toContain('policy.json:1')
  })

  test('has no table for one finding', () => {
    expect(overview(input([blocking()]), VIEW, BUDGET)).not.toContain('| Bucket |')
  })

  test('has a line for what is none of the change, below what is, and all patches in one fold', () => {
    const [one, ...rest] = alike(4)
    const apart = (finding: Finding, at: number) => ({ ...finding, cause: `c${at}` })
    const told = [one, ...rest].flatMap((finding, at) =>
      finding === undefined ? [] : [{ finding: apart(finding, at), reason: 'not here', outside: finding !== one }],
    )
    const texts = new Map(alike(4).map(({ location }) => [location.path, TEXT]))
    const text = overview({ ...input(alike(4)), told }, { ...VIEW, texts }, BUDGET)
    const [above = '', below = ''] = text.split("### Outside of this pull request's changes")
    expect(above).toContain('policies/0.json:3')
    expect(below.match(/^- \[`policies\/[123]\.json:3`\].*This Deny blocks/gm)).toHaveLength(3)
    expect(below.match(/<details>/g)).toHaveLength(1)
    expect(below.match(/-three/g)).toHaveLength(3)
  })

  test('has one line for all of one cause that are none of the change', () => {
    const told = alike(30).map((finding) => ({ finding, reason: 'not here', outside: true }))
    const text = overview({ ...input(alike(30)), told }, VIEW, BUDGET)
    expect(text.split('\n').length).toBeLessThanOrEqual(40)
    expect(text).toMatch(/^- \[`policies\/0\.json:3`\].* and 25 more: 30 Deny statements block/m)
    for (const { location } of alike(30)) expect(text).toContain(`[\`${location.path}:3\`](`)
    expect(text).toContain('clumio-policy-check --fix')
  })

  test('links to the review comments and to the run', () => {
    const more = { inline: 2, inlineUrl: 'https://example.com/pull/1' }
    const text = overview({ ...input([blocking()]), ...more }, { ...VIEW, runUrl: 'https://example.com/run' }, BUDGET)
    expect(text).toContain(
      '· [2 findings in review comments](https://example.com/pull/1) · [the run](https://example.com/run).',
    )
  })

  test('groups statements that the same fact settles', () => {
    const text = overview(input([undecided({ lines: [1, 1] }), undecided({ lines: [2, 2] })]), VIEW, BUDGET)
    expect(text.match(/organization is not known/g)).toHaveLength(1)
    expect(text).toContain('policy.json:1')
    expect(text).toContain('policy.json:2')
  })

  test('keeps whole entries within the budget and counts the others', () => {
    const findings = Array.from({ length: 300 }, (_, i) =>
      blocking({ lines: [i + 1, i + 1] }, { message: 'x'.repeat(300) }),
    )
    const text = overview(input(findings), VIEW, 20_000)
    expect(byteLength(text)).toBeLessThanOrEqual(20_000)
    const shown = text.match(/^\*\*This Deny/gm)?.length ?? 0
    expect(text).toContain(`_${300 - shown} further entries did not fit here`)
    expect(text).toContain('Not looked at')
  })

  test('says how much was looked at when nothing was found', () => {
    expect(overview(input([]), VIEW, BUDGET)).toContain('✅ Clumio policy check: no finding in 1 bucket policy')
  })

  test('has no tick where no policy was judged, and says what was looked at', () => {
    const summary = { ...result([]).report.summary, policies: 0, statements: 0 }
    const text = overview(input([], {}, { summary }), VIEW, BUDGET)
    expect(text).toMatch(/^## ⚠️ Clumio policy check: nothing was checked: no bucket policy was judged in \d+ files?$/m)
    expect(text).not.toContain('✅')
    expect(text).not.toMatch(/\b0 /)
  })

  test('tells what the configuration ignores with place, bucket and Sid, also in its first line', () => {
    const ignored = {
      ...blocking({ lines: [2, 4] }),
      fix: null,
      reason: 'logs',
      expires: '2027-01-31',
    } as IgnoredFinding
    const text = overview(input([], {}, { ignored: [ignored] }), VIEW, BUDGET)
    expect(text).toContain('1 Deny statement that blocks Clumio is ignored by the configuration')
    expect(text).toMatch(/- `deny-blocks-clumio` at `policy\.json:2`, bucket `hd-test`, .*: logs \(until 2027/)
    const open = overview(input([undecided()], {}, { ignored: [ignored] }), VIEW, BUDGET)
    expect(open).not.toContain('no Deny is known to lock Clumio out')
  })

  test('does not bother a pull request with notices', () => {
    const checked = result([undecided({}, { level: 'notice' })])
    const text = overview({ result: checked, told: [], inline: 0, notices: false, remarks: [] }, VIEW, BUDGET)
    expect(text).not.toContain('organization is not known')
    expect(text).toContain('1 notice, told in the job summary only')
  })

  test('is the whole markdown format', () => {
    const context = { color: false, explain: false, rulePages: null, failOn: 'error' } as const
    expect(markdown(result([blocking()]), context)).toContain("This Deny blocks Clumio's inventory and backup")
  })
})

describe('fitting', () => {
  const words = (count: number) => `${count} left out`

  test.each([
    ['everything', 1_000, 'h\n\naaaa\n\nbbbb\n\nt'],
    ['what fits, and smaller ones behind', 30, 'h\n\nbbbb\n\n1 left out\n\nt'],
  ])('keeps %s', (_name, budget, expected) => {
    const first = budget > 100 ? 'aaaa' : 'a'.repeat(40)
    expect(fitBlocks({ head: ['h'], items: [first, 'bbbb'], tail: ['t'] }, budget, words)).toBe(expected)
  })

  test.each([
    ['a code block', '````diff\nline\n```\n'],
    ['a fold', '<details><summary>s</summary>\n\nline\n'],
    ['a code block in a fold', '<details><summary>s</summary>\n\n```jsonc\nline\n'],
  ])('closes %s that it cuts', (_name, start) => {
    const cut = cutBytes(start + 'line\n'.repeat(500), 1_000)
    expect(byteLength(cut)).toBeLessThanOrEqual(1_000)
    const html = marked.parse(cut, { async: false, gfm: true }).trim()
    expect(html.endsWith('<p><em>Cut here: this text is longer than GitHub takes.</em></p>')).toBe(true)
    expect(html.match(/<details>/g)?.length).toBe(html.match(/<\/details>/g)?.length)
  })

  test('cuts on a code point boundary and says so', () => {
    const cut = cutBytes('😀'.repeat(100), 101)
    expect(byteLength(cut)).toBeLessThanOrEqual(101)
    expect(cut).toMatch(/^(😀)+\n\n_Cut here/u)
    expect(cutBytes('short', 5)).toBe('short')
  })
})
