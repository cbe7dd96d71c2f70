import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { check } from '../../src/check/index.js'
import type { CheckOptions, Integration } from '../../src/model/options.js'
import type { CheckResult, Finding } from '../../src/model/report.js'
import { isStatementFinding } from '../../src/model/report.js'
import { openDisk } from '../../src/sources/disk.js'
import { asPlan } from '../../src/sources/source.js'
import { sourcesOf } from '../../src/sources/sources.js'
import { INTEGRATION, OPTIONS, sourceOf, sourcesIn } from '../support/check.js'

/** What a person expects of one planned Deny statement, worked out from the sources by hand. */
interface Expected {
  readonly address: string
  readonly index: number | null
  readonly sid: string | null
  readonly document?: string
  readonly verdict: 'blocked' | 'not-blocked' | 'undecided'
  readonly level?: string
  readonly location: string | null
  readonly fallback?: string | null
  readonly notPrincipal?: string | null
  readonly remedy?: string
  readonly note?: string
}

interface Expectations {
  readonly role: string
  readonly roleFrom: 'plan' | 'input'
  readonly plans: Readonly<Record<string, { readonly statements: readonly Expected[] }>>
}

const ROOTS = [
  'styles',
  'estate',
  'lifecycle',
  'role-new',
  'role-boundary',
  'hostile',
  'stale',
  'many',
  'unknowns',
  'types',
]

function rootOf(name: string): string {
  return fileURLToPath(new URL(`../fixtures/terraform/${name}`, import.meta.url))
}

function integrationOf(arn: string): Integration {
  const [, partition = '', , , account = '', role = ''] = arn.split(':')
  const name = role.slice(role.lastIndexOf('/') + 1)
  return { ...INTEGRATION, partition, account, roleName: name, rolePath: role.slice('role'.length, -name.length) }
}

async function checkPlan(
  name: string,
  plan: string,
  { role, roleFrom }: Expectations,
  more: Partial<CheckOptions> = {},
): Promise<CheckResult> {
  // From disk, where links are links.
  const disk = openDisk({ cwd: rootOf(name), workspace: rootOf(name) })
  const source = asPlan(disk.source(plan))
  const integrations = roleFrom === 'plan' ? [] : [integrationOf(role)]
  return check(sourcesOf(disk, [source]), { ...OPTIONS, integrations, terraformDirectory: '', ...more, explain: true })
}

function linesOf({ location }: Finding): string {
  return `${location.path}:${location.startLine}-${location.endLine}`
}

describe.each(ROOTS)('%s', (name) => {
  const expectations: Expectations = JSON.parse(readFileSync(`${rootOf(name)}/expected.json`, 'utf8'))
  const plans = Object.entries(expectations.plans)

  describe.each(plans)('%s', async (plan, { statements }) => {
    const result = await checkPlan(name, plan, expectations)

    test('every statement has the expected verdict', () => {
      const judged = statements.map((one) => {
        const found = result.explanations.find(
          (each) =>
            each.address === one.address && (one.index === null ? each.sid === one.sid : each.index === one.index),
        )
        return `${one.address} ${one.index} ${one.sid}: ${found?.verdict ?? 'not judged'}`
      })
      expect(judged).toEqual(statements.map((one) => `${one.address} ${one.index} ${one.sid}: ${one.verdict}`))
    })

    test('every finding stands on the expected lines, at the expected level', () => {
      const wanted = statements.filter(({ level }) => level !== undefined)
      const found = wanted.map((one) => {
        const finding = result.report.findings.find(
          (each) =>
            isStatementFinding(each) &&
            each.rule !== 'ineffective-exemption' &&
            each.policy.address === one.address &&
            (one.index === null ? each.statement.sid === one.sid : each.statement.index === one.index),
        )
        return `${one.address} ${one.index}: ${finding ? `${finding.level} ${linesOf(finding)}` : 'no finding'}`
      })
      expect(found).toEqual(
        wanted.map(
          (one) => `${one.address} ${one.index}: ${one.level} ${one.location ?? one.fallback ?? `${plan}:1-1`}`,
        ),
      )
    })
  })
})

describe.each(ROOTS)('edits of %s', (name) => {
  const expectations: Expectations = JSON.parse(readFileSync(`${rootOf(name)}/expected.json`, 'utf8'))
  const plans = Object.entries(expectations.plans)

  test.each(plans)('%s: what is expected to be edited is, within the expected lines', async (plan, { statements }) => {
    // With features set, protections against restores are to be opened too.
    const { report } = await checkPlan(name, plan, expectations, { featuresSet: true })
    const problems: string[] = []
    for (const one of statements) {
      const finding = report.findings.find(
        (each) =>
          isStatementFinding(each) &&
          each.rule === 'deny-blocks-clumio' &&
          each.policy.address === one.address &&
          (one.index === null ? each.statement.sid === one.sid : each.statement.index === one.index),
      )
      if (finding === undefined) continue
      const edits =
        finding.fix?.applicability === 'edit' && finding.fix.remedy === 'not-principal' ? finding.fix.edits : []
      const lines = edits.map(({ path, startLine, endLine }) => `${path}:${startLine}-${endLine}`).join()
      const wanted = one.remedy === 'principal-arn' ? null : (one.notPrincipal ?? null)
      if (wanted === null ? lines !== '' : !isWithin(lines, wanted)) {
        problems.push(
          `${one.address} ${one.index} ${one.sid}: expected ${wanted}, got ${lines || (finding.fix?.note ?? finding.fixUnavailable)}`,
        )
      }
    }
    expect(problems).toEqual([])
  })
})

test('without its sources, no policy of a plan with unknown values is passed in silence', async () => {
  const text = readFileSync(`${rootOf('unknowns')}/plan.json`)
  const integrations = [integrationOf('arn:aws:iam::123456789012:role/clumio/ClumioRole-x')]
  const { report } = await check(sourcesIn([sourceOf('plan.json', text)]), { ...OPTIONS, integrations })
  const addresses = report.findings.map(({ policy }) => policy?.address ?? '')
  const policies: { address: string; type: string }[] = JSON.parse(text.toString()).resource_changes
  const silent = policies.filter(({ address, type }) => type === 'aws_s3_bucket_policy' && !addresses.includes(address))
  expect(silent.map(({ address }) => address)).toEqual(['aws_s3_bucket_policy.straight["q"]'])
})

function isWithin(lines: string, wanted: string): boolean {
  const [a, b] = [lines, wanted].map((text) => /^(.+):(\d+)-(\d+)$/.exec(text))
  return a?.[1] === b?.[1] && Number(a?.[2]) >= Number(b?.[2]) && Number(a?.[3]) <= Number(b?.[3])
}
