import { writeFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'
import type { Reporter } from 'vitest/node'

const jsonReport = process.env.VITEST_JSON_REPORT

/** Keeps what was thrown outside of every test, which fails a run of which each test passes: no report in JSON has it. */
const outsideOfTests: Reporter = {
  onTestRunEnd(_modules, errors) {
    const told = errors.map((error) => {
      const { VITEST_TEST_PATH: file = 'no file', VITEST_TEST_NAME: name = 'none' } = error
      return `${error.stack ?? error.message}\n  in ${file}, the test before: ${name}`
    })
    if (jsonReport !== undefined) writeFileSync(`${jsonReport}.errors`, told.join('\n\n'))
  },
}

export default defineConfig({
  test: {
    // `.ci/run` counts the tests from a report beside the usual output.
    reporters: jsonReport ? ['default', ['json', { outputFile: jsonReport }], outsideOfTests] : ['default'],
    include: ['__tests__/**/*.test.ts'],
    setupFiles: ['__tests__/support/setup.ts'],
    // The end-to-end tests start the built bundles as child processes and wait for them: of three workers two cores are busy.
    maxWorkers: 3,
    // A process for each file would cost as much as the tests that are not end to end: modules are loaded anew for each
    // file all the same, and no test leaves anything in the globals.
    isolate: false,
    // Scenarios spend most of their time waiting: the action keeps a second between two writes.
    maxConcurrency: 12,
    // A machine may be busy with other things: only what hangs for good is stopped.
    testTimeout: 1_200_000,
    hookTimeout: 1_200_000,
  },
})
