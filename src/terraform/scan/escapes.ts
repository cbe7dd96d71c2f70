const SIMPLE: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' }
const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([\s\S]))/g

/** What stands between the quotes of a text or a label, as what it stands for (HCL native syntax, "Template Literals"). */
export function unescapeQuoted(text: string): string {
  if (!text.includes('\\')) return text
  return text.replace(ESCAPE, (whole, short, long, simple) =>
    simple === undefined ? (lettersOf(short ?? long) ?? whole) : (SIMPLE[simple] ?? whole),
  )
}

function lettersOf(hexadecimal: string): string | null {
  const code = Number.parseInt(hexadecimal, 16)
  return code <= 0x10ffff ? String.fromCodePoint(code) : null
}

/** A literal within a template, `${"od"}`. What begins with `$${` is no template; strip markers take more than themselves. */
const JOINED = /(?<!\$)\$\{[\s(]{0,20}"([^"\\$%{}\n]{0,1000})"[\s)]{0,20}\}/g

/** Literals in literals in templates: more than people nest. */
const MAX_ROUNDS = 8

/** A template with the literals that stand in it: `../m${"od"}` as `../mod`. */
export function plainTemplate(text: string): string {
  let plain = text
  for (let round = 0; round < MAX_ROUNDS && plain.includes('${'); round++) {
    const before = plain
    plain = before.replace(JOINED, '$1')
    if (plain === before) break
  }
  return plain
}

/**
 * A text in HCL, or in JSON that Terraform reads, as people write it: words without escapes, and templates without literals
 * in them, so that a look at it finds a name whichever way it is spelled. What means something between quotes stays
 * escaped: a template that an escape would make is none.
 */
export function plainText(text: string): string {
  return plainTemplate(
    !ESCAPED.test(text)
      ? text
      : text.replace(ESCAPE, (whole, short, long, simple) => {
          const letters = simple === undefined ? lettersOf(short ?? long) : simple === '/' ? '/' : null
          return letters === null || MEANS.test(letters) ? whole : letters
        }),
  )
}

const ESCAPED = /\\[uU/]/
/** What ends a text, begins an escape or a template, or no path has in it. */
const MEANS = /["\\$%{}\p{Cc}]/u
