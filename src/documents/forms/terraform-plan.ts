import type { Source } from '../../sources/source.js'
import type { Document } from '../document.js'
import type { Form } from '../form.js'

/** What `terraform show -json` prints of a plan or a state, and the state that Terraform stores. */
export const terraformPlan: Form = {
  id: 'terraform-plan',
  source: 'terraform-plan',
  words: ['@level', 'lineage', '_version'],
  mayBeIn: mayBePlan,
  readText: (source, text) => (mayBePlan(text) ? readPlan(source) : null),
  readBytes: readPlan,
}

function mayBePlan(text: string): boolean {
  if (text.includes('"@level"')) return text.includes('"@module":"terraform')
  if (text.includes('"lineage"') && text.includes('"serial"')) return text.includes('"resources"')
  return text.includes('"format_version"') && /"(?:resource_changes|planned_values|values)"/.test(text)
}

/** A plan, or null where it is none. The part that reads plans is loaded when a file looks like one. */
async function readPlan(source: Source): Promise<Document | null> {
  const { readPlanFile } = await import('./plan-file.js')
  return readPlanFile(source)
}
