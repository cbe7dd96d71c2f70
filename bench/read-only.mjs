// The least that a check of these files has to do: list, read, parse.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

let members = 0
for (const entry of readdirSync(process.argv[2], { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !entry.name.endsWith('.json')) continue
  members += Object.keys(JSON.parse(readFileSync(join(entry.parentPath, entry.name), 'utf8'))).length
}
process.stdout.write(`${members}\n`)
