import { ADDRESS_FUNCTIONS } from './addresses.js'
import { LIST_FUNCTIONS } from './collections.js'
import { ENCODING_FUNCTIONS } from './encodings.js'
import type { PureFunction } from './engines.js'
import { NUMBER_FUNCTIONS } from './numbers.js'
import { PATTERN_FUNCTIONS } from './patterns.js'
import { SET_FUNCTIONS } from './sets.js'
import { TEXT_FUNCTIONS } from './texts.js'

/**
 * The functions of Terraform's language over values alone, by name. Those that read files or look at an expression are
 * known where expressions are evaluated (`call.ts`). Unknown by their nature are `timestamp`, `plantimestamp`, `uuid`,
 * `bcrypt`, `rsadecrypt`, `pathexpand` and whatever a provider defines.
 */
export const PURE_FUNCTIONS: ReadonlyMap<string, PureFunction> = new Map(
  Object.entries({
    ...LIST_FUNCTIONS,
    ...SET_FUNCTIONS,
    ...TEXT_FUNCTIONS,
    ...NUMBER_FUNCTIONS,
    ...ENCODING_FUNCTIONS,
    ...ADDRESS_FUNCTIONS,
    ...PATTERN_FUNCTIONS,
  }),
)
