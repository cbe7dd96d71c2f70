/** What says nothing of the account (AWS provider, "Provider Configuration", argument reference). */
const BESIDE_ACCOUNTS: ReadonlySet<string> = new Set([
  ...['alias', 'region', 'version', 'sts_region', 'default_tags', 'ignore_tags', 'endpoints', 'user_agent'],
  ...['max_retries', 'retry_mode', 'token_bucket_rate_limiter_capacity', 'insecure', 'custom_ca_bundle'],
  ...['http_proxy', 'https_proxy', 'no_proxy', 'use_dualstack_endpoint', 'use_fips_endpoint', 's3_use_path_style'],
  ...['s3_us_east_1_regional_endpoint', 'skip_credentials_validation', 'skip_metadata_api_check'],
  ...['skip_region_validation', 'skip_requesting_account_id', 'ec2_metadata_service_endpoint'],
  'ec2_metadata_service_endpoint_mode',
])

/** Whether an argument or a block of a provider configuration, by its name, has a part in which account it is for. */
export function decidesOnAccount(name: string): boolean {
  return !BESIDE_ACCOUNTS.has(name)
}
