import { ENFORCED } from '../../documents/ownership.js'
import type { SetText } from './operation.js'

/** The setting of Object Ownership under which ACLs do not count. */
export const BUCKET_OWNER_ENFORCED: SetText = { kind: 'set', text: ENFORCED }
