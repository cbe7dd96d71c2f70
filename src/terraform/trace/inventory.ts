import type { Text } from '../../iam/text/text.js'
import {
  deploysTemplates,
  HOLDS_TEXT,
  isLooselyTyped,
  mayHoldBucketPolicy,
  READS_FILE,
  TEMPLATE_TYPE,
} from '../../text/terraform-types.js'
import { type Expanded, expandBlocks } from '../hcl/evaluate/index.js'
import {
  blockScope,
  type Context,
  callOf,
  childInstance,
  configurationOf,
  type InstanceKey,
  instanceKeys,
  lostModule,
  MAX_INSTANCES,
  type ModuleInstance,
  rangeOf,
  type SourceRange,
} from '../hcl/modules/index.js'
import type { Attribute, MergedBlock } from '../hcl/syntax/index.js'
import { knownString, textOf } from '../hcl/values/index.js'
import { type Address, writtenKey } from '../plan/index.js'
import { carriersIn, MAY_NAME_ONE, mayNameOne, NAMES_ONE, nestedNames, putsPolicy } from './carriers.js'
import { type HeldText, handedIn, textsHolding } from './handed.js'
import { type Open, openOf, referredBy } from './open.js'
import { attributeAt, bucketAttribute } from './policy.js'
import { tagsIn } from './tags.js'

/** What a root module declares of the things that matter here, itself and by the modules that it calls. */
export interface Inventory {
  readonly instances: readonly DeclaredInstance[]
  /** Resources of other types that may have a bucket policy among their values. */
  readonly others: readonly OtherInstance[]
  /** Calls of modules whose code is not there. */
  readonly calls: readonly OutsideCall[]
  /** Outputs of the root module. */
  readonly outputs: readonly DeclaredInstance[]
  /** The folders of the modules that were looked at, with what each declares: `type.name`, `module.name`. */
  readonly modules: ReadonlyMap<string, ReadonlySet<string>>
  /** The folders of modules whose calls are known to make no instance (`count = 0`, `for_each = {}`). */
  readonly unmade: ReadonlySet<string>
  /** Files with calls of modules that have errors in their syntax: Terraform applies nothing of the root then. */
  readonly broken: ReadonlySet<string>
  /** Files that name policies and have errors in their syntax: something of them may be lost. */
  readonly torn: ReadonlySet<string>
  /** False where there is more than was looked at. */
  readonly whole: boolean
}

/** An instance of a resource, a call or an output, as far as the sources say which there are. */
export interface DeclaredInstance {
  /** As Terraform writes it, without the keys that are not known; `output.a` of an output. */
  readonly address: string
  readonly parsed: Address
  readonly range: SourceRange
  /** Names of the attributes and blocks that are written. */
  readonly written: ReadonlySet<string>
  /** A file that it is written in cannot be read as a whole: it may have others. */
  readonly isBroken: boolean
  /** Its `bucket`; null where none is written. */
  readonly bucket: Text | null
  /** Of a bucket, the tags that it has for sure; there may be others. */
  readonly tags: ReadonlyMap<string, string>
  /** Where nobody knows whether it is there: what that depends on, from the outside in. */
  readonly under: readonly Open[]
  /** What its `bucket` is an attribute of; null where that is anything else than a reference to a resource or a module. */
  readonly refersTo: string | null
  /** Its provider configuration, as a text that instances share which have the same. */
  readonly provider: string
  /** A canned `acl`, and the `object_ownership` of ownership controls, where they are known. */
  readonly acl: string | null
  readonly objectOwnership: string | null
  /** A sensitive value takes part in the name of its bucket, or in these two. */
  readonly hides: { readonly bucket: boolean; readonly setting: boolean }
}

/** An instance of another type. */
export interface OtherInstance extends DeclaredInstance {
  /** Where it may hold a policy, as `PolicyRequest` names it. */
  readonly attributes: readonly string[]
  /**
   * `template` names the type that bucket policies have in CloudFormation, `address` takes a template from one, `command`
   * puts a bucket policy in place by a command or a step.
   */
  readonly way: 'template' | 'address' | 'command' | null
  /** Texts among its values that hold a bucket policy and are no JSON. */
  readonly texts: readonly HeldText[]
}

/** A call of a module that is not in the checkout. */
export interface OutsideCall extends DeclaredInstance {
  /** The `source`, as far as it is known and may be shown. */
  readonly source: string | null
  /** The variables of the module that it gives values. */
  readonly given: readonly string[]
  /** Why its code is not there, for a person. */
  readonly why: string
  /** Where its arguments hold policy documents, as `PolicyRequest` names them. */
  readonly documents: readonly string[]
  /** A member within an argument is called like a policy, or like a flag that makes a module write one. */
  readonly asks: boolean
}

const TYPES = new Set([
  'aws_s3_bucket',
  'aws_s3_bucket_policy',
  'aws_s3_bucket_acl',
  'aws_s3_bucket_ownership_controls',
  'awscc_s3_bucket_policy',
])

/** Arguments of a call that are none of the module's (Terraform, "module block"). */
const OF_CALL: ReadonlySet<string> = new Set(['source', 'version', 'count', 'for_each', 'providers', 'depends_on'])

/** Instances of modules, each by how deep it is, and of what they declare; more are no estate of one root. */
const MAX_LISTED = 5000
const MAX_DEPTH = 30

/** See `declaredIn`. */
export function inventoryOf(root: ModuleInstance, context: Context): Inventory {
  const walk = new Walk(context)
  walk.module({ module: root, modules: [], under: [] })
  const outputs = [...root.config.outputs].flatMap(([name, block]) => {
    const parsed = { modules: [], mode: 'managed', type: 'output', name, key: null } as const
    return declared(parsed, block, { module: root, modules: [], under: [] }, context) ?? []
  })
  const { instances, others, calls, modules, unmade, broken, torn, whole } = walk
  return { instances, others, calls, outputs, modules, unmade, broken, torn, whole }
}

/** A module at its place among those that call each other. */
interface Place {
  readonly module: ModuleInstance
  readonly modules: Address['modules']
  readonly under: readonly Open[]
}

class Walk {
  readonly instances: DeclaredInstance[] = []
  readonly others: OtherInstance[] = []
  readonly calls: OutsideCall[] = []
  readonly modules = new Map<string, ReadonlySet<string>>()
  readonly unmade = new Set<string>()
  readonly broken = new Set<string>()
  readonly torn = new Set<string>()
  whole = true
  readonly #context: Context
  #modules = 0

  constructor(context: Context) {
    this.#context = context
  }

  module(at: Place): void {
    const { module, modules } = at
    // Where modules call others twice, level by level, there would be no end of them.
    this.#modules += Math.max(1, modules.length)
    const listed = this.instances.length + this.others.length + this.calls.length
    const full = this.#modules + listed > MAX_LISTED
    if (full || modules.length > MAX_DEPTH) {
      this.whole = false
      return
    }
    const { folder, resources } = module.config
    const named = [...resources.keys()].map((name) => name.replace(/^resource\./, ''))
    const called = [...module.config.calls.keys()].map((name) => `module.${name}`)
    if (!this.modules.has(folder)) this.#noteTorn(folder)
    this.modules.set(folder, new Set([...named, ...called]))
    for (const [name, block] of resources) this.#resource(name, block, at)
    for (const { parsed, block, type } of carriersIn(module.config))
      if (mayNameOne(type, block)) this.#other({ modules, ...parsed }, block, at)
    for (const [name, block] of module.config.calls) this.#call(name, block, at)
  }

  #noteTorn(folder: string): void {
    for (const file of this.#context.sources.files(folder))
      if (MAY_NAME_ONE.test(file.text) && file.hasError) this.torn.add(file.path)
  }

  #resource(named: string, block: MergedBlock, at: Place): void {
    const { module, modules } = at
    const [mode, type = '', name = ''] = named.split('.')
    if (mode !== 'resource') return
    if (!TYPES.has(type)) {
      if (mayHoldBucketPolicy(type) && mayNameOne(type, block))
        this.#other({ modules, mode: 'managed', type, name, key: null }, block, at)
      return
    }
    for (const key of this.#keys(block, module)) {
      const one = declared({ modules, mode: 'managed', type, name, key }, block, at, this.#context)
      if (one !== null) this.instances.push(one)
    }
  }

  #other(parsed: Address, block: MergedBlock, at: Place): void {
    const { module } = at
    const names = [...new Set(block.blocks.flatMap(({ body }) => [...body.attributes.keys()]))]
    const texts = new Map(names.map((name) => [name, this.#written(name, block, module)]))
    const isTemplate = [...texts.values()].some((text) => text.includes(TEMPLATE_TYPE))
    const isFrom = deploysTemplates(parsed.type) && names.includes('template_url')
    const puts = putsPolicy(parsed.type, block)
    const way = isTemplate ? 'template' : isFrom ? 'address' : puts ? 'command' : null
    const attributes = [
      ...names.filter((name) => /polic/i.test(name) || NAMES_ONE.test(texts.get(name) ?? '')),
      ...nestedNames(block),
    ]
    const isHolder = (name: string) =>
      HOLDS_TEXT.test(name) || (isLooselyTyped(parsed.type) && READS_FILE.test(texts.get(name) ?? ''))
    const looked = [...new Set([...attributes, ...names.filter(isHolder)])]
    if (way === null && looked.length === 0) return
    for (const key of this.#keys(block, module)) {
      const one = declared({ ...parsed, key }, block, at, this.#context)
      if (one === null) continue
      const values = looked.flatMap((name) => this.#handed(name, one, block, module) ?? [])
      const within = values.flatMap(({ documents }) => documents)
      const held = values.flatMap(({ value }) => textsHolding(value))
      if (way === null && attributes.length + within.length + held.length === 0) continue
      this.others.push({ ...one, attributes: [...new Set([...attributes, ...within])], way, texts: held })
    }
  }

  /** What an attribute holds, with the documents as `PolicyRequest` names them. */
  #handed(name: string, { parsed }: DeclaredInstance, block: MergedBlock, module: ModuleInstance) {
    const scope = blockScope(block, parsed.key, module, this.#context)
    const attribute = attributeAt(block, name)
    if (attribute === null || scope === null) return null
    const value = this.#context.evaluate(attribute.value, { ...scope, file: attribute.file })
    const { documents, asks } = handedIn(value)
    return { value, documents: documents.map((steps) => [name, ...steps].join('/')), asks }
  }

  /** An attribute as it is written, and of what may be a template, where that is. */
  #written(name: string, block: MergedBlock, module: ModuleInstance): string {
    const attribute = block.attribute(name)
    if (attribute === null) return ''
    const { file, value } = attribute
    const text = file.text.slice(value.start, value.end)
    // A file is read by itself.
    if (!/^(?:template_body|desired_state|type_name)$/.test(name) || text.includes('file(')) return text
    const { origin } = this.#context.evaluate(value, { module, file, env: null })
    return `${text}${origin?.file.text.slice(origin.start, origin.end) ?? ''}`
  }

  #call(name: string, block: MergedBlock, at: Place): void {
    const { module, modules } = at
    for (const { file } of block.blocks) if (file.hasError) this.broken.add(file.path)
    const keys = this.#keys(block, module)
    const none = keys.length === 0 ? childInstance(module, name, null, this.#context) : null
    if (none !== null) this.unmade.add(none.config.folder)
    for (const key of keys) {
      const child = childInstance(module, name, key, this.#context)
      if (child !== null && this.#context.sources.files(child.config.folder).length > 0) {
        const under = [...at.under, ...openOf(block, `module.${name}`, key, module)]
        this.module({ module: child, modules: [...modules, { name, key }], under })
        continue
      }
      const parsed = { modules, mode: 'managed', type: 'module', name, key } as const
      const one = declared(parsed, block, at, this.#context)
      if (one === null) continue
      const names = [...one.written].filter((each) => !OF_CALL.has(each))
      const handed = names.flatMap((each) => this.#handed(each, one, block, module) ?? [])
      this.calls.push({
        ...one,
        why: lostModule(module, name, this.#context),
        source: this.#text('source', block, module),
        given: names,
        documents: handed.flatMap(({ documents }) => documents),
        asks: handed.some(({ asks }) => asks),
      })
    }
  }

  #keys(block: MergedBlock, module: ModuleInstance): readonly InstanceKey[] {
    const keys = instanceKeys(block, module, this.#context)
    if (keys.length >= MAX_INSTANCES) this.whole = false
    return keys
  }

  #text(name: string, block: MergedBlock, module: ModuleInstance): string | null {
    const attribute = block.attribute(name)
    if (attribute === null) return null
    const before = this.#context.touches
    const text = knownString(this.#context.evaluate(attribute.value, { module, file: attribute.file, env: null }))
    return this.#context.touches > before ? null : text
  }
}

function declared(
  parsed: Address,
  block: MergedBlock,
  { module, under }: Place,
  context: Context,
): DeclaredInstance | null {
  const shown = block.block
  const scope = blockScope(block, parsed.key, module, context)
  if (shown === null || scope === null) return null
  const bucket = bucketAttribute(block)
  const names = block.blocks.flatMap(({ body }) => [
    ...body.attributes.keys(),
    ...body.blocks.map(({ type, labels }) => (type === 'dynamic' ? (labels[0] ?? type) : type)),
  ])
  const known = (attribute: Attribute | null | undefined) =>
    attribute ? knownString(context.evaluate(attribute.value, { ...scope, file: attribute.file })) : null
  const before = context.touches
  const named = bucket === null ? null : textOf(context.evaluate(bucket.value, { ...scope, file: bucket.file }))
  const between = context.touches
  const [rule] = expandBlocks(block.nested('rule'), scope, context)
  const setting = {
    acl: known(block.attribute('acl')),
    objectOwnership: rule === undefined ? null : ownershipIn(rule, context),
  }
  const hides = { bucket: between > before, setting: context.touches > between }
  return {
    address: addressText(parsed),
    parsed,
    // Code that is fetched is nothing that a person edits: it stands where it is called.
    range: callerPosition(module) ?? rangeOf(shown.file, shown),
    written: new Set(names),
    isBroken: block.blocks.some(({ file }) => file.hasError),
    bucket: named,
    tags: parsed.type === 'aws_s3_bucket' ? tagsIn(block, scope, context) : new Map(),
    under: [...under, ...openOf(block, `${parsed.type}.${parsed.name}`, parsed.key, module)],
    refersTo: bucket === null ? null : referredBy(bucket, module),
    provider: configurationOf(block, module).id,
    ...setting,
    hides,
  }
}

/** The call of fetched code in the repository's own; null for code that is not fetched. */
function callerPosition(module: ModuleInstance): SourceRange | null {
  const place = module.remote ? callOf(module) : null
  return place === null ? null : rangeOf(place.file, place.span)
}

function ownershipIn({ block, scope }: Expanded, context: Context): string | null {
  const attribute = block.body.attributes.get('object_ownership')
  return attribute === undefined ? null : knownString(context.evaluate(attribute.value, scope))
}

function addressText({ modules, type, name, key }: Address): string {
  const called = modules.map((step) => `module.${step.name}${writtenKey(step.key)}.`).join('')
  return `${called}${type}.${name}${writtenKey(key)}`
}
