import { describe, expect, test } from 'vitest'
import { isStatementFinding } from '../../src/model/report.js'
import { checkFiles, INTEGRATION } from '../support/check.js'
import { countCpu } from '../support/cost.js'
import { edited, policyOf, told } from '../support/templates.js'

const VPC = 'Condition: {StringNotEquals: {aws:SourceVpc: vpc-1}}'
const HARMLESS = 'Condition: {Bool: {aws:SecureTransport: "false"}}'

function deny(sid: string, rest = VPC): string {
  return `{Sid: ${sid}, Effect: Deny, Principal: "*", Action: "s3:*", Resource: "arn:aws:s3:::acme/*", ${rest}}`
}

/** Verdicts by Sid. */
async function verdicts(statements: string, around = ''): Promise<readonly string[]> {
  const { report } = await checkFiles({ 't.yaml': policyOf(statements, around) })
  return report.findings.filter(isStatementFinding).map(({ verdict, statement }) => `${statement.sid} ${verdict}`)
}

describe('Fn::If among statements', () => {
  test.each<[string, string, readonly string[]]>([
    ['both branches block', `- !If [A, ${deny('X')}, ${deny('Y')}]`, ['X blocked', 'Y blocked']],
    ['one branch is harmless', `- !If [A, ${deny('X')}, ${deny('Y', HARMLESS)}]`, ['X undecided']],
    [
      'each list has one that blocks',
      `- !If [A, [${deny('X')}, ${deny('H', HARMLESS)}], [${deny('Y')}]]`,
      ['X blocked', 'Y blocked'],
    ],
    ['one list has none that blocks', `- !If [A, [${deny('X')}], [${deny('H', HARMLESS)}]]`, ['X undecided']],
    [
      'a choice in a choice blocks in all',
      `- !If [A, ${deny('X')}, !If [B, ${deny('Y')}, ${deny('Z')}]]`,
      ['X blocked', 'Y blocked', 'Z blocked'],
    ],
    [
      'a choice in a list',
      `- !If [A, [!If [B, ${deny('X')}, !Ref AWS::NoValue], ${deny('Y')}], ${deny('Z')}]`,
      ['X blocked', 'Y blocked', 'Z blocked'],
    ],
    [
      'one blocks the inventory and the other restores',
      `- !If [A, ${deny('X').replace('s3:*', 's3:GetBucketLogging').replace('acme/*', 'acme')}, ${deny('Y').replace('s3:*', 's3:DeleteObject')}]`,
      ['X undecided', 'Y undecided'],
    ],
    [
      'a choice in a list of which one branch is nothing',
      `- !If [A, [!If [B, ${deny('X')}, !Ref AWS::NoValue]], ${deny('Z')}]`,
      ['X undecided', 'Z undecided'],
    ],
  ])('%s', async (_, statements, expected) => {
    expect([...(await verdicts(statements))].sort()).toEqual(expected)
  })

  test('what some branches block is open, beside what all of them do', async () => {
    const statements = `- !If [A, ${deny('X')}, ${deny('Y').replace('s3:*', 's3:DeleteObject')}]`
    const { report } = await checkFiles({ 't.yaml': policyOf(statements) })
    const features = (some: readonly { readonly feature: string }[]) => [...new Set(some.map(({ feature }) => feature))]
    const [x, y] = report.findings.filter(isStatementFinding)
    expect(features(x?.blocked ?? [])).toEqual(['restore'])
    expect(features(x?.undecided ?? [])).toEqual(['backup'])
    expect(features(y?.blocked ?? [])).toEqual(['restore'])
    expect(y?.undecided).toEqual([])
    expect(x?.message).toMatch(/^Deny statement "X" \(if A holds\) blocks Clumio restore on .*, and may block backup: /)
    expect(x?.fix).toMatchObject({
      applicability: 'text-only',
      note: expect.stringContaining('nothing but restore for sure'),
    })
  })

  test.each([
    [`- !If [A, ${deny('X')}, ${deny('Y')}]`, ['"X" (if A holds) blocks', '"Y" (if A does not hold) blocks']],
    [
      `- !If [A, ${deny('X')}, !If [B, ${deny('Y')}, ${deny('Z')}]]`,
      ['"X" (if A holds) blocks', '"Y" (if B holds and A does not) blocks', '"Z" (if A and B do not hold) blocks'],
    ],
    [`- !If [A, ${deny('X')}, !Ref AWS::NoValue]`, ['"X" (if A holds) may block']],
    [`- ${deny('X', 'Condition: {StringNotEquals: {aws:SourceVpc: !If [A, vpc-1, vpc-2]}}')}`, ['"X" blocks']],
    [`- ${deny('X').replace('"s3:*"', '!If [A, "s3:*", "s3:Get*"]')}`, ['"X" blocks']],
  ])('a message says under which conditions it is true: %s', async (statements, starts) => {
    const { report } = await checkFiles({ 't.yaml': policyOf(statements) })
    expect(report.findings.map(({ message }) => message.replace(/^Deny statement (.*?) Clumio.*$/, '$1'))).toEqual(
      starts,
    )
  })

  test.each([
    ['when', 'b', ': if A holds, only requests from VPC a are allowed'],
    ['nothing more where all say the same', 'a', ': only requests from VPC a are allowed'],
  ])('a statement that blocks either way says so, and of what it names %s', async (_, other, told) => {
    const condition = `Condition: !If [A, {StringNotEquals: {aws:SourceVpc: a}}, {StringNotEquals: {aws:SourceVpc: ${other}}}]`
    const { report } = await checkFiles({ 't.yaml': policyOf(`- ${deny('X', condition)}`) })
    expect(report.findings.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^Deny statement "X" blocks Clumio /),
    ])
    expect(report.findings[0]?.message).toContain(told)
  })

  test('a condition that is not known is what one must know', async () => {
    const { report } = await checkFiles({ 't.yaml': policyOf(`- !If [A, ${deny('X')}, !Ref AWS::NoValue]`) })
    expect(report.findings[0]?.message).toContain('one must know whether the condition A holds')
  })

  test('each branch is edited where it is written', async () => {
    const files = { 't.yaml': policyOf(`- !If\n  - A\n  - ${deny('X')}\n  - - ${deny('Y')}\n    - ${deny('Z')}`) }
    const after = await edited(files)
    expect(after['t.yaml']?.match(/NotPrincipal/g)).toHaveLength(3)
    expect(await told(after)).toEqual([])
  })
})

describe('Fn::If within a statement', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'a Condition that holds either way',
      `- ${deny('X', `Condition: !If [A, {StringNotEquals: {aws:SourceVpc: a}}, {StringNotEquals: {aws:SourceVpc: b}}]`)}`,
      ['X blocked'],
    ],
    [
      'a Condition that holds one way',
      `- ${deny('X', `Condition: !If [A, {StringNotEquals: {aws:SourceVpc: a}}, {Bool: {aws:SecureTransport: "false"}}]`)}`,
      ['X undecided'],
    ],
    [
      'a Condition that is nothing one way',
      `- ${deny('X', `Condition: !If [A, {StringNotEquals: {aws:SourceVpc: a}}, !Ref AWS::NoValue]`)}`,
      ['X blocked'],
    ],
    [
      'a value of a test',
      `- ${deny('X', 'Condition: {StringEquals: {aws:PrincipalAccount: !If [A, "123456789012", "111122223333"]}}')}`,
      ['X undecided'],
    ],
    ['an effect', `- ${deny('X').replace('Effect: Deny', 'Effect: !If [A, Deny, Allow]')}`, ['X undecided']],
    [
      'a list of actions',
      `- ${deny('X').replace('"s3:*"', '!If [A, ["s3:GetObject"], ["s3:GetObjectVersion", "s3:PutObject"]]')}`,
      ['X blocked'],
    ],
    [
      'the same condition twice means the same',
      `- ${deny('X', 'Condition: !If [A, {StringNotEquals: {aws:SourceVpc: a}}, {Bool: {aws:SecureTransport: "false"}}]').replace('"s3:*"', '!If [A, "s3:CreateBucket", "s3:*"]')}`,
      [],
    ],
    [
      'which partition it is',
      `- ${deny('X').replace('"arn:aws:s3:::acme/*"', '!If [China, "arn:aws-cn:s3:::acme/*", "arn:aws:s3:::acme/*"]')}`,
      ['X blocked'],
    ],
    [
      'the name of a partition',
      `- ${deny('X').replace('"arn:aws:s3:::acme/*"', '!Sub ["arn:${P}:s3:::acme/*", {P: !If [China, aws-cn, aws]}]')}`,
      ['X blocked'],
    ],
  ])('%s', async (_, statements, expected) => {
    expect(await verdicts(statements)).toEqual(expected)
  })

  test('functions that nest in one another cost what they are long, not what each of them is', async () => {
    const nested = (levels: number): object =>
      levels === 0 ? { 'Fn::Sub': 's3:Get${X}' } : { 'Fn::If': ['China', nested(levels - 1), { Ref: `R${levels}` }] }
    const statement = {
      Effect: 'Deny',
      Principal: '*',
      Action: Array.from({ length: 60 }, () => nested(90)),
      Resource: '*',
    }
    const spent = countCpu()
    await checkFiles({ 't.yaml': policyOf(`- ${JSON.stringify(statement)}`) })
    expect(spent()).toBeLessThan(10_000)
  })

  test('many conditions in many statements are tried out up to a bound', async () => {
    const names = Array.from({ length: 4 }, (_, i) => `!If [C${i}, "s3:Get${i}", "s3:Put${i}"]`).join(', ')
    const statements = Array.from({ length: 400 }, (_, i) => `- ${deny(`S${i}`).replace('"s3:*"', `[${names}]`)}`)
    const spent = countCpu()
    await checkFiles({ 't.yaml': policyOf(statements.join('\n')) })
    expect(spent()).toBeLessThan(20_000)
  })
})

describe('conditions and parameters', () => {
  const conditions = (env: string) => `Parameters: {Env: {Type: String, ${env}}}
Conditions:
  Prod: !Equals [!Ref Env, prod]
  NotProd: !Not [Condition: Prod]
  Both: !And [!Condition Prod, !Equals [a, a]]
  Either: !Or [!Condition NotProd, !Equals [a, b]]`
  const known = conditions('AllowedValues: [prod]')
  test.each<[string, string, string, readonly string[]]>([
    ['the one value that is allowed decides', known, `- !If [Prod, ${deny('X')}, ${deny('Y')}]`, ['X blocked']],
    ['through Fn::Not', known, `- !If [NotProd, ${deny('X')}, ${deny('Y', HARMLESS)}]`, []],
    ['through Fn::And', known, `- !If [Both, ${deny('X')}, !Ref AWS::NoValue]`, ['X blocked']],
    ['through Fn::Or', known, `- !If [Either, ${deny('X')}, !Ref AWS::NoValue]`, []],
    [
      'a default decides nothing',
      conditions('Default: prod'),
      `- !If [Prod, ${deny('X')}, !Ref AWS::NoValue]`,
      ['X undecided'],
    ],
  ])('%s', async (_, around, statements, expected) => {
    expect(await verdicts(statements, around)).toEqual(expected)
  })

  test.each([
    ['1_000', '"1000"', null],
    ['0x10', '"16"', null],
    ['0b11', '3', null],
    ['"1.0"', '"1.00"', null],
    ['1e3', '"1000"', null],
    ['yes', 'true', null],
    ['OFF', '"false"', null],
    ['1:30', '"90"', null],
    ['"90"', '1:30', null],
    ['-1:30', '"-90"', null],
    ['1:30:00', '5400', null],
    ['1:30.5', '"90.5"', null],
    ['0o17', '"15"', null],
    ['017', '"15"', null],
    ['.inf', '"Infinity"', null],
    ['.NaN', '"NaN"', null],
    ['-.Inf', '"-Infinity"', null],
    ['~', '"null"', null],
    ['1:30', '"91"', false],
    ['1:60', '"120"', false],
    ['.inf', '"-Infinity"', false],
    ['1_000', '"1001"', false],
    ['0x10', '"10"', false],
    ['yes', 'no', false],
    ['prod', 'Prod', false],
  ])('%s and %s, which another parser may take for one value', async (one, other, holds) => {
    const around = `Conditions: {Same: !Equals [${one}, ${other}]}`
    const found = await verdicts(`- !If [Same, ${deny('X')}, !Ref AWS::NoValue]`, around)
    expect(found).toEqual(holds === null ? ['X undecided'] : [])
  })

  const who = (type: string) => `Parameters: {Who: {${type}}}`
  const asked = `- ${deny('X').replace('Principal: "*"', 'Principal: {AWS: !Ref Who}')}`
  test.each<[string, string, string, RegExp]>([
    ['a default that blocks', 'Type: String, Default: "*"', 'warning', /with the defaults .* it blocks Clumio\.$/],
    [
      'a default that does not',
      'Type: String, Default: "arn:aws:iam::111122223333:role/x"',
      'notice',
      /it leaves Clumio alone\.$/,
    ],
    ['a name in SSM is no value', 'Type: "AWS::SSM::Parameter::Value<String>", Default: "*"', 'warning', /to know\.$/],
    [
      'nor is the only one that is allowed',
      'Type: "AWS::SSM::Parameter::Value<String>", AllowedValues: ["*"]',
      'warning',
      /to know\.$/,
    ],
    ['none', 'Type: String', 'warning', /to know\.$/],
  ])('%s is a hint, no verdict', async (_, parameter, level, words) => {
    const { report } = await checkFiles({ 't.yaml': policyOf(asked, who(parameter)) })
    expect(report.findings).toMatchObject([{ rule: 'deny-may-block-clumio', level, fix: null }])
    expect(report.findings[0]?.message).toMatch(words)
  })

  test('a resource whose condition does not hold is not there', async () => {
    const text = policyOf(`- ${deny('X')}`, known).replace(
      '    Type: AWS::S3::BucketPolicy',
      '    Condition: NotProd\n    Type: AWS::S3::BucketPolicy',
    )
    expect(await told({ 't.yaml': text })).toEqual([])
  })

  test('conditions that refer to each other are unknown', async () => {
    expect(
      await verdicts(`- !If [A, ${deny('X')}, !Ref AWS::NoValue]`, 'Conditions: {A: !Condition B, B: !Condition A}'),
    ).toEqual(['X undecided'])
  })
})

describe('other functions', () => {
  test.each<[string, string, readonly string[]]>([
    ['Fn::Select from a list', '!Select [1, [a, "arn:aws:s3:::acme/*"]]', ['X blocked']],
    ['Fn::Select from a text that is split', '!Select [1, !Split ["|", "a|arn:aws:s3:::acme/*"]]', ['X blocked']],
    ['Fn::Select of nothing', '!Select [7, [a, b]]', ['X undecided']],
    ['Fn::Join with what is not known', '!Join [":", ["arn:aws:s3::", !ImportValue x]]', ['X undecided']],
  ])('%s', async (_, written, expected) => {
    expect(await verdicts(`- ${deny('X').replace('"arn:aws:s3:::acme/*"', written)}`)).toEqual(expected)
  })

  test('texts that repeat each other again and again are not written out', async () => {
    const nested = (depth: number): string =>
      depth === 0 ? 'vpc' : `!Sub ["${'${a}'.repeat(60)}", {a: ${nested(depth - 1)}}]`
    const condition = `Condition: {StringNotEquals: {aws:SourceVpc: ${nested(40)}}}`
    expect(await verdicts(`- ${deny('X', condition)}`)).toEqual(['X blocked'])
  })

  test('the ARN of a role of the template is not Clumio, whatever operator compares it', async () => {
    const role = 'Resources: {R: {Type: AWS::IAM::Role, Properties: {RoleName: deployer}}'
    for (const operator of ['ArnNotEquals', 'ArnNotLike', 'StringNotEquals', 'StringNotLike']) {
      const text = policyOf(`- ${deny('X', `Condition: {${operator}: {aws:PrincipalArn: [!GetAtt R.Arn]}}`)}`).replace(
        'Resources:',
        `${role.replace('{R:', '\n  R:').replace(/}}$/, '}}')}`,
      )
      expect(await told({ 't.yaml': text })).toEqual(['blocked t.yaml Policy X'])
    }
  })
})

describe("a role of the template that may be the vendor's", () => {
  const NAME = INTEGRATION.roleName
  const exempt = (value: string) => `- ${deny('X', `Condition: {ArnNotLike: {aws:PrincipalArn: ${value}}}`)}`
  const role = (name: string) => `R: {Type: AWS::IAM::Role, Properties: {Path: /clumio/, RoleName: ${name}}}`
  test.each<[string, string, string, readonly string[]]>([
    ['is the configured one by its name', role(`${NAME}`), '!GetAtt R.Arn', []],
    ['has that name', role(`${NAME}`), '!Sub "arn:aws:iam::111122223333:role/clumio/${R}"', []],
    ['has another name', role('other'), '!Sub "arn:aws:iam::111122223333:role/clumio/${R}"', ['X blocked']],
    ['is not known by a name that is not written out', role('!Ref N'), '!GetAtt R.Arn', ['X undecided']],
  ])('%s', async (_, resource, value, expected) => {
    const text = policyOf(exempt(value)).replace('Resources:', `Resources:\n  ${resource}`)
    const { report } = await checkFiles({ 't.yaml': text }, { integrations: [INTEGRATION] })
    const found = report.findings.filter(isStatementFinding).filter(({ rule }) => rule.startsWith('deny-'))
    expect(found.map(({ verdict, statement }) => `${statement.sid} ${verdict}`)).toEqual(expected)
  })
})

describe('the role that SAM makes for a function', () => {
  const exempt = `- ${deny('X', 'Condition: {ArnNotEquals: {aws:PrincipalArn: !GetAtt JobRole.Arn}}')}`
  test.each<[string, string, readonly string[]]>([
    ['is not Clumio', 'Job: {Type: AWS::Serverless::Function}', ['X blocked']],
    ['nor is that of a state machine', 'Job: {Type: AWS::Serverless::StateMachine}', ['X blocked']],
    [
      'is none where the function names one',
      'Job: {Type: AWS::Serverless::Function, Properties: {Role: !Ref R}}',
      ['X undecided'],
    ],
    ['is none of another resource', 'Job: {Type: AWS::Lambda::Function}', ['X undecided']],
  ])('%s', async (_, resource, expected) => {
    const text = policyOf(exempt).replace('Resources:', `Resources:\n  ${resource}`)
    const { report } = await checkFiles({ 't.yaml': text })
    const found = report.findings.filter(isStatementFinding)
    expect(found.map(({ verdict, statement }) => `${statement.sid} ${verdict}`)).toEqual(expected)
  })
})

describe('loops of the language extensions', () => {
  const loop = (list: string, around = '') => `${around}
Resources:
  Fn::ForEach::Buckets:
    - Name
    - ${list}
    - Policy\${Name}:
        Type: AWS::S3::BucketPolicy
        Properties:
          Bucket: acme-\${Name}
          PolicyDocument:
            Statement: [${deny('X').replace('arn:aws:s3:::acme/*', 'arn:aws:s3:::acme-${Name}/*')}]
`
  test.each<[string, string, readonly (string | null)[]]>([
    ['a list that is written out', loop('[a, b]'), ['acme-a', 'acme-b']],
    [
      'a list of a mapping',
      loop('!FindInMap [M, all, names]', 'Mappings: {M: {all: {names: [a, b]}}}'),
      ['acme-a', 'acme-b'],
    ],
    [
      'a list that is not known',
      loop('!Ref Names', 'Parameters: {Names: {Type: CommaDelimitedList, Default: "a,b"}}'),
      [null],
    ],
    ['an item that is not known', loop('[a, !Ref Name]', 'Parameters: {Name: {Type: String}}'), ['acme-a', null]],
    [
      'the only list that is allowed',
      loop('!Ref Names', 'Parameters: {Names: {Type: CommaDelimitedList, AllowedValues: ["a, b"]}}'),
      ['acme-a', 'acme-b'],
    ],
  ])('%s', async (_, text, buckets) => {
    const { report } = await checkFiles({ 't.yaml': text })
    expect(report.findings.map(({ policy }) => policy?.bucket ?? null).sort()).toEqual([...buckets].sort())
    expect(report.findings.map(({ rule }) => rule)).toEqual(buckets.map(() => 'deny-blocks-clumio'))
    expect(await told(await edited({ 't.yaml': text }))).toEqual([])
  })

  test('members of a statement', async () => {
    const statement = deny(
      'X',
      "Condition: {'Fn::ForEach::O': [O, [StringNotEquals, StringNotLike], {'${O}': {aws:SourceVpc: vpc-1}}]}",
    )
    expect(await verdicts(`- ${statement}`)).toEqual(['X blocked'])
  })

  test('a list that hangs on the loop around it', async () => {
    const text = `Mappings: {M: {x: {names: [a]}, y: {names: [b, c]}}}
Resources:
  Fn::ForEach::Outer:
    - Team
    - [x, y]
    - Fn::ForEach::Inner:
        - Name
        - !FindInMap [M, !Ref Team, names]
        - P\${Team}\${Name}:
            Type: AWS::S3::BucketPolicy
            Properties: {Bucket: "\${Team}-\${Name}", PolicyDocument: {Statement: [${deny('X').replace('acme/*', '*')}]}}
`
    const { report } = await checkFiles({ 't.yaml': text })
    expect(report.findings.map(({ policy }) => policy?.bucket).sort()).toEqual(['x-a', 'y-b', 'y-c'])
  })
})
