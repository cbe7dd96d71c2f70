import { isTemplate } from '../cloudformation/template.js'
import type { Document } from '../documents/document.js'
import { type Linked, type LinkedFile, type LinkedHeld, type OpenFile, TakenFile } from '../documents/linked.js'
import type { OwnershipSetting } from '../documents/ownership.js'
import type { Policy, UnreadPolicy } from '../documents/policy.js'
import { openLinked } from '../documents/read.js'
import type { CheckOptions } from '../model/options.js'
import { fileText } from '../model/trust.js'
import { isFitted, isReached } from '../sources/reached.js'
import type { Sources } from '../sources/sources.js'
import { isPolicyShaped, isStatement } from '../tree/policy-shape.js'
import { isObject, member } from '../tree/value.js'
import type { FileUnit, ReadWith, Unit } from '../units/unit.js'
import { unreadUnits } from '../units/unread.js'
import type { Isolation } from './isolate.js'
import type { ReadSource } from './read.js'

/** What units are made with. */
export interface Linking {
  readonly sources: Sources
  readonly options: CheckOptions
  readonly isolation: Isolation
}

/** What came of the sources that refer to others. */
export interface LinkedUnits {
  readonly units: readonly Unit[]
  /** The files that are judged through those that refer to them, with all that is taken of each. */
  readonly through: ReadonlyMap<string, TakenFile>
}

/** What a source that refers to others holds, with the file that it stands in. */
interface Referring {
  readonly path: string
  readonly linked: Linked
}

/**
 * Reads sources with the files of the checkout that they refer to: what a template includes, and the stacks that it
 * nests, which are judged through their callers only. A circle of stacks has no outermost one; the first is taken for it.
 */
export async function linkedUnits(read: readonly ReadSource[], context: Linking): Promise<LinkedUnits> {
  const referring = read.flatMap(({ path, document }) =>
    document.kind === 'read' ? (document.linked ?? []).map((linked) => ({ path, linked })) : [],
  )
  const called = new Set(referring.flatMap(({ linked }) => linked.stacks))
  const texts = new Map(read.flatMap(({ path, document }) => ('text' in document ? [[path, document.text]] : [])))
  const open = opener(context.sources)
  const held = new Map<string, Held>()
  const through = new Map<string, TakenFile>()
  const outermost = referring.filter(({ path }) => !called.has(path))
  for (const one of [...outermost, ...referring.filter(({ path }) => called.has(path))]) {
    if (through.has(one.path)) continue
    const missed = new Set<string>()
    const found = await context.isolation.guardAsync<LinkedHeld | string>(
      one.path,
      () => one.linked.read(noting(open, missed)),
      (reason) => reason,
    )
    if (typeof found === 'string') addUnread(one, found, held)
    else {
      for (const file of found.files) {
        const taken = through.get(file.path) ?? new TakenFile(file)
        taken.add(file, found)
        through.set(file.path, taken)
        texts.set(file.path, file.text)
      }
      add(
        found,
        { path: one.path, text: texts.get(one.path) ?? '' },
        held,
        isAnew([...missed, ...found.mentions], one.path, called, context),
      )
    }
  }
  const units: Unit[] = []
  for (const [path, one] of held) units.push(...(await unitsOf(path, texts.get(path) ?? '', one, context)))
  return { units, through }
}

/** What linked sources hold that is written in one file. */
interface Held {
  readonly policies: Policy[]
  readonly settings: OwnershipSetting[]
  readonly unread: UnreadPolicy[]
  /** The files that any of these was read with, by their paths. */
  readonly readWith: Map<string, ReadWith[number]>
  /** What any of them was read from, and for. */
  readonly from: Set<string>
  /** The change of the run is about a source of them in what is not seen in it: a file that is gone, who called it. */
  isAnew: boolean
  /** Why a source of this path could not be read. */
  readonly reasons: string[]
}

function heldAt(path: string, held: Map<string, Held>): Held {
  const own = held.get(path) ?? {
    policies: [],
    settings: [],
    unread: [],
    readWith: new Map(),
    from: new Set(),
    isAnew: false,
    reasons: [],
  }
  held.set(path, own)
  return own
}

/**
 * Whether what a source holds may be another one for what the change took away, a file that it names or those that call
 * it, or for a file that is not read for it and that parts of it may come from.
 *
 * @param named files that it names and that nothing was read of; `*` in a path stands for whatever is there
 */
function isAnew(
  named: readonly string[],
  path: string,
  called: ReadonlySet<string>,
  { sources, options: { onlyPaths, change } }: Linking,
): boolean {
  if (onlyPaths === null) return true
  const isChanged = (one: string) => (one.includes('*') ? isFitted(one, onlyPaths) : isReached(one, onlyPaths, sources))
  return named.some(isChanged) || (!called.has(path) && change?.named.has(path) === true)
}

/** @param around the source that refers to the files, or to others that do */
function add(
  { policies, settings, unread, files }: LinkedHeld,
  around: ReadWith[number],
  held: Map<string, Held>,
  isAnew: boolean,
): void {
  for (const one of policies) heldAt(one.origin.path, held).policies.push(one)
  for (const one of settings) heldAt(one.origin.path, held).settings.push(one)
  for (const one of unread) heldAt(one.origin.path, held).unread.push(one)
  for (const { origin } of [...policies, ...settings, ...unread]) {
    const own = heldAt(origin.path, held)
    own.isAnew ||= isAnew
    for (const file of [around, ...files]) {
      own.readWith.set(file.path, file)
      own.from.add(file.path)
    }
  }
}

function addUnread({ path }: Referring, reason: string, held: Map<string, Held>): void {
  heldAt(path, held).reasons.push(reason)
}

async function unitsOf(
  path: string,
  text: string,
  held: Held,
  { sources, options: { onlyPaths } }: Linking,
): Promise<readonly Unit[]> {
  const isAsked = (paths: readonly string[]) =>
    onlyPaths === null || held.isAnew || paths.some((one) => isReached(one, onlyPaths, sources))
  const isAskedOf = () => isAsked([path, ...held.from])
  const policies = held.policies.filter(({ through = [] }) => isAsked([path, ...through]))
  const settings = isAskedOf() ? held.settings : []
  const readWith = [...held.readWith.values()]
  const file: FileUnit = { kind: 'file', path, text, policies, settings, readWith }
  const unread = isAskedOf() ? await unreadUnits(text, held.unread) : []
  const reasons = held.reasons.map((reason): Unit => ({ kind: 'unreadable', path, text, reason, offset: 0 }))
  const linked = unread.map((one) => ({ ...one, readWith }))
  return [...(policies.length + settings.length > 0 ? [file] : []), ...linked, ...reasons]
}

/** Opens files, and notes those that are not there. */
function noting(open: OpenFile, missed: Set<string>): OpenFile {
  return async (path) => {
    const file = await open(path)
    if (file === null) missed.add(path)
    return file
  }
}

/** Opens each file once. */
function opener(sources: Sources): OpenFile {
  const opened = new Map<string, Promise<LinkedFile | null>>()
  return (path) => {
    const found = opened.get(path) ?? openMeant(path, sources)
    opened.set(path, found)
    return found
  }
}

/**
 * A file that a template includes or nests. Of one that no commit holds only what is a policy, a template or resources of
 * one as a whole: what a step left in the workspace must not be drawn into a comment.
 */
async function openMeant(path: string, sources: Sources): Promise<LinkedFile | null> {
  const source = sources.read(path)
  const file = await openLinked(source)
  return file === null || isMeant(file.value) || fileText(source?.by) === 'whole' ? file : null
}

function isMeant(value: unknown): boolean {
  if (isPolicyShaped(value) || isStatement(value) || isTemplate(value)) return true
  const members = isObject(value) ? Object.values(value) : []
  return members.length > 0 && members.every((one) => /^(?:AWS|Custom)::/.test(String(member(one, 'Type'))))
}

/** What a document that is no plan has to judge, or that it could not be read. */
export async function unitsIn(path: string, document: Document): Promise<readonly Unit[]> {
  if (document.kind === 'unreadable' || document.kind === 'stream') return [{ ...document, path }]
  if (document.kind !== 'read') return []
  const { text, policies, settings, unread = [] } = document
  return [{ kind: 'file', path, text, policies, settings }, ...(await unreadUnits(text, unread))]
}
