/** The rule ids, in the order in which they are documented. */
export const RULE_IDS = [
  'deny-blocks-clumio',
  'deny-may-block-clumio',
  'ineffective-exemption',
  'object-ownership',
  'policy-unknown',
  'policy-unreadable',
  'expired-ignore',
  'unused-entry',
] as const
export type RuleId = (typeof RULE_IDS)[number]

export const LEVELS = ['error', 'warning', 'notice'] as const
export type Level = (typeof LEVELS)[number]

/** Lower is worse. */
export const LEVEL_ORDER: Readonly<Record<Level, number>> = { error: 0, warning: 1, notice: 2 }

/** A rule in words, and how bad what it finds usually is. */
export interface RuleRow {
  readonly title: string
  /** What it says. */
  readonly summary: string
  /** What to do. */
  readonly advice: string
  /** The level of a finding where the rule has no reason for another, and the configuration none. */
  readonly defaultLevel: Level
}

/** The table of rules. A rule without a row does not compile. */
export const RULES: Readonly<Record<RuleId, RuleRow>> = {
  'deny-blocks-clumio': {
    title: 'Deny blocks Clumio',
    summary: 'A Deny statement of a bucket policy denies an action that Clumio needs to one of its sessions.',
    advice:
      'Exempt the Clumio role and its sessions from the statement: name them in NotPrincipal, or except the role with a condition on aws:PrincipalArn.',
    defaultLevel: 'error',
  },
  'deny-may-block-clumio': {
    title: 'Deny may block Clumio',
    summary: 'Whether a Deny statement blocks Clumio depends on a fact that is not in the file.',
    advice: 'State the fact that the finding names in the configuration file, under context.',
    defaultLevel: 'warning',
  },
  'ineffective-exemption': {
    title: 'Exemption has no effect',
    summary: 'A statement tries to exempt Clumio in a way that AWS does not honour.',
    advice:
      "Write the exemption as AWS matches it: full ARNs without wildcards in NotPrincipal, the role's ARN with its path under aws:PrincipalArn.",
    defaultLevel: 'warning',
  },
  'object-ownership': {
    title: 'Objects may not belong to the bucket owner',
    summary: 'ACLs are enabled, so Clumio may be unable to read objects that other accounts wrote.',
    advice: 'Set Object Ownership to BucketOwnerEnforced, once nobody relies on ACLs.',
    defaultLevel: 'warning',
  },
  'policy-unknown': {
    title: 'Policy is not known',
    summary: 'A bucket policy hangs on a value that neither a plan nor the sources tell.',
    advice: 'Supply the value that the finding names, or check a plan in which the policy is known.',
    defaultLevel: 'warning',
  },
  'policy-unreadable': {
    title: 'Policy cannot be read',
    summary: 'A bucket policy or a plan is there and could not be read.',
    advice: 'Make it readable as the finding says, or exclude the file if it holds none.',
    defaultLevel: 'warning',
  },
  'expired-ignore': {
    title: 'Ignore entry has expired',
    summary: 'An ignore entry of the configuration is past its date, so its finding is reported again.',
    advice: 'Fix the finding, or give the entry a new date and reason.',
    defaultLevel: 'warning',
  },
  'unused-entry': {
    title: 'Entry of the configuration met nothing',
    summary: 'An ignore, integrations or protect entry of the configuration fits nothing that the run judged.',
    advice: 'Correct the names in the entry, or remove it.',
    defaultLevel: 'notice',
  },
}

/** The row of a rule; of one that is not in the table what its id tells. */
export function rowOf(rule: string): RuleRow {
  const known = RULE_IDS.find((id) => id === rule)
  if (known !== undefined) return RULES[known]
  const summary = `A finding of the rule ${rule}.`
  return { title: rule, summary, advice: 'See the message of the finding.', defaultLevel: 'warning' }
}
