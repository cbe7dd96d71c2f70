/** The folder of a path with `/`; `''` for one without. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

/** The last step of a path with `/`. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** Every folder that a path with `/` lies in, the nearest first; none for one without. */
export function foldersOf(path: string): readonly string[] {
  const folders: string[] = []
  for (let at = folderOf(path); at !== ''; at = folderOf(at)) folders.push(at)
  return folders
}
