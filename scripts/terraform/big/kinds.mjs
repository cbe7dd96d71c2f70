/**
 * The resources of a large estate, by number: always the same for the same number. Attributes as the AWS provider gives
 * them, long texts included: policies, scripts and container definitions full of braces, quotes and escapes.
 */
const ACCOUNT = '123456789012'
const REGION = 'us-west-2'

export const ROLE_NAME = 'ClumioIAMRole-uw-2-831e8db1-7a77-4550-b2a4-838aa526b8df'

const arn = (service, rest) => `arn:aws:${service}:${REGION}:${ACCOUNT}:${rest}`
const tagsOf = (index) => ({
  CostCentre: `cc-${index % 97}`,
  Environment: ['dev', 'staging', 'prod'][index % 3],
  ManagedBy: 'terraform',
  Owner: `team-${index % 41}@example.com`,
})

const policyText = (value) => JSON.stringify(value)

function instance(index) {
  const id = `i-${hex(index, 17)}`
  return {
    ami: `ami-${hex(index % 12, 17)}`,
    arn: arn('ec2', `instance/${id}`),
    associate_public_ip_address: false,
    availability_zone: `${REGION}${'abc'[index % 3]}`,
    cpu_options: [{ amd_sev_snp: '', core_count: 2, threads_per_core: 2 }],
    credit_specification: [{ cpu_credits: 'unlimited' }],
    disable_api_stop: false,
    ebs_block_device: [],
    ebs_optimized: true,
    enclave_options: [{ enabled: false }],
    iam_instance_profile: `service-${index}`,
    id,
    instance_state: 'running',
    instance_type: ['t3.medium', 'm6i.large', 'c6g.xlarge'][index % 3],
    key_name: '',
    metadata_options: [{ http_endpoint: 'enabled', http_put_response_hop_limit: 2, http_tokens: 'required' }],
    private_dns: `ip-10-${index % 200}-${index % 250}-${index % 240}.${REGION}.compute.internal`,
    private_ip: `10.${index % 200}.${index % 250}.${index % 240}`,
    region: REGION,
    root_block_device: [
      { encrypted: true, iops: 3000, kms_key_id: arn('kms', `key/${hex(index, 32)}`), volume_size: 64 },
    ],
    subnet_id: `subnet-${hex(index % 9, 17)}`,
    tags: { Name: `service-${index}`, ...tagsOf(index) },
    tags_all: { Name: `service-${index}`, ...tagsOf(index) },
    user_data: `#!/bin/bash\nset -euo pipefail\nfor f in "/etc/app/{a,b}.conf"; do\n  sed -i 's/\\\${ENV}/${index}/' "$f"\ndone\necho "{\\"started\\": true}" > /var/log/started.json\n`,
    vpc_security_group_ids: [`sg-${hex(index, 17)}`, `sg-${hex(index + 1, 17)}`],
  }
}

function securityGroup(index) {
  const rule = (port, from) => ({
    cidr_blocks: [from],
    description: `port ${port} <- ${from}`,
    from_port: port,
    ipv6_cidr_blocks: [],
    prefix_list_ids: [],
    protocol: 'tcp',
    security_groups: [],
    self: false,
    to_port: port,
  })
  return {
    arn: arn('ec2', `security-group/sg-${hex(index, 17)}`),
    description: 'Managed by Terraform',
    egress: [rule(443, '0.0.0.0/0'), rule(5432, '10.0.0.0/8')],
    id: `sg-${hex(index, 17)}`,
    ingress: [80, 443, 8080, 8443, 9090].map((port) => rule(port, `10.${index % 250}.0.0/16`)),
    name: `service-${index}`,
    owner_id: ACCOUNT,
    region: REGION,
    revoke_rules_on_delete: false,
    tags: tagsOf(index),
    tags_all: tagsOf(index),
    timeouts: null,
    vpc_id: `vpc-${hex(index % 4, 17)}`,
  }
}

function role(index) {
  const trust = {
    Version: '2012-10-17',
    Statement: [{ Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' } }],
  }
  const own = {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Action: ['s3:GetObject', 's3:PutObject'], Resource: `arn:aws:s3:::service-${index}/*` },
      {
        Effect: 'Deny',
        Action: 's3:DeleteBucket',
        Resource: '*',
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
    ],
  }
  return {
    arn: `arn:aws:iam::${ACCOUNT}:role/service-${index}`,
    assume_role_policy: policyText(trust),
    create_date: '2026-01-01T00:00:00Z',
    description: '',
    force_detach_policies: false,
    id: `service-${index}`,
    inline_policy: [{ name: 'own', policy: policyText(own) }],
    managed_policy_arns: [`arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore`],
    max_session_duration: 3600,
    name: `service-${index}`,
    name_prefix: '',
    path: '/',
    permissions_boundary: '',
    tags: tagsOf(index),
    tags_all: tagsOf(index),
    unique_id: `AROA${hex(index, 17).toUpperCase()}`,
  }
}

function taskDefinition(index) {
  const container = {
    name: 'app',
    image: `${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com/app:${hex(index, 12)}`,
    environment: ['STATE_BUCKET', 'QUEUE', 'PATTERN', 'LOCALE'].map((name) => ({
      name,
      value: `{"${name}":"é${index}"}`,
    })),
    logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': `/ecs/service-${index}` } },
  }
  return {
    arn: arn('ecs', `task-definition/service-${index}:7`),
    container_definitions: policyText([container, { ...container, name: 'sidecar' }]),
    cpu: '512',
    execution_role_arn: `arn:aws:iam::${ACCOUNT}:role/service-${index}`,
    family: `service-${index}`,
    id: `service-${index}`,
    memory: '1024',
    network_mode: 'awsvpc',
    region: REGION,
    requires_compatibilities: ['FARGATE'],
    revision: 7,
    tags: tagsOf(index),
    tags_all: tagsOf(index),
    volume: [],
  }
}

function queuePolicy(index) {
  const url = `https://sqs.${REGION}.amazonaws.com/${ACCOUNT}/service-${index}`
  const statement = {
    Sid: 'DenyHttp',
    Effect: 'Deny',
    Principal: '*',
    Action: 'sqs:*',
    Resource: arn('sqs', `service-${index}`),
  }
  return {
    id: url,
    policy: policyText({
      Version: '2012-10-17',
      Statement: [{ ...statement, Condition: { Bool: { 'aws:SecureTransport': 'false' } } }],
    }),
    queue_url: url,
    region: REGION,
  }
}

/** The vendor's role, as it stands in the state. */
function clumioRole() {
  const trust = {
    Version: '2012-10-17',
    Statement: [
      {
        Action: 'sts:AssumeRole',
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::999988887777:role/ClumioCustomerProtectRole' },
      },
    ],
  }
  return {
    ...role(0),
    arn: `arn:aws:iam::${ACCOUNT}:role/clumio/${ROLE_NAME}`,
    assume_role_policy: policyText(trust),
    id: ROLE_NAME,
    inline_policy: [],
    managed_policy_arns: [],
    name: ROLE_NAME,
    path: '/clumio/',
    tags: { Vendor: 'Clumio' },
    tags_all: { Vendor: 'Clumio' },
  }
}

/** Every second policy keeps Clumio out; the others ask for TLS only. */
function bucketPolicy(index) {
  const bucket = `acme-vault-${index}`
  const condition =
    index % 2 === 0
      ? { StringNotEquals: { 'aws:SourceVpc': `vpc-${hex(index, 17)}` } }
      : { Bool: { 'aws:SecureTransport': 'false' } }
  const statement = {
    Action: 's3:*',
    Condition: condition,
    Effect: 'Deny',
    Principal: '*',
    Resource: [`arn:aws:s3:::${bucket}/*`, `arn:aws:s3:::${bucket}`],
    Sid: index % 2 === 0 ? 'OnlyFromOurVpc' : 'DenyPlainHttp',
  }
  return { bucket, id: bucket, policy: policyText({ Statement: [statement], Version: '2012-10-17' }), region: REGION }
}

/** Type → values by number. They take turns. */
export const FILLERS = [
  ['aws_instance', instance],
  ['aws_security_group', securityGroup],
  ['aws_iam_role', role],
  ['aws_ecs_task_definition', taskDefinition],
  ['aws_sqs_queue_policy', queuePolicy],
]

export const BUCKET_POLICY = ['aws_s3_bucket_policy', bucketPolicy]
export const CLUMIO_ROLE = ['aws_iam_role', clumioRole]

/** Lower-case hexadecimal digits that differ for neighbouring numbers. */
function hex(index, length) {
  let value = (Math.imul(index + 1, 2654435761) >>> 0).toString(16).padStart(8, '0')
  while (value.length < length) value += (Math.imul(value.length + index, 40503) >>> 0).toString(16).padStart(4, '0')
  return value.slice(0, length)
}
