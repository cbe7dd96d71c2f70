import type { Document } from '../documents/document.js'
import { FORMS } from '../documents/forms/index.js'
import type { Origin, UnreadPolicy } from '../documents/policy.js'
import { readDocument } from '../documents/read.js'
import type { CheckOptions } from '../model/options.js'
import type { Sources } from '../sources/sources.js'
import { grouped } from '../text/group.js'
import type { Unit } from '../units/unit.js'
import type { Isolation } from './isolate.js'
import type { ReadSource } from './read.js'

interface Including {
  readonly sources: Sources
  readonly options: CheckOptions
  readonly isolation: Isolation
}

/**
 * Policies that a template holds without their text: each from the file of the checkout that it includes, told there and
 * once, else as unread.
 */
export async function includedUnits(read: readonly ReadSource[], context: Including): Promise<readonly Unit[]> {
  const { onlyPaths } = context.options
  const units: Unit[] = []
  const included = new Set(read.map(({ path }) => path))
  for (const { path, document } of read) {
    if (document.kind !== 'read' || (onlyPaths !== null && !onlyPaths.has(path))) continue
    const { text, unread = [] } = document
    for (const { why, include, origin } of unread) {
      const file = include === null ? null : pathOf(path, include)
      if (include === null || (file !== null && included.has(file))) continue
      const unit = file === null ? null : await unitIn(file, context)
      if (unit !== null && file !== null) included.add(file)
      units.push(unit ?? { kind: 'unreadable', path, text, reason: why, offset: await offsetOf(text, origin) })
    }
    units.push(...(await unreadUnits(path, text, unread)))
  }
  return units
}

/** What a file holds and cannot be read: each reason once, where it is met first, with how often. */
async function unreadUnits(path: string, text: string, all: readonly UnreadPolicy[]): Promise<readonly Unit[]> {
  const own = all.filter(({ include }) => include === null)
  const units: Unit[] = []
  for (const same of grouped(own, ({ why, unsure }) => `${unsure} ${why}`).values()) {
    const [first] = same
    if (first === undefined) continue
    const offset = await offsetOf(text, first.origin)
    units.push({ kind: 'unreadable', path, text, offset, ...toldUnread(first, same.length) })
  }
  return units
}

/** What is told of policies that cannot be read for the same reason. */
export function toldUnread(
  { why, unsure }: UnreadPolicy,
  count: number,
): { readonly reason: string; readonly unsure?: true } {
  if (unsure === true) return { reason: count > 1 ? `${why}, and so do ${count - 1} more` : why, unsure }
  return { reason: count > 1 ? `${why} (${count} policies)` : why }
}

/** Where something stands in the text of its file, zero-based. */
async function offsetOf(text: string, { at, base, syntax, address }: Origin): Promise<number> {
  if (syntax === undefined && at.length > 0) {
    const { JsonTrees } = await import('../tree/json.js')
    return new JsonTrees(text).at(base).at(at)?.start ?? base
  }
  return address === null ? base : Math.max(0, text.indexOf(address.split('/').at(-1) ?? ''))
}

/** Where a local include of a template leads to; null for what lies in a bucket, or is no plain path. */
function pathOf(template: string, include: string): string | null {
  if (include.includes(':') || include.startsWith('/') || include.includes('${')) return null
  const steps = template.split('/').slice(0, -1)
  for (const step of include.split('/')) {
    if (step === '..' && steps.length > 0 && steps.at(-1) !== '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}

function unitIn(path: string, { sources, isolation }: Including): Promise<Unit | null> {
  return isolation.guardAsync<Unit | null>(
    path,
    async () => {
      const source = sources.read(path)
      const document = source === null ? null : await readDocument(source, FORMS)
      return document === null ? null : unitOf(path, document)
    },
    (reason) => ({ kind: 'unreadable', path, text: '', reason, offset: 0 }),
  )
}

/** What a document that is no plan has to judge, or that it could not be read; null for none. */
export function unitOf(path: string, document: Document): Unit | null {
  if (document.kind === 'unreadable' || document.kind === 'stream') return { ...document, path }
  if (document.kind !== 'read') return null
  const { text, policies, settings } = document
  return { kind: 'file', path, text, policies, settings }
}
