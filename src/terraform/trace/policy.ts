import { isSameToken, seenFrom, substitute, type Text, type Token } from '../../iam/text/text.js'
import { isObject } from '../../tree/value.js'
import { documentsOf, statementsOf, versionOf } from '../hcl/evaluate/index.js'
import {
  accountOf,
  accountOfCall,
  type Context,
  closestPosition,
  type Fallback,
  type FoundResource,
  fallbackOf,
  findResource,
  type ModuleInstance,
  rangeOf,
  type Scope,
  type SourceRange,
  type Unplanned,
} from '../hcl/modules/index.js'
import { type Attribute, ignoresChanges, type MergedBlock } from '../hcl/syntax/index.js'
import { parsedDocument, textOf, unknown, type Value } from '../hcl/values/index.js'
import type { Address } from '../plan/index.js'
import { type Candidates, candidatesOf, chooseCandidate } from './choose.js'
import { valueAt } from './handed.js'
import type { Meaning } from './source-json.js'
import { foundStatement, type StatementLocation } from './statement.js'

export interface PolicyRequest {
  /** The root module's folder, relative to the working directory, which is `''`. */
  readonly rootDirectory: string
  readonly address: Address
  /** The attribute that holds the policy's JSON text; behind it the steps into its value, `settings/0/2`; `a.0.b` in a block. */
  readonly attribute: string
  /** The planned statements, parsed; null when the policy is not known. Null and marked leaves are unknown. */
  readonly statements: readonly unknown[] | null
  /** Values of root variables that the plan states. */
  readonly variables: Readonly<Record<string, unknown>>
  /** Set where there is no plan. */
  readonly unplanned?: Unplanned | null
}

export interface PolicyLocation {
  /** One for each planned statement, in order; where the policy is not known, one for each statement of the sources. */
  readonly statements: readonly StatementLocation[]
  /** The sources say of every statement that it is there; false where a list goes on in a way that is not known. */
  readonly complete: boolean
  /** The policy's `Version`, null where it has none; undefined where the sources do not tell. */
  readonly version: string | null | undefined
  /** The resource ignores changes of the attribute (`ignore_changes`), so that Terraform applies none. */
  readonly ignoresChanges: boolean
  /** The value is null: there is no policy. */
  readonly absent: boolean
  /** The value is a truth value, as that of a flag is; null for any other. */
  readonly flag: boolean | null
  /** Names of what is not known and keeps statements from being known. */
  readonly missing: readonly string[]
  /** The bucket that the policy is attached to, as the sources say; null where the resource was not found. */
  readonly bucket: Text | null
  /** Where to point for what was not located more closely; null where not even the resource was found. */
  readonly fallback: Fallback | null
  /** Where the policy is a text that is not JSON as a whole; null otherwise. */
  readonly broken: SourceRange | null
  /** Why nothing at all could be followed, for a person; null otherwise. */
  readonly problem: string | null
  /** Texts of values that the sources declare as sensitive. */
  readonly concealed: ReadonlySet<string>
  /** One of them took part in the value, so that Terraform marks all of it. */
  readonly marked: boolean
}

/** See `locatePolicy`. */
export function locateStatements(request: PolicyRequest, root: ModuleInstance, context: Context): PolicyLocation {
  const [name = '', ...steps] = request.attribute.split('/')
  const found = findResource(request.address, root, context)
  const fallback = fallbackOf(closestPosition(found, name))
  const lost = (why: string): PolicyLocation => ({
    statements: (request.statements ?? []).map(() => ({ found: false, why })),
    complete: false,
    version: undefined,
    absent: false,
    flag: null,
    missing: [],
    ignoresChanges: false,
    bucket: null,
    fallback,
    broken: null,
    problem: why,
    concealed: context.concealed,
    marked: false,
  })
  if (!found.found) return lost(found.why)
  const { scope } = found
  if (scope === null) return lost('the sources have no instance with this key')
  const attribute = attributeAt(found.block, name)
  const before = context.touches
  const given = attribute === null ? null : context.evaluate(attribute.value, { ...scope, file: attribute.file })
  const value = given === null ? null : valueAt(given, steps.map(Number))
  if (value === null) return lost(`the sources do not set ${name} there`)
  const documents = value.kind === 'object' ? statementsOf(value) : documentsOf(value)
  const candidates = candidatesOf(documents)
  const marked = context.touches > before
  const account = accountIn(found, scope)
  const named = bucketOf(found, scope, request, context)
  const bucket = named === null ? null : substitute(named, (token) => [seenFrom(account, token)])
  const meaning = meaningOf(bucket, account)
  // A statement written in fetched code is none of the caller's arguments.
  const caller = fallbackOf(closestPosition(found, ''))
  const statements =
    request.statements === null
      ? candidates.list.map((candidate) => foundStatement({ candidate, method: 'index' }, meaning, caller))
      : locateAll(request.statements, candidates, meaning, caller)
  return {
    statements,
    complete: candidates.closed,
    version: versionOf(value),
    absent: value.kind === 'null' || (value.kind === 'tuple' && value.items.length === 0) || isEmptyText(value),
    flag: value.kind === 'primitive' && typeof value.value === 'boolean' ? value.value : null,
    missing: candidates.closed ? [] : missingIn(documents),
    ignoresChanges: ignoresChanges(found.block, name),
    bucket,
    fallback,
    broken: brokenIn(value),
    problem: null,
    concealed: context.concealed,
    marked,
  }
}

function brokenIn(value: Value): SourceRange | null {
  const origin = parsedDocument(value)?.origin ?? null
  return origin?.style === 'json-text' && origin.region.hasError ? rangeOf(origin.file, origin) : null
}

/** The attribute of a block, or of one within: `environment.0.variables`. */
export function attributeAt(block: MergedBlock, name: string): Attribute | null {
  const [type = '', place, inner] = name.split('.')
  if (inner === undefined) return block.attribute(name)
  return block.nested(type)[Number(place)]?.body.attributes.get(inner) ?? null
}

function isEmptyText(value: Value): boolean {
  return value.kind === 'string' && value.text === ''
}

/** The names of unknown values among statements; where only how often one is there is open, there are none. */
function missingIn(documents: readonly Value[]): readonly string[] {
  const names = new Set<string>()
  const todo = [...documents]
  for (let one = todo.pop(); one !== undefined; one = todo.pop()) {
    if (one.kind === 'unknown') names.add(one.token.token)
    if (one.kind === 'repeated') todo.push(one.body)
    if (one.kind === 'oneOf') todo.push(...one.options)
  }
  return [...names].sort()
}

/** Where a resource, or the call of a module, says its bucket; null where it does not, and where it may keep another one. */
export function bucketAttribute(block: MergedBlock): Attribute | null {
  return ignoresChanges(block, 'bucket') ? null : (block.attribute('bucket') ?? block.attribute('bucket_name'))
}

function bucketOf(
  { block }: FoundResource & { found: true },
  scope: Scope,
  { address }: PolicyRequest,
  context: Context,
): Text | null {
  const attribute = bucketAttribute(block)
  if (attribute === null) {
    if (address.type === 'module' || address.type === 'output') return null
    return textOf(unknown(`${address.type}.${address.name}.bucket`))
  }
  return textOf(context.evaluate(attribute.value, { ...scope, file: attribute.file }))
}

/** The account that a policy is put in place in. */
function accountIn({ block }: FoundResource & { found: true }, { module }: Scope): string {
  return block.block?.type === 'module' ? accountOfCall(block, module) : accountOf(block, module)
}

function locateAll(
  planned: readonly unknown[],
  candidates: Candidates,
  meaning: Meaning,
  caller: Fallback | null,
): readonly StatementLocation[] {
  return planned.map((statement, index) => {
    if (!isObject(statement)) return { found: false, why: 'the planned statement is not an object' }
    const choice = chooseCandidate(statement, index, planned.length, candidates)
    if (choice !== null) return foundStatement(choice, meaning, caller)
    const why = candidates.list.length === 0 ? UNTRACEABLE : NO_MATCH
    return { found: false, why }
  })
}

const UNTRACEABLE = 'the statements of this policy cannot be traced in the sources'
const NO_MATCH =
  'no statement of the sources fits the planned one: the plan was made from other sources, or it cannot be traced'

/** Tokens of the name of the bucket at hand are known to be just that. */
function meaningOf(bucket: Text | null, account: string): Meaning {
  const pieces = typeof bucket === 'string' || bucket === null ? [] : bucket
  const own = pieces.filter((piece) => typeof piece !== 'string')
  const isOwn = (token: Token) => own.some((one) => isSameToken(one, token))
  return (given) => {
    const token = seenFrom(account, given)
    return [token.means === undefined && isOwn(token) ? { ...token, means: 'bucket-name' } : token]
  }
}
