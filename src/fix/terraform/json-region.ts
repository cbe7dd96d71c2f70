import type { Node } from 'jsonc-parser'
import type { HclFile } from '../../terraform/hcl/ast.js'
import { type JsonRegion, member, type ObjectValue } from '../../terraform/hcl/value.js'
import type { TextEdit } from '../../text/edit.js'
import { layoutOf } from '../layout.js'
import { type Edits, notPrincipalEdits } from '../not-principal.js'
import { principalArnEdits } from '../principal-arn.js'
import { memberValue } from '../tree.js'
import { entriesOf, type Wanted } from './hcl-list.js'
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
  const value = member(statement, 'NotPrincipal')?.value
  const aws = value?.kind === 'object' ? member(value, 'AWS')?.value : undefined
  const present = new Set([...wanted.listed, ...(aws === undefined ? [] : entriesOf(aws))])
  const missing = wanted.principals.filter(({ arn }) => value === undefined || !present.has(arn))
  const texts = written(missing, region)
  if (texts === null) return { reason: NO_TEMPLATE }
  // Stand-ins are looked up by ARN and written as the text that stands for it.
  const standIns = (entry: string) =>
    wanted.standIns(entry).flatMap((arn) => missing.flatMap((one, i) => (one.arn === arn ? [texts[i] ?? ''] : [])))
  return finish(place, notPrincipalEdits(region.masked, node, texts, standIns, layoutOf(region.masked, node)))
}

/** Adds `ArnNotEquals aws:PrincipalArn` to a JSON object. */
export function jsonPrincipalArn(place: JsonPlace, roles: readonly Insert[]): SourceEdits {
  const { node, region } = place
  const condition = memberValue(node, 'Condition')
  if (condition !== null && isExpression(region, condition)) return { reason: 'the Condition is an expression' }
  const texts = written(roles, region)
  if (texts === null) return { reason: NO_TEMPLATE }
  return finish(place, principalArnEdits(region.masked, node, texts, layoutOf(region.masked, node)))
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

/** Puts the expressions back that the edits took over as filler. */
function finish({ file, region }: JsonPlace, result: Edits): SourceEdits {
  if ('reason' in result) return result
  const edits: TextEdit[] = []
  for (const edit of result.edits) {
    const holes = region.holes.filter(({ start, end }) => start >= edit.offset && end <= edit.offset + edit.length)
    const runs = edit.text.match(FILLER) ?? []
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
