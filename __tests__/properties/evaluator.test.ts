import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { callersOf, VENDOR_SESSIONS } from '../../src/clumio/integrations.js'
import { judgeStatement, type StatementVerdict } from '../../src/clumio/judge.js'
import { needsOf } from '../../src/clumio/needs.js'
import { TEMPLATE_READER } from '../../src/documents/template.js'
import { bindDocument } from '../../src/iam/bind.js'
import { parsePolicy } from '../../src/iam/parse.js'
import { bucketOf } from '../../src/iam/resource.js'
import type { Text } from '../../src/iam/text/text.js'
import { FEATURES } from '../../src/model/options.js'
import { type Answer, type ConcreteRequest, denies } from '../support/concrete.js'
import { type GeneratedStatement, statements } from '../support/statements.js'
import {
  factsOf,
  integrationOf,
  type Knowledge,
  knowledge,
  rendered,
  requestOf,
  TODAY,
  type World,
  worlds,
} from '../support/worlds.js'

const RUNS = Number(process.env.FC_RUNS ?? 200)
const TIMEOUT = 30_000 + RUNS * 50
const NEEDS = needsOf(FEATURES)

/** The verdict of the three-valued evaluator, told only what somebody knows. */
function judged(
  { statement, version }: GeneratedStatement,
  world: World,
  known: Knowledge,
  name: Text,
): StatementVerdict {
  const integration = integrationOf(world, known)
  const policy = { ...(version === undefined ? {} : { Version: version }), Statement: [statement] }
  const document = bindDocument(parsePolicy(policy, TEMPLATE_READER), {
    account: integration.account,
    partition: 'aws',
    roles: new Map(),
  })
  const [parsed] = document.statements
  if (parsed === undefined) throw new Error('no statement')
  return judgeStatement(parsed, document.variables, {
    callers: callersOf(integration, 'aws'),
    needs: NEEDS,
    bucket: bucketOf('aws', name),
    facts: { context: factsOf(world, known, statement), region: known.region ? world.region : null, today: TODAY },
  })
}

/** One cell of a verdict: what it claims about every object (or the bucket). */
function claims(verdict: StatementVerdict): Map<string, 'T' | 'T/part' | 'U'> {
  const map = new Map<string, 'T' | 'T/part' | 'U'>()
  for (const { caller, need, scope } of verdict.blocked) {
    map.set(`${caller.session} ${need.feature} ${need.lower}`, scope === 'all' ? 'T' : 'T/part')
  }
  for (const { caller, need } of verdict.undecided) map.set(`${caller.session} ${need.feature} ${need.lower}`, 'U')
  return map
}

/** Keys of objects that the patterns of a statement tell apart; variables are filled in as in the request, or kept. */
function probes(statement: unknown, { keys }: ConcreteRequest): readonly string[] {
  const patterns = [...JSON.stringify(statement).matchAll(/arn:[^"]*?\/([^"]+)"/g)].map(([, pattern = '']) => pattern)
  const fill = (pattern: string, run: string) =>
    pattern.replace(/\$\{([^},]*)(?:,\s*'([^']*)')?\}|[*?]/g, (found, name: string | undefined, fallback = '') => {
      if (name === undefined) return found === '*' ? run : 'q'
      return keys.get(name.toLowerCase())?.[0] ?? (name === '*' ? '*' : fallback)
    })
  const literal = (pattern: string) => pattern.replaceAll('*', 'w').replaceAll('?', 'q')
  const made = patterns.flatMap((pattern) => [fill(pattern, ''), fill(pattern, 'w'), literal(pattern)])
  return [...new Set(['a', 'z', 'zz', 'a/b', 'a:x', 'secret/x', 'x.pdf', ...made])].filter((key) => key !== '')
}

function concreteAnswers(
  statement: Record<string, unknown>,
  version: string | undefined,
  world: World,
  session: string,
  need: (typeof NEEDS)[number],
  keys: readonly string[],
): readonly Answer[] {
  const targets = need.target === 'bucket' ? [null] : keys
  return targets.map((key) => denies(statement, version, requestOf(world, session, need.action, key)))
}

/** Bucket names: as written, or as the expression that the policy's Resources use. */
const names: fc.Arbitrary<Text> = fc.constantFrom<Text>('b1', [
  { token: 'aws_s3_bucket.this.arn', means: 'bucket-name' },
])

const ROLES = ['nothing', 'account', 'named'] as const

/** Some of what another knowledge holds, and nothing else. */
function less(known: Knowledge, by: Knowledge): Knowledge {
  const role = ROLES[Math.min(ROLES.indexOf(known.role), ROLES.indexOf(by.role))] ?? 'nothing'
  return {
    role,
    roleId: known.roleId && by.roleId,
    boundary: known.boundary && by.boundary,
    region: known.region && by.region,
    keys: known.keys.filter((key) => by.keys.includes(key)),
    tested: known.tested && by.tested,
    vague: known.vague || by.vague,
  }
}

describe('the three-valued evaluator against a concrete one', () => {
  test(
    'what it claims holds in every world that fits what it was told',
    () => {
      fc.assert(
        fc.property(statements, worlds, knowledge, names, (generated, world, known, name) => {
          const verdict = claims(judged(generated, world, known, name))
          const real = rendered(generated.statement, world) as Record<string, unknown>
          for (const session of VENDOR_SESSIONS) {
            for (const need of NEEDS) {
              const claim = verdict.get(`${session} ${need.feature} ${need.lower}`) ?? 'F'
              if (claim === 'U') continue
              const keys = probes(real, requestOf(world, session, need.action, null))
              const answers = concreteAnswers(real, generated.version, world, session, need, keys)
              const holds =
                claim === 'F'
                  ? answers.every((answer) => answer === 'F')
                  : claim === 'T'
                    ? answers.every((answer) => answer === 'T')
                    : answers.includes('T')
              expect({ session, action: need.action, claim, answers, holds }).toMatchObject({ holds: true })
            }
          }
        }),
        { numRuns: RUNS },
      )
    },
    TIMEOUT,
  )

  test(
    'more facts settle what was open and change nothing that was settled',
    () => {
      fc.assert(
        fc.property(statements, worlds, knowledge, knowledge, names, (generated, world, more, by, name) => {
          // An expression is none of Clumio's networks only until somebody states one (docs/semantics.md, D22).
          const tested = JSON.stringify(generated.statement.Condition ?? '')
          fc.pre(!tested.includes('${') || !/aws:(?:source)?vpc/i.test(tested))
          const before = claims(judged(generated, world, less(more, by), name))
          const after = claims(judged(generated, world, more, name))
          for (const session of VENDOR_SESSIONS) {
            for (const need of NEEDS) {
              const cell = `${session} ${need.feature} ${need.lower}`
              const was = before.get(cell) ?? 'F'
              const is = after.get(cell) ?? 'F'
              const fits = was === 'U' || is === was || (was === 'T/part' && is === 'T')
              expect({ cell, was, is, fits }).toMatchObject({ fits: true })
            }
          }
        }),
        { numRuns: RUNS },
      )
    },
    TIMEOUT,
  )
})
