import { describe, expect, test } from 'vitest'
import { readYamlDocuments } from '../../src/tree/yaml.js'

/** What short YAML may stand for is bounded by its length, and told where it is more. */
describe('YAML that stands for far more than is written', () => {
  const lines = (count: number, line: (i: number) => string) => Array.from({ length: count }, (_, i) => line(i))
  const chain = ['x0: &x0 {a: 1}', ...lines(2000, (i) => `x${i + 1}: &x${i + 1} {<<: *x${i}, k${i}: 1}`)]
  const members = lines(800, (i) => `k${i}: 1`).join(', ')
  const list = [`x: &x {${members}}`, `y: {<<: [${lines(800, () => '*x').join(', ')}]}`]
  const doubled = ['x0: &x0 [1]', ...lines(40, (i) => `x${i + 1}: &x${i + 1} [*x${i}, *x${i}]`)]

  test.each([
    ['a chain of merge keys', chain, 'its merge keys stand for too much'],
    ['a list of merge keys', list, 'its merge keys stand for too much'],
    ['aliases of aliases', doubled, 'its aliases stand for too much'],
  ])('%s', (_, text, reason) => {
    expect(readYamlDocuments(text.join('\n'))).toEqual([{ ok: false, reason, offset: expect.any(Number) }])
  })

  test('a few hundred are usual', () => {
    const some = [`x: &x {${members}}`, ...lines(20, (i) => `y${i}: {<<: *x}`)]
    expect(readYamlDocuments(some.join('\n'))).toMatchObject([{ ok: true }])
  })
})
