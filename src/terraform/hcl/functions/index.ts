/** Functions of Terraform's language over values alone. */
export { Engines } from './engines.js'
export type { PureFunction } from './pure-function.js'
export { PURE_FUNCTIONS } from './table.js'
