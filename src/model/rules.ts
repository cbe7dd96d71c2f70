/** The rule ids of the contract, in the order in which they are documented. */
export const RULE_IDS = [
  'deny-blocks-clumio',
  'deny-may-block-clumio',
  'ineffective-exemption',
  'object-ownership',
  'policy-unknown',
  'policy-unreadable',
  'expired-ignore',
] as const
export type RuleId = (typeof RULE_IDS)[number]

export const LEVELS = ['error', 'warning', 'notice'] as const
export type Level = (typeof LEVELS)[number]

/** Lower is worse. */
export const LEVEL_ORDER: Readonly<Record<Level, number>> = { error: 0, warning: 1, notice: 2 }

/** Title and documentation page of each rule; a rule without an entry does not compile. */
export const RULES: Readonly<Record<RuleId, { readonly title: string; readonly summary: string }>> = {
  'deny-blocks-clumio': {
    title: 'Deny blocks Clumio',
    summary: 'A Deny statement of a bucket policy denies an action that Clumio needs to one of its sessions.',
  },
  'deny-may-block-clumio': {
    title: 'Deny may block Clumio',
    summary: 'Whether a Deny statement blocks Clumio depends on a fact that is not in the file.',
  },
  'ineffective-exemption': {
    title: 'Exemption has no effect',
    summary: 'A statement tries to exempt Clumio in a way that AWS does not honour.',
  },
  'object-ownership': {
    title: 'Objects may not belong to the bucket owner',
    summary: 'ACLs are enabled, so Clumio may be unable to read objects that other accounts wrote.',
  },
  'policy-unknown': {
    title: 'Policy known only after apply',
    summary: 'A planned bucket policy could be read neither from the plan nor from the sources.',
  },
  'policy-unreadable': {
    title: 'Policy cannot be read',
    summary: 'A file holds a bucket policy or a plan but cannot be parsed.',
  },
  'expired-ignore': {
    title: 'Ignore entry has expired',
    summary: 'An ignore entry of the configuration is past its date, so its finding is reported again.',
  },
}
