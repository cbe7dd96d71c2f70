import type { SourceOrigin, Value } from '../values/index.js'
import type { Engines } from './engines.js'

/** A function over evaluated arguments; null when it cannot say anything. */
export type PureFunction = (args: readonly Value[], origin: SourceOrigin, engines: Engines) => Value | null
