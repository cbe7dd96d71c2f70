import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { parseConfig } from '../../src/config/file.js'
import { UserError } from '../../src/model/errors.js'
import { FEATURES, REMEDIES } from '../../src/model/options.js'
import { LEVELS, RULE_IDS } from '../../src/model/rules.js'
import { encode } from '../../src/text/decode.js'
import { INVALID, VALID } from './documents.js'

const parse = (text: string) => parseConfig(Buffer.from(text), 'conf.jsonc')

async function failure(text: string): Promise<UserError> {
  const error = await parse(text).then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof UserError)) throw new Error(`expected a UserError, got ${String(error)}`)
  return error
}

const schema = JSON.parse(readFileSync('schema/config.schema.json', 'utf8'))
const validate = new Ajv({ strictTypes: false, strictRequired: false, allowUnionTypes: true }).compile(schema)

describe('validator and published schema agree', () => {
  test.each(Object.entries(VALID))('both take %s', async (_, document) => {
    await expect(parse(JSON.stringify(document))).resolves.toBeDefined()
    expect(validate(document), JSON.stringify(validate.errors)).toBe(true)
  })

  test.each(Object.entries(INVALID))('both refuse %s', async (_, { document, says, schemaCannot }) => {
    const error = await failure(JSON.stringify(document))
    expect(error.message).toContain(says)
    expect(error.location).toMatchObject({ path: 'conf.jsonc', line: 1 })
    expect(validate(document)).toBe(schemaCannot === true)
  })

  test('the examples in the schema are valid themselves', async () => {
    const { properties, definitions } = schema
    for (const [key, { examples = [] }] of Object.entries<{ examples?: unknown[] }>(properties)) {
      for (const example of examples) await expect(parse(JSON.stringify({ [key]: example }))).resolves.toBeDefined()
    }
    for (const entry of definitions.ignoreEntry.examples) {
      await expect(parse(JSON.stringify({ ignore: [entry] }))).resolves.toBeDefined()
    }
    const role = definitions.integration.properties.role.examples[0]
    for (const [key, { examples = [] }] of Object.entries<{ examples?: unknown[] }>(
      definitions.integration.properties,
    )) {
      for (const example of examples) {
        await expect(parse(JSON.stringify({ integrations: [{ role, [key]: example }] }))).resolves.toBeDefined()
      }
    }
  })

  test('the words in the schema are those of the program', () => {
    expect(schema.properties.features.items.enum).toEqual(FEATURES)
    expect(schema.properties.remedy.enum).toEqual(REMEDIES)
    expect(Object.keys(schema.properties.rules.properties)).toEqual(RULE_IDS)
    expect(schema.definitions.ignoreEntry.properties.rule.enum).toEqual(RULE_IDS)
    expect(schema.definitions.level.enum).toEqual([...LEVELS, 'off'])
  })
})

describe('reading', () => {
  test('comments, trailing commas and a byte order mark are allowed', async () => {
    const text = '// mine\n{ "features": [ "restore", /* later */ "backup", ], }\n'
    expect((await parse(text)).features).toEqual(['backup', 'restore'])
    const utf16 = encode(text, { name: 'utf-16le', mark: true })
    expect((await parseConfig(utf16, 'c')).features).toEqual(['backup', 'restore'])
  })

  test('an integration is taken apart, what it does not state stays open', async () => {
    const { integrations } = await parse(
      '{"integrations":[{"role":"arn:aws-cn:iam::123456789012:role/a/b/Name","permissionsBoundary":true},{"role":"Name"}]}',
    )
    expect(integrations).toEqual([
      {
        role: { partition: 'aws-cn', account: '123456789012', path: '/a/b/', name: 'Name' },
        boundary: 'present',
        sessions: null,
        roleId: null,
        expressions: null,
        files: [],
        buckets: [],
        addresses: [],
      },
      expect.objectContaining({
        role: { partition: null, account: null, path: null, name: 'Name' },
        boundary: null,
      }),
    ])
  })

  test("known sessions come in the vendor's order, others behind them, each once", async () => {
    const sessions = ['other', 'daebaksrv-S3Backup', 'Ingestion-ingesttool', 'other']
    const { integrations } = await parse(JSON.stringify({ integrations: [{ role: 'R', sessions }] }))
    expect(integrations[0]?.sessions).toEqual(['Ingestion-ingesttool', 'daebaksrv-S3Backup', 'other'])
  })

  test('facts are lists of strings or null, under keys in lower case', async () => {
    const { context } = await parse(
      '{"context":{"aws:PrincipalOrgID":"o-1","aws:SecureTransport":true,"aws:X":[1,"b"],"aws:PrincipalTag/*":null}}',
    )
    expect(context).toEqual({
      'aws:principalorgid': ['o-1'],
      'aws:securetransport': ['true'],
      'aws:x': ['1', 'b'],
      'aws:principaltag/*': null,
    })
  })

  test('a key that is called like a part of every object is just a key', async () => {
    const error = await failure('{"__proto__": 1}')
    expect(error.message).toContain('unknown key "__proto__"')
    expect(Object.keys((await parse('{"protect":{"tags":{"__proto__":"x"}}}')).protect?.tags ?? {})).toEqual([
      '__proto__',
    ])
  })

  test('an ignore entry knows where it stands', async () => {
    const { ignore } = await parse('{\n  "ignore": [\n    { "sids": ["A"],\n      "reason": "r" }\n  ]\n}\n')
    expect(ignore).toEqual([
      {
        rule: null,
        files: [],
        buckets: [],
        addresses: [],
        sids: ['A'],
        fingerprint: null,
        reason: 'r',
        expires: null,
        location: { path: 'conf.jsonc', startLine: 3, startColumn: 5, endLine: 4, endColumn: 22 },
        introduced: false,
      },
    ])
  })
})

describe('what is wrong is told with its place', () => {
  const cases: { name: string; text: string; message: string; line: number; column: number }[] = [
    {
      name: 'a missing comma',
      text: '{\n  "features": ["backup"]\n  "remedy": "principal-arn"\n}',
      message: 'the configuration is not valid JSON with comments: comma expected',
      line: 3,
      column: 3,
    },
    {
      name: 'an open end',
      text: '{ "features": [',
      message: 'the configuration is not valid JSON with comments: close bracket expected',
      line: 1,
      column: 16,
    },
    {
      name: 'a file of values by its ending',
      text: '{ "terraformVariables": { "infra": ["dev.json"] } }',
      message: '"dev.json" in terraformVariables["infra"] must be a file that ends in .tfvars or .tfvars.json',
      line: 1,
      column: 37,
    },
    {
      name: 'an unknown key at its name',
      text: '{\n  "rules": {},\n  "regions": []\n}',
      message:
        'unknown key "regions" in the configuration; allowed: $schema, integrations, protect, features, remedy, context, rules, ignore, terraformVariables',
      line: 3,
      column: 3,
    },
    {
      name: 'a key given twice, at the second',
      text: '{ "remedy": "principal-arn",\n "remedy": "not-principal" }',
      message: '"remedy" is given twice in the configuration',
      line: 2,
      column: 2,
    },
    {
      name: 'a bad value at the value',
      text: '{ "remedy":\t"x" }',
      message: '"x" is not known in remedy; allowed: not-principal, principal-arn',
      line: 1,
      column: 13,
    },
  ]
  test.each(cases)('$name', async ({ text, message, line, column }) => {
    const error = await failure(text)
    expect(error.message).toBe(message)
    expect(error.location).toEqual({ path: 'conf.jsonc', line, column })
  })

  test('everything that is wrong is told at once, in the order of the file', async () => {
    const error = await failure('{\n "rules": { "policy-unknown": "x" },\n "featres": [],\n "remedy": 1\n}')
    expect(error.location).toMatchObject({ line: 2 })
    expect(error.message.split('\n')).toEqual([
      expect.stringMatching(/^"x" is not known in rules\.policy-unknown/),
      expect.stringMatching(/^- line 3, column 2: unknown key "featres" .* did you mean "features"\?/),
      expect.stringMatching(/^- line 4, column 12: remedy must be one of/),
    ])
  })

  test('an empty file, a file that is not text and a file nested without end', async () => {
    expect((await failure(' \n')).message).toBe('the configuration is empty; the least it can be is {}')
    await expect(parseConfig(Buffer.from([0x7b, 0xff, 0x7d]), 'c')).rejects.toThrow(
      /cannot be read: it is not valid UTF-8/,
    )
    expect((await failure('['.repeat(200_000))).message).toMatch(/nested too deeply|not valid JSON/)
  })
})
