import fc from 'fast-check'
import { createScanner, type Node, type ParseError, parse, parseTree } from 'jsonc-parser'
import { describe, expect, test } from 'vitest'
import type { Integration, Remedy } from '../../src/model/options.js'
import { type Finding, isStatementFinding, type StatementFinding } from '../../src/model/report.js'
import { authors, dice, rolls, written } from '../support/authors.js'
import { policies } from '../support/blocking.js'
import { applied, checkFiles, INTEGRATION } from '../support/check.js'
import { denies } from '../support/concrete.js'
import { type Other, otherRequests } from '../support/others.js'

const RUNS = Number(process.env.FC_RUNS ?? 150)
const TIMEOUT = 60_000 + RUNS * 200

const OPTIONS = { allowTrailingComma: true }
const SECOND: Integration = { ...INTEGRATION, roleName: 'ClumioIAMRole-ue-1-831e8db1-7a77-4550-b2a4-838aa526b8df' }

/** How policies come to stand in one file. */
type Wrapping = 'bare' | 'one-statement' | 'list' | 'stream' | 'cloudformation'

interface Case {
  readonly text: string
  readonly remedy: Remedy
  readonly integrations: readonly Integration[]
}

const cases: fc.Arbitrary<Case> = fc
  .record({
    policies: fc.array(policies, { minLength: 1, maxLength: 2 }),
    partition: fc.constantFrom('aws', 'aws', '*', 'aws*', '?ws'),
    wrapping: fc.constantFrom<Wrapping>('bare', 'bare', 'one-statement', 'list', 'stream', 'cloudformation'),
    author: authors,
    rolls,
    remedy: fc.constantFrom<Remedy>('not-principal', 'principal-arn'),
    integrations: fc.constantFrom<readonly Integration[]>([INTEGRATION], [INTEGRATION], [INTEGRATION, SECOND]),
  })
  .map(({ policies: generated, partition, wrapping, author, rolls: numbers, remedy, integrations }) => {
    // Resources may leave the partition to a pattern; what an edit writes never does.
    const list: typeof generated = JSON.parse(
      JSON.stringify(generated).replaceAll('arn:aws:s3:', `arn:${partition}:s3:`),
    )
    const roll = dice(numbers)
    const write = (value: unknown) => written(value, author, roll)
    return { text: wrapped(list, wrapping, write, author.eol), remedy, integrations }
  })

function wrapped(
  list: readonly { readonly Statement: readonly unknown[] }[],
  how: Wrapping,
  write: (value: unknown) => string,
  eol: string,
): string {
  const [first] = list
  switch (how) {
    case 'bare':
      return write(first)
    case 'one-statement':
      return write({ ...first, Statement: first?.Statement.at(-1) })
    case 'list':
      return write(list)
    case 'stream':
      return list.map(write).join(eol)
    case 'cloudformation':
      return write({
        Resources: Object.fromEntries(
          list.map((document, i) => [
            `P${i}`,
            { Type: 'AWS::S3::BucketPolicy', Properties: { Bucket: 'b1', PolicyDocument: document } },
          ]),
        ),
      })
  }
}

async function findingsOf(text: string, { remedy, integrations }: Case): Promise<readonly Finding[]> {
  const { report } = await checkFiles({ 'p.json': text }, { remedy, integrations, featuresSet: true })
  expect(report.unread).toEqual([])
  return report.findings
}

function fixedIn(findings: readonly Finding[]): readonly StatementFinding[] {
  return findings.filter(isStatementFinding).filter(({ fix }) => fix?.applicability === 'edit')
}

/** Documents of a file one after the other, as values with the offset of each. */
function documentsOf(text: string): readonly { readonly value: unknown; readonly root: Node }[] {
  const found: { value: unknown; root: Node }[] = []
  let rest = text
  while (rest.trim() !== '') {
    const root = parseTree(' '.repeat(text.length - rest.length) + rest, [], OPTIONS)
    if (root === undefined) throw new Error('not JSON')
    const end = root.offset + root.length
    const errors: ParseError[] = []
    found.push({ value: parse(text.slice(root.offset, end), errors, OPTIONS), root })
    expect(errors).toEqual([])
    rest = text.slice(end).replace(/^(?:\s|\/\/.*|\/\*.*?\*\/)+/, '')
  }
  return found
}

type Json = Readonly<Record<string, unknown>>

/** All policies of a file, in order. */
function policiesIn(value: unknown): readonly Json[] {
  if (Array.isArray(value)) return value.flatMap(policiesIn)
  const object = value as Json
  const resources = object.Resources as Record<string, { Properties: { PolicyDocument: Json } }> | undefined
  return resources === undefined
    ? [object]
    : Object.values(resources).map(({ Properties }) => Properties.PolicyDocument)
}

function statementsIn(text: string): readonly Json[] {
  return documentsOf(text).flatMap(({ value }) =>
    policiesIn(value).flatMap(({ Statement }) => [Statement].flat() as Json[]),
  )
}

/** The scanner's kinds of tokens that this test tells apart. */
const KIND = { comma: 5, lineComment: 12, blockComment: 13, lineBreak: 14, trivia: 15, end: 17 } as const

/** Tokens without white space and commas, but for the members that an edit may change. */
function tokensOutside(text: string): readonly string[] {
  const spans = documentsOf(text).flatMap(({ root }) => changeable(root))
  const scanner = createScanner(text)
  const tokens: string[] = []
  for (let kind: number = scanner.scan(); kind !== KIND.end; kind = scanner.scan()) {
    if (kind === KIND.lineBreak || kind === KIND.trivia || kind === KIND.comma) continue
    const at = scanner.getTokenOffset()
    if (!spans.some(([start, end]) => at >= start && at < end)) tokens.push(scanner.getTokenValue())
  }
  return tokens
}

const CHANGEABLE = new Set(['Principal', 'NotPrincipal', 'Condition'])

function changeable(node: Node): readonly (readonly [number, number])[] {
  if (node.type === 'property' && CHANGEABLE.has(String(node.children?.[0]?.value))) {
    return [[node.offset, node.offset + node.length]]
  }
  return (node.children ?? []).flatMap(changeable)
}

function commentsIn(text: string): readonly string[] {
  const scanner = createScanner(text)
  const comments: string[] = []
  for (let kind: number = scanner.scan(); kind !== KIND.end; kind = scanner.scan()) {
    if (kind === KIND.lineComment || kind === KIND.blockComment) comments.push(scanner.getTokenValue())
  }
  return comments
}

function rest(statement: Json | undefined): unknown {
  return Object.fromEntries(Object.entries(statement ?? {}).filter(([name]) => !CHANGEABLE.has(name)))
}

/** What stands outside of the lines that edits replace. */
function linesOutside(text: string, ranges: readonly (readonly [number, number])[]): readonly string[] {
  const lines = text.split('\n')
  return lines.filter((_, i) => !ranges.some(([from, to]) => i + 1 >= from && i + 1 <= to))
}

/** The line ranges of all edits before and after they are applied; throws where two overlap. */
function rangesOf(findings: readonly Finding[]): {
  readonly old: [number, number][]
  readonly now: [number, number][]
} {
  const edits = new Map(
    findings
      .flatMap(({ fix }) => (fix?.applicability === 'edit' ? fix.edits : []))
      .map((edit) => [JSON.stringify(edit), edit]),
  )
  const old: [number, number][] = []
  const now: [number, number][] = []
  let shift = 0
  for (const edit of [...edits.values()].sort((a, b) => a.startLine - b.startLine)) {
    expect(edit.startLine).toBeGreaterThan(old.at(-1)?.[1] ?? 0)
    const count = edit.replacement.split('\n').length
    old.push([edit.startLine, edit.endLine])
    now.push([edit.startLine + shift, edit.startLine + shift + count - 1])
    shift += count - (edit.endLine - edit.startLine + 1)
  }
  return { old, now }
}

describe('edits in whatever way a policy is written', () => {
  test(
    'clear the finding for good and change only the exemption',
    async () => {
      await fc.assert(
        fc.asyncProperty(cases, async (one) => {
          const { text } = one
          const findings = await findingsOf(text, one)
          const fixed = fixedIn(findings)
          const after = applied(text, findings)
          const place = ({ policy, statement }: StatementFinding) => `${policy.pointer} ${statement.index}`

          const left = await findingsOf(after, one)
          const cleared = new Set(fixed.map(place))
          if (!text.includes('}\n{') && documentsOf(text).length === 1) {
            expect(
              left
                .filter(isStatementFinding)
                .map(place)
                .filter((at) => cleared.has(at)),
            ).toEqual([])
          }
          expect(left.filter(({ rule }) => rule === 'deny-blocks-clumio')).toHaveLength(
            findings.filter(({ rule }) => rule === 'deny-blocks-clumio').length -
              fixed.filter(({ rule }) => rule === 'deny-blocks-clumio').length,
          )
          expect(applied(after, left)).toBe(after)

          const { old, now } = rangesOf(findings)
          expect(linesOutside(after, now)).toEqual(linesOutside(text, old))
          expect(commentsIn(after)).toEqual(commentsIn(text))
          expect(tokensOutside(after)).toEqual(tokensOutside(text))
          const [was, is] = [statementsIn(text), statementsIn(after)]
          expect(is.map(rest)).toEqual(was.map(rest))
          expect(is.filter((statement, i) => JSON.stringify(statement) !== JSON.stringify(was[i]))).toHaveLength(
            fixed.filter(({ rule }) => rule === 'deny-blocks-clumio').length,
          )
        }),
        { numRuns: RUNS },
      )
    },
    TIMEOUT,
  )

  test(
    'move no verdict but those that the note lists for the remedy',
    async () => {
      await fc.assert(
        fc.asyncProperty(cases, async (one) => {
          const findings = await findingsOf(one.text, one)
          const remedies = new Map(fixedIn(findings).map((finding) => [finding.fingerprint, finding.fix?.remedy]))
          if (remedies.size === 0) return
          const was = statementsIn(one.text)
          const is = statementsIn(applied(one.text, findings))
          for (const [i, before] of was.entries()) {
            const after = is[i]
            if (after === undefined || JSON.stringify(before) === JSON.stringify(after)) continue
            const remedy =
              JSON.stringify(after.Condition) === JSON.stringify(before.Condition) ? 'not-principal' : 'principal-arn'
            for (const { who, request } of otherRequests(one.integrations)) {
              const [old, now] = [before, after].map((statement) => denies(statement, '2012-10-17', request))
              if (old === now) continue
              expect({ who, remedy, before, after, move: `${old}${now}` }).toSatisfy(isListed)
            }
          }
        }),
        { numRuns: RUNS },
      )
    },
    TIMEOUT,
  )
})

interface Move {
  readonly who: Other
  readonly remedy: string
  readonly before: Json
  readonly move: string
}

/** What may move (docs/semantics.md, D36). */
function isListed({ who, remedy, before, move }: Move): boolean {
  const exempt = move.endsWith('F')
  if (remedy === 'principal-arn') return exempt && who.startsWith('clumio')
  switch (who) {
    case 'clumio':
    case 'root':
      return exempt
    case 'service':
      return move === 'UT' && before.Principal !== '*' && before.Principal !== undefined
    case 'listed user':
      // Listed without the account root before: AWS says that this might not be enough.
      return move === 'UF' && before.NotPrincipal !== undefined
    default:
      return false
  }
}
