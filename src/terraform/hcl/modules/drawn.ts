import { parseLenient } from '../../../tree/lenient.js'
import { isPolicyShaped, OF_POLICY } from '../../../tree/policy-shape.js'
import type { Engines } from '../functions/index.js'
import { isTooDeep, maskTemplate, type TemplateExpr, type TemplatePart } from '../syntax/index.js'

/**
 * What an expression may draw out of a file that no commit holds: a policy, or a template of one, and nothing else. The
 * whole of the text must be one, by its structure: that the words of a policy stand somewhere in a state, a plan or the
 * comment of an ini file makes none of it a policy.
 */
export interface DrawnText {
  readonly text: string
  /** The text as a template; null where its syntax is broken. Read when it is asked for. */
  readonly template: () => TemplateExpr | null
  readonly engines: Engines
}

/** Whether a text is a policy, a list of statements, or a template of one; null while the reader of YAML is not loaded. */
export function isPolicyText({ text, template, engines }: DrawnText): boolean | null {
  if (isPlanOrState(text) || !/Statement|Effect/.test(text)) return false
  const first = text.trimStart()[0]
  if (first === '{' || first === '[' || first === '/') return isPolicyJson(text) || isPolicyTemplate(text, template())
  if (/^\s*[$%]\{/.test(text)) return isPolicyTemplate(text, template())
  const { yaml } = engines
  if (yaml === null) return null
  try {
    return isPolicyShaped(yaml(text))
  } catch {
    // No YAML either: whatever it is, it is no policy.
    return false
  }
}

/**
 * Whether a text is a plan or a state, in JSON of `terraform show` or as Terraform stores it: it holds in clear what it
 * marks as sensitive, so that nothing is drawn out of one, whoever vouches for it.
 */
export function isPlanOrState(text: string): boolean {
  const has = (name: string) => text.includes(`"${name}"`)
  if (has('format_version')) return SHOWN.some(has)
  return has('terraform_version') && STORED.some(has)
}

/** Members of what `terraform show -json` prints (Terraform, "JSON output format"). */
const SHOWN = ['planned_values', 'resource_changes', 'resource_drift', 'output_changes', 'prior_state', 'values']
/** Members of a stored state, of format 4 and those before it. */
const STORED = ['lineage', 'serial', 'outputs', 'resources', 'modules']

function isPolicyJson(text: string): boolean {
  if (isTooDeep(text)) return false
  const parsed = parseLenient(text)
  const [only, ...others] = parsed.ok ? parsed.documents : []
  return only !== undefined && others.length === 0 && isPolicyShaped(only.value)
}

/** A template of the JSON, or one that is a single `jsonencode` of the object. */
function isPolicyTemplate(text: string, template: TemplateExpr | null): boolean {
  if (template === null) return false
  const parts = template.parts.filter((part) => part.kind !== 'text' || part.raw.trim() !== '')
  const [only, ...others] = parts
  if (only?.kind === 'hole' && others.length === 0) return isEncodedPolicy(only)
  return isPolicyJson(maskTemplate(text, template, () => null).text)
}

function isEncodedPolicy({ expr }: TemplatePart & { readonly kind: 'hole' }): boolean {
  if (expr?.kind !== 'call' || !/^(?:json|yaml)encode$/.test(expr.name)) return false
  const [value] = expr.args
  if (value?.kind !== 'object') return false
  const names = value.elements.map(({ name }) => name)
  return names.includes('Statement') && names.every((name) => name !== null && OF_POLICY.has(name))
}
