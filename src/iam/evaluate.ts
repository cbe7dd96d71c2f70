import { evaluateCondition } from './condition.js'
import type { RequestContext } from './context.js'
import type { Statement } from './model.js'
import { newTrace, type Trace } from './reason.js'
import { type Bucket, evaluateResource, type PatternsMatch } from './resource.js'
import { and, type Tri } from './text/tri.js'

/** One part of a statement, judged: its value, and what it rests on. */
export interface Part {
  readonly value: Tri
  readonly trace: Trace
}

/**
 * Kleene AND of parts. A false part decides alone, so its trace alone is kept: what the others rest on does not matter
 * then. Reasons are always kept up to the deciding part.
 */
export function conjunction(parts: Iterable<Part>): Part {
  let value: Tri = 'T'
  const trace = newTrace()
  for (const part of parts) {
    value = and(value, part.value)
    for (const reason of part.trace.reasons) trace.reasons.push(reason)
    if (value === 'F') return { value, trace: { ...part.trace, reasons: trace.reasons } }
    for (const unknown of part.trace.unknowns) trace.unknowns.push(unknown)
    for (const id of part.trace.assumptions) trace.assumptions.push(id)
  }
  return { value, trace }
}

export function traced(evaluate: (trace: Trace) => Tri): Part {
  const trace = newTrace()
  return { value: evaluate(trace), trace }
}

/** Names of which one that stands twice leaves the effect open, whatever both say: the name is the cause then. */
const WITH_EFFECT: ReadonlySet<string> = new Set(['effect', 'statement'])

/**
 * T for a Deny, F for an Allow, U where Effect is neither (it is case-sensitive) or an expression decides, or where it
 * stands twice, of which `evaluateDuplicate` tells.
 */
export function evaluateEffect(statement: Statement): Part {
  const trace = newTrace()
  if (statement.effect === 'Deny' && statement.conditional !== null) {
    trace.unknowns.push({ kind: 'token', token: statement.conditional })
    trace.reasons.push({ part: 'effect', value: 'U', expression: statement.conditional })
    return { value: 'U', trace }
  }
  if (statement.effect !== 'invalid') return { value: statement.effect === 'Deny' ? 'T' : 'F', trace }
  if (statement.duplicate !== null && WITH_EFFECT.has(statement.duplicate.toLowerCase())) return { value: 'U', trace }
  trace.unknowns.push({ kind: 'invalid', problem: 'effect' })
  trace.reasons.push({ part: 'effect', value: 'U', expression: null })
  return { value: 'U', trace }
}

/** The whole of a statement in which two members share a name: nothing that it says counts (docs/semantics.md, D31). */
export function evaluateDuplicate(name: string): Part {
  const trace = newTrace()
  trace.unknowns.push({ kind: 'invalid', problem: 'duplicate-key' })
  trace.reasons.push({ part: 'duplicate', value: 'U', name })
  return { value: 'U', trace }
}

/**
 * The resource part for the bucket or its objects, with how much of it is covered.
 *
 * @param known what the patterns say of it, where they were asked before
 */
export function evaluateTarget(
  statement: Statement,
  variables: boolean,
  request: { readonly target: 'bucket' | 'object'; readonly bucket: Bucket; readonly context: RequestContext },
  known?: PatternsMatch,
): Part & { readonly scope: 'all' | 'part' } {
  const trace = newTrace()
  const match = evaluateResource(statement.resource, { ...request, variables }, trace, known)
  return { ...match, trace }
}

/** All operators, all keys ANDed; `Condition: {}` holds always. */
export function evaluateConditions(statement: Conditional, variables: boolean, context: RequestContext): Part {
  return conjunction(conditionParts(statement, variables, context))
}

/** What of a statement its conditions are. */
type Conditional = Pick<Statement, 'conditions' | 'malformedCondition'>

function* conditionParts(statement: Conditional, variables: boolean, context: RequestContext): Generator<Part> {
  if (statement.malformedCondition) {
    const trace = newTrace()
    trace.unknowns.push({ kind: 'invalid', problem: 'condition' })
    yield { value: 'U', trace }
  }
  for (const condition of statement.conditions) {
    yield traced((trace) => evaluateCondition(condition, { context, variables }, trace))
  }
}
