import { statementsOf, UNKNOWN_MEMBERS } from '../../iam/parse.js'
import { isObject, type JsonObject, member, parsedJson } from '../../tree/value.js'
import {
  assembleDocument,
  type DocumentValues,
  type NestedBlock,
  renderStatement,
  type StatementBlock,
} from '../provider/index.js'
import type { PlannedResource } from './model.js'
import type { PlanIndex, Reference } from './plan-index.js'
import { hidesSome } from './sensitive.js'
import { isPlannedUnknown, masked, plannedUnknown } from './unknown.js'

/**
 * Whether the plan marks a part of a policy document that it defers as sensitive. The mark is lost on the way into the
 * policy, since the provider computes the text.
 */
export function isSensitiveDocument({ parsed, afterSensitive }: PlannedResource): boolean {
  return parsed.type === 'aws_iam_policy_document' && hidesSome(afterSensitive)
}

/** How far documents are followed through their sources. */
const MAX_DEPTH = 16

/**
 * The statements of an `aws_iam_policy_document` that is read during apply, from its expanded `statement[]`, as the
 * provider renders them. Null when a part of it is in no plan.
 *
 * @param used gains the documents that were read
 */
export function deferredStatements(
  index: PlanIndex,
  document: PlannedResource,
  used: Set<PlannedResource>,
): readonly unknown[] | null {
  return new DeferredDocuments(index, used).statements(document, 0)
}

class DeferredDocuments {
  readonly #index: PlanIndex
  readonly #used: Set<PlannedResource>

  constructor(index: PlanIndex, used: Set<PlannedResource>) {
    this.#index = index
    this.#used = used
  }

  statements(document: PlannedResource, depth: number): readonly unknown[] | null {
    if (depth > MAX_DEPTH || document.after === null) return null
    this.#used.add(document)
    const values = masked(document.after, document.afterUnknown, document.address) as JsonObject
    const read = (attribute: string) => this.#inputs(document, values[attribute], attribute, depth)
    const sources = joined(read('source_json'), read('source_policy_documents'))
    const overrides = joined(read('override_policy_documents'), read('override_json'))
    if (sources === null || overrides === null || !Array.isArray(values.statement)) return null
    return assembleDocument([...sources, values.statement.map(statementOf), ...overrides], PLANNED)
  }

  /** The statements of each document that an attribute lists. */
  #inputs(
    document: PlannedResource,
    value: unknown,
    attribute: string,
    depth: number,
  ): readonly (readonly unknown[])[] | null {
    if (value === null || value === undefined) return []
    // The older attributes hold one document. Of a list that is not known it is not known what a function left out of it.
    const list = attribute.endsWith('_json') ? [value] : value
    if (!Array.isArray(list)) return null
    if (list.every((text) => typeof text === 'string')) return list.map(statementsOfText)
    const references = this.#index.namedBy(document.parsed, attribute)
    if (references === null || references.length !== list.length) return null
    const found = references.map((reference) => this.#named(document, reference, depth + 1))
    return found.every((one) => one !== null) ? found : null
  }

  /** The statements of the document that a reference means: deferred in the plan, or known in the prior state. */
  #named(from: PlannedResource, reference: Reference, depth: number): readonly unknown[] | null {
    if (reference.type !== 'aws_iam_policy_document') return null
    const planned = this.#index.planned(from.parsed, reference)
    if (planned !== null) return this.statements(planned, depth)
    const json = this.#index.prior(from.parsed, reference)?.values.json
    return typeof json === 'string' ? statementsOfText(json) : null
  }
}

function joined<T>(a: readonly T[] | null, b: readonly T[] | null): readonly T[] | null {
  return a === null || b === null ? null : [...a, ...b]
}

function statementsOfText(text: string): readonly unknown[] {
  const policy = parsedJson(text)
  return isObject(policy) ? statementsOf(policy) : []
}

/** JSON with marks for what is not known. */
const PLANNED: DocumentValues<unknown> = {
  isBlocks: (nested): nested is readonly NestedBlock<unknown>[] => Array.isArray(nested),
  text: (value) => (typeof value === 'string' ? value : null),
  isAbsent: (value) => value === null || value === undefined || (Array.isArray(value) && value.length === 0),
  everyone: (value) => ([value].flat().length === 1 && [value].flat()[0] === '*' ? '*' : null),
  plain: (text) => text,
  unknown: plannedUnknown,
  mapTexts,
  lists: (values) => values.flatMap((value) => (Array.isArray(value) ? value : [value])),
  possibleItems: (value) => value,
  object: (members, open, what) => {
    if (open) return plannedUnknown(what)
    // Names come from the plan: without a prototype none of them means anything special.
    return Object.assign(Object.create(null), Object.fromEntries(members))
  },
  mayEqual: () => true,
  sid: (statement) => {
    const sid = isObject(statement) ? member(statement, 'Sid') : undefined
    return sid === null || sid === '' ? undefined : sid
  },
  isPossible: () => false,
  possible: (statement) =>
    isObject(statement) && !isPlannedUnknown(statement)
      ? { ...statement, [UNKNOWN_MEMBERS]: plannedUnknown('whether another statement takes its place') }
      : statement,
}

function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change))
  return typeof value === 'string' ? change(value) : value
}

/** A `statement` block of the plan as the provider renders it. */
function statementOf(block: unknown): unknown {
  if (!isObject(block) || isPlannedUnknown(block)) return plannedUnknown('statement')
  const members = renderStatement(readBlock(block), PLANNED)
  return Object.fromEntries(members.map(({ name, value }) => [name, value]))
}

function readBlock(block: JsonObject): StatementBlock<unknown> {
  return {
    attribute: (name) => member(block, name) ?? undefined,
    nested: (type) => {
      const blocks = member(block, type)
      if (isPlannedUnknown(blocks)) return blocks
      return Array.isArray(blocks) ? blocks.map(readNested) : []
    },
  }
}

function readNested(block: unknown): NestedBlock<unknown> {
  return { attribute: (name) => (isObject(block) ? (member(block, name) ?? undefined) : undefined), repeated: false }
}
