import { unescapeQuoted } from '../../scan/escapes.js'
import type { TemplateExpr } from './ast.js'

/** A literal stretch of a template as the text it stands for: `$${` is `${`, and quoted strings have backslash escapes. */
export function decodeLiteral(raw: string, form: TemplateExpr['form']): string {
  const marks = raw.includes('$${') || raw.includes('%%{') ? raw.replaceAll('$${', '${').replaceAll('%%{', '%{') : raw
  return form === 'quoted' ? unescapeQuoted(marks) : marks
}

/** A literal stretch inside a JSON string as the text it stands for; as written where its escapes are broken. */
export function unescapeJson(raw: string): string {
  if (!raw.includes('\\')) return raw
  try {
    return String(JSON.parse(`"${raw}"`))
  } catch {
    return raw
  }
}

/** Text to be put into a template so that it stands for itself. */
export function escapeTemplate(text: string): string {
  // As functions, since `$$` in a replacement text stands for a single `$`.
  return text.replaceAll('${', () => '$${').replaceAll('%{', () => '%%{')
}
