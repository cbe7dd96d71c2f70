import type { UnknownPolicy } from '../documents/document.js'
import { PLAN_READER } from '../documents/forms/planned-policies.js'
import type { Policy } from '../documents/policy.js'
import { parsePolicy, type Reader, statementsOf, UNKNOWN_MEMBERS } from '../iam/parse.js'
import { isPlain } from '../iam/text/text.js'
import { isPlannedUnknown, type Plan, parseAddress, Secrets } from '../terraform/plan/index.js'
import { rootOfPlan, type TerraformSource } from '../terraform/roots/declarations.js'
import {
  givenVariables,
  HclGrammar,
  locatePolicy,
  type PolicyLocation,
  type PolicyRequest,
  SOURCE_READER,
  type SourceFiles,
  SourceUnknown,
  type StatementLocation,
} from '../terraform/trace/index.js'
import { decode } from '../text/decode.js'
import { LineIndex } from '../text/lines.js'
import { isConfiguration } from '../text/terraform-files.js'
import { isObject, type JsonObject, member } from '../tree/value.js'

export interface Located {
  readonly location: PolicyLocation
}

/** The sources behind the plans of one run: root modules, and what their expressions evaluate to. */
export class PlannedSources {
  readonly plans: readonly Plan[]
  readonly #terraform: readonly TerraformSource[]
  readonly #named: string | null
  readonly files: SourceFiles
  readonly #located = new Map<string, Promise<PolicyLocation | null>>()
  readonly #roots = new Map<Plan, string | null>()
  readonly #lines = new Map<string, LineIndex | null>()

  /** @param named the root module that the user named for the plans, or null */
  constructor(plans: readonly Plan[], terraform: readonly TerraformSource[], named: string | null, files: SourceFiles) {
    this.plans = plans
    this.#terraform = terraform
    this.#named = named
    this.files = { ...files, grammar: files.grammar ?? new HclGrammar() }
  }

  /** Maps the statements of a planned policy to their sources; null where no root module is known. */
  async locate(policy: Policy): Promise<Located | null> {
    const { path, address } = policy.origin
    if (address === null) return null
    const key = `${path}\n${address}`
    const statements = policy.fromSources === true ? null : statementsOf(policy.raw)
    const known = this.#located.get(key) ?? this.locateStatements(path, address, statements)
    this.#located.set(key, known)
    const location = await known
    return location === null ? null : { location }
  }

  /**
   * A policy that the plan knows only after apply, from its sources; null where they hold no statement of it. Where they
   * leave a list open, it is not complete: then something of it stays unknown.
   */
  async sourcePolicy(path: string, unknown: UnknownPolicy): Promise<{ policy: Policy; complete: boolean } | null> {
    const { address, bucket, sensitive, hidesBucket } = unknown
    const location = await this.locateStatements(path, address, null)
    if (location === null || !location.statements.some(({ found }) => found)) return null
    // Sources of another environment than the plan's say nothing about this one.
    if (bucket !== null && isPlain(location.bucket ?? bucket) && (location.bucket ?? bucket) !== bucket) return null
    const statements = location.statements.map((one) =>
      one.found ? possible(one) : new SourceUnknown([{ token: 'statement' }]),
    )
    const raw = { Version: '2012-10-17', Statement: statements }
    const named = bucket ?? location.bucket
    const hidden = this.#hiddenIn(path, address, location, { raw, bucket: named })
    return {
      complete: location.complete && location.statements.every(({ found }) => found),
      policy: {
        origin: { source: 'terraform-source', path, at: [], base: 0, address, wrapped: true },
        document: parsePolicy(raw, SOURCE_READER),
        raw,
        bucket: named,
        hasTokens: true,
        sensitive: sensitive || hidesBucket || hidden.sensitive,
        hidesBucket: hidesBucket || hidden.hidesBucket,
        fromSources: true,
      },
    }
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
    const { path, address } = policy.origin
    const hidden = this.#hiddenIn(path, address ?? '', location, { raw, bucket })
    return {
      ...policy,
      raw,
      document: parsePolicy(raw, FILLED_READER),
      bucket,
      sensitive: policy.sensitive === true || hidden.sensitive,
      hidesBucket: policy.hidesBucket === true || hidden.hidesBucket,
    }
  }

  /** Whether what the sources tell holds anything that these or the plan call sensitive. */
  #hiddenIn(
    path: string,
    address: string,
    { concealed }: PolicyLocation,
    { raw, bucket }: Pick<Policy, 'raw' | 'bucket'>,
  ): Required<Pick<Policy, 'sensitive' | 'hidesBucket'>> {
    const ofSources = new Secrets()
    for (const text of concealed) ofSources.add(text, true)
    const ofPlan = this.#planOf(path, address)?.secrets
    const isHidden = (value: unknown) => ofSources.isIn(value) || ofPlan?.isIn(value) === true
    const hidesBucket = isHidden(bucket)
    return { hidesBucket, sensitive: hidesBucket || isHidden(raw) }
  }

  /** @param statements planned values, or null for a policy that the plan does not know */
  async locateStatements(
    path: string,
    address: string,
    statements: readonly unknown[] | null,
  ): Promise<PolicyLocation | null> {
    const request = this.#request(path, address, statements)
    return request === null ? null : locatePolicy(request, this.files)
  }

  /** Why the sources tell nothing of a planned policy, in words: what is missing, and where it was looked for. */
  async whyUnknown(path: string, address: string): Promise<string> {
    const plan = this.#planOf(path, address)
    if (plan === null || this.rootOf(plan) === null) {
      const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')))
      return `the Terraform sources of the plan were found neither in ${folder === '' ? 'its folder' : folder} nor in another folder of the files checked (name theirs with terraform-directory)`
    }
    const location = await this.locateStatements(path, address, null)
    return location?.problem ?? 'the sources compute it from values that only the apply knows'
  }

  #request(path: string, address: string, statements: readonly unknown[] | null): PolicyRequest | null {
    const plan = this.#planOf(path, address)
    const rootDirectory = plan === null ? null : this.rootOf(plan)
    const change = plan?.changes.find((one) => one.address === address)
    const parsed = change?.parsed ?? parseAddress(address)
    if (plan === null || parsed === null || rootDirectory === null) return null
    return { rootDirectory, address: parsed, attribute: 'policy', statements, variables: plan.variables }
  }

  /** What to ask the sources about a planned policy; null where no root module is known. */
  requestFor({ origin, raw, fromSources }: Policy): PolicyRequest | null {
    if (origin.address === null) return null
    return this.#request(origin.path, origin.address, fromSources === true ? null : statementsOf(raw))
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
   */
  async editedStatement(policy: Policy, index: number, edited: SourceFiles): Promise<JsonObject | null> {
    const request = this.requestFor(policy)
    const located = (await this.locate(policy))?.location.statements ?? []
    const statement = located[index]
    if (request === null || statement === undefined || !statement.found) return null
    const isSame = (one: StatementLocation) => one.found && one.range.id === statement.range.id
    const ordinal = located.slice(0, index).filter(isSame).length
    // An edit may change the value of a variable, which the plan states as it was.
    const variables = await givenVariables(request, this.files)
    const open = { ...request, variables, statements: null }
    const { statements: before } = await locatePolicy(open, this.files)
    const places = before.flatMap((one, place) => (isSame(one) ? [place] : []))
    // A loop whose rounds are not known is one statement of the sources for all of them.
    const place = places[Math.min(ordinal, places.length - 1)]
    const { statements: after } = await locatePolicy(open, edited)
    const found = place === undefined ? undefined : after[place]
    return found?.found && isObject(found.source) ? found.source : null
  }

  /** Whether a file is reached through a symbolic link, so that an edit of it would be one of another file. */
  isLinked(path: string): boolean {
    return this.files.lookup(path)?.linked === true
  }

  /** Text of a source file, decoded, with its lines; null where there is none. */
  lines(path: string): LineIndex | null {
    const known = this.#lines.get(path)
    if (known !== undefined) return known
    const source = this.files.lookup(path)
    const decoded = source === null ? null : decode(source.bytes())
    const lines = decoded?.ok === true ? new LineIndex(decoded.text) : null
    this.#lines.set(path, lines)
    return lines
  }

  #planOf(path: string, address: string): Plan | null {
    const here = this.plans.filter((plan) => plan.path === path)
    return here.find(({ changes }) => changes.some((one) => one.address === address)) ?? here[0] ?? null
  }

  /** The named root, the plan's own folder, or the one folder that declares what the plan's configuration holds. */
  rootOf(plan: Plan): string | null {
    const known = this.#roots.get(plan)
    if (known !== undefined) return known
    const holdsConfiguration = (folder: string) => this.files.list(folder).some(isConfiguration)
    const root = rootOfPlan(plan, this.#terraform, this.#named, holdsConfiguration)
    this.#roots.set(plan, root)
    return root
  }
}

/** A statement of the sources that may be there several times or not at all says so. */
function possible({ source, certain }: Extract<StatementLocation, { found: true }>): unknown {
  return certain || !isObject(source)
    ? source
    : { ...source, [UNKNOWN_MEMBERS]: new SourceUnknown([{ token: 'how often the statement is there' }]) }
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
