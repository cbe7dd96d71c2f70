import { isPlain, type Text } from '../../iam/text/text.js'
import { canonical } from '../../rules/drafts/fingerprint.js'
import {
  declaredIn,
  givenVariables,
  locatePolicy,
  type PolicyRequest,
  type SourceFiles,
  SourceUnknown,
} from '../../terraform/trace/index.js'
import { isObject } from '../../tree/value.js'
import { FILLED_READER } from '../../units/planned-sources.js'

/** The same sources with some texts replaced, as after an edit. */
export function withTexts(files: SourceFiles, texts: ReadonlyMap<string, string>): SourceFiles {
  const textOf = (path: string) => texts.get(path) ?? texts.get(files.real?.(path) ?? path)
  return {
    ...files,
    edited: true,
    before: { files, isReplaced: (path) => textOf(path) !== undefined },
    lookup: (path) => {
      const text = textOf(path)
      if (text === undefined) return files.lookup(path)
      const bytes = new TextEncoder().encode(text)
      // Who vouches for the file does so for the edit of it.
      const by = files.lookup(path)?.by
      return { path, ...(by === undefined ? {} : { by }), size: bytes.length, bytes: () => bytes }
    },
  }
}

/** A statement of the sources that two versions of them do not agree on. */
export interface ChangedStatement {
  /** Index into the requests. */
  readonly policy: number
  /** Index into the statements of the sources; null when their number differs. */
  readonly statement: number | null
  /** Names of the members that differ. */
  readonly members: readonly string[]
}

type Json = Readonly<Record<string, unknown>>

/**
 * Evaluates policies in two versions of the sources and compares them statement by statement, whatever the plan says:
 * an edit may change only the statements it is for, and of those only the member it is about.
 */
export async function changedStatements(
  requests: readonly PolicyRequest[],
  before: SourceFiles,
  after: SourceFiles,
): Promise<readonly ChangedStatement[]> {
  const result: ChangedStatement[] = []
  for (const [policy, stated] of requests.entries()) {
    // An edit may change the value of a variable, which the plan states as it was.
    const request = { ...stated, variables: await givenVariables(stated, before) }
    const old = await sourcesOf(request, before)
    const now = await sourcesOf(request, after)
    if (old.length !== now.length) result.push({ policy, statement: null, members: [] })
    else {
      for (const [statement, one] of old.entries()) {
        const members = differing(one, now[statement] ?? {})
        if (members.length > 0) result.push({ policy, statement, members })
      }
    }
  }
  return result
}

/**
 * Whether two versions of the sources declare the same resources on the same buckets: what an edit changes may also be what a
 * `count`, a `for_each` or the name of a bucket is made from.
 */
export async function declaresSame(
  requests: readonly PolicyRequest[],
  before: SourceFiles,
  after: SourceFiles,
): Promise<boolean> {
  const compared = new Map<object, Set<string>>()
  for (const stated of requests) {
    const request = { ...stated, variables: await givenVariables(stated, before) }
    const { rootDirectory, variables, unplanned } = request
    const roots = compared.get(unplanned ?? variables) ?? new Set()
    if (roots.has(rootDirectory)) continue
    compared.set(unplanned ?? variables, roots.add(rootDirectory))
    if (namesIn(await declaredIn(request, before)) !== namesIn(await declaredIn(request, after))) return false
  }
  return true
}

function namesIn({ instances, others, calls }: Awaited<ReturnType<typeof declaredIn>>): string {
  const all = [instances, others, calls].map((some) => some.map(({ address, bucket }) => [address, bucket]))
  return JSON.stringify(all)
}

async function sourcesOf(request: PolicyRequest, files: SourceFiles): Promise<readonly Json[]> {
  const { statements } = await locatePolicy({ ...request, statements: null }, files)
  return statements.map((one) => (one.found ? (one.source as Json) : {}))
}

function differing(a: Json, b: Json): readonly string[] {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])]
  return names.filter((name) => canonical(a[name] ?? null) !== canonical(b[name] ?? null))
}

/**
 * Whether a statement of the sources has no value after an edit that it had not before, at the same place, but some ARNs, and
 * its conditions have lost none. A value that is known in parts may be one of the ARNs.
 */
export function addsOnly(arns: readonly string[], before: Json, after: Json): boolean {
  const old = leavesOf(before)
  const now = leavesOf(after)
  const isLost = ({ route }: Leaf, key: string) => route.startsWith('/Condition/') && !now.has(key)
  for (const [key, leaf] of old) if (isLost(leaf, key)) return false
  for (const [key, { text }] of now) if (!old.has(key) && !arns.some((arn) => mayBe(text, arn))) return false
  return true
}

/** A value of a statement that is no list and no object. */
interface Leaf {
  readonly route: string
  readonly text: Text | null
}

/** The leaves of a value, each once. Members of a list have the route of the list: their order means nothing. */
function leavesOf(root: unknown): ReadonlyMap<string, Leaf> {
  const leaves = new Map<string, Leaf>()
  const visit = (value: unknown, route: string): void => {
    if (Array.isArray(value)) for (const one of value) visit(one, route)
    else if (isObject(value) && !(value instanceof SourceUnknown)) {
      for (const [name, one] of Object.entries(value)) visit(one, `${route}/${name}`)
    } else {
      const text = FILLED_READER.text(value)
      leaves.set(`${route} ${JSON.stringify(text)}`, { route, text })
    }
  }
  visit(root, '')
  return leaves
}

/** Whether what is spelled out of a text stands in an ARN, from its begin to its end. */
function mayBe(text: Text | null, arn: string): boolean {
  if (text === null || isPlain(text)) return text === arn
  let at = 0
  for (const [i, piece] of text.entries()) {
    if (typeof piece !== 'string') continue
    const isLast = i === text.length - 1
    const found = isLast ? arn.length - piece.length : arn.indexOf(piece, at)
    if (found < at || (i === 0 && found > 0) || !arn.startsWith(piece, found)) return false
    at = found + piece.length
  }
  return true
}
