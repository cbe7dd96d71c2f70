import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { check } from '../../src/check/index.js'
import type { Remedy } from '../../src/model/options.js'
import { isStatementFinding, type StatementFinding } from '../../src/model/report.js'
import { openDisk } from '../../src/sources/disk.js'
import { asPlan } from '../../src/sources/source.js'
import { sourcesOf } from '../../src/sources/sources.js'
import { INTEGRATION, OPTIONS } from '../support/check.js'
import {
  compareStatements,
  copyRoot,
  HAS_TERRAFORM,
  type PlanDocument,
  plannedStatements,
  type RootCopy,
} from '../support/terraform.js'

/** What the `repairs` fixture holds, one of each kind: what is edited, and what is shown only, with its reason. */
const EDITED = {
  'aws_s3_bucket_policy.excepted OnlyTheAuditor': 'aws:PrincipalArn excepts another role already',
  'aws_s3_bucket_policy.excepted_heredoc OnlyThese': 'the same in a heredoc, with a list of roles',
  'aws_s3_bucket_policy.from_file OnlyFromOurVpc': 'a file of JSON',
  'aws_s3_bucket_policy.listed NobodyElse': 'NotPrincipal names others, and Clumio in vain',
  'aws_s3_bucket_policy.listed_blocks NobodyElse': 'the same in blocks',
  'aws_s3_bucket_policy.own OnlyFromOurVpc': 'the default of a variable that nothing else sets',
  'aws_s3_bucket_policy.shared_line OnlyFromOurVpc':
    'the principals stand in a line of others, the condition in its own',
}
const SHOWN = {
  'aws_s3_bucket_policy.archive OnlyFromOurVpc': 'envs/prod.tfvars sets the same variable',
  'aws_s3_bucket_policy.left_alone OnlyFromOurVpc': 'under ignore_changes',
  'aws_s3_bucket_policy.linked OnlyFromOurVpc': 'through a symbolic link',
  'aws_s3_bucket_policy.shared_line NobodyWrites': 'nothing but restore',
  'module.shared.aws_s3_bucket_policy.this OnlyFromOurVpc': 'several root modules of the checkout use this file',
}
const ROLE = 'ClumioIAMRole-ec-1-0d9f7f5e-3f44-4c9b-9a52-6f0c3f1b2a77'
const AUDITOR = 'arn:aws:iam::123456789012:role/auditor'

async function blocked({ folder }: RootCopy, remedy: Remedy): Promise<readonly StatementFinding[]> {
  const disk = openDisk({ cwd: folder, workspace: folder })
  const integrations = [{ ...INTEGRATION, account: '123456789012', roleName: ROLE }]
  const options = { ...OPTIONS, integrations, remedy, terraformDirectory: '' }
  const { report } = await check(sourcesOf(disk, [asPlan(disk.source('plan.json'))]), options)
  return report.findings.filter(isStatementFinding).filter(({ rule }) => rule === 'deny-blocks-clumio')
}

const nameOf = ({ policy, statement }: StatementFinding) => `${policy.address} ${statement.sid}`
const namesOf = (findings: readonly StatementFinding[]) => findings.map(nameOf).sort()

describe.skipIf(!HAS_TERRAFORM).each(['not-principal', 'principal-arn'] as const)(
  'after the edits of %s and a new plan',
  (remedy) => {
    let copy: RootCopy
    let before: readonly StatementFinding[]
    let after: readonly StatementFinding[]
    let plans: readonly [PlanDocument, PlanDocument]

    beforeAll(async () => {
      copy = copyRoot('repairs')
      const old = JSON.parse(copy.read('plan.json')) as PlanDocument
      before = await blocked(copy, remedy)
      const edits = before.flatMap(({ fix }) => (fix?.applicability === 'edit' ? fix.edits : []))
      copy.edit([...new Map(edits.map((edit) => [JSON.stringify(edit), edit])).values()])
      const planned = (await copy.plan()).get('plan.json') ?? {}
      writeFileSync(join(copy.folder, 'plan.json'), JSON.stringify(planned))
      after = await blocked(copy, remedy)
      plans = [old, planned]
    }, 120_000)

    afterAll(() => copy.remove())

    test('what takes effect was edited, and the rest shown with its reason', () => {
      const edited = before.filter(({ fix }) => fix?.applicability === 'edit')
      expect(namesOf(edited)).toEqual(Object.keys(EDITED))
      const reasons = before.filter((one) => !edited.includes(one)).map((one) => [nameOf(one), one.fix?.note])
      expect(Object.fromEntries(reasons)).toEqual(
        Object.fromEntries(Object.entries(SHOWN).map(([name, why]) => [name, expect.stringContaining(why)])),
      )
    })

    test('none of the fixed findings is left, and every other is', () => {
      expect(namesOf(after)).toEqual(Object.keys(SHOWN))
    })

    test('only the members of the remedy changed, and nothing that was in them is gone', () => {
      const members = new Set(compareStatements(...plans).flatMap((one) => one.members))
      expect([...members].sort()).toEqual(
        remedy === 'principal-arn' ? ['Condition'] : ['Condition', 'NotPrincipal', 'Principal'],
      )
      const texts = [...plannedStatements(plans[1])].map(([address, all]) => [address, JSON.stringify(all)] as const)
      const keeps = (address: string, entry: string) => new Map(texts).get(address)?.includes(entry)
      const kept = ['excepted', 'excepted_heredoc', 'listed', 'listed_blocks'].map(
        (name) => `aws_s3_bucket_policy.${name}`,
      )
      expect(kept.filter((address) => keeps(address, AUDITOR) !== true)).toEqual([])
      expect(keeps('aws_s3_bucket_policy.excepted_heredoc', 'role/deploy')).toBe(true)
    })

    test('terraform fmt has nothing to say', () => {
      expect(copy.unformatted()).toEqual([])
    })
  },
)
