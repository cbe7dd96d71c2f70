import { scanBody } from '../scan/body.js'

export const UNIT = 'terragrunt.hcl'

/** A file of Terragrunt, as far as a look without a grammar tells. */
export interface UnitFile {
  readonly path: string
  /** The folder that its module is taken from, relative to its own; null where it runs its own, or one from elsewhere. */
  readonly source: string | null
  /** Files whose inputs it takes over, as written; null in the list for one that cannot be told. */
  readonly includes: readonly (string | null)[]
}

/**
 * What a `terragrunt.hcl` says of its module (Terragrunt, "terraform block" and "include block"). `//` in a source marks
 * the part that is copied; `find_in_parent_folders` names a file in a folder above.
 */
export function unitFile(path: string, text: string): UnitFile {
  const { blocks } = scanBody(text)
  const written = (type: string, name: string) =>
    blocks
      .filter((block) => block.type === type)
      .map(({ bodyStart, bodyEnd }) => {
        const attribute = scanBody(text, bodyStart, bodyEnd).attributes.find((one) => one.name === name)
        return attribute === undefined ? '' : text.slice(attribute.start, attribute.end).trim()
      })
  const [source = ''] = written('terraform', 'source').map((one) => /^"([^"\n$]{1,1000})"$/.exec(one)?.[1] ?? '')
  const local = source.replaceAll('//', '/')
  return {
    path,
    source: /^\.\.?(?:\/|$)/.test(local) ? local : null,
    includes: written('include', 'path').map((one) => PARENT.exec(one)?.[1] ?? (BARE_PARENT.test(one) ? UNIT : null)),
  }
}

const PARENT = /^find_in_parent_folders\(\s*"([\w.-]{1,200})"\s*\)$/
const BARE_PARENT = /^find_in_parent_folders\(\s*\)$/
