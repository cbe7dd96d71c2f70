/** What no check of files can see; said once on every page, so that a green result is not taken for more. */
export const NOT_LOOKED_AT =
  'Not looked at: identity policies and permissions boundaries, service and resource control policies (SCP, RCP), KMS key policies, VPC endpoint policies, and anything that is not in the files checked.'
