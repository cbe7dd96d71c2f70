import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isStatementFinding } from '../../src/model/report.js'
import { applied, checkFiles } from '../support/check.js'

const PRINCIPALS = [
  'star',
  'map',
  'list',
  'flow',
  'flow-list',
  'exempt',
  'exempt-list',
  'exempt-long',
  'exempt-flow',
] as const

/** How somebody writes a template. */
interface Manner {
  readonly step: number
  readonly listStep: boolean
  readonly quote: '' | '"' | "'"
  readonly principal: (typeof PRINCIPALS)[number]
  readonly condition: 'none' | 'block' | 'flow' | 'role'
  readonly comments: boolean
  readonly eol: '\n' | '\r\n'
  readonly last: 'Principal' | 'Condition'
}

const manner: fc.Arbitrary<Manner> = fc.record({
  step: fc.integer({ min: 1, max: 5 }),
  listStep: fc.boolean(),
  quote: fc.constantFrom('' as const, '"' as const, "'" as const),
  principal: fc.constantFrom(...PRINCIPALS),
  condition: fc.constantFrom('none' as const, 'block' as const, 'flow' as const, 'role' as const),
  comments: fc.boolean(),
  eol: fc.constantFrom('\n' as const, '\r\n' as const),
  last: fc.constantFrom('Principal' as const, 'Condition' as const),
})

function written(one: Manner): string {
  const pad = ' '.repeat(one.step)
  const dash = one.listStep ? pad : ''
  const q = (text: string) => `${one.quote}${text}${one.quote}`
  const star = one.quote === "'" ? "'*'" : '"*"'
  const comment = one.comments ? ' # kept' : ''
  const principal = {
    star: [`Principal: ${star}${comment}`],
    map: ['Principal:', `${pad}AWS: ${star}${comment}`],
    list: ['Principal:', `${pad}AWS:`, `${pad}${dash}- ${star}${comment}`],
    flow: [`Principal: {AWS: ${star}}${comment}`],
    'flow-list': [`Principal: {AWS: [${star}]}${comment}`],
    exempt: ['NotPrincipal:', `${pad}AWS: !GetAtt R.Arn${comment}`],
    'exempt-list': ['NotPrincipal:', `${pad}AWS:`, `${pad}${dash}- !GetAtt R.Arn${comment}`],
    'exempt-long': [
      'NotPrincipal:',
      `${pad}AWS:`,
      `${pad}${pad}Fn::GetAtt:`,
      `${pad.repeat(3)}- R`,
      `${pad.repeat(3)}- Arn`,
    ],
    'exempt-flow': [`NotPrincipal: {AWS: [!GetAtt R.Arn, ${q('arn:aws:iam::123456789012:user/x')}]}${comment}`],
  }[one.principal]
  const condition = {
    none: [],
    block: ['Condition:', `${pad}StringNotEquals:`, `${pad}${pad}aws:SourceVpc: ${q('vpc-1')}${comment}`],
    flow: [`Condition: {StringNotEquals: {'aws:SourceVpc': vpc-1}}${comment}`],
    role: ['Condition:', `${pad}ArnNotLike:`, `${pad}${pad}aws:PrincipalArn: ${q('arn:aws:iam::111122223333:role/x')}`],
  }[one.condition]
  const rest = ['Effect: Deny', `Action: ${q('s3:GetObject')}`, `Resource: ${q('arn:aws:s3:::acme/x')}`]
  const members = [...rest, ...(one.last === 'Principal' ? [...condition, ...principal] : [...principal, ...condition])]
  const statement = members.map((line, i) => (i === 0 ? `- ${line}` : `  ${line}`))
  const deep = pad.repeat(4) + dash
  return [
    `Resources:${comment}`,
    `${pad}R: {Type: AWS::IAM::Role, Properties: {RoleName: deployer}}`,
    `${pad}P:`,
    `${pad}${pad}Type: AWS::S3::BucketPolicy`,
    `${pad}${pad}Properties:`,
    `${pad.repeat(3)}Bucket: acme`,
    `${pad.repeat(3)}PolicyDocument:`,
    `${pad.repeat(4)}Statement:`,
    ...statement.map((line) => deep + line),
    `Outputs: {}${comment}`,
    '',
  ].join(one.eol)
}

test('an edit of a template clears the finding, once, and leaves every other line as it is', async () => {
  await fc.assert(
    fc.asyncProperty(
      manner,
      fc.constantFrom('not-principal' as const, 'principal-arn' as const),
      async (one, remedy) => {
        const text = written(one)
        const { report } = await checkFiles({ 't.yaml': text }, { remedy, features: ['backup'] })
        const findings = report.findings.filter(isStatementFinding)
        expect(findings.map(({ fix }) => fix?.applicability)).toEqual(['edit'])
        const [edit] = findings[0]?.fix?.edits ?? []
        const after = applied(text, findings)
        const again = await checkFiles({ 't.yaml': after }, { remedy, features: ['backup'] })
        expect(again.report.findings).toEqual([])
        expect(again.report.summary.statements).toBe(report.summary.statements)
        const lines = text.split('\n')
        const now = after.split('\n')
        const { startLine = 1, endLine = 1, replacement = '' } = edit ?? {}
        expect(now.slice(0, startLine - 1)).toEqual(lines.slice(0, startLine - 1))
        expect(now.slice(startLine - 1 + replacement.split('\n').length)).toEqual(lines.slice(endLine))
        expect(after.match(/# kept/g)?.length ?? 0).toBe(text.match(/# kept/g)?.length ?? 0)
        expect(now.slice(0, -1).every((line) => line.endsWith('\r'))).toBe(one.eol === '\r\n')
      },
    ),
  )
})
