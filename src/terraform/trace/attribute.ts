import type { Text } from '../../iam/text/text.js'
import { expandBlocks, writtenVariable } from '../hcl/evaluate/index.js'
import {
  type Context,
  closestPosition,
  type Fallback,
  type FoundResource,
  fallbackOf,
  findResource,
  isFetched,
  isReference,
  type ModuleInstance,
  rangeOf,
  type Scope,
  type SourcePosition,
  type SourceRange,
  type Unplanned,
} from '../hcl/modules/index.js'
import type { Attribute, Expr, Span } from '../hcl/syntax/index.js'
import { knownString, type SourceOrigin, textOf, type Value } from '../hcl/values/index.js'
import type { Address } from '../plan/index.js'

export interface AttributeRequest {
  /** The root module's folder, relative to the working directory, which is `''`. */
  readonly rootDirectory: string
  readonly address: Address
  /** Type of the nested block that holds the attribute; null for an attribute of the resource itself. */
  readonly block: string | null
  readonly attribute: string
  /** The planned value; null when it is not known, and then no literal is looked for. */
  readonly planned: string | null
  /** Values of root variables that the plan states. */
  readonly variables: Readonly<Record<string, unknown>>
  /** Set where there is no plan. */
  readonly unplanned?: Unplanned | null
}

/** The string that an attribute's value comes from. */
export interface WrittenLiteral {
  readonly range: SourceRange
  /** It stands in the resource itself, so that nothing else can have its value from it. */
  readonly direct: boolean
  readonly whyNotEditable: string | null
}

export interface AttributeLocation {
  /** The value as far as the sources say; null where they do not set it. */
  readonly value: Text | null
  /** Where the planned value is written out; never in a fetched module. */
  readonly literal: WrittenLiteral | null
  /** Where to point without a literal: attribute, resource block, or the caller's module block; null without any. */
  readonly fallback: Fallback | null
  /** Why there is no literal, for a person; null when there is one. */
  readonly why: string | null
  /** The `source` of the call that led into a fetched module; null for a resource of the repository's own code. */
  readonly fetchedFrom: string | null
}

/** See `locateAttribute`. */
export function locateWritten(request: AttributeRequest, root: ModuleInstance, context: Context): AttributeLocation {
  const found = findResource(request.address, root, context)
  const fetchedFrom = found.found ? fetchedSource(found.module, context) : null
  const lost = (why: string, place: SourcePosition | null): AttributeLocation => {
    return { value: null, literal: null, fallback: fallbackOf(place), why, fetchedFrom }
  }
  if (!found.found) return lost(found.why, found.position)
  const closest = closestPosition(found, request.attribute)
  if (found.scope === null) return lost('the sources have no instance with this key', closest)
  const written = attributeOf(found, found.scope, request, context)
  if (written === null) return lost(`the sources do not set ${request.attribute} there`, closest)
  const { attribute, scope } = written
  const value = context.evaluate(attribute.value, scope)
  const fallback = fallbackOf(
    found.module.remote ? closest : { what: 'attribute', file: attribute.file, span: attribute },
  )
  const base = { value: textOf(value), fallback, fetchedFrom }
  if (request.planned === null) return { ...base, literal: null, why: 'the plan does not know the value' }
  const origins = originsOf(value, request.planned)
  const [origin] = origins
  if (origin === undefined) {
    const other = knownString(value) !== null && knownString(value) !== request.planned
    return { ...base, literal: null, why: other ? STALE : 'the value is not written out in the sources' }
  }
  if (origins.length > 1) return { ...base, literal: null, why: 'the value is written in several places' }
  if (isFetched(origin.file)) return { ...base, literal: null, why: FETCHED }
  return { ...base, literal: literalAt(origin, attribute, scope, context), why: null }
}

const STALE = 'the sources set another value: the plan was made from other ones'
const FETCHED = 'the value is written in a module that is fetched, not in this repository'

function attributeOf(
  { block: resource }: FoundResource & { found: true },
  scope: Scope,
  { block, attribute: name }: AttributeRequest,
  context: Context,
): { readonly attribute: Attribute; readonly scope: Scope } | null {
  if (block === null) {
    const attribute = resource.attribute(name)
    return attribute === null ? null : { attribute, scope: { ...scope, file: attribute.file } }
  }
  const [first] = expandBlocks(resource.nested(block), scope, context)
  const attribute = first?.block.body.attributes.get(name)
  return first === undefined || attribute === undefined ? null : { attribute, scope: first.scope }
}

/** The source of the call through which fetched code is reached from the repository's own. */
function fetchedSource(module: ModuleInstance, context: Context): string | null {
  let at = module
  if (!at.remote) return null
  while (at.call?.caller.remote) at = at.call.caller
  const source = at.call?.block.attribute('source') ?? null
  if (source === null || at.call === null) return null
  return knownString(context.evaluate(source.value, { module: at.call.caller, file: source.file, env: null }))
}

/** Where strings of this text are written, of a value or the options of an undecided one. */
function originsOf(value: Value, planned: string): readonly SourceOrigin[] {
  const options = value.kind === 'oneOf' ? value.options : [value]
  return options
    .filter((option) => option.kind === 'string' && knownString(option) === planned)
    .flatMap(({ origin }) => (origin !== null && isLiteral(origin) ? [origin] : []))
}

function isLiteral(origin: SourceOrigin): boolean {
  return origin.style === 'tf-json' || (origin.style === 'expression' && isPlainString(origin.node))
}

function isPlainString(expr: Expr): boolean {
  return expr.kind === 'template' && expr.parts.every(({ kind }) => kind === 'text')
}

function literalAt(origin: SourceOrigin, attribute: Attribute, scope: Scope, context: Context): WrittenLiteral {
  const range = rangeOf(origin.file, origin)
  const steps = trace(attribute.value, scope, context)
  const isEnd = steps?.end.scope.file === origin.file && isSame(steps.end.expr, origin)
  return {
    range,
    direct: isEnd && steps?.names.length === 0,
    whyNotEditable: refusal(origin) ?? (isEnd && steps !== null ? sharedName(steps.names, context) : COMPUTED),
  }
}

const COMPUTED = 'the value is chosen by an expression'

function isSame(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end
}

function refusal(origin: SourceOrigin): string | null {
  if (origin.style === 'tf-json') return 'JSON configuration is usually generated: change what it is generated from'
  if (origin.file.hasError) return 'the file has syntax errors'
  const { node } = origin as SourceOrigin & { style: 'expression' }
  return node.kind === 'template' && node.form === 'quoted' ? null : 'the value is not a quoted string'
}

/** A local value or variable that a value passes through, and where it is declared. */
interface PassedName {
  readonly kind: 'local' | 'var'
  readonly name: string
  readonly module: ModuleInstance
}

interface Traced {
  readonly end: { readonly expr: Expr; readonly scope: Scope }
  readonly names: readonly PassedName[]
}

/** References that pass references on; more than people chain, fewer than a circle takes. */
const MAX_STEPS = 20

/** Follows an expression that is nothing but a name to what the name stands for, until something else is written. */
function trace(from: Expr, start: Scope, context: Context): Traced | null {
  const names: PassedName[] = []
  let expr = from
  let scope = start
  for (let step = 0; step < MAX_STEPS; step++) {
    const [only, ...more] = expr.kind === 'template' && expr.form === 'quoted' ? expr.parts : []
    if (only?.kind === 'hole' && only.expr !== null && more.length === 0) {
      expr = only.expr
      continue
    }
    const reference = isReference(expr, scope)
    if (reference === null) return { end: { expr, scope }, names }
    const { root, steps } = reference
    const [name] = steps
    if (steps.length !== 1 || typeof name !== 'string' || (root !== 'local' && root !== 'var')) return null
    names.push({ kind: root, name, module: scope.module })
    const next =
      root === 'local' ? localExpression(name, scope.module) : variableExpression(name, scope.module, context)
    if (next === null) return null
    expr = next.expr
    scope = next.scope
  }
  return null
}

function localExpression(name: string, module: ModuleInstance): Traced['end'] | null {
  const attribute = module.config.locals.get(name)
  return attribute === undefined ? null : { expr: attribute.value, scope: { module, file: attribute.file, env: null } }
}

/** The caller's argument, else the default; of a root variable the file of values or the default that counts. */
function variableExpression(name: string, module: ModuleInstance, context: Context): Traced['end'] | null {
  const argument = module.call?.block.attribute(name) ?? null
  if (module.call !== null && argument !== null) {
    const { caller, env } = module.call
    return { expr: argument.value, scope: { module: caller, file: argument.file, env } }
  }
  const attribute =
    module.call === null
      ? (writtenVariable(name, module, context)?.attribute ?? null)
      : (module.config.variables.get(name)?.attribute('default') ?? null)
  return attribute === null ? null : { expr: attribute.value, scope: { module, file: attribute.file, env: null } }
}

/** A name that anything else in its module refers to is not changed for one attribute's sake. */
function sharedName(names: readonly PassedName[], context: Context): string | null {
  const shared = names.find((name) => usesOf(name, context) > 1)
  return shared === undefined ? null : `${shared.kind}.${shared.name} is used in other places too`
}

const MENTION = /\b(local|var)\s*\.\s*([\p{L}_][\p{L}\p{N}_-]*)/gu

/** How often a module's files mention a name, outside of its own declaration. Comments count: they cost an edit only. */
function usesOf({ kind, name, module }: PassedName, context: Context): number {
  const own = kind === 'var' ? (module.config.variables.get(name)?.blocks ?? []) : []
  let uses = 0
  for (const file of context.sources.files(module.config.folder)) {
    const declared = own.filter((block) => block.file === file)
    for (const { index, 1: root, 2: mentioned } of file.text.matchAll(MENTION)) {
      if (root !== kind || mentioned !== name) continue
      if (!declared.some(({ start, end }) => index >= start && index < end)) uses++
    }
  }
  return uses
}
