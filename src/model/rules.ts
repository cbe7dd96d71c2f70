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

/** Each rule in words: what it is called, what it says, what to do. A rule without an entry does not compile. */
export const RULES: Readonly<
  Record<RuleId, { readonly title: string; readonly summary: string; readonly advice: string }>
> = {
  'deny-blocks-clumio': {
    title: 'Deny blocks Clumio',
    summary: 'A Deny statement of a bucket policy denies an action that Clumio needs to one of its sessions.',
    advice:
      'Exempt the Clumio role and its sessions from the statement: name them in NotPrincipal, or except the role with a condition on aws:PrincipalArn.',
  },
  'deny-may-block-clumio': {
    title: 'Deny may block Clumio',
    summary: 'Whether a Deny statement blocks Clumio depends on a fact that is not in the file.',
    advice: 'State the fact that the finding names in the configuration file, under context.',
  },
  'ineffective-exemption': {
    title: 'Exemption has no effect',
    summary: 'A statement tries to exempt Clumio in a way that AWS does not honour.',
    advice:
      "Write the exemption as AWS matches it: full ARNs without wildcards in NotPrincipal, the role's ARN with its path under aws:PrincipalArn.",
  },
  'object-ownership': {
    title: 'Objects may not belong to the bucket owner',
    summary: 'ACLs are enabled, so Clumio may be unable to read objects that other accounts wrote.',
    advice: 'Set Object Ownership to BucketOwnerEnforced, once nobody relies on ACLs.',
  },
  'policy-unknown': {
    title: 'Policy known only after apply',
    summary: 'A planned bucket policy could be read neither from the plan nor from the sources.',
    advice: 'Check a plan in which the policy is known, or one made after the resources that it depends on exist.',
  },
  'policy-unreadable': {
    title: 'Policy cannot be read',
    summary: 'A file holds a bucket policy or a plan but cannot be parsed.',
    advice: 'Make the file parse, or exclude it if it is none.',
  },
  'expired-ignore': {
    title: 'Ignore entry has expired',
    summary: 'An ignore entry of the configuration is past its date, so its finding is reported again.',
    advice: 'Fix the finding, or give the entry a new date and reason.',
  },
  'unused-entry': {
    title: 'Entry of the configuration met nothing',
    summary: 'An ignore, integrations or protect entry of the configuration fits nothing that the run judged.',
    advice: 'Correct the names in the entry, or remove it.',
  },
}
