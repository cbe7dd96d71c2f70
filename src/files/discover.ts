import fg from 'fast-glob'
export function discover(cwd: string): string[] {
  return fg.sync('**/*.json', { cwd })
}
