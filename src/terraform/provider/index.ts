/** What the AWS provider makes of configuration, whatever the configuration was read from. */
export {
  assembleDocument,
  type DocumentValues,
  type NestedBlock,
  type RenderedMember,
  renderStatement,
  type StatementBlock,
} from './policy-document.js'
