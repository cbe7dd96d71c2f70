import type { UnknownPolicy } from '../documents/document.js'
import { PLAN_READER } from '../documents/forms/planned-policies.js'
import type { Origin, Policy } from '../documents/policy.js'
import { parsePolicy, type Reader, statementsOf } from '../iam/parse.js'
import { isPlain } from '../iam/text/text.js'
import type { NamedRoot } from '../model/options.js'
import { isPlannedUnknown, type Plan, PlanIndex, parseAddress, withoutKeys } from '../terraform/plan/index.js'
import type { Checkout } from '../terraform/roots/checkout.js'
import type { TerraformSource } from '../terraform/roots/declarations.js'
import { type PlanRoot, rootOfPlan } from '../terraform/roots/plan-root.js'
import {
  givenVariables,
  locatePolicy,
  type PolicyLocation,
  type PolicyRequest,
  SOURCE_READER,
  type SourceFiles,
  SourceUnknown,
  type StatementLocation,
  type Unplanned,
} from '../terraform/trace/index.js'
import type { TextEdit } from '../text/edit.js'
import type { LineIndex } from '../text/lines.js'
import { folderOf } from '../text/paths.js'
import { isConfiguration } from '../text/terraform-files.js'
import { variableAround } from '../text/variable-block.js'
import { isObject, type JsonObject, member } from '../tree/value.js'
import { type Gap, gapAt, type LeftOut } from './everywhere.js'
import { hiddenIn, isComplete, policyOfSources } from './source-policy.js'
import type { SourceTree } from './source-tree.js'

export interface Located {
  readonly location: PolicyLocation
}

/** A root module without a plan, in one of its variants: `plan` says what its sources declare. */
export interface RootVariant {
  readonly folder: string
  readonly plan: Plan
  readonly unplanned: Unplanned
}

const NOTHING: LeftOut = { roots: new Set(), values: [] }

/** What the sources of a run are made from. */
export interface PlannedParts {
  readonly plans: readonly Plan[]
  readonly terraform: readonly TerraformSource[]
  /** The root modules that the user named for the plans. */
  readonly named: readonly NamedRoot[]
  readonly tree: SourceTree
  /** Root modules without a plan, in each of their variants. */
  readonly variants?: readonly RootVariant[]
  /** What was left out of them. */
  readonly leftOut?: LeftOut
}

/**
 * The sources behind the plans of one run, and of the root modules without one: what their expressions evaluate to.
 */
export class PlannedSources {
  /** What plans put in place, then what root modules without one declare. */
  readonly plans: readonly Plan[]
  readonly #tree: SourceTree
  readonly #terraform: readonly TerraformSource[]
  readonly #named: readonly NamedRoot[]
  readonly #opened = new WeakMap<SourceFiles, Map<Policy, PolicyLocation['statements']>>()
  readonly #variants: ReadonlyMap<Plan, RootVariant>
  readonly #located = new Map<string, Promise<PolicyLocation | null>>()
  readonly #roots = new Map<Plan, PlanRoot>()
  readonly #indices = new Map<Plan, PlanIndex>()
  readonly #leftOut: LeftOut

  constructor({ plans, terraform, named, tree, variants = [], leftOut = NOTHING }: PlannedParts) {
    this.#leftOut = leftOut
    this.plans = [...plans, ...variants.map(({ plan }) => plan)]
    this.#variants = new Map(variants.map((one) => [one.plan, one]))
    this.#terraform = terraform
    this.#named = named
    this.#tree = tree
  }

  get files(): SourceFiles {
    return this.#tree.files
  }

  /** Maps the statements of a planned policy to their sources; null where no root module is known. */
  async locate(policy: Policy): Promise<Located | null> {
    const { address } = policy.origin
    const plan = this.planOf(policy.origin)
    if (address === null || plan === null) return null
    const key = `${plan.kind}\n${plan.path}\n${plan.place}\n${address}\n${policy.origin.attribute ?? ''}`
    const known = this.#located.get(key) ?? this.#locate(this.requestFor(policy))
    this.#located.set(key, known)
    const location = await known
    return location === null ? null : { location }
  }

  /**
   * A policy that the plan knows only after apply, from its sources; null where they hold no statement of it. Where they
   * leave a list open, it is not complete: then something of it stays unknown.
   */
  async sourcePolicy(plan: Plan, unknown: UnknownPolicy): Promise<{ policy: Policy; complete: boolean } | null> {
    const { address, bucket, sensitive, hidesBucket } = unknown
    const location = await this.locateStatements(plan, address, null)
    if (location === null) return null
    // Sources of another environment than the plan's say nothing about this one.
    if (bucket !== null && isPlain(location.bucket ?? bucket) && (location.bucket ?? bucket) !== bucket) return null
    const { path, place } = plan
    const policy = policyOfSources(location, {
      origin: { source: 'terraform-source', path, plan: place, at: [], base: 0, address, wrapped: true },
      bucket: bucket ?? location.bucket,
      plan,
      sensitive,
      hidesBucket,
      fromSources: 'deferred',
    })
    return policy === null ? null : { policy, complete: isComplete(location) }
  }

  /** A policy with unknown leaves, with what the sources say in their place; the rest is as planned. */
  async filled(policy: Policy): Promise<Policy> {
    const located = await this.locate(policy)
    if (located === null) return policy
    const { location } = located
    const statements = statementsOf(policy.raw).map((planned, i) => {
      const found = location.statements[i]
      return found?.found ? fill(planned, found.source) : planned
    })
    const raw = { ...policy.raw, Statement: statements }
    const bucket = policy.bucket ?? location.bucket
    const hidden = hiddenIn(this.planOf(policy.origin), location, { raw, bucket })
    return {
      ...policy,
      raw,
      document: parsePolicy(raw, FILLED_READER),
      bucket,
      sensitive: policy.sensitive === true || hidden.sensitive,
      hidesBucket: policy.hidesBucket === true || hidden.hidesBucket,
    }
  }

  /** @param statements planned values, or null for a policy that the plan does not know */
  async locateStatements(
    plan: Plan,
    address: string,
    statements: readonly unknown[] | null,
  ): Promise<PolicyLocation | null> {
    return this.#locate(this.#request(plan, address, statements))
  }

  async #locate(request: PolicyRequest | null): Promise<PolicyLocation | null> {
    return request === null ? null : locatePolicy(request, this.files)
  }

  /** Why the sources tell nothing of a planned policy, in words: what is missing, and where it was looked for. */
  async whyUnknown(plan: Plan, address: string): Promise<string> {
    if (this.rootOf(plan) === null) {
      const folder = folderOf(plan.path)
      const own = this.whyNoRoot({ path: plan.path, plan: plan.place })
      return (
        own ??
        `the Terraform sources of the plan were found neither in ${folder === '' ? 'its folder' : folder} nor in another folder of the files checked (name theirs with terraform-directory)`
      )
    }
    const location = await this.locateStatements(plan, address, null)
    return (
      location?.problem ??
      'the sources compute it from values that only the apply knows, or by an expression that is not evaluated here'
    )
  }

  #request(
    plan: Plan,
    address: string,
    statements: readonly unknown[] | null,
    attribute?: string,
  ): PolicyRequest | null {
    const rootDirectory = this.rootOf(plan)
    const parsed = this.indexOf(plan).at(address)?.parsed ?? parseAddress(address)
    if (parsed === null || rootDirectory === null) return null
    return {
      rootDirectory,
      address: parsed,
      attribute: attribute ?? policyAttribute(parsed.type),
      statements,
      variables: plan.variables,
      unplanned: this.unplannedOf(plan),
    }
  }

  /** What the sources are evaluated with in the place of a plan; null where there is one. */
  unplannedOf(plan: Plan): Unplanned | null {
    return this.#variants.get(plan)?.unplanned ?? null
  }

  /** What to ask the sources about a planned policy; null where no root module is known. */
  requestFor({ origin, raw, fromSources }: Policy): PolicyRequest | null {
    const plan = this.planOf(origin)
    if (origin.address === null || plan === null) return null
    const statements = fromSources === undefined ? statementsOf(raw) : null
    return this.#request(plan, origin.address, statements, origin.attribute)
  }

  /** The planned statements that come from each range of the sources, by its id. */
  async usersOf(
    policies: readonly Policy[],
  ): Promise<ReadonlyMap<string, readonly { readonly policy: Policy; readonly index: number }[]>> {
    const users = new Map<string, { policy: Policy; index: number }[]>()
    for (const policy of policies) {
      const located = await this.locate(policy)
      for (const [index, statement] of (located?.location.statements ?? []).entries()) {
        if (statement.found)
          users.set(statement.range.id, [...(users.get(statement.range.id) ?? []), { policy, index }])
      }
    }
    return users
  }

  /** Whether a file lies outside of the policy's root module, where another root may use it too. */
  isShared(path: string, policy: Policy): boolean {
    const root = this.requestFor(policy)?.rootDirectory ?? ''
    return root !== '' && !path.startsWith(`${root}/`)
  }

  /**
   * A planned statement as edited sources say it. It is the statement at the same place of the policy's list: an edit
   * changes no place, and its members no longer fit the planned ones.
   *
   * @param stated values of root variables that somebody vouches for, for those that neither the sources nor the plan give
   */
  async editedStatement(
    policy: Policy,
    index: number,
    edited: SourceFiles,
    stated: Readonly<Record<string, unknown>> = {},
  ): Promise<{ readonly before: JsonObject; readonly after: JsonObject } | null> {
    const request = this.requestFor(policy)
    const located = (await this.locate(policy))?.location.statements ?? []
    const statement = located[index]
    if (request === null || statement === undefined || !statement.found) return null
    const isSame = (one: StatementLocation) => one.found && one.range.id === statement.range.id
    const ordinal = located.slice(0, index).filter(isSame).length
    // An edit may change the value of a variable, which the plan states as it was.
    const known = Object.keys(stated).length === 0 ? request.variables : { ...stated, ...request.variables }
    const variables = await givenVariables({ ...request, variables: known }, this.files)
    const open = { ...request, variables, statements: null }
    const key = Object.keys(stated).length === 0 ? policy : null
    const before = await this.#statementsIn(this.files, key, open)
    const places = before.flatMap((one, place) => (isSame(one) ? [place] : []))
    // A loop whose rounds are not known is one statement of the sources for all of them.
    const place = places[Math.min(ordinal, places.length - 1)]
    const after = await this.#statementsIn(edited, key, open)
    const [old, now] = place === undefined ? [] : [before[place], after[place]]
    if (old?.found !== true || now?.found !== true || !isObject(old.source) || !isObject(now.source)) return null
    return { before: old.source, after: now.source }
  }

  /** The statements of a policy in one version of the sources, found once for all findings of it. */
  async #statementsIn(
    files: SourceFiles,
    policy: Policy | null,
    request: PolicyRequest,
  ): Promise<PolicyLocation['statements']> {
    const own = this.#opened.get(files) ?? new Map()
    this.#opened.set(files, own)
    const found = own.get(policy) ?? (await locatePolicy(request, files)).statements
    if (policy !== null) own.set(policy, found)
    return found
  }

  isLinked(path: string): boolean {
    return this.#tree.isLinked(path)
  }

  checkout(): Checkout {
    return this.#tree.checkout()
  }

  /**
   * Whether several root modules of the checkout use a file, by their `module` blocks and whatever this run judges; true
   * where the checkout is too large to tell. A file of the folder that the plan itself lies in is the root's own.
   */
  isUsedBySeveral(path: string, { origin }: Policy): boolean {
    const plan = this.planOf(origin)
    const root = plan === null ? null : this.rootOf(plan)
    const isOwn = plan !== null && folderOf(path) === root && folderOf(plan.path) === root
    if (isOwn) return false
    const checkout = this.checkout()
    return !checkout.isWhole || this.#tree.rootsUsing(path).size > 1
  }

  /** Why it is not known everywhere what a variable comes to that is written into a file; null where it is. */
  gapAt(path: string): Gap | null {
    const judged = this.plans.flatMap((plan) => {
      const [unit] = this.unplannedOf(plan)?.units ?? []
      const file = plan.kind === 'sources' ? unit : plan.path
      return [this.rootOf(plan), ...(file === undefined ? [] : [folderOf(file)])]
    })
    const known = new Set(judged.filter((folder) => folder !== null))
    return gapAt(path, this.#tree, { ...this.#leftOut, judged: known })
  }

  /** Whether Terraform would never apply a change of a policy: the resource is there, and ignores changes of it. */
  async isIgnored(policy: Policy): Promise<boolean> {
    const { origin } = policy
    const plan = this.planOf(origin)
    const change = plan === null || origin.address === null ? null : this.indexOf(plan).at(origin.address)
    const isNew = change?.actions.includes('create') === true
    return !isNew && (await this.locate(policy))?.location.ignoresChanges === true
  }

  /**
   * A file of the checkout that gives a variable of the root module the value that an edit would change in its default,
   * and that Terraform does not load by itself: which of the two counts, a plan does not tell.
   */
  restatedIn(
    { path, edits }: { readonly path: string; readonly edits: readonly TextEdit[] },
    policy: Policy,
  ): string | null {
    const plan = this.planOf(policy.origin)
    const root = plan === null ? null : this.rootOf(plan)
    const text = this.lines(path)?.text ?? null
    if (root === null || text === null || folderOf(path) !== root) return null
    const variables = new Set(edits.flatMap(({ offset }) => variableAround(text, offset) ?? []))
    for (const name of variables) {
      const file = this.checkout().restates(name, root)
      if (file !== null) return file
    }
    return null
  }

  lines(path: string): LineIndex | null {
    return this.#tree.lines(path)
  }

  /** Look-ups in a plan, made once for each. */
  indexOf(plan: Plan): PlanIndex {
    const index = this.#indices.get(plan) ?? new PlanIndex(plan)
    this.#indices.set(plan, index)
    return index
  }

  /** The plan that something is of: its path alone does not tell, since a file may hold several. */
  planOf({ path, plan: place, root }: Pick<Origin, 'path' | 'plan' | 'root'>): Plan | null {
    if (root !== undefined) {
      for (const { folder, plan } of this.#variants.values()) if (folder === root && plan.place === place) return plan
      return null
    }
    return (
      this.plans.find((plan) => plan.kind !== 'sources' && plan.path === path && plan.place === (place ?? 0)) ?? null
    )
  }

  /** Whether an instance may be that of sources which do not tell its keys: it is any of those that are planned. */
  mayBeInstance(address: string, declared: string): boolean {
    const [planned, open] = [parseAddress(address), parseAddress(declared)]
    return planned !== null && open !== null && withoutKeys(open) === declared && withoutKeys(planned) === declared
  }

  /** The folder of a plan's root module; null where it is not known. */
  rootOf(plan: Plan): string | null {
    return this.#rootOf(plan).folder
  }

  /** Why the root of what a plan holds is not known, where there is more to say than that nothing fits; else null. */
  whyNoRoot(origin: Pick<Origin, 'path' | 'plan' | 'root'>): string | null {
    const plan = this.planOf(origin)
    const root = plan === null ? null : this.#rootOf(plan)
    return root === null || root.folder !== null ? null : root.why
  }

  #rootOf(plan: Plan): PlanRoot {
    const variant = this.#variants.get(plan)
    const known = variant ?? this.#roots.get(plan)
    if (known !== undefined) return known
    const root = rootOfPlan(plan, {
      sources: this.#terraform,
      named: this.#named,
      holdsConfiguration: (folder) => this.files.list(folder).some(isConfiguration),
      plansInFile: this.plans.filter(({ path }) => path === plan.path).length,
    })
    this.#roots.set(plan, root)
    return root
  }
}

/** The attribute of a resource type that holds the policy's text. */
export function policyAttribute(type: string): string {
  return type === 'awscc_s3_bucket_policy' ? 'policy_document' : 'policy'
}

/** Values that are partly planned, partly from the sources. */
export const FILLED_READER: Reader = {
  text: (value) => (value instanceof SourceUnknown ? SOURCE_READER.text(value) : PLAN_READER.text(value)),
  token: (value) => SOURCE_READER.token(value) ?? PLAN_READER.token(value),
}

/** Puts source values where the plan has none. Lists come reordered from the provider, so they are taken whole. */
function fill(planned: unknown, source: unknown): unknown {
  if (source === undefined) return planned
  if (isPlannedUnknown(planned)) return source
  if (Array.isArray(planned)) return planned.some(isPlannedUnknown) && Array.isArray(source) ? source : planned
  if (!isObject(planned) || !isObject(source)) return planned
  return Object.fromEntries(Object.entries(planned).map(([name, value]) => [name, fill(value, member(source, name))]))
}
