/** What is measured, each against the least that it could cost. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeBigPlan } from '../scripts/terraform/big-plan.mjs'
import { terraformVersion } from '../scripts/terraform/terraform.mjs'
import { writeConfigItems, writeMixed, writePolicies, writeRoots } from './generate.mjs'
import { policyOf, ROLE } from './policies.mjs'
import { seeded } from './random.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const root = resolve(here, '..')
export const CLI = join(root, 'dist', 'cli.js')
const READ_ONLY = join(here, 'read-only.mjs')
const CHECK_PLAN = ['--plan-files', 'plan.json', 'plan.json']

/**
 * By name: a function that writes the inputs below a folder and gives a comparison, or several; or, without a baseline,
 * the program whose memory tells. Null where the machine lacks a program.
 */
export const CASES = {
  start(work) {
    const cwd = join(work, 'start')
    mkdirSync(cwd)
    const statement = { ...policyOf('bucket', seeded(1)).Statement[0], Effect: 'Allow' }
    writeFileSync(join(cwd, 'policy.json'), JSON.stringify({ Version: '2012-10-17', Statement: [statement] }))
    return {
      title: 'a start: one small file, no finding',
      measured: check(cwd, ['policy.json']),
      baseline: { name: 'node -e 0', args: ['-e', '0'], cwd },
    }
  },
  policies(work, files = 10_000) {
    const told = writePolicies(join(work, 'policies'), files)
    return against(`${files} policies, ${megabytes(told.bytes)}, one in a hundred with a finding`, told)
  },
  mixed(work, files = 30_000) {
    const told = writeMixed(join(work, 'mixed'), files, 200)
    return against(`${files} files of JSON and YAML, ${megabytes(told.bytes)}, 200 of them policies`, told)
  },
  roots(work) {
    if (terraformVersion() === null) return null
    const { folder, files } = writeRoots(join(work, 'roots'), 100, 2000)
    return {
      title: `${files} .tf files in 100 roots with a finding each, no plan`,
      measured: check(folder),
      baseline: {
        name: 'terraform fmt -check',
        command: 'terraform',
        args: ['fmt', '-check', '-recursive'],
        cwd: folder,
      },
    }
  },
  plan(work, bytes = 100e6) {
    const { folder, title } = planFolder(work, bytes)
    const parse = "JSON.parse(require('node:fs').readFileSync('plan.json', 'utf8'))"
    return {
      title,
      measured: check(folder, CHECK_PLAN),
      baseline: { name: 'JSON.parse', args: ['-e', parse], cwd: folder },
    }
  },
  /** Longer than a string of V8 can be; there is nothing to compare it with. */
  huge(work, bytes = 1e9) {
    const { folder, title } = planFolder(work, bytes)
    return { title, measured: check(folder, CHECK_PLAN), baseline: null }
  },
  items(work, items = 100_000) {
    const { folder, bytes } = writeConfigItems(join(work, `items-${items}`), items)
    return {
      title: `${items} items of AWS Config, ${megabytes(bytes)}`,
      measured: check(folder, ['items.json']),
      baseline: null,
    }
  },
  sources(work) {
    const cwd = mappedRoot(work)
    return {
      title: 'a plan with its sources: findings on .tf lines, or none',
      measured: check(cwd, [...CHECK_PLAN, '--config', 'findings.jsonc']),
      baseline: check(cwd, [...CHECK_PLAN, '--config', 'none.jsonc']),
    }
  },
}

/** The check of a folder. Reports of thousands of findings are long: JSON is what programs read. */
function check(cwd, args = ['.']) {
  return { name: 'clumio-policy-check', args: [CLI, '--format', 'json', ...args], cwd }
}

function against(title, { folder }) {
  return {
    title,
    measured: check(folder),
    baseline: { name: 'list, read, parse', args: [READ_ONLY, '.'], cwd: folder },
  }
}

/** A folder that holds a large plan and nothing else. */
function planFolder(work, bytes) {
  const folder = join(work, `plan-${bytes}`)
  mkdirSync(folder)
  const written = writeBigPlan(join(folder, 'plan.json'), { bytes })
  return { folder, title: `a plan of ${megabytes(written.bytes)}, ${written.resources} resources` }
}

/**
 * A fixture whose plan has findings in many styles of source, with a configuration that lets all of them be found and
 * one that puts every bucket out of scope: then no source is to be read, and no parser of HCL to be loaded.
 */
function mappedRoot(work) {
  const folder = join(work, 'styles')
  cpSync(join(root, '__tests__', 'fixtures', 'terraform', 'styles'), folder, { recursive: true })
  const path = join(folder, 'plan.json')
  const plan = JSON.parse(readFileSync(path, 'utf8'))
  // What is known only after apply is looked for in the sources in any case.
  plan.resource_changes = plan.resource_changes.filter(
    ({ type, change }) => type !== 'aws_s3_bucket_policy' || change.after_unknown.policy !== true,
  )
  writeFileSync(path, JSON.stringify(plan))
  const integrations = [{ role: ROLE }]
  writeFileSync(join(folder, 'findings.jsonc'), JSON.stringify({ integrations }))
  writeFileSync(join(folder, 'none.jsonc'), JSON.stringify({ integrations, protect: { buckets: ['another'] } }))
  return folder
}

function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(1)} MB`
}
