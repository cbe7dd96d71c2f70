import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { introducedBy, markIntroduced } from '../../../src/config/changes.js'
import { parseConfig } from '../../../src/config/file.js'
import { readInputs } from '../../../src/config/inputs.js'
import type { ConfigFile } from '../../../src/config/model.js'
import { buildOptions } from '../../../src/config/options.js'
import { UserError } from '../../../src/model/errors.js'
import { readClaims } from '../../../src/report/claims.js'
import { VALID } from '../../config/documents.js'
import { authors, dice, rolls, written } from '../../support/authors.js'
import { checkFiles } from '../../support/check.js'
import { type Mutation, mutateBytes, mutateJson, mutateText, mutations, runs, SEED } from '../../support/mutate.js'
import { blockingStatement, policy, READ } from '../../support/policies.js'
import { expectSound, slips } from '../../support/sound.js'

/** Configurations, and reports of other jobs, damaged: taken as they are meant, or one sentence that says what is wrong. */

const PATH = '.github/clumio-policy-check.jsonc'
const INPUTS = readInputs({}, '')
const NONE: fc.Arbitrary<readonly Mutation[]> = fc.constant([])

/** A configuration that says much, its values changed, and the text that an author makes of it. */
const configurations = fc
  .record({
    of: fc.oneof(fc.constantFrom(...Object.values(VALID)), fc.constant(Object.assign({}, ...Object.values(VALID)))),
    author: authors,
    rolls,
    inValue: fc.oneof(NONE, mutations),
    inText: fc.oneof(NONE, NONE, mutations),
  })
  .map(({ of, author, rolls: numbers, inValue, inText }) =>
    mutateText(written(mutateJson(of, inValue), author, dice(numbers)), inText),
  )

/** The configuration that a text is, or what is said of it. */
async function read(text: string): Promise<ConfigFile | UserError> {
  try {
    return await parseConfig(Buffer.from(text), PATH)
  } catch (thrown) {
    if (thrown instanceof UserError) return thrown
    throw thrown
  }
}

function expectPlace(text: string, { message, location }: UserError): void {
  expect(slips(message)).toEqual([])
  expect(location?.path).toBe(PATH)
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)
  expect(location?.line).toBeGreaterThanOrEqual(1)
  expect(location?.line).toBeLessThanOrEqual(lines.length)
  expect(location?.column).toBeGreaterThanOrEqual(1)
}

const FILES = {
  'prod/a.json': policy(blockingStatement('A', 'prod-a')),
  'b.json': policy(READ, blockingStatement('B', 'logs-b')),
}

describe('a damaged configuration', () => {
  test('is taken, or refused in a sentence with its place', async () => {
    const property = fc.asyncProperty(configurations, async (text) => {
      const config = await read(text)
      if (config instanceof UserError) expectPlace(text, config)
      else expect(() => buildOptions({ inputs: INPUTS, config, today: '2026-09-01', whole: true })).not.toThrow()
    })
    await fc.assert(property, { numRuns: runs(50), seed: SEED })
  })

  test('that is taken gives a whole report, and what a pull request changes in it is told in words', async () => {
    const property = fc.asyncProperty(configurations, configurations, async (now, before) => {
      const [config, base] = [await read(now), await read(before)]
      if (config instanceof UserError) return
      const introduced = introducedBy(config, base instanceof UserError ? null : base)
      for (const { text, line } of introduced.changes) {
        expect(slips(text)).toEqual([])
        expect(line).toBeGreaterThanOrEqual(1)
      }
      const options = buildOptions({ inputs: INPUTS, config, today: '2026-09-01', whole: true })
      await expectSound({ files: FILES, options: markIntroduced(options, introduced) })
    })
    await fc.assert(property, { numRuns: runs(10), seed: SEED })
  })
})

describe('a damaged report of another job', () => {
  test('gives claims or one sentence', async () => {
    const { report: own } = await checkFiles(FILES)
    const report = { ...own, context: { ...own.context, id: own.context.id() } }
    const property = fc.property(mutations, mutations, fc.boolean(), (inValue, inBytes, both) => {
      const bytes = Buffer.from(JSON.stringify(mutateJson(report, inValue)))
      try {
        const claims = readClaims(both ? mutateBytes(bytes, inBytes) : bytes, 'report.json')
        for (const { fingerprint } of claims) expect(fingerprint).toMatch(/^[\x21-\x7e]{1,200}$/)
      } catch (thrown) {
        if (!(thrown instanceof UserError)) throw thrown
        expect(slips(thrown.message)).toEqual([])
        expect(thrown.message).toMatch(/^report-file: report\.json /)
      }
    })
    fc.assert(property, { numRuns: runs(50), seed: SEED })
  })
})
