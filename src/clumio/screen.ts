import { evaluateAction } from '../iam/action.js'
import { duplicateIn } from '../iam/duplicates.js'
import { evaluateConditions, type Part, traced } from '../iam/evaluate.js'
import { type Elements, elementsOf, type Reader } from '../iam/parse.js'
import { evaluatePrincipal } from '../iam/principal.js'
import type { AssumptionId } from '../iam/reason.js'
import { isPlain } from '../iam/text/text.js'
import { isObject, type JsonObject } from '../tree/value.js'
import { dependenciesOf } from './dependencies.js'
import type { Question } from './judge.js'
import { clumioContext } from './requests.js'
import { Strangers } from './strangers.js'

/** What the condition block of a statement decides: what rests on that it never holds, or nothing for sure. */
type OfConditions = readonly AssumptionId[] | 'open' | 'odd'

/** What the principals of a statement decide. */
interface OfCallers {
  /** Whether Clumio is nobody of them. */
  readonly isNobody: boolean
  /** What rests on that, for those of its sessions for which it is so. */
  readonly rests: readonly AssumptionId[]
}

/**
 * Looks at a Deny as a whole before it is modelled: most deny nothing that Clumio does because of one part, for every session
 * and action alike. That part is evaluated by the same functions as in `judgeStatement`, and it decides there as well, in
 * this order: conditions that do not hold and ask nothing that differs between requests; principals none of which is Clumio;
 * actions none of which Clumio needs. What is not plainly written, or decided by more than one part, is left to the judge.
 * So an answer is the judge's own, with what it rests on; `__tests__/properties/screen.test.ts` holds the two together.
 *
 * A screen is for one question and one version of the language. Answers are kept by the text of the part, since policies share
 * parts, once `Strangers` made one of names that are all alike.
 */
export class StatementScreen {
  readonly #question: Omit<Question, 'bucket'>
  readonly #variables: boolean
  readonly #elements: Elements
  readonly #strangers: Strangers
  readonly #ofConditions = new Kept<OfConditions>()
  readonly #ofCallers = new Kept<OfCallers | null>()
  readonly #isNeeded = new Kept<boolean>()

  constructor(question: Omit<Question, 'bucket'>, variables: boolean, reader: Reader) {
    this.#question = question
    this.#variables = variables
    this.#elements = elementsOf(reader)
    this.#strangers = new Strangers(question)
  }

  /**
   * What it rests on that a Deny is harmless; null where it must be judged.
   *
   * @param statement with the members of a statement alone, and no variable or expression in its resources
   */
  restsOf(statement: JsonObject): readonly AssumptionId[] | null {
    const { Principal: principal, NotPrincipal: notPrincipal, Condition: block } = statement
    if (hasTwins(principal) || hasTwins(notPrincipal)) return null
    const known = block === undefined ? 'open' : this.#conditions(this.#strangers.conditions(block))
    if (known !== 'open') return known === 'odd' ? null : known
    const asking = {
      Principal: this.#strangers.principals(principal),
      NotPrincipal: this.#strangers.principals(notPrincipal),
    }
    const callers = this.#ofCallers.get(JSON.stringify(asking), () => this.#asked(asking))
    return callers !== null && (callers.isNobody || !this.#covers(statement)) ? callers.rests : null
  }

  #conditions(block: unknown): OfConditions {
    return this.#ofConditions.get(JSON.stringify(block), () => this.#evaluated(block))
  }

  #evaluated(block: unknown): OfConditions {
    // Not the map of maps that it must be: it is never known to hold, nor not to.
    if (!isObject(block)) return 'open'
    if (hasTwins(block) || Object.values(block).some(hasTwins)) return 'odd'
    const found = this.#elements.conditions(block)
    if (found === null || found.list.length === 0) return 'open'
    const { list: conditions, open } = found
    if (open !== null || !conditions.every(({ values }) => values.every(isPlain))) return 'odd'
    const { callers, needs, facts } = this.#question
    const [caller] = callers
    const [need] = needs
    const { bySession, severalRoles, kindOf } = dependenciesOf({ conditions, resource: NONE }, this.#variables, callers)
    const isForAll = !bySession && !severalRoles && new Set(needs.map(kindOf)).size === 1
    if (caller === undefined || need === undefined || !isForAll) return 'open'
    const context = clumioContext(caller, need.lower, facts)
    return restsOn(evaluateConditions({ conditions, malformedCondition: false }, this.#variables, context)) ?? 'open'
  }

  /** Null where the principals are not all spelled out. */
  #asked(statement: JsonObject): OfCallers | null {
    const { callers } = this.#question
    const element = this.#elements.principal(statement)
    if (element.kind === 'invalid' || !element.entries.every(({ value }) => isPlain(value))) return null
    const parts = callers.map((caller) => traced((trace) => evaluatePrincipal(element, caller, trace)))
    const rests = [...new Set(parts.flatMap((part) => restsOn(part) ?? []))]
    return { isNobody: parts.length > 0 && parts.every(({ value }) => value === 'F'), rests }
  }

  /** Whether an action may be covered that Clumio needs. */
  #covers(statement: JsonObject): boolean {
    const { Action: action, NotAction: notAction } = statement
    return this.#isNeeded.get(JSON.stringify({ action, notAction }), () => {
      const element = this.#elements.action(statement)
      const { needs, callers } = this.#question
      return callers.length * needs.length === 0 || needs.some(({ lower }) => evaluateAction(element, lower) !== 'F')
    })
  }
}

const NONE = { kind: 'invalid', reason: 'missing' } as const

function restsOn({ value, trace }: Part): readonly AssumptionId[] | null {
  return value === 'F' ? trace.assumptions : null
}

/** Whether two members of an object share a name but for their case: nothing follows from such a statement. */
function hasTwins(value: unknown): boolean {
  return isObject(value) && duplicateIn(value) !== null
}

/** Answers by the text that they are for; all are forgotten before they are too many. */
class Kept<T> {
  readonly #answers = new Map<string, T>()

  get(text: string, make: () => T): T {
    const known = this.#answers.get(text)
    if (known !== undefined) return known
    if (this.#answers.size === MOST_KEPT) this.#answers.clear()
    const made = make()
    this.#answers.set(text, made)
    return made
  }
}

const MOST_KEPT = 1000
