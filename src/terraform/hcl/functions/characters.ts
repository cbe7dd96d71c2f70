/** What a reader takes for a character: grapheme clusters, which is what Terraform counts, composed as it keeps texts (NFC). */
export function characters(text: string): string[] {
  return [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text.normalize())].map(
    ({ segment }) => segment,
  )
}
