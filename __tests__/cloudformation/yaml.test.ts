import { describe, expect, test } from 'vitest'
import { check } from '../../src/check/index.js'
import { isStatementFinding } from '../../src/model/report.js'
import { checkFiles, OPTIONS, sourceOf, sourcesIn } from '../support/check.js'
import { countCpu } from '../support/cost.js'

/** A template with one policy; lines of its one statement are given, without indentation. */
function template(lines: string, around = ''): string {
  const statement = lines
    .trim()
    .split('\n')
    .map((line, i) => (i === 0 ? `          - ${line}` : `            ${line}`))
    .join('\n')
  return `${around}
Resources:
  Data:
    Type: AWS::S3::Bucket
  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Data
      PolicyDocument:
        Version: 2012-10-17
        Statement:
${statement}
`
}

const DENY = `Sid: Vpc
Effect: Deny
Principal: "*"
Action: s3:*
Resource: !Sub \${Data.Arn}/*
Condition:
  StringNotEquals:
    aws:SourceVpc: vpc-1`

/** The statement with another condition. */
function conditioned(lines: string): string {
  return DENY.slice(0, DENY.indexOf('StringNotEquals')) + lines
}

async function verdicts(text: string, path = 'template.yaml'): Promise<readonly string[]> {
  const { report } = await checkFiles({ [path]: text })
  return report.findings.map((one) => (isStatementFinding(one) ? one.verdict : one.rule))
}

describe('scalars of YAML', () => {
  test.each<[string, string, readonly string[]]>([
    ['a date is the version', DENY, ['blocked']],
    ['false without quotes', conditioned('Bool:\n    aws:SecureTransport: false'), []],
    ['False in capitals', conditioned('Bool:\n    aws:SecureTransport: False'), []],
    ['no is a text, not false', conditioned('Bool:\n    aws:SecureTransport: no'), ['undecided']],
    ['Null is the operator', conditioned('Null:\n    aws:PrincipalArn: false'), ['blocked']],
    [
      'digits with a zero in front are text',
      conditioned('StringNotEquals:\n    aws:PrincipalAccount: 012345678901'),
      ['blocked'],
    ],
    ['digits of another account', conditioned('StringNotEquals:\n    aws:PrincipalAccount: 111122223333'), []],
    ['a folded text', DENY.replace('!Sub ${Data.Arn}/*', '!Sub >-\n  ${Data.Arn}/*'), ['blocked']],
    ['long forms', DENY.replace('!Sub ${Data.Arn}/*', '{"Fn::Sub": "${Data.Arn}/*"}'), ['blocked']],
    [
      'nested short forms',
      DENY.replace('!Sub ${Data.Arn}/*', '!Join ["", [!GetAtt Data.Arn, "/", !Join ["", ["*"]]]]'),
      ['blocked'],
    ],
  ])('%s', async (_, statement, expected) => {
    expect(await verdicts(template(statement))).toEqual(expected)
  })
})

describe('expressions', () => {
  const at = (principal: string) => DENY.replace('Principal: "*"', principal)
  test.each<[string, string, readonly string[]]>([
    ['a principal that blocks either way', template(at('Principal: !If [Prod, "*", {AWS: "*"}]')), ['blocked']],
    [
      'a principal that blocks one way',
      template(at('Principal: !If [Prod, "*", {AWS: "arn:aws:iam::111122223333:role/x"}]')),
      ['undecided'],
    ],
    [
      'a list of principals that blocks neither way',
      template(
        at('Principal: {AWS: !If [Prod, "arn:aws:iam::111122223333:role/x", "arn:aws:iam::111122223333:role/y"]}'),
      ),
      [],
    ],
    ['members that are nothing', template(`${DENY}\nNotPrincipal: !Ref AWS::NoValue`), ['blocked']],
    [
      'items that are nothing',
      template(DENY.replace('Action: s3:*', 'Action: [s3:GetObject, !Ref AWS::NoValue]')),
      ['blocked'],
    ],
    [
      'a literal value of a mapping',
      template(at('Principal: !FindInMap [Who, all, name]'), 'Mappings: {Who: {all: {name: "*"}}}'),
      ['blocked'],
    ],
    [
      'a value that all Regions share',
      template(
        at('Principal: !FindInMap [Who, !Ref AWS::Region, name]'),
        'Mappings: {Who: {a: {name: "*"}, b: {name: "*"}}}',
      ),
      ['blocked'],
    ],
    [
      'a parameter with one allowed value',
      template(at('Principal: {AWS: !Ref Who}'), 'Parameters: {Who: {Type: String, AllowedValues: ["*"]}}'),
      ['blocked'],
    ],
    [
      'a whole principal that is such a parameter',
      template(at('Principal: !Ref Who'), 'Parameters: {Who: {Type: String, AllowedValues: ["*"]}}'),
      ['blocked'],
    ],
    [
      'a whole principal that holds such a parameter',
      template(at('Principal: !Sub "${Who}"'), 'Parameters: {Who: {Type: String, AllowedValues: ["*"]}}'),
      ['blocked'],
    ],
    ['a whole principal that is selected', template(at('Principal: !Select [1, [x, "*"]]')), ['blocked']],
    ['a whole principal that is joined', template(at('Principal: !Join ["", ["*"]]')), ['blocked']],
    [
      'a whole principal that comes to a name, which is none',
      template(at('Principal: !Select [0, [x]]')),
      ['undecided'],
    ],
    [
      'actions that are split',
      template(DENY.replace('Action: s3:*', 'Action: !Split [",", "s3:ListBucket,s3:GetObject"]')),
      ['blocked'],
    ],
    [
      'principals that are split',
      template(
        at('Principal: {AWS: !Split [",", "arn:aws:iam::111122223333:role/x,arn:aws:iam::111122223333:role/y"]}'),
      ),
      [],
    ],
    [
      'a parameter of which only the default is known',
      template(at('Principal: {AWS: !Ref Who}'), 'Parameters: {Who: {Type: String, Default: "*"}}'),
      ['undecided'],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await verdicts(text)).toEqual(expected)
  })

  const branches = (second: string) => `Resources:
  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: b
      PolicyDocument:
        Statement:
          - !If
            - Prod
            - {Effect: Deny, Principal: "*", Action: "s3:*", Resource: "arn:aws:s3:::b/*"}
            - ${second}
`
  test.each<[string, string, readonly string[]]>([
    [
      'both branches block',
      '{Effect: Deny, Principal: {AWS: "*"}, Action: "s3:*", Resource: "arn:aws:s3:::b/*"}',
      ['blocked', 'blocked'],
    ],
    [
      'one branch allows',
      '{Effect: Allow, Principal: "*", Action: "s3:*", Resource: "arn:aws:s3:::b/*"}',
      ['undecided'],
    ],
    ['one branch is nothing', '!Ref AWS::NoValue', ['undecided']],
  ])('statements of which %s', async (_, second, expected) => {
    expect(await verdicts(branches(second))).toEqual(expected)
  })
})

describe('what is read as a template', () => {
  test('other places of policies in YAML are silent', async () => {
    const access = template(DENY).replace('AWS::S3::BucketPolicy', 'AWS::S3::AccessPoint')
    expect(await verdicts(access)).toEqual([])
    expect(await verdicts(access.replace('AWS::S3::AccessPoint', 'AWS::S3Express::BucketPolicy'))).toEqual([])
  })

  test.each<[string, string]>([
    ['a Kubernetes manifest', '# Statement: Effect: Principal: s3:\napiVersion: v1\nkind: ConfigMap\ndata: {a: b}\n'],
    [
      'a policy of a queue',
      'Statement:\n  - Effect: Allow\n    Principal: "*"\n    Action: sqs:SendMessage\n    Condition: {ArnLike: {aws:SourceArn: "arn:aws:s3:::b"}}\n',
    ],
  ])('%s is silent', async (_, text) => {
    expect(await verdicts(text)).toEqual([])
  })

  test('a template that does not parse is told with the line', async () => {
    const { report } = await checkFiles({ 't.yaml': template(DENY).replace('Effect: Deny', 'Effect: : Deny') })
    expect(report.findings).toMatchObject([{ rule: 'policy-unreadable', location: { startLine: 13 } }])
  })

  test('a name twice in a statement leaves it undecided', async () => {
    expect(await verdicts(template(`${DENY}\nPrincipal: "*"`))).toEqual(['undecided'])
  })

  test('a document as a text is judged and not edited', async () => {
    const json =
      '{"Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::b/*"}]}'
    const text = `Resources:\n  P:\n    Type: AWS::S3::BucketPolicy\n    Properties:\n      Bucket: b\n      PolicyDocument: |\n        ${json}\n`
    const { report } = await checkFiles({ 't.yaml': text })
    expect(report.findings).toMatchObject([
      { rule: 'deny-blocks-clumio', location: { startLine: 6 }, fix: { applicability: 'text-only' } },
    ])
  })

  test("Object Ownership is read, and set in the author's quotes", async () => {
    const text = `Resources:\n  B:\n    Type: AWS::S3::Bucket\n    Properties:\n      OwnershipControls:\n        Rules:\n          - ObjectOwnership: 'ObjectWriter' # old\n`
    const { report } = await checkFiles({ 't.yaml': text })
    expect(report.findings).toMatchObject([
      {
        rule: 'object-ownership',
        fix: { edits: [{ startLine: 7, replacement: "          - ObjectOwnership: 'BucketOwnerEnforced' # old" }] },
      },
    ])
  })

  test('what get-template prints is judged and not edited', async () => {
    const text = JSON.stringify({ TemplateBody: template(DENY), StagesAvailable: ['Original'] })
    const { report } = await checkFiles({ 'stack.json': text })
    expect(report.findings).toMatchObject([
      { rule: 'deny-blocks-clumio', policy: { address: 'Policy' }, fix: { applicability: 'text-only' } },
    ])
  })

  test('serverless.yml: its variables are those of the file, or unknown', async () => {
    const config = (vpc: string) => `service: app
provider: {name: aws}
custom: {vpc: vpc-1, who: "*"}
resources:
  - \${file(other.yml)}
  - ${template(DENY.replace('"*"', '${self:custom.who}').replace('vpc-1', vpc)).trim().split('\n').join('\n    ')}
`
    const { report } = await checkFiles({ 'serverless.yml': config('${self:custom.vpc}') })
    expect(report.findings).toMatchObject([{ rule: 'deny-blocks-clumio', fix: { applicability: 'edit' } }])
    expect(await verdicts(config('vpc-1').replace('custom: ', 'x: '), 'serverless.yml')).toEqual(['undecided'])
  })
})

describe('documents that a template includes', () => {
  const including = (location: string) =>
    `Resources:\n  P:\n    Type: AWS::S3::BucketPolicy\n    Properties:\n      Bucket: b\n      PolicyDocument:\n        Fn::Transform: {Name: AWS::Include, Parameters: {Location: ${location}}}\n`
  const POLICY = JSON.stringify({
    Statement: [{ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: 'arn:aws:s3:::b/*' }],
  })

  test('what lies elsewhere is unread', async () => {
    const { report } = await checkFiles({ 'a/t.yaml': including('s3://templates/p.json') })
    expect(report.findings).toMatchObject([{ rule: 'policy-unreadable', level: 'warning' }])
    expect(report.unread).toMatchObject([{ path: 'a/t.yaml' }])
  })

  test('what lies in the checkout is judged there, once', async () => {
    const files = { 'a/t.yaml': including('../p.json'), 'p.json': POLICY }
    const { report } = await checkFiles(files)
    expect(report.findings.map(({ location }) => location.path)).toEqual(['p.json'])
    const lookup = (path: string) => (path === 'p.json' ? sourceOf(path, POLICY) : null)
    const alone = await check(sourcesIn([sourceOf('a/t.yaml', files['a/t.yaml'])], lookup), OPTIONS)
    expect(alone.report.findings.map(({ location }) => location.path)).toEqual(['p.json'])
    expect(alone.report.unread).toEqual([])
  })
})

describe('bounds', () => {
  test('aliases that stand for more and more are told, in no time', async () => {
    const level = (i: number) => `x${i}: &x${i} [${`*x${i - 1},`.repeat(9)}]`
    const bomb = ['x0: &x0 {a: b}', ...Array.from({ length: 20 }, (_, i) => level(i + 1))].join('\n')
    const spent = countCpu()
    expect(await verdicts(`${bomb}\n${template(DENY)}`)).toEqual(['policy-unreadable'])
    expect(spent()).toBeLessThan(5000)
  })

  test.each<[string, string]>([
    ['brackets', `x: ${'['.repeat(5000)}${']'.repeat(5000)}`],
    ['items', `x:\n  ${'- '.repeat(5000)}a`],
    ['an alias to itself', 'x: &x [*x]'],
    ['an alias to nothing', 'x: *nothing'],
  ])('%s are told', async (_, line) => {
    expect(await verdicts(`${line}\n${template(DENY)}`)).toEqual(['policy-unreadable'])
  })

  test('names of the prototype are names', async () => {
    expect(await verdicts(`__proto__: {Statement: x}\n${template(DENY)}`)).toEqual(['blocked'])
  })
})

/** Every letter, digit and colon in quotes as an escape of YAML. */
function escaped(text: string, mark: 'x' | 'u00' | 'U000000'): string {
  return text.replace(/"([^"]*)"/g, (_, inner: string) => {
    const letters = inner.replace(/[A-Za-z0-9:]/g, (one) => `\\${mark}${one.charCodeAt(0).toString(16)}`)
    return `"${letters}"`
  })
}

test.each(['x', 'u00', 'U000000'] as const)('letters may be escaped with \\%s', async (mark) => {
  const text = `"Resources":
  "P":
    "Type": "AWS::S3::BucketPolicy"
    "Properties":
      "Bucket": "acme"
      "PolicyDocument":
        "Statement":
          - {"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::acme/*"}
`
  const { report } = await checkFiles({ 'template.yaml': escaped(text, mark) })
  expect(report.findings.map(({ rule, policy }) => `${rule} ${policy?.bucket}`)).toEqual(['deny-blocks-clumio acme'])
})

describe('a lone carriage return ends a line of YAML, and none that Git counts', () => {
  const RETURN = '\r'
  const head =
    'Resources:\n  P:\n    Type: AWS::S3::BucketPolicy\n    Properties:\n      Bucket: b\n      PolicyDocument:\n        Statement:\n'
  const statement = ['- Effect: Deny', '  Principal: "*"', '  Action: s3:*', '  Resource: arn:aws:s3:::b/*']
  const lines = (end: string) => statement.map((one) => `          ${one}${end}`).join('')

  test.each<[string, string, number]>([
    ['a statement behind a comment', `${head}          # none${RETURN}${lines('\n')}`, 9],
    ['the lines of a statement', `${head}${lines(RETURN)}\n`, 8],
    ['a whole template', (head + lines('\n')).replaceAll('\n', RETURN), 1],
    ['a section behind a comment', `# a${RETURN}${head}${lines('\n')}`, 9],
  ])('%s is judged, on a line of Git, and not edited', async (_name, text, line) => {
    const { report } = await checkFiles({ 't.yaml': text })
    expect(report.findings).toMatchObject([{ rule: 'deny-blocks-clumio', location: { startLine: line } }])
    expect(report.findings[0]?.fix?.applicability).not.toBe('edit')
  })
})
