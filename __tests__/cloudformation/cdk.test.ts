import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { assemblyIn } from '../../src/cloudformation/assembly.js'
import { checkFiles } from '../support/check.js'

/** A cloud assembly as the CDK wrote it; see scripts/cdk.mjs. */
const FOLDER = new URL('../fixtures/cdk/', import.meta.url)
const FILES = Object.fromEntries(
  readdirSync(FOLDER).map((name) => [`cdk.out/${name}`, readFileSync(new URL(name, FOLDER), 'utf8')]),
)

/** What a run tells of files: where, of what, and why it is not edited. */
async function told(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { report } = await checkFiles(files)
  return report.findings
    .map(({ rule, policy, fix }) => {
      const why = /the construct [^.]*?(?: of the stack [\w-]+)?(?=\.)|its constructs/.exec(fix?.note ?? '')?.[0]
      return `${rule} ${policy?.path.split('/').at(-1)} ${policy?.address}: ${fix?.applicability}, ${why}`
    })
    .sort()
}

test('what the CDK wrote is judged, never edited, and told with construct and stack', async () => {
  expect(await told(FILES)).toEqual([
    'deny-blocks-clumio Data.template.json ReportsPolicyA13B441D: text-only, the construct Data/Reports/Policy/Resource of the stack acme-data',
    'deny-blocks-clumio DataInnerAD956E8D.nested.template.json InnerNestedStackInnerNestedStackResource745E041B.ArchivePolicyC780D5C8: text-only, the construct Data/Inner/Archive/Policy/Resource of the stack acme-data',
    'object-ownership Data.template.json Reports65402A0A: text-only, the construct Data/Reports/Resource of the stack acme-data',
  ])
})

test('the manifest alone tells it where the templates do not', async () => {
  const bare = Object.fromEntries(
    Object.entries(FILES).map(([path, text]) => [path, text.replaceAll('"aws:cdk:path"', '"note"')]),
  )
  expect(await told(bare)).toEqual(await told(FILES))
})

test('the templates name the constructs and the manifest the stack where neither has both', async () => {
  const manifest = JSON.parse(FILES['cdk.out/manifest.json'] ?? '') as { artifacts: Record<string, object> }
  const artifacts = Object.entries(manifest.artifacts).map(([id, one]) => [
    id,
    { ...one, metadata: undefined, additionalMetadataFile: undefined },
  ])
  const text = JSON.stringify({ ...manifest, artifacts: Object.fromEntries(artifacts) })
  // The template of a nested stack is no artifact, and names no stack.
  const known = (await told(FILES)).map((line) =>
    line.includes('.nested.') ? line.replace(' of the stack acme-data', '') : line,
  )
  expect(await told({ ...FILES, 'cdk.out/manifest.json': text })).toEqual(known)
})

test('the templates alone tell it where the manifest is gone', async () => {
  const { 'cdk.out/manifest.json': _, ...templates } = FILES
  const paths = (lines: readonly string[]) => lines.map((line) => line.replace(' of the stack acme-data', ''))
  expect(await told(templates)).toEqual(paths(await told(FILES)))
})

test('without either a template is a source', async () => {
  const text = (FILES['cdk.out/Data.template.json'] ?? '').replaceAll('"aws:cdk:path"', '"note"')
  const { report } = await checkFiles({ 'Data.template.json': text })
  const told = report.findings.filter(({ rule }) => rule !== 'policy-unreadable')
  expect(told.map(({ fix }) => fix?.applicability)).toEqual(['edit', 'edit'])
})

test('the metadata of older assemblies stands in the manifest', () => {
  const metadata = { '/A/B/Resource': [{ type: 'aws:cdk:logicalId', data: 'B1' }] }
  const stack = { type: 'aws:cloudformation:stack', properties: { templateFile: 'A.template.json' }, metadata }
  const assembly = assemblyIn({ version: '36.0.0', artifacts: { A: stack } }, () => undefined)
  expect(assembly?.generated('A.template.json', 'B1', null)).toBe(
    'the CDK wrote this template: change the construct A/B/Resource of the stack A',
  )
  expect(assembly?.generated('A.template.json', 'Other', null)).toContain('its constructs of the stack A')
})

test.each([
  ['a manifest of something else', { version: '3', name: 'an app' }],
  ['no stacks', { version: '36.0.0', artifacts: { Tree: { type: 'cdk:tree' } } }],
  ['no object', 'x'],
])('%s is no assembly', (_, manifest) => {
  expect(assemblyIn(manifest, () => undefined)).toBeNull()
})
