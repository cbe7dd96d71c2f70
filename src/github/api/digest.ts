/** SHA-256 of a text as lower-case hexadecimal. */
export async function sha256(text: string): Promise<string> {
  return digest('SHA-256', new TextEncoder().encode(text))
}

/**
 * The id under which Git stores this content, in the hash of a given id's length: SHA-1, or SHA-256 in repositories of
 * that format.
 */
export async function blobId(bytes: Uint8Array, like: string): Promise<string> {
  const header = new TextEncoder().encode(`blob ${bytes.length}\0`)
  const whole = new Uint8Array(header.length + bytes.length)
  whole.set(header)
  whole.set(bytes, header.length)
  return digest(like.length === 64 ? 'SHA-256' : 'SHA-1', whole)
}

async function digest(algorithm: 'SHA-1' | 'SHA-256', bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest(algorithm, bytes))
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
