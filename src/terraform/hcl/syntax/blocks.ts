import { terraformFile } from '../../../text/terraform-files.js'
import type { Attribute, Block, HclFile } from './ast.js'

/** A block with its overrides: the first is the one people see, the later ones replace what they name. */
export class MergedBlock {
  readonly blocks: readonly Block[]
  /** It is there more than once, which Terraform refuses: none of them wins in silence. */
  readonly #isTwice: boolean

  constructor(blocks: readonly Block[]) {
    this.blocks = blocks
    this.#isTwice = blocks.filter(({ file }) => !isOverride(file)).length > 1
  }

  /** The block to show: the one that is not an override. */
  get block(): Block | null {
    return this.blocks[0] ?? null
  }

  attribute(name: string): Attribute | null {
    for (let i = this.blocks.length - 1; i >= 0; i--) {
      const found = this.blocks[i]?.body.attributes.get(name)
      if (found !== undefined) return this.#isTwice ? givenTwice(found) : found
    }
    return null
  }

  /** Nested blocks of a type with the dynamic ones, in order; an override replaces all of a type. */
  nested(type: string): readonly Block[] {
    for (let i = this.blocks.length - 1; i >= 0; i--) {
      const found = nestedBlocks(this.blocks[i]?.body.blocks ?? [], type)
      if (found.length > 0) return found
    }
    return []
  }
}

function isOverride({ path }: HclFile): boolean {
  return terraformFile(path)?.kind === 'override'
}

/** What a name stands for that is given twice where Terraform takes it once. */
export function givenTwice(attribute: Attribute): Attribute {
  const { start, end } = attribute.value
  return { ...attribute, value: { kind: 'other', start, end } }
}

/** The blocks of a type, `dynamic "type"` included. */
export function nestedBlocks(blocks: readonly Block[], type: string): readonly Block[] {
  return blocks.filter((block) => block.type === type || (block.type === 'dynamic' && block.labels[0] === type))
}

/** What a module's directory declares, overrides merged. */
export interface ModuleConfig {
  /** Relative to the working directory, which is `''`. */
  readonly folder: string
  /** By `resource.TYPE.NAME` and `data.TYPE.NAME`. */
  readonly resources: ReadonlyMap<string, MergedBlock>
  readonly variables: ReadonlyMap<string, MergedBlock>
  readonly outputs: ReadonlyMap<string, MergedBlock>
  readonly calls: ReadonlyMap<string, MergedBlock>
  /** Blocks of any other type that may hold values, as `action.TYPE.NAME`, `check.NAME`, `removed.TYPE.NAME`. */
  readonly others: ReadonlyMap<string, MergedBlock>
  readonly locals: ReadonlyMap<string, Attribute>
  /** Configurations of providers by the local name of the provider; those with an alias among them. */
  readonly providers: ReadonlyMap<string, readonly Block[]>
}

/** Types of blocks that are looked at by themselves, or hold no values. */
const OTHERWISE: ReadonlySet<string> = new Set([
  'resource',
  'data',
  'variable',
  'output',
  'module',
  'locals',
  'provider',
  'terraform',
  'moved',
  'import',
])

/** What a `removed` block names, by its text: most files are never parsed for it. */
function removedIn({ file, start, end }: Block): string {
  return /\bfrom"?\s*[=:]\s*"?([\w.-]+)/.exec(file.text.slice(start, end))?.[1] ?? ''
}

/** Merges the files of a directory, given in the order in which Terraform reads them: overrides last. */
export function mergeFiles(folder: string, files: readonly HclFile[]): ModuleConfig {
  const blocks = new Map<string, Block[]>()
  const locals = new Map<string, Attribute>()
  for (const block of files.flatMap((file) => file.body.blocks)) {
    if (block.type === 'locals') {
      for (const [name, attribute] of block.body.attributes) {
        locals.set(name, locals.has(name) && !isOverride(attribute.file) ? givenTwice(attribute) : attribute)
      }
      continue
    }
    const key = [block.type, ...(block.type === 'removed' ? [removedIn(block)] : block.labels)].join('.')
    const known = blocks.get(key)
    if (known) known.push(block)
    else blocks.set(key, [block])
  }
  const named = (type: string, labels: number) => {
    const result = new Map<string, MergedBlock>()
    for (const [key, list] of blocks) {
      const [first] = list
      if (first?.type !== type || first.labels.length !== labels) continue
      result.set(labels === 1 ? (first.labels[0] ?? '') : key, new MergedBlock(list))
    }
    return result
  }
  return {
    folder,
    resources: new Map([...named('resource', 2), ...named('data', 2)]),
    variables: named('variable', 1),
    outputs: named('output', 1),
    calls: named('module', 1),
    others: new Map(
      [...blocks].flatMap(([key, list]) => (OTHERWISE.has(list[0]?.type ?? '') ? [] : [[key, new MergedBlock(list)]])),
    ),
    locals,
    providers: new Map(
      [...blocks.values()].flatMap((list) => (list[0]?.type === 'provider' ? [[list[0].labels[0] ?? '', list]] : [])),
    ),
  }
}
