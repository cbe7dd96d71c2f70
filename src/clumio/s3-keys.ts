import { BY_ACTION, DOCUMENTED, EVERY_ACTION } from './s3-key-table.js'

const DOCUMENTED_KEYS: ReadonlySet<string> = new Set(DOCUMENTED)

/** Whether an action's request can carry a key; both lower-cased. Other documented keys are absent from it (docs/semantics.md, D25). */
export function carries(action: string, key: string): boolean {
  const known = withoutTag(key)
  return EVERY_ACTION.includes(known) || BY_ACTION[action]?.includes(known) === true
}

/** Whether the reference lists an `s3:` key; one that it does not list stays unknown (docs/semantics.md, D25). */
export function isDocumentedS3Key(key: string): boolean {
  return DOCUMENTED_KEYS.has(withoutTag(key))
}

/** `s3:existingobjecttag/team` → `s3:existingobjecttag/`. */
function withoutTag(key: string): string {
  const slash = key.indexOf('/')
  return slash === -1 ? key : key.slice(0, slash + 1)
}

/** Headers of writes, which default encryption does not fill: unknown on restore (docs/semantics.md, D26). */
export function isWriteHeader(key: string): boolean {
  return carries('s3:putobject', key) && !carries('s3:getobject', key)
}
