/**
 * Makes the output of `terraform show -json` the same on every run. Between two runs of one fixture four things change:
 * the time of the plan, the keys that Terraform draws for deposed objects, and the order of `relevant_attributes` and of
 * nested `child_modules`. Everything else keeps its bytes.
 */
import { goJson } from './provider/go-json.mjs'

const TIMESTAMP = /"timestamp":"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"/g
const DEPOSED = /"(deposed|deposed_key)":"([0-9a-f]{8})"/g

export function normalise(text) {
  const document = JSON.parse(text)
  // Otherwise writing it again would change more than what is meant to change.
  if (goJson(document) !== text.trimEnd()) throw new Error('the document is not written as expected')
  document.relevant_attributes?.sort(byText)
  for (const values of [document.planned_values, document.prior_state?.values, document.values]) {
    if (values !== undefined) sortModules(values.root_module)
  }
  const keys = new Map()
  return goJson(document)
    .replace(TIMESTAMP, '"timestamp":"2026-01-01T00:00:00Z"')
    .replace(DEPOSED, (_, name, key) => {
      if (!keys.has(key)) keys.set(key, keys.size.toString(16).padStart(8, '0'))
      return `"${name}":"${keys.get(key)}"`
    })
    .concat('\n')
}

function sortModules(module) {
  module?.child_modules?.sort((a, b) => (a.address < b.address ? -1 : 1))
  for (const child of module?.child_modules ?? []) sortModules(child)
}

function byText(a, b) {
  return goJson(a) < goJson(b) ? -1 : 1
}
