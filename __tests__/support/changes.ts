import type { Material, PullPlace } from '../../src/action/material.js'
import { onlyChanged } from '../../src/action/only-changed.js'
import { check } from '../../src/check/index.js'
import type { PullFile } from '../../src/github/api/answers.js'
import type { CheckOptions } from '../../src/model/options.js'
import { pathMap } from '../../src/sources/files/paths.js'
import { literalTree } from '../../src/sources/literals.js'
import { sourcesOf } from '../../src/sources/sources.js'
import { OPTIONS } from './check.js'

/** Pull requests and groups that are merged, by the files before them and what they change of these. */

export type Files = Readonly<Record<string, string>>
/** What a pull request does: null for a file that it removes, `<- old` for one that it renames. */
export type Change = Readonly<Record<string, string | null>>

export const DENY = '{ Effect = "Deny", Principal = "*", Action = "s3:*", Resource = "arn:aws:s3:::b/*" }'
export const BLOCKS = `jsonencode({ Statement = [${DENY}] })`
export const BY_EFFECT = BLOCKS.replace('"Deny"', 'var.e')
export const ALLOWS = 'jsonencode({ Statement = [] })'
export const attached = (policy: string, more = '') =>
  `resource "aws_s3_bucket_policy" "p" {\n  bucket = "b"\n  policy = ${policy}\n${more}}\n`
export const variable = (fallback: string) => `variable "e" {\n  default = "${fallback}"\n}\n`
export const called = (source: string, more = '') => `module "m" {\n  source = "${source}"\n${more}}\n`

/** The files of a change as GitHub lists them, each as one hunk of its whole text. */
function listed(base: Files, change: Change): readonly PullFile[] {
  const lines = (sign: string, text: string) => text.replace(/\n$/, '').replace(/^/gm, sign)
  return Object.entries(change).map(([path, text]) => {
    const before = base[path]
    const file = { path, previousPath: null, sha: null, changes: 2 }
    if (text === null) return { ...file, status: 'removed', patch: `@@ -1 +0,0 @@\n${lines('-', before ?? '')}` }
    const [, previousPath = null] = /^<- (.*)$/.exec(text) ?? []
    if (previousPath !== null) return { ...file, status: 'renamed', previousPath, changes: 0, patch: null }
    if (before === undefined) return { ...file, status: 'added', patch: `@@ -0,0 +1 @@\n${lines('+', text)}` }
    return { ...file, status: 'modified', patch: `@@ -1 +1 @@\n${lines('-', before)}\n${lines('+', text)}` }
  })
}

function headOf(base: Files, change: Change): Files {
  const head = new Map(Object.entries(base))
  for (const [path, text] of Object.entries(change)) {
    const from = /^<- (.*)$/.exec(text ?? '')?.[1]
    if (text === null) head.delete(path)
    else head.set(path, from === undefined ? text : (base[from] ?? ''))
    if (from !== undefined) head.delete(from)
  }
  return Object.fromEntries(head)
}

/** The findings of a pull request with `only-changed`, by their files. */
export async function told(
  base: Files,
  change: Change,
  kind: 'pull-request' | 'merge-group' = 'pull-request',
  given: Partial<CheckOptions> = {},
) {
  const tree = literalTree(headOf(base, change), 'head')
  const sources = sourcesOf(
    tree,
    Object.keys(headOf(base, change)).flatMap((path) => tree.read(path) ?? []),
  )
  const files = listed(base, change)
  const pull = { session: { files, pull: {}, head: new Map(), problems: [] } } as unknown as PullPlace
  const client = { comparedFiles: async () => files } as unknown as Material['client']
  const ofPull = kind === 'pull-request'
  const material = { sources, pull: ofPull ? pull : null, client } as unknown as Material
  const event = ofPull
    ? ({ kind: 'other', name: '' } as const)
    : ({ kind: 'merge-group', baseSha: 'a', headSha: 'b' } as const)
  const { paths, change: facts, problem } = await onlyChanged(event, material, pathMap(''))
  const options = { ...OPTIONS, ...given, onlyPaths: paths, ...(facts === undefined ? {} : { change: facts }) }
  const { report } = await check(sources, options)
  return { findings: report.findings.map(({ location }) => location.path), problem }
}

/** Configuration of Terragrunt that runs a module. */
export const unit = (source: string, more = '') => `terraform {\n  source = "${source}"\n}\n${more}`
