import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { s3Event, sent } from '../support/cloudtrail.js'

const folder = mkdtempSync(join(tmpdir(), 'learn-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function command(args: readonly string[], input: Uint8Array | string = '') {
  return spawnSync(process.execPath, [resolve('dist/cli.js'), ...args], { cwd: folder, input, encoding: 'utf8' })
}

test('what the command learns from a file of a trail decides a statement in the next run', () => {
  const policy = {
    Version: '2012-10-17',
    Statement: {
      Sid: 'OnlyOurKey',
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:PutObject',
      Resource: 'arn:aws:s3:::acme-data/*',
      Condition: { StringNotEquals: { 's3:x-amz-server-side-encryption': 'aws:kms' } },
    },
  }
  writeFileSync(join(folder, 'policy.json'), JSON.stringify(policy))
  const before = command(['policy.json'])
  expect([before.status, before.stdout.includes('deny-may-block-clumio')]).toEqual([0, true])
  const events = [s3Event(), sent('PutObject', { 'x-amz-server-side-encryption': 'aws:kms' })]
  const learned = command(['learn', '-'], gzipSync(JSON.stringify({ Records: events })))
  expect([learned.status, learned.stderr]).toEqual([0, ''])
  writeFileSync(join(folder, 'learned.jsonc'), learned.stdout)
  const after = command(['policy.json', '--config', 'learned.jsonc'])
  expect([after.status, after.stdout.includes('No Deny statement blocks Clumio')]).toEqual([0, true])
})

test('what is no event of CloudTrail is refused in one sentence', () => {
  const { status, stdout, stderr } = command(['learn', '-'], 'Unable to locate credentials')
  expect([status, stdout]).toEqual([2, ''])
  expect(stderr.trim().split('\n')).toEqual([expect.stringContaining('learn - takes events of CloudTrail')])
})
