import { describe, expect, test } from 'vitest'
import { locatePolicy, SourceUnknown } from '../../../src/terraform/trace/index.js'
import { request, textFiles } from './workspace.js'

const UNKNOWN = 'unknown'

/** The value of an expression of the sources. */
async function evaluated(expression: string, files: Readonly<Record<string, string>> = {}): Promise<unknown> {
  const main = `resource "aws_s3_bucket_policy" "p" {
  bucket = "b"
  policy = jsonencode({ Statement = [{ Effect = "Deny", Action = ${expression} }] })
}
`
  const sources = textFiles({ 'main.tf': main, ...files })
  const { statements } = await locatePolicy(request('aws_s3_bucket_policy.p', null), sources)
  const [found] = statements
  return found?.found ? plain((found.source as { readonly Action?: unknown }).Action) : undefined
}

function plain(value: unknown): unknown {
  if (value instanceof SourceUnknown) return UNKNOWN
  return Array.isArray(value) ? value.map(plain) : value
}

type Case = readonly [expression: string, value: unknown]

function holds(cases: readonly Case[], files: Readonly<Record<string, string>> = {}): void {
  test.each(cases)('%s', async (expression, value) => {
    expect(await evaluated(expression, files)).toEqual(value)
  })
}

describe('numbers', () => {
  holds([
    ['sum([1, 2, 3.5])', 6.5],
    ['sum([1, var.x])', UNKNOWN],
    ['max(1, "7", 3)', 7],
    ['min(4, 2)', 2],
    ['abs(-3)', 3],
    ['ceil(1.25)', 2],
    ['floor(-1.25)', -2],
    ['signum(-8)', -1],
    ['pow(2, 10)', 1024],
    ['parseint("ff", 16)', 255],
    ['parseint("-101", 2)', -5],
    ['try(parseint("12", 2), "none")', 'none'],
    ['range(3)', [0, 1, 2]],
    ['range(1, 8, 3)', [1, 4, 7]],
    ['range(4, 1)', [4, 3, 2]],
  ])
})

describe('what no double holds, as Terraform does, is not known', () => {
  const beyond = (text: string): readonly [string, unknown] => [`${text} ? 1 : 2`, UNKNOWN]
  holds(
    [
      beyond('9007199254740993 == 9007199254740992'),
      beyond('9007199254740993 % 2 == 1'),
      beyond('-9007199254740993 < -9007199254740992'),
      beyond('"x${9007199254740993}" == "x9007199254740992"'),
      beyond('9007199254740991 + 2 > 9007199254740992'),
      beyond('jsondecode("9007199254740993") == jsondecode("9007199254740992")'),
      beyond('jsondecode("{\\"n\\": 9007199254740993}").n == 9007199254740992'),
      beyond('jsondecode("{\\"a\\": \\"1e5\\", \\"n\\": 1.0000000000000000001}").n == 1'),
      beyond('jsondecode(file("n.json")).n == 1'),
      beyond('jsondecode(file("n.json")).m == 0'),
      beyond('yamldecode("n: 9007199254740993").n == 9007199254740992'),
      beyond('parseint("20000000000001", 16) == parseint("20000000000000", 16)'),
      beyond('tonumber("9007199254740993") == 9007199254740992'),
      beyond('"9007199254740993" < 9007199254740993'),
      beyond('"9007199254740993" - 1 == 0'),
      beyond('max(9007199254740992, 9007199254740993) == 9007199254740992'),
      beyond('max("9007199254740992", "9007199254740993") == 9007199254740992'),
      beyond('sum(["9007199254740993", 0]) == 9007199254740992'),
      beyond('pow(3, 40) == 12157665459056929000'),
      beyond('1.0e400 == 1.0e401'),
      beyond('1.0e-400 == 0'),
      beyond('1.0000000000000000001 == 1'),
      beyond('1.0000000000000000001 > 1'),
      beyond('"x${1.0000000000000000001}" == "x1"'),
      beyond('0.1 + 0.2 == 0.3'),
      beyond('0.1 + 0.2 > 0.3'),
      beyond('1 / 3 * 3 == 1'),
      beyond('8796093022207 / 1.5009765625 > 1'),
      beyond('4294967297.25 * 1023.0009765625 > 1'),
      beyond('local.n == 9007199254740992'),
      beyond('contains([9007199254740992], 9007199254740993)'),
      beyond('length(distinct([9007199254740993, 9007199254740992])) == 2'),
      beyond('{ n = 9007199254740993 } == { n = 9007199254740992 }'),
      ['["a", "b"][9007199254740993]', UNKNOWN],
      ['element(["a", "b"], "9007199254740993")', UNKNOWN],
      ['substr("abc", 0, "9007199254740993")', UNKNOWN],
      ['format("%d", "9007199254740993")', '9007199254740993'],
    ],
    {
      'n.json': '{ "n": 1.0000000000000000001, "m": 1e-400 }',
      'l.tf.json': '{ "locals": { "n": 9007199254740993 } }',
    },
  )
})

describe('what a double holds is known', () => {
  holds([
    ['9007199254740991 == 9007199254740990', false],
    ['9007199254740991 > 9007199254740990', true],
    ['tonumber("9007199254740991")', 9007199254740991],
    ['tonumber("000000000000000000000.50")', 0.5],
    ['jsondecode("{\\"a\\": \\"12345678901234567890\\", \\"n\\": 1.5e3}")', { a: '12345678901234567890', n: 1500 }],
    ['0.1 == 0.1', true],
    ['0.1 < 0.2', true],
    ['"x${0.1}"', 'x0.1'],
    ['0.5 * 0.25 == 0.125', true],
    ['-0 == 0', true],
    ['try(tonumber("12a"), "none")', 'none'],
  ])
})

describe('lists and sets', () => {
  holds([
    ['tolist(setintersection(["b", "a", "c"], ["a", "b"]))', ['a', 'b']],
    ['tolist(setsubtract(["b", "a", "c"], ["a"]))', ['b', 'c']],
    [
      'setproduct(["a", "b"], ["x"])',
      [
        ['a', 'x'],
        ['b', 'x'],
      ],
    ],
    ['chunklist(["a", "b", "c"], 2)', [['a', 'b'], ['c']]],
    ['index(["a", "b"], "b")', 1],
    ['try(index(["a"], "z"), "none")', 'none'],
    ['matchkeys(["i-1", "i-2", "i-3"], ["a", "b", "a"], ["a"])', ['i-1', 'i-3']],
    ['transpose({ b = ["x"], a = ["x", "y"] })["x"]', ['a', 'b']],
  ])
})

describe('texts', () => {
  holds([
    ['length("ab😀")', 3],
    ['length("e\\u0301")', 1],
    ['format("%s-%03d", "a", 7)', 'a-007'],
    ['format("%q is %t", "x", true)', '"x" is true'],
    ['format("%5s|%-5s|", "a", "b")', '    a|b    |'],
    ['format("%x", 255)', 'ff'],
    ['format("%.2f", 1.5)', UNKNOWN],
    ['strrev("ab😀")', '😀ba'],
    ['indent(2, "a\\nb")', 'a\n  b'],
    ['trim("?!hello?!", "!?")', 'hello'],
    ['base64encode("Grüße")', 'R3LDvMOfZQ=='],
    ['base64decode("R3LDvMOfZQ==")', 'Grüße'],
    ['urlencode("a b/*")', 'a+b%2F%2A'],
    ['md5("a")', '0cc175b9c0f1b6a831c399e269772661'],
    ['sha1("a")', '86f7e437faa5a7fce15d1ddcb9eaeaea377667b8'],
    ['sha256("a")', 'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb'],
    ['base64sha256("a")', 'ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs='],
    ['md5(var.x)', UNKNOWN],
    ['timestamp()', UNKNOWN],
  ])
})

describe('ranges of addresses', () => {
  holds([
    ['cidrhost("10.12.112.0/20", 16)', '10.12.112.16'],
    ['cidrhost("10.12.112.0/20", -1)', '10.12.127.255'],
    ['cidrnetmask("172.16.0.0/12")', '255.240.0.0'],
    ['cidrsubnet("172.16.0.0/12", 4, 2)', '172.18.0.0/16'],
    ['cidrsubnets("10.1.0.0/16", 4, 4, 8)', ['10.1.0.0/20', '10.1.16.0/20', '10.1.32.0/24']],
    ['cidrhost("fd00::/64", 1)', UNKNOWN],
  ])
})

describe('regular expressions are those of RE2', () => {
  holds([
    ['regex("[a-z]+", "53453453.345345aaabbbccc23454")', 'aaabbbccc'],
    ['regex("(\\\\d\\\\d\\\\d\\\\d)-(\\\\d\\\\d)", "2019-02-01")', ['2019', '02']],
    ['regex("^(?:(?P<scheme>[^:/?#]+):)?(?://(?P<host>[^/?#]*))?", "https://a.example/x").host', 'a.example'],
    ['try(regex("z+", "abc"), "none")', 'none'],
    ['regexall("[a-z]+", "1a22bc")', ['a', 'bc']],
    ['regexall("z", "abc")', []],
    ['length(regexall("a", "aXa")) > 0 ? "yes" : "no"', 'yes'],
    ['replace("hello world", "/(w\\\\w+)d/", "<$1>")', 'hello <worl>'],
    ['replace("a-b_c", "/[-_]/", "")', 'abc'],
    ['try(regex("(?=a)", "a"), "none")', 'none'],
    ['regex("a", var.x)', UNKNOWN],
  ])

  test('a pattern that is slow elsewhere is not slow here', async () => {
    expect(await evaluated(`try(regex("(a+)+$", "${'a'.repeat(2000)}b"), "none")`)).toBe('none')
  })
})

describe('YAML', () => {
  holds(
    [
      ['yamldecode("a: [x, yes, 1]\\nb: {<<: {c: d}}").a', ['x', true, 1]],
      ['yamldecode("b: {<<: {c: d}}").b.c', 'd'],
      ['yamldecode(file("a.yaml")).actions', ['s3:GetObject', 's3:ListBucket']],
      ['try(yamldecode("a: [x"), "none")', 'none'],
      ['yamldecode(var.x)', UNKNOWN],
    ],
    { 'a.yaml': 'actions:\n  - s3:GetObject # read\n  - s3:ListBucket\n' },
  )

  // Each as `terraform console` of Terraform 1.11.4 answers.
  const scalars: readonly (readonly [string, unknown])[] = [
    ['y, Y, yes, Yes, YES, true, True, TRUE, on, On, ON', Array(11).fill(true)],
    ['n, N, no, No, NO, false, False, FALSE, off, Off, OFF', Array(11).fill(false)],
    ['~, null, Null, NULL', [null, null, null, null]],
    ['yEs, oN, tRUE, nULL, OFf', ['yEs', 'oN', 'tRUE', 'nULL', 'OFf']],
    ["'on', 'off', '1', '~', '2012-10-17'", ['on', 'off', '1', '~', '2012-10-17']],
    ['1.10, 1.0, .5, 5., +1, -07, 1e3, 1E3', [1.1, 1, 0.5, 5, 1, -7, 1000, 1000]],
    ['017, 09, 0111122223333', [17, 9, 111122223333]],
    ['1.2.3, 1:30, +, s3:*, 123abc, 0X1F, 2012-13-45', ['1.2.3', '1:30', '+', 's3:*', '123abc', '0X1F', '2012-13-45']],
    ['2012-10-17, 2012-1-7', ['2012-10-17T00:00:00Z', '2012-01-07T00:00:00Z']],
    ['!!str on, !!bool on, !!str 5, !!null null', ['on', true, '5', null]],
    ['&x on, *x', [true, true]],
    ['{y: 1}, {1: 2}, {on: 3, off: 4}', [{ true: 1 }, { 1: 2 }, { true: 3, false: 4 }]],
    ['{a: 1, a: 2}', [{ a: 2 }]],
  ]
  holds(scalars.map(([list, values]) => [`yamldecode("[${list}]")`, values]))
  holds([
    ['yamldecode("a: off").a == false ? "boolean" : "text"', 'boolean'],
    ['yamldecode("a: |\\n  on\\nb: >-\\n  on\\n")', { a: 'on\n', b: true }],
    ['yamldecode("%YAML 1.1\\n---\\na: on")', { a: true }],
    ['yamldecode("---\\n") == null', true],
    ...['.nan', '!foo x', '{~: 1}', '{[a]: b}', '!foo {a: 1}'].map((text): [string, unknown] => [
      `try(yamldecode("[${text}]"), "none")`,
      'none',
    ]),
    ['try(yamldecode("a: 1\\n---\\nb: 2"), "none")', 'none'],
    ...[
      '1_000',
      '0x1f',
      '0o17',
      '.inf',
      '12345678901234567890123',
      '1e400',
      '2001-12-14t21:59:43Z',
      '!!int x',
      '-0',
    ].map((text): [string, unknown] => [`yamldecode("[${text}]")`, UNKNOWN]),
    ['yamldecode("")', UNKNOWN],
  ])

  test('nesting without end is not followed', async () => {
    expect(await evaluated(`yamldecode("${'['.repeat(50_000)}")`)).toBe(UNKNOWN)
  })
})

describe('files and templates', () => {
  holds(
    [
      ['sort(fileset(path.module, "p/*.json"))', ['p/a.json', 'p/b.json']],
      ['sort(fileset("p", "*.{json,txt}"))', ['a.json', 'b.json', 'c.txt']],
      // Each as Terraform 1.11.4 answers, where it is known. What else lies below a root module (`.terraform`) is not to be seen.
      ['sort(fileset(path.module, "**/*.json"))', UNKNOWN],
      ['sort(fileset(".", "p/../**/*.json"))', UNKNOWN],
      ['sort(fileset(path.module, "p/**/*.json"))', ['p/a.json', 'p/b.json', 'p/q/d.json', 'p/q/r/e.json']],
      ['sort(fileset("p", "**/?.json"))', ['a.json', 'b.json', 'q/d.json', 'q/r/e.json']],
      ['sort(fileset("p", "**"))', ['a.json', 'b.json', 'c.txt', 'q/d.json', 'q/r/e.json', 'q/x.json/f.txt']],
      ['sort(fileset("p", "q/**"))', ['q/d.json', 'q/r/e.json', 'q/x.json/f.txt']],
      ['sort(fileset("p", "*/*.json"))', ['q/d.json']],
      ['sort(fileset("p", "q/?/e.json"))', ['q/r/e.json']],
      ['sort(fileset("p", "{a,b}.json"))', ['a.json', 'b.json']],
      ['sort(fileset("p", "{q,none}/*.{json,txt}"))', ['q/d.json']],
      ['sort(fileset("p", "q**/*.json"))', ['q/d.json']],
      ['sort(fileset("p", "**.json"))', ['a.json', 'b.json']],
      ['sort(fileset("p", "**/r/**"))', ['q/r/e.json']],
      ['sort(fileset("p", "**/**/e.json"))', ['q/r/e.json']],
      ['sort(fileset("p", "{q/d,c}.*"))', UNKNOWN],
      ['sort(fileset(".", "*/*.json"))', UNKNOWN],
      ['sort(fileset("p", "[ab].json"))', UNKNOWN],
      ['sort(fileset("p", "*.none"))', UNKNOWN],
      ['sort(fileset("none", "**"))', UNKNOWN],
      ['[for f in fileset("p", "c*") : file("p/${f}")]', ['see']],
      ['templatestring(local.t, { n = "x" })', 'n is x'],
    ],
    {
      'p/q/d.json': '{}',
      'p/q/r/e.json': '{}',
      'p/q/x.json/f.txt': '',
      'p/a.json': '{}',
      'p/b.json': '{}',
      'p/c.txt': 'see',
      'l.tf': 'locals {\n  t = "n is $${n}"\n}\n',
    },
  )
})
