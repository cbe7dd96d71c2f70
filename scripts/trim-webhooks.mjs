// Makes __tests__/support/fake-github/webhooks.json: GitHub's published examples of the payloads that the action meets.
// Run by hand when they should be renewed:
//
//   cd "$(mktemp -d)" && npm pack @octokit/webhooks-examples@7.6.1 && tar xzf octokit-webhooks-examples-*.tgz
//   node scripts/trim-webhooks.mjs <that folder>/package
//
// Left out are the addresses of the API (`*_url`, `_links`), of which each object holds dozens.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const WANTED = {
  pull_request: ({ action }) => action === 'synchronize',
  push: ({ ref, commits }) => ref.startsWith('refs/heads/') && commits.length > 0,
  merge_group: ({ action }) => action === 'checks_requested',
  workflow_run: ({ action, workflow_run: run }) => action === 'completed' && run.pull_requests.length > 0,
  workflow_dispatch: () => true,
}
const TARGET = new URL('../__tests__/support/fake-github/webhooks.json', import.meta.url)

const folder = process.argv[2]
if (folder === undefined) throw new Error('usage: node scripts/trim-webhooks.mjs <unpacked @octokit/webhooks-examples>')
const { version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
const all = JSON.parse(readFileSync(join(folder, 'api.github.com/index.json'), 'utf8'))

const examples = {}
for (const [name, wanted] of Object.entries(WANTED)) {
  const example = all.find((each) => each.name === name)?.examples.find(wanted)
  if (example === undefined) throw new Error(`no example of ${name}`)
  examples[name] = slim(example)
}
const source = `@octokit/webhooks-examples ${version} by ${author}, ${license}, made smaller by scripts/trim-webhooks.mjs`
writeFileSync(TARGET, `${JSON.stringify({ source, examples })}\n`)

function slim(value) {
  if (Array.isArray(value)) return value.map(slim)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([key]) => key === 'html_url' || !/_url$|^_links$|^url$/.test(key))
  return Object.fromEntries(kept.map(([key, child]) => [key, slim(child)]))
}
