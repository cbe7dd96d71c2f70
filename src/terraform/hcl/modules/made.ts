import {
  type Attribute,
  type Block,
  type Expr,
  keptText,
  type ObjectElement,
  type TemplatePart,
} from '../syntax/index.js'
import { knownString, lazyWords, type Made, partsOf, type Value } from '../values/index.js'
import { isOfValues, lookupEnv, type ModuleInstance, type Scope } from './context.js'
import { COLLECTION, MAX_NAME } from './names.js'
import { chainOf, type Step } from './reference.js'

/** What is followed for one value that is not known; no person writes as much. */
const MOST_NODES = 20_000
/** Parts of a value that is bound by a loop, of which each may be made of something else. */
const MOST_PARTS = 1_000

/** What something that is made of expressions of one scope is made of: they, and the expressions that they refer to. */
export function madeOf(exprs: readonly Expr[], scope: Scope): Made {
  return lazily((words) => {
    for (const expr of exprs) words.expression(expr, scope)
  })
}

/** The same of the value of an expression, which is called by it where that is a name: then only what is behind it. */
export function madeOfValue(expr: Expr, scope: Scope): Made {
  return lazily((words) => words.value(expr, scope))
}

/** The same of a text, in which values stand that are called by their names. */
export function madeOfText(parts: readonly TemplatePart[], scope: Scope): Made {
  return lazily((words) => {
    for (const part of parts) {
      if (part.kind === 'hole' && part.expr !== null) words.value(part.expr, scope)
      else if (part.kind === 'if' || part.kind === 'for') words.expression(part, scope)
    }
  })
}

/** What nested blocks are made of, whatever their order. */
export function madeOfBlocks(blocks: readonly { readonly block: Block; readonly scope: Scope }[]): Made {
  return lazily((words) => {
    for (const { block, scope } of blocks) words.block(block, scope)
  })
}

function lazily(collect: (words: Words) => void): Made {
  return {
    words: lazyWords((literals) => {
      const words = new Words(literals)
      collect(words)
      return words.all
    }),
  }
}

/** Collects the texts of expressions and of those behind their names. */
class Words {
  readonly #words = new Set<string>()
  readonly #seen = new Set<string>()
  readonly #literals: boolean
  #left = MOST_NODES

  constructor(literals: boolean) {
    this.#literals = literals
  }

  get all(): readonly string[] {
    return [...this.#words].sort()
  }

  expression(expr: Expr | TemplatePart, scope: Scope): void {
    if (isOfValues(scope.file)) return
    this.#words.add(this.#printed(expr, scope))
    this.#visit(expr, scope)
  }

  value(expr: Expr, scope: Scope): void {
    if (isName(expr)) this.#visit(expr, scope)
    else this.expression(expr, scope)
  }

  block(block: Block, outer: Scope): void {
    const scope = { ...outer, file: block.file }
    const texts = [...block.body.attributes.values()].map((one) => `${one.name} = ${this.#printed(one.value, scope)}`)
    this.#words.add(`${block.type} { ${texts.sort().join(' ')} }`)
    for (const one of block.body.attributes.values()) this.#visit(one.value, scope)
    for (const inner of block.body.blocks) this.block(inner, outer)
  }

  #printed(expr: Expr | TemplatePart, { file }: Scope): string {
    return JSON.stringify(printed(expr, { literals: this.#literals, text: file.text }))
  }

  #visit(node: unknown, scope: Scope): void {
    if (typeof node !== 'object' || node === null || this.#left-- <= 0) return
    if (!isTraversal(node)) {
      for (const inner of Object.values(node)) this.#visit(inner, scope)
      return
    }
    const { target, steps } = chainOf(node)
    for (const step of steps) this.#visit(step, scope)
    if (target.kind !== 'variable') this.#visit(target, scope)
    else this.#name(target.name, steps, scope)
  }

  #name(name: string, steps: readonly Step[], scope: Scope): void {
    const { env, module } = scope
    if (name === 'each' || name === 'count') {
      const made = this.#literals ? lookupEnv(env, COLLECTION) : null
      if (made !== null) this.#words.add(`for_each ${knownString(made)}`)
    }
    const bound = lookupEnv(env, name)
    if (bound !== null) this.#bound(bound)
    else if (scope.template === undefined) this.#declared(name, steps, module)
  }

  /** Of what a loop or a template binds, what is not known: the rest shows in what is made of it. */
  #bound(value: Value): void {
    const todo = [value]
    let left = MOST_PARTS
    for (let one = todo.pop(); one !== undefined && left > 0; one = todo.pop()) {
      left -= 1
      for (const word of one.made?.words(this.#literals) ?? []) this.#words.add(word)
      todo.push(...partsOf(one))
    }
  }

  #declared(root: string, steps: readonly Step[], module: ModuleInstance): void {
    const names = steps.filter((step) => typeof step === 'string')
    const [first = '', second = '', third = ''] = names
    const { config } = module
    if (root === 'local') this.#attribute(config.locals.get(first), module, `local.${first}`)
    else if (root === 'var') this.#variable(first, module)
    else if (root === 'module') {
      for (const child of instancesOf(first, module)) {
        this.#attribute(child.config.outputs.get(second)?.attribute('value'), child, `output.${second}`)
      }
    } else if (root === 'data') this.#resource(`data.${first}.${second}`, third, module)
    else this.#resource(`resource.${root}.${first}`, second, module)
  }

  #variable(name: string, module: ModuleInstance): void {
    const declared = module.config.variables.get(name)
    // What is marked may be a secret, which nobody should find by trying.
    if (declared?.attribute('sensitive') != null || declared?.attribute('ephemeral') != null) return
    const argument = module.call?.block.attribute(name)
    if (argument == null || module.call === null) {
      this.#attribute(declared?.attribute('default'), module, `var.${name}`)
      return
    }
    const { caller, env } = module.call
    this.#attribute(argument, caller, `${module.key} ${name}`, env)
  }

  #resource(key: string, attribute: string, module: ModuleInstance): void {
    const block = module.config.resources.get(key)
    if (block === undefined) return
    if (!key.startsWith('data.aws_iam_policy_document.')) {
      this.#attribute(block.attribute(attribute), module, `${key}.${attribute}`)
    } else if (this.#isNew(`${module.address} ${key}`)) {
      for (const one of block.blocks) this.block(one, { module, file: one.file, env: null })
    }
  }

  #attribute(
    attribute: Attribute | null | undefined,
    module: ModuleInstance,
    name: string,
    env: Scope['env'] = null,
  ): void {
    if (attribute == null || isOfValues(attribute.file) || !this.#isNew(`${module.address} ${name}`)) return
    const scope = { module, file: attribute.file, env }
    this.#words.add(`${name} = ${this.#printed(attribute.value, scope)}`)
    this.#visit(attribute.value, scope)
  }

  #isNew(key: string): boolean {
    const isNew = !this.#seen.has(key)
    this.#seen.add(key)
    return isNew
  }
}

/** A name that a value which is not known is called by as a whole. */
function isName(expr: Expr): boolean {
  const { target, steps } = chainOf(expr)
  const isWhole = expr.end - expr.start <= MAX_NAME
  return isWhole && target.kind === 'variable' && steps.every((step) => typeof step === 'string')
}

function isTraversal(node: object): node is Expr {
  return 'kind' in node && (node.kind === 'variable' || node.kind === 'get' || node.kind === 'index')
}

/** The instances of a called module that have been looked at. */
function instancesOf(name: string, { address, children }: ModuleInstance): readonly ModuleInstance[] {
  const prefix = `${address === '' ? '' : `${address}.`}module.${name}`
  return [...children]
    .filter(([key]) => key === prefix || key.startsWith(`${prefix}[`))
    .flatMap(([, child]) => child ?? [])
}

/** Where something stands, and how it is laid out. */
const LAYOUT = new Set(['start', 'end', 'content', 'keySpan', 'separator', 'kept'])

interface Printing {
  readonly literals: boolean
  /** The file that it stands in. */
  readonly text: string
}

/** An expression without its layout, as JSON data. */
function printed(node: unknown, printing: Printing): unknown {
  if (Array.isArray(node)) return node.map((one) => printed(one, printing))
  if (typeof node !== 'object' || node === null) return node
  const expr = node as Expr | TemplatePart
  const { literals, text } = printing
  if (expr.kind === 'text') return literals ? keptText(expr) : ''
  if (expr.kind === 'literal') return literals ? { is: expr.value } : {}
  if (expr.kind === 'object') return { object: elementsOf(expr.elements, printing) }
  if (expr.kind === 'other') return { other: literals ? text.slice(expr.start, expr.end).replace(/\s+/g, ' ') : '' }
  const inner = expr.kind === 'call' && expr.name === 'sensitive' ? { ...printing, literals: false } : printing
  const entries = Object.entries(expr).filter(([name]) => !LAYOUT.has(name))
  return Object.fromEntries(entries.map(([name, one]) => [name, printed(one, inner)]))
}

/** The elements of an object: their order means nothing where their names are written and differ. */
function elementsOf(elements: readonly ObjectElement[], printing: Printing): readonly string[] {
  const texts = elements.map(({ name, key, value }) => {
    const own = name === null ? printed(key, printing) : printing.literals ? { name } : {}
    return JSON.stringify([own, printed(value, printing)])
  })
  const names = new Set(elements.map(({ name }) => name))
  return names.size === elements.length && !names.has(null) ? texts.sort() : texts
}
