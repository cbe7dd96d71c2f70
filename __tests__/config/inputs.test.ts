import { describe, expect, test } from 'vitest'
import { closest } from '../../src/config/closest.js'
import { type Inputs, type RawInputs, readInputs } from '../../src/config/inputs.js'
import { UserError } from '../../src/model/errors.js'

const NAME = 'ClumioRole-us-west-2-831e8db1-7a77-4550-b2a4-838aa526b8df'

function message(raw: RawInputs, prefix: '' | '--' = ''): string {
  try {
    readInputs(raw, prefix)
  } catch (thrown) {
    if (thrown instanceof UserError) return thrown.message
    throw thrown
  }
  throw new Error('expected a UserError')
}

describe('valid inputs', () => {
  const cases: { name: string; raw: RawInputs; expected: Partial<Inputs> }[] = [
    {
      name: 'nothing given',
      raw: { files: '', 'aws-account-id': '', features: ' ' },
      expected: {
        files: [],
        planFiles: [],
        account: null,
        role: null,
        features: null,
        remedy: null,
        failOn: null,
        onlyChanged: false,
        comments: 'review',
        jsonFile: null,
      },
    },
    {
      name: 'lists have one item a line, blank lines and both line ends do not count',
      raw: { files: 'a b.json\r\n\n  !c/**  \n', 'plan-files': 'plan.json' },
      expected: { files: ['a b.json', '!c/**'], planFiles: ['plan.json'] },
    },
    { name: 'lists may come split', raw: { files: ['a', 'b'] }, expected: { files: ['a', 'b'] } },
    {
      name: 'an account with a leading zero',
      raw: { 'aws-account-id': '012345678901' },
      expected: { account: '012345678901' },
    },
    {
      name: "a role's name",
      raw: { 'clumio-role-id': NAME },
      expected: { role: { partition: null, account: null, path: null, name: NAME } },
    },
    {
      name: 'the abbreviated name with an unknown Region',
      raw: { 'clumio-role-id': 'ClumioIAMRole--831e8db1-7a77-4550-b2a4-838aa526b8df' },
      expected: {
        role: {
          partition: null,
          account: null,
          path: null,
          name: 'ClumioIAMRole--831e8db1-7a77-4550-b2a4-838aa526b8df',
        },
      },
    },
    {
      name: "a role's ARN",
      raw: { 'clumio-role-id': `arn:aws:iam::123456789012:role/clumio/${NAME}`, 'aws-account-id': '123456789012' },
      expected: { role: { partition: 'aws', account: '123456789012', path: '/clumio/', name: NAME } },
    },
    {
      name: 'an ARN without a path, and with a long one',
      raw: { 'clumio-role-id': 'arn:aws-us-gov:iam::123456789012:role/Mine' },
      expected: { role: { partition: 'aws-us-gov', account: '123456789012', path: '/', name: 'Mine' } },
    },
    {
      name: 'features separated by commas, blanks or lines, in the order of the documentation',
      raw: { features: 'restore, backup\ninventory' },
      expected: { features: ['inventory', 'backup', 'restore'] },
    },
    {
      name: 'the words',
      raw: { remedy: 'principal-arn', 'fail-on': 'never', comments: 'off', 'only-changed': 'TRUE' },
      expected: { remedy: 'principal-arn', failOn: 'never', comments: 'off', onlyChanged: true },
    },
  ]
  test.each(cases)('$name', ({ raw, expected }) => {
    expect(readInputs(raw, '')).toMatchObject(expected)
  })
})

describe('inputs that are not valid', () => {
  const cases: { name: string; raw: RawInputs; says: string }[] = [
    {
      name: 'an account with hyphens, as the console shows it',
      raw: { 'aws-account-id': '1234-5678-9012' },
      says: 'aws-account-id: "1234-5678-9012" is an account id with hyphens; write the 12 digits alone',
    },
    {
      name: 'an account that YAML took for a number',
      raw: { 'aws-account-id': '12345678901' },
      says: 'in YAML, put an id that starts with 0 in quotes',
    },
    {
      name: 'an account that is a word',
      raw: { 'aws-account-id': 'prod' },
      says: 'is not an account id, which has 12 digits',
    },
    {
      name: 'a role of another account',
      raw: { 'aws-account-id': '111122223333', 'clumio-role-id': 'arn:aws:iam::123456789012:role/clumio/x' },
      says: 'clumio-role-id: "arn:aws:iam::123456789012:role/clumio/x" is in account 123456789012, but aws-account-id is 111122223333; give the account of the buckets, or leave one of the two out',
    },
    {
      name: 'the token of the connection, with which the name of the role ends',
      raw: { 'clumio-role-id': '831e8db1-7a77-4550-b2a4-838aa526b8df' },
      says: 'ClumioRole-<region>-831e8db1-7a77-4550-b2a4-838aa526b8df or ClumioIAMRole-',
    },
    {
      name: 'the token in an ARN',
      raw: { 'clumio-role-id': 'arn:aws:iam::123456789012:role/clumio/831E8DB1-7a77-4550-b2a4-838aa526b8df' },
      says: 'has the token of a Clumio connection in place of the role',
    },
    { name: 'a placeholder', raw: { 'clumio-role-id': '<Clumio_role_id>' }, says: 'still has a placeholder in it' },
    { name: 'a unique id', raw: { 'clumio-role-id': 'AROAJQABLZS4A3QDU576Q' }, says: "is the role's unique id" },
    {
      name: 'a session',
      raw: { 'clumio-role-id': `arn:aws:sts::123456789012:assumed-role/${NAME}/daebaksrv-S3Backup` },
      says: `give the role's ARN, arn:aws:iam::123456789012:role/clumio/${NAME}, or its name`,
    },
    {
      name: 'an unknown feature',
      raw: { features: 'backup,restores' },
      says: 'features: "restores" is not a feature; did you mean "restore"?',
    },
    { name: 'a list without a feature', raw: { features: ' , ' }, says: 'names no feature' },
    { name: 'a remedy of another spelling', raw: { remedy: 'not_principal' }, says: 'did you mean "not-principal"?' },
    { name: 'a level in capitals', raw: { 'fail-on': 'Error' }, says: 'did you mean "error"?' },
    { name: 'a level that is none', raw: { 'fail-on': 'info' }, says: 'allowed: error, warning, notice, never' },
    {
      name: 'a switch that is no switch',
      raw: { 'only-changed': 'yes' },
      says: 'only-changed: "yes" is neither true nor false',
    },
    { name: 'an unknown way to comment', raw: { comments: 'none' }, says: 'allowed: review, summary, off' },
  ]
  test.each(cases)('$name', ({ raw, says }) => {
    expect(message(raw)).toContain(says)
  })

  test('all of them are named in one message', () => {
    expect(message({ 'aws-account-id': 'x', features: 'a', remedy: 'b', 'fail-on': 'c' }).split('\n')).toEqual([
      '4 inputs are not valid:',
      '- aws-account-id: "x" is not an account id, which has 12 digits',
      '- features: "a" is not a feature; allowed: inventory, backup, continuous-backup, restore',
      '- remedy: "b" is not known; allowed: not-principal, principal-arn',
      '- fail-on: "c" is not known; allowed: error, warning, notice, never',
    ])
  })

  test('flags are named as flags', () => {
    expect(
      message({ 'aws-account-id': '111122223333', 'clumio-role-id': 'arn:aws:iam::123456789012:role/x' }, '--'),
    ).toBe(
      '--clumio-role-id: "arn:aws:iam::123456789012:role/x" is in account 123456789012, but --aws-account-id is 111122223333; give the account of the buckets, or leave one of the two out',
    )
  })

  test('control characters do not reach the message', () => {
    expect(message({ remedy: 'a\u001b[31m\nb' })).toContain('"a\\u001b[31m\\nb"')
  })
})

describe('the word that was meant', () => {
  test.each([
    ['backups', 'backup'],
    ['Backup', 'backup'],
    ['bcakup', 'backup'],
    ['continuous_backup', 'continuous-backup'],
    ['everything', null],
    ['x', null],
    ['', null],
    ['b'.repeat(10_000), null],
  ])('%s', (word, meant) => {
    expect(closest(word, ['inventory', 'backup', 'continuous-backup', 'restore'])).toBe(meant)
  })
})
