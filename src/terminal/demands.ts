import { UserError } from '../model/errors.js'
import type { CheckResult } from '../model/report.js'
import { type Source, STDIN_PATH } from '../sources/source.js'
import { decode } from '../text/decode.js'
import { parseStrict } from '../tree/parse.js'

/**
 * What is wrong with standard input: a command that fails before a pipe leaves it empty, or its error text in it.
 * Something of which a policy was judged or told is a document, whatever its form.
 */
export async function inputProblems(
  files: readonly Source[],
  { nothingIn = new Set() }: Pick<CheckResult, 'nothingIn'>,
): Promise<readonly UserError[]> {
  const source = files.find(({ path }) => path === STDIN_PATH)
  if (source === undefined || !nothingIn.has(STDIN_PATH)) return []
  const problem = await emptyInput(source)
  return problem === null ? [] : [problem]
}

/** What is wrong with an input in which nothing was found; null for JSON, which may hold nothing of interest. */
export async function emptyInput(source: Source): Promise<UserError | null> {
  const decoded = decode(source.bytes())
  const text = decoded.ok ? decoded.text : ''
  if (decoded.ok && text.trim() === '') {
    return new UserError('standard input is empty; did the command before the pipe fail?')
  }
  if (decoded.ok && (await isJson(text))) return null
  return new UserError('standard input holds no document; did the command before the pipe fail?')
}

async function isJson(text: string): Promise<boolean> {
  const strict = parseStrict(text)
  if (strict?.ok === true) return true
  const { parseLenient } = await import('../tree/lenient.js')
  return parseLenient(text).ok
}
