import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Finding } from '../../src/model/report.js'
import { workplace } from './harness.js'

/** Files and folders that cannot be opened, with the real check. */

const place = workplace()
const asRoot = process.getuid?.() === 0
const FINE = '{}'
const BLOCKING = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: 'arn:aws:s3:::b1/*' }],
})

async function report(argv: readonly string[]) {
  const { code, out, err } = await place.run(['--format=json', ...argv])
  return { code, err, ...JSON.parse(out) }
}

describe.skipIf(process.platform !== 'linux')('a name that is not UTF-8', () => {
  const named = (text: string) => Buffer.from(place.path(text), 'latin1')

  test.each([
    { what: 'file', make: () => writeFileSync(named('p\xff.json'), BLOCKING), path: 'p\ufffd.json' },
    { what: 'folder', make: () => mkdirSync(named('f\xff')), path: 'f\ufffd' },
  ])('of a $what that is found is told, and the others are judged', async ({ make, path }) => {
    place.write({ 'a.json': BLOCKING })
    make()
    const { code, findings, unread } = await report([])
    expect(findings.map(({ rule, level, location }: Finding) => [location.path, rule, level])).toEqual([
      ['a.json', 'deny-blocks-clumio', 'error'],
      [path, 'policy-unreadable', 'notice'],
    ])
    expect(unread).toEqual([{ path, reason: `${path} cannot be opened: its name is not UTF-8` }])
    expect((await place.run([])).out).toContain('its name is not UTF-8; nothing of it was judged.')
    expect(code).toBe(1)
  })
})

describe.skipIf(asRoot)('without permission', () => {
  const lock = (name: string) => chmodSync(place.path(name), 0)

  test.each([
    { content: FINE, code: 0 },
    { content: BLOCKING, code: 1 },
  ])('what is found is told, and the others decide: $code', async ({ content, code }) => {
    place.write({ 'a.json': content, 'locked.json': BLOCKING, 'sub/b.json': BLOCKING })
    lock('locked.json')
    lock('sub')
    const result = await report([])
    chmodSync(place.path('sub'), 0o755)
    expect(result.code).toBe(code)
    expect(result.unread.map(({ path }: { path: string }) => path)).toEqual(['sub', 'locked.json'])
  })

  test.each([
    { argv: ['a.json', 'locked.json'], says: 'locked.json cannot be opened' },
    { argv: ['a.json', 'sub'], says: 'sub cannot be opened' },
    { argv: ['a.json', '--plan-files=locked.*'], says: 'locked.json cannot be read (EACCES)' },
  ])('what is named fails the run, which still reports: $says', async ({ argv, says }) => {
    place.write({ 'a.json': BLOCKING, 'locked.json': BLOCKING, 'sub/b.json': BLOCKING })
    lock('locked.json')
    lock('sub')
    const result = await report(argv)
    chmodSync(place.path('sub'), 0o755)
    expect(result.code).toBe(2)
    expect(result.err).toContain(says)
    expect(result.findings).toHaveLength(1)
    expect(result.unread).toHaveLength(1)
  })
})
