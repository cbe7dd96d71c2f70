import { describe, expect, test } from 'vitest'
import { checkFiles } from '../support/check.js'

const NEL = '\u0085'
const LS = '\u2028'
const PS = '\u2029'

const template = (more: string, sid = 'S') => `Resources:
  P:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: b1
      PolicyDocument:
        Statement:
          - Sid: ${sid}
            Effect: Allow
            Principal: '*'
            Action: 's3:*'
            Resource: arn:aws:s3:::b1/*
${more}
`
const HIDDEN = ['- Sid: T', '  Effect: Deny', "  Principal: '*'", "  Action: 's3:*'", '  Resource: arn:aws:s3:::b1/*']
/** A statement in one line, behind what ends a line in YAML 1.1. */
const behind = (end: string) => HIDDEN.map((line) => `${end}          ${line}`).join('')

async function told(text: string) {
  const { report } = await checkFiles({ 't.yaml': text })
  return report.findings.map(({ rule, location, message }) => `${rule} ${location.startLine} ${/U\+\w+/.exec(message)}`)
}

describe('what ends a line in YAML 1.1 alone leaves open what a file says', () => {
  test.each<[string, string, string]>([
    ['next line in a comment', template(`# note${behind(NEL)}`), 'U+0085'],
    ['line separator in a comment', template(`# note${behind(LS)}`), 'U+2028'],
    ['paragraph separator in a comment', template(`# note${behind(PS)}`), 'U+2029'],
    ['in a comment with a quote', template(`# "note${behind(NEL)} "`), 'U+0085'],
    ['in a comment behind a quoted text', template(`            Condition: {} # '${behind(LS)}`), 'U+2028'],
    ['in a plain text', template(`Description: a "b${NEL}c"`), 'U+0085'],
    ['in a text over several lines', template(`Description: |\n  "a${PS}b"`), 'U+2029'],
  ])('%s', async (_name, text, code) => {
    const line = text.split('\n').findIndex((one) => /[\u0085\u2028\u2029]/.test(one)) + 1
    expect(await told(text)).toEqual([`policy-unreadable ${line} ${code}`])
  })

  test.each<[string, string]>([
    ['in double quotes', template('', `"a${NEL}b${LS}"`)],
    ['in single quotes', template('', `'a # ${PS}'`)],
    ['in the quotes of a key', template(`"Outputs${LS}": {}`)],
    ['as an escape', template('', '"a\\N\\L\\P"')],
  ])('but not %s', async (_name, text) => {
    expect(await told(text)).toEqual([])
  })
})
