import { decidesOnAccount } from '../../provider/index.js'
import type { Attribute, Block, Expr, HclFile, MergedBlock } from '../syntax/index.js'
import type { ModuleInstance } from './context.js'

/**
 * The account that the provider configuration of a block is for, as a text that two blocks share whose configurations differ
 * in nothing that decides on it, such as the Region alone (Terraform, "Provider Configuration", "Providers Within
 * Modules"). What is not written in the sources, such as what a module is called with from elsewhere, is another one.
 */
export function accountOf(block: MergedBlock, module: ModuleInstance): string {
  return accountBy(nameIn(block.attribute('provider')), module)
}

/** The same of a module that a call makes, for what it does by default. */
export function accountOfCall(call: MergedBlock, caller: ModuleInstance): string {
  return accountPassed(DEFAULT, call, caller, 0)
}

/** The provider whose resources and data sources are known. */
const DEFAULT = 'aws'

/** Modules within one another that hand a configuration on. */
const MAX_DEPTH = 20

function accountBy(name: string, module: ModuleInstance, depth = 0): string {
  const [type = '', alias = null, ...more] = name.split('.')
  if (more.length > 0 || /[^\w.-]/.test(name) || depth > MAX_DEPTH) return `unknown ${module.address} ${name}`
  const own = (module.config.providers.get(type) ?? []).filter((one) => aliasOf(one) === alias)
  if (own.length > 0)
    return own
      .flatMap((one) => decidingParts(one, module))
      .sort()
      .join('\n')
  if (module.call !== null) return accountPassed(name, module.call.block, module.call.caller, depth + 1)
  return alias === null && type === DEFAULT ? '' : `unknown ${name}`
}

/** A configuration of a module as its call hands it on; the default one goes to a module unasked. */
function accountPassed(name: string, call: MergedBlock, caller: ModuleInstance, depth: number): string {
  const given = call.attribute('providers')
  const passed = given?.value.kind === 'object' ? given.value.elements : []
  for (const { name: plain, key, value } of passed) {
    if ((plain ?? written(key, given?.file)) === name) return accountBy(written(value, given?.file), caller, depth)
  }
  return name.includes('.') || (given !== null && given.value.kind !== 'object')
    ? `unknown ${caller.address} ${name}`
    : accountBy(name, caller, depth)
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
