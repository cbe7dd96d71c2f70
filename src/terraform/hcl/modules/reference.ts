import type { Expr } from '../syntax/index.js'
import { lookupEnv, type Scope } from './context.js'

/** What stands behind a name: `.name`, or `[key]` with an expression. */
export type Step = string | Expr

export interface Reference {
  readonly root: string
  readonly steps: readonly Step[]
}

/** `target.a["b"].c` as what it begins with and the steps behind that. */
export function chainOf(expr: Expr): { readonly target: Expr; readonly steps: readonly Step[] } {
  const steps: Step[] = []
  let target = expr
  while (target.kind === 'get' || target.kind === 'index') {
    steps.push(target.kind === 'get' ? target.name : target.key)
    target = target.target
  }
  return { target, steps: steps.reverse() }
}

/**
 * `root.a["b"].c` as a reference; null for a name that is bound around the expression, for any within a template file,
 * and for other expressions.
 */
export function isReference(expr: Expr, scope: Scope): Reference | null {
  const { target, steps } = chainOf(expr)
  if (target.kind !== 'variable' || scope.template !== undefined || lookupEnv(scope.env, target.name) !== null) {
    return null
  }
  return { root: target.name, steps }
}
