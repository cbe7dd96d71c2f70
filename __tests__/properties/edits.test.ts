import fc from 'fast-check'
import { type Node, parseTree } from 'jsonc-parser'
import { describe, expect, test } from 'vitest'
import type { Remedy } from '../../src/model/options.js'
import { isStatementFinding, type LineEdit } from '../../src/model/report.js'
import { canonical } from '../../src/rules/drafts/fingerprint.js'
import { applied, checkFiles } from '../support/check.js'
import { ROLE, ROOT, SIX } from '../support/vectors.js'

const RUNS = Number(process.env.FC_RUNS ?? 150)

/** How an author may lay out a policy. */
interface Style {
  readonly indent: string
  readonly colon: string
  readonly eol: '\n' | '\r\n'
  /** Depth from which objects and lists stay on one line. */
  readonly inlineFrom: number
  readonly comments: boolean
  readonly finalNewline: boolean
}

const style: fc.Arbitrary<Style> = fc.record({
  indent: fc.constantFrom('  ', '    ', '\t', ' '),
  colon: fc.constantFrom(': ', ':', ' : '),
  eol: fc.constantFrom('\n', '\r\n'),
  inlineFrom: fc.constantFrom(0, 1, 2, 3, 4, 9),
  comments: fc.boolean(),
  finalNewline: fc.boolean(),
})

const USER = 'arn:aws:iam::111122223333:user/bob'
const admin = 'arn:aws:iam::111122223333:role/Admin'

const principal = fc.constantFrom<object>(
  { Principal: '*' },
  { Principal: { AWS: '*' } },
  { Principal: { AWS: ['*'] } },
  { Principal: { AWS: ROOT } },
  { Principal: { AWS: [USER, '111122223333'] } },
  { Principal: { AWS: '*', Service: 'cloudtrail.amazonaws.com' } },
  { NotPrincipal: { AWS: ROOT } },
  { NotPrincipal: { AWS: [admin, ROOT] } },
  { NotPrincipal: { AWS: [ROOT, ROLE, SIX[3] ?? ''] } },
  { NotPrincipal: { AWS: [ROOT, ROLE, `${(SIX[2] ?? '').replace(/[^/]+$/, '')}*`] } },
  { NotPrincipal: { Service: 'cloudtrail.amazonaws.com' } },
  { NotPrincipal: { AWS: SIX } },
)

const condition = fc.constantFrom<object>(
  {},
  { Condition: {} },
  { Condition: { StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } } },
  { Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
  { Condition: { ArnNotEquals: { 'aws:PrincipalArn': admin } } },
  { Condition: { StringNotLike: { 'aws:principalARN': [admin, USER] }, Null: { 'aws:TokenIssueTime': 'false' } } },
  { Condition: { ArnNotLike: { 'aws:SourceArn': 'arn:aws:s3:::x' } } },
)

const what = fc.constantFrom<object>(
  { Action: 's3:*' },
  { Action: ['s3:GetObject', 's3:ListBucket'] },
  { NotAction: 's3:GetBucketAcl' },
)

const resource = fc.constantFrom<object>(
  { Resource: ['arn:aws:s3:::b1', 'arn:aws:s3:::b1/*'] },
  { Resource: 'arn:aws:s3:::b1/*' },
  { NotResource: 'arn:aws:s3:::b1/public/*' },
)

/** Members of a statement in any order, as an author may write them. */
const statement = fc
  .tuple(principal, condition, what, resource, fc.constantFrom('Deny', 'Deny', 'Allow'), fc.infiniteStream(fc.nat()))
  .map(([who, when, action, where, Effect, order]) => {
    const members = Object.entries({ Effect, ...who, ...action, ...where, ...when })
    const keyed = members.map((member) => ({ member, key: order.next().value as number }))
    return Object.fromEntries(keyed.sort((a, b) => a.key - b.key).map(({ member }) => member))
  })

const policy = fc.array(statement, { minLength: 1, maxLength: 4 }).map((list) => ({
  Version: '2012-10-17',
  Statement: list.map((one, i) => ({ Sid: `s${i}`, ...one })),
}))

/** Prints a value in a style; comments stand behind the members of objects that are spread over lines. */
function print(
  value: unknown,
  { indent, colon, eol, inlineFrom, comments }: Omit<Style, 'finalNewline'>,
  depth = 0,
): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const inner = (item: unknown) => print(item, { indent, colon, eol, inlineFrom, comments }, depth + 1)
  const list = Array.isArray(value)
  const items = list
    ? value.map(inner)
    : Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}${colon}${inner(item)}`)
  const [open, close] = list ? ['[', ']'] : ['{', '}']
  if (items.length === 0) return open + close
  if (depth >= inlineFrom) return open + items.join(', ') + close
  const pad = indent.repeat(depth + 1)
  const lines = items.map(
    (item, i) => `${pad}${item}${i < items.length - 1 ? ',' : ''}${comments ? ` // ${depth}.${i}` : ''}`,
  )
  return open + eol + lines.join(eol) + eol + indent.repeat(depth) + close
}

const remedy = fc.constantFrom<Remedy>('not-principal', 'principal-arn')

function statementNodes(text: string): readonly Node[] {
  const root = parseTree(text, [], { allowTrailingComma: true })
  const member = root?.children?.find((child) => child.children?.[0]?.value === 'Statement')
  return member?.children?.[1]?.children ?? []
}

/** Comments of a text in order, which an edit must keep. */
function commentsOf(text: string): readonly string[] {
  return text.match(/\/\/ \d+\.\d+/g) ?? []
}

describe('edits of policies in any layout', () => {
  test('clear what they are for, change nothing else, and leave nothing to do', async () => {
    const property = fc.asyncProperty(policy, style, remedy, async (value, layout, wanted) => {
      const text = print(value, layout) + (layout.finalNewline ? layout.eol : '')
      const { report } = await checkFiles({ 'policy.jsonc': text }, { remedy: wanted })
      const fixed = report.findings.filter(({ fix }) => fix?.applicability === 'edit')
      const after = applied(text, report.findings)

      // Nothing but the members of the remedy in the statements with an edit has another value.
      const before = value.Statement
      const now = readStatements(after)
      const touched = new Set(fixed.map((finding) => (isStatementFinding(finding) ? finding.statement.index : -1)))
      expect(now).toHaveLength(before.length)
      for (const [i, old] of before.entries()) {
        if (touched.has(i)) expect(canonical(without(now[i]))).toBe(canonical(without(old)))
        else expect(now[i]).toEqual(old)
      }

      // Every line outside of the edits is the same to the byte, comments included.
      expect(after).toBe(
        replaced(
          text,
          fixed.flatMap(({ fix }) => fix?.edits ?? []),
        ),
      )
      expect(commentsOf(after)).toEqual(commentsOf(text))
      expect(after.includes('\r\n')).toBe(text.includes('\r\n'))
      expect(after.endsWith('\n')).toBe(text.endsWith('\n'))

      // The next run does not find them again, and has no further edit.
      const again = (await checkFiles({ 'policy.jsonc': after }, { remedy: wanted })).report.findings
      const left = again.filter((finding) => isStatementFinding(finding) && touched.has(finding.statement.index ?? -1))
      expect(left.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([])
      expect(applied(after, again)).toBe(after)
      expect(statementNodes(after)).toHaveLength(before.length)
    })
    await fc.assert(property, { numRuns: RUNS })
  }, 600_000)

  test('edits of one file never overlap, and each changes its lines', async () => {
    const property = fc.asyncProperty(policy, style, remedy, async (value, layout, wanted) => {
      const text = print(value, layout)
      const { report } = await checkFiles({ 'policy.jsonc': text }, { remedy: wanted })
      const edits = new Map(
        report.findings.flatMap(({ fix }) => fix?.edits ?? []).map((edit) => [JSON.stringify(edit), edit]),
      )
      const sorted = [...edits.values()].sort((a, b) => a.startLine - b.startLine)
      const lines = text.split('\n').map((line) => line.replace(/\r$/, ''))
      for (const [i, edit] of sorted.entries()) {
        expect(edit.startLine).toBeGreaterThan(sorted[i - 1]?.endLine ?? 0)
        expect(edit.endLine).toBeLessThanOrEqual(lines.length)
        expect(lines.slice(edit.startLine - 1, edit.endLine).join('\n')).not.toBe(edit.replacement)
        expect(edit.replacement).not.toBe('')
      }
    })
    await fc.assert(property, { numRuns: RUNS })
  }, 600_000)
})

function readStatements(text: string): readonly unknown[] {
  const stripped = text.replace(/ \/\/ \d+\.\d+/g, '')
  return JSON.parse(stripped).Statement
}

function without(value: unknown): unknown {
  const { Principal: _, NotPrincipal: __, Condition: ___, ...rest } = value as Record<string, unknown>
  return rest
}

/** What replacing lines makes of a text, written apart from the product: from the bottom up, each edit once. */
function replaced(text: string, edits: readonly LineEdit[]): string {
  const lines = text.split('\n')
  const done = new Set<string>()
  for (const edit of [...edits].sort((a, b) => b.startLine - a.startLine)) {
    const key = JSON.stringify(edit)
    if (done.has(key)) continue
    done.add(key)
    const last = lines[edit.endLine - 1] ?? ''
    const added = edit.replacement.split('\n').map((line) => (text.includes('\r\n') ? `${line}\r` : line))
    if (!last.endsWith('\r')) added[added.length - 1] = (added.at(-1) ?? '').replace(/\r$/, '')
    lines.splice(edit.startLine - 1, edit.endLine - edit.startLine + 1, ...added)
  }
  return lines.join('\n')
}
