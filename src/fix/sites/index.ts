import type { Policy } from '../../documents/policy.js'
import type { CheckOptions } from '../../model/options.js'
import type { Draft } from '../../rules/drafts/draft.js'
import { originOf } from '../../rules/drafts/draft.js'
import { YamlTrees } from '../../tree/yaml-trees.js'
import type { PlannedSources } from '../../units/planned-sources.js'
import type { Printers } from '../patch/index.js'
import type { Site } from '../site.js'
import { TextSite, type Trees } from './text.js'

export { finish, locateAll } from '../index.js'
export { heldOutside } from '../outside.js'
export { exceptPlanned, untoldOf, withUnknownReaders } from './planned-ranges.js'

/** The kinds of sites and the printers of a run, where they are others than the lists say. */
export interface FixParts {
  readonly sites?: readonly SiteKind[]
  readonly printers?: Printers
}

/** What the sites of a run are made from. */
export interface SiteContext {
  readonly options: CheckOptions
  /** Texts of the files that drafts are of, by path. */
  readonly texts: ReadonlyMap<string, string>
  /** All policies that are written in files, by path; those of a site read their text again where they are not given. */
  readonly held?: ReadonlyMap<string, readonly Policy[]>
  /** The sources behind the plans of the run, and all policies of these plans; null without any. */
  readonly planned: { readonly sources: PlannedSources; readonly policies: readonly Policy[] } | null
  readonly printers?: Printers
}

/** A site with the drafts that stand at it. */
export interface SiteDrafts {
  readonly site: Site
  readonly drafts: readonly Draft[]
}

/** A kind of site. */
export interface SiteKind {
  readonly name: string
  /** Whether drafts of a file stand at sites of this kind. */
  holds(path: string, context: SiteContext): boolean
  /** The sites of some drafts, all of which stand at this kind. What it needs is loaded with the first draft. */
  open(drafts: ReadonlyMap<string, readonly Draft[]>, context: SiteContext): Promise<readonly SiteDrafts[]>
}

/** All plans of a run are one site, since they may share their sources. */
const TERRAFORM: SiteKind = {
  name: 'terraform',
  holds: (path, { planned }) => planned?.sources.plans.some((plan) => plan.path === path) === true,
  open: async (drafts, { planned, options, printers }) => {
    if (planned === null) return []
    const { TerraformSite } = await import('./terraform.js')
    const site = new TerraformSite(planned.sources, planned.policies, options, printers?.sources)
    return [{ site, drafts: [...drafts.values()].flat() }]
  },
}

/** Every other file is a site of its own. */
const TEXT: SiteKind = {
  name: 'text',
  holds: () => true,
  open: async (drafts, { texts, options, printers, held }) => {
    const opened: SiteDrafts[] = []
    for (const [path, own] of drafts) {
      const text = texts.get(path) ?? ''
      const policies = held?.get(path)
      const parts = { yaml: await yamlOf(text, own), printers: printers?.nodes }
      const site = new TextSite(path, text, options, policies === undefined ? parts : { ...parts, policies })
      opened.push({ site, drafts: own })
    }
    return opened
  },
}

/** The YAML documents that drafts stand in; null without any. */
async function yamlOf(text: string, drafts: readonly Draft[]): Promise<Trees | null> {
  const isYaml = drafts.some((draft) => originOf(draft).syntax === 'yaml')
  if (!isYaml) return null
  const { readYamlDocuments } = await import('../../tree/yaml.js')
  return new YamlTrees(text, readYamlDocuments(text))
}

/** The kinds of sites, in order: a draft stands at the first one that holds its file. */
export const SITES: readonly SiteKind[] = [TERRAFORM, TEXT]

/** Where drafts stand, by the path of their file. */
export async function sitesOf(
  drafts: ReadonlyMap<string, readonly Draft[]>,
  context: SiteContext,
  kinds: readonly SiteKind[] = SITES,
): Promise<readonly SiteDrafts[]> {
  const byKind = new Map<SiteKind, Map<string, readonly Draft[]>>()
  for (const [path, own] of drafts) {
    const kind = kinds.find((one) => one.holds(path, context))
    if (kind === undefined) throw new Error(`no site for ${path}`)
    const held = byKind.get(kind) ?? new Map<string, readonly Draft[]>()
    byKind.set(kind, held.set(path, own))
  }
  const opened: SiteDrafts[] = []
  for (const [kind, held] of byKind) opened.push(...(await kind.open(held, context)))
  return opened
}
