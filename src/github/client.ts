import { getOctokit } from '@actions/github'
import { failureOf, retryAfter } from './failure.js'
import {
  LONGEST_WAIT_MS,
  PAGE_SIZE,
  READ_RETRY_PAUSE_MS,
  READ_TRIES,
  REQUEST_TIMEOUT_MS,
  SECONDARY_WAIT_MS,
  TOTAL_WAIT_MS,
  WRITE_PAUSE_MS,
} from './limits.js'

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

export interface Clock {
  /** Milliseconds since the epoch. */
  readonly now: () => number
  readonly sleep: (milliseconds: number) => Promise<void>
}

const SYSTEM_CLOCK: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
}

/** A pull request as it is now. */
export interface PullState {
  readonly headSha: string
  readonly locked: boolean
  readonly open: boolean
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
  readonly body: string
  readonly login: string | null
  readonly path: string
  /** The comment's lines in the current head; null when it is outdated. */
  readonly startLine: number | null
  readonly line: number | null
  readonly inReplyTo: number | null
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
 * The calls of this action, all pages of every list. Reading calls are tried again within limits; a writing call only
 * when GitHub refused it for being too early, for then nothing was done. Writes go out one after the other, a second
 * apart. Errors are the client's own: read them with `failureOf`.
 */
export class GitHubClient {
  readonly #octokit: Octokit
  readonly #place: { readonly owner: string; readonly repo: string }
  readonly #clock: Clock
  #waited = 0
  #lastWrite: number | null = null

  constructor(options: ClientOptions) {
    this.#place = { owner: options.owner, repo: options.repo }
    this.#clock = options.clock ?? SYSTEM_CLOCK
    const quiet = () => undefined
    this.#octokit = getOctokit(options.token, {
      baseUrl: options.apiUrl,
      userAgent: options.userAgent,
      // The default logger prints GitHub's texts, which are not ours to trust.
      log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    })
    this.#octokit.hook.wrap('request', async (request, parameters) => {
      const reads = parameters.method === 'GET' || parameters.url.endsWith('/graphql')
      return this.#insist(reads, async () => {
        const signal = AbortSignal.timeout(REQUEST_TIMEOUT_MS)
        return request({ ...parameters, request: { ...parameters.request, signal } })
      })
    })
  }

  async pull(number: number): Promise<PullState> {
    const { data } = await this.#octokit.rest.pulls.get({ ...this.#place, pull_number: number })
    return { headSha: data.head.sha, locked: data.locked, open: data.state === 'open' }
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
    await this.#beforeWrite()
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
      body: comment.body,
      login: comment.user?.login ?? null,
      path: comment.path,
      startLine: comment.start_line ?? comment.line ?? null,
      line: comment.line ?? null,
      inReplyTo: comment.in_reply_to_id ?? null,
    }))
  }

  async updateReviewComment(id: number, body: string): Promise<void> {
    await this.#beforeWrite()
    await this.#octokit.rest.pulls.updateReviewComment({ ...this.#place, comment_id: id, body })
  }

  async deleteReviewComment(id: number): Promise<void> {
    await this.#beforeWrite()
    await this.#octokit.rest.pulls.deleteReviewComment({ ...this.#place, comment_id: id })
  }

  async conversation(number: number): Promise<readonly Post[]> {
    const { rest, paginate } = this.#octokit
    const list = await paginate(rest.issues.listComments, { ...this.#place, issue_number: number, per_page: PAGE_SIZE })
    return list.map(postOf)
  }

  async createComment(number: number, body: string): Promise<Post> {
    await this.#beforeWrite()
    const { data } = await this.#octokit.rest.issues.createComment({ ...this.#place, issue_number: number, body })
    return postOf(data)
  }

  async updateComment(id: number, body: string): Promise<Post> {
    await this.#beforeWrite()
    const { data } = await this.#octokit.rest.issues.updateComment({ ...this.#place, comment_id: id, body })
    return postOf(data)
  }

  /** The name under which this token posts, as REST writes it: `github-actions[bot]` for the workflow's own token. */
  async viewer(): Promise<string> {
    const data = await this.#octokit.graphql<{ viewer: { login: string } }>('query { viewer { login } }')
    return data.viewer.login
  }

  /** Keeps a second between writes, measured from the end of the previous pause. */
  async #beforeWrite(): Promise<void> {
    const now = this.#clock.now()
    if (this.#lastWrite !== null) await this.#clock.sleep(Math.max(0, this.#lastWrite + WRITE_PAUSE_MS - now))
    this.#lastWrite = this.#clock.now()
  }

  async #insist<T>(reads: boolean, call: () => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      try {
        return await call()
      } catch (thrown) {
        const wait = this.#waitFor(thrown, reads, tries)
        if (wait === null || tries >= READ_TRIES || this.#waited + wait > TOTAL_WAIT_MS) throw thrown
        this.#waited += wait
        await this.#clock.sleep(wait)
      }
    }
  }

  /** How long to wait before the same call may go out again; null when it must not. */
  #waitFor(thrown: unknown, reads: boolean, tries: number): number | null {
    const { kind } = failureOf(thrown)
    if (kind === 'rate-limit') {
      const asked = retryAfter(thrown, this.#clock.now()) ?? SECONDARY_WAIT_MS
      return asked <= LONGEST_WAIT_MS ? asked : null
    }
    return reads && kind === 'unclear' ? READ_RETRY_PAUSE_MS * 2 ** (tries - 1) : null
  }
}
