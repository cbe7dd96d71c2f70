import { canonical } from '../../rules/drafts/fingerprint.js'
import { givenVariables, locatePolicy, type PolicyRequest, type SourceFiles } from '../../terraform/trace/index.js'

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
  // An edit may change the value of a variable, which the plan states as it was.
  const given = new Map<object, Readonly<Record<string, unknown>>>()
  for (const [policy, stated] of requests.entries()) {
    const variables = given.get(stated.variables) ?? (await givenVariables(stated, before))
    given.set(stated.variables, variables)
    const request = { ...stated, variables }
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

async function sourcesOf(request: PolicyRequest, files: SourceFiles): Promise<readonly Json[]> {
  const { statements } = await locatePolicy({ ...request, statements: null }, files)
  return statements.map((one) => (one.found ? (one.source as Json) : {}))
}

function differing(a: Json, b: Json): readonly string[] {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])]
  return names.filter((name) => canonical(a[name] ?? null) !== canonical(b[name] ?? null))
}
