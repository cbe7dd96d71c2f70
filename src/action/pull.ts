import type { PullFile } from '../github/api/answers.js'
import type { GitHubClient } from '../github/api/client.js'
import { failureOf } from '../github/api/failure.js'
import { HEAD_FILE_BYTES, HEAD_FILES } from '../github/api/limits.js'
import { isCut, type PullEvent } from '../github/pull/event.js'
import { blobFetcher } from '../github/pull/head.js'
import { commitFiles } from '../github/pull/links.js'
import { type ListedPull, listPull, type PullSession, type RepositoryPlace } from '../github/pull/session.js'
import { treeChanges } from '../github/pull/trees.js'
import { UserError } from '../model/errors.js'
import { openDisk } from '../sources/disk.js'
import { blobId } from '../sources/files/blob-id.js'
import type { ChangedFile } from '../sources/head.js'
import { type CommittedFiles, pullRequestSources, type UnreadFile } from '../sources/pull.js'
import type { Sources, Tree } from '../sources/sources.js'
import type { PreparedRun } from './prepare.js'

/** What the check reads on a pull request, and what is known of the pull request. */
export interface PullMaterial {
  readonly session: PullSession
  readonly sources: Sources
  /** What belongs to the check, is not in the checkout, and could not be read from the head either. */
  readonly lost: readonly UserError[]
  /** Where the checkout was judged instead of the head. */
  readonly warnings: readonly string[]
  /** Which text was judged, where that is not what the checkout holds. */
  readonly notes: readonly string[]
}

/**
 * Lists a pull request's files and gathers the texts to judge.
 *
 * @throws {UserError} when the checkout is the base's and the head cannot be read: judging the base says nothing about
 * the pull request.
 */
export async function pullMaterial(
  event: PullEvent,
  prepared: PreparedRun,
  github: { readonly client: GitHubClient; readonly place: RepositoryPlace },
): Promise<PullMaterial> {
  const { pull, trusted } = event
  const { client } = github
  const listed = await listPull(pull, github)
  const { problems } = listed
  if (trusted && listed.files === null) throw new UserError(problems.join(' '))
  const whole = await wholeChange(event, listed, prepared, client)
  // What another head changes says nothing about this one.
  const files = listed.isOther ? null : listed.files
  const { changed, warnings } = whole
  const commit = trusted ? await filesOf(pull.headSha, files ?? [], client) : null
  const { sources, head, unread, rewritten } = await pullRequestSources({
    prepared,
    root: prepared.root,
    map: prepared.map,
    changed: prepared.isForeign ? [] : changed,
    isForeign: prepared.isForeign,
    commit,
    fetch: blobFetcher(client),
    limits: { files: HEAD_FILES, bytes: HEAD_FILE_BYTES },
  })
  if (trusted) refuseUnread(unread)
  const stale = unread.filter(({ inCheckout }) => inCheckout)
  const lost = unread.filter(({ inCheckout }) => !inCheckout)
  return {
    session: { pull, files, head, problems },
    sources,
    lost: [
      ...lostError(lost),
      ...(commit === null ? [] : notCommitted(prepared, commit)),
      ...(trusted ? [] : overwritten(prepared, rewritten)),
    ],
    notes: judgedWords(event, rewritten),
    warnings: [...warnings, ...staleWords(stale)],
  }
}

/**
 * All files of a commit: where a stranger's text is judged, nothing else is read.
 *
 * @param listed what the pull request changes, as GitHub lists it by itself
 * @throws {UserError} when they cannot be listed whole, or the two lists contradict each other.
 */
async function filesOf(commit: string, listed: readonly PullFile[], client: GitHubClient): Promise<CommittedFiles> {
  try {
    const { entries, truncated } = await client.tree(commit)
    if (truncated)
      throw new UserError('The repository has more files than GitHub lists. Run the check on pull_request.')
    const ids = new Map(entries.map(({ path, sha }) => [path, sha]))
    const odd = listed.find(
      ({ path, status, sha }) => status !== 'removed' && (!ids.has(path) || (sha !== null && ids.get(path) !== sha)),
    )
    if (odd !== undefined) throw new UserError(`${odd.path} ${CONTRADICTION}`, { path: odd.path })
    return await commitFiles(entries, blobFetcher(client))
  } catch (thrown) {
    if (thrown instanceof UserError) throw thrown
    const { status, message } = failureOf(thrown)
    throw new UserError(`The files of the pull request's head could not be listed (${status ?? message}).`)
  }
}

const CONTRADICTION =
  'cannot be checked: by the list of what the pull request changes its head holds it, and by the tree of that commit it holds something else or nothing. Run the check again.'

/** What was named and only the disk holds is not judged. */
function notCommitted({ found, map }: PreparedRun, { tree }: CommittedFiles): readonly UserError[] {
  return [...found.named]
    .filter((path) => tree.way(map.toRoot(path)).kind !== 'file')
    .map(
      (path) =>
        new UserError(`${path} is not in the head of the pull request, and in this event nothing else is read`, {
          path,
        }),
    )
}

/**
 * The plan of the job was asked for, and the commit has another one under its name: whoever commits that must not take the
 * job's out of the check.
 */
function overwritten({ found }: PreparedRun, rewritten: readonly string[]): readonly UserError[] {
  return rewritten
    .filter((path) => found.plans.has(path))
    .map((path) => {
      const why =
        'is a file of the commit that a step wrote over: have it write the plan to a name that the repository does not hold'
      return new UserError(`${path} ${why}`, { path })
    })
}

/** Says so where the judged text is not what the checkout holds. */
function judgedWords({ pull, trusted }: PullEvent, rewritten: readonly string[]): readonly string[] {
  const [first, ...others] = rewritten
  const commit = pull.headSha.slice(0, 12)
  if (trusted) return [`The files were judged as commit ${commit} has them, whatever the checkout holds.`]
  if (first === undefined) return []
  const more = others.length === 0 ? '' : ` (and ${others.length} more files)`
  return [
    `${first}${more}: judged as commit ${commit} has it, while the checkout holds another text, which a step may have written.`,
  ]
}

/** The files that a change touches, and what is to be said of the list. */
interface WholeChange {
  readonly changed: readonly ChangedFile[]
  readonly warnings: readonly string[]
}

/**
 * All that a pull request changes. Where GitHub cuts the list, or lists what another head changes (a run that is started again
 * is for the commit that it was for at first), the trees of its commits say the same; where these are cut as well, only a
 * checkout of the pull request holds the rest.
 *
 * @throws {UserError} where nothing holds the rest: green must not mean that nobody looked.
 */
async function wholeChange(
  { pull, trusted }: PullEvent,
  { files, isOther }: ListedPull,
  { root, paths }: PreparedRun,
  client: GitHubClient,
): Promise<WholeChange> {
  if (files === null) return { changed: [], warnings: [] }
  const listed = [...files.map(trusted ? asGone : (file) => file), ...oldNames(files, trusted)]
  if (!isOther && !isCut(files, pull)) return { changed: listed, warnings: [] }
  const whole = await treeChanges(pull.baseSha, pull.headSha, client)
  if (!('unknown' in whole)) {
    // What the base got since is no change of the pull request: a merge with it has those files.
    const changed = trusted ? whole.map(asGone) : whole.filter(({ status }) => status !== 'removed')
    const extra = trusted || isOther ? [] : listed.filter(({ status }) => status === 'removed')
    return { changed: [...changed, ...extra], warnings: [] }
  }
  if (isOther) {
    throw new UserError(
      `GitHub does not say that ${pull.headSha.slice(0, 12)} is still the head of the pull request, and ${whole.unknown}: what it changes cannot be checked.`,
    )
  }
  const cut = `GitHub lists only ${files.length} files of the pull request`
  if (trusted || !holdsHead(files, openDisk({ cwd: root, workspace: paths.workspace }))) {
    throw new UserError(
      `${cut}, and ${whole.unknown}: what else it changes cannot be checked. Run the check on pull_request, with the pull request checked out.`,
    )
  }
  return {
    changed: listed,
    warnings: [`${cut}, and ${whole.unknown}: the others were judged as the checkout has them.`],
  }
}

/** Files that are compared to find out what is checked out. */
const COMPARED = 20

/** Whether a checkout is one of the pull request: of its listed files, as far as they are looked at, it has the content. */
function holdsHead(files: readonly PullFile[], checkout: Pick<Tree, 'read'>): boolean {
  const present = files.filter(({ status, sha }) => status !== 'removed' && sha !== null).slice(0, COMPARED)
  return present.every(({ path, sha }) => {
    const own = checkout.read(path)
    return own !== null && own.size <= HEAD_FILE_BYTES && sha !== null && blobId(own.bytes(), sha) === sha
  })
}

/** What the head does not have is not judged from a checkout of the base, whatever that holds. */
function asGone<T extends ChangedFile>(file: T): T | ChangedFile {
  return file.status === 'removed' ? { ...file, status: 'gone' } : file
}

/** The names that renamed files had; the head does not have them, unless another file took one. */
function oldNames(files: readonly PullFile[], trusted: boolean): readonly ChangedFile[] {
  const present = new Set(files.map(({ path }) => path))
  return files.flatMap(({ path, previousPath, status, changes, sha }) => {
    if (status !== 'renamed' || previousPath === null || previousPath === path || present.has(previousPath)) return []
    if (trusted) return [{ path: previousPath, status: 'gone', sha: null }]
    // Only of a text that stayed the same is it known what it was called before.
    return changes === 0 ? [{ path: previousPath, status: 'removed', sha }] : []
  })
}

/** One error for all of them: green must not mean that nobody looked. */
function lostError(lost: readonly UnreadFile[]): readonly UserError[] {
  const [first] = lost
  if (first === undefined) return []
  const message = `${manyFiles(lost)}: in the pull request, not in the checkout, and not readable through the API (${first.reason}). Check the pull request out`
  return [new UserError(message, { path: first.path })]
}

/** The checkout may be of another version. */
function staleWords(stale: readonly UnreadFile[]): readonly string[] {
  const [first] = stale
  if (first === undefined) return []
  return [
    `${manyFiles(stale)}: judged as the checkout has it, and not commented inline, since it differs from the head of the pull request and that could not be read (${first.reason}).`,
  ]
}

function manyFiles(files: readonly UnreadFile[]): string {
  return `${files[0]?.path ?? ''}${files.length < 2 ? '' : ` and ${files.length - 1} more files`}`
}

function refuseUnread([first]: readonly UnreadFile[]): void {
  if (first === undefined) return
  const { path, reason } = first
  throw new UserError(`${path} cannot be checked as the pull request has it: ${reason}`, { path })
}
