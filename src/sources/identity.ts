import type { Inputs } from '../config/inputs.js'
import { blobId } from './files/blob-id.js'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * The id of a run without an explicit one: it tells the jobs of a pull request apart. `files` and `config` do not count, so
 * that tuning them finds the comments of earlier runs again.
 */
export function jobId(inputs: Inputs, env: Environment): string {
  const { workingDirectory, planFiles } = inputs
  const parts = [env.GITHUB_WORKFLOW ?? '', env.GITHUB_JOB ?? '', workingDirectory, planFiles, roleOf(inputs)]
  return blobId(Buffer.from(JSON.stringify(parts)), '')
}

/** For whom a run judges, as far as the inputs say. */
export function roleOf({ account, role }: Inputs): string {
  return JSON.stringify([account ?? role?.account ?? null, role])
}
