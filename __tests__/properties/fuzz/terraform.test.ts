import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CheckOptions, Remedy } from '../../../src/model/options.js'
import type { Standing } from '../../../src/model/trust.js'
import { HclGrammar, readHclFile } from '../../../src/terraform/hcl/syntax/index.js'
import { type Mutation, mutateBytes, mutateJson, mutateText, mutations, runs, SEED } from '../../support/mutate.js'
import { checkInput, edited, editsOf, expectSound, type Input, linesOutside, movedEdits } from '../../support/sound.js'
import { fixtureFolder } from '../../support/terraform.js'

/** Root modules and plans of the fixtures, damaged: nothing crashes, hangs or is forced, and edits leave HCL that parses. */

type Texts = Readonly<Record<string, string>>

/** The last ones take seconds each, and are left to the long run. */
const ROOTS = [
  'types',
  'many',
  'stale',
  'styles',
  'role-new',
  'unknowns',
  'role-boundary',
  'lifecycle',
  'hostile',
].slice(0, runs(5))
const TEXTS: Readonly<Record<string, Texts>> = Object.fromEntries(
  ROOTS.map((root) => [root, textsOf(fixtureFolder(root))]),
)

/** The files of a root by path; those that say how the fixture came about are none. */
function textsOf(folder: string): Texts {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/^(?:expected|fixture)\.json$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')] as const)
  return Object.fromEntries(found.sort(([a], [b]) => a.localeCompare(b)))
}

const isPlan = (path: string) => /^(?:plan[\w-]*|state)\.json$/.test(path)

/** A root with one file of it changed, and what is given besides. */
interface Case {
  readonly root: string
  readonly file: number
  readonly changes: readonly Mutation[]
  readonly options: Partial<CheckOptions>
}

const cases: fc.Arbitrary<Case> = fc.record({
  root: fc.constantFrom(...ROOTS),
  file: fc.nat(),
  changes: mutations,
  options: fc.record({
    remedy: fc.constantFrom<Remedy>('not-principal', 'principal-arn'),
    standing: fc.constantFrom<Standing>('own', 'pull', 'stranger'),
    terraformDirectory: fc.constantFrom(null, ''),
  }),
})

function texts({ root }: Case): Texts {
  return TEXTS[root] ?? {}
}

/** A path of the root, one of those that are wanted. */
function chosen(one: Case, wanted: (path: string) => boolean): string {
  const paths = Object.keys(texts(one)).filter(wanted)
  return paths[one.file % paths.length] ?? ''
}

/** What every result is held to, and of edits that the sources are as good as before. */
async function expectMapped(input: Input): Promise<void> {
  const { report } = await expectSound(input)
  const edits = editsOf(report.findings)
  if (edits.length === 0) return
  const after = edited(input, report.findings)
  for (const path of new Set(edits.map((edit) => edit.path))) {
    const own = edits.filter((edit) => edit.path === path)
    const [old, now] = [String(input.files[path]), String(after[path])]
    expect(linesOutside(now, movedEdits(own)), path).toEqual(linesOutside(old, own))
    if (path.endsWith('.tf')) expect(await hasErrors(now), path).toBe(await hasErrors(old))
  }
  const again = await checkInput({ ...input, files: after })
  expect(again.failures).toEqual([])
}

const GRAMMAR = new HclGrammar()

async function hasErrors(text: string): Promise<boolean> {
  return readHclFile('x.tf', text, await GRAMMAR.load()).hasError
}

describe('damaged roots', () => {
  test('sources behind a whole plan', async () => {
    const property = fc.asyncProperty(cases, async (one) => {
      const path = chosen(one, (each) => !isPlan(each))
      const files = { ...texts(one), [path]: mutateText(texts(one)[path] ?? '', one.changes) }
      await expectMapped({ files, options: one.options })
    })
    await fc.assert(property, { numRuns: runs(2, 0.2), seed: SEED })
  })

  test('sources alone', async () => {
    const property = fc.asyncProperty(cases, async (one) => {
      const sources = Object.entries(texts(one)).filter(([path]) => !isPlan(path))
      const path = chosen(one, (each) => !isPlan(each))
      const files = { ...Object.fromEntries(sources), [path]: mutateText(texts(one)[path] ?? '', one.changes) }
      await expectMapped({ files, options: one.options })
    })
    await fc.assert(property, { numRuns: runs(4), seed: SEED })
  })

  test('plans and states, by their members', async () => {
    const property = fc.asyncProperty(cases, fc.boolean(), async (one, only) => {
      const path = chosen(one, isPlan)
      const plan = JSON.stringify(mutateJson(JSON.parse(texts(one)[path] ?? ''), one.changes))
      await expectMapped({
        files: { ...texts(one), [path]: plan },
        options: one.options,
        ...(only ? { paths: [path] } : {}),
      })
    })
    await fc.assert(property, { numRuns: runs(2, 0.2), seed: SEED })
  })

  test('plans and states, by their bytes', async () => {
    const property = fc.asyncProperty(cases, async (one) => {
      const path = chosen(one, isPlan)
      const plan = mutateBytes(Buffer.from(texts(one)[path] ?? ''), one.changes)
      await expectMapped({ files: { ...texts(one), [path]: plan }, options: one.options, paths: [path] })
    })
    await fc.assert(property, { numRuns: runs(2, 0.2), seed: SEED })
  })
})
