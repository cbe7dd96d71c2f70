import { Readable } from 'node:stream'
import { Gathering } from './cloudtrail/evidence.js'
import { printEvidence } from './cloudtrail/print.js'
import { MAX_EVENT_BYTES, readEvents, TOO_LARGE } from './cloudtrail/read.js'
import type { NamedRole } from './config/role.js'
import { UserError } from './model/errors.js'
import { type Prepared, prepare } from './sources/prepare.js'
import { workspaceOf } from './sources/repository.js'
import type { RunArguments } from './terminal/arguments.js'
import { type CliSurroundings, EXIT, write } from './terminal/streams.js'

/**
 * `learn -`: events of CloudTrail from standard input; what the role's requests that succeeded prove, as a configuration,
 * to standard output.
 *
 * @returns the exit code
 * @throws {UserError} where standard input holds anything else
 */
export async function runLearn({ inputs }: Pick<RunArguments, 'inputs'>, around: CliSurroundings): Promise<number> {
  const { cwd, stdout } = around
  const workspace = (folder: string) => workspaceOf(cwd, folder)
  // Events are read here, with a bound; for the rest there is nothing on standard input.
  const prepared = await prepare(inputs, {
    start: cwd,
    workspaceOf: workspace,
    stdin: () => Readable.from([]),
    standing: 'own',
  })
  const gathering = new Gathering(rolesOf(prepared), inputs.account)
  readEvents(await readBounded(around.stdin), (event) => gathering.add(event))
  const stated = (prepared.config?.integrations ?? []).map(({ role, sessions }) => [role.name, sessions ?? []] as const)
  await write(stdout, printEvidence(gathering.evidence(), new Map(stated)))
  return EXIT.clean
}

/** The role of the options, else those of the configuration in the account that the options name. */
function rolesOf({ inputs: { role, account }, config }: Prepared): readonly NamedRole[] {
  const roles = role === null ? (config?.integrations ?? []).map((one) => one.role) : [role]
  return roles
    .map((one) => ({ ...one, account: one.account ?? account }))
    .filter((one) => (account ?? one.account) === one.account)
}

async function readBounded(stream: Readable): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    size += bytes.length
    if (size > MAX_EVENT_BYTES) throw new UserError(TOO_LARGE)
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}
