import type { PullFile } from '../github/api/answers.js'
import type { GitHubEvent } from '../github/pull/event.js'
import type { ChangeFacts, CheckOptions } from '../model/options.js'
import type { PathMap } from '../sources/files/paths.js'
import { reachedFrom } from '../sources/reached.js'
import { realIn, type Tree } from '../sources/sources.js'
import { plainText } from '../terraform/scan/escapes.js'
import { decode } from '../text/decode.js'
import { folderOf, foldersOf, join } from '../text/paths.js'
import { isConfiguration } from '../text/terraform-files.js'
import type { Material } from './material.js'

/** What `only-changed` leaves to be told, and what is to be said of it. */
export interface OnlyChanged {
  /** As reports name them; null where everything is told. */
  readonly paths: CheckOptions['onlyPaths']
  readonly change?: ChangeFacts
  readonly problem: string | null
}

/**
 * The files that the change of an event is about, as reports name them: those that it touches, those that it removes or
 * renames away, and what these lead to where they are links. What changes and is a folder of the checkout is the commit of
 * a submodule: every file below it may be another one now.
 */
export async function onlyChanged(event: GitHubEvent, material: Material, map: PathMap): Promise<OnlyChanged> {
  const { changedFiles } = await import('../github/pull/session.js')
  const { sources, pull, client } = material
  const { files, problem } = await changedFiles(event, pull?.session ?? null, client)
  if (files === null) return { paths: null, problem }
  const paths = new Set(files.flatMap(pathsOf))
  const reached = reachedFrom([...paths].map(map.toReport), sources)
  if (reached === null) return { paths: null, problem: TOO_MANY }
  const named = new Set<string>()
  for (const file of files) {
    const before = textBefore(file, map, sources)
    if (before === null) return { paths: null, problem: unseen(file) }
    if (event.kind === 'merge-group' && before.isGone && PLAN.test(before.text)) {
      return { paths: null, problem: `${formerPath(file)} was a plan, so findings in all files are reported.` }
    }
    if (before.isModule && CALLS_UNKNOWN.test(before.text)) return { paths: null, problem: computed(file) }
    for (const one of namedIn(before)) named.add(one)
  }
  const isAbout = (path: string) =>
    foldersOf(map.toRoot(path)).some((folder) => paths.has(folder)) || reached.has(realIn(sources, path) ?? path)
  const about = sources.files.map(({ path }) => path).filter(isAbout)
  return { paths: new Set([...reached, ...about]), change: { folders: foldersIn(files, map, sources), named }, problem }
}

const TOO_MANY =
  'What changes are links or folders with more files than are looked through, so findings in all files are reported.'

function unseen(file: PullFile): string {
  return `GitHub does not show what ${formerPath(file)} named before, so findings in all files are reported.`
}

function computed(file: PullFile): string {
  return `A function makes the source of a module in ${formerPath(file)}, so findings in all files are reported.`
}

/**
 * A source that a function makes: what it came to, its words do not tell. Those of Terragrunt name folders before a path
 * that is written out.
 */
const CALLS_UNKNOWN =
  /\bsource"?[ \t]{0,200}[=:][ \t]{0,200}(?:"[^"\n$]{0,1000}%\{|"?(?:\$\{)?[\s(]{0,20}(?!(?:get|find_in|path_relative)_|dirname)\w{1,100}\()/

/** What only plans have: of those that a commit holds some tell what would else be told of the sources. */
const PLAN = /"(?:resource_changes|planned_values)"/

/** The path that a file had before the change. */
function formerPath({ path, previousPath, status }: PullFile): string {
  return status === 'renamed' ? (previousPath ?? path) : path
}

/** The paths at which something else stands since the change, or nothing. */
function pathsOf(file: PullFile): readonly string[] {
  return [file.path, formerPath(file)]
}

/** The folders that hold other names than before; of one that is gone the next above that is there. */
function foldersIn(files: readonly PullFile[], map: PathMap, sources: Tree): ReadonlySet<string> {
  const folders = new Set<string>()
  for (const file of files.filter(({ status }) => !SAME_NAME.has(status))) {
    for (const path of pathsOf(file)) {
      const around = [...foldersOf(path), '.'].map(map.toReport)
      for (const folder of around) {
        folders.add(folder)
        if (sources.list(folder).length > 0) break
      }
    }
  }
  return folders
}

/** How GitHub calls what changes a file and leaves it under its name. */
const SAME_NAME: ReadonlySet<string> = new Set(['modified', 'changed', 'unchanged'])

/** What is known of the text of a file before the change. */
interface Before {
  /** The folder that it lay in, as reports name it. */
  readonly folder: string
  readonly text: string
  /** It is configuration of Terraform or of Terragrunt, whose text is as people write it, see `plainText`. */
  readonly isModule: boolean
  /** No file has its name any more. */
  readonly isGone: boolean
}

/** Files that name others and call none. */
const DOCUMENTATION = /\.(?:mdx?|rst|adoc)$/i

/** What may nest templates, and what none of them is called. */
const MAY_NEST = /\.(?:json|ya?ml|template)$/i
const NEVER_NESTS = /lock/i

/** Null where GitHub leaves out what the file may have called. A file of modules has the rest of its text besides. */
function textBefore(file: PullFile, map: PathMap, sources: Tree): Before | null {
  const { path, status, changes, patch } = file
  const former = formerPath(file)
  const isModule = isConfiguration(former) || /\.hcl(?:\.json)?$/.test(former)
  const isGone = former !== path || status === 'removed'
  const before = { folder: folderOf(map.toReport(former)), isModule, isGone }
  if (status === 'added' || status === 'copied' || DOCUMENTATION.test(former)) return { ...before, text: '' }
  const bytes = isModule || former !== path ? sources.read(map.toReport(path))?.bytes() : undefined
  const decoded = bytes === undefined ? null : decode(bytes)
  const now = decoded?.ok === true ? decoded.text : ''
  if (patch === null && changes === 0) return { ...before, text: isModule ? plainText(now) : now }
  if (patch === null)
    return isModule || (MAY_NEST.test(former) && !NEVER_NESTS.test(former)) ? null : { ...before, text: '' }
  const lines = patch.split('\n').filter((line) => line.startsWith('-') || (isModule && line.startsWith(' ')))
  const seen = lines.map((line) => line.slice(1)).join('\n')
  return { ...before, text: isModule ? plainText(`${seen}\n${now}`) : `${seen}\n` }
}

/**
 * What a text may lead to by its words: from its own folder, or from one above, where an expression stands before it; `*`
 * is for whatever that comes to.
 */
function namedIn({ folder, text, isModule }: Before): ReadonlySet<string> {
  const words = new Set(text.match(/[^\s"'`,;()[\]{}<>|=:$]*[./][^\s"'`,;()[\]{}<>|=:$]*/g) ?? [])
  if (!isModule) return new Set([...words].map((word) => join(folder, word)))
  const above = [folder, ...foldersOf(folder), '']
  const led = (word: string) => {
    if (!/\/|^\.+$|\.hcl/.test(word)) return []
    // Dots alone lead up from the file's own folder.
    const isName = /\w/.test(word)
    const folders = isName ? above : [folder]
    const found = folders.map((one) => join(one, word)).filter((one, i) => one !== folders[i])
    return [...found, ...(isName && word.startsWith('/') ? [`*/${join('', word)}`] : [])].map((one) => `${one}/`)
  }
  return new Set([...words].flatMap(led))
}
