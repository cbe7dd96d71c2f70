/**
 * Makes the output of `terraform show -json` the same on every run. Between two runs of one fixture only three things
 * change: the time of the plan, the keys that Terraform draws for deposed objects, and the order of
 * `relevant_attributes`. Everything else keeps its bytes.
 */
import { goJson } from './provider/go-json.mjs'

const TIMESTAMP = /"timestamp":"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"/g
const DEPOSED = /"(deposed|deposed_key)":"([0-9a-f]{8})"/g

export function normalise(text) {
  const keys = new Map()
  return sortRelevantAttributes(text)
    .replace(TIMESTAMP, '"timestamp":"2026-01-01T00:00:00Z"')
    .replace(DEPOSED, (_, name, key) => {
      if (!keys.has(key)) keys.set(key, keys.size.toString(16).padStart(8, '0'))
      return `"${name}":"${keys.get(key)}"`
    })
    .trimEnd()
    .concat('\n')
}

function sortRelevantAttributes(text) {
  const found = JSON.parse(text).relevant_attributes
  if (found === undefined) return text
  const member = `"relevant_attributes":${goJson(found)}`
  if (!text.includes(member)) throw new Error('relevant_attributes is not written as expected')
  const ordered = found.map((each) => goJson(each)).sort()
  return text.replace(member, () => `"relevant_attributes":[${ordered.join(',')}]`)
}
