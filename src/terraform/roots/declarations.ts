import { namedRoots } from '../../model/options.js'
import { compareText } from '../../text/compare.js'
import { parseStrict } from '../../tree/parse.js'
import { isObject, memberAt } from '../../tree/value.js'
import type { Plan } from '../plan/index.js'

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

/** A root module that declares bucket policies, itself or through local modules, and of which no plan was given. */
export interface UnplannedRoot {
  readonly folder: string
  /** The first declaration, which a finding points at. */
  readonly path: string
  readonly offset: number
  readonly address: string
  readonly policies: number
}

/**
 * Root modules without a plan. A folder that another one calls by a relative source is no root. A plan is one of a root
 * when it lies in its folder, when it was named for it, or when the root declares what the plan's configuration holds.
 *
 * @param named the root that the user named for the plans, or null
 */
export function unplannedRoots(
  sources: readonly TerraformSource[],
  plans: readonly Plan[],
  named: string | null,
): readonly UnplannedRoot[] {
  const modules = byFolder(sources)
  const called = new Set([...modules].flatMap(([folder, files]) => calledFolders(folder, files)))
  const roots: UnplannedRoot[] = []
  for (const [folder, files] of modules) {
    if (called.has(folder) || plans.some((plan) => isPlanOf(plan, folder, files, named))) continue
    const declared = reachable(folder, modules).flatMap(({ path, policies }) =>
      policies.map((one) => ({ path, ...one })),
    )
    const [first] = declared
    if (first !== undefined) roots.push({ folder, ...first, policies: declared.length })
  }
  return roots
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

export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
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
export function isPlanOf(plan: Plan, folder: string, files: readonly TerraformSource[], named: string | null): boolean {
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
