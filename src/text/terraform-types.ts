/** Types of AWS whose policies are of another kind, though some read like that of a bucket. */
const OF_OTHERS =
  /^aws(?:cc)?_(?:iam|organizations|s3_(?:multi_region_)?access_point|s3control|s3tables|s3express|(?:ec2_)?vpc_?endpoint|sns|sqs|kms|ecr|secretsmanager|efs|backup|glacier|api_?gateway|opensearch|elasticsearch|cloudfront|(?:app)?autoscaling|lb|alb|elb|load_balancer)_/

/** Whether what reads like a bucket policy in a resource of a type may be one: no type that is known to hold another kind. */
export function mayHoldBucketPolicy(type: string): boolean {
  return !OF_OTHERS.test(`${type}_`)
}

/** Whether a data source may hand a policy to something: no document, which counts where it is used, and no template of old. */
export function mayHandPolicy(type: string): boolean {
  return type !== 'template_file' && mayHoldBucketPolicy(type)
}

/** As `mayHoldBucketPolicy`, of a type of CloudFormation: `AWS::EC2::VPCEndpoint` is `aws_ec2_vpc_endpoint`. */
export function mayDeclareBucketPolicy(type: string): boolean {
  const [vendor = '', service = '', ...rest] = type.split('::')
  const name = rest.join('_').replace(/([a-z0-9])(?=[A-Z])|([A-Z])(?=[A-Z][a-z])/g, '$1$2_')
  return mayHoldBucketPolicy([vendor, service, name].join('_').toLowerCase())
}

/** The type of a bucket policy in CloudFormation, which stands in every template of one. */
export const TEMPLATE_TYPE = 'AWS::S3::BucketPolicy'

/** Whether resources of a type deploy what CloudFormation's types name. */
export function deploysTemplates(type: string): boolean {
  return type === 'aws_cloudcontrolapi_resource' || /^aws(?:cc)?_cloudformation_/.test(type)
}

/** Attributes whose values are templates, manifests or whole files. */
export const HOLDS_TEXT = /^(?:template_body|desired_state|yaml_body|manifests?|values|content)$/

/** Such an attribute as it may be written in a resource; whether the resource itself has it only its body tells. */
export const MAY_HOLD_TEXT = /(?:template_body|desired_state|yaml_body|manifests?|values|content)"?\s{0,200}[=:]/

/** What reads a file into a value. */
export const READS_FILE = /\b(?:file|templatefile)\(/

/** Whether any attribute of a type may hold a manifest or a policy: clouds' own have a place for each. */
export function isLooselyTyped(type: string): boolean {
  return deploysTemplates(type) || !/^(?:aws|awscc|azurerm|azuread|google)_/.test(type)
}

/** What is told of a template that Terraform deploys. */
export const UNREAD_TEMPLATE = {
  why: 'it deploys a bucket policy by a template of CloudFormation or by Cloud Control, which is not read in Terraform',
  advice: 'check the template as a file',
} as const

/** What is told of a policy in a place that nobody knows. */
export const UNREAD_PLACE = {
  why: 'it has what reads like a bucket policy among its values, and is not known to attach one',
  advice: 'check the policy as a file where it is one of a bucket',
} as const

/** What is told of a template that a stack takes from an address. */
export const UNREAD_ADDRESS = {
  why: 'it deploys a template of CloudFormation from an address, which may hold a bucket policy',
  advice: 'check the template as a file',
} as const

/** What else puts a bucket policy in place: the command line, and a step of Step Functions. */
export const PUTS_POLICY = /put-bucket-policy|aws-sdk:s3:putBucketPolicy/

/**
 * Whether a text calls what puts a bucket policy in place, as the command line, the SDKs and Step Functions spell it: what only
 * allows that (`s3:PutBucketPolicy`) or is named after it (`detect-put-bucket-policy`) does not.
 */
export function callsPutPolicy(text: string): boolean {
  return CALLS_PUT.test(text)
}

const CALLS_PUT =
  /(?<![\w-])put-bucket-policy(?![\w-])|\bput_bucket_policy\b|(?<!(?<!aws-sdk:)s3:)\bputBucketPolicy\b|\bPutBucketPolicyCommand\b/

/** Why further policies of a root module with very many statements are not judged. */
export const TOO_MANY = 'the root module makes more statements than are judged'
