import type { Text } from '../../../iam/text/text.js'
import { isSecretWord } from '../../plan/index.js'
import type { Engines } from '../functions/index.js'
import {
  bindLoop,
  type Context,
  expressionOrigin,
  indexed,
  isReference,
  isStrict,
  lookupEnv,
  madeOf,
  namedBy,
  objectOrigin,
  qualified,
  type Scope,
  type Sources,
} from '../modules/index.js'
import type {
  BinaryExpr,
  ConditionalExpr,
  Expr,
  ForExpr,
  ObjectExpr,
  SplatExpr,
  TemplatePart,
  TupleExpr,
} from '../syntax/index.js'
import {
  binary,
  decideCondition,
  entriesOf,
  failing,
  getAttribute,
  haveOneType,
  isFailing,
  knownString,
  type Member,
  mapOptions,
  type ObjectValue,
  oneOf,
  plainString,
  possible,
  primitive,
  type SourceOrigin,
  textsIn,
  tuple,
  unary,
  unified,
  unknown,
  unnamed,
  unsure,
  type Value,
  weightOf,
  withMade,
} from '../values/index.js'
import { callFunction } from './call.js'
import { traced } from './made.js'
import { isPlainReference, resolve } from './references.js'
import { evaluateTemplate, textOfParts } from './template.js'

/** Nested evaluations (references into references) beyond this are unknown. */
const MAX_DEPTH = 150

/** What stands in a file by itself: all else is made of these. */
const MAY_BE_MARKED: ReadonlySet<Expr['kind']> = new Set(['literal', 'template', 'tuple', 'object'])

/** Steps of one evaluation; a policy of a person takes a few hundred. */
export const MAX_STEPS = 200_000

/**
 * Evaluates expressions as far as the sources say, and remembers where each value was written. Nothing fails: what
 * cannot be known is `unknown`.
 */
export class Evaluator implements Context {
  readonly sources: Sources
  readonly engines: Engines
  /** Texts of values that the sources declare as sensitive, as far as anything was evaluated. */
  readonly concealed = new Set<string>()
  readonly released = new Set<string>()
  #depth = 0
  #steps = 0
  #limit = MAX_STEPS
  #touches = 0
  #tainted = false

  constructor(sources: Sources, engines: Engines) {
    this.sources = sources
    this.engines = engines
  }

  /** Whether the limit of work was reached: what was found since is not to be kept. */
  get exhausted(): boolean {
    return this.#steps > this.#limit
  }

  /** Steps of this account of work. */
  get steps(): number {
    return this.#steps
  }

  /** Starts a new account of work, of so many steps. */
  restart(limit = MAX_STEPS): void {
    this.#steps = 0
    this.#limit = limit
  }

  get touches(): number {
    return this.#touches
  }

  touch(): void {
    this.#touches++
  }

  get tainted(): boolean {
    return this.#tainted
  }

  taint(): void {
    this.#tainted = true
    this.touch()
  }

  conceal(value: Value): void {
    this.touch()
    for (const text of textsIn(value, isSecretWord)) this.concealed.add(text)
  }

  release(value: Value): void {
    for (const text of textsIn(value, isSecretWord)) this.released.add(text)
  }

  spend(steps: number): boolean {
    this.#steps += steps
    return !this.exhausted
  }

  text(parts: readonly TemplatePart[], scope: Scope, decode: (raw: string) => string): Text {
    return textOfParts(parts, scope, this, decode)
  }

  evaluate(expr: Expr, scope: Scope): Value {
    if (this.#depth >= MAX_DEPTH || !this.spend(1))
      return unnamed('too deep to follow', expressionOrigin(expr, scope.file))
    this.#depth++
    try {
      const value = traced(named(composed(this.#expr(expr, scope)), expr, scope), expr, scope)
      if (scope.attempt && isDoubtful(expr, value, scope)) scope.attempt.doubt()
      return value
    } finally {
      this.#depth--
    }
  }

  #expr(expr: Expr, scope: Scope): Value {
    const origin = expressionOrigin(expr, scope.file)
    if (MAY_BE_MARKED.has(expr.kind) && this.sources.isMarked(scope.file, expr)) this.taint()
    switch (expr.kind) {
      case 'literal':
        return expr.value === null ? { kind: 'null', origin } : primitive(expr.value, origin)
      case 'template':
        return evaluateTemplate(expr, scope, this)
      case 'tuple':
        return this.#tuple(expr, scope)
      case 'object':
        return this.#object(expr, scope)
      case 'for':
        return this.#for(expr, scope)
      case 'variable':
      case 'get':
      case 'index':
        return this.#traversal(expr, scope)
      case 'splat':
        return this.#splat(expr, scope)
      case 'call':
        return callFunction(expr, scope, this)
      case 'conditional':
        return this.#conditional(expr, scope)
      case 'binary':
        return this.#binary(expr, scope)
      case 'unary':
        return unary(expr.operator, this.evaluate(expr.operand, scope), origin)
      default:
        return unnamed('something that cannot be read', origin)
    }
  }

  #binary(expr: BinaryExpr, scope: Scope): Value {
    let failed = false
    const operand = (side: Expr) => () => {
      const value = this.evaluate(side, scope)
      failed ||= isFailing(value)
      return value
    }
    const result = binary(expr.operator, operand(expr.left), operand(expr.right), expressionOrigin(expr, scope.file))
    return failed && isStrict(scope, this) ? failing('an operation on an error') : result
  }

  #conditional(expr: ConditionalExpr, scope: Scope): Value {
    const condition = this.evaluate(expr.condition, scope)
    if (isFailing(condition) && isStrict(scope, this)) return condition
    const decided = decideCondition(condition)
    if (decided !== null && !this.sources.edited) {
      const [chosen, other] = decided ? [expr.yes, expr.no] : [expr.no, expr.yes]
      return resultOf(this.evaluate(chosen, scope), literalOf(other))
    }
    const yes = this.evaluate(expr.yes, scope)
    const no = this.evaluate(expr.no, scope)
    if (this.sources.edited && !haveOneType([yes, no])) return failing('a conditional with results of two types')
    if (decided !== null) return decided ? resultOf(yes, no) : resultOf(no, yes)
    return oneOf(unified([yes, no]), expressionOrigin(expr, scope.file))
  }

  #tuple(expr: TupleExpr, scope: Scope): Value {
    const items = expr.items.map((item) => this.evaluate(item, scope))
    if (!this.spend(weightOf(items))) return unnamed('too much to follow', expressionOrigin(expr, scope.file))
    if (items.some(isFailing) && isStrict(scope, this)) return failing('a list with an error in it')
    return { kind: 'tuple', items, shape: 'tuple', origin: expressionOrigin(expr, scope.file) }
  }

  #object(expr: ObjectExpr, scope: Scope): Value {
    const written: Member[] = []
    // Those before a key that is not known may be replaced by it.
    let open = 0
    let isOpen = false
    for (const element of expr.elements) {
      const name = element.name?.normalize() ?? knownString(this.evaluate(element.key, scope))
      const origin = {
        file: scope.file,
        start: element.start,
        end: element.end,
        element: { object: expr, node: element },
      }
      if (name !== null) written.push({ name, value: this.evaluate(element.value, scope), origin })
      else {
        isOpen = true
        open = written.length
      }
    }
    const members = [...unsure(written.slice(0, open)), ...written.slice(open)]
    if (!this.spend(weightOf(members.map(({ value }) => value))))
      return unnamed('too much to follow', expressionOrigin(expr, scope.file))
    if (members.some(({ value }) => isFailing(value)) && isStrict(scope, this))
      return failing('an object with an error in it')
    return { kind: 'object', members, open: isOpen, shape: 'object', origin: objectOrigin(expr, scope.file) }
  }

  #traversal(expr: Expr, scope: Scope): Value {
    const reference = isReference(expr, scope)
    if (reference !== null) return resolve(reference, expr, scope, this)
    const token = namedBy(expr, scope)
    if (expr.kind === 'variable') {
      const bound = lookupEnv(scope.env, expr.name)
      if (bound === null && scope.template === 'closed') return failing(token)
      return (
        bound ?? unknown({ ...token, token: qualified(scope.module, token.token) }, expressionOrigin(expr, scope.file))
      )
    }
    if (expr.kind === 'get') return getAttribute(this.evaluate(expr.target, scope), expr.name, token)
    if (expr.kind !== 'index') return unknown(token, expressionOrigin(expr, scope.file))
    return indexed(this.evaluate(expr.target, scope), this.evaluate(expr.key, scope), token, scope)
  }

  #splat(expr: SplatExpr, scope: Scope): Value {
    const origin = expressionOrigin(expr, scope.file)
    const step = (item: Value): Value =>
      expr.steps.reduce<Value>(
        (value, one) =>
          typeof one === 'string'
            ? getAttribute(value, one, 'an attribute')
            : indexed(value, this.evaluate(one, scope), 'an item', scope),
        item,
      )
    return mapOptions(this.evaluate(expr.target, scope), (target) => {
      if (target.kind === 'null') return tuple([], origin)
      if (isFailing(target) && isStrict(scope, this)) return target
      if (target.kind === 'unknown') return unknown({ ...target.token, vague: true }, origin)
      const items = target.kind === 'tuple' ? target.items : [target]
      return tuple(
        items.map((item) => (item.kind === 'repeated' ? { ...item, body: step(item.body) } : step(item))),
        origin,
      )
    })
  }

  #for(expr: ForExpr, scope: Scope): Value {
    const origin = expressionOrigin(expr, scope.file)
    return mapOptions(this.evaluate(expr.collection, scope), (collection) => {
      if (isFailing(collection) && isStrict(scope, this)) return collection
      const entries = entriesOf(collection)
      if (expr.key !== null) return this.#forObject(expr, entries, scope)
      if (entries === null) return tupleOf(this.#openItems(expr, collection, scope), origin)
      const items: Value[] = []
      for (const { key, value } of entries) {
        const inner = { ...scope, env: bindLoop(scope.env, expr.names, key, value) }
        const kept = expr.condition === null ? true : decideCondition(this.evaluate(expr.condition, inner))
        if (kept === false) continue
        const item = this.evaluate(expr.body, inner)
        items.push(kept === null ? possible(item) : item)
      }
      return tupleOf(items, origin)
    })
  }

  /** Any number of items like the body, with what is known of each item of an open list. */
  #openItems(expr: ForExpr, collection: Value, scope: Scope): readonly Value[] {
    const bodies =
      collection.kind === 'tuple' ? collection.items.map((item) => (item.kind === 'repeated' ? item.body : item)) : []
    const made = madeOf([expr.collection], scope)
    const values = bodies.length > 0 ? bodies : [withMade(unnamed(expr.names.at(-1) ?? 'an item'), made)]
    const key = withMade(unnamed('a key'), made)
    return values.map((value) =>
      possible(this.evaluate(expr.body, { ...scope, env: bindLoop(scope.env, expr.names, key, value) })),
    )
  }

  #forObject(expr: ForExpr, entries: ReturnType<typeof entriesOf>, scope: Scope): Value {
    const origin = expressionOrigin(expr, scope.file)
    const members: Member[] = []
    const groups = new Map<string, Value[]>()
    let open = entries === null
    for (const { key, value } of entries ?? []) {
      const inner = { ...scope, env: bindLoop(scope.env, expr.names, key, value) }
      const kept = expr.condition === null ? true : decideCondition(this.evaluate(expr.condition, inner))
      if (kept === false) continue
      const name = expr.key === null ? null : knownString(this.evaluate(expr.key, inner))
      if (name === null || kept === null) open = true
      if (name === null) continue
      const item = this.evaluate(expr.body, inner)
      if (expr.grouped) groups.set(name, [...(groups.get(name) ?? []), kept === null ? possible(item) : item])
      else members.push({ name, value: kept === null ? possibleMember(item) : item, origin: null })
    }
    for (const [name, items] of groups) members.push({ name, value: tupleOf(items, null), origin: null })
    const object: ObjectValue = { kind: 'object', members, open, shape: 'object', origin }
    return object
  }
}

/** Terraform composes the characters of texts (NFC), so that two spellings of one are equal. */
function composed(value: Value): Value {
  if (value.kind !== 'string' || typeof value.text !== 'string' || !COMPOSABLE.test(value.text)) return value
  const text = value.text.normalize()
  return text === value.text ? value : { ...value, text }
}

/** What may be composed stands behind U+02FF. */
const COMPOSABLE = /[\u0300-\uffff]/

/** A value that is not known by the name of the expression that it was first made by. */
function named(value: Value, expr: Expr, scope: Scope): Value {
  if (value.kind === 'oneOf') return value.name === undefined ? { ...value, name: namedBy(expr, scope) } : value
  return value.kind === 'unknown' && value.token.vague === true ? { ...value, token: namedBy(expr, scope) } : value
}

/** Whether a value may be an error: of an unknown value it is not known what it holds, nor what a function makes of it. */
function isDoubtful(expr: Expr, value: Value, scope: Scope): boolean {
  if (value.kind === 'oneOf') return value.options.some(isFailing)
  if (value.kind !== 'unknown' || value.fails) return false
  if (expr.kind === 'call' || expr.kind === 'splat') return true
  return (expr.kind === 'get' || expr.kind === 'index') && !isPlainReference(expr, scope)
}

/** A member that may be missing. */
function possibleMember(value: Value): Value {
  return oneOf([value, { kind: 'null', origin: null }], value.origin)
}

function tupleOf(items: readonly Value[], origin: SourceOrigin | null): Value {
  return { kind: 'tuple', items, shape: 'tuple', origin }
}

/** The chosen result of a conditional, which Terraform converts to the type that both have in common. */
function resultOf(chosen: Value, other: Value): Value {
  return chosen.kind === 'null' || other.kind === 'null' ? chosen : (unified([chosen, other])[0] ?? chosen)
}

/** What is plain to see of a value that is not needed. */
function literalOf(expr: Expr): Value {
  if (expr.kind === 'literal') return expr.value === null ? { kind: 'null', origin: null } : primitive(expr.value)
  const plain = expr.kind === 'template' && expr.parts.every(({ kind }) => kind === 'text')
  return plain ? plainString('') : unnamed('the other result')
}
