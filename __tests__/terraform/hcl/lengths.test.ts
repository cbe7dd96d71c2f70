import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { locatePolicy } from '../../../src/terraform/trace/index.js'
import { request, textFiles } from './workspace.js'

/** A few lines of source can say a text of billions of characters: such a value is unknown, and nothing ends. */

const RUNS = Number(process.env.FC_RUNS ?? 40)
const SEED = 5

const LONG = 'a'.repeat(1000)

function sources(locals: readonly string[]) {
  const lines = locals.map((value, i) => `  l${i} = ${value}`).join('\n')
  return textFiles({
    'main.tf': `locals {\n${lines}\n}\nresource "aws_s3_bucket_policy" "p" {\n  bucket = "b"\n  policy = jsonencode({ Statement = [{ Sid = local.l${locals.length - 1}, Effect = "Deny", Principal = "*", Action = "s3:*", Resource = "*" }] })\n}\n`,
  })
}

function located(locals: readonly string[]) {
  return locatePolicy(request('aws_s3_bucket_policy.p', null), sources(locals))
}

describe('a text that would be too long is unknown', () => {
  test.each([
    ['joined', [`join("${LONG}", range(1000))`, 'join(local.l0, range(1000))', 'join(local.l1, range(1000))']],
    ['replaced', [`"${LONG}"`, 'replace(local.l0, "a", local.l0)', 'replace(local.l1, "a", local.l0)']],
    [
      'replaced by pattern',
      [`"${LONG}"`, 'replace(local.l0, "/a/", local.l0)', 'replace(local.l1, "/(a+)/", "$1$1$1$1$1$1$1$1$1")'],
    ],
    ['put together', [`"${LONG}"`, ...Array.from({ length: 30 }, (_, i) => `"\${local.l${i}}\${local.l${i}}"`)]],
    ['formatted', [`"${LONG}"`, ...Array.from({ length: 30 }, (_, i) => `format("%s%s", local.l${i}, local.l${i})`)]],
    ['indented', [`join("\\n", range(1000))`, 'indent(999, local.l0)', 'indent(999, local.l1)']],
    [
      'formatted once for each item',
      [`join("${LONG}", range(1000))`, 'formatlist(local.l0, range(1000))', 'join("", local.l1)'],
    ],
    [
      'made by a loop',
      [
        `"${LONG}"`,
        '"%{ for i in range(1000) }${local.l0}%{ endfor }"',
        '"%{ for i in range(1000) }${local.l1}%{ endfor }"',
      ],
    ],
  ])('%s', async (_name, locals) => {
    const { statements } = await located(locals)
    expect(statements).toHaveLength(1)
    const [statement] = statements
    const source = statement?.found === true ? statement.source : null
    expect(JSON.stringify(source ?? null).length).toBeLessThan(10_000)
  })
})

const call = fc.constantFrom(
  (of: string, by: string) => `join(${by}, [${of}, ${of}, ${of}])`,
  (of: string, by: string) => `replace(${of}, "a", ${by})`,
  (of: string, by: string) => `"\${${of}}-\${${by}}-\${${of}}"`,
  (of: string, by: string) => `format("%s/%5s/%s", ${of}, ${by}, ${of})`,
  (of: string) => `[for x in range(20) : "\${${of}}\${x}"]`,
  (of: string, by: string) => `flatten([${of}, ${by}, ${of}])`,
  (of: string, by: string) => `concat(tolist([${of}]), [${by}])`,
  (of: string, by: string) => `jsonencode({ a = ${of}, b = ${by} })`,
  (of: string) => `jsondecode(${of})`,
  (of: string, by: string) => `split(${by}, ${of})`,
  (of: string, by: string) => `setproduct([${of}, ${by}], [${by}], range(5))`,
  (of: string) => `substr(${of}, 1, 100)`,
  (of: string) => `indent(100, ${of})`,
  (of: string, by: string) => `merge({ a = ${of} }, { (${by}) = ${of} })`,
  (of: string, by: string) => `try(${of}[0], ${of}.a, ${by})`,
  (of: string) => `max(${of}...)`,
)

test('chains of functions end, without an error and with the same answer each time', async () => {
  const chain = fc.array(fc.tuple(call, fc.nat(40), fc.nat(40)), { minLength: 1, maxLength: 40 })
  await fc.assert(
    fc.asyncProperty(chain, async (calls) => {
      const locals = [
        `"${LONG}"`,
        ...calls.map(([make, a, b], i) => make(`local.l${a % (i + 1)}`, `local.l${b % (i + 1)}`)),
      ]
      const [first, second] = [await located(locals), await located(locals)]
      expect(second.complete).toBe(first.complete)
      expect(second.statements.map(({ found }) => found)).toEqual(first.statements.map(({ found }) => found))
    }),
    { numRuns: RUNS, seed: SEED },
  )
}, 600_000)
