import { describe, expect, test } from 'vitest'
import { type CheckParts, check } from '../../src/check/index.js'
import type { Form } from '../../src/documents/form.js'
import { FORMS } from '../../src/documents/forms/index.js'
import { SOURCE_PRINTERS, type SourcePrinter } from '../../src/fix/patch/hcl/index.js'
import { NODE_PRINTERS } from '../../src/fix/patch/index.js'
import { JSON_PRINTER, type NodePrinter } from '../../src/fix/patch/json/index.js'
import type { Site } from '../../src/fix/site.js'
import { SITES, type SiteKind } from '../../src/fix/sites/index.js'
import { TextSite } from '../../src/fix/sites/text.js'
import { parsePolicy, readPlainText } from '../../src/iam/parse.js'
import { RULE_IDS, type RuleId } from '../../src/model/rules.js'
import type { ReportFormat } from '../../src/report/format.js'
import { REPORT_FORMATS } from '../../src/report/formats/index.js'
import type { Rule } from '../../src/rules/index.js'
import { RULE_LIST } from '../../src/rules/registry.js'
import { applyTextEdits } from '../../src/text/edit.js'
import { checkFiles, OPTIONS, sourceOf, sourcesIn } from '../support/check.js'
import { policy, ROLE, VPC_ONLY } from '../support/policies.js'
import { workplace } from '../terminal/harness.js'

const place = workplace()
const DENY = policy(VPC_ONLY)

/** A policy behind a word. */
const WORD = 'DUMMY '
const FORM: Form = {
  id: 'dummy',
  source: 'policy-json',
  mayBeIn: (text) => text.startsWith(WORD),
  readText: ({ path }, text) => {
    if (!text.startsWith(WORD)) return null
    const base = WORD.length
    const raw = JSON.parse(text.slice(base))
    const origin = { source: 'policy-json', path, at: [], base, address: null, wrapped: false } as const
    const document = parsePolicy(raw, { text: readPlainText, token: () => null })
    return { kind: 'read', text, policies: [{ origin, document, raw, bucket: null, hasTokens: false }], settings: [] }
  },
}

/** Finds every statement that is not harmless. Its id is in no table. */
const DUMMY = 'dummy' as RuleId
const RULE: Rule = {
  id: DUMMY,
  find: (subject, { level }) => {
    const set = level(DUMMY)
    if (subject.kind !== 'statement' || set === null) return null
    return { ...subject.deny, rule: DUMMY as 'deny-blocks-clumio', level: set, message: 'The dummy.', fingerprint: 'f' }
  },
}

/** Files in which nothing is edited. */
const SITE: SiteKind = {
  name: 'dummy',
  holds: (path) => path.endsWith('.dummy.json'),
  open: async (drafts, { texts, options }) =>
    [...drafts].map(([path, own]) => {
      class Dummy extends TextSite implements Site {
        override async obstacle() {
          return 'the dummy says no'
        }
      }
      return { site: new Dummy(path, texts.get(path) ?? '', options), drafts: own }
    }),
}

/** Writes a statement anew, on one line. */
const NODES: NodePrinter = {
  ...JSON_PRINTER,
  print: (operation, at) => {
    const made = JSON_PRINTER.print(operation, at)
    if ('reason' in made) return made
    const { start, end } = at.node
    const inside = made.edits.map((edit) => ({ ...edit, offset: edit.offset - start }))
    const statement = JSON.parse(applyTextEdits(at.tree.text.slice(start, end), inside))
    return { edits: [{ offset: start, length: end - start, text: JSON.stringify(statement) }] }
  },
}

const FORMAT: ReportFormat = {
  id: 'dummy',
  purpose: 'for this test',
  alternatives: false,
  codeScanning: false,
  load: async () => (result) => `${result.report.findings.map(({ rule }) => rule).join(' ')}\n`,
}

const SOURCE = `resource "aws_s3_bucket_policy" "p" {
  bucket = "hd-test"
  policy = jsonencode(${DENY.trimEnd()})
}
`
const CHANGE = { actions: ['create'], before: null, after_unknown: {}, after_sensitive: {} }
const PLAN = JSON.stringify({
  format_version: '1.2',
  resource_changes: [
    {
      address: 'aws_s3_bucket_policy.p',
      mode: 'managed',
      type: 'aws_s3_bucket_policy',
      name: 'p',
      change: { ...CHANGE, after: { bucket: 'hd-test', policy: DENY } },
    },
  ],
})

interface Found {
  readonly rule: string
  readonly ruleId: string
  readonly location: { readonly path: string }
  readonly fix: { readonly applicability: string; readonly note: string; readonly edits: readonly object[] }
}

/** What the command prints of some files, with the lists that are given in place of the usual ones. */
async function printed(
  parts: CheckParts,
  format: string,
  files: Readonly<Record<string, string>>,
  warned = '',
): Promise<string> {
  place.write(files)
  const role = Object.entries(ROLE).map(([name, value]) => `--${name}=${value}`)
  const names = Object.keys(files).map((name) => (name === 'plan.json' ? '--plan-files=plan.json' : name))
  const { out, err } = await place.run([...role, `--format=${format}`, ...names], {
    check: (sources, options, hooks) => check(sources, options, hooks, parts),
    formats: [...REPORT_FORMATS, FORMAT],
  })
  expect(err).toBe(warned)
  return out
}

async function inJson(parts: CheckParts, files: Readonly<Record<string, string>>): Promise<readonly Found[]> {
  return JSON.parse(await printed(parts, 'json', files)).findings
}

async function inSarif(parts: CheckParts, files: Readonly<Record<string, string>>) {
  return JSON.parse(await printed(parts, 'sarif', files)).runs[0]
}

describe('a further form', () => {
  const files = { 'a.dummy': `DUMMY ${DENY}` }
  const parts = { forms: [...FORMS, FORM] }

  test('is judged, found on its lines and edited there', async () => {
    expect(await inJson(parts, files)).toMatchObject([
      {
        rule: 'deny-blocks-clumio',
        location: { path: 'a.dummy', startLine: 8 },
        fix: { applicability: 'edit', edits: [{ path: 'a.dummy', startLine: 8 }] },
      },
    ])
    expect((await inSarif(parts, files)).results).toMatchObject([{ ruleId: 'deny-blocks-clumio', level: 'error' }])
  })

  test('is not known without it', async () => {
    const warned = 'warning: nothing was checked: no bucket policy was judged in 1 file; 1 thing was not read\n'
    expect(JSON.parse(await printed({}, 'json', files, warned)).findings).toMatchObject([{ rule: 'policy-unreadable' }])
  })
})

describe('a further rule', () => {
  const files = { 'a.json': DENY }
  const parts = { rules: [...RULE_LIST, RULE] }

  test('is told beside the others, at its level', async () => {
    const found = await inJson(parts, files)
    expect(found.map(({ rule }) => rule)).toEqual(['deny-blocks-clumio', 'dummy'])
    expect(found).toMatchObject([{ level: 'error' }, { level: 'warning', message: 'The dummy.' }])
  })

  test('has a row in SARIF that its results refer to', async () => {
    const { tool, results } = await inSarif(parts, files)
    expect(tool.driver.rules.map(({ id }: { readonly id: string }) => id)).toEqual([...RULE_IDS, 'dummy'])
    expect(results).toMatchObject([{ ruleIndex: 0 }, { ruleId: 'dummy', ruleIndex: RULE_IDS.length, level: 'warning' }])
  })

  test.each(['github', 'markdown', 'pretty'])('is written in the format %s', async (format) => {
    expect(await printed(parts, format, files)).toContain('dummy')
  })

  test('is silenced like the others', async () => {
    const sources = sourcesIn([sourceOf('a.json', DENY)])
    const { report } = await check(sources, { ...OPTIONS, levels: { [DUMMY]: 'off' } }, {}, parts)
    expect(report.findings.map(({ rule }) => rule)).toEqual(['deny-blocks-clumio'])
  })
})

describe('a further kind of site', () => {
  const files = { 'a.dummy.json': DENY, 'b.json': DENY }
  const parts = { sites: [SITE, ...SITES] }

  test('holds its files and leaves the others', async () => {
    const found = await inJson(parts, files)
    expect(found).toMatchObject([
      { location: { path: 'a.dummy.json' }, fix: { applicability: 'text-only' } },
      { location: { path: 'b.json' }, fix: { applicability: 'edit' } },
    ])
    expect(found[0]?.fix.note).toContain('the dummy says no')
    const { results } = await inSarif(parts, files)
    expect(results.map((one: object) => 'fixes' in one)).toEqual([false, true])
  })
})

describe('a further printer', () => {
  test('of documents writes the edits', async () => {
    const files = { 'a.json': DENY }
    const parts = { printers: { nodes: [NODES, ...NODE_PRINTERS] } }
    const line = expect.stringMatching(/^ {4}\{"Sid":"Access-to-specific-VPC-only","Effect":"Deny","NotPrincipal":/)
    expect(await inJson(parts, files)).toMatchObject([{ fix: { edits: [{ replacement: line }] } }])
    expect((await inSarif(parts, files)).results).toMatchObject([
      { fixes: [{ artifactChanges: [{ replacements: [{ insertedContent: { text: line } }] }] }] },
    ])
  })

  test('of Terraform sources says why it does not', async () => {
    const files = { 'main.tf': SOURCE, 'plan.json': PLAN }
    expect(await inJson({}, files)).toMatchObject([{ location: { path: 'main.tf' }, fix: { applicability: 'edit' } }])
    const sources: SourcePrinter = {
      prints: () => true,
      view: (statement) => SOURCE_PRINTERS.find(({ prints }) => prints(statement))?.view(statement) ?? expect.fail(),
      print: () => ({ reason: 'the dummy prints nothing' }),
      words: () => 'the dummy prints nothing',
    }
    const parts = { printers: { sources: [sources, ...SOURCE_PRINTERS] } }
    const [found] = await inJson(parts, files)
    expect(found).toMatchObject({ location: { path: 'main.tf' }, fix: { applicability: 'text-only' } })
    expect(found?.fix.note).toContain('the dummy prints nothing')
  })
})

describe('a further format', () => {
  test('is in the help, and told everything', async () => {
    expect((await place.run(['--help'], { formats: [...REPORT_FORMATS, FORMAT] })).out).toContain('for this test')
    expect(await printed({ rules: [...RULE_LIST, RULE] }, 'dummy', { 'a.json': DENY })).toBe(
      'deny-blocks-clumio dummy\n',
    )
  })
})

test('all of them at once', async () => {
  const parts: CheckParts = {
    forms: [...FORMS, FORM],
    rules: [...RULE_LIST, RULE],
    sites: [SITE, ...SITES],
    printers: { nodes: [NODES, ...NODE_PRINTERS] },
  }
  const files = { 'a.dummy': `DUMMY ${DENY}`, 'b.dummy.json': DENY }
  const found = await inJson(parts, files)
  expect(found.map(({ rule, fix }) => [rule, fix.applicability])).toEqual([
    ['deny-blocks-clumio', 'edit'],
    ['dummy', 'edit'],
    ['deny-blocks-clumio', 'text-only'],
    ['dummy', 'text-only'],
  ])
  expect((await checkFiles({ 'b.dummy.json': DENY })).report.findings).toHaveLength(1)
})
