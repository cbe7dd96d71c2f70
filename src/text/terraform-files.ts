import { compareText } from './compare.js'
import { baseName } from './paths.js'

/** What the name of a file makes of it: Terraform and OpenTofu go by nothing else. */
export interface TerraformFile {
  /**
   * `configuration` declares a module, `override` is merged over it. `variables` holds values of root variables:
   * whether they are read unasked is a matter of the name too, see `variableFiles`.
   */
  readonly kind: 'configuration' | 'override' | 'variables'
  readonly syntax: 'hcl' | 'json'
  /** Files with an ending of OpenTofu's own are not there for Terraform. */
  readonly tool: 'both' | 'opentofu'
}

const NAME = /(?:^|\/)(?<stem>[^/]*)\.(?<ending>tf|tofu|tfvars)(?<json>\.json)?$/

/**
 * What a file is to Terraform and OpenTofu by its path with `/`; null for every other file, and for hidden configuration,
 * which neither reads (Terraform, "Files and Configuration Structure" and "Override Files"; OpenTofu 1.8, `.tofu` files).
 * Files of values count whatever their names begin with: both tools look at the ending alone (`isAutoVarFile` in
 * `internal/command/meta_vars.go`).
 */
export function terraformFile(path: string): TerraformFile | null {
  const { stem, ending, json } = NAME.exec(path)?.groups ?? {}
  if (stem === undefined) return null
  const syntax = json === undefined ? 'hcl' : 'json'
  if (ending === 'tfvars') return { kind: 'variables', syntax, tool: 'both' }
  // What is hidden begins with a dot: that of the ending where nothing stands before it.
  if (stem === '' || stem.startsWith('.')) return null
  const kind = stem === 'override' || stem.endsWith('_override') ? 'override' : 'configuration'
  return { kind, syntax, tool: ending === 'tofu' ? 'opentofu' : 'both' }
}

/**
 * Whether a link makes something of a file that the file's own name does not, or in another syntax: what finds it by the
 * name of the link goes by that name.
 *
 * @param own the path of the file itself
 */
export function isNamedAnew(link: string, own: string): boolean {
  const [named, real] = [terraformFile(link), terraformFile(own)]
  if (named === null) return false
  const isValues = named.kind === 'variables'
  return named.syntax !== real?.syntax || isValues !== (real.kind === 'variables')
}

/** Where `terraform init` says which modules it has put below a root. */
export const MANIFEST = '.terraform/modules/modules.json'

/** Whether a file declares a part of a module. */
export function isConfiguration(path: string): boolean {
  const file = terraformFile(path)
  return file !== null && file.kind !== 'variables'
}

/**
 * The configuration files among those of a folder in the order in which they are read: overrides last, each group by
 * name. Where a file is there for both tools and once more for OpenTofu, the latter counts.
 */
export function configurationFiles(paths: readonly string[]): readonly string[] {
  const all = paths.flatMap((path) => {
    const file = terraformFile(path)
    return file === null || file.kind === 'variables' ? [] : [{ path, file }]
  })
  const replaced = replacedByOpenTofu(paths)
  const read = all.filter(({ path }) => !replaced.has(path))
  const ofKind = (kind: TerraformFile['kind']) => read.filter(({ file }) => file.kind === kind).map(({ path }) => path)
  return [...ofKind('configuration').sort(), ...ofKind('override').sort()]
}

/** The files among those of a folder that OpenTofu does not read, since each is there once more with its own ending. */
export function replacedByOpenTofu(paths: readonly string[]): ReadonlySet<string> {
  const own = paths.filter((path) => terraformFile(path)?.tool === 'opentofu')
  return new Set(own.map((path) => path.replace(/\.tofu(?=\.json$|$)/, '.tf')))
}

/** The files among those of a folder whose values of root variables are read unasked; later ones win. */
export function variableFiles(paths: readonly string[]): readonly string[] {
  const named = (name: string) => paths.filter((path) => baseName(path) === name)
  const auto = paths.filter(
    (path) => terraformFile(path)?.kind === 'variables' && /\.auto\.tfvars(?:\.json)?$/.test(path),
  )
  const sorted = auto.sort((a, b) => compareText(baseName(a), baseName(b)))
  return [...named('terraform.tfvars'), ...named('terraform.tfvars.json'), ...sorted]
}

/**
 * The files of a folder over which those of another are copied, as Terragrunt copies those of a unit over the module that
 * it runs (Terragrunt, "terraform block", `source`): of two with one name the latter counts, and hidden ones are left out.
 */
export function copiedOver(paths: readonly string[], others: readonly string[]): readonly string[] {
  const copied = [...paths, ...others].filter((path) => !baseName(path).startsWith('.'))
  return [...new Map(copied.map((path) => [baseName(path), path])).values()]
}

/** The file of a unit of Terragrunt. */
export const UNIT = 'terragrunt.hcl'
/** The same in JSON, which is read where there is no other. */
export const UNIT_JSON = 'terragrunt.hcl.json'

/** Whether a file is one of Terragrunt by its name. */
export function isOfTerragrunt(path: string): boolean {
  return path.endsWith('.hcl') || baseName(path) === UNIT_JSON
}

/** Whether a file is a unit by its name. */
export function isUnit(path: string): boolean {
  return [UNIT, UNIT_JSON].includes(baseName(path))
}
