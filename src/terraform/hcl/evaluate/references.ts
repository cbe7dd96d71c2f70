import { type Attribute, type Expr, type MergedBlock, relativePath } from '../syntax/index.js'
import { awsAttribute } from './aws.js'
import {
  entriesOf,
  failing,
  fromJson,
  getAttribute,
  getIndex,
  knownString,
  loosen,
  mapOptions,
  matchesPlan,
  oneOf,
  plainString,
  tuple,
  unknown,
  type Value,
} from '../values/index.js'
import {
  blockScope,
  childInstance,
  type Context,
  hasInstance,
  type InstanceKey,
  lookupEnv,
  type ModuleInstance,
  qualified,
  remembered,
  type Scope,
} from '../modules/index.js'
import { renderedTemplate } from './file-functions.js'
import { policyDocument } from './policy-document.js'
import { applyType } from './types.js'

type Step = string | Expr

export interface Reference {
  readonly root: string
  readonly steps: readonly Step[]
}

/**
 * `root.a["b"].c` as a reference; null for a name that is bound around the expression, for any within a template file,
 * and for other expressions.
 */
export function isReference(expr: Expr, scope: Scope): Reference | null {
  const steps: Step[] = []
  let at = expr
  while (at.kind === 'get' || at.kind === 'index') {
    steps.push(at.kind === 'get' ? at.name : at.key)
    at = at.target
  }
  if (at.kind !== 'variable' || scope.template !== undefined || lookupEnv(scope.env, at.name) !== null) {
    return null
  }
  return { root: at.name, steps: steps.reverse() }
}

/** Whether an expression is nothing but an attribute of a resource, or a named value: what Terraform checks beforehand. */
export function isPlainReference(expr: Expr, scope: Scope): boolean {
  const reference = isReference(expr, scope)
  if (reference === null) return false
  const names = reference.steps.filter((step) => typeof step === 'string').length
  if (names !== reference.steps.length) return false
  const { root } = reference
  if (root === 'var' || root === 'local' || root === 'path' || root === 'each' || root === 'count') return names === 1
  return names <= (root === 'data' ? 3 : 2)
}

/** The value of a reference, or an unknown one whose token is the reference itself. */
export function resolve({ root, steps }: Reference, expr: Expr, scope: Scope, context: Context): Value {
  const token = qualified(scope.module, scope.file.text.slice(expr.start, Math.min(expr.end, expr.start + MAX_TOKEN)))
  const [first, ...rest] = steps
  if (typeof first !== 'string') return unknown(token)
  switch (root) {
    case 'var':
      return follow(variable(first, scope.module, context), rest, scope, context, token)
    case 'local':
      return follow(local(first, scope.module, context), rest, scope, context, token)
    case 'path':
      return pathValue(first, scope.module) ?? unknown(token)
    case 'module':
      return moduleOutput(first, rest, scope, context, token)
    case 'data': {
      const [name, ...others] = rest
      return typeof name === 'string' ? resource('data', first, name, others, scope, context, token) : unknown(token)
    }
    case 'each':
    case 'count':
    case 'self':
    case 'terraform':
      return unknown(token)
    default:
      return resource('resource', root, first, rest, scope, context, token)
  }
}

const MAX_TOKEN = 200

function follow(value: Value, steps: readonly Step[], scope: Scope, context: Context, token: string): Value {
  return steps.reduce(
    (at, step) =>
      typeof step === 'string' ? getAttribute(at, step, token) : getIndex(at, context.evaluate(step, scope), token),
    value,
  )
}

function pathValue(name: string, module: ModuleInstance): Value | null {
  const root = (module.root ?? module).config.folder
  if (name === 'module') return plainString(relativePath(root, module.config.folder))
  return name === 'root' || name === 'cwd' ? plainString('.') : null
}

/** A local value; its expression is evaluated once for each instance of the module. */
function local(name: string, module: ModuleInstance, context: Context): Value {
  const attribute = module.config.locals.get(name)
  if (attribute === undefined) return unknown(qualified(module, `local.${name}`))
  return remembered(module, `local.${name}`, () => evaluateAttribute(attribute, module, context))
}

function evaluateAttribute(attribute: Attribute, module: ModuleInstance, context: Context): Value {
  return context.evaluate(attribute.value, { module, file: attribute.file, env: null })
}

/** The caller's argument, the value of a root variable, or the default, with the defaults of its type. */
function variable(name: string, module: ModuleInstance, context: Context): Value {
  return remembered(module, `var.${name}`, () => {
    const declared = module.config.variables.get(name) ?? null
    const value = notNull(given(name, declared, module, context), declared, module, context)
    const type = declared?.attribute('type') ?? null
    if (type === null) return value
    return applyType(value, type.value, { module, file: type.file, env: null }, context)
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
  const files = context.sources.variableFiles(root.config.folder).map((file) => file.body.attributes.get(name))
  const fallback = root.config.variables.get(name)?.attribute('default')
  for (const attribute of [...files.reverse(), fallback]) {
    if (attribute === undefined || attribute === null) continue
    const value = evaluateAttribute(attribute, root, context)
    if (stated === undefined || matchesPlan(value, stated)) return { attribute, value }
  }
  return null
}

/** Names of root variables whose planned value stands in the sources. */
export function writtenVariables(root: ModuleInstance, context: Context): readonly string[] {
  return Object.keys(root.variables).filter((name) => writtenVariable(name, root, context) !== null)
}

function moduleOutput(name: string, steps: readonly Step[], scope: Scope, context: Context, token: string): Value {
  const { key, rest } = takeKey(steps, scope, context)
  const [output, ...others] = rest
  if (key === undefined || typeof output !== 'string') return unknown(token)
  const call = scope.module.config.calls.get(name)
  const there = call === undefined || key === null ? true : hasInstance(call, key, scope.module, context)
  if (there === false) return failing(token)
  const child = childInstance(scope.module, name, key, context)
  const value = child?.config.outputs.get(output)?.attribute('value') ?? null
  if (child === null || value === null) return unknown(token)
  const found = remembered(child, `output.${output}`, () => evaluateAttribute(value, child, context))
  return certainly(there, follow(found, others, scope, context, token), scope, token)
}

/** A value of an instance that may not be there: `try` may go on to its next argument. */
function certainly(there: boolean | null, value: Value, scope: Scope, token: string): Value {
  return there === null && scope.attempt ? oneOf([value, failing(token)], value.origin) : value
}

/** The instance key behind a name: null when there is none, undefined when it is not known. */
function takeKey(
  steps: readonly Step[],
  scope: Scope,
  context: Context,
): { readonly key: InstanceKey | undefined; readonly rest: readonly Step[] } {
  const [first, ...rest] = steps
  if (first === undefined || typeof first === 'string') return { key: null, rest: steps }
  const value = context.evaluate(first, scope)
  if (value.kind === 'primitive' && typeof value.value === 'number') return { key: value.value, rest }
  return { key: knownString(value) ?? undefined, rest }
}

function resource(
  mode: 'resource' | 'data',
  type: string,
  name: string,
  steps: readonly Step[],
  scope: Scope,
  context: Context,
  token: string,
): Value {
  const block = scope.module.config.resources.get(`${mode}.${type}.${name}`)
  if (block === undefined) return unknown(token)
  const { key, rest } = takeKey(steps, scope, context)
  if (key === undefined) return unknown(token)
  const [attribute, ...others] = rest
  const there = key === null ? true : hasInstance(block, key, scope.module, context)
  if (there === false) return failing(token)
  const repeated = block.attribute('for_each') !== null || block.attribute('count') !== null
  if (typeof attribute !== 'string') {
    return attribute === undefined && key === null
      ? everyInstance(mode, type, name, block, scope, context, token)
      : unknown(token)
  }
  if (repeated && key === null) return unknown(token)
  const value = attributeOf({ mode, type, name, key }, block, attribute, scope.module, context)
  return value === null ? unknown(token) : certainly(there, follow(value, others, scope, context, token), scope, token)
}

interface ResourceName {
  readonly mode: 'resource' | 'data'
  readonly type: string
  readonly name: string
  readonly key: InstanceKey
}

/** An attribute of a resource: a policy document, what AWS makes of a name, or what the configuration sets. */
function attributeOf(
  { mode, type, name, key }: ResourceName,
  block: MergedBlock,
  attribute: string,
  module: ModuleInstance,
  context: Context,
): Value | null {
  const scope = blockScope(block, key, module, context)
  if (scope === null) return null
  const address = `${mode === 'data' ? 'data.' : ''}${type}.${name}${key === null ? '' : `[${JSON.stringify(key)}]`}`
  return remembered(module, `${address}.${attribute}`, () => {
    if (mode === 'data' && type === 'aws_iam_policy_document' && /^(?:minified_)?json$/.test(attribute)) {
      return policyDocument(block, scope, context)
    }
    if (mode === 'data' && type === 'template_file' && attribute === 'rendered') {
      return renderedTemplate(block, scope, context) ?? unknown(qualified(module, `${address}.${attribute}`))
    }
    const known = awsAttribute({ mode, type, attribute, address }, block, scope, context)
    if (known !== null) return known
    const written = block.attribute(attribute)
    if (written === null) return unknown(qualified(module, `${address}.${attribute}`))
    // The provider's schema may convert it.
    return loosen(context.evaluate(written.value, { ...scope, file: written.file }))
  })
}

/** All instances, for splats over a resource: with what of them can be asked for. */
function everyInstance(
  mode: 'resource' | 'data',
  type: string,
  name: string,
  block: MergedBlock,
  scope: Scope,
  context: Context,
  token: string,
): Value {
  const each = block.attribute('for_each') ?? block.attribute('count')
  const names = [...new Set([...FIXED, ...block.blocks.flatMap(({ body }) => [...body.attributes.keys()])])]
  const instance = (key: InstanceKey): Value => ({
    kind: 'object',
    members: names.flatMap((attribute) => {
      const value = attributeOf({ mode, type, name, key }, block, attribute, scope.module, context)
      return value === null ? [] : [{ name: attribute, value, origin: null }]
    }),
    open: true,
    origin: null,
  })
  if (each === null) return instance(null)
  const value = context.evaluate(each.value, { module: scope.module, file: each.file, env: null })
  if (each.name === 'count') {
    const count = value.kind === 'primitive' ? Number(value.value) : Number.NaN
    if (!(count >= 0 && count <= MAX_INSTANCES)) return unknown(token)
    return tuple(Array.from({ length: count }, (_, index) => instance(index)))
  }
  const keys = entriesOf(value)?.map(({ key, value: item }) => knownString(value.kind === 'tuple' ? item : key))
  if (keys === undefined || keys.length > MAX_INSTANCES || keys.includes(null)) return unknown(token)
  const members = keys.map((key) => ({ name: key ?? '', value: instance(key ?? null), origin: null }))
  return { kind: 'object', members, open: false, origin: null }
}

const FIXED = ['json', 'arn', 'id']
const MAX_INSTANCES = 200
