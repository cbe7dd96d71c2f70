import {
  applicable,
  beginReview,
  comment,
  commitSuggestions,
  deleteComment,
  headText,
  push,
  pushBase,
  rebase,
  resolveThread,
  squash,
} from './fake-github/people.js'
import type { Fault } from './fake-github/server.js'
import type { Pull, StoredComment } from './fake-github/state.js'
import { blockingStatement, policy, READ, type Statement } from './policies.js'
import { type Scenario, standing } from './scenario.js'

/** Numbers of 0 up to 1 that a seed decides (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A policy of the base that the pull request never touches: its statement is never in the diff. */
export const LEGACY = { 'legacy.json': policy(blockingStatement('Legacy', 'legacy')) }

/** One pull request to which things happen as chance has it; all that happened is in `history`. */
export class Soak {
  readonly history: string[] = []
  readonly #scenario: Scenario
  readonly #pull: Pull
  readonly #random: () => number
  #statements = 0
  #files = 0

  constructor(scenario: Scenario, pull: Pull, random: () => number) {
    this.#scenario = scenario
    this.#pull = pull
    this.#random = random
  }

  chance(share: number): boolean {
    return this.#random() < share
  }

  #pick<T>(all: readonly T[]): T | undefined {
    return all[Math.floor(this.#random() * all.length)]
  }

  /** Two policies to begin with. */
  begin(): void {
    for (let i = 0; i < 2; i++) this.push({ [this.#newFile()]: policy(...this.#newStatements()) })
  }

  /** Something that people do to the branches. */
  change(): void {
    this.#do([
      ['push a new policy', () => this.push({ [this.#newFile()]: policy(...this.#newStatements()) })],
      ['push a new statement', () => this.#edit((list) => [...list, ...this.#newStatements().slice(0, 1)])],
      ['push lines above', () => this.#edit((list) => [{ ...READ, Sid: `R${this.#statements}` }, ...list])],
      ['push another order', () => this.#edit((list) => [...list].reverse())],
      ['push without a statement', () => this.#edit((list) => list.slice(1))],
      [
        'push a fix',
        () => this.#edit((list) => list.map((each, i) => (i === 0 ? { ...each, Effect: 'Allow' } : each))),
      ],
      ['push a fix taken back', () => this.#edit((list) => list.map((each) => ({ ...each, Effect: 'Deny' })))],
      ['push tabs', () => this.#retab()],
      ['push a removal', () => this.#remove()],
      ['push a rename', () => this.#rename()],
      ['push something else', () => this.push({ 'notes.txt': `${this.#random()}\n` })],
      ['push to the base', () => pushBase(this.#pull, { 'base.txt': `${this.#random()}\n` })],
      ['rebase', () => rebase(this.#pull)],
      ['squash', () => squash(this.#pull)],
      ['commit suggestions', () => this.#commitSome()],
      [
        'commit suggestions and resolve',
        () => {
          for (const each of this.#commitSome()) resolveThread(this.#pull, each)
        },
      ],
    ])
  }

  /** Something that people do to what is said. */
  talk(): void {
    this.#do([
      ['reply', () => this.#onComment((each) => this.#pull.reply(each.id, 'Why?'))],
      ['resolve', () => this.#onComment((each) => resolveThread(this.#pull, each))],
      ['hide', () => this.#onComment((each) => Object.assign(each, { hidden: 'off-topic' }))],
      ['delete', () => this.#onComment((each) => deleteComment(this.#pull, each))],
      ['comment', () => this.#onComment(({ path }) => comment(this.#pull, path, 2, 'Looks odd.'))],
      ['comment with our mark', () => this.#onComment((each) => this.#forge(each))],
      ['begin a review', () => this.#onComment(({ path }) => beginReview(this.#pull, path, 3))],
      ['draft', () => Object.assign(this.#pull, { draft: !this.#pull.draft })],
      ['lock or unlock', () => Object.assign(this.#pull, { locked: !this.#pull.locked })],
      ['close or reopen', () => Object.assign(this.#pull, { open: !this.#pull.open })],
      ['react', () => this.#onComment((each) => Object.assign(each, { reactions: 1 }))],
      [
        'react to the summary',
        () => this.#pull.conversation.forEach((each) => void Object.assign(each, { reactions: 1 })),
      ],
    ])
  }

  #do(all: readonly (readonly [name: string, act: () => void])[]): void {
    const [name, act] = this.#pick(all) ?? ['nothing', () => undefined]
    this.history.push(name)
    act()
  }

  /** Somebody else writes the very text of one of the action's comments, on the same lines. */
  #forge(own: StoredComment): void {
    const place = this.#pull.place(own)
    if (place !== null) comment(this.#pull, own.path, place.line, own.body)
  }

  push(files: Parameters<typeof push>[1]): void {
    push(this.#pull, files)
  }

  /** Something that goes wrong in the next run. */
  trouble(): void {
    const body = (message: string) => ({ message })
    const limit = {
      status: 403,
      headers: { 'retry-after': '1' },
      body: body('You have exceeded a secondary rate limit'),
    }
    const writes = [
      ...['pulls/create-review', 'issues/create-comment', 'issues/update-comment', 'pulls/update-review-comment'],
      ...['pulls/delete-review-comment', 'graphql:minimizeComment', 'graphql:resolveReviewThread'],
    ]
    const reads = [
      ...['pulls/get', 'pulls/list-files', 'pulls/list-reviews', 'pulls/list-review-comments'],
      ...['issues/list-comments', 'git/get-blob', 'graphql:viewer', 'graphql:repository'],
    ]
    const answers = [
      ...(['close', { status: 500 }, { status: 502 }] as const),
      ...[
        limit,
        { status: 403, body: body('Resource not accessible by integration') },
        { status: 404, body: body('Not Found') },
      ],
    ]
    const times = 1 + Math.floor(this.#random() * 4)
    const operation = this.#pick(this.chance(0.6) ? writes : reads) ?? ''
    const answer = this.#pick(answers) ?? 'close'
    const lost = answer === 'close' || (answer.status >= 500 && this.chance(0.5))
    const fault: Fault = { operation, answer, times, when: lost && this.chance(0.5) ? 'after' : 'before' }
    this.history.push(`(${operation} ${answer === 'close' ? answer : answer.status} ${fault.when}, ${times} times)`)
    this.#scenario.github.faults.push(fault)
  }

  /** The head moves while the next run is at work. */
  surprise(): void {
    const { github } = this.#scenario
    let left = 2 + Math.floor(this.#random() * 8)
    this.history.push(`(a push before call ${left})`)
    github.onRequest = () => {
      left -= 1
      if (left === 0) this.push({ 'notes.txt': `${this.#random()}\n` })
    }
  }

  calm(): void {
    this.#scenario.github.faults.length = 0
    this.#scenario.github.onRequest = () => undefined
  }

  #newFile(): string {
    return `policies/${++this.#files}.json`
  }

  #newStatements(): readonly Statement[] {
    const bucket = `bucket-${this.#files}`
    return Array.from({ length: 1 + Math.floor(this.#random() * 3) }, () =>
      blockingStatement(`S${++this.#statements}`, bucket),
    )
  }

  #paths(): readonly string[] {
    return Object.keys(headPolicies(this.#pull)).filter((path) => path.startsWith('policies/'))
  }

  #edit(change: (list: readonly Statement[]) => readonly Statement[]): void {
    const path = this.#pick(this.#paths())
    if (path === undefined) return
    const list = change(headPolicies(this.#pull)[path] ?? [])
    this.push({ [path]: policy(...list) })
  }

  #retab(): void {
    const path = this.#pick(this.#paths())
    if (path !== undefined) this.push({ [path]: headText(this.#pull, path).replaceAll('  ', '\t') })
  }

  #remove(): void {
    const path = this.#pick(this.#paths())
    if (path !== undefined) this.push({ [path]: null })
  }

  #rename(): void {
    const path = this.#pick(this.#paths())
    if (path !== undefined) this.push({ [path]: null, [this.#newFile()]: headText(this.#pull, path) })
  }

  #commitSome(): readonly StoredComment[] {
    // The page takes one suggestion for a line into a batch; two runs at once may have posted it twice.
    const lines = new Set<string>()
    const some = applicable(this.#pull).filter((each) => {
      const line = `${each.path}:${this.#pull.place(each)?.line}`
      if (each.user.login !== this.#scenario.github.user.login || lines.has(line) || !this.chance(0.5)) return false
      lines.add(line)
      return true
    })
    if (some.length > 0) commitSuggestions(this.#pull, some)
    return some
  }

  #onComment(act: (comment: StoredComment) => void): void {
    const one = this.#pick(standing(this.#scenario.github, this.#pull))
    if (one !== undefined && this.#pull.repository.file(this.#pull.headSha, one.path) !== null) act(one)
  }
}

/** The statements of every policy of the head, by path. */
export function headPolicies({ repository, headSha }: Pull): Record<string, readonly Statement[]> {
  const paths = repository.tree(headSha, true).flatMap(({ path, type }) => (type === 'blob' ? [String(path)] : []))
  return Object.fromEntries(
    paths
      .filter((path) => path.endsWith('.json'))
      .map((path) => [path, JSON.parse(String(repository.file(headSha, path))).Statement]),
  )
}
