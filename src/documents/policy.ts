import type { PolicyDocument, Statement } from '../iam/model.js'
import { statementsOf } from '../iam/parse.js'
import { isObject, type JsonObject, member } from '../tree/value.js'
import { hasWildcard } from '../iam/principal.js'
import { display, isPlain, type Text } from '../iam/text.js'
import type { PolicySourceKind } from '../model/report.js'

/** Where a policy or a setting was read from. */
export interface Origin {
  readonly source: PolicySourceKind
  /** Relative to the working directory, with `/`. */
  readonly path: string
  /** JSON path of the policy object in its JSON document: `[]` for the root. */
  readonly at: readonly (string | number)[]
  /** Start of that JSON document in the file's text; a file may hold several documents. */
  readonly base: number
  /** Terraform address or CloudFormation logical id, which outlives line moves; null for bare policies. */
  readonly address: string | null
  /** True when the policy is the content of a JSON string: a command's output, not a source to edit. */
  readonly wrapped: boolean
}

/** One bucket policy as a document holds it. */
export interface Policy {
  readonly origin: Origin
  readonly document: PolicyDocument
  /** The policy object, for sizes and for judging an edited text. */
  readonly raw: JsonObject
  /** The bucket that the container names; null for bare policies, whose Resources name it. */
  readonly bucket: Text | null
  /** Tags that the bucket surely has, where the document holds the bucket; others may come from elsewhere. */
  readonly tags?: Tags
  /** True when the values hold tokens, so that known facts must be put in before judging. */
  readonly hasTokens: boolean
  /** True when the plan marks the policy as sensitive: then no text of it may appear anywhere, only its location. */
  readonly sensitive?: boolean
  /** True when the plan marks the bucket's name as sensitive: it serves to judge, and is not shown. */
  readonly hidesBucket?: boolean
  /** True when the plan leaves the policy as it is (`no-op`). */
  readonly unchanged?: boolean
  /** True when the plan holds the policy with unknown leaves, which the sources may tell. */
  readonly deferred?: boolean
  /** True when only the sources tell the policy, since the plan knows it after apply (assumption A6). */
  readonly fromSources?: boolean
}

/** The tags of a bucket, as far as a plan or template tells them. */
export interface Tags {
  readonly known: ReadonlyMap<string, string>
  /** There may be further tags, or tags whose value is not known. */
  readonly open: boolean
}

/** A bucket that a policy is about. */
export interface NamedBucket {
  readonly partition: string
  readonly name: Text
}

/**
 * How many buckets one policy is judged against. S3 takes 20 KB (20,480 bytes), and a name with the rest of its ARN takes
 * more than ten: no policy that S3 takes names as many.
 */
const MAX_BUCKETS = 2048

/**
 * The buckets that a bare policy names, by its Resources (docs/semantics.md, D41): wildcard names count
 * only where nothing else is named.
 */
export function bucketsOf(policy: Policy, partition: string): readonly NamedBucket[] {
  if (policy.bucket !== null) return [{ partition: partitionOf(policy, partition), name: policy.bucket }]
  const named = new Map<string, NamedBucket>()
  for (const statement of policy.document.statements) {
    for (const bucket of namedBy(statement, partition)) named.set(keyOf(bucket), bucket)
  }
  const all = [...named.values()]
  const concrete = all.filter(({ name }) => !hasWildcard(display(name)))
  if (all.length === 0) return [{ partition, name: [UNNAMED] }]
  return (concrete.length > 0 ? concrete : all).slice(0, MAX_BUCKETS)
}

/**
 * Tells which of the buckets of a bare policy a statement can be about: those that it names, or every one as soon as
 * one of its Resources is not spelled out.
 */
export function mayConcern(policy: Policy, statement: Statement, partition: string): (bucket: NamedBucket) => boolean {
  const { resource } = statement
  if (policy.bucket !== null || resource.kind !== 'positive') return () => true
  const keys = new Set<string>()
  for (const pattern of resource.patterns) {
    const bucket = bucketInArn(pattern, partition)
    if (bucket === null || bucketName(bucket) === null) return () => true
    keys.add(keyOf(bucket))
  }
  return (bucket) => keys.has(keyOf(bucket))
}

function keyOf({ partition, name }: NamedBucket): string {
  return `${partition}:${display(name)}`
}

/** The bucket of a policy that names none: its Resources are not known, and it is judged all the same. */
const UNNAMED = { token: 'bucket', means: 'bucket-name' } as const

/** The bucket's name as it may be shown: what a plan marks as sensitive may be nowhere. */
export function shownBucket({ bucket, sensitive, hidesBucket }: Policy, named: NamedBucket | null): string | null {
  const onlyInText = bucket === null && sensitive === true
  return hidesBucket === true || onlyInText ? null : bucketName(named)
}

/** The bucket's name, for selectors; null where it is not spelled out. */
export function bucketName(bucket: NamedBucket | null): string | null {
  return bucket !== null && isPlain(bucket.name) && !hasWildcard(bucket.name) ? bucket.name : null
}

function partitionOf(policy: Policy, fallback: string): string {
  for (const statement of policy.document.statements) {
    for (const { partition } of namedBy(statement, fallback)) return partition
  }
  return fallback
}

function namedBy(statement: Statement, partition: string): readonly NamedBucket[] {
  if (statement.resource.kind === 'invalid') return []
  return statement.resource.patterns.map((pattern) => bucketInArn(pattern, partition)).filter((named) => named !== null)
}

/** `arn:P:s3:::name/key` → the partition and the name, tokens included; null for anything else. */
export function bucketInArn(pattern: Text, fallback: string): NamedBucket | null {
  const pieces = isPlain(pattern) ? [pattern] : pattern
  const [first, ...rest] = pieces
  if (typeof first !== 'string') return null
  const head = /^arn:([^:]*):s3:::/.exec(first)
  if (head) return named(head[1] ?? fallback, [first.slice(head[0].length), ...rest])
  // `arn:${partition}:s3:::name`: the partition is a token of its own.
  const [token, tail, ...others] = rest.length > 0 && first === 'arn:' ? rest : []
  if (token === undefined || typeof token === 'string' || typeof tail !== 'string' || !tail.startsWith(':s3:::'))
    return null
  return named(fallback, [tail.slice(':s3:::'.length), ...others])
}

function named(partition: string, pieces: readonly (string | { readonly token: string })[]): NamedBucket | null {
  const name: (string | { readonly token: string })[] = []
  for (const piece of pieces) {
    const slash = typeof piece === 'string' ? piece.indexOf('/') : -1
    if (typeof piece === 'string' && slash !== -1) {
      if (slash > 0) name.push(piece.slice(0, slash))
      break
    }
    if (piece !== '') name.push(piece)
  }
  const [only] = name
  if (name.length === 0 || only === undefined) return null
  return { partition, name: name.length === 1 && typeof only === 'string' ? only : name }
}

/** Actions of a statement that names its resources by tokens only: then the service must be told by the actions. */
const S3_ACTION = /^s3:/i

/**
 * Whether an object is a bucket policy on its own (docs/semantics.md, D40): has Principal or NotPrincipal, and its
 * Resources name S3 buckets or objects. `Resource: "*"` or none is not enough: resource control policies look like that.
 */
export function looksLikeBucketPolicy(policy: JsonObject, document: PolicyDocument): boolean {
  const withPrincipal = statementsOf(policy).some(
    (raw) => isObject(raw) && (member(raw, 'Principal') !== undefined || member(raw, 'NotPrincipal') !== undefined),
  )
  return withPrincipal && document.statements.some(namesS3)
}

function namesS3(statement: Statement): boolean {
  if (statement.resource.kind === 'invalid') return false
  return statement.resource.patterns.some((pattern) => {
    if (bucketInArn(pattern, 'aws') !== null) return true
    return !isPlain(pattern) && typeof pattern[0] !== 'string' && isAboutS3(statement, pattern[0]?.token ?? '')
  })
}

function isAboutS3(statement: Statement, token: string): boolean {
  if (statement.action.kind !== 'invalid') {
    const actions = statement.action.patterns.filter(isPlain)
    if (actions.some((action) => S3_ACTION.test(action))) return true
    if (actions.some((action) => action !== '*')) return false
  }
  return /bucket|s3/i.test(token)
}
