/** Expressions to values, as far as the sources say. */
export { type Expanded, expandBlocks } from './dynamic.js'
export { Evaluator, MAX_STEPS } from './evaluator.js'
export { writtenVariable, writtenVariables } from './named-values.js'
export { documentsOf, statementsOf, versionOf } from './policy-json.js'
