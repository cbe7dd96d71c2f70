import type { Attribute, Expr, HclFile } from '../syntax/index.js'

/** What a `terragrunt.hcl` gives to the root module that it runs. */
export interface TerragruntUnit {
  /** The `inputs` that are literals, or made of them, by their names; of what is computed the value is one that cannot be read. */
  readonly inputs: ReadonlyMap<string, Attribute>
  /** Where the inputs are not all written out, what stands for any other; null where they are. */
  readonly others: Attribute | null
}

/**
 * The inputs of a unit. Terragrunt evaluates them with names and functions of its own, and hands them to Terraform as
 * `TF_VAR_…` (Terragrunt, "Inputs"): literals, and what common functions make of them, mean the same to both, and nothing else is
 * known.
 */
export function readUnit(file: HclFile): TerragruntUnit {
  const attribute = file.body.attributes.get('inputs')
  if (attribute === undefined) return { inputs: new Map(), others: null }
  const inputs = new Map<string, Attribute>()
  for (const value of partsOf(attribute.value)) {
    // What comes before in a merge may give any name that those behind it do not.
    if (value.kind !== 'object') return { inputs, others: unreadable(attribute) }
    for (const { name, start, end, value: written } of value.elements.toReversed()) {
      if (name === null || inputs.has(name)) continue
      const one = { file, name, start, end, value: written }
      inputs.set(name, isLiteral(written) ? one : unreadable(one))
    }
    if (value.elements.some(({ name }) => name === null)) return { inputs, others: unreadable(attribute) }
  }
  return { inputs, others: null }
}

/**
 * What units give a variable, the one that counts most first; null for those that cannot be read.
 *
 * @param deep whether maps and lists of several are merged into each other (Terragrunt, "include", `merge_strategy`)
 * @returns `lost` where nobody knows, null where none gives it a value
 */
export function inputOf(
  name: string,
  units: readonly (TerragruntUnit | null)[],
  deep: boolean,
): Attribute | 'lost' | null {
  const given = units.map((unit) => (unit === null ? 'lost' : (unit.inputs.get(name) ?? unit.others)))
  const [first = null, ...others] = given.filter((one) => one !== null)
  if (first === null || first === 'lost' || !deep || others.length === 0) return first
  return first.value.kind === 'literal' || first.value.kind === 'template' ? first : unreadable(first)
}

/** The objects that a `merge` is made of, the one that counts most first. */
function partsOf(value: Expr): readonly Expr[] {
  const isMerge = value.kind === 'call' && value.name === 'merge' && !value.expand && value.args.length <= MAX_MERGED
  return isMerge ? value.args.toReversed() : [value]
}

const MAX_MERGED = 50

function unreadable(attribute: Attribute): Attribute {
  const { start, end } = attribute.value
  return { ...attribute, value: { kind: 'other', start, end } }
}

/** Functions that both tools have, and that make of literals the same value in any folder (Terragrunt, "Functions"). */
const SHARED_FUNCTIONS: ReadonlySet<string> = new Set([
  ...['jsonencode', 'jsondecode', 'yamlencode', 'format', 'join', 'split', 'replace', 'lower', 'upper', 'trimspace'],
  ...[
    'concat',
    'merge',
    'flatten',
    'compact',
    'distinct',
    'tolist',
    'toset',
    'tomap',
    'tostring',
    'tonumber',
    'tobool',
  ],
])

/** Whether an expression holds no name and calls nothing of Terragrunt's own. `depth` bounds the nesting that is looked at. */
function isLiteral(expr: Expr, depth = 0): boolean {
  if (depth > MAX_DEPTH) return false
  switch (expr.kind) {
    case 'literal':
      return true
    case 'template':
      return expr.parts.every(({ kind }) => kind === 'text')
    case 'tuple':
      return expr.items.every((item) => isLiteral(item, depth + 1))
    case 'object':
      return expr.elements.every(({ name, value }) => name !== null && isLiteral(value, depth + 1))
    case 'call':
      return SHARED_FUNCTIONS.has(expr.name) && expr.args.every((one) => isLiteral(one, depth + 1))
    default:
      return false
  }
}

const MAX_DEPTH = 50
