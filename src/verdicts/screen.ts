import { IntegrationKeys, integrationsFor, isUnrestricted, partitionsOf } from '../clumio/integrations.js'
import { StatementScreen } from '../clumio/screen.js'
import type { Settle, Settled } from '../documents/settled.js'
import { TEMPLATE_READER } from '../documents/template.js'
import { statementsOf } from '../iam/parse.js'
import type { AssumptionId } from '../iam/reason.js'
import type { CheckOptions } from '../model/options.js'
import { OF_STATEMENT } from '../tree/policy-shape.js'
import { asList, isObject, type JsonObject } from '../tree/value.js'
import { questionOf } from './judged.js'
import { isProtected } from './protect.js'

/**
 * Settles policies of which nothing is to be told without modelling them, as most are: those of one bucket, plainly
 * written, with no Deny but what a `StatementScreen` answers for. For any other it gives null, and the policy is judged. Null
 * where every statement is to be explained.
 */
export function settleWith(options: CheckOptions): Settle | null {
  if (options.explain === true) return null
  const screens = new Screens(options)
  return (policy, path) => settled(policy, path, options, screens)
}

function settled(policy: JsonObject, path: string, { protect }: CheckOptions, screens: Screens): Settled | null {
  const statements = statementsOf(policy)
  const named = bucketIn(statements)
  if (named === null) return null
  const { bucket } = named
  const place = { path, bucket, address: null, account: null, region: null }
  if (protect !== null && !isProtected(protect, [place], null)) return null
  const found = screens.of(place, named.partition, policy.Version === '2012-10-17')
  if (found === null) return null
  const assumptions = new Set<AssumptionId>()
  let count = 0
  for (const statement of statements) {
    if (!isObject(statement) || statement.Effect === 'Allow') continue
    const rests = found.screen.restsOf(statement)
    if (rests === null) return null
    for (const id of rests) if (id !== 'A2' || !found.isStated) assumptions.add(id)
    count += 1
  }
  return { statements: count, assumptions: [...assumptions], bucket }
}

interface Found {
  readonly screen: StatementScreen
  /** Whether of every role somebody said that it has no boundary, so that it is no assumption. */
  readonly isStated: boolean
}

type Place = Parameters<typeof integrationsFor>[1]

/** The screens of a run: one for the policies that the same roles are judged for. */
class Screens {
  readonly #options: CheckOptions
  /** Whether every bucket has the same roles. */
  readonly #isAlike: boolean
  readonly #found = new Map<string, Found | null>()
  readonly #keys = new IntegrationKeys()

  constructor(options: CheckOptions) {
    this.#options = options
    this.#isAlike = options.integrations.every(isUnrestricted)
  }

  /** Null where the roles of a bucket are in another partition than its Resources say. */
  of(place: Place, partition: string, variables: boolean): Found | null {
    const key = `${partition} ${variables}`
    if (!this.#isAlike) return this.#make(place, partition, variables, key)
    const known = this.#found.get(key)
    if (known !== undefined) return known
    const made = this.#make(place, partition, variables, key)
    this.#found.set(key, made)
    return made
  }

  #make(place: Place, partition: string, variables: boolean, before: string): Found | null {
    const { integrations, account } = this.#options
    const partitions = partitionsOf(integrations, place)
    if (partitions.length > 0 && !partitions.includes(partition)) return null
    const own = integrationsFor(integrations, place, partition, account)
    const key = `${before} ${this.#keys.of(own)}`
    const known = this.#found.get(key)
    if (known !== undefined) return known
    const question = questionOf(own, partition, null, this.#options)
    const screen = new StatementScreen(question, variables, TEMPLATE_READER)
    const made = { screen, isStated: own.every(({ boundaryStated }) => boundaryStated) }
    this.#found.set(key, made)
    return made
  }
}

interface Named {
  readonly partition: string
  readonly bucket: string
}

/**
 * The bucket that a policy is of, where every statement has an effect, members that all are a statement's, and Resources that
 * are spelled out as far as the key, of this one bucket or `*`; null for any other.
 */
function bucketIn(statements: readonly unknown[]): Named | null {
  let arn: string | null = null
  let hasPrincipal = false
  for (const statement of statements) {
    if (!isObject(statement) || !isPlainStatement(statement)) return null
    hasPrincipal ||= statement.Principal !== undefined || statement.NotPrincipal !== undefined
    for (const pattern of asList(statement.Resource ?? statement.NotResource)) {
      if (pattern === '*') continue
      if (typeof pattern !== 'string') return null
      arn ??= BUCKET.exec(pattern)?.[0] ?? null
      if (arn === null || !isWithin(pattern, arn)) return null
    }
  }
  const [, partition = '', , , , bucket = ''] = arn?.split(':') ?? []
  return arn === null || !hasPrincipal ? null : { partition, bucket }
}

/** An ARN with a partition and a name that are no pattern, no expression and no word to be replaced. */
const BUCKET = /^arn:[a-z-]+:s3:::[a-z0-9][a-z0-9.-]*(?=\/|$)/

function isWithin(pattern: string, arn: string): boolean {
  if (!pattern.startsWith(arn) || pattern.length > MAX_LENGTH) return false
  const rest = pattern.slice(arn.length)
  return rest === '' || rest === '/*' || (rest.startsWith('/') && !EXPRESSION.test(rest))
}

/** ARNs have at most 2048 characters. */
const MAX_LENGTH = 2048
/** What may begin an expression of some template language, or a policy variable. */
const EXPRESSION = /[$<]|[%#]\{|\{[{%]|__/

function isPlainStatement(statement: JsonObject): boolean {
  const { Effect: effect, Action: action, Resource: resource, NotResource: notResource } = statement
  if (effect !== 'Allow' && effect !== 'Deny') return false
  for (const name of Object.keys(statement)) if (!OF_STATEMENT.has(name)) return false
  // S3 refuses a statement about another service, so that its document is something else.
  const isOfS3 = action === undefined || asList(action).some((one) => typeof one === 'string' && S3_ACTION.test(one))
  return isOfS3 && (resource === undefined) !== (notResource === undefined)
}

const S3_ACTION = /^(?:\*$|s3:)/i
