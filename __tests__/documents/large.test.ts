import { describe, expect, test } from 'vitest'
import { FORMS } from '../../src/documents/forms/index.js'
import { readDocument } from '../../src/documents/read.js'
import type { Source } from '../../src/sources/source.js'

const POLICY =
  '{"Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":["arn:aws:s3:::b1","arn:aws:s3:::b1/*"]}]}'

/** A file that says it has 70 MB, in pieces. */
function large(pieces: readonly Uint8Array[]): Source {
  const bytes = () => Buffer.concat(pieces)
  return { path: 'p.json', size: 70_000_000, bytes, chunks: () => pieces }
}

const utf8 = (text: string) => Buffer.from(text)
const inPieces = (bytes: Uint8Array, size: number) =>
  Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.subarray(i * size, (i + 1) * size))

describe('a file of more than 64 MB', () => {
  const padded = POLICY.replaceAll(':', `${' '.repeat(3000)}:`).replace(/s3 +:/g, 's3:')
  test.each<[string, readonly Uint8Array[]]>([
    ['in one piece', [utf8(POLICY)]],
    ['padded', [utf8(padded)]],
    ['cut anywhere', inPieces(utf8(padded), 7)],
    ['in UTF-16', inPieces(Buffer.from(POLICY, 'utf16le'), 64)],
    ['with escaped names', [utf8(POLICY.replace('Deny', 'Deny').replace('Effect', '\\u0045ffect'))]],
  ])('that holds a policy is told: %s', async (_, pieces) => {
    const document = await readDocument(large(pieces), FORMS)
    expect(document).toMatchObject({ kind: 'unreadable', reason: expect.stringContaining('more than 64 MB') })
  })

  test.each<[string, string]>([
    ['no policy', '{"a": 1}'],
    ['an identity policy', POLICY.replace('"Principal":"*",', '')],
    ['of another service', POLICY.replaceAll('s3:', 'sqs:').replaceAll(':::', ':x:y:')],
  ])('that holds none is passed over: %s', async (_, text) => {
    expect(await readDocument(large([utf8(text)]), FORMS)).toEqual({ kind: 'nothing' })
  })
})
