import type { Expr } from './ast.js'
import { type MergedBlock, nestedBlocks } from './blocks.js'

/**
 * Whether `lifecycle` has an attribute, a part of it, or all under `ignore_changes`: then what is there already keeps what it
 * has (Terraform, "The lifecycle Meta-Argument"). An override replaces the list, not the block.
 */
export function ignoresChanges({ blocks }: MergedBlock, name: string): boolean {
  const [written] = blocks
    .flatMap(({ body }) => nestedBlocks(body.blocks, 'lifecycle'))
    .flatMap(({ body }) => body.attributes.get('ignore_changes') ?? [])
    .slice(-1)
  if (written === undefined) return false
  const { value } = written
  const names = (value.kind === 'tuple' ? value.items : [value]).map((one) => attributeIn(one))
  return names.some((one) => one === null || one === name || one === 'all' || one === '*')
}

/** The attribute that an expression begins with, in JSON and in HCL of old in quotes; null where that cannot be told. */
function attributeIn(expr: Expr): string | null {
  switch (expr.kind) {
    case 'variable':
      return expr.name
    case 'get':
    case 'index':
      return attributeIn(expr.target)
    case 'template': {
      const [text] = expr.parts
      return text?.kind === 'text' ? (/^\s*([\w-]+|\*)/.exec(text.raw)?.[1] ?? null) : null
    }
    default:
      return null
  }
}
