import { describe, expect, test } from 'vitest'
import { finish } from '../../src/check/finish.js'
import { type Gathered, gather } from '../../src/check/gather.js'
import { Isolation } from '../../src/check/isolate.js'
import { judge } from '../../src/check/judge.js'
import type { Judgement } from '../../src/check/judgement.js'
import { Room } from '../../src/check/judgement.js'
import { type ReadSource, read } from '../../src/check/read.js'
import { report } from '../../src/check/report.js'
import { silence, tellingOf } from '../../src/check/silence.js'
import type { Document } from '../../src/documents/document.js'
import { FORMS } from '../../src/documents/forms/index.js'
import { UserError } from '../../src/model/errors.js'
import type { CheckOptions, IgnoreEntry } from '../../src/model/options.js'
import type { UnreadDraft } from '../../src/rules/drafts/draft.js'
import { Fingerprints } from '../../src/rules/drafts/fingerprint.js'
import type { Rule } from '../../src/rules/index.js'
import { literals } from '../../src/sources/literals.js'
import type { Source } from '../../src/sources/source.js'
import { scanTerraform } from '../../src/terraform/roots/declarations.js'
import type { FileUnit, IgnoreUnit, Unit, UnreadableUnit } from '../../src/units/unit.js'
import { OPTIONS, sourceOf, sourcesIn } from '../support/check.js'
import { blocking } from '../support/findings.js'
import { policy, READ, VPC_ONLY } from '../support/policies.js'

/** Each step of the check by itself: what goes in and what comes out are values. */

const NONE = sourcesIn([])

describe('read', () => {
  const locked: Source = {
    path: 'locked.json',
    size: 1,
    bytes: () => {
      throw new UserError('locked.json cannot be read', { path: 'locked.json' })
    },
  }

  test.each<[string, Source, string]>([
    ['a policy', sourceOf('a.json', policy(VPC_ONLY)), 'read'],
    ['a policy that breaks off', sourceOf('a.json', policy(VPC_ONLY).slice(0, -9)), 'unreadable'],
    ['another file', sourceOf('a.json', '{"name": "x"}'), 'nothing'],
    ['configuration of Terraform', sourceOf('main.tf', 'resource "aws_s3_bucket_policy" "p" {}'), 'terraform'],
    ['a plan that is none', { ...sourceOf('p.json', '{}'), mustBe: 'plan' }, 'no-plan'],
    ['a file that nobody can open', locked, 'unopened'],
  ])('tells of %s what it is', async (_, source, kind) => {
    expect(await read([source], { forms: FORMS, settle: null }, new Isolation())).toMatchObject([
      { path: source.path, document: { kind } },
    ])
  })

  test('tells a bug of the file that it shows on, and keeps it', async () => {
    const bug = new TypeError('a bug')
    const broken: Source = {
      ...locked,
      bytes: () => {
        throw bug
      },
    }
    const isolation = new Isolation()
    const both = await read([broken, sourceOf('a.json', policy(VPC_ONLY))], { forms: FORMS, settle: null }, isolation)
    expect(both.map(({ path, document: { kind } }) => [path, kind])).toEqual([
      ['locked.json', 'unopened'],
      ['a.json', 'read'],
    ])
    expect(isolation.failures).toEqual([{ path: 'locked.json', error: bug }])
  })

  test('counts the files that are done', async () => {
    const ticks: number[] = []
    const files = [sourceOf('a.json', '{}'), sourceOf('b.json', '{}')]
    await read(files, { forms: FORMS, settle: null }, new Isolation(), (done) => ticks.push(done))
    expect(ticks).toEqual([1, 2])
  })
})

function readAs(path: string, document: ReadSource['document'], mustBe?: 'plan'): ReadSource {
  return { path, document, bytes: 1, ...(mustBe === undefined ? {} : { mustBe }) }
}

const HOLDS: Document = { kind: 'read', text: 'x', policies: [], settings: [] }
const UNREADABLE: Document = { kind: 'unreadable', text: '{', reason: 'it ends', offset: 1 }
const TERRAFORM: Document = {
  kind: 'terraform',
  text: 'resource "aws_s3_bucket_policy" "p" {}',
  source: scanTerraform('infra/main.tf', 'resource "aws_s3_bucket_policy" "p" {}'),
}
const ENTRY: IgnoreEntry = {
  rule: null,
  sids: [],
  fingerprint: null,
  files: [],
  buckets: [],
  addresses: [],
  reason: 'not backed up',
  expires: null,
  location: { path: 'config.jsonc', startLine: 3, startColumn: 1, endLine: 3, endColumn: 9 },
  introduced: false,
}

describe('gather', () => {
  test.each<[string, ReadSource, Partial<CheckOptions>, readonly object[]]>([
    ['a document', readAs('a.json', HOLDS), {}, [{ kind: 'file', path: 'a.json', text: 'x' }]],
    ['what cannot be parsed', readAs('a.json', UNREADABLE), {}, [{ kind: 'unreadable', reason: 'it ends' }]],
    [
      'what cannot be opened',
      readAs('a.json', { kind: 'unopened', reason: 'no' }),
      {},
      [{ kind: 'unopened', path: 'a.json' }],
    ],
    ['nothing', readAs('a.json', { kind: 'nothing' }), {}, []],
    [
      'Terraform without a plan',
      readAs('infra/main.tf', TERRAFORM),
      {},
      [{ kind: 'root', path: 'infra', folder: 'infra', parts: [{ name: null }] }],
    ],
    ['a file that the change leaves alone', readAs('a.json', HOLDS), { onlyPaths: new Set(['b.json']) }, []],
    ['a file that the change touches', readAs('a.json', HOLDS), { onlyPaths: new Set(['a.json']) }, [{ kind: 'file' }]],
  ])('makes units of %s', async (_, one, options, units) => {
    const gathered = await gather([one], NONE, { ...OPTIONS, ...options }, new Isolation())
    expect(gathered.units).toMatchObject(units)
    expect(gathered.units).toHaveLength(units.length)
  })

  test('makes a unit of each ignore entry', async () => {
    const { units } = await gather([], NONE, { ...OPTIONS, ignore: [ENTRY] }, new Isolation())
    expect(units).toEqual([{ kind: 'ignore-entry', path: 'config.jsonc', entry: ENTRY }])
  })

  test.each<[string, ReadSource['document'], string]>([
    ['is none', { kind: 'no-plan' }, 'p.json is not a Terraform plan'],
    ['holds nothing', { kind: 'nothing' }, 'p.json is not a Terraform plan'],
    ['breaks off', { ...HOLDS, plan: { plans: [], broken: 'it ends' } }, 'p.json does not hold whole plans: it ends'],
    ['cannot be parsed', UNREADABLE, 'p.json cannot be checked as a plan: it ends'],
    ['cannot be opened', { kind: 'unopened', reason: 'p.json cannot be read' }, 'p.json cannot be read'],
  ])('keeps as a mistake a file that must be a plan and %s', async (_, document, reason) => {
    const { mistakes } = await gather([readAs('p.json', document, 'plan')], NONE, OPTIONS, new Isolation())
    expect(mistakes).toEqual([{ path: 'p.json', reason: expect.stringContaining(reason) }])
  })

  test('tells of a file that must be a plan and is none that nothing of it was judged', async () => {
    const { units } = await gather([readAs('p.json', { kind: 'no-plan' }, 'plan')], NONE, OPTIONS, new Isolation())
    expect(units).toMatchObject([{ kind: 'unopened', path: 'p.json' }])
  })

  test('loads no sources where none may hold a policy', async () => {
    const text = 'resource "aws_s3_bucket" "b" {}'
    const terraform: Document = { kind: 'terraform', text, source: scanTerraform('main.tf', text) }
    const gathered = await gather([readAs('main.tf', terraform)], NONE, OPTIONS, new Isolation())
    expect(gathered.plans).toEqual([])
    expect(await gathered.planned()).toBe(null)
  })
})

/** Units as they would be gathered, without a plan. */
function gathered(...units: readonly Unit[]): Gathered {
  return { units, plans: [], mistakes: [], planned: async () => null }
}

async function fileUnit(path: string, text: string): Promise<FileUnit> {
  const [one] = await read([sourceOf(path, text)], { forms: FORMS, settle: null }, new Isolation())
  if (one?.document.kind !== 'read') throw new Error('no policy')
  return { ...one.document, kind: 'file', path }
}

const BROKEN: UnreadableUnit = { kind: 'unreadable', path: 'a.json', text: '{', reason: 'it ends', offset: 1 }

function draft(more: Partial<UnreadDraft> = {}): UnreadDraft {
  return {
    rule: 'policy-unreadable',
    level: 'warning',
    message: 'It cannot be read.',
    fingerprint: 'f',
    cause: null,
    origin: { source: 'policy-json', path: 'a.json', at: [], base: 0, address: null, wrapped: false },
    bucket: 'b',
    text: '{',
    offset: 1,
    ...more,
  }
}

/** Finds each file that cannot be parsed. */
const FINDS_BROKEN: Rule = {
  id: 'policy-unreadable',
  find: (subject) => (subject.kind === 'unreadable-file' ? draft() : null),
}

const FINDS_DENY: Rule = {
  id: 'deny-blocks-clumio',
  find: (subject) => (subject.kind === 'statement' ? subject.deny : null),
}

function judged(units: Gathered, rules: readonly Rule[], options = OPTIONS): Promise<Judgement> {
  const ruleContext = { ...tellingOf(options, new Set()), fingerprints: new Fingerprints() }
  return judge(units, { options, rules, ruleContext, explain: false, isolation: new Isolation(), room: new Room(0) })
}

describe('judge', () => {
  test('asks the given rules about each unit, and says which unit a draft is of', async () => {
    const { drafts, unread } = await judged(gathered(BROKEN), [FINDS_BROKEN, FINDS_DENY])
    expect(drafts).toEqual([{ unit: BROKEN, draft: draft() }])
    expect(unread).toEqual([{ path: 'a.json', reason: 'it ends' }])
  })

  test('counts policies and their Deny statements', async () => {
    const units = [await fileUnit('a.json', policy(VPC_ONLY, READ)), await fileUnit('b.json', policy(READ))]
    const judgement = await judged(gathered(...units), [FINDS_DENY])
    expect(judgement).toMatchObject({ policies: 2, statements: 1, outOfScope: 0, planned: [], notes: [] })
    expect(judgement.drafts.map(({ unit, draft: { rule, level } }) => [unit.path, rule, level])).toEqual([
      ['a.json', 'deny-blocks-clumio', 'error'],
    ])
  })

  test('leaves out policies of buckets that are not protected', async () => {
    const protect = { files: [], buckets: ['other-*'], addresses: [], tags: {} }
    const unit = await fileUnit('a.json', policy(VPC_ONLY))
    expect(await judged(gathered(unit), [FINDS_DENY], { ...OPTIONS, protect })).toMatchObject({
      drafts: [],
      policies: 0,
      outOfScope: 1,
    })
  })

  test('notes what could not be opened', async () => {
    const unit: Unit = { kind: 'unopened', path: 'x.json', reason: 'x.json cannot be read' }
    const { drafts, unread, notes } = await judged(gathered(unit), [FINDS_BROKEN])
    expect({ drafts, unread }).toEqual({ drafts: [], unread: [{ path: 'x.json', reason: 'x.json cannot be read' }] })
    expect(notes).toHaveLength(1)
  })
})

describe('silence', () => {
  const one = { unit: BROKEN, draft: draft() }
  const other = { unit: BROKEN, draft: draft({ fingerprint: 'g', bucket: 'c' }) }

  test.each<[string, Partial<IgnoreEntry>, readonly object[]]>([
    ['of one bucket', { buckets: ['b'] }, [other]],
    ['of one finding', { fingerprint: 'g' }, [one]],
    ['of a rule', { rule: 'policy-unreadable' }, []],
    ['of another rule', { rule: 'policy-unknown' }, [one, other]],
    ['on its last day', { expires: OPTIONS.today }, []],
    ['past its last day', { expires: '2026-08-31' }, [one, other]],
  ])('goes by an entry %s', (_, entry, told) => {
    const silenced = silence([one, other], { ...OPTIONS, ignore: [{ ...ENTRY, ...entry }] }, new Set())
    expect(silenced.told).toEqual(told)
    expect(silenced.ignored.map(({ draft: hidden }) => hidden)).toEqual(
      [one, other].filter((each) => !told.includes(each)).map((each) => each.draft),
    )
  })

  test('tells which entries fit something', () => {
    const [fits, other] = [ENTRY, { ...ENTRY, buckets: ['none'] }]
    const used = new Set<IgnoreEntry>()
    silence([one], { ...OPTIONS, ignore: [other, fits] }, used)
    expect([...used]).toEqual([fits])
  })

  test('keeps the unit and the entry of what is silenced', () => {
    const { ignored } = silence([one], { ...OPTIONS, ignore: [ENTRY] }, new Set())
    expect(ignored).toEqual([{ ...one, entry: ENTRY }])
  })
})

const NOTHING_JUDGED: Judgement = {
  drafts: [],
  policies: 2,
  statements: 3,
  outOfScope: 1,
  places: [],
  planned: [],
  ofFiles: [],
  assumptions: ['A2', 'A1', 'A2'],
  explanations: [],
  unread: [],
  notes: ['once', 'once'],
}

describe('finish', () => {
  const context = () => ({ options: OPTIONS, sources: literals({}), isolation: new Isolation() })

  test('gives drafts their lines, and keeps the texts that these refer to', async () => {
    const told = [{ unit: BROKEN, draft: draft() }]
    const silenced = { told, ignored: [] }
    const { findings, texts, superseded } = await finish(silenced, NOTHING_JUDGED, gathered(BROKEN), context())
    expect(findings).toMatchObject([
      {
        rule: 'policy-unreadable',
        level: 'warning',
        location: { path: 'a.json', startLine: 1, startColumn: 2 },
        fix: null,
      },
    ])
    expect([...texts]).toEqual([['a.json', '{']])
    expect([...superseded]).toEqual([])
  })

  test('gives what is silenced its lines, with the reason of its entry', async () => {
    const silenced = { told: [], ignored: [{ unit: BROKEN, draft: draft(), entry: ENTRY }] }
    const { findings, ignored, texts } = await finish(silenced, NOTHING_JUDGED, gathered(BROKEN), context())
    expect(findings).toEqual([])
    expect(ignored).toMatchObject([
      {
        rule: 'policy-unreadable',
        location: { path: 'a.json', startLine: 1, startColumn: 2 },
        reason: 'not backed up',
        expires: null,
      },
    ])
    expect([...texts]).toEqual([['a.json', '{']])
  })

  test('leaves a finding on the configuration where its draft says it is', async () => {
    const { location } = ENTRY
    const unit: IgnoreUnit = { kind: 'ignore-entry', path: 'config.jsonc', entry: ENTRY }
    const base = { level: 'warning', message: 'It expired.', fingerprint: 'e', cause: null } as const
    const expired = { ...base, rule: 'expired-ignore', location, fixUnavailable: 'a person decides' } as const
    const silenced = { told: [{ unit, draft: expired }], ignored: [] }
    const finished = await finish(silenced, NOTHING_JUDGED, gathered(unit), context())
    expect(finished.findings).toEqual([{ ...expired, policy: null, fix: null }])
  })
})

describe('report', () => {
  const results = { files: 4, judged: NOTHING_JUDGED, ignored: [], unread: [], hasFailed: false, roots: new Map() }
  const late = blocking({ path: 'b.json' })
  const early = blocking({ path: 'a.json', lines: [4, 4] }, { level: 'warning' })
  const first = blocking({ path: 'a.json', lines: [2, 2] })

  test('puts findings in the order of files and lines', () => {
    const { findings } = report({ ...results, findings: [late, early, first] }, OPTIONS)
    expect(findings).toEqual([first, early, late])
  })

  test('counts', () => {
    const { summary, assumptions, notes } = report({ ...results, findings: [late, early] }, OPTIONS)
    const counts = { errors: 1, warnings: 1, notices: 0, ignored: 0, outOfScope: 1 }
    expect(summary).toEqual({ files: 4, policies: 2, statements: 3, ...counts })
    expect(assumptions.map(({ id, policies }) => [id, policies])).toEqual([
      ['A1', 1],
      ['A2', 2],
    ])
    expect(notes).toEqual(['once'])
  })

  test.each<[CheckOptions['failOn'], string, string]>([
    ['error', 'failure', 'success'],
    ['warning', 'failure', 'failure'],
    ['never', 'success', 'success'],
  ])('fails from the level %s on', (failOn, ofError, ofWarning) => {
    const conclusion = (one: typeof late) => report({ ...results, findings: [one] }, { ...OPTIONS, failOn }).conclusion
    expect([conclusion(late), conclusion(early)]).toEqual([ofError, ofWarning])
  })

  test('fails whatever the level where something named could not be checked', () => {
    const options = { ...OPTIONS, failOn: 'never' } as const
    expect(report({ ...results, findings: [], hasFailed: true }, options).conclusion).toBe('failure')
  })
})
