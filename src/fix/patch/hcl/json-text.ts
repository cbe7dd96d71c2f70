import { type JsonRegion, knownString, memberNamed, type ObjectValue } from '../../../terraform/hcl/values/index.js'
import type { FoundStatement } from '../../../terraform/trace/index.js'
import { hasOpenHole, restore } from '../../../tree/embed.js'
import { type Node, nodeAt } from '../../../tree/node.js'
import type { MapView, Operation } from '../../remedies/operation.js'
import { JSON_WORDS } from '../json/index.js'
import { printJson } from '../json/print.js'
import { statementView } from '../json/view.js'
import type { Printer, Refusal } from '../layout/printer.js'
import { jsonText, type SourcePatch } from './insert.js'

/** Statements of JSON text in a heredoc, a template or a file: printed as JSON, with the expressions put back. */
export const JSON_TEXT_PRINTER: Printer<FoundStatement, SourcePatch> = {
  prints: ({ origin }) => origin.style === 'json-text',
  view: (statement) => {
    const place = placeOf(statement)
    return place === null ? NOTHING : viewOf(place)
  },
  print: (operation, statement) => {
    const place = placeOf(statement)
    return place === null ? { reason: 'it is no JSON text' } : print(operation, place, statement)
  },
  words: (obstacle) => (obstacle === 'condition-no-map' ? 'the Condition is an expression' : JSON_WORDS[obstacle]),
}

const NOTHING: MapView = { kind: 'map', names: [], member: () => null, extensible: false }

interface Place {
  readonly node: Node
  readonly region: JsonRegion
  readonly value: ObjectValue
  /** The entries of the NotPrincipal whose value is known, by the offset of their strings. */
  readonly known: ReadonlyMap<number, string>
}

function placeOf({ origin, value }: FoundStatement): Place | null {
  if (origin.style !== 'json-text') return null
  return { node: origin.node, region: origin.region, value, known: knownEntries(origin.node, value) }
}

function knownEntries(statement: Node, value: ObjectValue): ReadonlyMap<number, string> {
  const nodes = nodeAt(statement, ['NotPrincipal', 'AWS'])?.items ?? []
  const listed = memberNamed(value, 'NotPrincipal')?.value
  const aws = listed?.kind === 'object' ? memberNamed(listed, 'AWS')?.value : undefined
  const items = aws?.kind === 'tuple' ? aws.items : []
  // A directive may make several items of one node, or none.
  if (nodes.length !== items.length) return new Map()
  const known = nodes.map((node, i) => [node.start, items[i] === undefined ? null : knownString(items[i])] as const)
  return new Map(known.flatMap(([start, text]) => (text === null ? [] : [[start, text]])))
}

function viewOf({ node, region, value, known }: Place): MapView {
  const view = statementView(node, {
    string: (one) => known.get(one.start) ?? String(one.value),
    isOpen: (one) => hasOpenHole(region, one),
  })
  const condition = memberNamed(value, 'Condition')?.value
  // A name that is not known could be that of the operator.
  const isHidden = condition?.kind === 'object' && condition.open
  return {
    ...view,
    member: (name) => (name === 'Condition' && isHidden ? { kind: 'elsewhere' } : view.member(name)),
  }
}

const LOST = {
  'holes-moved': 'the list holds expressions',
  'holes-lost': 'expressions would be lost',
} as const

function print(operation: Operation, place: Place, { origin }: FoundStatement): SourcePatch | Refusal {
  const { node, region, known } = place
  const inserts = operation.kind === 'complete' ? operation.missing : operation.values
  const texts = new Map(inserts.map((insert) => [insert, jsonText(insert, region.escapes)]))
  if ([...texts.values()].includes(null)) {
    return { reason: 'the file is no template, so the configured expressions cannot be used in it' }
  }
  const printed = printJson(operation, {
    text: region.masked,
    statement: node,
    written: (insert) => texts.get(insert) ?? insert.arn,
  })
  if ('reason' in printed) return printed
  // An inert entry may go together with its expressions.
  const restored = restore(origin.file.text, region, printed.edits, new Set(known.keys()))
  return restored.ok ? { ...printed, path: origin.file.path, edits: restored.edits } : { reason: LOST[restored.why] }
}
