/** From what is planned to the lines that wrote it. */

export type { Fallback, SourceFiles, SourceRange, Unplanned } from '../hcl/modules/index.js'
export { readManifest } from '../hcl/modules/index.js'
export { HclGrammar } from '../hcl/syntax/index.js'
export type { AttributeLocation, AttributeRequest } from './attribute.js'
export { tagsOfBucket } from './buckets.js'
export { isBesidePlans } from './carriers.js'
export { MAY_BE_POLICY } from './handed.js'
export type { DeclaredInstance, Inventory, OtherInstance, OutsideCall } from './inventory.js'
export type { PolicyLocation, PolicyRequest } from './policy.js'
export { isOpen, SOURCE_READER, SourceUnknown } from './source-json.js'
export type { FoundStatement, StatementLocation } from './statement.js'
export { declaredIn, givenVariables, locateAttribute, locatePolicy, TOO_MUCH } from './workspace.js'
