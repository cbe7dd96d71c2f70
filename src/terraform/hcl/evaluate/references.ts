import {
  type Context,
  isOfValues,
  isReference,
  type ModuleInstance,
  type Reference,
  referenceName,
  type Scope,
} from '../modules/index.js'
import { type Expr, relativePath } from '../syntax/index.js'
import { plainString, unknown, type Value, WORKING_DIRECTORY } from '../values/index.js'
import { localValue, variableValue } from './named-values.js'
import { follow } from './resolution.js'
import { moduleOutput, resourceValue } from './resources.js'

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
  const token = referenceName(expr, scope)
  if (isOfValues(scope.file)) return unknown(token)
  const at = { scope, context, token }
  const [first, ...rest] = steps
  if (typeof first !== 'string') return unknown(token)
  switch (root) {
    case 'var':
      return follow(variableValue(first, scope.module, context), rest, at)
    case 'local':
      return follow(localValue(first, scope.module, context), rest, at)
    case 'path':
      return pathValue(first, scope.module) ?? unknown(token)
    case 'module':
      return moduleOutput(first, rest, at)
    case 'data': {
      const [name, ...others] = rest
      return typeof name === 'string' ? resourceValue({ mode: 'data', type: first, name }, others, at) : unknown(token)
    }
    case 'each':
    case 'count':
    case 'self':
    case 'terraform':
      return unknown(token)
    default:
      return resourceValue({ mode: 'resource', type: root, name: first }, rest, at)
  }
}

function pathValue(name: string, module: ModuleInstance): Value | null {
  const root = (module.root ?? module).config.folder
  if (name === 'module') return plainString(relativePath(root, module.config.folder))
  if (name === 'cwd') return { kind: 'string', text: WORKING_DIRECTORY, origin: null }
  return name === 'root' ? plainString('.') : null
}
