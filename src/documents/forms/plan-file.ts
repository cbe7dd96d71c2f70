import { VENDOR_ROLE_WORD } from '../../clumio/roles.js'
import type { Voucher } from '../../model/trust.js'
import type { Source } from '../../sources/source.js'
import { PlanAccounts } from '../../terraform/accounts/index.js'
import { type Plan, PlanIndex, readPlans } from '../../terraform/plan/index.js'
import { chunksOf, utf8Chunks } from '../chunks.js'
import type { Document, PlanPart } from '../document.js'
import { discoverRoles } from './clumio-roles.js'
import { plannedPolicies } from './planned-policies.js'

const SHOW = 'run "terraform show -json <plan file>" and give its output'

/** Reads a file that looks like a plan or must be one; null when it holds something else. */
export function readPlanFile(source: Source): Document | null {
  const other = otherOutput(source)
  if (other !== null) {
    if (source.mustBe === 'plan' && !other.isText) return { kind: 'no-plan', reason: other.reason }
    return { kind: 'unreadable', text: '', reason: other.reason, offset: 0, holds: 'plan' }
  }
  const result = readPlans(source.path, { [Symbol.iterator]: () => utf8Chunks(source) }, VENDOR_ROLE_WORD)
  if (result.kind === 'none') return null
  if (result.kind === 'unreadable') {
    return { kind: 'unreadable', text: '', reason: notValid(result.reason), offset: 0, holds: 'plan' }
  }
  const broken = result.broken === null ? null : notValid(result.broken)
  return planDocument(result.plans, broken, source.by ?? 'nobody')
}

function notValid(reason: string): string {
  return `it is not valid JSON: ${reason}; ${SHOW}`
}

function planDocument(plans: readonly Plan[], broken: string | null, by: Voucher): Document {
  const parts = plans.map((plan) => partOf(plan, by))
  return {
    kind: 'read',
    text: '',
    policies: parts.flatMap(({ policies }) => policies),
    settings: parts.flatMap(({ settings }) => settings),
    plan: { plans: parts, broken },
  }
}

function partOf(plan: Plan, by: Voucher): PlanPart {
  const index = new PlanIndex(plan)
  const { policies, settings, unknown, unreadable, buckets } = plannedPolicies(index)
  const accounts = new PlanAccounts(index)
  const roles = discoverRoles(index, accounts)
  return { facts: { plan, unknown, unreadable, buckets, roles, accounts, by }, policies, settings }
}

/** Outputs of Terraform that are no plan in JSON, with the command that makes one. */
function otherOutput(source: Source): { readonly reason: string; readonly isText: boolean } | null {
  const head = headOf(source)
  if (head.startsWith('PK\u0003\u0004')) return { reason: `it is the binary plan; ${SHOW}`, isText: false }
  if (head.includes('"@level"') && head.includes('"@message"')) {
    return { reason: `it is the event stream of "plan -json"; ${SHOW}`, isText: false }
  }
  if (PLAN_TEXT.test(head) && !head.trimStart().startsWith('{')) {
    return { reason: `it is the plan as text; ${SHOW}`, isText: true }
  }
  return null
}

/** What Terraform and OpenTofu print of a plan or a state for people (`terraform show` without -json). */
const PLAN_TEXT =
  /(?:Terraform|OpenTofu) (?:will perform the following actions|used the selected providers to generate)|^(?:No changes\.|# [\w.[\]"-]+:$)/m

function headOf(source: Source): string {
  for (const chunk of chunksOf(source))
    return new TextDecoder('latin1').decode(chunk.subarray(0, 8192)).replaceAll('\0', '')
  return ''
}
