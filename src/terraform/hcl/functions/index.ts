/** Functions of Terraform's language over values alone. */
export { LIST_FUNCTIONS } from './collections.js'
export type { PureFunction } from './pure-function.js'
export { TEXT_FUNCTIONS } from './texts.js'
