/** The declared assumptions, for the reader (docs/semantics.md, D32). */
export const ASSUMPTIONS: Readonly<Record<'A1' | 'A2' | 'A3' | 'A4' | 'A5' | 'A6' | 'A7', string>> = {
  A1: 'Clumio reaches the bucket from its own network: not from a VPC, VPC endpoint or private address range that a policy names.',
  A2: 'The Clumio role has no permissions boundary; a NotPrincipal exemption holds only then. `aws iam get-role --role-name <role> --query Role.PermissionsBoundary` prints null when that is so.',
  A3: 'Clumio calls S3 directly over HTTPS, signed with Signature Version 4, and not through an access point.',
  A4: 'Clumio uses the four role session names that the vendor documents.',
  A5: "The bucket's account is in an organization, and the Clumio role lives in that account.",
  A6: 'The policy is known only after apply and was judged from its Terraform sources; what is applied may differ.',
  A7: 'No plan tells the policy, so it was judged from its Terraform sources: with the values that Terraform loads by itself, a variables file or the inputs of Terragrunt, and with everything planned whose count or for_each is not known.',
}

/** An assumption with what it says, wherever a reader meets it. */
export function assumptionWords(id: string): string {
  const text = Object.entries(ASSUMPTIONS).find(([known]) => known === id)?.[1]
  return text === undefined ? id : `${id}: ${text}`
}
