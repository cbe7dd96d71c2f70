interface Block {
  readonly type: string
  readonly identifiers: readonly string[]
}

/** A `statement` block; lists that are not written are null, blocks that are not there empty. */
export interface StatementBlock {
  readonly sid: string | null
  readonly effect: string | null
  readonly actions: readonly string[] | null
  readonly not_actions: readonly string[] | null
  readonly resources: readonly string[] | null
  readonly not_resources: readonly string[] | null
  readonly principals: readonly Block[]
  readonly not_principals: readonly Block[]
  readonly condition: readonly {
    readonly test: string
    readonly variable: string
    readonly values: readonly string[]
  }[]
}

/** What the AWS provider makes of the arguments of `aws_iam_policy_document`. */
export function readPolicyDocument(config: {
  readonly statement: readonly StatementBlock[]
  readonly source_policy_documents?: readonly (string | null)[] | null
  readonly override_policy_documents?: readonly (string | null)[] | null
  readonly version?: string | null
  readonly policy_id?: string | null
}): { readonly error: string } | { readonly error?: never; readonly values: Readonly<Record<string, unknown>> }
