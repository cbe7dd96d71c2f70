import { folderOf } from '../../text/paths.js'
import type { UnitFile } from './terragrunt.js'

/** A root module: the folder of its configuration, and the unit of Terragrunt that runs it, where one does. */
export interface RootFolder {
  readonly folder: string
  readonly unit: UnitFile | null
}

/** The folder of the unit of Terragrunt that runs the code of another folder; null for a root that has its own. */
export function unitFolder(root: RootFolder): string | null {
  const own = ownFolder(root)
  return own === root.folder ? null : own
}

/** The folder that a root is known by: that of its unit, else that of its configuration. */
export function ownFolder({ folder, unit }: RootFolder): string {
  return unit === null ? folder : folderOf(unit.path)
}
