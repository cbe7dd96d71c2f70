import { type Change, type CompleteList, type Insert, none, type StatementRemedy, type View } from './operation.js'

/** Whom a `NotPrincipal` is to exempt. */
export interface Exempted {
  /** In the vendor's order. */
  readonly principals: readonly Insert[]
  /** What the statement is known to list already, however it is written; null where only its text tells. */
  readonly listed: readonly string[] | null
  /** What an inert entry of the list stands for: the ARNs of the principals to put in its place. */
  readonly standIns: (entry: string) => readonly string[]
}

/**
 * `Principal` becomes `NotPrincipal` with the given principals, or an existing `NotPrincipal` is completed with those it
 * lacks: its entries keep their order, inert ones give way to what they stand for.
 */
export function notPrincipal(exempted: Exempted): StatementRemedy {
  return (statement) => {
    const existing = statement.member('NotPrincipal')
    const own = existing ?? statement.member('Principal')
    if (own === null) return none('no-principal')
    if (own.kind === 'elsewhere') return none('principal-elsewhere')
    if (existing !== null) return completed(existing, exempted)
    return { kind: 'rename', from: 'Principal', to: 'NotPrincipal', key: 'AWS', values: exempted.principals }
  }
}

function completed(existing: View, exempted: Exempted): Change {
  if (existing.kind !== 'map') return none('not-principal-no-map')
  const aws = existing.member('AWS')
  const { listed, principals } = exempted
  if (aws === null && existing.extensible) {
    const values = missingFrom(listed ?? [], principals)
    return { kind: 'add', at: ['NotPrincipal'], names: ['AWS'], values, asList: true }
  }
  if (aws === null || aws.kind === 'elsewhere') return none('list-elsewhere')
  const entries = entriesOf(aws)
  const missing = missingFrom([...(listed ?? []), ...(entries ?? [])], principals)
  const isUnknown = entries === null || (listed === null && entries.includes(null))
  if (isUnknown && missing.length > 0) return none('list-unknown')
  return { kind: 'complete', at: ['NotPrincipal', 'AWS'], ...placed(entries ?? [], missing, exempted) }
}

/** The entries of a list, or a text as its only one; null for everything else. */
function entriesOf(view: View): readonly (string | null)[] | null {
  if (view.kind === 'list') return view.entries
  return view.kind === 'text' ? [view.text] : null
}

function missingFrom(present: readonly (string | null)[], principals: readonly Insert[]): readonly Insert[] {
  const known = new Set(present)
  return principals.filter(({ arn }) => !spellings(arn).some((one) => known.has(one)))
}

/** An account's id alone means its root user, too (IAM User Guide, "AWS account principals"). */
function spellings(arn: string): readonly string[] {
  const account = /^arn:[\w-]+:iam::(\d{12}):root$/.exec(arn)?.[1]
  return account === undefined ? [arn] : [arn, account]
}

/** Each missing principal in the place of the first entry that stands for it, else behind the last. */
function placed(
  entries: readonly (string | null)[],
  missing: readonly Insert[],
  exempted: Exempted,
): Pick<CompleteList, 'missing' | 'standIns' | 'appended'> {
  const standIns = new Map<number, readonly Insert[]>()
  let left = missing
  for (const [i, entry] of entries.entries()) {
    const meant = entry === null ? [] : exempted.standIns(entry)
    const own = left.filter(({ arn }) => meant.includes(arn))
    if (own.length === 0) continue
    standIns.set(i, own)
    left = left.filter((one) => !own.includes(one))
  }
  return { missing, standIns, appended: left }
}
