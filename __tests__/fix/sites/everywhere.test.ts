import { describe, expect, test } from 'vitest'
import { check } from '../../../src/check/index.js'
import { literalTree } from '../../../src/sources/literals.js'
import { sourcesOf } from '../../../src/sources/sources.js'
import { INTEGRATION, OPTIONS } from '../../support/check.js'
import { ACCOUNT, ROLE_NAME } from '../../support/vectors.js'

type Files = Readonly<Record<string, string>>

const expressions = { account: 'var.account', roleName: 'var.role' }
const MAIN = `resource "aws_s3_bucket_policy" "p" {
  bucket = "prod-data"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:*"
        Resource  = "arn:aws:s3:::prod-data/*"
      }
    ]
  })
}
`
const ANY = '*'
const vars = (role = ROLE_NAME) =>
  `variable "account" {\n  default = "${ACCOUNT}"\n}\nvariable "role" {\n  default = "${role}"\n}\n`
const gives = (role = ROLE_NAME) => `role = "${role}"\n`
const sets = (count: number): Files =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`app/envs/a${100 + i}.tfvars`, gives()]))
const call = (more = '') => `module "m" {\n  source = "../mod"\n${more}}\n`
const APP = { 'app/main.tf': MAIN, 'app/vars.tf': vars() }
const MODULE = { 'mod/main.tf': MAIN + vars() }
const POINTER = `version https://git-lfs.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize 400\n`

/** Whether the fixes of what blocks are edits. `judged` starts the names of the files that the run looks at. */
async function fixesOf(files: Files, judged = '') {
  const tree = literalTree(files, 'head')
  const paths = Object.keys(files).filter((path) => /\.(?:tf|tofu)$/.test(path) && path.startsWith(judged))
  const sources = sourcesOf(
    tree,
    paths.flatMap((path) => tree.read(path) ?? []),
  )
  const integrations = [{ ...INTEGRATION, origin: 'configuration', expressions } as const]
  const { report } = await check(sources, { ...OPTIONS, integrations })
  const blocking = report.findings.filter(({ rule }) => rule === 'deny-blocks-clumio')
  return blocking.map(({ fix }) => [fix?.applicability, fix?.note ?? ''] as const)
}

const SETS = 'a root module that uses this file has more sets of values than are judged, or was not judged'
const TOOLS = 'Terraform reads other files of this module than OpenTofu'

describe('an edit with expressions rests on what they come to everywhere', () => {
  test.each<[string, Files]>([
    ['in the one set of values', APP],
    ['in all of forty', { ...APP, ...sets(39) }],
    ['in both roots of a module', { ...MODULE, 'r1/main.tf': call(), 'r2/main.tf': call() }],
    ['for OpenTofu, where nothing is for Terraform', { 'app/main.tofu': MAIN, 'app/vars.tofu': vars() }],
    ['for OpenTofu, where a file says the same to both', { ...APP, 'app/vars.tofu': vars() }],
    ['where OpenTofu has a file more that overrides nothing', { ...APP, 'app/more.tofu': 'locals {\n  a = 1\n}\n' }],
    ['beside values of another root', { ...APP, 'net/main.tf': vars(), 'net/envs/a.tfvars': gives(ANY) }],
  ])('%s: it is offered', async (_, files) => {
    for (const [applicability] of await fixesOf(files)) expect(applicability).toBe('edit')
    expect(await fixesOf(files)).not.toEqual([])
  })

  test.each<[string, Files, string]>([
    ['one of more sets than are judged gives any role', { ...APP, ...sets(44), 'app/envs/z.tfvars': gives(ANY) }, SETS],
    ['there are more sets than are judged', { ...APP, ...sets(44) }, SETS],
    ['a set cannot be read', { ...APP, 'app/envs/z.tfvars': POINTER }, SETS],
    ['a set gives a name that is none', { ...APP, 'app/envs/z.tfvars': `${gives(ANY)}other = 1\n` }, SETS],
    ['values lie elsewhere', { ...APP, 'values/z.tfvars': gives(ANY) }, SETS],
    [
      'a file for OpenTofu replaces one that says something else',
      { ...APP, 'app/vars.tf': vars(ANY), 'app/vars.tofu': vars() },
      TOOLS,
    ],
    [
      'so does one in JSON',
      {
        ...APP,
        'app/vars.tf': '',
        'app/v.tf.json': '{"variable": {"account": {}, "role": {"default": "*"}}}',
        'app/v.tofu.json': `{"variable": {"account": {"default": "${ACCOUNT}"}, "role": {"default": "${ROLE_NAME}"}}}`,
      },
      TOOLS,
    ],
    ['only OpenTofu reads an override', { ...APP, 'app/vars.tf': vars(ANY), 'app/vars_override.tofu': vars() }, TOOLS],
    [
      'so it is for a caller',
      {
        ...MODULE,
        'r1/main.tf': `${call('  role = local.role\n')}locals {\n  role = "${ROLE_NAME}"\n}\n`,
        'r1/l_override.tofu': 'locals {\n  a = 1\n}\n',
      },
      TOOLS,
    ],
  ])('it is text where %s', async (_, files, why) => {
    for (const [applicability, note] of await fixesOf(files)) {
      expect(applicability).toBe('text-only')
      expect(note).toContain(why)
    }
    expect(await fixesOf(files)).not.toEqual([])
  })

  test('it is text where a root that uses the module is not looked at', async () => {
    const files = { ...MODULE, 'r1/main.tf': call(), 'r2/main.tf': call('  role = "*"\n') }
    const [first] = await fixesOf({ ...files, 'r1/mod.tf': '' }, 'r1/')
    expect(first?.[0]).toBe('text-only')
    expect(first?.[1]).toContain(SETS)
  })
})
