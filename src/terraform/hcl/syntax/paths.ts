/**
 * Joins a folder and a relative path with `/`. `''` is the working directory, which `..` may leave: what must not be read
 * there the tree refuses. Null for a path that is not relative.
 */
export function joinPath(folder: string, relative: string): string | null {
  if (relative.startsWith('/')) return null
  const steps = folder === '' || folder === '.' ? [] : folder.split('/')
  for (const step of relative.replaceAll('\\', '/').split('/')) {
    if (step === '' || step === '.') continue
    if (step === '..' && steps.length > 0 && steps.at(-1) !== '..') steps.pop()
    else steps.push(step)
  }
  return steps.join('/')
}

/** The path of a folder as seen from another, both relative to the working directory. */
export function relativePath(from: string, to: string): string {
  const a = from === '' ? [] : from.split('/')
  const b = to === '' ? [] : to.split('/')
  let shared = 0
  while (shared < a.length && shared < b.length && a[shared] === b[shared]) shared++
  const steps = [...a.slice(shared).map(() => '..'), ...b.slice(shared)]
  return steps.length === 0 ? '.' : steps.join('/')
}
