import { expect, test } from 'vitest'
import { mapPaths } from '../../src/report/paths.js'
import { mapBetween, pathMap } from '../../src/sources/files/paths.js'
import { blocking, edit, fix, result } from '../support/findings.js'

test.each([
  ['', 'a/b.json', 'a/b.json'],
  ['infra', 'a/b.json', 'infra/a/b.json'],
  ['infra/prod', '../b.json', 'infra/b.json'],
  ['infra', '../../outside.json', '../outside.json'],
])('from %j, %j is %j in the repository, and back', (prefix, report, root) => {
  const map = pathMap(prefix)
  expect(map.toRoot(report)).toBe(root)
  expect(map.toReport(root)).toBe(report)
})

test.each([
  ['/w', '/w/src', 'src/a/b.json', 'a/b.json'],
  ['/w', '/w/src', 'other/b.json', '../other/b.json'],
  ['/w/src/infra', '/w/src', '../b.json', 'b.json'],
  ['/w', '/w', 'b.json', 'b.json'],
])('from %j below or above the root %j, %j is %j in the repository, and back', (cwd, top, report, root) => {
  const map = mapBetween(cwd, top)
  expect(map.toRoot(report)).toBe(root)
  expect(map.toReport(root)).toBe(report)
})

test('every path of a result is mapped', () => {
  const finding = blocking(
    {},
    { fix: fix([edit('policy.json', 1, 1, 'x')]), alternative: fix([edit('policy.json', 1, 1, 'y')]) },
  )
  const notes = { unread: [{ path: 'policy.json', reason: 'r' }] }
  const mapped = mapPaths(result([finding], { 'policy.json': 'text' }, notes), (path) => `infra/${path}`)
  expect(JSON.stringify([...mapped.texts, mapped.report])).not.toContain('"policy.json"')
  expect(mapped.texts.get('infra/policy.json')).toBe('text')
})

test('how long a report may be stays known', () => {
  expect(mapPaths({ ...result([]), bytes: 7 }, (path) => path).bytes).toBe(7)
})
