// The least that a check of these files has to do: list, read, and parse what is JSON.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

let members = 0
for (const entry of readdirSync(process.argv[2], { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue
  const text = readFileSync(join(entry.parentPath, entry.name), 'utf8')
  members += entry.name.endsWith('.json') ? Object.keys(JSON.parse(text)).length : text.length
}
process.stdout.write(`${members}\n`)
