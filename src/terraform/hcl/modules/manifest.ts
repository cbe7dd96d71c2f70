import { meets, versionOf } from './known/versions.js'

/** A module that `terraform init` has put below its root, as its manifest says. */
export interface Installed {
  /** Relative to the folder of the root module. */
  readonly folder: string
  readonly source: string
  readonly version: string
}

/** The modules of a `modules.json` by their keys, names of calls joined by dots; none for one that is broken. */
export function readManifest(text: string): ReadonlyMap<string, Installed> {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    return new Map()
  }
  const modules = typeof parsed === 'object' && parsed !== null && 'Modules' in parsed ? parsed.Modules : []
  const result = new Map<string, Installed>()
  for (const entry of Array.isArray(modules) ? modules : []) {
    const { Key: key, Dir: folder, Source: source, Version: version } = Object(entry) as Record<string, unknown>
    if (typeof key !== 'string' || typeof folder !== 'string') continue
    result.set(key, { folder: folder.replaceAll('\\', '/'), source: textOf(source), version: textOf(version) })
  }
  return result
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/**
 * Whether an installed module is what a call asks for. Terraform installs another where the source or the version is not
 * that of the call (`terraform init`, "Child Module Installation"), so that such an entry says nothing of the call. One that
 * names neither says nothing against it.
 *
 * @param version the constraint of the call; null where it has none that is known
 */
export function isAsked(installed: Installed, source: string, version: string | null): boolean {
  const isOther = installed.source !== '' && plainSource(installed.source) !== plainSource(source)
  if (isOther && !isRewritten(source)) return false
  if (version === null || installed.version === '') return true
  const release = versionOf(installed.version)
  // A release before its time is only ever taken where it is named.
  if (release === null) return installed.version === version.replace(/^=?\s*/, '')
  return meets(release, version) !== false
}

/** Names of buckets, of which Terraform makes other addresses. */
function isRewritten(source: string): boolean {
  return /^[\w.-]+\.amazonaws\.com\/|^www\.googleapis\.com\//.test(source)
}

/** Without what Terraform adds to a source in its manifest: the public registry's host, and how Git is spoken to. */
function plainSource(source: string): string {
  return source
    .replace(/^registry\.(?:terraform\.io|opentofu\.org)\//, '')
    .replace(/^(?:git|hg)::/, '')
    .replace(/^(?:https?|ssh):\/\//, '')
    .replace(/^[\w-]+@/, '')
    .replace(/^([\w.-]+):(?!\d)/, '$1/')
    .replace(/\.git(?=\/\/|\?|$)/, '')
}
