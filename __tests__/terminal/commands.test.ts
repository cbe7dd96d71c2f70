import { describe, expect, test } from 'vitest'
import { REPORT_FORMATS } from '../../src/report/formats/index.js'
import { parseLog } from '../support/runner.js'
import { workplace } from './harness.js'

const place = workplace()

const COMMAND = '##[error]pwned ##[stop-commands]t ##[group]x'
const OPTIONS = ['--aws-account-id', '111122223333', '--clumio-role-id', 'ClumioIAMRole-uw-2-831e8db1']
const statement = {
  Sid: COMMAND,
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: 'arn:aws:s3:::acme/*',
  Condition: { StringNotEquals: { 'aws:UserAgent': COMMAND } },
}
const policy = JSON.stringify({ Statement: [{ ...statement, Condition: {} }, statement] }, null, 2)
const CONFIGURATION = '.github/clumio-policy-check.jsonc'
const entry = { rule: 'deny-blocks-clumio', buckets: ['acme'], reason: COMMAND }
const expired = { ignore: [{ ...entry, expires: '2020-01-01' }] }
const silencing = { ignore: [entry] }

/** What the runner takes for a command in all that a run writes. */
async function commandsOf(files: Readonly<Record<string, string>>, args: readonly string[]) {
  place.write(files)
  const { out, err } = await place.run([...OPTIONS, ...args], { env: { GITHUB_ACTIONS: 'true' } })
  expect(`${out}${err}`).toContain('pwned')
  return parseLog(`${out}\n${err}`)
}

describe('text of others is no command to the runner, in whose log a run may write', () => {
  describe.each(REPORT_FORMATS.map(({ id }) => id))('as %s', (format) => {
    test.each<[string, Readonly<Record<string, string>>]>([
      ['a Sid and the lines of a source', { 'p.json': policy }],
      ['the reason of an entry that has expired', { 'p.json': policy, [CONFIGURATION]: JSON.stringify(expired) }],
      ['the reason of an entry', { 'p.json': policy, [CONFIGURATION]: JSON.stringify(silencing) }],
      ['a key of the configuration', { 'p.json': policy, [CONFIGURATION]: JSON.stringify({ [COMMAND]: 1 }) }],
      ['the name of a file', { [`${COMMAND}.json`]: policy }],
    ])('%s', async (_, files) => {
      const own = format === 'github' ? ['error', 'warning', 'notice'] : []
      for (const one of await commandsOf(files, ['--format', format, '--all', '--explain'])) {
        expect(own).toContain(one.name)
        expect(one.data).not.toMatch(/^pwned/)
      }
    })
  })
})
