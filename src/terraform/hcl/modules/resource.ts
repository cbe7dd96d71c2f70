import type { Address } from '../../plan/index.js'
import type { Attribute, Block, HclFile, MergedBlock, Span } from '../syntax/index.js'
import type { Context, ModuleInstance, Scope } from './context.js'
import { blockScope, childInstance, lostModule } from './instances.js'

/** A place in a source file that stands for something that could not be located more closely. */
export interface SourcePosition {
  readonly what: 'attribute' | 'resource' | 'module-argument' | 'module-call'
  readonly file: HclFile
  readonly span: Span
}

export type FoundResource =
  | {
      readonly found: true
      readonly module: ModuleInstance
      readonly block: MergedBlock
      /** Null when the sources have no instance with the address's key. */
      readonly scope: Scope | null
    }
  | { readonly found: false; readonly why: string; readonly position: SourcePosition | null }

/** Walks the module calls of an address from the root module, and finds the resource. */
export function findResource(address: Address, root: ModuleInstance, context: Context): FoundResource {
  let module = root
  for (const step of address.modules) {
    const call = module.config.calls.get(step.name)
    const child = childInstance(module, step.name, step.key, context)
    if (child === null) {
      const why =
        call === undefined
          ? `${folderWords(module)} has no module "${step.name}"`
          : lostModule(module, step.name, context)
      return { found: false, why, position: callPosition(call ?? null, null) ?? callerPosition(module, null) }
    }
    module = child
  }
  const block = blockOf(address, module)
  if (block === null) {
    const why = `${folderWords(module)} declares no ${address.type} "${address.name}"`
    return { found: false, why, position: callerPosition(module, null) }
  }
  return { found: true, module, block, scope: blockScope(block, address.key, module, context) }
}

/**
 * The block that an address names in its module. `module.a` and `output.a`, which are no addresses of Terraform's, name
 * a call and an output; what is no resource has its kind for a type, as `action` has, and the rest for a name.
 */
function blockOf({ mode, type, name }: Address, { config }: ModuleInstance): MergedBlock | null {
  if (type === 'module') return config.calls.get(name) ?? null
  if (type === 'output') return config.outputs.get(name) ?? null
  const own = config.resources.get(`${mode === 'data' ? 'data' : 'resource'}.${type}.${name}`)
  const named = `${type}.${name}`
  return own ?? config.resources.get(named) ?? config.others.get(named) ?? null
}

function folderWords({ config }: ModuleInstance): string {
  return config.folder === '' ? 'the working directory' : `the folder ${config.folder}`
}

/**
 * The closest place that a person can edit: the attribute, else the resource, and for a fetched module the caller's
 * argument of the attribute's name, else its block.
 */
export function closestPosition(found: FoundResource, attribute: string): SourcePosition | null {
  if (!found.found) return found.position
  if (found.module.remote) return callerPosition(found.module, attribute)
  const written = found.block.attribute(attribute)
  if (written !== null) return place('attribute', written)
  return blockPosition('resource', found.block.block)
}

/** The closest call of a module, or of one around it, that is not itself in fetched code. */
function callerPosition(module: ModuleInstance, attribute: string | null): SourcePosition | null {
  let at: ModuleInstance = module
  while (at.call?.caller.remote) at = at.call.caller
  return at.call === null ? null : callPosition(at.call.block, attribute)
}

/** The block of the call that fetched code is reached by. */
export function callOf(module: ModuleInstance): SourcePosition | null {
  return callerPosition(module, null)
}

function callPosition(call: MergedBlock | null, attribute: string | null): SourcePosition | null {
  const argument = attribute === null ? null : (call?.attribute(attribute) ?? null)
  return argument === null ? blockPosition('module-call', call?.block ?? null) : place('module-argument', argument)
}

function blockPosition(what: SourcePosition['what'], block: Block | null): SourcePosition | null {
  return block === null ? null : place(what, block)
}

function place(what: SourcePosition['what'], { file, start, end }: Attribute | Block): SourcePosition {
  return { what, file, span: { start, end } }
}
