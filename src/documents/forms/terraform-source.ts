import { type TerraformFile, terraformFile } from '../../text/terraform-files.js'
import type { Document } from '../document.js'
import type { Form } from '../form.js'

/**
 * Configuration of Terraform: what it declares. Only a repository with bucket policies in Terraform pays for looking at
 * it. JSON that Terraform reads may be a policy all the same, so it is asked last.
 */
export const terraformSource: Form = {
  id: 'terraform-source',
  source: 'terraform-source',
  isNamed: (path) => syntaxOf(path) !== null,
  mayBeIn: () => false,
  readText: ({ path }, text) => (syntaxOf(path) === 'hcl' ? readTerraform(path, text) : null),
  readRest: ({ path }, text) => (syntaxOf(path) === 'json' ? readTerraformJson(path, text) : null),
}

function syntaxOf(path: string): TerraformFile['syntax'] | null {
  const file = terraformFile(path)
  return file === null || file.kind === 'variables' ? null : file.syntax
}

async function readTerraform(path: string, text: string): Promise<Document> {
  const { scanTerraform } = await import('../../terraform/roots/declarations.js')
  return { kind: 'terraform', text, source: scanTerraform(path, text) }
}

async function readTerraformJson(path: string, text: string): Promise<Document> {
  const { scanTerraformJson } = await import('../../terraform/roots/declarations.js')
  return { kind: 'terraform', text, source: scanTerraformJson(path, text) }
}
