/** Of these each unit is a character; Unicode's tables take long over a long text. */
const PLAIN = /^[\t\n\x20-\x7e]*$/

/** What a reader takes for a character: grapheme clusters, which is what Terraform counts, composed as it keeps texts (NFC). */
export function characters(text: string): string[] {
  if (PLAIN.test(text)) return text.split('')
  return [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text.normalize())].map(
    ({ segment }) => segment,
  )
}
