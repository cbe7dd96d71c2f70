import { expect, test, vi } from 'vitest'
import { TextSite } from '../../src/fix/sites/text.js'
import { checkFiles } from '../support/check.js'

const statement = (bucket: string) => ({
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: `arn:aws:s3:::${bucket}/*`,
})
const policy = (...buckets: readonly string[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: buckets.map(statement) }, null, 2)

test('a finding whose lines cannot be looked up is told without them, and the others with theirs', async () => {
  const place = TextSite.prototype.place
  const spy = vi.spyOn(TextSite.prototype, 'place').mockImplementation(async function (this: TextSite, draft, edits) {
    if ('subject' in draft && draft.subject.bucket.name === 'odd') throw new TypeError('x is undefined')
    return place.call(this, draft, edits)
  })
  const { report, failures = [] } = await checkFiles({ 'a.json': policy('odd', 'b1'), 'b.json': policy('b2') })
  spy.mockRestore()
  expect(report.findings.map(({ location, policy: of }) => [location.path, location.startLine, of?.bucket])).toEqual([
    ['a.json', 1, 'odd'],
    ['a.json', 12, 'b1'],
    ['b.json', 6, 'b2'],
  ])
  expect(failures.map(({ path, error }) => [path, error.message])).toEqual([['a.json', 'x is undefined']])
  expect(report.conclusion).toBe('failure')
})
