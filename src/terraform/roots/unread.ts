/** Why a file of Terragrunt behind a link is not read. */
export const TOO_MANY = 'is one of more files of Terragrunt than are followed through links'

/** Why what is listed under a name is not read. */
export const UNREAD: Readonly<Record<'outside' | 'nothing' | 'folder' | 'file', string>> = {
  outside: 'is a link that leads out of the workspace',
  nothing: 'is a link that leads nowhere',
  folder: 'is a folder',
  file: 'cannot be read as a text',
}
