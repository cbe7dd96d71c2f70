import type { KnownModule } from './module.js'
import { compareVersions, type Version } from './versions.js'

/**
 * `terraform-aws-modules/s3-bucket/aws`: its statements and settings as its releases up to 5.15.4 write them, read on
 * 2026-09-01 from main.tf and variables.tf at each tag of github.com/terraform-aws-modules/terraform-aws-s3-bucket.
 * What differs between releases: Object Ownership is `BucketOwnerEnforced` by default from 3.9.0, placeholders in the
 * policy are filled in from 5.8.0, and before 1.4.0 a policy needs no flag. A flag that an older release does not have
 * cannot be set there, so that the text of all of them serves.
 */
export const AWS_MODULES_S3_BUCKET: KnownModule = {
  name: 'terraform-aws-modules/s3-bucket/aws',
  repository: 'terraform-aws-modules/terraform-aws-s3-bucket',
  releases:
    '0.0.1 0.1.0 1.0.0 1.1.0 1.2.0 1.3.0 1.4.0 1.5.0 1.6.0 1.7.0 1.8.0 1.9.0 1.10.0 1.11.0 1.12.0 1.13.0 1.14.0 1.15.0 1.16.0 1.17.0 1.18.0 1.19.0 1.20.0 1.21.0 1.22.0 1.23.0 1.24.0 1.25.0 2.0.0 2.1.0 2.2.0 2.3.0 2.4.0 2.5.0 2.6.0 2.7.0 2.8.0 2.9.0 2.10.0 2.11.0 2.11.1 2.11.2 2.12.0 2.13.0 2.14.0 2.14.1 2.15.0 3.0.0 3.0.1 3.1.0 3.1.1 3.2.0 3.2.1 3.2.2 3.2.3 3.2.4 3.3.0 3.3.1 3.4.0 3.4.1 3.5.0 3.6.0 3.6.1 3.7.0 3.8.0 3.8.1 3.8.2 3.9.0 3.10.0 3.10.1 3.11.0 3.12.0 3.13.0 3.14.0 3.14.1 3.15.0 3.15.1 3.15.2 4.0.0 4.0.1 4.1.0 4.1.1 4.1.2 4.2.0 4.2.1 4.2.2 4.3.0 4.4.0 4.5.0 4.6.0 4.6.1 4.7.0 4.8.0 4.9.0 4.10.0 4.10.1 4.11.0 5.0.0 5.0.1 5.0.2 5.1.0 5.2.0 5.3.0 5.3.1 5.4.0 5.5.0 5.6.0 5.7.0 5.7.1 5.8.0 5.8.1 5.8.2 5.9.0 5.9.1 5.10.0 5.11.0 5.12.0 5.13.0 5.14.0 5.14.1 5.15.0 5.15.1 5.15.2 5.15.3 5.15.4',
  text: (version) => {
    const isBefore = (other: Version) => compareVersions(version, other) < 0
    const flags = FLAGS.map((flag) => `variable "${flag}" {\n  default = false\n}\n`).join('')
    const document = 'data.aws_iam_policy_document.combined[0].json'
    const filled = Object.entries(PLACEHOLDERS).reduce(
      (text, [name, by]) => `replace(${text}, "${name}", ${by})`,
      document,
    )
    const statements = STATEMENTS.map(([flag, ...lines]) => statementText(flag, lines)).join('')
    return `${flags}${VARIABLES}
variable "object_ownership" {
  default = "${isBefore([3, 9, 0]) ? 'ObjectWriter' : 'BucketOwnerEnforced'}"
}
locals {
  attach = ${isBefore([1, 4, 0]) ? 'var.policy != null' : 'var.attach_policy'}
  bucket = var.create_bucket && !var.is_directory_bucket
  arn    = aws_s3_bucket.this[0].arn
  sse    = try(var.server_side_encryption_configuration.rule.apply_server_side_encryption_by_default.sse_algorithm, null)
}
data "aws_caller_identity" "current" {}
resource "aws_s3_bucket" "this" {
  count         = local.bucket ? 1 : 0
  bucket        = var.bucket
  bucket_prefix = var.bucket_prefix
}
resource "aws_s3_bucket_acl" "this" {
  count  = local.bucket && var.acl != null && var.acl != "null" ? 1 : 0
  bucket = aws_s3_bucket.this[0].id
  acl    = var.acl
}
data "aws_iam_policy_document" "given" {
  count                   = local.attach ? 1 : 0
  source_policy_documents = [var.policy]
}
data "aws_iam_policy_document" "combined" {
  count                     = 1
  override_policy_documents = data.aws_iam_policy_document.given[*].json
${statements}}
resource "aws_s3_bucket_policy" "this" {
  count  = local.bucket && (${[...FLAGS.map((flag) => `var.${flag}`), 'local.attach'].join(' || ')}) ? 1 : 0
  bucket = aws_s3_bucket.this[0].id
  policy = ${isBefore([5, 8, 0]) ? document : filled}
}
resource "aws_s3_bucket_ownership_controls" "this" {
  count  = local.bucket && var.control_object_ownership ? 1 : 0
  bucket = aws_s3_bucket.this[0].id
  rule {
    object_ownership = var.object_ownership
  }
}
`
  },
}

const PLACEHOLDERS = {
  _S3_BUCKET_ID_: 'aws_s3_bucket.this[0].id',
  _S3_BUCKET_ARN_: 'aws_s3_bucket.this[0].arn',
  _AWS_ACCOUNT_ID_: 'data.aws_caller_identity.current.account_id',
}

const VARIABLES = `variable "create_bucket" {
  default = true
}
variable "attach_policy" {
  default = false
}
variable "is_directory_bucket" {
  default = false
}
variable "control_object_ownership" {
  default = false
}
variable "bucket" {
  default = null
}
variable "bucket_prefix" {
  default = null
}
variable "acl" {
  default = null
}
variable "policy" {
  default = null
}
variable "allowed_kms_key_arn" {
  default = null
}
variable "server_side_encryption_configuration" {
  default = {}
}
`

const WHOLE = 'resources = [local.arn, "${local.arn}/*"]'
const OBJECTS = 'resources = ["${local.arn}/*"]'
const SSE = 's3:x-amz-server-side-encryption'

function denied(sid: string, actions: string, resources: string, condition: readonly [string, string, string]) {
  const [test, variable, values] = condition
  return [
    `sid       = "${sid}"`,
    'effect    = "Deny"',
    `actions   = ["${actions}"]`,
    resources,
    'principals {\n  type        = "*"\n  identifiers = ["*"]\n}',
    `condition {\n  test     = "${test}"\n  variable = "${variable}"\n  values   = ${values}\n}`,
  ]
}

function delivered(sid: string, service: string) {
  return [
    `sid       = "${sid}"`,
    'actions   = ["s3:PutObject"]',
    OBJECTS,
    `principals {\n  type        = "Service"\n  identifiers = ["${service}"]\n}`,
  ]
}

/** The statements that each flag writes. Of those that allow a delivery only who may write is told. */
const STATEMENTS: readonly (readonly [string, ...string[]])[] = [
  [
    'attach_elb_log_delivery_policy',
    'sid       = ""',
    'actions   = ["s3:PutObject"]',
    OBJECTS,
    'principals {\n  type        = "AWS"\n  identifiers = [var.elb_service_accounts]\n}',
  ],
  ['attach_lb_log_delivery_policy', ...delivered('AWSLogDeliveryWrite', 'delivery.logs.amazonaws.com')],
  ['attach_access_log_delivery_policy', ...delivered('AWSAccessLogDeliveryWrite', 'logging.s3.amazonaws.com')],
  ['attach_cloudtrail_log_delivery_policy', ...delivered('AWSCloudTrailWrite', 'cloudtrail.amazonaws.com')],
  ['attach_waf_log_delivery_policy', ...delivered('AWSLogDeliveryWriteWaf', 'delivery.logs.amazonaws.com')],
  ['attach_inventory_destination_policy', ...delivered('destinationInventory', 's3.amazonaws.com')],
  ['attach_analytics_destination_policy', ...delivered('destinationAnalytics', 's3.amazonaws.com')],
  [
    'attach_require_latest_tls_policy',
    ...denied('denyOutdatedTLS', 's3:*', WHOLE, ['NumericLessThan', 's3:TlsVersion', '["1.2"]']),
  ],
  [
    'attach_deny_insecure_transport_policy',
    ...denied('denyInsecureTransport', 's3:*', WHOLE, ['Bool', 'aws:SecureTransport', '["false"]']),
  ],
  [
    'attach_deny_unencrypted_object_uploads',
    ...denied('denyUnencryptedObjectUploads', 's3:PutObject', OBJECTS, ['Null', SSE, '["true"]']),
  ],
  [
    'attach_deny_ssec_encrypted_object_uploads',
    ...denied('denySSECEncryptedObjectUploads', 's3:PutObject', OBJECTS, [
      'Null',
      `${SSE}-customer-algorithm`,
      '["false"]',
    ]),
  ],
  [
    'attach_deny_incorrect_kms_key_sse',
    ...denied('denyIncorrectKmsKeySse', 's3:PutObject', OBJECTS, [
      'StringNotEquals',
      `${SSE}-aws-kms-key-id`,
      '[var.allowed_kms_key_arn]',
    ]),
  ],
  [
    'attach_deny_incorrect_encryption_headers',
    ...denied('denyIncorrectEncryptionHeaders', 's3:PutObject', OBJECTS, [
      'StringNotEquals',
      SSE,
      'local.sse == "aws:kms" ? ["aws:kms"] : ["AES256"]',
    ]),
  ],
]

const FLAGS = STATEMENTS.map(([flag]) => flag)

function statementText(flag: string, lines: readonly string[]): string {
  return `  dynamic "statement" {\n    for_each = var.${flag} ? [1] : []\n    content {\n${lines.join('\n')}\n    }\n  }\n`
}
