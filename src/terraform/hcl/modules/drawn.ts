import { filler } from '../../../tree/embed.js'
import { holdsComment, parseLenient } from '../../../tree/lenient.js'
import { isPolicyShaped } from '../../../tree/policy-shape.js'
import { isWhole } from '../../../tree/whole.js'
import type { Engines } from '../functions/index.js'
import { type Expr, isTooDeep, maskTemplate, type Span, type TemplateExpr, type TemplatePart } from '../syntax/index.js'

/**
 * What an expression may draw out of a file that no commit holds: a policy, or a template of one, and nothing else. The
 * whole of the text must be one, by its structure: that the words of a policy stand somewhere in a state, a plan or the
 * comment of an ini file makes none of it a policy. Nor may it hold more than that: a comment, or a member that another one
 * of its name hides.
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
  if (first === '{' || first === '[') return isPolicyJson(text) || isPolicyTemplate(text, template())
  if (/^\s*[$%]\{/.test(text)) return isPolicyTemplate(text, template())
  const { yaml } = engines
  if (yaml === null) return null
  try {
    return isPolicyShaped(yaml(text, true))
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
  if (isTooDeep(text) || holdsComment(text)) return false
  const parsed = parseLenient(text)
  const [only, ...others] = parsed.ok ? parsed.documents : []
  return only !== undefined && others.length === 0 && isPolicyShaped(only.value) && isWhole(only.value, text)
}

/** A template of the JSON, or one that is a single `jsonencode` of the object. */
function isPolicyTemplate(text: string, template: TemplateExpr | null): boolean {
  if (template === null || holesIn(template.parts).some(({ start, end }) => mayComment(text.slice(start, end))))
    return false
  const parts = template.parts.filter((part) => part.kind !== 'text' || part.raw.trim() !== '')
  const [only, ...others] = parts
  if (only?.kind === 'hole' && others.length === 0) return isEncodedPolicy(only)
  return isPolicyJson(maskTemplate(text, template, () => null).text)
}

/** Where something stands in a template that is no text of it. */
function holesIn(parts: readonly TemplatePart[]): readonly Span[] {
  return parts.flatMap((part) => {
    if (part.kind === 'text') return []
    if (part.kind === 'hole') return [part]
    const inner = part.kind === 'for' ? part.body : [...part.yes, ...part.no]
    const middle = part.kind === 'if' && part.middle !== null ? [part.middle] : []
    return [part.intro, ...middle, part.outro, ...holesIn(inner)]
  })
}

/** Whether a comment may stand in `${…}` or `%{…}`: where strings hold templates of their own, it is not told from a text. */
function mayComment(hole: string): boolean {
  const written = hole.slice(2)
  const code = /[$%]\{|<</.test(written) ? written : written.replace(/"(?:[^"\\\n]|\\.)*"/g, '')
  return /#|\/[/*]/.test(code)
}

function isEncodedPolicy({ expr }: TemplatePart & { readonly kind: 'hole' }): boolean {
  if (expr?.kind !== 'call' || !/^(?:json|yaml)encode$/.test(expr.name)) return false
  const [value, ...others] = expr.args
  return value?.kind === 'object' && others.length === 0 && namesOnce(value) && isPolicyShaped(shapeOf(value))
}

/** What objects and lists of an expression are made of; all else comes from elsewhere. */
function shapeOf(expr: Expr): unknown {
  if (expr.kind === 'tuple') return expr.items.map(shapeOf)
  if (expr.kind !== 'object') return filler(1, false)
  return Object.fromEntries(expr.elements.map(({ name, value }, index) => [name ?? index, shapeOf(value)]))
}

function namesOnce(expr: Expr): boolean {
  if (expr.kind === 'tuple') return expr.items.every(namesOnce)
  if (expr.kind !== 'object') return true
  const names = expr.elements.flatMap(({ name }) => name ?? [])
  return new Set(names).size === names.length && expr.elements.every(({ value }) => namesOnce(value))
}
