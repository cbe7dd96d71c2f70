/** Folders to check, the same on every machine. Each function writes into a new folder and says what it wrote. */
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { configuration, policyOf, settingsOf } from './policies.mjs'
import { hex, oneOf, seeded } from './random.mjs'

/** Policies in nested folders, one in a hundred with a statement that blocks. */
export function writePolicies(folder, files) {
  const out = new Folder(folder)
  const random = seeded(20240401)
  for (let index = 0; index < files; index++) {
    const indent = oneOf(random, [2, 2, 2, 4, '\t', 0])
    const text = JSON.stringify(policyOf(`bucket-${index}`, random), null, indent)
    out.write(`${place(index)}/policy-${index}.json`, `${text}\n`)
  }
  return out.told()
}

/** A repository of applications: half JSON, half YAML, of which `policies` files are bucket policies. */
export function writeMixed(folder, files, policies) {
  const out = new Folder(folder)
  const random = seeded(20240402)
  const every = Math.floor(files / policies)
  for (let index = 0; index < files; index++) {
    const name = `service-${index}`
    if (index % every === 0) out.write(`${place(index)}/policy-${index}.json`, JSON.stringify(policyOf(name, random)))
    else if (index % 2 === 0)
      out.write(`${place(index)}/${name}.json`, JSON.stringify(settingsOf(name, random), null, 2))
    else out.write(`${place(index)}/${name}.yaml`, yamlOf(settingsOf(name, random)))
  }
  return out.told()
}

/** Root modules without a plan: `files` files of Terraform, and in each root one bucket policy that blocks. */
export function writeRoots(folder, roots, files) {
  const out = new Folder(folder)
  const random = seeded(20240403)
  for (let root = 0; root < roots; root++) {
    out.write(`root-${root}/policy.tf`, bucketPolicy(`bucket-${root}`, random))
    for (let index = 1; index < files / roots; index++) {
      out.write(`root-${root}/part-${index}.tf`, otherResources(`${root}-${index}`, random))
    }
  }
  return out.told()
}

/** What a query of AWS Config prints, one item a line: buckets with their policies. */
export function writeConfigItems(folder, items) {
  const out = new Folder(folder)
  const random = seeded(20240404)
  let lines = ''
  for (let index = 0; index < items; index++) {
    lines += `${JSON.stringify(configItem(`bucket-${index}`, random))}\n`
    if (index % 1000 !== 999 && index !== items - 1) continue
    out.append('items.json', lines)
    lines = ''
  }
  return out.told()
}

class Folder {
  #folder
  #made = new Set()
  #files = new Set()
  #bytes = 0

  constructor(folder) {
    this.#folder = folder
    this.write('.github/clumio-policy-check.jsonc', configuration())
  }

  write(path, text) {
    const target = this.#target(path)
    writeFileSync(target, text)
    this.#bytes += text.length
  }

  append(path, text) {
    appendFileSync(this.#target(path), text)
    this.#bytes += text.length
  }

  told() {
    return { folder: this.#folder, files: this.#files.size - 1, bytes: this.#bytes }
  }

  #target(path) {
    const target = join(this.#folder, path)
    const parent = join(target, '..')
    if (!this.#made.has(parent)) mkdirSync(parent, { recursive: true })
    this.#made.add(parent)
    this.#files.add(path)
    return target
  }
}

function place(index) {
  return `team-${index % 25}/service-${Math.floor(index / 25) % 20}`
}

function yamlOf({ name, version, owner, settings }) {
  const list = settings.map((one) => `  - name: ${one.name}\n    enabled: ${one.enabled}\n    value: "${one.value}"`)
  return `name: ${name}\nversion: ${version}\nowner:\n  team: ${owner.team}\n  mail: ${owner.mail}\nsettings:\n${list.join('\n')}\n`
}

function bucketPolicy(bucket, random) {
  return `resource "aws_s3_bucket" "this" {
  bucket = "${bucket}"
}

resource "aws_s3_bucket_policy" "this" {
  bucket = aws_s3_bucket.this.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "OnlyFromTheVpc"
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = [aws_s3_bucket.this.arn, "\${aws_s3_bucket.this.arn}/*"]
      Condition = { StringNotEquals = { "aws:SourceVpc" = "vpc-${hex(random, 17)}" } }
    }]
  })
}
`
}

function otherResources(name, random) {
  const resource = (index) => `resource "aws_security_group_rule" "rule_${name}_${index}" {
  type              = "ingress"
  from_port         = ${1024 + Math.floor(random() * 60_000)}
  to_port           = 65535
  protocol          = "tcp"
  cidr_blocks       = ["10.${Math.floor(random() * 256)}.0.0/16"]
  security_group_id = "sg-${hex(random, 17)}"

  lifecycle {
    create_before_destroy = true
  }
}
`
  return Array.from({ length: 5 + Math.floor(random() * 15) }, (_, index) => resource(index)).join('\n')
}

function configItem(bucket, random) {
  return {
    accountId: '123456789012',
    awsRegion: 'us-west-2',
    resourceType: 'AWS::S3::Bucket',
    resourceId: bucket,
    resourceName: bucket,
    supplementaryConfiguration: { BucketPolicy: { policyText: JSON.stringify(policyOf(bucket, random)) } },
  }
}
