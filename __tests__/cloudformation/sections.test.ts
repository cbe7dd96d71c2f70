import { describe, expect, test } from 'vitest'
import { policyOf, told } from '../support/templates.js'

/** What the sections of a template say of an expression, as far as that is certain. */

const statement = (effect: string) => `- Sid: S
  Effect: ${effect}
  Principal: "*"
  Action: s3:*
  Resource: arn:aws:s3:::acme/*
`
const verdict = async (effect: string, around: string) => {
  const [found = 'nothing'] = await told({ 't.yaml': policyOf(statement(effect), around) })
  return found.split(' ')[0]
}

describe('Fn::FindInMap with a default', () => {
  const MAP = 'Transform: AWS::LanguageExtensions\nMappings: {M: {us-east-1: {E: Allow}, eu-west-1: {E: Allow}}}'
  const REGION = '!Ref "AWS::Region"'
  test.each([
    ['what all Regions have is that of any', `!FindInMap [M, ${REGION}, E]`, 'nothing'],
    ['a default may be that of another Region', `!FindInMap [M, ${REGION}, E, {DefaultValue: Deny}]`, 'undecided'],
    ['one that says the same changes nothing', `!FindInMap [M, ${REGION}, E, {DefaultValue: Allow}]`, 'nothing'],
    [
      'a default that is not known may be anything',
      `!FindInMap [M, ${REGION}, E, {DefaultValue: !Ref X}]`,
      'undecided',
    ],
    ['a key that is there has its value', '!FindInMap [M, us-east-1, E, {DefaultValue: Deny}]', 'nothing'],
    ['one that is not has the default', '!FindInMap [M, ap-east-1, E, {DefaultValue: Deny}]', 'blocked'],
  ])('%s', async (_, effect, expected) => {
    expect(await verdict(effect, MAP)).toBe(expected)
  })
})

describe('a name that is written twice is not known', () => {
  test.each([
    ['a key of a mapping', '!FindInMap [M, a, E]', 'Mappings:\n  M:\n    a: {E: Deny}\n    a: {E: Allow}', 'undecided'],
    ['what a key has', '!FindInMap [M, a, E]', 'Mappings: {M: {a: {E: Deny, E: Allow}}}', 'undecided'],
    [
      'what a parameter may be',
      '!Ref E',
      'Parameters: {E: {Type: String, AllowedValues: [Deny], AllowedValues: [Allow]}}',
      'undecided',
    ],
    ['a section', '!FindInMap [M, a, E]', 'Mappings: {M: {a: {E: Deny}}}\nMappings: {M: {a: {E: Allow}}}', 'undecided'],
    [
      'but for names in other letters',
      '!FindInMap [M, a, E]',
      'Mappings: {M: {a: {E: Allow}}, m: {a: {E: Deny}}}',
      'nothing',
    ],
  ])('%s', async (_, effect, around, expected) => {
    expect(await verdict(effect, around)).toBe(expected)
  })

  test('a condition leaves nothing out', async () => {
    const template = policyOf(
      statement('Deny'),
      'Conditions:\n  Never: !Equals [a, a]\n  Never: !Equals [a, b]',
    ).replace('    Properties:', '    Condition: Never\n    Properties:')
    expect(await told({ 't.yaml': template })).toEqual(['blocked t.yaml Policy S'])
  })
})
