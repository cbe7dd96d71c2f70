import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const REPOSITORY = 'example/storage'
const HEAD = '2f6d1c0b7a9e4d5f8c3b1a0e9d8c7b6a5f4e3d2c'
const LOGIN = 'github-actions[bot]'

/**
 * Runs the built action as a workflow would, on a pull request that adds `added` to a repository that holds `present`
 * (path → text each), against a server on this machine that answers as GitHub does in the simplest case.
 *
 * @returns the review comments and the conversation comments that it posted, as it sent them, and the job summary
 */
export async function runOnPullRequest(action, { added, present, inputs }) {
  const folder = mkdtempSync(join(tmpdir(), 'pull-request-'))
  const posted = { reviewComments: [], comments: [] }
  const server = createServer((request, response) => void answer(request, response, { added, present, posted }))
  try {
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
    const workspace = join(folder, 'workspace')
    for (const [path, text] of Object.entries({ ...present, ...added })) write(join(workspace, path), text)
    const address = `http://127.0.0.1:${server.address().port}`
    const log = await run(action, workspace, environment(folder, workspace, address, inputs))
    if (posted.reviewComments.length === 0) throw new Error(`the action posted no review comment:\n${log}`)
    return { ...posted, jobSummary: readFileSync(join(folder, 'STEP_SUMMARY'), 'utf8') }
  } finally {
    server.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function environment(folder, workspace, address, inputs) {
  const event = join(folder, 'event.json')
  const repo = { full_name: REPOSITORY }
  const pull = { number: 1, head: { sha: HEAD, repo }, base: { sha: '1'.repeat(40), repo }, locked: false }
  writeFileSync(event, JSON.stringify({ pull_request: pull, repository: repo }))
  const files = Object.fromEntries(
    ['OUTPUT', 'STEP_SUMMARY', 'STATE', 'ENV', 'PATH'].map((name) => [`GITHUB_${name}`, join(folder, name)]),
  )
  for (const file of Object.values(files)) writeFileSync(file, '')
  return {
    PATH: process.env.PATH,
    ...files,
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION_REPOSITORY: 'owner/clumio-policy-check',
    GITHUB_ACTION_REF: 'v1',
    GITHUB_API_URL: address,
    GITHUB_GRAPHQL_URL: `${address}/graphql`,
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_EVENT_PATH: event,
    GITHUB_JOB: 'check',
    GITHUB_REF: 'refs/pull/1/merge',
    GITHUB_REPOSITORY: REPOSITORY,
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_ID: '1',
    GITHUB_SHA: HEAD,
    GITHUB_WORKFLOW: 'clumio-policy-check',
    GITHUB_WORKFLOW_REF: `${REPOSITORY}/.github/workflows/clumio-policy-check.yml@refs/pull/1/merge`,
    GITHUB_WORKSPACE: workspace,
    RUNNER_TEMP: folder,
    INPUT_TOKEN: 'token',
    ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
  }
}

/** The process's output. Its findings make it fail, which is expected here. */
function run(action, cwd, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [action], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let log = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (log += chunk))
    child.on('error', reject)
    child.on('close', () => resolve(log))
  })
}

async function answer(request, response, { added, present, posted }) {
  const path = new URL(request.url, 'http://localhost').pathname.replace(`/repos/${REPOSITORY}`, '')
  const body = await json(request)
  const send = (status, value) => {
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(value))
  }
  if (path === '/graphql') return send(200, { data: { viewer: { login: LOGIN } } })
  if (path === '/pulls/1') return send(200, { number: 1, state: 'open', locked: false, head: { sha: HEAD } })
  if (path === '/pulls/1/files') return send(200, Object.entries(added).map(pullFile))
  if (request.method === 'GET') {
    const text = present[decodeURIComponent(path.replace('/contents/', ''))]
    if (text !== undefined) return send(200, { type: 'file', encoding: 'base64', ...content(text) })
    // Nothing was posted before, and the base branch has no configuration.
    return path.startsWith('/contents/') ? send(404, { message: 'Not Found' }) : send(200, [])
  }
  if (path === '/pulls/1/reviews') posted.reviewComments.push(...body.comments)
  if (path === '/issues/1/comments') posted.comments.push(body.body)
  return send(200, {
    id: 1,
    body: body.body,
    user: { login: LOGIN },
    html_url: `https://github.com/${REPOSITORY}/pull/1`,
  })
}

async function json(request) {
  let text = ''
  for await (const chunk of request) text += chunk
  return text === '' ? {} : JSON.parse(text)
}

/** An added file as `GET /pulls/{n}/files` lists it. */
function pullFile([filename, text]) {
  const lines = text.replace(/\n$/, '').split('\n')
  return {
    filename,
    status: 'added',
    sha: content(text).sha,
    additions: lines.length,
    deletions: 0,
    changes: lines.length,
    patch: [`@@ -0,0 +1,${lines.length} @@`, ...lines.map((line) => `+${line}`)].join('\n'),
  }
}

/** A text as Git's blob. */
function content(text) {
  const bytes = Buffer.from(text)
  const sha = createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
  return { sha, content: bytes.toString('base64') }
}

function write(path, text) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}
