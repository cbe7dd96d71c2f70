/** Plans and states: read from bytes, and what their expressions refer to. */
export { parseAddress, withoutKeys, writtenKey } from './address.js'
export { isBucketPolicy } from './fields.js'
export type { Address, OtherResource, Plan, PlannedResource, StateResource } from './model.js'
export { bucketResource, PlanIndex } from './plan-index.js'
export { readPlans } from './plans.js'
export { deferredStatements, isSensitiveDocument } from './policy-documents.js'
export { hides, hidesPart, hidesSome, type Marks, Secrets } from './sensitive.js'
export { isPlannedUnknown, masked } from './unknown.js'
