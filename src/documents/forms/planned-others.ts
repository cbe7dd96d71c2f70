import { statementsKey, statementsOf } from '../../iam/parse.js'
import type { OtherResource, Plan } from '../../terraform/plan/index.js'
import {
  deploysTemplates,
  TEMPLATE_TYPE,
  UNREAD_ADDRESS,
  UNREAD_PLACE,
  UNREAD_TEMPLATE,
} from '../../text/terraform-types.js'
import { isObject, parsedJson } from '../../tree/value.js'
import type { UnknownPolicy } from '../document.js'
import { holdsPolicy } from '../json.js'
import type { Policy } from '../policy.js'
import { readAny } from './policy-json.js'

/**
 * Resources of a plan or a state that hold a bucket policy in a way that is not judged: templates of CloudFormation, resources
 * of Cloud Control, and whatever else has one among its values, which may be one of a bucket. Nothing of a value is told.
 */
export function othersHolding({ others }: Plan, judged: readonly Policy[]): readonly UnknownPolicy[] {
  const known = new Set(judged.map(({ raw }) => statementsKey(raw)))
  const found = others.flatMap((one) => told(one, known) ?? [])
  // What a plan lists as a change may stand among its planned values too.
  return [...new Map(found.map((one) => [`${one.address} ${one.why}`, one])).values()]
}

function told(one: OtherResource, known: ReadonlySet<string>): UnknownPolicy | null {
  const { address, type, values } = one
  const hidden = { address, bucket: null, sensitive: true, hidesBucket: true }
  const texts = type === 'aws_cloudcontrolapi_resource' ? [values.type_name] : textsIn(values)
  if (!deploysTemplates(type)) return texts.some((text) => isPolicy(text, known)) ? { ...hidden, ...UNSURE } : null
  const isTemplate = texts.some((text) => typeof text === 'string' && text.includes(TEMPLATE_TYPE))
  if (isTemplate) return { ...hidden, ...UNREAD_TEMPLATE }
  return typeof values.template_url === 'string' ? { ...hidden, ...UNREAD_ADDRESS, unsure: true } : null
}

const UNSURE = { ...UNREAD_PLACE, unsure: true } as const

/** Whether a text or an object is a bucket policy that is told nowhere else. */
function isPolicy(found: unknown, known: ReadonlySet<string>): boolean {
  if (typeof found !== 'string') return isOfBucket(found, known)
  if (!found.includes('Statement')) return found.includes(TEMPLATE_TYPE)
  const parsed = parsedJson(found)
  return parsed === undefined ? holdsPolicy(found) : isOfBucket(parsed, known)
}

function isOfBucket(value: unknown, known: ReadonlySet<string>): boolean {
  if (!isObject(value)) return false
  const origin = { source: 'terraform-plan', path: '', at: [], base: 0, address: null, wrapped: true } as const
  return readAny(value, origin) !== null && !known.has(statementsKey(value))
}

/** Values that are looked at in one resource. */
const MAX_VALUES = 100_000

/**
 * The texts among some values, and the objects that have statements, in JSON within a text too. Of more values than are
 * looked at, all of them as one text.
 */
function textsIn(values: OtherResource['values']): readonly unknown[] {
  const found: unknown[] = []
  const todo: unknown[] = [values]
  for (let steps = 0; steps < MAX_VALUES; steps++) {
    const next = todo.pop()
    if (next === undefined) return found
    if (typeof next === 'string') found.push(next)
    const value = typeof next === 'string' && next.includes('Statement') ? parsedJson(next) : next
    if (typeof value === 'string' && value !== next) todo.push(value)
    if (typeof value !== 'object' || value === null) continue
    if (isObject(value) && statementsOf(value).length > 0) found.push(value)
    for (const one of Object.values(value)) if (one !== undefined) todo.push(one)
  }
  // No JSON, so that it goes by its words.
  return [...found, `words: ${JSON.stringify(values)}`]
}
