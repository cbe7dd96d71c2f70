import { holdsPolicy } from '../documents/json.js'
import type { LinkedFile } from '../documents/linked.js'
import { ENFORCED, type OwnershipSetting } from '../documents/ownership.js'
import type { Policy, UnreadPolicy } from '../documents/policy.js'
import { Budget } from '../iam/choices.js'
import type { Reader } from '../iam/parse.js'
import type { Text } from '../iam/text/text.js'
import { TEMPLATE_TYPE, UNREAD_PLACE } from '../text/terraform-types.js'
import { isObject, type JsonObject, member, memberAt } from '../tree/value.js'
import { madeByCdk } from './assembly.js'
import { loggedBuckets, policiesByBucket, readBucket, shownName } from './buckets.js'
import { type Files, Included } from './includes.js'
import { intrinsic, TRANSFORM } from './language/calls.js'
import { conditionsOf } from './language/conditions.js'
import { type Beyond, type Declared, declaredIn, type LoopBound } from './language/loops.js'
import { intrinsicReader, typeOf } from './language/reader.js'
import { NO_SCOPE, type Scope, sectionOf, valuesOf } from './language/scope.js'
import { type DocumentPlace, documentOrigin, isAt, originOf, type Place, placeOf, type TemplatePlace } from './place.js'
import { fromTransform, readBucketPolicy, readTransformed } from './policies.js'
import {
  declaresPolicy,
  ELSEWHERE,
  holdsTemplate,
  IN_STACK_SET,
  includeLocation,
  isElsewhere,
  localPath,
  nestedIn,
} from './references.js'
import { bucketsByName, isPlainTemplate, type TagsContext, tagsOf } from './tags.js'
import { Unjudged } from './unjudged.js'

/** What a CloudFormation template (or a CDK output) declares about buckets. */
export interface Template {
  readonly policies: readonly Policy[]
  readonly settings: readonly OwnershipSetting[]
  readonly unread: readonly UnreadPolicy[]
}

/** How a kind of templates is read. */
export interface Dialect extends Pick<Scope, 'plain'> {
  /** The logical id of a bucket policy that a tool makes and merges with what the template says of it. */
  readonly made?: string
}

export const CLOUDFORMATION: Dialect = {}

/** What a template is read with. */
export interface TemplateContext {
  readonly where: TemplatePlace
  readonly dialect: Dialect
  readonly files: Files
  /** What was put into the template already; nothing unless it is given. */
  readonly included?: Included
  /** Every parameter that nobody gives has its default. */
  readonly defaults: boolean
  /** The stack that nests the template; null where none does. */
  readonly caller: Caller | null
  /** Where the policies stand that are asked for; null where everything is. */
  readonly only?: DocumentPlace | null
}

interface Caller {
  readonly given: ReadonlyMap<string, Text>
  readonly prefix: string
  /** The templates around it. */
  readonly chain: readonly string[]
  /** How many stacks may still be nested, by all templates that are read together. */
  readonly budget: Budget
}

/**
 * An object with `Resources` whose members have a `Type`, or come from elsewhere (CloudFormation User Guide, "Template
 * anatomy", "AWS::Include transform").
 */
export function isTemplate(value: unknown): value is JsonObject {
  if (!isObject(value)) return false
  const resources = member(value, 'Resources')
  if (!isObject(resources)) return false
  if (member(resources, TRANSFORM) !== undefined) return true
  const { list, beyond } = declaredIn(resources, [], NO_SCOPE)
  return [...list, ...beyond].some(
    ({ id, resource }) => id === TRANSFORM || member(resource, TRANSFORM) !== undefined || isTyped(resource),
  )
}

export function readTemplate(given: JsonObject, context: TemplateContext): Template {
  return new TemplateReader(given, context).read()
}

/** Reads one template; what it nests has readers of its own. */
class TemplateReader {
  readonly #context: TemplateContext
  readonly #included: Included
  readonly #template: JsonObject
  readonly #declared: readonly Declared[]
  readonly #beyond: readonly Beyond[]
  readonly #scope: Scope
  readonly #reader: Reader
  readonly #unjudged: Unjudged
  readonly #budget = new Budget(MAX_STACKS)
  readonly #nested = new Map<string, TemplateReader | null>()
  /** Templates of stacks beyond those that are followed. */
  readonly #unopened = new Map<string, LinkedFile>()

  constructor(given: JsonObject, context: TemplateContext) {
    const { where, files, caller, dialect } = context
    this.#context = context
    this.#included = context.included ?? new Included(files)
    this.#template = this.#included.template(given, where.path)
    const values = valuesOf(this.#template, { given: caller?.given ?? null, defaults: context.defaults })
    const outer: Scope = {
      ...NO_SCOPE,
      parameter: (name) => values.texts.get(name) ?? null,
      list: (name) => values.lists.get(name) ?? null,
      mappings: sectionOf(this.#template, 'Mappings'),
      prefix: caller?.prefix ?? '',
      ...dialect,
    }
    const condition = conditionsOf(sectionOf(this.#template, 'Conditions'), intrinsicReader(outer).text)
    const written = member(this.#template, 'Resources')
    const declared = declaredIn(isObject(written) ? written : {}, [...where.at, 'Resources'], outer)
    const isThere = ({ resource }: Declared) => !isLeftOut(resource, condition)
    this.#declared = declared.list.filter(isThere)
    this.#beyond = declared.beyond.filter(isThere)
    const resources = Object.fromEntries(this.#declared.map(({ id, resource }) => [id, resource]))
    this.#scope = { ...outer, resources, condition, output: (stack, name) => this.#outputOf(stack, name) }
    this.#reader = intrinsicReader(this.#scope)
    this.#unjudged = new Unjudged(Object.values(resources), this.#reader)
  }

  read(): Template {
    const policies: Policy[] = []
    const settings: OwnershipSetting[] = []
    const unread: UnreadPolicy[] = [...this.#fromElsewhere(), ...this.#beyondLoops()]
    const tags = this.#tagsContext()
    const generated = this.#generated()
    for (const one of this.#declared) {
      const { where } = this.#context
      const place = placeOf(one, {
        where,
        included: this.#included,
        prefix: this.#scope.prefix,
        generated: generated(one),
      })
      if (this.#isAsked(one.resource, place)) {
        for (const read of this.#policiesOf(one, place)) {
          if ('why' in read) unread.push(read)
          else policies.push({ ...read, tags: tagsOf(read, one, tags) })
        }
        const setting = this.#settingOf(one, place)
        if (setting !== null) settings.push(setting)
        unread.push(...this.#elsewhere(one, place))
      }
      const inner = this.#nestedAt(one.id)
      if (inner === null) continue
      const held = inner.read()
      policies.push(...held.policies)
      settings.push(...held.settings)
      unread.push(...held.unread)
    }
    return { policies, settings: this.#related(settings, policies), unread }
  }

  /** Whether the policy of a resource is one that is asked for. */
  #isAsked(resource: unknown, place: Place): boolean {
    const { only = null } = this.#context
    const properties = member(resource, 'Properties')
    if (only === null) return true
    return isObject(properties) && isAt(only, documentOrigin(place, properties, this.#included))
  }

  /** Resources that a file or a macro brings which is not at hand. */
  #fromElsewhere(): readonly UnreadPolicy[] {
    const { where, files } = this.#context
    const lost = [member(this.#template, 'Transform')].flat().filter((one) => {
      const location = includeLocation(one)
      // A macro over the template as a whole may put what it is given into it.
      if (location === null) return isObject(one) && holdsPolicy(JSON.stringify(one))
      const path = localPath(where.path, location)
      return path === null || files(path) === null
    })
    // What could be included stands in its place already.
    const inResources = member(member(this.#template, 'Resources'), TRANSFORM)
    const place: Place = { ...where, id: this.#scope.prefix, generated: where.printed }
    const words = [...lost, ...(inResources === undefined ? [] : [inResources])].map(
      (transform) => `Resources of the template are ${fromTransform(transform)}`,
    )
    const origin = { ...originOf(place, []), address: null }
    return words.map((why) => ({ origin, why, unsure: true }))
  }

  /** A bucket policy among what loops make where they are no longer followed: told once, the surest one. */
  #beyondLoops(): readonly UnreadPolicy[] {
    const told = this.#beyond.flatMap((one): readonly UnreadPolicy[] => {
      const { where } = this.#context
      const context = { where, included: this.#included, prefix: this.#scope.prefix, generated: where.printed }
      const place = placeOf(one, context)
      const held = [...this.#policiesOf(one, place), ...this.#elsewhere(one, place)]
      const isSure = held.some((found) => !('why' in found) || found.unsure !== true)
      if (held.length === 0 && nestedIn(one.resource) === null) return []
      const found = { origin: { ...originOf(place, []), address: null }, why: beyond(one.bound) }
      return [isSure ? found : { ...found, unsure: true }]
    })
    const first = told.find(({ unsure }) => unsure !== true) ?? told[0]
    return first === undefined ? [] : [first]
  }

  #tagsContext(): TagsContext {
    const declared = isPlainTemplate(this.#template) ? this.#declared : []
    return { buckets: bucketsByName(declared, this.#scope), scope: this.#scope, reader: this.#reader }
  }

  /** Why resources cannot be edited where they stand: something else wrote the template. */
  #generated(): (declared: Declared) => string | null {
    const { printed } = this.#context.where
    const isMade = this.#declared.some(({ resource }) => constructOf(resource) !== null)
    return ({ resource }) => printed ?? (isMade ? madeByCdk(constructOf(resource)) : null)
  }

  #policiesOf(declared: Declared, place: Place): readonly (Policy | UnreadPolicy)[] {
    const { resource } = declared
    const properties = member(resource, 'Properties')
    if (isCustom(resource) && isObject(properties) && holdsPolicy(JSON.stringify(properties))) {
      return [{ origin: originOf(place, ['Properties']), why: CUSTOM, unsure: true }]
    }
    const other = this.#besides(declared, place)
    if (typeOf(resource) !== TEMPLATE_TYPE || !isObject(properties)) return other
    const origin = documentOrigin(place, properties, this.#included)
    // What loops and other files make of an object depends on more than its own text.
    const isAlone = place.at.length === 2 && this.#context.caller === null
    const isOwn = origin.path === this.#context.where.path
    const { reader, scope } = { reader: this.#reader, scope: this.#scope }
    return [...readBucketPolicy({ origin, properties, scope, reader, isAlone: isAlone && isOwn }), ...other]
  }

  /** What may be a bucket policy beside the one that a resource attaches: what a transform makes of it, or what it holds. */
  #besides({ id, resource, at }: Declared, place: Place): readonly UnreadPolicy[] {
    const origin = originOf(place, [])
    // One among all resources is told of the template, one among those of a loop here.
    const isOfLoop = id === TRANSFORM && at.length > this.#context.where.at.length + 2
    const transformed = readTransformed(isOfLoop ? { [TRANSFORM]: resource } : resource, origin)
    if (transformed !== null) return [transformed]
    const isOfMade = id === this.#context.dialect.made && typeOf(resource) === null
    if (isOfMade && memberAt(resource, 'Properties', 'PolicyDocument') !== undefined) {
      return [{ origin, why: OF_MADE, unsure: true }]
    }
    const isHeld = !holdsTemplate(resource) && this.#unjudged.isIn(resource)
    return isHeld ? [{ origin, why: UNREAD_PLACE.why, unsure: true }] : []
  }

  #settingOf({ resource }: Declared, place: Place): OwnershipSetting | null {
    const properties = member(resource, 'Properties')
    if (typeOf(resource) !== 'AWS::S3::Bucket' || !isObject(properties)) return null
    const read = this.#reader.choice?.(properties)?.branches.flatMap((items) => items.map(({ value }) => value))
    const settings = (read ?? [properties]).flatMap((one) =>
      isObject(one) ? (readBucket(place, one, this.#reader) ?? []) : [],
    )
    // Of what conditions may make of a bucket, that counts which may leave ACLs enabled.
    return settings.find(({ setting }) => setting.kind === 'value' && setting.value !== ENFORCED) ?? settings[0] ?? null
  }

  /** Templates that a resource deploys and that are not read here: those in a text, and those that lie elsewhere. */
  #elsewhere({ id, resource }: Declared, place: Place): readonly UnreadPolicy[] {
    const { where, files } = this.#context
    if (holdsTemplate(resource)) return [{ origin: originOf(place, ['Properties', 'TemplateBody']), why: IN_STACK_SET }]
    if (this.#nestedAt(id) !== null) return []
    const unopened = this.#unopened.get(id)
    if (unopened !== undefined) {
      const origin = originOf(place, ['Properties'])
      return [{ origin, why: TOO_MANY_STACKS, ...(declaresPolicy(unopened.value) ? {} : ({ unsure: true } as const)) }]
    }
    if (!isElsewhere(resource, where.path, files)) return []
    return [{ origin: originOf(place, ['Properties', 'TemplateURL']), why: ELSEWHERE, unsure: true }]
  }

  /** Settings with the policies of their buckets, and whether logs are written there. */
  #related(settings: readonly OwnershipSetting[], policies: readonly Policy[]): readonly OwnershipSetting[] {
    if (settings.length === 0) return []
    const { prefix, resources } = this.#scope
    const own = policiesByBucket(policies)
    const logged = loggedBuckets(resources, this.#reader)
    return settings.map((setting) => {
      const { address } = setting.origin
      // Those of a nested template are related there.
      const id = address?.startsWith(prefix) === true ? address.slice(prefix.length) : ''
      if (!Object.hasOwn(resources, id)) return setting
      const name = shownName(id, this.#scope)
      return {
        ...setting,
        policies: { known: true, list: own.get(name) ?? [] },
        aclsNeeded: logged.has(name) || logged.has(`\${${id}`),
      }
    })
  }

  /** The template that a resource nests, read with what it is given; null where none of the checkout is. */
  #nestedAt(id: string): TemplateReader | null {
    const known = this.#nested.get(id)
    if (known !== undefined) return known
    // A stack that refers to its own outputs finds nothing.
    this.#nested.set(id, null)
    const found = this.#open(id, member(this.#scope.resources, id))
    this.#nested.set(id, found)
    return found
  }

  #open(id: string, resource: unknown): TemplateReader | null {
    const { where, files, caller, defaults, only = null } = this.#context
    const written = nestedIn(resource)
    const path = written === null ? null : localPath(where.path, written)
    const file = path === null ? null : files(path)
    const chain = [...(caller?.chain ?? []), where.path]
    if (file === null || !isTemplate(file.value) || chain.includes(file.path)) return null
    const budget = caller?.budget ?? this.#budget
    if (chain.length >= MAX_NESTED || !budget.take(1)) {
      this.#unopened.set(id, file)
      return null
    }
    const { base, syntax } = file
    return new TemplateReader(file.value, {
      where: { path: file.path, base, syntax, at: [], printed: where.printed },
      dialect: CLOUDFORMATION,
      files,
      defaults,
      only,
      caller: { given: this.#givenTo(resource), prefix: `${this.#scope.prefix}${id}.`, chain, budget },
    })
  }

  /** The parameters that a stack is given; a list is given as one text. */
  #givenTo(resource: unknown): ReadonlyMap<string, Text> {
    const parameters = memberAt(resource, 'Properties', 'Parameters')
    const given = new Map<string, Text>()
    for (const [name, value] of isObject(parameters) ? Object.entries(parameters) : []) {
      const items = Array.isArray(value) ? value.map((one) => this.#reader.text(one)) : null
      const isPlainList = items?.every((one) => typeof one === 'string') === true
      const text = isPlainList ? items.join(',') : this.#reader.text(value)
      given.set(name, text ?? [{ token: `${this.#scope.prefix}${name} of ${String(typeOf(resource))}` }])
    }
    return given
  }

  #outputOf(stack: string, name: string): Text | null {
    const inner = this.#nestedAt(stack)
    return inner === null ? null : inner.output(name)
  }

  /** What the template gives out under a name. */
  output(name: string): Text | null {
    const value = memberAt(this.#template, 'Outputs', name, 'Value')
    return value === undefined ? null : this.#reader.text(value)
  }
}

/** A condition that does not hold leaves a resource out: nothing that it says counts. */
function isLeftOut(resource: unknown, condition: Scope['condition']): boolean {
  const name = member(resource, 'Condition')
  return typeof name === 'string' && condition(name) === false
}

/** Whether something has a type as resources have, or a function that gives one, which a macro may make something of. */
function isTyped(resource: unknown): boolean {
  return typeOf(resource) !== null || intrinsic(member(resource, 'Type')) !== null
}

/** Whether a function of the author's makes something of what the properties say (CloudFormation User Guide, "Custom resources"). */
function isCustom(resource: unknown): boolean {
  const type = typeOf(resource) ?? ''
  return type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource'
}

/** Where loops are no longer followed, in words. */
const BOUNDS: Readonly<Record<LoopBound, string>> = {
  resources: 'the 500 resources that a template may have',
  turns: '50,000 turns',
  depth: 'eight in one another',
}

function beyond(bound: LoopBound): string {
  return `its loops go beyond ${BOUNDS[bound]}, and not all that they make was looked at`
}

const CUSTOM = 'it is given to a custom resource, and what that makes of it is not known'

const OF_MADE = 'it changes a bucket policy that the framework makes, and what they come to together is not known'

/** Stacks that are followed in one another, and in all. */
const MAX_NESTED = 10
const MAX_STACKS = 500
const TOO_MANY_STACKS = 'it stands in a nested stack beyond the 500 that are followed, or the ten in one another'

/** The construct that the CDK made a resource of. */
function constructOf(resource: unknown): string | null {
  const path = memberAt(resource, 'Metadata', 'aws:cdk:path')
  return typeof path === 'string' ? path : null
}
