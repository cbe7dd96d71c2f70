/** Bucket policies as people write them, for the scenarios. */

export const ROLE_NAME = 'ClumioRole-us-west-2-831e8db1-7a77-4550-b2a4-838aa526b8df'
export const ACCOUNT_ID = '123456789011'

/** The inputs of a workflow that knows the role. */
export const ROLE = { 'aws-account-id': ACCOUNT_ID, 'clumio-role-id': ROLE_NAME }

/** What a completed exemption lists, in the vendor's order. */
export const PRINCIPALS = [
  `arn:aws:iam::${ACCOUNT_ID}:root`,
  `arn:aws:iam::${ACCOUNT_ID}:role/clumio/${ROLE_NAME}`,
  ...[
    'daebaksrv-createS3CustomerSession',
    'Ingestion-ingesttool',
    'daebaksrv-RestoreTargetCheck',
    'daebaksrv-S3Backup',
  ].map((session) => `arn:aws:sts::${ACCOUNT_ID}:assumed-role/${ROLE_NAME}/${session}`),
]

export interface Statement {
  readonly [member: string]: unknown
}

/** The vendor's example of a statement that locks the role out. */
export const VPC_ONLY: Statement = {
  Sid: 'Access-to-specific-VPC-only',
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: ['arn:aws:s3:::hd-test', 'arn:aws:s3:::hd-test/*'],
  Condition: { StringNotEquals: { 'aws:SourceVpc': 'vpc-5680e03d' } },
}

/** One that locks nobody out. */
export const READ: Statement = {
  Sid: 'Read',
  Effect: 'Allow',
  Principal: '*',
  Action: 's3:GetObject',
  Resource: 'arn:aws:s3:::hd-test/*',
}

/** A statement like the vendor's, of its own Sid and bucket. */
export function blockingStatement(sid: string, bucket = 'hd-test'): Statement {
  return { ...VPC_ONLY, Sid: sid, Resource: [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/*`] }
}

/** A policy document, as an editor would format it. */
export function policy(...statements: Statement[]): string {
  return `${JSON.stringify({ Version: '2012-10-17', Id: 'Policy1415115909153', Statement: statements }, null, 2)}\n`
}

/** Files with so many blocking statements in all, ten in each, one bucket per file; Sids `S1`, `S2` and so on. */
export function manyPolicies(count: number): Record<string, string> {
  const files: Record<string, string> = {}
  for (let first = 1; first <= count; first += 10) {
    const bucket = `bucket-${String(first).padStart(3, '0')}`
    const sids = Array.from({ length: Math.min(10, count - first + 1) }, (_, i) => `S${first + i}`)
    files[`policies/${bucket}.json`] = policy(...sids.map((sid) => blockingStatement(sid, bucket)))
  }
  return files
}

/** The text with everything in CRLF. */
export function crlf(text: string): string {
  return text.replaceAll('\n', '\r\n')
}
