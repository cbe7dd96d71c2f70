import { heldIn, isLinked, PRINTED } from '../../cloudformation/held.js'
import { DEPLOYMENT_POLICY } from '../../cloudformation/serverless.js'
import { isTemplate } from '../../cloudformation/template.js'
import { readFunctions } from '../../cloudformation/unjudged.js'
import { looks } from '../../text/policy-text.js'
import { callsPutPolicy } from '../../text/terraform-types.js'
import { type ParsedJson, parseStrict } from '../../tree/parse.js'
import { isObject, type JsonObject, member } from '../../tree/value.js'
import type { Document } from '../document.js'
import type { Form, Held } from '../form.js'
import { holdsPolicy } from '../json.js'
import type { Origin } from '../policy.js'
import { type ReadPolicy, withBesides } from '../wrapped/policies.js'
import { parseYaml } from '../yaml.js'
import { mayHoldPolicy, readPolicy } from './policy-json.js'

/** How a function is written that brings, or makes, a part of a template. */
const TRANSFORMS = ['Fn::Transform', '!Transform'] as const

/** Templates of CloudFormation and SAM, those in serverless.yml, what the CDK writes, and what `get-template` prints. */
export const cloudformation: Form = {
  id: 'cloudformation',
  source: 'cloudformation',
  words: ['Statement', 'AWS::', '${file(', ...TRANSFORMS],
  mayBeIn: (text) => mayHoldPolicy(text) || mayBeTemplate(text),
  mayBeInYaml: mayBeTemplate,
  readText: readPrinted,
  readObject(object, place) {
    const held = heldIn(object, place)
    if (held === null) return null
    const own = isLinked(held)
      ? { policies: [], settings: [], broken: null, linked: [held] }
      : { policies: held.policies, settings: held.settings, unread: held.unread, broken: null }
    return withBesides(own, object, place, { isOwn: ownOf(object), readPolicy: readAny })
  },
}

/** Sections that are read, and those that hold no values (CloudFormation User Guide, "Template sections"; SAM's globals). */
const SECTIONS: ReadonlySet<unknown> = new Set([
  'AWSTemplateFormatVersion',
  'Description',
  'Rules',
  'Conditions',
  'Transform',
  'Resources',
  'Globals',
  'Hooks',
])

function isOfTemplate([section]: Origin['at']): boolean {
  return SECTIONS.has(section)
}

/** What is read of an object that holds a template: as `heldIn` decides it. */
function ownOf(object: JsonObject): (route: Origin['at']) => boolean {
  if (isTemplate(object)) return isOfTemplate
  return isTemplate(member(object, 'TemplateBody')) ? isOfPrinted : isOfService
}

/** What `get-template` prints. */
function isOfPrinted([name, ...inner]: Origin['at']): boolean {
  return name === 'TemplateBody' && (inner.length === 0 || isOfTemplate(inner))
}

/** The resources of a serverless.yml, which may stand in a list. */
function isOfService([name, ...inner]: Origin['at']): boolean {
  if (name !== 'resources') return false
  const section = inner.find((step) => typeof step === 'string')
  return section === undefined || section === 'extensions' || SECTIONS.has(section)
}

/** A policy in plain JSON, or with functions in it. */
const readAny: ReadPolicy = (raw, origin) => readPolicy(raw, origin) ?? readFunctions(raw, origin)

/** A policy, ACLs and ownership of a bucket, or files that may hold one. */
function mayBeTemplate(text: string): boolean {
  if (text.includes('AWS::S3::BucketPolicy') || text.includes(DEPLOYMENT_POLICY)) return true
  if (REFERENCES.some((one) => text.includes(one)) || (text.includes('AWS::') && callsPutPolicy(text))) return true
  if (text.includes('${file(') && SERVERLESS.every((one) => text.includes(one))) return true
  return text.includes('AWS::S3::Bucket') && (text.includes('AccessControl') || text.includes('OwnershipControls'))
}

/** What a template that refers to other files, or to a macro that may make a bucket policy, has in it. */
const REFERENCES = ['AWS::CloudFormation::Stack', 'AWS::Serverless::Application', 'AWS::Include', ...TRANSFORMS]
const SERVERLESS = ['service', 'provider', 'resources']

/** `get-template` prints a template in YAML as a text, in JSON or YAML. */
function readPrinted({ path }: { readonly path: string }, text: string): Promise<Document | null> | null {
  if (!looks(text).some((one) => one.includes('TemplateBody') && one.includes('AWS::S3::Bucket'))) return null
  const parsed = parseStrict(text)
  if (parsed !== null) return readBody(path, text, { parsed, syntax: undefined })
  return /^\s*[{[]/.test(text)
    ? null
    : parseYaml(text).then((yaml) => readBody(path, text, { parsed: yaml, syntax: 'yaml' }))
}

interface Printed {
  readonly parsed: ParsedJson
  readonly syntax: 'yaml' | undefined
}

async function readBody(path: string, text: string, { parsed, syntax }: Printed): Promise<Document | null> {
  const [document] = parsed.ok ? parsed.documents : []
  const body = member(document?.value, 'TemplateBody')
  if (document === undefined || typeof body !== 'string') return null
  const read = parseStrict(body) ?? (await parseYaml(body))
  if (!read.ok) return holdsPolicy(body) ? brokenBody(text, read.reason) : null
  const [template] = read.documents
  if (!isTemplate(template?.value)) return null
  const { base } = document
  const held = heldIn(template.value, { path, base: 0, at: [], syntax: undefined })
  if (held === null) return null
  // What it refers to lies where it was deployed from.
  const own = isLinked(held) ? await held.read(async () => null) : held
  const whole = <T extends { readonly origin: Held['policies'][number]['origin'] }>(one: T): T => {
    const origin = { ...one.origin, base, at: ['TemplateBody'], wrapped: true, generated: PRINTED }
    return { ...one, origin: syntax === undefined ? origin : { ...origin, syntax } }
  }
  const around: Held = { policies: own.policies.map(whole), settings: own.settings.map(whole), broken: null }
  const besides = isObject(document.value)
    ? withBesides(around, document.value, { path, base, at: [], syntax }, { isOwn: isOfPrinted, readPolicy: readAny })
    : around
  return { kind: 'read', text, ...besides, unread: [...own.unread.map(whole), ...(besides.unread ?? [])] }
}

function brokenBody(text: string, reason: string): Document {
  return {
    kind: 'unreadable',
    text,
    reason: `its TemplateBody cannot be read: ${reason}`,
    offset: text.indexOf('TemplateBody'),
  }
}
