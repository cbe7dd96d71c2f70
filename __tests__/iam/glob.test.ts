import { describe, expect, test } from 'vitest'
import { matchExact, matchGlob } from '../../src/iam/text/glob.js'
import type { Text } from '../../src/iam/text/text.js'

const ACCOUNT = { token: 'account', holds: 'digits' } as const
const ROLE = { token: 'role', holds: 'name' } as const
const role: Text = ['arn:aws:iam::', ACCOUNT, ':role/clumio/Clumio', ROLE]

describe('what is known about the characters of a value that is not', () => {
  test.each<[string, Text, Text, string]>([
    ['an account may be any id', '111122223333', [ACCOUNT], 'U'],
    ['an account is no user', 'arn:aws:iam::111122223333:user/bob', [ACCOUNT], 'F'],
    ['an account id has digits only', 'arn:aws:iam::AccountB:root', ['arn:aws:iam::', ACCOUNT, ':root'], 'F'],
    ['a role of the account may be meant', 'arn:aws:iam::111122223333:role/clumio/ClumioRole-1', role, 'U'],
    ['a role without the path is another one', 'arn:aws:iam::111122223333:role/ClumioRole-1', role, 'F'],
  ])('%s', (_, value, subject, expected) => {
    expect(matchExact(value, subject)).toBe(expected)
  })

  test.each<[string, Text, Text, string]>([
    ['a pattern for the path covers whatever the name is', 'arn:aws:iam::*:role/clumio/Clumio*', role, 'T'],
    ['a pattern for another path cannot match inside of the name', 'arn:aws:iam::*:role/alpha-*', role, 'F'],
    ['a pattern for the end of the name may', 'arn:*:role/*-backup', role, 'U'],
    ['an expression of the file may hold anything', ['arn:aws:iam::', { token: 'x' }, '-1'], role, 'U'],
    ['one that holds a name has no slash in it', ['arn:aws:iam::', ACCOUNT, ':role/', ROLE], role, 'F'],
    ['the same value on both sides', ['*', ROLE], role, 'T'],
  ])('%s', (_, pattern, subject, expected) => {
    expect(matchGlob(pattern, subject)).toBe(expected)
  })
})
