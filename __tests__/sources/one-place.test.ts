import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const SRC = new URL('../../src/', import.meta.url).pathname

/** The names that each file takes from Node's file system. */
const USES = readdirSync(SRC, { recursive: true })
  .map(String)
  .filter((name) => name.endsWith('.ts'))
  .flatMap((name) => {
    const text = readFileSync(join(SRC, name), 'utf8')
    const imports = [...text.matchAll(/from '(?:node:)?fs(?:\/promises)?'|import\('(?:node:)?fs/g)]
    const named = /import \{([^}]*)\} from 'node:fs'/.exec(text)?.[1]?.split(',') ?? []
    return imports.length === 0 ? [] : [{ file: name.replaceAll('\\', '/'), names: named.map((one) => one.trim()) }]
  })

test('only the room of sources touches the file system, by named imports', () => {
  expect(USES.filter(({ file }) => !file.startsWith('sources/')).map(({ file }) => file)).toEqual([])
  expect(USES.filter(({ names }) => names.length === 0)).toEqual([])
})

test('one file of it writes', () => {
  const writes = /^(?:write|append|mkdir|mkdtemp|rename|rm|unlink|chmod|chown|copy|cp|truncate|symlink|link|utimes)/
  expect(USES.filter(({ names }) => names.some((name) => writes.test(name))).map(({ file }) => file)).toEqual([
    'sources/write.ts',
  ])
})

test('one file of it opens files to read their content', () => {
  const reads = /^(?:openSync|readFile|readSync|createReadStream)/
  const opening = USES.filter(({ names }) => names.some((name) => reads.test(name))).map(({ file }) => file)
  // What writes opens too, with flags that let nobody read.
  expect(opening.filter((file) => file !== 'sources/write.ts')).toEqual(['sources/files/open.ts'])
})
