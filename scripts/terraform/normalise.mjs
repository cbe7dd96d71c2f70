/**
 * Makes the output of `terraform show -json` the same on every run. All that changes between two runs of one fixture is
 * the time of the plan and the keys that Terraform draws for deposed objects; everything else keeps its bytes.
 */
const TIMESTAMP = /"timestamp":"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"/g
const DEPOSED = /"(deposed|deposed_key)":"([0-9a-f]{8})"/g

export function normalise(text) {
  const keys = new Map()
  return text
    .replace(TIMESTAMP, '"timestamp":"2026-01-01T00:00:00Z"')
    .replace(DEPOSED, (_, name, key) => {
      if (!keys.has(key)) keys.set(key, keys.size.toString(16).padStart(8, '0'))
      return `"${name}":"${keys.get(key)}"`
    })
    .trimEnd()
    .concat('\n')
}
