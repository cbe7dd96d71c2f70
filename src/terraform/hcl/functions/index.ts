/** Functions of Terraform's language over values alone. */

export type { PureFunction } from './engines.js'
export { Engines } from './engines.js'
export { PURE_FUNCTIONS } from './table.js'
