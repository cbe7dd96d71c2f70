import { memberValue, type Node } from '../../../tree/node.js'
import type { MapView, View } from '../../remedies/operation.js'

/** How the nodes of a JSON text are to be read: those of a template are not all what they look like. */
export interface Reading {
  /** What a string stands for, as AWS reads it. */
  readonly string: (node: Node) => string
  /** A part of the value is an expression, which may stand for anything. */
  readonly isOpen: (node: Node) => boolean
}

export const PLAIN: Reading = { string: (node) => String(node.value), isOpen: () => false }

/** A statement as a remedy sees it. */
export function statementView(statement: Node, reading: Reading): MapView {
  return mapView(statement, reading, (name, value) => {
    const isPrincipal = name === 'Principal' || name === 'NotPrincipal'
    return isPrincipal && reading.isOpen(value) ? { kind: 'elsewhere' } : viewOf(value, reading)
  })
}

function mapView(object: Node, reading: Reading, view = (_: string, value: Node) => viewOf(value, reading)): MapView {
  return {
    kind: 'map',
    names: object.members.map(({ name }) => name),
    member: (name) => {
      const value = memberValue(object, name)
      return value === null ? null : view(name, value)
    },
    extensible: true,
  }
}

function viewOf(node: Node, reading: Reading): View {
  if (isTextCall(node)) return { kind: 'text', text: null }
  if (node.kind === 'object') return mapView(node, reading)
  if (reading.isOpen(node)) return { kind: 'elsewhere' }
  const text = (one: Node) => (one.kind === 'string' ? reading.string(one) : null)
  if (node.kind === 'array') return { kind: 'list', entries: node.items.map(text) }
  return node.kind === 'string' ? { kind: 'text', text: text(node) } : { kind: 'unknown' }
}

/** Functions of CloudFormation that give one text, and no list. */
export const TEXT_CALLS: ReadonlySet<string> = new Set([
  'Fn::GetAtt',
  'Fn::Sub',
  'Fn::Join',
  'Fn::ImportValue',
  'Fn::Select',
])

/** Whether a node is the call of a function that stands for one text. */
export function isTextCall({ kind, members }: Node): boolean {
  const [only, ...others] = members
  return kind === 'object' && only !== undefined && others.length === 0 && TEXT_CALLS.has(only.name)
}
