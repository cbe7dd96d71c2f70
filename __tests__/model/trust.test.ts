import { describe, expect, test } from 'vitest'
import {
  configurationWeight,
  fileText,
  mayRead,
  planWeight,
  type Standing,
  standingOf,
  type Voucher,
} from '../../src/model/trust.js'

describe('who may say what', () => {
  test.each([
    ['push', 'own'],
    ['schedule', 'own'],
    ['merge_group', 'own'],
    ['workflow_dispatch', 'own'],
    ['pull_request', 'pull'],
    ['pull_request_target', 'stranger'],
    ['workflow_run', 'stranger'],
  ] as const)('a run for %s stands as %s', (event, standing) => {
    expect(standingOf(event)).toBe(standing)
  })

  const EVERY: readonly (readonly [Voucher, Standing, boolean, string, string, string])[] = [
    // voucher, standing, read, file(), plan, configuration
    ['base', 'own', true, 'whole', 'verdict', 'full'],
    ['head', 'own', true, 'whole', 'verdict', 'full'],
    ['job', 'own', true, 'policy', 'verdict', 'full'],
    ['nobody', 'own', true, 'policy', 'verdict', 'full'],
    ['base', 'pull', true, 'whole', 'finding', 'full'],
    ['head', 'pull', true, 'whole', 'finding', 'told'],
    ['job', 'pull', true, 'policy', 'verdict', 'refused'],
    ['nobody', 'pull', true, 'policy', 'finding', 'refused'],
    ['base', 'stranger', true, 'whole', 'finding', 'full'],
    ['head', 'stranger', true, 'whole', 'finding', 'refused'],
    ['job', 'stranger', false, 'policy', 'refused', 'refused'],
    ['nobody', 'stranger', false, 'policy', 'refused', 'refused'],
  ]
  test.each(EVERY)(
    'what %s vouches for, in a run that stands as %s',
    (by, standing, read, text, plan, configuration) => {
      expect(mayRead(by, standing)).toBe(read)
      expect(fileText(by)).toBe(text)
      expect(planWeight(by, standing)).toBe(plan)
      expect(configurationWeight(by, standing)).toBe(configuration)
    },
  )

  test.each([
    ['job', 'pull', 'full'],
    ['head', 'pull', 'told'],
    ['nobody', 'pull', 'refused'],
    ['job', 'stranger', 'refused'],
  ] as const)('a configuration that the workflow names, by %s, in a run that stands as %s', (by, standing, weight) => {
    expect(configurationWeight(by, standing, true)).toBe(weight)
  })
})
