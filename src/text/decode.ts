/** How a file's bytes stand for text. The mark (BOM) is not part of the decoded text. */
export interface Encoding {
  readonly name: 'utf-8' | 'utf-16le' | 'utf-16be'
  readonly mark: boolean
}

export type Decoded =
  | { readonly ok: true; readonly text: string; readonly encoding: Encoding }
  | { readonly ok: false; readonly reason: string }

/**
 * Decodes by byte order mark; without one, UTF-16 is recognised by the zero bytes that ASCII text has in it
 * (PowerShell's `>` writes UTF-16), and everything else must be valid UTF-8.
 */
export function decode(bytes: Uint8Array): Decoded {
  const encoding = detectEncoding(bytes)
  const skip = encoding.mark ? (encoding.name === 'utf-8' ? 3 : 2) : 0
  try {
    const decoder = new TextDecoder(encoding.name, { fatal: true, ignoreBOM: true })
    return { ok: true, text: decoder.decode(skip === 0 ? bytes : bytes.subarray(skip)), encoding }
  } catch {
    return { ok: false, reason: `it is not valid ${encoding.name.toUpperCase()} text` }
  }
}

/** The bytes of a text in the given encoding, with its mark. */
export function encode(text: string, encoding: Encoding): Uint8Array {
  const marked = (encoding.mark ? '\ufeff' : '') + text
  if (encoding.name === 'utf-8') return new TextEncoder().encode(marked)
  const bytes = new Uint8Array(marked.length * 2)
  const view = new DataView(bytes.buffer)
  for (let i = 0; i < marked.length; i++) view.setUint16(i * 2, marked.charCodeAt(i), encoding.name === 'utf-16le')
  return bytes
}

export function detectEncoding(bytes: Uint8Array): Encoding {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return { name: 'utf-8', mark: true }
  if (a === 0xff && b === 0xfe) return { name: 'utf-16le', mark: true }
  if (a === 0xfe && b === 0xff) return { name: 'utf-16be', mark: true }
  if (bytes.length >= 2 && bytes.length % 2 === 0) {
    if (a !== 0 && b === 0) return { name: 'utf-16le', mark: false }
    if (a === 0 && b !== 0) return { name: 'utf-16be', mark: false }
  }
  return { name: 'utf-8', mark: false }
}
