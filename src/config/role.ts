/** A Clumio role as a person names it: the parts that the name does not tell are null. */
export interface NamedRole {
  readonly partition: string | null
  readonly account: string | null
  /** With its leading and trailing slash; null when only the role's name was given. */
  readonly path: string | null
  readonly name: string
}

export type ParsedRole = { readonly role: NamedRole } | { readonly problem: string }

// Names and paths of roles: IAM API reference, CreateRole, `RoleName` and `Path`; read 2026-11.
const NAME = /^[\w+=,.@-]{1,64}$/
const ARN = /^arn:(aws[a-z-]{0,20}):iam::(\d{12}):role(\/[\x21-\x7e]{0,511}?)([^/]+)$/
const SESSION_ARN = /^arn:aws[a-z-]{0,20}:sts::(\d{12}):assumed-role\/([^/]+)\/[^/]+$/
/** Clumio's token of a connection, a UUID (variable `clumio_token` of the vendor's Terraform module, read 2026-11). */
const TOKEN = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
/** Unique ids of roles start with AROA (IAM user guide, "Unique identifiers"). */
const UNIQUE_ID = /^AROA[A-Z0-9]{12,}$/

/** Reads a role's name or its full ARN; any name is accepted, since a role made by hand may have any. */
export function parseRole(text: string): ParsedRole {
  if (/[<>]/.test(text)) return { problem: 'still has a placeholder in it; write the real name of the role' }
  const session = SESSION_ARN.exec(text)
  if (session !== null) {
    return {
      problem: `is the ARN of a session; give the role's ARN, arn:aws:iam::${session[1]}:role/clumio/${session[2]}, or its name`,
    }
  }
  if (TOKEN.test(text)) return { problem: tokenProblem(text) }
  if (UNIQUE_ID.test(text)) return { problem: "is the role's unique id; give its name, such as ClumioRole-us-west-2-…" }
  if (text.startsWith('arn:')) return parseArn(text)
  if (text.includes('/')) return { problem: 'has a path; give the name alone, or the full ARN of the role' }
  if (!NAME.test(text)) return { problem: 'is not the name of a role: 1 to 64 letters, digits or any of _+=,.@-' }
  return { role: { partition: null, account: null, path: null, name: text } }
}

function tokenProblem(token: string): string {
  return `has the token of a Clumio connection in place of the role's name, which only ends with it; the name is ClumioRole-<region>-${token} or ClumioIAMRole-<short region, such as uw-2>-${token} (aws iam list-roles --path-prefix /clumio/ prints it)`
}

function parseArn(text: string): ParsedRole {
  const [, partition, account, path, name] = ARN.exec(text) ?? []
  if (
    partition === undefined ||
    account === undefined ||
    path === undefined ||
    name === undefined ||
    !NAME.test(name)
  ) {
    return { problem: 'is not the ARN of a role; it looks like arn:aws:iam::123456789012:role/clumio/<name>' }
  }
  if (TOKEN.test(name)) return { problem: tokenProblem(name) }
  return { role: { partition, account, path, name } }
}

export const ACCOUNT = /^\d{12}$/

/** What is wrong with an account id, or null. */
export function accountProblem(text: string): string | null {
  if (ACCOUNT.test(text)) return null
  if (/^\d{4}-\d{4}-\d{4}$/.test(text)) return 'is an account id with hyphens; write the 12 digits alone'
  if (/^\d{1,11}$/.test(text)) {
    return 'has fewer than the 12 digits of an account id; in YAML, put an id that starts with 0 in quotes'
  }
  return 'is not an account id, which has 12 digits'
}
