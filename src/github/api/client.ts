import { getOctokit } from '@actions/github'
import { failureOf } from './failure.js'
import { MUTATIONS_PER_CALL, PAGE_SIZE } from './limits.js'
import { type CallKind, type Clock, Pace } from './pace.js'

type Octokit = ReturnType<typeof getOctokit>

export interface ClientOptions {
  readonly token: string
  /** `GITHUB_API_URL`. */
  readonly apiUrl: string
  readonly owner: string
  readonly repo: string
  readonly userAgent: string
  /** Time, for tests. */
  readonly clock?: Clock
}

/** A pull request as it is now. */
export interface PullState {
  readonly headSha: string
  readonly locked: boolean
  readonly open: boolean
}

/** A pull request that a commit belongs to. */
export interface CommitPull {
  readonly number: number
  readonly open: boolean
  readonly locked: boolean
  readonly headSha: string
  readonly baseSha: string
  readonly baseRepositoryId: number
}

export interface PullFile {
  readonly path: string
  readonly previousPath: string | null
  readonly status: string
  /** Blob id in the head; null where GitHub gives none. */
  readonly sha: string | null
  readonly changes: number
  /** Missing for binary files, pure renames and large diffs. */
  readonly patch: string | null
}

export interface NewComment {
  readonly path: string
  readonly startLine: number
  readonly endLine: number
  readonly body: string
}

export interface ReviewComment {
  readonly id: number
  /** The same comment in GraphQL. */
  readonly nodeId: string
  readonly body: string
  readonly login: string | null
  readonly path: string
  /** The comment's lines in the current head; null when it is outdated. */
  readonly startLine: number | null
  readonly line: number | null
  readonly inReplyTo: number | null
}

/** The thread of a review comment, which only GraphQL tells. */
export interface ThreadState {
  readonly id: string
  readonly resolved: boolean
  /** GraphQL's id of the comment that began it, and whether it is hidden. */
  readonly firstComment: string
  readonly hidden: boolean
}

/** A review or a comment of the conversation. */
export interface Post {
  readonly id: number
  readonly body: string
  readonly login: string | null
  readonly url: string
}

/** A review or comment as REST returns it; some reviews without a text have null for it, though described as a string. */
interface RestPost {
  readonly id: number
  readonly body?: string | null
  readonly user: { readonly login: string } | null
  readonly html_url: string
}

function postOf({ id, body, user, html_url }: RestPost): Post {
  return { id, body: body ?? '', login: user?.login ?? null, url: html_url }
}

/**
 * The calls of this action, all pages of every list, at the pace and within the budget of a run. Errors are the
 * client's own: read them with `failureOf`.
 */
export class GitHubClient {
  readonly #octokit: Octokit
  readonly #place: { readonly owner: string; readonly repo: string }
  readonly #pace: Pace

  constructor(options: ClientOptions) {
    this.#place = { owner: options.owner, repo: options.repo }
    this.#pace = new Pace(options.clock)
    const quiet = () => undefined
    this.#octokit = getOctokit(options.token, {
      baseUrl: options.apiUrl,
      userAgent: options.userAgent,
      // The default logger prints GitHub's texts, which are not ours to trust.
      log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    })
    this.#octokit.hook.wrap('request', async (request, parameters) => {
      // GraphQL fails with status 200, which is seen only behind this hook: `#graphql` paces its own calls.
      if (parameters.url.endsWith('/graphql')) return request(parameters)
      const kind = parameters.method === 'GET' ? 'read' : parameters.method === 'POST' ? 'once' : 'repeatable'
      return this.#pace.send(kind, async (signal) =>
        request({ ...parameters, request: { ...parameters.request, signal } }),
      )
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

  async pull(number: number): Promise<PullState> {
    const { data } = await this.#octokit.rest.pulls.get({ ...this.#place, pull_number: number })
    return { headSha: data.head.sha, locked: data.locked, open: data.state === 'open' }
  }

  /**
   * The pull requests of a commit, of whatever repository they are into.
   *
   * @param repository `owner/name` of the repository the commit is in: a fork's commits are not known by the base's name
   */
  async pullsOf(repository: string, sha: string): Promise<readonly CommitPull[]> {
    const [owner = '', repo = ''] = repository.split('/')
    const { rest, paginate } = this.#octokit
    const pulls = await paginate(rest.repos.listPullRequestsAssociatedWithCommit, {
      owner,
      repo,
      commit_sha: sha,
      per_page: PAGE_SIZE,
    })
    return pulls.map(({ number, state, locked, head, base }) => ({
      number,
      open: state === 'open',
      locked,
      headSha: head.sha,
      baseSha: base.sha,
      baseRepositoryId: base.repo.id,
    }))
  }

  async files(number: number): Promise<readonly PullFile[]> {
    const files = await this.#octokit.paginate(this.#octokit.rest.pulls.listFiles, {
      ...this.#place,
      pull_number: number,
      per_page: PAGE_SIZE,
    })
    return files.map((file) => ({
      path: file.filename,
      previousPath: file.previous_filename ?? null,
      status: file.status,
      sha: file.sha,
      changes: file.changes,
      patch: file.patch ?? null,
    }))
  }

  /** The files that differ between the merge base of two commits and the second; the first page holds all GitHub gives. */
  async comparedFiles(base: string, head: string): Promise<readonly string[]> {
    const basehead = `${base}...${head}`
    const { data } = await this.#octokit.rest.repos.compareCommitsWithBasehead({ ...this.#place, basehead })
    return (data.files ?? []).map((file) => file.filename)
  }

  async blob(sha: string): Promise<Uint8Array> {
    const { data } = await this.#octokit.rest.git.getBlob({ ...this.#place, file_sha: sha })
    return Buffer.from(data.content, data.encoding === 'base64' ? 'base64' : 'utf8')
  }

  /** A file's blob id and, where the call carries it (up to 1 MB), its content. Null when there is no such file. */
  async contents(
    path: string,
    ref: string,
  ): Promise<{ readonly sha: string; readonly bytes: Uint8Array | null } | null> {
    try {
      const { data } = await this.#octokit.rest.repos.getContent({ ...this.#place, path, ref })
      if (Array.isArray(data) || data.type !== 'file') return null
      const bytes = data.encoding === 'base64' ? Buffer.from(data.content, 'base64') : null
      return { sha: data.sha, bytes }
    } catch (thrown) {
      if (failureOf(thrown).status === 404) return null
      throw thrown
    }
  }

  async reviews(number: number): Promise<readonly Post[]> {
    const { rest, paginate } = this.#octokit
    const reviews = await paginate(rest.pulls.listReviews, { ...this.#place, pull_number: number, per_page: PAGE_SIZE })
    return reviews.map(postOf)
  }

  async createReview(
    number: number,
    review: { readonly commit: string; readonly body: string; readonly comments: readonly NewComment[] },
  ): Promise<Post> {
    await this.#pace.beforeWrite()
    const { data } = await this.#octokit.rest.pulls.createReview({
      ...this.#place,
      pull_number: number,
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
    return postOf(data)
  }

  async reviewComments(number: number): Promise<readonly ReviewComment[]> {
    const { rest, paginate } = this.#octokit
    const list = await paginate(rest.pulls.listReviewComments, {
      ...this.#place,
      pull_number: number,
      per_page: PAGE_SIZE,
    })
    return list.map((comment) => ({
      id: comment.id,
      nodeId: comment.node_id,
      body: comment.body,
      login: comment.user?.login ?? null,
      path: comment.path,
      startLine: comment.start_line ?? comment.line ?? null,
      line: comment.line ?? null,
      inReplyTo: comment.in_reply_to_id ?? null,
    }))
  }

  async updateReviewComment(id: number, body: string): Promise<void> {
    await this.#pace.beforeWrite()
    await this.#octokit.rest.pulls.updateReviewComment({ ...this.#place, comment_id: id, body })
  }

  async deleteReviewComment(id: number): Promise<void> {
    await this.#pace.beforeWrite()
    await this.#octokit.rest.pulls.deleteReviewComment({ ...this.#place, comment_id: id })
  }

  async conversation(number: number): Promise<readonly Post[]> {
    const { rest, paginate } = this.#octokit
    const list = await paginate(rest.issues.listComments, { ...this.#place, issue_number: number, per_page: PAGE_SIZE })
    return list.map(postOf)
  }

  async createComment(number: number, body: string): Promise<Post> {
    await this.#pace.beforeWrite()
    const { data } = await this.#octokit.rest.issues.createComment({ ...this.#place, issue_number: number, body })
    return postOf(data)
  }

  async updateComment(id: number, body: string): Promise<Post> {
    await this.#pace.beforeWrite()
    const { data } = await this.#octokit.rest.issues.updateComment({ ...this.#place, comment_id: id, body })
    return postOf(data)
  }

  /** The name under which this token posts, as REST writes it: `github-actions[bot]` for the workflow's own token. */
  async viewer(): Promise<string> {
    const data = await this.#graphql<{ viewer: { login: string } }>('read', 'query { viewer { login } }', {})
    return data.viewer.login
  }

  /** The threads of a pull request's review comments; those whose first comment is gone are left out. */
  async reviewThreads(number: number): Promise<readonly ThreadState[]> {
    const threads: ThreadState[] = []
    let after: string | null = null
    do {
      const data: ThreadsAnswer = await this.#graphql('read', THREADS, { ...this.#place, number, after })
      const { nodes, pageInfo } = data.repository.pullRequest.reviewThreads
      for (const { id, isResolved, comments } of nodes) {
        const [first] = comments.nodes
        if (first === undefined) continue
        threads.push({ id, resolved: isResolved, firstComment: first.id, hidden: first.isMinimized })
      }
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null
    } while (after !== null)
    return threads
  }

  /** Needs `contents: write`, which most tokens of workflows do not have (github/gh-aw#35726). */
  async resolveThreads(ids: readonly string[]): Promise<void> {
    const field = (id: string) => `resolveReviewThread(input: { threadId: ${id} }) { thread { id } }`
    await this.#mutate(ids, field)
  }

  /** Hides comments behind a word that says why. */
  async hideComments(nodeIds: readonly string[], why: 'RESOLVED' | 'OUTDATED'): Promise<void> {
    const field = (id: string) =>
      `minimizeComment(input: { subjectId: ${id}, classifier: ${why} }) { minimizedComment { isMinimized } }`
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

  #graphql<T>(kind: CallKind, query: string, variables: Readonly<Record<string, unknown>>): Promise<T> {
    return this.#pace.send(kind, (signal) => this.#octokit.graphql<T>(query, { ...variables, request: { signal } }))
  }
}

interface ThreadsAnswer {
  readonly repository: {
    readonly pullRequest: {
      readonly reviewThreads: {
        readonly nodes: readonly {
          readonly id: string
          readonly isResolved: boolean
          readonly comments: { readonly nodes: readonly { readonly id: string; readonly isMinimized: boolean }[] }
        }[]
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
      }
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
