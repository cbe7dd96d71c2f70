import { isTemplate, readTemplate, type TemplatePlace } from '../../cloudformation/template.js'
import { type JsonObject, member } from '../../tree/value.js'
import type { Form, Held } from '../form.js'
import { mayHoldPolicy } from './policy-json.js'

/** Templates of CloudFormation and SAM, what the CDK writes, and what `get-template` prints. */
export const cloudformation: Form = {
  id: 'cloudformation',
  source: 'cloudformation',
  mayBeIn: (text) => mayHoldPolicy(text) || mayDeclareBucket(text),
  mayBeInYaml: (text) => text.includes('AWS::S3::BucketPolicy') || mayDeclareBucket(text),
  readObject(object, { path, base, syntax, at }) {
    const where = { path, base, syntax, at }
    if (isTemplate(object)) return held(object, { ...where, printed: null })
    const body = member(object, 'TemplateBody')
    return isTemplate(body) ? held(body, { ...where, at: [...at, 'TemplateBody'], printed: PRINTED }) : null
  },
}

const PRINTED = 'it is the output of a command, not the template itself: change it where it is written'

/** ACLs and ownership of a bucket. */
function mayDeclareBucket(text: string): boolean {
  return text.includes('AWS::S3::Bucket') && (text.includes('AccessControl') || text.includes('OwnershipControls'))
}

function held(template: JsonObject, where: TemplatePlace): Held {
  return { ...readTemplate(template, where), broken: null }
}
