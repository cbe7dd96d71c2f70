import type { SourceOrigin, Value } from '../values/index.js'

/** A function over evaluated arguments; null when it cannot say anything. */
export type PureFunction = (args: readonly Value[], origin: SourceOrigin) => Value | null
