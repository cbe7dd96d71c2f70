import { describe, expect, test } from 'vitest'
import { evaluateVector } from '../support/vectors.js'

type Inputs = Readonly<Record<string, string>>
type Row = readonly [why: string, patch: Record<string, unknown>, verdict: string, inputs?: Inputs]

/** The base statement of the vectors with a Condition. */
function when(condition: Record<string, unknown>): Record<string, unknown> {
  return { Condition: condition }
}

function check(rows: readonly Row[]): void {
  test.each(rows)('%s', (why, patch, verdict, inputs = {}) => {
    expect(evaluateVector({ id: 'edge', patch, inputs, verdict: 'U', why })).toBe(verdict)
  })
}

describe('operators that AWS does not document stay unknown', () => {
  check([
    ['a set prefix before Null', when({ 'ForAllValues:Null': { 'aws:Referer': 'true' } }), 'U'],
    ['another set prefix before Null', when({ 'ForAnyValue:Null': { 'aws:SourceVpc': 'false' } }), 'U'],
  ])
})

describe('names that every JavaScript object has are names like any other', () => {
  check([
    ['a condition key', when({ StringEquals: { constructor: 'x' } }), 'U'],
    ['an operator', when({ constructor: { 'aws:SourceVpc': 'vpc-1' } }), 'U'],
    ['a set prefix and an operator', when({ 'ForAnyValue:toString': { 'aws:SourceVpc': 'vpc-1' } }), 'U'],
    ['a member of Principal', { Principal: { constructor: '*' } }, 'U'],
  ])
})

describe('principal elements that name nobody are invalid', () => {
  check([
    ['an empty list', { Principal: { AWS: [] } }, 'U'],
    ['an empty map', { Principal: {} }, 'U'],
    ['an empty exception list', { Principal: null, NotPrincipal: { AWS: [] } }, 'U'],
  ])
})
