import { namedRoots } from '../../model/options.js'
import type { UnplannedRoot } from '../../model/unplanned-root.js'
import { compareText } from '../../text/compare.js'
import { folderOf } from '../../text/paths.js'
import { parseStrict } from '../../tree/parse.js'
import { isObject, memberAt } from '../../tree/value.js'
import { type Plan, parseAddress } from '../plan/index.js'

/** What a cheap look at a `.tf` file tells; the expressions themselves are read only when a plan has a finding. */
export interface TerraformSource {
  readonly path: string
  /** Bucket policies that the file declares: their address in the module, and where the block starts (zero-based). */
  readonly policies: readonly { readonly address: string; readonly offset: number }[]
  /** `type.name` of every resource, and the names of the module calls. */
  readonly resources: ReadonlySet<string>
  readonly calls: ReadonlySet<string>
  /** `type.name` of every data source, and the names of the variables. */
  readonly data: ReadonlySet<string>
  readonly variables: ReadonlySet<string>
  /** Relative sources of module calls, as written. */
  readonly sources: readonly string[]
}

const RESOURCE = /^[ \t]*resource[ \t]+"([\w-]{1,200})"[ \t]+"([\w-]{1,200})"/gm
const CALL = /^[ \t]*module[ \t]+"([\w-]{1,200})"/gm
const DATA = /^[ \t]*data[ \t]+"([\w-]{1,200})"[ \t]+"([\w-]{1,200})"/gm
const VARIABLE = /^[ \t]*variable[ \t]+"([\w-]{1,200})"/gm
const SOURCE = /^[ \t]*source[ \t]*=[ \t]*"(\.{1,2}\/[^"\n]{0,1000})"/gm

/** Blocks by their first lines. What stands in comments of another style or in heredocs only makes a notice too many. */
export function scanTerraform(path: string, text: string): TerraformSource {
  const resources = [...text.matchAll(RESOURCE)]
  return {
    path,
    policies: resources
      .filter(([, type]) => type === 'aws_s3_bucket_policy')
      .map((match) => ({ address: `${match[1]}.${match[2]}`, offset: match.index })),
    resources: new Set(resources.map(([, type, name]) => `${type}.${name}`)),
    calls: new Set([...text.matchAll(CALL)].map(([, name]) => name ?? '')),
    data: new Set([...text.matchAll(DATA)].map(([, type, name]) => `${type}.${name}`)),
    variables: new Set([...text.matchAll(VARIABLE)].map(([, name]) => name ?? '')),
    sources: [...text.matchAll(SOURCE)].map(([, source]) => source ?? ''),
  }
}

/** The same for a `.tf.json` file; one that is no JSON declares nothing that anybody could tell. */
export function scanTerraformJson(path: string, text: string): TerraformSource {
  const parsed = parseStrict(text)
  const [document] = parsed?.ok ? parsed.documents : []
  const root = document?.value
  const resources = blocks(memberAt(root, 'resource')).flatMap(([type, named]) =>
    blocks(named).map(([name]) => ({ type, name })),
  )
  const modules = blocks(memberAt(root, 'module'))
  const sources = modules.flatMap(([, body]) => [body].flat()).map((body) => memberAt(body, 'source'))
  return {
    path,
    policies: resources
      .filter(({ type }) => type === 'aws_s3_bucket_policy')
      .map(({ type, name }) => ({ address: `${type}.${name}`, offset: offsetOf(text, type, name) })),
    resources: new Set(resources.map(({ type, name }) => `${type}.${name}`)),
    calls: new Set(modules.map(([name]) => name)),
    data: new Set(
      blocks(memberAt(root, 'data')).flatMap(([type, named]) => blocks(named).map(([name]) => `${type}.${name}`)),
    ),
    variables: new Set(blocks(memberAt(root, 'variable')).map(([name]) => name)),
    sources: sources.filter((source) => typeof source === 'string').filter((source) => /^\.{1,2}\//.test(source)),
  }
}

/** The blocks below a name, by their label; Terraform takes one object or a list of them. */
function blocks(value: unknown): readonly (readonly [string, unknown])[] {
  return [value].flat().flatMap((one) => (isObject(one) ? Object.entries(one) : []))
}

/** Where a resource is declared; not exact where its name stands elsewhere too, which nothing depends on. */
function offsetOf(text: string, type: string, name: string): number {
  const block = Math.max(0, text.indexOf(JSON.stringify(type)))
  const at = text.indexOf(JSON.stringify(name), block)
  return at === -1 ? block : at
}

/** What a plan tells of bucket policies. */
export interface Coverage {
  readonly plan: Plan
  /** The policies that were read of the plan's file, or told as not to be read. */
  readonly addresses: ReadonlySet<string>
  /** It may say as well that a declared policy has no instance. */
  readonly decides: boolean
}

/**
 * Root modules with policies that no plan tells. A folder that another one calls by a relative source is no root. A plan
 * is one of a root when it lies in its folder, when it was named for it, or when the root declares what the plan's
 * configuration holds; it stands for those of the declared policies that it covers.
 *
 * @param named the root that the user named for the plans, or null
 */
export function unplannedRoots(
  sources: readonly TerraformSource[],
  coverages: readonly Coverage[],
  named: string | null,
): readonly UnplannedRoot[] {
  const modules = byFolder(sources)
  const called = new Set([...modules].flatMap(([folder, files]) => calledFolders(folder, files)))
  const roots: UnplannedRoot[] = []
  for (const [folder, files] of modules) {
    if (called.has(folder)) continue
    const own = coverages.filter(({ plan }) => isPlanOf(plan, folder, files, named))
    const told = own.map(declarationsIn)
    const declared = reachable(folder, modules)
      .flatMap(({ path, policies }) => policies.map((one) => ({ path, ...one })))
      .filter(({ path, address }) => !told.some((each) => each.has(declaration(address, folderOf(path) !== folder))))
    const [first] = declared
    if (first !== undefined) roots.push({ folder, hasPlan: own.length > 0, ...first, policies: declared.length })
  }
  return roots
}

/** A declaration as sources and plan can both name it: of modules only the plan knows which one a call means. */
function declaration(address: string, inModule: boolean): string {
  return inModule ? `module.${address}` : address
}

/** The declarations that a plan tells: those of its policies, and where it decides those that have no instance. */
function declarationsIn({ plan, addresses, decides }: Coverage): ReadonlySet<string> {
  const told = new Set<string>()
  for (const address of addresses) {
    const parsed = parseAddress(address)
    if (parsed !== null) told.add(declaration(`${parsed.type}.${parsed.name}`, parsed.modules.length > 0))
  }
  if (!decides || plan.partial || plan.refreshOnly || plan.kind === 'state') return told
  const todo = plan.configuration === null ? [] : [{ module: plan.configuration, inModule: false }]
  for (let one = todo.pop(); one !== undefined; one = todo.pop()) {
    for (const { type, name } of one.module.resources) told.add(declaration(`${type}.${name}`, one.inModule))
    for (const { module } of one.module.calls.values()) todo.push({ module, inModule: true })
  }
  return told
}

/** The files of each folder. */
export function byFolder(sources: readonly TerraformSource[]): ReadonlyMap<string, readonly TerraformSource[]> {
  const modules = new Map<string, TerraformSource[]>()
  for (const source of [...sources].sort((a, b) => compareText(a.path, b.path))) {
    const folder = folderOf(source.path)
    modules.set(folder, [...(modules.get(folder) ?? []), source])
  }
  return modules
}

function calledFolders(folder: string, files: readonly TerraformSource[]): readonly string[] {
  return files.flatMap(({ sources }) => sources.map((source) => join(folder, source)))
}

/** Joins a relative source to a folder; `..` above the working directory stays as it is and names no known folder. */
export function join(folder: string, source: string): string {
  const parts = folder === '' ? [] : folder.split('/')
  for (const part of source.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

/** The files of a module and of all local modules below it, each once. */
function reachable(root: string, modules: ReadonlyMap<string, readonly TerraformSource[]>): readonly TerraformSource[] {
  const seen = new Set<string>()
  const found: TerraformSource[] = []
  const todo = [root]
  for (let folder = todo.shift(); folder !== undefined; folder = todo.shift()) {
    const files = modules.get(folder)
    if (seen.has(folder) || files === undefined) continue
    seen.add(folder)
    found.push(...files)
    todo.push(...calledFolders(folder, files))
  }
  return found
}

/** Whether a plan is one of the module in a folder. */
function isPlanOf(plan: Plan, folder: string, files: readonly TerraformSource[], named: string | null): boolean {
  const roots = namedRoots(named)
  const own = roots.filter((one) => one.plan === null || join('', one.plan) === join('', plan.path))
  if (own.length > 0) return own.some((one) => join('', one.folder) === folder)
  if (folderOf(plan.path) === folder) return true
  const { configuration } = plan
  if (configuration === null || configuration.resources.length + configuration.calls.size === 0) return false
  const declares = (what: (file: TerraformSource) => ReadonlySet<string>, name: string) =>
    files.some((file) => what(file).has(name))
  return (
    configuration.resources.every(
      ({ mode, type, name }) => mode === 'data' || declares((file) => file.resources, `${type}.${name}`),
    ) && [...configuration.calls.keys()].every((name) => declares((file) => file.calls, name))
  )
}
