import { check } from '../../src/check/index.js'
import { VENDOR_SESSIONS } from '../../src/clumio/integrations.js'
import { type CheckOptions, FEATURES, type Integration } from '../../src/model/options.js'
import type { CheckResult, Finding } from '../../src/model/report.js'
import { literalTree } from '../../src/sources/literals.js'
import type { Lookup, Source } from '../../src/sources/source.js'
import { type Sources, sourcesOf } from '../../src/sources/sources.js'
import { applyLineEdits } from '../../src/text/edit.js'
import { ACCOUNT, ROLE_NAME } from './vectors.js'

/** The integration that the vectors are written with. */
export const INTEGRATION: Integration = {
  partition: 'aws',
  account: ACCOUNT,
  rolePath: '/clumio/',
  roleName: ROLE_NAME,
  boundary: 'none',
  boundaryStated: false,
  sessions: VENDOR_SESSIONS,
  roleId: null,
  files: [],
  buckets: [],
  addresses: [],
  expressions: null,
  origin: 'input',
  introduced: false,
}

export const OPTIONS: CheckOptions = {
  integrations: [INTEGRATION],
  account: null,
  features: FEATURES,
  featuresSet: false,
  remedy: 'not-principal',
  protect: null,
  context: {},
  levels: {},
  ignore: [],
  failOn: 'error',
  onlyPaths: null,
  terraformDirectory: null,
  today: '2026-09-01',
}

export function sourceOf(path: string, content: string | Uint8Array): Source {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return { path, by: 'job', size: bytes.length, bytes: () => bytes }
}

/** Sources to judge, with what else can be read. */
export function sourcesIn(files: readonly Source[], lookup: Lookup = () => null): Sources {
  const status = (path: string) => (lookup(path) === null ? 'nothing' : 'file')
  return sourcesOf({ read: lookup, list: (folder) => lookup.list?.(folder) ?? [], status }, files)
}

/** Checks files given by path; a bare text is `policy.json`. */
export function checkFiles(
  files: string | Readonly<Record<string, string | Uint8Array>>,
  options: Partial<CheckOptions> = {},
  explain = false,
): Promise<CheckResult> {
  const named = typeof files === 'string' ? { 'policy.json': files } : files
  const sources = Object.entries(named).map(([path, content]) => sourceOf(path, content))
  const lookup = (path: string) => sources.find((one) => one.path === path) ?? null
  return check(sourcesIn(sources, lookup), { ...OPTIONS, ...options, explain })
}

/** Checks all files of a tree, given by path: what one refers to is there. */
export function checkTree(
  files: Readonly<Record<string, string>>,
  options: Partial<CheckOptions> = {},
): Promise<CheckResult> {
  const tree = literalTree(files, 'head')
  const sources = Object.keys(files).flatMap((path) => tree.read(path) ?? [])
  return check(sourcesOf(tree, sources), { ...OPTIONS, ...options })
}

/** The text with every edit of the findings applied, as GitHub applies suggestions. */
export function applied(text: string, findings: readonly Finding[]): string {
  const edits = findings.flatMap(({ fix }) => (fix?.applicability === 'edit' ? fix.edits : []))
  return applyLineEdits(text, edits)
}
