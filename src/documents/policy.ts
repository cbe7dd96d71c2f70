import { PARTITIONS, partitionOfRegion } from '../clumio/roles.js'
import type { PatternElement, PolicyDocument, Statement } from '../iam/model.js'
import { statementsOf } from '../iam/parse.js'
import { hasWildcard } from '../iam/principal.js'
import { matchGlob } from '../iam/text/glob.js'
import { display, isPlain, isSameText, joinText, lengthOf, piecesOf, sliceText, type Text } from '../iam/text/text.js'
import type { PolicySourceKind } from '../model/report.js'
import { commonEntries } from '../text/group.js'
import { isObject, type JsonObject, member } from '../tree/value.js'
import { TEMPLATE_READER } from './template.js'

/** Where a policy or a setting was read from. */
export interface Origin {
  readonly source: PolicySourceKind
  /** Relative to the working directory, with `/`. */
  readonly path: string
  /** JSON path of the policy object in its JSON document: `[]` for the root. */
  readonly at: readonly (string | number)[]
  /** Set where a name on that path may not be shown: it serves to find what stands there. */
  readonly hidesRoute?: true
  /** Which of the plans of the file it is of, from 0; absent for what is in no plan. */
  readonly plan?: number
  /** The folder of the root module whose sources hold it, where no plan does; `plan` then counts its variants. */
  readonly root?: string
  /** The folder of the unit of Terragrunt that runs this root module's code: that is the root, for a reader. */
  readonly unit?: string
  /** The attribute of its block that holds it, where that is not the one which its type always has. */
  readonly attribute?: string
  /** Start of that JSON document in the file's text; a file may hold several documents. */
  readonly base: number
  /** What the document is written in, where that is not JSON. */
  readonly syntax?: 'yaml'
  /** Terraform address or CloudFormation logical id, which outlives line moves; null for bare policies. */
  readonly address: string | null
  /** True when the policy is the content of a text: a command's output, not a source to edit, unless it is `embedded`. */
  readonly wrapped: boolean
  /** Set where that text is the source: the policy is edited in it. */
  readonly embedded?: true
  /** The line on which the item that holds it begins, 1-based, where the text of the file is not kept. */
  readonly line?: number
  /** Why nothing can be edited where it stands: a tool wrote it. */
  readonly generated?: string
}

/** Why nothing is edited in what a tool printed. */
export const COMMAND_OUTPUT = 'the policy is the output of a command, not a source: change it where it is written'

/** A bucket policy that a document holds by reference, or in a way that cannot be read, in whole or in part. */
export interface UnreadPolicy {
  readonly origin: Origin
  readonly why: string
  /** Set where it is not sure to be the policy of a bucket. */
  readonly unsure?: true
}

/** One bucket policy as a document holds it. */
export interface Policy {
  readonly origin: Origin
  readonly document: PolicyDocument
  /** The policy object, for sizes and for judging an edited text. */
  readonly raw: JsonObject
  /** The bucket that the container names; null for bare policies, whose Resources name it. */
  readonly bucket: Text | null
  /** The bucket's name where the container has an expression for it and the Resources spell it out. */
  readonly named?: string
  /** What it is written as, where it is a text in its document. */
  readonly text?: string
  /** The account that owns the bucket, 12 digits, where what is around the policy tells it. */
  readonly account?: string
  /** The bucket's Region, where what is around the policy tells it. */
  readonly region?: string
  /** Tags that the bucket surely has, where the document holds the bucket; others may come from elsewhere. */
  readonly tags?: Tags
  /** The bucket's partition where the document tells it; absent where nothing does. */
  readonly partition?: string | null
  /** True when the values hold tokens, so that known facts must be put in before judging. */
  readonly hasTokens: boolean
  /** True when the plan marks the policy as sensitive: then no text of it may appear anywhere, only its location. */
  readonly sensitive?: boolean
  /** True when the plan marks the bucket's name, its account or its Region as sensitive: they serve to judge, and are not shown. */
  readonly hidesBucket?: boolean
  /** True when the plan leaves the policy as it is (`no-op`). */
  readonly unchanged?: boolean
  /** True when the plan holds the policy with unknown leaves, which the sources may tell. */
  readonly deferred?: boolean
  /**
   * Reads the policy object anew, as an edit left it. Missing where the object alone says what it means; here its
   * expressions, or what is around it, mean something only together with the rest of the document.
   */
  readonly reread?: (raw: JsonObject) => Policy | null
  /** Reads the policy again together with other files, as an edit left it: where it depends on them, or on who calls it. */
  readonly within?: Within
  /** The files besides its own that have a part in it: those of its callers, and what they include. */
  readonly through?: readonly string[]
  /** The policy as it is with the defaults of all parameters; null where it is not there then. */
  readonly withDefaults?: () => Policy | null
  /** True when sources leave something of it open besides the partition, the account and the name of its own bucket. */
  readonly open?: boolean
  /** Set when only the sources tell the policy: the plan knows it after apply (assumption A6), or there is none (A7). */
  readonly fromSources?: 'deferred' | 'unplanned'
}

/** How a policy is read again that other files have a part in; null where an edit left none. */
export interface Within {
  /** From the whole document that it is written in. */
  readonly document: (root: unknown) => Policy | null
  /** From its object alone, which costs less; missing where it is written as a text. */
  readonly alone?: (raw: JsonObject) => Policy | null
}

/** The tags of a bucket, as far as a plan, sources or a template tell them. */
export interface Tags {
  readonly known: ReadonlyMap<string, string>
  /** Whether there may be a tag of a key that is not among those known. */
  readonly mayHave: (key: string) => boolean
}

/** Tags that are known beside any others. */
export function someTags(known: Tags['known']): Tags {
  return { known, mayHave: () => true }
}

/** The tags of a bucket that is one of several: those that all have, and others where one may have them. */
export function tagsOfOne(all: readonly Tags[]): Tags {
  const known = commonEntries(all.map((one) => one.known))
  return { known, mayHave: (key) => all.some((one) => one.known.has(key) || one.mayHave(key)) }
}

/** A bucket that a policy is about. */
export interface NamedBucket {
  readonly partition: string
  readonly name: Text
  /** The only other partition that its Resources spell out, where none of them can be in its own: they match nothing. */
  readonly elsewhere?: string
}

/** The partitions in which the roles are that protect a bucket of this name; null is a name that is not known. */
export type PartitionsOf = (name: string | null) => readonly string[]

/**
 * The buckets that a bare policy names, by its Resources (docs/semantics.md, D41): wildcard names count
 * only where nothing else is named.
 */
export function bucketsOf(policy: Policy, ofRoles: PartitionsOf): readonly NamedBucket[] {
  const references = policy.document.statements.flatMap(namedBy)
  const known: PartitionsOf = (name) => {
    const partitions = ofRoles(name)
    return partitions.length > 0 || !policy.partition ? partitions : [policy.partition]
  }
  const own = policy.named ?? policy.bucket
  if (own !== null) return [located(own, references, references, known)]
  const named = new Map<string, BucketReference[]>()
  for (const one of references) {
    const own = named.get(keyOf(one))
    if (own === undefined) named.set(keyOf(one), [one])
    else own.push(one)
  }
  const all = [...named.values()].map((own) => located(own[0]?.name ?? '', own, references, known))
  const concrete = all.filter(({ name }) => !hasWildcard(display(name)))
  if (all.length === 0) return [located([UNNAMED], [], [], known)]
  return concrete.length > 0 ? concrete : all
}

/** What the document around a policy tells of its bucket. */
export interface Surroundings {
  /** Names that may be the bucket's, the likeliest first. */
  readonly names: readonly string[]
  /** How many of these names stand where only a bucket's name does. */
  readonly sure: number
  /** 12 digits; null where nothing tells. */
  readonly account: string | null
  readonly region: string | null
}

/** A policy with what is around it: its bucket, and the account, Region and partition of that. */
export function placedBy(policy: Policy, { names, sure, account, region }: Surroundings): Policy {
  return {
    ...policy,
    bucket: bucketAmong(policy, names, sure),
    ...(account === null ? {} : { account }),
    ...(region === null ? {} : { region, partition: partitionOfRegion(region) }),
  }
}

/**
 * The bucket of a policy among the names that what is around it tells. S3 takes no policy that names another bucket, so a
 * name that no Resource has is something else's, unless the Resources spell out none.
 *
 * @param names the likeliest first
 * @param sure how many of them stand where only a bucket's name does
 */
function bucketAmong(policy: Policy, names: readonly string[], sure: number): Text | null {
  const references = policy.document.statements.flatMap(namedBy)
  const named = new Map(references.map(({ name }) => [display(name), name]))
  const fitting = names.find((name) => named.has(name))
  if (fitting !== undefined) return named.get(fitting) ?? null
  const isSpelledOut = references.some((one) => bucketName(one) !== null)
  return isSpelledOut || sure === 0 ? null : TEMPLATE_READER.text(names[0])
}

/**
 * A policy whose container has an expression for its bucket, with the one name that its Resources spell out: S3 takes no
 * policy that names another bucket.
 */
export function withNamedBucket(policy: Policy): Policy {
  const { bucket, document } = policy
  if (bucket === null || isPlain(bucket)) return policy
  const spelled = new Set(document.statements.flatMap(namedBy).flatMap((one) => bucketName(one) ?? []))
  const [named, ...others] = spelled
  if (named === undefined || others.length > 0 || matchGlob(bucket, named) === 'F') return policy
  const statements = document.statements.map((one) => ({ ...one, resource: inBucket(one.resource, bucket, named) }))
  return { ...policy, named, document: { ...document, statements } }
}

/** Resources with a name in the place of the expression for it. */
function inBucket(resource: PatternElement, bucket: Text, name: string): PatternElement {
  if (resource.kind === 'invalid') return resource
  const patterns = resource.patterns.map((pattern) => {
    const found = bucketInArn(pattern)
    if (found === null || !isSameText(found.name, bucket)) return pattern
    const [before, after] = [
      sliceText(pattern, 0, found.start),
      sliceText(pattern, found.start + lengthOf(found.name), lengthOf(pattern)),
    ]
    return joinText([...piecesOf(before), name, ...piecesOf(after)])
  })
  return { ...resource, patterns }
}

/**
 * A bucket with its partition (docs/semantics.md, D12): that of the roles which protect it, or of the plan, if there are
 * several one in which one of its Resources can be; else the first one that a Resource spells out.
 */
function located(
  name: Text,
  own: readonly BucketReference[],
  all: readonly BucketReference[],
  known: PartitionsOf,
): NamedBucket {
  const ofRoles = known(isPlain(name) && !hasWildcard(name) ? name : null)
  const fits = ofRoles.find((partition) => own.some((one) => mayBeIn(one, partition)))
  const spelledOut = (list: readonly BucketReference[]) => list.find(({ literal }) => literal !== null)?.literal
  const [ofRole] = ofRoles
  const written = spelledOut(own) ?? undefined
  if (fits === undefined && ofRole !== undefined && written !== undefined) {
    return { name, partition: ofRole, elsewhere: written }
  }
  const told = fits ?? written ?? ofRole ?? spelledOut(all)
  // Of a pattern alone, the first partition that it covers.
  return { name, partition: told ?? PARTITIONS.find((one) => own.some((each) => mayBeIn(each, one))) ?? 'aws' }
}

function mayBeIn({ partition }: BucketReference, wanted: string): boolean {
  return matchGlob(partition, wanted) !== 'F'
}

/**
 * Tells which of the buckets of a bare policy a statement can be about: those that it names, or every one as soon as
 * one of its Resources is not spelled out.
 */
export function mayConcern(policy: Policy, statement: Statement): (bucket: NamedBucket) => boolean {
  const { resource } = statement
  if (policy.bucket !== null || resource.kind !== 'positive') return () => true
  const keys = new Set<string>()
  for (const pattern of resource.patterns) {
    const bucket = bucketInArn(pattern)
    if (bucket === null || bucketName(bucket) === null) return () => true
    keys.add(keyOf(bucket))
  }
  return (bucket) => keys.has(keyOf(bucket))
}

function keyOf({ name }: Pick<NamedBucket, 'name'>): string {
  return display(name)
}

/** The bucket of a policy that names none: its Resources are not known, and it is judged all the same. */
const UNNAMED = { token: 'bucket', means: 'bucket-name' } as const

/** The bucket's name as it may be shown: what a plan marks as sensitive may be nowhere. */
export function shownBucket({ bucket, sensitive, hidesBucket }: Policy, named: NamedBucket | null): string | null {
  const onlyInText = bucket === null && sensitive === true
  return hidesBucket === true || onlyInText ? null : bucketName(named)
}

/** The bucket's name, for selectors; null where it is not spelled out. */
export function bucketName(bucket: Pick<NamedBucket, 'name'> | null): string | null {
  return bucket !== null && isPlain(bucket.name) && !hasWildcard(bucket.name) ? bucket.name : null
}

function namedBy(statement: Statement): readonly BucketReference[] {
  if (statement.resource.kind === 'invalid') return []
  return statement.resource.patterns.map(bucketInArn).filter((named) => named !== null)
}

/** How a Resource names a bucket. */
export interface BucketReference {
  readonly name: Text
  /** As written; a pattern or an expression may stand in it. */
  readonly partition: Text
  /** The partition where it is spelled out. */
  readonly literal: string | null
  /** Where the name begins in the Resource. */
  readonly start: number
}

/** Stands for an expression, one character for each. */
const EXPRESSION = '\u0000'
/** Region and account are empty in the ARN of a bucket; patterns for anything cover that. */
const IN_BUCKET = /^(?:arn:([^:]*)|\0):s3:\**:\**:/

/** `arn:P:s3:::name/key` → the partition and the name, tokens included; null for anything else. */
function bucketInArn(pattern: Text): BucketReference | null {
  const pieces = piecesOf(pattern)
  const flat = isPlain(pattern)
    ? pattern
    : pattern.map((piece) => (typeof piece === 'string' ? piece : EXPRESSION)).join('')
  const [head, partition] = IN_BUCKET.exec(flat) ?? []
  if (head === undefined) return null
  const end = /[:/]/.exec(flat.slice(head.length))
  const name = sliceText(pieces, head.length, end === null ? flat.length : head.length + end.index)
  // An access point's ARN has a Region and an account, which a pattern may cover.
  if (name === '' || (name === 'accesspoint' && !head.endsWith(':::'))) return null
  if (partition === undefined) return { name, partition: [{ token: 'partition' }], literal: null, start: head.length }
  const literal = partition.includes(EXPRESSION) || hasWildcard(partition) ? null : partition
  return { name, partition: sliceText(pieces, 4, 4 + partition.length), literal, start: head.length }
}

/** Actions of a statement that names its resources by tokens only: then the service must be told by the actions. */
const S3_ACTION = /^s3:/i

/**
 * Whether an object is a bucket policy on its own (docs/semantics.md, D40): has Principal or NotPrincipal, and its
 * Resources name S3 buckets or objects. `Resource: "*"` or none is not enough: resource control policies look like that.
 * S3 refuses a statement about another service, so a document with one is something else.
 */
export function looksLikeBucketPolicy(policy: JsonObject, document: PolicyDocument): boolean {
  const withPrincipal = statementsOf(policy).some(
    (raw) => isObject(raw) && (member(raw, 'Principal') !== undefined || member(raw, 'NotPrincipal') !== undefined),
  )
  return withPrincipal && document.statements.some(namesS3) && !document.statements.some(isAboutOther)
}

/** Whether all actions of a statement, or all its resources, are those of another service. */
export function isAboutOther({ action, resource }: Statement): boolean {
  const isAll = (element: PatternElement, test: RegExp) =>
    element.kind === 'positive' && element.patterns.every((pattern) => isPlain(pattern) && test.test(pattern))
  return isAll(action, OTHER_ACTION) || isAll(resource, OTHER_ARN)
}

/** A service spelled out that is not S3. */
const OTHER_ACTION = /^(?!s3:)[a-z0-9-]+:/i
const OTHER_ARN = /^arn:[^:]*:(?!s3:)[a-z0-9-]+:/

function namesS3(statement: Statement): boolean {
  if (statement.resource.kind === 'invalid') return false
  return statement.resource.patterns.some((pattern) => {
    if (bucketInArn(pattern) !== null || (isPlain(pattern) && SHORT_ARN.test(pattern))) return true
    return !isPlain(pattern) && typeof pattern[0] !== 'string' && isAboutS3(statement, pattern[0]?.token ?? '')
  })
}

/** What somebody meant as an ARN of S3, with a part too few: it names no bucket, and is about one. */
const SHORT_ARN = /^arn:[^:]*:s3:[^:]*:[^:]+$/

function isAboutS3(statement: Statement, token: string): boolean {
  if (statement.action.kind !== 'invalid') {
    const actions = statement.action.patterns.filter(isPlain)
    if (actions.some((action) => S3_ACTION.test(action))) return true
    if (actions.some((action) => action !== '*')) return false
  }
  return /bucket|s3/i.test(token)
}
