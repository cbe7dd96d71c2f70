import type { AssumptionId } from '../iam/reason.js'
import type { JsonObject } from '../tree/value.js'

/** What a bucket policy comes to of which nothing is to be told: no statement of it keeps Clumio out. */
export interface Settled {
  /** How many statements were judged: those that do not allow. */
  readonly statements: number
  /** What that they are harmless rests on. */
  readonly assumptions: readonly AssumptionId[]
  /** The one bucket that it names. */
  readonly bucket: string
}

/**
 * Settles an object that is one policy and nothing besides, in which no member hides another, before it is modelled; null
 * where it must be judged, or is no policy of a bucket. `path` is that of its file.
 */
export type Settle = (policy: JsonObject, path: string) => Settled | null
