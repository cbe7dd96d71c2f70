// Makes __tests__/fixtures/cdk: a cloud assembly as `cdk synth` leaves it, of an app with a bucket, its policy and a
// nested stack. The CDK comes from the npm registry into a temporary folder; nothing of it is a dependency, and the app
// asks nobody else. Run it when the CDK changes what it writes, and look at the difference.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const PACKAGES = ['aws-cdk-lib@2.276.0', 'constructs@10.8.1']
const TARGET = 'fixtures/cdk'
/** What the command line of the CDK hands to every app. */
const CONTEXT = {
  'aws:cdk:enable-path-metadata': true,
  'aws:cdk:enable-asset-metadata': true,
}

const folder = mkdtempSync(join(tmpdir(), 'cdk-'))
try {
  writeFileSync(join(folder, 'package.json'), '{ "private": true }')
  execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--save-exact', ...PACKAGES], {
    cwd: folder,
    stdio: 'inherit',
  })
  const out = join(folder, 'cdk.out')
  synthesise(createRequire(join(folder, 'package.json')), out)
  keep(out)
} finally {
  rmSync(folder, { recursive: true })
}

function synthesise(require, outdir) {
  const { App, NestedStack, Stack } = require('aws-cdk-lib')
  const { Bucket, ObjectOwnership } = require('aws-cdk-lib/aws-s3')
  const { AnyPrincipal, Effect, PolicyStatement } = require('aws-cdk-lib/aws-iam')
  const app = new App({ outdir, context: CONTEXT, analyticsReporting: false })
  const stack = new Stack(app, 'Data', { stackName: 'acme-data' })
  const onlyFrom = (bucket, sid) =>
    new PolicyStatement({
      sid,
      effect: Effect.DENY,
      principals: [new AnyPrincipal()],
      actions: ['s3:*'],
      resources: [bucket.bucketArn, bucket.arnForObjects('*')],
      conditions: { StringNotEquals: { 'aws:SourceVpc': 'vpc-0a1b2c3d' } },
    })
  const reports = new Bucket(stack, 'Reports', {
    bucketName: 'acme-reports',
    enforceSSL: true,
    objectOwnership: ObjectOwnership.OBJECT_WRITER,
  })
  reports.addToResourcePolicy(onlyFrom(reports, 'OnlyFromVpc'))
  const inner = new NestedStack(stack, 'Inner')
  const archive = new Bucket(inner, 'Archive', { enforceSSL: true })
  archive.addToResourcePolicy(onlyFrom(archive, 'ArchiveFromVpc'))
  app.synth()
}

/** The manifest, without the list of feature flags, and the templates; assets and reports are nothing that is read. */
function keep(out) {
  const target = join(import.meta.dirname, '..', '__tests__', TARGET)
  rmSync(target, { recursive: true, force: true })
  const readJson = (file) => JSON.parse(readFileSync(join(out, file), 'utf8'))
  const write = (file, value) => writeFileSync(join(target, file), `${JSON.stringify(value, null, 2)}\n`)
  const manifest = readJson('manifest.json')
  const stacks = Object.entries(manifest.artifacts).filter(([, { type }]) => type === 'aws:cloudformation:stack')
  const files = stacks.flatMap(([, { properties, additionalMetadataFile }]) => [
    properties.templateFile,
    ...(additionalMetadataFile === undefined ? [] : [additionalMetadataFile]),
  ])
  const nested = 'DataInnerAD956E8D.nested.template.json'
  for (const file of [...files, nested]) cpSync(join(out, file), join(target, file), { recursive: true })
  for (const file of files.filter((name) => name.endsWith('.metadata.json'))) write(file, withoutStacks(readJson(file)))
  write('manifest.json', { ...manifest, artifacts: Object.fromEntries(stacks) })
}

/** Where constructs were made is told with paths of the machine. */
function withoutStacks(metadata) {
  const kept = Object.entries(metadata).map(([path, entries]) => [
    path,
    entries.filter(({ type }) => type !== 'aws:cdk:creationStack'),
  ])
  return Object.fromEntries(kept.filter(([, entries]) => entries.length > 0))
}
