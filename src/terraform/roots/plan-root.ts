import type { NamedRoot } from '../../model/options.js'
import { compareText } from '../../text/compare.js'
import { folderOf, join } from '../../text/paths.js'
import type { Plan } from '../plan/index.js'
import { byFolder, type TerraformSource } from './declarations.js'

/** The root module of a plan, or why it is not known: `why` is a clause for a person, null where nothing fits. */
export type PlanRoot = { readonly folder: string } | { readonly folder: null; readonly why: string | null }

/** Where roots are looked for. */
export interface RootCandidates {
  readonly sources: readonly TerraformSource[]
  readonly named: readonly NamedRoot[]
  /** Whether a folder holds configuration files, looked at or not. */
  readonly holdsConfiguration: (folder: string) => boolean
  /** How many plans the file of the plan holds. */
  readonly plansInFile: number
}

/** Folders that Terragrunt copies modules to, and runs Terraform in. */
const CACHE = /(?:^|\/)\.terragrunt-cache(?:\/|$)/

function isInCache(path: string): boolean {
  return CACHE.test(path)
}

/**
 * The root module of a plan, by proof: the user named it, the plan lies in it, or it is the one folder that declares
 * everything the plan's configuration holds. Of several, one that declares nothing else is it; else none is.
 */
export function rootOfPlan(plan: Plan, candidates: RootCandidates): PlanRoot {
  const { named, holdsConfiguration, plansInFile } = candidates
  const modules = () => [...byFolder(candidates.sources)].filter(([folder]) => !isInCache(folder))
  const ofPlan = named.filter((one) => one.plan !== null && join('', one.plan) === join('', plan.path))
  const chosen = (ofPlan.length > 0 ? ofPlan : named.filter((one) => one.plan === null)).map(({ folder }) =>
    join('', folder),
  )
  const [first] = chosen
  if (first !== undefined) {
    return chosen.length === 1
      ? { folder: first }
      : only(
          plan,
          modules().filter(([folder]) => chosen.includes(folder)),
        )
  }
  const own = folderOf(plan.path)
  if (plansInFile === 1 && holdsConfiguration(own) && !isInCache(own)) {
    // Steps leave the plans of any folder in the working directory.
    return own === '' ? ownRoot(plan, modules()) : { folder: own }
  }
  const proven = only(plan, modules())
  // A copy that Terragrunt made and of which no module of the repository is the source can be read all the same.
  return proven.folder === null && proven.why === null && holdsConfiguration(own) ? { folder: own } : proven
}

/** The working directory, unless other folders declare what a plan in it holds as well as it does, or better. */
function ownRoot(plan: Plan, modules: readonly (readonly [string, readonly TerraformSource[]])[]): PlanRoot {
  const fitting = only(plan, modules)
  return fitting.folder === null && fitting.why === null ? { folder: '' } : fitting
}

function only(plan: Plan, modules: readonly (readonly [string, readonly TerraformSource[]])[]): PlanRoot {
  const fitting = modules.filter(([, files]) => declaresAll(plan, files))
  const exact = fitting.filter(([, files]) => declaresNothingElse(plan, files))
  const [one, ...others] = exact.length > 0 ? exact : fitting
  if (one === undefined) return { folder: null, why: null }
  if (others.length === 0) return { folder: one[0] }
  const folders = [one, ...others]
    .map(([folder]) => (folder === '' ? 'the working directory' : folder))
    .sort(compareText)
  const shown = folders.length > SHOWN ? [...folders.slice(0, SHOWN), `${folders.length - SHOWN} more`] : folders
  return {
    folder: null,
    why: `several folders declare what the plan holds (${shown.join(', ')}): name its root module with terraform-directory`,
  }
}

/** Folders that a message names. */
const SHOWN = 3

/** Whether a module declares all that the plan's configuration declares and refers to. */
function declaresAll({ declared, variables }: Plan, files: readonly TerraformSource[]): boolean {
  if (declared === null || declared.resources.size + declared.calls.size === 0) return false
  const known = files.map(declarationsOf)
  const has = (name: string) => known.some((one) => one.has(name))
  const wanted = [...declared.resources, ...declared.references, ...[...declared.calls].map((name) => `module.${name}`)]
  const given = [...declared.variables, ...Object.keys(variables)].map((name) => `var.${name}`)
  return [...wanted, ...given].every(has)
}

function declaresNothingElse({ declared }: Plan, files: readonly TerraformSource[]): boolean {
  if (declared === null) return false
  const planned = new Set([
    ...declared.resources,
    ...[...declared.calls].map((name) => `module.${name}`),
    ...[...declared.variables].map((name) => `var.${name}`),
  ])
  return files.every((file) => [...declarationsOf(file)].every((name) => planned.has(name)))
}

/** What expressions of the module call what a file declares: `aws_s3_bucket.a`, `data.…`, `module.a`, `var.a`. */
function declarationsOf({ resources, data, calls, variables }: TerraformSource): ReadonlySet<string> {
  return new Set([
    ...resources,
    ...[...data].map((name) => `data.${name}`),
    ...[...calls].map((name) => `module.${name}`),
    ...[...variables].map((name) => `var.${name}`),
  ])
}
