import { describe, expect, test } from 'vitest'
import { introducedBy, markIntroduced } from '../../src/config/changes.js'
import { DEFAULT_SESSIONS } from '../../src/config/defaults.js'
import { parseConfig } from '../../src/config/file.js'
import { type RawInputs, readInputs } from '../../src/config/inputs.js'
import { buildOptions } from '../../src/config/options.js'
import type { Integration } from '../../src/model/options.js'

const A = '111122223333'
const B = '444455556666'
const arn = (account: string, name: string, path = '/clumio/') => `arn:aws:iam::${account}:role${path}${name}`

const file = (document: unknown) => parseConfig(Buffer.from(JSON.stringify(document)), 'conf.jsonc')

async function merge(raw: RawInputs, document: unknown = null) {
  const config = document === null ? null : await file(document)
  return buildOptions({ inputs: readInputs(raw, ''), config, today: '2026-11-24' })
}

const DEFAULT_INTEGRATION: Integration = {
  partition: null,
  account: null,
  rolePath: '/clumio/',
  roleName: 'R',
  boundary: 'none',
  boundaryStated: false,
  sessions: DEFAULT_SESSIONS,
  roleId: null,
  files: [],
  buckets: [],
  addresses: [],
  expressions: null,
  origin: 'configuration',
  introduced: false,
}

describe('precedence', () => {
  test('nothing given gives the defaults', async () => {
    expect(await merge({})).toEqual({
      integrations: [],
      account: null,
      features: ['inventory', 'backup', 'continuous-backup', 'restore'],
      featuresSet: false,
      remedy: 'not-principal',
      protect: null,
      context: {},
      levels: {},
      ignore: [],
      terraformVariables: {},
      failOn: 'error',
      onlyPaths: null,
      terraformDirectory: null,
      today: '2026-11-24',
      configuration: null,
      entries: null,
    })
  })

  const document = { features: ['backup'], remedy: 'principal-arn' }
  test('the file comes before the default', async () => {
    expect(await merge({}, document)).toMatchObject({
      features: ['backup'],
      featuresSet: true,
      remedy: 'principal-arn',
    })
  })

  test('the input comes before the file', async () => {
    const raw = { features: 'restore', remedy: 'not-principal', 'fail-on': 'notice' }
    expect(await merge(raw, document)).toMatchObject({
      features: ['restore'],
      featuresSet: true,
      remedy: 'not-principal',
      failOn: 'notice',
    })
  })

  test('features that equal the default are set all the same', async () => {
    expect(await merge({ features: 'inventory,backup,continuous-backup,restore' })).toMatchObject({ featuresSet: true })
  })
})

describe('integrations', () => {
  test('a name in the file gets the vendor path and sessions', async () => {
    expect((await merge({}, { integrations: [{ role: 'R' }] })).integrations).toEqual([DEFAULT_INTEGRATION])
  })

  test.each([
    [true, 'present', true],
    [false, 'none', true],
    ['unknown', 'unknown', true],
    [undefined, 'none', false],
  ])('permissionsBoundary %s', async (permissionsBoundary, boundary, boundaryStated) => {
    const { integrations } = await merge({}, { integrations: [{ role: 'R', permissionsBoundary }] })
    expect(integrations[0]).toMatchObject({ boundary, boundaryStated })
  })

  test('a role from an input replaces those of the file', async () => {
    const { integrations, account } = await merge(
      { 'clumio-role-id': arn(A, 'R', '/x/') },
      { integrations: [{ role: arn(B, 'Other') }, { role: arn(A, 'Other') }] },
    )
    expect(integrations).toEqual([
      { ...DEFAULT_INTEGRATION, partition: 'aws', account: A, rolePath: '/x/', origin: 'input' },
    ])
    expect(account).toBe(A)
  })

  test('a name from an input takes the account from the other input', async () => {
    const { integrations, account } = await merge({ 'clumio-role-id': 'R', 'aws-account-id': A })
    expect(integrations).toEqual([{ ...DEFAULT_INTEGRATION, account: A, origin: 'input' }])
    expect(account).toBe(A)
  })

  test('what the file states about the same role stays true, where it uses the role does not matter', async () => {
    const facts = {
      role: arn(A, 'R', '/x/'),
      permissionsBoundary: true,
      sessions: ['one'],
      roleId: 'AROAEXAMPLE123456789A',
      files: ['prod/**'],
      expressions: { account: 'var.a' },
    }
    const { integrations } = await merge(
      { 'clumio-role-id': 'R' },
      { integrations: [{ role: arn(B, 'Other') }, facts] },
    )
    expect(integrations).toEqual([
      {
        ...DEFAULT_INTEGRATION,
        partition: 'aws',
        account: A,
        rolePath: '/x/',
        boundary: 'present',
        boundaryStated: true,
        sessions: ['one'],
        roleId: 'AROAEXAMPLE123456789A',
        expressions: { account: 'var.a' },
        origin: 'input',
      },
    ])
  })

  test('facts about a role of the same name in another account, or of one of two accounts, are not taken', async () => {
    const both = { integrations: [{ role: arn(A, 'R'), permissionsBoundary: true }, { role: arn(B, 'R') }] }
    const pick = async (raw: RawInputs) => (await merge(raw, both)).integrations[0]
    expect(await pick({ 'clumio-role-id': 'R' })).toMatchObject({ account: null, boundary: 'none' })
    expect(await pick({ 'clumio-role-id': 'R', 'aws-account-id': A })).toMatchObject({
      account: A,
      boundary: 'present',
    })
    expect(await pick({ 'clumio-role-id': arn(B, 'R') })).toMatchObject({ account: B, boundary: 'none' })
    expect(await pick({ 'clumio-role-id': arn(A, 'R', '/other/') })).toMatchObject({
      rolePath: '/other/',
      boundary: 'none',
    })
  })

  test('an account alone keeps the integrations of that account, and is the account of names', async () => {
    const { integrations, account } = await merge(
      { 'aws-account-id': A },
      { integrations: [{ role: arn(A, 'R1'), buckets: ['x'] }, { role: arn(B, 'R2') }, { role: 'R3' }] },
    )
    expect(integrations.map(({ roleName, account: of, buckets }) => [roleName, of, buckets])).toEqual([
      ['R1', A, ['x']],
      ['R3', A, []],
    ])
    expect(account).toBe(A)
  })
})

describe('what a pull request introduces', () => {
  const role = arn(A, 'R')
  const base = {
    integrations: [{ role, buckets: ['a'] }],
    ignore: [{ rule: 'deny-blocks-clumio', buckets: ['logs'], reason: 'logs' }],
    context: { 'aws:PrincipalOrgID': 'o-1', 'aws:SourceVpc': null },
    features: ['backup'],
    protect: { buckets: ['a'] },
    rules: { 'policy-unknown': 'off' },
  }
  const compare = async (head: unknown, old: unknown = base) =>
    introducedBy(head === null ? null : await file(head), old === null ? null : await file(old)).changes
  const changes = async (head: unknown, old: unknown = base) => (await compare(head, old)).map(({ text }) => text)

  test('the same content in another order or place is not new', async () => {
    const { ignore, integrations, ...rest } = base
    expect(await changes({ ...rest, ignore, integrations })).toEqual([])
  })

  test('everything is new where there was no configuration, with what was there before', async () => {
    expect(await changes(base, null)).toEqual([
      'the rule policy-unknown is set to off (before: its default level)',
      'the required features are backup (before: inventory, backup, continuous-backup, restore by default)',
      'which buckets are backed up, and checked, is changed: only buckets a (before: every bucket)',
      'the fact aws:principalorgid is stated as o-1 (before: not stated)',
      'the fact aws:sourcevpc is stated as never present (before: not stated)',
      `the integration ${role} is new (buckets a)`,
      'an ignore entry is new (deny-blocks-clumio, bucket logs): logs',
    ])
  })

  test('everything is removed where there is no configuration any more', async () => {
    expect((await changes(null, base)).sort()).toEqual([
      'an ignore entry is removed (deny-blocks-clumio, bucket logs): logs',
      'every bucket is checked (before: only buckets a)',
      'the fact aws:principalorgid is no longer stated (before: stated as o-1)',
      'the fact aws:sourcevpc is no longer stated (before: stated as never present)',
      `the integration ${role} is removed (buckets a)`,
      'the required features are inventory, backup, continuous-backup, restore by default (before: backup)',
      'the rule policy-unknown is set to its default level (before: off)',
    ])
  })

  const entry = { rule: 'deny-blocks-clumio', buckets: ['logs'], reason: 'logs' }
  /** `+` in front of what can make the result greener, `-` in front of the rest. */
  const cases: { name: string; old?: Record<string, unknown>; change: Record<string, unknown>; expected: string[] }[] =
    [
      {
        name: 'another role in the place of the known one',
        change: { integrations: [{ role: 'N' }] },
        expected: [`+the integration ${role} is removed (buckets a)`, '+the integration N is new'],
      },
      {
        name: 'a removed role',
        old: { integrations: [{ role }, { role: arn(B, 'R') }] },
        change: { integrations: [{ role }] },
        expected: [`+the integration ${arn(B, 'R')} is removed`],
      },
      {
        name: 'one more role where another one is judged everywhere only adds what must work',
        old: { integrations: [{ role }] },
        change: { integrations: [{ role }, { role: 'N' }] },
        expected: ['-the integration N is new'],
      },
      {
        name: 'a role with places takes them from the role without',
        old: { integrations: [{ role }] },
        change: { integrations: [{ role }, { role: 'N', buckets: ['prod'] }] },
        expected: ['+the integration N is new (buckets prod)'],
      },
      {
        name: 'another place for a known role',
        change: { integrations: [{ role, buckets: ['a', 'b'] }] },
        expected: [`+the integration ${role} is changed: buckets a, b (before: a)`],
      },
      {
        name: 'a boundary that is taken back',
        old: { integrations: [{ role, permissionsBoundary: true }] },
        change: { integrations: [{ role }] },
        expected: [`+the integration ${role} is changed: permissions boundary none (before: one)`],
      },
      {
        name: 'a boundary that is stated',
        old: { integrations: [{ role }] },
        change: { integrations: [{ role, permissionsBoundary: 'unknown' }] },
        expected: [`-the integration ${role} is changed: permissions boundary unknown (before: none)`],
      },
      {
        name: 'a session that need not work any more',
        old: { integrations: [{ role, sessions: ['one', 'two'] }] },
        change: { integrations: [{ role, sessions: ['two', 'three'] }] },
        expected: [`+the integration ${role} is changed: sessions two, three (before: one, two)`],
      },
      {
        name: 'expressions',
        old: { integrations: [{ role }] },
        change: { integrations: [{ role, expressions: { account: 'var.a' } }] },
        expected: [`-the integration ${role} is changed: expressions {"account":"var.a"} (before: none)`],
      },
      {
        name: 'an ignore entry with a later date',
        old: { ignore: [{ ...entry, expires: '2029-01-01' }] },
        change: { ignore: [{ ...entry, expires: '2030-01-01' }] },
        expected: [
          '+an ignore entry is changed (deny-blocks-clumio, bucket logs): counts until 2030-01-01 (before: until 2029-01-01)',
        ],
      },
      {
        name: 'an ignore entry with an end',
        change: { ignore: [{ ...entry, expires: '2030-01-01' }] },
        expected: [
          '-an ignore entry is changed (deny-blocks-clumio, bucket logs): counts until 2030-01-01 (before: for good)',
        ],
      },
      {
        name: 'an ignore entry with another reason',
        change: { ignore: [{ ...entry, reason: 'so' }] },
        expected: ['-an ignore entry is changed (deny-blocks-clumio, bucket logs): reason so (before: logs)'],
      },
      {
        name: 'an ignore entry that silences more',
        change: { ignore: [{ ...entry, buckets: ['logs', 'prod'] }] },
        expected: [
          '+an ignore entry is new (deny-blocks-clumio, bucket logs, bucket prod): logs',
          '-an ignore entry is removed (deny-blocks-clumio, bucket logs): logs',
        ],
      },
      {
        name: 'an ignore entry that is gone',
        change: { ignore: [] },
        expected: ['-an ignore entry is removed (deny-blocks-clumio, bucket logs): logs'],
      },
      {
        name: 'facts that are changed and gone',
        change: { context: { 'aws:PrincipalOrgID': ['o-1', 'o-2'] } },
        expected: [
          '+the fact aws:principalorgid is stated as o-1, o-2 (before: stated as o-1)',
          '+the fact aws:sourcevpc is no longer stated (before: stated as never present)',
        ],
      },
      {
        name: 'features that nobody chooses any more: a blocked restore is a warning again',
        change: { features: undefined },
        expected: [
          '+the required features are inventory, backup, continuous-backup, restore by default (before: backup)',
        ],
      },
      {
        name: 'one more feature',
        change: { features: ['inventory', 'backup'] },
        expected: ['-the required features are inventory, backup (before: backup)'],
      },
      {
        name: 'another feature',
        change: { features: ['inventory'] },
        expected: ['+the required features are inventory (before: backup)'],
      },
      {
        name: 'another remedy',
        change: { remedy: 'principal-arn' },
        expected: ['-the remedy is principal-arn (before: not-principal)'],
      },
      {
        name: 'no protect',
        change: { protect: undefined },
        expected: ['-every bucket is checked (before: only buckets a)'],
      },
      {
        name: 'a protect that is narrowed says what was narrowed',
        old: { protect: { buckets: ['a', 'b'] } },
        change: { protect: { buckets: ['a'] } },
        expected: [
          '+which buckets are backed up, and checked, is changed: only buckets a (before: only buckets a, b; no longer: buckets b)',
        ],
      },
      {
        name: 'a protect that is narrowed by one more list',
        change: { protect: { buckets: ['a'], tags: { backup: 'clumio' } } },
        expected: [
          '+which buckets are backed up, and checked, is changed: only buckets a; tag backup clumio (before: only buckets a)',
        ],
      },
      {
        name: 'a protect that is widened',
        change: { protect: { buckets: ['a', 'b'] } },
        expected: ['-which buckets are backed up, and checked, is changed: only buckets a, b (before: only buckets a)'],
      },
      {
        name: 'a level back to its default',
        change: { rules: {} },
        expected: ['-the rule policy-unknown is set to its default level (before: off)'],
      },
      {
        name: 'a level that is raised to what a rule has at most',
        old: { rules: {} },
        change: { rules: { 'policy-unknown': 'warning' } },
        expected: ['-the rule policy-unknown is set to warning (before: its default level)'],
      },
      {
        name: 'a level that is lowered',
        old: { rules: {} },
        change: { rules: { 'deny-blocks-clumio': 'warning' } },
        expected: ['+the rule deny-blocks-clumio is set to warning (before: its default level)'],
      },
      {
        name: 'a raised level that goes back to a milder default',
        old: { rules: { 'policy-unknown': 'error' } },
        change: { rules: {} },
        expected: ['+the rule policy-unknown is set to its default level (before: error)'],
      },
      {
        name: 'files of values that a root is judged with',
        old: { terraformVariables: { app: ['dev.tfvars', 'prod.tfvars'], db: ['a.tfvars'] } },
        change: { terraformVariables: { app: ['dev.tfvars'], db: ['a.tfvars'], web: ['b.tfvars'] } },
        expected: [
          '+the files of values of the root module app are dev.tfvars (before: dev.tfvars, prod.tfvars)',
          '+the files of values of the root module web are b.tfvars (before: none)',
        ],
      },
      {
        name: 'those of folders that are called like a member of every object',
        old: { terraformVariables: JSON.parse('{"toString": ["a.tfvars"]}') },
        change: { terraformVariables: JSON.parse('{"__proto__": ["a.tfvars"], "constructor": ["b.tfvars"]}') },
        expected: [
          '+the files of values of the root module __proto__ are a.tfvars (before: none)',
          '+the files of values of the root module constructor are b.tfvars (before: none)',
          '+the files of values of the root module toString are none (before: a.tfvars)',
        ],
      },
    ]
  test.each(cases)('$name', async ({ old = {}, change, expected }) => {
    const before = { ...base, ...old }
    const found = await compare({ ...before, ...change }, before)
    expect(found.map(({ text, greener }) => `${greener ? '+' : '-'}${text}`)).toEqual(expected)
  })

  test('what can make the result greener comes first', async () => {
    const head = { ...base, remedy: 'principal-arn', rules: { 'deny-blocks-clumio': 'off' } }
    expect((await compare(head)).map(({ greener }) => greener)).toEqual([true, false, false])
  })

  describe('of what can make the result greener, what weakens most comes first', () => {
    const ignore = (change: Record<string, unknown>, rule = 'object-ownership') => ({ rule, reason: 'r', ...change })
    const narrow = Array.from({ length: 400 }, (_, i) => ignore({ buckets: [`n-${i}`] }))
    const context = Object.fromEntries(Array.from({ length: 400 }, (_, i) => [`aws:RequestTag/${i}`, 'x']))
    const everything = {
      ignore: [...narrow, ignore({}), ignore({ buckets: ['a', '*'] }, 'deny-blocks-clumio')],
      integrations: [],
      context,
      protect: { buckets: ['a'] },
      features: ['inventory'],
      rules: { 'unused-entry': 'off', 'deny-blocks-clumio': 'off' },
    }

    test('a rule that is off before all other kinds, and of each kind the first few', async () => {
      const old = { integrations: [{ role }] }
      const found = await compare(everything, old)
      expect(found.slice(0, 15).map(({ text }) => text.split(/ is | are /)[0])).toEqual([
        'the rule deny-blocks-clumio',
        'the rule unused-entry',
        'the required features',
        'which buckets',
        ...[0, 1, 10, 100, 101].map((i) => `the fact aws:requesttag/${i}`),
        `the integration ${role}`,
        ...Array.from({ length: 5 }, () => 'an ignore entry'),
      ])
      expect(found).toHaveLength(new Set(found).size)
      expect(found).toHaveLength(2 + 1 + 1 + 400 + 1 + 402)
    })

    test('an ignore entry that holds everywhere before narrow ones, in the order of the rules', async () => {
      const { ignore: entries } = everything
      const found = (await changes({ ignore: entries }, null)).map((text) => text.split(/[()]/)[1])
      expect(found.slice(0, 4)).toEqual([
        'deny-blocks-clumio, bucket a, bucket *',
        'object-ownership',
        'object-ownership, bucket n-0',
        'object-ownership, bucket n-1',
      ])
    })
  })

  test('a change has the line of its entry, else that of its section', async () => {
    const text = '{\n  "integrations": [\n    { "role": "N" }\n  ],\n  "context": {\n    "aws:SourceVpc": "v"\n  }\n}'
    const head = await parseConfig(Buffer.from(text), 'conf.jsonc')
    const { changes: found } = introducedBy(head, await file({ integrations: [{ role: 'O' }] }))
    expect(found.map(({ text: said, line }) => [said.split(' is ')[0], line])).toEqual([
      ['the fact aws:sourcevpc', 6],
      ['the integration O', 2],
      ['the integration N', 3],
    ])
  })

  test('what an input says instead makes nothing greener', async () => {
    const inputs = readInputs({ features: 'restore', 'clumio-role-id': 'R' }, '')
    const head = await file({ integrations: [], features: ['inventory'] })
    const { changes: found } = introducedBy(head, await file({ integrations: [{ role: 'Other' }] }), inputs)
    expect(found.map(({ greener }) => greener)).toEqual([false, false])
  })

  const marks: { name: string; integrations: unknown[]; raw?: RawInputs; introduced: boolean[] }[] = [
    { name: 'a role that the base names too is not', integrations: [{ role, files: ['x'] }], introduced: [false] },
    {
      name: 'a role that the base does not name is',
      integrations: [{ role }, { role: arn(B, 'R') }],
      introduced: [false, true],
    },
    { name: 'a known name in another account is', integrations: [{ role: 'R' }], introduced: [true] },
    {
      name: 'a known role with new expressions or sessions is, since they end up in edits',
      integrations: [{ role, expressions: { account: 'var.x' } }],
      introduced: [true],
    },
    {
      name: 'a role from an input is not, whatever the file says',
      integrations: [{ role: arn(B, 'N') }],
      raw: { 'clumio-role-id': arn(B, 'N') },
      introduced: [false],
    },
    {
      name: 'a name from an input with the account of a new entry is',
      integrations: [{ role: arn(B, 'N') }],
      raw: { 'clumio-role-id': 'N' },
      introduced: [true],
    },
    {
      name: 'a name from an input with the account of a known entry is not',
      integrations: [{ role }],
      raw: { 'clumio-role-id': 'R' },
      introduced: [false],
    },
    {
      name: 'a role from an input with sessions from a new entry is',
      integrations: [{ role: arn(B, 'N'), sessions: ['mine'] }],
      raw: { 'clumio-role-id': arn(B, 'N') },
      introduced: [true],
    },
  ]
  test.each(marks)('$name', async ({ integrations, raw = {}, introduced }) => {
    const head = await file({ ...base, integrations })
    const inputs = readInputs(raw, '')
    const options = buildOptions({ inputs, config: head, today: '2026-11-24' })
    const marked = markIntroduced(options, introducedBy(head, await file(base), inputs))
    expect(marked.integrations.map((each) => each.introduced)).toEqual(introduced)
  })

  test('new ignore entries are marked, the others are not', async () => {
    const head = await file({ ...base, ignore: [{ sids: ['x'], reason: 'new' }, ...base.ignore] })
    const options = buildOptions({ inputs: readInputs({}, ''), config: head, today: '2026-11-24' })
    const marked = markIntroduced(options, introducedBy(head, await file(base)))
    expect(marked.ignore.map(({ reason, introduced }) => [reason, introduced])).toEqual([
      ['new', true],
      ['logs', false],
    ])
  })
})
