import { toError, UserError } from '../model/errors.js'
import type { CheckResult, LineEdit } from '../model/report.js'
import { unifiedDiff } from '../report/unified.js'
import type { Disk } from '../sources/disk.js'
import type { Source } from '../sources/source.js'
import { compareText } from '../text/compare.js'
import { decode, type Encoding, encode } from '../text/decode.js'
import { applyLineEdits } from '../text/edit.js'
import { grouped } from '../text/group.js'

/** The edits of a result by file, in the order of the files' names. */
export function editsByPath({ report }: CheckResult): ReadonlyMap<string, readonly LineEdit[]> {
  const edits = report.findings.flatMap(({ fix }) => (fix?.applicability === 'edit' ? fix.edits : []))
  return new Map([...grouped(edits, (edit) => edit.path)].sort(([a], [b]) => compareText(a, b)))
}

export interface Edited {
  /** Files that were written. */
  readonly written: readonly string[]
  readonly problems: readonly UserError[]
}

/** Writes every edit of a result to its file: all edits of a file, or none. */
export function writeEdits(result: CheckResult, disk: Disk): Edited {
  const written: string[] = []
  const problems: UserError[] = []
  for (const [path, edits] of editsByPath(result)) {
    try {
      const { text, encoding } = currentText(disk.source(path), result)
      const after = applyLineEdits(text, edits)
      if (after === text) continue
      disk.replace(path, encode(after, encoding))
      written.push(path)
    } catch (thrown) {
      problems.push(problemOf(path, thrown))
    }
  }
  return { written, problems }
}

export interface Diff {
  readonly text: string
  readonly problems: readonly UserError[]
}

/**
 * Every edit of a result as one diff, for the files that `git apply` reaches.
 *
 * @param nameOf a file's name as `git apply` takes it; null for a file that it does not reach
 */
export function diffOf(
  result: CheckResult,
  source: (path: string) => Source,
  nameOf: (path: string) => string | null,
): Diff {
  let diff = ''
  const problems: UserError[] = []
  for (const [path, edits] of editsByPath(result)) {
    try {
      const name = nameOf(path)
      if (name === null) throw new UserError(`${path} is not below the current directory: git apply does not reach it`)
      const { text, encoding } = currentText(source(path), result)
      if (encoding.name !== 'utf-8')
        throw new UserError(`${path} is UTF-16, which git apply takes for binary; use --fix`)
      diff += encoding.mark ? markedDiff(name, text, edits) : unifiedDiff(name, text, edits)
    } catch (thrown) {
      problems.push(problemOf(path, thrown))
    }
  }
  return { text: diff, problems }
}

/** In a file with a byte order mark, Git takes the mark for a part of the first line. */
function markedDiff(path: string, text: string, edits: readonly LineEdit[]): string {
  const marked = edits.map((edit) =>
    edit.startLine === 1 ? { ...edit, replacement: `\ufeff${edit.replacement}` } : edit,
  )
  return unifiedDiff(path, `\ufeff${text}`, marked)
}

/** The text of a file as it was judged. The lines of edits mean nothing in any other. */
function currentText(source: Source, { texts }: CheckResult): { text: string; encoding: Encoding } {
  const decoded = decode(source.bytes())
  if (!decoded.ok) throw new UserError(`${source.path} cannot be edited: ${decoded.reason}`)
  if (texts.get(source.path) !== decoded.text) throw new UserError(`${source.path} was changed while it was checked`)
  return decoded
}

function problemOf(path: string, thrown: unknown): UserError {
  return thrown instanceof UserError ? thrown : new UserError(`${path} was left as it is: ${toError(thrown).message}`)
}
