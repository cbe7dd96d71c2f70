import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const ACCOUNT = '123456789012'
const ROLE = `arn:aws:iam::${ACCOUNT}:role/clumio/ClumioRole-us-west-2-831e8db1-7a77-4550-b2a4-838aa526b8df`

/** Shares in percent: an estate that uses the check has few statements that block, one file in a hundred here. */
const KINDS = [
  [30, tlsOnly],
  [0.5, vpcOnly],
  [10, organization],
  [0.5, listed],
  [8, exempted],
  [21, allowOnly],
  [30, notAPolicy],
]

/**
 * Writes the same files on every machine: policies as they stand in repositories, mostly 0.5 to 3 KB, in nested folders,
 * and a configuration that names the role. Returns the folder, the number of policies and their size in bytes.
 */
export function generate(folder, files) {
  const random = seeded(20240401)
  let bytes = 0
  for (let index = 0; index < files; index++) {
    const place = join(folder, `team-${index % 25}`, `service-${Math.floor(index / 25) % 20}`)
    if (index < 500) mkdirSync(place, { recursive: true })
    const indent = [2, 2, 2, 4, '\t', 0][Math.floor(random() * 6)]
    const text = `${JSON.stringify(pick(random)(`bucket-${index}`, random), null, indent)}\n`
    writeFileSync(join(place, `policy-${index}.json`), text)
    bytes += text.length
  }
  mkdirSync(join(folder, '.github'))
  writeFileSync(
    join(folder, '.github', 'clumio-policy-check.jsonc'),
    JSON.stringify({
      integrations: [{ role: ROLE, permissionsBoundary: false }],
      context: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' },
    }),
  )
  return { folder, files, bytes }
}

function pick(random) {
  let left = random() * 100
  for (const [share, kind] of KINDS) {
    left -= share
    if (left < 0) return kind
  }
  return notAPolicy
}

function tlsOnly(bucket, random) {
  return policy(deny('DenyPlainHttp', bucket, { Bool: { 'aws:SecureTransport': 'false' } }), ...allows(bucket, random))
}

function vpcOnly(bucket, random) {
  const condition = { StringNotEquals: { 'aws:SourceVpc': `vpc-${hex(random, 17)}` } }
  return policy(deny('OnlyFromTheVpc', bucket, condition), ...allows(bucket, random))
}

function organization(bucket, random) {
  const condition = {
    StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' },
    BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
  }
  return policy(deny('OrganizationPerimeter', bucket, condition), ...allows(bucket, random))
}

function exempted(bucket, random) {
  const condition = {
    StringNotEquals: { 'aws:SourceVpc': `vpc-${hex(random, 17)}` },
    ArnNotEquals: { 'aws:PrincipalArn': ROLE },
  }
  return policy(deny('OnlyFromTheVpc', bucket, condition), ...allows(bucket, random))
}

function listed(bucket, random) {
  const { Principal: _, ...rest } = deny('OnlyThroughTheEndpoint', bucket, {
    StringNotEquals: { 'aws:SourceVpce': `vpce-${hex(random, 17)}` },
  })
  const AWS = [`arn:aws:iam::${ACCOUNT}:root`, `arn:aws:iam::${ACCOUNT}:role/BreakGlass`]
  return policy({ ...rest, NotPrincipal: { AWS } }, ...allows(bucket, random))
}

function allowOnly(bucket, random) {
  return policy(...allows(bucket, random), ...allows(bucket, random))
}

function notAPolicy(name, random) {
  const settings = Array.from({ length: 5 + Math.floor(random() * 25) }, (_, index) => ({
    name: `${name}-setting-${index}`,
    enabled: random() < 0.5,
    value: hex(random, 32),
  }))
  return {
    name,
    version: `1.${Math.floor(random() * 40)}.0`,
    owner: { team: 'storage', mail: 'storage@example.com' },
    settings,
  }
}

function allows(bucket, random) {
  return Array.from({ length: 1 + Math.floor(random() * 4) }, (_, index) => ({
    Sid: `Grant${index}`,
    Effect: 'Allow',
    Principal: { AWS: Array.from({ length: 1 + Math.floor(random() * 3) }, () => role(random)) },
    Action: ['s3:GetObject', 's3:ListBucket', 's3:PutObject'].slice(0, 1 + Math.floor(random() * 3)),
    Resource: [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/${hex(random, 6)}/*`],
  }))
}

function role(random) {
  return `arn:aws:iam::${ACCOUNT}:role/application-${hex(random, 8)}`
}

function deny(sid, bucket, condition) {
  return {
    Sid: sid,
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/*`],
    Condition: condition,
  }
}

function policy(...statements) {
  return { Version: '2012-10-17', Statement: statements }
}

function hex(random, length) {
  let text = ''
  while (text.length < length) text += Math.floor(random() * 16).toString(16)
  return text
}

/** Mulberry32: small, and the same numbers everywhere. */
function seeded(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
