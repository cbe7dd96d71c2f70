import type { Source } from '../sources/source.js'
import { detectEncoding } from '../text/decode.js'

/** The content of a source, piece by piece where it can be had so. */
export function chunksOf(source: Source): Iterable<Uint8Array> {
  return source.chunks?.() ?? [source.bytes()]
}

/** The content as UTF-8 without mark, piece by piece; PowerShell's `>` writes UTF-16. */
export function* utf8Chunks(source: Source): Generator<Uint8Array> {
  let decoder: { decode(bytes: Uint8Array, options: { stream: boolean }): string } | null = null
  let first = true
  const encoder = new TextEncoder()
  for (const chunk of chunksOf(source)) {
    if (first) {
      first = false
      const encoding = detectEncoding(chunk)
      if (encoding.name !== 'utf-8') decoder = new TextDecoder(encoding.name)
      else if (encoding.mark) {
        yield chunk.subarray(3)
        continue
      }
    }
    yield decoder === null ? chunk : encoder.encode(decoder.decode(chunk, { stream: true }))
  }
}
