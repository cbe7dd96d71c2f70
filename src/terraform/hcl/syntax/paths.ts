/** Joins a folder and a relative path with `/`; null when the result leaves the working directory. `''` is that itself. */
export function joinPath(folder: string, relative: string): string | null {
  const steps = folder === '' || folder === '.' ? [] : folder.split('/')
  for (const step of relative.replaceAll('\\', '/').split('/')) {
    if (step === '' || step === '.') continue
    if (step !== '..') steps.push(step)
    else if (steps.pop() === undefined) return null
  }
  return steps.join('/')
}

export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
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
