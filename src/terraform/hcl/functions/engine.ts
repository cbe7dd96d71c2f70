/** Regular expressions as Terraform has them (RE2), in time that grows with the text. */
export interface RegexEngine {
  /** @throws for a pattern that is none */
  compile(pattern: string): RegexPattern
}

export interface RegexPattern {
  /** Names of the groups that have one, by their number. */
  readonly names: ReadonlyMap<number, string>
  readonly groups: number
  matches(text: string): Iterable<RegexMatch>
}

export interface RegexMatch {
  readonly start: number
  readonly end: number
  /** Texts of the groups, the whole match at 0; null for a group that takes no part. */
  readonly groups: readonly (string | null)[]
}

/**
 * @param isBare whether the text may hold nothing beside its value: no comment, no anchor and no member that another one hides
 * @throws for a text that is no such YAML document
 */
export type YamlReader = (text: string, isBare?: boolean) => unknown
