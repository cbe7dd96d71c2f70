import { execFileSync } from 'node:child_process'
import { cpSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Finding } from '../../src/model/report.js'
import { workplace } from './harness.js'

/** The command on the examples, with the real check. */

const place = workplace()
const CONFIG = '.github/clumio-policy-check.jsonc'

function copyExamples(to: string): void {
  cpSync('examples', place.path(`${to}/examples`), { recursive: true })
  cpSync(CONFIG, place.path(`${to}/${CONFIG}`))
}

function contents(of: string): ReadonlyMap<string, string> {
  const root = place.path(`${of}/examples`)
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map(
    files.map(({ parentPath, name }) => [
      join(parentPath, name).slice(root.length),
      readFileSync(join(parentPath, name), 'latin1'),
    ]),
  )
}

const fixable = ({ fix }: Finding) => fix?.applicability === 'edit'

test('--fix leaves no finding that has an edit, and no new one', async () => {
  copyExamples('a')
  const before = JSON.parse((await place.run(['--format=json'], { cwd: 'a' })).out)
  const after = JSON.parse((await place.run(['--fix', '--format=json'], { cwd: 'a' })).out)
  const prints = (findings: readonly Finding[]) => findings.map((finding) => finding.fingerprint)
  expect(before.findings.filter(fixable).length).toBeGreaterThan(3)
  expect(after.findings.filter(fixable)).toEqual([])
  const known = new Set(prints(before.findings))
  expect(prints(after.findings).filter((print) => !known.has(print))).toEqual([])
  expect(JSON.parse((await place.run(['--format=json'], { cwd: 'a' })).out)).toEqual(after)
})

test('git apply of --diff gives byte for byte what --fix writes', async () => {
  copyExamples('a')
  copyExamples('b')
  const untouched = contents('a')
  const { out } = await place.run(['--diff'], { cwd: 'a' })
  expect(contents('a')).toEqual(untouched)
  execFileSync('git', ['apply', '--whitespace=nowarn', '-'], { cwd: place.path('a'), input: out })
  await place.run(['--fix'], { cwd: 'b' })
  expect(contents('a')).toEqual(contents('b'))
  expect(contents('a')).not.toEqual(untouched)
})

test('every format tells the same findings', async () => {
  copyExamples('a')
  const run = async (format: string) => place.run(['--format', format], { cwd: 'a' })
  const { findings } = JSON.parse((await run('json')).out)
  const pretty = (await run('pretty')).out
  const { code } = await run('json')
  expect(code).toBe(1)
  for (const { rule, level, location } of findings) {
    expect(pretty).toContain(`${level}[${rule}]`)
    expect(pretty).toContain(`--> ${location.path}:${location.startLine}:${location.startColumn}`)
  }
  expect(pretty.match(/^ {2}--> /gm)).toHaveLength(findings.length)
  expect((await run('github')).out.match(/^::(error|warning|notice) /gm)).toHaveLength(findings.length)
})

test('a policy on standard input is judged', async () => {
  const policy = readFileSync('examples/vpc-only.json', 'utf8')
  const { code, out } = await place.run(['-', '--format=json'], { stdin: policy })
  expect(code).toBe(1)
  expect(JSON.parse(out).findings[0].location.path).toBe('<stdin>')
})
