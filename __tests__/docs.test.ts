import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { check } from '../src/check/index.js'
import { parseConfig } from '../src/config/file.js'
import { readInputs } from '../src/config/inputs.js'
import { buildOptions } from '../src/config/options.js'
import { RULE_IDS, RULES } from '../src/model/rules.js'
import { literalTree } from '../src/sources/literals.js'
import { sourcesOf } from '../src/sources/sources.js'
import { anchorsOf, examplesOf, isRuleId, linksOf, tableBelow } from './docs/examples.js'
import { settingOf } from './docs/setting.js'
import { sourcesIn } from './support/check.js'
import { REPORT_SCHEMA } from './support/report-schema.js'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const pages = readdirSync(join(root, 'docs/rules')).map((file) => file.replace(/\.md$/, ''))
const pageOf = (rule: string): string => read(`docs/rules/${rule}.md`)

describe('rule pages', () => {
  it('there is one page per rule and none besides', () => {
    expect(pages.toSorted()).toEqual([...RULE_IDS].sort())
  })

  it.each(RULE_IDS)('%s has the shape of the others', (rule) => {
    const headings = [...pageOf(rule).matchAll(/^##? .+$/gm)].map((match) => match[0])
    expect(headings).toEqual([
      `# ${rule}`,
      '## What',
      '## Why it matters',
      '## Before and After',
      '## When it is not reported',
      '## How to settle or silence it',
    ])
  })

  it.each(RULE_IDS)('%s shows a finding and the absence of one', (rule) => {
    expect(new Set(examplesOf(rule, pageOf(rule)).map((example) => example.expected))).toEqual(
      new Set(['finding', 'ok']),
    )
  })

  it.each(pages.filter(isRuleId).flatMap((rule) => examplesOf(rule, pageOf(rule))))(
    '$where gives: $expected',
    async (example) => {
      const { sources, options } = await settingOf(example)
      const { report } = await check(sourcesIn(sources), options)
      const rules = report.findings.map((finding) => finding.rule)
      if (example.expected === 'finding') expect(rules).toContain(example.rule)
      else expect(rules).toEqual([])
    },
  )
})

describe('README', () => {
  const readme = read('README.md')
  const action = read('action.yml')

  /** Names and defaults of a flat block of `action.yml`, in order. */
  const blockOf = (name: string): { name: string; default: string | null }[] => {
    const block = new RegExp(`^${name}:\\n((?: {2}.*\\n|\\n)+)`, 'm').exec(`${action}\n`)?.[1] ?? ''
    const entries = block.split(/^ {2}(?=[\w-]+:)/m).slice(1)
    return entries.map((entry) => ({
      name: /^[\w-]+/.exec(entry)?.[0] ?? '',
      default: /^ {4}default: (.*)$/m.exec(entry)?.[1]?.replace(/^(['"])(.*)\1$/, '$2') ?? null,
    }))
  }

  it('lists the inputs of action.yml, in its order', () => {
    const inputs = blockOf('inputs')
    expect(inputs.length).toBeGreaterThan(10)
    expect(tableBelow(readme, '## Inputs').map((row) => row[0])).toEqual(inputs.map((input) => `\`${input.name}\``))
  })

  it('gives the defaults that action.yml gives', () => {
    const documented = new Map(tableBelow(readme, '## Inputs').map((row) => [row[0], row[1]]))
    const given = blockOf('inputs').filter((input) => input.default !== null)
    expect(given.map((input) => input.name)).toContain('token')
    for (const input of given) expect(documented.get(`\`${input.name}\``)).toBe(`\`${input.default}\``)
  })

  it('lists the outputs of action.yml, in its order', () => {
    const documented = tableBelow(readme, '## Outputs').flatMap((row) => (row[0] ?? '').split(', '))
    expect(documented).toEqual(blockOf('outputs').map((output) => `\`${output.name}\``))
  })

  it('links every rule to its page, in the order of the catalogue', () => {
    const rows = tableBelow(readme, '## Rules').map((row) => row[0])
    expect(rows).toEqual(RULE_IDS.map((rule) => `[\`${rule}\`](docs/rules/${rule}.md)`))
  })

  it('gives the default level of every rule first', () => {
    const levels = tableBelow(readme, '## Rules').map((row) => /^\w+/.exec(row[1] ?? '')?.[0])
    expect(levels).toEqual(RULE_IDS.map((rule) => RULES[rule].defaultLevel))
  })
})

describe('links', () => {
  const documents = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md', 'examples/README.md'].concat(
    readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.md'))
      .map((file) => `docs/${file.replaceAll('\\', '/')}`),
  )

  it.each(documents)('of %s lead somewhere', (document) => {
    const broken = linksOf(read(document)).filter((link) => {
      const [path = '', anchor] = link.split('#')
      const target = path === '' ? document : normalize(join(dirname(document), path))
      if (!existsSync(join(root, target))) return true
      return anchor !== undefined && !anchorsOf(read(target)).includes(anchor)
    })
    expect(broken).toEqual([])
  })
})

describe('the JSON report', () => {
  /** The names of all fields of the schema. */
  const namesIn = (schema: unknown): readonly string[] => {
    if (schema === null || typeof schema !== 'object') return []
    const own = 'properties' in schema && schema.properties !== null ? Object.keys(Object(schema.properties)) : []
    return [...own, ...Object.values(schema).flatMap(namesIn)]
  }

  it('has a page that names every field of its schema', () => {
    const page = read('docs/report.md')
    for (const name of namesIn(REPORT_SCHEMA)) expect(page, name).toContain(`\`${name}\``)
  })

  it('has a schema that knows every rule', () => {
    const text = JSON.stringify(REPORT_SCHEMA)
    for (const rule of RULE_IDS) expect(text).toContain(`"${rule}"`)
  })
})

describe('troubleshooting', () => {
  const messages = [...read('docs/troubleshooting.md').matchAll(/^### `(.+)`$/gm)].map((match) => match[1] ?? '')
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => read(`src/${file}`).replaceAll("\\'", "'"))

  it.each(messages)('explains a message of the program: %s', (message) => {
    // `…` stands for what differs; the fixed parts of a message stand in one file.
    const parts = message.split('…').map((part) => part.trim())
    expect(sources.some((source) => parts.every((part) => source.includes(part)))).toBe(true)
  })
})

describe('CONTRIBUTING', () => {
  it('says of every dependency why it earns its place, and of no other', () => {
    const manifest: unknown = JSON.parse(read('package.json'))
    const { dependencies = {}, devDependencies = {} } = manifest as Record<string, Record<string, string>>
    const documented = tableBelow(read('CONTRIBUTING.md'), '## Dependencies')
    expect(documented.map((row) => row[0]).toSorted()).toEqual(
      [...Object.keys(dependencies), ...Object.keys(devDependencies)].map((name) => `\`${name}\``).sort(),
    )
    for (const row of documented) expect(row[1]).toMatch(/\w+ \w+/)
  })
})

describe('CONTRIBUTING, the rooms', () => {
  it('names every room of src and no other', () => {
    const rooms = readdirSync(join(root, 'src'), { withFileTypes: true }).map((entry) =>
      entry.isDirectory() ? `${entry.name}/` : entry.name,
    )
    const documented = tableBelow(read('CONTRIBUTING.md'), '## The rooms').flatMap((row) => (row[0] ?? '').split(', '))
    expect(documented.toSorted()).toEqual(rooms.map((room) => `\`${room}\``).sort())
  })
})

describe('examples', () => {
  const documented = new Map(
    tableBelow(read('examples/README.md'), '# Examples').map((row) => [
      row[0]?.replaceAll('`', '') ?? '',
      row[2] ?? '',
    ]),
  )
  const files = readdirSync(join(root, 'examples'), { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.(?:jsonc?|yaml|tf)$/.test(file))

  it('are each explained in a line of their own', () => {
    expect([...documented.keys()].sort()).toEqual(files.toSorted())
  })

  it.each(files)('%s gives the levels that its line names', async (file) => {
    const path = '.github/clumio-policy-check.jsonc'
    const config = await parseConfig(readFileSync(join(root, path)), path)
    const options = buildOptions({ inputs: readInputs({}, ''), config, today: '2025-01-01' })
    const bytes = readFileSync(join(root, 'examples', file))
    const sources = [{ path: `examples/${file}`, size: bytes.length, bytes: () => bytes }]
    const tree = literalTree({ [`examples/${file}`]: bytes.toString() })
    const { report } = await check(sourcesOf(tree, sources), options)
    const named = /^(none|(?:(?:error|warning|notice)(?: and )?)+)/.exec(documented.get(file) ?? '')?.[0] ?? ''
    expect(report.findings.map((finding) => finding.level)).toEqual(named === 'none' ? [] : named.split(' and '))
  })
})
