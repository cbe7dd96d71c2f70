import { describe, expect, test } from 'vitest'
import { type RawInputs, readInputs } from '../../src/config/inputs.js'
import { jobId } from '../../src/sources/identity.js'

const ROLE = { 'aws-account-id': '123456789012', 'clumio-role-id': 'ClumioRole-us-west-2-x' }
const JOB = { GITHUB_WORKFLOW: 'policies', GITHUB_JOB: 'check' }

function idOf(inputs: RawInputs = {}, env: Readonly<Record<string, string>> = {}): string {
  return jobId(readInputs({ ...ROLE, ...inputs }, ''), { ...JOB, ...env })
}

describe('the id of a run to which nobody gave one', () => {
  test.each<[string, RawInputs]>([
    ['files', { files: 'a\nb' }],
    ['config', { config: 'c.jsonc' }],
    ['fail-on', { 'fail-on': 'never' }],
  ])('is the same whatever %s says', (_name, inputs) => {
    expect(idOf(inputs)).toBe(idOf())
    expect(idOf()).toMatch(/^[0-9a-f]{40}$/)
  })

  test.each<[string, RawInputs, Readonly<Record<string, string>>]>([
    ['workflow', {}, { GITHUB_WORKFLOW: 'other' }],
    ['job', {}, { GITHUB_JOB: 'other' }],
    ['folder', { 'working-directory': 'a' }, {}],
    ['plan', { 'plan-files': 'plan.json' }, {}],
    ['account', { 'aws-account-id': '210987654321' }, {}],
    ['role', { 'clumio-role-id': 'ClumioRole-eu-west-1-x' }, {}],
  ])('is another one for another %s', (_name, inputs, env) => {
    expect(idOf(inputs, env)).not.toBe(idOf())
  })
})
