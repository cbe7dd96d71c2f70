import type { Node } from 'jsonc-parser'
import type { HclFile } from '../../../terraform/hcl/syntax/ast.js'
import {
  type JsonRegion,
  knownString,
  memberNamed,
  type ObjectValue,
  type Value,
} from '../../../terraform/hcl/values/value.js'
import type { TextEdit } from '../../../text/edit.js'
import { layoutOf } from '../json/layout.js'
import { type Edits, notPrincipalEdits } from '../json/not-principal.js'
import { principalArnEdits } from '../json/principal-arn.js'
import { elements, memberValue } from '../../../tree/json.js'
import { entriesOf, type Wanted } from './list.js'
import { type Insert, jsonText, type SourceEdits } from './insert.js'

/** JSON text in a heredoc, a template or a file: where it stands and what it was parsed from. */
export interface JsonPlace {
  readonly file: HclFile
  readonly node: Node
  readonly region: JsonRegion
}

const FILLER = /\ue000+/g

const NO_TEMPLATE = 'the file is no template, so the configured expressions cannot be used in it'

/** `Principal` of a JSON object becomes `NotPrincipal`, or an existing one is completed. */
export function jsonNotPrincipal(place: JsonPlace, statement: ObjectValue, wanted: Wanted): SourceEdits {
  const { node, region } = place
  const principal = memberValue(node, 'NotPrincipal') ?? memberValue(node, 'Principal')
  if (principal !== null && isExpression(region, principal)) return { reason: 'the Principal is an expression' }
  const value = memberNamed(statement, 'NotPrincipal')?.value
  const aws = value?.kind === 'object' ? memberNamed(value, 'AWS')?.value : undefined
  const present = new Set([...wanted.listed, ...(aws === undefined ? [] : entriesOf(aws))])
  const missing = wanted.principals.filter(({ arn }) => value === undefined || !present.has(arn))
  const texts = written(missing, region)
  if (texts === null) return { reason: NO_TEMPLATE }
  const entries = evaluatedEntries(node, aws)
  // Stand-ins are looked up by ARN and written as the text that stands for it.
  const standIns = (entry: string) => {
    const arns = wanted.standIns(entries.get(entry)?.arn ?? entry)
    return arns.flatMap((arn) => missing.flatMap((one, i) => (one.arn === arn ? [texts[i] ?? ''] : [])))
  }
  const replaceable = new Set([...entries.values()].map(({ offset }) => offset))
  return finish(
    place,
    notPrincipalEdits(region.masked, node, texts, standIns, layoutOf(region.masked, node)),
    replaceable,
  )
}

/** The entries of a list by their masked text, with what they are evaluated to. Two that look alike are left out. */
function evaluatedEntries(
  statement: Node,
  evaluated: Value | undefined,
): ReadonlyMap<string, { readonly arn: string; readonly offset: number }> {
  const result = new Map<string, { readonly arn: string; readonly offset: number }>()
  const principal = memberValue(statement, 'NotPrincipal')
  const list = principal === null ? null : memberValue(principal, 'AWS')
  const nodes = list === null ? [] : elements(list)
  const items = evaluated?.kind === 'tuple' ? evaluated.items : []
  if (nodes.length !== items.length) return result
  const seen = new Set<string>()
  for (const [i, node] of nodes.entries()) {
    const item = items[i]
    const arn = item === undefined ? null : knownString(item)
    const masked = String(node.value)
    if (seen.has(masked) || arn === null) result.delete(masked)
    else result.set(masked, { arn, offset: node.offset })
    seen.add(masked)
  }
  return result
}

/** Adds `ArnNotEquals aws:PrincipalArn` to a JSON object. */
export function jsonPrincipalArn(place: JsonPlace, statement: ObjectValue, roles: readonly Insert[]): SourceEdits {
  const { node, region } = place
  const condition = memberValue(node, 'Condition')
  const value = memberNamed(statement, 'Condition')?.value
  // A name that is not known could be that of the operator.
  if (condition !== null && (condition.type !== 'object' || (value?.kind === 'object' && value.open))) {
    return { reason: 'the Condition is an expression' }
  }
  const isOpaque = (list: Node) => isExpression(region, list)
  const texts = written(roles, region)
  if (texts === null) return { reason: NO_TEMPLATE }
  return finish(
    place,
    principalArnEdits(region.masked, node, texts, layoutOf(region.masked, node), isOpaque),
    new Set(),
  )
}

/** Whether a part of the value is an expression that stands outside of a string. */
function isExpression(region: JsonRegion, value: Node): boolean {
  const end = value.offset + value.length
  return region.holes.some((hole) => hole.start >= value.offset && hole.end <= end && region.masked[hole.start] === '"')
}

function written(inserts: readonly Insert[], region: JsonRegion): readonly string[] | null {
  const texts = inserts.map((insert) => jsonText(insert, region.escapes))
  return texts.every((text) => text !== null) ? texts : null
}

/**
 * Puts the expressions back that the edits took over as filler.
 *
 * @param replaceable offsets of strings that may go with their expressions: inert entries of a list
 */
function finish({ file, region }: JsonPlace, result: Edits, replaceable: ReadonlySet<number>): SourceEdits {
  if ('reason' in result) return result
  const edits: TextEdit[] = []
  for (const edit of result.edits) {
    const holes = region.holes.filter(({ start, end }) => start >= edit.offset && end <= edit.offset + edit.length)
    const runs = edit.text.match(FILLER) ?? []
    if (runs.length === 0 && replaceable.has(edit.offset)) {
      edits.push(edit)
      continue
    }
    if (runs.join('') !== holes.map(({ start, end }) => '\ue000'.repeat(end - start)).join('') && runs.length > 0) {
      return { reason: 'the list holds expressions' }
    }
    let restored = edit.text
    let at = 0
    for (const { start, end } of holes) {
      const from = restored.indexOf('\ue000', at)
      if (from === -1) return { reason: 'expressions would be lost' }
      const text = file.text.slice(start, end)
      restored = restored.slice(0, from) + text + restored.slice(from + end - start)
      at = from + text.length
    }
    edits.push({ ...edit, text: restored })
  }
  return { path: file.path, edits }
}
