// Makes __tests__/fixtures/sarif-schema.json: the JSON Schema of SARIF 2.1.0 that the tests hold the SARIF writer to.
// Run by hand when the schema should be renewed:
//
//   cd "$(mktemp -d)" && npm pack @microsoft/jest-sarif@1.0.0-beta.0 && tar xzf microsoft-jest-sarif-*.tgz
//   node scripts/trim-sarif-schema.mjs <that folder>/package
//
// Kept is everything but the descriptions. The schema is written in draft 4 and uses nothing that later drafts read
// in another way, but the name of its own address.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('usage: node scripts/trim-sarif-schema.mjs <folder of the package>')
const text = readFileSync(join(folder, 'lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8')
const { $schema: _draft, id, description: _title, ...schema } = JSON.parse(text)
const notice =
  'The schema of SARIF Version 2.1.0, an OASIS Standard. Copyright OASIS Open; from @microsoft/jest-sarif 1.0.0-beta.0, ' +
  'Copyright Microsoft Corporation, MIT License. Descriptions are left out by scripts/trim-sarif-schema.mjs.'

/** `description` is prose where its value is a text; a property of that name has a schema. */
function withoutProse(value) {
  if (Array.isArray(value)) return value.map(withoutProse)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([key, each]) => key !== 'description' || typeof each !== 'string')
  return Object.fromEntries(entries.map(([key, each]) => [key, withoutProse(each)]))
}

const target = new URL('../__tests__/fixtures/sarif-schema.json', import.meta.url)
writeFileSync(target, `${JSON.stringify({ $comment: notice, source: id, ...withoutProse(schema) })}\n`)
