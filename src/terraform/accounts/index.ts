/** The accounts that a plan is made in. */
export { PlanAccounts } from './plan-accounts.js'
