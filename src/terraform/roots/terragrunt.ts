import { holdsPolicy } from '../../text/policy-text.js'
import { scanBody } from '../scan/body.js'

export const UNIT = 'terragrunt.hcl'

/** A file of Terragrunt, as far as a look without a grammar tells. */
export interface UnitFile {
  readonly path: string
  /** The folder that its module is taken from, relative to its own; null where it runs its own, or one from elsewhere. */
  readonly source: string | null
  /** Its module is taken from there below the top of the checkout, and not below its own folder. */
  readonly fromTop: boolean
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
  const [source = ''] = written('terraform', 'source').map(
    (one) => /^"((?:\$\{get_repo_root\(\)\})?[^"\n$]{1,1000})"$/.exec(one)?.[1] ?? '',
  )
  const local = source.replace(/^\$\{get_repo_root\(\)\}\/*/, './').replaceAll('//', '/')
  return {
    path,
    source: /^\.\.?(?:\/|$)/.test(local) ? local : null,
    fromTop: source.startsWith('$'),
    givesMore: blocks.some(
      (one) => one.type === 'terraform' && GIVES_MORE.test(text.slice(one.bodyStart, one.bodyEnd)),
    ),
    includes: written('include', 'path').map((one) => PARENT.exec(one)?.[1] ?? (BARE_PARENT.test(one) ? UNIT : null)),
  }
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
  return [...generatedIn(text), ...givenElsewhere(text, (source) => !LOCAL.test(source))]
}

/** The inputs of a unit whose module lies on a path that leads to nothing in the checkout. */
export function givenOutside(text: string): readonly UnitHolding[] {
  return givenElsewhere(text, (source) => LOCAL.test(source))
}

/** A source on a path: what stands there is judged with its inputs. */
const LOCAL = /^"(?:\.|\$\{(?:get_|find_|path_))/

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

function givenElsewhere(text: string, isElsewhere: (source: string) => boolean): readonly UnitHolding[] {
  const { blocks, attributes } = scanBody(text)
  const sources = blocks
    .filter(({ type }) => type === 'terraform')
    .flatMap(({ bodyStart, bodyEnd }) => scanBody(text, bodyStart, bodyEnd).attributes)
    .filter(({ name }) => name === 'source')
    .map(({ start, end }) => text.slice(start, end).trim())
  const [source] = sources.filter(isElsewhere)
  const inputs = attributes.find(({ name }) => name === 'inputs')
  if (source === undefined || inputs === undefined) return []
  const given = text.slice(inputs.start, inputs.end)
  const isOfBuckets = /s3|bucket/i.test(source) && GIVES_POLICY.test(given)
  if (!isOfBuckets && !holdsPolicy(given)) return []
  // A source that begins with an expression may lead anywhere.
  const isSure = isOfBuckets && !source.startsWith('"${')
  return [{ offset: inputs.start, why: ELSEWHERE, ...(isSure ? {} : { unsure: true }) }]
}

const ELSEWHERE =
  'the module that it runs is not in the checkout, and its inputs make that write one; give the plan of the unit'

/** An input that is a policy, or a flag that makes a module write one, and is not off. */
const GIVES_POLICY = /\b(?:attach_\w+|\w*polic(?:y|ies))"?[ \t]*[=:](?![ \t]*(?:false|null|""|\[\]|\{\}))/
