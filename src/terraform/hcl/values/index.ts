/** Values as far as they are known, each with the place where it was written, and what Terraform's operators make of them. */
export { derivedToken, itemOf } from './another.js'
export {
  eachIndex,
  eachOption,
  entriesOf,
  getAttribute,
  getIndex,
  mayMiss,
  possible,
  possibleAll,
  spread,
} from './collection.js'
export { boolIn, distinctItems, listOf, loosen, numberIn, setOf, toPrimitive, unified } from './conversion.js'
export { jsonOf, parsedDocument } from './json.js'
export { joinWithin, MAX_MADE, sizeOf } from './length.js'
export { allMade, lazyWords, type Made, optionMade, withMade } from './made.js'
export { mergeObjects, unsure } from './merge.js'
export { binary, decideCondition, equals, unary } from './operators.js'
export { fromJson, matchesPlan, parseJson } from './plain.js'
export { partsOf, textsIn, withParts, withTexts } from './texts.js'
export { haveOneType } from './unify.js'
export {
  effectiveMembers,
  failing,
  isBelowWorkingDirectory,
  isFailing,
  isKnown,
  type JsonRegion,
  type JsonValue,
  knownString,
  type Member,
  type MemberSpan,
  mapOptions,
  memberNamed,
  type Name,
  numberValue,
  type ObjectValue,
  type OriginStyle,
  oneOf,
  plainString,
  primitive,
  type SourceOrigin,
  type TupleValue,
  textOf,
  tuple,
  unknown,
  unnamed,
  type Value,
  WORKING_DIRECTORY,
} from './value.js'
export { weightOf } from './weight.js'
