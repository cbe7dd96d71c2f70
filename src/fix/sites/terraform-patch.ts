import { type NamedIntegration, roleArn, vendorPrincipals } from '../../clumio/integrations.js'
import type { CheckOptions, Remedy } from '../../model/options.js'
import type { StatementDraft } from '../../rules/drafts/draft.js'
import type { FoundStatement } from '../../terraform/trace/index.js'
import { isObject, member } from '../../tree/value.js'
import type { PlannedSources } from '../../units/planned-sources.js'
import { namedRoles, unknownRole, WHY } from '../offer.js'
import {
  type Insert,
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
  const isShared = sources.isShared(statement.range.path, draft.judged.policy)
  const literals = insertsFor(remedy, roles, partition)
  const inserts = isShared && options.integrations.length > 1 ? withExpressions(remedy, roles, partition) : literals
  if (inserts === null) return { ok: false, why: WHY.severalAccounts }
  const result =
    remedy === 'principal-arn'
      ? sourcePrincipalArn(statement, inserts, printers)
      : sourceNotPrincipal(statement, wantedList(draft, roles, inserts), printers)
  if ('reason' in result) return { ok: false, why: result.reason }
  if (sources.isLinked(result.path)) return { ok: false, why: WHY.linked }
  return { ok: true, path: result.path, edits: result.edits }
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

/** The principals to write. */
function insertsFor(remedy: Remedy, roles: readonly NamedIntegration[], partition: string): readonly Insert[] {
  return arnsFor(remedy, roles, partition).map((arn) => ({ arn }))
}

function arnsFor(remedy: Remedy, roles: readonly NamedIntegration[], partition: string): readonly string[] {
  return remedy === 'principal-arn' ? roles.map((role) => roleArn(role, partition)) : vendorPrincipals(roles, partition)
}

/**
 * The principals with the configured expressions in them, for a file that another integration's root may use too: a
 * literal account would be wrong there. Null where no expressions are configured.
 */
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
