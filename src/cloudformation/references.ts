import { folderOf, join } from '../text/paths.js'
import { TEMPLATE_TYPE } from '../text/terraform-types.js'
import { isObject, member, memberAt } from '../tree/value.js'
import { TRANSFORM } from './language/calls.js'
import { typeOf } from './language/reader.js'

/** A file of the checkout that a template refers to. */
export interface Reference {
  readonly kind: 'include' | 'stack'
  /** From the top of the checkout, as the paths of sources are. */
  readonly path: string
}

/** No template nests deeper. */
const MAX_DEPTH = 200

/**
 * The local files that a document refers to, which `aws cloudformation package` and `sam package` upload: what
 * `AWS::Include` includes, and the templates of nested stacks (AWS CLI Command Reference, "cloudformation package").
 *
 * @param path of the document
 * @param fileIn the file that a text of another kind of templates stands for
 */
export function referencesIn(
  root: unknown,
  path: string,
  fileIn: (text: string) => { readonly path: string } | null = () => null,
): readonly Reference[] {
  const found: Reference[] = []
  const seen = new Set<unknown>()
  const add = (kind: Reference['kind'], written: string | null) => {
    const leads = written === null ? null : localPath(path, written)
    if (leads !== null) found.push({ kind, path: leads })
  }
  const visit = (value: unknown, depth: number): void => {
    const file = typeof value === 'string' ? fileIn(value) : null
    if (file !== null) found.push({ kind: 'include', path: file.path })
    if (typeof value !== 'object' || value === null || seen.has(value) || depth > MAX_DEPTH) return
    seen.add(value)
    if (isObject(value)) {
      for (const location of includesOf(value)) add('include', location)
      add('stack', nestedIn(value))
    }
    for (const inner of Object.values(value)) visit(inner, depth + 1)
  }
  visit(root, 0)
  return found
}

/** The locations that an object includes: by a function in it, or, of a template, by its list of transforms. */
export function includesOf(object: object): readonly string[] {
  const transforms = [member(object, TRANSFORM), member(object, 'Transform')].flat()
  return transforms.flatMap((one) => includeLocation(one) ?? [])
}

/** The location of `AWS::Include` (CloudFormation User Guide, "AWS::Include transform"); null for another transform. */
export function includeLocation(transform: unknown): string | null {
  const location = memberAt(transform, 'Parameters', 'Location')
  return member(transform, 'Name') === 'AWS::Include' && typeof location === 'string' ? location : null
}

/** The template of a nested stack as it is written; the CDK notes the file of one that it uploads. Null for another resource. */
export function nestedIn(resource: unknown): string | null {
  const type = typeOf(resource)
  if (type === APPLICATION) return text(memberAt(resource, 'Properties', 'Location'))
  if (type !== 'AWS::CloudFormation::Stack') return null
  const isAsset = memberAt(resource, 'Metadata', 'aws:asset:property') === 'TemplateURL'
  return text(
    isAsset ? memberAt(resource, 'Metadata', 'aws:asset:path') : memberAt(resource, 'Properties', 'TemplateURL'),
  )
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

export const IN_STACK_SET = 'it is in the TemplateBody of a stack set; make the template a file of its own'
export const ELSEWHERE = 'a stack that it nests has a template that is not in the checkout; check that template too'

/** Whether a stack set holds the template of a bucket policy as a text (CloudFormation, "AWS::CloudFormation::StackSet"). */
export function holdsTemplate(resource: unknown): boolean {
  const body = typeOf(resource) === STACK_SET ? memberAt(resource, 'Properties', 'TemplateBody') : undefined
  return body !== undefined && JSON.stringify(body).includes(TEMPLATE_TYPE)
}

/** Whether a bucket policy is written among the resources of a template. */
export function declaresPolicy(template: unknown): boolean {
  const resources = member(template, 'Resources')
  return isObject(resources) && Object.values(resources).some((one) => typeOf(one) === TEMPLATE_TYPE)
}

const APPLICATION = 'AWS::Serverless::Application'
const STACK_SET = 'AWS::CloudFormation::StackSet'

/** Whether a resource makes a stack of a template that no file of the checkout holds. */
export function isElsewhere(resource: unknown, from: string, files: (path: string) => unknown): boolean {
  const type = typeOf(resource)
  const isStack = type === 'AWS::CloudFormation::Stack' || type === STACK_SET
  // What brings the properties brings the address with them.
  const isBrought =
    memberAt(resource, 'Properties', TRANSFORM) !== undefined || member(resource, TRANSFORM) !== undefined
  if (isBrought && (isStack || type === APPLICATION)) return true
  const url = isStack ? memberAt(resource, 'Properties', 'TemplateURL') : nestedIn(resource)
  if (url === undefined || url === null) return false
  const written = nestedIn(resource)
  const path = written === null ? null : localPath(from, written)
  return path === null || files(path) === null
}

/** Where a path that a file names leads to; null for what lies in a bucket, or is no plain path. */
export function localPath(from: string, written: string): string | null {
  if (written === '' || written.includes(':') || written.startsWith('/') || written.includes('${')) return null
  return join(folderOf(from), written)
}
