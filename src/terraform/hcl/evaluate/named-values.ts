import { type Context, inputOf, type ModuleInstance, qualified, remembered } from '../modules/index.js'
import type { Attribute, MergedBlock } from '../syntax/index.js'
import { fromJson, mapOptions, matchesPlan, unknown, type Value } from '../values/index.js'
import { applyType } from './types.js'

/** A local value; its expression is evaluated once for each instance of the module. */
export function localValue(name: string, module: ModuleInstance, context: Context): Value {
  const attribute = module.config.locals.get(name)
  if (attribute === undefined) return unknown(qualified(module, `local.${name}`))
  return remembered(module, `local.${name}`, context, () => evaluateAttribute(attribute, module, context))
}

/** An attribute of a module outside of its repeated blocks. */
export function evaluateAttribute(attribute: Attribute, module: ModuleInstance, context: Context): Value {
  return context.evaluate(attribute.value, { module, file: attribute.file, env: null })
}

/** The caller's argument, the value of a root variable, or the default, with the defaults of its type. */
export function variableValue(name: string, module: ModuleInstance, context: Context): Value {
  return remembered(module, `var.${name}`, context, () => {
    const declared = module.config.variables.get(name) ?? null
    const value = notNull(given(name, declared, module, context), declared, module, context)
    if (isSensitive(declared)) context.conceal(value)
    const type = declared?.attribute('type') ?? null
    if (type === null) return value
    return applyType(value, type.value, { module, file: type.file, env: null }, context)
  })
}

/** Whether a variable or an output is declared as sensitive; what it says of that is no literal counts as that. */
export function isSensitive(declared: MergedBlock | null): boolean {
  return ['sensitive', 'ephemeral'].some((name) => {
    const said = declared?.attribute(name)?.value
    return said !== undefined && !(said.kind === 'literal' && said.value === false)
  })
}

/** With `nullable = false` null stands for the default. */
function notNull(value: Value, declared: MergedBlock | null, module: ModuleInstance, context: Context): Value {
  const nullable = declared?.attribute('nullable')?.value
  const fallback = declared?.attribute('default')
  if (nullable?.kind !== 'literal' || nullable.value !== false || !fallback) return value
  return mapOptions(value, (option) => (option.kind === 'null' ? evaluateAttribute(fallback, module, context) : option))
}

function given(name: string, declared: MergedBlock | null, module: ModuleInstance, context: Context): Value {
  const token = qualified(module, `var.${name}`)
  if (module.call === null) return rootVariable(name, module, context) ?? unknown(token)
  const { caller, block, env } = module.call
  const argument = block.attribute(name)
  if (argument !== null) return context.evaluate(argument.value, { module: caller, file: argument.file, env })
  const fallback = declared?.attribute('default') ?? null
  return fallback === null ? unknown(token) : evaluateAttribute(fallback, module, context)
}

/** Written values count when they are what the plan says: others may have been given on the command line. */
function rootVariable(name: string, module: ModuleInstance, context: Context): Value | null {
  const stated = statedVariable(name, module)
  const written = writtenVariable(name, module, context)
  if (written?.attribute.value.kind === 'other') return null
  return written?.value ?? (stated === undefined ? null : fromJson(stated))
}

function statedVariable(name: string, module: ModuleInstance): unknown {
  return Object.hasOwn(module.variables, name) ? module.variables[name] : undefined
}

/** Where the value of a root variable is written: a file of values, else the default; null where the plan disagrees. */
export function writtenVariable(
  name: string,
  root: ModuleInstance,
  context: Context,
): { readonly attribute: Attribute; readonly value: Value } | null {
  const stated = statedVariable(name, root)
  for (const attribute of attributesOf(name, root, context)) {
    const value = evaluateAttribute(attribute, root, context)
    if (stated === undefined || matchesPlan(value, stated)) return { attribute, value }
  }
  return null
}

/**
 * What gives a root variable its value, what counts most first: files named for it, those that are read unasked, the
 * inputs of Terragrunt, which are variables of the environment, and the default (Terraform, "Assigning Values to Root
 * Module Variables").
 */
function attributesOf(name: string, root: ModuleInstance, context: Context): readonly Attribute[] {
  const { sources } = context
  const { folder } = root.config
  const { files = [], units = [], deep = false, open = false, restated = NONE } = root.unplanned ?? {}
  if (restated === null || restated.has(name)) return []
  const values = sources.variableFiles(folder, files, units[0] ?? null)
  // Without a plan nobody knows what a file gives that cannot be read; only those that win over it count.
  const lost = root.unplanned === null ? -1 : values.lastIndexOf(null)
  const given = values
    .slice(lost + 1)
    .flatMap((file) => file?.body.attributes.get(name) ?? [])
    .reverse()
  if (lost !== -1) return given
  const input = inputOf(
    name,
    units.map((path) => sources.unit(path, units[0] ?? path)),
    deep,
  )
  if (input !== null) return input === 'lost' ? given : [...given, input]
  const fallback = open ? undefined : root.config.variables.get(name)?.attribute('default')
  return fallback ? [...given, fallback] : given
}

const NONE: ReadonlySet<string> = new Set()

/** Names of root variables whose planned value stands in the sources. */
export function writtenVariables(root: ModuleInstance, context: Context): readonly string[] {
  return Object.keys(root.variables).filter((name) => writtenVariable(name, root, context) !== null)
}
