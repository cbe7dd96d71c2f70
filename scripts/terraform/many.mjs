/**
 * Makes the plan of `__tests__/fixtures/terraform/many` for any number of instances: what Terraform would write with
 * `-var services=COUNT`, from the committed plan of a few.
 *
 *   node scripts/terraform/many.mjs COUNT > plan.json
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { goJson } from './provider/go-json.mjs'

const PLAN = new URL('../../__tests__/fixtures/terraform/many/plan.json', import.meta.url)

/** The text of the plan with `count` instances of the module, at most 10,000. */
export function planMany(count) {
  const document = JSON.parse(readFileSync(PLAN, 'utf8'))
  const { planned_values: values, resource_changes: changes } = document
  document.variables.services.value = count
  values.root_module.child_modules = repeated(values.root_module.child_modules[0], count)
  document.resource_changes = repeated(changes[0], count)
  return `${goJson(document)}\n`
}

function repeated(first, count) {
  const text = JSON.stringify(first)
  const name = (index) => `svc-${String(index).padStart(4, '0')}`
  return Array.from({ length: count }, (_, index) => JSON.parse(text.replaceAll(name(0), name(index))))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const count = Number(process.argv[2])
  if (Number.isInteger(count) && count > 0 && count <= 10_000) process.stdout.write(planMany(count))
  else {
    process.stderr.write('usage: node scripts/terraform/many.mjs COUNT (1 to 10000)\n')
    process.exitCode = 1
  }
}
