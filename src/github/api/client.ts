import { getOctokit } from '@actions/github'
import { defaults } from '@actions/github/lib/utils'
import type {
  CommitEntry,
  CommitPull,
  CommitTree,
  Post,
  PullFile,
  PullState,
  ReviewComment,
  ThreadState,
} from './answers.js'
import * as answers from './answers.js'
import { failureOf } from './failure.js'
import { MUTATIONS_PER_CALL, PAGE_SIZE } from './limits.js'
import { type CallKind, type Clock, Pace, type Patience } from './pace.js'
import { withoutSecrets } from './secrets.js'
import { boundedFetch } from './transport.js'

type Octokit = ReturnType<typeof getOctokit>

export interface ClientOptions {
  readonly token: string
  /** `GITHUB_API_URL`. */
  readonly apiUrl: string
  readonly owner: string
  readonly repo: string
  readonly userAgent: string
  /** What stands in no error that a call throws, besides the token. */
  readonly secrets?: readonly string[]
  /** Time, for tests. */
  readonly clock?: Clock
  /** How long to wait for answers, for tests. */
  readonly patience?: Patience
}

/** A method and a path below the repository (GitHub REST API, version 2022-11-28). */
type Route = `${'GET' | 'POST' | 'PATCH' | 'DELETE'} /${string}`

export interface NewComment {
  readonly path: string
  readonly startLine: number
  readonly endLine: number
  readonly body: string
}

/**
 * The calls of this action, all pages of every list, at the pace and within the budget of a run. Errors are the
 * client's own: read them with `failureOf`.
 */
export class GitHubClient {
  readonly #octokit: Octokit
  readonly #place: { readonly owner: string; readonly repo: string }
  readonly #pace: Pace
  readonly #secrets: readonly string[]

  constructor(options: ClientOptions) {
    this.#place = { owner: options.owner, repo: options.repo }
    this.#pace = new Pace(options.clock, options.patience)
    this.#secrets = [options.token, ...(options.secrets ?? [])]
    const quiet = () => undefined
    this.#octokit = getOctokit(options.token, {
      baseUrl: options.apiUrl,
      userAgent: options.userAgent,
      // The default logger prints GitHub's texts, which are not ours to trust.
      log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
      // The toolkit's own `fetch` knows the runner's proxy.
      request: {
        fetch: boundedFetch(defaults.request?.fetch, { apiUrl: options.apiUrl, patience: () => this.#pace.patience }),
      },
    })
    this.#octokit.hook.wrap('request', async (request, parameters) => {
      // GraphQL fails with status 200, which is seen only behind this hook: `#graphql` paces its own calls.
      if (parameters.url.endsWith('/graphql')) return request(parameters)
      const kind = parameters.method === 'GET' ? 'read' : parameters.method === 'POST' ? 'once' : 'repeatable'
      return this.#send(kind, async () => request(parameters))
    })
  }

  /** Calls sent so far. */
  get calls(): number {
    return this.#pace.calls
  }

  /** Lets the calls that follow use the part of the budget that is kept back. */
  openReserve(): void {
    this.#pace.openReserve()
  }

  /** Says whether the judgement waits for the calls that follow: then a silent server is asked less long. */
  letJudgementWait(wait: boolean): void {
    this.#pace.judgementWaits = wait
  }

  /** Comes when a call is not answered within a short time. */
  get slow(): Promise<void> {
    return this.#pace.slow
  }

  async pull(number: number): Promise<PullState> {
    const data = await this.#call('GET /pulls/{number}', { number })
    return answers.pullState(data)
  }

  /**
   * The pull requests of a commit, of whatever repository they are into.
   *
   * @param repository `owner/name` of the repository the commit is in: a fork's commits are not known by the base's name
   */
  async pullsOf(repository: string, sha: string): Promise<readonly CommitPull[]> {
    const [owner = '', repo = ''] = repository.split('/')
    const route = 'GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls'
    return this.#list(route, { owner, repo, commit_sha: sha }, answers.commitPull)
  }

  /** Whether the server has a repository of this name (`owner/name`) that the token may see; true where it does not say. */
  async hasRepository(name: string): Promise<boolean> {
    const [owner = '', repo = ''] = name.split('/')
    try {
      await this.#octokit.request('GET /repos/{owner}/{repo}', { owner, repo })
      return true
    } catch (thrown) {
      return failureOf(thrown).status !== 404
    }
  }

  async files(number: number): Promise<readonly PullFile[]> {
    return this.#list('GET /repos/{owner}/{repo}/pulls/{number}/files', { ...this.#place, number }, answers.pullFile)
  }

  /** The files that differ between the merge base of two commits and the second; the first page holds all GitHub gives. */
  async comparedFiles(base: string, head: string): Promise<readonly PullFile[]> {
    const basehead = `${base}...${head}`
    const data = await this.#call('GET /compare/{basehead}', { basehead })
    return answers.comparedFiles(data)
  }

  async blob(sha: string): Promise<Uint8Array> {
    const data = await this.#call('GET /git/blobs/{sha}', { sha })
    return answers.blobBytes(data)
  }

  /** What stands at a path of a commit; null where nothing does. */
  async entry(path: string, ref: string): Promise<CommitEntry | null> {
    try {
      const data = await this.#call('GET /contents/{path}', { path, ref })
      return answers.commitEntry(data)
    } catch (thrown) {
      if (failureOf(thrown).status === 404) return null
      throw thrown
    }
  }

  /** All files of a commit, by their paths from the repository's root. */
  async tree(commit: string): Promise<CommitTree> {
    const data = await this.#call('GET /git/trees/{commit}', { commit, recursive: '1' })
    return answers.commitTree(data)
  }

  async reviews(number: number): Promise<readonly Post[]> {
    return this.#list('GET /repos/{owner}/{repo}/pulls/{number}/reviews', { ...this.#place, number }, answers.post)
  }

  async createReview(
    number: number,
    review: { readonly commit: string; readonly body: string; readonly comments: readonly NewComment[] },
  ): Promise<Post> {
    await this.#pace.beforeWrite()
    const data = await this.#call('POST /pulls/{number}/reviews', {
      number,
      commit_id: review.commit,
      event: 'COMMENT',
      body: review.body,
      comments: review.comments.map(({ path, startLine, endLine, body }) => ({
        path,
        body,
        line: endLine,
        side: 'RIGHT',
        ...(startLine < endLine ? { start_line: startLine, start_side: 'RIGHT' } : {}),
      })),
    })
    return answers.post(data)
  }

  async reviewComments(number: number): Promise<readonly ReviewComment[]> {
    const route = 'GET /repos/{owner}/{repo}/pulls/{number}/comments'
    return this.#list(route, { ...this.#place, number }, answers.reviewComment)
  }

  async updateReviewComment(id: number, body: string): Promise<void> {
    await this.#pace.beforeWrite()
    await this.#call('PATCH /pulls/comments/{id}', { id, body })
  }

  async deleteReviewComment(id: number): Promise<void> {
    await this.#pace.beforeWrite()
    await this.#call('DELETE /pulls/comments/{id}', { id })
  }

  async conversation(number: number): Promise<readonly Post[]> {
    return this.#list('GET /repos/{owner}/{repo}/issues/{number}/comments', { ...this.#place, number }, answers.post)
  }

  async createComment(number: number, body: string): Promise<Post> {
    await this.#pace.beforeWrite()
    const data = await this.#call('POST /issues/{number}/comments', { number, body })
    return answers.post(data)
  }

  async updateComment(id: number, body: string): Promise<Post> {
    await this.#pace.beforeWrite()
    const data = await this.#call('PATCH /issues/comments/{id}', { id, body })
    return answers.post(data)
  }

  async deleteComment(id: number): Promise<void> {
    await this.#pace.beforeWrite()
    await this.#call('DELETE /issues/comments/{id}', { id })
  }

  /** The name under which this token posts, as REST writes it: `github-actions[bot]` for the workflow's own token. */
  async viewer(): Promise<string> {
    return answers.viewerLogin(await this.#graphql('read', 'query { viewer { login } }', {}))
  }

  /** The threads of a pull request's review comments; those whose first comment is gone are left out. */
  async reviewThreads(number: number): Promise<readonly ThreadState[]> {
    const threads: ThreadState[] = []
    let after: string | null = null
    do {
      const page = answers.threadPage(await this.#graphql('read', THREADS, { ...this.#place, number, after }))
      threads.push(...page.threads)
      after = page.next
    } while (after !== null)
    return threads
  }

  /** Needs `contents: write`, which most tokens of workflows do not have (github/gh-aw#35726). */
  async resolveThreads(ids: readonly string[]): Promise<void> {
    const field = (id: string) => `resolveReviewThread(input: { threadId: ${id} }) { thread { id } }`
    await this.#mutate(ids, field)
  }

  /** Hides comments as outdated. */
  async hideComments(nodeIds: readonly string[]): Promise<void> {
    const field = (id: string) =>
      `minimizeComment(input: { subjectId: ${id}, classifier: OUTDATED }) { minimizedComment { isMinimized } }`
    await this.#mutate(nodeIds, field)
  }

  /** One mutation for each id, many in one call; GitHub carries out those that it does not refuse. */
  async #mutate(ids: readonly string[], field: (id: string) => string): Promise<void> {
    for (let start = 0; start < ids.length; start += MUTATIONS_PER_CALL) {
      const some = ids.slice(start, start + MUTATIONS_PER_CALL)
      const declared = some.map((_, i) => `$id${i}: ID!`).join(', ')
      const fields = some.map((_, i) => `  done${i}: ${field(`$id${i}`)}`).join('\n')
      await this.#pace.beforeWrite()
      const variables = Object.fromEntries(some.map((id, i) => [`id${i}`, id]))
      await this.#graphql('repeatable', `mutation (${declared}) {\n${fields}\n}`, variables)
    }
  }

  /** One call below the repository; what `{…}` in the route names is taken from the parameters. */
  async #call(route: Route, parameters: Readonly<Record<string, unknown>>): Promise<unknown> {
    const [method, path] = route.split(' ')
    const { data } = await this.#octokit.request(`${method} /repos/{owner}/{repo}${path}`, {
      ...this.#place,
      ...parameters,
    })
    return data
  }

  /**
   * All pages of a list, each of its entries read by `read`. GitHub names the next page in a header; one on another host
   * is refused where it would be asked for.
   */
  async #list<T>(route: string, parameters: Readonly<Record<string, unknown>>, read: (entry: unknown) => T) {
    const entries: T[] = []
    let answer = await this.#octokit.request(route, { ...parameters, per_page: PAGE_SIZE })
    for (;;) {
      for (const entry of answers.list(answer.data)) entries.push(read(entry))
      const next = /<([^<>]+)>;\s*rel="next"/.exec(answer.headers.link ?? '')?.[1]
      if (next === undefined) return entries
      answer = await this.#octokit.request(`GET ${next}`)
    }
  }

  #graphql(kind: CallKind, query: string, variables: Readonly<Record<string, unknown>>): Promise<unknown> {
    return this.#send(kind, () => this.#octokit.graphql<unknown>(query, { ...variables }))
  }

  /** Every call goes out here, and what it fails with is told. */
  async #send<T>(kind: CallKind, call: () => Promise<T>): Promise<T> {
    try {
      return await this.#pace.send(kind, call)
    } catch (thrown) {
      throw withoutSecrets(thrown, this.#secrets)
    }
  }
}

const THREADS = `query ($owner: String!, $repo: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $repo) {
    pullRequest(number: $number) {
      reviewThreads(first: ${PAGE_SIZE}, after: $after) {
        nodes { id isResolved comments(first: 1) { nodes { id isMinimized } } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
}`
