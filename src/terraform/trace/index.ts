import type { Text } from '../../iam/text.js'
import type { Address } from '../plan/model.js'
import { type AttributeLocation, type AttributeRequest, locateWritten } from './attribute.js'
import { type Candidate, type Candidates, candidatesOf, chooseCandidate, type Method } from './candidates.js'
import type { Scope } from '../hcl/modules/context.js'
import { documentsOf } from '../hcl/evaluate/policy-json.js'
import { Evaluator } from '../hcl/evaluate/index.js'
import { rootInstance } from '../hcl/modules/instances.js'
import { HclGrammar, type ParseHcl } from '../hcl/syntax/parser.js'
import { type Fallback, fallbackOf, isFetched, rangeOf, type SourceRange } from '../hcl/modules/range.js'
import { writtenVariables } from '../hcl/evaluate/references.js'
import { type FoundResource, findResource, closestPosition } from '../hcl/modules/resource.js'
import { isLiteral, type Meaning, statementJson } from './source-json.js'
import { type SourceFiles, Sources } from '../hcl/modules/files.js'
import {
  unknown,
  type Member,
  memberNamed,
  type ObjectValue,
  type SourceOrigin,
  type OriginStyle,
  textOf,
} from '../hcl/values/value.js'

export type { AttributeLocation, AttributeRequest } from './attribute.js'
export type { Fallback, SourceRange } from '../hcl/modules/range.js'
export { SOURCE_READER, SourceUnknown } from './source-json.js'
export { HclGrammar } from '../hcl/syntax/parser.js'
export type { SourceFiles } from '../hcl/modules/files.js'

export interface PolicyRequest {
  /** The root module's folder, relative to the working directory, which is `''`. */
  readonly rootDirectory: string
  readonly address: Address
  /** The attribute that holds the policy's JSON text. */
  readonly attribute: 'policy'
  /** The planned statements, parsed; null when the policy is not known. Null and marked leaves are unknown. */
  readonly statements: readonly unknown[] | null
  /** Values of root variables that the plan states. */
  readonly variables: Readonly<Record<string, unknown>>
}

export interface FoundStatement {
  readonly found: true
  readonly method: Method
  /** The smallest construct that yields the statement. */
  readonly range: SourceRange
  /** Where to report it: the range, or for fetched code the caller's module block. */
  readonly anchor: SourceRange
  readonly style: OriginStyle
  readonly editable: boolean
  readonly whyNotEditable: string | null
  /** What an editor changes: the node of the style, and the file with its text. */
  readonly origin: SourceOrigin
  /** The evaluated statement; each member says where it was written. */
  readonly value: ObjectValue
  /** The statement as the sources say it, with `SourceUnknown` for what they leave open. */
  readonly source: unknown
  /** It is there exactly once as far as the sources say: no open loop, no undecided condition. */
  readonly certain: boolean
  /** Effect, principal, action and condition are spelled out in the sources. */
  readonly literal: boolean
}

export interface NotFoundStatement {
  readonly found: false
  readonly why: string
}

export type StatementLocation = FoundStatement | NotFoundStatement

export interface PolicyLocation {
  /** One for each planned statement, in order; where the policy is not known, one for each statement of the sources. */
  readonly statements: readonly StatementLocation[]
  /** The sources say of every statement that it is there; false where a list goes on in a way that is not known. */
  readonly complete: boolean
  /** The bucket that the policy is attached to, as the sources say; null where the resource was not found. */
  readonly bucket: Text | null
  /** Where to point for what was not located more closely; null where not even the resource was found. */
  readonly fallback: Fallback | null
  /** Why nothing at all could be followed, for a person; null otherwise. */
  readonly problem: string | null
}

/**
 * Maps planned statements of a bucket policy to the source constructs that yield them, by evaluating the policy's
 * expression (never by searching for text), or finds the statements of a policy that the plan does not know.
 *
 * Calls with the same `files` object share what was read and evaluated; give another object when contents change.
 */
export async function locatePolicy(request: PolicyRequest, files: SourceFiles): Promise<PolicyLocation> {
  return (await workspaceOf(files)).locate(request)
}

/**
 * Finds where an attribute of a planned resource, or of its nested block, has its value written: the literal itself, be it
 * in a local value, a default, a file of values or a caller's argument, else the closest place that a person can edit.
 */
export async function locateAttribute(request: AttributeRequest, files: SourceFiles): Promise<AttributeLocation> {
  return (await workspaceOf(files)).locateAttribute(request)
}

/** The values of root variables that only the plan states: those that the sources do not hold as well. */
export async function givenVariables(
  { rootDirectory, variables }: Pick<PolicyRequest, 'rootDirectory' | 'variables'>,
  files: SourceFiles,
): Promise<Readonly<Record<string, unknown>>> {
  return (await workspaceOf(files)).givenVariables(rootDirectory, variables)
}

async function workspaceOf(files: SourceFiles): Promise<Workspace> {
  const parse = await (files.grammar ?? new HclGrammar()).load()
  let workspace = workspaces.get(files)
  if (workspace === undefined) {
    workspace = new Workspace(files, parse)
    workspaces.set(files, workspace)
  }
  return workspace
}

const workspaces = new WeakMap<SourceFiles, Workspace>()

class Workspace {
  readonly #sources: Sources
  #evaluator: Evaluator
  /** By folder and the plan's variables. */
  #roots = new Map<string, Map<object, ReturnType<typeof rootInstance>>>()

  constructor(files: SourceFiles, parse: ParseHcl) {
    this.#sources = new Sources(files, parse)
    this.#evaluator = new Evaluator(this.#sources)
  }

  locate(request: PolicyRequest): PolicyLocation {
    this.#evaluator.restart()
    const result = this.#locate(request)
    if (!this.#evaluator.exhausted) return result
    this.#forget()
    const why = TOO_MUCH
    return {
      ...result,
      complete: false,
      problem: why,
      statements: result.statements.map(() => ({ found: false, why })),
    }
  }

  locateAttribute(request: AttributeRequest): AttributeLocation {
    this.#evaluator.restart()
    const result = locateWritten(request, this.#root(request), this.#evaluator)
    if (!this.#evaluator.exhausted) return result
    this.#forget()
    return { ...result, value: null, literal: null, why: TOO_MUCH }
  }

  /** What was remembered may have been cut off. */
  #forget(): void {
    this.#evaluator = new Evaluator(this.#sources)
    this.#roots = new Map()
  }

  givenVariables(rootDirectory: string, variables: PolicyRequest['variables']): PolicyRequest['variables'] {
    this.#evaluator.restart()
    const written = new Set(writtenVariables(this.#root({ rootDirectory, variables }), this.#evaluator))
    return Object.fromEntries(Object.entries(variables).filter(([name]) => !written.has(name)))
  }

  #locate(request: PolicyRequest): PolicyLocation {
    const found = findResource(request.address, this.#root(request), this.#evaluator)
    const fallback = fallbackOf(closestPosition(found, request.attribute))
    const lost = (why: string): PolicyLocation => ({
      statements: (request.statements ?? []).map(() => ({ found: false, why })),
      complete: false,
      bucket: null,
      fallback,
      problem: why,
    })
    if (!found.found) return lost(found.why)
    const { scope } = found
    if (scope === null) return lost('the sources have no instance with this key')
    const attribute = found.block.attribute(request.attribute)
    if (attribute === null) return lost(`the sources do not set ${request.attribute} there`)
    const value = this.#evaluator.evaluate(attribute.value, { ...scope, file: attribute.file })
    const candidates = candidatesOf(documentsOf(value))
    const bucket = this.#bucket(found, scope, request)
    const meaning = meaningOf(bucket)
    // A statement written in fetched code is none of the caller's arguments.
    const caller = fallbackOf(closestPosition(found, ''))
    const statements =
      request.statements === null
        ? candidates.list.map((candidate) => foundStatement(candidate, 'index', meaning, caller))
        : locateAll(request.statements, candidates, meaning, caller)
    return { statements, complete: candidates.closed, bucket, fallback, problem: null }
  }

  #root({
    rootDirectory,
    variables,
  }: Pick<PolicyRequest, 'rootDirectory' | 'variables'>): ReturnType<typeof rootInstance> {
    const byVariables = this.#roots.get(rootDirectory) ?? new Map<object, ReturnType<typeof rootInstance>>()
    this.#roots.set(rootDirectory, byVariables)
    const known = byVariables.get(variables)
    if (known !== undefined) return known
    const made = rootInstance(rootDirectory, variables, this.#evaluator)
    byVariables.set(variables, made)
    return made
  }

  #bucket(found: FoundResource & { found: true }, scope: Scope, { address }: PolicyRequest): Text {
    const attribute = found.block.attribute('bucket')
    if (attribute === null) return textOf(unknown(`${address.type}.${address.name}.bucket`))
    return textOf(this.#evaluator.evaluate(attribute.value, { ...scope, file: attribute.file }))
  }
}

function locateAll(
  planned: readonly unknown[],
  candidates: Candidates,
  meaning: Meaning,
  caller: Fallback | null,
): readonly StatementLocation[] {
  return planned.map((statement, index) => {
    if (typeof statement !== 'object' || statement === null || Array.isArray(statement)) {
      return { found: false, why: 'the planned statement is not an object' }
    }
    const choice = chooseCandidate(statement as Readonly<Record<string, unknown>>, index, planned.length, candidates)
    if (choice !== null) return foundStatement(choice.candidate, choice.method, meaning, caller)
    const why = candidates.list.length === 0 ? UNTRACEABLE : NO_MATCH
    return { found: false, why }
  })
}

const TOO_MUCH = 'the sources take too much work to follow'
const UNTRACEABLE = 'the statements of this policy cannot be traced in the sources'
const NO_MATCH =
  'no statement of the sources fits the planned one: the plan was made from other sources, or it cannot be traced'

function foundStatement(
  { value, certain }: Candidate,
  method: Method,
  meaning: Meaning,
  caller: Fallback | null,
): StatementLocation {
  const { origin } = value
  if (origin === null) return { found: false, why: 'the statement is not written in the sources' }
  const whyNotEditable = refusal(origin, method)
  const range = rangeOf(origin.file, origin)
  return {
    found: true,
    method,
    range,
    anchor: isFetched(origin.file) ? (caller?.range ?? range) : range,
    style: origin.style,
    editable: whyNotEditable === null,
    whyNotEditable,
    origin,
    value,
    source: statementJson(value, meaning),
    certain,
    literal: LITERAL.every((name) => literalMember(memberNamed(value, name))),
  }
}

const LITERAL = ['Effect', 'Principal', 'NotPrincipal', 'Action', 'NotAction', 'Condition']

/** An effect that a block leaves out is known as well. */
function literalMember(one: Member | null): boolean {
  return (
    one === null ||
    (one.name === 'Effect' && one.value.kind === 'string' && one.value.text === 'Allow') ||
    isLiteral(one.value)
  )
}

function refusal(origin: SourceOrigin, method: Method): string | null {
  if (isFetched(origin.file)) return 'it is in a module that is fetched, not in this repository'
  if (origin.file.hasError) return 'the file has syntax errors'
  if (method === 'medium') return 'several statements of the sources could be the planned one'
  switch (origin.style) {
    case 'json-text':
      return origin.region.hasError ? 'the policy text is not plain JSON around its expressions' : null
    case 'object':
    case 'statement-block':
    case 'dynamic-content':
    case 'merge':
      return null
    case 'tf-json':
      return 'JSON configuration is usually generated: change what it is generated from'
    case 'quoted-json':
      return 'the policy is JSON inside a quoted string'
    default:
      return 'the statement is the result of an expression'
  }
}

/** Tokens of the name of the bucket at hand are known to be just that. */
function meaningOf(bucket: Text): Meaning {
  const pieces = typeof bucket === 'string' ? [] : bucket
  const own = new Set(pieces.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.token])))
  return (token) => (own.has(token.token) && token.means === undefined ? [{ ...token, means: 'bucket-name' }] : null)
}
