import { expect, test } from 'vitest'
import { addSummary, setOutputs } from '../../src/action/output.js'

/** Everything that the step prints while its command files lie on a full disk. */
async function printed(write: (run: Parameters<typeof setOutputs>[0]) => Promise<void>): Promise<string> {
  let log = ''
  const env = { GITHUB_OUTPUT: '/dev/full', GITHUB_STEP_SUMMARY: '/dev/full' }
  // The toolkit reads the environment itself.
  const before = { ...process.env }
  Object.assign(process.env, env)
  try {
    await write({ env, now: () => new Date(0), write: (text) => (log += text) })
  } finally {
    for (const name of Object.keys(env)) {
      if (before[name] === undefined) delete process.env[name]
      else process.env[name] = before[name]
    }
  }
  return log
}

test('outputs that cannot be set are named, so that two calls do not say the same', async () => {
  const log = await printed(async (run) => {
    await setOutputs(run, { conclusion: 'failure', errors: 1 })
    await setOutputs(run, { conclusion: 'failure' })
  })
  expect(log.split('\n')).toEqual([
    '::warning title=Clumio policy check::The outputs conclusion, errors could not be set (the disk is full).',
    '::warning title=Clumio policy check::The output conclusion could not be set (the disk is full).',
    '',
  ])
})

test('a summary that cannot be written is told, and is no error', async () => {
  expect(await printed((run) => addSummary(run, 'x'))).toBe(
    '::warning title=Clumio policy check::The job summary could not be written (the disk is full).\n',
  )
})
