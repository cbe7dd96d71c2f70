import { SERVERLESS, serverlessTemplates } from '../../cloudformation/serverless.js'
import { isTemplate, readTemplate, type TemplatePlace } from '../../cloudformation/template.js'
import { parseStrict } from '../../tree/parse.js'
import { type JsonObject, member } from '../../tree/value.js'
import type { Document } from '../document.js'
import type { Form, Held, ObjectPlace } from '../form.js'
import { parseYaml } from '../yaml.js'
import { mayHoldPolicy } from './policy-json.js'

/** Templates of CloudFormation and SAM, those in serverless.yml, what the CDK writes, and what `get-template` prints. */
export const cloudformation: Form = {
  id: 'cloudformation',
  source: 'cloudformation',
  mayBeIn: (text) => mayHoldPolicy(text) || mayDeclareBucket(text),
  mayBeInYaml: mayDeclareBucket,
  readText: readPrinted,
  readObject(object, { path, base, syntax, at }) {
    const where = { path, base, syntax, at }
    if (isTemplate(object)) return held(object, { ...where, printed: null })
    const body = member(object, 'TemplateBody')
    if (isTemplate(body)) return held(body, { ...where, at: [...at, 'TemplateBody'], printed: PRINTED })
    return heldByServerless(object, { path, base, syntax, at })
  },
}

const PRINTED = 'it is the output of a command, not the template itself: change it where it is written'

/** A policy, or ACLs and ownership of a bucket. */
function mayDeclareBucket(text: string): boolean {
  if (text.includes('AWS::S3::BucketPolicy')) return true
  return text.includes('AWS::S3::Bucket') && (text.includes('AccessControl') || text.includes('OwnershipControls'))
}

function held(template: JsonObject, where: TemplatePlace): Held {
  return { ...readTemplate(template, where), broken: null }
}

function heldByServerless(config: JsonObject, place: ObjectPlace): Held | null {
  const templates = serverlessTemplates(config).filter(({ template }) => isTemplate(template))
  if (templates.length === 0) return null
  const read = templates.map(({ template, at }) =>
    readTemplate(template, { ...place, at: [...place.at, ...at], printed: null }, SERVERLESS),
  )
  return {
    policies: read.flatMap(({ policies }) => policies),
    settings: read.flatMap(({ settings }) => settings),
    unread: read.flatMap(({ unread }) => unread),
    broken: null,
  }
}

/** `get-template` prints a template in YAML as a text within JSON. */
function readPrinted({ path }: { readonly path: string }, text: string): Promise<Document | null> | null {
  if (!text.includes('"TemplateBody"') || !text.includes('AWS::S3::Bucket')) return null
  const parsed = parseStrict(text)
  const [document] = parsed?.ok ? parsed.documents : []
  const body = member(document?.value, 'TemplateBody')
  return typeof body === 'string' ? readBody(path, text, body) : null
}

async function readBody(path: string, text: string, body: string): Promise<Document | null> {
  const parsed = parseStrict(body) ?? (await parseYaml(body))
  const [template] = parsed.ok ? parsed.documents : []
  if (!isTemplate(template?.value)) return null
  const where = { path, base: 0, syntax: undefined, at: [], printed: PRINTED }
  const { policies, settings, unread } = readTemplate(template.value, where)
  const whole = <T extends { readonly origin: Held['policies'][number]['origin'] }>(one: T): T => ({
    ...one,
    origin: { ...one.origin, at: ['TemplateBody'], wrapped: true },
  })
  return { kind: 'read', text, policies: policies.map(whole), settings: settings.map(whole), unread }
}
