import { readFileSync } from 'node:fs'
import { judgeStatement, type StatementVerdict } from '../../src/clumio/judge.js'
import type { Need } from '../../src/clumio/needs.js'
import type { RequestFacts } from '../../src/clumio/requests.js'
import type { CallerBoundary, RoleSession } from '../../src/iam/caller.js'
import { parsePolicy, readPlainText } from '../../src/iam/parse.js'
import { bucketOf } from '../../src/iam/resource.js'
import { or, type Tri } from '../../src/iam/text/tri.js'
import { isObject } from '../../src/tree/value.js'

/** The identities that every vector is written with. */
export const ACCOUNT = '111122223333'
export const ROLE_NAME = 'ClumioIAMRole-uw-2-831e8db1-7a77-4550-b2a4-838aa526b8df'
export const SESSIONS = {
  CREATE: 'daebaksrv-createS3CustomerSession',
  INGEST: 'Ingestion-ingesttool',
  RTC: 'daebaksrv-RestoreTargetCheck',
  BKUP: 'daebaksrv-S3Backup',
} as const
const session = (name: string) => `arn:aws:sts::${ACCOUNT}:assumed-role/${ROLE_NAME}/${name}`
export const ROOT = `arn:aws:iam::${ACCOUNT}:root`
export const ROLE = `arn:aws:iam::${ACCOUNT}:role/clumio/${ROLE_NAME}`
export const SIX = [ROOT, ROLE, ...Object.values(SESSIONS).map(session)]

const PLACEHOLDERS: Readonly<Record<string, string>> = {
  '<ROOT>': ROOT,
  '<ROLE>': ROLE,
  '<ADMIN>': `arn:aws:iam::${ACCOUNT}:role/Admin`,
  ...Object.fromEntries(Object.entries(SESSIONS).map(([id, name]) => [`<${id}>`, session(name)])),
}

export interface Vector {
  readonly id: string
  readonly patch?: unknown
  readonly statements?: readonly unknown[]
  readonly inputs: Readonly<Record<string, string>>
  readonly verdict: 'T' | 'T/part' | 'F' | 'U'
  readonly why: string
}

export function vectors(): readonly Vector[] {
  return JSON.parse(readFileSync(new URL('../fixtures/semantics/vectors.json', import.meta.url), 'utf8'))
}

export const BASE_STATEMENT = {
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: ['arn:aws:s3:::b1', 'arn:aws:s3:::b1/*'],
}

/** JSON merge patch (RFC 7386) with the placeholders filled in. */
export function patched(base: unknown, patch: unknown): unknown {
  if (Array.isArray(patch)) return patch.flatMap((item) => (item === '<SIX>' ? SIX : [patched(null, item)]))
  if (!isObject(patch)) return typeof patch === 'string' ? fill(patch) : patch
  const result: Record<string, unknown> = isObject(base) ? { ...base } : {}
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete result[name]
    else result[name] = patched(result[name], value)
  }
  return result
}

function fill(text: string): string {
  return PLACEHOLDERS[text] ?? text.replaceAll('<N>', ROLE_NAME)
}

export function policyOf(vector: Vector): Record<string, unknown> {
  const patches = vector.statements ?? [vector.patch]
  return { Version: vector.inputs.v ?? '2012-10-17', Statement: patches.map((patch) => patched(BASE_STATEMENT, patch)) }
}

export function callerOf(inputs: Vector['inputs']): RoleSession {
  return {
    kind: 'role-session',
    partition: 'aws',
    account: ACCOUNT,
    rolePath: '/clumio/',
    roleName: ROLE_NAME,
    session: SESSIONS[(inputs.s ?? 'BKUP') as keyof typeof SESSIONS],
    roleId: inputs.roleId ?? null,
    boundary: (inputs.boundary ?? 'none') as CallerBoundary,
  }
}

export function factsOf(inputs: Vector['inputs']): RequestFacts {
  return {
    context: {
      ...(inputs.orgId === undefined ? {} : { 'aws:principalorgid': [inputs.orgId] }),
      ...(inputs.cidrs === undefined ? {} : { 'aws:sourceip': [inputs.cidrs] }),
      ...(inputs.context === undefined ? {} : JSON.parse(inputs.context)),
    },
    region: 'us-west-2',
    today: '2026-09-01',
  }
}

const BUCKET_ACTIONS = /^(List|PutBucket|PutInventory|GetBucket)/

/** The vector's verdict as the evaluator gives it. */
export function evaluateVector(vector: Vector): string {
  const policy = parsePolicy(policyOf(vector), { text: readPlainText, token: () => null })
  const name = vector.inputs.a ?? 'GetObject'
  const action = `s3:${name}`
  const need: Need = {
    feature: 'backup',
    action,
    lower: action.toLowerCase(),
    target: BUCKET_ACTIONS.test(name) ? 'bucket' : 'object',
  }
  const question = {
    callers: [callerOf(vector.inputs)],
    needs: [need],
    bucket: bucketOf('aws', 'b1'),
    facts: factsOf(vector.inputs),
  }
  return verdictOf(policy.statements.map((statement) => judgeStatement(statement, policy.variables, question)))
}

const VALUES = { blocked: 'T', undecided: 'U', 'not-blocked': 'F' } as const

function verdictOf(verdicts: readonly StatementVerdict[]): string {
  const value = verdicts.reduce((all: Tri, { verdict }) => or(all, VALUES[verdict]), 'F')
  const part = verdicts.filter(({ verdict }) => verdict === 'blocked').every(({ scope }) => scope === 'part')
  return value === 'T' && part ? 'T/part' : value
}
