import { join } from 'node:path'
import type { Inputs } from '../config/inputs.js'
import { toError, UserError } from '../model/errors.js'
import { readPlain } from '../sources/files/open.js'
import { roleOf } from '../sources/identity.js'
import { writeReport } from '../sources/write.js'
import { type ActionRun, log } from './environment.js'
import { folderOf } from './output.js'

/** A claim has a few hundred bytes. */
const MOST_BYTES = 65_536

/**
 * Remembers, for the steps of the same job that follow, for which role this one uses its id.
 *
 * @throws {UserError} when an earlier step uses it for another role: each would overwrite what the other reports and tells.
 */
export function claimId(run: ActionRun, id: string, inputs: Inputs): void {
  const { env } = run
  const { RUNNER_TEMP = '', GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT, GITHUB_JOB } = env
  // An id that nobody gave holds the role.
  if (inputs.id === null || RUNNER_TEMP === '') return
  const path = join(folderOf(env, id), 'claim.json')
  const job = JSON.stringify([GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT, GITHUB_JOB, id])
  const [earlier, role] = new TextDecoder().decode(readPlain(path, MOST_BYTES) ?? undefined).split('\n')
  if (earlier === job && role !== roleOf(inputs)) {
    throw new UserError(
      `id: an earlier step of this job uses the id ${JSON.stringify(inputs.id)} for another role, and each would overwrite the report and the comments of the other. Give each of them an id of its own.`,
    )
  }
  try {
    writeReport({ cwd: RUNNER_TEMP, workspace: RUNNER_TEMP, path, content: `${job}\n${roleOf(inputs)}\n` })
  } catch (thrown) {
    log(run, `Steps that follow will not know the id of this one: ${toError(thrown).message}.`)
  }
}
