import { describe, expect, test } from 'vitest'
import type { IgnoreEntry, Protect } from '../../src/model/options.js'
import { isStatementFinding } from '../../src/model/report.js'
import { checkFiles, INTEGRATION, OPTIONS } from '../support/check.js'
import { ROLE, ROLE_NAME, ROOT, SIX } from '../support/vectors.js'

const base = { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: ['arn:aws:s3:::b1', 'arn:aws:s3:::b1/*'] }
const vpc = { ...base, Sid: 'vpc', Condition: { StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } } }
const textOf = (...statements: unknown[]) => JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2)
const { Principal: _, ...open } = base
const listing = (...AWS: (string | undefined)[]) => ({ ...open, NotPrincipal: { AWS } })
const session = (name: string) => `arn:aws:sts::111122223333:assumed-role/${name}`

describe('what decides', () => {
  test.each<[string, unknown, string]>([
    ['is the condition', vpc, "only requests from VPC vpc-1 are allowed; Clumio's do not come from it"],
    [
      'without one, who is denied, and that nothing limits it',
      base,
      'everybody is denied, the Clumio role included, without a condition',
    ],
    [
      'is an incomplete list',
      listing(ROOT, ROLE),
      'everybody outside of NotPrincipal is denied, and it lacks the Clumio session',
    ],
    [
      'is what is open, before what holds',
      {
        ...base,
        Condition: { StringNotEquals: { 'aws:SourceVpc': 'vpc-1', 'aws:PrincipalTag/team': 'x' } },
      },
      'only requests by principals with tag team = x are allowed; whether',
    ],
  ])('%s', async (_name, statement, words) => {
    const [finding] = (await checkFiles(textOf(statement))).report.findings
    if (finding === undefined || !isStatementFinding(finding)) throw new Error('no finding')
    expect(finding.deciding.startsWith(words), finding.deciding).toBe(true)
  })
})

describe('what decides for some sessions only', () => {
  const on = (operator: string, key: string, value: string) => ({
    ...base,
    Condition: { [operator]: { [key]: value } },
  })
  test.each<[string, unknown, string]>([
    [
      'is what some are not among',
      on('StringNotLike', 'aws:userid', '*:daebaksrv-*'),
      "allowed; not all of Clumio's are",
    ],
    ['is what none is among', on('StringNotLike', 'aws:userid', '*:x-*'), "allowed; Clumio's are not among them"],
    [
      'is what some are among',
      on('StringLike', 'aws:userid', '*:daebaksrv-*'),
      "denied; some of Clumio's are among them",
    ],
    ['is what all are among', on('StringLike', 'aws:userid', 'AROA*'), "denied; Clumio's are among them"],
  ])('%s', async (_name, statement, words) => {
    const [finding] = (await checkFiles(textOf(statement))).report.findings
    if (finding === undefined || !isStatementFinding(finding)) throw new Error('no finding')
    expect(finding.deciding).toContain(words)
    // What stands for a role that nobody named has words, and no name of its own.
    const because = (await checkFiles(textOf(statement), { integrations: [] })).report.findings
      .filter(isStatementFinding)
      .flatMap((one) => one.because)
    expect(because.join()).toContain('the key is "<id of the Clumio role>:')
    expect(because.join()).not.toContain('${')
  })
})

describe('the cause', () => {
  const on = (bucket: string) => ({ Resource: [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/*`] })
  const where = (Condition: unknown) => ({ ...base, Condition })
  const test1 = { StringNotEquals: { 'aws:SourceVpc': ['vpc-1', 'vpc-2'] } }
  const causes = async (...statements: unknown[]) =>
    (await checkFiles(textOf(...statements))).report.findings.map(({ cause }) => cause)

  test.each<[string, unknown, unknown, boolean]>([
    ['another bucket and Sid', vpc, { ...vpc, ...on('b2'), Sid: 'other' }, true],
    ['another action', vpc, { ...vpc, Action: 's3:GetObject' }, true],
    [
      'values in another order and a key in another case',
      where(test1),
      { ...where({ StringNotEquals: { 'AWS:sourcevpc': ['vpc-2', 'vpc-1'] } }), ...on('b2') },
      true,
    ],
    ['another value', vpc, where({ StringNotEquals: { 'aws:SourceVpc': 'vpc-2' } }), false],
    ['another operator', vpc, where({ StringNotLike: { 'aws:SourceVpc': 'vpc-1' } }), false],
    ['no condition', vpc, { ...base, ...on('b2') }, false],
    ['an account in the place of everybody', vpc, { ...vpc, Principal: { AWS: ROOT } }, true],
    [
      'a list that lacks Clumio',
      vpc,
      { ...vpc, Principal: undefined, ...listing(ROOT), Condition: vpc.Condition },
      false,
    ],
  ])('with %s', async (_name, one, other, isSame) => {
    const [first, second] = await causes(one, other)
    expect(first).toMatch(/^[0-9a-f]{16}$/)
    expect(first === second).toBe(isSame)
  })

  test('of an open question is that question, whatever else the statement asks', async () => {
    const org = { StringNotEquals: { 'aws:PrincipalOrgID': 'o-abc1234567' } }
    const [first, second] = await causes(where(org), where({ ...org, StringNotLike: { 'aws:username': 'bob' } }))
    expect(second).toBe(first)
  })
})

describe('an undecided statement', () => {
  const tagged = (key: string, value: string) => ({ ...base, Condition: { StringNotEquals: { [key]: value } } })
  const findingOn = async (statement: unknown) => {
    const [finding] = (await checkFiles(textOf(statement))).report.findings
    if (finding === undefined || !isStatementFinding(finding)) throw new Error('no finding')
    return finding
  }

  test.each([
    ['aws:PrincipalOrgID', 'o-abc1234567', 'organizations describe-organization'],
    ['aws:PrincipalTag/team', 'x', 'iam list-role-tags'],
    ['aws:ResourceTag/team', 'x', 's3api get-bucket-tagging'],
    ['aws:userid', 'AROAEXAMPLEROLE000001:*', 'iam get-role'],
    ['aws:UserAgent', 'x', "the vendor's support (support@clumio.com)"],
    ['s3:x-amz-acl', 'bucket-owner-full-control', 'clumio-policy-check learn -'],
  ])('on %s says who can tell', async (key, value, words) => {
    const action = key.startsWith('s3:') ? { Action: 's3:PutObject' } : {}
    const statement = { ...base, ...action, Condition: { StringNotLike: { [key]: value } } }
    const { missing, message } = await findingOn(statement)
    expect(missing.map(({ ask }) => ask)).toEqual([expect.stringContaining(words)])
    expect(message).toContain(words)
  })

  test.each([
    [
      'a list without values says so, whatever the key holds',
      { StringNotEquals: { 'aws:SourceVpc': [] } },
      'the list of a condition is empty',
    ],
    [
      'an expression asks for it as it is written, and for nothing that the file does not say',
      { ArnNotLike: { 'aws:PrincipalArn': 'arn:${partition}:iam::${account}:role/clumio/*' } },
      'one must know the value of "${account}";',
    ],
  ])('%s', async (_name, Condition, words) => {
    const { missing, message } = await findingOn({ ...base, Condition })
    expect(missing).toHaveLength(1)
    expect(message).toContain(words)
  })

  test('asks for each expression by itself, and never for another one', async () => {
    const idsOf = async (token: string) =>
      (await findingOn({ ...base, Condition: { ArnNotLike: { 'aws:PrincipalArn': token } } })).missing.map(
        ({ id }) => id,
      )
    expect(await idsOf('${roles}')).not.toEqual(await idsOf('${admins}'))
  })

  test('shows as text how to exempt Clumio all the same, beside no fix', async () => {
    const { fix, alternative } = await findingOn(tagged('aws:PrincipalTag/team', 'x'))
    expect(fix).toBeNull()
    expect(alternative).toMatchObject({ remedy: 'principal-arn', applicability: 'text-only', edits: [] })
    expect(alternative?.text).toContain(`"aws:PrincipalArn": "${ROLE}"`)
    expect(alternative?.text).toContain('"aws:PrincipalTag/team": "x"')
  })

  test.each<[string, unknown]>([
    ['that is not valid', { ...tagged('aws:PrincipalTag/team', 'x'), Principal: 'somebody' }],
    ['that names Clumio', { ...tagged('aws:PrincipalTag/team', 'x'), Principal: { AWS: ROLE } }],
  ])('%s shows none', async (_name, statement) => {
    expect((await findingOn(statement)).alternative).toBeNull()
  })
})

describe('levels', () => {
  test.each<[string, unknown, string, string]>([
    ['a Deny that blocks backups', vpc, 'deny-blocks-clumio', 'error'],
    ['one that blocks only restores', { ...base, Action: 's3:DeleteObject' }, 'deny-blocks-clumio', 'warning'],
    ['part of the objects', { ...vpc, Resource: 'arn:aws:s3:::b1/secret/*' }, 'deny-blocks-clumio', 'error'],
    [
      'an organization by literal id is likely the own one',
      { ...base, Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-abc1234567' } } },
      'deny-may-block-clumio',
      'notice',
    ],
    [
      'a write header of restores',
      {
        ...base,
        Action: 's3:PutObject',
        Condition: { StringNotEquals: { 's3:x-amz-server-side-encryption': 'aws:kms' } },
      },
      'deny-may-block-clumio',
      'notice',
    ],
    [
      'public address ranges',
      { ...base, Condition: { NotIpAddress: { 'aws:SourceIp': '52.94.76.0/24' } } },
      'deny-may-block-clumio',
      'warning',
    ],
    [
      'address ranges beside an exception for tags',
      {
        ...base,
        Condition: {
          NotIpAddressIfExists: { 'aws:SourceIp': '52.94.76.0/24' },
          StringNotEqualsIfExists: { 'aws:PrincipalTag/network-exception': 'true' },
        },
      },
      'deny-may-block-clumio',
      'notice',
    ],
    [
      "the vendor's default tag",
      { ...base, Condition: { StringNotEquals: { 'aws:PrincipalTag/Vendor': 'Clumio' } } },
      'deny-may-block-clumio',
      'notice',
    ],
    [
      "objects' own tags",
      { ...base, Action: 's3:GetObject', Condition: { StringNotEquals: { 's3:ExistingObjectTag/x': 'y' } } },
      'deny-may-block-clumio',
      'warning',
    ],
    ['both principal elements', { ...base, NotPrincipal: '*' }, 'deny-may-block-clumio', 'warning'],
    ['a bare string as Principal', { ...base, Principal: ROOT }, 'deny-may-block-clumio', 'warning'],
  ])('%s', async (_name, statement, rule, level) => {
    const { report } = await checkFiles(textOf(statement))
    expect(report.findings).toMatchObject([{ rule, level }])
  })

  test('the configuration sets levels and turns rules off', async () => {
    const { report } = await checkFiles(textOf(vpc), { levels: { 'deny-blocks-clumio': 'notice' } })
    expect(report).toMatchObject({ conclusion: 'success', findings: [{ level: 'notice' }] })
    expect((await checkFiles(textOf(vpc), { levels: { 'deny-blocks-clumio': 'off' } })).report.findings).toEqual([])
  })

  test.each([
    ['error', 'failure'],
    ['never', 'success'],
  ] as const)('fail-on %s gives %s', async (failOn, conclusion) => {
    expect((await checkFiles(textOf(vpc), { failOn })).report.conclusion).toBe(conclusion)
  })
})

describe('ineffective-exemption', () => {
  const arnTest = (value: string | readonly string[]) => ({
    ...base,
    Condition: { ArnNotLike: { 'aws:PrincipalArn': value } },
  })

  test.each<[string, unknown, string]>([
    ['a wildcard session in NotPrincipal', listing(ROOT, ROLE, session(`${ROLE_NAME}/daebaksrv-*`)), 'no wildcards'],
    [
      'a path in a session ARN',
      listing(ROOT, ROLE, session(`clumio/${ROLE_NAME}/daebaksrv-S3Backup`)),
      'never carries',
    ],
    ['a role ARN without its path', listing(ROOT, `arn:aws:iam::111122223333:role/${ROLE_NAME}`), 'path is /clumio/'],
    ['another account', listing(ROOT, ROLE.replace('111122223333', '999988887777')), 'another account or role'],
    ['another role of Clumio', listing(ROOT, ROLE.replace('a526b8df', 'a526b8d0')), 'another account or role'],
    ['session ARNs under aws:PrincipalArn', arnTest(SIX.slice(2)), 'never that of a session'],
    ['a pattern that misses the path', arnTest('arn:aws:iam::*:role/ClumioIAMRole*'), 'does not cover the path'],
    [
      'a literal wildcard',
      { ...base, Condition: { StringNotEquals: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/clumio/*' } } },
      'literally',
    ],
  ])('%s', async (_name, statement, why) => {
    const { report } = await checkFiles(textOf(statement))
    const lint = report.findings.find(({ rule }) => rule === 'ineffective-exemption')
    expect(lint).toMatchObject({ level: 'warning', fix: null })
    expect(lint?.message).toContain(why)
    expect(report.findings.map(({ rule }) => rule)).toContain('deny-blocks-clumio')
  })

  test("entries of another connection's role beside the own one are not blamed", async () => {
    const others = [ROLE, ...SIX.slice(2)].map((arn) => arn.replace('a526b8df', 'a526b8d0'))
    const { report } = await checkFiles(textOf(listing(...others, ROOT, ROLE, SIX[2])))
    expect(report.findings.map(({ rule }) => rule)).toEqual(['deny-blocks-clumio'])
  })

  test.each<[string, unknown]>([
    ['a complete list with a useless wildcard beside it', listing(...SIX, session(`${ROLE_NAME}/x-*`))],
    ['the role beside its sessions under aws:PrincipalArn', arnTest([ROLE, ...SIX.slice(2)])],
    ['no attempt at all', { ...base, Condition: { Bool: { 'aws:SecureTransport': 'false' } } }],
  ])('silent for %s', async (_name, statement) => {
    expect((await checkFiles(textOf(statement))).report.findings).toEqual([])
  })
})

test('a list without any session names one and counts the others', async () => {
  const { report } = await checkFiles(textOf(listing(ROOT, ROLE)))
  expect(report.findings.map(({ message }) => message)).toEqual([
    expect.stringMatching(/it lacks the Clumio session [^ ]+createS3CustomerSession and 3 others/),
  ])
})

const IGNORE: IgnoreEntry = {
  rule: null,
  files: [],
  buckets: [],
  addresses: [],
  sids: [],
  fingerprint: null,
  reason: 'not backed up',
  expires: null,
  location: { path: '.github/clumio-policy-check.jsonc', startLine: 3, startColumn: 5, endLine: 3, endColumn: 40 },
  introduced: false,
}

describe('ignore', () => {
  test.each<[string, Partial<IgnoreEntry>, boolean]>([
    ['everything', {}, true],
    ['by rule', { rule: 'deny-blocks-clumio' }, true],
    ['by another rule', { rule: 'object-ownership' }, false],
    ['by bucket', { buckets: ['b*'] }, true],
    ['by another bucket', { buckets: ['logs-*'] }, false],
    ['by file', { files: ['*.json'] }, true],
    ['by Sid', { sids: ['v*'] }, true],
    ['by another Sid', { sids: ['tls'] }, false],
    ['lists are ANDed', { buckets: ['b1'], sids: ['tls'] }, false],
    ['members are ORed', { sids: ['tls', 'vpc'] }, true],
    ['on its last day', { expires: '2026-09-01' }, true],
    ['past its date', { expires: '2026-08-31' }, false],
  ])('%s', async (_name, entry, ignored) => {
    const { report } = await checkFiles(textOf(vpc), { ignore: [{ ...IGNORE, ...entry }] })
    expect(report.summary.ignored).toBe(ignored ? 1 : 0)
    expect(report.findings.some(({ rule }) => rule === 'deny-blocks-clumio')).toBe(!ignored)
    expect(report.conclusion).toBe(ignored ? 'success' : 'failure')
  })

  test('an expired entry is a finding where it stands in the configuration', async () => {
    const { report } = await checkFiles(textOf(vpc), { ignore: [{ ...IGNORE, expires: '2026-08-31' }] })
    const expired = report.findings.find(({ rule }) => rule === 'expired-ignore')
    expect(expired).toMatchObject({ level: 'warning', policy: null, location: { startLine: 3 } })
  })

  test('by fingerprint', async () => {
    const [finding] = (await checkFiles(textOf(vpc))).report.findings
    const entry = { ...IGNORE, fingerprint: finding?.fingerprint ?? '' }
    expect((await checkFiles(textOf(vpc), { ignore: [entry] })).report.summary.ignored).toBe(1)
  })
})

describe('protect and integrations', () => {
  const protect = (lists: Partial<Protect>): Protect => ({ files: [], buckets: [], addresses: [], tags: {}, ...lists })

  test.each<[string, Partial<Protect>, number]>([
    ['a bucket in scope', { buckets: ['b*'] }, 0],
    ['a bucket out of scope', { buckets: ['prod-*'] }, 1],
    ['a file out of scope', { files: ['prod/**'] }, 1],
  ])('%s', async (_name, lists, outOfScope) => {
    const { report } = await checkFiles(textOf(vpc), { protect: protect(lists) })
    expect(report.summary).toMatchObject({ outOfScope, errors: 1 - outOfScope, policies: 1 - outOfScope })
  })

  test('a bucket without a name is never out of scope', async () => {
    const text = textOf(vpc).replaceAll('b1', '${name}')
    const { report } = await checkFiles(text, { protect: protect({ buckets: ['prod-*'] }) })
    expect(report.summary).toMatchObject({ outOfScope: 0, errors: 1 })
  })

  test('an integration without lists applies only where no other matches', async () => {
    const other = { ...INTEGRATION, roleName: 'Other', buckets: ['b1'] }
    const { report } = await checkFiles(textOf(vpc), { integrations: [INTEGRATION, other] })
    expect(JSON.stringify(report.findings[0])).toContain('role/clumio/Other')
    expect(JSON.stringify(report.findings[0])).not.toContain(ROLE_NAME)
  })

  test('of a bucket in another partition than the role nothing concerns it', async () => {
    const text = textOf(vpc).replaceAll('arn:aws:', 'arn:aws-us-gov:')
    const { report } = await checkFiles(text)
    expect(report.findings).toEqual([])
    expect(report.notes).toEqual([expect.stringContaining('in the partition aws-us-gov')])
  })

  test('without a role, a list that names a role of the vendor is likely right', async () => {
    const { report } = await checkFiles(textOf(listing(...SIX)), { integrations: [] })
    expect(report.findings).toMatchObject([{ rule: 'deny-may-block-clumio', level: 'notice' }])
  })

  test('several buckets: the statement is judged against each that it names', async () => {
    const { report } = await checkFiles(textOf({ ...vpc, Resource: ['arn:aws:s3:::a/*', 'arn:aws:s3:::b/*'] }), {
      integrations: [{ ...INTEGRATION, buckets: ['b'] }],
    })
    expect(report.findings).toHaveLength(1)
  })
})

describe('fingerprints', () => {
  const fingerprint = async (text: string, path = 'policy.json') =>
    (await checkFiles({ [path]: text })).report.findings.map((finding) => finding.fingerprint)

  test('are stable across formatting, line moves and the order of statements', async () => {
    const other = { ...base, Sid: 'tls', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }
    const [first] = await fingerprint(textOf(vpc))
    expect(await fingerprint(JSON.stringify({ Version: '2012-10-17', Statement: [other, vpc] }))).toEqual([first])
    expect(await fingerprint(`\n\n// moved\n${textOf(vpc)}`)).toEqual([first])
  })

  test('without a Sid they follow the content, and identical statements get an ordinal', async () => {
    const { Sid: __, ...plain } = vpc
    const two = await fingerprint(textOf(plain, plain))
    expect(new Set(two).size).toBe(2)
    expect(await fingerprint(textOf({ ...plain, Principal: '*' }))).toEqual([two[0]])
    expect(await fingerprint(textOf({ ...plain, Action: ['s3:*'] }))).toEqual([two[0]])
  })

  const conditions = (tests: object) => ({ ...base, Sid: 'vpc', Condition: { StringNotEquals: tests } })
  const many = { 'aws:SourceVpc': ['vpc-1', 'vpc-2'], 'aws:PrincipalOrgID': 'o-abc1234567' }

  test.each<[string, unknown, unknown]>([
    ['the order of the members of a list', base, { ...base, Resource: ['arn:aws:s3:::b1/*', 'arn:aws:s3:::b1'] }],
    ['the order of keys', conditions(many), conditions(Object.fromEntries(Object.entries(many).reverse()))],
    ['the case of condition keys', vpc, conditions({ 'AWS:sourceVPC': 'vpc-1' })],
    ['whether one value is a list', vpc, conditions({ 'aws:SourceVpc': ['vpc-1'] })],
    ['the same value twice', vpc, conditions({ 'aws:SourceVpc': ['vpc-1', 'vpc-1'] })],
  ])('are stable whatever is %s', async (_name, one, other) => {
    expect(await fingerprint(textOf(other))).toEqual(await fingerprint(textOf(one)))
  })

  test.each<[string, unknown]>([
    ['actions', { ...vpc, Action: ['s3:GetObject', 's3:ListBucket'] }],
    ['resources', { ...vpc, Resource: 'arn:aws:s3:::b1/*' }],
    ['principals', { ...vpc, Principal: { AWS: '*' } }],
    ['conditions', { ...vpc, Condition: {} }],
    ['values', conditions({ 'aws:SourceVpc': 'vpc-2' })],
    ['name', { ...vpc, Sid: 'other' }],
  ])('are others for a statement of other %s, with the same Sid too', async (_name, other) => {
    expect(await fingerprint(textOf(other))).not.toEqual(await fingerprint(textOf(vpc)))
  })

  test('an entry whose statement was changed silences nothing, and is told as unused', async () => {
    const [before = ''] = await fingerprint(textOf(vpc))
    const options = { ignore: [{ ...IGNORE, fingerprint: before }], entries: { integrations: [], protect: null } }
    const told = async (text: string) => (await checkFiles(text, options)).report
    const { findings, ignored } = await told(textOf(base))
    expect(findings.map(({ rule }) => rule).sort()).toEqual(['deny-blocks-clumio', 'unused-entry'])
    expect(ignored).toEqual([])
    expect(await told(textOf(vpc))).toMatchObject({ findings: [], ignored: [{ fingerprint: before }] })
  })

  test('differ by file', async () => {
    expect(await fingerprint(textOf(vpc), 'a.json')).not.toEqual(await fingerprint(textOf(vpc), 'b.json'))
  })
})

describe('the report', () => {
  test('a green run says what it rests on', async () => {
    const { report } = await checkFiles(textOf(listing(...SIX)))
    expect(report).toMatchObject({
      conclusion: 'success',
      findings: [],
      summary: { files: 1, policies: 1, statements: 1 },
      assumptions: [
        { id: 'A2', policies: 1 },
        { id: 'A4', policies: 1 },
      ],
    })
  })

  test('an undecided statement names the fact that settles it, with the line to paste', async () => {
    const text = textOf({ ...base, Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-abc1234567' } } })
    const [finding] = (await checkFiles(text)).report.findings
    expect(finding).toMatchObject({
      fix: null,
      missing: [{ id: 'aws:principalorgid', configuration: '"context": { "aws:PrincipalOrgID": "o-abc1234567" }' }],
    })
    const settled = await checkFiles(text, { context: { 'aws:principalorgid': ['o-abc1234567'] } })
    expect(settled.report.findings).toEqual([])
  })

  test('only the paths that changed are reported', async () => {
    const files = { 'a.json': textOf(vpc), 'b.json': textOf(vpc) }
    const { report } = await checkFiles(files, { onlyPaths: new Set(['b.json']) })
    expect(report.findings.map(({ location }) => location.path)).toEqual(['b.json'])
  })

  test('a session that is not listed is the only one named', async () => {
    const [finding] = (await checkFiles(textOf(listing(...SIX.slice(0, 5))))).report.findings
    expect(finding).toMatchObject({ scope: 'part' })
    const blocked = finding && isStatementFinding(finding) ? finding.blocked : []
    const sessions = new Set(blocked.map(({ session }) => session))
    expect([...sessions]).toEqual(['daebaksrv-S3Backup'])
    expect(OPTIONS.features).toHaveLength(4)
  })
})
