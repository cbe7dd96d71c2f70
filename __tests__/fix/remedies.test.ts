import { describe, expect, test } from 'vitest'
import type { Remedy } from '../../src/model/options.js'
import type { StatementFinding } from '../../src/model/report.js'
import { applied, checkFiles, INTEGRATION } from '../support/check.js'
import { BASE_STATEMENT, patched, ROLE, ROOT, SIX, vectors } from '../support/vectors.js'

type Offer = 'edit' | 'none'

/** docs/semantics.md, D35: the shape of the Deny, the boundary, and what either remedy gives. */
const ROWS: readonly {
  readonly id: string
  readonly of: readonly string[]
  readonly boundary?: 'present' | 'unknown'
  readonly notPrincipal: Offer
  readonly principalArn: Offer
}[] = [
  { id: 'F01', of: ['C02'], notPrincipal: 'edit', principalArn: 'edit' },
  { id: 'F02', of: ['C02'], boundary: 'present', notPrincipal: 'none', principalArn: 'edit' },
  { id: 'F03', of: ['C02'], boundary: 'unknown', notPrincipal: 'edit', principalArn: 'edit' },
  { id: 'F04', of: ['P02'], notPrincipal: 'edit', principalArn: 'edit' },
  { id: 'F05', of: ['P04', 'P05'], notPrincipal: 'none', principalArn: 'edit' },
  { id: 'F06', of: ['P17'], notPrincipal: 'none', principalArn: 'edit' },
  { id: 'F07', of: ['P07', 'P09', 'C37'], notPrincipal: 'none', principalArn: 'none' },
  { id: 'F08', of: ['N04', 'N06'], notPrincipal: 'edit', principalArn: 'edit' },
  { id: 'F09', of: ['N13'], notPrincipal: 'edit', principalArn: 'edit' },
  { id: 'F10', of: ['N02'], boundary: 'present', notPrincipal: 'none', principalArn: 'edit' },
  { id: 'F11', of: ['C39'], notPrincipal: 'edit', principalArn: 'edit' },
  { id: 'F13', of: ['A10'], notPrincipal: 'edit', principalArn: 'edit' },
]

const CASES = ROWS.flatMap((row) => row.of.map((of) => ({ ...row, of })))

function policyText(vectorId: string): string {
  const vector = vectors().find(({ id }) => id === vectorId)
  if (vector === undefined) throw new Error(`no vector ${vectorId}`)
  return textOf(patched(BASE_STATEMENT, vector.patch))
}

function textOf(statement: unknown): string {
  return `${JSON.stringify({ Version: '2012-10-17', Statement: [statement] }, null, 2)}\n`
}

async function denyOf(text: string, remedy: Remedy, boundary: 'none' | 'present' | 'unknown' = 'none') {
  const result = await checkFiles(text, { remedy, integrations: [{ ...INTEGRATION, boundary, boundaryStated: true }] })
  return result.report.findings.find((finding): finding is StatementFinding => finding.rule === 'deny-blocks-clumio')
}

describe('which remedy a statement gets', () => {
  test.each(CASES)('$id $of: not-principal $notPrincipal, principal-arn $principalArn', async (row) => {
    const text = policyText(row.of)
    const finding = await denyOf(text, 'not-principal', row.boundary)
    const offered = [finding?.fix, finding?.alternative].map((fix) =>
      fix?.applicability === 'edit' ? fix.remedy : null,
    )
    expect(finding?.verdict).toBe('blocked')
    expect(offered.includes('not-principal')).toBe(row.notPrincipal === 'edit')
    expect(offered.includes('principal-arn')).toBe(row.principalArn === 'edit')
    // Where the wanted remedy cannot work, the other one is the fix and says why.
    if (row.notPrincipal === 'none' && row.principalArn === 'edit') {
      expect(finding?.fix?.remedy).toBe('principal-arn')
      expect(finding?.fix?.note).toContain('Not by NotPrincipal')
    }
    if (row.principalArn === 'none') expect(finding?.fixUnavailable).toContain('names Clumio itself')
  })

  test('F12: under a set operator nothing is appended; a separate ArnNotEquals is added', async () => {
    const condition = { 'ForAnyValue:StringNotLike': { 'aws:PrincipalArn': ['arn:aws:iam::111122223333:role/Admin'] } }
    const text = textOf({ ...BASE_STATEMENT, Condition: condition })
    const finding = await denyOf(text, 'principal-arn')
    const after = JSON.parse(applied(text, finding ? [finding] : []))
    expect(after.Statement[0].Condition).toEqual({ ...condition, ArnNotEquals: { 'aws:PrincipalArn': ROLE } })
  })

  test.each(['F01', 'F08', 'F09', 'F11'])('F15: after %s there is no further finding', async (id) => {
    for (const of of ROWS.find((row) => row.id === id)?.of ?? []) {
      for (const remedy of ['not-principal', 'principal-arn'] as const) {
        const text = policyText(of)
        const finding = await denyOf(text, remedy)
        const after = applied(text, finding ? [finding] : [])
        expect(after).not.toBe(text)
        expect((await checkFiles(after, { remedy })).report.findings).toEqual([])
      }
    }
  })
})

describe('what the edit writes', () => {
  const edited = async (statement: unknown, remedy: Remedy = 'not-principal') => {
    const text = textOf(statement)
    const finding = await denyOf(text, remedy)
    return JSON.parse(applied(text, finding ? [finding] : [])).Statement[0]
  }

  test('Principal "*" becomes exactly the six principals in the order of the vendor', async () => {
    const { Principal, ...rest } = BASE_STATEMENT
    expect(Principal).toBe('*')
    expect(await edited(BASE_STATEMENT)).toEqual({ ...rest, NotPrincipal: { AWS: SIX } })
  })

  test('an incomplete list keeps its entries in their order and gets what is missing behind them', async () => {
    const admin = 'arn:aws:iam::111122223333:role/Admin'
    const { Principal: _, ...rest } = BASE_STATEMENT
    const result = await edited({ ...rest, NotPrincipal: { AWS: [admin, SIX[5], ROOT] } })
    expect(result.NotPrincipal.AWS).toEqual([admin, SIX[5], ROOT, SIX[1], SIX[2], SIX[3], SIX[4]])
  })

  test("the account's bare id is its root user, which is not listed again", async () => {
    const { Principal: _, ...rest } = BASE_STATEMENT
    const result = await edited({ ...rest, NotPrincipal: { AWS: ['111122223333', SIX[5]] } })
    expect(result.NotPrincipal.AWS).toEqual(['111122223333', SIX[5], SIX[1], SIX[2], SIX[3], SIX[4]])
  })

  test('a list that is one string becomes a list', async () => {
    const { Principal: _, ...rest } = BASE_STATEMENT
    const result = await edited({ ...rest, NotPrincipal: { AWS: ROOT } })
    expect(result.NotPrincipal.AWS).toEqual(SIX)
  })

  test('a wildcard session gives way to the four sessions, a role without its path to the role', async () => {
    const name = SIX[1]?.split('/').at(-1)
    const wildcard = `arn:aws:sts::111122223333:assumed-role/${name}/daebaksrv-*`
    const pathless = `arn:aws:iam::111122223333:role/${name}`
    const { Principal: _, ...rest } = BASE_STATEMENT
    const result = await edited({ ...rest, NotPrincipal: { AWS: [wildcard, pathless, ROOT] } })
    expect(result.NotPrincipal.AWS).toEqual([SIX[2], SIX[3], SIX[4], SIX[5], SIX[1], ROOT])
  })

  test('other members of NotPrincipal stay', async () => {
    const { Principal: _, ...rest } = BASE_STATEMENT
    const result = await edited({ ...rest, NotPrincipal: { Service: 'logging.s3.amazonaws.com' } })
    expect(result.NotPrincipal).toEqual({ Service: 'logging.s3.amazonaws.com', AWS: SIX })
  })

  test('an existing negated list on aws:PrincipalArn gets the role', async () => {
    const Condition = { StringNotLike: { 'aws:principalARN': 'arn:aws:iam::111122223333:role/Admin' } }
    const result = await edited({ ...BASE_STATEMENT, Condition }, 'principal-arn')
    expect(result.Condition).toEqual({
      StringNotLike: { 'aws:principalARN': ['arn:aws:iam::111122223333:role/Admin', ROLE] },
    })
  })

  test('an existing ArnNotEquals on another key gets the key', async () => {
    const Condition = { ArnNotEquals: { 'aws:SourceArn': 'arn:aws:s3:::other' } }
    const result = await edited({ ...BASE_STATEMENT, Condition }, 'principal-arn')
    expect(result.Condition).toEqual({
      ArnNotEquals: { 'aws:SourceArn': 'arn:aws:s3:::other', 'aws:PrincipalArn': ROLE },
    })
  })

  test('an empty Condition is filled', async () => {
    const result = await edited({ ...BASE_STATEMENT, Condition: {} }, 'principal-arn')
    expect(result.Condition).toEqual({ ArnNotEquals: { 'aws:PrincipalArn': ROLE } })
  })

  test('several integrations on one bucket: the root once, then each role with its sessions', async () => {
    const second = { ...INTEGRATION, roleName: 'ClumioIAMRole-ue-1-831e8db1-7a77-4550-b2a4-838aa526b8d0' }
    const text = textOf(BASE_STATEMENT)
    const integrations = [
      { ...INTEGRATION, buckets: ['b*'] },
      { ...second, buckets: ['b1'] },
    ]
    const { report } = await checkFiles(text, { integrations })
    const list = JSON.parse(applied(text, report.findings)).Statement[0].NotPrincipal.AWS
    expect(list).toHaveLength(11)
    expect(list.slice(0, 6)).toEqual(SIX)
    expect(list.slice(6)).toEqual(SIX.slice(1).map((arn) => arn.replace(INTEGRATION.roleName ?? '', second.roleName)))
  })
})

describe('what is shown and not offered', () => {
  test.each([
    ['the role is not known', { integrations: [] }, '<Clumio_role_id>', 'set aws-account-id and clumio-role-id'],
    [
      'the integrations are for other buckets',
      { integrations: [{ ...INTEGRATION, files: ['apps/web/**'] }] },
      '<Clumio_role_id>',
      'none of the integrations is for it, by files (relative to the working directory)',
    ],
    ['the role is new', { integrations: [{ ...INTEGRATION, introduced: true }] }, ROOT, 'new in this pull request'],
  ])('%s', async (_name, options, shown, why) => {
    const [finding] = (await checkFiles(textOf(BASE_STATEMENT), options)).report.findings
    expect(finding?.fix).toMatchObject({ applicability: 'text-only', edits: [] })
    expect(finding?.fix?.text).toContain(shown)
    expect(finding?.fix?.note).toContain(why)
  })

  test('a protection against restores only, unless features were set', async () => {
    const text = textOf({ ...BASE_STATEMENT, Action: 's3:DeleteObject' })
    const [standard] = (await checkFiles(text)).report.findings
    expect(standard).toMatchObject({ level: 'warning', fix: { applicability: 'text-only' } })
    const [asked] = (await checkFiles(text, { features: ['restore'], featuresSet: true })).report.findings
    expect(asked).toMatchObject({ level: 'error', fix: { applicability: 'edit' } })
  })

  test('a policy in a string', async () => {
    const text = JSON.stringify({ Policy: JSON.stringify({ Version: '2012-10-17', Statement: [BASE_STATEMENT] }) })
    const [finding] = (await checkFiles(text)).report.findings
    expect(finding).toMatchObject({
      policy: { source: 'policy-wrapped' },
      fix: { applicability: 'text-only', edits: [] },
    })
  })

  test.each<[string, unknown, unknown]>([
    [
      'a Condition',
      { StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } },
      { StringNotEquals: { 'aws:SourceVpc': 'vpc-1' }, ArnNotEquals: { 'aws:PrincipalArn': ROLE } },
    ],
    [
      'an exemption of others',
      { ArnNotEquals: { 'AWS:PrincipalArn': 'arn:aws:iam::111122223333:role/x' } },
      { ArnNotEquals: { 'AWS:PrincipalArn': ['arn:aws:iam::111122223333:role/x', ROLE] } },
    ],
    ['no Condition', undefined, { ArnNotEquals: { 'aws:PrincipalArn': ROLE } }],
  ])('a policy in a string that has %s keeps it in the wanted lines', async (_name, condition, wanted) => {
    const statement = { ...BASE_STATEMENT, Condition: condition }
    const text = JSON.stringify({ Policy: JSON.stringify({ Version: '2012-10-17', Statement: [statement] }) })
    const [finding] = (await checkFiles(text, { remedy: 'principal-arn' })).report.findings
    expect(JSON.parse(`{${finding?.fix?.text}}`)).toEqual({ Condition: wanted })
  })

  test('a file with mixed line ends', async () => {
    const text = textOf(BASE_STATEMENT).replace('\n', '\r\n')
    const [finding] = (await checkFiles(text)).report.findings
    expect(finding?.fix).toMatchObject({ applicability: 'text-only', edits: [] })
  })

  test.each([
    ['a line separator', '\u2028'],
    ['a Hangul filler', '\u3164'],
    ['a vowel separator', '\u180e'],
    ['a grapheme joiner', '\u034f'],
    ['a variation selector', '\ufe0f'],
    ['a tag letter', '\u{e0041}'],
  ])('lines with %s in them', async (_, char) => {
    const text = textOf(BASE_STATEMENT).replace('"Principal": "*"', `"Sid": "x${char}", "Principal": "*"`)
    expect(text).toContain(char)
    const [finding] = (await checkFiles(text)).report.findings
    expect(finding?.fix).toMatchObject({ applicability: 'text-only', edits: [] })
    expect(finding?.fix?.note).toContain('invisible')
  })

  test('a policy that NotPrincipal would push over 20 KB gets the other remedy', async () => {
    const filler = Array.from({ length: 375 }, (_, i) => `arn:aws:s3:::b1/some/long/prefix/for/the/size/${i}/*`)
    const text = textOf({ ...BASE_STATEMENT, Resource: [...filler, 'arn:aws:s3:::b1/*'] })
    const size = Buffer.byteLength(JSON.stringify(JSON.parse(text)))
    expect(size).toBeGreaterThan(20 * 1024 - 850)
    expect(size).toBeLessThan(20 * 1024 - 200)
    const [finding] = (await checkFiles(text)).report.findings
    expect(finding?.fix).toMatchObject({ remedy: 'principal-arn', applicability: 'edit' })
    expect(finding?.fix?.note).toContain('20 KB')
  })

  test.each([
    { name: 'by NotPrincipal where there is room', statements: 10, remedies: ['not-principal'] },
    { name: 'by the last ones in the shorter remedy', statements: 28, remedies: ['not-principal', 'principal-arn'] },
    { name: 'by all in the shorter remedy', statements: 45, remedies: ['principal-arn'] },
    { name: 'by as many as fit', statements: 80, remedies: ['principal-arn', 'text-only'] },
  ])('the edits of a policy together keep it within 20 KB, $name', async ({ statements, remedies }) => {
    const many = Array.from({ length: statements }, (_, i) => ({ ...BASE_STATEMENT, Sid: `S${i}` }))
    const text = JSON.stringify({ Version: '2012-10-17', Statement: many }, null, 2)
    const { findings } = (await checkFiles(text)).report
    const kinds = findings.map(({ fix }) => (fix?.applicability === 'edit' ? fix.remedy : fix?.applicability))
    expect([...new Set(kinds)]).toEqual(remedies)
    const fixed = applied(text, findings)
    expect(Buffer.byteLength(JSON.stringify(JSON.parse(fixed)))).toBeLessThanOrEqual(20 * 1024)
    const left = (await checkFiles(fixed)).report.findings
    expect(left).toHaveLength(kinds.filter((kind) => kind === 'text-only').length)
    if (statements > 10) expect(findings.at(-1)?.fix?.note).toContain('20 KB')
  })
})
