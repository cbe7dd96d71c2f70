import { AWS_MODULES_S3_BUCKET } from './aws-modules-s3-bucket.js'
import { CLOUDPOSSE_S3_BUCKET } from './cloudposse-s3-bucket.js'
import type { KnownModule } from './module.js'
import { meets, versionOf } from './versions.js'

const KNOWN: readonly KnownModule[] = [AWS_MODULES_S3_BUCKET, CLOUDPOSSE_S3_BUCKET]

/** Stands for the folder of a module that was not fetched; none that "terraform init" makes is called so. */
const FOLDER = '.terraform/modules/(known)/'

/**
 * The folder that stands for a module by its source and version; null where the module is not known. A range stands for
 * the newest release that fits. No version, one that is not known and what is no version stand for the newest.
 */
export function knownFolder(source: string, constraint: string | null): string | null {
  const module = KNOWN.find((one) => isSource(source, one))
  if (module === undefined) return null
  const releases = module.releases.split(' ')
  const wanted = constraint ?? /[?&]ref=([^&]+)/.exec(source)?.[1] ?? null
  const fits = (release: string) => wanted !== null && meets(versionOf(release) ?? [], wanted) === true
  return `${FOLDER}${KNOWN.indexOf(module)}/${releases.findLast(fits) ?? releases.at(-1)}`
}

/** The text of the module that a folder stands for; null for any other folder. */
export function knownText(folder: string): string | null {
  if (!folder.startsWith(FOLDER)) return null
  const [index, release] = folder.slice(FOLDER.length).split('/')
  const version = versionOf(release ?? '')
  return version === null ? null : (KNOWN[Number(index)]?.text(version) ?? null)
}

/** In the registries of Terraform and OpenTofu, or on GitHub by any of its protocols; not a module within. */
function isSource(source: string, { name, repository }: KnownModule): boolean {
  const plain = source.replace(/^git::/, '').replace(/\?.*$/, '')
  if (plain === name || /^(?:app\.terraform\.io|registry\.(?:terraform\.io|opentofu\.org))\//.test(plain))
    return plain === name || plain.endsWith(`/${name}`)
  const address = plain.replace(/^(?:https?:\/\/|ssh:\/\/)?(?:[\w.-]+@)?github\.com[/:]/, '').replace(/\.git$/, '')
  return address !== plain && address === repository
}
