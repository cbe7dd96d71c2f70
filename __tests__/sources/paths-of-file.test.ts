import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { pathsOfFile } from '../../src/sources/files/paths.js'

let root: string

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'paths-')))
  mkdirSync(join(root, 'real/deep'), { recursive: true })
  writeFileSync(join(root, 'real/deep/c'), '')
  symlinkSync('real/deep', join(root, 'folder'))
  symlinkSync('folder/c', join(root, 'file'))
  symlinkSync('../gone', join(root, 'real/broken'))
  symlinkSync('/etc/passwd', join(root, 'out'))
  symlinkSync('circle', join(root, 'circle'))
})

afterEach(() => rmSync(root, { recursive: true, force: true }))

test.each<[string, string, readonly string[]]>([
  ['a file by its own name', 'real/deep/c', ['real/deep/c']],
  ['a folder that is a link', 'folder/c', ['folder/c', 'folder', 'real/deep/c']],
  ['a link through a link', 'file', ['file', 'folder', 'real/deep/c']],
  ['a link to what is not there', 'real/broken', ['real/broken', 'gone']],
  ['a file that is not there', 'a/b', ['a/b']],
  ['a link that leads out', 'out', ['out']],
  ['a circle', 'circle', ['circle']],
])('%s', (_name, path, expected) => {
  expect(pathsOfFile(root, path)).toEqual(expected)
})
