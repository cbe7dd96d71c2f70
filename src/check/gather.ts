import type { Document } from '../documents/document.js'
import { FORMS } from '../documents/forms/index.js'
import { readDocument } from '../documents/read.js'
import { UserError } from '../model/errors.js'
import type { CheckOptions } from '../model/options.js'
import { lookupOf, type Sources, type Tree } from '../sources/sources.js'
import type { Plan } from '../terraform/plan/index.js'
import type { PlannedSources } from '../units/planned-sources.js'
import type { Unit } from '../units/unit.js'
import type { ReadSource } from './read.js'

type TerraformDocument = Extract<Document, { kind: 'terraform' }>

/** What is judged, each thing as one, and the sources behind the plans. */
export interface Gathered {
  /** Files and plans in the order of the sources, then root modules of which no plan was given. */
  readonly units: readonly Unit[]
  readonly plans: readonly Plan[]
  /** The sources behind the plans, with the HCL parser, which is loaded at the first call; null without a plan. */
  readonly planned: () => Promise<PlannedSources | null>
}

/**
 * Makes units of documents. Roots are known only when all files were read.
 *
 * @throws {UserError} when a file that must be a plan is none.
 */
export async function gather(read: readonly ReadSource[], sources: Sources, options: CheckOptions): Promise<Gathered> {
  const files = read.flatMap(({ path, document }) => unitOf(path, document, options) ?? [])
  const units = [...files, ...(await unreadUnits(read, sources, options))]
  const terraform = read.flatMap(({ document }) => (document.kind === 'terraform' ? [document] : []))
  const plans = units.flatMap((unit) => (unit.kind === 'plan' ? unit.facts.plans : []))
  return {
    units: [
      ...sources.unopened.map((one) => ({ kind: 'unopened', ...one }) as const),
      ...units,
      ...(await rootUnits(terraform, plans, options)),
      ...options.ignore.map((entry) => ({ kind: 'ignore-entry', path: entry.location.path, entry }) as const),
    ],
    plans,
    planned: plannedSources(terraform, plans, sources, options),
  }
}

function unitOf(path: string, document: ReadSource['document'], { onlyPaths }: CheckOptions): Unit | null {
  if (document.kind === 'no-plan') throw notAPlan(path, document.reason)
  if (document.kind === 'unopened') return { ...document, path }
  if (document.kind === 'read' && document.plan !== undefined) {
    const { plan, policies, settings } = document
    return { kind: 'plan', path, facts: plan, policies, settings }
  }
  // The files of a pull request never include a plan that the job has just made.
  if (onlyPaths !== null && !onlyPaths.has(path)) return null
  if (document.kind === 'unreadable') return { ...document, path }
  if (document.kind !== 'read') return null
  const { text, policies, settings } = document
  return { kind: 'file', path, text, policies, settings }
}

/** Policies that a template holds without their text: from the file that it includes, else unread. */
async function unreadUnits(
  read: readonly ReadSource[],
  sources: Sources,
  { onlyPaths }: CheckOptions,
): Promise<readonly Unit[]> {
  const units: Unit[] = []
  const included = new Set(read.map(({ path }) => path))
  for (const { path, document } of read) {
    if (document.kind !== 'read' || (onlyPaths !== null && !onlyPaths.has(path))) continue
    for (const { why, include, origin } of document.unread ?? []) {
      const file = include === null ? null : includedPath(path, include)
      if (file !== null && included.has(file)) continue
      const unit = file === null ? null : await includedUnit(file, sources)
      if (unit !== null && file !== null) included.add(file)
      const offset = Math.max(0, document.text.indexOf(origin.address ?? ''))
      units.push(unit ?? { kind: 'unreadable', path, text: document.text, reason: why, offset })
    }
  }
  return units
}

/** Where a local include of a template leads to; null for what lies in a bucket, or is no plain path. */
function includedPath(path: string, include: string): string | null {
  if (include.includes(':') || include.startsWith('/') || include.includes('${')) return null
  const steps = path.split('/').slice(0, -1)
  for (const step of include.split('/')) {
    if (step === '..' && steps.length > 0 && steps.at(-1) !== '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}

async function includedUnit(path: string, sources: Sources): Promise<Unit | null> {
  const source = sources.read(path)
  if (source === null) return null
  const document = await readDocument(source, FORMS)
  return document.kind === 'read' || document.kind === 'unreadable' ? fileOf(path, document) : null
}

function fileOf(path: string, document: Extract<Document, { kind: 'read' | 'unreadable' }>): Unit {
  return document.kind === 'read'
    ? { kind: 'file', path, text: document.text, policies: document.policies, settings: document.settings }
    : { ...document, path }
}

function notAPlan(path: string, reason: string | undefined): UserError {
  const message =
    reason === undefined
      ? `${path} is not a Terraform plan; give the output of "terraform show -json <plan file>".`
      : `${path} cannot be checked as a plan: ${reason}.`
  return new UserError(message, { path })
}

/** A repository with Terraform and no plan must not look checked. */
async function rootUnits(
  terraform: readonly TerraformDocument[],
  plans: readonly Plan[],
  { terraformDirectory }: CheckOptions,
): Promise<readonly Unit[]> {
  if (terraform.length === 0) return []
  const { unplannedRoots } = await import('../terraform/roots/declarations.js')
  const sources = terraform.map(({ source }) => source)
  return unplannedRoots(sources, plans, terraformDirectory).map((root) => {
    const text = terraform.find(({ source }) => source.path === root.path)?.text ?? ''
    return { kind: 'root', path: root.path, root, text }
  })
}

function plannedSources(
  terraform: readonly TerraformDocument[],
  plans: readonly Plan[],
  tree: Tree,
  { terraformDirectory }: CheckOptions,
): Gathered['planned'] {
  if (plans.length === 0) return async () => null
  let loaded: Promise<PlannedSources> | null = null
  const load = async () => {
    const { PlannedSources } = await import('../units/planned-sources.js')
    const sources = terraform.map(({ source }) => source)
    return new PlannedSources(plans, sources, terraformDirectory, {
      lookup: lookupOf(tree),
      list: (folder) => tree.list(folder),
    })
  }
  return () => {
    loaded ??= load()
    return loaded
  }
}
