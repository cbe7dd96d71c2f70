/** The files of a working tree as modules, their instances and resources. */
export {
  Attempt,
  bind,
  bindLoop,
  type Context,
  type Env,
  expressionOrigin,
  indexed,
  isOfValues,
  isStrict,
  lookupEnv,
  type ModuleInstance,
  objectOrigin,
  qualified,
  type Scope,
  type Unplanned,
} from './context.js'
export { filesNamed } from './file-set.js'
export { type SourceFiles, Sources } from './files.js'
export {
  blockScope,
  childInstance,
  hasInstance,
  type InstanceKey,
  instanceKeys,
  isOwnKey,
  keyText,
  lostModule,
  MAX_INSTANCES,
  openCollection,
  remembered,
  rootInstance,
} from './instances.js'
export { madeOf, madeOfBlocks, madeOfText, madeOfValue } from './made.js'
export { readManifest } from './manifest.js'
export { namedBy, referenceName } from './names.js'
export { accountOf, accountOfCall, configurationOf } from './providers.js'
export { type Fallback, fallbackOf, isFetched, rangeOf, type SourceRange } from './range.js'
export { chainOf, isReference, type Reference, type Step } from './reference.js'
export { callOf, closestPosition, type FoundResource, findResource, type SourcePosition } from './resource.js'
export { inputOf } from './unit.js'
