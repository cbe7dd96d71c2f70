import type { Document } from './document.js'
import type { Form } from './form.js'

/**
 * Configuration of Terraform: what it declares. Only a repository with bucket policies in Terraform pays for looking at
 * it. JSON that Terraform reads may be a policy all the same, so it is asked last.
 */
export const terraformSource: Form = {
  id: 'terraform-source',
  source: 'terraform-source',
  mayBeIn: () => false,
  readText: ({ path }, text) => (path.endsWith('.tf') ? readTerraform(path, text) : null),
  readRest: ({ path }, text) => (path.endsWith('.tf.json') ? readTerraformJson(path, text) : null),
}

async function readTerraform(path: string, text: string): Promise<Document> {
  const { scanTerraform } = await import('./terraform-config.js')
  return { kind: 'terraform', text, source: scanTerraform(path, text) }
}

async function readTerraformJson(path: string, text: string): Promise<Document> {
  const { scanTerraformJson } = await import('./terraform-config.js')
  return { kind: 'terraform', text, source: scanTerraformJson(path, text) }
}
