import { type NamedIntegration, roleArn, vendorPrincipals } from '../../clumio/integrations.js'
import type { Policy } from '../../documents/policy.js'
import type { CheckOptions, Remedy } from '../../model/options.js'
import type { StatementDraft } from '../../rules/drafts/draft.js'
import type { FoundStatement } from '../../terraform/trace/index.js'
import { folderOf } from '../../text/paths.js'
import { isConfiguration } from '../../text/terraform-files.js'
import { variableAround } from '../../text/variable-block.js'
import { isObject, member } from '../../tree/value.js'
import type { PlannedSources } from '../../units/planned-sources.js'
import { namedRoles, restated, undeclared, unknownRole, WHY } from '../offer.js'
import {
  type Insert,
  type SourcePatch,
  type SourcePrinter,
  sourceNotPrincipal,
  sourcePrincipalArn,
  type Wanted,
} from '../patch/hcl/index.js'
import type { Patch } from '../site.js'
import { standIns } from '../snippet.js'

/** A planned statement with the lines of the sources that yield it. */
export interface TracedStatement {
  readonly draft: StatementDraft
  readonly statement: FoundStatement
}

/** What a statement is patched with. */
export interface PatchContext {
  readonly sources: PlannedSources
  readonly options: CheckOptions
  /** Those that there are where none are given. */
  readonly printers: readonly SourcePrinter[] | undefined
}

/** A remedy printed in the style of the source of a statement. */
export function statementPatch(
  { draft, statement }: TracedStatement,
  remedy: Remedy,
  { sources, options, printers }: PatchContext,
): Patch {
  const roles = namedRoles(draft.subject)
  if (roles === null) return { ok: false, why: unknownRole(draft) }
  const { partition } = draft.subject.bucket
  const { policy } = draft.judged
  const print = (inserts: readonly Insert[]) =>
    remedy === 'principal-arn'
      ? sourcePrincipalArn(statement, inserts, printers)
      : sourceNotPrincipal(statement, wantedList(draft, roles, inserts), printers)
  const literal = print(insertsFor(remedy, roles, partition))
  if ('reason' in literal) return { ok: false, why: literal.reason }
  if (sources.isLinked(literal.path)) return { ok: false, why: WHY.linked }
  const whyNot = whyNoLiteral(literal.path, policy, sources, options)
  const inserts =
    whyNot !== null || mayHoldExpressions(literal, sources) ? withExpressions(remedy, roles, partition) : null
  if (whyNot !== null && inserts === null) return { ok: false, why: whyNot }
  const missing = inserts === null ? null : undeclaredIn(literal.path, roles, sources)
  if (missing !== null) return { ok: false, why: missing }
  const gap = inserts === null ? null : sources.gapAt(literal.path)
  if (gap !== null) return { ok: false, why: gap === 'sets' ? WHY.openSets : WHY.twoTools }
  const result = inserts === null ? literal : print(inserts)
  if ('reason' in result) return { ok: false, why: result.reason }
  const restating = sources.restatedIn(result, policy)
  if (restating !== null) return { ok: false, why: restated(restating) }
  return { ok: true, ...result }
}

/** Why the ARNs of the role at hand may not stand in a file; null where they may. */
function whyNoLiteral(
  path: string,
  policy: Policy,
  sources: PlannedSources,
  { integrations }: CheckOptions,
): string | null {
  if (integrations.length > 1 && sources.isShared(path, policy)) return WHY.severalAccounts
  const [only, ...others] = integrations
  const isForAll =
    only?.origin === 'configuration' &&
    others.length === 0 &&
    only.files.length + only.buckets.length + only.addresses.length === 0
  return !isForAll && sources.isUsedBySeveral(path, policy) ? WHY.sharedModule : null
}

/**
 * Whether configured expressions stand for literals at an edit, whoever uses the file: they are those of modules, so
 * that no other file is sure to know their names, and the default of a variable may not refer to anything.
 */
function mayHoldExpressions({ path, edits }: SourcePatch, sources: PlannedSources): boolean {
  const text = sources.lines(path)?.text ?? null
  return isConfiguration(path) && text !== null && edits.every(({ offset }) => variableAround(text, offset) === null)
}

/** Why the configured expressions have no meaning in the module of a file; null where they have, or nobody knows. */
function undeclaredIn(path: string, roles: readonly NamedIntegration[], sources: PlannedSources): string | null {
  const folder = folderOf(path)
  const expressions = roles.flatMap(({ expressions: own }) => [own?.account ?? '', own?.roleName ?? ''])
  const names = expressions.flatMap((one) => [...one.matchAll(/\bvar\.([\w-]+)/g)].map(([, name]) => name ?? ''))
  const missing = [...new Set(names)].filter((name) => sources.checkout().declares(folder, name) === false)
  return missing.length === 0 ? null : undeclared(missing, folder)
}

/** The vendor's list, beside what the planned list holds. */
function wantedList(draft: StatementDraft, roles: readonly NamedIntegration[], inserts: readonly Insert[]): Wanted {
  return {
    principals: inserts,
    listed: listedIn(draft.subject.statement.raw),
    standIns: (entry) => standIns(entry, roles, draft.subject.bucket.partition),
  }
}

/** Entries of the planned NotPrincipal list. */
function listedIn(raw: unknown): readonly string[] {
  const element = isObject(raw) ? member(raw, 'NotPrincipal') : undefined
  const aws = isObject(element) ? member(element, 'AWS') : undefined
  return [aws].flat().filter((entry): entry is string => typeof entry === 'string')
}

/** Whom a remedy exempts from a statement, as ARNs. */
export function exemptedBy({ subject }: StatementDraft, remedy: Remedy): readonly string[] {
  return arnsFor(remedy, namedRoles(subject) ?? [], subject.bucket.partition)
}

/** The principals to write. */
function insertsFor(remedy: Remedy, roles: readonly NamedIntegration[], partition: string): readonly Insert[] {
  return arnsFor(remedy, roles, partition).map((arn) => ({ arn }))
}

function arnsFor(remedy: Remedy, roles: readonly NamedIntegration[], partition: string): readonly string[] {
  return remedy === 'principal-arn' ? roles.map((role) => roleArn(role, partition)) : vendorPrincipals(roles, partition)
}

/** The principals with the configured expressions in them; null where none are configured. */
function withExpressions(
  remedy: Remedy,
  roles: readonly NamedIntegration[],
  partition: string,
): readonly Insert[] | null {
  const [role, ...others] = roles
  if (role === undefined || others.length > 0 || role.expressions === null) return null
  const { account, roleName } = role.expressions
  const expressed = {
    ...role,
    account: account === undefined ? role.account : `\${${account}}`,
    roleName: roleName === undefined ? role.roleName : `\${${roleName}}`,
  }
  const templates = arnsFor(remedy, [expressed], partition)
  return arnsFor(remedy, roles, partition).map((arn, i) => ({ arn, template: templates[i] ?? arn }))
}
