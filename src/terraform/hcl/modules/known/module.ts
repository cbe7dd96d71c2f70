import type { Version } from './versions.js'

/**
 * A widely used module of the registry: what of it writes a bucket policy or says who owns objects, in the place of its
 * code where that is not in the checkout. The names of what it declares are the module's own, so that addresses are
 * those of a plan.
 */
export interface KnownModule {
  /** In the registry. */
  readonly name: string
  /** On GitHub. */
  readonly repository: string
  /** Its releases as far as they are known, the oldest first. */
  readonly releases: string
  /** Configuration in HCL that declares the same as a release. */
  readonly text: (version: Version) => string
}
