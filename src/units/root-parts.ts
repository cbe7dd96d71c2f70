import type { UnknownSource } from '../documents/document.js'
import type { OwnershipSetting } from '../documents/ownership.js'
import { bucketName, looksLikeBucketPolicy, type Origin, type Policy, someTags } from '../documents/policy.js'
import type { Text } from '../iam/text/text.js'
import { isBucketPolicy } from '../terraform/plan/index.js'
import { callsOf, isOfMachine } from '../terraform/roots/calls.js'
import { type RootFolder, unitFolder } from '../terraform/roots/root-folder.js'
import {
  type DeclaredInstance,
  declaredIn,
  type Inventory,
  isBesidePlans,
  locatePolicy,
  MAY_BE_POLICY,
  type OtherInstance,
  type OutsideCall,
  type PolicyLocation,
  TOO_MUCH,
  tagsOfBucket,
} from '../terraform/trace/index.js'
import { folderOf } from '../text/paths.js'
import { isConfiguration, terraformFile } from '../text/terraform-files.js'
import { deploysTemplates, TOO_MANY, UNREAD_ADDRESS, UNREAD_PLACE, UNREAD_TEMPLATE } from '../text/terraform-types.js'
import type { ChangedSources } from './changed-sources.js'
import { policyAttribute, type RootVariant } from './planned-sources.js'
import { planOfSources, settingsOfSources } from './root-plan.js'
import { isComplete, policyOfSources } from './source-policy.js'
import type { SourceTree } from './source-tree.js'
import type { Variant } from './variants.js'

/** A root module in one variant: what its sources declare. */
export interface RootPart extends RootVariant {
  readonly name: string | null
  readonly policies: readonly Policy[]
  readonly settings: readonly OwnershipSetting[]
  readonly unknown: readonly UnknownSource[]
  /** The folders of modules whose instances it tells, links followed, be they none; all that it calls where a plan tells which. */
  readonly modules: ReadonlySet<string>
  /** Files that name policies and cannot be read as a whole. */
  readonly torn: ReadonlySet<string>
  /** False where it declares more than was looked at. */
  readonly whole: boolean
  /** The change that a run is about is about this set of values, or about something that an expression reads. */
  readonly isAnew: boolean
}

/** Whether plans tell of what an address names, on a bucket whose name may be known. */
export type IsPlanned = (one: DeclaredInstance, bucket: Text | null) => boolean

/** What is looked at, and with what. */
interface Looking {
  readonly root: RootFolder
  readonly tree: SourceTree
  readonly isPlanned: IsPlanned
  /** A whole plan of the root was given. */
  readonly isCovered: boolean
  /** Whether a plan leaves something of a resource that is not judged until apply. */
  readonly isOpen: (address: string) => boolean
  /** Whether a file is looked at by itself. */
  readonly isRead: (path: string) => boolean
  /** The change that a run is about; null where it is about everything. */
  readonly changed: ChangedSources | null
}

/** A root module in one variant; `place` tells those of one folder from each other. */
export async function rootPart(variant: Variant, place: number, looking: Looking): Promise<RootPart> {
  const { folder } = looking.root
  const { unplanned } = variant
  const inventory = await declaredIn({ rootDirectory: folder, variables: {}, unplanned }, looking.tree.files)
  const plan = planOfSources(folder, place, inventory)
  const isAnew = looking.changed?.isAboutAll(looking.root, variant) ?? true
  const reader = new PartReader({ folder, plan, unplanned }, inventory, { ...looking, isAnew })
  await reader.read()
  const read = looking.tree.takeRead(looking.root)
  const reads = looking.changed?.take(folder, read, reader.places)
  const { unknown } = reader
  const policies = reads?.whole === true ? reader.policies.map(changedOne) : reader.policies
  const planned = new Set(
    inventory.instances.filter((one) => looking.isPlanned(one, one.bucket)).map(({ address }) => address),
  )
  const settings = settingsOfSources(plan, inventory, {
    policies,
    unknown: unknown.filter(({ why }) => why !== UNREAD_PLACE.why && why !== UNREAD_ADDRESS.why),
    folder,
    unit: unitFolder(looking.root),
  }).filter(({ origin }) => !planned.has(origin.address ?? ''))
  const modules = modulesOf(folder, inventory, looking)
  const part = { folder, plan, unplanned, name: variant.name, policies, settings, unknown, modules }
  return { ...part, torn: inventory.torn, whole: inventory.whole, isAnew: isAnew || reads?.any === true }
}

function changedOne(policy: Policy): Policy {
  return { ...policy, unchanged: false }
}

/**
 * See `RootPart.modules`: what a module calls of which there is no instance has none either by that way. A root that does
 * not parse is none that anybody applies, and tells of no other module.
 */
function modulesOf(folder: string, inventory: Inventory, { tree, isCovered }: Looking): ReadonlySet<string> {
  if (isCovered) return tree.checkout().reachable(folder)
  const { modules, unmade, broken } = inventory
  const real = (module: string) => tree.real(module)
  const filesOf = (module: string) => tree.checkout().modules.get(real(module)) ?? []
  const isBroken = broken.size > 0 || [...modules.keys()].some((one) => filesOf(one).some((file) => file.broken))
  if (isBroken) return new Set([real(folder)])
  // Terraform refuses such a call, which makes nothing and takes nothing away.
  const isRefused = (module: string) => filesOf(module).some(({ configures }) => configures)
  const without = [...unmade].flatMap((module) =>
    isRefused(module) ? [] : [...tree.checkout().reachable(real(module))],
  )
  return new Set([...[...modules.keys()].map(real), ...without])
}

/**
 * Policies of a root module that may each take all the work that one may take; after so many nothing more of it is
 * evaluated, and all is told.
 */
const MAX_EXHAUSTED = 3

/** Statements of one root module, in all its instances: a few characters may make millions of them. */
const MAX_STATEMENTS = 5_000
const SYNTAX = 'the file has syntax errors'
const NO_JSON = 'the text of the policy is not plain JSON around its expressions, so that the provider or S3 refuses it'

class PartReader {
  readonly policies: Policy[] = []
  readonly unknown: UnknownSource[] = []
  readonly #variant: RootVariant
  readonly #inventory: Inventory
  readonly #looking: Looking & { readonly isAnew: boolean }
  /** The files that statements were found in. */
  readonly places = new Set<string>()
  /** Ranges of the statements that policies have been found to hold. */
  readonly #told = new Set<string>()

  /** Policies whose evaluation took too much work. */
  readonly #exhausted: PolicyLocation[] = []
  readonly #unit: Pick<Origin, 'unit'>
  #statements = 0

  constructor(variant: RootVariant, inventory: Inventory, looking: Looking & { readonly isAnew: boolean }) {
    this.#variant = variant
    this.#inventory = inventory
    this.#looking = looking
    const unit = unitFolder(looking.root)
    this.#unit = unit === null ? {} : { unit }
  }

  async read(): Promise<void> {
    const { instances, others, outputs, calls } = this.#inventory
    for (const one of instances) {
      const attribute = policyAttribute(one.parsed.type)
      const { type } = one.parsed
      const isOne = isBucketPolicy(type)
      if (!isOne && !(type === 'aws_s3_bucket' && one.written.has(attribute))) continue
      if (this.#looking.isPlanned(one, one.bucket)) continue
      if (one.written.has(attribute)) await this.#policy(one, attribute)
      else if (one.isBroken) this.unknown.push({ ...unknownOf(one), missing: [], why: SYNTAX })
    }
    for (const one of calls) if (!this.#looking.isPlanned(one, one.bucket)) await this.#outside(one)
    this.unknown.push(...lostIn(this.#inventory, this.#looking))
    for (const one of others) await this.#held(one)
    for (const one of outputs) if (!this.#looking.isPlanned(one, null)) await this.#exported(one, 'value')
  }

  async #policy(one: DeclaredInstance, attribute: string): Promise<void> {
    const { range } = one
    const unknown = unknownOf(one)
    if (this.#statements >= MAX_STATEMENTS) {
      this.unknown.push({ ...unknown, missing: [], why: TOO_MANY })
      return
    }
    const location = await this.#locate(one, attribute)
    this.#statements += location.statements.length
    const { broken } = location
    // What a file of its own holds is told by that file.
    if (broken !== null && isConfiguration(broken.path)) {
      this.unknown.push({ ...unknown, missing: [], why: NO_JSON, advice: 'correct the text', range: broken })
    }
    const isEmpty = location.complete && location.problem === null && location.statements.length === 0
    if (location.absent || isEmpty) return
    const policy = this.#policyOf(one, attribute, location)
    if (policy !== null) this.#add(policy, location, one)
    if (policy !== null && isComplete(location)) return
    this.unknown.push({
      ...unknown,
      missing: location.missing,
      why: location.problem ?? whyUnknown(location.missing),
      range: location.fallback?.range ?? range,
    })
  }

  /**
   * A module that is not in the checkout: the documents that are handed to it are judged, as far as they are bucket
   * policies, and what it makes of them, or writes because of a flag, is not known. Where nobody knows what its source
   * comes to, it may be any of the checkout.
   */
  async #outside(call: OutsideCall): Promise<void> {
    if (isOfOtherService(call.source ?? '')) return
    let mayWrite = call.asks
    const named = [...call.written].filter((name) => MAY_BE_POLICY.test(name))
    for (const name of new Set([...named, ...call.documents])) {
      const location = await this.#locate(call, name)
      const policy = this.#policyOf(call, name, location)
      if (location.flag === false || location.absent) continue
      if (policy !== null && isOfBucket(policy)) this.#add(policy, location, call)
      // Documents whose statements are all known, and are those of another kind of policy.
      else if (policy !== null && isComplete(location)) continue
      mayWrite = true
    }
    const { address, range, source, given, why } = call
    const mayBeHere = source === null || isOfMachine(source)
    const isUntold = mayBeHere && this.#looking.tree.writers().take(given)
    if (!mayWrite && !isUntold) return
    this.unknown.push({
      address,
      bucket: shownBucketOf(call),
      missing: [],
      why: source === null ? why : `the code of ${source} is not in the checkout, and "terraform init" was not run`,
      range,
      sure: isOfBuckets(source ?? ''),
    })
  }

  /** A resource that is not judged, and what reads like a bucket policy in it. A whole plan tells what it has. */
  async #held(one: OtherInstance): Promise<void> {
    const { address, parsed, range, attributes, way, texts } = one
    const { isCovered, isPlanned, isOpen, isRead } = this.#looking
    const isTold = isPlanned(one, null) || (isCovered && !isOpen(address))
    if (isTold && !isBesidePlans(parsed)) return
    const unknown = { address, bucket: null, missing: [], range }
    if (way !== null) {
      const sure = way === 'template' && deploysTemplates(parsed.type)
      const place = way === 'address' ? UNREAD_ADDRESS : UNREAD_PLACE
      this.unknown.push({ ...unknown, ...(sure ? UNREAD_TEMPLATE : place), sure })
      return
    }
    const isAlone = (path: string | null) => path !== null && isRead(path) && !isConfiguration(path)
    const held = texts.find(({ path }) => !isAlone(path))
    if (held !== undefined) {
      const isDeployed = held.isTemplate && deploysTemplates(parsed.type)
      this.unknown.push({ ...unknown, ...(isDeployed ? UNREAD_TEMPLATE : UNREAD_PLACE), sure: isDeployed })
      return
    }
    for (const name of attributes) {
      const location = await this.#locate(one, name)
      const policy = this.#policyOf(one, name, location)
      const isOfFile = location.statements.every((each) => each.found && isAlone(each.range.path))
      if (policy === null || isOfFile || this.#isTold(location) || !isOfBucket(policy)) continue
      this.unknown.push({ ...unknown, ...UNREAD_PLACE, sure: false })
      return
    }
  }

  #isTold({ statements }: PolicyLocation): boolean {
    return statements.every((each) => each.found && this.#told.has(each.range.id))
  }

  /** A document that is exported, for others to attach: told where nothing here does, as far as it is a bucket policy. */
  async #exported(one: DeclaredInstance, attribute: string): Promise<void> {
    const location = await this.#locate(one, attribute)
    const isTold = this.#isTold(location)
    const policy = this.#policyOf(one, attribute, location)
    if (policy === null || isTold || !isOfBucket(policy)) return
    this.#add(policy, location, one)
  }

  async #locate({ parsed }: DeclaredInstance, attribute: string): Promise<PolicyLocation> {
    const [last] = this.#exhausted.slice(MAX_EXHAUSTED - 1)
    if (last !== undefined) return { ...last, fallback: null }
    const { folder, unplanned } = this.#variant
    const request = { rootDirectory: folder, address: parsed, attribute, statements: null, variables: {}, unplanned }
    const location = await locatePolicy(request, this.#looking.tree.files)
    if (location.problem === TOO_MUCH) this.#exhausted.push(location)
    return location
  }

  #policyOf(one: DeclaredInstance, attribute: string, location: PolicyLocation): Policy | null {
    const { folder, plan } = this.#variant
    const { address, parsed, range } = one
    const policy = policyOfSources(location, {
      origin: {
        source: 'terraform-source',
        path: range.path,
        root: folder,
        ...this.#unit,
        plan: plan.place,
        ...(attribute === policyAttribute(parsed.type) ? {} : { attribute }),
        at: [],
        base: 0,
        address,
        wrapped: true,
      },
      bucket: location.bucket,
      plan,
      sensitive: false,
      hidesBucket: one.hides.bucket,
      fromSources: 'unplanned',
    })
    if (policy === null) return null
    const { changed, isAnew, tree, root } = this.#looking
    const own = this.#unit.unit === undefined || root.unit === null ? [] : [root.unit.path]
    const through = own.length === 0 ? {} : { through: own }
    const places = location.statements.flatMap((one) => (one.found ? [one.range.path] : []))
    for (const path of places) this.places.add(path)
    if (changed === null || isAnew) return { ...policy, ...through, unchanged: false }
    const paths = [...new Set([range.path, ...places, ...own])]
    const isAbout = changed.isAbout(paths, tree.checkout().reachable(root.folder))
    return { ...policy, ...through, unchanged: !isAbout }
  }

  #add(policy: Policy, { statements }: PolicyLocation, by: DeclaredInstance): void {
    // Those that the provider adds are not known.
    const tags = someTags(tagsOfBucket(policy.bucket, by, this.#inventory.instances))
    this.policies.push({ ...policy, tags })
    for (const one of statements) if (one.found) this.#told.add(one.range.id)
  }
}

function unknownOf(one: DeclaredInstance) {
  const { address, range } = one
  return { address, bucket: shownBucketOf(one), range, sure: true }
}

function shownBucketOf({ bucket, hides }: DeclaredInstance): string | null {
  return bucketName(bucket === null || hides.bucket ? null : { name: bucket })
}

/** Modules by whose names policies are those of another service. */
function isOfOtherService(source: string): boolean {
  return (
    /(?:^|[/_.-])(?:iam|kms|sqs|sns|ecr|lambda|vpc|secrets?|efs|backup|ecs|eks|rds|dynamodb|api-?gateway|sso|organizations?|autoscaling|alb|elb|cloudwatch|eventbridge|opensearch)(?:$|[/_.?-])/i.test(
      source,
    ) && !isOfBuckets(source)
  )
}

function isOfBuckets(source: string): boolean {
  return /s3|bucket/i.test(source)
}

/**
 * Policies, and calls that lead to some, that a look at the text of a module finds and its syntax does not: what is broken
 * there is not passed over.
 */
function lostIn({ modules, broken: unparsed }: Inventory, { tree, isCovered }: Looking): readonly UnknownSource[] {
  if (isCovered) return []
  const filesOf = (folder: string) => tree.checkout().modules.get(tree.real(folder)) ?? []
  const lost: UnknownSource[] = []
  for (const [folder, found] of modules) {
    const files = filesOf(folder)
    const { folders, open } = callsOf(folder, files)
    const called = [...folders, ...tree.checkout().calls.mayBeCalled(open)]
    const leads = called.some((one) => filesOf(one).some(({ mayHold }) => mayHold))
    for (const { path, resources, calls, broken, mayHold } of files) {
      if (broken ? mayHold || leads : unparsed.has(path) && leads) lost.push(lostAt(path, path, tree))
      const declared = [...resources].filter((name) => isBucketPolicy(name.split('.')[0]))
      const named = leads ? [...declared, ...[...calls].map((name) => `module.${name}`)] : declared
      for (const name of named) if (!found.has(name)) lost.push(lostAt(path, name, tree, whyLost(folder, path, tree)))
    }
  }
  return lost
}

/** A module is as good as empty where an override of it cannot be read: nobody knows what that changes. */
function whyLost(folder: string, path: string, tree: SourceTree): string {
  const isOverride = (one: string) => folderOf(one) === folder && terraformFile(one)?.kind === 'override'
  const override = [...tree.checkout().lost.keys()].find(isOverride)
  return override === undefined ? unreadable(path) : `what ${override} changes of it cannot be read`
}

function unreadable(path: string): string {
  return `the file ${path} could not be read as configuration`
}

function lostAt(path: string, address: string, tree: SourceTree, why = unreadable(path)): UnknownSource {
  const text = tree.lines(path)?.text ?? ''
  const start = Math.max(0, text.indexOf(address.split('.')[1] ?? address))
  return {
    address,
    bucket: null,
    missing: [],
    why,
    range: { path, start, end: Math.min(text.length, start + 1) },
    sure: true,
  }
}

function whyUnknown(missing: readonly string[]): string {
  return missing.length === 0
    ? 'the sources do not say how often a statement is there'
    : `the sources do not tell ${missing.join(', ')}`
}

/** Whether a document, whose container does not say so, is a bucket policy for certain. */
function isOfBucket({ raw, document }: Policy): boolean {
  return looksLikeBucketPolicy(raw, document)
}
