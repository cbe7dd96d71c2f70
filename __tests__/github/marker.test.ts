import { expect, test } from 'vitest'
import { markerWord, readMarker, withMarker } from '../../src/github/comments/marker.js'

const MARKER = { kind: 'comment', id: 'job', head: 'abc', fingerprints: ['one', 'two'], hash: '0123' } as const

test('a marker is read back from the text it stands in front of', () => {
  expect(readMarker(withMarker(MARKER, 'text'))).toEqual(MARKER)
  expect(readMarker(withMarker({ ...MARKER, fingerprints: [] }, 'text'))?.fingerprints).toEqual([])
})

test.each([
  ['quoted behind something else', `> ${withMarker(MARKER, 'x')}`],
  ['behind a blank', ` ${withMarker(MARKER, 'x')}`],
  ['without its end', withMarker(MARKER, 'x').replace(' -->', '')],
  ['of an unknown kind', withMarker(MARKER, 'x').replace('comment', 'other')],
  ['without an id', '<!-- clumio-policy-check:v1 comment hash=1 -->\nx'],
  ['of another tool', '<!-- other:v1 comment id=job -->\nx'],
])('a marker %s does not count', (_name, body) => {
  expect(readMarker(body)).toBeNull()
})

test('only plain words stand in a marker as they are', () => {
  expect(markerWord('a-Z.0_9:/+')).toBe('a-Z.0_9:/+')
  for (const evil of ['a b', 'a-->b', 'a--b', '', 'x'.repeat(101), 'id=é']) {
    expect(markerWord(evil)).toMatch(/^[0-9a-f]{32}$/)
  }
})

test('a comment of very many findings keeps a short marker', () => {
  const fingerprints = Array.from({ length: 1_000 }, (_, i) => `fingerprint-${i}`)
  const body = withMarker({ ...MARKER, fingerprints }, 'text')
  expect(body.length).toBeLessThan(2_000)
  expect(readMarker(body)?.fingerprints).toContain('fingerprint-0')
})
