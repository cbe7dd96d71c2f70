import { Evaluator, MAX_STEPS, writtenVariables } from '../hcl/evaluate/index.js'
import { Engines } from '../hcl/functions/index.js'
import { type ModuleInstance, rootInstance, type SourceFiles, Sources } from '../hcl/modules/index.js'
import { HclGrammar, type ParseHcl } from '../hcl/syntax/index.js'
import { type AttributeLocation, type AttributeRequest, locateWritten } from './attribute.js'
import { type Inventory, inventoryOf } from './inventory.js'
import { locateStatements, type PolicyLocation, type PolicyRequest } from './policy.js'

type RootRequest = Pick<PolicyRequest, 'rootDirectory' | 'variables' | 'unplanned'>

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

/** What a root module declares of bucket policies and Object Ownership, instance by instance. */
export async function declaredIn(request: RootRequest, files: SourceFiles): Promise<Inventory> {
  return (await workspaceOf(files)).inventory(request)
}

/** The values of root variables that only the plan states: those that the sources do not hold as well. */
export async function givenVariables(
  request: RootRequest,
  files: SourceFiles,
): Promise<Readonly<Record<string, unknown>>> {
  return (await workspaceOf(files)).givenVariables(request)
}

async function workspaceOf(files: SourceFiles): Promise<Workspace> {
  const parse = await (files.grammar ?? new HclGrammar()).load()
  let workspace = workspaces.get(files)
  if (workspace === undefined) {
    const before = files.before === undefined ? null : await workspaceOf(files.before.files)
    workspace = new Workspace(files, parse, before)
    workspaces.set(files, workspace)
  }
  return workspace
}

const workspaces = new WeakMap<SourceFiles, Workspace>()

/** What is said of sources whose evaluation ran out of steps. */
export const TOO_MUCH = 'the sources take too much work to follow'

/** Steps that the evaluations of one version of the sources may take in all before each of them has fewer. */
const MAX_SPENT = 2_000_000
const STEPS_AFTERWARDS = 10_000

/** The variables of a root that only its plan states. */
interface Given extends Required<Pick<RootRequest, 'rootDirectory' | 'unplanned'>> {
  readonly given: Readonly<Record<string, unknown>>
}

/** What was read and evaluated of one version of the sources. */
class Workspace {
  readonly #sources: Sources
  readonly #engines = new Engines()
  #evaluator: Evaluator
  #spent = 0
  /** By folder and where the values of its variables come from. */
  #roots = new Map<string, Map<object, ModuleInstance>>()
  /** By the variables of requests: who asks again gets the same object, by which the root is found again. */
  readonly #given = new WeakMap<object, readonly Given[]>()

  constructor(files: SourceFiles, parse: ParseHcl, before: Workspace | null) {
    this.#sources = new Sources(files, parse, this.#engines, before === null ? null : before.#sources)
    this.#evaluator = new Evaluator(this.#sources, this.#engines)
  }

  async locate(request: PolicyRequest): Promise<PolicyLocation> {
    const result = await this.#settled(() => locateStatements(request, this.#root(request), this.#evaluator))
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

  async locateAttribute(request: AttributeRequest): Promise<AttributeLocation> {
    const result = await this.#settled(() => locateWritten(request, this.#root(request), this.#evaluator))
    if (!this.#evaluator.exhausted) return result
    this.#forget()
    return { ...result, value: null, literal: null, why: TOO_MUCH }
  }

  async givenVariables(request: RootRequest): Promise<PolicyRequest['variables']> {
    const { rootDirectory, variables, unplanned = null } = request
    const known = this.#given.get(variables) ?? []
    const found = known.find((one) => one.rootDirectory === rootDirectory && one.unplanned === unplanned)
    if (found !== undefined) return found.given
    const written = new Set(await this.#settled(() => writtenVariables(this.#root(request), this.#evaluator)))
    const given = Object.fromEntries(Object.entries(variables).filter(([name]) => !written.has(name)))
    if (!this.#evaluator.exhausted) this.#given.set(variables, [...known, { rootDirectory, unplanned, given }])
    return given
  }

  async inventory(request: RootRequest): Promise<Inventory> {
    const result = await this.#settled(() => inventoryOf(this.#root(request), this.#evaluator))
    if (!this.#evaluator.exhausted) return result
    this.#forget()
    return { ...result, whole: false }
  }

  /** What is found once every engine that was met on the way is loaded. */
  async #settled<T>(evaluate: () => T): Promise<T> {
    this.#restart()
    let result = evaluate()
    while (await this.#engines.load()) {
      this.#forget()
      this.#restart()
      result = evaluate()
    }
    this.#spent += this.#evaluator.steps
    return result
  }

  /** All evaluations of a run together may take some work; after that each has what a policy of a person takes. */
  #restart(): void {
    this.#evaluator.restart(this.#spent > MAX_SPENT ? STEPS_AFTERWARDS : MAX_STEPS)
  }

  /** What was remembered may have been cut off, or lack an engine. */
  #forget(): void {
    this.#evaluator = new Evaluator(this.#sources, this.#engines)
    this.#roots = new Map()
  }

  #root({ rootDirectory, variables, unplanned = null }: RootRequest): ModuleInstance {
    const byVariables = this.#roots.get(rootDirectory) ?? new Map<object, ModuleInstance>()
    this.#roots.set(rootDirectory, byVariables)
    const values = unplanned ?? variables
    const known = byVariables.get(values)
    if (known !== undefined) return known
    const made = rootInstance(rootDirectory, { variables, unplanned }, this.#evaluator)
    byVariables.set(values, made)
    return made
  }
}
