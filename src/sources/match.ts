import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { discover } from './discover.js'
import type { GlobDefaults } from './glob.js'
import { isInside } from './paths.js'

/**
 * Those of some paths that patterns stand for, although they are not on disk: files that a pull request adds and the
 * checkout does not hold. Empty files with these names in a temporary folder are searched as the working directory is,
 * so that patterns mean the same. Paths that lead out of the folder match nothing.
 */
export function matchingPaths(
  patterns: readonly string[],
  paths: readonly string[],
  defaults: GlobDefaults,
): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'clumio-policy-check-'))
  try {
    for (const path of paths) {
      const target = resolve(folder, path)
      if (path.includes('\0') || target === folder || !isInside(folder, target)) continue
      mkdirSync(dirname(target), { recursive: true })
      writeFileSync(target, '')
    }
    return discover(patterns, { cwd: folder, workspace: folder, defaults }).paths
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
