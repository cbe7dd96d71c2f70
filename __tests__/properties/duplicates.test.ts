import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isStatementFinding } from '../../src/model/report.js'
import { checkFiles } from '../support/check.js'
import { statements } from '../support/statements.js'
import { BASE_STATEMENT } from '../support/vectors.js'

const RUNS = Number(process.env.FC_RUNS ?? 100)
const ALLOW = JSON.stringify({ ...BASE_STATEMENT, Effect: 'Allow' })

/** A statement as text, with one of its members a second time, as it is or with its name in another case. */
const doubled = fc
  .tuple(statements, fc.nat(), fc.boolean(), fc.boolean())
  .filter(([{ statement }]) => statement.Effect !== 'Allow' && !JSON.stringify(statement).includes('s3express'))
  .map(([{ statement }, at, first, sameCase]) => {
    const members = Object.entries(statement).map(([name, value]) => [name, JSON.stringify(value)] as const)
    const [name = '', value = ''] = members[at % members.length] ?? []
    const twin = [sameCase ? name : name.toLowerCase(), value] as const
    const all = first ? [twin, ...members] : [...members, twin]
    return `{${all.map(([key, text]) => `"${key}": ${text}`).join(', ')}}`
  })

test(
  'a statement with one member twice is undecided, whatever it says',
  async () => {
    await fc.assert(
      fc.asyncProperty(doubled, fc.constantFrom('', '// comment\n'), async (statement, before) => {
        const text = `${before}{"Version": "2012-10-17", "Statement": [${ALLOW}, ${statement}]}`
        const { report } = await checkFiles(text)
        const told = report.findings.filter(isStatementFinding)
        expect(told.map(({ rule, fix }) => ({ rule, fix }))).toEqual([{ rule: 'deny-may-block-clumio', fix: null }])
        expect(told[0]?.because.join()).toContain('stands twice')
      }),
      { numRuns: RUNS },
    )
  },
  60_000 + RUNS * 50,
)
