import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { planFixture } from '../../scripts/terraform/fixtures.mjs'
import { planMany } from '../../scripts/terraform/many.mjs'
import { terraformVersion, unformatted } from '../../scripts/terraform/terraform.mjs'
import {
  compareStatements,
  copyRoot,
  expectedOf,
  fixtureFolder,
  HAS_TERRAFORM,
  type PlanDocument,
  plannedStatements,
} from '../support/terraform.js'

const ROOTS = readdirSync(fixtureFolder('.')).filter((name) => existsSync(join(fixtureFolder(name), 'fixture.json')))
const readPlan = (root: string, plan: string) =>
  JSON.parse(readFileSync(join(fixtureFolder(root), plan), 'utf8')) as PlanDocument

describe.each(ROOTS)('%s', (root) => {
  const { plans } = expectedOf(root)

  test.each(Object.keys(plans))('every planned Deny of %s is expected, and nothing else', (plan) => {
    const denies: string[] = []
    for (const [address, statements] of plannedStatements(readPlan(root, plan))) {
      if (address.includes('data.aws_iam_policy_document.') || plans[plan]?.echoes.includes(address)) continue
      statements.forEach(({ Effect, Sid }, index) => {
        if (Effect === 'Deny') denies.push(`${address} ${index} ${Sid ?? null}`)
      })
    }
    const expected = (plans[plan]?.statements ?? []).filter(({ index }) => index !== null)
    expect(expected.map(({ address, index, sid }) => `${address} ${index} ${sid}`).sort()).toEqual(denies.sort())
  })

  test.each(Object.keys(plans))('expected lines of %s are lines of the sources', (plan) => {
    for (const { location, notPrincipal, principalArn = null, fallback = null } of plans[plan]?.statements ?? []) {
      for (const place of [location, notPrincipal, principalArn, fallback]) {
        if (place === null) continue
        const [, path = '', first, last] = /^(.+):(\d+)-(\d+)$/.exec(place) ?? []
        const lines = readFileSync(join(fixtureFolder(root), path), 'utf8').split('\n')
        expect(Number(first)).toBeLessThanOrEqual(Number(last))
        expect(Number(last)).toBeLessThanOrEqual(lines.length)
      }
    }
  })
})

describe.skipIf(!HAS_TERRAFORM)('with terraform', { timeout: 120_000 }, () => {
  test.each(ROOTS)('the plans of %s are what terraform writes', async (root) => {
    for (const [file, text] of await planFixture(fixtureFolder(root))) {
      const committed = readFileSync(join(fixtureFolder(root), file), 'utf8')
      // Another version writes other documents: then only what is planned has to agree.
      if (committed.includes(`"terraform_version":"${terraformVersion()}"`)) expect(text === committed, file).toBe(true)
      else if (file.startsWith('plan')) expect(compareStatements(JSON.parse(committed), JSON.parse(text))).toEqual([])
    }
  })

  test.each(ROOTS)('the sources of %s are formatted, but for those that are not on purpose', (root) => {
    const folder = fixtureFolder(root)
    const { unformatted: onPurpose = [] } = JSON.parse(readFileSync(join(folder, 'fixture.json'), 'utf8'))
    // Terraform does not look into folders with a leading dot by itself.
    const parts = ['.', '.earlier', '.planned'].map((part) => join(folder, part)).filter((part) => existsSync(part))
    expect(parts.flatMap(unformatted).map((path) => relative(folder, path))).toEqual(onPurpose)
  })

  test('a plan of many instances is what terraform would write', async () => {
    const copy = copyRoot('many')
    try {
      writeFileSync(join(copy.folder, 'fixture.json'), '{ "steps": [{ "plan": { "variables": { "services": 25 } } }] }')
      const plan = (await copy.plan()).get('plan.json') ?? {}
      expect(plan.resource_changes).toEqual((JSON.parse(planMany(25)) as PlanDocument).resource_changes)
    } finally {
      copy.remove()
    }
  })

  test('an edited copy is planned again, and the difference is told by statement', async () => {
    const copy = copyRoot('role-new')
    try {
      const before = readPlan('role-new', 'plan.json')
      const [entry] = expectedOf('role-new').plans['plan.json']?.statements ?? []
      expect(entry?.sid).toBe('OnlyFromOurVpc')
      const line =
        copy
          .read('main.tf')
          .split('\n')
          .findIndex((text) => text.includes('Principal = "*"')) + 1
      copy.edit([{ path: 'main.tf', startLine: line, endLine: line, replacement: '        Principal = { AWS = "*" }' }])
      expect(copy.unformatted()).toEqual([])
      const after = (await copy.plan()).get('plan.json') ?? {}
      expect(compareStatements(before, before)).toEqual([])
      expect(compareStatements(before, after)).toMatchObject([
        { address: 'aws_s3_bucket_policy.ledger', index: 0, sid: 'OnlyFromOurVpc', members: ['Principal'] },
      ])
    } finally {
      copy.remove()
    }
  })
})
