/** The syntax of HCL: texts to blocks and expressions with their places. */
export type {
  Attribute,
  BinaryExpr,
  Block,
  CallExpr,
  ConditionalExpr,
  Expr,
  ForExpr,
  HclFile,
  ObjectElement,
  ObjectExpr,
  Span,
  SplatExpr,
  TemplateExpr,
  TemplateFor,
  TemplateIf,
  TemplatePart,
  TupleExpr,
} from './ast.js'
export { MergedBlock, type ModuleConfig, mergeFiles, nestedBlocks } from './blocks.js'
export { decodeLiteral, escapeTemplate, unescapeJson } from './escapes.js'
export { readHclFile, readTemplate, readTextFile } from './file.js'
export { isTooDeep, readJsonFile } from './json-config.js'
export { type Directive, type Hole, maskTemplate } from './json-mask.js'
export { ignoresChanges } from './lifecycle.js'
export { heldNumber } from './numbers.js'
export { HclGrammar, type ParseHcl } from './parser.js'
export { joinPath, relativePath } from './paths.js'
export { cutText, keptText, within } from './taken-away.js'
