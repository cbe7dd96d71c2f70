/** What the AWS provider makes of configuration, whatever the configuration was read from. */
export { decidesOnAccount } from './accounts.js'
export {
  assembleDocument,
  type DocumentValues,
  type NestedBlock,
  type RenderedMember,
  renderStatement,
  type StatementBlock,
} from './policy-document.js'
