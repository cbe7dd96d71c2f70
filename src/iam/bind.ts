import type { Condition, PatternElement, PolicyDocument, PrincipalElement, Statement } from './model.js'
import { matchGlob } from './text/glob.js'
import { isPlain, joinText, piecesOf, sliceText, substitute, type Text } from './text/text.js'

/** Facts that stand for tokens with a meaning. */
export interface BucketFacts {
  readonly account: string | null
  readonly partition: string
  /** The bucket's name where the container of the policy tells it; null for a bare policy. */
  readonly bucket?: Text | null
  /**
   * The roles that are judged: name → ARN, null where that is not known. A role of such a name in the same template is no
   * other principal.
   */
  readonly roles: ReadonlyMap<string, string | null>
}

/** The document with the bucket's account, partition and roles put in where a token stands for them. */
export function bindDocument(document: PolicyDocument, facts: BucketFacts): PolicyDocument {
  const bind = (text: Text) => bindText(text, facts)
  return { ...document, statements: document.statements.map((statement) => bindStatement(statement, bind)) }
}

/** A text with the bucket's account and partition put in. */
export function bindText(text: Text, { account, partition, roles, bucket = null }: BucketFacts): Text {
  return substitute(withPartition(text, partition), ({ token, means, named, is }) => {
    if (means === 'partition') return partition
    if (means === 'this-bucket') return bucket
    if (named !== undefined && roles.has(named)) return (is && roles.get(named)) ?? [{ token }]
    // One token for the unknown account everywhere, so that it equals itself.
    return means === 'account' ? (account ?? [{ token: 'account', holds: 'digits' }]) : null
  })
}

/** `arn:`, an expression in the partition, `:`; or an expression in the place of both in the ARN of a bucket. */
const PARTITION = /^(?:arn:([^:]*\0[^:]*):|\0:s3:\**:\**:)/

/**
 * An expression in the partition of an ARN can only stand for the bucket's own, since accounts do not delegate across
 * partitions (docs/semantics.md, D12).
 */
function withPartition(text: Text, partition: string): Text {
  if (isPlain(text)) return text
  const flat = text.map((piece) => (typeof piece === 'string' ? piece : '\u0000')).join('')
  const found = PARTITION.exec(flat)
  if (found === null) return text
  const [, written] = found
  const rest = sliceText(text, written === undefined ? 1 : 4 + written.length, flat.length)
  const isOther = written !== undefined && matchGlob(sliceText(text, 4, 4 + written.length), partition) === 'F'
  return isOther ? text : joinText([`arn:${partition}`, ...piecesOf(rest)])
}

type Bind = (text: Text) => Text

function bindStatement(statement: Statement, bind: Bind): Statement {
  return {
    ...statement,
    principal: bindPrincipal(statement.principal, bind),
    action: bindPatterns(statement.action, bind),
    resource: bindPatterns(statement.resource, bind),
    conditions: statement.conditions.map((condition) => bindCondition(condition, bind)),
  }
}

function bindPrincipal(element: PrincipalElement, bind: Bind): PrincipalElement {
  if (element.kind === 'invalid') return element
  return { ...element, entries: element.entries.map((entry) => ({ ...entry, value: bind(entry.value) })) }
}

function bindPatterns(element: PatternElement, bind: Bind): PatternElement {
  return element.kind === 'invalid' ? element : { ...element, patterns: element.patterns.map(bind) }
}

function bindCondition(condition: Condition, bind: Bind): Condition {
  return { ...condition, values: condition.values.map(bind) }
}
