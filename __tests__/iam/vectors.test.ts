import { describe, expect, test } from 'vitest'
import { evaluateVector, vectors } from '../support/vectors.js'

describe('one statement per rule of the semantics', () => {
  test('all of them are here', () => {
    expect(vectors().length).toBe(190)
  })

  test.each(vectors().map((vector) => [vector.id, vector.why, vector] as const))('%s: %s', (_id, _why, vector) => {
    expect(evaluateVector(vector)).toBe(vector.verdict)
  })
})
