/**
 * Recognising the vendor's role by its name. For recognising only, never for matching in the evaluator: with a manual
 * connection the customer chooses the name.
 */

/** Region abbreviations of the vendor's module (`local.region_map` in common.tf, 4db6fae). */
const REGIONS: Readonly<Record<string, string>> = {
  'ae-1': 'ap-east-1',
  'ane-1': 'ap-northeast-1',
  'ane-2': 'ap-northeast-2',
  'ane-3': 'ap-northeast-3',
  'as-1': 'ap-south-1',
  'ase-1': 'ap-southeast-1',
  'ase-2': 'ap-southeast-2',
  'cc-1': 'ca-central-1',
  'ec-1': 'eu-central-1',
  'ec-2': 'eu-central-2',
  'en-1': 'eu-north-1',
  'es-2': 'eu-south-2',
  'ew-1': 'eu-west-1',
  'ew-2': 'eu-west-2',
  'ew-3': 'eu-west-3',
  'ms-1': 'me-south-1',
  'se-1': 'sa-east-1',
  'ue-1': 'us-east-1',
  'ue-2': 'us-east-2',
  'uw-1': 'us-west-1',
  'uw-2': 'us-west-2',
}

/** What both formats of a role's name begin with. */
export const VENDOR_ROLE_WORD = 'Clumio'

const LONG_NAME = /^ClumioRole-([a-z]{2,4}(?:-[a-z]+)+-\d)-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const SHORT_NAME = /^ClumioIAMRole-([a-z]{2,3}-\d)?-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whether a role name has one of the vendor's two formats. */
export function isVendorRoleName(name: string): boolean {
  return name.length <= 64 && (LONG_NAME.test(name) || SHORT_NAME.test(name))
}

/** The Region that a vendor's role name carries, or null. */
export function regionOfRoleName(name: string): string | null {
  if (name.length > 64) return null
  const long = LONG_NAME.exec(name)?.[1]
  if (long !== undefined) return long
  const short = SHORT_NAME.exec(name)?.[1]
  return short === undefined ? null : (REGIONS[short] ?? null)
}

/** Partitions by how the names of their Regions begin (AWS Fault Isolation Boundaries, "Partitions"; read 2026-11). */
const BY_REGION: readonly (readonly [string, string])[] = [
  ['cn-', 'aws-cn'],
  ['us-gov-', 'aws-us-gov'],
  ['eusc-', 'aws-eusc'],
  ['us-isob-', 'aws-iso-b'],
  ['us-isof-', 'aws-iso-f'],
  ['us-iso-', 'aws-iso'],
  ['eu-isoe-', 'aws-iso-e'],
]

export const PARTITIONS: readonly string[] = ['aws', ...BY_REGION.map(([, partition]) => partition)]

/** The partition that a Region belongs to. */
export function partitionOfRegion(region: string): string {
  return BY_REGION.find(([start]) => region.startsWith(start))?.[1] ?? 'aws'
}

/** Whether a string in a policy was plausibly meant for a Clumio role, whatever is wrong with it. */
export function looksLikeClumio(arn: string): boolean {
  const lower = arn.toLowerCase()
  return /:(?:role|assumed-role)\//.test(lower) && lower.includes('clumio')
}
