import type { Document } from '../document.js'
import type { Form } from '../form.js'

/** Files of Terragrunt: what they hold by themselves. As units they give values to root modules. */
export const terragrunt: Form = {
  id: 'terragrunt',
  source: 'terraform-source',
  isNamed: (path) => path.endsWith('.hcl'),
  mayBeIn: () => false,
  readText({ path }, text) {
    if (!path.endsWith('.hcl')) return null
    return MAY_HOLD.test(text) ? readUnit(path, text) : { kind: 'nothing' }
  },
}

const MAY_HOLD = /polic|attach_|Statement/i

async function readUnit(path: string, text: string): Promise<Document> {
  const { holdingsOf } = await import('../../terraform/roots/terragrunt.js')
  const origin = { source: 'terraform-source', path, at: [], address: null, wrapped: true } as const
  const unread = holdingsOf(text).map(({ offset, ...told }) => ({ ...told, origin: { ...origin, base: offset } }))
  return unread.length === 0 ? { kind: 'nothing' } : { kind: 'read', text, policies: [], settings: [], unread }
}
