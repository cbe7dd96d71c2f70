import { marked } from 'marked'
import { WEB } from './fake-github/names.js'

/** What our own texts are made of. */
const TAGS = new Set([
  ...['p', 'strong', 'em', 'del', 'code', 'pre', 'a', 'br', 'hr', 'span', 'blockquote', 'ul', 'ol', 'li'],
  ...['h1', 'h2', 'h3', 'h4', 'details', 'summary', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
])
const OWN_MARKER = /^<!-- clumio-policy-check:v1 [^>]*-->\n/

/**
 * What in a comment or summary would act on its readers, or on this tool, when GitHub renders it: elements that are
 * not ours, links to elsewhere, mentions, references, hidden comments, characters that hide or turn text.
 */
export function harms(markdown: string): readonly string[] {
  const html = marked.parse(markdown.replace(OWN_MARKER, ''), { async: false, gfm: true })
  const found: string[] = []
  for (const [, comment] of html.matchAll(/(<!--.*?-->)/gs)) found.push(`hidden comment ${comment}`)
  for (const [, slash, name = '', attributes = ''] of html.matchAll(/<(\/?)([a-zA-Z][\w-]*)([^>]*)>/g)) {
    if (!TAGS.has(name.toLowerCase())) found.push(`element ${name}`)
    const href = /\bhref="([^"]*)"/.exec(attributes)?.[1]
    if (href !== undefined && !href.startsWith(`${WEB}/`)) found.push(`link to ${href}`)
    if (slash === '' && /\b(?:src|on\w+|style)=/.test(attributes)) found.push(`attributes ${attributes}`)
  }
  const prose = decodeEntities(html.replace(/<(pre|code)\b[^>]*>.*?<\/\1>/gs, '').replace(/<[^>]*>/g, ''))
  for (const [mention] of prose.matchAll(/(?<![\w.])@[A-Za-z0-9][\w/-]*/g)) found.push(`mention ${mention}`)
  for (const [reference] of prose.matchAll(/(?<![\w&])(?:[\w.-]+\/[\w.-]+)?#\d+\b|\bGH-\d+\b/g))
    found.push(`reference ${reference}`)
  for (const [address] of prose.matchAll(/\bhttps?:\/\/\S+|\bwww\.\w\S*/g)) found.push(`address ${address}`)
  for (const [character] of markdown.matchAll(/[\u202a-\u202e\u2066-\u2069\u200b-\u200f\u2060\ufeff]/g)) {
    found.push(`invisible U+${character.charCodeAt(0).toString(16)}`)
  }
  for (const tag of ['details', 'summary']) {
    if (html.split(`<${tag}>`).length !== html.split(`</${tag}>`).length) found.push(`${tag} that is not closed`)
  }
  return found
}

function decodeEntities(html: string): string {
  return html
    .replace(/&#(\d+);/g, (_all, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}
