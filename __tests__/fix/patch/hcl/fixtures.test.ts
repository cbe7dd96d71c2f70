import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type SourceEdits, sourceNotPrincipal, sourcePrincipalArn } from '../../../../src/fix/patch/hcl/index.js'
import { changedStatements, withTexts } from '../../../../src/fix/sites/compare-sources.js'
import { locatePolicy, type PolicyRequest, type SourceFiles } from '../../../../src/terraform/trace/index.js'
import { applyTextEdits, type TextEdit, toLineEdit } from '../../../../src/text/edit.js'
import { LineIndex } from '../../../../src/text/lines.js'
import {
  compareStatements,
  copyRoot,
  type ExpectedStatement,
  expectedOf,
  fixtureFolder,
  HAS_TERRAFORM,
  type LineEdit,
  type PlanDocument,
  type PolicyStatement,
  plannedStatements,
} from '../../../support/terraform.js'
import { folderFiles, request } from '../../../terraform/hcl/workspace.js'

const ROOTS = readdirSync(fixtureFolder('.')).filter((name) => existsSync(join(fixtureFolder(name), 'expected.json')))

const SESSIONS = [
  'daebaksrv-createS3CustomerSession',
  'Ingestion-ingesttool',
  'daebaksrv-RestoreTargetCheck',
  'daebaksrv-S3Backup',
]

/** The vendor's list for a role. */
function principalsOf(role: string): readonly string[] {
  const [, account = '', name = ''] = /^arn:aws:iam::(\d+):role\/clumio\/(.+)$/.exec(role) ?? []
  return [
    `arn:aws:iam::${account}:root`,
    role,
    ...SESSIONS.map((session) => `arn:aws:sts::${account}:assumed-role/${name}/${session}`),
  ]
}

interface Fixed {
  readonly expected: ExpectedStatement
  readonly edits: SourceEdits
}

interface Run {
  readonly files: SourceFiles
  readonly requests: readonly PolicyRequest[]
  readonly fixed: readonly Fixed[]
}

const asText = (address: string) => address

/** The edits of every statement for which lines are expected, in one remedy. */
async function fixAll(root: string, plan: string, remedy: 'notPrincipal' | 'principalArn'): Promise<Run> {
  const { role, plans } = expectedOf(root)
  const document = JSON.parse(readFileSync(join(fixtureFolder(root), plan), 'utf8')) as PlanDocument & {
    variables?: object
  }
  const variables = Object.fromEntries(
    Object.entries(document.variables ?? {}).map(([name, value]) => [name, (value as { value: unknown }).value]),
  )
  const planned = plannedStatements(document)
  const files = folderFiles(fixtureFolder(root))
  const requests: PolicyRequest[] = []
  for (const { address, mode } of document.resource_changes ?? []) {
    if (mode === 'managed') requests.push(request(address, planned.get(address) ?? null, variables))
  }
  const fixed: Fixed[] = []
  for (const expected of plans[plan]?.statements ?? []) {
    if (expected[remedy] == null) continue
    const statements = expected.index === null ? null : (planned.get(expected.address) ?? null)
    const located = await locatePolicy(request(asText(expected.address), statements, variables), files)
    const statement = located.statements.find((one, i) =>
      expected.index === null
        ? one.found && (one.source as PolicyStatement).Sid === expected.sid
        : i === expected.index,
    )
    if (!statement?.found) throw new Error(`${expected.address} ${expected.sid} is not located`)
    const listed = (statement.source as { NotPrincipal?: { AWS?: unknown } }).NotPrincipal?.AWS
    const standIns = (entry: string) =>
      entry.includes(':assumed-role/') && entry.includes('*')
        ? principalsOf(role).filter((arn) => arn.includes(':sts:'))
        : []
    const edits =
      remedy === 'notPrincipal'
        ? sourceNotPrincipal(statement, {
            principals: principalsOf(role).map((arn) => ({ arn })),
            listed: [listed].flat().filter((one) => typeof one === 'string'),
            standIns,
          })
        : sourcePrincipalArn(statement, [{ arn: role }])
    fixed.push({ expected, edits })
  }
  return { files, requests, fixed }
}

function textOf(files: SourceFiles, path: string): string {
  return new TextDecoder().decode(files.lookup(path)?.bytes() ?? new Uint8Array())
}

/** The distinct edits by file. */
function byFile(fixed: readonly Fixed[]): Map<string, readonly TextEdit[]> {
  const result = new Map<string, Map<string, TextEdit>>()
  for (const { edits } of fixed) {
    if ('reason' in edits) continue
    const own = result.get(edits.path) ?? new Map<string, TextEdit>()
    result.set(edits.path, own)
    for (const edit of edits.edits) own.set(JSON.stringify(edit), edit)
  }
  return new Map([...result].map(([path, own]) => [path, [...own.values()]]))
}

function edited({ files, fixed }: Run): ReadonlyMap<string, string> {
  return new Map([...byFile(fixed)].map(([path, edits]) => [path, applyTextEdits(textOf(files, path), edits)]))
}

const CASES = ROOTS.flatMap((root) =>
  Object.keys(expectedOf(root).plans).flatMap((plan) =>
    (['notPrincipal', 'principalArn'] as const).map((remedy) => ({ root, plan, remedy })),
  ),
).filter(({ root, plan, remedy }) => expectedOf(root).plans[plan]?.statements.some((one) => one[remedy] != null))

describe.each(CASES)('$root, $plan, $remedy', ({ root, plan, remedy }) => {
  test('every edit lies within the expected lines', async () => {
    const run = await fixAll(root, plan, remedy)
    const problems: string[] = []
    for (const { expected, edits } of run.fixed) {
      const [, path = '', first, last] = /^(.+):(\d+)-(\d+)$/.exec(expected[remedy] ?? '') ?? []
      const name = `${expected.address} ${expected.sid}, expected at ${expected[remedy]}`
      if ('reason' in edits) {
        problems.push(`${name}: ${edits.reason}`)
        continue
      }
      const line = toLineEdit(new LineIndex(textOf(run.files, edits.path)), edits.edits)
      if (line === null || edits.path !== path || line.startLine < Number(first) || line.endLine > Number(last)) {
        problems.push(`${name}: ${edits.path}:${line?.startLine}-${line?.endLine}`)
      }
    }
    expect(problems).toEqual([])
  })

  test('only the wanted member of the wanted statements changes', async () => {
    const run = await fixAll(root, plan, remedy)
    const after = withTexts(run.files, edited(run))
    const allowed = remedy === 'notPrincipal' ? ['Principal', 'NotPrincipal'] : ['Condition']
    const changed = await changedStatements(run.requests, run.files, after)
    expect(changed.length).toBeGreaterThan(0)
    const more = changed.filter(({ members }) => members.some((name) => !allowed.includes(name)))
    expect(more.map(({ policy, ...one }) => ({ address: run.requests[policy]?.address, ...one }))).toEqual([])
    const parsed = changed.map(({ policy }) => run.requests[policy]?.address)
    const wanted = run.fixed.map(({ expected }) => request(expected.address, null).address)
    for (const address of parsed) expect(wanted).toContainEqual(address)
  })

  test('a second run finds nothing to do', async () => {
    if (remedy === 'principalArn') return
    const run = await fixAll(root, plan, remedy)
    const after = withTexts(run.files, edited(run))
    const role = expectedOf(root).role
    for (const { expected } of run.fixed) {
      const own = run.requests.find(
        (one) => JSON.stringify(one.address) === JSON.stringify(request(expected.address, null).address),
      )
      const { statements } = await locatePolicy(
        { ...(own ?? request(expected.address, null)), statements: null },
        after,
      )
      const again = statements.find((one) => one.found && (one.source as PolicyStatement).Sid === expected.sid)
      const alike = expectedOf(root).plans[plan]?.statements.filter(
        ({ address, sid }) => address === expected.address && sid === expected.sid,
      )
      if (expected.sid === null || !again?.found || alike?.length !== 1) continue
      const edits = sourceNotPrincipal(again, {
        principals: principalsOf(role).map((arn) => ({ arn })),
        listed: [],
        standIns: () => [],
      })
      expect(edits, expected.sid).toMatchObject({ edits: [] })
    }
  })

  // The plan of stale sources was made from others.
  test.skipIf(!HAS_TERRAFORM || root === 'stale' || plan !== 'plan.json')(
    'terraform formats nothing else, and plans the exemption and nothing else',
    async () => {
      const run = await fixAll(root, plan, remedy)
      const copy = copyRoot(root)
      try {
        const before = copy.unformatted()
        const lines: LineEdit[] = []
        for (const [path, edits] of byFile(run.fixed)) {
          const line = toLineEdit(new LineIndex(textOf(run.files, path)), edits)
          if (line !== null) lines.push({ path, ...line })
        }
        copy.edit(lines)
        expect(copy.unformatted()).toEqual(before)
        const planned = (await copy.plan()).get(plan) ?? {}
        const old = JSON.parse(readFileSync(join(fixtureFolder(root), plan), 'utf8')) as PlanDocument
        const allowed =
          remedy === 'notPrincipal'
            ? ['NotPrincipal', 'Principal', 'not_principals', 'principals']
            : ['Condition', 'condition']
        const differences = compareStatements(old, planned)
        for (const { members } of differences) expect(allowed).toEqual(expect.arrayContaining([...members]))
        const told = differences.map(({ address, index }) => `${address} ${index}`)
        const known = run.fixed.filter(({ expected }) => expected.index !== null)
        expect(told).toEqual(
          expect.arrayContaining(known.map(({ expected }) => `${expected.address} ${expected.index}`)),
        )
      } finally {
        copy.remove()
      }
    },
    120_000,
  )
})
