import { holdsPolicy } from '../../text/policy-text.js'
import {
  deploysTemplates,
  HOLDS_TEXT,
  isLooselyTyped,
  MAY_HOLD_TEXT,
  mayHandPolicy,
  PUTS_POLICY,
  READS_FILE,
} from '../../text/terraform-types.js'
import type { MergedBlock, ModuleConfig } from '../hcl/syntax/index.js'
import type { Address } from '../plan/index.js'

/** A block that is no resource and may hand a policy to something that attaches it. */
export interface Carrier {
  /** Its kind for a type and the rest for a name, as `findResource` takes it: `action` and `aws_lambda_invoke.a`. */
  readonly parsed: Omit<Address, 'modules'>
  /** The type of a data source; else its kind. */
  readonly type: string
  readonly block: MergedBlock
}

/** The blocks of a module that run something, or that nobody knows: data sources, actions, checks, what is removed. */
export function carriersIn({ resources, others }: ModuleConfig): readonly Carrier[] {
  return [...resources, ...others].flatMap(([address, block]) => {
    const [kind = '', ...rest] = address.split('.')
    const type = kind === 'data' ? (rest[0] ?? '') : kind
    if (kind === 'resource' || (kind === 'data' && !mayHandPolicy(type))) return []
    return [{ parsed: { mode: 'managed', type: kind, name: rest.join('.'), key: null }, type, block }]
  })
}

/** Kinds of blocks in which the text of a policy is for something to attach, however deep it stands. */
const BY_WORDS: ReadonlySet<string> = new Set(['action', 'ephemeral', 'check', 'removed'])

/** Kinds of blocks whose values no plan lists among what it changes. */
const UNPLANNED: ReadonlySet<string> = new Set(['data', 'ephemeral', 'check', 'removed'])

/** Whether a whole plan says nothing of what an address names. */
export function isBesidePlans({ type }: Address): boolean {
  return UNPLANNED.has(type)
}

/** Whether a block puts a bucket policy in place by a command or a step, or holds the text of one for something to do that. */
export function putsPolicy(type: string, { blocks }: MergedBlock): boolean {
  return blocks.some(({ file, start, end }) => {
    const text = file.text.slice(start, end)
    return PUTS_POLICY.test(text) || (BY_WORDS.has(type) && holdsPolicy(text))
  })
}

/** What names a policy in an expression. */
export const NAMES_ONE = /polic|Statement/i
/** The same, or the type of one in a template; escaped letters may be any. */
export const MAY_NAME_ONE = /polic|Statement|AWS::|\\u[0-9a-f]{4}/i

/** Whether a resource may name a policy at all: most do not, and need not be parsed for it. */
export function mayNameOne(type: string, { blocks }: MergedBlock): boolean {
  if (deploysTemplates(type)) return true
  return blocks.some((block) => {
    const text = block.file.text.slice(block.start, block.end)
    if (MAY_NAME_ONE.test(text) || (isLooselyTyped(type) && READS_FILE.test(text))) return true
    return MAY_HOLD_TEXT.test(text) && [...block.body.attributes.keys()].some((name) => HOLDS_TEXT.test(name))
  })
}

/** The attributes of blocks within one that name a policy. */
export function nestedNames(block: MergedBlock): readonly string[] {
  const types = new Set(block.blocks.flatMap(({ body }) => body.blocks.map(({ type }) => type)))
  return [...types].flatMap((type) =>
    block
      .nested(type)
      .flatMap(({ file, body }, place) =>
        [...body.attributes].flatMap(([name, { value }]) =>
          NAMES_ONE.test(file.text.slice(value.start, value.end)) ? [`${type}.${place}.${name}`] : [],
        ),
      ),
  )
}
