import { createHash } from 'node:crypto'
import { isPointer } from '../../text/stand-ins.js'

/** What a pointer of Git LFS says of the file that it stands for. */
export interface LfsPointer {
  /** SHA-256 of the content. */
  readonly oid: string
  readonly size: number
}

/** The pointer that bytes are; null where they are a file of their own. */
export function lfsPointer(bytes: Uint8Array): LfsPointer | null {
  const text = new TextDecoder('latin1').decode(bytes.subarray(0, 2000))
  if (!isPointer(text)) return null
  const oid = /^oid sha256:([0-9a-f]{64})\r?$/m.exec(text)?.[1]
  const size = /^size (\d{1,15})\r?$/m.exec(text)?.[1]
  return oid === undefined || size === undefined ? null : { oid, size: Number(size) }
}

/** Whether bytes are the content that a pointer stands for. */
export function isContentOf(bytes: Uint8Array, { oid, size }: LfsPointer): boolean {
  return bytes.length === size && createHash('sha256').update(bytes).digest('hex') === oid
}

/** The pointer that Git LFS writes for a content. */
export function pointerTo(bytes: Uint8Array): Uint8Array {
  const oid = createHash('sha256').update(bytes).digest('hex')
  return Buffer.from(`version https://git-lfs.github.com/spec/v1\noid sha256:${oid}\nsize ${bytes.length}\n`)
}
