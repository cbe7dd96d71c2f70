import { sha256 } from '../api/digest.js'

/** What a marker of this tool says about the text it stands in. */
export interface Marker {
  /** `summary`: the summary comment. `review`: a review's own text. `comment`: a review comment. `fixed`: one that this tool closed. */
  readonly kind: 'summary' | 'review' | 'comment' | 'fixed'
  /** Keeps jobs on one pull request apart. */
  readonly id: string
  /** The head the text was made for; on summaries and reviews. */
  readonly head: string
  /** Fingerprints of the findings told. */
  readonly fingerprints: readonly string[]
  /** Hash of the text behind the marker. */
  readonly hash: string
}

const NAME = '<!-- clumio-policy-check:'
const START = `${NAME}v1 `
const END = ' -->'
const LONGEST = 8_192
const FINGERPRINTS = 40
const KINDS = ['summary', 'review', 'comment', 'fixed'] as const

/** A text with its marker in front: an HTML comment, which GitHub does not show. */
export function withMarker(marker: Marker, text: string): string {
  const fingerprints = marker.fingerprints.slice(0, FINGERPRINTS).join(',')
  const fields = `id=${marker.id} head=${marker.head} fp=${fingerprints} hash=${marker.hash}`
  return `${START}${marker.kind} ${fields}${END}\n${text}`
}

/**
 * The marker at the very start of a text, or null. Anybody can write one: it counts only together with the author of
 * the text.
 */
export function readMarker(body: string): Marker | null {
  if (!body.startsWith(START)) return null
  const end = body.slice(0, LONGEST).indexOf(END)
  if (end === -1) return null
  const [name, ...fields] = body.slice(START.length, end).split(' ')
  const kind = KINDS.find((each) => each === name)
  const values = new Map(
    fields.map((field) => [field.slice(0, field.indexOf('=')), field.slice(field.indexOf('=') + 1)]),
  )
  const id = values.get('id')
  if (kind === undefined || id === undefined || id === '') return null
  const list = values.get('fp') ?? ''
  return {
    kind,
    id,
    head: values.get('head') ?? '',
    fingerprints: list === '' ? [] : list.split(','),
    hash: values.get('hash') ?? '',
  }
}

/** True for a text that begins with a marker of this tool, of whatever version; a cheap test before the author is asked for. */
export function isMarked(body: string): boolean {
  return body.startsWith(NAME)
}

/** A value as it may stand in a marker: itself when it is a plain word, else its hash. */
export function markerWord(value: string): string {
  return /^[A-Za-z0-9_.:/+-]{1,100}$/.test(value) && !value.includes('--') ? value : sha256(value).slice(0, 32)
}

/** The hash that tells whether a text has changed; 64 bits are plenty to tell two texts of one comment apart. */
export function textHash(text: string): string {
  return sha256(text).slice(0, 16)
}
