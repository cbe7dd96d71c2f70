import { readFileSync } from 'node:fs'
import { FORK, REPOSITORY, repositoryId, WEB } from './names.js'
import { type Json, object } from './spec.js'
import type { Pull } from './state.js'

/** GitHub's published examples of webhook payloads: see scripts/trim-webhooks.mjs. */
const EXAMPLES = object(object(JSON.parse(readFileSync(new URL('./webhooks.json', import.meta.url), 'utf8'))).examples)

/** What starts a workflow. */
export interface Event {
  readonly name: string
  readonly payload: Json
}

const NOBODY = '0'.repeat(40)

/** The example of an event, with our repository and sender in it. */
function example(name: string): Json {
  const payload = object(structuredClone(EXAMPLES[name]))
  const repository = repositoryIn(object(payload.repository), REPOSITORY)
  return { ...payload, repository, sender: { ...object(payload.sender), login: 'somebody' } }
}

function repositoryIn(template: Json, name: string): Json {
  const [owner = '', repo = ''] = name.split('/')
  return {
    ...template,
    id: repositoryId(name),
    name: repo,
    full_name: name,
    fork: name === FORK,
    owner: { ...object(template.owner), login: owner },
    html_url: `${WEB}/${name}`,
  }
}

/** The `pull_request` part of an event's payload. */
export function pullPayload(pull: Pull): Json {
  const template = object(example('pull_request').pull_request)
  const side = (given: unknown, ref: string, sha: string, name: string | null): Json => {
    const own = object(given)
    return { ...own, ref, sha, repo: name === null ? null : repositoryIn(object(own.repo), name) }
  }
  return {
    ...template,
    number: pull.number,
    title: pull.title,
    html_url: `${WEB}/${REPOSITORY}/pull/${pull.number}`,
    user: { ...object(template.user), login: pull.author.login, type: pull.author.type },
    state: pull.open ? 'open' : 'closed',
    locked: pull.locked,
    draft: pull.draft,
    head: side(template.head, pull.headBranch, pull.headSha, pull.headRepository),
    base: side(template.base, pull.base, pull.baseSha, REPOSITORY),
  }
}

export function pullEvent(
  pull: Pull,
  name: 'pull_request' | 'pull_request_target' = 'pull_request',
  action = 'synchronize',
): Event {
  const payload = { ...example('pull_request'), action, number: pull.number, pull_request: pullPayload(pull) }
  return { name, payload: { ...payload, before: NOBODY, after: pull.headSha } }
}

export function pushEvent(after: string, before: string = NOBODY, branch = 'main'): Event {
  const payload = { ...example('push'), ref: `refs/heads/${branch}`, before, after, created: before === NOBODY }
  return { name: 'push', payload }
}

export function mergeGroupEvent(head: string, base: string): Event {
  const payload = example('merge_group')
  const head_ref = `refs/heads/gh-readonly-queue/main/pr-1-${base}`
  return {
    name: 'merge_group',
    payload: { ...payload, merge_group: { ...object(payload.merge_group), head_sha: head, base_sha: base, head_ref } },
  }
}

/** A finished run on a pull request. As on GitHub, it names the pull request only when that is not from a fork. */
export function workflowRunEvent(pull: Pull, more: Json = {}): Event {
  const payload = example('workflow_run')
  const run = object(payload.workflow_run)
  const head = pull.headRepository
  const minimal = (ref: string, sha: string) => ({
    ref,
    sha,
    repo: { id: repositoryId(REPOSITORY), name: REPOSITORY.split('/')[1] },
  })
  const own = {
    id: pull.number,
    number: pull.number,
    head: minimal(pull.headBranch, pull.headSha),
    base: minimal(pull.base, pull.baseSha),
  }
  return {
    name: 'workflow_run',
    payload: {
      ...payload,
      workflow_run: {
        ...run,
        event: 'pull_request',
        head_branch: pull.headBranch,
        head_sha: pull.headSha,
        head_commit: { ...object(run.head_commit), id: pull.headSha },
        head_repository: head === null ? null : repositoryIn(object(run.head_repository), head),
        repository: repositoryIn(object(run.repository), REPOSITORY),
        pull_requests: pull.fork ? [] : [own],
        ...more,
      },
    },
  }
}

/** It has almost nothing. */
export function scheduleEvent(): Event {
  return { name: 'schedule', payload: { schedule: '0 0 * * *' } }
}

export function dispatchEvent(): Event {
  return { name: 'workflow_dispatch', payload: { ...example('workflow_dispatch'), inputs: null } }
}
