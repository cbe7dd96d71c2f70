import { posix } from 'node:path'
import { folderOf } from '../text/paths.js'
import { memorySource, type Voucher } from './source.js'
import { type Sources, sourcesOf, type Tree } from './sources.js'

type Texts = Readonly<Record<string, string | Uint8Array>>

/** A tree from texts by path: what a test hands in, and what a run has at hand. */
export function literalTree(texts: Texts, by: Voucher = 'job'): Tree {
  const files = new Map(Object.entries(texts).map(([path, text]) => [path, bytesOf(text)]))
  const folders = new Set([...files.keys()].flatMap(foldersAbove))
  return {
    read: (path) => {
      const name = posix.normalize(path)
      const bytes = files.get(name)
      return bytes === undefined ? null : memorySource(name, bytes, by)
    },
    list: (folder) => [...files.keys(), ...folders].filter((path) => path !== '' && folderOf(path) === folder).sort(),
    status: (path) => {
      const name = posix.normalize(path)
      if (files.has(name)) return 'file'
      return folders.has(name === '.' ? '' : name) ? 'folder' : 'nothing'
    },
  }
}

/** Literal texts to judge, all of them or those at `paths`. */
export function literals(texts: Texts, paths: readonly string[] = Object.keys(texts), by: Voucher = 'job'): Sources {
  const tree = literalTree(texts, by)
  return sourcesOf(
    tree,
    paths.flatMap((path) => tree.read(path) ?? []),
  )
}

function bytesOf(text: string | Uint8Array): Uint8Array {
  return typeof text === 'string' ? new TextEncoder().encode(text) : text
}

function foldersAbove(path: string): readonly string[] {
  const folders: string[] = []
  for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) folders.push(folder)
  return [...folders, '']
}
