/** One JSON value of a file, with the offset at which its text starts. */
export interface JsonDocument {
  readonly value: unknown
  readonly base: number
  /** What it is written in, where that is not JSON. */
  readonly syntax?: 'yaml'
  /** Of YAML: what the value does not tell. */
  readonly hidden?: readonly HiddenMember[]
}

/** A member that another one of the same name hides: it holds the policy of a bucket, or says what holds one. */
export interface HiddenMember {
  readonly name: string
  /** Whether it certainly is of a bucket. */
  readonly isSure: boolean
}

export type ParsedJson =
  | { readonly ok: true; readonly documents: readonly JsonDocument[] }
  /** `offset` into the text, zero-based, where the parser stopped. */
  | { readonly ok: false; readonly reason: string; readonly offset: number }

/** Plain JSON, or null: then `parseLenient` of lenient.ts decides, which costs a parser. */
export function parseStrict(text: string): ParsedJson | null {
  try {
    return { ok: true, documents: [{ value: JSON.parse(text), base: 0 }] }
  } catch {
    return null
  }
}
