import { describe, expect, test } from 'vitest'
import { check } from '../../src/check/index.js'
import { literals, literalTree } from '../../src/sources/literals.js'
import { asPlan, vouchedBy } from '../../src/sources/source.js'
import { OPTIONS } from '../support/check.js'

const TREE = literalTree({ 'a.json': '{}', 'sub/deep/b.tf': '# b', 'sub/c.tf': '' })

describe('literal texts', () => {
  const cases = [
    { path: 'a.json', status: 'file', list: [], text: '{}' },
    { path: './sub/../a.json', status: 'file', list: [], text: '{}' },
    { path: '', status: 'folder', list: ['a.json', 'sub'], text: null },
    { path: 'sub', status: 'folder', list: ['sub/c.tf', 'sub/deep'], text: null },
    { path: 'gone', status: 'nothing', list: [], text: null },
    { path: 'toString', status: 'nothing', list: [], text: null },
  ] as const
  test.each(cases)('"$path" is a $status', ({ path, status, list, text }) => {
    const source = TREE.read(path)
    expect(TREE.status(path)).toBe(status)
    expect(TREE.list(path)).toEqual(list)
    expect(source === null ? null : String(Buffer.from(source.bytes()))).toBe(text)
  })

  test('a check takes them as its one argument, and says what could not be opened', async () => {
    const policy = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: 'arn:aws:s3:::b/*' }],
    })
    const given = literals({ 'a.json': policy, 'b.json': policy }, ['b.json'])
    const unopened = [{ path: 'locked', reason: 'locked cannot be read (EACCES)' }]
    const { report } = await check({ ...given, unopened }, OPTIONS)
    expect(report.findings.map(({ location }) => location.path)).toEqual(['b.json'])
    expect(report.unread).toEqual(unopened)
  })
})

describe('who vouches', () => {
  test('a literal is the word of the job, unless it is said', () => {
    expect(literalTree({ a: '' }).read('a')?.by).toBe('job')
    expect(literalTree({ a: '' }, 'nobody').read('a')?.by).toBe('nobody')
  })

  test('what is known of a source stays when more is said of it', () => {
    const [source] = literals({ a: 'x' }, ['a'], 'base').files
    if (source === undefined) throw new Error('no source')
    const plan = asPlan({ ...source, linked: true })
    expect(plan).toMatchObject({ path: 'a', by: 'base', linked: true, mustBe: 'plan', size: 1 })
    expect(vouchedBy(plan, 'head')).toMatchObject({ by: 'head', linked: true, mustBe: 'plan' })
  })
})
