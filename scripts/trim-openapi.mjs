// Makes __tests__/support/fake-github/openapi.json: the part of GitHub's OpenAPI description that the fake GitHub of
// the tests validates against. Run by hand when the description should be renewed:
//
//   cd "$(mktemp -d)" && npm pack @octokit/openapi@23.0.2 && tar xzf octokit-openapi-*.tgz
//   node scripts/trim-openapi.mjs <that folder>/package
//
// Kept are the operations below with everything they refer to, without examples and prose. `nullable` is written as
// JSON Schema says it (OpenAPI 3.1). Request bodies are closed (GitHub's own validator refuses unknown keys, the
// description does not say so), and the sides of a review comment are named.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const OPERATIONS = [
  'git/get-blob',
  'git/get-tree',
  'issues/create-comment',
  'issues/delete-comment',
  'issues/get-comment',
  'issues/list-comments',
  'issues/update-comment',
  'pulls/create-review',
  'pulls/create-review-comment',
  'pulls/delete-pending-review',
  'pulls/delete-review-comment',
  'pulls/get',
  'pulls/get-review',
  'pulls/get-review-comment',
  'pulls/list',
  'pulls/list-comments-for-review',
  'pulls/list-files',
  'pulls/list-review-comments',
  'pulls/list-reviews',
  'pulls/update-review',
  'pulls/update-review-comment',
  'repos/compare-commits-with-basehead',
  'repos/get',
  'repos/get-commit',
  'repos/get-content',
  'repos/list-pull-requests-associated-with-commit',
  'users/get-authenticated',
]
const DROPPED = new Set(['description', 'example', 'examples', 'externalDocs', 'summary', 'tags', 'title'])
const TARGET = new URL('../__tests__/support/fake-github/openapi.json', import.meta.url)

const folder = process.argv[2]
if (folder === undefined) throw new Error('usage: node scripts/trim-openapi.mjs <unpacked @octokit/openapi>')
const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
const whole = JSON.parse(readFileSync(join(folder, 'generated/api.github.com.json'), 'utf8'))
const notice = readFileSync(join(folder, 'LICENSE'), 'utf8').trim()

const paths = {}
for (const [path, item] of Object.entries(whole.paths)) {
  for (const [method, operation] of Object.entries(item)) {
    if (!OPERATIONS.includes(operation.operationId)) continue
    paths[path] ??= {}
    paths[path][method] = closeBody(slim(operation))
  }
}
const found = Object.values(paths).flatMap((item) => Object.values(item).map(({ operationId }) => operationId))
const missing = OPERATIONS.filter((id) => !found.includes(id))
if (missing.length > 0) throw new Error(`not in the description: ${missing.join(', ')}`)

const trimmed = {
  openapi: '3.1.0',
  info: {
    title: 'Part of the GitHub REST API description',
    version,
    license: { name: 'MIT' },
    'x-source': `@octokit/openapi ${version}, made smaller by scripts/trim-openapi.mjs`,
    'x-notice': notice,
  },
  paths,
  components: referred(paths),
}
for (const name of ['line', 'start_line']) {
  trimmed.components.schemas['pull-request-review-comment'].properties[name].type = ['integer', 'null']
}
// The description forgets that the repository of a head can have been deleted.
for (const name of ['pull-request', 'pull-request-simple']) {
  const { head } = trimmed.components.schemas[name].properties
  head.properties.repo = { anyOf: [head.properties.repo, { type: 'null' }] }
}
writeFileSync(TARGET, `${JSON.stringify(trimmed)}\n`)

/** Everything that references lead to, directly or over others. */
function referred(root) {
  const components = {}
  const queue = [root]
  for (let value = queue.pop(); value !== undefined; value = queue.pop()) {
    for (const reference of referencesIn(value)) {
      const [kind, name] = reference.slice('#/components/'.length).split('/')
      components[kind] ??= {}
      if (components[kind][name] !== undefined) continue
      components[kind][name] = slim({ [name]: whole.components[kind][name] }, kind)[name]
      queue.push(components[kind][name])
    }
  }
  return components
}

function referencesIn(value) {
  if (Array.isArray(value)) return value.flatMap(referencesIn)
  if (typeof value !== 'object' || value === null) return []
  const own = typeof value.$ref === 'string' ? [value.$ref] : []
  return [...own, ...Object.values(value).flatMap(referencesIn)]
}

/** A copy without what validation does not need. Names of properties are not keywords and stay. */
function slim(value, under = '') {
  if (Array.isArray(value)) return value.map((each) => slim(each))
  if (typeof value !== 'object' || value === null) return value
  const names = under === 'properties' || under === 'headers' || under === 'responses'
  const result = {}
  for (const [key, child] of Object.entries(value)) {
    if (names || !(key.startsWith('x-') || DROPPED.has(key))) result[key] = slim(child, names ? '' : key)
    // A response needs a description, however short.
    if (under === 'responses' && child.$ref === undefined) result[key].description = ''
  }
  return names ? result : withNull(result)
}

function withNull({ nullable, ...schema }) {
  if (nullable !== true) return schema
  if (typeof schema.type !== 'string') return { anyOf: [schema, { type: 'null' }] }
  if (schema.enum !== undefined && !schema.enum.includes(null)) schema.enum.push(null)
  return { ...schema, type: [schema.type, 'null'] }
}

function closeBody(operation) {
  const schema = operation.requestBody?.content?.['application/json']?.schema
  if (schema !== undefined) close(schema)
  return operation
}

function close(schema) {
  for (const part of [schema, ...(schema.oneOf ?? []), ...(schema.anyOf ?? []), ...(schema.allOf ?? [])]) {
    if (part.properties === undefined) continue
    part.additionalProperties = false
    for (const [name, child] of Object.entries(part.properties)) {
      if (name === 'side' || name === 'start_side') child.enum = ['LEFT', 'RIGHT']
      if (child.items !== undefined) close(child.items)
      close(child)
    }
  }
}
