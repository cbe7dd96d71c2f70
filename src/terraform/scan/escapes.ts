const SIMPLE: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' }

/** What stands between the quotes of a text or a label, as what it stands for (HCL native syntax, "Template Literals"). */
export function unescapeQuoted(text: string): string {
  if (!text.includes('\\')) return text
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))/g, (whole, short, long, simple) => {
    if (simple !== undefined) return SIMPLE[simple] ?? whole
    const code = Number.parseInt(short ?? long, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
