import type { KnownModule } from './module.js'
import { compareVersions } from './versions.js'

/**
 * `cloudposse/s3-bucket/aws`: its statements and settings as its releases up to 4.14.0 write them, read on 2026-09-01
 * from main.tf and variables.tf at each tag of github.com/cloudposse/terraform-aws-s3-bucket. The module has ownership
 * controls from 0.44.0. `source_ip_allow_list` (from 4.2.0) and `minimum_tls_version` (from 4.3.0) write statements, and
 * no policy by themselves.
 */
export const CLOUDPOSSE_S3_BUCKET: KnownModule = {
  name: 'cloudposse/s3-bucket/aws',
  repository: 'cloudposse/terraform-aws-s3-bucket',
  releases:
    '0.1.0 0.2.0 0.2.1 0.3.0 0.3.1 0.3.2 0.4.0 0.5.0 0.6.0 0.7.0 0.8.0 0.9.0 0.10.0 0.11.0 0.12.0 0.13.0 0.14.0 0.15.0 0.16.0 0.17.0 0.17.1 0.18.0 0.19.0 0.20.0 0.21.0 0.22.0 0.23.0 0.24.0 0.25.0 0.26.0 0.27.0 0.28.0 0.29.0 0.29.1 0.30.0 0.30.1 0.30.2 0.30.3 0.31.0 0.32.0 0.33.0 0.34.0 0.35.0 0.36.0 0.37.0 0.38.0 0.39.0 0.40.0 0.40.1 0.41.0 0.42.0 0.42.1 0.42.2 0.42.3 0.43.0 0.43.1 0.43.2 0.43.3 0.43.4 0.44.0 0.44.1 0.44.2 0.45.0 0.46.0 0.47.0 0.47.1 0.48.0 0.49.0 1.0.0 2.0.0 2.0.1 2.0.2 2.0.3 3.0.0 3.1.0 3.1.1 3.1.2 3.1.3 4.0.0 4.0.1 4.1.0 4.2.0 4.3.0 4.4.0 4.5.0 4.6.0 4.7.0 4.7.1 4.7.2 4.7.3 4.8.0 4.9.0 4.10.0 4.11.0 4.12.0 4.13.0 4.14.0',
  text: (version) => `${TEXT}${compareVersions(version, [0, 44, 0]) < 0 ? '' : OWNERSHIP}`,
}

const EVERYONE = `      principals {
        type        = "*"
        identifiers = ["*"]
      }`

function denied(forEach: string, sid: string, objects: boolean, condition: readonly [string, string, string]): string {
  const [test, variable, values] = condition
  return `  dynamic "statement" {
    for_each = ${forEach}
    content {
      sid       = "${sid}"
      effect    = "Deny"
      actions   = ["${objects ? 's3:PutObject' : 's3:*'}"]
      resources = ${objects ? '["${local.arn}/*"]' : '[local.arn, "${local.arn}/*"]'}
${EVERYONE}
      condition {
        test     = "${test}"
        variable = "${variable}"
        values   = ${values}
      }
    }
  }
`
}

const SSE = 's3:x-amz-server-side-encryption'
const ENCRYPTED = 'var.allow_encrypted_uploads_only ? [1] : []'

const VARIABLES = Object.entries({
  enabled: 'true',
  bucket_name: 'null',
  acl: '"private"',
  policy: '""',
  source_policy_documents: '[]',
  sse_algorithm: '"AES256"',
  allow_encrypted_uploads_only: 'false',
  allow_ssl_requests_only: 'false',
  minimum_tls_version: 'null',
  source_ip_allow_list: '[]',
  s3_replication_source_roles: '[]',
  privileged_principal_arns: '[]',
  s3_object_ownership: '"ObjectWriter"',
})
  .map(([name, value]) => `variable "${name}" {\n  default = ${value}\n}\n`)
  .join('')

const TEXT = `${VARIABLES}
locals {
  enabled = var.enabled != false
  arn     = aws_s3_bucket.default[0].arn
}
resource "aws_s3_bucket" "default" {
  count  = local.enabled ? 1 : 0
  bucket = var.bucket_name
}
data "aws_iam_policy_document" "bucket_policy" {
  count                     = 1
  override_policy_documents = compact(concat([var.policy], var.source_policy_documents))
${denied(ENCRYPTED, 'DenyIncorrectEncryptionHeader', true, ['StringNotEquals', SSE, '[var.sse_algorithm]'])}${denied(ENCRYPTED, 'DenyUnEncryptedObjectUploads', true, ['Null', SSE, '["true"]'])}${denied('var.allow_ssl_requests_only ? [1] : []', 'ForceSSLOnlyAccess', false, ['Bool', 'aws:SecureTransport', '["false"]'])}${denied('var.minimum_tls_version != null ? [var.minimum_tls_version] : []', 'EnforceTLSVersion', false, ['NumericLessThan', 's3:TlsVersion', '[statement.value]'])}  dynamic "statement" {
    for_each = length(var.s3_replication_source_roles) > 0 ? [1] : []
    content {
      sid       = "CrossAccountReplicationObjects"
      actions   = ["s3:ReplicateObject", "s3:ReplicateDelete", "s3:ReplicateTags"]
      resources = ["\${local.arn}/*"]
      principals {
        type        = "AWS"
        identifiers = var.s3_replication_source_roles
      }
    }
  }
${denied('length(var.source_ip_allow_list) > 0 ? [1] : []', 'AllowIPPrincipals', false, ['NotIpAddress', 'aws:SourceIp', 'var.source_ip_allow_list'])}}
resource "aws_s3_bucket_policy" "default" {
  count  = local.enabled && (var.allow_ssl_requests_only || var.allow_encrypted_uploads_only || length(var.s3_replication_source_roles) > 0 || length(var.privileged_principal_arns) > 0 || length(var.source_policy_documents) > 0 || var.policy != "") ? 1 : 0
  bucket = aws_s3_bucket.default[0].id
  policy = data.aws_iam_policy_document.bucket_policy[0].json
}
`

const OWNERSHIP = `resource "aws_s3_bucket_acl" "default" {
  count  = local.enabled && var.s3_object_ownership != "BucketOwnerEnforced" ? 1 : 0
  bucket = aws_s3_bucket.default[0].id
  acl    = var.acl
}
resource "aws_s3_bucket_ownership_controls" "default" {
  count  = local.enabled ? 1 : 0
  bucket = aws_s3_bucket.default[0].id
  rule {
    object_ownership = var.s3_object_ownership
  }
}
`
