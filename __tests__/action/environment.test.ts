import { describe, expect, test } from 'vitest'
import { proxySecrets, tokenOf } from '../../src/action/environment.js'
import { toError, UserError } from '../../src/model/errors.js'

describe('a token', () => {
  test.each<[string | undefined, string | null]>([
    [undefined, null],
    [' \n', null],
    ['ghs_0123.abc-DEF', 'ghs_0123.abc-DEF'],
    ['\tghs_0123\r\n', 'ghs_0123'],
  ])('%j is %j', (given, token) => {
    expect(tokenOf({ INPUT_TOKEN: given })).toBe(token)
  })

  test.each(['ghs_0123\nx: y', 'ghs_0123\r', 'Bearer ghs_0123', 'ghs_0123\0', 'ghs_0123é', 'ghs_0123中'])(
    '%j is refused in a sentence that does not repeat it',
    (given) => {
      let thrown: unknown = null
      try {
        tokenOf({ INPUT_TOKEN: `${given}x` })
      } catch (error) {
        thrown = error
      }
      expect(thrown).toBeInstanceOf(UserError)
      expect(toError(thrown).message).toMatch(/^token: holds a space/)
      expect(toError(thrown).message).not.toContain('ghs_')
    },
  )
})

describe('of the address of a proxy', () => {
  const basic = (text: string) => Buffer.from(text).toString('base64')
  test.each<[string, readonly string[]]>([
    ['http://proxy.example:3128', []],
    ['proxy.example', []],
    ['http://me:pass@proxy.example', ['me:pass', 'pass', basic('me:pass')]],
    ['me:pass@proxy.example', ['me:pass', 'pass', basic('me:pass')]],
    ['http://me:p%40ss@proxy', ['me:p%40ss', 'me:p@ss', 'p%40ss', 'p@ss', basic('me:p@ss')]],
    ['http://me:p@s:s@proxy', ['me:p@s:s', 'p@s:s', basic('me:p@s:s')]],
    ['http://me:100%@[::bad', ['me:100%', '100%', basic('me:100%')]],
    ['http://ghp_alone@proxy', ['ghp_alone', basic('ghp_alone')]],
  ])('%s these are secret: %j', (address, secrets) => {
    expect([...new Set(proxySecrets({ HTTPS_PROXY: address }))]).toEqual(secrets)
    expect([...new Set(proxySecrets({ http_proxy: address }))]).toEqual(secrets)
  })
})
