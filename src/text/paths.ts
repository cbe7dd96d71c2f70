/** The folder of a path with `/`; `''` for one without. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

/** The last step of a path with `/`. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** Whether a path is that of a folder, or of something below it; every path is below `''`. */
export function isBelow(path: string, folder: string): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`)
}

/** Every folder that a path with `/` lies in, the nearest first; none for one without. */
export function foldersOf(path: string): readonly string[] {
  const folders: string[] = []
  for (let at = folderOf(path); at !== ''; at = folderOf(at)) folders.push(at)
  return folders
}

/** The same, but what lies outside of the working directory is not below that. */
export function isAtOrBelow(path: string, folder: string): boolean {
  return isBelow(path, folder) && !(folder === '' && path.startsWith('..'))
}

/** Whether the source of a module is a path from the folder of its caller (Terraform, "Module sources"). */
export function isRelativeSource(source: string): boolean {
  return /^\.\.?(?:[/\\]|$)/.test(source)
}

/**
 * Joins a relative path that a file names to a folder; `..` above the working directory stays as it is and names no known
 * folder.
 */
export function join(folder: string, source: string): string {
  const parts = folder === '' ? [] : folder.split('/')
  for (const part of source.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}
