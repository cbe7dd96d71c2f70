import { describe, expect, test } from 'vitest'
import { integrationsFor } from '../../src/clumio/integrations.js'
import type { Integration } from '../../src/model/options.js'
import { INTEGRATION } from '../support/check.js'

const TOKEN = '831e8db1-7a77-4550-b2a4-838aa526b8df'
const roleIn = (region: string) => `ClumioRole-${region}-${TOKEN}`
const west: Integration = { ...INTEGRATION, account: '111122223333', roleName: roleIn('us-west-2') }
const east: Integration = { ...INTEGRATION, account: '111122223333', roleName: roleIn('us-east-1') }
const other: Integration = { ...INTEGRATION, account: '444455556666', roleName: roleIn('us-west-2') }
const anywhere: Integration = { ...INTEGRATION, account: null, roleName: 'Backup' }

function accountsAndRoles(
  all: readonly Integration[],
  told: { readonly account?: string; readonly region?: string },
): readonly (readonly [string | null, string | null])[] {
  const place = { path: 'a.json', bucket: 'b', address: null, ...told }
  return integrationsFor(all, place, 'aws', '999900001111').map(({ account, roleName }) => [account, roleName])
}

describe('the roles of a bucket whose account is told', () => {
  test.each<{
    name: string
    all: readonly Integration[]
    told: { readonly account?: string; readonly region?: string }
    roles: readonly (readonly [string | null, string | null])[]
  }>([
    {
      name: 'are those of the account',
      all: [west, other],
      told: { account: '444455556666' },
      roles: [['444455556666', other.roleName]],
    },
    {
      name: 'are those of the Region, where one is named after it',
      all: [west, east],
      told: { account: '111122223333', region: 'us-east-1' },
      roles: [['111122223333', east.roleName]],
    },
    {
      name: 'are all of the account, where none is named after the Region',
      all: [west, east],
      told: { account: '111122223333', region: 'eu-west-1' },
      roles: [
        ['111122223333', west.roleName],
        ['111122223333', east.roleName],
      ],
    },
    {
      name: 'are in that account, where only the name of the role is known',
      all: [anywhere],
      told: { account: '444455556666' },
      roles: [['444455556666', 'Backup']],
    },
    {
      name: 'are an unnamed role of it, where there is none',
      all: [west],
      told: { account: '444455556666' },
      roles: [['444455556666', null]],
    },
    {
      name: 'are all that there are, where it is not told',
      all: [west, other],
      told: {},
      roles: [
        ['111122223333', west.roleName],
        ['444455556666', other.roleName],
      ],
    },
  ])('$name', ({ all, told, roles }) => {
    expect(accountsAndRoles(all, told)).toEqual(roles)
  })

  test('are the same objects each time', () => {
    const place = { path: 'a.json', bucket: 'b', address: null, account: '444455556666' }
    expect(integrationsFor([anywhere], place, 'aws', null)[0]).toBe(integrationsFor([anywhere], place, 'aws', null)[0])
  })
})
