import { holdsPolicy } from '../../text/policy-text.js'
import { scanBody } from '../scan/body.js'

export const UNIT = 'terragrunt.hcl'

/** The folder that the path of a module begins in. */
export type Start =
  /** The folder of the unit. */
  | { readonly kind: 'own' }
  /** The top of the checkout. */
  | { readonly kind: 'top' }
  /** What has a name in the closest folder above that has one; or the folder that it is in. */
  | { readonly kind: 'above'; readonly name: string; readonly isIn: boolean }

/** A path to a module of the checkout. */
export interface ModulePath {
  readonly start: Start
  readonly path: string
}

/** A file of Terragrunt, as far as a look without a grammar tells. */
export interface UnitFile {
  readonly path: string
  /** Where its module is taken from; null where it runs its own, or one from elsewhere. */
  readonly source: ModulePath | null
  /** It hands further files of values or variables of the environment to Terraform. */
  readonly givesMore: boolean
  /** Files whose inputs it takes over, as written; null in the list for one that cannot be told. */
  readonly includes: readonly (string | null)[]
}

/**
 * What a `terragrunt.hcl` says of its module (Terragrunt, "terraform block" and "include block"). `//` in a source marks
 * the part that is copied; `find_in_parent_folders` names a file in a folder above.
 */
export function unitFile(path: string, text: string): UnitFile {
  const { blocks } = scanBody(text)
  const written = (type: string, name: string) =>
    blocks
      .filter((block) => block.type === type)
      .map(({ bodyStart, bodyEnd }) => {
        const attribute = scanBody(text, bodyStart, bodyEnd).attributes.find((one) => one.name === name)
        return attribute === undefined ? '' : text.slice(attribute.start, attribute.end).trim()
      })
  const includes = written('include', 'path').map(
    (one) => PARENT.exec(one)?.[1] ?? (BARE_PARENT.test(one) ? UNIT : null),
  )
  const [source = ''] = written('terraform', 'source')
  return {
    path,
    source: modulePath(source, includes),
    givesMore: blocks.some(
      (one) => one.type === 'terraform' && GIVES_MORE.test(text.slice(one.bodyStart, one.bodyEnd)),
    ),
    includes,
  }
}

/** A text that an expression may begin. */
const SOURCE = /^"(?:\$\{([^{}\n]{1,300})\})?([^"\n$]{0,1000})"$/

/** @param written the expression of a source; null for one that leads elsewhere, or is made of what is not known */
function modulePath(written: string, includes: UnitFile['includes']): ModulePath | null {
  const [, expression, rest = ''] = SOURCE.exec(written) ?? []
  const path = rest.replaceAll('//', '/')
  if (expression === undefined) return /^\.\.?(?:\/|$)/.test(path) ? { start: { kind: 'own' }, path } : null
  const start = startOf(expression.replace(/\s+/g, ''), includes)
  return start === null ? null : { start, path: path.replace(/^\/*/, './') }
}

/** The folder that a function of Terragrunt names ("Functions"), without the blanks in it; null for another expression. */
function startOf(expression: string, [include = null, ...more]: UnitFile['includes']): Start | null {
  if (/^get_(?:path_to_)?repo_root\(\)$/.test(expression)) return { kind: 'top' }
  if (/^get_(?:original_)?terragrunt_dir\(\)$/.test(expression)) return { kind: 'own' }
  if (/^(?:get_parent_terragrunt_dir|path_relative_from_include)\((?:"[\w-]*")?\)$/.test(expression)) {
    return include === null || more.length > 0 ? null : { kind: 'above', name: include, isIn: true }
  }
  const [, folder, name] = /^(dirname\()?find_in_parent_folders\((?:"([\w.-]{1,200})")?\)\)?$/.exec(expression) ?? []
  if (folder !== undefined) return { kind: 'above', name: name ?? UNIT, isIn: true }
  return name === undefined ? null : { kind: 'above', name, isIn: false }
}

/** What `extra_arguments` give values by (Terragrunt, "extra_arguments"). */
const GIVES_MORE = /\b(?:required|optional)_var_files\b|\bTF_VAR_|-var\b|-var-file\b/

const PARENT = /^find_in_parent_folders\(\s*"([\w.-]{1,200})"\s*\)$/
const BARE_PARENT = /^find_in_parent_folders\(\s*\)$/

/** What a file of Terragrunt has to do with bucket policies that is not judged. */
export interface UnitHolding {
  readonly why: string
  /** Zero-based. */
  readonly offset: number
  /** Set where it is not sure to be the policy of a bucket. */
  readonly unsure?: true
}

/**
 * Configuration that Terragrunt writes when it runs, and inputs for a module from elsewhere (Terragrunt, "generate block" and
 * "terraform block"), as far as they hold a bucket policy or make the module write one.
 */
export function holdingsOf(text: string): readonly UnitHolding[] {
  return [...generatedIn(text), ...givenElsewhere(text, (source) => source === null)]
}

/** The inputs of a unit whose module lies on a path that leads to nothing in the checkout. */
export function givenOutside(text: string): readonly UnitHolding[] {
  return givenElsewhere(text, (source) => source !== null)
}

function generatedIn(text: string): readonly UnitHolding[] {
  const { blocks, attributes } = scanBody(text)
  const written = [
    ...blocks.flatMap(({ type, bodyStart, bodyEnd }) => (type === 'generate' ? [[bodyStart, bodyEnd] as const] : [])),
    ...attributes.flatMap(({ name, start, end }) => (name === 'generate' ? [[start, end] as const] : [])),
  ].filter(([start, end]) => WRITES.test(text.slice(start, end)) || holdsPolicy(text.slice(start, end)))
  return written.map(([offset]) => ({ offset, why: GENERATED }))
}

const WRITES = /\baws(?:cc)?_s3_bucket_policy\b|AWS::S3::BucketPolicy/
const GENERATED = 'a generate block writes it, which Terragrunt makes only when it runs; give the plan of the unit'

function givenElsewhere(text: string, isElsewhere: (source: ModulePath | null) => boolean): readonly UnitHolding[] {
  const { blocks, attributes } = scanBody(text)
  const sources = blocks
    .filter(({ type }) => type === 'terraform')
    .flatMap(({ bodyStart, bodyEnd }) => scanBody(text, bodyStart, bodyEnd).attributes)
    .filter(({ name }) => name === 'source')
    .map(({ start, end }) => text.slice(start, end).trim())
  const [source] = isElsewhere(unitFile('', text).source) ? sources : []
  const inputs = attributes.find(({ name }) => name === 'inputs')
  if (source === undefined || inputs === undefined) return []
  const given = text.slice(inputs.start, inputs.end)
  const isOfBuckets = /s3|bucket/i.test(source) && GIVES_POLICY.test(given)
  if (!isOfBuckets && !holdsPolicy(given) && !DENIES.test(given)) return []
  // A source that begins with an expression may lead anywhere.
  const isSure = isOfBuckets && !source.startsWith('"${')
  const why = source.startsWith('"${') ? UNTOLD : ELSEWHERE
  return [{ offset: inputs.start, why, ...(isSure ? {} : { unsure: true }) }]
}

const ELSEWHERE =
  'the module that it runs is not in the checkout, and its inputs make that write one; give the plan of the unit'

const UNTOLD =
  'the module that it runs is not known, or not in the checkout, and its inputs hold a policy or a part of one; give the plan of the unit'

/** A statement that is handed over by itself. */
const DENIES = /\bEffect"?[ \t]*[=:][ \t]*"Deny"/

/** An input that is a policy, or a flag that makes a module write one, and is not off. */
const GIVES_POLICY = /\b(?:attach_\w+|\w*polic(?:y|ies))"?[ \t]*[=:](?![ \t]*(?:false|null|""|\[\]|\{\}))/
