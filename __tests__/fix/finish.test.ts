import { describe, expect, test } from 'vitest'
import { finish } from '../../src/fix/index.js'
import { locationOf } from '../../src/fix/locate.js'
import type { EditGroup, Manner, Place, RemediableDraft, Site, Trial } from '../../src/fix/site.js'
import { SITES, type SiteKind, sitesOf } from '../../src/fix/sites/index.js'
import { TextSite } from '../../src/fix/sites/text.js'
import { policySize } from '../../src/fix/size.js'
import { type Finding, isStatementFinding } from '../../src/model/report.js'
import type { Draft, StatementDraft } from '../../src/rules/drafts/draft.js'
import { LineIndex } from '../../src/text/lines.js'
import { OPTIONS } from '../support/check.js'
import { blockingPolicy, draftOf, draftsOf } from './drafts.js'

const MANNER: Manner = {
  longestShown: 1000,
  closing: 'Tell the author.',
  alternative: 'shown',
  inWords: 'wanted',
  unfixed: 'words',
}

/** What a test makes of a site. */
type Answers = Partial<Pick<Site, 'obstacle' | 'others'>> & { readonly trial?: (group: EditGroup) => Trial | null }

/** A syntax that the project knows nothing of: a list with a line for each statement, the remedies behind it. */
class ListSite implements Site {
  readonly manner: Manner
  readonly tried: EditGroup[][] = []
  readonly #lines: readonly string[]
  readonly #answers: Answers

  constructor(lines: readonly string[], answers: Answers = {}, manner: Partial<Manner> = {}) {
    this.#lines = lines
    this.#answers = answers
    this.manner = { ...MANNER, ...manner }
  }

  get #text(): string {
    return this.#lines.join('\n')
  }

  #lineOf(draft: Draft): number {
    const { index } = (draft as StatementDraft).subject.statement
    return Math.min(index, this.#lines.length - 1)
  }

  lines(path: string): LineIndex | null {
    return path === 'list.txt' ? new LineIndex(this.#text) : null
  }

  async place(draft: Draft): Promise<Place> {
    const start = this.#lines.slice(0, this.#lineOf(draft)).reduce((sum, line) => sum + line.length + 1, 0)
    return {
      location: locationOf('list.txt', new LineIndex(this.#text), { start, end: start + 4 }),
      text: this.#text,
      because: 'it is on a list',
    }
  }

  async obstacle(draft: RemediableDraft) {
    return (await this.#answers.obstacle?.(draft)) ?? null
  }

  async patch(draft: RemediableDraft, remedy: string) {
    const line = this.#lineOf(draft)
    const offset = this.#lines.slice(0, line + 1).reduce((sum, one) => sum + one.length + 1, -1)
    return { ok: true, path: 'list.txt', edits: [{ offset, length: 0, text: ` ${remedy}` }] } as const
  }

  async others(draft: RemediableDraft, covered: readonly RemediableDraft[]) {
    return (await this.#answers.others?.(draft, covered, [])) ?? []
  }

  async tryOut(groups: readonly EditGroup[]) {
    this.tried.push([...groups])
    return new Map(groups.map((group) => [group, this.#answers.trial?.(group) ?? held(group, 10)]))
  }

  async settingLines() {
    return ''
  }
}

/** An edit that adds some bytes to each policy. */
function held({ drafts }: EditGroup, bytes: number): Trial {
  const sizes = drafts.flatMap((draft) =>
    draft.rule === 'object-ownership' ? [] : [[draft, policySize(draft.judged.policy) + bytes] as const],
  )
  return { ok: true, sizes: new Map(sizes) }
}

const isNamed = (remedy: string) => (group: EditGroup) => group.remedy === remedy

function kinds(findings: readonly Finding[]): readonly (string | undefined)[] {
  return findings.map(({ fix }) => (fix?.applicability === 'edit' ? fix.remedy : fix?.applicability))
}

describe('a site of another syntax', () => {
  test('gives place, edit, closing sentence and text of a finding', async () => {
    const { findings, texts } = await finish([await draftOf(blockingPolicy(1))], new ListSite(['deny 0']), OPTIONS)
    const [finding] = findings.filter(isStatementFinding)
    expect(findings).toHaveLength(1)
    expect(finding?.location).toMatchObject({ path: 'list.txt', startLine: 1, endColumn: 5 })
    expect(finding?.because.at(-1)).toBe('it is on a list')
    expect(finding?.fix?.edits).toEqual([
      { path: 'list.txt', startLine: 1, endLine: 1, replacement: 'deny 0 not-principal' },
    ])
    expect(finding?.fix?.note).toMatch(/Tell the author\.$/)
    expect(finding?.alternative).toMatchObject({ remedy: 'principal-arn', text: 'deny 0 principal-arn', edits: [] })
    expect([...texts]).toEqual([['list.txt', 'deny 0']])
  })

  test('finishes every draft once, in order', async () => {
    const drafts = await draftsOf(blockingPolicy(3))
    const { findings } = await finish(drafts, new ListSite(['deny 0', 'deny 1', 'deny 2']), OPTIONS)
    expect(findings.map(({ fingerprint }) => fingerprint)).toEqual(drafts.map(({ fingerprint }) => fingerprint))
    expect(findings.map(({ fix }) => fix?.edits[0]?.startLine)).toEqual([1, 2, 3])
  })

  test('is asked to try out all edits at once', async () => {
    const site = new ListSite(['deny 0', 'deny 1'])
    await finish(await draftsOf(blockingPolicy(2)), site, OPTIONS)
    expect(site.tried.map((groups) => groups.length)).toEqual([2])
  })

  test('makes an edit once for all statements of a line', async () => {
    const site = new ListSite(['deny both'])
    const { findings } = await finish(await draftsOf(blockingPolicy(2)), site, OPTIONS)
    expect(site.tried[0]?.map(({ drafts }) => drafts.length)).toEqual([2])
    expect(findings.map(({ fix }) => fix?.edits[0]?.replacement)).toEqual([
      'deny both not-principal',
      'deny both not-principal',
    ])
    expect(findings[0]?.fix?.note).toContain('also fixes the other findings on the same lines')
  })

  test('shows an edit that something else on its lines stands against', async () => {
    const site = new ListSite(['deny 0'], { others: async () => ['a', 'b', 'c', 'd'] })
    const { findings } = await finish([await draftOf(blockingPolicy(1))], site, OPTIONS)
    expect(findings[0]?.fix).toMatchObject({ applicability: 'text-only', text: 'deny 0 not-principal' })
    expect(findings[0]?.fix?.note).toContain('(a, b, c and 1 more)')
    expect(site.tried).toEqual([])
  })

  test('gets the other remedy where the wanted one does not hold, with the reason', async () => {
    const trial = (group: EditGroup): Trial | null =>
      isNamed('not-principal')(group) ? { ok: false, why: 'the list takes none' } : null
    const site = new ListSite(['deny 0'], { trial })
    const { findings } = await finish([await draftOf(blockingPolicy(1))], site, OPTIONS)
    expect(kinds(findings)).toEqual(['principal-arn'])
    expect(findings[0]?.fix?.note).toContain('Not by NotPrincipal: the list takes none.')
  })

  test.each([
    { unfixed: 'words', fix: 'text-only', why: null },
    { unfixed: 'reason', fix: undefined, why: 'the list takes none' },
  ] as const)('where no edit holds tells $unfixed', async ({ unfixed, fix, why }) => {
    const site = new ListSite(['deny 0'], { trial: () => ({ ok: false, why: 'the list takes none' }) }, { unfixed })
    const { findings } = await finish([await draftOf(blockingPolicy(1))], site, OPTIONS)
    expect(kinds(findings)).toEqual([fix])
    expect(findings[0]?.fixUnavailable).toBe(why)
  })

  test('is not asked for edits where it names an obstacle', async () => {
    const site = new ListSite(['deny 0'], { obstacle: async () => 'the list is printed on paper' })
    const { findings } = await finish([await draftOf(blockingPolicy(1))], site, OPTIONS)
    expect(findings[0]?.fix).toMatchObject({ applicability: 'text-only', remedy: 'not-principal' })
    expect(findings[0]?.fix?.note).toContain('Shown only: the list is printed on paper.')
  })
})

describe('the size of a policy', () => {
  test.each([
    { name: 'that the trial yields counts, not that of the text', bytes: 20 * 1024, kind: 'principal-arn' },
    { name: 'below the limit permits the wanted remedy', bytes: 100, kind: 'not-principal' },
  ])('$name', async ({ bytes, kind }) => {
    const trial = (group: EditGroup) => (isNamed('not-principal')(group) ? held(group, bytes) : null)
    const { findings } = await finish([await draftOf(blockingPolicy(1))], new ListSite(['deny 0'], { trial }), OPTIONS)
    expect(kinds(findings)).toEqual([kind])
    if (kind === 'principal-arn') expect(findings[0]?.fix?.note).toContain('20 KB')
  })

  test.each([
    {
      name: 'all in the wanted remedy',
      long: 5000,
      short: 10,
      kinds: ['not-principal', 'not-principal', 'not-principal'],
    },
    {
      name: 'the last one in the shorter',
      long: 7000,
      short: 10,
      kinds: ['not-principal', 'not-principal', 'principal-arn'],
    },
    { name: 'all in the shorter', long: 9000, short: 5000, kinds: ['principal-arn', 'principal-arn', 'principal-arn'] },
    { name: 'as many as fit', long: 9000, short: 8000, kinds: ['principal-arn', 'principal-arn', 'text-only'] },
  ])('holds for all edits of a policy together: $name', async ({ long, short, kinds: expected }) => {
    const trial = (group: EditGroup) => held(group, isNamed('not-principal')(group) ? long : short)
    const site = new ListSite(['deny 0', 'deny 1', 'deny 2'], { trial })
    const { findings } = await finish(await draftsOf(blockingPolicy(3)), site, OPTIONS)
    expect(kinds(findings)).toEqual(expected)
  })
})

describe('a file as a site', () => {
  const text = blockingPolicy(1)

  test('tries the other remedy too, unless nobody shows it', async () => {
    for (const alternatives of [true, false]) {
      const site = new TextSite('policy.json', text, OPTIONS)
      const { findings } = await finish([await draftOf(text)], site, { ...OPTIONS, alternatives })
      const [finding] = findings.filter(isStatementFinding)
      expect(finding?.fix).toMatchObject({ remedy: 'not-principal', applicability: 'edit' })
      expect(finding?.alternative?.applicability).toBe(alternatives ? 'edit' : undefined)
    }
  })

  test('returns its text with the findings, and nothing without any', async () => {
    const site = new TextSite('policy.json', text, OPTIONS)
    expect([...(await finish([await draftOf(text)], site, OPTIONS)).texts]).toEqual([['policy.json', text]])
    expect((await finish([], site, OPTIONS)).texts.size).toBe(0)
  })

  test('has no edit of a policy in a string, and shows both remedies', async () => {
    const wrapped = JSON.stringify({ Policy: text })
    const site = new TextSite('output.json', wrapped, OPTIONS)
    const { findings } = await finish([await draftOf(wrapped, OPTIONS, 'output.json')], site, OPTIONS)
    const [finding] = findings.filter(isStatementFinding)
    expect([finding?.fix, finding?.alternative].map((fix) => [fix?.remedy, fix?.applicability])).toEqual([
      ['not-principal', 'text-only'],
      ['principal-arn', 'text-only'],
    ])
  })
})

describe('the kinds of sites', () => {
  const context = { options: OPTIONS, texts: new Map([['policy.json', blockingPolicy(1)]]), planned: null }

  test('a file without a plan is a text', async () => {
    const drafts = await draftsOf(blockingPolicy(1))
    const opened = await sitesOf(new Map([['policy.json', drafts]]), context)
    expect(opened.map(({ site, drafts: own }) => [site instanceof TextSite, own])).toEqual([[true, drafts]])
  })

  test('a further kind is its line in the list: the first one that holds a file gets its drafts', async () => {
    const drafts = await draftsOf(blockingPolicy(1))
    const list: SiteKind = {
      name: 'list',
      holds: (path) => path === 'list.txt',
      open: async (own) => [{ site: new ListSite(['deny 0']), drafts: [...own.values()].flat() }],
    }
    const both = new Map([
      ['list.txt', drafts],
      ['policy.json', drafts],
    ])
    const paths: string[] = []
    for (const { site, drafts: own } of await sitesOf(both, context, [list, ...SITES])) {
      for (const { location } of (await finish(own, site, OPTIONS)).findings) paths.push(location.path)
    }
    expect(paths).toEqual(['list.txt', 'policy.json'])
  })
})
