import type { CheckOptions, Integration } from '../../src/model/options.js'
import { FEATURES } from '../../src/model/options.js'
import type { Source } from '../../src/text/source.js'
import type { Example } from './examples.js'

const SESSIONS = [
  'daebaksrv-createS3CustomerSession',
  'Ingestion-ingesttool',
  'daebaksrv-RestoreTargetCheck',
  'daebaksrv-S3Backup',
]

/** The fence as a file of the working directory. */
export function sourceOf(example: Example): Source {
  const bytes = new TextEncoder().encode(example.text)
  return { path: 'policy.json', size: bytes.length, bytes: () => bytes }
}
