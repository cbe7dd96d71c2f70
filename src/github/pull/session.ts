import { VERSION } from '../../model/tool.js'
import type { HeadFiles } from '../../sources/head.js'
import type { PullFile } from '../api/answers.js'
import { GitHubClient } from '../api/client.js'
import { failureOf } from '../api/failure.js'
import { failureWords } from '../api/failure-words.js'
import { COMPARE_FILES } from '../api/limits.js'
import { type GitHubEvent, isCut, type PullRequest } from './event.js'

/** The variables of a workflow run that lead to its repository. */
export interface RepositoryPlace {
  readonly apiUrl: string
  readonly serverUrl: string
  /** `owner/name`. */
  readonly repository: string
  /** False on Gitea and Forgejo, which tell neither diffs nor ids of a pull request's files, and have no GraphQL. */
  readonly tellsDiffs: boolean
}

/** Null outside of a workflow, or when the variables make no sense. */
export function repositoryPlace(env: Readonly<Record<string, string | undefined>>): RepositoryPlace | null {
  const repository = env.GITHUB_REPOSITORY ?? ''
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository)) return null
  const apiUrl = env.GITHUB_API_URL ?? 'https://api.github.com'
  return {
    apiUrl,
    tellsDiffs: !/\/api\/v1\/?$/.test(apiUrl),
    serverUrl: env.GITHUB_SERVER_URL ?? 'https://github.com',
    repository,
  }
}

const NO_DIFFS: ListedPull = {
  files: null,
  isOther: false,
  problems: [
    'This server is not GitHub and tells no diffs: the checkout is judged, and findings are told as annotations, in the job summary and in one comment, not inline.',
  ],
}

/** @param secrets what stands in no error of the client, besides the token */
export function openClient(
  token: string,
  { apiUrl, repository }: RepositoryPlace,
  secrets: readonly string[],
): GitHubClient {
  const [owner = '', repo = ''] = repository.split('/')
  return new GitHubClient({ token, apiUrl, owner, repo, secrets, userAgent: `clumio-policy-check/${VERSION}` })
}

/** A pull request as a run sees it: its files and what its head holds, compared with the checkout. */
export interface PullSession {
  readonly pull: PullRequest
  /** Null when GitHub did not list them. */
  readonly files: readonly PullFile[] | null
  readonly head: HeadFiles
  /** What could not be read, for the log. */
  readonly problems: readonly string[]
}

/** What GitHub lists of a pull request. */
export interface ListedPull extends Pick<PullSession, 'files' | 'problems'> {
  /** True when the list is, or may be, that of another head than the run is for: GitHub only lists the newest. */
  readonly isOther: boolean
}

/**
 * Lists what a pull request changes, before the check; what its head holds is not read yet. The head is asked for after the
 * list: one that is the run's then was so before.
 */
export async function listPull(
  pull: PullRequest,
  { client, place }: { readonly client: GitHubClient; readonly place: RepositoryPlace },
): Promise<ListedPull> {
  if (!place.tellsDiffs) return NO_DIFFS
  try {
    const files = await client.files(pull.number)
    const isOther = !(await hasHead(pull, client))
    const problems = isCut(files, pull)
      ? [`GitHub lists only ${files.length} files of the pull request; others are not told inline.`]
      : []
    return { files, isOther, problems }
  } catch (thrown) {
    const problem = failureWords('The files of the pull request could not be listed', failureOf(thrown), pull.readOnly)
    return { files: null, isOther: false, problems: [problem] }
  }
}

/** Whether a pull request still has the head that the run is for; not, where GitHub does not say so. */
async function hasHead({ number, headSha }: PullRequest, client: GitHubClient): Promise<boolean> {
  try {
    return (await client.pull(number)).headSha === headSha
  } catch {
    return false
  }
}

/**
 * The files that the change of an event touches, from the repository's root; null for an event without a change, and where
 * GitHub does not list them all: then everything is reported.
 */
export async function changedFiles(
  event: GitHubEvent,
  session: PullSession | null,
  client: GitHubClient | null,
): Promise<{ readonly files: readonly PullFile[] | null; readonly problem: string | null }> {
  const all = { files: null, problem: 'GitHub does not list all changed files, so findings in all files are reported.' }
  if (session !== null) {
    const { files, pull } = session
    return files === null || isCut(files, pull) ? all : { files, problem: null }
  }
  if (event.kind !== 'merge-group') return { files: null, problem: null }
  // A change of nothing is none that somebody queued.
  if (client === null || event.baseSha === event.headSha) return all
  try {
    const files = await client.comparedFiles(event.baseSha, event.headSha)
    return files.length >= COMPARE_FILES ? all : { files, problem: null }
  } catch {
    return all
  }
}
