import { decidesOnAccount } from '../../provider/index.js'
import type { Attribute, Block, Expr, HclFile, MergedBlock } from '../syntax/index.js'
import type { ModuleInstance } from './context.js'

/**
 * The account that the provider configuration of a block is for, as a text that two blocks share whose configurations differ
 * in nothing that decides on it, such as the Region alone (Terraform, "Provider Configuration", "Providers Within
 * Modules"). What is not written in the sources, such as what a module is called with from elsewhere, is another one.
 */
export function accountOf(block: MergedBlock, module: ModuleInstance): string {
  return accountIn(configurationBy(nameIn(block.attribute('provider')), module))
}

/** The same of a module that a call makes, for what it does by default. */
export function accountOfCall(call: MergedBlock, caller: ModuleInstance): string {
  return accountIn(configurationPassed(DEFAULT, call, caller, 0))
}

/** The provider configuration of a block. */
export interface Configuration {
  /** A text that two blocks share which have the same configuration. */
  readonly id: string
  /** Where the sources write it, in the module of which its expressions are. */
  readonly blocks: readonly Block[]
  readonly module: ModuleInstance
}

export function configurationOf(block: MergedBlock, module: ModuleInstance): Configuration {
  return configurationBy(nameIn(block.attribute('provider')), module)
}

/** The provider whose resources and data sources are known. */
const DEFAULT = 'aws'

/** Modules within one another that hand a configuration on. */
const MAX_DEPTH = 20

function configurationBy(name: string, module: ModuleInstance, depth = 0): Configuration {
  const [type = '', alias = null, ...more] = name.split('.')
  const lost = (id: string): Configuration => ({ id, blocks: [], module })
  if (more.length > 0 || /[^\w.-]/.test(name) || depth > MAX_DEPTH) return lost(`unknown ${module.address} ${name}`)
  const blocks = (module.config.providers.get(type) ?? []).filter((one) => aliasOf(one) === alias)
  if (blocks.length > 0) return { id: `${module.address} ${name}`, blocks, module }
  if (module.call !== null) return configurationPassed(name, module.call.block, module.call.caller, depth + 1)
  return lost(alias === null && type === DEFAULT ? '' : `unknown ${name}`)
}

function accountIn({ id, blocks, module }: Configuration): string {
  if (blocks.length === 0) return id
  return blocks
    .flatMap((one) => decidingParts(one, module))
    .sort()
    .join('\n')
}

/** A configuration of a module as its call hands it on; the default one goes to a module unasked. */
function configurationPassed(name: string, call: MergedBlock, caller: ModuleInstance, depth: number): Configuration {
  const given = call.attribute('providers')
  const passed = given?.value.kind === 'object' ? given.value.elements : []
  for (const { name: plain, key, value } of passed) {
    if ((plain ?? written(key, given?.file)) === name)
      return configurationBy(written(value, given?.file), caller, depth)
  }
  return name.includes('.') || (given !== null && given.value.kind !== 'object')
    ? { id: `unknown ${caller.address} ${name}`, blocks: [], module: caller }
    : configurationBy(name, caller, depth)
}

function nameIn(provider: Attribute | null): string {
  return provider === null ? DEFAULT : written(provider.value, provider.file)
}

/** `aws.west` as it is written; in JSON, and in HCL of old, it stands in quotes. */
function written({ start, end }: Expr, file: HclFile | undefined): string {
  const text = file?.text.slice(start, end) ?? ''
  return text.replace(/^"?(?:\$\{)?\s*|\s*\}?"?$/g, '')
}

function aliasOf(provider: Block): string | null {
  const alias = provider.body.attributes.get('alias')
  return alias === undefined ? null : written(alias.value, alias.file)
}

/** What decides on the account: arguments and blocks as they are written, names in them qualified by the module. */
function decidingParts({ body, file }: Block, { address }: ModuleInstance): readonly string[] {
  const parts = [
    ...[...body.attributes].map(([name, { value }]) => ({ name, span: value })),
    ...body.blocks.map((block) => ({ name: block.type, span: block })),
  ]
  return parts
    .filter(({ name }) => decidesOnAccount(name))
    .map(({ name, span: { start, end } }) => `${address} ${name} ${file.text.slice(start, end).replace(/\s+/g, '')}`)
}
