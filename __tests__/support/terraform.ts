/**
 * Terraform fixtures for tests: reading them, and, where a `terraform` is on the PATH, planning edited copies again
 * through the stub provider. Shares nothing with the product.
 *
 *   describe.skipIf(!HAS_TERRAFORM)('edits, planned again', () => { … })
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import { planFixture } from '../../scripts/terraform/fixtures.mjs'
import { terraformVersion, unformatted } from '../../scripts/terraform/terraform.mjs'

export const HAS_TERRAFORM = terraformVersion() !== null

const FIXTURES = resolve(dirname(fileURLToPath(import.meta.url)), '../fixtures/terraform')

export function fixtureFolder(name: string): string {
  return join(FIXTURES, name)
}

/** A whole-line replacement, as a report has them: 1-based, both ends included, lines joined by `\n`. */
export interface LineEdit {
  readonly path: string
  readonly startLine: number
  readonly endLine: number
  readonly replacement: string
}

/** What `expected.json` says; its fields are described in the README of the fixtures. */
export interface ExpectedStatement {
  readonly address: string
  readonly index: number | null
  readonly sid: string | null
  readonly verdict: 'blocked' | 'not-blocked' | 'undecided'
  readonly level?: 'error' | 'warning' | 'notice'
  readonly location: string | null
  readonly notPrincipal: string | null
  readonly principalArn?: string | null
  /** Where to point instead, when `location` is null and there is a place: the attribute, or the caller's module block. */
  readonly fallback?: string | null
  readonly remedy?: 'not-principal' | 'principal-arn' | null
  readonly note?: string
  /** The policy document of which it is a statement, where that is only read during apply. */
  readonly document?: string
}

export interface ExpectedFinding {
  readonly rule: string
  readonly address: string | null
  readonly level: 'error' | 'warning' | 'notice'
  readonly location: string | null
  readonly note?: string
}

export interface ExpectedPlan {
  readonly statements: readonly ExpectedStatement[]
  readonly others: readonly ExpectedFinding[]
  /** Buckets whose `policy` only repeats what an `aws_s3_bucket_policy` put there, before or after the change. */
  readonly echoes: readonly string[]
}

export interface Expected {
  readonly role: string
  readonly roleFrom: 'plan' | 'input'
  readonly plans: Readonly<Record<string, ExpectedPlan>>
}

export function expectedOf(name: string): Expected {
  return JSON.parse(readFileSync(join(FIXTURES, name, 'expected.json'), 'utf8')) as Expected
}

/** A copy of a fixture in a temporary folder, to be edited and planned. Call `remove` when done. */
export interface RootCopy {
  readonly folder: string
  read(path: string): string
  /** Applies edits that all count lines of the present text; throws on overlap and outside of the file. */
  edit(edits: readonly LineEdit[]): void
  /** Files that `terraform fmt` would change. */
  unformatted(): readonly string[]
  /** Goes through the steps of the fixture with the present sources: name of the plan → parsed document. */
  plan(): Promise<ReadonlyMap<string, PlanDocument>>
  remove(): void
}

export function copyRoot(name: string): RootCopy {
  const folder = mkdtempSync(join(tmpdir(), `root-${name}-`))
  cpSync(join(FIXTURES, name), folder, { recursive: true, verbatimSymlinks: true })
  const read = (path: string) => readFileSync(join(folder, path), 'utf8')
  return {
    folder,
    read,
    edit(edits) {
      for (const path of new Set(edits.map((edit) => edit.path))) {
        const own = edits.filter((edit) => edit.path === path)
        writeFileSync(join(folder, path), withLines(read(path), own))
      }
    },
    unformatted: () => unformatted(folder),
    async plan() {
      const files = await planFixture(folder)
      const plans = [...files].filter(([file]) => file.startsWith('plan'))
      return new Map(plans.map(([file, text]) => [file, JSON.parse(text) as PlanDocument]))
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Bottom-up, so that the lines of the edits still to come stay where they are. */
function withLines(text: string, edits: readonly LineEdit[]): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const lines = text.split(eol)
  let above = Number.POSITIVE_INFINITY
  for (const edit of [...edits].sort((a, b) => b.startLine - a.startLine)) {
    if (edit.startLine < 1 || edit.endLine < edit.startLine || edit.endLine >= above || edit.endLine > lines.length) {
      throw new Error(`${edit.path}: lines ${edit.startLine} to ${edit.endLine} overlap another edit or are not there`)
    }
    lines.splice(edit.startLine - 1, edit.endLine - edit.startLine + 1, ...edit.replacement.split('\n'))
    above = edit.startLine
  }
  return lines.join(eol)
}

export interface PlanDocument {
  readonly resource_changes?: readonly {
    readonly address: string
    readonly mode: string
    readonly type: string
    readonly deposed?: string
    readonly change: { readonly after: Readonly<Record<string, unknown>> | null }
  }[]
}

export type PolicyStatement = Readonly<Record<string, unknown>>

/**
 * Address → statements of what the plan puts in place: known policies, and the blocks of policy documents that are
 * only read during apply (those keep the names of the blocks: `principals`, `condition` …).
 */
export function plannedStatements(plan: PlanDocument): Map<string, readonly PolicyStatement[]> {
  const statements = new Map<string, readonly PolicyStatement[]>()
  for (const { address, mode, type, deposed, change } of plan.resource_changes ?? []) {
    if (deposed !== undefined || change.after === null) continue
    const { policy, statement } = change.after
    if (mode === 'data' && Array.isArray(statement)) statements.set(address, statement as readonly PolicyStatement[])
    if (type.startsWith('aws_s3_bucket') && typeof policy === 'string' && policy !== '') {
      const { Statement } = JSON.parse(policy) as { Statement: PolicyStatement | readonly PolicyStatement[] }
      statements.set(address, Array.isArray(Statement) ? Statement : [Statement as PolicyStatement])
    }
  }
  return statements
}

/** How a statement of two plans differs: `members` names the members that are not equal. */
export interface StatementDifference {
  readonly address: string
  readonly index: number
  readonly sid: unknown
  readonly members: readonly string[]
  /** Null where one plan has no such statement. */
  readonly before: PolicyStatement | null
  readonly after: PolicyStatement | null
}

/** All statements that are not the same in both plans, by address and position. An edit moves no statement. */
export function compareStatements(before: PlanDocument, after: PlanDocument): readonly StatementDifference[] {
  const old = plannedStatements(before)
  const now = plannedStatements(after)
  const differences: StatementDifference[] = []
  for (const address of new Set([...old.keys(), ...now.keys()])) {
    const a = old.get(address) ?? []
    const b = now.get(address) ?? []
    for (let index = 0; index < Math.max(a.length, b.length); index++) {
      const [from, to] = [a[index] ?? null, b[index] ?? null]
      const members = differing(from ?? {}, to ?? {})
      const sid = from?.Sid ?? to?.Sid ?? from?.sid ?? to?.sid ?? null
      if (members.length > 0) differences.push({ address, index, sid, members, before: from, after: to })
    }
  }
  return differences
}

function differing(a: PolicyStatement, b: PolicyStatement): readonly string[] {
  const names = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...names].filter((name) => !isDeepStrictEqual(a[name], b[name])).sort()
}
