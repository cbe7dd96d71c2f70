import { expect } from 'vitest'
import { check } from '../../src/check/index.js'
import type { CheckOptions } from '../../src/model/options.js'
import type { CheckResult } from '../../src/model/report.js'
import { literalTree } from '../../src/sources/literals.js'
import { sourcesOf, type Tree } from '../../src/sources/sources.js'
import { OPTIONS } from './check.js'

/** A job leaves files beside those of the commit, and its plan marks a value in them (docs/trust.md, "Sensitive values"). */
export const SECRET = 'oneHiddenWord7'
/** What a function of the sources makes of it: nobody can tell that it is the same. */
export const ALTERED = 'one-hidden'

export type Files = Readonly<Record<string, string>>

/** A plan that marks a value. */
export const planOf = (secret: string) =>
  JSON.stringify({
    format_version: '1.2',
    terraform_version: '1.9.0',
    planned_values: { root_module: {} },
    resource_changes: [
      {
        address: 'random_password.p',
        mode: 'managed',
        type: 'random_password',
        name: 'p',
        change: { actions: ['create'], before: null, after: { result: secret }, after_sensitive: { result: true } },
      },
    ],
    configuration: { root_module: {} },
  })

/** A tree in which a commit holds some files, and a job left others there. */
function treeOf(committed: Files, left: Files): Tree {
  const [own, others] = [literalTree(committed, 'head'), literalTree(left, 'job')]
  return {
    read: (path) => own.read(path) ?? others.read(path),
    list: (folder) => [...new Set([...own.list(folder), ...others.list(folder)])].sort(),
    status: (path) => (own.status(path) === 'nothing' ? others.status(path) : own.status(path)),
  }
}

/** Checks files of which only those of the commit, the plan, configuration and what lies in `out` are asked for by themselves. */
export function checked(
  committed: Files,
  left: Files,
  options: Partial<CheckOptions> & { readonly plan?: string | null } = {},
): Promise<CheckResult> {
  const { plan = planOf(SECRET), ...others } = options
  const tree = treeOf(committed, plan === null ? left : { ...left, 'made/plan.json': plan })
  const asked = [
    ...Object.keys(committed),
    ...(plan === null ? [] : ['made/plan.json']),
    ...Object.keys(left).filter((path) => /tf(?:\.json)?$|^out\//.test(path)),
  ]
  return check(
    sourcesOf(
      tree,
      asked.flatMap((path) => tree.read(path) ?? []),
    ),
    { ...OPTIONS, ...others, explain: true },
  )
}

/** What is told, but for the lines of files and the edits of them. */
export function told({ report, explanations }: CheckResult): string {
  const findings = report.findings.map(({ fix: _fix, ...one }) => ({ ...one, alternative: null }))
  return JSON.stringify({ ...report, findings, explanations })
}

/** Nothing of the value is told in any form. */
export function expectUntold(result: CheckResult, more: readonly string[] = []): void {
  for (const word of [SECRET, ALTERED, 'HiddenWord', 'vpc-of-one', ...more]) expect(told(result)).not.toContain(word)
}

/** Everything is judged, and nothing of the value is told in any form. */
export function expectHidden(result: CheckResult): void {
  expect(result.report.findings.map(({ rule }) => rule)).toContain('deny-blocks-clumio')
  expectUntold(result)
}
