import type { Form } from '../form.js'
import { cloudformation } from './cloudformation.js'
import { kubernetes } from './kubernetes.js'
import { ownershipOutput } from './ownership-output.js'
import { policyJson } from './policy-json.js'
import { policyWrapped } from './policy-wrapped.js'
import { terraformPlan } from './terraform-plan.js'
import { terraformSource } from './terraform-source.js'
import { terragrunt } from './terragrunt.js'

/** Every form, in the order in which a text and its objects are asked. */
export const FORMS: readonly Form[] = [
  terraformSource,
  terragrunt,
  terraformPlan,
  ownershipOutput,
  cloudformation,
  kubernetes,
  policyJson,
  policyWrapped,
]
